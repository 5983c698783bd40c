//! Files that are written over: a plain file is replaced as a whole, anything else is written to and stays what it is.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::disk::sync_names;

/// Most links that are followed, as many as Linux follows.
const LINKS: usize = 40;
/// Folders of the system whose links lead to what this process has open, which only takes bytes.
const OPEN_FILES: [&str; 2] = ["/proc", "/dev/fd"];

/// What bytes under a name go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// A file that can be replaced, or one that is made; this is its own name, behind all links.
    File(PathBuf),
    /// A device, a pipe or something else that only takes bytes.
    Stream(PathBuf),
}

impl Over {
    /// Looks what stands under a name, and follows links; one that leads nowhere names the file that is made.
    ///
    /// # Errors
    ///
    /// A folder stands there, links go round in a circle, or the system does not tell.
    pub fn of(path: &Path) -> io::Result<Self> {
        let mut path = path.to_owned();
        for _ in 0..LINKS {
            match fs::symlink_metadata(&path) {
                _ if OPEN_FILES.iter().any(|folder| path.starts_with(folder)) => {
                    return Ok(Self::Stream(path));
                }
                Ok(data) if data.is_symlink() => {
                    let link = fs::read_link(&path)?;
                    path = path.parent().unwrap_or(Path::new("")).join(link);
                }
                Ok(data) if data.is_dir() => return Err(ErrorKind::IsADirectory.into()),
                Ok(data) if !data.is_file() => return Ok(Self::Stream(path)),
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                Ok(_) | Err(_) => return Ok(Self::File(path)),
            }
        }
        Err(io::Error::other("its links go round in a circle"))
    }

    /// Tells whether something would be lost by writing there.
    pub fn holds_something(path: &Path) -> bool {
        match Self::of(path) {
            Ok(Self::File(file)) => file.exists(),
            Ok(Self::Stream(_)) => false,
            Err(_) => true,
        }
    }
}

/// Writes a file that people keep: once all of it is on the disk, it takes the place of the old one.
///
/// # Errors
///
/// It cannot be written; then a file that was there is as it was.
pub fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = match Over::of(path)? {
        Over::File(path) => path,
        Over::Stream(path) => return push_to(&path, bytes),
    };
    let folder = folder_of(&path);
    let mut file = builder(&path).tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    sync_names(&folder)
}

/// Fails where a file could not be written.
///
/// # Errors
///
/// Those that [`write_over`] would meet, as far as they can be known.
pub fn can_write_over(path: &Path) -> io::Result<()> {
    match Over::of(path)? {
        Over::File(path) => builder(&path).tempfile_in(folder_of(&path)).map(|_| ()),
        Over::Stream(_) => Ok(()),
    }
}

/// Writes to what is no file.
pub(super) fn push_to(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut stream = OpenOptions::new().append(true).open(path)?;
    stream.write_all(bytes)?;
    stream.flush()
}

/// Returns the folder that a file stands in.
pub fn folder_of(path: &Path) -> PathBuf {
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
