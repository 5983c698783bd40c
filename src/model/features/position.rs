//! Where in the page the block stands, and how far from headings.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};

/// Distance in blocks where there is nothing to be distant from.
const NOWHERE: f32 = 999.0;
/// Blocks from which a heading is far.
const FAR: usize = 60;

pub(super) static FAMILY: Family = Family {
    name: "position",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("at_share", "where among the blocks it stands"),
    feature("at_index", "how many blocks stand before it"),
    feature("at_end", "how many blocks stand after it"),
    feature("at_words", "how much of the text stands before it"),
    feature("at_good", "how much of the running text stands before it"),
    feature("at_h1", "its distance from the main heading"),
    feature("at_h1_words", "the words between it and the main heading"),
    feature("at_heading", "its distance from the heading before it"),
    feature("at_heading_level", "the level of the heading before it"),
    feature("at_heading_words", "the words since the heading before it"),
    feature("at_next_heading", "its distance from the next heading"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let h1 = page.headings.iter().position(|level| *level == 1);
    let next = next_headings(page);
    let mut good = 0.0;
    let mut last = None;
    for (block, next) in next.into_iter().enumerate() {
        let index = block as f32;
        let [from_h1, h1_words] = from(page, h1, block);
        let [near, level, words] = since(page, last, block);
        columns.set(
            block,
            &[&[
                index / page.len() as f32,
                index,
                (page.len() - block) as f32,
                page.before[block] / page.all_words(),
                good / page.all_good(),
                from_h1,
                h1_words,
                near,
                level,
                words,
                next,
            ]],
        );
        good += page.good[block];
        if page.headings[block] > 0 {
            last = Some(block);
        }
    }
}

/// Returns the distance in blocks and in words from a block that may not be there.
pub(super) fn from(page: &Measured, mark: Option<usize>, block: usize) -> [f32; 2] {
    let Some(mark) = mark else {
        return [NOWHERE, 99.0];
    };
    let blocks = block as f32 - mark as f32;
    [blocks.clamp(-200.0, 400.0), page.distance(mark, block)]
}

fn since(page: &Measured, last: Option<usize>, block: usize) -> [f32; 3] {
    let Some(last) = last else {
        return [99.0, 0.0, 0.0];
    };
    let level = f32::from(page.headings[last]);
    let words = log(page.before[block] - page.before[last]);
    [(block - last).min(FAR) as f32, level, words]
}

fn next_headings(page: &Measured) -> Vec<f32> {
    let mut next = vec![0.0; page.len()];
    let mut distance = 99.0_f32;
    for block in (0..page.len()).rev() {
        next[block] = distance;
        let heading = page.headings[block] > 0;
        distance = if heading {
            0.0
        } else {
            (distance + 1.0).min(99.0)
        };
    }
    next
}
