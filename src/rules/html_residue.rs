use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::code::claim_range;
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, line, look};

pub(super) static RULE: Rule = Rule {
    id: "html-residue",
    summary: "HTML tags left in the text, raw or escaped",
    about: "Feeds, databases and careless converters leave tags in the text. Only names of HTML count, and inside a \
            line only tags with attributes, line breaks and pairs; the text between stays. A tag that is spoken of \
            (\"the <div> element\"), code, generics and a < b stay, and so do pages about HTML.",
    topic: &[
        "html",
        "markup",
        " tag",
        "element",
        "attribute",
        " css",
        " xml",
        "javascript",
        "template",
        "syntax",
        " code",
    ],
    find: &[
        look(find_tags).signs(Signs::ANGLE.or(Signs::SEMICOLON)),
        line(
            r##"["']? ?(?:(?:class|id|style|href|src|srcset|width|height|alt|title|target|rel|border|align|frameborder|allowfullscreen|data-[a-z-]+|aria-[a-z]+|onclick|sizes|loading|itemprop)=["'][^"'<>]*["'] ?){1,12}/?>?"##,
        ),
        line(r#"["']? ?/>"#),
    ],
};

/// Bytes that a tag spans at most.
const LONGEST_TAG: usize = 1500;
/// Tags of one line that are weighed at most.
const MOST_TAGS: usize = 400;

const NAMES: &str = "abbr|acronym|address|applet|area|article|aside|audio|base|basefont|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|img|input|ins|label|legend|li|link|main|map|mark|meta|nav|noindex|noscript|object|ol|optgroup|option|o:p|param|picture|pre|script|section|select|small|source|span|st1:[a-z]+|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|a|b|i|p|q|s|fb:[a-z-]+|g:[a-z-]+|amp-[a-z-]+";

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r#"(?i)(?:<|&(?:amp;)*lt;)(/?)({NAMES})((?:[ /](?:[^<>&]|&[^l])*?)?)(?:>|&(?:amp;)*gt;)"#
    ))
    .expect("a fixed pattern")
});

/// A tag on a line.
struct Tag {
    range: Range<usize>,
    name: String,
    closes: bool,
    /// What nothing but a tag has: an attribute, a closing slash, a name that stands for a break.
    certain: bool,
}

fn find_tags(page: &Page<'_>, claims: &mut Claims) {
    let text = page.looked_at().as_bytes();
    if memchr::memchr(b'<', text).is_none() && memchr::memmem::find(text, b"lt;").is_none() {
        return;
    }
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if memchr::memchr(b'<', shown.as_bytes()).is_some() || shown.contains("lt;") {
            claim_tags(page, index, claims);
        }
    }
}

fn claim_tags(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let tags = tags(shown);
    if tags.is_empty() || speaks_of_tags(shown, &tags) {
        return;
    }
    let base = page.blocks()[index].shown().start;
    let alone = is_only_tags(shown, &tags);
    if alone && (tags.len() > 1 || tags[0].certain || tags[0].closes) {
        claims.block(page, index);
        return;
    }
    for (at, tag) in tags.iter().enumerate() {
        if tag.certain || has_partner(&tags, at) {
            claim_range(page, base + tag.range.start..base + tag.range.end, claims);
        }
    }
    for range in hidden(shown, &tags) {
        claim_range(page, base + range.start..base + range.end, claims);
    }
}

fn tags(line: &str) -> Vec<Tag> {
    TAG.captures_iter(line)
        .take(MOST_TAGS)
        .filter_map(|found| {
            let (whole, attributes) = (found.get(0)?, &found[3]);
            let name = found[2].to_ascii_lowercase();
            let breaks = matches!(name.as_str(), "br" | "hr" | "wbr" | "o:p")
                || is_glued_edge(line, &whole.range(), !found[1].is_empty());
            let certain =
                breaks || attributes.contains('=') || attributes.trim_end().ends_with('/');
            (whole.len() <= LONGEST_TAG
                && (attributes.is_empty() || certain || attributes.trim().is_empty()))
            .then(|| Tag {
                range: whole.range(),
                name,
                closes: !found[1].is_empty(),
                certain,
            })
        })
        .collect()
}

/// Tells whether a tag opens at the start of a line or closes at its end, glued to the text.
fn is_glued_edge(line: &str, range: &Range<usize>, closes: bool) -> bool {
    if closes {
        range.end == line.len()
            && line[..range.start].ends_with(|c: char| !c.is_whitespace() && c != '`')
    } else {
        range.start == 0 && line[range.end..].starts_with(char::is_alphanumeric)
    }
}

/// Tells whether the line is about tags: they are quoted, or named as such.
fn speaks_of_tags(line: &str, tags: &[Tag]) -> bool {
    let quoted = tags.iter().any(|tag| {
        line[..tag.range.start].ends_with(['`', '"', '“', '\'', '‘', '«'])
            && line[tag.range.end..].starts_with(['`', '"', '”', '\'', '’', '»'])
    });
    let inside: usize = tags.iter().map(|tag| tag.range.len()).sum();
    let lower = line.to_lowercase();
    quoted
        || (inside < line.len()
            && (lower.contains(" html")
                || lower.contains(" tag")
                || lower.contains(" element")
                || lower.contains(" attribut")))
}

fn is_only_tags(line: &str, tags: &[Tag]) -> bool {
    let mut at = 0;
    for tag in tags {
        if line[at..tag.range.start].chars().any(char::is_alphanumeric) {
            return false;
        }
        at = tag.range.end;
    }
    !line[at..].chars().any(char::is_alphanumeric)
}

/// Tells whether a tag opens what another one of the line closes, or closes what it opens.
fn has_partner(tags: &[Tag], at: usize) -> bool {
    let tag = &tags[at];
    let mut others = if tag.closes {
        tags[..at].iter()
    } else {
        tags[at + 1..].iter()
    };
    others.any(|other| other.name == tag.name && other.closes != tag.closes)
}

/// What stands between tags and is never shown: scripts and styles.
fn hidden(line: &str, tags: &[Tag]) -> Vec<Range<usize>> {
    let pairs = tags.windows(2).filter(|pair| {
        matches!(
            pair[0].name.as_str(),
            "script" | "style" | "iframe" | "noscript"
        ) && !pair[0].closes
            && pair[1].closes
            && pair[0].name == pair[1].name
    });
    pairs
        .map(|pair| pair[0].range.end..pair[1].range.start)
        .filter(|range| !line[range.clone()].is_empty())
        .collect()
}
