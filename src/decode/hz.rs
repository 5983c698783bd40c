//! HZ-GB-2312, which the Encoding Standard maps to "replacement".
//!
//! Source: RFC 1843.

use encoding_rs::GBK;

use super::coder::{Glyph, pair};

/// Reads `~{` and `~}` as shifts, `~~` as a tilde and `~` at the end of a line as nothing.
pub(super) fn glyphs(bytes: &[u8]) -> impl Iterator<Item = Glyph> {
    let mut rest = bytes;
    let mut shifted = false;
    std::iter::from_fn(move || {
        let glyph = match (rest, shifted) {
            ([], _) => return None,
            ([b'~', b'{', ..], _) => shift(&mut shifted, true),
            ([b'~', b'}', ..], _) => shift(&mut shifted, false),
            ([b'~', b'\n', ..], _) => shift(&mut shifted, false),
            ([b'~', b'~', ..], false) => Glyph {
                raw: 2,
                character: Some('~'),
            },
            ([first @ 0x21..=0x7E, second @ 0x21..=0x7E, ..], true) => Glyph {
                raw: 2,
                character: Some(pair(GBK, first | 0x80, second | 0x80)),
            },
            ([byte, ..], _) => single(*byte, &mut shifted),
        };
        rest = rest.get(glyph.raw..).unwrap_or_default();
        Some(glyph)
    })
}

fn shift(shifted: &mut bool, to: bool) -> Glyph {
    *shifted = to;
    Glyph {
        raw: 2,
        character: None,
    }
}

/// Reads one byte; the end of a line ends a shift that was left open.
fn single(byte: u8, shifted: &mut bool) -> Glyph {
    *shifted &= byte != b'\n';
    Glyph::single(byte, *shifted)
}
