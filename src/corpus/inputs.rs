//! Finding captures: standard input, files, folders.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use ignore::{DirEntry, WalkBuilder};

use super::job::{Failure, Form, Give, Job, Reading};
use super::json_lines::Lines;
use super::names::id_of;
use super::place::{Kind, Place, STDIN, common_folder, whole};
use super::same_name::{check_given, check_neighbour};
use crate::config::FILE_NAME;
use crate::error::{Error, in_words};

/// Bytes of a stream read at once.
const BUFFER: usize = 1 << 18;

/// A file that was found, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its name below the inputs: where its tidy text goes in an output folder.
    pub name: PathBuf,
    /// Its size when it was found; 0 where that is not known.
    pub bytes: u64,
}

/// The inputs of a run: walked anew on every pass over them, never held.
#[derive(Debug)]
pub struct Inputs {
    places: Vec<Place>,
    base: PathBuf,
    skip: Option<PathBuf>,
    read: AtomicU64,
}

/// What a look at all inputs shows before the run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Survey {
    /// Files with one capture each.
    pub files: u64,
    /// Files with one capture a line.
    pub streams: u64,
    /// Bytes of all of them; none where standard input is among them.
    pub bytes: Option<u64>,
}

impl Found {
    /// Names the capture in records.
    pub fn id(&self) -> String {
        id_of(&self.name)
    }

    /// Tells whether it is standard input.
    pub fn is_stdin(&self) -> bool {
        self.path == Path::new(STDIN)
    }

    /// Names it in messages.
    pub fn place(&self) -> String {
        if self.is_stdin() {
            return "standard input".to_owned();
        }
        self.path.display().to_string()
    }
}

impl Inputs {
    /// Looks at the paths given; `-` is standard input.
    ///
    /// A path where there is nothing is kept: it fails in the run, and the rest goes on.
    ///
    /// # Errors
    ///
    /// A path is given twice, or lies in a folder that is given too.
    pub fn new(paths: &[PathBuf]) -> Result<Self, Error> {
        let places: Vec<Place> = paths.iter().map(|path| Place::new(path)).collect();
        for (index, place) in places.iter().enumerate() {
            let twice = |other: &&Place| {
                place.whole == other.whole
                    || (other.kind == Kind::Folder && place.whole.starts_with(&other.whole))
            };
            let others = places[..index].iter().chain(&places[index + 1..]);
            if let Some(other) = others.into_iter().find(twice) {
                return Err(Error::Usage(format!(
                    "`{}` is given twice: once more in `{}`; leave one out",
                    place.given.display(),
                    other.given.display()
                )));
            }
        }
        let base = common_folder(&places);
        Ok(Self {
            places,
            base,
            skip: None,
            read: AtomicU64::new(0),
        })
    }

    /// Tells whether the only input is a file or standard input.
    pub fn is_one_file(&self) -> bool {
        matches!(&self.places[..], [place] if place.kind != Kind::Folder)
    }

    /// Tells whether every input given by name holds a capture a line.
    pub fn are_streams(&self, form: Form) -> bool {
        self.places
            .iter()
            .all(|place| place.kind != Kind::Folder && form.is_json_lines(&place.given))
    }

    /// Leaves out an output folder that lies in an input; returns that input.
    ///
    /// # Errors
    ///
    /// The folder is an input or holds one.
    pub fn leave_out(&mut self, output: &Path) -> Result<Option<&Path>, Error> {
        let output_whole = whole(output);
        let files = self.places.iter().filter(|place| place.kind != Kind::Stdin);
        for place in files.clone() {
            if place.whole.starts_with(&output_whole) {
                return Err(Error::OutputHoldsInput {
                    output: output.to_owned(),
                    input: place.given.clone(),
                });
            }
        }
        let around = files
            .filter(|place| output_whole.starts_with(&place.whole))
            .map(|place| place.given.as_path())
            .next();
        self.skip = around.map(|_| output_whole);
        Ok(around)
    }

