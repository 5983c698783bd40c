//! From arguments to a run: configuration, plan, inputs, workers.

use std::collections::BTreeSet;
use std::io::{ErrorKind, IsTerminal, stdin};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use undross::config::{self, Chosen, Config, List, Origin, nearest};
use undross::corpus::{Batch, Batches, Choice, Failure, Ignored, Inputs, Job, Reading, Workers};
use undross::model::{Headline, Profile};
use undross::outcome::Status;
use undross::review::{self, Decisions};
use undross::rules::RULES;
use undross::settings::unknown;
use undross::{Capture, Error, Outcome, Plan, process};

use super::args::{InputArgs, SettingsArgs};
use super::failures::{Failures, Read};
use super::interrupt;
use super::out::{counted, grouped, say};
use super::progress::Progress;

/// All that a command over captures needs.
pub(super) struct Setup {
    pub(super) config: Config,
    pub(super) plan: Plan,
    /// The file of decisions that apply.
    pub(super) decisions: Option<PathBuf>,
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

/// What came of one capture: a value unless it could not be read, a failure unless it is fine.
pub(super) struct Done<T> {
    pub(super) value: Option<T>,
    pub(super) failure: Option<Failure>,
}

impl Setup {
    pub(super) fn new(input: &InputArgs, settings: &SettingsArgs) -> Result<Self, Error> {
        let paths = paths(input)?;
        let mut config = read_config(settings, &paths)?;
        if let Some(value) = input.max_bytes {
            let origin = Origin::CommandLine;
            config.max_bytes = Chosen { value, origin };
        }
        let plan = learned(config.plan()?, settings)?;
        let (plan, decisions) = reviewed(plan, settings, &paths)?;
        let setup = Self {
            plan,
            decisions,
            inputs: Inputs::new(&paths)?,
            reading: Reading {
                form: input.from.form(),
                field: input.field.clone(),
                id_field: input.id_field.clone(),
                encoding: input.encoding,
                site: input.site_from(),
                max_bytes: config.max_bytes.value,
                ignored: match input.no_ignore {
                    true => Ignored::Read,
                    false => Ignored::LeftOut,
                },
            },
            choice: Choice::default(),
            workers: Workers::new(input.threads.map(usize::from)),
            config,
            progress: Progress::hidden(),
            failures: Mutex::default(),
            least: input.min_captures,
        };
        setup.inputs.check(&setup.reading)?;
        Ok(setup)
    }

    /// Shows how far the run has come over so many bytes of input, where that is known.
    pub(super) fn show_progress(&mut self, bytes: Option<u64>) {
        self.progress = Progress::new(bytes);
    }

