//! What the names, classes and ids around a block say: one linear table over hashed words.

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

impl Paths {
    fn of(page: &Measured, weights: &Weights) -> Self {
        let elements = &page.input.elements;
        let mut paths = Self {
            any: Vec::with_capacity(elements.len()),
            far: Vec::with_capacity(elements.len()),
        };
        let mut open: Vec<usize> = Vec::new();
        let mut known = foldhash::HashSet::<u32>::default();
        let mut fresh: Vec<Vec<u32>> = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            while open
                .last()
                .is_some_and(|last| index > 0 && *last != element.parent as usize)
            {
                open.pop();
                for token in fresh.pop().unwrap_or_default() {
                    known.remove(&token);
                }
            }
            let new: Vec<u32> = tokens(page, index)
                .iter()
                .copied()
                .filter(|token| known.insert(*token))
                .collect();
            paths.push(index, element.parent as usize, &new, weights);
            open.push(index);
            fresh.push(new);
        }
        paths
    }

    fn push(&mut self, index: usize, parent: usize, fresh: &[u32], weights: &Weights) {
        let sum = |band| Sum {
            weight: fresh.iter().map(|token| weights.of(band, *token)).sum(),
            count: fresh.len() as i32,
        };
        let above = |sums: &[Sum]| {
            if index == 0 {
                Sum::default()
            } else {
                sums[parent]
            }
        };
        let (any, far) = (
            above(&self.any) + sum(Band::Any),
            above(&self.far) + sum(Band::Far),
        );
        self.any.push(any);
        self.far.push(far);
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
