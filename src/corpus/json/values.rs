//! Objects in an array, in arrays of one object, or one behind the other: one capture an object, and one in memory at a time.

use std::io::BufRead;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::damage::first_name;
use super::field::Field;
use super::lexer::{Lexer, Stop};
use super::{JsonObject, Shape};
use crate::corpus::containers::window::Window;
use crate::corpus::containers::{Context, Origin};
use crate::corpus::job::{Give, Job};

/// Names what is passed over in messages.
const PASSED: &str = "JSON objects without a text";

/// Gives a capture for each object.
pub(in crate::corpus) fn each_value(
    bytes: Window<'_>,
    origin: Origin,
    (shape, context): (Shape, Context<'_>),
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut values = Values {
        bytes,
        source: Arc::new(origin),
        field: Field::new(context.reading),
        context,
        is_around: shape == Shape::Around,
        inside: Vec::new(),
        number: 0,
        again: 0,
        is_damaged: false,
        is_cut: false,
        first: Vec::new(),
    };
    if values.bytes.look(3) == b"\xEF\xBB\xBF" {
        values.bytes.consume(3);
    }
    values.each(give)
}

pub(super) struct Values<'r> {
    pub(super) bytes: Window<'r>,
    source: Arc<Origin>,
    field: Field,
    pub(super) context: Context<'r>,
    /// Whether objects that are in no array hold arrays of captures.
    pub(super) is_around: bool,
    pub(super) inside: Vec<Inside>,
    pub(super) number: usize,
    /// Bytes that were read twice.
    pub(super) again: u64,
    /// Whether brackets may be missing, because of damage that was told.
    pub(super) is_damaged: bool,
    /// Whether it was told that what follows up to the end is lost.
    pub(super) is_cut: bool,
    /// The first name in an object, with its quotation marks: the next object begins with it, most likely.
    pub(super) first: Vec<u8>,
}

/// What the next value stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    Object,
    /// An array of captures.
    Array,
    /// An array in an object, of what its first object will tell.
    New,
    /// An array in an object, of other things.
    Other,
}

/// A value that was read, or what of it there is.
pub(super) struct Value {
    pub(super) bytes: Vec<u8>,
    pub(super) start: u64,
    pub(super) end: End,
}

pub(super) enum End {
    Whole,
    TooLarge,
    Bad,
    /// Nothing comes any more.
    Over,
    Broken(std::io::Error),
}

