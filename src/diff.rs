//! The diff of what was removed, rendered from the removals and never computed.

use std::fmt::Write as _;

use memchr::memchr_iter;

use crate::edit::Span;
use crate::outcome::{Outcome, Removal};

/// Renders the removals as a unified diff without context lines.
///
/// Hunk headings carry the names of the rules; `patch -R` on the kept text gives the page text back.
/// Empty where nothing was removed.
pub fn unified(outcome: &Outcome<'_>, name: &str) -> String {
    let mut out = String::new();
    let mut removed_lines = 0;
    for hunk in hunks(outcome) {
        if out.is_empty() {
            let _ = write!(out, "--- a/{name}\n+++ b/{name}\n");
        }
        let (old, new) = (count_lines(hunk.old), count_lines(&hunk.new));
        let new_line = hunk.line - removed_lines - usize::from(new == 0);
        let _ = writeln!(
            out,
            "@@ -{},{old} +{new_line},{new} @@ {}",
            hunk.line,
            hunk.rules.join(", ")
        );
        push_lines(&mut out, '-', hunk.old);
        push_lines(&mut out, '+', &hunk.new);
        removed_lines += old - new;
    }
    out
}

/// Lines of the page that a group of removals touches, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk<'a> {
    /// Number of its first line on the page, from 1.
    pub line: usize,
    /// The lines before, with their line feeds.
    pub old: &'a str,
    /// What stays of them.
    pub new: String,
    /// The rules at work.
    pub rules: Vec<&'a str>,
}

/// Groups the removals by the lines that they touch.
pub fn hunks<'a>(outcome: &'a Outcome<'_>) -> Vec<Hunk<'a>> {
    let text = outcome.page().text();
    let mut hunks = Vec::new();
    let mut rest = outcome.removals();
    let (mut at, mut line) = (0, 1);
    while let Some(first) = rest.first() {
        let start = text[..first.span.start]
            .rfind('\n')
            .map_or(0, |feed| feed + 1);
        let (count, end) = group(text, rest);
        line += memchr_iter(b'\n', &text.as_bytes()[at..start]).count();
        at = start;
        hunks.push(hunk(text, Span::new(start, end), line, &rest[..count]));
        rest = &rest[count..];
    }
    hunks
}

/// Counts the removals that share lines with the first, and finds the end of those lines.
fn group(text: &str, removals: &[Removal<'_>]) -> (usize, usize) {
    let (mut count, mut end) = (0, 0);
    for removal in removals {
        if count > 0 && removal.span.start >= end {
            break;
        }
        end = line_end(text, removal.span);
        count += 1;
    }
    (count, end)
}

/// Finds the end of the last line that a removal touches; one that leaves a line open takes the next too.
fn line_end(text: &str, span: Span) -> usize {
    let whole = span.start == 0 || text.as_bytes()[span.start - 1] == b'\n';
    if whole && text.as_bytes()[span.end - 1] == b'\n' {
        return span.end;
    }
    memchr::memchr(b'\n', &text.as_bytes()[span.end..])
        .map_or(text.len(), |feed| span.end + feed + 1)
}

fn hunk<'a>(text: &'a str, lines: Span, line: usize, removals: &'a [Removal<'_>]) -> Hunk<'a> {
    let mut new = String::new();
    let mut at = lines.start;
    let mut rules: Vec<&str> = Vec::new();
    for removal in removals {
        new.push_str(&text[at..removal.span.start]);
        at = removal.span.end;
        rules.extend(removal.rules.iter().copied());
    }
    new.push_str(&text[at..lines.end]);
    rules.sort_unstable();
    rules.dedup();
    Hunk {
        line,
        old: lines.of(text),
        new,
        rules,
    }
}

fn push_lines(out: &mut String, mark: char, lines: &str) {
    for line in lines.split_inclusive('\n') {
        out.push(mark);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

fn count_lines(text: &str) -> usize {
    text.split_inclusive('\n').count()
}
