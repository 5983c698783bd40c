//! Waiting until files are safely on the disk, as far as each system lets one wait.

use std::fs::File;
#[cfg(any(test, not(target_os = "linux")))]
use std::fs::{OpenOptions, read_dir};
use std::io;
use std::path::Path;

/// Waits until the names of the files in a folder are safe.
#[cfg(unix)]
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Does nothing: Windows opens no folder as a file, and keeps names in a journal.
#[cfg(not(unix))]
pub(super) fn sync_names(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Waits until all files in a folder and below are safe, with all that is in them.
///
/// One call for all files of the disk is far quicker than one for each of thousands.
#[cfg(target_os = "linux")]
pub(super) fn sync_files(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

/// Waits until all files in a folder and below are safe, with all that is in them.
#[cfg(not(target_os = "linux"))]
pub(super) fn sync_files(folder: &Path) -> io::Result<()> {
    sync_each(folder)
}

/// Waits for one file after another; those that may not be written are not this run's.
#[cfg(any(test, not(target_os = "linux")))]
fn sync_each(folder: &Path) -> io::Result<()> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                match OpenOptions::new().write(true).open(entry.path()) {
                    Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                    file => file?.sync_all()?,
                }
            }
        }
        sync_names(&folder)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_are_waited_for_one_by_one_where_no_call_does_all() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let below = root.path().join("a/b");
        fs::create_dir_all(&below).expect("a folder");
        fs::write(below.join("tidy.txt"), "The wall fell.\n").expect("a file");
        assert!(sync_each(root.path()).is_ok());
        assert!(sync_files(root.path()).is_ok());
        assert!(sync_names(&below).is_ok());
        let gone = root.path().join("gone");
        assert!(sync_each(&gone).is_err());
    }
}
