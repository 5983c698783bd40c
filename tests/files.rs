//! Files of the repository, as several tests read them.

use std::fs;
use std::path::{Path, PathBuf};

/// Returns a path of the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns the entries of a folder in order; none where it is absent.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Returns the files below a folder that have one of the extensions, in order.
pub(crate) fn below(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(below(&path, extensions));
        } else if extensions
            .iter()
            .any(|&e| path.extension().is_some_and(|is| is == e))
        {
            found.push(path);
        }
    }
    found
}

/// Returns the texts of the fixture cases whose names begin so, and their paths.
pub(crate) fn cases(prefix: &str) -> Vec<(PathBuf, String)> {
    below(&root("fixtures"), &["txt"])
        .into_iter()
        .filter(|path| name(path).starts_with(prefix))
        .map(with_text)
        .collect()
}

/// Returns the seeds, and their paths.
pub(crate) fn seeds() -> Vec<(PathBuf, String)> {
    entries(&root("seeds")).into_iter().map(with_text).collect()
}

/// Returns the name of a file.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn with_text(path: PathBuf) -> (PathBuf, String) {
    let bytes = fs::read(&path).unwrap();
    (path, String::from_utf8_lossy(&bytes).into_owned())
}