    /// Walks all inputs once without reading them; `extension` is that of the files to be written, if any.
    ///
    /// # Errors
    ///
    /// Two captures would be written to one file.
    pub fn survey(&self, reading: &Reading, extension: Option<&str>) -> Result<Survey, Error> {
        let mut survey = Survey {
            bytes: Some(0),
            ..Survey::default()
        };
        let mut given: HashMap<PathBuf, PathBuf> = HashMap::new();
        for place in &self.places {
            for found in self.found(place).flatten() {
                survey.bytes = survey.bytes.filter(|_| !found.is_stdin());
                survey.bytes = survey.bytes.map(|bytes| bytes + found.bytes);
                if reading.form.is_json_lines(&found.path) {
                    survey.streams += 1;
                    continue;
                }
                survey.files += 1;
                match (extension, place.kind) {
                    (None, _) => {}
                    (Some(extension), Kind::Folder) => check_neighbour(&found, extension)?,
                    (Some(extension), _) => check_given(&found, extension, &mut given)?,
                }
            }
        }
        Ok(survey)
    }

    /// Walks all inputs in order: those given as they were given, those in folders by name.
    ///
    /// Breaks when `give` does.
    pub fn each_job(&self, reading: &Reading, give: &mut Give<'_>) -> ControlFlow<()> {
        let give: &mut Give<'_> = &mut |job: Job| {
            self.read.fetch_add(job.bytes(), Ordering::Relaxed);
            give(job)
        };
        for place in &self.places {
            for found in self.found(place) {
                match found {
                    Ok(found) if reading.form.is_json_lines(&found.path) => {
                        each_line(found, reading, give)?;
                    }
                    Ok(found) => give(Job::File(found))?,
                    Err(failure) => give(Job::Unread(failure))?,
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Counts the bytes of input that were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    fn found<'a>(
        &'a self,
        place: &'a Place,
    ) -> Box<dyn Iterator<Item = Result<Found, Failure>> + 'a> {
        if place.kind != Kind::Folder {
            return Box::new(std::iter::once(Ok(self.given(place))));
        }
        let skip = self.skip.clone();
        let walk = WalkBuilder::new(&place.given)
            .standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| !is_skipped(entry, skip.as_deref()))
            .build();
        Box::new(walk.filter_map(|entry| self.walked(place, entry)))
    }

    fn given(&self, place: &Place) -> Found {
        let name = match place.kind {
            Kind::Stdin => Path::new("stdin"),
            _ => place.whole.strip_prefix(&self.base).unwrap_or(&place.given),
        };
        Found {
            path: place.given.clone(),
            name: name.to_owned(),
            bytes: fs::metadata(&place.given).map_or(0, |data| data.len()),
        }
    }

    fn walked(
        &self,
        place: &Place,
        entry: Result<DirEntry, ignore::Error>,
    ) -> Option<Result<Found, Failure>> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Some(Err(walk_failure(place, &error))),
        };
        if !entry.file_type()?.is_file() {
            return None;
        }
        let below = entry.path().strip_prefix(&place.given).ok()?;
        let folder = place.whole.strip_prefix(&self.base).unwrap_or(&place.whole);
        Some(Ok(Found {
            name: folder.join(below),
            bytes: entry.metadata().map_or(0, |data| data.len()),
            path: entry.into_path(),
        }))
    }
}

fn is_skipped(entry: &DirEntry, skip: Option<&Path>) -> bool {
    if entry.file_name() == FILE_NAME {
        return true;
    }
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder && skip.is_some_and(|skip| whole(entry.path()) == skip)
}

fn each_line(found: Found, reading: &Reading, give: &mut Give<'_>) -> ControlFlow<()> {
    let reader: Box<dyn Read> = if found.is_stdin() {
        Box::new(io::stdin())
    } else {
        match File::open(&found.path) {
            Ok(file) => Box::new(file),
            Err(error) => return give(Job::File(found).failure(in_words(&error)).into()),
        }
    };
    let reader = BufReader::with_capacity(BUFFER, reader);
    Lines::new(reader, found, reading.max_bytes).try_for_each(give)
}

fn walk_failure(place: &Place, error: &ignore::Error) -> Failure {
    let path = path_of(error).unwrap_or(&place.given);
    let below = path.strip_prefix(&place.given).unwrap_or(path);
    Failure {
        id: id_of(below),
        place: path.display().to_string(),
        reason: error.io_error().map_or_else(|| error.to_string(), in_words),
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}
