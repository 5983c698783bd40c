//! White space inside the lines of a web page, which folds its own.

use std::borrow::Cow;

use super::lines::is_space;
use super::{Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "page-spaces",
    summary: "no-break and other Unicode spaces of a web page to one space, line ends trimmed",
    about: "Markup folds plain spaces itself; those that are left are code's, and stay. No-break spaces that pad or indent \
            a line are one space or none. Text captures have spaces instead.",
    default: true,
    over: Over::Pages,
    acts_on: None,
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        tidy(line, start, &mut edits);
        start += line.len() + 1;
    }
    edits
}

/// Tidies a line that begins at byte `start`.
fn tidy(line: &str, start: usize, edits: &mut Vec<Edit>) {
    let kept = line.trim_end_matches(is_space).len();
    let mut at = 0;
    while let Some((from, to)) = next_wide_run(&line[..kept], at) {
        at = to;
        let now = if from == 0 { "" } else { " " };
        edits.push(edit(start + from, start + to, now));
    }
    if kept < line.len() {
        edits.push(edit(start + kept, start + line.len(), ""));
    }
}

/// Finds the next run of spaces with one among them that is not ASCII, tabs between cells aside.
fn next_wide_run(line: &str, at: usize) -> Option<(usize, usize)> {
    let wide = |c: char| !c.is_ascii() && is_space(c);
    let space = |c: char| is_space(c) && c != '\t';
    let hit = at + line[at..].find(wide)?;
    let from = at + line[at..hit].trim_end_matches(space).len();
    let to = line.len() - line[hit..].trim_start_matches(space).len();
    Some((from, to))
}

fn edit(start: usize, end: usize, now: &'static str) -> Edit {
    Edit {
        span: Span::new(start, end),
        now: Cow::Borrowed(now),
    }
}
