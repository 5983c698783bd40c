//! The manifest: one line for the run, then one for each shard that is whole.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Folder, hash_of, lines};
use crate::corpus::job::Failure;
use crate::error::Error;

pub(super) const NAME: &str = "manifest.jsonl";

/// What has to be the same for a run to go on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Version that began the run.
    pub undross: String,
    /// Hash of rules and settings.
    pub plan: String,
    /// What else decides the output, by name: inputs, form, choice, size of shards.
    pub settings: BTreeMap<String, Value>,
}

/// A shard that is whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub shard: usize,
    /// Its file.
    pub file: String,
    /// Captures in it, those that failed too.
    pub captures: u64,
    /// SHA-256 over names and hashes of its captures.
    pub input: String,
    /// SHA-256 of its file.
    pub output: String,
    /// What happened to its captures, in numbers.
    pub summary: Value,
    /// Those that failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<Failure>,
}

/// The manifest of a run under way.
#[derive(Debug)]
pub(super) struct Manifest {
    file: File,
    path: PathBuf,
}

impl Manifest {
    pub(super) fn exists(folder: &Folder) -> bool {
        folder.root().join(NAME).exists()
    }

    /// Returns the shards of an earlier run that are as it wrote them.
    pub(super) fn kept(folder: &Folder, header: &Header) -> Result<BTreeMap<usize, Entry>, Error> {
        let root = folder.root();
        let path = root.join(NAME);
        let text = fs::read_to_string(&path).map_err(|error| Error::read(&path, error))?;
        let mut lines = text.lines();
        let begun = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok());
        let Some(begun) = begun else {
            // Nothing was written yet when the run ended.
            return Ok(BTreeMap::new());
        };
        if let Some(what) = differs(&begun, header) {
            let root = root.to_owned();
            return Err(Error::OtherRun { root, what });
        }
        // A last line that was cut off is no entry.
        let entries = lines.filter_map(|line| serde_json::from_str::<Entry>(line).ok());
        let whole =
            |entry: &Entry| hash_of(&root.join(&entry.file)).is_ok_and(|hash| hash == entry.output);
        Ok(entries
            .filter(whole)
            .map(|entry| (entry.shard, entry))
            .collect())
    }

    /// Begins a manifest with the shards that are there already.
    pub(super) fn begin<'e>(
        folder: &Folder,
        header: &Header,
        kept: impl Iterator<Item = &'e Entry>,
    ) -> Result<Self, Error> {
        let mut bytes = lines([header]);
        bytes.extend(lines(kept));
        folder.write(Path::new(NAME), &bytes)?;
        folder.settle()?;
        let path = folder.root().join(NAME);
        let file = OpenOptions::new().append(true).open(&path);
        let file = file.map_err(|error| Error::write(&path, error))?;
        Ok(Self { file, path })
    }

    /// Adds a shard, once it is in its place.
    pub(super) fn add(&mut self, entry: &Entry) -> Result<(), Error> {
        self.file
            .write_all(&lines([entry]))
            .and_then(|()| self.file.sync_data())
            .map_err(|error| Error::write(&self.path, error))
    }
}

/// Names the first thing in which two runs differ.
fn differs(begun: &Header, header: &Header) -> Option<String> {
    if begun.undross != header.undross {
        return Some("version of undross".to_owned());
    }
    if begun.plan != header.plan {
        return Some("rules or passes".to_owned());
    }
    let names = begun.settings.keys().chain(header.settings.keys());
    names
        .into_iter()
        .find(|name| begun.settings.get(*name) != header.settings.get(*name))
        .cloned()
}
