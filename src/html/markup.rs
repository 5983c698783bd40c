//! What a page text was laid out from: the tree and the outline.

use std::borrow::Cow;

use super::flat::render_flat;
use super::limits::{Damage, Limits};
use super::metadata::Metadata;
use super::outline::{Outline, Piece, Source};
use super::parse::parse_within;
use super::render::render;
use super::tree::Tree;
use crate::edit::Span;

/// The markup behind the text of a web page.
#[derive(Debug)]
pub struct Markup<'a> {
    /// The element tree.
    pub tree: Tree<'a>,
    /// The elements as they are laid out, and where each block comes from.
    pub outline: Outline,
    /// What the page states about itself.
    pub metadata: Metadata,
    /// Where the text was taken from, if the body of the page has none.
    pub fallback: Option<&'static str>,
}

/// Lays a page out by its tree, or by its tags where the tree had to be given up.
fn lay_out(tree: &mut Tree<'_>, limits: Limits) -> (String, Outline) {
    if tree.is_whole() {
        return render(tree, limits.lines);
    }
    tree.give_up();
    render_flat(tree, limits.lines)
}

/// Bytes of text below which the body of a page is taken for empty.
const EMPTY_BODY: usize = 200;

impl<'a> Markup<'a> {
    /// Reads the source of a page and lays it out; returns its text too.
    ///
    /// A body without text is filled by what a script of the page states as the article's.
    pub fn read(source: Cow<'a, str>, limits: Limits) -> (String, Self) {
        let mut tree = parse_within(source, limits);
        let metadata = Metadata::read(&tree);
        let (mut text, mut outline) = lay_out(&mut tree, limits);
        tree.note_what_is_swallowed(&text);
        if outline.sources.len() > limits.blocks {
            tree.damage.push(Damage::Blocks(limits.blocks));
        }
        let body = metadata.body.as_ref().filter(|_| text.len() < EMPTY_BODY);
        let fallback = body.filter(|body| body.value.len() > text.len());
        if let Some(body) = fallback {
            text = body.value.trim().to_owned() + "\n";
            outline = Outline::of_lines(&text, limits.lines);
        }
        if outline.is_cut {
            tree.damage.push(Damage::Lines(limits.lines));
        }
        let fallback = fallback.map(|body| body.from);
        let markup = Self {
            tree,
            outline,
            metadata,
            fallback,
        };
        (text, markup)
    }

    /// Tells whether its blocks stand in elements, and are few enough to be judged one by one.
    pub fn can_be_judged(&self) -> bool {
        let is_too_long = |damage: &Damage| matches!(damage, Damage::Blocks(_));
        self.outline.elements.len() > 1 && !self.tree.damage.iter().any(is_too_long)
    }

    /// Returns where block `index` comes from.
    pub fn source(&self, index: usize) -> &Source {
        &self.outline.sources[index]
    }

    /// Returns the pieces that block `index` is made of.
    pub fn pieces(&self, index: usize) -> &[Piece] {
        self.outline.pieces_of(index)
    }

    /// Returns the bytes of the source that a span of the page text came from, in the order of the text.
    ///
    /// Places with nothing but white space between them are one.
    pub fn source_of(&self, span: Span) -> Vec<Span> {
        let pieces = &self.outline.pieces;
        let first = pieces.partition_point(|piece| piece.text().end <= span.start);
        let touched = pieces[first..]
            .iter()
            .take_while(|piece| piece.text().start < span.end);
        let mut places: Vec<Span> = Vec::new();
        for place in touched.map(|piece| piece.source_of(span)) {
            match places.last_mut() {
                Some(last) if self.is_gap(last.end, place.start) => last.end = place.end,
                _ => places.push(place),
            }
        }
        places
    }

    /// Tells whether nothing but white space stands between two places of the source.
    fn is_gap(&self, from: usize, to: usize) -> bool {
        let between = self.tree.source().get(from..to);
        between.is_some_and(|between| between.bytes().all(|byte| byte.is_ascii_whitespace()))
    }
}
