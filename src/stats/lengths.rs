//! How long texts are before and after cleaning, counted in bins that grow as 1, 2, 5.

use serde::Serialize;

/// Number of bins.
const BINS: usize = 14;

/// Captures by the length of their page text, in the bins of [`Lengths::FROM`].
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Lengths {
    /// Before anything was removed.
    pub before: [u64; BINS],
    /// Without what was removed.
    pub after: [u64; BINS],
}

impl Lengths {
    /// Least number of bytes of each bin; the last has no end.
    pub const FROM: [u64; BINS] = [
        0, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
        1_000_000,
    ];

    /// Counts a capture by the bytes of its page text and those removed.
    pub(super) fn add(&mut self, before: u64, removed: u64) {
        self.before[bin(before)] += 1;
        self.after[bin(before.saturating_sub(removed))] += 1;
    }
}

fn bin(bytes: u64) -> usize {
    Lengths::FROM.partition_point(|&from| from <= bytes) - 1
}
