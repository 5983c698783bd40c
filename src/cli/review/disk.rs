//! Files that people keep: the new one takes the place of the old one, or nothing happens.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file beside the old one and puts it in its place once all of it is on the disk.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays one: the file that it names is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&path);
    let mut file = builder(&path).tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    File::open(folder)?.sync_all()
}

/// Fails where a file could not be written.
pub(super) fn can_write(path: &Path) -> io::Result<()> {
    builder(path).tempfile_in(folder_of(path)).map(|_| ())
}

/// Returns the folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Returns how the new file is made: with the rights of the old one, or those that any new file has.
#[cfg(unix)]
fn builder(path: &Path) -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;

    let rights = fs::metadata(path).map_or_else(
        |_| fs::Permissions::from_mode(0o666),
        |data| data.permissions(),
    );
    let mut builder = tempfile::Builder::new();
    builder.prefix(".undross-").permissions(rights);
    builder
}

#[cfg(not(unix))]
fn builder(_: &Path) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".undross-");
    builder
}
