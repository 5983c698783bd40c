//! From arguments to a run: configuration, plan, inputs, workers.

use std::io::{ErrorKind, IsTerminal, stdin};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use undross::config::MAX_BYTES;
use undross::corpus::{
    Batch, Batches, Choice, Failure, Ignored, Inputs, Job, Reading, Workers, too_large,
};
use undross::outcome::Status;
use undross::record::Record;
use undross::{Capture, Error, Outcome, process};

use super::args::{InputArgs, SettingsArgs};
use super::failures::{Failures, Read};
use super::interrupt;
use super::out::{counted, grouped, say};
use super::plans::{Planned, Plans};
use super::progress::Progress;

/// All that a command over captures needs.
pub(super) struct Setup {
    pub(super) plans: Plans,
    pub(super) inputs: Inputs,
    pub(super) reading: Reading,
    /// Which captures of the inputs are read.
    pub(super) choice: Choice,
    workers: Workers,
    pub(super) progress: Progress,
    failures: Mutex<Failures>,
    /// Fewest captures that have to be found.
    least: Option<u64>,
}

/// A capture that was cleaned, and what it was cleaned by.
#[derive(Clone, Copy)]
pub(super) struct Cleaned<'c> {
    pub(super) job: &'c Job,
    pub(super) capture: &'c Capture<'c>,
    pub(super) outcome: &'c Outcome<'c>,
    pub(super) planned: &'c Planned,
}

/// What came of one capture: a value unless it could not be read, a failure unless it is fine.
pub(super) struct Done<'p, T> {
    pub(super) value: Option<T>,
    pub(super) failure: Option<Failure>,
    pub(super) planned: &'p Planned,
}

impl Setup {
    pub(super) fn new(input: &InputArgs, settings: &SettingsArgs) -> Result<Self, Error> {
        let inputs = Inputs::new(&paths(input)?)?;
        let mut reading = Reading {
            form: input.from.form(),
            field: input.field.clone(),
            id_field: input.id_field.clone(),
            encoding: input.encoding,
            site: input.site_from(),
            max_bytes: MAX_BYTES,
            ignored: match input.no_ignore {
                true => Ignored::Read,
                false => Ignored::LeftOut,
            },
        };
        inputs.check(&reading)?;
        let plans = Plans::new(settings, input.max_bytes, inputs.folders(&reading))?;
        reading.max_bytes = plans.max_bytes();
        Ok(Self {
            plans,
            inputs,
            reading,
            choice: Choice::default(),
            workers: Workers::new(input.threads.map(usize::from)),
            progress: Progress::hidden(),
            failures: Mutex::default(),
            least: input.min_captures,
        })
    }

    /// Shows how far the run has come over so many bytes of input, where that is known.
    pub(super) fn show_progress(&mut self, bytes: Option<u64>) {
        self.progress = Progress::new(bytes);
    }

