//! Which elements a page is laid out in, and where its blocks come from.

use std::ops::BitOr;

use super::tree::NodeId;
use crate::edit::{Narrow, Span};
use crate::page::is_blank;

/// The elements that show text, and the sources of the blocks.
#[derive(Debug, Default)]
pub struct Outline {
    /// Elements in the order of the page; the first is the root.
    pub elements: Vec<Element>,
    /// One for each block of the page.
    pub sources: Vec<Source>,
    /// Where all text comes from, in the order of the page; [`Outline::pieces_of`] says which are whose.
    pub pieces: Vec<Piece>,
    /// Whether the page has more lines than are blocks.
    pub is_cut: bool,
}

impl Outline {
    /// Makes the outline of lines that no element shows.
    pub(super) fn of_lines(text: &str, most: usize) -> Self {
        let shown = text
            .lines()
            .filter(|line| !line.trim_matches(is_blank).is_empty());
        let mut sources: Vec<Source> = shown.map(|_| Source::default()).take(most + 1).collect();
        let is_cut = sources.len() > most;
        sources.truncate(most);
        Self {
            sources,
            is_cut,
            ..Self::default()
        }
    }

    /// Returns the pieces that block `index` is made of.
    pub fn pieces_of(&self, index: usize) -> &[Piece] {
        let first = |source: &Source| source.first_piece as usize;
        let end = self.sources.get(index + 1).map_or(self.pieces.len(), first);
        &self.pieces[first(&self.sources[index])..end]
    }
}

/// Text of the page that came from one place of the source.
///
/// Where both are as long, they match byte by byte, folded white space aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub(super) text: Narrow,
    pub(super) source: Narrow,
    /// Position in the outline of the element that it stands in.
    pub element: u32,
}

impl Piece {
    /// Returns the bytes of the page text.
    pub const fn text(&self) -> Span {
        self.text.span()
    }

    /// Returns the bytes of the source.
    pub const fn source(&self) -> Span {
        self.source.span()
    }

    /// Takes in the piece that follows, if text and source both go on where this one ends.
    pub(super) fn join(&mut self, next: Self) -> bool {
        let (text, source) = (self.text(), self.source());
        let follows = text.end == next.text().start && source.end == next.source().start;
        let alike = self.element == next.element && self.is_literal() && next.is_literal();
        let joins = follows && alike;
        if joins {
            self.text = Span::new(text.start, next.text().end).into();
            self.source = Span::new(source.start, next.source().end).into();
        }
        joins
    }

    /// Returns the bytes of the source that a span of the page text came from, as far as it lies in this piece.
    pub fn source_of(&self, span: Span) -> Span {
        let (text, source) = (self.text(), self.source());
        if !self.is_literal() {
            return source;
        }
        let start = span.start.max(text.start) - text.start;
        let end = span.end.min(text.end) - text.start;
        Span::new(source.start + start, source.start + end)
    }

    const fn is_literal(&self) -> bool {
        let (text, source) = (self.text(), self.source());
        text.end - text.start == source.end - source.start
    }
}

/// An element as it is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// Its node in the tree.
    pub node: NodeId,
    /// Position of its parent in the outline; 0 for the root itself.
    pub parent: u32,
    /// Elements above it.
    pub depth: u32,
    /// Elements right under it that are laid out.
    pub children: u32,
    /// Why a reader may not see it.
    pub hidden: Hidden,
    /// Whether it runs within lines.
    pub inline: bool,
}

/// Where a block comes from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Position in the outline of the element that its text opens in.
    pub element: u32,
    /// Whether a `<br>` broke the line before it.
    pub after_break: bool,
    /// Links that begin in it.
    pub links: u32,
    /// Bytes of its text inside of links.
    pub link_bytes: u32,
    /// Bytes of its text in bold or italics.
    pub emphasis_bytes: u32,
    /// Images between the block before and its end.
    pub images: u32,
    /// Fields to fill in between the block before and its end.
    pub inputs: u32,
    /// Why a reader may not see it.
    pub hidden: Hidden,
    /// Position in [`Outline::pieces`] of its first one; those before that of the next source are its own.
    pub first_piece: u32,
}

/// Reasons for which a reader may not see an element; none of them is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden(pub u8);

impl Hidden {
    /// The attribute `hidden`.
    pub const ATTRIBUTE: Self = Self(1);
    /// A style that shows nothing.
    pub const STYLE: Self = Self(2);
    /// `aria-hidden="true"`.
    pub const ARIA: Self = Self(4);
    /// A class that hides, as frameworks name them.
    pub const CLASS: Self = Self(8);
    /// `<noscript>`.
    pub const NOSCRIPT: Self = Self(16);
    /// `<dialog>` that is not open.
    pub const DIALOG: Self = Self(32);
    /// What a `<select>` or `<datalist>` offers.
    pub const CHOICE: Self = Self(64);

    /// Tells whether one of these reasons is among them.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Hidden {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
