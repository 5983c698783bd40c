//! An output folder: files appear whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use super::disk;
use super::over::{Over, push_to};
use crate::error::Error;

/// Folder of a run that is under way: its lock, and what is not whole yet.
pub(super) const STATE: &str = ".undross";
/// Start of the names of files that are not whole yet where no run is under way.
const UNFINISHED: &str = ".undross-";
/// File that a run holds locked.
const LOCK: &str = "lock";
/// Bytes gathered before a stream writes.
const BUFFER: usize = 1 << 18;

/// A folder that takes output.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    locked: Option<Lock>,
    next: AtomicU64,
}

/// A file that is written bit by bit, and appears when it is finished.
#[derive(Debug)]
pub struct Stream {
    out: BufWriter<File>,
    hash: Sha256,
    unfinished: PathBuf,
    path: PathBuf,
}

/// The right to write to a folder, which one process has; it ends with the process at the latest.
#[derive(Debug)]
struct Lock {
    state: PathBuf,
    #[expect(dead_code, reason = "held for its lock alone")]
    file: File,
}

impl Folder {
    /// Opens a folder, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// It is a file, or it cannot be made.
    pub fn open(root: &Path) -> Result<Self, Error> {
        if root.exists() && !root.is_dir() {
            let message = format!("`{}` is a file; name a folder with -o", root.display());
            return Err(Error::Usage(message));
        }
        fs::create_dir_all(root).map_err(|error| Error::write(root, error))?;
        Ok(Self {
            root: root.to_owned(),
            locked: None,
            next: AtomicU64::new(0),
        })
    }

    /// Returns where the folder is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Tells whether it holds anything but what a run left behind unfinished.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn is_used(&self) -> Result<bool, Error> {
        let mut entries =
            fs::read_dir(&self.root).map_err(|error| Error::read(&self.root, error))?;
        Ok(entries.any(|entry| !entry.is_ok_and(|entry| entry.file_name() == STATE)))
    }

    /// Makes this process the only one that writes here, and takes away what others left unfinished.
    ///
    /// # Errors
    ///
    /// Another process writes here, or nothing can be written.
    pub fn lock(&mut self) -> Result<(), Error> {
        let state = self.root.join(STATE);
        let path = state.join(LOCK);
        let file = create(&path).map_err(|error| Error::write(&path, error))?;
        match file.try_lock() {
            // The run that had the lock until now may have taken its file away.
            Ok(()) if path.exists() => {}
            Ok(()) | Err(TryLockError::WouldBlock) => return Err(Error::InUse(self.root.clone())),
            Err(TryLockError::Error(error)) => return Err(Error::write(&path, error)),
        }
        let entries = fs::read_dir(&state).map_err(|error| Error::read(&state, error))?;
        for entry in entries.flatten().filter(|entry| entry.file_name() != LOCK) {
            let _ = fs::remove_file(entry.path());
        }
        self.locked = Some(Lock { state, file });
        Ok(())
    }

    /// Writes a whole file, and the folders above it; see [`Over`] for what may stand there already.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, name: &Path, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(name);
        let written = Over::of(&path).and_then(|over| match over {
            Over::File(file) if file == path => replace(&self.unfinished(&file), &file, bytes),
            // Behind a link it may be on another disk, where nothing in this folder can be renamed to.
            Over::File(file) => replace(&self.beside(&file), &file, bytes),
            Over::Stream(stream) => push_to(&stream, bytes),
        });
        written.map_err(|error| Error::write(path, error))
    }

    /// Begins a file that is written bit by bit.
    ///
    /// # Errors
    ///
    /// The file cannot be made.
    pub fn stream(&self, name: &str) -> Result<Stream, Error> {
        let path = self.root.join(name);
        let unfinished = self.unfinished(&path);
        let file = create(&unfinished).map_err(|error| Error::write(&path, error))?;
        Ok(Stream {
            out: BufWriter::with_capacity(BUFFER, file),
            hash: Sha256::new(),
            unfinished,
            path,
        })
    }

    /// Waits until the names of all files here are safely on the disk.
    ///
    /// # Errors
    ///
    /// The system cannot say so.
    pub fn settle(&self) -> Result<(), Error> {
        disk::sync_names(&self.root).map_err(|error| Error::write(&self.root, error))
    }

    /// Waits until all files, also those in folders below, are safely on the disk with all that is in them.
    ///
    /// # Errors
    ///
    /// The system cannot say so.
    pub fn settle_all(&self) -> Result<(), Error> {
        disk::sync_files(&self.root).map_err(|error| Error::write(&self.root, error))
    }

    fn unfinished(&self, path: &Path) -> PathBuf {
        match &self.locked {
            Some(lock) => lock.state.join(self.number()),
            None => self.beside(path),
        }
    }

    fn beside(&self, path: &Path) -> PathBuf {
        path.with_file_name(format!("{UNFINISHED}{}", self.number()))
    }

    /// Makes a name that nothing else has.
    fn number(&self) -> String {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        format!("{}-{number}", std::process::id())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.state.join(LOCK));
        let _ = fs::remove_dir(&self.state);
    }
}

impl Stream {
    /// Appends bytes.
    ///
    /// # Errors
    ///
    /// They cannot be written.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.write_all(bytes)
            .map_err(|error| Error::write(&self.path, error))
    }

    /// Returns where the file will stand.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file in its place, once it is safely on the disk, and returns its SHA-256.
    ///
    /// # Errors
    ///
    /// It cannot be written or renamed.
    pub fn finish(mut self) -> Result<String, Error> {
        self.put()
            .map_err(|error| Error::write(&self.path, error))?;
        Ok(crate::record::hex(&self.hash.clone().finalize()))
    }

    fn put(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        rename(&self.unfinished, &self.path)
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hash.update(bytes);
        self.out.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Stream {
    /// Takes an unfinished file away; a finished one has moved.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.unfinished);
    }
}

/// Writes a file under a name that does not last, and gives it its own.
fn replace(unfinished: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = create(unfinished)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| rename(unfinished, path));
    written.inspect_err(|_| {
        let _ = fs::remove_file(unfinished);
    })
}

fn create(path: &Path) -> io::Result<File> {
    with_folder(path, || File::create(path))
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    with_folder(to, || fs::rename(from, to))
}

/// Tries again with the folder of a file made, where there is none.
fn with_folder<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
            act()
        }
        done => done,
    }
}
