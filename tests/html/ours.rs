//! Our tokenizer, steered as a tree builder would.

use undross::Span;
use undross::html::tokenizer::{Tag, Token, Tokenizer};

use super::plain::{self, Plain};

pub(super) fn tokens(source: &str) -> Vec<Plain> {
    let mut tokens = Vec::new();
    each(source, |token, _| {
        if let Some(token) = plain(token) {
            plain::push(&mut tokens, token);
        }
    });
    tokens
}

/// Shows every token with its place.
pub(super) fn each(source: &str, mut see: impl FnMut(&Token<'_>, Span)) {
    let mut tokenizer = Tokenizer::new(source);
    while let Some((token, span)) = tokenizer.next() {
        see(&token, span);
        if let Token::StartTag(tag) = &token
            && let Some(content) = plain::content(&tag.name)
        {
            tokenizer.read_as(content);
        }
        if let Some(allowed) = plain(&token).as_ref().and_then(plain::cdata) {
            tokenizer.set_cdata(allowed);
        }
    }
}

/// Names the kind of a token.
pub(super) fn kind(token: &Token<'_>) -> &'static str {
    match token {
        Token::Text(_) => "text",
        Token::Null => "null",
        Token::StartTag(_) => "start",
        Token::EndTag(_) => "end",
        Token::Comment(_) => "comment",
        Token::Doctype(_) => "doctype",
        Token::Nothing => "nothing",
    }
}

fn plain(token: &Token<'_>) -> Option<Plain> {
    Some(match token {
        Token::Text(text) => Plain::Text(text.to_string()),
        Token::Null => Plain::Null,
        Token::StartTag(tag) => start(tag),
        Token::EndTag(tag) => Plain::End(tag.name.to_string()),
        Token::Comment(text) => Plain::Comment(text.to_string()),
        Token::Doctype(doctype) => Plain::Doctype {
            parts: [&doctype.name, &doctype.public, &doctype.system]
                .map(|part| part.as_deref().map(str::to_owned)),
            force_quirks: doctype.force_quirks,
        },
        Token::Nothing => return None,
    })
}

fn start(tag: &Tag<'_>) -> Plain {
    let attribute = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Plain::Start {
        name: tag.name.to_string(),
        self_closing: tag.self_closing,
        attributes: tag
            .attributes
            .iter()
            .map(|one| attribute(&one.name, &one.value))
            .collect(),
    }
}
