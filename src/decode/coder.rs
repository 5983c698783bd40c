//! The ways to read bytes, each of them in two forms: all at once, and step by step.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding};

use super::{dos, hz, iso2022kr, mixed, utf32};

/// Room for what one byte can give: the standard's decoders give at most four characters.
const ROOM: usize = 64;

/// A way to read bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coder {
    /// Valid UTF-8.
    Utf8,
    /// UTF-8 with bad bytes; with an encoding, lines that are not UTF-8 are read in that.
    Mixed(Option<&'static Encoding>),
    /// An encoding of the WHATWG Encoding Standard.
    Standard(&'static Encoding),
    Utf32(utf32::Order),
    Dos(dos::Page),
    Hz,
    Iso2022Kr,
}

/// What a few raw bytes gave; where both counts are equal, each byte gave one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) raw: usize,
    pub(super) text: usize,
}

/// What a few raw bytes of an encoding of our own gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) raw: usize,
    /// Nothing for a shift sequence.
    pub(super) character: Option<char>,
}

impl Glyph {
    /// Reads one byte by itself: an ASCII character, or what a shift makes senseless.
    pub(super) fn single(byte: u8, shifted: bool) -> Self {
        let stray = !byte.is_ascii() || (shifted && byte.is_ascii_graphic());
        let character = if stray {
            char::REPLACEMENT_CHARACTER
        } else {
            char::from(byte)
        };
        Self {
            raw: 1,
            character: Some(character),
        }
    }
}

/// Steps that cover all bytes in order.
pub(super) type Steps<'b> = Box<dyn Iterator<Item = Step> + 'b>;

impl Coder {
    pub(super) fn label(self) -> Cow<'static, str> {
        let label = match self {
            Self::Utf8 | Self::Mixed(None) => "utf-8",
            Self::Mixed(Some(other)) => return format!("utf-8+{}", lower(other)).into(),
            Self::Standard(encoding) => return lower(encoding).into(),
            Self::Utf32(utf32::Order::Little) => "utf-32le",
            Self::Utf32(utf32::Order::Big) => "utf-32be",
            Self::Dos(page) => page.label(),
            Self::Hz => "hz-gb-2312",
            Self::Iso2022Kr => "iso-2022-kr",
        };
        label.into()
    }

    /// Reads all bytes, and tells whether some of them meant nothing.
    pub(super) fn decode<'b>(self, bytes: &'b [u8]) -> (Cow<'b, str>, bool) {
        match self {
            Self::Utf8 => mixed::lossy(bytes),
            Self::Standard(encoding) => encoding.decode_without_bom_handling(bytes),
            Self::Mixed(other) => mixed::decode(bytes, other),
            Self::Utf32(order) => collect(utf32::glyphs(bytes, order)),
            Self::Dos(page) => collect(dos::glyphs(bytes, page)),
            Self::Hz => collect(hz::glyphs(bytes)),
            Self::Iso2022Kr => collect(iso2022kr::glyphs(bytes)),
        }
    }

    /// Walks the same bytes to the same text.
    pub(super) fn steps<'b>(self, bytes: &'b [u8]) -> Steps<'b> {
        match self {
            Self::Utf8 => Box::new(std::iter::once(Step {
                raw: bytes.len(),
                text: bytes.len(),
            })),
            Self::Standard(encoding) => Box::new(standard_steps(bytes, encoding)),
            Self::Mixed(other) => Box::new(mixed::steps(bytes, other)),
            Self::Utf32(order) => Box::new(utf32::glyphs(bytes, order).map(Step::from)),
            Self::Dos(page) => Box::new(dos::glyphs(bytes, page).map(Step::from)),
            Self::Hz => Box::new(hz::glyphs(bytes).map(Step::from)),
            Self::Iso2022Kr => Box::new(iso2022kr::glyphs(bytes).map(Step::from)),
        }
    }
}

impl From<Glyph> for Step {
    fn from(glyph: Glyph) -> Self {
        Self {
            raw: glyph.raw,
            text: glyph.character.map_or(0, char::len_utf8),
        }
    }
}

/// Turns valid bytes into one step and bad ones into another.
pub(super) fn utf8_steps(chunk: std::str::Utf8Chunk<'_>) -> impl Iterator<Item = Step> + use<> {
    let valid = chunk.valid().len();
    let invalid = chunk.invalid().len();
    let bad = Step {
        raw: invalid,
        text: char::REPLACEMENT_CHARACTER.len_utf8(),
    };
    let good = Step {
        raw: valid,
        text: valid,
    };
    std::iter::once(good).chain((invalid > 0).then_some(bad))
}

/// Decodes two bytes with a two-byte encoding; anything but one character gives U+FFFD.
pub(super) fn pair(encoding: &'static Encoding, first: u8, second: u8) -> char {
    let bytes = [first, second];
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
    let mut characters = text.as_deref().unwrap_or_default().chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

fn lower(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

fn collect(glyphs: impl Iterator<Item = Glyph>) -> (Cow<'static, str>, bool) {
    let mut text = String::new();
    let mut damaged = false;
    for character in glyphs.filter_map(|glyph| glyph.character) {
        damaged |= character == char::REPLACEMENT_CHARACTER;
        text.push(character);
    }
    (text.into(), damaged)
}

/// Feeds the standard's decoder one byte at a time.
fn standard_steps<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
) -> impl Iterator<Item = Step> + use<'b> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let last = bytes.len().saturating_sub(1);
    bytes.iter().enumerate().flat_map(move |(index, byte)| {
        let mut text = [0; ROOM];
        let written = feed(&mut decoder, *byte, &mut text, index == last);
        split(*byte, text.get(..written).unwrap_or_default())
    })
}

/// Gives one byte to a decoder; returns how many bytes of text came out.
fn feed(decoder: &mut encoding_rs::Decoder, byte: u8, text: &mut [u8], last: bool) -> usize {
    let input = [byte];
    let (mut read, mut written) = (0, 0);
    loop {
        let source = input.get(read..).unwrap_or_default();
        let Some(room) = text.get_mut(written..) else {
            return written;
        };
        let (result, used, made) = decoder.decode_to_utf8_without_replacement(source, room, last);
        read += used;
        written += made;
        let DecoderResult::Malformed(..) = result else {
            return written;
        };
        let Some(room) = text.get_mut(written..) else {
            return written;
        };
        written += char::REPLACEMENT_CHARACTER.encode_utf8(room).len();
    }
}

/// Separates an ASCII byte from what the bytes before it turned out to be.
fn split(byte: u8, text: &[u8]) -> impl Iterator<Item = Step> + use<> {
    let before = match text.split_last() {
        Some((last, before)) if *last == byte && byte.is_ascii() => before.len(),
        _ => 0,
    };
    let rest = Step {
        raw: 1,
        text: text.len() - before,
    };
    (before > 0)
        .then_some(Step {
            raw: 0,
            text: before,
        })
        .into_iter()
        .chain([rest])
}
