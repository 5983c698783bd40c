//! Columns that runs of spaces align over two lines.

use std::borrow::Cow;

use super::lines::{is_space, marker};

/// Starts of rows: a bar, or a line of the frame.
const ROWS: [&str; 9] = ["|", "+-", "+=", "│", "┌", "├", "└", "║", "╔"];

/// Spaces that pad a cell even where a sentence ends before them: typists leave two there.
const PADDING: usize = 3;

/// Spaces that part two cells at most; more of them align nothing.
const WIDEST: usize = 60;

/// Runs of a line that are looked at; no table has more columns.
const MOST_RUNS: usize = 32;

/// Where a run of white space stands in a line, in characters.
type Run = (usize, usize);

/// Tells whether two lines are rows of a drawn table, or a run of spaces begins or ends in one where one of the other does.
pub(super) fn align(line: &str, other: &str) -> bool {
    if is_drawn(line) && is_drawn(other) {
        return true;
    }
    // The other marks of these lines move what stands behind them.
    let moves =
        |line: &str| line.contains('\t') || marker(line.trim_start_matches(is_space)).is_some();
    let others: Vec<Run> = runs(other).take(MOST_RUNS).collect();
    let meets = |(start, end): Run| others.iter().any(|run| run.0 == start || run.1 == end);
    !others.is_empty() && !moves(line) && !moves(other) && runs(line).take(MOST_RUNS).any(meets)
}

/// Tells a row of a table that bars or boxes are drawn around.
pub(super) fn is_drawn(line: &str) -> bool {
    let line = line.trim_start_matches(is_space);
    matches!(line.as_bytes().first(), Some(b'|' | b'+' | 0xE2))
        && ROWS.iter().any(|start| line.starts_with(start))
}

/// Returns a run with plain spaces for all others, as wide as it was.
pub(super) fn plain(run: &str) -> Cow<'static, str> {
    Cow::Owned(" ".repeat(run.chars().count()))
}

/// Returns the runs of white space that may part two cells.
fn runs(line: &str) -> impl Iterator<Item = Run> {
    let mut chars = line
        .trim_end_matches(is_space)
        .chars()
        .enumerate()
        .peekable();
    let mut before = None;
    std::iter::from_fn(move || {
        loop {
            let (start, ch) = chars.next()?;
            if !is_space(ch) {
                before = Some(ch);
                continue;
            }
            let mut end = start + 1;
            while chars.next_if(|&(_, ch)| is_space(ch)).is_some() {
                end += 1;
            }
            let least = match before {
                None => continue,
                Some(before) => least_after(before),
            };
            if (least..=WIDEST).contains(&(end - start)) {
                return Some((start, end));
            }
        }
    })
}

/// Returns how many spaces after a character are more than typists leave there.
const fn least_after(before: char) -> usize {
    match before {
        '.' | '!' | '?' | ':' | ';' | ',' | '"' | '”' | '’' | ')' => PADDING,
        _ => 2,
    }
}
