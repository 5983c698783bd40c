//! Blocks that stand in the same sort of place: what they have in common.

use super::{Columns, Family, Feature, feature};
use crate::model::kinds::mix;
use crate::model::measure::{Measured, log};

pub(super) static FAMILY: Family = Family {
    name: "paths",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("own_count", "how many blocks have elements like its own"),
    feature("own_words", "how long blocks in elements like its own are"),
    feature("own_links", "the links of blocks in elements like its own"),
    feature(
        "own_closed",
        "the sentences of blocks in elements like its own",
    ),
    feature("own_share", "how much text stands in elements like its own"),
    feature("place_count", "how many blocks stand in places like this"),
    feature("place_words", "how long blocks in places like this are"),
    feature("place_links", "the links of blocks in places like this"),
    feature(
        "place_closed",
        "the sentences of blocks in places like this",
    ),
    feature("place_share", "how much text stands in places like this"),
    feature("path_count", "how many blocks share its path of elements"),
    feature("path_words", "how long blocks on its path of elements are"),
    feature("path_links", "the links of blocks on its path of elements"),
    feature(
        "path_closed",
        "the sentences of blocks on its path of elements",
    ),
    feature("path_share", "how much text shares its path of elements"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let own = Groups::of(page, |block| signature(page, page.elements[block]));
    let place = Groups::of(page, |block| place(page, page.elements[block]));
    let paths = paths(page);
    let path = Groups::of(page, |block| paths[page.elements[block]]);
    for block in 0..page.len() {
        let [a, b, c] = [&own, &place, &path].map(|groups| groups.values(page, block));
        columns.set(block, &[&a, &b, &c]);
    }
}

/// Sums over blocks with the same key.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    blocks: f32,
    words: f32,
    linked: f32,
    closed: f32,
}

struct Groups {
    of_block: Vec<u32>,
    groups: Vec<Group>,
}

impl Groups {
    fn of(page: &Measured, key: impl Fn(usize) -> u32) -> Self {
        let mut known = foldhash::HashMap::<u32, u32>::default();
        let mut groups: Vec<Group> = Vec::new();
        let mut of_block = Vec::with_capacity(page.len());
        for block in 0..page.len() {
            let index = *known.entry(key(block)).or_insert(groups.len() as u32);
            if index as usize == groups.len() {
                groups.push(Group::default());
            }
            groups[index as usize].add(page, block);
            of_block.push(index);
        }
        Self { of_block, groups }
    }

    fn values(&self, page: &Measured, block: usize) -> [f32; 5] {
        let group = self.groups[self.of_block[block] as usize];
        [
            log(group.blocks),
            log(group.words / group.blocks),
            group.linked / group.words.max(1.0),
            group.closed / group.blocks,
            group.words / page.all_words(),
        ]
    }
}

impl Group {
    fn add(&mut self, page: &Measured, block: usize) {
        let words = page.words(block);
        self.blocks += 1.0;
        self.words += words;
        self.linked += words * page.links[block];
        self.closed += f32::from(u8::from(page.texts[block].ends_sentence));
    }
}

fn signature(page: &Measured, element: usize) -> u32 {
    let kind = page.input.elements[element].kind;
    page.input.kinds[kind as usize].signature
}

/// Hashes the signatures of an element and the two around it.
fn place(page: &Measured, element: usize) -> u32 {
    let parent = page.input.parent(element);
    let around = [element, parent, page.input.parent(parent)];
    around
        .into_iter()
        .fold(0, |sum, at| mix(sum, signature(page, at)))
}

/// Hashes the names of all elements around each element, itself included.
fn paths(page: &Measured) -> Vec<u32> {
    let mut paths: Vec<u32> = Vec::with_capacity(page.input.elements.len());
    for element in &page.input.elements {
        let around = paths.get(element.parent as usize).copied().unwrap_or(0);
        paths.push(mix(around, u32::from(element.tag.0)));
    }
    paths
}
