//! What can go wrong at the edge: reading, writing, configuration. The core has no errors.

use std::io;
use std::path::PathBuf;

use crate::config::ConfigError;

/// A run that cannot go on, or cannot begin.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file that the run needs cannot be read.
    #[error("{}: {}", path.display(), in_words(source))]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("{}: {}", path.display(), in_words(source))]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Standard output was closed by its reader, who has seen enough.
    #[error("standard output was closed")]
    Closed,
    /// The user stopped the run.
    #[error(
        "interrupted; what was written is whole, and `undross clean` goes on from there with --resume, an update with --update"
    )]
    Interrupted,
    /// The configuration cannot be followed.
    #[error(transparent)]
    Config(#[from] Box<ConfigError>),
    /// The arguments cannot be followed together.
    #[error("{0}")]
    Usage(String),
    /// Two inputs would be written to one file.
    #[error(
        "`{}` and `{}` would both be written to `{}`; rename one, or clean them into two folders",
        first.display(), second.display(), output.display()
    )]
    SameName {
        /// One input.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// The file, below the output folder.
        output: PathBuf,
    },
    /// The output folder holds something already.
    #[error(
        "`{}` is not empty, nothing was written; choose another folder, \
         or give --force to replace what this run writes again", .0.display()
    )]
    OutputExists(PathBuf),
    /// The output folder holds a run that did not come to its end.
    #[error(
        "`{}` holds a run that did not come to its end; give --resume to go on with it, \
         or --force to begin anew", .0.display()
    )]
    RunUnfinished(PathBuf),
    /// The output folder holds no run that could go on.
    #[error(
        "`{}` holds no run that could go on; leave --resume out, and choose an empty folder", .0.display()
    )]
    NothingToResume(PathBuf),
    /// The run in the output folder was begun in another way.
    #[error(
        "the run in `{}` was begun with {what}; give the same again, or --force to begin anew",
        root.display()
    )]
    OtherRun {
        /// The output folder.
        root: PathBuf,
        /// With what, as in `other inputs`.
        what: String,
    },
    /// The captures of a finished shard are not those of the input any more.
    #[error(
        "the input has changed since `{}` was written, so the run cannot go on as it was; \
         give --update to clean what is new or changed, or --force to begin anew", .0.display()
    )]
    InputChanged(PathBuf),
    /// Another process writes to the output folder.
    #[error(
        "another run is writing to `{}`; wait until it is done, or choose another folder", .0.display()
    )]
    InUse(PathBuf),
    /// The output folder is or holds an input, which might be overwritten.
    #[error(
        "the output folder `{}` holds the input `{}`, and sources are never overwritten; \
         choose a folder outside of the input", output.display(), input.display()
    )]
    OutputHoldsInput {
        /// The output folder.
        output: PathBuf,
        /// The input.
        input: PathBuf,
    },
    /// No record was found for a tidy file.
    #[error(
        "{}: no record of `{id}`; name its records with --records, and its id with --id", path.display()
    )]
    NoRecord {
        /// The file of records.
        path: PathBuf,
        /// The id looked for.
        id: String,
    },
    /// A tidy text is not the one its record was made with.
    #[error(
        "`{0}` cannot be restored: its text is not the one the record was made with; \
         clean the capture again, or give the text as it was written"
    )]
    NotItsText(String),
}

impl Error {
    /// Returns the error of a write, or that nobody reads any more.
    pub fn write(path: impl Into<PathBuf>, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::Write {
            path: path.into(),
            source,
        }
    }

    /// Returns the error of reading a file that the run cannot do without.
    pub fn read(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Read {
            path: path.into(),
            source,
        }
    }
}

/// Says why reading or writing failed, and what to do about it.
pub fn in_words(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let words = match error.kind() {
        Kind::NotFound => "there is no such file; check the path",
        Kind::PermissionDenied => "access is denied; check its permissions",
        Kind::IsADirectory => "is a folder where a file is expected",
        Kind::NotADirectory => "a part of the path is a file, not a folder; check the path",
        Kind::StorageFull => {
            "the disk is full; make room and start again, a run of `undross clean` with --resume"
        }
        Kind::InvalidFilename => "the name is too long or not allowed; rename it",
        Kind::AlreadyExists => "exists already; choose another name, or give --force to replace it",
        Kind::InvalidData => "is not UTF-8 text; save it as UTF-8",
        _ => return plain(error),
    };
    words.to_owned()
}

/// Writes an error of the system in house style: lower case, without its number.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
