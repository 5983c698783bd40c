//! Character references: `&amp;`, `&#38;`, `&#x26;`, and the old names that need no semicolon.

use std::borrow::Cow;

use htmlize::{BARE_ENTITY_MAX_LENGTH, ENTITIES, ENTITY_MAX_LENGTH, ENTITY_MIN_LENGTH};

/// What the numbers 0x80 to 0x9F stand for: the characters that windows-1252 has there.
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
];

/// Where a reference stands: in a value, `&copy=1` and `&copyright` are not references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Value,
}

/// Reads the reference whose ampersand stands at a byte; returns where it ends, too.
pub(super) fn read(source: &str, at: usize, place: Place) -> Option<(Cow<'static, str>, usize)> {
    match source.as_bytes().get(at + 1)? {
        b'#' => {
            let (character, end) = numbered(source.as_bytes(), at + 2)?;
            Some((Cow::Owned(character.to_string()), end))
        }
        byte if byte.is_ascii_alphabetic() => {
            let (text, end) = named(source.as_bytes(), at, place)?;
            Some((Cow::Borrowed(text), end))
        }
        _ => None,
    }
}

/// Reads a name; the longest counts.
fn named(source: &[u8], at: usize, place: Place) -> Option<(&'static str, usize)> {
    let window = &source[at..source.len().min(at + ENTITY_MAX_LENGTH)];
    let letters = window[1..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric());
    let length = 1 + letters.count();
    if window.get(length) == Some(&b';')
        && let Some(text) = lookup(&window[..=length])
    {
        return Some((text, at + length + 1));
    }
    let longest = length.min(BARE_ENTITY_MAX_LENGTH);
    let (text, end) = (ENTITY_MIN_LENGTH..=longest)
        .rev()
        .find_map(|length| Some((lookup(&window[..length])?, length)))?;
    let goes_on = window
        .get(end)
        .is_some_and(|byte| *byte == b'=' || byte.is_ascii_alphanumeric());
    (place == Place::Text || !goes_on).then_some((text, at + end))
}

fn lookup(name: &[u8]) -> Option<&'static str> {
    match name {
        b"&amp;" => Some("&"),
        b"&nbsp;" => Some("\u{A0}"),
        b"&quot;" => Some("\""),
        _ => std::str::from_utf8(ENTITIES.get(name)?).ok(),
    }
}

/// Reads the number that starts at a byte.
fn numbered(source: &[u8], at: usize) -> Option<(char, usize)> {
    let hex = matches!(source.get(at), Some(b'x' | b'X'));
    let (radix, start) = if hex { (16, at + 1) } else { (10, at) };
    let (mut number, mut end) = (0_u32, start);
    while let Some(digit) = source
        .get(end)
        .and_then(|byte| char::from(*byte).to_digit(radix))
    {
        number = number.saturating_mul(radix).saturating_add(digit);
        end += 1;
    }
    let semicolon = source.get(end) == Some(&b';');
    (end > start).then(|| (character(number), end + usize::from(semicolon)))
}

/// Returns what a number stands for; U+FFFD for what is no character.
fn character(number: u32) -> char {
    let code = match number {
        0 => 0xFFFD,
        0x80..=0x9F => u32::from(WINDOWS_1252[number as usize - 0x80]),
        _ => number,
    };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
