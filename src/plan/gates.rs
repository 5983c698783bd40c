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
/// Bytes of marks before the first letter that are passed over.
const MARKS: usize = 16;
/// First byte of arrows, bullets, dashes and other symbols.
const SYMBOL: u8 = 0xE2;
/// First byte of `©`, `«`, `·` and the no-break space.
const LATIN: u8 = 0xC2;

/// What each finder asks of a line, turned around: which finders each thing about a line opens.
#[derive(Debug)]
pub(super) struct Gates {
    /// Those that ask for nothing but a length.
    always: Open,
    /// For every sign, those that it opens.
    signs: [Open; Signs::KINDS],
    /// For every pair of first letters in ASCII, by their last five bits each, those that it opens.
    pairs: Box<[[Open; 32]; 32]>,
    /// Those that any other first letters open.
    beyond: Open,
    /// Those that a symbol before the first letter opens.
    symbols: Open,
    words: Words,
    /// Those that read lines which end as a sentence does.
    sentences: Open,
    /// For every length in steps, those that read lines of it.
    lengths: Box<[Open; LENGTHS]>,
}

impl Gates {
    /// Prepares at most as many finders as [`Open`] has bits.
    pub(super) fn new(finders: &[Find]) -> Self {
        assert!(finders.len() <= Open::BITS as usize, "every finder has a bit");
        let mut gates = Self {
            always: 0,
            signs: [0; Signs::KINDS],
            pairs: Box::new([[0; 32]; 32]),
            beyond: 0,
            symbols: 0,
            words: Words::new(finders.iter().map(|find| find.words)),
            sentences: 0,
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
        if find.sentences {
            self.sentences |= bit;
        }
        for (kind, open) in self.signs.iter_mut().enumerate() {
            if find.signs.has_kind(kind) {
                *open |= bit;
            }
        }
        for word in (find.starts)() {
            match *word.as_bytes() {
                [a @ ..128, b @ ..128, ..] => {
                    self.pairs[usize::from(a % 32)][usize::from(b % 32)] |= bit;
                }
                [SYMBOL, ..] => self.symbols |= bit,
                _ => self.beyond |= bit,
            }
        }
        for (step, open) in self.lengths.iter_mut().enumerate() {
            if step * LENGTH_STEP <= find.longest {
                *open |= bit;
            }
        }
    }

    /// Tells for every block which finders may look at it.
    pub(super) fn open(&self, page: &Page<'_>) -> Vec<Open> {
        let mut open: Vec<Open> = (0..page.blocks().len())
            .map(|index| self.always | self.by_signs(page.signs(index)) | self.by_start(page.shown(index)))
            .collect();
        self.words.each_hit(page, |block, finders| open[block] |= finders);
        for (index, open) in open.iter_mut().enumerate() {
            let step = page.shown(index).len() / LENGTH_STEP;
            *open &= self.lengths[step.min(LENGTHS - 1)];
            if page.is_sentence(index) {
                *open &= self.sentences;
            }
        }
        open
    }

    fn by_signs(&self, signs: Signs) -> Open {
        signs.kinds().fold(0, |open, kind| open | self.signs[kind])
    }

    /// Reads the first two letters behind the marks that rules pass over; a quotation opens nothing.
    fn by_start(&self, shown: &str) -> Open {
        let bytes = shown.as_bytes();
        let (mut at, mut open) = (0, 0);
        while at < MARKS {
            match bytes[at..] {
                [b'"' | b'\'', ..] | [SYMBOL, 0x80, 0x98..=0x9F, ..] => return open,
                [SYMBOL, _, _, ..] => (at, open) = (at + 3, self.symbols),
                [LATIN, _, ..] => at += 2,
                [byte @ ..128, ..] if !byte.is_ascii_alphanumeric() => at += 1,
                _ => break,
            }
        }
        open | match bytes[at..] {
            [a @ ..128, b @ ..128, ..] => self.pairs[usize::from(a % 32)][usize::from(b % 32)],
            _ => self.beyond,
        }
    }
}
