//! Which finders may look at which lines: told by a few bytes of each line, before any finder runs.

use super::words::Words;
use crate::page::{Page, Signs};
use crate::rule::Find;

/// Finders that may look at a line: the bit of each, in the order that they were given in.
pub(super) type Open = u128;

/// Bytes by which lengths of lines are told apart.
const LENGTH_STEP: usize = 8;
/// Lengths that are told apart.
const LENGTHS: usize = 128;
/// Marks at either end of a line that are passed over to find a letter.
const MARKS: usize = 16;

/// What each finder asks of a line, turned around: which finders each thing about a line opens.
#[derive(Debug)]
pub(super) struct Gates {
    /// Those that ask for nothing but a length.
    always: Open,
    /// For every sign, those that it opens.
    signs: [Open; Signs::KINDS],
    starts: Letters,
    ends: Letters,
    /// Those that a symbol beyond ASCII opens where a line begins with it.
    symbols: Open,
    words: Words,
    /// For every length in steps, those that read lines of it.
    lengths: Box<[Open; LENGTHS]>,
}

impl Gates {
    /// Prepares at most as many finders as [`Open`] has bits.
    pub(super) fn new(finders: &[Find]) -> Self {
        assert!(
            finders.len() <= Open::BITS as usize,
            "every finder has a bit"
        );
        let bits = || (0..).map(|index| 1 << index).zip(finders);
        let starts = |(bit, find): (Open, &Find)| {
            let letters = move |word| first_letters(word).map(|letters| (letters, bit));
            (find.starts)().into_iter().filter_map(letters)
        };
        let ends = |(bit, find): (Open, &Find)| {
            let letters = |word| last_letters(word).expect("a word ends in two letters");
            (find.ends)()
                .into_iter()
                .map(move |word| (letters(word), bit))
        };
        let mut gates = Self {
            always: 0,
            signs: [0; Signs::KINDS],
            starts: Letters::new(bits().flat_map(starts)),
            ends: Letters::new(bits().flat_map(ends)),
            symbols: 0,
            words: Words::new(finders.iter().map(|find| find.words)),
            lengths: Box::new([0; LENGTHS]),
        };
        bits().for_each(|(bit, find)| gates.add(bit, find));
        gates
    }

    fn add(&mut self, bit: Open, find: &Find) {
        if !find.is_gated() {
            self.always |= bit;
        }
        for (kind, open) in self.signs.iter_mut().enumerate() {
            if find.signs.has_kind(kind) {
                *open |= bit;
            }
        }
        if (find.starts)()
            .iter()
            .any(|word| first_letters(word).is_none())
        {
            self.symbols |= bit;
        }
        for (step, open) in self.lengths.iter_mut().enumerate() {
            if step * LENGTH_STEP <= find.longest {
                *open |= bit;
            }
        }
    }

    /// Finds the blocks with words, in order, and the finders that these open.
    pub(super) fn hits(&self, page: &Page<'_>) -> Vec<(usize, Open)> {
        let mut hits = Vec::new();
        self.words
            .each_hit(page, |block, finders| hits.push((block, finders)));
        hits.sort_unstable_by_key(|&(block, _)| block);
        hits
    }

    /// Tells which finders may look at a block but for its words.
    pub(super) fn open(&self, page: &Page<'_>, index: usize) -> Open {
        let shown = page.shown(index);
        self.always | self.by_signs(page.signs(index)) | self.by_start(shown) | self.by_end(shown)
    }

    /// Leaves out the finders that do not read a block of this length.
    pub(super) fn fit(&self, page: &Page<'_>, index: usize, open: Open) -> Open {
        let step = page.shown(index).len() / LENGTH_STEP;
        open & self.lengths[step.min(LENGTHS - 1)]
    }

    fn by_signs(&self, signs: Signs) -> Open {
        signs.kinds().fold(0, |open, kind| open | self.signs[kind])
    }

