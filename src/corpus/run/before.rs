//! An earlier run over the same inputs: what of it is still right, and the records that can be taken from it.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::kept::Kept;
use super::manifest::Entry;
use super::shards::Noted;
use super::{Folder, ShardForm};
use crate::error::Error;
use crate::record::hex;

/// Digits of the print of a capture.
pub(super) const PRINT: usize = 32;
/// Bytes of records that are held of one shard; the captures of a larger one are cleaned again.
const HELD: u64 = 512 << 20;
/// Shards that are held at once: records of two move to one where captures were added before them.
const SHARDS: usize = 2;
/// Times that a shard is read; where captures are in another order than before, cleaning them again is quicker.
const READ: u32 = 4;

/// A run that stands in a folder.
#[derive(Debug)]
pub struct Before {
    pub(super) folder: Folder,
    pub(super) form: ShardForm,
    pub(super) kept: BTreeMap<usize, Kept>,
    /// Whether it came to its end, and all that it wrote is there.
    pub(super) is_whole: bool,
    prints: HashMap<u128, Spot>,
    held: Mutex<Held>,
}

/// Where the record of a capture stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    shard: usize,
    nth: u32,
}

/// Records that are in memory.
#[derive(Debug, Default)]
struct Held {
    shards: VecDeque<(usize, Arc<Records>)>,
    read: HashMap<usize, u32>,
}

/// The records of a shard.
#[derive(Debug, Default)]
struct Records {
    bytes: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
}

/// What an input is, shard by shard, beside an earlier run.
#[derive(Debug)]
pub struct Look {
    /// How often each capture of the earlier run was not met yet.
    left: HashMap<u128, u32>,
    open: Option<(usize, Sha256)>,
    shards: BTreeMap<usize, String>,
    new: Vec<String>,
    same: u64,
}

/// How an input differs from that of an earlier run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Captures that were not there.
    pub new: Vec<String>,
    /// Captures whose bytes or rules are not the same.
    pub changed: Vec<String>,
    /// Captures that are not there any more.
    pub gone: Vec<String>,
    /// Captures that are as they were.
    pub same: u64,
    /// The hash of the input of each shard.
    pub(super) shards: BTreeMap<usize, String>,
}

#[derive(Deserialize)]
struct Name {
    id: String,
}

impl Before {
    pub(super) fn new(
        (folder, form): (Folder, ShardForm),
        kept: BTreeMap<usize, Kept>,
        is_whole: bool,
    ) -> Self {
        let mut prints = HashMap::new();
        for (&shard, kept) in &kept {
            for (nth, print) in (0..).zip(prints_of(&kept.entry)) {
                prints.insert(print, Spot { shard, nth });
            }
        }
        Self {
            folder,
            form,
            kept,
            is_whole,
            prints,
            held: Mutex::default(),
        }
    }

    /// Begins to look at the input of today.
    pub fn look(&self) -> Look {
        let mut left = HashMap::new();
        for print in self.kept.values().flat_map(|kept| prints_of(&kept.entry)) {
            *left.entry(print).or_default() += 1;
        }
        Look {
            left,
            open: None,
            shards: BTreeMap::new(),
            new: Vec::new(),
            same: 0,
        }
    }

    /// Tells what is different, once all of the input was looked at.
    ///
    /// # Errors
    ///
    /// The records of the earlier run cannot be read.
    pub fn difference(&self, mut look: Look) -> Result<Difference, Error> {
        look.close();
        let mut gone = BTreeSet::new();
        for (&shard, kept) in &self.kept {
            let ids = self.left_in(shard, &kept.entry, &look.left);
            gone.extend(ids.map_err(|error| Error::read(&kept.piece.path, error))?);
        }
        let (changed, new) = look.new.into_iter().partition(|id| gone.contains(id));
        let changed: Vec<String> = changed;
        for id in &changed {
            gone.remove(id);
        }
        Ok(Difference {
            new,
            changed,
            gone: gone.into_iter().collect(),
            same: look.same,
            shards: look.shards,
        })
    }

    /// Tells whether nothing is left to do.
    pub fn is_up_to_date(&self, difference: &Difference) -> bool {
        let mine = self
            .kept
            .iter()
            .map(|(shard, kept)| (shard, &kept.entry.input));
        self.is_whole && mine.eq(&difference.shards)
    }

