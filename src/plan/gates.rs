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
        let mut gates = Self {
            always: 0,
            signs: [0; Signs::KINDS],
            starts: Letters::default(),
            ends: Letters::default(),
            symbols: 0,
            words: Words::new(finders.iter().map(|find| find.words)),
            lengths: Box::new([0; LENGTHS]),
        };
        for (index, find) in finders.iter().enumerate() {
            gates.add(1 << index, find);
        }
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
        for word in (find.starts)() {
            match first_letters(word) {
                Some([a, b]) => self.starts.add(a, b, bit),
                None => self.symbols |= bit,
            }
        }
        for word in (find.ends)() {
            let [a, b] = last_letters(word).expect("a word ends in two letters");
            self.ends.add(a, b, bit);
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

    /// Reads the first two letters behind the marks that rules pass over; a quotation opens nothing.
    fn by_start(&self, shown: &str) -> Open {
        if shown.starts_with(QUOTES) {
            return 0;
        }
        let symbols = if shown.starts_with(|c: char| !c.is_ascii() && !c.is_alphanumeric()) {
            self.symbols
        } else {
            0
        };
        symbols | first_letters(shown).map_or(self.starts.all, |[a, b]| self.starts.open(a, b))
    }

    /// Reads the last two letters before the marks that rules pass over.
    fn by_end(&self, shown: &str) -> Open {
        last_letters(shown).map_or(self.ends.all, |[a, b]| self.ends.open(a, b))
    }
}

/// Marks that open a quotation.
const QUOTES: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

/// Returns the first letter and what follows it, byte by byte; none where no letter stands near the start.
fn first_letters(text: &str) -> Option<[u8; 2]> {
    let mut near = text.char_indices().take(MARKS);
    let (at, _) = near.find(|(_, c)| c.is_alphanumeric())?;
    text.as_bytes()[at..].first_chunk().copied()
}

/// Returns the last letter and what stands before it, byte by byte; none where no letter stands near the end.
fn last_letters(text: &str) -> Option<[u8; 2]> {
    let mut near = text.char_indices().rev().take(MARKS);
    let (at, letter) = near.find(|(_, c)| c.is_alphanumeric())?;
    let [b, a] = *text.as_bytes()[..at + letter.len_utf8()].last_chunk()?;
    Some([a, b])
}

/// The finders that two letters at one end of a line open.
#[derive(Debug, Default)]
struct Letters {
    /// For every pair in ASCII, by the last five bits of each, outermost first.
    pairs: Box<[[Open; 32]; 32]>,
    /// Those that any other letters open.
    beyond: Open,
    /// Those that any letters open.
    all: Open,
}

impl Letters {
    fn add(&mut self, a: u8, b: u8, bit: Open) {
        self.all |= bit;
        if a.is_ascii() && b.is_ascii() {
            self.pairs[usize::from(a % 32)][usize::from(b % 32)] |= bit;
        } else {
            self.beyond |= bit;
        }
    }

    fn open(&self, a: u8, b: u8) -> Open {
        if a.is_ascii() && b.is_ascii() {
            self.pairs[usize::from(a % 32)][usize::from(b % 32)]
        } else {
            self.beyond
        }
    }
}
