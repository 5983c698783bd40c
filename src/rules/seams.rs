//! Dross glued into a line of text: whether it stands between sentences, and what is cut so that they join well.

use std::ops::Range;

use crate::code::claim_range;
use crate::page::{Page, ends_sentence, starts_lower};
use crate::rule::Claims;

/// How a part of a line stands to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seam {
    /// At an end of the line or between two sentences: the text around it is whole without it.
    Clean,
    /// At the end of the line, behind words that do not end a sentence.
    Unfinished,
    /// Inside of a sentence, which may speak of it.
    Inside,
}

/// Marks behind which a part of a line is quoted or announced.
const ANNOUNCING: [char; 14] = [
    ':', '：', '"', '\'', '“', '‘', '«', '(', '`', '„', '=', '「', '[', '<',
];
/// Marks before which a part of a line belongs to what is around it; quotation marks may open the next sentence.
const CLOSING: [char; 12] = ['’', ')', '`', ',', '.', '?', '!', ';', ':', '=', '」', ']'];
/// Quotation marks that open in some languages and close in others.
const EITHER: [char; 4] = ['“', '«', '‘', '‹'];

/// Tells how a part of a line stands to what is before and behind it.
pub(crate) fn weigh(line: &str, part: &Range<usize>) -> Seam {
    let (before, behind) = (line[..part.start].trim_end(), line[part.end..].trim_start());
    if is_announced(before, behind) || (!behind.is_empty() && starts_lower(behind)) {
        return Seam::Inside;
    }
    match before.is_empty() || is_finished(before) {
        true => Seam::Clean,
        false if behind.is_empty() => Seam::Unfinished,
        false => Seam::Inside,
    }
}

/// Tells whether marks around a part of a line quote it, announce it or tie it to its sentence.
pub(crate) fn is_announced(before: &str, behind: &str) -> bool {
    (before.ends_with(ANNOUNCING) && !is_finished(before)) || behind.starts_with(CLOSING)
}

/// Tells whether a text ends as a sentence does, in quotation marks of any language.
pub(crate) fn is_finished(before: &str) -> bool {
    ends_sentence(before) || ends_sentence(before.trim_end_matches(EITHER))
}

/// Claims a part of a block with the white space behind it, or before it at the end of the line; all of the block where
/// nothing else says anything.
pub(crate) fn claim(page: &Page<'_>, index: usize, part: Range<usize>, claims: &mut Claims) {
    let shown = page.shown(index);
    let (before, behind) = (&shown[..part.start], &shown[part.end..]);
    let says = |text: &str| text.contains(char::is_alphanumeric);
    if !says(before) && !says(behind) {
        claims.block(page, index);
        return;
    }
    let mut range = part;
    if behind.trim_start().is_empty() {
        range.start = before.trim_end().len();
    } else if before.is_empty() || before.ends_with(char::is_whitespace) {
        range.end += behind.len() - behind.trim_start().len();
    }
    let base = page.blocks()[index].shown().start;
    claim_range(page, base + range.start..base + range.end, claims);
}
