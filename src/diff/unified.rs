//! The unified diff: a patch without context lines.

use std::fmt::{self, Write as _};

use super::{Heading, Hunk, Part};

/// One line of a unified diff, with what a painter wants to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// Names the text before or after.
    Name(String),
    /// Heads a hunk.
    Heading(&'a Hunk<'a>, String),
    /// A line of the page, with its line feed.
    Old(Vec<Part<'a>>),
    /// What stays, with its line feed.
    New(&'a str),
    /// The line before has no line feed.
    NoLineFeed,
}

/// Renders hunks as a unified diff without context lines.
pub fn unified_hunks(hunks: &[Hunk<'_>], name: &str, heading: Heading) -> String {
    let mut out = String::new();
    for line in lines(hunks, name, heading) {
        let _ = write!(out, "{line}");
    }
    out
}

/// Lays out hunks as the lines of a unified diff; none where there is no hunk.
pub fn lines<'a>(hunks: &'a [Hunk<'a>], name: &str, heading: Heading) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    if hunks.is_empty() {
        return lines;
    }
    for (mark, side) in [("---", "a/"), ("+++", "b/")] {
        lines.push(Line::Name(format!("{mark} {}", header_name(side, name))));
    }
    let mut removed_lines = 0;
    for hunk in hunks {
        let (old, new) = (count_lines(&hunk.old), count_lines(&hunk.new));
        let (old_line, new_line) = (hunk.line, hunk.line - removed_lines - usize::from(new == 0));
        let words = hunk.heading(heading);
        let words = format!("@@ -{old_line},{old} +{new_line},{new} @@ {words}");
        lines.push(Line::Heading(hunk, words));
        push_lines(&mut lines, hunk);
        removed_lines += old - new;
    }
    lines
}

impl fmt::Display for Line<'_> {
    /// Writes the line with its line feed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(words) | Self::Heading(_, words) => writeln!(f, "{words}"),
            Self::Old(parts) => {
                f.write_char('-')?;
                parts.iter().try_for_each(|part| f.write_str(part.text()))
            }
            Self::New(text) => write!(f, "+{text}"),
            Self::NoLineFeed => f.write_str("\n\\ No newline at end of file\n"),
        }
    }
}

fn push_lines<'a>(lines: &mut Vec<Line<'a>>, hunk: &'a Hunk<'a>) {
    lines.extend(hunk.parts().into_iter().map(Line::Old));
    if !hunk.old.ends_with('\n') {
        lines.push(Line::NoLineFeed);
    }
    lines.extend(hunk.new.split_inclusive('\n').map(Line::New));
    if !hunk.new.is_empty() && !hunk.new.ends_with('\n') {
        lines.push(Line::NoLineFeed);
    }
}

/// Writes a file name as `patch` reads it back: quoted where it holds signs that end a name.
fn header_name(side: &str, name: &str) -> String {
    if name.contains(|c: char| c.is_control() || c == '"' || c == '\\') {
        return format!("{:?}", format!("{side}{name}"));
    }
    let end = if name.contains(' ') { "\t" } else { "" };
    format!("{side}{name}{end}")
}

fn count_lines(text: &str) -> usize {
    text.split_inclusive('\n').count()
}
