//! The block model as a finder.

use super::Target;
use crate::model::forest::Model;
use crate::model::{Choice, Headline, Judgement, Profile};
use crate::page::Page;
use crate::rule::{Claims, Strength};

/// Share of a page's threshold under which a block is surely no content.
const SURE_SHARE: f32 = 0.25;

/// The rule that goes by the block model, and how it is to choose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge {
    pub(super) target: Target,
    pub(super) profile: Profile,
    pub(super) headline: Headline,
    /// A model in the place of the one that ships.
    pub(super) model: Option<&'static Model<'static>>,
}

impl Judge {
    pub(super) fn judge(self, page: &Page<'_>) -> Option<Judgement> {
        match self.model {
            Some(model) => Judgement::by(model, page, self.profile, self.headline),
            None => Judgement::of(page, self.profile, self.headline),
        }
    }

    /// Claims every block that is judged to be no content.
    pub(super) fn claim(self, page: &Page<'_>, judgement: &Judgement, claims: &mut Claims) {
        claims.claim_for(self.target.rule, &self.target.find);
        let Choice {
            content, threshold, ..
        } = &judgement.choice;
        for index in (0..content.len()).filter(|&index| !content[index]) {
            let sure = judgement.probabilities[index] < threshold * SURE_SHARE;
            let strength = if sure {
                Strength::Sure
            } else {
                Strength::Likely
            };
            claims.block_as(page, index, strength);
        }
    }
}
