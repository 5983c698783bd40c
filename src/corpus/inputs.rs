//! Finding captures: standard input, files, folders.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::containers::sniff::{Content, HEAD, is_json, is_single};
use super::containers::window::Window;
use super::containers::{Context, Origin, Source, content_of, each_in};
use super::job::{Failure, Give, Job, Reading};
use super::over::folder_of;
use super::place::{Kind, Place, common_folder, whole};
use super::same_name::{check_given, check_neighbour};
use super::skipped::Skipped;
use super::walk::{Found, no_match};
use super::warnings::Warnings;
use crate::error::{Error, in_words};

/// The inputs of a run: walked anew on every pass over them, never held.
#[derive(Debug)]
pub struct Inputs {
    places: Vec<Place>,
    pub(super) base: PathBuf,
    pub(super) skip: Option<PathBuf>,
    skipped: Skipped,
    warnings: Warnings,
    /// The first bytes of standard input, once they were looked at.
    stdin: OnceLock<Vec<u8>>,
    /// Bytes that were read so far.
    read: AtomicU64,
}

/// What a look at all inputs shows before the run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Survey {
    /// Files with one capture each.
    pub files: u64,
    /// Files with captures that have no file names, told by the extension.
    pub streams: u64,
    /// Archives, told by the extension.
    pub archives: u64,
    /// Bytes of all files; none where standard input is among them.
    pub bytes: Option<u64>,
}

impl Inputs {
    /// Looks at the paths given; `-` is standard input.
    ///
    /// A path where there is nothing is kept, and fails in the run; [`Inputs::check`] tells before.
    ///
    /// # Errors
    ///
    /// A path is given twice, or lies in a folder that is given too.
    pub fn new(paths: &[PathBuf]) -> Result<Self, Error> {
        let places: Vec<Place> = paths.iter().map(|path| Place::new(path)).collect();
        for (index, place) in places.iter().enumerate() {
            let twice = |other: &&Place| {
                let same = place.whole == other.whole;
                let within = other.kind == Kind::Folder && place.whole.starts_with(&other.whole);
                place.glob.is_none() && other.glob.is_none() && (same || within)
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
            skipped: Skipped::default(),
            warnings: Warnings::default(),
            stdin: OnceLock::new(),
            read: AtomicU64::new(0),
        })
    }

    /// Looks whether there is something at every path that was given.
    ///
    /// # Errors
    ///
    /// There is no such file or folder, or nothing matches a pattern.
    pub fn check(&self, reading: &Reading) -> Result<(), Error> {
        for place in &self.places {
            let is_there = match &place.glob {
                Some(_) => self.found(place, reading).any(|found| found.is_ok()),
                None => place.kind == Kind::Stdin || place.given.symlink_metadata().is_ok(),
            };
            if is_there {
                continue;
            }
            return Err(match &place.glob {
                Some(glob) => {
                    let missing = no_match(place, glob.glob().glob());
                    Error::Usage(format!("{}: {}", missing.place, missing.reason))
                }
                None => Error::read(&place.given, io::ErrorKind::NotFound.into()),
            });
        }
        Ok(())
    }

    /// Tells whether the only input is a file or standard input.
    pub fn is_one_file(&self) -> bool {
        matches!(&self.places[..], [place] if place.kind != Kind::Folder)
    }

    /// Tells whether standard input, or another stream that can be read only once, is an input.
    pub fn reads_stream(&self) -> bool {
        let mut places = self.places.iter();
        places.any(|place| match place.kind {
            Kind::Stdin => true,
            Kind::Folder => false,
            Kind::File => fs::metadata(&place.given).is_ok_and(|data| !data.is_file()),
        })
    }

    /// Tells whether every input is a file, or standard input, with captures that have no file names.
    ///
    /// Looks at the first bytes of each.
    pub fn are_streams(&self, reading: &Reading) -> bool {
        let mut places = self.places.iter();
        places.all(|place| {
            place.kind != Kind::Folder && self.content(&self.given(place), reading).is_stream()
        })
    }

    fn content(&self, found: &Found, reading: &Reading) -> Content {
        let bytes = match found.is_stdin() {
            true => Window::of_stream(self.stdin_head()),
            _ if !found.path.is_file() => Window::of_stream(io::empty()),
            _ => File::open(&found.path)
                .map_or_else(|_| Window::of_stream(io::empty()), Window::of_file),
        };
        content_of(bytes, &found.name, reading)
    }

