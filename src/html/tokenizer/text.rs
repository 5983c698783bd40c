//! Text: runs that the source says literally, and what stands between them.

use std::borrow::Cow;

use super::references::{self, Place};
use super::{Item, Rest, Token, Tokenizer, bytes};

impl<'a> Tokenizer<'a> {
    /// Reads a token where markup may stand; `None` at the end of the source.
    pub(super) fn data(&mut self) -> Option<Item<'a>> {
        Some(match *self.source.as_bytes().get(self.at)? {
            b'<' if self.opens_markup(self.at) => self.markup(),
            b'&' => self.reference().unwrap_or_else(|| self.data_run()),
            b'\r' => self.newline(),
            b'\0' => self.item(Token::Null, self.at + 1),
            _ => self.data_run(),
        })
    }

    /// Reads a token of text whose end is known and not reached.
    pub(super) fn rest(&mut self, kind: Rest, end: usize) -> Item<'a> {
        match self.source.as_bytes()[self.at] {
            b'&' if kind == Rest::RcData => {
                self.reference().unwrap_or_else(|| self.rest_run(kind, end))
            }
            b'\r' => self.newline(),
            b'\0' if kind == Rest::Cdata => self.item(Token::Null, self.at + 1),
            b'\0' => self.item(Token::Text(Cow::Borrowed("\u{FFFD}")), self.at + 1),
            _ => self.rest_run(kind, end),
        }
    }

    fn data_run(&mut self) -> Item<'a> {
        let end = self.odd(self.at);
        let mut from = self.at + 1;
        while let Some(hit) =
            memchr::memchr2(b'<', b'&', &self.source.as_bytes()[from..end]).map(|hit| from + hit)
        {
            if self.opens_markup(hit) || self.holds_reference(hit) {
                return self.literal(hit);
            }
            from = hit + 1;
        }
        self.literal(end)
    }

    fn rest_run(&mut self, kind: Rest, end: usize) -> Item<'a> {
        let end = self.odd(self.at).min(end);
        if kind != Rest::RcData {
            return self.literal(end);
        }
        let mut from = self.at + 1;
        while let Some(hit) =
            memchr::memchr(b'&', &self.source.as_bytes()[from..end]).map(|hit| from + hit)
        {
            if self.holds_reference(hit) {
                return self.literal(hit);
            }
            from = hit + 1;
        }
        self.literal(end)
    }

    fn literal(&mut self, end: usize) -> Item<'a> {
        let text = &self.source[self.at..end];
        self.item(Token::Text(Cow::Borrowed(text)), end)
    }

    fn newline(&mut self) -> Item<'a> {
        let pair = self.source.as_bytes().get(self.at + 1) == Some(&b'\n');
        let end = self.at + 1 + usize::from(pair);
        self.item(Token::Text(Cow::Borrowed("\n")), end)
    }

    fn holds_reference(&self, at: usize) -> bool {
        self.source.as_bytes()[at] == b'&'
            && references::read(self.source, at, Place::Text).is_some()
    }

    fn reference(&mut self) -> Option<Item<'a>> {
        let (text, end) = references::read(self.source, self.at, Place::Text)?;
        Some(self.item(Token::Text(text), end))
    }

    /// Returns where the next CR or NUL stands; the places asked for never go back.
    #[inline]
    pub(super) fn odd(&mut self, from: usize) -> usize {
        if self.odd < from {
            self.odd = bytes::odd(self.source, from);
        }
        self.odd
    }

    /// Returns a part of the source with newlines for CR and CRLF, and U+FFFD for NUL.
    #[inline]
    pub(super) fn tidy(&mut self, start: usize, end: usize) -> Cow<'a, str> {
        let part = &self.source[start..end];
        if self.odd(start) >= end {
            return Cow::Borrowed(part);
        }
        Cow::Owned(tidied(part))
    }
}

#[cold]
fn tidied(part: &str) -> String {
    let newlines = part.replace("\r\n", "\n").replace('\r', "\n");
    newlines.replace('\0', "\u{FFFD}")
}
