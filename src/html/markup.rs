//! What a page text was laid out from: the tree and the outline.

use std::borrow::Cow;

use super::outline::{Outline, Source};
use super::parse::parse;
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
}

impl<'a> Markup<'a> {
    /// Reads the source of a page and lays it out; returns its text too.
    pub fn read(source: Cow<'a, str>) -> (String, Self) {
        let tree = parse(source);
        let (text, outline) = render(&tree);
        (text, Self { tree, outline })
    }

    /// Returns where block `index` comes from.
    pub fn source(&self, index: usize) -> &Source {
        &self.outline.sources[index]
    }

    /// Returns the pieces of the source that block `index` is made of.
    pub fn pieces(&self, index: usize) -> &[Span] {
        &self.outline.pieces[self.source(index).pieces.clone()]
    }
}
