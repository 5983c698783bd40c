//! The paths that a user gives, made comparable.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands for standard input among paths.
pub(super) const STDIN: &str = "-";

/// A path given by the user.
#[derive(Debug)]
pub(super) struct Place {
    /// What is there.
    pub(super) kind: Kind,
    /// As it was given, for messages and for opening.
    pub(super) given: PathBuf,
    /// Absolute, for comparing.
    pub(super) whole: PathBuf,
}

/// What a path leads to; a file may also be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Stdin,
    File,
    Folder,
}

impl Place {
    pub(super) fn new(path: &Path) -> Self {
        let kind = match path {
            _ if path == Path::new(STDIN) => Kind::Stdin,
            _ if path.is_dir() => Kind::Folder,
            _ => Kind::File,
        };
        Self {
            kind,
            given: path.to_owned(),
            whole: whole(path),
        }
    }

    fn folder(&self) -> &Path {
        match self.kind {
            Kind::Folder => &self.whole,
            _ => self.whole.parent().unwrap_or(&self.whole),
        }
    }
}

/// Makes a path absolute with links resolved, but for a last part that is no folder or not there yet.
pub(super) fn whole(path: &Path) -> PathBuf {
    if path.is_dir()
        && let Ok(whole) = fs::canonicalize(path)
    {
        return whole;
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => whole(folder).join(name),
        _ => absolute,
    }
}

/// Finds the nearest folder above all inputs.
pub(super) fn common_folder(places: &[Place]) -> PathBuf {
    let mut folders = places
        .iter()
        .filter(|place| place.kind != Kind::Stdin)
        .map(Place::folder);
    let Some(first) = folders.next() else {
        return PathBuf::new();
    };
    folders
        .fold(first, |common, folder| {
            common
                .ancestors()
                .find(|above| folder.starts_with(above))
                .unwrap_or(Path::new("/"))
        })
        .to_owned()
}
