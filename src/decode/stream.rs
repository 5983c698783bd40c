//! A stream in some encoding, read as UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8};

use super::coder::Coder;
use super::utf32::{self, Order};
use super::{Charset, Evidence, Reading};

/// Bytes read at once.
const STEP: usize = 1 << 14;
/// Bytes of the longest byte order mark.
const MARK: usize = 4;

/// Gives the bytes of a stream as UTF-8; what means nothing becomes U+FFFD.
pub(crate) struct Transcoder<R> {
    from: R,
    charset: Charset,
    way: Way,
    /// Bytes that were not decoded yet: a mark, or a cut unit.
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    begun: bool,
    over: bool,
}

enum Way {
    Standard(Decoder),
    Utf32(Order),
    /// Each byte is a character.
    Bytes,
}

impl<R: Read> Transcoder<R> {
    pub(crate) fn new(from: R, charset: Charset) -> Self {
        let decoder = |encoding: &'static Encoding| {
            Way::Standard(encoding.new_decoder_without_bom_handling())
        };
        let way = match charset.coder() {
            Coder::Utf32(order) => Way::Utf32(order),
            Coder::Standard(encoding) => decoder(encoding),
            Coder::Dos(_) => Way::Bytes,
            _ => decoder(UTF_8),
        };
        Self {
            from,
            charset,
            way,
            raw: Vec::new(),
            text: Vec::new(),
            given: 0,
            begun: false,
            over: false,
        }
    }

    /// Reads and decodes some more.
    fn fill(&mut self) -> io::Result<()> {
        let before = self.raw.len();
        self.raw.resize(before + STEP, 0);
        let read = self.from.read(&mut self.raw[before..]);
        self.raw
            .truncate(before + read.as_ref().map_or(0, |read| *read));
        self.over = read? == 0;
        if !self.begun && self.raw.len() < MARK && !self.over {
            return Ok(());
        }
        if !self.begun {
            self.raw.drain(..self.charset.mark_of(&self.raw));
            self.begun = true;
        }
        (self.given, self.text) = (0, self.decode());
        Ok(())
    }

    fn decode(&mut self) -> Vec<u8> {
        let raw = std::mem::take(&mut self.raw);
        match &mut self.way {
            Way::Standard(decoder) => {
                let room = decoder.max_utf8_buffer_length(raw.len());
                let mut text = vec![0; room.expect("a step is small")];
                let (_, _, written, _) = decoder.decode_to_utf8(&raw, &mut text, self.over);
                text.truncate(written);
                text
            }
            Way::Bytes => self
                .charset
                .coder()
                .decode(&raw)
                .0
                .into_owned()
                .into_bytes(),
            Way::Utf32(order) => {
                let whole = if self.over {
                    raw.len()
                } else {
                    raw.len() / 4 * 4
                };
                let glyphs = utf32::glyphs(&raw[..whole], *order);
                let text: String = glyphs.filter_map(|glyph| glyph.character).collect();
                self.raw = raw[whole..].to_vec();
                text.into_bytes()
            }
        }
    }
}

impl<R: Read> Read for Transcoder<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.over {
            self.fill()?;
        }
        let here = &self.text[self.given..];
        let step = here.len().min(into.len());
        into[..step].copy_from_slice(&here[..step]);
        self.given += step;
        Ok(step)
    }
}

impl Reading {
    /// Tells how captures were read that stood in a file of this encoding.
    pub(crate) const fn of_file(charset: Charset, from: Evidence) -> Self {
        Self {
            coder: charset.coder(),
            file: None,
            from,
            damaged: false,
            start: 0,
            length: 0,
        }
    }
}
