//! Tells text from binary data, by the bytes as they were fetched.

use crate::decode::{Decoded, Evidence};

/// Bytes at the start that are looked at, or characters of wide text.
const SAMPLE: usize = 8192;
/// One unit in so many that no text holds makes binary data; random bytes have one in ten.
const SHARE: usize = 16;
/// Such units that a text of any length may hold: a bell, the mark at the end of a DOS file.
const STRAYS: usize = 4;
/// Bytes counted at once.
const PART: usize = 128;
/// What common binary files begin with; some go on in plain letters for long.
const HEADS: &[&[u8]] = &[
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1F\x8B\x08",
    b"\x89PNG\r\n",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"\x7FELF",
];

/// Tells whether bytes are no text; `decoded` is what was read from them.
///
/// Zeros say nothing: text is padded with them. Bytes of zeros only are no text.
pub(crate) fn is_binary(bytes: &[u8], decoded: &Decoded<'_>) -> bool {
    if HEADS.iter().any(|head| bytes.starts_with(head)) {
        return true;
    }
    let wide = match decoded.reading.from() {
        // Found because the bytes make sense that way.
        Evidence::BytePattern | Evidence::Escapes => return false,
        // Bytes after a mark, or of an encoding that was named, are taken for text unread.
        Evidence::Bom | Evidence::Chosen => {
            let name = decoded.reading.encoding();
            name.starts_with("utf-16") || name.starts_with("utf-32")
        }
        _ => false,
    };
    if wide {
        return is_odd(decoded.text.chars().take(SAMPLE), is_odd_character);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if !sample.is_empty() && sample.iter().all(|&byte| byte == 0) {
        return true;
    }
    // Counted alone first: text has hardly any, and one count over bytes is quick.
    controls(sample) > STRAYS && is_odd(sample.iter().filter(|&&byte| byte != 0), is_control)
}

fn controls(sample: &[u8]) -> usize {
    // Counts that fit a byte let the compiler use vector instructions.
    let count = |part: &[u8]| {
        part.iter()
            .map(|byte| u8::from(is_control(&byte)))
            .sum::<u8>()
    };
    sample
        .chunks(PART)
        .map(|part| usize::from(count(part)))
        .sum()
}

/// Tells whether a byte is a control that no text holds.
fn is_control(byte: &&u8) -> bool {
    matches!(byte, 0x01..=0x07 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

fn is_odd<T>(units: impl Iterator<Item = T>, odd: impl Fn(&T) -> bool) -> bool {
    let (mut all, mut found) = (0_usize, 0_usize);
    for unit in units {
        all += 1;
        found += usize::from(odd(&unit));
    }
    found > STRAYS && found * SHARE > all
}

/// Controls, private characters and what decoding could not read: an eighth of random wide units.
fn is_odd_character(&character: &char) -> bool {
    let control = character.is_control() && !character.is_whitespace() && character != '\0';
    control
        || matches!(
            character,
            '\u{E000}'..='\u{F8FF}' | char::REPLACEMENT_CHARACTER
        )
}
