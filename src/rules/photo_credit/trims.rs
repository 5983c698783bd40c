//! Credits at the end of a caption.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{LABELS, VIA, WIDE_COLON, is_credit, is_slashed};
use crate::edit::Span;
use crate::needles::Needles;
use crate::page::{Page, Signs, ends_sentence};
use crate::rule::{Claims, Strength};
use crate::rules::gate::Ends;
use crate::rules::names::{are_names, is_agency, names_agency, starts_name};

/// Bytes at the end of a line in which a credit begins.
const WINDOW: usize = 160;
/// Bytes at the end of a line in which an agency begins behind a sentence or a mark.
const NEAR: usize = 90;
/// First byte of the copyright sign.
const FIRST_OF_SIGN: u8 = 0xC2;
/// Bytes of a caption, below which words before a credit are rather a title.
const CAPTION: usize = 12;
/// Bytes of a caption that need no full stop before a credit.
const LONG_CAPTION: usize = 40;

/// Signs of which a line has one where a credit without a word of its own ends it.
pub(super) const SIGNS: Signs = Signs::COLON
    .or(Signs::SLASH)
    .or(Signs::BRACKET)
    .or(Signs::SQUARE)
    .or(Signs::LATIN)
    .or(Signs::WIDE);

/// Claims the credits at the end of a line that a mark sets off.
pub(super) fn marked(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if may_end_in_credit(shown, page.signs(index)) {
        claim_end(page, index, after_any_mark(shown), claims);
    }
}

/// Claims the credits at the end of a line that a word sets off.
pub(super) fn worded(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if STEM.occur(tail(shown)) {
        claim_end(page, index, without_credit(shown), claims);
    }
}

/// Claims what a line ends in behind what is kept of it, and what stands before that and is a credit too.
fn claim_end(page: &Page<'_>, index: usize, kept: Option<&str>, claims: &mut Claims) {
    let Some(mut kept) = kept else {
        return;
    };
    while let Some(shorter) = without_credit(kept) {
        kept = shorter;
    }
    let block = page.blocks()[index].shown();
    claims.cut(Span::new(block.start + kept.len(), block.end), index);
}

/// The end of a line in which a credit stands.
fn tail(shown: &str) -> &str {
    &shown[shown.ceil_char_boundary(shown.len().saturating_sub(WINDOW))..]
}

/// A bracket closes the line, or a label, a slash or a mark stands near its end.
fn may_end_in_credit(shown: &str, signs: Signs) -> bool {
    let tail = tail(shown);
    let near = tail.len().saturating_sub(NEAR);
    let bytes = tail.as_bytes();
    let labelled = |at: usize| match bytes[at] {
        b':' => LABEL_END.may_end(tail[..at].trim_end()),
        b'/' => at >= near && !bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase),
        _ => true,
    };
    let signed = |at: usize| {
        let sign = &bytes[near + at..];
        MARKS.iter().any(|mark| sign.starts_with(mark.as_bytes()))
    };
    shown.trim_end_matches('.').ends_with([')', ']', '）'])
        || (signs.meets(Signs::COLON.or(Signs::SLASH).or(Signs::WIDE))
            && memchr::memchr3_iter(b':', b'/', WIDE_COLON, bytes).any(labelled))
        || (signs.meets(Signs::BRACKET.or(Signs::LATIN))
            && memchr::memchr2_iter(b'(', FIRST_OF_SIGN, &bytes[near..]).any(signed))
}

static STEM: LazyLock<Needles> = LazyLock::new(|| Needles::new(super::STEMS));

/// Claims the word "Photo" above a caption that ends in a credit.
pub(super) fn label(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let label = matches!(
        page.shown(index),
        "Photo" | "Photos" | "Image" | "Image caption" | "Slide Show"
    );
    if label && page.after(index).and_then(without_credit).is_some() {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Returns the line without the credit at its end.
fn without_credit(shown: &str) -> Option<&str> {
    after_any_mark(shown).or_else(|| kept(after_word(shown)?))
}

/// Returns the line without a credit that a mark sets off.
fn after_any_mark(shown: &str) -> Option<&str> {
    kept(
        after_mark(shown)
            .or_else(|| illustrated(shown))
            .or_else(|| in_brackets(shown))
            .or_else(|| after_label(shown))
            .or_else(|| after_sentence(shown))?,
    )
}

/// Returns what stands before a credit, without the mark between them.
fn kept<'a>((kept, credit): (&'a str, &str)) -> Option<&'a str> {
    let kept = kept
        .trim_end()
        .trim_end_matches(['-', '–', '|', '(', '—', '•'])
        .trim_end();
    (!credit.is_empty() && kept.len() >= 4).then_some(kept)
}

