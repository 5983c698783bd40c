//! Two columns: the page on the left, what stays of it on the right.

use std::borrow::Cow;
use std::ops::Range;

use super::{Hunk, Part, is_whole};

/// One row of two columns; a side is `None` where it has no line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Number of the line of the page, from 1.
    pub line: usize,
    /// The line of the page, cut where only a part of it goes; without its line feed.
    pub left: Vec<Part<'a>>,
    /// What stays.
    pub right: Option<&'a str>,
    /// The rules at work on this row; empty where nothing was removed.
    pub rules: &'a [Cow<'a, str>],
}

impl Row<'_> {
    /// Returns the sign between the columns: ` ` the same, `|` cut, `<` gone.
    pub const fn sign(&self) -> char {
        match self.right {
            _ if self.rules.is_empty() => ' ',
            None => '<',
            Some(_) => '|',
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
        let before = at.max(first.saturating_sub(context))..first;
        push_context(&mut rows, &lines, before);
        rows.extend(hunk_rows(hunk));
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

/// Lays out one hunk, without the lines around it.
pub fn hunk_rows<'a>(hunk: &'a Hunk<'a>) -> Vec<Row<'a>> {
    let mut new = hunk.new.lines();
    // What stays of several lines may be one: it stands beside the first of them.
    let mut goes_on = false;
    let mut rows = Vec::new();
    for (offset, parts) in hunk.parts().into_iter().enumerate() {
        let last = parts.iter().rfind(|part| !part.is_gone());
        let ends = last.map(|part| part.text().ends_with('\n'));
        let begins = ends.is_some() && !goes_on;
        goes_on = ends.map_or(goes_on, |ends| !ends);
        rows.push(Row {
            line: hunk.line + offset,
            right: begins.then(|| new.next()).flatten(),
            rules: &hunk.rules,
            left: without_end(parts),
        });
    }
    rows
}

fn push_context<'a>(rows: &mut Vec<Row<'a>>, lines: &[&'a str], range: Range<usize>) {
    for index in range {
        rows.push(Row {
            line: index + 1,
            left: vec![Part::Stays(lines[index])],
            right: Some(lines[index]),
            rules: &[],
        });
    }
}

/// Takes the line end from a line; one that goes as a whole is one part.
fn without_end(mut parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let whole = is_whole(&parts);
    for part in parts.iter_mut().rev().take(2) {
        let (Part::Stays(text) | Part::Gone(text)) = part;
        *text = text.trim_end_matches(['\r', '\n']);
        if !text.is_empty() {
            break;
        }
    }
    parts.retain(|part| !part.text().is_empty() && (!whole || part.is_gone()));
    parts
}
