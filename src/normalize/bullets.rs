//! Marks of list items.

use std::borrow::Cow;

use super::columns::is_drawn;
use super::lines::{self, Kind, Line, columns, is_plain_indent, is_space};
use super::scan;
use super::{Over, Pass};
use crate::edit::{Edit, Span};

/// How much deeper an item must be indented to be nested, in characters.
const STEP: usize = 2;

/// Deepest nesting that is kept.
const DEEPEST: usize = 6;

/// Bytes of text in which a Romance language shows one of its small words.
const ROMANCE_BYTES: usize = 100;

/// Frequent small words of the languages that open dialogue with a dash.
const ROMANCE: [&str; 8] = [
    " de ", " que ", " la ", " el ", " les ", " et ", " não ", " uma ",
];

pub(super) static PASS: Pass = Pass {
    id: "bullets",
    summary: "bullets at the start of lines to \"- \"",
    about: "Dashes, asterisks and middle dots count only where two items follow each other. A dash \
            that opens dialogue (Spanish, French, Portuguese, or a line that asks, exclaims or holds \
            a second dash) stays. Nested items are indented by two spaces a level.",
    default: true,
    over: Over::All,
    acts_on: None,
    run,
};

/// A line that starts with a marker.
struct Item {
    line: usize,
    indent: usize,
    depth: usize,
    content: usize,
    marker: char,
}

fn run(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_hold_items(text) {
        return edits;
    }
    let mut list: Vec<(Item, &str)> = Vec::new();
    let mut romance = None;
    let mut close = |list: &mut Vec<(Item, &str)>| {
        let talk = || *romance.get_or_insert_with(|| is_romance(text));
        rewrite(text, list, talk, &mut edits);
        list.clear();
    };
    let mut blanks = false;
    for line in lines::lines(text) {
        let goes_on = |(item, _): &(Item, &str)| !blanks && hangs(&line, item);
        match item(&line) {
            _ if line.kind == Kind::Blank => {}
            Some(item) => list.push((item, line.text)),
            None if list.last().is_none_or(goes_on) => {}
            None => close(&mut list),
        }
        blanks = line.kind == Kind::Blank;
    }
    close(&mut list);
    edits
}

/// Tells whether any line starts with a marker; most texts hold none.
fn may_hold_items(text: &str) -> bool {
    let opens = |start| lines::marker(lines::line_at(text, start).trim_start_matches(is_space));
    let mut line = Some(0);
    while let Some(start) = line {
        if opens(start).is_some() {
            return true;
        }
        line = scan::find(text, start, may_open, |_, _, _| false).map(|feed| feed + 1);
    }
    false
}

/// Tells the newline before a line that starts with anything but a letter.
fn may_open(one: u8, two: u8) -> bool {
    (one == b'\n') & (two != b'\n') & !two.is_ascii_alphabetic()
}

fn item(line: &Line<'_>) -> Option<Item> {
    // Most lines start with a letter.
    if line.kind.is_verbatim() || line.text.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return None;
    }
    let content = line.text.trim_start_matches(is_space);
    let indent = line.text.len() - content.len();
    let length = lines::marker(content)?;
    let rest = content[length..].trim_start_matches(is_space);
    Some(Item {
        line: line.start,
        indent,
        depth: columns(&line.text[..indent]),
        content: line.start + line.text.len() - rest.len(),
        marker: content.chars().next()?,
    })
}

/// Tells a line of text that goes on with an item, and keeps its place below it.
fn hangs(line: &Line<'_>, item: &Item) -> bool {
    let content = line.text.trim_start_matches(is_space);
    let indent = &line.text[..line.text.len() - content.len()];
    let is_text = line.kind == Kind::Text && !content.starts_with('>') && !content.contains('\t');
    is_text && !is_drawn(content) && is_plain_indent(indent) && columns(indent) >= item.depth + STEP
}

fn rewrite(
    text: &str,
    list: &[(Item, &str)],
    mut romance: impl FnMut() -> bool,
    edits: &mut Vec<Edit>,
) {
    let mut levels: Vec<usize> = Vec::new();
    for run in list.chunk_by(|one, two| one.0.marker == two.0.marker) {
        let marker = run[0].0.marker;
        let sure = marker == '-' || marker.is_ascii_digit() || lines::is_bullet(marker);
        let dialogue = || marker == '–' && run.iter().any(|(_, line)| is_dialogue(line));
        if !sure && (run.len() < 2 || dialogue() || marker == '–' && romance()) {
            levels.clear();
            continue;
        }
        for (item, _) in run {
            let indent = "  ".repeat(level(&mut levels, item.depth));
            let numbered = marker.is_ascii_digit();
            let end = if numbered {
                item.line + item.indent
            } else {
                item.content
            };
            let now = if numbered { indent } else { indent + "- " };
            let span = Span {
                start: item.line,
                end,
            };
            if text[span.start..span.end] != now {
                edits.push(Edit {
                    span,
                    now: Cow::Owned(now),
                });
            }
        }
    }
}

/// Returns how deep an item is nested among those before it.
fn level(levels: &mut Vec<usize>, depth: usize) -> usize {
    while levels.len() > 1 && levels.last().is_some_and(|&last| last > depth) {
        levels.pop();
    }
    match levels.last() {
        None => levels.push(depth),
        Some(&last) if depth >= last + STEP && levels.len() <= DEEPEST => levels.push(depth),
        Some(_) => {}
    }
    levels.len() - 1
}

fn is_dialogue(line: &str) -> bool {
    let line = line.trim_matches(is_space);
    let second = line
        .char_indices()
        .skip(1)
        .any(|(_, ch)| matches!(ch, '–' | '—'));
    second || line.ends_with(['?', '!', '"', '”', '»']) || line.contains(['¿', '¡'])
}

fn is_romance(text: &str) -> bool {
    let count = |word: &&str| memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).count();
    ROMANCE.iter().map(count).sum::<usize>() * ROMANCE_BYTES > text.len()
}
