//! Text seen before, and text that the head of the page repeats.

use super::position::from;
use super::{Columns, Family, Feature, feature};
use crate::model::measure::Measured;

/// Copies from which more tell nothing.
const COPIES: u32 = 20;

pub(super) static FAMILY: Family = Family {
    name: "titles",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("copies", "how often the page shows the same text"),
    feature("seen_before", "that the page showed the same text before"),
    feature("title_overlap", "how many of its words the title has"),
    feature("title_there", "whether the page shows its title"),
    feature("title_blocks", "its distance from the title"),
    feature("title_words", "the words between it and the title"),
    feature("description", "that the description of the page repeats it"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let mut copies = foldhash::HashMap::<u64, [u32; 2]>::default();
    for text in &page.texts {
        copies.entry(text.key).or_default()[0] += 1;
    }
    let title = &page.title;
    for (block, text) in page.texts.iter().enumerate() {
        let count = copies.entry(text.key).or_default();
        count[1] += 1;
        let [blocks, words] = from(page, title.block, block);
        columns.set(
            block,
            &[&[
                count[0].min(COPIES) as f32,
                f32::from(u8::from(count[1] > 1)),
                title.overlap[block],
                f32::from(u8::from(title.block.is_some())),
                blocks,
                words,
                f32::from(u8::from(title.described[block])),
            ]],
        );
    }
}
