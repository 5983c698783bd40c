//! From the source of a page to its tree: our tokens, the standard's tree construction.

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, ScriptEscapeKind};
use html5ever::tokenizer::{self, TagKind, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, ns};

use super::sink::Sink;
use super::tokenizer::{Content, Tag, Token, Tokenizer};
use super::tree::{NodeId, Tree};

/// Reads a page; any text gives a tree.
///
/// Scripts do not run: what `<noscript>` holds is part of the page.
pub fn parse(source: Cow<'_, str>) -> Tree<'_> {
    let sink = Sink::new(source.clone());
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let builder = TreeBuilder::new(sink, options);
    feed(&builder, &source);
    builder.sink.finish()
}

fn feed<'a>(builder: &TreeBuilder<NodeId, Sink<'a>>, source: &str) {
    let mut tokens = Tokenizer::new(source);
    while let Some((token, span)) = tokens.next() {
        match &token {
            Token::Text(text) => builder.sink.at_text(text, span),
            Token::Null => builder.sink.at_text("\u{FFFD}", span),
            Token::Nothing => continue,
            _ => builder.sink.at_tag(span),
        }
        // Text that is held back in a table stays so behind a declaration and a NUL.
        let ends_text = matches!(
            token,
            Token::StartTag(_) | Token::EndTag(_) | Token::Comment(_)
        );
        let answer = builder.process_token(translate(token), 1);
        if ends_text {
            builder.sink.after_tag();
            tokens.set_cdata(builder.adjusted_current_node_present_but_not_in_html_namespace());
        }
        if let Some(content) = content(answer) {
            tokens.read_as(content);
        }
    }
    let _ = builder.process_token(tokenizer::Token::EOFToken, 1);
    builder.end();
}

fn translate(token: Token<'_>) -> tokenizer::Token {
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
    let attribute = |attribute: super::tokenizer::Attribute<'_>| Attribute {
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

/// Returns how the content of the tag is read, if the tree builder says so.
fn content(answer: TokenSinkResult<NodeId>) -> Option<Content> {
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
