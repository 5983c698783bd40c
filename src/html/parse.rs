//! From the source of a page to its tree: our tokens, the standard's tree construction.

mod gauge;
mod translate;

use std::borrow::Cow;

use html5ever::LocalName;
use html5ever::tokenizer::{self, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::layout::{Layout, layout};
use super::limits::{Damage, Limits};
use super::sink::Sink;
use super::tokenizer::{Content, Token, Tokenizer};
use super::tree::Tree;
use crate::edit::Span;
pub(super) use gauge::leaves_foreign;
use gauge::{Builder, Gauge, Verdict};
use translate::{bare_tag, content, translate};

/// Elements of text that are ended early where they never close: a reader loses nothing that they hold.
///
/// Scripts and style sheets that never close stay as the standard reads them: their text would pass for the page's.
const ENDED_EARLY: &[&str] = &["title", "textarea", "iframe", "noembed", "noframes"];

/// Nodes that a page may have, however short.
const FREE_NODES: usize = 65_536;
/// Bytes of the source that a node takes at least on pages that people make; what closed formatting elements leave behind takes less.
const BYTES_A_NODE: usize = 4;

/// Reads a page within the default limits; any text gives a tree.
///
/// Scripts do not run: what `<noscript>` holds is part of the page.
pub fn parse(source: Cow<'_, str>) -> Tree<'_> {
    parse_within(source, Limits::default())
}

/// Reads a page within limits; any text gives a tree, which says what was read by halves.
pub fn parse_within(source: Cow<'_, str>, limits: Limits) -> Tree<'_> {
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let mut driver = Driver {
        builder: TreeBuilder::new(Sink::new(source.clone()), options),
        gauge: Gauge::new(limits, source.len()),
        limits,
        most_nodes: limits.nodes.min(FREE_NODES + source.len() / BYTES_A_NODE),
        unclosed: Vec::new(),
        text_end: 0,
        ends_early: None,
        breaks: None,
        damage: Vec::new(),
        swallowed: None,
    };
    driver.feed(&source);
    let mut tree = driver.builder.sink.finish();
    (tree.damage, tree.swallowed) = (driver.damage, driver.swallowed);
    tree
}

/// What leads the tokens of a page to the tree builder.
struct Driver<'a> {
    builder: Builder<'a>,
    gauge: Gauge,
    limits: Limits,
    most_nodes: usize,
    /// Elements of text that do not close before the end of the page.
    unclosed: Vec<&'static str>,
    /// Where the element of text that was read last ends: no tag but its own end tag comes before.
    text_end: usize,
    /// An element of text that is ended at a byte.
    ends_early: Option<(usize, &'static str)>,
    /// A tag that was passed over and that breaks the line before the next text.
    breaks: Option<Span>,
    damage: Vec<Damage>,
    /// What a script, a style sheet or a comment holds that never closes.
    swallowed: Option<Span>,
}

impl Driver<'_> {
    fn feed(&mut self, source: &str) {
        let mut tokens = Tokenizer::new(source).with_most_attributes(self.limits.attributes);
        while let Some((token, span)) = tokens.next() {
            self.end_early(span.start);
            if self.is_passed(&token, span) {
                continue;
            }
            self.read(token, span, &mut tokens);
            if let Some(damage) = self.is_too_much() {
                self.damage.push(damage);
                break;
            }
        }
        self.end_early(source.len());
        let _ = self.builder.process_token(tokenizer::Token::EOFToken, 1);
        self.builder.end();
        if tokens.attributes_lost() > 0 {
            self.note(Damage::Attributes(self.limits.attributes));
        }
    }

    /// Gives a token to the tree builder.
    fn read<'s>(&mut self, token: Token<'s>, span: Span, tokens: &mut Tokenizer<'s>) {
        let name = match &token {
            Token::StartTag(tag) => ended_early(&tag.name),
            _ => None,
        };
        if matches!(token, Token::Comment(_)) && is_cut(span, tokens.source()) {
            self.swallowed = Some(span);
        }
        let answer = self.give(token, span);
        tokens.set_cdata(self.is_foreign());
        let Some(content) = answer else {
            return;
        };
        match name {
            Some(name) => self.read_text(content, name, tokens),
            None => {
                self.text_end = tokens.read_as(content);
                let rest = Span::new(span.end, tokens.source().len());
                if matches!(content, Content::ScriptData | Content::RawText) && !tokens.closes() {
                    self.swallowed = Some(rest);
                }
            }
        }
    }

    /// Gives a token to the tree builder; returns how it wants what follows to be read.
    fn give(&self, token: Token<'_>, span: Span) -> Option<Content> {
        let sink = &self.builder.sink;
        match &token {
            Token::Text(text) => sink.at_text(text, span),
            Token::Null => sink.at_text("\u{FFFD}", span),
            Token::Nothing => return None,
            _ => sink.at_tag(span),
        }
        // Text that is held back in a table stays so behind a declaration and a NUL.
        let ends_text = matches!(
            token,
            Token::StartTag(_) | Token::EndTag(_) | Token::Comment(_)
        );
        let answer = self.builder.process_token(translate(token), 1);
        if ends_text {
            sink.after_tag();
        }
        content(answer)
    }

    /// Reads on in an element of text; one that never closes ends at the next tag or line end.
    fn read_text(&mut self, content: Content, name: &'static str, tokens: &mut Tokenizer<'_>) {
        if !self.unclosed.contains(&name) {
            self.text_end = tokens.read_as(content);
            if tokens.closes() {
                return;
            }
            self.unclosed.push(name);
            self.note(Damage::Unclosed(name));
        }
        self.text_end = tokens.read_line_as(content);
        self.ends_early = Some((self.text_end, name));
    }

    /// Ends an element of text that was read up to a byte.
    fn end_early(&mut self, at: usize) {
        if let Some((end, name)) = self.ends_early.filter(|(end, _)| *end <= at) {
            self.ends_early = None;
            self.give(Token::EndTag(bare_tag(name)), Span::new(end, end));
        }
    }

    /// Tells whether a token is passed over; a block whose tag is ends the line before the next text.
    fn is_passed(&mut self, token: &Token<'_>, span: Span) -> bool {
        let ends_text = span.start == self.text_end && matches!(token, Token::EndTag(_));
        if span.start < self.text_end || ends_text {
            return false;
        }
        let (name, verdict) = match token {
            Token::StartTag(tag) => {
                let is_foreign = self.is_foreign();
                let verdict = self.gauge.start(&tag.name, &self.builder, is_foreign);
                (&tag.name, verdict)
            }
            Token::EndTag(tag) => (&tag.name, self.gauge.end(&tag.name)),
            Token::Text(text) => {
                self.break_line(text);
                return false;
            }
            _ => return false,
        };
        let Verdict::Passed(damage) = verdict else {
            return false;
        };
        if layout(&LocalName::from(&**name)) != Layout::Inline {
            self.breaks = Some(span);
        }
        if let Some(damage) = damage {
            self.note(damage);
        }
        true
    }

    /// Breaks the line before a text, where tags were passed over that would.
    fn break_line(&mut self, text: &str) {
        if self.breaks.is_none() || text.trim_ascii().is_empty() {
            return;
        }
        if let Some(span) = self.breaks.take()
            && !self.is_foreign()
        {
            self.give(Token::StartTag(bare_tag("br")), span);
        }
    }

    fn is_foreign(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn is_too_much(&mut self) -> Option<Damage> {
        if self.builder.sink.size() > self.most_nodes {
            return Some(Damage::Nodes(self.most_nodes));
        }
        self.gauge
            .is_spent()
            .then_some(Damage::Steps(self.limits.steps))
    }

    fn note(&mut self, damage: Damage) {
        if !self.damage.contains(&damage) {
            self.damage.push(damage);
        }
    }
}

/// Returns the name of an element of text, if it is one that is ended early.
pub(super) fn ended_early(name: &str) -> Option<&'static str> {
    ENDED_EARLY.iter().copied().find(|known| *known == name)
}

/// Tells whether the end of the source cuts a comment off.
fn is_cut(comment: Span, source: &str) -> bool {
    let text = comment.of(source);
    let ends: &[&str] = match text.starts_with("<!--") {
        true => &["-->", "--!>"],
        false => &[">"],
    };
    comment.end == source.len() && !ends.iter().any(|end| text.ends_with(end))
}
