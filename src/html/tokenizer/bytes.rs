//! Classes of bytes, and searches that all parts share.

use std::borrow::Cow;

/// White space; a CR counts, because it is read as a newline.
const SPACE: u8 = 1;
/// What ends a tag name: white space, `/`, `>`.
pub(super) const TAG_NAME_END: u8 = 2;
/// What ends an attribute name: the same, and `=`.
pub(super) const ATTRIBUTE_NAME_END: u8 = 4;
/// What ends a value without quotes: white space, `>`.
pub(super) const VALUE_END: u8 = 8;
/// What a name does not keep as it is: capitals and NUL.
const CHANGES: u8 = 16;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        classes[byte as usize] = match byte {
            b'\t' | b'\n' | 0x0C | b'\r' | b' ' => {
                SPACE | TAG_NAME_END | ATTRIBUTE_NAME_END | VALUE_END
            }
            b'/' => TAG_NAME_END | ATTRIBUTE_NAME_END,
            b'>' => TAG_NAME_END | ATTRIBUTE_NAME_END | VALUE_END,
            b'=' => ATTRIBUTE_NAME_END,
            b'A'..=b'Z' | b'\0' => CHANGES,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// Tells whether a byte is of a class.
pub(super) fn is(byte: u8, kind: u8) -> bool {
    class(byte) & kind != 0
}

/// Returns where white space that starts at a byte is over.
pub(super) fn skip_space(source: &str, mut at: usize) -> usize {
    let bytes = source.as_bytes();
    while at < bytes.len() && is(bytes[at], SPACE) {
        at += 1;
    }
    at
}

/// Tells whether a word of ASCII, in any case, starts at a byte.
pub(super) fn has_word(source: &str, at: usize, word: &str) -> bool {
    let found = source.as_bytes().get(at..at + word.len());
    found.is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
}

/// Returns where the first byte of a kind stands, or the end of the source.
pub(super) fn find(source: &str, from: usize, byte: u8) -> usize {
    let rest = &source.as_bytes()[from..];
    memchr::memchr(byte, rest).map_or(source.len(), |hit| from + hit)
}

/// Returns where the first byte of two kinds stands, or the end of the source.
pub(super) fn find2(source: &str, from: usize, one: u8, other: u8) -> usize {
    let rest = &source.as_bytes()[from..];
    memchr::memchr2(one, other, rest).map_or(source.len(), |hit| from + hit)
}

/// Returns where the first CR or NUL stands, or the end of the source.
pub(super) fn odd(source: &str, from: usize) -> usize {
    find2(source, from, b'\r', b'\0')
}

/// Reads a name whose first byte is part of it whatever it is; returns where it ends, too.
#[inline]
pub(super) fn name(source: &str, start: usize, end_class: u8) -> (Cow<'_, str>, usize) {
    let bytes = source.as_bytes();
    let mut seen = class(bytes[start]);
    let mut at = start + 1;
    while at < bytes.len() && class(bytes[at]) & end_class == 0 {
        seen |= class(bytes[at]);
        at += 1;
    }
    let name = &source[start..at];
    if seen & CHANGES == 0 {
        return (Cow::Borrowed(name), at);
    }
    (Cow::Owned(changed(name)), at)
}

#[cold]
fn changed(name: &str) -> String {
    name.replace('\0', "\u{FFFD}").to_ascii_lowercase()
}
