//! The run under review: its records by number, and the pages that they rebuild.

use std::cell::RefCell;
use std::fs;
use std::path::{Component, Path, PathBuf};

use undross::Error;
use undross::corpus::{Run, tidy_name};
use undross::record::Record;
use undross::review::Queue;
use undross::stats::Stats;

use crate::cli::out::say;
use crate::cli::records::{Line, Records, Unpacked};

/// A run, with the places of its records.
#[derive(Debug)]
pub(super) struct ReviewedRun {
    /// The folder or the file, as the user named it.
    pub(super) path: PathBuf,
    pub(super) queue: Queue,
    pub(super) stats: Stats,
    files: Vec<PathBuf>,
    captures: Vec<Place>,
    unpacked: RefCell<Unpacked>,
}

/// A capture, and where its record stands.
#[derive(Debug)]
struct Place {
    id: String,
    site: Option<String>,
    file: u32,
    offset: u64,
}

/// The record of one capture, read again.
pub(super) struct Held {
    line: Line,
    folder: PathBuf,
}

impl ReviewedRun {
    /// Reads all records of a run once, and groups what they removed.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let (mut queue, mut stats) = (Queue::default(), Stats::default());
        let (mut files, mut captures) = (Vec::<PathBuf>::new(), Vec::new());
        if Run::is_unfinished(path) {
            say(format_args!(
                "undross: the run in `{}` is not finished; what it has written is shown",
                path.display()
            ));
        }
        for line in Records::open(path)? {
            let line = line?;
            let (file, offset) = line.place();
            if files.last().is_none_or(|last| last != file) {
                files.push(file.to_owned());
            }
            let file = u32::try_from(files.len() - 1).expect("a run has fewer files");
            let record = match line.record() {
                Ok(record) => record,
                Err(error) => {
                    say(format_args!("undross: {error}; it is left out"));
                    continue;
                }
            };
            captures.push(Place {
                id: record.id.clone().into_owned(),
                site: record.of_site(),
                file,
                offset,
            });
            queue.add(&record);
            // Which texts are alike is not asked here, and costs most.
            stats.add(&Record {
                text: None,
                ..record
            });
        }
        Ok(Self {
            path: path.to_owned(),
            queue: queue.arranged(),
            stats,
            files,
            captures,
            unpacked: RefCell::default(),
        })
    }

    /// Returns the folder that the run stands in.
    pub(super) fn folder(&self) -> &Path {
        match self.path.parent() {
            _ if self.path.is_dir() => &self.path,
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        }
    }

    /// Returns the id and the site of a capture.
    pub(super) fn named(&self, capture: u32) -> Option<(&str, Option<&str>)> {
        let place = self.captures.get(capture as usize)?;
        Some((&place.id, place.site.as_deref()))
    }

    /// Reads the record of a capture again; none where there is no capture of that number.
    pub(super) fn held(&self, capture: u32) -> Result<Option<Held>, Error> {
        let Some(place) = self.captures.get(capture as usize) else {
            return Ok(None);
        };
        let path = &self.files[place.file as usize];
        let line = self.unpacked.borrow_mut().line(path, place.offset)?;
        let folder = self.folder().to_owned();
        Ok(Some(Held { line, folder }))
    }
}

impl Held {
    pub(super) fn record(&self) -> Result<Record<'_>, Error> {
        self.line.record()
    }

    /// Returns the tidy text of the capture: from its record, or from its file.
    pub(super) fn tidy(&self, record: &Record<'_>) -> Result<String, String> {
        if let Some(text) = &record.text {
            return Ok(text.clone().into_owned());
        }
        if record.status == "failed" {
            let reason = record.reason.as_deref().unwrap_or("no reason is given");
            return Err(format!("the capture could not be cleaned: {reason}"));
        }
        let id = [".gz", ".zst"]
            .iter()
            .find_map(|end| record.id.strip_suffix(end));
        let name = tidy_name(Path::new(id.unwrap_or(&record.id)), "txt");
        let is_inside = name
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return Err(format!("`{}` names no file of the run", record.id));
        }
        let path = self.folder.join(name);
        fs::read_to_string(&path).map_err(|error| {
            format!(
                "{}: {error}; the text around stands in the tidy text, which has to lie where the run wrote it",
                path.display()
            )
        })
    }

    /// Rebuilds the page of the capture.
    pub(super) fn page(&self, record: &Record<'_>) -> Result<String, String> {
        let tidy = self.tidy(record)?;
        let page = record.restore(&tidy);
        page.ok_or_else(|| {
            let id = &record.id;
            format!("the tidy text of `{id}` is not the one that the run wrote; clean it again to see what stands around")
        })
    }
}
