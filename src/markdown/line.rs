//! The lines of the tidy text, with the elements that their words come from.

use super::escape::number;
use super::frame::{Frames, Kind, Style};
use crate::edit::{Edit, Span, carry};
use crate::html::Markup;
use crate::outcome::Outcome;

/// Words of the tidy text that come from one element of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    /// The bytes of the tidy text.
    pub(super) span: Span,
    /// Position in the outline of the element.
    pub(super) element: usize,
    /// First byte in the page text.
    pub(super) page: usize,
}

/// A line of the tidy text that shows something.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The bytes of the tidy text, without the mark of a list item.
    pub(super) span: Span,
    /// The mark of a list item, with the space after it; empty for other lines.
    pub(super) marker: Span,
    /// What words it has.
    pub(super) words: Vec<Words>,
    /// Whether an empty line stands before it.
    pub(super) is_apart: bool,
    /// Position of the frame it stands in; that of the page where its words stand in several.
    pub(super) frame: usize,
}

impl Line {
    /// Tells whether the line is a list item by its dash alone.
    pub(super) fn is_dashed(&self, tidy: &str) -> bool {
        self.marker.start == self.marker.end && self.span.of(tidy).trim_start().starts_with("- ")
    }
}

/// Finds the lines of the tidy text and what they come from.
pub(super) fn lines(outcome: &Outcome<'_>, frames: &Frames, tidy: &str) -> Vec<Line> {
    let words = outcome
        .page()
        .markup()
        .map_or_else(Vec::new, |markup| words(outcome, markup));
    let (mut lines, mut start, mut next) = (Vec::new(), 0, 0);
    let mut is_apart = false;
    for text in tidy.split_inclusive('\n') {
        let whole = Span::new(start, start + text.trim_end().len());
        start += text.len();
        if whole.start == whole.end {
            is_apart = true;
            continue;
        }
        next += count(&words[next..], |words| words.span.end <= whole.start);
        let inside = count(&words[next..], |words| words.span.start < whole.end);
        let here = &words[next..next + inside];
        lines.push(line(tidy, whole, here, is_apart, frames));
        is_apart = false;
    }
    settle_rows(&mut lines, frames);
    lines
}

fn count(words: &[Words], test: impl Fn(&&Words) -> bool) -> usize {
    words.iter().take_while(test).count()
}

fn line(tidy: &str, whole: Span, words: &[Words], is_apart: bool, frames: &Frames) -> Line {
    let clip = |words: &Words| Words {
        span: Span::new(
            words.span.start.max(whole.start),
            words.span.end.min(whole.end),
        ),
        ..*words
    };
    let words: Vec<Words> = words.iter().map(clip).collect();
    let frame_of = |words: &Words| frames.meaning_of(words.element).frame;
    let first = words.first().map_or(0, frame_of);
    let same = words.iter().all(|words| frame_of(words) == first);
    let frame = if same { first } else { 0 };
    let begin = words.first().map_or(whole.start, |words| words.span.start);
    let before = &tidy[whole.start..begin];
    let is_marker = before == "- " || number(before).is_some_and(|end| before[end..] == *". ");
    let in_item = || {
        let containers = frames.containers(frame);
        containers
            .iter()
            .any(|&one| frames.frame(one).kind == Kind::Item)
    };
    let content = if is_marker && in_item() {
        begin
    } else {
        whole.start
    };
    Line {
        span: Span::new(content, whole.end),
        marker: Span::new(whole.start, content),
        words,
        is_apart,
        frame,
    }
}

/// Carries all words of the page through the removals and rewrites; those that are gone are left out.
fn words(outcome: &Outcome<'_>, markup: &Markup<'_>) -> Vec<Words> {
    let pieces = &markup.outline.pieces;
    let mut positions: Vec<usize> = pieces
        .iter()
        .flat_map(|piece| [piece.text().start, piece.text().end])
        .collect();
    let removals = outcome.removals().iter();
    let removals: Vec<Edit> = removals.map(|removal| Edit::remove(removal.span)).collect();
    carry(&mut positions, &removals);
    for rewrite in outcome.rewrites() {
        carry(&mut positions, &rewrite.edits);
    }
    let carried = positions.chunks_exact(2).zip(pieces);
    carried
        .map(|(ends, piece)| Words {
            span: Span::new(ends[0], ends[1]),
            element: piece.element as usize,
            page: piece.text().start,
        })
        .filter(|words| words.span.start < words.span.end)
        .collect()
}

/// Takes for rows only what a table can show: several cells of a row that stand on one line, or one after such a row.
fn settle_rows(lines: &mut [Line], frames: &Frames) {
    let kind = |line: &Line| frames.frame(line.frame).kind;
    let mut last = Kind::Page;
    for at in 0..lines.len() {
        let line = &lines[at];
        let now = kind(line);
        if let Kind::Row(_) = now {
            let beside = |other: Option<&Line>| other.is_some_and(|one| one.frame == line.frame);
            let alone =
                !beside(lines.get(at + 1)) && !beside(at.checked_sub(1).map(|at| &lines[at]));
            if !(alone && is_row(line, frames, last == now)) {
                lines[at].frame = frames.outside_of_rows(line.frame);
            }
        }
        last = kind(&lines[at]);
    }
}

fn is_row(line: &Line, frames: &Frames, goes_on: bool) -> bool {
    let cell = |words: &Words| frames.meaning_of(words.element).cell;
    let parts = |pair: &&[Words]| cell(&pair[0]) != cell(&pair[1]);
    let is_apart = |pair: &[Words]| pair[0].span.end < pair[1].span.start;
    let several = line.words.windows(2).any(|pair| parts(&pair));
    line.words.iter().all(|words| cell(words).is_some())
        && line.words.windows(2).filter(parts).all(is_apart)
        && (several || goes_on)
}

/// Returns a line's words and what stands between them, each with its style.
pub(super) fn styled(line: &Line, span: Span, frames: &Frames) -> Vec<(Span, Style)> {
    let mut styled: Vec<(Span, Style)> = Vec::new();
    let mut at = span.start;
    let inside = line.words.iter().filter(|words| words.span.overlaps(span));
    for words in inside {
        let style = frames.meaning_of(words.element).style;
        if words.span.start > at {
            let before = styled.last().map_or(Style::default(), |(_, style)| *style);
            styled.push((Span::new(at, words.span.start), before.meet(style)));
        }
        let end = words.span.end.min(span.end);
        styled.push((Span::new(words.span.start.max(at), end), style));
        at = end;
    }
    if at < span.end {
        styled.push((Span::new(at, span.end), Style::default()));
    }
    styled
}
