//! Sketches of texts: how alike two texts are, told from a few numbers of each.
//!
//! Source: Broder, "On the resemblance and containment of documents", 1997; with one hash for all bins after Li,
//! Owen and Zhang, "One Permutation Hashing", NIPS 2012.

use serde::{Deserialize, Serialize};

/// Numbers in a sketch: likeness is told to about a tenth.
const BINS: usize = 64;
/// Words in a row that are compared as one: copies share them, other texts of one subject do not.
const SHINGLE: usize = 4;
/// Bins of a part: of two texts that share eight sequences in ten, one of sixteen parts is the same in all but a few cases.
const PART: usize = 4;
/// A bin that nothing fell into.
const EMPTY: u32 = u32::MAX;

/// The smallest hashes of the word sequences of a text, one a bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// Sketches the lines of a text; `None` where they have fewer words than one sequence.
    ///
    /// Each character beyond ASCII of a script that sets no spaces counts as a word.
    pub fn of<'t>(lines: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        let (mut bins, mut last) = (vec![EMPTY; BINS], [0; SHINGLE]);
        let mut words = 0;
        for word in lines.into_iter().flat_map(words_of) {
            last.rotate_left(1);
            last[SHINGLE - 1] = hash(word.chars().flat_map(char::to_lowercase));
            words += 1;
            if words >= SHINGLE {
                let hash = last.iter().fold(0, |all, &word| mixed(all ^ word));
                let bin = &mut bins[(hash >> 32) as usize % BINS];
                *bin = (*bin).min(hash as u32);
            }
        }
        (words >= SHINGLE).then_some(Self(bins))
    }

    /// Returns hashes of parts of the sketch: texts that are much alike share one of them.
    pub(crate) fn parts(&self) -> impl Iterator<Item = u64> {
        let parts = self.0.chunks(PART).enumerate();
        let parts = parts.filter(|(_, part)| part.iter().any(|&bin| bin != EMPTY));
        parts.map(|(index, part)| {
            let bins = part.iter();
            bins.fold(index as u64, |all, &bin| mixed(all ^ u64::from(bin)))
        })
    }

    /// Estimates how many of their word sequences two texts share, from 0.0 to 1.0.
    ///
    /// ```
    /// use undross::sketch::Sketch;
    ///
    /// let of = |text: &'static str| Sketch::of([text]).expect("there are words enough");
    /// let (ferry, other) = (of("The ferry left the quay at dawn."), of("No boat was seen on the lake."));
    /// assert_eq!(ferry.likeness(&of("the FERRY left the quay at dawn")), 1.0);
    /// assert_eq!(ferry.likeness(&other), 0.0);
    /// ```
    pub fn likeness(&self, other: &Self) -> f32 {
        let pairs = || self.0.iter().zip(&other.0);
        let used = pairs().filter(|(a, b)| **a != EMPTY || **b != EMPTY);
        let same = pairs().filter(|(a, b)| a == b && **a != EMPTY);
        let (used, same) = (used.count(), same.count());
        if used == 0 {
            return 0.0;
        }
        same as f32 / used as f32
    }
}

/// Splits a line into words; letters of scripts without spaces stand alone.
fn words_of(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).flat_map(|word| {
        let alone = word.chars().next().is_some_and(is_wide);
        let step = if alone { 1 } else { usize::MAX };
        let mut rest = word;
        std::iter::from_fn(move || {
            let end = rest
                .char_indices()
                .nth(step)
                .map_or(rest.len(), |(at, _)| at);
            let (word, after) = rest.split_at(end);
            rest = after;
            (!word.is_empty()).then_some(word)
        })
    })
}

/// Tells whether a letter is of a script that sets no spaces between words.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{9FFF}')
}

/// Hashes characters, the same on every machine and in every version.
///
/// Source: FNV-1a, Fowler, Noll and Vo.
pub(crate) fn hash(text: impl IntoIterator<Item = char>) -> u64 {
    let step = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    mixed(text.into_iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// Spreads a number over all bits.
///
/// Source: the finalizer of `SplitMix64`, Steele, Lea and Flood, OOPSLA 2014.
pub(crate) const fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
