//! Walking over the inputs: what is found where.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::inputs::Inputs;
use super::job::{Failure, Ignored, Reading};
use super::names::id_of;
use super::place::{Kind, Place, STDIN, whole};
use crate::config::FILE_NAME;
use crate::error::in_words;

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
    /// Finds all files of a place, in the order of their names.
    pub(super) fn found<'a>(
        &'a self,
        place: &'a Place,
        reading: &Reading,
    ) -> Box<dyn Iterator<Item = Result<Found, Failure>> + 'a> {
        if place.kind != Kind::Folder {
            return Box::new(std::iter::once(Ok(self.given(place))));
        }
        let skip = self.skip.clone();
        let heed = reading.ignored == Ignored::LeftOut;
        let walk = WalkBuilder::new(&place.given)
            .standard_filters(false)
            .hidden(true)
            .ignore(heed)
            .git_ignore(heed)
            .require_git(false)
            .follow_links(true)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| !is_skipped(entry, skip.as_deref()))
            .build();
        Box::new(walk.filter_map(|entry| self.walked(place, entry)))
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
        if !place.takes(below) {
            return None;
        }
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

pub(super) fn no_match(place: &Place, glob: &str) -> Failure {
    Failure {
        id: glob.to_owned(),
        place: place.given.join(glob).display().to_string(),
        reason: "no file matches; check the pattern".to_owned(),
    }
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
