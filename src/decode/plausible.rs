//! How much decoded bytes look like words of one language.

use encoding_rs::Encoding;

use super::alphabet;

/// Bytes of a sample that are read; each candidate costs a pass.
const SIZE: usize = 32 * 1024;

/// How many times fewer strange characters make a reading clearly better.
const TIMES_FEWER: usize = 4;

/// Characters that fit, before a single strange one speaks against a reading.
const LEAST_FITTING: usize = 4;

/// Different letters that make a language certain.
const CERTAIN: usize = 3;

/// A sample read in one encoding, weighed by its characters beyond ASCII.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Letters of the language that knows most of them, standing where letters stand.
    pub(super) fitting: usize,
    /// How many different letters these are.
    pub(super) distinct: usize,
    /// Capitals among all letters.
    pub(super) capitals: usize,
    /// Letters of other languages, and what no writer types where it stands.
    pub(super) strange: usize,
    /// Marks that seldom stand where they stand.
    pub(super) doubtful: usize,
}

impl Reading {
    /// Reads a sample in an encoding.
    pub(super) fn of(sample: &[u8], encoding: &'static Encoding) -> Self {
        let part = sample.get(..SIZE).unwrap_or(sample);
        Self::of_text(&encoding.decode_without_bom_handling(part).0)
    }

    pub(super) fn of_text(text: &str) -> Self {
        let mut letters: Vec<(char, usize)> = Vec::new();
        let (mut strange, mut doubtful) = (0, 0);
        let mut before = ' ';
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let after = characters.peek().copied().unwrap_or(' ');
            match place(before, character, after) {
                Place::Fitting => tally(&mut letters, character),
                Place::Strange => strange += 1,
                Place::Doubtful => doubtful += 1,
                Place::Neutral => {}
            }
            before = character;
        }
        let all: usize = letters.iter().map(|(_, count)| count).sum();
        let fitting = alphabet::known(&letters);
        let strange = strange + all - fitting + stray_quotes(text);
        let capitals = text
            .chars()
            .filter(|c| !c.is_ascii() && c.is_uppercase())
            .count();
        Self {
            fitting,
            distinct: letters.len(),
            capitals,
            strange,
            doubtful,
        }
    }

    /// Counts what the reading does not explain.
    pub(super) fn unexplained(self) -> usize {
        self.strange + self.doubtful
    }

    /// Tells whether this reading leaves far less unexplained than another of the same bytes.
    pub(super) fn is_clearly_better(self, other: Self) -> bool {
        let enough = other.strange > 1 || self.fitting >= LEAST_FITTING;
        let is_less_strange = self.fitting > 0 && other.strange > self.strange * TIMES_FEWER;
        let explains_all = self.unexplained() == 0
            && self.distinct >= CERTAIN
            && other.unexplained() > 1
            && self.fitting >= other.fitting + other.doubtful;
        (enough && is_less_strange) || explains_all
    }
}

/// How a character sits between its neighbours.
enum Place {
    Fitting,
    Strange,
    /// A mark inside a word, where it may stand but seldom does.
    Doubtful,
    /// ASCII, and marks that stand anywhere.
    Neutral,
}

/// Counts opening quotes that end a word, beyond those that close a low quote.
fn stray_quotes(text: &str) -> usize {
    let mut open = 0_usize;
    let mut stray = 0;
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_word =
            before.is_alphabetic() && !characters.peek().is_some_and(|c| c.is_alphabetic());
        match character {
            '„' | '‚' => open += 1,
            '“' | '‘' if open > 0 => open -= 1,
            '“' | '‘' if ends_word => stray += 1,
            _ => {}
        }
        before = character;
    }
    stray
}

fn place(before: char, character: char, after: char) -> Place {
    if is_in_block(character) {
        return fitting(!before.is_ascii_alphabetic() && !after.is_ascii_alphabetic());
    }
    match character {
        '\0'..='\u{7F}' => falls(before, character),
        '\u{80}'..='\u{9F}' | char::REPLACEMENT_CHARACTER | '\u{E000}'..='\u{F8FF}' => {
            Place::Strange
        }
        '€' | 'ˆ' | '˜' | '‰' | '•' if before.is_lowercase() => Place::Strange,
        '–' | '—' | '‘' | '“' | '„' | '‚' | '†' | '‡' => within(before, after),
        _ if is_joint(character) => Place::Neutral,
        _ if character.is_alphabetic() => letter(before, character, after),
        _ => mark(before, character, after),
    }
}

/// Judges an ASCII character: a capital after a small letter beyond ASCII is a misread letter.
fn falls(before: char, character: char) -> Place {
    let is_fallen = character.is_ascii_uppercase() && !before.is_ascii() && before.is_lowercase();
    if is_fallen {
        Place::Strange
    } else {
        Place::Neutral
    }
}

fn letter(before: char, character: char, after: char) -> Place {
    let is_latin = !('\u{370}'..='\u{1DFF}').contains(&character);
    let is_alone = is_latin || (!before.is_ascii_alphabetic() && !after.is_ascii_alphabetic());
    let is_raised = character.is_uppercase() && before.is_lowercase();
    fitting(is_alone && !is_raised)
}

/// Judges a sign, which does not stand inside a word.
fn mark(before: char, character: char, after: char) -> Place {
    let is_inside = before.is_alphabetic() && after.is_alphabetic();
    let is_graphic = ('\u{2500}'..='\u{25FF}').contains(&character)
        && (before.is_alphabetic() || after.is_alphabetic());
    if is_inside || is_graphic {
        Place::Strange
    } else {
        Place::Neutral
    }
}

/// Tells whether a mark joins words or parts of words, or is a blank.
fn is_joint(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{AD}' | '·' | '®' | '™' | '©' | '\u{300}'..='\u{36F}'
        )
        || ('\u{2010}'..='\u{201F}').contains(&character)
        || matches!(character, '…' | '•' | '\u{200B}'..='\u{200F}')
}

/// Judges a mark that stands between words rather than in one.
fn within(before: char, after: char) -> Place {
    let is_inside = before.is_lowercase() && after.is_lowercase();
    if is_inside {
        Place::Doubtful
    } else {
        Place::Neutral
    }
}

fn is_in_block(character: char) -> bool {
    alphabet::is_in_block(character)
}

fn fitting(fits: bool) -> Place {
    if fits { Place::Fitting } else { Place::Strange }
}

fn tally(letters: &mut Vec<(char, usize)>, character: char) {
    let small = character.to_lowercase().next().unwrap_or(character);
    match letters.iter_mut().find(|(letter, _)| *letter == small) {
        Some((_, count)) => *count += 1,
        None => letters.push((small, 1)),
    }
}
