//! Dates and the words of comment threads, and how dense they stand.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};
use crate::model::signals::{has_date, speaks_of_comments};

/// Words up to which a block can be a dateline.
const DATELINE_WORDS: f32 = 40.0;
/// Words up to which a block can be a label of comments.
const LABEL_WORDS: f32 = 10.0;
/// Blocks on either side in which dates are dense or not.
const REACH: usize = 4;

pub(super) static FAMILY: Family = Family {
    name: "signals",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("date_per_word", "how dense dates are around it"),
    feature("date_before", "how many dates stand before it"),
    feature("date_after", "how many dates stand after it"),
    feature("date_page", "how many dates the page has"),
    feature("date_page_share", "how many blocks of the page have a date"),
    feature(
        "comment_words",
        "the words since the last label of comments",
    ),
    feature(
        "comment_blocks",
        "the blocks since the last label of comments",
    ),
    feature(
        "comment_before",
        "how many labels of comments stand before it",
    ),
    feature(
        "comment_after",
        "how many labels of comments stand after it",
    ),
    feature("comment_page", "how many labels of comments the page has"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let dates = Marks::of(page, DATELINE_WORDS, has_date);
    let labels = Marks::of(page, LABEL_WORDS, speaks_of_comments);
    let mut last = None;
    for block in 0..page.len() {
        let [words, blocks] = since(page, last, block);
        columns.set(
            block,
            &[&[
                dates.per_word(page, block),
                dates.before[block],
                dates.all() - dates.before[block + 1],
                log(dates.all()),
                dates.all() / page.len() as f32,
                words,
                blocks,
                labels.before[block],
                labels.all() - labels.before[block + 1],
                log(labels.all()),
            ]],
        );
        if labels.here(block) > 0.0 {
            last = Some(block);
        }
    }
}

fn since(page: &Measured, last: Option<usize>, block: usize) -> [f32; 2] {
    let Some(last) = last else {
        return [99.0, 999.0];
    };
    [page.distance(last, block), (block - last).min(300) as f32]
}

/// How many marked blocks stand before each block.
struct Marks {
    before: Vec<f32>,
}

impl Marks {
    fn of(page: &Measured, most: f32, is_marked: fn(&str) -> bool) -> Self {
        let mut count = 0.0;
        let mut before = vec![0.0];
        for (text, source) in page.texts.iter().zip(&page.input.blocks) {
            let marked = text.words <= most && is_marked(source.text);
            count += f32::from(u8::from(marked));
            before.push(count);
        }
        Self { before }
    }

    fn all(&self) -> f32 {
        self.before.last().copied().unwrap_or_default()
    }

    fn here(&self, block: usize) -> f32 {
        self.before[block + 1] - self.before[block]
    }

    /// Returns the marks in a hundred words around a block.
    fn per_word(&self, page: &Measured, block: usize) -> f32 {
        let from = block.saturating_sub(REACH);
        let to = (block + REACH + 1).min(page.len());
        let marks = self.before[to] - self.before[from];
        let words = page.before[to] - page.before[from];
        marks / words.max(20.0) * 100.0
    }
}
