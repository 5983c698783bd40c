//! What the model looks at: the list of all features, and the table of their values.
//!
//! One file a family. A family names its features and fills its columns for all blocks of a page.

mod ancestors;
mod candidate;
mod containers;
mod links;
mod neighbours;
mod paths;
mod position;
mod runs;
mod signals;
mod tags;
mod text;
mod titles;
mod whole;
mod words;

use super::measure::Measured;

/// One number about a block.
#[derive(Debug, Clone, Copy)]
pub struct Feature {
    /// Name, unique in the list.
    pub name: &'static str,
    /// What it means, to be read after "because of".
    pub meaning: &'static str,
}

/// Features that are worked out together.
pub struct Family {
    /// Name.
    pub name: &'static str,
    /// Its features, in the order of their columns.
    pub features: &'static [Feature],
    /// Fills its columns for all blocks.
    pub fill: fn(&Measured, &mut Columns),
}

/// All families; the order is that of the columns.
pub static FAMILIES: &[&Family] = &[
    &text::FAMILY,
    &links::FAMILY,
    &tags::FAMILY,
    &ancestors::FAMILY,
    &position::FAMILY,
    &neighbours::FAMILY,
    &containers::FAMILY,
    &paths::FAMILY,
    &titles::FAMILY,
    &whole::FAMILY,
    &candidate::FAMILY,
    &signals::FAMILY,
    &runs::FAMILY,
    &words::FAMILY,
];

/// Returns the features of all families, in the order of their columns.
pub fn features() -> impl Iterator<Item = &'static Feature> {
    FAMILIES.iter().flat_map(|family| family.features)
}

/// The values of all features: one row a block.
#[derive(Debug, Default)]
pub struct Table {
    /// Values, row by row.
    pub values: Vec<f32>,
    /// Values in a row.
    pub width: usize,
}

/// The columns of one family.
pub struct Columns<'a> {
    table: &'a mut Table,
    first: usize,
    count: usize,
}

impl Columns<'_> {
    /// Sets the values of one block, given in parts.
    pub(super) fn set(&mut self, block: usize, parts: &[&[f32]]) {
        let at = block * self.table.width + self.first;
        let mut row = &mut self.table.values[at..at + self.count];
        for part in parts {
            let (here, rest) = row.split_at_mut(part.len());
            here.copy_from_slice(part);
            row = rest;
        }
        debug_assert!(row.is_empty(), "a family sets all its columns");
    }
}

impl Table {
    /// Works out all features of a page.
    pub fn of(page: &Measured) -> Self {
        let mut table = Self::empty(page);
        for family in 0..FAMILIES.len() {
            table.fill(page, family);
        }
        table
    }

    /// Makes the table of a page, all values 0.
    pub fn empty(page: &Measured) -> Self {
        let width = features().count();
        let values = vec![0.0; width * page.input.blocks.len()];
        Self { values, width }
    }

    /// Works out the features of one of [`FAMILIES`].
    pub fn fill(&mut self, page: &Measured, family: usize) {
        let first = FAMILIES[..family]
            .iter()
            .map(|family| family.features.len())
            .sum();
        let count = FAMILIES[family].features.len();
        let table = self;
        (FAMILIES[family].fill)(
            page,
            &mut Columns {
                table,
                first,
                count,
            },
        );
    }

    /// Fills the last column, the scores of path words.
    pub fn set_path_scores(&mut self, scores: &[f32]) {
        for (row, score) in self.values.chunks_exact_mut(self.width).zip(scores) {
            row[self.width - 1] = *score;
        }
    }

    /// Returns the values of one block.
    pub fn row(&self, block: usize) -> &[f32] {
        &self.values[block * self.width..][..self.width]
    }
}

/// Declares one feature.
const fn feature(name: &'static str, meaning: &'static str) -> Feature {
    Feature { name, meaning }
}
