//! Workflow commands of GitHub Actions: an annotation for each removal, at its lines of the file.
//!
//! Source: "Workflow commands for GitHub Actions", GitHub Docs; the escapes are those of `@actions/core`.

use std::fmt::Write as _;

use super::places::{Lines, Place};
use crate::escape::brief;
use crate::outcome::{Outcome, Removal};
use crate::rule::Strength;

/// Characters of the removed text that an annotation shows.
const SHOWN: usize = 200;

/// Writes an annotation for each removal of a capture; `places` are those of [`super::places::places`].
///
/// What is less than sure is a warning, anything else a notice.
pub fn github(outcome: &Outcome<'_>, path: &str, places: &[Vec<Place<'_>>]) -> String {
    let mut out = String::new();
    for (removal, places) in outcome.removals().iter().zip(places) {
        let lines = places.first().map(|place| place.lines);
        let text = removal.span.of(outcome.page().text());
        out.push_str(&annotation(removal, (path, lines), text));
    }
    out
}

fn annotation(removal: &Removal<'_>, (path, lines): (&str, Option<Lines>), text: &str) -> String {
    let level = match removal.strength {
        Strength::Sure => "notice",
        Strength::Likely | Strength::Hint => "warning",
    };
    let mut out = format!("::{level} file={}", property(path));
    if let Some(lines) = lines {
        let _ = write!(
            out,
            ",line={},endLine={}",
            lines.start_line,
            lines.last_line()
        );
    }
    let title = property(&removal.rules.join(", "));
    let _ = writeln!(out, ",title={title}::{}", data(&brief(text, SHOWN)));
    out
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
