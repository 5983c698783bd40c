//! Which block shows the title of the page.

use super::measure::Measured;

/// Words of a block from which it is no headline.
const HEADLINE_WORDS: f32 = 40.0;
/// Words of a block of which the overlap is counted.
const WORDS: usize = 40;
/// Share of the words of a headline that the title has.
const ENOUGH: f32 = 0.7;
/// Letters of a block that the title repeats whole.
const WHOLE: usize = 8;
/// Letters by which a description and a block are compared.
const DESCRIBED: usize = 60;
/// Letters from which such a comparison tells anything.
const DESCRIBED_LEAST: usize = 20;
/// Bits for the letters that follow each other in a title or description; a power of two.
const THREES: usize = 1024;

/// How the blocks of a page agree with its title and description.
#[derive(Default)]
pub(super) struct Title {
    /// The block that shows the title.
    pub block: Option<usize>,
    /// Share of each block's words that the title has.
    pub overlap: Vec<f32>,
    /// Whether the description of the page repeats the block.
    pub described: Vec<bool>,
}

impl Title {
    /// Compares all blocks with the title.
    pub(super) fn of(page: &Measured) -> Self {
        let words = Words::of(page);
        let [whole, described] = [
            (page.input.title, usize::MAX),
            (page.input.description, 1000),
        ]
        .map(|(text, most)| Letters::of(text, most));
        let opening = letters(page.input.description, DESCRIBED);
        let mut best = (0.0, None);
        let mut title = Self {
            block: None,
            overlap: Vec::with_capacity(page.len()),
            described: Vec::with_capacity(page.len()),
        };
        for block in 0..page.len() {
            let text = page.input.blocks[block].text;
            let overlap = words.overlap(text);
            let score = score(page, block, overlap, &whole);
            if score > best.0 {
                best = (score, Some(block));
            }
            title.overlap.push(overlap);
            title.described.push(described.repeats(text, &opening));
        }
        title.block = best.1;
        title
    }
}

fn score(page: &Measured, block: usize, overlap: f32, title: &Letters) -> f32 {
    let words = page.words(block);
    if !(2.0..=HEADLINE_WORDS).contains(&words) {
        return 0.0;
    }
    let text = page.input.blocks[block].text;
    let whole = text.len() <= title.text.len() * 2
        && title.may_hold(text)
        && is_part(&letters(text, usize::MAX), &title.text);
    let share = if whole { 2.0 } else { overlap };
    if share < ENOUGH || (!whole && page.texts[block].runs < 3) {
        return 0.0;
    }
    let heading = if matches!(page.headings[block], 1 | 2) {
        1.3
    } else {
        1.0
    };
    let linked = if page.links[block] > 0.5 { 0.7 } else { 1.0 };
    share * words.min(12.0) * heading * linked
}

fn is_part(letters: &str, title: &str) -> bool {
    letters.len() >= WHOLE && title.contains(letters)
}

/// Returns up to `most` bytes of a text: its letters and digits, in small.
fn letters(text: &str, most: usize) -> String {
    let mut letters = String::with_capacity(text.len().min(most) + 4);
    for c in text.chars() {
        if letters.len() >= most {
            break;
        }
        push_letter(c, &mut letters);
    }
    letters
}

fn push_letter(c: char, letters: &mut String) {
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() {
            letters.push(c.to_ascii_lowercase());
        }
    } else if c.is_alphanumeric() {
        letters.extend(c.to_lowercase());
    }
}

/// The letters of a text in which those of blocks are looked for.
struct Letters {
    text: String,
    /// A bit for each hash of three bytes in a row.
    threes: [u64; THREES / 64],
}

impl Letters {
    fn of(text: &str, most: usize) -> Self {
        let mut letters = Self {
            text: letters(text, most),
            threes: [0; THREES / 64],
        };
        for three in letters.text.as_bytes().windows(3) {
            let bit = bit(three);
            letters.threes[bit / 64] |= 1 << (bit % 64);
        }
        letters
    }

    /// Tells, for a block of at least three letters, whether its first ones stand somewhere in the text.
    fn may_hold(&self, block: &str) -> bool {
        let mut first = [0; 3];
        let mut count = 0;
        for byte in block.bytes() {
            if !byte.is_ascii() {
                return true;
            }
            if byte.is_ascii_alphanumeric() {
                first[count] = byte.to_ascii_lowercase();
                count += 1;
            }
            if count == first.len() {
                let bit = bit(&first);
                return self.threes[bit / 64] & 1 << (bit % 64) != 0;
            }
        }
        false
    }

    /// Tells whether a description repeats a block: the block stands in it, or begins as it does.
    fn repeats(&self, text: &str, opening: &str) -> bool {
        let is_short = self.text.len() < DESCRIBED_LEAST || text.len() < DESCRIBED_LEAST;
        if is_short || !self.may_hold(text) {
            return false;
        }
        let block = letters(text, DESCRIBED);
        block.len() >= DESCRIBED_LEAST && (self.text.contains(&block) || block.starts_with(opening))
    }
}

fn bit(three: &[u8]) -> usize {
    let sum = three
        .iter()
        .fold(0_u32, |sum, byte| (sum << 5) ^ u32::from(*byte));
    sum.wrapping_mul(0x9E37_79B1) as usize >> (32 - THREES.ilog2())
}

/// The words of both titles, hashed.
struct Words(Vec<u64>);

impl Words {
    fn of(page: &Measured) -> Self {
        let titles = [page.input.title, page.input.headline];
        let mut words: Vec<u64> = titles.into_iter().flat_map(words).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    fn overlap(&self, text: &str) -> f32 {
        if self.0.is_empty() {
            return 0.0;
        }
        let (mut all, mut shared) = (0, 0);
        for word in words(text).take(WORDS) {
            all += 1;
            shared += u32::from(self.0.binary_search(&word).is_ok());
        }
        shared as f32 / all.max(1) as f32
    }
}

fn words(text: &str) -> impl Iterator<Item = u64> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    parts.filter(|part| !part.is_empty()).map(hash)
}

/// Hashes a word in small letters.
fn hash(word: &str) -> u64 {
    let next =
        |sum: u64, letter: u64| (sum.rotate_left(5) ^ letter).wrapping_mul(0x517C_C1B7_2722_0A95);
    if word.is_ascii() {
        let bytes = word.bytes().map(|byte| byte.to_ascii_lowercase());
        return bytes.fold(0, |sum, byte| next(sum, u64::from(byte)));
    }
    let small = word.chars().flat_map(char::to_lowercase);
    small.fold(0, |sum, c| next(sum, u64::from(c)))
}