    fn stdin_head(&self) -> &[u8] {
        self.stdin.get_or_init(|| {
            let mut head = Vec::new();
            // What goes wrong here goes wrong once more when the rest is read.
            let _ = io::stdin().take(HEAD as u64).read_to_end(&mut head);
            head
        })
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
            for found in self.found(place, reading).flatten() {
                survey.bytes = survey.bytes.filter(|_| !found.is_stdin());
                survey.bytes = survey.bytes.map(|bytes| bytes + found.bytes);
                let content = match is_json(&found.name) {
                    true => self.content(&found, reading),
                    false => Content::by_name(&found.name, reading),
                };
                if content.is_stream() {
                    survey.streams += 1;
                    continue;
                }
                if content.is_archive() {
                    survey.archives += 1;
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
        self.each_job_of(reading, &mut |_, job| give(job))
    }

    /// Walks all inputs as [`Self::each_job`] does, and tells of each job the folder that its file stands in.
    pub fn each_job_of(
        &self,
        reading: &Reading,
        give: &mut dyn FnMut(&Path, Job) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.skipped.clear();
        self.read.store(0, Ordering::Relaxed);
        self.warnings.take();
        for (index, place) in self.places.iter().enumerate() {
            let mut any = false;
            for found in self.found(place, reading) {
                any = true;
                match found {
                    Ok(found) if self.is_covered(index, &found) => {}
                    Ok(found) => {
                        let end = self.bytes_read() + found.bytes;
                        let folder = folder_of(&found.path);
                        self.each_in_file(found, reading, &mut |job| give(&folder, job))?;
                        // Not all readers count, and some read a part twice.
                        self.read.store(end, Ordering::Relaxed);
                    }
                    Err(failure) => give(&place.given, Job::Unread(failure))?,
                }
            }
            if !any && let Some(glob) = &place.glob {
                give(
                    &place.given,
                    Job::Unread(no_match(place, glob.glob().glob())),
                )?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Lists the folders that files of the inputs stand in, and `.` for standard input.
    ///
    /// Where there are no files, these are the inputs themselves, so that a mistake in what would apply to them is told.
    pub fn folders(&self, reading: &Reading) -> BTreeSet<PathBuf> {
        let places = || self.places.iter();
        let files = places().flat_map(|place| self.found(place, reading));
        let found: BTreeSet<_> = files.flatten().map(|file| folder_of(&file.path)).collect();
        match found.is_empty() {
            true => places().map(|place| place.given.clone()).collect(),
            false => found,
        }
    }

    /// Counts what containers held beside captures in the last walk, by kind.
    pub fn skipped(&self) -> BTreeMap<String, u64> {
        self.skipped.counts()
    }

    /// Takes what is odd about the inputs read so far, though nothing of them is lost.
    pub fn warnings(&self) -> Vec<Failure> {
        self.warnings.take()
    }

    /// Counts the bytes of input that were read so far, packed as they are.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Tells whether wildcards, or a path before them, named a file already.
    fn is_covered(&self, index: usize, found: &Found) -> bool {
        let before = &self.places[..index];
        let wild =
            self.places[index].glob.is_some() || before.iter().any(|place| place.glob.is_some());
        wild && {
            let file = whole(&found.path);
            before.iter().any(|place| place.covers(&file))
        }
    }

    fn each_in_file(
        &self,
        found: Found,
        reading: &Reading,
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        let one = reading.form.may_be_one() && is_single(&found.path);
        if one && !found.is_stdin() {
            return give(Job::File(found));
        }
        let origin = Origin::of(&found);
        let (bytes, file) = match self.open(&found) {
            Ok(bytes) => bytes,
            Err(error) => return give(origin.failure(in_words(&error))),
        };
        let context = Context {
            reading,
            skipped: &self.skipped,
            warnings: &self.warnings,
        };
        let file = file.then_some(found);
        each_in(
            Source {
                bytes,
                origin,
                is_unpacked: false,
                file,
            },
            context,
            give,
        )
    }

    /// Opens a file; tells whether it can be opened once more, as pipes cannot.
    fn open(&self, found: &Found) -> io::Result<(Window<'_>, bool)> {
        if found.is_stdin() {
            let all = Cursor::new(self.stdin_head()).chain(io::stdin());
            return Ok((Window::of_stream(all).counted(&self.read), false));
        }
        let file = File::open(&found.path)?;
        let data = file.metadata()?;
        if data.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(match data.is_file() {
            true => (Window::of_file(file).counted(&self.read), true),
            false => (Window::of_stream(file).counted(&self.read), false),
        })
    }

    pub(super) fn given(&self, place: &Place) -> Found {
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
}
