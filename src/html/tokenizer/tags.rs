//! Start tags and end tags.

use super::attributes::List;
use super::{Item, Tag, Token, Tokenizer, bytes};
use crate::edit::Span;

impl<'a> Tokenizer<'a> {
    /// Reads the start tag whose `<` is the next byte.
    pub(super) fn start_tag(&mut self) -> Item<'a> {
        let start = self.at + 1;
        let Some((tag, name, end)) = self.tag(start) else {
            return self.item(Token::Nothing, self.source.len());
        };
        self.last_start = name;
        self.item(Token::StartTag(tag), end)
    }

    /// Reads the end tag whose `</` are the next bytes.
    pub(super) fn end_tag(&mut self) -> Item<'a> {
        let start = self.at + 2;
        let Some((tag, _, end)) = self.tag(start) else {
            return self.item(Token::Nothing, self.source.len());
        };
        self.item(Token::EndTag(tag), end)
    }

    /// Reads a tag from its name on; returns the span of the name, and where the tag ends, too.
    fn tag(&mut self, start: usize) -> Option<(Tag<'a>, Span, usize)> {
        let (name, name_end) = bytes::name(self.source, start, bytes::TAG_NAME_END);
        let mut list = List::default();
        let (self_closing, end) = self.attributes(name_end, &mut list)?;
        self.attributes_lost += list.lost;
        let tag = Tag {
            name,
            self_closing,
            attributes: list.kept,
        };
        Some((tag, Span::new(start, name_end), end))
    }
}