/// "Caption. Ảnh minh họa.": no credit, but the paper's mark of a stock picture.
fn illustrated(shown: &str) -> Option<(&str, &str)> {
    let bare = shown.trim_end_matches('.');
    [
        "Ảnh minh họa",
        "Ảnh minh hoạ",
        "Ảnh tư liệu",
        "Hình minh họa",
        "Ảnh internet",
        "Ảnh Internet",
    ]
    .iter()
    .find_map(|mark| Some((bare.strip_suffix(mark)?.trim_end(), *mark)))
    .filter(|(kept, _)| ends_sentence(kept))
}

/// "Caption (Name/Agency)", "Caption. (AP)", "Caption [Photo: Name]".
fn in_brackets(shown: &str) -> Option<(&str, &str)> {
    let body = shown.trim_end_matches('.');
    let open = match body.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        _ => return None,
    };
    let at = body.rfind(open)?;
    let inside = body[at + open.len_utf8()..].trim_end_matches([')', ']', '）']);
    let kept = shown[..at].trim_end();
    if at == 0 || inside.len() > WINDOW {
        return None;
    }
    let said = open != '['
        || inside.contains([':', '/'])
        || inside.contains(" via ")
        || inside.contains(" by ");
    (said && is_bracketed_credit(kept, inside)).then_some((kept, inside))
}

fn is_bracketed_credit(kept: &str, inside: &str) -> bool {
    let lower = inside.to_lowercase();
    if lower.split_once([':', '：']).is_some_and(|(label, rest)| {
        LABELS.contains(&label.trim()) && !rest.trim().is_empty() && rest.len() < 80
    }) {
        return true;
    }
    let from = [
        "photo by ",
        "photo from ",
        "photo courtesy",
        "photo via ",
        "image via ",
        "image by ",
        "photos by ",
    ];
    if from.iter().any(|from| lower.starts_with(from))
        || lower == "file photo"
        || lower == "ảnh minh họa"
    {
        return true;
    }
    if !names_agency(inside) {
        return is_name_and_paper(inside)
            && ends_sentence(kept)
            && inside.contains(char::is_lowercase);
    }
    let long = inside.contains(['/', ' ', ',']) || inside.len() > 5;
    are_names(inside, 12) && (ends_sentence(kept) || (long && !introduces(kept, inside)))
}

/// "Mike Shoro/Las Vegas Review-Journal": a person, then a paper.
fn is_name_and_paper(inside: &str) -> bool {
    inside.split_once('/').is_some_and(|(person, paper)| {
        (2..=4).contains(&person.split_whitespace().count())
            && are_names(person, 4)
            && are_names(paper, 6)
    })
}

/// The words before the bracket are the long form of what stands in it.
fn introduces(kept: &str, inside: &str) -> bool {
    let initials: String = kept
        .split_whitespace()
        .rev()
        .take(inside.len())
        .filter_map(|word| word.chars().next())
        .collect();
    let initials: String = initials.chars().rev().collect();
    initials.eq_ignore_ascii_case(inside)
}

/// "Caption. Photo: Name", "Caption - Ảnh: REUTERS", "CaptionPhoto: Name".
fn after_label(shown: &str) -> Option<(&str, &str)> {
    let from = shown.ceil_char_boundary(shown.len().saturating_sub(WINDOW));
    let tail = &shown[from..];
    for colon in memchr::memchr2_iter(b':', WIDE_COLON, tail.as_bytes()) {
        let Some(mark) = [":", "："]
            .iter()
            .find(|mark| tail[colon..].starts_with(**mark))
        else {
            continue;
        };
        let head = tail[..colon].trim_end();
        let Some(label) = label_at_end(head) else {
            continue;
        };
        let kept = &shown[..from + head.len() - label];
        let rest = tail[colon + mark.len()..].trim();
        let bare = rest.trim_end_matches('.');
        let token = !bare.contains([' ', '.', '?', '!'])
            && (2..=20).contains(&bare.len())
            && ends_sentence(kept.trim_end());
        let picture = ["Ảnh", "Foto", "Photo", "Фото"].contains(&&head[head.len() - label..]);
        if (is_credit(rest) || (token && picture)) && fits(kept, &head[head.len() - label..], rest)
        {
            return Some((kept.trim_end(), rest));
        }
    }
    None
}

static LABEL_END: LazyLock<Ends<2>> = LazyLock::new(|| Ends::new(LABELS.iter().copied()));

/// Returns the length of the label that a text ends in; the label begins with a capital.
fn label_at_end(head: &str) -> Option<usize> {
    if !LABEL_END.may_end(head) {
        return None;
    }
    let from = head.floor_char_boundary(head.len().saturating_sub(36));
    let lower = head[from..].to_lowercase();
    let found = LABELS
        .iter()
        .filter(|label| lower.ends_with(**label))
        .max_by_key(|label| label.len())?;
    let label = head.get(head.len().checked_sub(found.len())?..)?;
    let capital = label.chars().next()?.is_uppercase() || !label.chars().any(char::is_lowercase);
    capital.then_some(label.len())
}