    /// Reads the first letters behind the marks that rules pass over; a quotation opens nothing.
    fn by_start(&self, shown: &str) -> Open {
        if shown.starts_with(QUOTES) {
            return 0;
        }
        let symbols = if shown.starts_with(|c: char| !c.is_ascii() && !c.is_alphanumeric()) {
            self.symbols
        } else {
            0
        };
        symbols | first_letters(shown).map_or(self.starts.all, |letters| self.starts.open(letters))
    }

    /// Reads the last letters before the marks that rules pass over.
    fn by_end(&self, shown: &str) -> Open {
        last_letters(shown).map_or(self.ends.all, |letters| self.ends.open(letters))
    }
}

/// Marks that open a quotation.
const QUOTES: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

/// Three bytes at one end of a text, outermost first: a letter, what is next to it, and what is next to that, if anything.
type Outermost = (u8, u8, Option<u8>);

/// Returns the first letter and what follows it; none where no letter stands near the start.
fn first_letters(text: &str) -> Option<Outermost> {
    let mut near = text.char_indices().take(MARKS);
    let (at, _) = near.find(|(_, c)| c.is_alphanumeric())?;
    match text.as_bytes()[at..] {
        [a, b, ref rest @ ..] => Some((a, b, rest.first().copied())),
        _ => None,
    }
}

/// Returns the last letter and what stands before it; none where no letter stands near the end.
fn last_letters(text: &str) -> Option<Outermost> {
    let mut near = text.char_indices().rev().take(MARKS);
    let (at, letter) = near.find(|(_, c)| c.is_alphanumeric())?;
    match text.as_bytes()[..at + letter.len_utf8()] {
        [ref rest @ .., b, a] => Some((a, b, rest.last().copied())),
        _ => None,
    }
}

/// Kinds of bytes that are told apart, by their last five bits.
const KINDS: usize = 32;
/// Stands for a third byte that tells nothing: a mark, or part of a character beyond ASCII.
const UNTOLD: usize = KINDS;

/// The finders that the letters at one end of a line open.
#[derive(Debug)]
struct Letters {
    /// For every pair in ASCII, and for what is next to it, the number of a set of finders.
    pairs: Box<[[u16; KINDS + 1]]>,
    sets: Vec<Open>,
    /// Those that any other letters open.
    beyond: Open,
    /// Those that any letters open.
    all: Open,
}

impl Letters {
    /// Prepares letters, each with the finder that it opens.
    fn new(letters: impl Iterator<Item = (Outermost, Open)>) -> Self {
        let mut pairs = vec![[0; KINDS + 1]; KINDS * KINDS];
        let (mut beyond, mut all) = (0, 0);
        for ((a, b, third), bit) in letters {
            all |= bit;
            if a.is_ascii() && b.is_ascii() {
                add_third(&mut pairs[pair(a, b)], third, bit);
            } else {
                beyond |= bit;
            }
        }
        // Most pairs open the same few sets: their numbers fit where the sets would not.
        let mut sets: Vec<Open> = pairs.concat();
        sets.sort_unstable();
        sets.dedup();
        let number = |open| sets.binary_search(&open).expect("every set is in the list") as u16;
        Self {
            pairs: pairs.iter().map(|thirds| thirds.map(number)).collect(),
            sets,
            beyond,
            all,
        }
    }

    fn open(&self, (a, b, third): Outermost) -> Open {
        if !(a.is_ascii() && b.is_ascii()) {
            return self.beyond;
        }
        let third = match third.unwrap_or(b' ') {
            third if third == b' ' || third.is_ascii_alphanumeric() => kind(third),
            _ => UNTOLD,
        };
        self.sets[usize::from(self.pairs[pair(a, b)][third])]
    }
}

/// Adds a finder where this byte follows, or might; where none has to, whatever follows.
fn add_third(thirds: &mut [Open; KINDS + 1], third: Option<u8>, bit: Open) {
    match third.filter(u8::is_ascii_alphanumeric) {
        Some(third) => {
            thirds[kind(third)] |= bit;
            thirds[UNTOLD] |= bit;
        }
        None => thirds.iter_mut().for_each(|open| *open |= bit),
    }
}

fn kind(byte: u8) -> usize {
    usize::from(byte) % KINDS
}

fn pair(a: u8, b: u8) -> usize {
    kind(a) * KINDS + kind(b)
}
