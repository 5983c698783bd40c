//! Running jobs side by side, in bounded batches, with results in the order of the jobs.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::job::Job;
use crate::error::Error;

/// Most jobs in a batch, for each thread.
const BATCH_JOBS: usize = 256;
/// Bytes of input after which a batch is full, for each thread.
const BATCH_BYTES: u64 = 4 << 20;

/// A number of threads that work on batches.
#[derive(Debug)]
pub struct Workers {
    pool: ThreadPool,
}

impl Workers {
    /// Starts threads; as many as the machine runs at once where no number is given.
    ///
    /// # Errors
    ///
    /// The system refuses the threads.
    pub fn new(threads: Option<usize>) -> Result<Self, Error> {
        ThreadPoolBuilder::new()
            .num_threads(threads.unwrap_or(0))
            .build()
            .map(|pool| Self { pool })
            .map_err(|error| Error::Usage(format!("{error}; give a smaller number of --threads")))
    }

    /// Works on all jobs, and hands the results over, batch by batch, in the order of the jobs.
    ///
    /// # Errors
    ///
    /// Those of `take`; the first one ends the run.
    pub fn run<T: Send>(
        &self,
        jobs: impl Iterator<Item = Job>,
        work: impl Fn(Job) -> T + Sync,
        mut take: impl FnMut(Vec<T>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let threads = self.pool.current_num_threads();
        let mut jobs = jobs;
        // Small batches first, so that the first results do not wait for many captures.
        let mut most = threads;
        loop {
            let batch = next_batch(&mut jobs, most, BATCH_BYTES * threads as u64);
            if batch.is_empty() {
                return Ok(());
            }
            let results = self
                .pool
                .install(|| batch.into_par_iter().map(&work).collect());
            take(results)?;
            most = (most * 2).min(BATCH_JOBS * threads);
        }
    }
}

fn next_batch(jobs: &mut impl Iterator<Item = Job>, most: usize, most_bytes: u64) -> Vec<Job> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < most && bytes < most_bytes {
        let Some(job) = jobs.next() else { break };
        bytes += job.bytes();
        batch.push(job);
    }
    batch
}
