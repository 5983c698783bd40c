//! C1 controls: windows-1252 bytes that were read as Latin-1.

use std::borrow::Cow;

use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};

/// The second UTF-8 byte of U+0085, which is a newline of its own kind and also an ellipsis.
const NEXT_LINE: u8 = 0x85;

pub(super) static PASS: Pass = Pass {
    id: "c1",
    summary: "C1 controls to the quotes and dashes that windows-1252 has there",
    about: "U+0085 becomes an ellipsis where the text holds other such controls or a sentence trails \
            off there; else it is a newline. The five controls that windows-1252 leaves free stay.",
    default: true,
    over: Over::All,
    acts_on: Some(Marks::LATIN),
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let mut parts_lines = None;
    places(text)
        .filter_map(|start| {
            let byte = text.as_bytes()[start + 1];
            let now = windows_1252(byte)?;
            let newline =
                byte == NEXT_LINE && *parts_lines.get_or_insert_with(|| parts_lines_in(text));
            let span = Span {
                start,
                end: start + 2,
            };
            (!newline).then_some(Edit {
                span,
                now: Cow::Borrowed(now),
            })
        })
        .collect()
}

/// Returns where C1 controls stand.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let hit = scan::find_beyond_ascii(text, at, |one, two, _| (one == 0xC2) & (two < 0xA0))?;
        at = hit + 2;
        Some(hit)
    })
}

/// Tells whether U+0085 parts lines in this text: no other control of windows-1252 is there, and it stands where a
/// sentence would not go on.
fn parts_lines_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let other = |hit: usize| bytes[hit + 1] != NEXT_LINE && windows_1252(bytes[hit + 1]).is_some();
    if places(text).any(other) {
        return false;
    }
    let is_broken = memchr::memchr2(b'\n', b'\r', bytes).is_some();
    // An ellipsis has a space or a quotation mark behind it, or ends the text; a line begins with a word.
    let opens_line = |hit: &usize| {
        let after = text[hit + 2..].chars().next();
        after.is_some_and(|ch| {
            ch == '\u{85}'
                || ch.is_uppercase()
                || ch.is_numeric()
                || !is_broken && ch.is_alphabetic()
        })
    };
    places(text).filter(opens_line).count() * 2 > places(text).count()
}

/// Returns the character at a byte from 0x80 to 0x9F of windows-1252.
pub(super) fn windows_1252(byte: u8) -> Option<&'static str> {
    const TABLE: [&str; 32] = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’",
        "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ];
    let ch = *TABLE.get(usize::from(byte.checked_sub(0x80)?))?;
    (!ch.is_empty()).then_some(ch)
}
