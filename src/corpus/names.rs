//! Names: of captures in records, and of files in an output folder.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::containers::sniff::unpacked;

/// Names a capture by its path below the input, with `/` between folders.
///
/// A path that is not Unicode is shown with replacement characters, and with a hash that keeps it unique.
pub fn id_of(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    let id = parts.join("/");
    if path.to_str().is_some() {
        return id;
    }
    let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
    format!(
        "{id}~{:02x}{:02x}{:02x}{:02x}",
        hash[0], hash[1], hash[2], hash[3]
    )
}

/// Names the file of a tidy text: a final `.txt` is replaced by the extension, any other stays and gets it too.
///
/// `a.txt` becomes `a.md`; `a.log` becomes `a.log.md`. So the names of two inputs stay apart.
pub fn tidy_name(path: &Path, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|end| end == "txt") {
        return path.with_extension(extension);
    }
    let mut name = OsString::from(path);
    name.push(".");
    name.push(extension);
    name.into()
}

/// Names the file of the text of a capture, by the name that the capture has in records.
///
/// `None` where that name is no path below the folder of the run.
pub fn output_of(id: &str, extension: &str) -> Option<PathBuf> {
    let name = tidy_name(unpacked(Path::new(id)), extension);
    let mut parts = name.components();
    parts
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(name)
}
