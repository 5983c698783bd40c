use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::js_code::{TOPIC, glued, is_script, may_end_script};
use crate::code::{has_sentence, may_hold_script, piece, widen};
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, each, line, look};
use crate::rules::seams;

pub(super) static RULE: Rule = Rule {
    id: "ad-code",
    summary: "scripts of ad servers left as text",
    about: "Slots of ad servers (Google, Amazon, Taboola, Outbrain, Kiosked and others) are filled by scripts, which \
            stay as text where a converter drops the tag around them. Pages that explain the scripts stay.",
    topic: TOPIC,
    find: &[
        look(find_scripts),
        each(claim_glued).signs(Signs::BRACE.or(Signs::SEMICOLON)),
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

/// Claims scripts with such a name that are glued to a line of text.
fn claim_glued(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if !may_hold_script(shown) || !SEARCH.is_match(shown) {
        return;
    }
    for range in glued(shown) {
        if SEARCH.is_match(&shown[range.clone()]) {
            seams::claim(page, index, range, claims);
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
