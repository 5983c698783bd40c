//! Text that was read in the wrong encoding, once or more often.

mod charmap;
mod kind;
mod oddness;
mod repair;

use super::code::is_code_like;
use super::lines;
use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};
use charmap::{CHARMAP, COUNT};
use repair::{Cell, Evidence, repair};

/// Characters looked at one by one after a false start.
const LOOK_ON: usize = 24;

/// Words of which a text about encodings holds several.
const SUBJECT: [&str; 10] = [
    "mojibake",
    "utf-8",
    "utf8",
    "unicode",
    "windows-1252",
    "cp1252",
    "iso-8859",
    "latin-1",
    "character set",
    "character encoding",
];

/// Repairs UTF-8 that was read as a single-byte encoding.
///
/// Source: the idea of measuring badness before and after is from Robyn Speer's ftfy
/// (<https://github.com/rspeer/python-ftfy>); tables and weights are ours.
pub(super) static PASS: Pass = Pass {
    id: "mojibake",
    summary: "UTF-8 that was read in a single-byte encoding, such as \"cafÃ©\"",
    about: "A stretch is decoded anew only where that takes away far more oddness than it brings, \
            and never in code or in a text about encodings.",
    default: true,
    over: Over::All,
    acts_on: Some(Marks::BESIDE),
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let suspects = suspects(text);
    if suspects.is_empty() || is_about_encodings(text) {
        return Vec::new();
    }
    let mut evidence: Evidence = [0; COUNT];
    for line in &suspects {
        if let Some((_, found)) = repair(line.text, &[0; COUNT]) {
            (0..COUNT).for_each(|index| evidence[index] += found[index]);
        }
    }
    if evidence == [0; COUNT] {
        return Vec::new();
    }
    suspects
        .iter()
        .filter_map(|line| Some((line.start, repair(line.text, &evidence)?.0)))
        .flat_map(|(start, cells)| edits(start, &cells))
        .collect()
}

/// Returns the lines of prose in which a lead byte meets a later byte in some encoding.
fn suspects(text: &str) -> Vec<lines::Line<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(hit) = next_suspect(text, at) {
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..hit]).map_or(0, |end| end + 1);
        let end =
            memchr::memchr(b'\n', &text.as_bytes()[hit..]).map_or(text.len(), |end| hit + end);
        found.push(start);
        at = end;
    }
    let mut found = found.into_iter().peekable();
    if found.peek().is_none() {
        return Vec::new();
    }
    lines::lines(text)
        .filter(|line| found.next_if_eq(&line.start).is_some())
        .filter(|line| !line.kind.is_verbatim() && !is_code_like(line.text))
        .collect()
}

/// Returns the first place from `at` on where mojibake may start.
fn next_suspect(text: &str, at: usize) -> Option<usize> {
    let mut from = at;
    while let Some(hit) = scan::find_beyond_ascii(text, from, may_start) {
        // Text in other scripts is full of false starts: look on from character to character.
        let mut chars = text[hit..].char_indices();
        for _ in 0..LOOK_ON {
            let here = chars.clone();
            let (offset, ch) = chars.next()?;
            if !ch.is_ascii() && is_suspect(here.map(|(_, ch)| ch)) {
                return Some(hit + offset);
            }
        }
        from = hit + chars.offset();
    }
    None
}

fn is_suspect(mut chars: impl Iterator<Item = char> + Clone) -> bool {
    let whole = CHARMAP.whole(chars.clone()) != 0;
    whole || matches!(chars.next(), Some('Ã' | 'Â')) && chars.next() == Some(' ')
}

/// Tells from three bytes whether a character that may be a lead starts here, and is not followed
/// by ASCII; "Ã" and "Â" may have lost what followed.
fn may_start(one: u8, two: u8, three: u8) -> bool {
    let tail = (three >= 0x80) & ((three < 0xE0) | (three == 0xE2) | (three == 0xEF));
    let pair = (0xC2..=0xD1).contains(&one) & tail;
    let lone = (one == 0xC3) & ((two == 0x83) | (two == 0x82)) & (three == b' ');
    let symbol = (one == 0xE2) & ((two == 0x88) | (two == 0x89) | (0x94..=0x96).contains(&two));
    let quote = (one == 0xE2) & (two == 0x80) & matches!(three, 0x93 | 0x94 | 0x9A | 0x9E | 0xB0);
    pair | lone | symbol | quote
}

fn is_about_encodings(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut subjects = SUBJECT
        .iter()
        .filter(|word| memchr::memmem::find(lower.as_bytes(), word.as_bytes()).is_some());
    match subjects.next() {
        Some(&"mojibake") => true,
        Some(_) => subjects.next().is_some(),
        None => false,
    }
}

fn edits(start: usize, cells: &[Cell]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut end = start;
    for run in cells.chunk_by(|one, two| one.is_repaired() == two.is_repaired()) {
        let start = end;
        end += run.iter().map(Cell::length).sum::<usize>();
        if run[0].is_repaired() {
            let now: String = run.iter().map(|cell| cell.ch).collect();
            edits.push(Edit::replace(Span::new(start, end), now));
        }
    }
    edits
}
