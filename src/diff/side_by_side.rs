//! Two columns: the page on the left, what stays of it on the right.

use super::Hunk;

/// One row of two columns; a side is `None` where it has no line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The line of the page and its number, from 1.
    pub left: Option<(usize, &'a str)>,
    /// What stays.
    pub right: Option<&'a str>,
    /// The rules at work on this row; empty where nothing was removed.
    pub rules: &'a [&'a str],
}

impl Row<'_> {
    /// Returns the sign between the columns: ` ` the same, `|` cut, `<` gone.
    pub const fn sign(&self) -> char {
        match (self.left, self.right) {
            _ if self.rules.is_empty() => ' ',
            (Some(_), None) => '<',
            _ => '|',
        }
    }
}

/// Lays out hunks with `context` lines of the text around each.
///
/// The hunks must be those of this text, in order.
pub fn rows<'a>(text: &'a str, hunks: &'a [Hunk<'a>], context: usize) -> Vec<Row<'a>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut rows = Vec::new();
    let mut at = 0;
    for (index, hunk) in hunks.iter().enumerate() {
        let first = hunk.line - 1;
        push_context(
            &mut rows,
            &lines,
            at.max(first.saturating_sub(context))..first,
        );
        push_hunk(&mut rows, hunk);
        at = first + hunk.old.lines().count();
        let next = hunks
            .get(index + 1)
            .map_or(lines.len(), |next| next.line - 1);
        let until = next.min(at + context).min(lines.len());
        push_context(&mut rows, &lines, at..until);
        at = until;
    }
    rows
}

fn push_context<'a>(rows: &mut Vec<Row<'a>>, lines: &[&'a str], range: std::ops::Range<usize>) {
    for index in range {
        rows.push(Row {
            left: Some((index + 1, lines[index])),
            right: Some(lines[index]),
            rules: &[],
        });
    }
}

fn push_hunk<'a>(rows: &mut Vec<Row<'a>>, hunk: &'a Hunk<'a>) {
    let mut right = hunk.new.lines();
    for (offset, left) in hunk.old.lines().enumerate() {
        rows.push(Row {
            left: Some((hunk.line + offset, left)),
            right: right.next(),
            rules: &hunk.rules,
        });
    }
}
