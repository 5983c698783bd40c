//! One link in one line: "READ MORE: headline", "[Headline]", ">> headline", "Headline Read more".

use std::sync::LazyLock;

use super::{has_seam, is_headline};
use crate::page::{Page, ends_sentence, starts_lower};
use crate::rule::{Claims, Strength};
use crate::rules::gate::Starts;
use crate::rules::names::is_domain;
use crate::rules::surroundings::is_among_fields;

/// Longest link, in bytes.
pub(super) const LONGEST: usize = 230;

/// Labels in front of a linked headline, in lower case, each with how plainly it is one.
#[rustfmt::skip]
const LABELS: &[(&str, Strength)] = &[
    ("related:", Strength::Sure), ("related story:", Strength::Sure), ("related stories:", Strength::Sure),
    ("related article:", Strength::Sure), ("related articles:", Strength::Sure),
    ("related coverage:", Strength::Sure), ("related video:", Strength::Sure), ("related post:", Strength::Sure),
    ("related link:", Strength::Sure), ("related links:", Strength::Sure), ("related news:", Strength::Sure),
    ("related content:", Strength::Sure), ("related roundup:", Strength::Sure), ("read more:", Strength::Likely),
    ("more:", Strength::Likely), ("see also:", Strength::Likely), ("see more:", Strength::Likely),
    ("also read:", Strength::Likely), ("read also:", Strength::Likely), ("also see:", Strength::Likely),
    ("read next:", Strength::Likely), ("read:", Strength::Hint), ("must read:", Strength::Likely),
    ("don't miss:", Strength::Likely), ("don’t miss:", Strength::Likely), ("watch:", Strength::Likely),
    ("watch now:", Strength::Likely), ("watch next:", Strength::Likely), ("see video:", Strength::Likely),
    ("full video:", Strength::Likely), ("video:", Strength::Likely), ("photos:", Strength::Likely),
    ("gallery:", Strength::Likely), ("slideshow:", Strength::Likely), ("pics:", Strength::Likely),
    ("in pictures:", Strength::Likely), ("more from ", Strength::Hint), ("what to read next:", Strength::Likely),
    ("you may also like:", Strength::Likely), ("trending:", Strength::Likely), ("read more on ", Strength::Hint),
    ("up next:", Strength::Likely), ("editor's pick:", Strength::Likely), ("click here:", Strength::Likely),
    ("check out:", Strength::Likely), ("now watch this:", Strength::Likely), ("now read this:", Strength::Likely),
    ("watch this:", Strength::Likely), ("now watch:", Strength::Likely), ("now playing:", Strength::Likely),
    ("now read:", Strength::Likely),
    // German, Dutch
    ("lesen sie auch:", Strength::Sure), ("lesen sie mehr:", Strength::Sure), ("lesen sie hier:", Strength::Likely),
    ("mehr zum thema:", Strength::Sure), ("siehe auch:", Strength::Likely), ("auch interessant:", Strength::Sure),
    ("lies auch:", Strength::Sure), ("lesetipp:", Strength::Likely), ("lees ook:", Strength::Sure),
    ("lees ook ", Strength::Likely), ("lees verder:", Strength::Likely), ("bekijk ook:", Strength::Sure),
    ("zie ook:", Strength::Likely),
    // French
    ("lire aussi:", Strength::Sure), ("lire aussi :", Strength::Sure), ("lire aussi ", Strength::Likely),
    ("à lire aussi:", Strength::Sure), ("à lire aussi :", Strength::Sure), ("à lire aussi ", Strength::Likely),
    ("a lire aussi :", Strength::Sure), ("a lire aussi ", Strength::Likely), ("à lire :", Strength::Likely),
    ("à lire:", Strength::Likely), ("lire :", Strength::Likely), ("voir aussi :", Strength::Sure),
    ("voir aussi:", Strength::Sure), ("lire également :", Strength::Sure), ("lire également:", Strength::Sure),
    ("à voir :", Strength::Likely), ("➡️", Strength::Hint),
    // Spanish, Portuguese, Italian, Romanian
    ("lee también:", Strength::Sure), ("lea también:", Strength::Sure), ("lea además:", Strength::Sure),
    ("leer también:", Strength::Sure), ("lee además:", Strength::Sure), ("le puede interesar:", Strength::Sure),
    ("te puede interesar:", Strength::Sure), ("también te puede interesar:", Strength::Sure),
    ("te recomendamos:", Strength::Sure), ("ver también:", Strength::Sure), ("vea también:", Strength::Sure),
    ("mira también:", Strength::Sure), ("leia também:", Strength::Sure), ("leia mais:", Strength::Sure),
    ("veja também:", Strength::Sure), ("saiba mais:", Strength::Likely), ("leggi anche:", Strength::Sure),
    ("leggi anche ", Strength::Likely), ("leggi anche>", Strength::Sure), ("vedi anche:", Strength::Likely),
    ("guarda anche:", Strength::Sure), ("citește și:", Strength::Sure), ("citeşte şi:", Strength::Sure),
    ("citește și ", Strength::Likely), ("vezi și:", Strength::Sure),
    // Scandinavian, Finnish
    ("läs också:", Strength::Sure), ("läs mer:", Strength::Sure), ("läs även:", Strength::Sure),
    ("les også:", Strength::Sure), ("læs også:", Strength::Sure), ("se også:", Strength::Likely),
    ("lue myös:", Strength::Sure),
    // Slavic
    ("czytaj też:", Strength::Sure), ("czytaj także:", Strength::Sure), ("zobacz też:", Strength::Sure),
    ("zobacz także:", Strength::Sure), ("zobacz:", Strength::Likely), ("przeczytaj także:", Strength::Sure),
    ("przeczytaj również:", Strength::Sure), ("czytaj więcej:", Strength::Sure), ("čtěte také:", Strength::Sure),
    ("čtěte:", Strength::Likely), ("přečtěte si také:", Strength::Sure), ("viz také:", Strength::Likely),
    ("čítajte aj:", Strength::Sure), ("prečítajte si aj:", Strength::Sure), ("читайте также:", Strength::Sure),
    ("читать также:", Strength::Sure), ("смотрите также:", Strength::Sure), ("по теме:", Strength::Likely),
    ("читайте також:", Strength::Sure), ("дивіться також:", Strength::Sure), ("прочетете още:", Strength::Sure),
    ("pročitajte još:", Strength::Sure), ("pročitajte i:", Strength::Sure),
    // Hungarian, Greek, Turkish
    ("olvassa el ezt is:", Strength::Sure), ("ezt is olvassa el:", Strength::Sure),
    ("διαβάστε επίσης:", Strength::Sure), ("διαβάστε ακόμη:", Strength::Sure), ("δείτε επίσης:", Strength::Sure),
    ("ilgili haber:", Strength::Sure), ("ayrıca bakınız:", Strength::Sure),
    // Asian, Arabic, Persian, Urdu
    ("baca juga:", Strength::Sure), ("baca juga ", Strength::Hint), ("lihat juga:", Strength::Sure),
    ("xem thêm:", Strength::Sure), ("đọc thêm:", Strength::Sure), ("관련기사:", Strength::Sure),
    ("관련 기사:", Strength::Sure), ("【関連記事】", Strength::Sure), ("関連記事：", Strength::Sure), ("関連記事:", Strength::Sure),
    ("■関連記事", Strength::Sure), ("【関連】", Strength::Likely), ("あわせて読みたい：", Strength::Sure), ("相关阅读：", Strength::Sure),
    ("延伸阅读：", Strength::Sure), ("延伸閱讀：", Strength::Sure), ("相关新闻：", Strength::Sure), ("اقرأ أيضا:", Strength::Sure),
    ("اقرأ أيضاً:", Strength::Sure), ("إقرأ أيضاً:", Strength::Sure), ("بیشتر بخوانید:", Strength::Sure),
    ("यह भी पढ़ें:", Strength::Sure), ("ये भी पढ़ें:", Strength::Sure), ("یہ بھی پڑھیں:", Strength::Sure),
];

