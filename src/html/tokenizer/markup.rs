//! What a `<` opens: tags, comments, declarations, CDATA sections, or nothing.

use super::{Item, Rest, State, Token, Tokenizer, bytes};

const CDATA: &str = "<![CDATA[";
const CDATA_END: &[u8] = b"]]>";

impl<'a> Tokenizer<'a> {
    /// Tells whether the byte is a `<` that opens markup.
    #[inline]
    pub(super) fn opens_markup(&self, at: usize) -> bool {
        match self.source.as_bytes()[at..] {
            [b'<', b'/', _, ..] => true,
            [b'<', next, ..] => next.is_ascii_alphabetic() || matches!(next, b'!' | b'?'),
            _ => false,
        }
    }

    /// Reads the markup that opens here.
    #[inline]
    pub(super) fn markup(&mut self) -> Item<'a> {
        match self.source.as_bytes()[self.at + 1..] {
            [b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.end_tag(),
            [b'/', b'>', ..] => self.item(Token::Nothing, self.at + 3),
            [b'/', ..] => self.bogus_comment(self.at + 2),
            [b'!', ..] => self.declaration(),
            [b'?', ..] => self.bogus_comment(self.at + 1),
            _ => self.start_tag(),
        }
    }

    fn declaration(&mut self) -> Item<'a> {
        let rest = &self.source[self.at..];
        if rest.starts_with("<!--") {
            return self.comment();
        }
        if bytes::has_word(self.source, self.at, "<!doctype") {
            return self.doctype();
        }
        if self.cdata && rest.starts_with(CDATA) {
            return self.open_cdata();
        }
        self.bogus_comment(self.at + 2)
    }

    /// Reads a comment that ends at the first `>`.
    fn bogus_comment(&mut self, start: usize) -> Item<'a> {
        let end = bytes::find(self.source, start, b'>');
        let text = self.tidy(start, end);
        self.item(Token::Comment(text), self.source.len().min(end + 1))
    }

    fn comment(&mut self) -> Item<'a> {
        let start = self.at + "<!--".len();
        let (text_end, end) = self.comment_end(start);
        let text = self.tidy(start, text_end);
        self.item(Token::Comment(text), end)
    }

    /// Returns where the text of a comment ends, and where the comment does.
    fn comment_end(&self, start: usize) -> (usize, usize) {
        let source = &self.source.as_bytes()[start..];
        for opening in [&b">"[..], b"->"] {
            if source.starts_with(opening) {
                return (start, start + opening.len());
            }
        }
        for at in memchr::memchr_iter(b'>', source) {
            if let Some(mark) = mark_length(&source[..at], &[b"--", b"--!"]) {
                return (start + at - mark, start + at + 1);
            }
        }
        let mark = mark_length(source, &[b"--!", b"--", b"-"]).unwrap_or(0);
        (self.source.len() - mark, self.source.len())
    }

    fn open_cdata(&mut self) -> Item<'a> {
        let start = self.at + CDATA.len();
        let end = self.cdata_end(start);
        self.state = State::Rest {
            kind: Rest::Cdata,
            end,
        };
        self.item(Token::Nothing, start)
    }

    fn cdata_end(&self, start: usize) -> usize {
        let source = &self.source.as_bytes()[start..];
        memchr::memmem::find(source, CDATA_END).map_or(self.source.len(), |hit| start + hit)
    }

    /// Passes the end of a CDATA section; `None` at the end of the source.
    pub(super) fn close_cdata(&mut self) -> Option<Item<'a>> {
        let closed = self.at < self.source.len();
        closed.then(|| self.item(Token::Nothing, self.at + CDATA_END.len()))
    }
}

/// Returns the length of the first of these marks that the text ends with.
fn mark_length(text: &[u8], marks: &[&[u8]]) -> Option<usize> {
    let mark = marks.iter().find(|mark| text.ends_with(mark))?;
    Some(mark.len())
}
