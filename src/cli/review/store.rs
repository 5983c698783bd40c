//! The file of decisions: every change is on the disk before it counts, and no change of another process is lost.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use undross::Error;
use undross::corpus::{can_write_over, folder_of, write_over};
use undross::review::{Damage, Decisions, Key};

/// The file of decisions, as it was read last.
#[derive(Debug)]
pub(super) struct Store {
    path: PathBuf,
    decisions: Decisions,
    damage: Vec<Damage>,
    stamp: Option<Stamp>,
}

/// What tells one state of the file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
    file: u64,
}

impl Store {
    /// Reads a file of decisions; one that does not exist yet holds none.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let mut store = Self {
            path: path.to_owned(),
            decisions: Decisions::default(),
            damage: Vec::new(),
            stamp: None,
        };
        store.reload()?;
        Ok(store)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) const fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Lists the lines that are not used, with the file.
    pub(super) fn damage(&self) -> Vec<String> {
        let path = self.path.display();
        let damage = self.damage.iter();
        damage.map(|damage| format!("{path}:{damage}")).collect()
    }

    /// Fails where no decision could be written.
    pub(super) fn check_writable(&self) -> Result<(), Error> {
        can_write_over(&self.path).map_err(|error| Error::write(&self.path, error))
    }

    /// Reads the file again if another process wrote it; tells whether it did.
    pub(super) fn reload(&mut self) -> Result<bool, Error> {
        let stamp = self.stamp_of_file()?;
        if stamp == self.stamp {
            return Ok(false);
        }
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(Error::read(&self.path, error)),
        };
        (self.decisions, self.damage) = Decisions::read(&bytes);
        self.stamp = stamp;
        Ok(true)
    }

    /// Changes decisions on these; other processes wait until it is done.
    pub(super) fn change(
        &mut self,
        keys: &[Key],
        change: impl FnOnce(&mut Decisions),
    ) -> Result<(), Error> {
        let folder = folder_of(&self.path);
        let lock = File::open(&folder).and_then(|folder| folder.lock().map(|()| folder));
        let lock = lock.map_err(|error| Error::write(&folder, error))?;
        self.reload()?;
        let mut decisions = self.decisions.clone();
        change(&mut decisions);
        let mut damage = self.damage.clone();
        damage.retain(|damage| !keys.iter().any(|key| damage.is_about(key)));
        write_over(&self.path, &decisions.write(&damage))
            .map_err(|error| Error::write(&self.path, error))?;
        self.stamp = self.stamp_of_file()?;
        (self.decisions, self.damage) = (decisions, damage);
        drop(lock);
        Ok(())
    }

    fn stamp_of_file(&self) -> Result<Option<Stamp>, Error> {
        match fs::metadata(&self.path) {
            Ok(data) => Ok(Some(Stamp {
                bytes: data.len(),
                modified: data.modified().ok(),
                file: number(&data),
            })),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::read(&self.path, error)),
        }
    }
}

#[cfg(unix)]
fn number(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
const fn number(_: &fs::Metadata) -> u64 {
    0
}
