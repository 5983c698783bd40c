//! Laying out a diff on a terminal.

use std::fmt::Write as _;

use terminal_size::{Width, terminal_size};
use undross::diff::rewrites::{Rewritten, Words};
use undross::diff::side_by_side::Row;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cli::paint::{Ink, Paint};

/// Columns where no terminal says how many there are.
const WIDTH: u16 = 160;
/// Columns of a line number and the space after it.
const NUMBER: usize = 6;
/// Fewest columns of one side.
const NARROWEST: usize = 16;

/// Finds the columns to fill.
pub(super) fn width(asked: Option<u16>) -> usize {
    let terminal = || terminal_size().map(|(Width(columns), _)| columns);
    usize::from(asked.or_else(terminal).unwrap_or(WIDTH))
}

/// Colours a unified diff.
pub(super) fn unified(diff: String, paint: Paint) -> String {
    if !paint.is_on() {
        return diff;
    }
    let mut out = String::with_capacity(diff.len() * 2);
    for (index, line) in diff.lines().enumerate() {
        let ink = match line.as_bytes().first() {
            _ if index < 2 => Ink::Name,
            Some(b'@') if line.ends_with("(likely)") => Ink::Likely,
            Some(b'@') => Ink::Heading,
            Some(b'-') => Ink::Gone,
            Some(b'+') => Ink::Kept,
            _ => Ink::Dim,
        };
        out.push_str(&paint.ink(ink, line));
        out.push('\n');
    }
    out
}

/// Lays out rows in two columns; long lines go on in the next row.
pub(super) fn columns(name: &str, rows: &[Row<'_>], width: usize, paint: Paint) -> String {
    let side = (width.saturating_sub(NUMBER + 3) / 2).max(NARROWEST);
    let mut out = String::new();
    if rows.is_empty() {
        return out;
    }
    let _ = writeln!(out, "{}", paint.ink(Ink::Name, name));
    let (mut last, mut rules): (usize, &[&str]) = (0, &[]);
    for row in rows {
        let number = row.left.map_or(last, |(number, _)| number);
        if last > 0 && number > last + 1 {
            let _ = writeln!(out, "{}", paint.ink(Ink::Dim, "…"));
        }
        if !row.rules.is_empty() && row.rules != rules {
            let _ = writeln!(out, "{}", paint.ink(Ink::Heading, &row.rules.join(", ")));
        }
        push_row(&mut out, row, side, paint);
        (last, rules) = (number, row.rules);
    }
    out
}

fn push_row(out: &mut String, row: &Row<'_>, side: usize, paint: Paint) {
    let (left, right) = match row.sign() {
        ' ' => (Ink::Dim, Ink::Dim),
        _ => (Ink::Gone, Ink::Kept),
    };
    let lefts = wrapped(row.left.map_or("", |(_, text)| text), side);
    let rights = wrapped(row.right.unwrap_or(""), side);
    let mut number = row
        .left
        .map_or(String::new(), |(number, _)| number.to_string());
    let mut sign = row.sign();
    for index in 0..lefts.len().max(rights.len()) {
        let (l, l_width) = lefts.get(index).map_or(("", 0), |(l, w)| (l.as_str(), *w));
        let r = rights.get(index).map_or("", |(r, _)| r);
        let gap = " ".repeat(side.saturating_sub(l_width));
        let row = format!(
            "{number:>5} {}{gap} {sign} {}",
            paint.ink(left, l),
            paint.ink(right, r)
        );
        out.push_str(row.trim_end());
        out.push('\n');
        number.clear();
        if sign == '<' {
            sign = ' ';
        }
    }
}

/// Cuts a line into pieces of at most `side` columns, after a space where there is one; with their widths.
///
/// Control characters become visible.
fn wrapped(line: &str, side: usize) -> Vec<(String, usize)> {
    let mut pieces = Vec::new();
    let (mut piece, mut width) = (String::new(), 0);
    for c in line.chars() {
        let c = if c.is_control() { '␣' } else { c };
        let columns = c.width().unwrap_or(0);
        if width + columns > side {
            let cut = piece.rfind(' ').map_or(piece.len(), |space| space + 1);
            let rest = piece.split_off(cut);
            let rest_width = rest.width();
            pieces.push((piece, width - rest_width));
            (piece, width) = (rest, rest_width);
        }
        piece.push(c);
        width += columns;
    }
    pieces.push((piece, width));
    pieces
}

/// Lays out the rewrites: `[-was-]{+now+}`, or in colour.
pub(super) fn rewrites(name: &str, rewrites: &[Rewritten], paint: Paint) -> String {
    let mut out = paint.ink(Ink::Name, &format!("rewrites of {name}"));
    out.push('\n');
    for rewritten in rewrites {
        let heading = format!("@@ {} @@ {}", rewritten.line, rewritten.pass);
        let _ = writeln!(out, "{}", paint.ink(Ink::Heading, &heading));
        let line: String = rewritten
            .words
            .iter()
            .map(|words| word(words, paint))
            .collect();
        for line in line.trim_end_matches('\n').split('\n') {
            let _ = writeln!(out, " {line}");
        }
    }
    out
}

fn word(words: &Words, paint: Paint) -> String {
    match (words, paint.is_on()) {
        (Words::Same(text), _) => text.clone(),
        (Words::Was(text), false) => format!("[-{}-]", visible(text)),
        (Words::Now(text), false) => format!("{{+{}+}}", visible(text)),
        (Words::Was(text), true) => paint.ink(Ink::Gone, &visible(text)),
        (Words::Now(text), true) => paint.ink(Ink::Kept, &visible(text)),
    }
}

/// Makes white space and controls visible, but for the plain space.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let shows = c == ' ' || !(c.is_whitespace() || c.is_control() || c.width() == Some(0));
        if shows {
            out.push(c);
        } else {
            out.extend(c.escape_default());
        }
    }
    out
}
