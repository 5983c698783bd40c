//! What the names, classes and ids around a block say: one linear table over hashed words.

use std::ops::Range;

use super::kinds::mix;
use super::measure::Measured;

/// Bits of a position in the table.
pub const BITS: u32 = 15;
/// Levels above a block from which a word counts as far.
const FAR: u16 = 4;

/// How near a word stands to a block.
#[derive(Debug, Clone, Copy)]
enum Band {
    /// The inline element that opens it.
    Inline = 1,
    /// Its own element.
    Own,
    /// The element around its own.
    Parent,
    /// The two elements around that.
    Near,
    /// All elements further up.
    Far,
    /// Any element, its own included.
    Any,
}

/// Returns the positions in the table of all words around a block.
///
/// Training reads these; [`scores`] sums the same words without listing them.
pub fn buckets(page: &Measured, block: usize) -> Vec<u16> {
    let own = page.elements[block];
    let opening = page.input.blocks[block].element as usize;
    let mut found = Vec::new();
    let mut add = |band: Band, tokens: &[u32]| {
        found.extend(tokens.iter().map(|token| bucket(band, *token) as u16))
    };
    if opening != own {
        add(Band::Inline, tokens(page, opening));
    }
    add(Band::Own, tokens(page, own));
    let (mut any, mut far) = (tokens(page, own).to_vec(), Vec::new());
    let (mut at, mut level) = (own, 0);
    while at != 0 {
        at = page.input.parent(at);
        level += 1;
        let tokens = tokens(page, at);
        match level {
            1 => add(Band::Parent, tokens),
            2 | 3 => add(Band::Near, tokens),
            _ => far.extend_from_slice(tokens),
        }
        any.extend_from_slice(tokens);
    }
    for (band, mut tokens) in [(Band::Far, far), (Band::Any, any)] {
        tokens.sort_unstable();
        tokens.dedup();
        add(band, &tokens);
    }
    found
}

/// The weights of all words.
#[derive(Debug)]
pub struct Weights<'a> {
    /// One weight a position, as steps of `step`.
    pub table: &'a [u8],
    /// What a step is worth.
    pub step: f32,
    /// What a block without any words gets.
    pub bias: f32,
}

/// A sum of weights and how many there are.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    weight: i32,
    count: i32,
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            weight: self.weight + other.weight,
            count: self.count + other.count,
        }
    }
}

/// Scores all blocks of a page: the higher, the likelier content.
pub fn scores(page: &Measured, weights: &Weights) -> Vec<f32> {
    let kinds: Vec<[Sum; 4]> = page
        .input
        .kinds
        .iter()
        .map(|kind| of_kind(&kind.tokens, weights))
        .collect();
    let paths = Paths::of(page, weights);
    let score = |block| {
        let sum = paths.around(page, &kinds, block);
        weights.bias + sum.weight as f32 * weights.step / (sum.count.max(1) as f32).sqrt()
    };
    (0..page.len()).map(score).collect()
}

fn of_kind(tokens: &[u32], weights: &Weights) -> [Sum; 4] {
    [Band::Inline, Band::Own, Band::Parent, Band::Near].map(|band| Sum {
        weight: tokens.iter().map(|token| weights.of(band, *token)).sum(),
        count: tokens.len() as i32,
    })
}

impl Weights<'_> {
    fn of(&self, band: Band, token: u32) -> i32 {
        i32::from(self.table[bucket(band, token)].cast_signed())
    }
}

/// Sums over the distinct words of each element and all around it.
struct Paths {
    any: Vec<Sum>,
    far: Vec<Sum>,
}

/// The distinct words of a page, by number, and which are open where a walk has come to.
struct Words {
    /// The numbers of the words of all kinds, kind by kind.
    numbers: Vec<u32>,
    /// Where those of each kind end.
    ends: Vec<usize>,
    /// The weights of each word, near or far and far only.
    weights: Vec<[i32; 2]>,
    /// How many open elements have each word.
    open: Vec<u32>,
}

impl Words {
    fn of(page: &Measured, weights: &Weights) -> Self {
        let mut known = foldhash::HashMap::<u32, u32>::default();
        let mut words = Self {
            numbers: Vec::new(),
            ends: Vec::with_capacity(page.input.kinds.len()),
            weights: Vec::new(),
            open: Vec::new(),
        };
        for kind in &page.input.kinds {
            let number = |token: &u32| {
                *known.entry(*token).or_insert_with(|| {
                    let both = [Band::Any, Band::Far].map(|band| weights.of(band, *token));
                    words.weights.push(both);
                    words.weights.len() as u32 - 1
                })
            };
            words.numbers.extend(kind.tokens.iter().map(number));
            words.ends.push(words.numbers.len());
        }
        words.open = vec![0; words.weights.len()];
        words
    }

    /// Opens an element; returns the sums of those of its words that no element around it has.
    fn open(&mut self, kind: usize) -> [Sum; 2] {
        let mut sums = [Sum::default(); 2];
        for word in self.of_kind(kind) {
            let word = self.numbers[word] as usize;
            self.open[word] += 1;
            if self.open[word] > 1 {
                continue;
            }
            for (sum, weight) in sums.iter_mut().zip(self.weights[word]) {
                *sum = *sum + Sum { weight, count: 1 };
            }
        }
        sums
    }

    /// Returns where the numbers of the words of a kind stand.
    fn of_kind(&self, kind: usize) -> Range<usize> {
        let start = kind.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[kind]
    }

    fn close(&mut self, kind: usize) {
        for word in self.of_kind(kind) {
            self.open[self.numbers[word] as usize] -= 1;
        }
    }
}

impl Paths {
    fn of(page: &Measured, weights: &Weights) -> Self {
        let elements = &page.input.elements;
        let mut words = Words::of(page, weights);
        let mut paths = Self {
            any: vec![Sum::default(); elements.len()],
            far: vec![Sum::default(); elements.len()],
        };
        let mut open: Vec<usize> = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            let parent = element.parent as usize;
            while let Some(last) = open.pop_if(|last| *last != parent) {
                words.close(elements[last].kind as usize);
            }
            let [any, far] = words.open(element.kind as usize);
            paths.any[index] = paths.any[parent] + any;
            paths.far[index] = paths.far[parent] + far;
            open.push(index);
        }
        paths
    }

    fn around(&self, page: &Measured, kinds: &[[Sum; 4]], block: usize) -> Sum {
        let own = page.elements[block];
        let kind =
            |element: usize, band: usize| kinds[page.input.elements[element].kind as usize][band];
        let opening = page.input.blocks[block].element as usize;
        let inline = if opening == own {
            Sum::default()
        } else {
            kind(opening, 0)
        };
        let mut sum = inline + kind(own, 1) + self.any[own];
        let mut at = own;
        for level in 1..=FAR {
            if at == 0 {
                return sum;
            }
            at = page.input.parent(at);
            sum = sum
                + match level {
                    1 => kind(at, 2),
                    FAR => self.far[at],
                    _ => kind(at, 3),
                };
        }
        sum
    }
}

fn tokens<'p>(page: &'p Measured, element: usize) -> &'p [u32] {
    &page.input.kinds[page.input.elements[element].kind as usize].tokens
}

fn bucket(band: Band, token: u32) -> usize {
    (mix(token, (band as u32).wrapping_mul(0x9E37_79B9)) >> (32 - BITS)) as usize
}