impl Values<'_> {
    fn each(&mut self, give: &mut Give<'_>) -> ControlFlow<()> {
        loop {
            let inside = self.inside.last().copied();
            match (self.next_byte(), inside) {
                (None, _) => match self.bytes.fill_buf() {
                    Err(error) => self.broken(&error, give)?,
                    Ok(_) => return self.finish(give),
                },
                (Some(b'['), None) => self.enter(Inside::Array),
                (Some(b'{'), None) if self.is_around => self.enter(Inside::Object),
                (Some(b'}'), Some(Inside::Object)) => self.leave(),
                (Some(b']'), Some(Inside::Array | Inside::New | Inside::Other)) => self.leave(),
                (Some(b'}' | b']'), _) if self.is_damaged => self.leave(),
                (Some(_), Some(Inside::Object)) => self.field(give)?,
                (Some(_), _) => self.value(inside, give)?,
            }
        }
    }

    /// Passes over what stands between values, and returns what comes then.
    fn next_byte(&mut self) -> Option<u8> {
        loop {
            let here = self.bytes.look(1);
            match here.first() {
                Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | 0x1E) => self.bytes.consume(1),
                byte => return byte.copied(),
            }
        }
    }

    fn enter(&mut self, inside: Inside) {
        self.bytes.consume(1);
        self.inside.push(inside);
    }

    fn leave(&mut self) {
        self.bytes.consume(1);
        self.inside.pop();
    }

    /// Says at the end whether it is one.
    fn finish(&mut self, give: &mut Give<'_>) -> ControlFlow<()> {
        if self.inside.is_empty() || self.is_cut {
            return ControlFlow::Continue(());
        }
        self.number += 1;
        self.fail(
            "the array is not closed; the file was cut off, and what stood before was read",
            give,
        )
    }

    pub(super) fn fail(&self, reason: &str, give: &mut Give<'_>) -> ControlFlow<()> {
        give(self.object(Vec::new(), 0).failed(reason))
    }

    fn object(&self, bytes: Vec<u8>, start: u64) -> JsonObject {
        JsonObject {
            field: self.field.name(),
            bytes,
            number: self.number,
            start: Some(start),
            source: Arc::clone(&self.source),
        }
    }

    /// Reads a field of an object around arrays.
    fn field(&mut self, give: &mut Give<'_>) -> ControlFlow<()> {
        let start = self.bytes.at();
        let name = self.read(u64::from(u16::MAX));
        let is_name = matches!(name.end, End::Whole) && name.bytes.starts_with(b"\"");
        if !is_name || self.next_byte() != Some(b':') {
            self.number += 1;
            // What follows may be captures, and no more fields.
            (self.is_around, self.inside) = (false, Vec::new());
            let reason = format!("what stands at byte {start} is no field of an object");
            self.fail(&reason, give)?;
            return self.search(name.bytes, give);
        }
        self.bytes.consume(1);
        match self.next_byte() {
            Some(b'[') => self.enter(Inside::New),
            Some(b'"') if self.field.is_named(&name.bytes) => {
                self.number += 1;
                let reason = "the object around the array has a text of its own, which was not read; \
                              move it into the array";
                self.fail(reason, give)?;
                self.pass(give)?;
            }
            _ => self.pass(give)?,
        }
        ControlFlow::Continue(())
    }

    /// Passes over a value.
    fn pass(&mut self, give: &mut Give<'_>) -> ControlFlow<()> {
        let value = self.read(0);
        match value.end {
            End::Whole | End::TooLarge => ControlFlow::Continue(()),
            _ => self.damaged(value, give),
        }
    }

    /// Reads a value that stands where a capture may.
    fn value(&mut self, inside: Option<Inside>, give: &mut Give<'_>) -> ControlFlow<()> {
        if inside == Some(Inside::Other) {
            self.context.skipped.count(PASSED);
            return self.pass(give);
        }
        let value = self.read(self.context.reading.max_bytes);
        if !matches!(value.end, End::Whole) {
            self.number += 1;
            return self.damaged(value, give);
        }
        if inside == Some(Inside::New) && !self.opens(&value.bytes) {
            return ControlFlow::Continue(());
        }
        self.number += 1;
        let Some(first) = first_name(&value.bytes).or_else(|| empty_object(&value.bytes)) else {
            let reason = "is a text, a number or an array where an object with a text is expected; \
                          make an object of it";
            return self.fail(reason, give);
        };
        self.first = first;
        self.field.of(&value.bytes);
        give(Job::Json(self.object(value.bytes, value.start)))
    }

    /// Tells by its first element whether an array in an object holds captures.
    fn opens(&mut self, first: &[u8]) -> bool {
        let holds = self.field.is_in(first);
        self.inside.pop();
        self.inside.push(match holds {
            true => Inside::Array,
            false => Inside::Other,
        });
        if !holds {
            self.context.skipped.count(PASSED);
        }
        holds
    }

    /// Reads one value, and keeps it up to a size.
    fn read(&mut self, most: u64) -> Value {
        let mut value = Value {
            bytes: Vec::new(),
            start: self.bytes.at(),
            end: End::Over,
        };
        let (mut lexer, mut fits) = (Lexer::default(), true);
        loop {
            let here = match self.bytes.fill_buf() {
                Ok([]) => return value,
                Ok(here) => here,
                Err(error) => {
                    value.end = End::Broken(error);
                    return value;
                }
            };
            let (taken, stop) = lexer.take(here);
            fits &= value.bytes.len() as u64 + taken as u64 <= most;
            match fits {
                true => value.bytes.extend_from_slice(&here[..taken]),
                false => value.bytes = Vec::new(),
            }
            self.bytes.consume(taken);
            value.end = match stop {
                None => continue,
                Some(Stop::Whole) if fits => End::Whole,
                Some(Stop::Whole) => End::TooLarge,
                Some(Stop::Bad) => End::Bad,
            };
            return value;
        }
    }
}

/// Returns no name for an object without fields.
fn empty_object(object: &[u8]) -> Option<Vec<u8>> {
    object.starts_with(b"{").then(Vec::new)
}
