use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::js_code::{TOPIC, is_script};
use crate::code::{claim_range, has_sentence, piece, widen};
use crate::page::Page;
use crate::rule::{Claims, Rule, line, look};

pub static RULE: Rule = Rule {
    id: "ad-code",
    summary: "scripts of ad servers left as text",
    about: "Slots of ad servers (Google, Amazon, Taboola, Outbrain, Kiosked and others) are filled by scripts, which \
            stay as text where a converter drops the tag around them. Pages that explain the scripts stay.",
    topic: TOPIC,
    find: &[
        look(find_calls),
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

fn find_calls(page: &Page<'_>, claims: &mut Claims) {
    let text = page.text();
    if memchr::memchr2(b'(', b'=', text.as_bytes()).is_none() {
        return;
    }
    let mut done = 0;
    for index in blocks_with_names(page) {
        let shown = page.shown(index);
        if index < done || !is_ad_script(shown) {
            claim_call(page, index, claims);
            continue;
        }
        let piece = widen(page, piece(page, index));
        done = piece.end;
        piece.for_each(|part| claims.block(page, part));
    }
}

/// Claims a call of an ad server's queue that is glued to the end or the start of a line of text.
fn claim_call(page: &Page<'_>, index: usize, claims: &mut Claims) {
    const CALLS: [&str; 2] = [
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "googletag.cmd.push(function() {",
    ];
    let (shown, base) = (page.shown(index), page.blocks()[index].shown.start);
    for call in CALLS {
        let Some(start) = shown.find(call) else {
            continue;
        };
        let close = shown[start..]
            .rfind("});")
            .map_or(start + call.len(), |end| start + end + 3);
        claim_range(page, base + start..base + close, claims);
    }
}

fn blocks_with_names(page: &Page<'_>) -> Vec<usize> {
    let mut blocks: Vec<usize> = SEARCH
        .find_iter(page.text())
        .map(|found| page.block_at(found.start()))
        .collect();
    blocks.dedup();
    blocks
}

/// Tells whether a line with such a name is code: a script's shape, or statements without a sentence.
fn is_ad_script(line: &str) -> bool {
    let marks = ["('", "(\"", "()", " = ", "={", ".push(", "[]"];
    let statements = marks.iter().any(|mark| line.contains(mark))
        && line.ends_with([';', '{', '}', '>'])
        && !has_sentence(line);
    is_script(line) || statements || line.starts_with("<!--")
}
