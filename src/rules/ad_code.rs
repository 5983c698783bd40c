use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;

use super::js_code::{TOPIC, is_script, may_end_script};
use crate::code::{claim_range, has_sentence, piece, widen};
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, line, look};

pub(super) static RULE: Rule = Rule {
    id: "ad-code",
    summary: "scripts of ad servers left as text",
    about: "Slots of ad servers (Google, Amazon, Taboola, Outbrain, Kiosked and others) are filled by scripts, which \
            stay as text where a converter drops the tag around them. Pages that explain the scripts stay.",
    topic: TOPIC,
    find: &[
        look(find_scripts),
        look(find_calls).signs(Signs::BRACE),
        line(r"(?:/[0-9]{5,}/[a-z][a-z0-9_./-]+|div-gpt-ad-[0-9a-z_-]+)(?: .*)?"),
        line(r"ezoic ad.*|ezoicads.*").likely(),
        line(
            r"(?:google_ad_[a-z]+|kmn_[a-z]+|amzn_assoc_[a-z_]+|ad_(?:client|slot|width|height|unit)) ?= ?.*;?",
        ),
    ],
};

/// Names that only ad servers' scripts use.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "googletag.", "adsbygoogle", "google_ad_", "google_color_", "kmn_size", "kmn_placement", "CasaleArgs",
    "amzn_assoc_", "_taboola", "OBR.extern", "criteo", "Criteo", "pubads()", "defineSlot(", "gptadslots", "freestar.",
    "ezstandalone", "medianet_", "_mNHandle", "mNHandle", "OA_show(", "aax_", "apntag.", "adthrive", "pbjs.",
    "tude.cmd", "adocf", "zergnet", "revcontent", "mgid", "AdSense", "ad_unit_id", "adfoxCode", "yaContextCb",
    "Ya.Context", "begun_", "fusetag", "htlbid", "nitroAds", "bsa_", "_bsap", "adnxs", "doubleclick.net",
    "googlesyndication", "googleadservices", "chitika", "infolinks_", "adsense_", "cnxps.cmd", "playwire", "vdo_ai_",
    "unruly", "teads", "SmartAdServer", "emediate", "adtech", "CXad", "DFPTag", "ox_ads", "adbutler", "AdButler",
    "rtk.", "Mads.", "propel_", "yieldlove", "anzac_ad", "adition",
];

static SEARCH: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(NAMES).expect("a fixed list"));

/// Calls of ad servers' queues that scripts glue to a line of text.
const CALLS: [&str; 2] = [
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "googletag.cmd.push(function() {",
];

fn find_scripts(page: &Page<'_>, claims: &mut Claims) {
    let mut index = 0;
    while index < page.blocks().len() {
        let shown = page.shown(index);
        let may_open = may_end_script(shown) || shown.starts_with("<!--");
        if !may_open || !SEARCH.is_match(shown) || !is_ad_script(shown) {
            index += 1;
            continue;
        }
        let piece = widen(page, piece(page, index));
        index = piece.end;
        piece.for_each(|part| claims.block(page, part));
    }
}

/// Claims a call that is glued to the end or the start of a line of text.
fn find_calls(page: &Page<'_>, claims: &mut Claims) {
    for call in CALLS {
        for at in memmem::find_iter(page.looked_at().as_bytes(), call) {
            let shown = page.blocks()[page.block_at(at)].shown();
            let close = page.looked_at()[at..shown.end].rfind("});");
            let end = close.map_or(at + call.len(), |end| at + end + 3);
            claim_range(page, at..end, claims);
        }
    }
}

/// Tells whether a line with such a name is code: a script's shape, or statements without a sentence.
fn is_ad_script(line: &str) -> bool {
    let marks = ["('", "(\"", "()", " = ", "={", ".push(", "[]"];
    let statements = marks.iter().any(|mark| line.contains(mark))
        && line.ends_with([';', '{', '}', '>'])
        && !has_sentence(line);
    is_script(line) || statements || line.starts_with("<!--")
}