    /// Works on every capture, lists those that fail, and hands the results over in order.
    ///
    /// An error of the work ends the run, unless it is about one capture's name.
    pub(super) fn each<T: Send>(
        &self,
        work: impl Fn(&Job, &Capture<'_>, &Outcome<'_>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(Vec<Done<T>>) -> Result<(), Error> + Send,
    ) -> Result<Read, Error> {
        let work = |batch: Batch| -> Result<Vec<Done<T>>, Error> {
            let jobs = batch.jobs.iter();
            jobs.map(|job| self.work(job, &work)).collect()
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
            let push = &mut |job| batches.push(job, give);
            if self.inputs.each_job(&self.reading, push).is_continue() {
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
        let fine = failures.fine();
        if let Some(least) = self.least.filter(|least| fine < *least) {
            let (found, least) = (counted(fine, "capture"), grouped(least));
            say(format_args!(
                "undross: {found} could be read, and --min-captures asks for {least}; check the inputs"
            ));
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

    /// Cleans one capture; an error ends the run.
    pub(super) fn work<T>(
        &self,
        job: &Job,
        work: impl Fn(&Job, &Capture<'_>, &Outcome<'_>) -> Result<T, Error>,
    ) -> Result<Done<T>, Error> {
        let worked = job.work(&self.reading, |capture| {
            if let Some(damage) = &capture.damage {
                let damaged = job.failure(damage.clone());
                if self.failures().add_damage(&damaged) {
                    self.tell(&damaged.place, damage);
                }
            }
            let outcome = process(capture, &self.plan);
            let value = work(job, capture, &outcome)?;
            Ok((value, failure(job, &outcome)))
        });
        match worked {
            Ok(Ok((value, failure))) => Ok(Done {
                value: Some(value),
                failure,
            }),
            Ok(Err(error)) => bad_name(job, error).map(Done::failed),
            Err(failure) => Ok(Done::failed(failure)),
        }
    }
}

impl<T> Done<T> {
    const fn failed(failure: Failure) -> Self {
        Self {
            value: None,
            failure: Some(failure),
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

/// Reads the configuration that applies to some inputs, with the command line on top.
pub(super) fn read_config(args: &SettingsArgs, inputs: &[PathBuf]) -> Result<Config, Error> {
    let mut config = match config_path(args, inputs)? {
        Some(path) => Config::load(&path)?,
        None => Config::default(),
    };
    config.choose(List::RulesOff, &args.rules_off);
    config.choose(List::RulesOnly, &args.rules_only);
    config.choose(List::PassesOff, &args.passes_off);
    config.choose(List::PassesOn, &args.passes_on);
    choose(&mut config.profile, args.profile.as_deref(), Profile::ALL);
    choose(
        &mut config.headline,
        args.headline.as_deref(),
        Headline::ALL,
    );
    Ok(config)
}

/// Adds what was learned of sites to a plan, where a folder of it is named.
fn learned(plan: Plan, args: &SettingsArgs) -> Result<Plan, Error> {
    match &args.profile_dir {
        Some(folder) => Ok(plan.with_learned(&super::learn::profiles(folder)?)),
        None => Ok(plan),
    }
}

/// Adds the decisions of a review to a plan, where there are any; returns their file too.
fn reviewed(
    plan: Plan,
    args: &SettingsArgs,
    inputs: &[PathBuf],
) -> Result<(Plan, Option<PathBuf>), Error> {
    let path = match &args.decisions {
        _ if args.no_decisions => None,
        Some(path) => Some(path.clone()),
        None => nearest_of_all(review::FILE_NAME, "--decisions", inputs)?,
    };
    let Some(path) = path else {
        return Ok((plan, None));
    };
    let bytes = std::fs::read(&path).map_err(|error| Error::read(&path, error))?;
    let (decisions, damage) = Decisions::read(&bytes);
    let shown = path.display();
    for damage in damage {
        say(format_args!("undross: {shown}:{damage}"));
    }
    let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let rules: BTreeSet<String> = decisions.iter().filter_map(|one| one.key.rule).collect();
    let of_site = |rule: &String| rule.starts_with("site:");
    for rule in rules
        .iter()
        .filter(|rule| !of_site(rule) && !known.contains(&rule.as_str()))
    {
        let words = unknown("rule", rule, &known);
        say(format_args!(
            "undross: {shown}: {words}; decisions on it do nothing"
        ));
    }
    Ok((plan.with_decisions(decisions), Some(path)))
}

/// Lets a word of the command line win over the file.
fn choose<T: Copy>(chosen: &mut Chosen<T>, name: Option<&str>, words: &[(&str, T)]) {
    let word = words.iter().find(|(word, _)| Some(*word) == name);
    if let Some(&(_, value)) = word {
        let origin = Origin::CommandLine;
        *chosen = Chosen { value, origin };
    }
}

fn config_path(args: &SettingsArgs, inputs: &[PathBuf]) -> Result<Option<PathBuf>, Error> {
    if args.no_config || args.config.is_some() {
        return Ok(args.config.clone());
    }
    nearest_of_all(config::FILE_NAME, "--config", inputs)
}

/// Finds the nearest file of a name upward from inputs, which has to be the same for all.
fn nearest_of_all(name: &str, option: &str, inputs: &[PathBuf]) -> Result<Option<PathBuf>, Error> {
    let Some((first, others)) = inputs.split_first() else {
        return Ok(nearest(name, Path::new(".")));
    };
    let path = nearest_to(name, first);
    for other in others {
        if nearest_to(name, other) != path {
            return Err(Error::Usage(format!(
                "`{}` and `{}` stand under different files `{name}`; \
                 clean them apart, or choose one with {option}",
                first.display(),
                other.display()
            )));
        }
    }
    Ok(path)
}

fn nearest_to(name: &str, input: &Path) -> Option<PathBuf> {
    match input {
        _ if input == Path::new("-") => nearest(name, Path::new(".")),
        _ => nearest(name, input),
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
