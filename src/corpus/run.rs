//! The output folder of a run: whatever happens to the process, what stands in it is whole, and a later run goes on from there.
//!
//! Records stand in shards. A shard appears when it is whole and on the disk; then a line of the manifest says which captures
//! it holds. `_SUCCESS` comes last. A run that goes on keeps the shards that the manifest names and whose bytes are those
//! that it names, and checks that their captures are still those of the input. An update ([`update`]) is a run beside the
//! one that it brings up to date, and takes from it what is still right ([`before`]).

mod before;
mod file;
mod kept;
mod manifest;
#[cfg(feature = "parquet")]
mod rows;
mod shards;
#[cfg(feature = "parquet")]
mod table;
mod update;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::folder::Folder;
use crate::error::Error;
use crate::record::hex;

pub use before::{Before, Difference, Look};
pub use manifest::Header;
#[cfg(feature = "parquet")]
pub use rows::rows_of;
pub use shards::{Noted, Part, Shards, Tally};

use kept::{Kept, whole};
use manifest::{Entry, Manifest};
use update::{aside, take_place};

/// The file that says that a run is complete.
const SUCCESS: &str = "_SUCCESS";
/// The file that lists what could not be cleaned.
const FAILURES: &str = "_failures.jsonl";
/// The same in runs of versions whose files of that kind were called like data.
const OLD_FAILURES: &str = "failures.jsonl";
/// The records of a run that writes a file for each capture.
pub const RECORDS: &str = "records.jsonl";

/// What to do with an output folder that holds something already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Refuse it.
    Refuse,
    /// Begin anew: replace the files that are written again, and leave those of others.
    Replace,
    /// Go on with the run that was begun there, over the same input.
    Resume,
    /// Bring the run that stands there up to date with its input; begin one where there is none.
    Update,
}

/// The files that the shards of a run stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShardForm {
    /// `records-00000.jsonl`, joined to `records.jsonl` in the end: the texts are files of their own.
    Records,
    /// `part-00000.jsonl`: the shards are the output.
    Lines,
    /// `part-00000.jsonl.zst`; what is pushed is compressed already.
    Packed,
    /// `part-00000.parquet`.
    #[cfg(feature = "parquet")]
    Table,
}

/// The output folder of a run that is under way.
#[derive(Debug)]
pub struct Run {
    folder: Folder,
    form: ShardForm,
    header: Header,
    kept: BTreeMap<usize, Kept>,
    /// The run that this one brings up to date.
    before: Option<Before>,
}

/// What is to be done in an output folder.
#[derive(Debug)]
pub enum Begun<S> {
    /// Captures are to be cleaned.
    Run(Box<(Run, Shards<S>)>),
    /// A run stands there, and the input is to be looked at first.
    Before(Box<Before>),
}

impl ShardForm {
    fn name(self, shard: usize) -> String {
        match self {
            Self::Records => format!("records-{shard:05}.jsonl"),
            Self::Lines => format!("part-{shard:05}.jsonl"),
            Self::Packed => format!("part-{shard:05}.jsonl.zst"),
            #[cfg(feature = "parquet")]
            Self::Table => format!("part-{shard:05}.parquet"),
        }
    }

    /// Tells whether a file is a shard of any run.
    fn is_shard(name: &str) -> bool {
        let ends = |start: &str| match start {
            "records" => &["jsonl"][..],
            "part" => &["jsonl", "jsonl.zst", "parquet"],
            _ => &[],
        };
        let parts = name
            .split_once('-')
            .and_then(|(start, rest)| Some((start, rest.split_once('.')?)));
        parts.is_some_and(|(start, (number, end))| {
            let numbered = number.len() >= 5 && number.bytes().all(|byte| byte.is_ascii_digit());
            numbered && ends(start).contains(&end)
        })
    }
}

impl Run {
    /// Begins a run in a folder, or goes on with one.
    ///
    /// # Errors
    ///
    /// The folder is in use, holds what is not to be replaced, or holds a run with other settings; or it cannot be written.
    pub fn begin<S: Tally>(
        root: &Path,
        form: ShardForm,
        header: &Header,
        existing: Existing,
    ) -> Result<Begun<S>, Error> {
        let mut folder = Folder::open(root)?;
        check(&folder, existing)?;
        folder.lock()?;
        match existing {
            Existing::Resume | Existing::Update => take_place(&folder)?,
            Existing::Replace | Existing::Refuse => remove_all(&aside(root))?,
        }
        let begun = Manifest::find(root).is_some();
        let mut kept = BTreeMap::new();
        if let (Existing::Resume | Existing::Update, Some((old, entries))) =
            (existing, Manifest::read(root)?)
        {
            match existing {
                Existing::Update => header.check_settings(root, &old)?,
                _ => header.check(root, &old)?,
            }
            let shards = entries.len();
            kept = whole(root, form, entries);
            let is_whole = root.join(SUCCESS).exists() && kept.len() == shards;
            if is_whole || existing == Existing::Update {
                let before = Before::new((folder, form), kept, is_whole);
                return Ok(Begun::Before(Box::new(before)));
            }
            kept.retain(|_, kept| kept.piece.is_file());
        }
        if begun {
            clear(&folder, &kept)?;
        }
        let entries = kept.values().map(|kept| &kept.entry);
        let manifest = Manifest::begin(&folder, header, entries)?;
        let run = Self {
            folder,
            form,
            header: header.clone(),
            kept,
            before: None,
        };
        Ok(Begun::Run(Box::new((run, Shards::new(manifest)))))
    }

    /// Tells whether a folder holds a run that did not come to its end.
    pub fn is_unfinished(root: &Path) -> bool {
        Manifest::find(root).is_some() && !root.join(SUCCESS).exists()
    }

