//! An output folder: files appear whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::Error;

/// Start of the names of files that are not whole yet.
const UNFINISHED: &str = ".undross-";
/// Bytes gathered before a stream writes.
const BUFFER: usize = 1 << 18;

/// What to do with an output folder that holds something already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Refuse it.
    Refuse,
    /// Replace the files that are written again; leave the others.
    Replace,
}

/// A folder that takes the output of a run.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    next: AtomicU64,
}

/// A file that is written bit by bit, and appears when it is finished.
#[derive(Debug)]
pub struct Stream {
    out: BufWriter<File>,
    unfinished: PathBuf,
    path: PathBuf,
}

impl Folder {
    /// Opens a folder, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// The folder holds something and that is refused, it is a file, or it cannot be made.
    pub fn open(root: &Path, existing: Existing) -> Result<Self, Error> {
        if root.exists() && !root.is_dir() {
            let message = format!("`{}` is a file; name a folder with -o", root.display());
            return Err(Error::Usage(message));
        }
        fs::create_dir_all(root).map_err(|error| Error::write(root, error))?;
        let mut entries = fs::read_dir(root).map_err(|error| Error::read(root, error))?;
        let used = entries.any(|entry| !entry.is_ok_and(|entry| is_unfinished(&entry)));
        if used && existing == Existing::Refuse {
            return Err(Error::OutputExists(root.to_owned()));
        }
        Ok(Self {
            root: root.to_owned(),
            next: AtomicU64::new(0),
        })
    }

    /// Returns where the folder is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a whole file, and the folders above it.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, name: &Path, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(name);
        let unfinished = self.unfinished(&path);
        let written = create(&unfinished)
            .and_then(|mut file| file.write_all(bytes))
            .and_then(|()| fs::rename(&unfinished, &path));
        written.map_err(|error| {
            let _ = fs::remove_file(&unfinished);
            Error::write(path, error)
        })
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
            unfinished,
            path,
        })
    }

    fn unfinished(&self, path: &Path) -> PathBuf {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        path.with_file_name(format!("{UNFINISHED}{}-{number}", std::process::id()))
    }
}

impl Stream {
    /// Appends bytes.
    ///
    /// # Errors
    ///
    /// They cannot be written.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out
            .write_all(bytes)
            .map_err(|error| Error::write(&self.path, error))
    }

    /// Puts the file in its place, once it is safely on the disk.
    ///
    /// # Errors
    ///
    /// It cannot be written or renamed.
    pub fn finish(mut self) -> Result<(), Error> {
        self.put().map_err(|error| Error::write(&self.path, error))
    }

    fn put(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        fs::rename(&self.unfinished, &self.path)
    }
}

impl Drop for Stream {
    /// Takes an unfinished file away; a finished one has moved.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.unfinished);
    }
}

fn create(path: &Path) -> io::Result<File> {
    match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
            File::create(path)
        }
        made => made,
    }
}

fn is_unfinished(entry: &fs::DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with(UNFINISHED)
}
