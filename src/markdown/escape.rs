//! Backslashes before what would be read as a mark.

use super::text::is_read;

/// Digits of the highest number that a list item may have.
const DIGITS: std::ops::RangeInclusive<usize> = 1..=9;

/// Where words stand, which decides what else would be read as a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a line that could open a list, a quotation, or the like.
    Line,
    Heading,
    /// In a cell of a table, where a bar parts cells.
    Cell,
}

/// Writes words so that no letter of them is read as a mark within a line.
pub(super) fn push_words(out: &mut String, words: &str, place: Place) {
    let mut before = None;
    for (at, letter) in words.char_indices() {
        let after = &words[at + letter.len_utf8()..];
        if is_mark(before, letter, after, place) {
            out.push('\\');
        }
        out.push(letter);
        before = Some(letter);
    }
}

fn is_mark(before: Option<char>, letter: char, after: &str, place: Place) -> bool {
    let next = after.chars().next();
    let around = |test: fn(char) -> bool| before.is_some_and(test) && next.is_some_and(test);
    match letter {
        '[' | ']' | '`' | '~' => true,
        '*' => !around(|letter| letter == ' '),
        '_' => !around(|letter| letter == ' ') && !around(char::is_alphanumeric),
        '|' => place == Place::Cell,
        '<' | '\\' => is_read(letter, next),
        '&' => is_reference(after),
        _ => false,
    }
}

/// Tells whether what follows a `&` makes it a reference to a character.
pub(super) fn is_reference(after: &str) -> bool {
    let name = after.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#');
    name.is_some_and(|end| end > 0 && after[end..].starts_with(';'))
}

/// Finds the place for a backslash in what would open a heading, a list, a quotation, a rule, or a table.
///
/// What [`push_words`] escapes anyway is left to it.
pub(super) fn opening(line: &str) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    if let Some(end) = number(line) {
        let after = line[end..].strip_prefix(['.', ')'])?;
        return ends(after).then_some(end);
    }
    let opens = match line.chars().next()? {
        '#' => ends(line.trim_start_matches('#')),
        '>' | '|' => true,
        '+' => ends(&line[1..]),
        '-' | '=' | ':' => ends(&line[1..]) || is_rule(line),
        _ => false,
    };
    opens.then_some(0)
}

/// Returns where the number at the start of a line ends, if it may be that of a list item.
pub(super) fn number(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    DIGITS.contains(&digits).then_some(digits)
}

/// Tells whether a line would be a rule, make a heading of the line above, or a table with it.
fn is_rule(line: &str) -> bool {
    let marks = ['-', '=', '*', '_', '|', ':', ' '];
    line.chars().all(|letter| marks.contains(&letter))
}
