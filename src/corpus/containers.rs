//! Files that hold captures: packed, in archives, as rows or as records; each kind is told by content.

mod csv;
mod frame;
mod http;
mod mac;
pub(super) mod members;
mod names;
#[cfg(feature = "parquet")]
mod parquet;
mod part;
pub(super) mod sniff;
mod spool;
mod tar;
mod warc;
pub(super) mod window;
mod zip;

use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use members::{Codec, Members, is_behind, reason_of};
use names::Names;
use sniff::{Content, HEAD, unpacked};
use window::Window;

use super::job::{Failure, Give, Held, Job, Reading, too_large};
use super::json_lines::each_line;
use super::names::id_of;
use super::skipped::Skipped;
use super::walk::Found;
use super::warnings::Warnings;
use crate::capture::Form;

/// Most containers inside each other.
pub(super) const DEPTH: usize = 4;

/// What the readers of all containers share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) reading: &'c Reading,
    pub(super) skipped: &'c Skipped,
    pub(super) warnings: &'c Warnings,
}

/// Bytes to be read, and where they come from.
#[derive(Debug)]
pub(super) struct Source<'s> {
    pub(super) bytes: Window<'s>,
    pub(super) origin: Origin,
    /// What its name says of packing is done.
    pub(super) is_unpacked: bool,
    /// The file, where all of it may turn out to be one capture: then whoever works on it reads it.
    pub(super) file: Option<Found>,
}

/// Where bytes come from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// Names it in messages.
    pub(super) place: String,
    /// Its name below the inputs.
    pub(super) name: PathBuf,
    /// How many containers it lies in.
    pub(super) depth: usize,
}

impl Origin {
    pub(super) fn of(found: &Found) -> Self {
        Self {
            place: found.place(),
            name: found.name.clone(),
            depth: 0,
        }
    }

    /// Makes the origin of a member, with a name that no other member has.
    fn member(&self, name: &[u8], names: &mut Names) -> Self {
        Self {
            place: format!("{}: {}", self.place, String::from_utf8_lossy(name)),
            name: names.of(&self.name, name),
            depth: self.depth + 1,
        }
    }

    /// Names it in records.
    pub(super) fn id(&self) -> String {
        id_of(&self.name)
    }

    /// Makes the failure of all of it.
    pub(super) fn failure(&self, reason: impl Into<String>) -> Job {
        Job::Unread(Failure {
            id: self.id(),
            place: self.place.clone(),
            reason: reason.into(),
        })
    }

    /// Makes the failure of a part; `at` names the part, with what stands before it: `:3`, `: record 3`.
    pub(super) fn failure_at(&self, at: &str, reason: impl Into<String>) -> Job {
        Job::Unread(Failure {
            id: format!("{}{at}", self.id()),
            place: format!("{}{at}", self.place),
            reason: reason.into(),
        })
    }
}

/// Gives all captures in some bytes.
pub(super) fn each_in<'s>(
    mut source: Source<'s>,
    context: Context<'s>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let name = match source.is_unpacked {
        true => unpacked(&source.origin.name),
        false => &source.origin.name,
    };
    let content = Content::of(source.bytes.look(HEAD), name, context.reading);
    if source.origin.depth >= DEPTH
        && matches!(content, Content::Packed(_) | Content::Tar | Content::Zip)
    {
        let reason = format!("more than {DEPTH} containers inside each other; unpack it first");
        return give(source.origin.failure(reason));
    }
    if !matches!(content, Content::Packed(_) | Content::One) {
        source.bytes = source.bytes.noting(context.warnings, &source.origin);
    }
    match content {
        Content::Packed(codec) => each_in(unpack(source, codec), context, give),
        Content::JsonLines => each_line(source.bytes, source.origin, context.reading, give),
        Content::Tar => tar::each_member(source, context, give),
        Content::Zip => zip::each_member(source, context, give),
        Content::Warc => warc::each_record(source, context, give),
        Content::Rows(delimiter) => csv::each_row(source, delimiter, context, give),
        #[cfg(feature = "parquet")]
        Content::Parquet => parquet::each_row(source, context, give),
        #[cfg(not(feature = "parquet"))]
        Content::Parquet => give(
            source
                .origin
                .failure("this undross was built without Parquet"),
        ),
        Content::Foreign(reason) => give(source.origin.failure(reason)),
        Content::One => one(source, context.reading, give),
    }
}

/// Tells what is in a file once it is unpacked.
pub(super) fn content_of(mut bytes: Window<'_>, name: &Path, reading: &Reading) -> Content {
    let mut content = Content::of(bytes.look(HEAD), name, reading);
    for _ in 0..DEPTH {
        let Content::Packed(codec) = content else {
            break;
        };
        bytes = Window::of_stream(Members::new(codec, bytes));
        content = Content::of(bytes.look(HEAD), unpacked(name), reading);
    }
    content
}

fn unpack(source: Source<'_>, codec: Codec) -> Source<'_> {
    let mut origin = source.origin;
    origin.depth += 1;
    Source {
        bytes: Window::of_stream(Members::new(codec, source.bytes)),
        origin,
        is_unpacked: true,
        file: source.file,
    }
}

/// Bytes of one capture, as far as they can be read.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) bytes: Vec<u8>,
    /// Why they are not all.
    pub(super) damage: Option<String>,
}

impl Whole {
    /// Puts what went wrong before in front.
    fn with(self, damage: Option<String>) -> Self {
        Self {
            damage: damage.or(self.damage),
            ..self
        }
    }
}

/// Unpacks bytes that are packed, as often as they are, up to a size.
///
/// # Errors
///
/// Nothing of them can be read, or they are too many.
pub(super) fn unpack_all(bytes: Vec<u8>, name: &Path, max_bytes: u64) -> Result<Whole, String> {
    let mut whole = Whole {
        bytes,
        damage: None,
    };
    let mut codec = Codec::of_file(&whole.bytes, name);
    for _ in 0..DEPTH {
        let Some(found) = codec else {
            break;
        };
        let raw = Window::of_stream(Cursor::new(whole.bytes));
        whole = read_whole(Members::new(found, raw), max_bytes)?.with(whole.damage);
        codec = Codec::of(&whole.bytes);
    }
    Ok(whole)
}

/// Reads to the end, or to damage, or to one byte more than is allowed.
///
/// # Errors
///
/// Nothing can be read, or too much.
pub(super) fn read_whole(from: impl Read, max_bytes: u64) -> Result<Whole, String> {
    let mut bytes = Vec::new();
    let read = from
        .take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes);
    if bytes.len() as u64 > max_bytes {
        return Err(too_large(max_bytes));
    }
    let damage = match read {
        Ok(_) => None,
        // What the disk does not give now it may give later.
        Err(error) if error.raw_os_error().is_some() => return Err(reason_of(&error)),
        Err(error) if bytes.is_empty() && !is_behind(&error) => return Err(reason_of(&error)),
        Err(error) => Some(reason_of(&error)),
    };
    Ok(Whole { bytes, damage })
}

fn one(source: Source<'_>, reading: &Reading, give: &mut Give<'_>) -> ControlFlow<()> {
    if let Some(found) = source.file {
        return give(Job::File(found));
    }
    let origin = source.origin;
    match read_whole(source.bytes, reading.max_bytes) {
        Err(reason) => give(origin.failure(reason)),
        Ok(whole) => give(Job::Held(Held {
            id: origin.id(),
            kind: reading.form.kind_of(&origin.name),
            name: Some(unpacked(&origin.name).to_owned()),
            place: origin.place,
            bytes: whole.bytes,
            damage: whole.damage,
            form: Form::Encoded(None),
        })),
    }
}
