//! The whole road of the model for one page, and the reasons for what it says.

use super::decide::{Choice, Headline, Profile, decide};
use super::features::{Feature, Table, features};
use super::forest::{Leaves, MODEL, Model};
use super::input::Input;
use super::measure::Measured;
use super::path;
use super::units::Units;
use crate::page::Page;

/// What the model says about the blocks of a page.
#[derive(Debug)]
pub struct Judgement {
    /// How likely each block is content, from 0.0 to 1.0.
    pub probabilities: Vec<f32>,
    /// Which blocks are chosen, and how sure that is.
    pub choice: Choice,
    table: Table,
    leaves: Leaves,
    model: &'static Model<'static>,
}

/// A feature that moved the score of a block.
#[derive(Debug, Clone, Copy)]
pub struct Reason {
    /// The feature.
    pub feature: &'static Feature,
    /// What the block has there.
    pub value: f32,
    /// By how much it moved the logarithm of odds: above 0 towards content.
    pub part: f32,
}

impl Judgement {
    /// Judges a web page by the model that ships; `None` for any other text, for one that is laid out from what a script
    /// states as its body (that is content all of it), and for one that is too long or laid out without a tree.
    pub fn of(page: &Page, profile: Profile, headline: Headline) -> Option<Self> {
        Self::by(&MODEL, page, profile, headline)
    }

    /// Judges a web page by another model, such as one that never saw its site.
    pub fn by(
        model: &'static Model<'static>,
        page: &Page,
        profile: Profile,
        headline: Headline,
    ) -> Option<Self> {
        page.markup().filter(|markup| markup.can_be_judged())?;
        let input = Input::of(page)?;
        Some(Self::of_measured(
            model,
            &Measured::of(&input),
            profile,
            headline,
        ))
    }

    /// Judges a page that is measured.
    fn of_measured(
        model: &'static Model<'static>,
        page: &Measured,
        profile: Profile,
        headline: Headline,
    ) -> Self {
        let mut table = Table::of(page);
        table.set_path_scores(&path::scores(page, &model.weights));
        let (mut probabilities, leaves) = model.scores(&table);
        let units = Units::of(page);
        units.level_code(page, &mut probabilities);
        let title = page.title.block;
        Self {
            choice: decide((page, &units), &probabilities, profile, (headline, title)),
            probabilities,
            leaves,
            table,
            model,
        }
    }

    /// Returns up to `most` features that moved the score of a block, the strongest first; works only when it is asked.
    ///
    /// The parts of all features and [`base`](super::forest::Model::base) make up the score.
    pub fn reasons(&self, block: usize, most: usize) -> Vec<Reason> {
        let row = self.table.row(block);
        let mut parts = vec![0.0; row.len()];
        self.model.parts(&self.leaves, block, &mut parts);
        let strongest = strongest(&parts, most).into_iter();
        let reason = |feature: usize| Reason {
            feature: features()
                .nth(feature)
                .expect("parts are those of features"),
            value: row[feature],
            part: parts[feature],
        };
        strongest.map(reason).collect()
    }
}

/// Returns the positions of up to `most` parts that are not 0, the strongest first.
fn strongest(parts: &[f32], most: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::with_capacity(parts.len());
    found.extend((0..parts.len()).filter(|at| parts[*at] != 0.0));
    let stronger = |a: &usize, b: &usize| parts[*b].abs().total_cmp(&parts[*a].abs());
    if found.len() > most {
        found.select_nth_unstable_by(most, stronger);
        found.truncate(most);
    }
    found.sort_unstable_by(stronger);
    found
}
