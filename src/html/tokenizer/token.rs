//! What the tokenizer gives: owned only where the standard changes what the source says.

use std::borrow::Cow;

use crate::edit::Span;

/// One token of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'a> {
    /// Characters. The source as it is, or else what one character reference, one CR, one CRLF or one NUL
    /// stands for: so each text has one span.
    Text(Cow<'a, str>),
    /// U+0000 where the standard leaves it to the tree builder: in data and in CDATA sections.
    Null,
    /// `<name …>`
    StartTag(Tag<'a>),
    /// `</name …>`; the standard ignores its attributes and its slash.
    EndTag(Tag<'a>),
    /// A comment, or markup that the standard reads as one: without its marks.
    Comment(Cow<'a, str>),
    /// `<!DOCTYPE …>`; in a box, because one a page should not make every token larger.
    Doctype(Box<Doctype<'a>>),
    /// Source that means nothing: `</>`, the marks of a CDATA section, a tag that the end of the source cuts off.
    Nothing,
}

/// A start or an end tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name, ASCII letters in lower case.
    pub name: Cow<'a, str>,
    /// Whether it ends in `/>`.
    pub self_closing: bool,
    /// Its attributes in their order, at most [`ATTRIBUTES`](super::ATTRIBUTES); the first of a name counts.
    pub attributes: Vec<Attribute<'a>>,
}

/// An attribute of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name, ASCII letters in lower case.
    pub name: Cow<'a, str>,
    /// Its value, character references replaced; empty where it has none.
    pub value: Cow<'a, str>,
    /// Bytes of the source that hold the value, without quotes; empty, behind the name, where it has none.
    pub span: Span,
}

/// A document type declaration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Doctype<'a> {
    /// The name, ASCII letters in lower case.
    pub name: Option<Cow<'a, str>>,
    /// The public identifier.
    pub public: Option<Cow<'a, str>>,
    /// The system identifier.
    pub system: Option<Cow<'a, str>>,
    /// Whether it is damaged so that the page is to be shown in quirks mode.
    pub force_quirks: bool,
}

/// What stands between a start tag and its end tag, if not markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Text with character references: `title`, `textarea`.
    RcData,
    /// Text: `style`, `xmp`, `iframe`, `noembed`, `noframes`.
    RawText,
    /// A script, whose comments may hold its end tag.
    ScriptData,
    /// Text up to the end of the source: `plaintext`.
    Plaintext,
}
