//! JSON: one capture an object; objects stand a line each, in an array, or one behind the other.

mod damage;
mod field;
mod lexer;
mod lines;
mod mend;
mod object;
mod outline;
mod shape;
mod values;

use std::sync::Arc;

use super::containers::Origin;
use super::job::{Failure, Job};

pub(super) use field::fields_of;
pub(super) use lines::each_line;
pub(super) use shape::{Shape, Told};
pub(super) use values::each_value;

/// An object that holds a capture, with where it stands.
#[derive(Debug)]
pub struct JsonObject {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The number of its line, or of the object in its file, from 1.
    pub number: usize,
    /// Where in the file it begins, where lines do not tell.
    start: Option<u64>,
    /// The field that holds the text.
    field: Arc<str>,
    source: Arc<Origin>,
}

impl JsonObject {
    /// Names the file and the number.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.source.place, self.number)
    }

    /// Names a capture that has no name.
    pub(super) fn unnamed(&self) -> String {
        format!("{}:{}", self.source.id(), self.number)
    }

    /// Makes the failure of a capture that cannot be taken out of its file.
    fn failed(self, reason: impl Into<String>) -> Job {
        Job::Unread(Failure {
            id: self.unnamed(),
            place: self.place(),
            reason: reason.into(),
        })
    }
}
