//! The shape of a line: its folded text, with any number for a number that may change.

use std::fmt;

use crate::fold::fold;
use crate::sketch::hash;

/// The form in which lines of different captures are compared.
///
/// Folded as phrases are (see [`crate::fold`]), and each number is `#`, unless the line has a date, a time or a year:
/// those are the capture's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shape(String);

impl Shape {
    /// Returns the hash of the shape, the same on every machine.
    pub fn key(&self) -> u64 {
        hash(self.0.chars())
    }

    /// Tells whether the line shows nothing but decoration.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns the shape of a line.
///
/// ```
/// use undross::learn::shape;
///
/// assert_eq!(shape("Seen 1,204 times »"), shape("seen 7 times"));
/// assert_ne!(shape("Monday at 9:30"), shape("Monday at 9:45"));
/// ```
pub fn shape(line: &str) -> Shape {
    let folded = fold(line);
    if is_dated(&folded) {
        return Shape(folded);
    }
    Shape(numbered(folded))
}

/// Folds a line, and writes `#` for each number in it, also in dates and times.
pub(crate) fn without_numbers(line: &str) -> String {
    numbered(fold(line))
}

/// Writes `#` for each number of a folded line.
fn numbered(folded: String) -> String {
    if !folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return folded;
    }
    let mut out = String::with_capacity(folded.len());
    for part in folded.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
        if letters.len() < part.len() && !out.ends_with("#,") {
            out.push('#');
        } else if letters.len() < part.len() {
            out.pop();
        }
        out.push_str(letters);
    }
    out
}

/// Tells whether a line has a year, or numbers with marks between them as dates and times have.
fn is_dated(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let marked = (1..bytes.len())
        .any(|at| matches!(bytes[at], b':' | b'/' | b'.' | b'-') && digit(at - 1) && digit(at + 1));
    let numbers = line.split(|c: char| !c.is_ascii_digit());
    let is_year = |number: &str| number.len() == 4 && ["19", "20"].contains(&&number[..2]);
    marked || numbers.into_iter().any(is_year)
}
