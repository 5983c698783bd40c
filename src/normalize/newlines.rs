//! Line ends of every system to `\n`.

use std::borrow::Cow;

use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "newlines",
    summary: "CR LF, CR, NEL, vertical tab, form feed, U+2028 and U+2029 to \\n",
    about: "CR LF is one newline.",
    default: true,
    over: Over::All,
    acts_on: Some(Marks::CONTROL.and(Marks::LATIN).and(Marks::SPACING)),
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = scan::find(text, at, is_low, is_high) {
        let length = match bytes[start] {
            b'\r' if bytes.get(start + 1) == Some(&b'\n') => 2,
            0xC2 => 2,
            0xE2 => 3,
            _ => 1,
        };
        at = start + length;
        edits.push(Edit {
            span: Span { start, end: at },
            now: Cow::Borrowed("\n"),
        });
    }
    edits
}

fn is_low(one: u8, _: u8) -> bool {
    (0x0B..=0x0D).contains(&one)
}

fn is_high(one: u8, two: u8, three: u8) -> bool {
    let next = (one == 0xC2) & (two == 0x85);
    let separator = (one == 0xE2) & (two == 0x80) & ((three == 0xA8) | (three == 0xA9));
    next | separator
}
