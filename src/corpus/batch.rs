//! From single jobs to batches of chosen captures; where they begin and end depends on the input alone.

use std::ops::ControlFlow;

use super::choice::{Choice, Chooser};
use super::job::Job;

/// Most captures in a batch.
const MOST: usize = 64;
/// Bytes of input after which a batch is full.
const BYTES: u64 = 1 << 20;

/// Captures that are worked on together.
#[derive(Debug)]
pub struct Batch {
    /// The captures, in order.
    pub jobs: Vec<Job>,
    /// Number of the shard that they belong to.
    pub shard: usize,
    /// Number of what applies to all of them.
    pub under: usize,
}

/// Gathers jobs.
#[derive(Debug)]
pub struct Batches {
    chooser: Chooser,
    shard_bytes: u64,
    jobs: Vec<Job>,
    bytes: u64,
    /// Most jobs in this batch: the first are small, so that the first results do not wait for many captures.
    most: usize,
    shard: usize,
    in_shard: u64,
    under: usize,
}

impl Batches {
    /// Prepares for one shard that never ends.
    pub fn new(choice: &Choice) -> Self {
        Self::of_shards(choice, u64::MAX)
    }

    /// Prepares for shards that end with the batch in which they reach this many bytes of input.
    pub fn of_shards(choice: &Choice, shard_bytes: u64) -> Self {
        Self {
            chooser: Chooser::new(choice),
            shard_bytes,
            jobs: Vec::new(),
            bytes: 0,
            most: 1,
            shard: 0,
            in_shard: 0,
            under: 0,
        }
    }

    /// Adds a job if it is chosen, and gives a batch when it is full; breaks when no more are wanted.
    ///
    /// Jobs share a batch only if they are under the same, which the caller numbers.
    pub fn push(
        &mut self,
        (job, under): (Job, usize),
        give: &mut dyn FnMut(Batch) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if under != self.under {
            self.give(give)?;
            self.under = under;
        }
        if self.chooser.takes(&job) {
            self.bytes += job.bytes();
            self.jobs.push(job);
        }
        let done = self.chooser.is_done();
        let full = self.jobs.len() >= self.most || self.bytes >= BYTES;
        if done || full || self.in_shard + self.bytes >= self.shard_bytes {
            self.give(give)?;
        }
        match done {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }

    /// Gives what is left.
    pub fn finish(mut self, give: &mut dyn FnMut(Batch) -> ControlFlow<()>) {
        let _ = self.give(give);
    }

    fn give(&mut self, give: &mut dyn FnMut(Batch) -> ControlFlow<()>) -> ControlFlow<()> {
        if self.jobs.is_empty() {
            return ControlFlow::Continue(());
        }
        let batch = Batch {
            jobs: std::mem::take(&mut self.jobs),
            shard: self.shard,
            under: self.under,
        };
        self.in_shard += std::mem::take(&mut self.bytes);
        self.most = (self.most * 2).min(MOST);
        if self.in_shard >= self.shard_bytes {
            self.shard += 1;
            self.in_shard = 0;
        }
        give(batch)
    }
}
