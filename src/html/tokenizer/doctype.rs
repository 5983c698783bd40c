//! Document type declarations.

use std::borrow::Cow;

use super::{Doctype, Item, Token, Tokenizer, bytes};

const OPENING: &str = "<!doctype";

impl<'a> Tokenizer<'a> {
    /// Reads the declaration whose `<!doctype` are the next bytes; it ends at the first `>`, quoted or not.
    pub(super) fn doctype(&mut self) -> Item<'a> {
        let end = bytes::find(self.source, self.at, b'>');
        let mut doctype = Doctype::default();
        let well = self.doctype_parts(end, &mut doctype);
        doctype.force_quirks = well.is_none();
        self.item(
            Token::Doctype(Box::new(doctype)),
            self.source.len().min(end + 1),
        )
    }

    /// Reads what stands before byte `end`; `None` where it is damaged.
    fn doctype_parts(&mut self, end: usize, doctype: &mut Doctype<'a>) -> Option<()> {
        let part = &self.source[..end];
        let closed = (end < self.source.len()).then_some(());
        let start = bytes::skip_space(part, self.at + OPENING.len());
        if start == end {
            return None;
        }
        let (name, name_end) = bytes::name(part, start, bytes::VALUE_END);
        doctype.name = Some(name);
        let keyword = bytes::skip_space(part, name_end);
        if keyword == end {
            return closed;
        }
        let mut at = keyword + "public".len();
        if bytes::has_word(part, keyword, "public") {
            at = self.identifier(part, at, &mut doctype.public)?;
            if at == end {
                return closed;
            }
        } else if !bytes::has_word(part, keyword, "system") {
            return None;
        }
        let rest = self.identifier(part, at, &mut doctype.system)?;
        if rest == end { closed } else { Some(()) }
    }

    /// Reads a quoted identifier; returns where the next thing stands, `None` where the quotes are missing.
    fn identifier(
        &mut self,
        part: &str,
        from: usize,
        identifier: &mut Option<Cow<'a, str>>,
    ) -> Option<usize> {
        let open = bytes::skip_space(part, from);
        let quote = *part.as_bytes().get(open)?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let close = bytes::find(part, open + 1, quote);
        *identifier = Some(self.tidy(open + 1, close));
        (close < part.len()).then(|| bytes::skip_space(part, close + 1))
    }
}
