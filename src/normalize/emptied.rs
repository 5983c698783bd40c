//! Lines that removals left empty.

use crate::edit::{Edit, Span};

/// Name in the record of the edits that take emptied lines out.
pub(crate) const ID: &str = "emptied-lines";

/// The pass that tells blank lines of the capture from others.
pub(crate) const READER: &str = "paragraphs";

/// Bytes from which a line is a paragraph for sure, so that what stood beside it does not belong to it.
const PARAGRAPH: usize = 80;

/// Takes out the lines of a text from which all was removed, so that no pass reads them as blank lines of the capture.
///
/// Beside a paragraph such a line stays where other blank lines set blocks apart. `places` are where something was
/// removed, in order, as places of the text that is left.
pub(crate) fn edits(text: &str, places: impl Iterator<Item = usize>) -> Vec<Edit> {
    let emptied = emptied(text, places);
    if emptied.is_empty() {
        return Vec::new();
    }
    let is_beside_paragraph = |line: &Span| {
        let above = text[..line.start].trim_end_matches('\n');
        let above =
            above.len() - memchr::memrchr(b'\n', above.as_bytes()).map_or(0, |feed| feed + 1);
        let below = memchr::memchr(b'\n', &text.as_bytes()[line.end..]);
        above >= PARAGRAPH || below.unwrap_or(text.len() - line.end) >= PARAGRAPH
    };
    let has_blocks = has_other_blank_line(text, &emptied);
    let goes = |line: &Span| !has_blocks || !is_beside_paragraph(line);
    emptied.into_iter().filter(goes).map(Edit::remove).collect()
}

/// Returns the lines at some places that show nothing.
fn emptied(text: &str, places: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut seen = 0;
    for place in places {
        if place < seen {
            continue;
        }
        let bytes = text.as_bytes();
        let start =
            memchr::memrchr(b'\n', &bytes[seen..place]).map_or(seen, |feed| seen + feed + 1);
        let end =
            memchr::memchr(b'\n', &bytes[place..]).map_or(text.len(), |feed| place + feed + 1);
        seen = end;
        if start < end && text[start..end].trim().is_empty() {
            lines.push(Span::new(start, end));
        }
    }
    lines
}

/// Tells whether a line shows nothing though nothing was removed from it; lines at both ends of a text part nothing.
fn has_other_blank_line(text: &str, emptied: &[Span]) -> bool {
    let inner = text.trim();
    let first = inner.as_ptr().addr() - text.as_ptr().addr();
    let mut emptied = emptied.iter().map(|line| line.start).peekable();
    let mut start = first;
    inner.split('\n').any(|line| {
        let at = start;
        start += line.len() + 1;
        while emptied.next_if(|&line| line < at).is_some() {}
        line.trim().is_empty() && emptied.peek() != Some(&at)
    })
}