    /// Counts its captures that failed.
    pub fn failed(&self) -> u64 {
        let failures = self
            .kept
            .values()
            .map(|kept| kept.entry.failures.len() as u64);
        failures.sum()
    }

    /// Names the captures of a shard that the input does not have any more, or not as they were.
    fn left_in(
        &self,
        shard: usize,
        entry: &Entry,
        left: &HashMap<u128, u32>,
    ) -> io::Result<Vec<String>> {
        let prints: Vec<u128> = prints_of(entry).collect();
        let is_left = |nth: usize| {
            let print = prints.get(nth);
            print.is_none_or(|print| left.get(print).is_some_and(|&left| left > 0))
        };
        let captures = usize::try_from(entry.captures).unwrap_or(usize::MAX);
        if !(0..captures).any(is_left) {
            return Ok(Vec::new());
        }
        let lines = io::BufRead::split(BufReader::new(self.open(shard)?), b'\n');
        let lines = lines.enumerate().filter(|(nth, _)| is_left(*nth));
        let name = |line: Vec<u8>| Ok(serde_json::from_slice::<Name>(&line)?.id);
        lines.map(|(_, line)| name(line?)).collect()
    }

    /// Returns the record of a capture that the earlier run cleaned in the same way, if it can be had.
    pub(super) fn record(&self, noted: &Noted) -> Option<Vec<u8>> {
        let spot = self.prints.get(&number_of(&noted.print)?)?;
        let records = self.records(spot.shard)?;
        let nth = spot.nth as usize;
        let start = nth
            .checked_sub(1)
            .map_or(Some(0), |last| records.ends.get(last).copied())?;
        Some(records.bytes[start..*records.ends.get(nth)?].to_owned())
    }

    fn records(&self, shard: usize) -> Option<Arc<Records>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, records)) = held.shards.iter().find(|(held, _)| *held == shard) {
            return Some(Arc::clone(records));
        }
        let read = held.read.entry(shard).or_default();
        *read += 1;
        if *read > READ {
            return None;
        }
        let records = Arc::new(self.read(shard).ok()?);
        held.shards.push_back((shard, Arc::clone(&records)));
        if held.shards.len() > SHARDS {
            held.shards.pop_front();
        }
        Some(records)
    }

    /// Reads all records of a shard; none where they are too many.
    fn read(&self, shard: usize) -> io::Result<Records> {
        let mut bytes = Vec::new();
        self.open(shard)?.take(HELD + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > HELD {
            return Ok(Records::default());
        }
        let ends = memchr::memchr_iter(b'\n', &bytes)
            .map(|feed| feed + 1)
            .collect();
        Ok(Records { bytes, ends })
    }

    /// Opens the records of a shard, each a line.
    fn open(&self, shard: usize) -> io::Result<Box<dyn Read>> {
        let piece = &self.kept[&shard].piece;
        Ok(match self.form {
            ShardForm::Records | ShardForm::Lines => piece.open()?,
            ShardForm::Packed => Box::new(zstd::Decoder::new(piece.open()?)?),
            #[cfg(feature = "parquet")]
            ShardForm::Table => Box::new(super::rows_of(std::fs::File::open(&piece.path)?)?),
        })
    }

    /// Returns the folder.
    pub fn root(&self) -> &Path {
        self.folder.root()
    }
}

impl Look {
    /// Adds the next captures of the input.
    pub fn add(&mut self, shard: usize, noted: &[Noted]) {
        if self.open.as_ref().is_some_and(|(open, _)| *open != shard) {
            self.close();
        }
        let (_, input) = self.open.get_or_insert_with(|| (shard, Sha256::new()));
        for noted in noted {
            input.update(&noted.print);
            let left = number_of(&noted.print).and_then(|print| self.left.get_mut(&print));
            match left.filter(|left| **left > 0) {
                Some(left) => (*left, self.same) = (*left - 1, self.same + 1),
                None => self.new.push(noted.id.clone()),
            }
        }
    }

    fn close(&mut self) {
        if let Some((shard, input)) = self.open.take() {
            self.shards.insert(shard, hex(&input.finalize()));
        }
    }
}

/// Lists the prints of the captures of a shard.
fn prints_of(entry: &Entry) -> impl Iterator<Item = u128> {
    let prints = entry.prints.as_bytes().chunks(PRINT);
    prints.filter_map(|print| number_of(std::str::from_utf8(print).ok()?))
}

fn number_of(print: &str) -> Option<u128> {
    u128::from_str_radix(print, 16).ok()
}
