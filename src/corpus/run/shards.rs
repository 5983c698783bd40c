//! The shards of a run, as results come in.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::before::PRINT;
use super::file::ShardFile;
use super::manifest::{Entry, Manifest};
use super::{FAILURES, Run, lines};
use crate::capture::Capture;
use crate::corpus::folder::Stream;
use crate::corpus::job::Failure;
use crate::error::Error;
use crate::record::{hex, sha256};

/// What happened to captures, in numbers that can be summed.
pub trait Tally: Default + Serialize + DeserializeOwned {
    /// Adds what happened to others.
    fn add(&mut self, other: Self);
}

/// A capture as the manifest sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its name.
    pub id: String,
    /// A hash of all that decides its record: its bytes, what is known of them from outside, the version, the plan.
    pub print: String,
    /// Why it failed, if it did.
    pub failure: Option<Failure>,
}

impl Noted {
    /// Notes a capture that is cleaned by a plan; `sha256` is that of its bytes.
    pub fn new(capture: &Capture<'_>, sha256: &str, plan: &str) -> Self {
        let Capture {
            id,
            site,
            form,
            kind,
            damage,
            bytes: _,
        } = capture;
        let known = format!("{site:?} {form:?} {kind:?} {damage:?}");
        Self::of(id, &format!("{plan} {sha256} {known}"))
    }

    /// Notes a capture that could not be read.
    pub fn unread(id: &str, plan: &str) -> Self {
        Self::of(id, plan)
    }

    fn of(id: &str, what: &str) -> Self {
        let mut print = sha256(format!("{} {what} {id}", env!("CARGO_PKG_VERSION")).as_bytes());
        print.truncate(PRINT);
        Self {
            id: id.to_owned(),
            print,
            failure: None,
        }
    }
}

/// What a batch gave.
#[derive(Debug)]
pub struct Part<S> {
    /// The shard that it belongs to.
    pub shard: usize,
    /// Its captures, in order.
    pub noted: Vec<Noted>,
    /// Its bytes in the file of the shard; none where the shard is kept.
    pub bytes: Vec<u8>,
    /// What happened to its captures.
    pub tally: S,
}

/// Takes the parts of a run in order, and closes each shard behind its last part.
#[derive(Debug)]
pub struct Shards<S> {
    manifest: Manifest,
    open: Option<Open<S>>,
    /// Those that are closed.
    closed: Vec<Entry>,
    /// Lists what failed, as soon as something does.
    failures: Option<Stream>,
    total: S,
}

/// The shard that parts are added to.
#[derive(Debug)]
struct Open<S> {
    shard: usize,
    /// None where the shard is kept.
    file: Option<ShardFile>,
    input: Sha256,
    prints: String,
    captures: u64,
    failures: Vec<Failure>,
    tally: S,
}

impl<S: Tally> Shards<S> {
    pub(super) fn new(manifest: Manifest) -> Self {
        Self {
            manifest,
            open: None,
            closed: Vec::new(),
            failures: None,
            total: S::default(),
        }
    }

    /// Adds a part.
    ///
    /// # Errors
    ///
    /// Something cannot be written, or the captures of a kept shard are not those of the input.
    pub fn push(&mut self, run: &Run, part: Part<S>) -> Result<(), Error> {
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.shard != part.shard)
        {
            self.close(run)?;
        }
        let open = match &mut self.open {
            Some(open) => open,
            none => none.insert(Open::new(run, part.shard)?),
        };
        open.push(part)
    }

    /// Closes the last shard and the run; returns what happened to all captures, those of earlier runs too.
    ///
    /// # Errors
    ///
    /// Something cannot be written, or the input is shorter than it was.
    pub fn finish(mut self, run: &Run) -> Result<S, Error> {
        self.close(run)?;
        let last = run.kept.values().next_back();
        if let Some(kept) = last.filter(|kept| kept.entry.shard >= self.closed.len()) {
            return Err(Error::InputChanged(run.path_of(&kept.entry)));
        }
        if let Some(failures) = self.failures {
            failures.finish()?;
        }
        run.finish(self.closed, &self.total)?;
        Ok(self.total)
    }

    fn close(&mut self, run: &Run) -> Result<(), Error> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        let kept = run.kept.get(&open.shard);
        let (entry, tally) = match kept {
            Some(kept) => open.keep(run, &kept.entry)?,
            None => open.write(run, &mut self.manifest)?,
        };
        self.total.add(tally);
        if !entry.failures.is_empty() {
            let failures = match &mut self.failures {
                Some(failures) => failures,
                none => none.insert(run.folder.stream(FAILURES)?),
            };
            failures.push(&lines(&entry.failures))?;
        }
        self.closed.push(entry);
        Ok(())
    }
}

impl<S: Tally> Open<S> {
    fn new(run: &Run, shard: usize) -> Result<Self, Error> {
        let new = || ShardFile::new(&run.folder, run.form, shard);
        let file = (!run.keeps(shard)).then(new).transpose()?;
        Ok(Self {
            shard,
            file,
            input: Sha256::new(),
            prints: String::new(),
            captures: 0,
            failures: Vec::new(),
            tally: S::default(),
        })
    }

    fn push(&mut self, part: Part<S>) -> Result<(), Error> {
        for noted in part.noted {
            self.input.update(&noted.print);
            self.prints += &noted.print;
            self.captures += 1;
            self.failures.extend(noted.failure);
        }
        self.tally.add(part.tally);
        match &mut self.file {
            Some(file) => file.push(&part.bytes),
            None => Ok(()),
        }
    }

    /// Checks that the shard that is there holds the captures of the input.
    fn keep(self, run: &Run, kept: &Entry) -> Result<(Entry, S), Error> {
        if kept.input != hex(&self.input.finalize()) {
            return Err(Error::InputChanged(run.path_of(kept)));
        }
        let tally = serde_json::from_value(kept.summary.clone());
        let tally = tally.map_err(|_| Error::InputChanged(run.path_of(kept)))?;
        Ok((kept.clone(), tally))
    }

    /// Puts the shard in its place, and then into the manifest.
    fn write(self, run: &Run, manifest: &mut Manifest) -> Result<(Entry, S), Error> {
        let file = self.file.expect("a shard that is not kept is written");
        let entry = Entry {
            shard: self.shard,
            file: run.form.name(self.shard),
            captures: self.captures,
            input: hex(&self.input.finalize()),
            prints: self.prints,
            output: file.finish()?,
            summary: serde_json::to_value(&self.tally).expect("a tally is plain data"),
            failures: self.failures,
        };
        run.settle()?;
        manifest.add(&entry)?;
        Ok((entry, self.tally))
    }
}
