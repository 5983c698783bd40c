//! ISO-2022-KR, which the Encoding Standard maps to "replacement".
//!
//! Source: RFC 1557.

use encoding_rs::EUC_KR;

use super::coder::{Glyph, pair};

/// The designator that opens the text.
pub(super) const HEADER: &[u8] = b"\x1B$)C";

const SHIFT_OUT: u8 = 0x0E;
const SHIFT_IN: u8 = 0x0F;

/// Reads text between the two shift bytes as pairs of KS X 1001.
pub(super) fn glyphs(bytes: &[u8]) -> impl Iterator<Item = Glyph> {
    let mut rest = bytes;
    let mut shifted = false;
    std::iter::from_fn(move || {
        let glyph = match (rest, shifted) {
            ([], _) => return None,
            ([0x1B, b'$', b')', b'C', ..], _) => Glyph {
                raw: HEADER.len(),
                character: None,
            },
            ([byte @ (SHIFT_OUT | SHIFT_IN), ..], _) => {
                shifted = *byte == SHIFT_OUT;
                Glyph {
                    raw: 1,
                    character: None,
                }
            }
            ([first @ 0x21..=0x7E, second @ 0x21..=0x7E, ..], true) => Glyph {
                raw: 2,
                character: Some(pair(EUC_KR, first | 0x80, second | 0x80)),
            },
            ([byte, ..], _) => Glyph::single(*byte, shifted),
        };
        rest = rest.get(glyph.raw..).unwrap_or_default();
        Some(glyph)
    })
}
