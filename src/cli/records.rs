//! Reading the records of runs, line by line.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use undross::Error;
use undross::corpus::records_of;
use undross::record::Record;

/// The records of a run.
pub(super) struct Records {
    files: Peekable<IntoIter<PathBuf>>,
    now: Option<(PathBuf, Box<dyn BufRead>)>,
    number: usize,
    offset: u64,
}

/// One line of a file of records.
pub(super) struct Line {
    text: String,
    path: PathBuf,
    number: usize,
    offset: u64,
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

/// Opens a file of records, as lines of JSON whatever it holds.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let file = File::open(path)?;
    Ok(match path.extension().and_then(OsStr::to_str) {
        Some("zst") => Box::new(BufReader::new(zstd::Decoder::new(file)?)),
        #[cfg(feature = "parquet")]
        Some("parquet") => undross::corpus::rows_of(file)?,
        _ => Box::new(BufReader::new(file)),
    })
}

/// Tells whether a file holds its lines packed, so that none can be read without those before it.
fn is_packed(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == "zst" || end == "parquet")
}

/// A file of records that is read line by line, in any order; the last one that was packed stays unpacked in memory.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Unpacked {
    /// Reads a line by its place.
    pub(super) fn line(&mut self, path: &Path, offset: u64) -> Result<Line, Error> {
        let text = self.text(path, offset);
        Ok(Line {
            text: text.map_err(|error| Error::read(path, error))?,
            path: path.to_owned(),
            number: 0,
            offset,
        })
    }

    fn text(&mut self, path: &Path, offset: u64) -> io::Result<String> {
        let mut text = String::new();
        if !is_packed(path) {
            let mut file = BufReader::new(File::open(path)?);
            file.seek(SeekFrom::Start(offset))?;
            file.read_line(&mut text)?;
            return Ok(text);
        }
        if self.path != path {
            self.bytes.clear();
            open(path)?.read_to_end(&mut self.bytes)?;
            path.clone_into(&mut self.path);
        }
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let mut rest = self.bytes.get(offset..).unwrap_or_default();
        rest.read_line(&mut text)?;
        Ok(text)
    }
}

impl Records {
    pub(super) fn open(run: &Path) -> Result<Self, Error> {
        let mut files = files(run)?.into_iter().peekable();
        if let Some(first) = files.peek() {
            File::open(first).map_err(|error| Error::read(first, error))?;
        }
        Ok(Self {
            files,
            now: None,
            number: 0,
            offset: 0,
        })
    }
}

impl Iterator for Records {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((path, lines)) = &mut self.now {
                let mut text = String::new();
                match lines.read_line(&mut text) {
                    Ok(0) => {}
                    Ok(bytes) => {
                        self.number += 1;
                        let offset = self.offset;
                        self.offset += bytes as u64;
                        let (path, number) = (path.clone(), self.number);
                        return Some(Ok(Line {
                            text,
                            path,
                            number,
                            offset,
                        }));
                    }
                    Err(error) => {
                        let path = path.clone();
                        self.now = None;
                        return Some(Err(Error::read(path, error)));
                    }
                }
            }
            let path = self.files.next()?;
            (self.number, self.offset) = (0, 0);
            match open(&path) {
                Ok(file) => self.now = Some((path, file)),
                Err(error) => return Some(Err(Error::read(path, error))),
            }
        }
    }
}

impl Line {
    /// Returns its file, and its place in it: the byte at which it begins once the file is unpacked.
    pub(super) fn place(&self) -> (&Path, u64) {
        (&self.path, self.offset)
    }

    /// Reads the record.
    pub(super) fn record(&self) -> Result<Record<'_>, Error> {
        serde_json::from_str(&self.text).map_err(|error| {
            let (path, number) = (self.path.display(), self.number);
            Error::Usage(format!("{path}:{number}: not a record of undross: {error}"))
        })
    }
}
