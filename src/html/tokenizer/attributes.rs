//! The attributes of a tag.

use std::borrow::Cow;

use foldhash::{HashSet, HashSetExt};

use super::references::{self, Place};
use super::{Attribute, Tokenizer, bytes};
use crate::edit::Span;

/// Attributes up to which looking through all of them is quicker than a table.
const FEW: usize = 16;

/// Attributes of one tag as they are found.
pub(super) struct List<'a> {
    /// How many are kept.
    most: usize,
    /// Those that count.
    pub(super) kept: Vec<Attribute<'a>>,
    /// How many came when the list was full.
    pub(super) lost: usize,
    names: Option<HashSet<Cow<'a, str>>>,
}

impl<'a> List<'a> {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            kept: Vec::new(),
            lost: 0,
            names: None,
        }
    }

    /// Tells whether an attribute of this name is to be kept; asked once for each.
    #[allow(
        clippy::ptr_arg,
        reason = "a table of borrowed names copies none of them"
    )]
    fn takes(&mut self, name: &Cow<'a, str>) -> bool {
        if self.kept.len() == self.most {
            self.lost += 1;
            return false;
        }
        if self.kept.len() < FEW {
            return self.kept.iter().all(|kept| kept.name != *name);
        }
        let names = self.names.get_or_insert_with(|| {
            let mut names = HashSet::with_capacity(2 * FEW);
            names.extend(self.kept.iter().map(|kept| kept.name.clone()));
            names
        });
        names.insert(name.clone())
    }
}

impl<'a> Tokenizer<'a> {
    /// Reads attributes up to the `>` of their tag; returns whether a `/` stands before it, and where it ends.
    ///
    /// `None` where the source ends first.
    pub(super) fn attributes(&mut self, from: usize, list: &mut List<'a>) -> Option<(bool, usize)> {
        let bytes = self.source.as_bytes();
        let mut at = from;
        loop {
            at = bytes::skip_space(self.source, at);
            match *bytes.get(at)? {
                b'>' => return Some((false, at + 1)),
                b'/' if bytes.get(at + 1) == Some(&b'>') => return Some((true, at + 2)),
                b'/' => at += 1,
                _ => at = self.attribute(at, list)?,
            }
        }
    }

    /// Reads one attribute; returns where it ends.
    #[inline]
    fn attribute(&mut self, start: usize, list: &mut List<'a>) -> Option<usize> {
        let (name, name_end) = bytes::name(self.source, start, bytes::ATTRIBUTE_NAME_END);
        let (found, end) = self.find_value(name_end)?;
        if list.takes(&name) {
            let value = match found {
                Found::Plain(span) => self.tidy(span.start, span.end),
                Found::Ampersand(span) => self.value(span),
            };
            let (Found::Plain(span) | Found::Ampersand(span)) = found;
            list.kept.push(Attribute { name, value, span });
        }
        Some(end)
    }

    /// Returns where the value behind a name stands, without quotes, and where the attribute ends.
    #[inline]
    fn find_value(&self, name_end: usize) -> Option<(Found, usize)> {
        let bytes = self.source.as_bytes();
        let equals = bytes::skip_space(self.source, name_end);
        if *bytes.get(equals)? != b'=' {
            return Some((Found::Plain(Span::new(name_end, name_end)), equals));
        }
        let start = bytes::skip_space(self.source, equals + 1);
        let quote = *bytes.get(start)?;
        if !matches!(quote, b'"' | b'\'') {
            let open = |byte: &u8| bytes::is(*byte, bytes::VALUE_END);
            let end = start + bytes[start..].iter().position(open)?;
            return Some((Found::Ampersand(Span::new(start, end)), end));
        }
        let first = start + 1 + memchr::memchr2(quote, b'&', &bytes[start + 1..])?;
        if bytes[first] == quote {
            return Some((Found::Plain(Span::new(start + 1, first)), first + 1));
        }
        let end = first + memchr::memchr(quote, &bytes[first..])?;
        Some((Found::Ampersand(Span::new(start + 1, end)), end + 1))
    }

    /// Reads a value: character references are replaced, newlines tidied.
    fn value(&mut self, span: Span) -> Cow<'a, str> {
        let (mut done, mut from) = (span.start, span.start);
        let mut out = String::new();
        while let Some(hit) = memchr::memchr(b'&', &self.source.as_bytes()[from..span.end]) {
            let at = from + hit;
            from = at + 1;
            if let Some((text, end)) = references::read(self.source, at, Place::Value) {
                out.push_str(&self.tidy(done, at));
                out.push_str(&text);
                (done, from) = (end, end);
            }
        }
        let last = self.tidy(done, span.end);
        if done == span.start {
            return last;
        }
        out.push_str(&last);
        Cow::Owned(out)
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Found {
    /// Without an ampersand.
    Plain(Span),
    /// Perhaps with ampersands.
    Ampersand(Span),
}
