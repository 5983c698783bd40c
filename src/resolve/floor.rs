//! What has to stay of a text capture: rules that leave nothing of it have taken its text for dross.

use super::Because;
use crate::page::Page;
use crate::rule::{Claim, Evidence};

/// Of so many bytes that a capture shows, one has to stay.
const ONE_OF: usize = 20;
/// Bytes that have to go, beyond what finders name word for word, before a capture is one that held text or data.
const TEXT: usize = 80;

/// Lets the claims of rules fall where next to nothing of a text capture would stay.
///
/// What settings, profiles and markup ask for is left out: it is nobody's guess.
pub(super) fn keep(page: &Page<'_>, claims: &[Claim], verdicts: &mut [Because]) {
    if page.markup().is_some() {
        return;
    }
    let guessed = |claim: &Claim, verdict: Because| {
        verdict.stands()
            && verdict != Because::Asked
            && matches!(claim.evidence, Evidence::Words | Evidence::Around)
    };
    let (mut gone, mut open) = (vec![0; page.blocks().len()], vec![0; page.blocks().len()]);
    for (claim, &verdict) in claims.iter().zip(&*verdicts) {
        let shown = page.shown(claim.block()).len();
        let bytes = if claim.whole {
            shown
        } else {
            claim.span().end - claim.span().start
        };
        let add = |sum: &mut usize| *sum = shown.min(*sum + bytes);
        if verdict.stands() {
            add(&mut gone[claim.block()]);
        }
        if guessed(claim, verdict) && !claim.named && !claim.fills_pages {
            add(&mut open[claim.block()]);
        }
    }
    let all: usize = (0..gone.len()).map(|block| page.shown(block).len()).sum();
    let left = all - gone.iter().sum::<usize>();
    if left * ONE_OF >= all || open.iter().sum::<usize>() < TEXT {
        return;
    }
    for (claim, verdict) in claims.iter().zip(verdicts) {
        if guessed(claim, *verdict) {
            *verdict = Because::Floor;
        }
    }
}
