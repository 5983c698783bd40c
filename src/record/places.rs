//! Where in the capture spans of the page text came from.

use std::ops::Range;

use crate::capture::Capture;
use crate::edit::Span;
use crate::outcome::Outcome;

/// Finds the byte ranges of the capture that spans of the page text came from.
///
/// The spans are ordered and disjoint. The ranges of each are in the order of its text.
pub(super) fn raw_of(
    capture: &Capture<'_>,
    outcome: &Outcome<'_>,
    spans: &[Span],
) -> Vec<Vec<(usize, usize)>> {
    let places = |spans: &[Range<usize>]| outcome.reading().raw_ranges(&capture.bytes, spans);
    let Some(markup) = outcome.page().markup() else {
        let spans: Vec<Range<usize>> = spans.iter().map(|span| span.start..span.end).collect();
        let raw = places(&spans).into_iter();
        return raw.map(|raw| vec![(raw.start, raw.end)]).collect();
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
    let mut raw = vec![Vec::new(); spans.len()];
    for ((_, owner, _), range) in found {
        raw[*owner].push((range.start, range.end));
    }
    raw
}
