//! Our tokens in the terms of the tree builder, and its answers in ours.

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, ScriptEscapeKind};
use html5ever::tokenizer::{self, TagKind, TokenSinkResult};
use html5ever::{Attribute, LocalName, QualName, ns};

use crate::html::tokenizer::{self as ours, Content, Tag, Token};
use crate::html::tree::NodeId;

pub(super) fn translate(token: Token<'_>) -> tokenizer::Token {
    match token {
        Token::Text(text) => tokenizer::Token::CharacterTokens(StrTendril::from(&*text)),
        Token::Null | Token::Nothing => tokenizer::Token::NullCharacterToken,
        Token::StartTag(tag) => tokenizer::Token::TagToken(translate_tag(tag, TagKind::StartTag)),
        Token::EndTag(tag) => tokenizer::Token::TagToken(translate_tag(tag, TagKind::EndTag)),
        Token::Comment(text) => tokenizer::Token::CommentToken(StrTendril::from(&*text)),
        Token::Doctype(doctype) => {
            let some = |text: Option<Cow<'_, str>>| text.map(|text| StrTendril::from(&*text));
            tokenizer::Token::DoctypeToken(tokenizer::Doctype {
                name: some(doctype.name),
                public_id: some(doctype.public),
                system_id: some(doctype.system),
                force_quirks: doctype.force_quirks,
            })
        }
    }
}

fn translate_tag(tag: Tag<'_>, kind: TagKind) -> tokenizer::Tag {
    let attribute = |attribute: ours::Attribute<'_>| Attribute {
        name: QualName::new(None, ns!(), LocalName::from(&*attribute.name)),
        value: StrTendril::from(&*attribute.value),
    };
    tokenizer::Tag {
        kind,
        name: LocalName::from(&*tag.name),
        self_closing: tag.self_closing,
        attrs: tag.attributes.into_iter().map(attribute).collect(),
        had_duplicate_attributes: false,
    }
}

/// Makes a tag that the source does not have.
pub(super) fn bare_tag<'a>(name: &'static str) -> Tag<'a> {
    Tag {
        name: Cow::Borrowed(name),
        self_closing: false,
        attributes: Vec::new(),
    }
}

/// Returns how the content of the tag is read, if the tree builder says so.
pub(super) fn content(answer: TokenSinkResult<NodeId>) -> Option<Content> {
    match answer {
        TokenSinkResult::RawData(RawKind::Rcdata) => Some(Content::RcData),
        TokenSinkResult::RawData(RawKind::Rawtext) => Some(Content::RawText),
        TokenSinkResult::RawData(
            RawKind::ScriptData
            | RawKind::ScriptDataEscaped(ScriptEscapeKind::Escaped | ScriptEscapeKind::DoubleEscaped),
        ) => Some(Content::ScriptData),
        TokenSinkResult::Plaintext => Some(Content::Plaintext),
        TokenSinkResult::Continue
        | TokenSinkResult::Script(_)
        | TokenSinkResult::EncodingIndicator(_) => None,
    }
}
