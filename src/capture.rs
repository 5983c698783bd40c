//! A capture: what was fetched, before anybody read it.

use std::borrow::Cow;

/// Raw bytes of one page, with what is known from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture<'a> {
    /// Name in records: a path, or the value of an id field.
    pub id: String,
    /// The site it is of, where that is said from outside; see [`crate::site`].
    pub site: Option<String>,
    /// The bytes as fetched.
    pub bytes: Cow<'a, [u8]>,
    /// What they are said to be.
    pub form: Form,
    /// Whether they are a web page.
    pub kind: Kind,
    /// Why they are not all that was fetched: the file was cut off, a checksum does not fit.
    ///
    /// Such a capture is cleaned as it is; the outcome is [`Degraded`](crate::outcome::Status::Degraded), for this reason.
    pub damage: Option<String>,
}

/// Whether a capture is a web page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Its text tells; see [`crate::html::is_html`].
    #[default]
    Auto,
    /// Its name or its server says that it is a web page: it is one if it has the look of markup at all.
    Likely,
    /// It is text, whatever it looks like.
    Text,
    /// It is the source of a web page, or a part of one.
    Html,
}

/// What is known of the bytes from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Bytes in an encoding to be found out, and the charset that a header declares, if any.
    Encoded(Option<String>),
    /// UTF-8 text that was handed over decoded, as from a JSON string: nothing is guessed.
    Decoded,
}

impl<'a> Capture<'a> {
    /// Makes a capture of raw bytes.
    pub fn of_bytes(id: impl Into<String>, bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self {
            id: id.into(),
            site: None,
            bytes: bytes.into(),
            form: Form::Encoded(None),
            kind: Kind::Auto,
            damage: None,
        }
    }

    /// Makes a capture of text that is already decoded.
    pub fn of_text(id: impl Into<String>, text: impl Into<Cow<'a, str>>) -> Self {
        let bytes = match text.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        };
        Self {
            id: id.into(),
            site: None,
            bytes,
            form: Form::Decoded,
            kind: Kind::Auto,
            damage: None,
        }
    }
}
