//! Which words can carry which marks: Markdown reads a mark only where it touches its words.

use super::frame::{CODE, EMPHASIS, LINK, STRONG, Style};
use crate::edit::Span;

/// Words of one style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'t> {
    pub(super) text: &'t str,
    pub(super) style: Style,
    /// For each mark of the style, the run after the last one that it goes on to.
    pub(super) ends: [usize; 4],
}

/// Settles which words carry which marks.
///
/// Marks move inside of white space, an italic part never crosses a bold one, and what would not be read as bold
/// or italic is plain.
pub(super) fn runs<'t>(tidy: &'t str, styled: &[(Span, Style)]) -> Vec<Run<'t>> {
    let mut parts: Vec<(Span, Style)> = styled
        .iter()
        .flat_map(|&(span, style)| parted(tidy, span).map(move |span| (span, style)))
        .filter(|(span, _)| span.start < span.end)
        .collect();
    plain_spaces(tidy, &mut parts);
    for (_, style) in &mut parts {
        // What touches is one part in bold, italics or code, whatever elements it is of.
        for mark in [STRONG, EMPHASIS, CODE] {
            style.0[mark] = style.0[mark].min(1);
        }
    }
    let mut runs = joined(tidy, &parts);
    uncross(&mut runs);
    runs = joined(tidy, &spans(tidy, &runs));
    for mark in [EMPHASIS, STRONG] {
        drop_unread(&mut runs, mark);
    }
    joined(tidy, &spans(tidy, &runs))
}

/// Parts the white space at both ends from the words.
fn parted(tidy: &str, span: Span) -> impl Iterator<Item = Span> {
    let text = span.of(tidy);
    let first = span.end - text.trim_start().len();
    let last = (span.start + text.trim_end().len()).max(first);
    [
        Span::new(span.start, first),
        Span::new(first, last),
        Span::new(last, span.end),
    ]
    .into_iter()
}

/// Takes from white space the marks that do not go on behind it.
fn plain_spaces(tidy: &str, parts: &mut [(Span, Style)]) {
    let is_space = |span: Span| span.of(tidy).trim().is_empty();
    for forward in [true, false] {
        let mut beside = Style::default();
        let mut settle = |(span, style): &mut (Span, Style)| {
            if is_space(*span) {
                *style = style.meet(beside);
            } else {
                beside = *style;
            }
        };
        if forward {
            parts.iter_mut().for_each(&mut settle);
        } else {
            parts.iter_mut().rev().for_each(&mut settle);
        }
    }
}

/// Joins what touches and has one style.
fn joined<'t>(tidy: &'t str, parts: &[(Span, Style)]) -> Vec<Run<'t>> {
    let same = |one: &(Span, Style), two: &(Span, Style)| one.1 == two.1;
    let mut runs: Vec<Run<'t>> = parts
        .chunk_by(same)
        .map(|group| Run {
            text: &tidy[group[0].0.start..group[group.len() - 1].0.end],
            style: group[0].1,
            ends: [0; 4],
        })
        .collect();
    let mut after: Option<Run<'_>> = None;
    for (at, run) in runs.iter_mut().enumerate().rev() {
        let end = |mark: usize| match after {
            Some(next) if next.style.0[mark] == run.style.0[mark] => next.ends[mark],
            _ => at + 1,
        };
        run.ends = [0, 1, 2, 3].map(end);
        after = Some(*run);
    }
    runs
}

fn spans(tidy: &str, runs: &[Run<'_>]) -> Vec<(Span, Style)> {
    let span = |run: &Run<'_>| {
        let start = run.text.as_ptr().addr() - tidy.as_ptr().addr();
        (Span::new(start, start + run.text.len()), run.style)
    };
    runs.iter().map(span).collect()
}

