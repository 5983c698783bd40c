//! What the block model said of what was removed.

use std::borrow::Cow;

use crate::model::Judgement;
use crate::outcome::{Outcome, Removal};
use crate::plan::Plan;
use crate::resolve::Because;

/// Reasons of the block model that a record holds for each block.
const REASONS: usize = 3;

/// Returns what the block model said of the block that was removed, if its rule asked for it.
pub(super) fn judged<'a>(
    outcome: &'a Outcome<'_>,
    removal: &Removal<'_>,
) -> Option<(&'a Judgement, usize)> {
    let judgement = outcome
        .judgement()
        .filter(|_| removal.rules.contains(&"boilerplate"))?;
    Some((judgement, outcome.page().block_at(removal.span.start)))
}

/// Says what a removal goes by, beside its rule: what moved the score of the block model, or what its site shows.
pub(super) fn reasons(
    plan: &Plan,
    outcome: &Outcome<'_>,
    removal: &Removal<'_>,
) -> Vec<Cow<'static, str>> {
    let page = outcome.page();
    let learned = (removal.because == Because::Site)
        .then(|| plan.learned(page, page.block_at(removal.span.start)))
        .flatten();
    let judged = judged(outcome, removal).map(|(judged, block)| because(judged, block));
    let learned = learned.map(|learned| vec![learned.in_words().into()]);
    judged.or(learned).unwrap_or_default()
}

/// Names what moved the score of a block most.
fn because(judgement: &Judgement, block: usize) -> Vec<Cow<'static, str>> {
    let reasons = judgement.reasons(block, REASONS).into_iter();
    reasons
        .map(|reason| reason.feature.meaning.into())
        .collect()
}

/// Rounds to three digits: the model knows no more.
pub(super) fn rounded(share: f32) -> f32 {
    (share * 1000.0).round() / 1000.0
}
