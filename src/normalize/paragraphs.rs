//! Paragraphs, and the lines that are none.

mod blocks;
mod hyphens;
mod prose;
mod wrapped;

use std::borrow::Cow;

use super::columns::is_drawn;
use super::lines::{self, Kind, Line};
use super::{Over, Pass};
use crate::edit::{Edit, Span};
use hyphens::Hyphen;

/// Bytes for each line that room is made for at first.
const LINE: usize = 128;

/// Reads from the whole capture what a line end means, then looks at each block.
///
/// A capture that sets anything apart by a blank line sets its blocks apart so: within a block a line end is a line end,
/// as in an address, a table, a stanza or a log. Two kinds of blocks are not as they look. Lines that were filled up to
/// one width are a paragraph, and are joined where that is sure. Whole sentences, half of them wider than a line of
/// print, are paragraphs that lack their blank lines. In a capture without blank lines each line is a paragraph, unless
/// it breaks off in mid-sentence. Blank lines between items of a list and within code set nothing apart. What is in
/// doubt stays line by line. Each decision has to come out the same when the tidy text is read again.
pub(super) static PASS: Pass = Pass {
    id: "paragraphs",
    summary: "one blank line between paragraphs; hard-wrapped lines joined",
    about: "Where a capture sets blocks apart by blank lines, a line end inside of a block stays, unless most lines of the \
            block are whole sentences and half of them 80 columns wide: these are paragraphs. In a capture without blank \
            lines each line is a paragraph. Lines are joined where a block of them was filled to one width and runs on; \
            a word with a hyphen at the line end is made whole if the capture has it elsewhere, else its two lines stay. \
            List items, table rows, quotations and code stay line by line. Indentation stays in code, below list items, \
            and where lines are deeper than the first one of their block. Blank lines at both ends go.",
    default: true,
    over: Over::Texts,
    acts_on: None,
    run,
};

/// What a line is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Text,
    Item,
    Numbered,
    Row,
    Quote,
    Code,
}

/// What stands between a line and the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// What the capture has between lines of these roles.
    Usual,
    /// A line end.
    Line,
    /// A blank line.
    Blank,
    /// A space, where the script has spaces.
    Joined,
    /// Nothing, within a word.
    Word(Hyphen),
}

/// What a line end means in a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// A line end: blank lines set blocks apart.
    Blocks,
    /// The end of a paragraph: no blank line sets anything apart.
    Lines,
}

/// Whether a text holds a tab at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    Possible,
    None,
}

/// A line that is not blank.
struct Entry<'t> {
    /// White space before the text.
    indent: &'t str,
    /// First byte of the text.
    at: usize,
    /// Bytes of the indentation that stay.
    kept_indent: usize,
    text: &'t str,
    kind: Kind,
    role: Role,
    /// The kind of list item that it hangs below, at its depth.
    below: Option<Role>,
    /// Whether blank lines stand above.
    blanks: bool,
    joint: Joint,
}

impl Entry<'_> {
    const fn start(&self) -> usize {
        self.at - self.kept_indent
    }

    /// Returns what the line is to the one below: what hangs below a list item is a part of it.
    fn part_of(&self) -> Role {
        self.below.unwrap_or(self.role)
    }

    /// Returns one past the last byte that stays, if `joint` follows.
    fn end(&self, joint: Joint) -> usize {
        let hyphen = match joint {
            Joint::Word(Hyphen::Goes) => self.text.chars().next_back().map_or(0, char::len_utf8),
            _ => 0,
        };
        self.at + self.text.len() - hyphen
    }
}

fn run(text: &str) -> Vec<Edit> {
    let mut entries = entries(text);
    blocks::hang(&mut entries);
    let layout = layout(&entries);
    blocks::settle(text, &mut entries, layout);
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
    put(0, first.start(), "");
    for pair in entries.windows(2) {
        if let Some(gap) = gap(&pair[0], &pair[1], layout) {
            put(pair[0].end(pair[1].joint), pair[1].start(), gap);
        }
    }
    let end = last.end(Joint::Blank);
    let is_ended = text[end..].contains('\n');
    put(end, text.len(), if is_ended { "\n" } else { "" });
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
    let text = lines::trim(line.text);
    let role = role(line.kind, text, rows);
    let indent = &line.text[..text.as_ptr().addr() - line.text.as_ptr().addr()];
    let keeps = matches!(role, Role::Item | Role::Numbered | Role::Code);
    Entry {
        indent,
        at: line.start + indent.len(),
        kept_indent: if keeps { indent.len() } else { 0 },
        text,
        kind: line.kind,
        role,
        below: None,
        blanks,
        joint: Joint::Usual,
    }
}

fn role(kind: Kind, text: &str, rows: Rows) -> Role {
    if kind.is_verbatim() {
        return Role::Code;
    }
    match text.as_bytes().first() {
        Some(b'-') if lines::marker(text).is_some() => Role::Item,
        Some(b'0'..=b'9') if lines::marker(text).is_some() => Role::Numbered,
        Some(b'>') => Role::Quote,
        _ if is_drawn(text) => Role::Row,
        _ if rows == Rows::Possible && text.contains('\t') => Role::Row,
        _ => Role::Text,
    }
}

/// Tells whether a blank line sets anything apart that stays so.
fn layout(entries: &[Entry<'_>]) -> Layout {
    let is_apart = |pair: &[Entry<'_>]| {
        let listed = pair[0].part_of() == Role::Item && pair[1].role == Role::Item;
        let coded = pair[0].kind == Kind::Code && pair[1].kind == Kind::Code;
        pair[1].blanks && !listed && !coded
    };
    match entries.windows(2).any(is_apart) {
        true => Layout::Blocks,
        false => Layout::Lines,
    }
}

/// Returns what must stand between two lines; `None` where all stays.
fn gap(one: &Entry<'_>, two: &Entry<'_>, layout: Layout) -> Option<&'static str> {
    let usual = || match (one.part_of(), two.role) {
        (Role::Item, Role::Item) => "\n",
        _ if two.below.is_some() => "\n",
        _ if two.blanks => "\n\n",
        (Role::Item | Role::Numbered, Role::Item | Role::Numbered)
        | (Role::Row, Role::Row)
        | (Role::Quote, Role::Quote) => "\n",
        (Role::Item | Role::Numbered, Role::Text) if prose::runs_on(one.text, two.text) => "\n",
        _ if layout == Layout::Blocks => "\n",
        _ => "\n\n",
    };
    match two.joint {
        Joint::Usual if one.role == Role::Code && two.role == Role::Code => None,
        Joint::Usual => Some(usual()),
        Joint::Line => Some("\n"),
        Joint::Blank => Some("\n\n"),
        Joint::Joined => Some(prose::space_between(one.text, two.text)),
        Joint::Word(_) => Some(""),
    }
}
