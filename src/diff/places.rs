//! Where removals stand in the source of their capture, in lines and in bytes.

use std::ops::Range;

use crate::capture::Capture;
use crate::edit::Span;
use crate::outcome::Outcome;
use crate::record::{Piece, pieces_of};

/// One stretch of the source that a removal comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// Where it stands in the decoded source.
    pub lines: Lines,
    /// Its bytes in the capture.
    pub bytes: Range<usize>,
    /// The decoded source there.
    pub text: &'a str,
}

/// A stretch of a text in lines and columns, both from 1; columns are counted in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// Line of the first character.
    pub start_line: usize,
    /// Its column.
    pub start_column: usize,
    /// Line of what follows the last character.
    pub end_line: usize,
    /// Its column.
    pub end_column: usize,
}

impl Lines {
    /// Returns the last line with a character of the stretch.
    pub const fn last_line(self) -> usize {
        if self.end_column == 1 && self.end_line > self.start_line {
            return self.end_line - 1;
        }
        self.end_line
    }
}

/// Finds where each removal stands in the source: one stretch in a text, any number in a web page.
///
/// The source of a text is its page text, that of a web page its decoded markup.
pub fn places<'o>(capture: &Capture<'_>, outcome: &'o Outcome<'_>) -> Vec<Vec<Place<'o>>> {
    let removals = outcome.removals().iter();
    let spans: Vec<Span> = removals.map(|removal| removal.span).collect();
    let pieces = pieces_of(capture, outcome, &spans);
    let page = outcome.page();
    let source = page
        .markup()
        .map_or(page.text(), |markup| markup.tree.source());
    let at = Columns::of(source, pieces.iter().flatten());
    let place = |piece: &Piece| Place {
        lines: at.lines(piece.source),
        bytes: piece.raw.clone(),
        text: piece.source.of(source),
    };
    let places = pieces
        .iter()
        .map(|pieces| pieces.iter().map(place).collect());
    places.collect()
}

/// Lines and columns of some positions of a text.
struct Columns(Vec<(usize, (usize, usize))>);

impl Columns {
    /// Goes over the text once.
    fn of<'p>(text: &str, pieces: impl Iterator<Item = &'p Piece>) -> Self {
        let ends = pieces.flat_map(|piece| [piece.source.start, piece.source.end]);
        let mut positions: Vec<usize> = ends.collect();
        positions.sort_unstable();
        positions.dedup();
        let (mut at, mut line, mut column) = (0, 1, 1);
        let mut step = |position: usize| {
            for c in text[at..position].chars() {
                (line, column) = match c {
                    '\n' => (line + 1, 1),
                    _ => (line, column + 1),
                };
            }
            at = position;
            (position, (line, column))
        };
        Self(positions.into_iter().map(&mut step).collect())
    }

    fn lines(&self, span: Span) -> Lines {
        let ((start_line, start_column), (end_line, end_column)) =
            (self.at(span.start), self.at(span.end));
        Lines {
            start_line,
            start_column,
            end_line,
            end_column,
        }
    }

    fn at(&self, position: usize) -> (usize, usize) {
        let found = self.0.binary_search_by_key(&position, |(at, _)| *at);
        self.0[found.expect("every end of a piece is among the positions")].1
    }
}
