//! html5ever's tokenizer, steered in the same way.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use undross::html::tokenizer::Content;

use super::plain::{self, Plain};

pub(super) fn tokens(source: &str) -> Vec<Plain> {
    let options = TokenizerOpts {
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let tokenizer = Tokenizer::new(Sink::default(), options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(source));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.tokens.take()
}

#[derive(Default)]
struct Sink {
    tokens: RefCell<Vec<Plain>>,
    cdata: Cell<bool>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Some(token) = plain(token) else {
            return TokenSinkResult::Continue;
        };
        if let Some(allowed) = plain::cdata(&token) {
            self.cdata.set(allowed);
        }
        let content = match &token {
            Plain::Start { name, .. } => plain::content(name),
            _ => None,
        };
        plain::push(&mut self.tokens.borrow_mut(), token);
        content.map_or(TokenSinkResult::Continue, result)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.cdata.get()
    }
}

fn result(content: Content) -> TokenSinkResult<()> {
    TokenSinkResult::RawData(match content {
        Content::RcData => RawKind::Rcdata,
        Content::RawText => RawKind::Rawtext,
        Content::ScriptData => RawKind::ScriptData,
        Content::Plaintext => return TokenSinkResult::Plaintext,
    })
}

fn plain(token: Token) -> Option<Plain> {
    Some(match token {
        Token::CharacterTokens(text) => Plain::Text(text.to_string()),
        Token::NullCharacterToken => Plain::Null,
        Token::TagToken(tag) if tag.kind == TagKind::StartTag => start(&tag),
        Token::TagToken(tag) => Plain::End(tag.name.to_string()),
        Token::CommentToken(text) => Plain::Comment(text.to_string()),
        Token::DoctypeToken(doctype) => Plain::Doctype {
            parts: [doctype.name, doctype.public_id, doctype.system_id]
                .map(|part| part.map(|part| part.to_string())),
            force_quirks: doctype.force_quirks,
        },
        Token::EOFToken | Token::ParseError(_) => return None,
    })
}

fn start(tag: &Tag) -> Plain {
    let attribute = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Plain::Start {
        name: tag.name.to_string(),
        self_closing: tag.self_closing,
        attributes: tag
            .attrs
            .iter()
            .map(|one| attribute(&one.name.local, &one.value))
            .collect(),
    }
}
