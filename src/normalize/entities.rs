//! HTML entities that were left in the text.

use std::borrow::Cow;

use super::code::is_code_like;
use super::lines::{self, Line};
use super::{Over, Pass};
use crate::edit::{Edit, Span, apply};

/// Letters of the longest name (`CounterClockwiseContourIntegral`).
const LONGEST_NAME: usize = 31;

/// Readings of a line until nothing is left to decode; what needs more is left alone.
const ROUNDS: usize = 8;

/// Words of a text about entities, which keeps its examples.
const SUBJECT: [&str; 6] = [
    "html entit",
    "xml entit",
    "character entit",
    "character reference",
    "entity reference",
    "entity name",
];

/// Ends of the names whose capitals are safe to guess: the accented letters.
const ACCENTS: [&str; 8] = [
    "acute", "grave", "circ", "tilde", "uml", "ring", "cedil", "slash",
];

pub(super) static PASS: Pass = Pass {
    id: "entities",
    summary: "HTML entities to the characters that they name, however often they were escaped",
    about: "Only with a semicolon, and not in code, between backticks, or in a text about entities. \
            A name in capitals such as &EACUTE; counts where it names an accented letter.",
    default: true,
    over: Over::All,
    acts_on: None,
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let Some(first) = first(text).filter(|_| !is_about_entities(text)) else {
        return Vec::new();
    };
    let mut from = first;
    lines::lines(text)
        .filter(|line| !line.kind.is_verbatim())
        .filter(|line| {
            from = from.max(line.start);
            line_holds(text, line, &mut from) && !is_code_like(line.text)
        })
        .flat_map(|line| decode(&line))
        .collect()
}

/// Tells whether a line holds an ampersand; `from` moves on so that each byte is read once.
fn line_holds(text: &str, line: &Line<'_>, from: &mut usize) -> bool {
    if *from > line.end() {
        return false;
    }
    let Some(hit) = next(text, *from) else {
        *from = text.len() + 1;
        return false;
    };
    *from = hit;
    hit < line.end()
}

fn next(text: &str, from: usize) -> Option<usize> {
    memchr::memchr(b'&', text.as_bytes().get(from..)?).map(|hit| from + hit)
}

/// Returns where the first ampersand stands that starts an entity.
fn first(text: &str) -> Option<usize> {
    memchr::memchr_iter(b'&', text.as_bytes()).find(|hit| chain(&text[hit + 1..]).is_some())
}

fn is_about_entities(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    SUBJECT
        .iter()
        .any(|word| memchr::memmem::find(lower.as_bytes(), word.as_bytes()).is_some())
}

/// Decodes a line until it stays the same.
fn decode(line: &Line<'_>) -> Vec<Edit> {
    let first = read(line.text, line.start);
    if first.is_empty() {
        return first;
    }
    let local = |edits: &[Edit]| {
        edits
            .iter()
            .map(|edit| moved(edit, line.start))
            .collect::<Vec<_>>()
    };
    let mut now = apply(line.text, &local(&first));
    for round in 0..ROUNDS {
        let more = read(&now, 0);
        if more.is_empty() {
            return if round == 0 { first } else { whole(line, &now) };
        }
        now = apply(&now, &more);
    }
    Vec::new()
}

fn moved(edit: &Edit, start: usize) -> Edit {
    let span = Span {
        start: edit.span.start - start,
        end: edit.span.end - start,
    };
    Edit {
        span,
        now: edit.now.clone(),
    }
}

fn whole(line: &Line<'_>, now: &str) -> Vec<Edit> {
    let span = Span {
        start: line.start,
        end: line.end(),
    };
    vec![Edit {
        span,
        now: Cow::Owned(now.to_owned()),
    }]
}

/// Returns an edit for every entity of a line that starts at byte `start` of the text.
fn read(line: &str, start: usize) -> Vec<Edit> {
    let mut quoted = quoted(line).into_iter().peekable();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(hit) = next(line, at) {
        at = hit + 1;
        let Some((length, now)) = chain(&line[at..]) else {
            continue;
        };
        while quoted.next_if(|span| span.end < hit).is_some() {}
        let inside = quoted.peek().is_some_and(|span| span.start < hit);
        at += length;
        if !inside {
            edits.push(Edit {
                span: Span {
                    start: start + hit,
                    end: start + at,
                },
                now,
            });
        }
    }
    edits
}

/// Returns the stretches of a line between backticks.
fn quoted(line: &str) -> Vec<Span> {
    let ticks: Vec<usize> = memchr::memchr_iter(b'`', line.as_bytes()).collect();
    ticks
        .chunks_exact(2)
        .map(|pair| Span {
            start: pair[0],
            end: pair[1],
        })
        .collect()
}

/// Reads the entity after an ampersand, and what it makes of what follows if it names an ampersand
/// itself; returns its length without the first ampersand.
fn chain(after: &str) -> Option<(usize, Cow<'static, str>)> {
    let (mut length, mut now) = entity(after)?;
    while now == "&" {
        let Some((more, next)) = entity(&after[length..]) else {
            break;
        };
        length += more;
        now = next;
    }
    Some((length, now))
}

/// Reads one entity without its ampersand.
fn entity(after: &str) -> Option<(usize, Cow<'static, str>)> {
    let bytes = &after.as_bytes()[..after.len().min(LONGEST_NAME + 1)];
    let end = bytes
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    if bytes[end] != b';' {
        return None;
    }
    let name = &after[..end];
    let now = match name.strip_prefix('#') {
        Some(number) => Cow::Owned(numbered(number)?.to_string()),
        None => named(name)?,
    };
    Some((end + 1, plain(now)?))
}

/// Returns a space for white space that would break the line, and nothing for the marks of code.
fn plain(now: Cow<'static, str>) -> Option<Cow<'static, str>> {
    match now.as_ref() {
        "\n" | "\r" | "\t" => Some(Cow::Borrowed(" ")),
        "`" | "~" => None,
        _ => Some(now),
    }
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        0x80..=0x9F => super::c1::windows_1252(u8::try_from(code).ok()?)?
            .chars()
            .next(),
        9 | 10 | 13 => char::from_u32(code),
        0..0x20 | 0x7F | 0xFEFF | 0x2028 | 0x2029 => None,
        _ => char::from_u32(code),
    }
}

fn named(name: &str) -> Option<Cow<'static, str>> {
    if let Some(now) = lookup(name) {
        return Some(Cow::Borrowed(now));
    }
    let lower = name.to_ascii_lowercase();
    let capitals = name.bytes().all(|byte| byte.is_ascii_uppercase());
    if !capitals
        || !ACCENTS.iter().any(|accent| {
            lower
                .strip_suffix(accent)
                .is_some_and(|base| base.len() == 1)
        })
    {
        return None;
    }
    Some(Cow::Owned(lookup(&lower)?.to_uppercase()))
}

fn lookup(name: &str) -> Option<&'static str> {
    let key = format!("&{name};");
    std::str::from_utf8(htmlize::ENTITIES.get(key.as_bytes())?).ok()
}
