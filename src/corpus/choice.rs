//! Which captures of the input a run takes.

use sha2::{Digest, Sha256};

use super::job::Job;

/// A choice among captures; by default all.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Choice {
    /// Every n-th capture only, beginning with the i-th: one of `n` jobs over the same input.
    pub split: Option<Split>,
    /// A share of the captures, from 0.0 to 1.0, told by their names or lines: the same ones in any run.
    pub sample: Option<f64>,
    /// The first so many of those that are left.
    pub limit: Option<u64>,
}

/// One of several runs that share an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// Which one, from 1.
    pub number: u64,
    /// Of how many.
    pub of: u64,
}

/// Walks over captures and chooses.
#[derive(Debug)]
pub(super) struct Chooser {
    choice: Choice,
    seen: u64,
    taken: u64,
}

impl Chooser {
    pub(super) const fn new(choice: &Choice) -> Self {
        Self {
            choice: *choice,
            seen: 0,
            taken: 0,
        }
    }

    /// Tells whether the next capture is chosen.
    pub(super) fn takes(&mut self, job: &Job) -> bool {
        let nth = self.seen;
        self.seen += 1;
        let here = self
            .choice
            .split
            .is_none_or(|split| nth % split.of == split.number - 1);
        let takes = here
            && self
                .choice
                .sample
                .is_none_or(|share| lot(&job.key()) < share)
            && !self.is_done();
        self.taken += u64::from(takes);
        takes
    }

    /// Tells whether no further capture is chosen.
    pub(super) fn is_done(&self) -> bool {
        self.choice.limit.is_some_and(|limit| self.taken >= limit)
    }
}

/// Draws a number from 0.0 to 1.0 for a key, always the same.
fn lot(key: &[u8]) -> f64 {
    let hash = Sha256::digest(key);
    let drawn = u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]);
    f64::from(drawn) / (f64::from(u32::MAX) + 1.0)
}