    /// Works on every capture, lists those that fail, and hands the results over in order.
    ///
    /// An error of the work ends the run, unless it is about one capture's name.
    pub(super) fn each<'p, T: Send>(
        &'p self,
        work: impl Fn(Cleaned<'_>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(Vec<Done<'p, T>>) -> Result<(), Error> + Send,
    ) -> Result<Read, Error> {
        let work = |batch: Batch| -> Result<Vec<Done<'p, T>>, Error> {
            let (jobs, planned) = (batch.jobs.iter(), self.plans.get(batch.under));
            jobs.map(|job| self.work((job, planned), &work)).collect()
        };
        self.run(Batches::new(&self.choice), work, |batch| {
            let batch = batch?;
            self.count(batch.iter().map(|done| done.failure.as_ref()))?;
            take(batch)
        })?;
        Ok(self.read())
    }

    /// Works on every batch of captures, and hands the results over in order.
    pub(super) fn run<T: Send>(
        &self,
        batches: Batches,
        work: impl Fn(Batch) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Error> + Send,
    ) -> Result<(), Error> {
        let read = |give: &mut dyn FnMut(Batch) -> ControlFlow<()>| {
            let mut batches = batches;
            let push =
                &mut |folder: &Path, job| batches.push((job, self.plans.number(folder)), give);
            if self.inputs.each_job_of(&self.reading, push).is_continue() {
                batches.finish(give);
            }
        };
        let ended = self.workers.run(read, work, |result| {
            take(result)?;
            self.warn();
            interrupt::check()
        });
        self.warn();
        self.progress.finish();
        ended
    }

    /// Says what is odd about the inputs, though nothing of them is lost.
    fn warn(&self) {
        for warning in self.inputs.warnings() {
            self.tell(&warning.place, &warning.reason);
        }
    }

    /// Says something of a place in the inputs.
    fn tell(&self, place: &str, reason: &str) {
        self.progress
            .suspend(|| say(format_args!("undross: {place}: {reason}")));
    }

    /// Says why a capture is to be looked at, alike ones once.
    fn tell_damage(&self, job: &Job, damage: &str) {
        let damaged = job.failure(damage.to_owned());
        if self.failures().add_damage(&damaged) {
            self.tell(&damaged.place, damage);
        }
    }

    /// Counts captures that are done, and lists those that failed, alike ones once.
    ///
    /// # Errors
    ///
    /// The first rows all failed alike.
    pub(super) fn count<'f>(
        &self,
        failures: impl ExactSizeIterator<Item = Option<&'f Failure>>,
    ) -> Result<(), Error> {
        let captures = failures.len();
        let mut counts = self.failures();
        let before = counts.failed();
        for failure in failures {
            if let Some(failure) = counts.add(failure)? {
                self.tell(&failure.place, &failure.reason);
            }
        }
        let failed = usize::try_from(counts.failed() - before).unwrap_or(usize::MAX);
        self.progress
            .add(captures, failed, self.inputs.bytes_read());
        Ok(())
    }

    fn failures(&self) -> MutexGuard<'_, Failures> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells what was read once all is done, and says what a user has to know of it.
    pub(super) fn read(&self) -> Read {
        let failures = self.failures();
        failures.say_more();
        if !self.are_enough(failures.fine()) {
            return Read::Partly;
        }
        if failures.captures() == 0 {
            say(format_args!(
                "undross: warning: no capture was found; check the path and --from; \
                 files in folders whose names begin with a dot, and those that an ignore file names, are left out"
            ));
        }
        match failures.failed() {
            0 => Read::Wholly,
            _ => Read::Partly,
        }
    }

    /// Tells whether as many captures could be read as `--min-captures` asks for, and says so where they could not.
    pub(super) fn are_enough(&self, fine: u64) -> bool {
        let Some(least) = self.least.filter(|least| fine < *least) else {
            return true;
        };
        let (found, least) = (counted(fine, "capture"), grouped(least));
        say(format_args!(
            "undross: {found} could be read, and --min-captures asks for {least}; check the inputs"
        ));
        false
    }

    /// Cleans one capture; an error ends the run.
    pub(super) fn work<'p, T>(
        &self,
        (job, planned): (&Job, &'p Planned),
        work: impl Fn(Cleaned<'_>) -> Result<T, Error>,
    ) -> Result<Done<'p, T>, Error> {
        let max_bytes = planned.config.max_bytes.value;
        let worked = job.work(&self.reading, |capture| {
            if capture.bytes.len() as u64 > max_bytes {
                return Ok(Done::failed(job.failure(too_large(max_bytes)), planned));
            }
            if let Some(damage) = &capture.damage {
                self.tell_damage(job, damage);
            }
            let outcome = process(capture, &planned.plan);
            if let (Some(reason), None) = (outcome.status().reason(), &capture.damage)
                && outcome.page().markup().is_none()
                && !matches!(outcome.status(), Status::Failed(_))
            {
                self.tell_damage(job, reason);
            }
            let value = work(Cleaned {
                job,
                capture,
                outcome: &outcome,
                planned,
            })?;
            Ok(Done {
                value: Some(value),
                failure: failure(job, &outcome),
                planned,
            })
        });
        match worked {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => bad_name(job, error).map(|failure| Done::failed(failure, planned)),
            Err(failure) => Ok(Done::failed(failure, planned)),
        }
    }
}

impl<'c> Cleaned<'c> {
    /// Writes down what came of it, with the tidy text.
    pub(super) fn record(self) -> Record<'c> {
        Record::with_text(self.capture, self.outcome, &self.planned.plan)
    }
}

impl<'p, T> Done<'p, T> {
    const fn failed(failure: Failure, planned: &'p Planned) -> Self {
        Self {
            value: None,
            failure: Some(failure),
            planned,
        }
    }
}

fn failure(job: &Job, outcome: &Outcome<'_>) -> Option<Failure> {
    match outcome.status() {
        Status::Failed(reason) => Some(job.failure(reason.clone())),
        _ => None,
    }
}

/// Makes it a failure of one capture that the system refuses its name.
fn bad_name(job: &Job, error: Error) -> Result<Failure, Error> {
    match &error {
        Error::Write { source, .. } if source.kind() == ErrorKind::InvalidFilename => {
            Ok(job.failure(error.to_string()))
        }
        _ => Err(error),
    }
}

fn paths(input: &InputArgs) -> Result<Vec<PathBuf>, Error> {
    if !input.inputs.is_empty() {
        return Ok(input.inputs.clone());
    }
    if stdin().is_terminal() {
        let message = "no input; name files or folders, or `-` for standard input";
        return Err(Error::Usage(message.to_owned()));
    }
    Ok(vec![PathBuf::from("-")])
}
