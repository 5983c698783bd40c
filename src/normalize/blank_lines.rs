//! Blank lines of a web page, whose lines are laid out already.

use std::borrow::Cow;

use super::{Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "blank-lines",
    summary: "one blank line where a web page leaves more, none at its ends",
    about: "The lines of a web page stand as its markup sets them, so none is joined or set apart. What was removed \
            leaves blank lines behind; one of them is enough. Text captures have paragraphs instead.",
    default: true,
    over: Over::Pages,
    acts_on: None,
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut put = |start: usize, end: usize, now: &'static str| {
        if &text[start..end] != now {
            edits.push(Edit {
                span: Span::new(start, end),
                now: Cow::Borrowed(now),
            });
        }
    };
    let mut end = 0;
    for (start, line) in shown_lines(text) {
        let feeds = text[end..start]
            .bytes()
            .filter(|&byte| byte == b'\n')
            .count();
        match (end, feeds) {
            (0, _) => put(0, start, ""),
            (_, 0 | 1) => {}
            _ => put(end, start, "\n\n"),
        }
        end = start + line.len();
    }
    put(
        end,
        text.len(),
        if end > 0 && text[end..].contains('\n') {
            "\n"
        } else {
            ""
        },
    );
    edits
}

/// Returns the lines that show something, without the white space behind them, each with its first byte.
fn shown_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(move |line| (start(line), line.trim_end()))
}
