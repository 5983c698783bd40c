//! The elements right around the block.

use super::{Columns, Family, Feature, feature};
use crate::html::outline::Hidden;
use crate::model::measure::Measured;

/// Children from which more tell nothing.
const CHILDREN: u16 = 50;

pub(super) static FAMILY: Family = Family {
    name: "tags",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("tag_inner", "the inline element that opens it"),
    feature("tag_own", "its element"),
    feature("tag_parent", "the element around it"),
    feature("tag_grandparent", "the element two levels around it"),
    feature("tag_depth", "how deep it stands in the page"),
    feature("tag_siblings", "how many elements stand beside its element"),
    feature("tag_heading", "the heading it is"),
    feature("tag_hidden", "that the page hides it"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    for (block, source) in page.input.blocks.iter().enumerate() {
        let elements = &page.input.elements;
        let own = page.elements[block];
        let parent = page.input.parent(own);
        let tag = |element: usize| f32::from(elements[element].tag.0);
        let is_hidden = |reasons: Hidden| f32::from(u8::from(source.hidden.meets(reasons)));
        columns.set(
            block,
            &[&[
                tag(source.element as usize),
                tag(own),
                tag(parent),
                tag(page.input.parent(parent)),
                f32::from(elements[own].depth),
                f32::from(elements[parent].children.min(CHILDREN)),
                f32::from(page.headings[block]),
                is_hidden(Hidden::ATTRIBUTE | Hidden::STYLE | Hidden::CLASS),
            ]],
        );
    }
}
