//! What a `<` opens: tags, comments, declarations, CDATA sections, or nothing.

use super::{Item, Rest, State, Token, Tokenizer, bytes};

const CDATA: &str = "<![CDATA[";
const CDATA_END: &[u8] = b"]]>";

impl<'a> Tokenizer<'a> {
    /// Tells whether the byte is a `<` that opens markup.
    pub(super) fn opens_markup(&self, at: usize) -> bool {
        let bytes = self.source.as_bytes();
        let opens = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'/' | b'?');
        bytes[at] == b'<'
            && bytes.get(at + 1).is_some_and(opens)
            && (bytes[at + 1] != b'/' || at + 2 < bytes.len())
    }

    /// Reads the markup that the `<` here opens, if it does.
    pub(super) fn markup(&mut self) -> Option<Item<'a>> {
        let bytes = self.source.as_bytes();
        match (bytes.get(self.at + 1)?, bytes.get(self.at + 2)) {
            (b'a'..=b'z' | b'A'..=b'Z', _) => Some(self.start_tag()),
            (b'/', Some(b'a'..=b'z' | b'A'..=b'Z')) => Some(self.end_tag()),
            (b'/', Some(b'>')) => Some(self.item(Token::Nothing, self.at + 3)),
            (b'/', Some(_)) => Some(self.bogus_comment(self.at + 2)),
            (b'!', _) => Some(self.declaration()),
            (b'?', _) => Some(self.bogus_comment(self.at + 1)),
            _ => None,
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
