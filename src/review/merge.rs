//! Merging two versions of a file of decisions that came from one: by what they are on, not by lines.

use std::collections::BTreeSet;

use super::decision::{Decision, Key};
use super::decisions::Decisions;
use super::file::joined;

/// What came of a merge.
#[derive(Debug, Default, PartialEq)]
pub struct Merged {
    /// The decisions of both sides.
    pub decisions: Decisions,
    /// On what they disagree: ours, then theirs. Neither is in `decisions`.
    pub conflicts: Vec<(Decision, Decision)>,
}

/// Merges two versions; `base` is what both began with.
///
/// What one side changed holds. Where both changed the same in different ways, one of them taking it back included, the
/// decision that was made holds over the one that was taken back, and two different decisions are a conflict.
pub fn merge(base: &Decisions, ours: &Decisions, theirs: &Decisions) -> Merged {
    let mut merged = Merged::default();
    let keys: BTreeSet<Key> = [ours, theirs]
        .into_iter()
        .flat_map(|side| side.iter().map(|decision| decision.key))
        .collect();
    for key in keys {
        match [base, ours, theirs].map(|side| side.get(&key)) {
            [base, ours, theirs] if base == theirs => keep(&mut merged, ours),
            [base, ours, theirs] if base == ours => keep(&mut merged, theirs),
            [_, Some(ours), Some(theirs)] if ours.decision != theirs.decision => {
                merged.conflicts.push((ours, theirs));
            }
            [_, Some(mut ours), Some(theirs)] => {
                ours.note = joined(vec![ours.note, theirs.note]);
                merged.decisions.set(ours);
            }
            [_, ours, theirs] => keep(&mut merged, ours.or(theirs)),
        }
    }
    merged
}

fn keep(merged: &mut Merged, decision: Option<Decision>) {
    if let Some(decision) = decision {
        merged.decisions.set(decision);
    }
}
