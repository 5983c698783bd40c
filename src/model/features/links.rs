//! Links and images inside the block.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::Measured;

/// Images from which more tell nothing.
const MOST: u32 = 50;

pub(super) static FAMILY: Family = Family {
    name: "links",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("link_share", "how much of it is link text"),
    feature("link_per_word", "how many links it has for its words"),
    feature("link_images", "how many images stand in it"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    for (block, source) in page.input.blocks.iter().enumerate() {
        columns.set(
            block,
            &[&[
                page.links[block],
                source.links as f32 / page.words(block).max(1.0),
                source.images.min(MOST) as f32,
            ]],
        );
    }
}
