//! The manifest: one line for the run, then one for each shard that is whole.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Folder, lines};
use crate::corpus::job::Failure;
use crate::error::Error;

/// Its file; readers of data sets pass over names that begin with `_`.
pub(super) const NAME: &str = "_manifest.jsonl";
/// Its file in runs of versions before that.
pub(super) const OLD_NAME: &str = "manifest.jsonl";

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
pub(super) struct Entry {
    /// Its number.
    pub shard: usize,
    /// Its file, or the one that it was joined to.
    pub file: String,
    /// Captures in it, those that failed too.
    pub captures: u64,
    /// SHA-256 over the prints of its captures.
    pub input: String,
    /// The prints of its captures, one behind the other; see [`super::Noted`].
    #[serde(default)]
    pub prints: String,
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
    /// Finds the manifest of a folder, under its name or its old one.
    pub(super) fn find(root: &Path) -> Option<PathBuf> {
        let paths = [NAME, OLD_NAME].map(|name| root.join(name));
        paths.into_iter().find(|path| path.exists())
    }

    /// Returns what a folder says of the run in it: none where nothing was written yet when it ended.
    pub(super) fn read(root: &Path) -> Result<Option<(Header, Vec<Entry>)>, Error> {
        let Some(path) = Self::find(root) else {
            return Ok(None);
        };
        let text = fs::read_to_string(&path).map_err(|error| Error::read(&path, error))?;
        let mut lines = text.lines();
        let first = lines.next();
        let Some(header) = first.and_then(|line| serde_json::from_str(line).ok()) else {
            return Ok(None);
        };
        // A last line that was cut off is no entry.
        let entries = lines.filter_map(|line| serde_json::from_str(line).ok());
        Ok(Some((header, entries.collect())))
    }

    /// Writes a manifest anew.
    pub(super) fn write<'e>(
        folder: &Folder,
        header: &Header,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Result<(), Error> {
        let mut bytes = lines([header]);
        bytes.extend(lines(entries));
        folder.write(Path::new(NAME), &bytes)?;
        folder.settle()?;
        let _ = fs::remove_file(folder.root().join(OLD_NAME));
        Ok(())
    }

    /// Begins a manifest with the shards that are there already.
    pub(super) fn begin<'e>(
        folder: &Folder,
        header: &Header,
        kept: impl Iterator<Item = &'e Entry>,
    ) -> Result<Self, Error> {
        Self::write(folder, header, kept)?;
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

impl Header {
    /// Fails where a run was begun in another way than this one.
    pub(super) fn check(&self, root: &Path, begun: &Self) -> Result<(), Error> {
        let what = if begun.undross != self.undross {
            Some("another version of undross".to_owned())
        } else if begun.plan != self.plan {
            Some("other rules or passes".to_owned())
        } else {
            self.other_settings(begun)
        };
        other_run(root, what)
    }

    /// Fails where the output of a run has another form or is of other captures.
    pub(super) fn check_settings(&self, root: &Path, begun: &Self) -> Result<(), Error> {
        other_run(root, self.other_settings(begun))
    }

    fn other_settings(&self, begun: &Self) -> Option<String> {
        let mut names = begun.settings.keys().chain(self.settings.keys());
        let other = names.find(|name| begun.settings.get(*name) != self.settings.get(*name))?;
        Some(match other.starts_with("--") {
            true => format!("another {other}"),
            false => format!("other {other}"),
        })
    }
}

fn other_run(root: &Path, what: Option<String>) -> Result<(), Error> {
    let root = root.to_owned();
    what.map_or(Ok(()), |what| Err(Error::OtherRun { root, what }))
}
