//! Rows of cells between bars.

use super::frame::{Cell, Frames};
use super::line::{Line, Words};
use crate::edit::Span;

/// The cells of a row, each with its place in the tidy text.
fn cells(line: &Line, frames: &Frames) -> Vec<(Cell, Span)> {
    let cell = |words: &Words| frames.meaning_of(words.element).cell;
    let mut cells: Vec<(Cell, Span)> = Vec::new();
    for group in line.words.chunk_by(|one, two| cell(one) == cell(two)) {
        let start = match cells.last_mut() {
            Some((_, last)) => {
                last.end = group[0].span.start;
                last.end
            }
            None => line.span.start,
        };
        cells.extend(cell(&group[0]).map(|cell| (cell, Span::new(start, line.span.end))));
    }
    cells
}

/// Writes the rows of a table; where the first one is no head, an empty one is put before it.
pub(super) fn rows(
    lines: &[Line],
    frames: &Frames,
    mut write: impl FnMut(&Line, Span) -> String,
) -> Vec<String> {
    let rows: Vec<Vec<(Cell, Span)>> = lines.iter().map(|line| cells(line, frames)).collect();
    let last = rows.iter().flatten().map(|(cell, _)| cell.column).max();
    let columns = last.unwrap_or(0) + 1;
    let mut out: Vec<String> = Vec::with_capacity(rows.len() + 2);
    for (at, (line, row)) in lines.iter().zip(&rows).enumerate() {
        let is_head = at == 0 && row.iter().all(|(cell, _)| cell.is_header);
        if at == 0 && !is_head {
            out.push("|".to_owned() + &"  |".repeat(columns));
            out.push("|".to_owned() + &" --- |".repeat(columns));
        }
        let mut written = bars(row, |span| write(line, span));
        if is_head {
            let taken = row.last().map_or(0, |(cell, _)| cell.column + 1);
            written += &"  |".repeat(columns - taken);
            out.push(written);
            out.push("|".to_owned() + &" --- |".repeat(columns));
        } else {
            out.push(written);
        }
    }
    out
}

fn bars(row: &[(Cell, Span)], mut write: impl FnMut(Span) -> String) -> String {
    let mut out = String::from("|");
    let mut column = 0;
    for &(cell, span) in row {
        let empty = cell.column.saturating_sub(column);
        out.push_str(&"  |".repeat(empty));
        out.extend([" ", write(span).trim(), " |"]);
        column = cell.column + 1;
    }
    out
}
