//! The page as a whole; the same for all its blocks.

use super::{Columns, Family, Feature, feature};
use crate::html::outline::Hidden;
use crate::model::measure::{Measured, log};
use crate::model::tags::Tag;

/// Words of a long block.
const LONG: f32 = 30.0;

pub(super) static FAMILY: Family = Family {
    name: "page",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("page_blocks", "how many blocks the page has"),
    feature("page_words", "how many words the page has"),
    feature("page_links", "how much of the page is link text"),
    feature("page_good", "how much of the page is running text"),
    feature("page_closed", "how much of the page ends in sentences"),
    feature("page_mean", "how long the blocks of the page are"),
    feature(
        "page_paragraphs",
        "how much of the page stands in paragraphs",
    ),
    feature("page_longest", "the longest block of the page"),
    feature("page_long", "how many blocks of the page are long"),
    feature("page_hidden", "how much of the page is hidden"),
    feature(
        "page_noscript",
        "how much of the page is shown without scripts only",
    ),
    feature("block_share", "how much of the page it is"),
    feature(
        "block_of_longest",
        "how long it is beside the longest block",
    ),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let all = page.all_words();
    let longest = page.texts.iter().map(|text| text.words).fold(1.0, f32::max);
    let whole = whole(page, longest);
    for (block, text) in page.texts.iter().enumerate() {
        let own = [text.words / all, text.words / longest];
        columns.set(block, &[&whole, &own]);
    }
}

fn whole(page: &Measured, longest: f32) -> [f32; 11] {
    let all = page.all_words();
    let count = page.len().max(1) as f32;
    let root = page.sums.first().copied().unwrap_or_default();
    let share_where = |is: &dyn Fn(usize) -> bool| {
        let words = (0..page.len())
            .filter(|block| is(*block))
            .map(|block| page.words(block));
        words.sum::<f32>() / all
    };
    let hidden_by = |block: usize| page.input.blocks[block].hidden;
    let long = page.texts.iter().filter(|text| text.words >= LONG).count();
    [
        log(count),
        log(all),
        root.link_share(),
        page.all_good() / all,
        root.closed_share(),
        all / count,
        share_where(&|block| page.input.elements[page.elements[block]].tag == Tag::P),
        log(longest),
        long as f32 / count,
        share_where(&|block| hidden_by(block) != Hidden::default()),
        share_where(&|block| hidden_by(block).meets(Hidden::NOSCRIPT)),
    ]
}
