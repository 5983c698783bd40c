//! Opt-in passes that replace one character at a time.

use std::borrow::Cow;

use super::scan;
use super::{Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static STRAIGHT_QUOTES: Pass = Pass {
    id: "straight-quotes",
    summary: "curly quotes to straight ones",
    about: "Guillemets stay.",
    default: false,
    over: Over::All,
    acts_on: None,
    run: |text| replace(text, |one, two, _| (one == 0xE2) & (two == 0x80), straight),
};

pub(super) static LIGATURES: Pass = Pass {
    id: "ligatures",
    summary: "ligatures such as ﬁ to their letters",
    about: "Only those that typesetting makes; æ and œ are letters.",
    default: false,
    over: Over::All,
    acts_on: None,
    run: |text| {
        replace(
            text,
            |one, two, _| (one >= 0xC4) & ((one <= 0xC7) | (two == 0xAC)),
            parts,
        )
    },
};

pub(super) static SOFT_HYPHENS: Pass = Pass {
    id: "soft-hyphens",
    summary: "soft hyphens removed",
    about: "U+00AD only.",
    default: false,
    over: Over::All,
    acts_on: None,
    run: |text| {
        let soft = |ch| (ch == '\u{AD}').then_some("");
        replace(text, |one, two, _| (one == 0xC2) & (two == 0xAD), soft)
    },
};

pub(super) static ZERO_WIDTH: Pass = Pass {
    id: "zero-width",
    summary: "zero-width spaces removed",
    about: "U+200B and U+2060. The joiners U+200C and U+200D carry meaning and always stay.",
    default: false,
    over: Over::All,
    acts_on: None,
    run: |text| {
        let zero = |ch| matches!(ch, '\u{200B}' | '\u{2060}').then_some("");
        replace(
            text,
            |one, two, _| (one == 0xE2) & ((two == 0x80) | (two == 0x81)),
            zero,
        )
    },
};

fn straight(ch: char) -> Option<&'static str> {
    match ch {
        '‘' | '’' | '‚' | '‛' => Some("'"),
        '“' | '”' | '„' | '‟' => Some("\""),
        _ => None,
    }
}

fn parts(ch: char) -> Option<&'static str> {
    Some(match ch {
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'ŉ' => "ʼn",
        'Ǆ' => "DŽ",
        'ǅ' => "Dž",
        'ǆ' => "dž",
        'Ǉ' => "LJ",
        'ǈ' => "Lj",
        'ǉ' => "lj",
        'Ǌ' => "NJ",
        'ǋ' => "Nj",
        'ǌ' => "nj",
        'Ǳ' => "DZ",
        'ǲ' => "Dz",
        'ǳ' => "dz",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Replaces the characters for which `now` knows something, looking only where `test` holds.
fn replace(
    text: &str,
    test: impl Fn(u8, u8, u8) -> bool,
    now: impl Fn(char) -> Option<&'static str>,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = scan::find_beyond_ascii(text, at, &test) {
        // A test on lead bytes only hits the start of a character.
        let Some(ch) = text[start..].chars().next() else {
            break;
        };
        at = start + ch.len_utf8();
        if let Some(now) = now(ch) {
            edits.push(Edit {
                span: Span { start, end: at },
                now: Cow::Borrowed(now),
            });
        }
    }
    edits
}
