//! Bytes to text: which encoding, and on what evidence.
//!
//! The evidence is asked in a fixed order, and the first that stands decides: byte order mark, the
//! byte pattern of UTF-16 and UTF-32, escape sequences, valid UTF-8, mostly UTF-8, what the capture
//! declares (if its bytes agree), and last a guess from the letters.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8};

mod alphabet;
mod charset;
mod coder;
mod declared;
mod detect;
mod dos;
mod escapes;
mod hz;
mod iso2022kr;
mod language;
mod locate;
pub mod meta;
mod mixed;
mod pattern;
mod plausible;
mod sample;
mod strays;
mod stream;
mod utf32;

use coder::{Coder, Step};

pub use charset::Charset;
pub(crate) use stream::Transcoder;

/// Names what chose the encoding.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A byte order mark.
    Bom,
    /// The zero and control bytes of UTF-16 or UTF-32 without a mark.
    BytePattern,
    /// The shift sequences of a seven-bit encoding.
    Escapes,
    /// All bytes are UTF-8, but for a last character that may be cut.
    Valid,
    /// Nearly all bytes are UTF-8; the bad ones became U+FFFD.
    MostlyUtf8,
    /// Some lines are UTF-8, the others one legacy encoding.
    MixedLines,
    /// The charset handed over with the capture, which the bytes agree with.
    Header,
    /// The charset of a `<meta>` or an XML declaration, which the bytes agree with.
    Meta,
    /// A guess from the letters.
    Detected,
    /// Nothing: the text was handed over decoded.
    Given,
    /// The user, who named it.
    Chosen,
}

impl Evidence {
    /// Returns the name that records carry.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bom => "bom",
            Self::BytePattern => "byte-pattern",
            Self::Escapes => "escapes",
            Self::Valid => "valid-utf8",
            Self::MostlyUtf8 => "mostly-utf8",
            Self::MixedLines => "mixed-lines",
            Self::Header => "header",
            Self::Meta => "meta",
            Self::Detected => "detected",
            Self::Given => "given",
            Self::Chosen => "chosen",
        }
    }
}

/// The text of a capture, and how it was read from the bytes.
#[derive(Debug, Clone)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// How it was read.
    pub reading: Reading,
}

/// How a text was read from the bytes of a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    coder: Coder,
    /// The encoding of the file, where all of it was decoded before the capture was taken out.
    file: Option<Coder>,
    from: Evidence,
    damaged: bool,
    /// Bytes of the byte order mark.
    start: usize,
    /// Bytes of the text.
    length: usize,
}

impl<'a> Decoded<'a> {
    /// Wraps text that was handed over decoded; its raw bytes are its UTF-8.
    pub fn given(text: impl Into<Cow<'a, str>>) -> Self {
        Self::valid(text.into(), Evidence::Given, 0)
    }

    /// Wraps text that stood in a file which was decoded before; its raw bytes are its UTF-8.
    pub fn transcoded(text: impl Into<Cow<'a, str>>, of_file: Reading) -> Self {
        let mut decoded = Self::given(text);
        let (coder, from) = (of_file.file.unwrap_or(of_file.coder), of_file.from);
        decoded.reading = Reading {
            file: Some(coder),
            from,
            damaged: of_file.damaged,
            ..decoded.reading
        };
        decoded
    }

    fn valid(text: Cow<'a, str>, from: Evidence, start: usize) -> Self {
        let reading = Reading {
            coder: Coder::Utf8,
            file: None,
            from,
            damaged: false,
            start,
            length: text.len(),
        };
        Self { text, reading }
    }
}

impl Reading {
    /// Returns the encoding's label in lower case.
    ///
    /// The labels are those of the WHATWG Encoding Standard, and beyond it "utf-32le", "utf-32be",
    /// "ibm437", "ibm850", "hz-gb-2312" and "iso-2022-kr". A mixture is named like "utf-8+windows-1252".
    pub fn encoding(&self) -> Cow<'static, str> {
        self.file.unwrap_or(self.coder).label()
    }

    /// Returns what chose the encoding.
    pub const fn from(&self) -> Evidence {
        self.from
    }

    /// Tells whether bytes that meant nothing became U+FFFD.
    pub const fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Returns the raw byte ranges that spans of the text came from.
    ///
    /// `bytes` are those that were decoded; `spans` are sorted, disjoint byte ranges of the text, on
    /// character boundaries. The ranges are sorted and disjoint too, one for each span. A shift
    /// sequence belongs to the character after it, at the end of the bytes to the last character; a
    /// byte order mark belongs to none. Takes time linear in `bytes`; none for UTF-8.
    pub fn raw_ranges(&self, bytes: &[u8], spans: &[Range<usize>]) -> Vec<Range<usize>> {
        let body = bytes.get(self.start..).unwrap_or_default();
        let all = Step {
            raw: body.len(),
            text: self.length,
        };
        let mut ranges = locate::ranges(self.coder.steps(body), spans, all);
        for range in &mut ranges {
            *range = range.start + self.start..range.end + self.start;
        }
        ranges
    }
}