static LABEL: LazyLock<Starts> = LazyLock::new(|| Starts::new(labels()));

pub(super) fn labels() -> Vec<&'static str> {
    LABELS.iter().map(|(label, _)| *label).collect()
}

/// Claims "READ MORE: headline".
pub(super) fn labelled(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > LONGEST || shown.len() < 8 {
        return;
    }
    let bare = shown.trim_start_matches([
        '(', '[', '>', '»', '•', '*', '-', '–', '—', '→', '►', '▶', ' ', '|',
    ]);
    let Some((label, strength)) = LABEL.find(bare).map(|label| &LABELS[label]) else {
        return;
    };
    let head = &bare[..bare.floor_char_boundary(48)];
    let shouted = ["MOR", "REA", "LEE", "LEG", "CIT", "À L", "A L"];
    if !head.contains([':', '：', '】', '>', '■'])
        && shouted.iter().any(|start| head.starts_with(start))
    {
        return;
    }
    let rest = bare.get(label.len()..).unwrap_or_default().trim();
    let bracketed = shown.starts_with(['(', '[']) == shown.ends_with([')', ']'])
        || !shown.starts_with(['(', '[']);
    if bracketed
        && links(rest, *strength)
        && !rest.contains(" Hide Caption")
        && (*strength == Strength::Sure || !is_among_fields(page, index))
    {
        claims.block_as(page, index, *strength);
    }
}

