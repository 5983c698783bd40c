//! Cuts HTML into tokens, as section 13.2.5 of the HTML standard says, each with its place in the source.
//!
//! The spans of the tokens follow one another without a gap from the first byte of the source to the last:
//! what means nothing is a token too, [`Token::Nothing`]. The work is linear in the source: its parts search
//! forward for the byte that ends them and never go back, and content without markup is searched once for its end.

mod attributes;
mod bytes;
mod doctype;
mod markup;
mod raw;
mod references;
mod tags;
mod text;
mod token;

pub use token::{Attribute, Content, Doctype, Tag, Token};

use crate::edit::Span;

/// Attributes of a tag that are kept: far more than any page needs, and few enough to be looked through.
pub const ATTRIBUTES: usize = 512;

/// Cuts a source into tokens.
///
/// It is an iterator; but a tree builder steers it between the tokens, by [`read_as`](Self::read_as) and
/// [`set_cdata`](Self::set_cdata). Any source gives tokens. A byte order mark is text: decoding takes it away.
///
/// ```
/// use undross::html::tokenizer::{Token, Tokenizer};
///
/// let tokens: Vec<Token<'_>> = Tokenizer::new("A &amp; B").map(|(token, _)| token).collect();
/// assert_eq!(tokens, ["A ", "&", " B"].map(|text| Token::Text(text.into())));
/// ```
///
/// Source: HTML, Living Standard, 13.2.5 "Tokenization".
#[derive(Debug)]
pub struct Tokenizer<'a> {
    source: &'a str,
    at: usize,
    state: State,
    last_start: Span,
    cdata: bool,
    most_attributes: usize,
    attributes_lost: usize,
    odd: usize,
}

/// What the next bytes are read as.
#[derive(Debug, Clone, Copy)]
enum State {
    Data,
    Rest { kind: Rest, end: usize },
}

/// Text whose end has been found already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Raw,
    RcData,
    Cdata,
}

impl Rest {
    const fn of(content: Content) -> Self {
        match content {
            Content::RcData => Self::RcData,
            Content::RawText | Content::ScriptData | Content::Plaintext => Self::Raw,
        }
    }
}

/// A token and the bytes that it comes from.
type Item<'a> = (Token<'a>, Span);

impl<'a> Tokenizer<'a> {
    /// Starts at the beginning of a source.
    pub fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            state: State::Data,
            last_start: Span::new(0, 0),
            cdata: false,
            most_attributes: ATTRIBUTES,
            attributes_lost: 0,
            odd: bytes::odd(source, 0),
        }
    }

    /// Keeps another number of attributes of a tag than [`ATTRIBUTES`].
    pub fn with_most_attributes(mut self, most: usize) -> Self {
        self.most_attributes = most;
        self
    }

    /// Returns the source.
    pub const fn source(&self) -> &'a str {
        self.source
    }

    /// Reads what follows the start tag just given as content of this kind, up to the end tag of the same name, and
    /// returns where that stands.
    pub fn read_as(&mut self, content: Content) -> usize {
        let end = self.end_of(content);
        self.read_to(content, end)
    }

    /// Tells whether the end tag of the content that is read stands somewhere.
    pub fn closes(&self) -> bool {
        matches!(self.state, State::Rest { end, .. } if end < self.source.len())
    }

    /// Reads what follows the start tag just given as content up to the next markup or line end, and returns where that
    /// is; white space before the first word does not count.
    pub fn read_line_as(&mut self, content: Content) -> usize {
        let end = self.end_of_line();
        self.read_to(content, end)
    }

    fn read_to(&mut self, content: Content, end: usize) -> usize {
        self.state = State::Rest {
            kind: Rest::of(content),
            end,
        };
        end
    }

    /// Says whether `<![CDATA[` opens a CDATA section from here on: where the adjusted current node is foreign.
    pub fn set_cdata(&mut self, allowed: bool) {
        self.cdata = allowed;
    }

    /// Returns how many attributes stood behind those of their tag that are kept, and were skipped.
    pub fn attributes_lost(&self) -> usize {
        self.attributes_lost
    }

    /// Ends a token before byte `end`.
    #[inline]
    fn item(&mut self, token: Token<'a>, end: usize) -> Item<'a> {
        let span = Span::new(self.at, end);
        self.at = end;
        (token, span)
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        match self.state {
            State::Rest { kind, end } if self.at < end => Some(self.rest(kind, end)),
            State::Rest { kind, .. } => {
                self.state = State::Data;
                (kind == Rest::Cdata)
                    .then(|| self.close_cdata())
                    .flatten()
                    .or_else(|| self.data())
            }
            State::Data => self.data(),
        }
    }
}