/// Decodes bytes, whatever they are.
///
/// `declared` is the charset that came with the capture, such as the one of an HTTP header. It is
/// believed only where the bytes agree with it. Text that is UTF-8 is borrowed.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Decoded<'a> {
    let mark = pattern::mark(bytes);
    let start = mark.as_ref().map_or(0, |(_, length)| *length);
    let body = bytes.get(start..).unwrap_or_default();
    match mark {
        Some((Coder::Utf8, _)) => marked_utf8(body, declared, start),
        Some((coder, _)) => read(body, Choice(coder, Evidence::Bom), start),
        None => unmarked(body, declared, 0),
    }
}

/// Decodes bytes in an encoding that the user names, whatever they look like.
///
/// Only a byte order mark of that encoding is taken away; one of UTF-16 or UTF-32 says the order of the bytes of either.
pub fn decode_as(bytes: &[u8], charset: Charset) -> Decoded<'_> {
    let charset = charset.in_order_of(bytes);
    let start = charset.mark_of(bytes);
    let body = bytes.get(start..).unwrap_or_default();
    read(body, Choice(charset.coder(), Evidence::Chosen), start)
}

/// Tells by the first bytes of a file whether it is in an encoding of two or four bytes a character.
pub(crate) fn wide(head: &[u8]) -> Option<(Charset, Evidence)> {
    match pattern::mark(head) {
        Some((Coder::Utf8, _)) => None,
        Some((coder, _)) => Some((Charset::of(coder), Evidence::Bom)),
        None => pattern::unmarked(head).map(|coder| (Charset::of(coder), Evidence::BytePattern)),
    }
}

/// Borrows bytes that are UTF-8 throughout; this reads them several times faster than `std::str::from_utf8`.
pub(crate) fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
}

/// An encoding and what chose it.
struct Choice(Coder, Evidence);

/// Reads what follows the mark of UTF-8, which scripts print before pages of any encoding.
fn marked_utf8<'a>(body: &'a [u8], declared: Option<&str>, start: usize) -> Decoded<'a> {
    let mut decoded = unmarked(body, declared, start);
    if decoded.reading.encoding().starts_with("utf-8") {
        decoded.reading.from = Evidence::Bom;
    }
    decoded
}

fn unmarked<'a>(body: &'a [u8], declared: Option<&str>, start: usize) -> Decoded<'a> {
    let utf8 = utf8(body);
    // One search for the bytes that wide and shifted text cannot do without clears most pages of both.
    let is_plain = memchr::memchr3(0, escapes::ESCAPE, escapes::TILDE, body).is_none();
    if let Some(text) = utf8.clone().filter(|_| is_plain) {
        return Decoded::valid(text, Evidence::Valid, start);
    }
    if let Some(coder) = pattern::unmarked(body) {
        return read(body, Choice(coder, Evidence::BytePattern), start);
    }
    let Some(text) = utf8 else {
        return read(body, legacy(body, declared), start);
    };
    match escapes::find(body) {
        Some(coder) => read(body, Choice(coder, Evidence::Escapes), start),
        None => Decoded::valid(text, Evidence::Valid, start),
    }
}

/// Chooses for bytes that are not UTF-8 throughout.
fn legacy(body: &[u8], declared: Option<&str>) -> Choice {
    let meta = meta::prescan(body);
    let header = declared.and_then(named);
    if let Some(choice) = mixed::find(body, header.or(meta)) {
        return choice;
    }
    let claims = [(header, Evidence::Header), (meta, Evidence::Meta)];
    let sample = sample::take(body);
    let guess = detect::guess(&sample, language::country(body));
    for (encoding, from) in claims {
        let Some(encoding) = encoding else { continue };
        if let Some(encoding) = declared::verify(encoding, &sample, guess) {
            return Choice(Coder::Standard(encoding), from);
        }
    }
    let dos = dos::instead_of(guess, &sample);
    Choice(
        dos.map_or(Coder::Standard(guess), Coder::Dos),
        Evidence::Detected,
    )
}

/// Finds the encoding that a label names; mail and servers put some in quotes.
fn named(label: &str) -> Option<&'static Encoding> {
    let is_around = |character: char| character.is_whitespace() || matches!(character, '"' | '\'');
    Encoding::for_label(label.trim_matches(is_around).as_bytes())
}

fn read<'a>(body: &'a [u8], choice: Choice, start: usize) -> Decoded<'a> {
    let Choice(coder, from) = choice;
    let (text, damaged) = coder.decode(body);
    let reading = Reading {
        coder,
        file: None,
        from,
        damaged,
        start,
        length: text.len(),
    };
    Decoded { text, reading }
}
