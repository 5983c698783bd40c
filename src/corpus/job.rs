//! A job: one capture that is still to be read.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::containers::sniff::{is_page_name, unpacked};
use super::containers::{Whole, unpack_all};
use super::json::{JsonObject, fields_of};
use super::site::SiteFrom;
use super::walk::Found;
use crate::capture::{self, Capture, Kind};
use crate::decode::Charset;
use crate::error::in_words;

/// How inputs are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The form of the inputs.
    pub form: Form,
    /// Field or column that holds the text; where none is given `text`, or a column with another common name.
    pub field: Option<String>,
    /// Field or column that holds the name; where none is given `id`, or a column with another common name.
    pub id_field: Option<String>,
    /// The encoding of the inputs, where it is not to be found out.
    pub encoding: Option<Charset>,
    /// What tells the site of a capture, beside the capture itself.
    pub site: SiteFrom,
    /// Largest capture read, in bytes.
    pub max_bytes: u64,
    /// What becomes of files in folders that an ignore file names.
    pub ignored: Ignored,
}

/// The form of an input; what is packed or in an archive is unpacked first, and the form is that of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Told by content, and by the extension where content does not tell.
    Auto,
    /// One capture a file, and it is text.
    Text,
    /// One capture a file, and it is a web page.
    Html,
    /// One capture a JSON object: a line each, in an array, or one behind the other.
    JsonLines,
    /// One capture a row, with commas or semicolons between cells.
    Csv,
    /// One capture a row, with tabs between cells.
    Tsv,
    /// One capture a record, of those that hold text or web pages.
    Warc,
    /// One capture a row.
    Parquet,
}

/// What becomes of files in folders that a `.gitignore` or `.ignore` there names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ignored {
    /// They are left out.
    #[default]
    LeftOut,
    /// They are read.
    Read,
}

/// What takes jobs as they are found; it breaks when nobody wants more.
pub type Give<'g> = dyn FnMut(Job) -> ControlFlow<()> + 'g;

/// One capture that is still to be read, or worked on.
#[derive(Debug)]
#[non_exhaustive]
pub enum Job {
    /// A file of its own, read by whoever works on it.
    File(Found),
    /// A JSON object, parsed by whoever works on it.
    Json(JsonObject),
    /// One whose bytes are in memory already.
    Held(Held),
    /// One that was found and cannot be read.
    Unread(Failure),
}

/// A capture out of a stream or a file that holds several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Names it in records.
    pub id: String,
    /// Its name below the inputs, where it has a file name: where its tidy text goes in an output folder.
    pub name: Option<PathBuf>,
    /// Names it in messages.
    pub place: String,
    /// The bytes as fetched.
    pub bytes: Vec<u8>,
    /// Why they are not all that was fetched.
    pub damage: Option<String>,
    /// What is known of their encoding.
    pub form: capture::Form,
    /// Whether they are a web page.
    pub kind: Kind,
}

/// Why a capture cannot be cleaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Name of the capture in records.
    pub id: String,
    /// Where it is: a path, or a path and the number of a line.
    pub place: String,
    /// Why, and what to do about it.
    pub reason: String,
}

impl Reading {
    /// Returns the field that holds the text.
    pub fn field(&self) -> &str {
        self.field.as_deref().unwrap_or("text")
    }

    /// Returns the field that holds the name.
    pub fn id_field(&self) -> &str {
        self.id_field.as_deref().unwrap_or("id")
    }

    /// Returns what is known of an encoding: what the user says counts more than what a file declares.
    fn form_of(&self, form: &capture::Form) -> capture::Form {
        match (self.encoding, form) {
            (Some(charset), capture::Form::Encoded(_)) => capture::Form::Chosen(charset),
            _ => form.clone(),
        }
    }
}

impl Form {
    /// Returns what is said of a capture with a name of its own.
    pub(super) fn kind_of(self, name: &Path) -> Kind {
        match self {
            Self::Text => Kind::Text,
            Self::Html => Kind::Html,
            _ if is_page_name(name) => Kind::Likely,
            _ => Kind::Auto,
        }
    }

    /// Tells whether a file of this form may be one capture.
    pub(super) const fn may_be_one(self) -> bool {
        matches!(self, Self::Auto | Self::Text | Self::Html)
    }
}

