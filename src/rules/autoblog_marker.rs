use std::sync::LazyLock;

use memchr::memchr2_iter;
use regex::Regex;

use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, line, look, phrases};
use crate::rules::seams::{self, Seam};

pub(super) static RULE: Rule = Rule {
    id: "autoblog-marker",
    summary: "markers and source links of auto-blogging and ad plugins",
    about: "WP Automatic and its kin frame a copied article with [ad_1] and [ad_2] and close it with a bare \
            \"Source link\"; the markers stay raw when the plugin's ad fields are empty. Between sentences only the \
            marker goes. A line that only mentions a marker, and arrays in code, stay.",
    topic: &["[ad_1]", "wp automatic", "autoblog"],
    find: &[
        look(find_markers).signs(Signs::SQUARE.or(Signs::BRACE)),
        phrases(&["source link"]).likely().at_tail(),
        phrases(&["source", "view source"]).hint(),
        line(r"source site-[0-9]+").at_tail(),
        line(r"view reddit by [^ ]+ - view source").at_tail(),
    ],
};

/// Names in brackets that only plugins write, with a number or without.
const MARKER: &str = concat!(
    r"\\?\[{1,2}/?(?:ads?[_#:-]?[0-9]{1,2}|(?-i:ads?) [0-9]|ads?|adsense(?:[_:-]?[0-9a-z]{1,12})?|adv[_-]?[0-9]{1,2}",
    r"|wp_ad_camp_[0-9]{1,2}|ad[_-][0-9]{1,2}[_-][a-z]{1,10}|ads?#[^\[\]]{1,30}|sc(?::| name=)[\x22”]?ads?[a-z0-9 _-]{0,20}[\x22”]?",
    r"|(?:google|g|insert|in|inline|in[_ -]?(?:article|content|text|feed|post)|top|middle|mid|bottom|header|footer|native|display|banner|amp|sticky|post|content|mobile|desktop|text)[_ -]ads?(?:[_ -]?[0-9]{1,2})?",
    r"|ads?[_ -]?(?:code|unit|slot|block|space|zone|banner|break|top|bottom|mid|middle|inline|content|box|tag|here|insert|placement|placeholder|place|position|area|widget|end|start)(?:[_ -]?[0-9]{1,2})?",
    r"|matched_content|source_link|source_url|original_title|author_name|keyword)\\?\]{1,2}|\{loadposition [a-z0-9_-]{0,12}ads?[a-z0-9_-]{0,12}\}",
    r"|\{\{ ?ads?(?:[_ -]?[0-9a-z]{1,12})? ?\}\}|\{ads?(?:[_-]?[0-9]{1,2})?\}|\{adsense(?:[_-]?[0-9a-z]{1,12})?\}",
);

/// Bytes of a marker that stand in front of its name: `[[/`.
const LONGEST_OPENING: usize = 3;

/// Tells whether letters follow a bracket somewhere in a line, as they do in every marker and in no number of a footnote.
fn may_hold_marker(line: &str) -> bool {
    let bytes = line.as_bytes();
    let opens = |at: usize| {
        let mut near = bytes[at..].iter().take(LONGEST_OPENING + 1);
        let name = near.find(|byte| !b"[{/ ".contains(byte));
        name.is_some_and(u8::is_ascii_alphabetic)
    };
    memchr2_iter(b'[', b'{', bytes).any(opens)
}

/// One marker or several in a row, with the link that stands behind the last of a post.
static MARKERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?:(?:\*\*(?:{MARKER})\*\*|{MARKER})[ \u{{A0}}]*)+(?-i:(?:Source [Ll]ink|SOURCE LINK|Source|View [Ss]ource|Original [Ss]ource)[ .]*$)?"
    ))
    .expect("a fixed pattern")
});

/// Claims markers that stand alone, or between finished sentences.
fn find_markers(page: &Page<'_>, claims: &mut Claims) {
    let (mut open, mut framed) = (Vec::new(), false);
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if !page.signs(index).meets(Signs::SQUARE.or(Signs::BRACE)) || !may_hold_marker(shown) {
            continue;
        }
        for found in MARKERS.find_iter(shown) {
            let range = found.range();
            match seams::weigh(shown, &range) {
                Seam::Clean => {
                    framed |= range.start == 0;
                    seams::claim(page, index, range, claims);
                }
                Seam::Unfinished => open.push((index, range)),
                Seam::Inside => {}
            }
        }
    }
    // A cut-off text is closed by its marker too, if another one opened it.
    for (index, range) in open.into_iter().filter(|_| framed) {
        seams::claim(page, index, range, claims);
    }
}
