//! Which elements a page is laid out in, and where its blocks come from.

use std::ops::{BitOr, Range};

use super::tree::NodeId;
use crate::edit::Span;
use crate::page::is_blank;

/// The elements that show text, and the sources of the blocks.
#[derive(Debug, Default)]
pub struct Outline {
    /// Elements in the order of the page; the first is the root.
    pub elements: Vec<Element>,
    /// One for each block of the page.
    pub sources: Vec<Source>,
    /// Where all text comes from, in the order of the page; [`Source::pieces`] says which are whose.
    pub pieces: Vec<Piece>,
}

impl Outline {
    /// Makes the outline of lines that no element shows.
    pub(super) fn of_lines(text: &str) -> Self {
        let shown = text
            .lines()
            .filter(|line| !line.trim_matches(is_blank).is_empty());
        Self {
            sources: shown.map(|_| Source::default()).collect(),
            ..Self::default()
        }
    }
}

/// Text of the page that came from one place of the source.
///
/// Where both are as long, they match byte by byte, folded white space aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The bytes of the page text.
    pub text: Span,
    /// The bytes of the source.
    pub source: Span,
    /// Position in the outline of the element that it stands in.
    pub element: usize,
}

impl Piece {
    /// Takes in the piece that follows, if text and source both go on where this one ends.
    pub(super) fn join(&mut self, next: Self) -> bool {
        let follows = self.text.end == next.text.start && self.source.end == next.source.start;
        let alike = self.element == next.element && self.is_literal() && next.is_literal();
        let joins = follows && alike;
        if joins {
            (self.text.end, self.source.end) = (next.text.end, next.source.end);
        }
        joins
    }

    /// Returns the bytes of the source that a span of the page text came from, as far as it lies in this piece.
    pub fn source_of(&self, span: Span) -> Span {
        if !self.is_literal() {
            return self.source;
        }
        let start = span.start.max(self.text.start) - self.text.start;
        let end = span.end.min(self.text.end) - self.text.start;
        Span::new(self.source.start + start, self.source.start + end)
    }

    const fn is_literal(&self) -> bool {
        self.text.end - self.text.start == self.source.end - self.source.start
    }
}

/// An element as it is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// Its node in the tree.
    pub node: NodeId,
    /// Position of its parent in the outline; 0 for the root itself.
    pub parent: usize,
    /// Elements above it.
    pub depth: usize,
    /// Elements right under it that are laid out.
    pub children: usize,
    /// Why a reader may not see it.
    pub hidden: Hidden,
    /// Whether it runs within lines.
    pub inline: bool,
}

/// Where a block comes from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Position in the outline of the element that its text opens in.
    pub element: usize,
    /// Whether a `<br>` broke the line before it.
    pub after_break: bool,
    /// Links that begin in it.
    pub links: usize,
    /// Bytes of its text inside of links.
    pub link_bytes: usize,
    /// Bytes of its text in bold or italics.
    pub emphasis_bytes: usize,
    /// Images between the block before and its end.
    pub images: usize,
    /// Fields to fill in between the block before and its end.
    pub inputs: usize,
    /// Why a reader may not see it.
    pub hidden: Hidden,
    /// Its pieces of the source, as positions in [`Outline::pieces`].
    pub pieces: Range<usize>,
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
