//! Laying out a diff in two columns.

use std::borrow::Cow;
use std::fmt::Write as _;

use terminal_size::{Width, terminal_size};
use undross::diff::Part;
use undross::diff::side_by_side::Row;
use unicode_width::UnicodeWidthChar;

use crate::cli::paint::{Ink, Paint};

/// Columns where no terminal says how many there are.
const WIDTH: u16 = 160;
/// Columns of a line number and the space after it.
const NUMBER: usize = 6;
/// Fewest columns of one side.
const NARROWEST: usize = 16;

/// What stands in one column of one row: characters with their colour.
#[derive(Default)]
struct Cell {
    text: Vec<(char, Ink)>,
    width: usize,
}

/// Finds the columns to fill.
pub(super) fn width(asked: Option<u16>) -> usize {
    let terminal = || terminal_size().map(|(Width(columns), _)| columns);
    usize::from(asked.or_else(terminal).unwrap_or(WIDTH))
}

/// Lays out rows in two columns; long lines go on in the next row.
pub(super) fn columns(name: &str, rows: &[Row<'_>], width: usize, paint: Paint) -> String {
    let side = (width.saturating_sub(NUMBER + 3) / 2).max(NARROWEST);
    let mut out = String::new();
    if rows.is_empty() {
        return out;
    }
    let _ = writeln!(out, "{}", paint.ink(Ink::Name, name));
    let (mut last, mut rules): (usize, &[Cow<'_, str>]) = (0, &[]);
    for row in rows {
        if last > 0 && row.line > last + 1 {
            let _ = writeln!(out, "{}", paint.ink(Ink::Dim, "…"));
        }
        if !row.rules.is_empty() && row.rules != rules {
            let _ = writeln!(out, "{}", paint.ink(Ink::Heading, &row.rules.join(", ")));
        }
        push_row(&mut out, row, side, paint);
        (last, rules) = (row.line, row.rules);
    }
    out
}

fn push_row(out: &mut String, row: &Row<'_>, side: usize, paint: Paint) {
    let lefts = wrapped(&left(row), side);
    let kept = if row.sign() == ' ' {
        Ink::Dim
    } else {
        Ink::Kept
    };
    let rights = wrapped(&[(row.right.unwrap_or(""), kept)], side);
    let mut number = row.line.to_string();
    let mut sign = row.sign();
    let none = Cell::default();
    for index in 0..lefts.len().max(rights.len()) {
        let (left, right) = (
            lefts.get(index).unwrap_or(&none),
            rights.get(index).unwrap_or(&none),
        );
        let gap = " ".repeat(side.saturating_sub(left.width));
        let (left, right) = (left.painted(paint), right.painted(paint));
        let row = format!("{number:>5} {left}{gap} {sign} {right}");
        out.push_str(row.trim_end());
        out.push('\n');
        number.clear();
        if sign == '<' {
            sign = ' ';
        }
    }
}

/// Returns the parts of the line of the page with their colours: what goes is marked where the rest stays.
fn left<'r>(row: &'r Row<'_>) -> Vec<(&'r str, Ink)> {
    let is_cut = row.left.iter().any(|part| !part.is_gone());
    let ink = |part: &Part<'_>| match part {
        _ if row.sign() == ' ' => Ink::Dim,
        Part::Gone(_) if is_cut => Ink::Cut,
        _ => Ink::Gone,
    };
    let parts = row.left.iter();
    parts.map(|part| (part.text(), ink(part))).collect()
}

/// Cuts a line into cells of at most `side` columns, after a space where there is one.
///
/// Control characters become visible.
fn wrapped(parts: &[(&str, Ink)], side: usize) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut cell = Cell::default();
    let characters = parts
        .iter()
        .flat_map(|&(text, ink)| text.chars().map(move |c| (c, ink)));
    for (c, ink) in characters {
        let c = if c.is_control() { '␣' } else { c };
        if cell.width + columns_of(c) > side {
            let rest = cell.split();
            cells.push(std::mem::replace(&mut cell, rest));
        }
        cell.push((c, ink));
    }
    cells.push(cell);
    cells
}

impl Cell {
    fn push(&mut self, (c, ink): (char, Ink)) {
        self.width += columns_of(c);
        self.text.push((c, ink));
    }

    /// Splits off what stands behind the last space.
    fn split(&mut self) -> Self {
        let space = self.text.iter().rposition(|&(c, _)| c == ' ');
        let text = self
            .text
            .split_off(space.map_or(self.text.len(), |at| at + 1));
        let width = text.iter().map(|&(c, _)| columns_of(c)).sum();
        self.width -= width;
        Self { text, width }
    }

    fn painted(&self, paint: Paint) -> String {
        let runs = self.text.chunk_by(|one, two| one.1 == two.1);
        let painted = runs.map(|run| {
            let text: String = run.iter().map(|(c, _)| c).collect();
            paint.ink(run[0].1, &text)
        });
        painted.collect()
    }
}

fn columns_of(c: char) -> usize {
    c.width().unwrap_or(0)
}
