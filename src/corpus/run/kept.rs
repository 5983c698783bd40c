//! The shards that an earlier run left whole, and the records in them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::manifest::Entry;
use super::{RECORDS, ShardForm, hash_of};
use crate::record::hex;

/// A shard that is as it was written.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) entry: Entry,
    pub(super) piece: Piece,
}

/// Where the bytes of a shard stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) path: PathBuf,
    /// Where they begin.
    pub(super) start: u64,
    /// How many they are; none for all of the file.
    pub(super) bytes: Option<u64>,
}

/// Finds the shards of a run that are as they were written: files of their own, or joined to one.
pub(super) fn whole(root: &Path, form: ShardForm, entries: Vec<Entry>) -> BTreeMap<usize, Kept> {
    let mut joined = Joined::open(root, form);
    let kept = entries.into_iter().filter_map(|mut entry| {
        let path = root.join(form.name(entry.shard));
        let (hash, piece) = match path.exists() {
            true => {
                entry.file = form.name(entry.shard);
                (hash_of(&path), Piece::all(path))
            }
            false => joined.as_mut()?.next(entry.captures)?,
        };
        let is_whole = hash.is_ok_and(|hash| hash == entry.output);
        is_whole.then_some((entry.shard, Kept { entry, piece }))
    });
    kept.collect()
}

impl Piece {
    const fn all(path: PathBuf) -> Self {
        Self {
            path,
            start: 0,
            bytes: None,
        }
    }

    /// Opens the bytes of the shard.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.start))?;
        Ok(match self.bytes {
            Some(bytes) => Box::new(file.take(bytes)),
            None => Box::new(file),
        })
    }

    /// Tells whether the shard is a file of its own.
    pub(super) const fn is_file(&self) -> bool {
        self.bytes.is_none()
    }
}

/// A file that shards were joined to, read shard by shard.
struct Joined {
    path: PathBuf,
    lines: BufReader<File>,
    at: u64,
}

impl Joined {
    fn open(root: &Path, form: ShardForm) -> Option<Self> {
        let path = root.join(RECORDS);
        let file = (form == ShardForm::Records).then(|| File::open(&path).ok())??;
        Some(Self {
            path,
            lines: BufReader::new(file),
            at: 0,
        })
    }

    /// Reads the lines of the next shard: their hash, and where they stand.
    fn next(&mut self, lines: u64) -> Option<(io::Result<String>, Piece)> {
        let (start, mut hash) = (self.at, Sha256::new());
        let mut line = Vec::new();
        for _ in 0..lines {
            line.clear();
            self.at += self.lines.read_until(b'\n', &mut line).ok()? as u64;
            hash.update(&line);
        }
        let piece = Piece {
            path: self.path.clone(),
            start,
            bytes: Some(self.at - start),
        };
        Some((Ok(hex(&hash.finalize())), piece))
    }
}
