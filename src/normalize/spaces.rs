//! White space inside of lines and at their ends; that at their starts belongs to the paragraphs.

use std::borrow::Cow;

use super::lines::{self, Line, is_space};
use super::{Marks, Over, Pass};
use super::{columns, scan};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "spaces",
    summary: "no-break and other Unicode spaces to spaces, runs to one, line ends trimmed",
    about: "Code stays as it is, and so do tabs between table cells and runs of spaces that align the columns of two lines. \
            What indents a line is told apart later: see paragraphs.",
    default: true,
    over: Over::Texts,
    acts_on: Some(
        Marks::RUN
            .and(Marks::CONTROL)
            .and(Marks::LATIN)
            .and(Marks::SPACING)
            .and(Marks::BEYOND),
    ),
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut hit = match text.starts_with(' ') {
        true => Some(0),
        false => next_suspect(text, 0),
    };
    let mut last = "";
    for line in lines::lines(text) {
        let Some(at) = hit else { break };
        if at <= line.end() {
            let next = lines::line_at(text, (line.end() + 1).min(text.len()));
            tidy(&line, [last, next], &mut edits);
            // The newline itself is suspect where the next line is indented.
            hit = next_suspect(text, line.end());
        }
        last = line.text;
    }
    edits
}

/// Returns the first place from `at` on where white space is more than a plain space.
fn next_suspect(text: &str, at: usize) -> Option<usize> {
    scan::find(text, at, is_run, is_wide)
}

fn is_run(one: u8, two: u8) -> bool {
    let run = (one == b' ') & ((two == b' ') | (two == b'\n'));
    let indent = (one == b'\n') & (two == b' ');
    run | indent | (one == b'\t')
}

fn is_wide(one: u8, two: u8, three: u8) -> bool {
    let fixed = (one == 0xE2) & (two == 0x80) & ((three <= 0x8A) | (three == 0xAF));
    let medium = (one == 0xE2) & (two == 0x81) & (three == 0x9F);
    let wide = (one == 0xE3) & (two == 0x80) & (three == 0x80);
    let ogham = (one == 0xE1) & (two == 0x9A) & (three == 0x80);
    let hard = (one == 0xC2) & (two == 0xA0);
    hard | fixed | medium | wide | ogham
}

/// Tells whether a line has a tab between two cells; the tab after a list marker is none.
fn has_cells(line: &str) -> bool {
    let line = line.trim_matches(is_space);
    line[lines::marker(line).unwrap_or(0)..]
        .trim_start_matches(is_space)
        .contains('\t')
}

/// Tidies a line that stands between two others.
fn tidy(line: &Line<'_>, beside: [&str; 2], edits: &mut Vec<Edit>) {
    let mut put = |start: usize, end: usize, now: Cow<'static, str>| {
        if line.text[start..end] != *now {
            edits.push(Edit {
                span: Span::new(line.start + start, line.start + end),
                now,
            });
        }
    };
    let kept = line.text.trim_end_matches(is_space).len();
    if !line.kind.is_verbatim() {
        let content = &line.text[..kept];
        let indent = kept - content.trim_start_matches(is_space).len();
        let after_marker = lines::marker(&content[indent..]).map(|length| indent + length);
        let is_table = has_cells(line.text) && beside.into_iter().any(has_cells);
        let is_aligned = || {
            beside
                .into_iter()
                .any(|other| columns::align(line.text, other))
        };
        let mut aligned = None;
        for (start, end) in gaps(content, indent) {
            let run = &content[start..end];
            let now = match gap(run, is_table) {
                _ if Some(start) == after_marker => Cow::Borrowed(" "),
                " " if *aligned.get_or_insert_with(is_aligned) => columns::plain(run),
                now => Cow::Borrowed(now),
            };
            put(start, end, now);
        }
    }
    put(kept, line.text.len(), Cow::Borrowed(""));
}

/// Returns the white space inside a line that is more than a plain space.
fn gaps(content: &str, indent: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut at = indent;
    std::iter::from_fn(move || {
        let hit = next_suspect(content, at)?;
        let start = at + content[at..hit].trim_end_matches(is_space).len();
        let rest = &content[hit..];
        at = hit + rest.find(|ch| !is_space(ch)).unwrap_or(rest.len());
        Some((start, at))
    })
}

/// Returns what stands for a run of white space.
fn gap(run: &str, table: bool) -> &'static str {
    const TABS: &str = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t";
    match run.matches('\t').count() {
        1.. if run == "\t" => "\t",
        tabs @ 1.. if table => &TABS[..tabs.min(TABS.len())],
        _ => " ",
    }
}
