//! Tokens in a form that both tokenizers can be put in.

use undross::html::tokenizer::Content;

/// A token without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plain {
    Text(String),
    Null,
    Start {
        name: String,
        self_closing: bool,
        attributes: Vec<(String, String)>,
    },
    End(String),
    Comment(String),
    Doctype {
        parts: [Option<String>; 3],
        force_quirks: bool,
    },
}

/// Adds a token; text is joined with text before it, and no text at all is no token.
pub(super) fn push(tokens: &mut Vec<Plain>, token: Plain) {
    match (tokens.last_mut(), token) {
        (_, Plain::Text(text)) if text.is_empty() => {}
        (Some(Plain::Text(before)), Plain::Text(text)) => before.push_str(&text),
        (_, token) => tokens.push(token),
    }
}

/// What a tree builder says most often about the content of an element.
pub(super) fn content(name: &str) -> Option<Content> {
    Some(match name {
        "title" | "textarea" => Content::RcData,
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Content::RawText,
        "script" => Content::ScriptData,
        "plaintext" => Content::Plaintext,
        _ => return None,
    })
}

/// Whether a CDATA section may follow a tag, if the tag changes that.
pub(super) fn cdata(token: &Plain) -> Option<bool> {
    match token {
        Plain::Start { name, .. } if name == "svg" => Some(true),
        Plain::End(name) if name == "svg" => Some(false),
        _ => None,
    }
}