/// Weighs whether a label stands at a seam: after a sentence, a dash, or a caption of some length.
fn fits(caption: &str, label: &str, rest: &str) -> bool {
    let kept = caption.trim_end();
    let seam = ends_sentence(kept) || kept.ends_with(['-', '–', '—', '|', '(', '•']);
    if seam || (names_agency(rest) && kept.len() >= CAPTION) {
        return kept.len() >= 4;
    }
    let weak = [
        "picture", "pictures", "image", "images", "credit", "credits", "hình", "crédito", "crédit",
        "bild",
    ];
    let glued = caption
        .chars()
        .next_back()
        .is_some_and(|c| c.is_lowercase() || c == ')');
    !weak.contains(&label.to_lowercase().as_str())
        && kept.len() >= if glued { CAPTION } else { LONG_CAPTION }
        && rest.split_whitespace().count() <= 4
}

/// "Caption. Credit Name for The Paper", "Caption. Ảnh Name", "body.Featured image via Name/Agency".
fn after_word(shown: &str) -> Option<(&str, &str)> {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "Featured image via ", "Featured Image via ", "Featured image by ", "Featured Image: ", "Featured image: ",
        "Featured image courtesy ", "Featured photo via ", "Featured Photo via ", "Featured image from ",
        "Featured image credit ", "Photo by ", "Image by ", "Photo via ", "Image via ", "Photo courtesy of ",
        "Photo courtesy ", "Photo from ", "Photo is from ", "Photos by ", "Photograph by ", "Picture by ",
        "Image courtesy of ", "Foto de ", "Foto von ", "AP Photo/", "AFP PHOTO", "AFP Photo/", "RNS photo by ",
        "Courtesy of ", "Courtesy ", "Credit Photo courtesy ", "Image copyright ", "Image copyright",
        "Source: Getty", "Ảnh ", " Credit ",
    ];
    static ANY: LazyLock<Needles> = LazyLock::new(|| Needles::new(WORDS));
    static EACH: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::new(WORDS).expect("a fixed list"));
    let from = shown.ceil_char_boundary(shown.len().saturating_sub(WINDOW));
    let tail = &shown[from..];
    if !ANY.occur(tail) {
        return None;
    }
    let mut last = [None; WORDS.len()];
    for found in EACH.find_overlapping_iter(tail) {
        last[found.pattern()] = Some(from + found.start());
    }
    WORDS.iter().zip(last).find_map(|(word, at)| {
        let at = at?;
        let (kept, rest) = (shown[..at].trim_end(), &shown[at + word.len()..]);
        let seam = ends_sentence(kept) || kept.ends_with(['"', '”', '|', '-', '–']);
        let paper = rest.contains(" for The ") || rest.contains("/The ") || names_agency(rest);
        let fits = match *word {
            " Credit " => paper,
            _ if word.starts_with("Featured") || word.starts_with("Image copyright") => true,
            _ if word.starts_with("AP Photo") || word.starts_with("AFP P") => true,
            _ => seam && !rest.trim_end_matches('.').contains(". "),
        };
        (at > 0 && fits && is_credit(rest.trim_start())).then_some((kept, &shown[at..]))
    })
}

/// "Caption. Name / Agency", "Caption. Associated Press".
fn after_sentence(shown: &str) -> Option<(&str, &str)> {
    let from = shown.ceil_char_boundary(shown.len().saturating_sub(NEAR));
    let tail = &shown[from..];
    if memchr::memchr(b'/', tail.as_bytes()).is_none() && !VIA.occur(tail) {
        return None;
    }
    memchr::memchr_iter(b' ', tail.as_bytes()).find_map(|space| {
        let (sentence, rest) = (&shown[..from + space], tail[space..].trim());
        let fits = sentence.ends_with(['.', '?', '!', '”', '"'])
            && starts_name(rest)
            && is_slashed(rest.trim_end_matches('.'));
        fits.then_some((sentence, rest))
    })
}

const MARKS: &[&str] = &["©", "(c)", "(C)", "（c）", "＝"];
static MARK: LazyLock<Needles> = LazyLock::new(|| Needles::new(MARKS));

/// "Caption ©Name (AFP/File)", "記事。(c)AFP/Name", "説明＝ロイター".
fn after_mark(shown: &str) -> Option<(&str, &str)> {
    let from = shown.ceil_char_boundary(shown.len().saturating_sub(NEAR));
    let tail = &shown[from..];
    // The first bytes of the marks: most lines have none of them so near their end.
    memchr::memchr3(b'(', FIRST_OF_SIGN, WIDE_COLON, tail.as_bytes())?;
    if !MARK.occur(tail) {
        return None;
    }
    MARKS.iter().find_map(|mark| {
        let at = tail.rfind(mark)?;
        let rest = tail[at + mark.len()..].trim_end_matches([')', '.']).trim();
        let agency = match *mark {
            "＝" => is_agency(rest),
            _ => {
                names_agency(rest)
                    && (are_names(rest, 6) || rest.contains("(AFP") || rest.starts_with("AFP/"))
            }
        };
        (from + at > 0 && agency).then(|| (&shown[..from + at], rest))
    })
}
