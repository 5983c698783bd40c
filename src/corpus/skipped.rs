//! What containers hold beside captures, counted by kind.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Most kinds that are told apart; what comes later is counted together.
const KINDS: usize = 100;
/// Most bytes of the name of a kind.
const NAME: usize = 60;
/// Stands for all kinds that are not told apart.
const OTHERS: &str = "of other kinds";

/// Counts of what was skipped.
#[derive(Debug, Default)]
pub(super) struct Skipped(Mutex<BTreeMap<String, u64>>);

impl Skipped {
    /// Counts one more of a kind.
    pub(super) fn count(&self, kind: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counts.contains_key(kind) || (counts.len() < KINDS && kind.len() <= NAME);
        let kind = if known { kind } else { OTHERS };
        *counts.entry(kind.to_owned()).or_default() += 1;
    }

    /// Begins anew.
    pub(super) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// Returns the counts.
    pub(super) fn counts(&self) -> BTreeMap<String, u64> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
