//! Start tags and end tags.

use std::borrow::Cow;

use super::attributes::List;
use super::{Item, Tag, Token, Tokenizer, bytes};
use crate::edit::Span;

impl<'a> Tokenizer<'a> {
    /// Reads the start tag whose `<` is the next byte.
    #[inline]
    pub(super) fn start_tag(&mut self) -> Item<'a> {
        let start = self.at + 1;
        let (name, end) = bytes::name(self.source, start, bytes::TAG_NAME_END);
        self.last_start = Span::new(start, end);
        self.tag(name, end, Token::StartTag)
    }

    /// Reads the end tag whose `</` are the next bytes.
    #[inline]
    pub(super) fn end_tag(&mut self) -> Item<'a> {
        let (name, end) = bytes::name(self.source, self.at + 2, bytes::TAG_NAME_END);
        self.tag(name, end, Token::EndTag)
    }

    /// Reads what follows a name; a tag that the end of the source cuts off means nothing.
    #[inline]
    fn tag(
        &mut self,
        name: Cow<'a, str>,
        name_end: usize,
        token: impl Fn(Tag<'a>) -> Token<'a>,
    ) -> Item<'a> {
        let mut list = List::new(self.most_attributes);
        let Some((self_closing, end)) = self.attributes(name_end, &mut list) else {
            return self.item(Token::Nothing, self.source.len());
        };
        self.attributes_lost += list.lost;
        let tag = Tag {
            name,
            self_closing,
            attributes: list.kept,
        };
        self.item(token(tag), end)
    }
}
