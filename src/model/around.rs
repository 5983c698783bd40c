//! For each element, the larger containers, repeated items and dominant elements around it.

use super::measure::{Measured, log};

/// Shares of the page's running text that a dominant element holds.
const DOMINANT: [f32; 2] = [0.6, 0.85];
/// Siblings of one signature from which an element is an item.
const ITEMS: u32 = 3;

/// For each element, the elements around it that matter; found in one pass down the page.
pub(super) struct Around {
    /// The nearest element that holds more blocks.
    larger: Vec<u32>,
    /// The nearest repeated item, itself included; 0 for none.
    pub(super) item: Vec<u32>,
    /// The nearest repeated element with several blocks, itself included; 0 for none.
    pub(super) record: Vec<u32>,
    /// The nearest element on the path to each dominant element, itself included.
    dominant: Vec<[u32; 2]>,
    /// Depth of each dominant element.
    pub(super) deepest: [f32; 2],
}

impl Around {
    /// Finds them on a page.
    pub(super) fn of(page: &Measured) -> Self {
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
    pub(super) fn boxes(&self, page: &Measured, element: usize, block: usize) -> [[f32; 7]; 5] {
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

    /// Measures a repeated element and the list around it; -1 where there is none.
    pub(super) fn list(&self, page: &Measured, element: usize, item: u32) -> [f32; 7] {
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
    pub(super) fn dominant(&self, page: &Measured, element: usize, which: usize) -> [f32; 2] {
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
