//! How odd a stretch of text looks: what a reader stumbles over when symbols stand inside words.

use super::kind::{Kind, Script, kind, rarity, script};

/// Added for a letter that stands alone among letters of another script.
const STRANDED: i32 = 25;

/// Added where the script changes inside a word.
const MIXED: i32 = 30;

/// How a letter that stands alone in its script counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lone {
    /// It is odd.
    Odd,
    /// The script is known to belong here.
    Fine,
}

/// Measures how odd a stretch of text is, in tenths; 0 is what any text holds.
///
/// The first character is context only: it counts as a neighbour, not for itself.
///
/// Source: the idea is "badness" in Robyn Speer's ftfy; classes and weights are ours.
pub(super) fn oddness(chars: &[char], lone: Lone) -> i32 {
    (1..chars.len())
        .map(|at| {
            let before = if at > 1 { chars[at - 2] } else { ' ' };
            let after = chars.get(at + 1).copied().unwrap_or(' ');
            let alone = lone == Lone::Odd && is_stranded(chars[at - 1], chars[at], after);
            rarity(chars[at])
                + seam(before, chars[at - 1], chars[at])
                + if alone { STRANDED } else { 0 }
        })
        .sum()
}

fn is_stranded(last: char, ch: char, next: char) -> bool {
    let script = script(kind(ch));
    let beside = |other: char| kind(other) == Kind::Mark || self::script(kind(other)) == script;
    script.is_some_and(|script| script != Script::Latin) && !beside(last) && !beside(next)
}

/// Returns how odd it is that `ch` follows `last`; `before` stands before both.
fn seam(before: char, last: char, ch: char) -> i32 {
    match kind(last) {
        Kind::Lower(_) | Kind::Upper(_) | Kind::Letter(_) | Kind::Mark => {
            after_letter(before, last, ch)
        }
        Kind::Space | Kind::Plain => after_space(ch),
        Kind::Digit => after_digit(ch),
        Kind::Open => after_open(before, ch),
        Kind::Close => after_close(before, last, ch),
        _ => after_symbol(last, ch),
    }
}

fn after_letter(before: char, last: char, ch: char) -> i32 {
    match (kind(last), kind(ch)) {
        (_, Kind::Lower(_) | Kind::Upper(_) | Kind::Letter(_)) => letters(before, last, ch),
        (Kind::Letter(Script::East), Kind::Open | Kind::Currency | Kind::Raised) => 3,
        (_, Kind::Open) => match ch {
            '„' | '‚' | '‹' => 20,
            '¿' | '¡' => 18,
            '(' | '[' | '{' => 0,
            _ => 5,
        },
        (_, Kind::Currency) => 20,
        (_, Kind::Raised) => match ch {
            '™' | '®' | '©' | '¹' | '²' | '³' => 8,
            'ª' | 'º' => 12,
            '°' => 15,
            _ => 25,
        },
        (_, Kind::Math) => 20,
        (_, Kind::Odd) => match ch {
            '¨' | '´' => 12,
            '†' | '‡' | '·' | '•' => 15,
            _ => 28,
        },
        (_, Kind::Control) => 40,
        (Kind::Upper(_), Kind::Hyphen) if !last.is_ascii() => 12,
        (_, Kind::Hyphen) => 4,
        (_, Kind::Frame) => 25,
        (_, Kind::Picture) => 3,
        (_, Kind::Space) => lone_capital(before, last, ch),
        _ => 0,
    }
}

/// Returns how odd it is that a word ends in the lead byte of a letter or of a no-break space.
fn lone_capital(before: char, last: char, space: char) -> i32 {
    let alone = script(kind(before)).is_none();
    match last {
        'Ã' | 'Â' if space == '\u{A0}' => {
            if alone {
                22
            } else {
                10
            }
        }
        'Ã' | 'Â' | 'Å' if alone => 10,
        _ => 0,
    }
}

fn letters(before: char, last: char, ch: char) -> i32 {
    let (first, second) = (kind(last), kind(ch));
    match (script(first), script(second)) {
        (Some(one), Some(two)) if one != two => {
            let east = one == Script::East || two == Script::East;
            let alike = is_lookalike(last) || is_lookalike(ch);
            return if east || alike { 8 } else { MIXED };
        }
        _ => {}
    }
    match (first, second) {
        (Kind::Lower(_), Kind::Upper(_)) if last.is_ascii() && ch.is_ascii() => 5,
        (Kind::Lower(_), Kind::Upper(_)) => 25,
        (Kind::Upper(_), Kind::Lower(_)) if is_tail_letter(ch) => 20,
        (Kind::Upper(_), Kind::Lower(_)) if last.is_ascii() && ch.is_ascii() => 0,
        (Kind::Upper(_), Kind::Lower(_)) if matches!(kind(before), Kind::Upper(_)) => 15,
        (Kind::Upper(_), Kind::Upper(_)) if is_tail_letter(ch) && is_frequent_lead(last) => 20,
        (Kind::Lower(_), Kind::Lower(_)) if is_tail_letter(ch) && "âãåæçï".contains(last) => {
            25
        }
        _ => 0,
    }
}

