//! The elements around the block that hold more blocks, repeated items, and the element that holds most of the text.

use super::{Columns, Family, Feature, feature};
use crate::model::around::Around;
use crate::model::measure::Measured;

pub(super) static FAMILY: Family = Family {
    name: "containers",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("box1_blocks", "how many blocks stand in its container"),
    feature("box1_words", "how many words stand in its container"),
    feature("box1_links", "the links of its container"),
    feature("box1_mean", "how long the blocks of its container are"),
    feature("box1_share", "how much of the page its container holds"),
    feature("box1_closed", "the sentences of its container"),
    feature("box1_place", "where in its container it stands"),
    feature(
        "box2_blocks",
        "how many blocks stand in the next larger container",
    ),
    feature(
        "box2_words",
        "how many words stand in the next larger container",
    ),
    feature("box2_links", "the links of the next larger container"),
    feature(
        "box2_mean",
        "how long the blocks of the next larger container are",
    ),
    feature(
        "box2_share",
        "how much of the page the next larger container holds",
    ),
    feature("box2_closed", "the sentences of the next larger container"),
    feature(
        "box3_words",
        "how many words stand in the third container around it",
    ),
    feature("box3_links", "the links of the third container around it"),
    feature(
        "box3_share",
        "how much of the page the third container around it holds",
    ),
    feature(
        "box3_closed",
        "the sentences of the third container around it",
    ),
    feature("box4_links", "the links of the fourth container around it"),
    feature(
        "box4_share",
        "how much of the page the fourth container around it holds",
    ),
    feature(
        "box4_closed",
        "the sentences of the fourth container around it",
    ),
    feature(
        "box5_words",
        "how many words stand in the fifth container around it",
    ),
    feature(
        "box5_share",
        "how much of the page the fifth container around it holds",
    ),
    feature("item_levels", "how far up the repeated item around it is"),
    feature("item_count", "how often the item around it is repeated"),
    feature("item_words", "how long the repeated item around it is"),
    feature("item_links", "the links of the repeated item around it"),
    feature(
        "item_blocks",
        "how many blocks the repeated item around it has",
    ),
    feature(
        "item_list_share",
        "how much of the page the list around it holds",
    ),
    feature("item_list_closed", "the sentences of the list around it"),
    feature(
        "record_levels",
        "how far up the repeated group around it is",
    ),
    feature("record_count", "how often the group around it is repeated"),
    feature("record_words", "how long the repeated group around it is"),
    feature(
        "record_blocks",
        "how many blocks the repeated group around it has",
    ),
    feature(
        "record_list_share",
        "how much of the page the groups around it hold",
    ),
    feature(
        "main_up",
        "how far it stands from the element that holds most of the text",
    ),
    feature(
        "main_down",
        "where it leaves the path to the element that holds most of the text",
    ),
    feature(
        "most_up",
        "how far it stands from the element that holds nearly all of the text",
    ),
    feature(
        "most_depth",
        "how deep it leaves the element that holds nearly all of the text",
    ),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let around = Around::of(page);
    for (block, source) in page.input.blocks.iter().enumerate() {
        let element = source.element as usize;
        let boxes = around.boxes(page, element, block);
        let item = around.list(page, element, around.item[element]);
        let record = around.list(page, element, around.record[element]);
        let main = around.dominant(page, element, 0);
        let most = around.dominant(page, element, 1);
        let [a, b, c, d, e] = boxes;
        let paths = [main[0], around.deepest[0] - main[1], most[0], most[1]];
        let (c, d, e) = (pick(c, [1, 2, 4, 5]), pick(d, [2, 4, 5]), pick(e, [1, 4]));
        let record = pick(record, [0, 1, 2, 4, 5]);
        columns.set(block, &[&a, &b[..6], &c, &d, &e, &item, &record, &paths]);
    }
}

fn pick<const N: usize>(values: [f32; 7], which: [usize; N]) -> [f32; N] {
    which.map(|at| values[at])
}
