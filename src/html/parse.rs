//! From the source of a page to its tree.

use std::borrow::Cow;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::sink::Sink;
use super::tree::{NodeId, Tree};
use crate::edit::Span;

/// Reads a page; any text gives a tree.
pub fn parse(source: Cow<'_, str>) -> Tree<'_> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*source));
    let tokenizer = Tokenizer::new(Driver::new(source), Default::default());
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

struct Driver<'a> {
    builder: TreeBuilder<NodeId, Sink<'a>>,
}

impl<'a> Driver<'a> {
    fn new(source: Cow<'a, str>) -> Self {
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        Self {
            builder: TreeBuilder::new(Sink::new(source), options),
        }
    }
}

impl TokenSink for Driver<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let is_text = match &token {
            Token::CharacterTokens(text) => {
                self.builder.sink.at_text(text, Span::new(0, 0));
                true
            }
            _ => false,
        };
        let result = self.builder.process_token(token, line);
        if !is_text {
            self.builder.sink.after_tag();
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
