//! What names, classes and ids around the block say; see `path`.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::Measured;

pub(super) static FAMILY: Family = Family {
    name: "words",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[feature(
    "names_around",
    "the names and classes of the elements around it",
)];

/// Leaves its column: the table of words is part of what is trained, so it is filled by who has one.
fn fill(_: &Measured, _: &mut Columns) {}
