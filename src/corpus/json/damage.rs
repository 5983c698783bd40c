//! Going on behind a JSON value that is damaged.

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use memchr::memmem::Finder;

use super::values::{End, Value, Values};
use crate::corpus::containers::members::{damage_of, reason_of};
use crate::corpus::containers::window::Window;
use crate::corpus::job::{Give, too_large};

/// Bytes that may be read twice behind damage, before each new start has to pay for itself.
const AGAIN: u64 = 1 << 24;
/// White space that may stand before the first name of an object.
const INDENT: usize = 256;

impl Values<'_> {
    /// Tells of a value that cannot be read, and goes on with the next that may be one.
    pub(super) fn damaged(&mut self, value: Value, give: &mut Give<'_>) -> ControlFlow<()> {
        let (start, at) = (value.start, self.bytes.at());
        let reason = match &value.end {
            End::Whole => return ControlFlow::Continue(()),
            End::TooLarge => too_large(self.context.reading.max_bytes),
            End::Bad => {
                format!("not a JSON object: it begins at byte {start} and is damaged at byte {at}")
            }
            End::Over => format!(
                "not a JSON object: it begins at byte {start} and ends early; the file was cut off"
            ),
            End::Broken(error) => return self.broken(error, give),
        };
        self.fail(&reason, give)?;
        match value.end {
            End::Bad => self.search(value.bytes, give),
            End::Over => {
                self.is_cut = true;
                self.search(value.bytes, give)
            }
            _ => ControlFlow::Continue(()),
        }
    }

    /// Goes on behind bytes that cannot be read at all.
    pub(super) fn broken(&mut self, error: &io::Error, give: &mut Give<'_>) -> ControlFlow<()> {
        self.number += 1;
        self.fail(&reason_of(error), give)?;
        if damage_of(error).is_none() {
            self.is_cut = true;
            self.bytes = Window::of_stream(io::empty());
            return ControlFlow::Continue(());
        }
        self.search(Vec::new(), give)
    }

    /// Moves to the next place where an object may begin: in what was read of a damaged one, else behind it.
    pub(super) fn search(&mut self, read: Vec<u8>, give: &mut Give<'_>) -> ControlFlow<()> {
        self.is_damaged = true;
        let name = first_name(&read).unwrap_or_else(|| self.first.clone());
        let ahead = self.bytes.look(INDENT + name.len());
        let seen = [&read, ahead].concat();
        let within = (1..read.len()).find(|at| is_begin(&seen[*at..], &name));
        if let Some(within) = within {
            let back = (read.len() - within) as u64;
            if self.again + back <= AGAIN.max(self.bytes.at()) {
                self.again += back;
                self.bytes.put_back(&read[within..]);
                return ControlFlow::Continue(());
            }
        }
        let bracket = Finder::new(b"{");
        loop {
            match self.bytes.find(&bracket) {
                Ok(false) => {
                    self.is_cut = true;
                    return ControlFlow::Continue(());
                }
                Ok(true) if is_begin(self.bytes.look(INDENT + name.len()), &name) => {
                    return ControlFlow::Continue(());
                }
                Ok(true) => self.bytes.consume(1),
                Err(error) => return self.broken(&error, give),
            }
        }
    }
}

/// Returns the first name of an object with its quotation marks, and nothing of what is none.
pub(super) fn first_name(object: &[u8]) -> Option<Vec<u8>> {
    let name = object.strip_prefix(b"{")?.trim_ascii_start();
    let end = memchr::memchr(b'"', name.strip_prefix(b"\"")?)?;
    Some(name[..end + 2].to_vec())
}

/// Tells whether an object begins here whose first name is this one, or any where none is known.
fn is_begin(bytes: &[u8], name: &[u8]) -> bool {
    let name = if name.is_empty() { b"\"" } else { name };
    bytes
        .strip_prefix(b"{")
        .is_some_and(|rest| rest.trim_ascii_start().starts_with(name))
}