impl Job {
    /// Names the capture in records; a JSON object that was not parsed yet is named by its place.
    pub fn id(&self) -> String {
        match self {
            Self::File(found) => found.id(),
            Self::Json(object) => object.unnamed(),
            Self::Held(held) => held.id.clone(),
            Self::Unread(failure) => failure.id.clone(),
        }
    }

    /// Returns the name below the inputs, where the tidy text goes in an output folder.
    ///
    /// `None` for captures without file names, such as rows and records.
    pub fn name(&self) -> Option<&Path> {
        match self {
            Self::File(found) => Some(unpacked(&found.name)),
            Self::Held(held) => held.name.as_deref(),
            Self::Json(_) | Self::Unread(_) => None,
        }
    }

    /// Returns about how many bytes it will read.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::File(found) => found.bytes,
            Self::Json(object) => object.bytes.len() as u64,
            Self::Held(held) => held.bytes.len() as u64,
            Self::Unread(_) => 0,
        }
    }

    /// Reads the capture and works on it.
    ///
    /// # Errors
    ///
    /// The capture cannot be read, or the work panics: the run can go on with the next.
    pub fn work<T>(
        &self,
        reading: &Reading,
        work: impl FnOnce(&Capture<'_>) -> T,
    ) -> Result<T, Failure> {
        let worked = match self {
            Self::File(found) => read(found, reading.max_bytes)
                .map(|whole| Capture {
                    form: reading.form_of(&capture::Form::Encoded(None)),
                    kind: reading.form.kind_of(&found.name),
                    site: reading.site.of_all(),
                    damage: whole.damage,
                    ..Capture::of_bytes(found.id(), whole.bytes)
                })
                .and_then(|capture| guarded(|| work(&capture))),
            Self::Json(object) => {
                fields_of(object, reading).and_then(|capture| guarded(|| work(&capture)))
            }
            Self::Held(held) => guarded(|| work(&held.capture(reading))),
            Self::Unread(failure) => return Err(failure.clone()),
        };
        worked.map_err(|reason| self.failure(reason))
    }

    /// Tells where the capture is: a path, or a path and the number of a line.
    pub fn place(&self) -> String {
        match self {
            Self::File(found) => found.place(),
            Self::Json(object) => object.place(),
            Self::Held(held) => held.place.clone(),
            Self::Unread(failure) => failure.place.clone(),
        }
    }

    /// Returns what the capture is drawn by in a sample: its name, or its line.
    pub(super) fn key(&self) -> Cow<'_, [u8]> {
        match self {
            Self::File(found) => found.id().into_bytes().into(),
            Self::Json(object) => object.bytes.as_slice().into(),
            Self::Held(held) => held.id.as_bytes().into(),
            Self::Unread(failure) => failure.id.as_bytes().into(),
        }
    }

    /// Makes it one that failed.
    pub fn failure(&self, reason: String) -> Failure {
        Failure {
            id: self.id(),
            place: self.place(),
            reason,
        }
    }
}

impl Held {
    fn capture(&self, reading: &Reading) -> Capture<'_> {
        Capture {
            id: self.id.clone(),
            site: reading.site.of_all(),
            bytes: Cow::Borrowed(&self.bytes),
            form: reading.form_of(&self.form),
            kind: self.kind,
            damage: self.damage.clone(),
        }
    }
}

/// Keeps a mistake of ours over one capture from ending the run over all.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| "undross made a mistake here; please report it with this capture".to_owned())
}

fn read(found: &Found, max_bytes: u64) -> Result<Whole, String> {
    let file = File::open(&found.path).map_err(|error| in_words(&error))?;
    let size = file.metadata().map_err(|error| in_words(&error))?.len();
    if size > max_bytes {
        return Err(too_large(max_bytes));
    }
    let bytes = read_up_to(file, size, max_bytes)?;
    unpack_all(bytes, &found.name, max_bytes)
}

/// Reads to the end, or to one byte more than is allowed: a file may grow while it is read.
fn read_up_to(from: impl Read, expected: u64, max_bytes: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected + 1).unwrap_or(0));
    from.take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| in_words(&error))?;
    if bytes.len() as u64 > max_bytes {
        return Err(too_large(max_bytes));
    }
    Ok(bytes)
}

/// Says that a capture is larger than is allowed.
pub fn too_large(max_bytes: u64) -> String {
    format!("larger than {max_bytes} bytes; raise --max-bytes to read it")
}

impl From<Failure> for Job {
    fn from(failure: Failure) -> Self {
        Self::Unread(failure)
    }
}
