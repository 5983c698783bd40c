//! Unicode normalization forms.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::lines;
use super::scan;
use super::{Marks, Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "nfc",
    summary: "letters and their accents to composed characters (NFC)",
    about: "Canonical equivalents only: what a reader sees does not change.",
    default: true,
    over: Over::All,
    acts_on: Some(Marks::BEYOND.and(Marks::SPACING)),
    run: |text| {
        edits(
            text,
            &const { ComposingNormalizerBorrowed::new_nfc() },
            may_compose,
        )
    },
};

pub(super) static NFKC: Pass = Pass {
    id: "nfkc",
    summary: "compatibility characters to plain ones (NFKC)",
    about: "Loses superscripts, fractions, ligatures and circled numbers, so it is not on by default.",
    default: false,
    over: Over::All,
    acts_on: None,
    run: |text| {
        edits(
            text,
            &const { ComposingNormalizerBorrowed::new_nfkc() },
            |one, _, _| one >= 0xC2,
        )
    },
};

/// Normalizes the rest of every line from the first character on that may change.
///
/// A newline never combines with what stands before it, and no character below `may_change`'s does.
fn edits(
    text: &str,
    normalizer: &ComposingNormalizerBorrowed<'static>,
    may_change: impl Fn(u8, u8, u8) -> bool,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(hit) = scan::find_beyond_ascii(text, at, &may_change) {
        let before = text[at..hit].chars().next_back().filter(|&ch| ch != '\n');
        let start = hit - before.map_or(0, char::len_utf8);
        let line = lines::line_at(text, start);
        at = start + line.len();
        line_edits(start, line, normalizer, &mut edits);
    }
    edits
}

fn line_edits(
    start: usize,
    line: &str,
    normalizer: &ComposingNormalizerBorrowed<'static>,
    edits: &mut Vec<Edit>,
) {
    let (head, mut tail) = normalizer.split_normalized(line);
    let mut at = start + head.len();
    while !tail.is_empty() {
        let piece = &tail[..piece(tail)];
        edits.extend(trimmed(at, piece, &normalizer.normalize(piece)));
        at += piece.len();
        let (head, rest) = normalizer.split_normalized(&tail[piece.len()..]);
        at += head.len();
        tail = rest;
    }
}

/// Tells where a character may start that NFC changes or that combines with the one before.
///
/// Whole blocks never do: all below U+0300, Cyrillic and Arabic letters, Latin letters with their
/// accents composed, general punctuation, kana without their marks, ideographs, emoji.
fn may_compose(one: u8, two: u8, three: u8) -> bool {
    let cyrillic = (one == 0xD0) | (one == 0xD1);
    let arabic = (one == 0xDA)
        | ((one == 0xDB) & !(0x96..=0xAD).contains(&two))
        | ((one == 0xD8) & !(0x90..=0x9A).contains(&two))
        | ((one == 0xD9) & !(0x8B..=0xB0).contains(&two));
    let latin = (one == 0xE1) & (0xB8..=0xBB).contains(&two);
    let punctuation = (one == 0xE2) & (two == 0x80) & (three >= 0x82);
    let marks = ((two == 0x82) & ((three == 0x99) | (three == 0x9A)))
        | ((two == 0x80) & (0xAA..=0xAF).contains(&three));
    let eastern = ((one == 0xE3) & !marks) | (0xE4..=0xE9).contains(&one);
    let forms = ((one == 0xEF) & (two >= 0xBC)) | ((one == 0xF0) & (two == 0x9F));
    (one >= 0xCC) & !(cyrillic | arabic | latin | punctuation | eastern | forms)
}

/// Returns the length of the piece at the start that can be normalized on its own: what follows it
/// never combines with what stands before.
fn piece(tail: &str) -> usize {
    let separate = |ch: &char| ch.is_ascii() || matches!(ch, '\u{4E00}'..='\u{9FFF}');
    tail.char_indices()
        .skip(1)
        .find(|(_, ch)| separate(ch))
        .map_or(tail.len(), |(at, _)| at)
}

/// Returns the edit that makes `now` of `was`, without what both share at the ends.
fn trimmed(at: usize, was: &str, now: &str) -> Option<Edit> {
    if was == now {
        return None;
    }
    let same = |(one, two): &(char, char)| one == two;
    let front: usize = was
        .chars()
        .zip(now.chars())
        .take_while(same)
        .map(|(ch, _)| ch.len_utf8())
        .sum();
    let (was, now) = (&was[front..], &now[front..]);
    let back: usize = was
        .chars()
        .rev()
        .zip(now.chars().rev())
        .take_while(same)
        .map(|(ch, _)| ch.len_utf8())
        .sum();
    let span = Span {
        start: at + front,
        end: at + front + was.len() - back,
    };
    Some(Edit {
        span,
        now: Cow::Owned(now[..now.len() - back].to_owned()),
    })
}
