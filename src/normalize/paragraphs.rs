//! Paragraphs, and the lines that are none.

use std::borrow::Cow;

use super::lines::{self, Kind, Line, is_space};
use super::{Over, Pass};
use crate::edit::{Edit, Span};

/// Lines of a block before its line ends can be told to be a typewriter's.
const WRAPPED_LINES: usize = 4;

/// Width of wrapped text, in characters; below are columns and verse, above are paragraphs.
const WRAP_WIDTH: std::ops::RangeInclusive<usize> = 45..=110;

/// Width of a verse, in characters.
const VERSE_WIDTH: std::ops::RangeInclusive<usize> = 8..=62;

/// Bytes of the longest character in UTF-8.
const LONGEST_CHARACTER: usize = 4;

/// Lines of a stanza.
const STANZA_LINES: std::ops::RangeInclusive<usize> = 3..=16;

/// Bytes for each line that room is made for at first.
const LINE: usize = 128;

/// Stanzas of a poem; a single one may be a caption or a menu.
const STANZAS: usize = 2;

pub(super) static PASS: Pass = Pass {
    id: "paragraphs",
    summary: "one blank line between paragraphs; hard-wrapped lines joined",
    about: "A line is a paragraph. Lines are joined only where a block of them was filled to one \
            width and runs on in lower case. List items, table rows, code and stanzas stay line by \
            line. Blank lines at both ends go.",
    default: true,
    over: Over::Texts,
    acts_on: None,
    run,
};

/// What a line is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Paragraph,
    /// To be joined to the line before.
    Continued,
    Verse,
    Item,
    Numbered,
    Row,
    Code,
}

/// Whether a text holds a tab at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    Possible,
    None,
}

/// A line that is not blank.
struct Entry<'t> {
    start: usize,
    text: &'t str,
    role: Role,
    blanks: bool,
}

fn run(text: &str) -> Vec<Edit> {
    let mut entries = entries(text);
    mark(&mut entries);
    let mut edits = Vec::new();
    let mut put = |start: usize, end: usize, now: &'static str| {
        if &text[start..end] != now {
            edits.push(Edit {
                span: Span { start, end },
                now: Cow::Borrowed(now),
            });
        }
    };
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        put(0, text.len(), "");
        return edits;
    };
    put(0, first.start, "");
    for pair in entries.windows(2) {
        let end = pair[0].start + pair[0].text.len();
        if let Some(gap) = gap(&pair[0], &pair[1]) {
            put(end, pair[1].start, gap);
        }
    }
    let end = last.start + last.text.len();
    put(
        end,
        text.len(),
        if text[end..].contains('\n') { "\n" } else { "" },
    );
    edits
}

/// Returns the lines that hold something, without white space that means nothing.
fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut blanks = false;
    let rows = match memchr::memchr(b'\t', text.as_bytes()) {
        Some(_) => Rows::Possible,
        None => Rows::None,
    };
    let mut entries = Vec::with_capacity(text.len() / LINE);
    for line in lines::lines(text) {
        if line.kind == Kind::Blank {
            blanks = true;
            continue;
        }
        entries.push(entry(&line, blanks, rows));
        blanks = false;
    }
    entries
}

fn entry<'t>(line: &Line<'t>, blanks: bool, rows: Rows) -> Entry<'t> {
    let content = lines::trim(line.text);
    let role = role(line.kind, content, rows);
    if matches!(role, Role::Item | Role::Numbered | Role::Code) {
        let text = line.text.trim_end_matches(is_space);
        return Entry {
            start: line.start,
            text,
            role,
            blanks,
        };
    }
    let indent = content.as_ptr().addr() - line.text.as_ptr().addr();
    Entry {
        start: line.start + indent,
        text: content,
        role,
        blanks,
    }
}

fn role(kind: Kind, content: &str, rows: Rows) -> Role {
    if kind == Kind::Code {
        return Role::Code;
    }
    match content.as_bytes().first() {
        Some(b'-') if lines::marker(content).is_some() => Role::Item,
        Some(b'0'..=b'9') if lines::marker(content).is_some() => Role::Numbered,
        _ if rows == Rows::Possible && content.contains('\t') => Role::Row,
        _ => Role::Paragraph,
    }
}