/// The rest reads as a headline: it begins with a capital and is no row of sentences.
fn links(rest: &str, strength: Strength) -> bool {
    let address = rest.starts_with("http");
    let several = has_seam(rest);
    let sentence = ends_sentence(rest) && rest.ends_with('.');
    !rest.is_empty()
        && (address || !starts_lower(rest))
        && !several
        && (strength == Strength::Sure || (!sentence && rest.split_whitespace().count() >= 2))
}

/// Claims ">> headline" lines.
pub(super) fn arrows(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(rest) = shown.strip_prefix(">>").or_else(|| shown.strip_prefix("»")) else {
        return;
    };
    let rest = rest.trim_start_matches('>').trim_start();
    let code =
        shown.starts_with(">>>") || rest.contains([';', '=', '{', '(']) && !rest.contains(' ');
    if !code && is_headline(rest) && !rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Words that open an editor's own remark in brackets.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "image", "photo", "figure", "screenshot", "table", "chart", "note", "editor", "update", "caption", "picture",
    "alt", "audio",
];

/// Claims "[Headline of another story]" between paragraphs, as news sites set their links.
pub(super) fn bracketed(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(inside) = shown
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return;
    };
    if index == 0 {
        return;
    }
    let words = inside.split_whitespace().count();
    let shaped = (5..=25).contains(&words)
        && !inside.contains(['[', ']'])
        && is_headline(inside)
        && !inside.ends_with(')');
    let lower = inside.to_lowercase();
    let noted = NOTES.iter().any(|note| lower.starts_with(note));
    let shaped = shaped && !noted && !inside.split_whitespace().any(is_domain);
    let speaks = ends_sentence(inside) && !inside.ends_with(['?', '’', '\'', '”']);
    let between = page
        .before(index)
        .is_some_and(|above| above.len() >= 60 && ends_sentence(above));
    if shaped && !speaks && between && page.after(index).is_none_or(|below| !starts_lower(below)) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Claims "Headline Read more", the flattened link of the Guardian.
pub(super) fn rich_links(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(title) = shown
        .strip_suffix(" Read more")
        .or_else(|| shown.strip_suffix(" Read More"))
    else {
        return;
    };
    let cut_off = title.ends_with("...") || title.ends_with('…') || title.ends_with('.');
    if (20..=180).contains(&title.len()) && !cut_off && !title.contains(". ") {
        claims.block_as(page, index, Strength::Likely);
    }
}
