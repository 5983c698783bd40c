//! The paths that a user gives, made comparable.

use std::fs;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// What makes a path one that stands for several.
const WILDCARDS: [char; 4] = ['*', '?', '[', '{'];
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
    /// What files in it have to match, where wildcards were given.
    pub(super) glob: Option<GlobMatcher>,
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
        if let Some((folder, glob)) = split_glob(path) {
            return Self {
                kind: Kind::Folder,
                whole: whole(&folder),
                given: folder,
                glob: Some(glob),
            };
        }
        let kind = match path {
            _ if path == Path::new(STDIN) => Kind::Stdin,
            _ if path.is_dir() => Kind::Folder,
            _ => Kind::File,
        };
        Self {
            kind,
            given: path.to_owned(),
            whole: whole(path),
            glob: None,
        }
    }

    /// Tells whether a file, of which the absolute path is given, is one that it names.
    pub(super) fn covers(&self, file: &Path) -> bool {
        match file.strip_prefix(&self.whole) {
            Ok(below) => self.takes(below),
            Err(_) => false,
        }
    }

    /// Tells whether a file below it matches, or a folder that the file is in.
    pub(super) fn takes(&self, below: &Path) -> bool {
        let Some(glob) = &self.glob else {
            return true;
        };
        below.ancestors().any(|above| glob.is_match(above))
    }

    fn folder(&self) -> &Path {
        match self.kind {
            Kind::Folder => &self.whole,
            _ => self.whole.parent().unwrap_or(&self.whole),
        }
    }
}

/// Splits a path that is not there and has wildcards: into the folder above them, and what is wanted below it.
fn split_glob(path: &Path) -> Option<(PathBuf, GlobMatcher)> {
    let text = path.to_str()?;
    if path.exists() || !text.contains(WILDCARDS) {
        return None;
    }
    let mut parts = path.components();
    let mut folder = PathBuf::new();
    while let Some(part) = parts.clone().next() {
        if part.as_os_str().to_str()?.contains(WILDCARDS) {
            break;
        }
        folder.push(part);
        parts.next();
    }
    let glob = GlobBuilder::new(parts.as_path().to_str()?)
        .literal_separator(true)
        .build()
        .ok()?;
    if folder.as_os_str().is_empty() {
        folder.push(".");
    }
    Some((folder, glob.compile_matcher()))
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