/// Returns what must stand between two lines; `None` where all stays.
fn gap(one: &Entry<'_>, two: &Entry<'_>) -> Option<&'static str> {
    let apart = if two.blanks { "\n\n" } else { "\n" };
    Some(match (one.role, two.role) {
        (Role::Code, Role::Code) => return None,
        (_, Role::Continued) if is_hyphenated(one.text) => "",
        (_, Role::Continued) => " ",
        (Role::Item, Role::Item) => "\n",
        (Role::Item | Role::Numbered, Role::Item | Role::Numbered)
        | (Role::Row, Role::Row)
        | (Role::Verse, Role::Verse) => apart,
        _ => "\n\n",
    })
}

fn is_hyphenated(line: &str) -> bool {
    line.strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(char::is_alphabetic))
}

/// Finds the stanzas and the hard-wrapped blocks.
fn mark(entries: &mut [Entry<'_>]) {
    let blocks = || {
        |one: &Entry<'_>, two: &Entry<'_>| {
            one.role == Role::Paragraph && two.role == Role::Paragraph && !two.blanks
        }
    };
    let stanzas = entries
        .chunk_by(blocks())
        .filter(|block| is_stanza(block))
        .count();
    for block in entries.chunk_by_mut(blocks()) {
        if stanzas >= STANZAS && is_stanza(block) {
            block.iter_mut().for_each(|entry| entry.role = Role::Verse);
        } else if is_wrapped(block) {
            block[1..]
                .iter_mut()
                .for_each(|entry| entry.role = Role::Continued);
        }
    }
}

/// Tells a block of short lines that start in capitals and often end in a comma.
fn is_stanza(block: &[Entry<'_>]) -> bool {
    if !STANZA_LINES.contains(&block.len()) {
        return false;
    }
    if !block.iter().all(|entry| is_verse_wide(entry.text)) {
        return false;
    }
    let count = |test: fn(&str) -> bool| block.iter().filter(|entry| test(entry.text)).count();
    let commas = count(|line| line.ends_with([',', ';', '—', '–', ':']));
    count(|line| line.starts_with(|ch: char| !ch.is_lowercase())) * 4 >= block.len() * 3
        && commas >= 2
        && commas * 4 >= block.len()
}

fn is_verse_wide(line: &str) -> bool {
    // Most lines are too long whatever their characters.
    line.len() <= VERSE_WIDTH.end() * LONGEST_CHARACTER
        && VERSE_WIDTH.contains(&line.chars().count())
}

/// Tells a block whose lines were filled up to one width: the first word of a line would not have
/// fitted on the line before.
fn is_wrapped(block: &[Entry<'_>]) -> bool {
    let too_long = |entry: &Entry<'_>| entry.text.len() > WRAP_WIDTH.end() * LONGEST_CHARACTER;
    if block.len() < WRAPPED_LINES || block.iter().any(too_long) {
        return false;
    }
    let widths: Vec<usize> = block
        .iter()
        .map(|entry| entry.text.chars().count())
        .collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let plain =
        |entry: &Entry<'_>| !entry.text.starts_with("http") && !lines::is_code_like(entry.text);
    if !WRAP_WIDTH.contains(&widest) || !block.iter().all(plain) {
        return false;
    }
    let pairs = block.len() - 1;
    let word = |at: usize| {
        block[at]
            .text
            .split(' ')
            .next()
            .unwrap_or("")
            .chars()
            .count()
    };
    let full = (0..pairs)
        .filter(|&at| widths[at] + 1 + word(at + 1) > widest)
        .count();
    let lower = |entry: &&Entry<'_>| entry.text.starts_with(char::is_lowercase);
    let ends = |entry: &&Entry<'_>| entry.text.ends_with(['.', '!', '?', ':', '”', '"']);
    full * 10 >= pairs * 9
        && block[1..].iter().filter(lower).count() * 2 >= pairs
        && block[..pairs].iter().filter(ends).count() * 3 <= pairs
}