/// Tells the Latin letters that are typed for Cyrillic and Greek ones of the same shape.
fn is_lookalike(ch: char) -> bool {
    "ABCEHIJKMOPTXYaceiopxyjs".contains(ch)
}

/// Tells the letters of windows-1252 that stand below 0xC0, where UTF-8 has its later bytes.
fn is_tail_letter(ch: char) -> bool {
    matches!(ch, 'Š' | 'š' | 'Œ' | 'œ' | 'Ž' | 'ž' | 'Ÿ')
}

/// Tells what the lead bytes of Latin-1 letters and of Latin Extended-A look like.
fn is_frequent_lead(ch: char) -> bool {
    matches!(ch, 'Â' | 'Ã' | 'Ă' | 'Ä' | 'Å' | 'Ĺ')
}

fn after_space(ch: char) -> i32 {
    match kind(ch) {
        Kind::Control => 30,
        Kind::Mark => 20,
        Kind::Odd if matches!(ch, '§' | '¶' | '·' | '•' | '†' | '‡' | '¨' | '´') => 0,
        Kind::Odd => 10,
        Kind::Raised | Kind::Math => 3,
        Kind::Close if matches!(ch, '”' | '›') => 5,
        _ => 0,
    }
}

fn after_digit(ch: char) -> i32 {
    match kind(ch) {
        Kind::Lower(_) | Kind::Upper(_) | Kind::Letter(_) if !ch.is_ascii() => 8,
        Kind::Control => 30,
        Kind::Mark => 20,
        Kind::Open if !ch.is_ascii() => 10,
        Kind::Currency | Kind::Math => 3,
        Kind::Odd => 10,
        Kind::Frame => 15,
        _ => 0,
    }
}

fn after_open(before: char, ch: char) -> i32 {
    // A quotation mark between two letters; apostrophes are a kind of their own.
    let inside = script(kind(before)).is_some() && script(kind(ch)).is_some();
    match kind(ch) {
        Kind::Lower(_) | Kind::Upper(_) if inside => 22,
        Kind::Control => 30,
        Kind::Odd | Kind::Raised => 10,
        Kind::Currency | Kind::Math => 3,
        Kind::Mark => 20,
        _ => 0,
    }
}

fn after_close(before: char, last: char, ch: char) -> i32 {
    let inside = script(kind(before)).is_some();
    match (kind(ch), last) {
        (Kind::Lower(_) | Kind::Upper(_), '”' | '»' | '›') if inside => 25,
        (Kind::Lower(_) | Kind::Upper(_), '”' | '»' | '›') => 12,
        (Kind::Lower(_) | Kind::Upper(_), '…') => 8,
        (Kind::Digit, '”' | '»' | '›' | '…') => 10,
        (Kind::Control, _) => 30,
        (Kind::Mark, _) => 20,
        (Kind::Odd | Kind::Currency | Kind::Raised, _) => 10,
        (Kind::Open, _) if before == 'ï' && last == '»' && ch == '¿' => 30,
        (Kind::Open, _) => 5,
        _ => 0,
    }
}

fn after_symbol(last: char, ch: char) -> i32 {
    let letter = script(kind(ch)).is_some();
    match (kind(last), kind(ch)) {
        (_, Kind::Control) => 30,
        (_, Kind::Mark) => 20,
        (Kind::Apostrophe, Kind::Odd | Kind::Raised | Kind::Currency | Kind::Math) => 10,
        (Kind::Raised, _) if letter => {
            if last == '°' {
                10
            } else {
                25
            }
        }
        (Kind::Raised, Kind::Open) if !ch.is_ascii() => 18,
        (Kind::Raised, Kind::Digit | Kind::Raised | Kind::Odd | Kind::Currency | Kind::Math) => 10,
        (Kind::Currency | Kind::Odd, _) if letter => 22,
        (Kind::Math, _) if letter && !ch.is_ascii() => 10,
        (Kind::Math | Kind::Odd, Kind::Odd | Kind::Currency | Kind::Raised | Kind::Math) => 8,
        (Kind::Currency, Kind::Odd | Kind::Currency | Kind::Raised | Kind::Math) => 12,
        (Kind::Currency, Kind::Open | Kind::Close | Kind::Apostrophe) if !ch.is_ascii() => 10,
        (Kind::Odd, Kind::Digit) => 8,
        (Kind::Control, _) => 10,
        (Kind::Hyphen, Kind::Space | Kind::Close) => 8,
        (Kind::Hyphen, _) if !letter => 15,
        (Kind::Frame, _) if letter => 25,
        (Kind::Frame, Kind::Frame | Kind::Space) => 0,
        (Kind::Frame, _) => 12,
        _ => 0,
    }
}
