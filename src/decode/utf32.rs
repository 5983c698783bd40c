//! UTF-32, which the Encoding Standard leaves out.

use super::coder::Glyph;

/// The order of bytes in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

/// Reads units of four bytes; a unit that is no character, or is cut, gives U+FFFD.
pub(super) fn glyphs(bytes: &[u8], order: Order) -> impl Iterator<Item = Glyph> {
    bytes.chunks(4).map(move |unit| {
        let character = value(unit, order).and_then(char::from_u32);
        Glyph {
            raw: unit.len(),
            character: character.or(Some(char::REPLACEMENT_CHARACTER)),
        }
    })
}

fn value(unit: &[u8], order: Order) -> Option<u32> {
    let unit = unit.try_into().ok()?;
    Some(match order {
        Order::Little => u32::from_le_bytes(unit),
        Order::Big => u32::from_be_bytes(unit),
    })
}
