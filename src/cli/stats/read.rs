//! Reading the records of runs, line by line.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Lines};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use undross::Error;
use undross::corpus::records_of;
use undross::record::Record;
use undross::stats::Changes;

/// The records of a run.
pub(super) struct Records {
    files: Peekable<IntoIter<PathBuf>>,
    now: Option<(PathBuf, Lines<Box<dyn BufRead>>)>,
    number: usize,
}

/// One line of a file of records.
pub(super) struct Line {
    text: String,
    path: PathBuf,
    number: usize,
}

/// Lists the files of records of a run: the file named, or those in its folder.
fn files(run: &Path) -> Result<Vec<PathBuf>, Error> {
    if !run.is_dir() {
        return Ok(vec![run.to_owned()]);
    }
    let files = records_of(run)?;
    if files.is_empty() {
        let run = run.display();
        return Err(Error::Usage(format!(
            "`{run}` holds no records of a run; name the folder that `undross clean -o` wrote"
        )));
    }
    Ok(files)
}

/// Opens a file of records; one of a run with `--zstd` is unpacked.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let file = File::open(path)?;
    Ok(match path.extension() {
        Some(end) if end == "zst" => Box::new(BufReader::new(zstd::Decoder::new(file)?)),
        _ => Box::new(BufReader::new(file)),
    })
}

impl Records {
    pub(super) fn open(run: &Path) -> Result<Self, Error> {
        let mut files = files(run)?.into_iter().peekable();
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
            match open(&path) {
                Ok(file) => self.now = Some((path, file.lines())),
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
