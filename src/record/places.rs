//! Where in the capture spans of the page text came from.

use std::ops::Range;

use crate::capture::Capture;
use crate::edit::Span;
use crate::outcome::Outcome;

/// A stretch of the decoded source with the bytes of the capture that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its bytes in the page text of a text capture, in the decoded markup of a web page.
    pub(crate) source: Span,
    /// Its bytes in the capture.
    pub(crate) raw: Range<usize>,
}

/// Finds the byte ranges of the capture that spans of the page text came from.
///
/// The spans are ordered and disjoint. The ranges of each are in the order of its text.
pub(super) fn raw_of(
    capture: &Capture<'_>,
    outcome: &Outcome<'_>,
    spans: &[Span],
) -> Vec<Vec<(usize, usize)>> {
    let range = |piece: Piece| (piece.raw.start, piece.raw.end);
    let pieces = pieces_of(capture, outcome, spans).into_iter();
    pieces
        .map(|pieces| pieces.into_iter().map(range).collect())
        .collect()
}

/// Finds the stretches of the source that spans of the page text came from.
///
/// The spans are ordered and disjoint. The pieces of each are in the order of its text.
pub(crate) fn pieces_of(
    capture: &Capture<'_>,
    outcome: &Outcome<'_>,
    spans: &[Span],
) -> Vec<Vec<Piece>> {
    let places = |spans: &[Range<usize>]| outcome.reading().raw_ranges(&capture.bytes, spans);
    let Some(markup) = outcome.page().markup() else {
        let ranges: Vec<Range<usize>> = spans.iter().map(|span| span.start..span.end).collect();
        let pieces = spans.iter().zip(places(&ranges));
        return pieces
            .map(|(&source, raw)| vec![Piece { source, raw }])
            .collect();
    };
    let decoded = spans.iter().map(|&span| markup.source_of(span)).enumerate();
    let mut decoded: Vec<(Span, usize, usize)> = decoded
        .flat_map(|(owner, pieces)| {
            pieces
                .into_iter()
                .enumerate()
                .map(move |(at, piece)| (piece, owner, at))
        })
        .collect();
    // The markup may show text elsewhere than it says it; decoding goes through the bytes once.
    decoded.sort_unstable();
    let spans_of: Vec<Range<usize>> = decoded
        .iter()
        .map(|(piece, ..)| piece.start..piece.end)
        .collect();
    let mut found: Vec<_> = decoded.iter().zip(places(&spans_of)).collect();
    found.sort_unstable_by_key(|((_, owner, at), _)| (*owner, *at));
    let mut pieces = vec![Vec::new(); spans.len()];
    for (&(source, owner, _), raw) in found {
        pieces[owner].push(Piece { source, raw });
    }
    pieces
}
