//! The blocks before and after.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};

/// What stands for a block beyond either end of the page.
const NOTHING: f32 = -1.0;

pub(super) static FAMILY: Family = Family {
    name: "neighbours",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("after1_words", "the length of the block after it"),
    feature("after1_links", "the links of the block after it"),
    feature("before1_tag", "the element of the block before it"),
    feature("before2_tag", "the element of the second block before it"),
    feature("after1_tag", "the element of the block after it"),
    feature("after2_tag", "the element of the second block after it"),
    feature(
        "after1_closed",
        "whether the block after it ends a sentence",
    ),
    feature(
        "near3_words",
        "the words of the three blocks on either side",
    ),
    feature(
        "near3_links",
        "the links of the three blocks on either side",
    ),
    feature(
        "near3_closed",
        "the sentences of the three blocks on either side",
    ),
    feature(
        "near3_good",
        "the running text of the three blocks on either side",
    ),
    feature("near10_words", "the words of ten blocks on either side"),
    feature("near10_links", "the links of ten blocks on either side"),
    feature(
        "near10_good",
        "the running text of ten blocks on either side",
    ),
    feature("near30_words", "the words of thirty blocks on either side"),
    feature("near30_links", "the links of thirty blocks on either side"),
    feature(
        "near30_good",
        "the running text of thirty blocks on either side",
    ),
    feature("next_step_up", "how many levels the page leaves after it"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let sums = Sums::of(page);
    let leaves = leaves(page);
    for block in 0..page.len() {
        let near = Near { page, block };
        let [a, b, c] = [3, 10, 30].map(|reach| sums.around(page, block, reach));
        let beside = [
            near.words(1),
            near.links(1),
            near.tag(-1),
            near.tag(-2),
            near.tag(1),
            near.tag(2),
            near.closed(1),
        ];
        let (b, c) = ([b[0], b[1], b[3]], [c[0], c[1], c[3]]);
        let leaves = leaves.get(block + 1).copied().unwrap_or(99.0);
        columns.set(block, &[&beside, &a, &b, &c, &[leaves]]);
    }
}

struct Near<'p, 'a> {
    page: &'p Measured<'a>,
    block: usize,
}

impl Near<'_, '_> {
    fn value(&self, offset: isize, value: impl Fn(usize) -> f32) -> f32 {
        let at = self.block.checked_add_signed(offset);
        at.filter(|at| *at < self.page.len()).map_or(NOTHING, value)
    }

    fn words(&self, offset: isize) -> f32 {
        self.value(offset, |at| self.page.words(at))
    }

    fn links(&self, offset: isize) -> f32 {
        self.value(offset, |at| self.page.links[at])
    }

    fn tag(&self, offset: isize) -> f32 {
        self.value(offset, |at| {
            f32::from(self.page.input.elements[self.page.elements[at]].tag.0)
        })
    }

    fn closed(&self, offset: isize) -> f32 {
        self.value(offset, |at| {
            f32::from(u8::from(self.page.texts[at].ends_sentence))
        })
    }
}

/// Running sums: words inside links, words that end a sentence, words of good blocks.
struct Sums(Vec<[f32; 3]>);

impl Sums {
    fn of(page: &Measured) -> Self {
        let mut sum = [0.0; 3];
        let mut sums = vec![sum];
        for block in 0..page.len() {
            let words = page.words(block);
            let closed = if page.texts[block].ends_sentence {
                words
            } else {
                0.0
            };
            let own = [words * page.links[block], closed, page.good[block]];
            sum = std::array::from_fn(|at| sum[at] + own[at]);
            sums.push(sum);
        }
        Self(sums)
    }

    /// Returns words, link share, share of sentences and share of the page's good words within reach.
    fn around(&self, page: &Measured, block: usize, reach: usize) -> [f32; 4] {
        let from = block.saturating_sub(reach);
        let to = (block + reach + 1).min(page.len());
        let words = page.before[to] - page.before[from];
        let [linked, closed, good] = std::array::from_fn(|at| self.0[to][at] - self.0[from][at]);
        let least = words.max(1.0);
        [
            log(words),
            linked / least,
            closed / least,
            good / page.all_good(),
        ]
    }
}

/// Returns for each block the levels up from the block before it to the element they share.
fn leaves(page: &Measured) -> Vec<f32> {
    let elements = &page.input.elements;
    let sources = &page.input.blocks;
    let mut leaves = vec![0.0];
    for pair in sources.windows(2) {
        let [before, own] = [pair[0].element as usize, pair[1].element as usize];
        let shared = elements[shared(page, before, own)].depth;
        leaves.push(f32::from(elements[before].depth - shared));
    }
    leaves
}

fn shared(page: &Measured, mut a: usize, mut b: usize) -> usize {
    while a != b {
        if page.input.elements[a].depth >= page.input.elements[b].depth {
            a = page.input.parent(a);
        } else {
            b = page.input.parent(b);
        }
    }
    a
}
