//! The elements around the block that hold more blocks, repeated items, and the element that holds most of the text.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};

/// Shares of the page's running text that a dominant element holds.
const DOMINANT: [f32; 2] = [0.6, 0.85];
/// Siblings of one signature from which an element is an item.
const ITEMS: u32 = 3;

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
        columns.set(
            block,
            [
                a[0],
                a[1],
                a[2],
                a[3],
                a[4],
                a[5],
                a[6],
                b[0],
                b[1],
                b[2],
                b[3],
                b[4],
                b[5],
                c[1],
                c[2],
                c[4],
                c[5],
                d[2],
                d[4],
                d[5],
                e[1],
                e[4],
                item[0],
                item[1],
                item[2],
                item[3],
                item[4],
                item[5],
                item[6],
                record[0],
                record[1],
                record[2],
                record[4],
                record[5],
                main[0],
                around.deepest[0] - main[1],
                most[0],
                most[1],
            ],
        );
    }
}

/// For each element, the elements around it that matter; found in one pass down the page.
struct Around {
    /// The nearest element that holds more blocks.
    larger: Vec<u32>,
    /// The nearest repeated item, itself included; 0 for none.
    item: Vec<u32>,
    /// The nearest repeated element with several blocks, itself included; 0 for none.
    record: Vec<u32>,
    /// The nearest element on the path to each dominant element, itself included.
    dominant: Vec<[u32; 2]>,
    /// Depth of each dominant element.
    deepest: [f32; 2],
}

impl Around {
    fn of(page: &Measured) -> Self {
        let count = page.input.elements.len();
        let marks = DOMINANT.map(|share| dominant(page, share));
        let mut around = Self {
            larger: vec![0; count],
            item: vec![0; count],
            record: vec![0; count],
            dominant: vec![[0; 2]; count],
            deepest: marks.map(|mark| f32::from(page.input.elements[mark].depth)),
        };
        let paths = marks.map(|mark| path(page, mark));
        for element in 1..count {
            around.enter(page, element, &paths);
        }
        around
    }

    fn enter(&mut self, page: &Measured, element: usize, paths: &[Vec<bool>; 2]) {
        let parent = page.input.parent(element);
        let own = page.sums[element].blocks;
        let grows = page.sums[parent].blocks > own;
        self.larger[element] = if grows {
            parent as u32
        } else {
            self.larger[parent]
        };
        let alike = page.alike[element];
        let is_item = alike >= ITEMS;
        self.item[element] = if is_item {
            element as u32
        } else {
            self.item[parent]
        };
        let is_record = alike >= 2 && own >= 2.0;
        self.record[element] = if is_record {
            element as u32
        } else {
            self.record[parent]
        };
        let around = self.dominant[parent];
        let nearest = |at: usize| {
            if paths[at][element] {
                element as u32
            } else {
                around[at]
            }
        };
        self.dominant[element] = [nearest(0), nearest(1)];
    }

    /// Measures the five containers around a block; -1 where there are fewer.
    fn boxes(&self, page: &Measured, element: usize, block: usize) -> [[f32; 7]; 5] {
        let mut at = element;
        if page.sums[at].blocks < 2.0 {
            at = self.larger[at] as usize;
        }
        let mut end = false;
        std::array::from_fn(|_| {
            if end {
                return [-1.0; 7];
            }
            let values = container(page, at, block);
            end = at == 0;
            at = self.larger[at] as usize;
            values
        })
    }

    fn list(&self, page: &Measured, element: usize, item: u32) -> [f32; 7] {
        let item = item as usize;
        if item == 0 {
            return [-1.0; 7];
        }
        let sums = page.sums[item];
        let list = page.sums[page.input.parent(item)];
        [
            levels(page, element, item),
            log(page.alike[item] as f32),
            log(sums.words),
            sums.link_share(),
            sums.blocks,
            list.words / page.all_words(),
            list.closed_share(),
        ]
    }

    /// Returns the levels to the path of a dominant element, and the depth at which it is met.
    fn dominant(&self, page: &Measured, element: usize, which: usize) -> [f32; 2] {
        let met = self.dominant[element][which] as usize;
        [
            levels(page, element, met),
            f32::from(page.input.elements[met].depth),
        ]
    }
}

fn container(page: &Measured, element: usize, block: usize) -> [f32; 7] {
    let sums = page.sums[element];
    [
        log(sums.blocks),
        log(sums.words),
        sums.link_share(),
        sums.words / sums.blocks.max(1.0),
        sums.words / page.all_words(),
        sums.closed_share(),
        (block as f32 - sums.first as f32) / sums.blocks.max(1.0),
    ]
}

fn levels(page: &Measured, from: usize, to: usize) -> f32 {
    f32::from(page.input.elements[from].depth - page.input.elements[to].depth)
}

/// Finds the deepest element with at least this share of the good words.
fn dominant(page: &Measured, share: f32) -> usize {
    let least = share * page.all_good();
    let holds = |element: &usize| page.sums[*element].good >= least;
    let all = (0..page.sums.len()).filter(holds);
    all.max_by_key(|element| {
        (
            page.input.elements[*element].depth,
            std::cmp::Reverse(*element),
        )
    })
    .unwrap_or(0)
}

fn path(page: &Measured, mut element: usize) -> Vec<bool> {
    let mut path = vec![false; page.input.elements.len()];
    path[0] = true;
    while element != 0 {
        path[element] = true;
        element = page.input.parent(element);
    }
    path
}
