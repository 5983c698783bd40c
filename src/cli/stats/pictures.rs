//! The charts of a run as files.

use std::io::{Error as IoError, ErrorKind};
use std::path::{Path, PathBuf};

use undross::Error;
use undross::corpus::{Folder, Over};
use undross::stats::{Chart, Stats, charts};

use crate::cli::out::{counted, say};

/// What becomes of pictures that are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Present {
    /// They stay, and nothing is written.
    Refuse,
    /// They are replaced.
    Replace,
}

/// Writes each chart of a run into a folder.
pub(super) fn write(stats: &Stats, folder: &Path, existing: Present) -> Result<(), Error> {
    if folder.is_file() {
        let folder = folder.display();
        let message = format!("`{folder}` is a file; name a folder with --pictures");
        return Err(Error::Usage(message));
    }
    let charts = charts(stats);
    let name = |chart: &Chart| PathBuf::from(format!("{}.svg", chart.name));
    if existing == Present::Refuse {
        let mut paths = charts.iter().map(|chart| folder.join(name(chart)));
        if let Some(path) = paths.find(|path| Over::holds_something(path)) {
            return Err(Error::write(path, IoError::from(ErrorKind::AlreadyExists)));
        }
    }
    let shown = folder.display();
    let folder = Folder::open(folder)?;
    for chart in &charts {
        folder.write(&name(chart), chart.svg.as_bytes())?;
    }
    let pictures = counted(charts.len() as u64, "picture");
    say(format_args!("undross: wrote {pictures} to {shown}"));
    Ok(())
}
