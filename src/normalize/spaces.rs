//! White space inside lines.

use std::borrow::Cow;

use super::lines::{self, Kind, Line, is_space};
use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};

/// What a tab before a list item is wide.
const TAB: &str = "    ";

pub(super) static PASS: Pass = Pass {
    id: "spaces",
    summary: "no-break and other Unicode spaces to spaces, runs to one, line ends trimmed",
    about: "The indentation of code and of list items stays, and so do tabs between table cells.",
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
    let mut hit = if starts_indented(text) {
        Some(0)
    } else {
        next_suspect(text, 0)
    };
    let mut last = "";
    for line in lines::lines(text) {
        let Some(at) = hit else { break };
        if at <= line.end() {
            tidy(text, &line, has_cells(last), &mut edits);
            // The newline itself is suspect where the next line is indented.
            hit = next_suspect(text, line.end());
        }
        last = line.text;
    }
    edits
}

fn starts_indented(text: &str) -> bool {
    text.starts_with(' ')
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

fn tidy(text: &str, line: &Line<'_>, after_cells: bool, edits: &mut Vec<Edit>) {
    let mut put = |start: usize, end: usize, now: Cow<'static, str>| {
        if text[start..end] != *now {
            edits.push(Edit {
                span: Span { start, end },
                now,
            });
        }
    };
    let kept = line.text.trim_end_matches(is_space).len();
    if line.kind != Kind::Code {
        let content = &line.text[..kept];
        let indent = kept - content.trim_start_matches(is_space).len();
        let marker = lines::marker(&content[indent..]);
        let now = if marker.is_some() {
            widened(&content[..indent])
        } else {
            Cow::Borrowed("")
        };
        put(line.start, line.start + indent, now);
        let table = has_cells(line.text)
            && (after_cells || has_cells(lines::line_at(text, (line.end() + 1).min(text.len()))));
        let after_marker = marker.map(|length| indent + length);
        for (start, end) in gaps(content, indent) {
            let now = if Some(start) == after_marker {
                " "
            } else {
                gap(&content[start..end], table)
            };
            match now {
                "" => {}
                now => put(line.start + start, line.start + end, Cow::Borrowed(now)),
            }
        }
    }
    put(line.start + kept, line.end(), Cow::Borrowed(""));
}

fn widened(indent: &str) -> Cow<'static, str> {
    Cow::Owned(
        indent
            .chars()
            .map(|ch| if ch == '\t' { TAB } else { " " })
            .collect(),
    )
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

/// Returns what stands for a run of white space; empty where it stays.
fn gap(run: &str, table: bool) -> &'static str {
    const TABS: &str = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t";
    match run.matches('\t').count() {
        1.. if run == "\t" => "",
        tabs @ 1.. if table => &TABS[..tabs.min(TABS.len())],
        _ => " ",
    }
}
