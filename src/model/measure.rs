//! What several families of features ask of a block or an element, worked out once a page.

use std::sync::LazyLock;

use super::input::Input;
use super::text::Text;
use super::title::Title;
use crate::html::outline::Hidden;

/// Words from which a block can be running text.
const GOOD_WORDS: f32 = 8.0;
/// Share of link text up to which a block can be running text.
const GOOD_LINKS: f32 = 0.33;

/// Logarithms of 1 and a whole number: most counts are small.
static LOGS: LazyLock<[f32; 512]> =
    LazyLock::new(|| std::array::from_fn(|count| (1.0 + count as f32).ln()));

/// Sums over the blocks inside an element.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sums {
    /// Blocks.
    pub blocks: f32,
    /// Words.
    pub words: f32,
    /// Words inside links.
    pub linked: f32,
    /// Words in blocks that end a sentence.
    pub closed: f32,
    /// Words of good blocks.
    pub good: f32,
    /// The first block inside.
    pub first: u32,
}

/// A page with what its blocks and elements measure.
pub struct Measured<'a> {
    /// The page.
    pub input: &'a Input<'a>,
    /// Counts of each block.
    pub texts: Vec<Text>,
    /// Share of each block that is link text.
    pub links: Vec<f32>,
    /// Words of each block if it reads as running text, else 0.
    pub good: Vec<f32>,
    /// The block-level element of each block.
    pub elements: Vec<usize>,
    /// The level of each block's heading, 0 for none.
    pub headings: Vec<u8>,
    /// Words before each block, and all words at the end.
    pub before: Vec<f32>,
    /// Sums of each element.
    pub sums: Vec<Sums>,
    /// Siblings of the same signature of each element, itself among them.
    pub alike: Vec<u32>,
    /// How the blocks agree with title and description.
    pub(super) title: Title,
}

impl<'a> Measured<'a> {
    /// Measures a page.
    pub fn of(input: &'a Input<'a>) -> Self {
        let texts: Vec<Text> = input
            .blocks
            .iter()
            .map(|block| Text::of(block.text))
            .collect();
        let links: Vec<f32> = input
            .blocks
            .iter()
            .map(|block| share(block.link_bytes, block.text.len()))
            .collect();
        let elements = (0..input.blocks.len())
            .map(|block| input.block_element(block))
            .collect();
        let mut page = Self {
            input,
            good: good(input, &texts, &links),
            before: before(&texts),
            texts,
            links,
            elements,
            headings: Vec::new(),
            sums: Vec::new(),
            alike: alike(input),
            title: Title::default(),
        };
        page.headings = headings(&page);
        page.sums = sums(&page);
        page.title = Title::of(&page);
        page
    }

    /// Returns the number of blocks.
    pub fn len(&self) -> usize {
        self.input.blocks.len()
    }

    /// Tells whether the page has no blocks.
    pub fn is_empty(&self) -> bool {
        self.input.blocks.is_empty()
    }

    /// Returns the words of a block.
    pub fn words(&self, block: usize) -> f32 {
        self.texts[block].words
    }

    /// Returns all words of the page, at least 1.
    pub fn all_words(&self) -> f32 {
        self.before.last().copied().unwrap_or_default().max(1.0)
    }

    /// Returns all words of good blocks, more than 0.
    pub fn all_good(&self) -> f32 {
        self.sums.first().map_or(0.0, |sums| sums.good).max(1e-6)
    }

    /// Returns the signed logarithm of the words from block `from` to block `to`.
    pub fn distance(&self, from: usize, to: usize) -> f32 {
        let words = self.before[to] - self.before[from];
        words.signum() * log(words.abs())
    }
}

impl Sums {
    /// Returns the share of words inside links.
    pub fn link_share(&self) -> f32 {
        self.linked / self.words.max(1.0)
    }

    /// Returns the share of words in blocks that end a sentence.
    pub fn closed_share(&self) -> f32 {
        self.closed / self.words.max(1.0)
    }

    fn add(&mut self, other: Self) {
        self.blocks += other.blocks;
        self.words += other.words;
        self.linked += other.linked;
        self.closed += other.closed;
        self.good += other.good;
        self.first = self.first.min(other.first);
    }
}

/// Returns the logarithm of 1 + `value`.
pub(super) fn log(value: f32) -> f32 {
    let whole = value as usize;
    match LOGS.get(whole) {
        Some(&log) if whole as f32 == value => log,
        _ => (1.0 + value).ln(),
    }
}

fn share(part: u32, whole: usize) -> f32 {
    (part as f32 / whole.max(1) as f32).min(1.0)
}

fn good(input: &Input, texts: &[Text], links: &[f32]) -> Vec<f32> {
    let blocks = input.blocks.iter().zip(texts).zip(links);
    blocks
        .map(|((block, text), links)| {
            let shown = !block.hidden.meets(Hidden::STYLE | Hidden::CHOICE);
            let reads = shown && text.words >= GOOD_WORDS && *links < GOOD_LINKS;
            if reads { text.words } else { 0.0 }
        })
        .collect()
}

fn before(texts: &[Text]) -> Vec<f32> {
    let mut sum = 0.0;
    let mut before = vec![0.0];
    for text in texts {
        sum += text.words;
        before.push(sum);
    }
    before
}

/// Finds the heading that each block stands in: its element or one of the three around it.
fn headings(page: &Measured) -> Vec<u8> {
    let input = page.input;
    let level = |element: &usize| {
        let up = |at: &usize| Some(input.parent(*at));
        let around = std::iter::successors(Some(*element), up).take(4);
        around
            .map(|at| input.elements[at].tag.heading())
            .find(|level| *level > 0)
            .unwrap_or(0)
    };
    page.elements.iter().map(level).collect()
}

fn sums(page: &Measured) -> Vec<Sums> {
    let empty = Sums {
        first: u32::MAX,
        ..Sums::default()
    };
    let mut sums = vec![empty; page.input.elements.len()];
    for (block, text) in page.texts.iter().enumerate() {
        sums[page.input.blocks[block].element as usize].add(Sums {
            blocks: 1.0,
            words: text.words,
            linked: text.words * page.links[block],
            closed: if text.ends_sentence { text.words } else { 0.0 },
            good: page.good[block],
            first: block as u32,
        });
    }
    for element in (1..sums.len()).rev() {
        let inner = sums[element];
        sums[page.input.parent(element)].add(inner);
    }
    sums
}

fn alike(input: &Input) -> Vec<u32> {
    let signature = |at: usize| {
        let element = input.elements[at];
        (element.parent, input.kinds[element.kind as usize].signature)
    };
    let mut counts = foldhash::HashMap::<(u32, u32), u32>::default();
    for element in 1..input.elements.len() {
        *counts.entry(signature(element)).or_default() += 1;
    }
    let count = |element| counts.get(&signature(element)).copied().unwrap_or(1);
    (0..input.elements.len()).map(count).collect()
}
