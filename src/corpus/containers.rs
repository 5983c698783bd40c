//! Files that hold captures: packed, in archives, as rows or as records; each kind is told by content.

mod csv;
mod http;
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

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use members::{Codec, Members, reason_of};
use names::Names;
use sniff::{Content, HEAD, LONG_HEAD, encoding_of, unpacked};
use window::Window;

use super::job::{Failure, Give, Held, Job, Reading, too_large};
use super::json::{Shape, Told, each_line, each_value};
use super::names::id_of;
use super::skipped::Skipped;
use super::walk::Found;
use crate::capture::Form;
use crate::decode::{self, Transcoder};

/// Most containers inside each other.
pub(super) const DEPTH: usize = 4;

/// What the readers of all containers share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) reading: &'c Reading,
    pub(super) skipped: &'c Skipped,
}

/// Bytes to be read, and where they come from.
#[derive(Debug)]
pub(super) struct Source<'s> {
    pub(super) bytes: Window<'s>,
    pub(super) origin: Origin,
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
    /// How its text was decoded, where that was done before captures were taken out.
    pub(super) read_as: Option<decode::Reading>,
}

impl Origin {
    pub(super) fn of(found: &Found) -> Self {
        Self {
            place: found.place(),
            name: found.name.clone(),
            depth: 0,
            read_as: None,
        }
    }

    /// Makes the origin of a member, with a name that no other member has.
    fn member(&self, name: &[u8], names: &mut Names) -> Self {
        Self {
            place: format!("{}: {}", self.place, String::from_utf8_lossy(name)),
            name: names.of(&self.name, name),
            depth: self.depth + 1,
            read_as: None,
        }
    }

    /// Says how captures in it that are no more decoded were read.
    pub(super) fn form(&self) -> Form {
        self.read_as.map_or(Form::Encoded(None), Form::Transcoded)
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
pub(super) fn each_in(
    mut source: Source<'_>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let name = &source.origin.name;
    let content = look(&mut source.bytes, name, context.reading);
    if source.origin.depth >= DEPTH
        && matches!(content, Content::Packed(_) | Content::Tar | Content::Zip)
    {
        let reason = format!("more than {DEPTH} containers inside each other; unpack it first");
        return give(source.origin.failure(reason));
    }
    match content {
        Content::Packed(codec) => each_in(unpack(source, codec), context, give),
        Content::Json(Told { shape, .. }) => {
            let Source { bytes, origin, .. } = as_utf8(source, context.reading);
            match shape {
                Shape::Lines => each_line(bytes, origin, context.reading, give),
                _ => each_value(bytes, origin, (shape, context), give),
            }
        }
        Content::Tar => tar::each_member(source, context, give),
        Content::Zip => zip::each_member(source, context, give),
        Content::Warc => warc::each_record(source, context, give),
        Content::Rows(delimiter) => {
            csv::each_row(as_utf8(source, context.reading), delimiter, context, give)
        }
        #[cfg(feature = "parquet")]
        Content::Parquet => parquet::each_row(source, context, give),
        #[cfg(not(feature = "parquet"))]
        Content::Parquet => give(
            source
                .origin
                .failure("this undross was built without Parquet"),
        ),
        Content::One => one(source, context.reading, give),
    }
}

/// Tells what is in a file once it is unpacked.
pub(super) fn content_of(mut bytes: Window<'_>, name: &Path, reading: &Reading) -> Content {
    let mut content = look(&mut bytes, name, reading);
    for _ in 0..DEPTH {
        let Content::Packed(codec) = content else {
            break;
        };
        bytes = Window::of_stream(Members::new(codec, bytes));
        content = look(&mut bytes, name, reading);
    }
    content
}

/// Tells what some bytes hold; of JSON whose first object is long, more of it is looked at.
fn look(bytes: &mut Window<'_>, name: &Path, reading: &Reading) -> Content {
    match Content::of(bytes.look(HEAD), name, reading) {
        Content::Json(told) if told.is_cut => Content::of(bytes.look(LONG_HEAD), name, reading),
        content => content,
    }
}

/// Turns text of a file of objects or rows into UTF-8, where all of it is in one other encoding.
fn as_utf8<'s>(mut source: Source<'s>, reading: &Reading) -> Source<'s> {
    let Some((charset, from)) = encoding_of(source.bytes.look(HEAD), reading) else {
        return source;
    };
    source.origin.read_as = Some(decode::Reading::of_file(charset, from));
    source.bytes = Window::of_stream(Transcoder::new(source.bytes, charset));
    source
}

fn unpack(source: Source<'_>, codec: Codec) -> Source<'_> {
    let mut origin = source.origin;
    origin.depth += 1;
    Source {
        bytes: Window::of_stream(Members::new(codec, source.bytes)),
        origin,
        file: source.file,
    }
}

/// Unpacks bytes that are packed, as often as they are, up to a size.
///
/// # Errors
///
/// They are damaged, or too many.
pub(super) fn unpack_all(mut bytes: Vec<u8>, max_bytes: u64) -> Result<Vec<u8>, String> {
    for _ in 0..DEPTH {
        let Some(codec) = Codec::of(&bytes) else {
            break;
        };
        let raw = Window::of_stream(std::io::Cursor::new(bytes));
        bytes = read_whole(Members::new(codec, raw), max_bytes)?;
    }
    Ok(bytes)
}

/// Reads to the end, or to one byte more than is allowed.
pub(super) fn read_whole(from: impl Read, max_bytes: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| reason_of(&error))?;
    if bytes.len() as u64 > max_bytes {
        return Err(too_large(max_bytes));
    }
    Ok(bytes)
}

fn one(source: Source<'_>, reading: &Reading, give: &mut Give<'_>) -> ControlFlow<()> {
    if let Some(found) = source.file {
        return give(Job::File(found));
    }
    let origin = source.origin;
    match read_whole(source.bytes, reading.max_bytes) {
        Err(reason) => give(origin.failure(reason)),
        Ok(bytes) => give(Job::Held(Held {
            id: origin.id(),
            name: Some(unpacked(&origin.name).to_owned()),
            place: origin.place,
            bytes,
            form: Form::Encoded(None),
            kind: reading.form.kind(),
            damage: None,
        })),
    }
}
