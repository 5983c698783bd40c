//! Blocks that stand or fall together: the lines of a listing of code, the items of a list.

use super::measure::Measured;
use super::tags::Tag;

/// Blocks that an item of a list may have, on average, for the list to be one of short items.
const BLOCKS_PER_ITEM: f32 = 1.5;
/// Share of the threshold that the items of a list have to reach together, where one of them reaches it alone.
const LIST_SHARE: f32 = 0.9;

/// Blocks above and below a listing of code among which one has to be content: a caption, a button to copy it between.
const NEAR_CODE: usize = 3;

/// The element that each block stands or falls with, if there is one.
#[derive(Debug)]
pub struct Units {
    /// The listing of code around each block.
    code: Vec<Option<usize>>,
    /// The nearest list of short items around each block.
    lists: Vec<Option<usize>>,
}

impl Units {
    /// Finds the units of a page.
    pub fn of(page: &Measured) -> Self {
        let is_code = |tag: Tag| tag == Tag::PRE;
        let is_list = |tag: Tag| matches!(tag, Tag::UL | Tag::OL | Tag::DL);
        let lists = around(page, is_list);
        let short = |list: usize| {
            let items = f32::from(page.input.elements[list].children);
            page.sums[list].blocks <= items * BLOCKS_PER_ITEM
        };
        Self {
            code: around(page, is_code),
            lists: lists
                .into_iter()
                .map(|list| list.filter(|&list| short(list)))
                .collect(),
        }
    }

    /// Tells whether a block is a line of code.
    pub(super) fn is_code(&self, block: usize) -> bool {
        self.code[block].is_some()
    }

    /// Gives every line of a listing the probability of the listing: the mean over its words.
    pub(super) fn level_code(&self, page: &Measured, probabilities: &mut [f32]) {
        for (blocks, mean) in means(&self.code, page, probabilities) {
            for block in blocks {
                probabilities[block] = mean;
            }
        }
    }

    /// Takes the listings of code that stand in the midst of what is taken: right below a block of it, and above another.
    pub(super) fn keep_code(&self, content: &mut [bool]) {
        let mut block = 0;
        while block < content.len() {
            let code = self.code[block..]
                .iter()
                .take_while(|code| code.is_some())
                .count();
            let end = block + code;
            let near = |mut blocks: std::ops::Range<usize>| blocks.any(|near| content[near]);
            let above = near(block.saturating_sub(NEAR_CODE)..block);
            if code > 0 && above && near(end..content.len().min(end + NEAR_CODE)) {
                content[block..end].fill(true);
            }
            block = end + 1;
        }
    }

    /// Takes all items of a list where one is taken and the list is likely enough: half a list misleads.
    pub(super) fn complete_lists(
        &self,
        page: &Measured,
        probabilities: &[f32],
        threshold: f32,
        content: &mut [bool],
    ) {
        for (blocks, mean) in means(&self.lists, page, probabilities) {
            let likely = mean >= threshold * LIST_SHARE;
            if likely && blocks.iter().any(|&block| content[block]) {
                for block in blocks {
                    content[block] = true;
                }
            }
        }
    }
}

/// Finds for each block the nearest element around it of some kind.
fn around(page: &Measured, is_wanted: impl Fn(Tag) -> bool) -> Vec<Option<usize>> {
    let elements = &page.input.elements;
    let mut nearest: Vec<Option<usize>> = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        let above = nearest.get(element.parent as usize).copied().flatten();
        nearest.push(if is_wanted(element.tag) {
            Some(index)
        } else {
            above
        });
    }
    let blocks = page.input.blocks.iter();
    blocks
        .map(|block| nearest.get(block.element as usize).copied().flatten())
        .collect()
}

/// Gathers the blocks of each unit, with the mean of their probabilities over their words.
fn means(
    units: &[Option<usize>],
    page: &Measured,
    probabilities: &[f32],
) -> Vec<(Vec<usize>, f32)> {
    let mut blocks: Vec<(usize, usize)> = units
        .iter()
        .enumerate()
        .filter_map(|(block, unit)| Some(((*unit)?, block)))
        .collect();
    blocks.sort_unstable();
    let mean = |blocks: &[(usize, usize)]| {
        let words = |block: usize| page.texts[block].words.max(1.0);
        let all: f32 = blocks.iter().map(|&(_, block)| words(block)).sum();
        let likely: f32 = blocks
            .iter()
            .map(|&(_, block)| words(block) * probabilities[block])
            .sum();
        (
            blocks.iter().map(|&(_, block)| block).collect(),
            likely / all,
        )
    };
    blocks
        .chunk_by(|one, two| one.0 == two.0)
        .map(mean)
        .collect()
}
