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
    starts: Letters,
    ends: Letters,
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
                [SYMBOL, ..] => self.symbols |= bit,
                [a, b, ..] => self.starts.add(a, b, bit),
                _ => self.always |= bit,
            }
        }
        for word in (find.ends)() {
            match *word.as_bytes() {
                [.., b, a] => self.ends.add(a, b, bit),
                _ => self.always |= bit,
            }
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

    /// Leaves out the finders that do not read a block of this length and end.
    pub(super) fn fit(&self, page: &Page<'_>, index: usize, open: Open) -> Open {
        let step = page.shown(index).len() / LENGTH_STEP;
        let open = open & self.lengths[step.min(LENGTHS - 1)];
        match page.is_sentence(index) {
            true => open & self.sentences,
            false => open,
        }
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
            [a, b, ..] => self.starts.open(a, b),
            _ => self.starts.beyond,
        }
    }

    /// Reads the last two letters before the marks that rules pass over.
    fn by_end(&self, shown: &str) -> Open {
        let bytes = shown.as_bytes();
        let marks = bytes.iter().rev().take(MARKS);
        let marks = marks.take_while(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        match bytes[..bytes.len() - marks.count()] {
            [.., b, a] => self.ends.open(a, b),
            _ => self.ends.beyond,
        }
    }
}

/// The finders that two letters at one end of a line open.
#[derive(Debug, Default)]
struct Letters {
    /// For every pair in ASCII, by the last five bits of each, outermost first.
    pairs: Box<[[Open; 32]; 32]>,
    /// Those that any other letters open.
    beyond: Open,
}

impl Letters {
    fn add(&mut self, a: u8, b: u8, bit: Open) {
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
