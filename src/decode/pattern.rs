//! Byte order marks, and the byte patterns of UTF-16 and UTF-32 without a mark.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::coder::Coder;
use super::utf32::{self, Order};

/// Bytes that are searched for the pattern; wide text has a space or a line end long before.
const SAMPLE: usize = 64 * 1024;

/// Units for each one that text does not hold.
const GOOD_FOR_BAD: usize = 50;

/// Units for each ASCII character: a space or a line end now and then.
const UNITS_FOR_ASCII: usize = 400;

/// Last character of the first plane; text is not made of those behind it, old scripts and pictures.
const LAST_OF_LIVING: char = '\u{FFFF}';

/// Returns what a byte order mark says, and its length.
pub(super) fn mark(bytes: &[u8]) -> Option<(Coder, usize)> {
    let (coder, length) = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (Coder::Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Coder::Utf32(Order::Little), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Coder::Utf32(Order::Big), 4),
        [0xFF, 0xFE, ..] => (Coder::Standard(UTF_16LE), 2),
        [0xFE, 0xFF, ..] => (Coder::Standard(UTF_16BE), 2),
        _ => return None,
    };
    Some((coder, length))
}

/// Finds the wide encoding of bytes that no narrow encoding would give.
pub(super) fn unmarked(bytes: &[u8]) -> Option<Coder> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    memchr::memchr(0, sample)?;
    [Order::Little, Order::Big]
        .into_iter()
        .find(|order| is_utf32(sample, *order))
        .map(Coder::Utf32)
        .or_else(|| utf16(sample))
}

fn is_utf32(sample: &[u8], order: Order) -> bool {
    let whole = sample.get(..sample.len() / 4 * 4).unwrap_or_default();
    let glyphs = utf32::glyphs(whole, order).filter_map(|glyph| glyph.character);
    let (mut all, mut bad, mut rare) = (0_usize, 0_usize, 0_usize);
    for character in glyphs {
        all += 1;
        let is_control = character.is_control() && !character.is_whitespace();
        bad += usize::from(is_control || character == char::REPLACEMENT_CHARACTER);
        rare += usize::from(character > LAST_OF_LIVING);
    }
    all > 1 && bad * GOOD_FOR_BAD <= all && rare * 2 <= all
}

fn utf16(sample: &[u8]) -> Option<Coder> {
    let little = Units::count(sample, u16::from_le_bytes);
    let big = Units::count(sample, u16::from_be_bytes);
    let (units, encoding) = if little.rank() >= big.rank() {
        (little, UTF_16LE)
    } else {
        (big, UTF_16BE)
    };
    (units.are_text() && !is_narrow(sample)).then_some(Coder::Standard(encoding))
}

/// Tells whether bytes are UTF-8 after all, with stray zeros.
///
/// Of wide text whose bytes all are ASCII, every other byte is a control character.
fn is_narrow(sample: &[u8]) -> bool {
    let error = std::str::from_utf8(sample).err();
    if error.is_some_and(|error| error.error_len().is_some()) {
        return false;
    }
    let controls = |parity: usize| {
        let bytes = sample.iter().skip(parity).step_by(2);
        bytes.filter(|byte| **byte < 0x20).count()
    };
    !sample.is_ascii() || controls(0).max(controls(1)) * 3 < sample.len()
}

/// What the units of two bytes would be.
#[derive(Default)]
struct Units {
    all: usize,
    bad: usize,
    ascii: usize,
    /// Units of the same 256 characters as the unit before.
    kin: usize,
}

impl Units {
    fn count(sample: &[u8], read: fn([u8; 2]) -> u16) -> Self {
        let mut units = Self::default();
        let mut before = 0;
        for pair in sample.chunks_exact(2) {
            let Ok(pair) = pair.try_into() else { break };
            let unit = read(pair);
            units.add(unit, before);
            before = unit;
        }
        units
    }

    fn add(&mut self, unit: u16, before: u16) {
        self.all += 1;
        match unit {
            0x09 | 0x0A | 0x0D | 0x20..=0x7E => self.ascii += 1,
            0..=0x9F | 0xD800..=0xDBFF | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFFFE.. => {
                self.bad += 1
            }
            // A space and line ends, the wrong way round.
            0x0A00 | 0x0D00 | 0x2000 => self.bad += 1,
            // The second half of a pair makes up for the first.
            0xDC00..=0xDFFF if (0xD800..0xDC00).contains(&before) => {
                self.bad = self.bad.saturating_sub(1)
            }
            0xDC00..=0xDFFF => self.bad += 1,
            _ => self.kin += usize::from(unit >> 8 == before >> 8),
        }
    }

    /// Orders the two byte orders: the one with fewer bad units, then with more of the usual ones.
    fn rank(&self) -> (std::cmp::Reverse<usize>, usize) {
        (std::cmp::Reverse(self.bad), self.ascii + self.kin)
    }

    fn are_text(&self) -> bool {
        self.all > 0
            && self.bad * GOOD_FOR_BAD <= self.all
            && self.ascii * UNITS_FOR_ASCII >= self.all
    }
}
