//! How many levels up an element of a name, or of a group of class words, stands.

use super::{Columns, Family, Feature, feature};
use crate::model::lexicon::GROUPS;
use crate::model::measure::Measured;
use crate::model::tags::Tag;

/// Levels from which it is all the same.
const FAR: u8 = 15;

pub(super) static FAMILY: Family = Family {
    name: "ancestors",
    features: FEATURES,
    fill,
};

const TAGS: [Tag; 17] = [
    Tag::named("article"),
    Tag::named("main"),
    Tag::named("aside"),
    Tag::named("nav"),
    Tag::named("header"),
    Tag::named("footer"),
    Tag::named("section"),
    Tag::named("form"),
    Tag::named("ul"),
    Tag::named("ol"),
    Tag::named("li"),
    Tag::named("table"),
    Tag::named("td"),
    Tag::named("pre"),
    Tag::named("figure"),
    Tag::named("dl"),
    Tag::named("p"),
];

const COUNT: usize = TAGS.len() + GROUPS.len();

const FEATURES: &[Feature] = &[
    feature("in_article", "the distance to an article element"),
    feature("in_main", "the distance to the main element"),
    feature("in_aside", "the distance to an aside element"),
    feature("in_nav", "the distance to a nav element"),
    feature("in_header", "the distance to a header element"),
    feature("in_footer", "the distance to a footer element"),
    feature("in_section", "the distance to a section element"),
    feature("in_form", "the distance to a form"),
    feature("in_ul", "the distance to a list"),
    feature("in_ol", "the distance to a numbered list"),
    feature("in_li", "the distance to a list item"),
    feature("in_table", "the distance to a table"),
    feature("in_td", "the distance to a table cell"),
    feature("in_pre", "the distance to preformatted text"),
    feature("in_figure", "the distance to a figure"),
    feature("in_dl", "the distance to a definition list"),
    feature("in_p", "the distance to a paragraph"),
    feature("class_comment", "a class that speaks of comments"),
    feature("class_sidebar", "a class that speaks of a sidebar"),
    feature("class_related", "a class that speaks of related pages"),
    feature("class_navigation", "a class that speaks of navigation"),
    feature("class_footer", "a class that speaks of a footer"),
    feature("class_header", "a class that speaks of a header"),
    feature("class_promotion", "a class that speaks of advertising"),
    feature("class_share", "a class that speaks of sharing"),
    feature("class_author", "a class that speaks of an author"),
    feature("class_details", "a class that speaks of dates and tags"),
    feature("class_dialog", "a class that speaks of a dialog"),
    feature("class_pages", "a class that speaks of page numbers"),
    feature("class_item", "a class that speaks of list items"),
    feature("class_content", "a class that speaks of content"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let distances = distances(page);
    for (block, source) in page.input.blocks.iter().enumerate() {
        columns.set(block, &[&distances[source.element as usize].map(f32::from)]);
    }
}

fn distances(page: &Measured) -> Vec<[u8; COUNT]> {
    let input = page.input;
    let mut all: Vec<[u8; COUNT]> = Vec::with_capacity(input.elements.len());
    for (index, element) in input.elements.iter().enumerate() {
        let around = if index == 0 {
            [FAR; COUNT]
        } else {
            all[element.parent as usize]
        };
        let mut own = around.map(|distance| (distance + 1).min(FAR));
        if let Some(at) = TAGS.iter().position(|tag| *tag == element.tag) {
            own[at] = 0;
        }
        let mut groups = input.kinds[element.kind as usize].groups;
        while groups != 0 {
            own[TAGS.len() + groups.trailing_zeros() as usize] = 0;
            groups &= groups - 1;
        }
        all.push(own);
    }
    all
}
