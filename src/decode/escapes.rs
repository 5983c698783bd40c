//! The seven-bit encodings of East Asia, told by their shift sequences.

use encoding_rs::ISO_2022_JP;
use memchr::memmem;

use super::coder::Coder;
use super::{hz, iso2022kr};

/// The byte that every shift sequence of ISO 2022 begins with.
pub(super) const ESCAPE: u8 = 0x1B;
/// The byte that every shift sequence of HZ begins with.
pub(super) const TILDE: u8 = b'~';
/// Designators of ISO-2022-JP; `ESC ( B` alone only ends one.
const JAPANESE: [&[u8]; 4] = [b"\x1B$B", b"\x1B$@", b"\x1B(J", b"\x1B(I"];

/// The last row of GB 2312 that holds common characters.
const LAST_COMMON_ROW: u8 = 0x57;

/// Characters for each bad one: text that was damaged, against text that only looks alike.
const GOOD_FOR_BAD: usize = 20;

/// Finds the encoding of ASCII bytes that shift to another character set.
pub(super) fn find(bytes: &[u8]) -> Option<Coder> {
    let escaped = memchr::memchr(ESCAPE, bytes).is_some();
    if escaped && is_korean(bytes) {
        return Some(Coder::Iso2022Kr);
    }
    if escaped && is_japanese(bytes) {
        return Some(Coder::Standard(ISO_2022_JP));
    }
    is_hz(bytes).then_some(Coder::Hz)
}

fn is_korean(bytes: &[u8]) -> bool {
    memmem::find(bytes, iso2022kr::HEADER).is_some()
        && bytes.is_ascii()
        && is_sound(iso2022kr::glyphs(bytes).filter_map(|glyph| glyph.character))
}

fn is_japanese(bytes: &[u8]) -> bool {
    JAPANESE
        .iter()
        .any(|designator| memmem::find(bytes, designator).is_some())
        && bytes.is_ascii()
        && is_sound(ISO_2022_JP.decode_without_bom_handling(bytes).0.chars())
}

/// A tilde and a brace stand in code too, but not around pairs that are common characters.
fn is_hz(bytes: &[u8]) -> bool {
    memmem::find(bytes, b"~{").is_some()
        && memmem::find(bytes, b"~}").is_some()
        && bytes.is_ascii()
        && is_sound(hz::glyphs(bytes).filter_map(|glyph| glyph.character))
        && is_common(bytes)
}

/// Tells whether most pairs are punctuation or of the first level, which holds the common ones.
fn is_common(bytes: &[u8]) -> bool {
    let mut at = 0;
    let (mut common, mut all) = (0_usize, 0_usize);
    for glyph in hz::glyphs(bytes) {
        if glyph
            .character
            .is_some_and(|character| !character.is_ascii())
        {
            all += 1;
            common += usize::from(bytes.get(at).is_some_and(|row| *row <= LAST_COMMON_ROW));
        }
        at += glyph.raw;
    }
    common * 2 > all
}

fn is_sound(characters: impl Iterator<Item = char>) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for character in characters.filter(|character| !character.is_ascii()) {
        let counter = if character == char::REPLACEMENT_CHARACTER {
            &mut bad
        } else {
            &mut good
        };
        *counter += 1;
    }
    good > bad.saturating_mul(GOOD_FOR_BAD)
}
