//! Where content without markup ends: at the end tag of its element, which a script may hide in a comment.

use super::{Content, Tokenizer, bytes};

/// How much of a script's text is hidden from the search for its end tag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    /// Outside of comments.
    None,
    /// In a comment.
    Comment,
    /// In a script in a comment: an end tag closes that one.
    Script,
}

impl Tokenizer<'_> {
    /// Returns where content that starts here ends.
    pub(super) fn end_of(&self, content: Content) -> usize {
        match content {
            Content::Plaintext => self.source.len(),
            Content::RcData | Content::RawText => self.end_of_text(),
            Content::ScriptData => self.end_of_script(),
        }
    }

    /// Returns where the first line that starts here ends, or the next markup stands.
    pub(super) fn end_of_line(&self) -> usize {
        let rest = &self.source.as_bytes()[self.at..];
        let is_space = |byte: &u8| byte.is_ascii_whitespace();
        let blank = rest.iter().take_while(|byte| is_space(byte)).count();
        let start = self.at + blank;
        let ends = |&at: &usize| match self.source.as_bytes()[at] {
            b'<' => self.opens_markup(at),
            _ => true,
        };
        let hits = memchr::memchr3_iter(b'<', b'\n', b'\r', &rest[blank..]);
        let end = hits.map(|hit| start + hit).find(ends);
        end.unwrap_or(self.source.len())
    }

    fn end_of_text(&self) -> usize {
        let source = self.source.as_bytes();
        memchr::memchr_iter(b'<', &source[self.at..])
            .map(|hit| self.at + hit)
            .find(|hit| self.is_end_tag(*hit))
            .unwrap_or(source.len())
    }

    fn end_of_script(&self) -> usize {
        let source = self.source.as_bytes();
        let (mut escape, mut opened, mut at) = (Escape::None, 0, self.at);
        loop {
            at = match escape {
                Escape::None => bytes::find(self.source, at, b'<'),
                Escape::Comment | Escape::Script => bytes::find2(self.source, at, b'<', b'>'),
            };
            if at == source.len() || escape != Escape::Script && self.is_end_tag(at) {
                return at;
            }
            if escape == Escape::None && source[at..].starts_with(b"<!--") {
                opened = at + 2;
                escape = Escape::Comment;
            } else if source[at] == b'>' && source[opened..at].ends_with(b"--") {
                escape = Escape::None;
            } else if escape == Escape::Comment && self.is_tag(at, "<script") {
                escape = Escape::Script;
            } else if escape == Escape::Script && self.is_tag(at, "</script") {
                escape = Escape::Comment;
            }
            at += 1;
        }
    }

    /// Tells whether the end tag of the last start tag stands at a byte.
    fn is_end_tag(&self, at: usize) -> bool {
        let source = self.source.as_bytes();
        if source[at] != b'<' || source.get(at + 1) != Some(&b'/') {
            return false;
        }
        let name = self.last_start.of(self.source);
        let letters = || name.bytes().all(|byte| byte.is_ascii_alphabetic());
        !name.is_empty() && self.is_tag(at + 2, name) && letters()
    }

    /// Tells whether a word, and what ends a tag name, stands at a byte.
    fn is_tag(&self, at: usize, word: &str) -> bool {
        let source = self.source.as_bytes();
        let ends = |byte: &u8| bytes::is(*byte, bytes::TAG_NAME_END);
        source.get(at + word.len()).is_some_and(ends) && bytes::has_word(self.source, at, word)
    }
}