/// Takes the italics from where an italic part and a bold one cross, or one begins right where the other ends.
fn uncross(runs: &mut [Run<'_>]) {
    let strong: Vec<bool> = runs.iter().map(|run| run.style.0[STRONG] != 0).collect();
    let mut at = 0;
    while at < runs.len() {
        let (start, end) = (at, runs[at].ends[EMPHASIS]);
        at = end;
        if runs[start].style.0[EMPHASIS] == 0 {
            continue;
        }
        let before = start > 0 && strong[start - 1];
        let after = end < runs.len() && strong[end];
        let is_whole = strong[start..end].iter().all(|&one| one);
        let bold = |run: &&mut Run<'_>| run.style.0[STRONG] != 0;
        let part = &mut runs[start..end];
        if (before && !strong[start]) || (after && !strong[end - 1]) {
            clear(part, EMPHASIS);
        } else if before && !is_whole {
            part.iter_mut()
                .take_while(bold)
                .for_each(|run| run.style.0[EMPHASIS] = 0);
        } else if after && !is_whole {
            part.iter_mut()
                .rev()
                .take_while(bold)
                .for_each(|run| run.style.0[EMPHASIS] = 0);
        }
    }
}

fn clear(runs: &mut [Run<'_>], mark: usize) {
    for run in runs {
        run.style.0[mark] = 0;
    }
}

/// Takes a mark from where it would not be read, or where it might be read as the end of another one.
fn drop_unread(runs: &mut [Run<'_>], mark: usize) {
    let has = |mark: usize| runs.iter().any(|run| run.style.0[mark] != 0);
    let is_mixed = has(STRONG) && has(EMPHASIS);
    let mut at = 0;
    while at < runs.len() {
        let (start, end) = (at, runs[at].ends[mark]);
        at = end;
        let (opens, closes) = (opens(runs, start, end), closes(runs, start, end));
        let is_read = match is_mixed {
            true => opens == Reading::Sure && closes == Reading::Sure,
            false => opens != Reading::Never && closes != Reading::Never,
        };
        if !is_read {
            clear(&mut runs[start..end], mark);
        }
    }
}

/// How a mark is read at one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Sure,
    /// As it should, unless another mark is open.
    Alone,
    Never,
}

/// Tells how a mark is read before the runs from `start` to `end`.
///
/// Source: CommonMark 0.31, "left-flanking delimiter run"; what is no letter or digit counts as punctuation.
fn opens(runs: &[Run<'_>], start: usize, end: usize) -> Reading {
    let first = &runs[start];
    let before = start.checked_sub(1).map(|at| &runs[at]);
    let link = first.style.0[LINK];
    let link_starts = link != 0 && before.is_none_or(|run| run.style.0[LINK] != link);
    let is_outer = link_starts && first.ends[LINK] >= end;
    let touches = first.text.starts_with(char::is_alphanumeric)
        && first.style.0[CODE] == 0
        && (!link_starts || is_outer);
    let is_spaced = |run: &Run<'_>| run.style.0[CODE] == 0 && run.text.ends_with(is_space);
    if touches || before.is_none_or(is_spaced) {
        return Reading::Sure;
    }
    let is_free = |run: &Run<'_>| ends_marked(run, link) || run.text.ends_with(is_punctuation);
    alone(is_outer || before.is_some_and(is_free))
}

/// Tells how a mark is read after the runs from `start` to `end`.
///
/// Source: CommonMark 0.31, "right-flanking delimiter run"; what is no letter or digit counts as punctuation.
fn closes(runs: &[Run<'_>], start: usize, end: usize) -> Reading {
    let last = &runs[end - 1];
    let after = runs.get(end);
    let link = last.style.0[LINK];
    let is_outer = link == runs[start].style.0[LINK];
    let link_ends = link != 0 && after.is_none_or(|run| run.style.0[LINK] != link);
    let touches = last.text.ends_with(char::is_alphanumeric)
        && last.style.0[CODE] == 0
        && (link == 0 || is_outer);
    let is_spaced = |run: &Run<'_>| run.style.0[CODE] == 0 && run.text.starts_with(is_space);
    if touches || after.is_none_or(is_spaced) {
        return Reading::Sure;
    }
    let is_free = |run: &Run<'_>| ends_marked(run, link) || run.text.starts_with(is_punctuation);
    alone((link_ends && is_outer) || after.is_some_and(is_free))
}

const fn alone(is_read: bool) -> Reading {
    if is_read {
        Reading::Alone
    } else {
        Reading::Never
    }
}

/// Tells whether a run has marks of its own towards one with that link.
fn ends_marked(run: &Run<'_>, link: usize) -> bool {
    run.style.0[CODE] != 0 || (run.style.0[LINK] != 0 && run.style.0[LINK] != link)
}

const fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t')
}

/// Punctuation that every reader of Markdown takes for it.
const fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
}
