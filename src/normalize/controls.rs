//! Control characters and terminal escapes that carry no text.

use std::borrow::Cow;

use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};

/// Bytes after which an unfinished terminal string is no longer looked for.
const LONGEST_STRING: usize = 4096;

const ESCAPE: u8 = 0x1B;

pub(super) static PASS: Pass = Pass {
    id: "controls",
    summary: "NUL and other invisible controls, terminal escapes, byte order marks inside the text",
    about: "Tabs, newlines and the controls that stand for newlines stay.",
    default: true,
    over: Over::All,
    acts_on: Some(Marks::CONTROL.and(Marks::LATIN).and(Marks::BEYOND)),
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    while let Some(start) = scan::find(text, at, is_low, is_high) {
        at = start + length(&text.as_bytes()[start..]);
        match edits.last_mut() {
            Some(last) if last.span.end == start => last.span.end = at,
            _ => edits.push(Edit {
                span: Span { start, end: at },
                now: Cow::Borrowed(""),
            }),
        }
    }
    edits
}

fn is_low(one: u8, _: u8) -> bool {
    ((one < 0x20) & !(b'\t'..=b'\r').contains(&one)) | (one == 0x7F)
}

fn is_high(one: u8, two: u8, three: u8) -> bool {
    let free = (one == 0xC2) & ((two == 0x81) | (two == 0x8D) | (two == 0x8F) | (two == 0x90));
    let mark = (one == 0xEF) & (two == 0xBB) & (three == 0xBF);
    free | ((one == 0xC2) & (two == 0x9D)) | mark
}

/// Returns how many bytes the control at the start takes up.
fn length(bytes: &[u8]) -> usize {
    match (bytes[0], bytes.get(1)) {
        (ESCAPE, Some(b'[')) => sequence(bytes, 2),
        (ESCAPE, Some(b']' | b'P' | b'X' | b'^' | b'_')) => string(bytes),
        (ESCAPE, Some(0x20..=0x2F)) => sequence(bytes, 1),
        (ESCAPE, Some(b'7' | b'8' | b'=' | b'>' | b'D' | b'E' | b'H' | b'M' | b'c')) => 2,
        (0xC2, _) => 2,
        (0xEF, _) => 3,
        _ => 1,
    }
}

/// Returns the length of parameters and a final byte, or of the escape alone if none is there.
fn sequence(bytes: &[u8], from: usize) -> usize {
    let inner = bytes[from..]
        .iter()
        .take_while(|byte| (0x20..0x40).contains(*byte))
        .count();
    match bytes.get(from + inner) {
        Some(0x40..=0x7E) => from + inner + 1,
        _ => 1,
    }
}

/// Returns the length of a terminal string, such as a window title, up to its terminator.
fn string(bytes: &[u8]) -> usize {
    let window = &bytes[2..bytes.len().min(LONGEST_STRING)];
    match memchr::memchr3(0x07, ESCAPE, b'\n', window) {
        Some(end) if window[end] == 0x07 => end + 3,
        Some(end) if window[end..].starts_with(b"\x1B\\") => end + 4,
        _ => 1,
    }
}
