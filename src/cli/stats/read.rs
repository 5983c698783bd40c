//! Reading the records of runs, line by line.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Lines};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use undross::Error;
use undross::record::Record;
use undross::stats::Changes;

use crate::cli::clean::RECORDS;

/// The records of a run.
pub(super) struct Records {
    files: Peekable<IntoIter<PathBuf>>,
    now: Option<(PathBuf, Lines<BufReader<File>>)>,
    number: usize,
}

/// One line of a file of records.
pub(super) struct Line {
    text: String,
    path: PathBuf,
    number: usize,
}

/// Lists the files of records of a run: the file named, or those in its folder.
fn files(run: &Path) -> Vec<PathBuf> {
    match run.is_dir() {
        true => vec![run.join(RECORDS)],
        false => vec![run.to_owned()],
    }
}

impl Records {
    pub(super) fn open(run: &Path) -> Result<Self, Error> {
        let mut files = files(run).into_iter().peekable();
        if let Some(first) = files.peek() {
            File::open(first).map_err(|error| Error::read(first, error))?;
        }
        let (now, number) = (None, 0);
        Ok(Self { files, now, number })
    }
}

impl Iterator for Records {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((path, lines)) = &mut self.now
                && let Some(line) = lines.next()
            {
                self.number += 1;
                let number = self.number;
                let path = path.clone();
                return Some(match line {
                    Ok(text) => Ok(Line { text, path, number }),
                    Err(error) => Err(Error::read(path, error)),
                });
            }
            let path = self.files.next()?;
            self.number = 0;
            match File::open(&path) {
                Ok(file) => self.now = Some((path, BufReader::new(file).lines())),
                Err(error) => return Some(Err(Error::read(path, error))),
            }
        }
    }
}

impl Line {
    /// Reads the record.
    pub(super) fn record(&self) -> Result<Record<'_>, Error> {
        serde_json::from_str(&self.text).map_err(|error| {
            let (path, number) = (self.path.display(), self.number);
            Error::Usage(format!("{path}:{number}: not a record of undross: {error}"))
        })
    }
}

/// Compares two runs. Records of one capture meet as they come; those of runs in different order wait for each other.
pub(super) fn changes(before: &Path, after: &Path) -> Result<Changes, Error> {
    let (mut before, mut after) = (Records::open(before)?, Records::open(after)?);
    let (mut changes, mut waiting) = (Changes::default(), [HashMap::new(), HashMap::new()]);
    loop {
        let pair = [before.next().transpose()?, after.next().transpose()?];
        if pair.iter().all(Option::is_none) {
            break;
        }
        for (side, line) in pair.into_iter().enumerate() {
            if let Some(line) = line {
                meet(&mut changes, &mut waiting, side, line)?;
            }
        }
    }
    changes.only_before = waiting[0].len() as u64;
    changes.only_after = waiting[1].len() as u64;
    Ok(changes)
}

/// Compares a record with the one that waits for it, or lets it wait.
fn meet(
    changes: &mut Changes,
    waiting: &mut [HashMap<String, Line>; 2],
    side: usize,
    line: Line,
) -> Result<(), Error> {
    let id = line.record()?.id.into_owned();
    match waiting[1 - side].remove(&id) {
        Some(other) if side == 0 => changes.compare(&line.record()?, &other.record()?),
        Some(other) => changes.compare(&other.record()?, &line.record()?),
        None => {
            waiting[side].insert(id, line);
        }
    }
    Ok(())
}
