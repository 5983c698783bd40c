//! Running batches side by side: results come in the order of the batches, and no more than a few wait at any time.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, available_parallelism};

use crate::error::Error;

/// Batches that wait to be worked on, for each thread.
const WAITING: usize = 2;
/// Batches that were given and not taken yet, for each thread; one slow batch holds up the taking of all behind it.
const OPEN: usize = 16;

/// A number of threads that work on batches.
///
/// The thread that reads works too where all others are busy: so as many threads run as were asked for.
#[derive(Debug)]
pub struct Workers {
    threads: usize,
}

impl Workers {
    /// Plans for so many threads; as many as the machine runs at once where no number is given.
    pub fn new(threads: Option<usize>) -> Self {
        let machine = || available_parallelism().map_or(1, usize::from);
        Self {
            threads: threads.unwrap_or_else(machine).max(1),
        }
    }

    /// Works on all batches that `read` gives, and hands the results over in the order of the batches.
    ///
    /// # Errors
    ///
    /// Those of `take`; the first one ends the run.
    pub fn run<B: Send, T: Send>(
        &self,
        read: impl FnOnce(&mut dyn FnMut(B) -> ControlFlow<()>),
        work: impl Fn(B) -> T + Sync,
        take: impl FnMut(T) -> Result<(), Error> + Send,
    ) -> Result<(), Error> {
        let crew = Crew {
            line: Mutex::new(Line::new()),
            changed: Condvar::new(),
            work,
            take: Mutex::new(take),
            most_waiting: WAITING * (self.threads - 1),
            most_open: OPEN * self.threads,
        };
        thread::scope(|scope| {
            for _ in 1..self.threads {
                scope.spawn(|| crew.work_to_the_end());
            }
            let alarm = Alarm(&crew);
            read(&mut |batch| crew.give(batch));
            crew.change(|line| line.closed = true);
            drop(alarm);
            crew.work_to_the_end();
        });
        match crew.lock().failed.take() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}

/// What the threads share.
struct Crew<B, T, W, K> {
    line: Mutex<Line<B, T>>,
    changed: Condvar,
    work: W,
    take: Mutex<K>,
    most_waiting: usize,
    most_open: usize,
}

/// Where each batch is, told by its number.
struct Line<B, T> {
    waiting: VecDeque<(usize, B)>,
    done: BTreeMap<usize, T>,
    given: usize,
    taken: usize,
    /// Somebody is handing results over.
    taking: bool,
    /// No more batches come.
    closed: bool,
    /// Nobody works any more.
    ended: bool,
    failed: Option<Error>,
}

impl<B, T> Line<B, T> {
    const fn new() -> Self {
        Self {
            waiting: VecDeque::new(),
            done: BTreeMap::new(),
            given: 0,
            taken: 0,
            taking: false,
            closed: false,
            ended: false,
            failed: None,
        }
    }
}

impl<B, T, W, K> Crew<B, T, W, K> {
    fn lock(&self) -> MutexGuard<'_, Line<B, T>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Line<B, T>)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn wait<'l>(&self, line: MutexGuard<'l, Line<B, T>>) -> MutexGuard<'l, Line<B, T>> {
        self.changed
            .wait(line)
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl<B, T, W, K> Crew<B, T, W, K>
where
    W: Fn(B) -> T,
    K: FnMut(T) -> Result<(), Error>,
{
    /// Puts a batch in line; where the line is long, works instead.
    fn give(&self, batch: B) -> ControlFlow<()> {
        let mut line = self.lock();
        let number = line.given;
        line.given += 1;
        if line.waiting.len() < self.most_waiting {
            line.waiting.push_back((number, batch));
            self.changed.notify_all();
        } else {
            drop(line);
            self.finish(number, batch);
            line = self.lock();
        }
        while !line.ended && line.given - line.taken >= self.most_open {
            line = match line.waiting.pop_front() {
                Some((number, batch)) => {
                    drop(line);
                    self.finish(number, batch);
                    self.lock()
                }
                None => self.wait(line),
            };
        }
        match line.ended {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }

    fn work_to_the_end(&self) {
        let _alarm = Alarm(self);
        let mut line = self.lock();
        while !line.ended {
            line = match line.waiting.pop_front() {
                Some((number, batch)) => {
                    drop(line);
                    self.finish(number, batch);
                    self.lock()
                }
                None if line.closed => return,
                None => self.wait(line),
            };
        }
    }

    /// Works on a batch, and hands over all results that are due, unless somebody does so already.
    fn finish(&self, number: usize, batch: B) {
        let result = (self.work)(batch);
        let mut line = self.lock();
        line.done.insert(number, result);
        if line.taking {
            return;
        }
        line.taking = true;
        while let Some(result) = due(&mut line) {
            drop(line);
            let taken = {
                let mut take = self.take.lock().unwrap_or_else(PoisonError::into_inner);
                take(result)
            };
            line = self.lock();
            line.taken += 1;
            if let Err(error) = taken {
                (line.ended, line.failed) = (true, Some(error));
            }
            self.changed.notify_all();
        }
        line.taking = false;
    }
}

/// Returns the result that is to be handed over next, if it is there.
fn due<B, T>(line: &mut Line<B, T>) -> Option<T> {
    let next = line.taken;
    (!line.ended).then(|| line.done.remove(&next)).flatten()
}

/// Ends the run where a thread panics: the others would wait for it.
struct Alarm<'c, B, T, W, K>(&'c Crew<B, T, W, K>);

impl<B, T, W, K> Drop for Alarm<'_, B, T, W, K> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.change(|line| line.ended = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, most: u64) -> (Vec<u64>, Result<(), Error>) {
        let mut taken = Vec::new();
        let ended = Workers::new(Some(threads)).run(
            |give| {
                let _ = (0..1000).try_for_each(give);
            },
            |number: u64| {
                if number.is_multiple_of(97) {
                    thread::sleep(std::time::Duration::from_millis(2));
                }
                number * number
            },
            |square| {
                if square >= most {
                    return Err(Error::Interrupted);
                }
                taken.push(square);
                Ok(())
            },
        );
        (taken, ended)
    }

    #[test]
    fn results_come_in_the_order_of_the_batches_on_any_number_of_threads() {
        let wanted: Vec<u64> = (0..1000).map(|number| number * number).collect();
        for threads in [1, 2, 3, 8] {
            let (taken, ended) = squares(threads, u64::MAX);
            assert_eq!(taken, wanted, "{threads} threads");
            assert!(ended.is_ok());
        }
    }

    #[test]
    fn the_first_error_of_the_taker_ends_the_run() {
        for threads in [1, 2, 8] {
            let (taken, ended) = squares(threads, 100 * 100);
            assert_eq!(taken.len(), 100, "{threads} threads");
            assert!(matches!(ended, Err(Error::Interrupted)));
        }
    }
}
