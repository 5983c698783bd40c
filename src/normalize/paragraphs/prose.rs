//! How lines of prose begin and end.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Characters that no line is filled to: longer ones are paragraphs.
pub(super) const WIDEST: usize = 125;

/// Columns from which a sentence on a line of its own is a paragraph; verse and print are narrower.
const PARAGRAPH: usize = 80;

/// Columns from which a line may break off for want of room.
const NARROWEST: usize = 45;

/// Bytes of a character, at most.
const LONGEST_CHARACTER: usize = 4;

/// Bytes of the longest name of a speaker or a field before a colon.
const LABEL: usize = 24;

/// Marks that open a sentence before its first letter.
const OPENING: [char; 10] = ['“', '"', '\'', '‘', '«', '„', '¿', '¡', '(', '['];

/// Marks that close a sentence behind its last one.
const CLOSING: [char; 13] = [
    '”', '"', '\'', '’', '»', '“', ')', ']', '」', '』', '）', '*', '_',
];

/// Returns how many characters a text has.
pub(super) fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Returns how many columns a text takes up on a screen.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.width()
    }
}

/// Tells lines that are longer than any line is filled to.
pub(super) fn is_too_wide(text: &str) -> bool {
    text.len() > WIDEST && (text.len() > WIDEST * LONGEST_CHARACTER || characters(text) > WIDEST)
}

/// Tells a line that ends as sentences do, or announces something.
pub(super) fn is_ended(text: &str) -> bool {
    text.ends_with([':', '：']) || is_sentence_end(text)
}

fn is_sentence_end(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with([
        '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።',
    ])
}

/// Tells a line that begins with a letter that is no capital; scripts without capitals have no others.
pub(super) fn goes_on(text: &str) -> bool {
    let first = text.trim_start_matches(OPENING).chars().next();
    first.is_some_and(|ch| ch.is_alphabetic() && !ch.is_uppercase())
}

/// Tells a line that begins in lower case.
fn starts_lower(text: &str) -> bool {
    text.trim_start_matches(OPENING)
        .starts_with(char::is_lowercase)
}

/// Tells a sentence that ends within a line and the next one, in capitals, behind it.
pub(super) fn holds_sentence_end(text: &str) -> bool {
    text.match_indices(['.', '!', '?']).any(|(at, _)| {
        let before = text[..at]
            .chars()
            .rev()
            .take_while(|ch| ch.is_lowercase())
            .count();
        let mut after = text[at + 1..].chars();
        before > 2 && after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
    })
}

/// Tells a line that breaks off within a sentence or a word which the next line goes on with.
pub(super) fn runs_on(one: &str, two: &str) -> bool {
    let is_cut = one.ends_with(|ch: char| matches!(ch, ',' | '،') || ch.is_alphabetic());
    let has_no_case = |ch: Option<char>| {
        ch.is_some_and(|ch| ch.is_alphabetic() && ch.to_lowercase().eq(ch.to_uppercase()))
    };
    if starts_lower(two) {
        super::hyphens::is_broken(one) || is_cut && columns(one) >= NARROWEST
    } else {
        // Where no letter is a capital, only the width tells.
        is_cut && has_no_case(two.chars().next()) && columns(one) >= PARAGRAPH && !is_too_wide(one)
    }
}

/// Tells a block most lines of which are whole sentences, and half of its lines wide ones.
pub(super) fn are_paragraphs<'t>(block: impl Iterator<Item = &'t str>) -> bool {
    let (mut lines, mut sentences, mut wide) = (0, 0, 0);
    for line in block {
        let is_wide = line.len() >= PARAGRAPH && columns(line) >= PARAGRAPH;
        let is_whole = is_sentence_end(line) || is_wide && is_ended(line);
        let is_sentence = is_whole && !starts_lower(line) && !is_labelled(line);
        lines += 1;
        sentences += usize::from(is_sentence);
        wide += usize::from(is_sentence && is_wide);
    }
    sentences * 2 > lines && wide * 2 >= lines
}

/// Tells a line that begins with a time, a speaker or the name of a field.
fn is_labelled(text: &str) -> bool {
    let label = || {
        text.split_once(": ")
            .filter(|(label, _)| label.len() <= LABEL)
    };
    text.starts_with('[') || label().is_some()
}

/// Returns what parts two words of a sentence where a line end did.
pub(super) fn space_between(one: &str, two: &str) -> &'static str {
    match (one.chars().next_back(), two.chars().next()) {
        (Some(last), Some(first)) if is_unspaced(last) && is_unspaced(first) => "",
        _ => " ",
    }
}

/// Tells the wide characters of Chinese and Japanese; words of Korean have spaces between them.
pub(super) fn is_unspaced(ch: char) -> bool {
    let is_hangul = matches!(ch, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}');
    !ch.is_ascii() && ch.width() == Some(2) && !is_hangul
}

/// Tells scripts whose words have no spaces between them though their characters are narrow: no joint is sure there.
pub(super) fn is_unsure(ch: char) -> bool {
    matches!(ch, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}