    /// Returns the folder.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Tells whether an earlier run wrote a shard already.
    pub fn keeps(&self, shard: usize) -> bool {
        self.kept.contains_key(&shard)
    }

    /// Counts the captures that an earlier run wrote already.
    pub fn kept_captures(&self) -> u64 {
        self.kept.values().map(|kept| kept.entry.captures).sum()
    }

    /// Returns the record of a capture as the run before this update wrote it, where it cleaned it in the same way.
    pub fn record_before(&self, noted: &Noted) -> Option<Vec<u8>> {
        self.before.as_ref()?.record(noted)
    }

    /// Tells whether an earlier run is brought up to date.
    pub const fn is_update(&self) -> bool {
        self.before.is_some()
    }

    /// Returns the text that the run before this update wrote of a capture, if all its files are there.
    ///
    /// What an update that was interrupted wrote in their place is taken away.
    pub fn text_before(&self, files: &[PathBuf; 2]) -> Option<String> {
        let root = self.before.as_ref()?.root();
        let [text, _] = files.each_ref().map(|file| root.join(file));
        let is_there = files.iter().all(|file| root.join(file).exists());
        for file in files {
            let _ = fs::remove_file(self.folder.root().join(file));
        }
        is_there.then(|| fs::read_to_string(text).ok())?
    }

    /// Tells whether a file stands in the folder, or in that of the run that is brought up to date.
    pub fn has(&self, name: &Path) -> bool {
        let before = self.before.as_ref().map(Before::root);
        let mut roots = std::iter::once(self.folder.root()).chain(before);
        roots.any(|root| root.join(name).exists())
    }

    /// Joins the records of these shards, and says that all is done.
    fn finish(&self, mut shards: Vec<Entry>, success: &impl Serialize) -> Result<(), Error> {
        let is_joined = self.form == ShardForm::Records;
        let paths: Vec<PathBuf> = shards.iter().map(|entry| self.path_of(entry)).collect();
        if is_joined {
            self.join(&paths)?;
            for entry in &mut shards {
                RECORDS.clone_into(&mut entry.file);
            }
        }
        self.settle()?;
        Manifest::write(&self.folder, &self.header, shards.iter())?;
        self.folder.write(Path::new(SUCCESS), &lines([success]))?;
        self.settle()?;
        if is_joined {
            paths.iter().try_for_each(|shard| remove(shard))?;
        }
        match &self.before {
            Some(before) => take_place(&before.folder),
            None => Ok(()),
        }
    }

    /// Waits until what stands in the folder is safely on the disk: files of single captures, too, where there are any.
    fn settle(&self) -> Result<(), Error> {
        match self.form {
            ShardForm::Records => self.folder.settle_all(),
            _ => self.folder.settle(),
        }
    }

    /// Puts all records into one file.
    fn join(&self, shards: &[PathBuf]) -> Result<(), Error> {
        let mut records = self.folder.stream(RECORDS)?;
        for shard in shards {
            let file = File::open(shard).map_err(|error| Error::read(shard, error))?;
            let copied = io::copy(&mut BufReader::new(file), &mut records);
            copied.map_err(|error| Error::write(records.path(), error))?;
        }
        records.finish().map(|_| ())
    }

    fn path_of(&self, entry: &Entry) -> PathBuf {
        self.folder.root().join(&entry.file)
    }
}

/// Lists the files of records of a run, in order; those that are whole, where it has not come to its end.
///
/// # Errors
///
/// The folder cannot be read.
pub fn records_of(root: &Path) -> Result<Vec<PathBuf>, Error> {
    let joined = root.join(RECORDS);
    if joined.exists() {
        return Ok(vec![joined]);
    }
    let entries = fs::read_dir(root).map_err(|error| Error::read(root, error))?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    let mut shards: Vec<PathBuf> = names
        .filter(|name| ShardForm::is_shard(name))
        .map(|name| root.join(name))
        .collect();
    shards.sort();
    Ok(shards)
}

/// Refuses a folder that holds what is not to be replaced, or no run to go on with.
fn check(folder: &Folder, existing: Existing) -> Result<(), Error> {
    let root = || folder.root().to_owned();
    let begun = Manifest::find(folder.root()).is_some();
    match existing {
        _ if !folder.is_used()? => Ok(()),
        Existing::Refuse if begun && !folder.root().join(SUCCESS).exists() => {
            Err(Error::RunUnfinished(root()))
        }
        Existing::Refuse => Err(Error::OutputExists(root())),
        Existing::Resume | Existing::Update if !begun => Err(Error::NothingToResume(root())),
        Existing::Resume | Existing::Update | Existing::Replace => Ok(()),
    }
}

/// Takes away what an earlier run left here and this one does not keep.
fn clear(folder: &Folder, kept: &BTreeMap<usize, Kept>) -> Result<(), Error> {
    let root = folder.root();
    let entries = fs::read_dir(root).map_err(|error| Error::read(root, error))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let stale = ShardForm::is_shard(&name) && kept.values().all(|kept| kept.piece.path != path);
        if stale || [SUCCESS, FAILURES, OLD_FAILURES, RECORDS].contains(&name.as_str()) {
            remove(&path)?;
        }
    }
    Ok(())
}

/// Takes a folder away with all that is in it, where there is one.
fn remove_all(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::write(folder, error)),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(|error| Error::write(path, error))
}

/// Writes values as JSON, a line each.
fn lines<T: Serialize>(values: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut lines = Vec::new();
    for value in values {
        serde_json::to_writer(&mut lines, &value).expect("what a run notes is plain data");
        lines.push(b'\n');
    }
    lines
}

/// Hashes a file.
fn hash_of(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(hex(&hash.finalize()))
}
