//! Laying out a diff on a terminal, line by line.

use std::fmt::Write as _;

use undross::diff::groups::Group;
use undross::diff::rewrites::{Rewritten, Words};
use undross::diff::{Heading, Hunk, Line, Part, is_whole, lines};
use undross::rule::Strength;
use unicode_width::UnicodeWidthChar;

use crate::cli::paint::{Ink, Paint};

/// What stands below a line that ends without a line feed.
const NO_LINE_FEED: &str = "\\ No newline at end of file";

/// Lays out a unified diff; in colour, what goes of a line is marked where the rest stays.
pub(super) fn unified(id: &str, hunks: &[Hunk<'_>], paint: Paint) -> String {
    let lines = lines(hunks, id, Heading::RulesAndStrength);
    lines.iter().map(|text| line(text, paint)).collect()
}

/// Lays out what removals of one kind share: how many there are, and the first of them.
pub(super) fn group(group: &Group, paint: Paint) -> String {
    let rules = group.hunk.heading(Heading::RulesAndStrength);
    let words = format!("@@ {rules} @@ {}", group.in_words());
    let mut out = line(&Line::Heading(&group.hunk, words), paint);
    for parts in group.hunk.parts() {
        out.push_str(&line(&Line::Old(parts), paint));
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    for new in group.hunk.new.split_inclusive('\n') {
        out.push_str(&line(&Line::New(new), paint));
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

fn line(line: &Line<'_>, paint: Paint) -> String {
    if !paint.is_on() {
        return line.to_string();
    }
    let (ink, text) = match line {
        Line::Old(parts) if !is_whole(parts) => return cut(parts, paint),
        Line::Name(_) => (Ink::Name, line.to_string()),
        Line::Heading(hunk, _) if hunk.strength < Strength::Sure => (Ink::Likely, line.to_string()),
        Line::Heading(..) => (Ink::Heading, line.to_string()),
        Line::Old(_) => (Ink::Gone, line.to_string()),
        Line::New(_) => (Ink::Kept, line.to_string()),
        Line::NoLineFeed => return format!("\n{}\n", paint.ink(Ink::Dim, NO_LINE_FEED)),
    };
    ended(&text, |text| paint.ink(ink, &shown(text)))
}

/// Marks the parts of a line that go.
fn cut(parts: &[Part<'_>], paint: Paint) -> String {
    let mut out = paint.ink(Ink::Gone, "-");
    for part in parts {
        let ink = match part {
            Part::Stays(_) => Ink::Gone,
            Part::Gone(_) => Ink::Cut,
        };
        out.push_str(&ended(part.text(), |text| paint.ink(ink, &shown(text))));
    }
    out
}

/// Applies a function to a text without its line end; the line feed stays behind the colours.
fn ended(text: &str, painted: impl Fn(&str) -> String) -> String {
    let bare = text.trim_end_matches(['\r', '\n']);
    let feed = if text.ends_with('\n') { "\n" } else { "" };
    painted(bare) + feed
}

/// Makes controls visible, which might steer a terminal.
fn shown(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\t', "␣")
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
