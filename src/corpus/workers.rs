//! Running jobs side by side, in bounded batches, with results in the order of the jobs.

use std::ops::ControlFlow;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::job::{Give, Job};
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

    /// Works on all jobs that `read` gives, and hands the results over, batch by batch, in the order of the jobs.
    ///
    /// # Errors
    ///
    /// Those of `take`; the first one ends the run.
    pub fn run<T: Send>(
        &self,
        read: impl FnOnce(&mut Give<'_>) -> ControlFlow<()>,
        work: impl Fn(Job) -> T + Sync,
        mut take: impl FnMut(Vec<T>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let threads = self.pool.current_num_threads();
        // Small batches first, so that the first results do not wait for many captures.
        let mut most = threads;
        let (mut batch, mut bytes, mut ended) = (Vec::new(), 0, Ok(()));
        let mut finish = |batch: Vec<Job>| {
            take(
                self.pool
                    .install(|| batch.into_par_iter().map(&work).collect()),
            )
        };
        let whole = read(&mut |job: Job| {
            bytes += job.bytes();
            batch.push(job);
            if batch.len() < most && bytes < BATCH_BYTES * threads as u64 {
                return ControlFlow::Continue(());
            }
            ended = finish(std::mem::take(&mut batch));
            (bytes, most) = (0, (most * 2).min(BATCH_JOBS * threads));
            match ended {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        });
        match whole {
            ControlFlow::Continue(()) if !batch.is_empty() => finish(batch),
            _ => ended,
        }
    }
}
