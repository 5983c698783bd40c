//! JSON Lines: one capture a line, read as a stream.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::JsonObject;
use super::field::Field;
use crate::corpus::containers::Origin;
use crate::corpus::containers::members::{damage_of, reason_of};
use crate::corpus::containers::window::Window;
use crate::corpus::job::{Give, Job, Reading, too_large};

/// Stands before each line of a JSON text sequence.
const RECORD_SEPARATOR: u8 = 0x1E;

/// Gives all lines that are not blank.
pub(in crate::corpus) fn each_line(
    bytes: Window<'_>,
    origin: Origin,
    reading: &Reading,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut lines = Lines {
        bytes,
        source: Arc::new(origin),
        field: Field::new(reading),
        max_bytes: reading.max_bytes,
        number: 0,
        over: false,
    };
    while let Some(job) = lines.next() {
        give(job)?;
    }
    ControlFlow::Continue(())
}

/// The lines of a stream.
struct Lines<'r> {
    bytes: Window<'r>,
    source: Arc<Origin>,
    field: Field,
    max_bytes: u64,
    number: usize,
    over: bool,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Job> {
        while !self.over {
            self.number += 1;
            match self.read_line() {
                Ok(line) if line.is_empty() => self.over = true,
                Ok(line) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(line) => return Some(self.job(line)),
                Err(error) => return Some(self.broken(&error)),
            }
        }
        None
    }

    fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        (&mut self.bytes)
            .take(self.max_bytes.saturating_add(1))
            .read_until(b'\n', &mut line)?;
        Ok(line)
    }

    /// Goes on behind damage: with the next line, where no line begins at once.
    fn broken(&mut self, error: &io::Error) -> Job {
        self.over = damage_of(error).is_none();
        if !self.over && self.bytes.look(1) != b"{" {
            let _ = self.bytes.skip_until(b'\n');
        }
        self.failed(reason_of(error))
    }

    fn failed(&mut self, reason: String) -> Job {
        self.object(Vec::new()).failed(reason)
    }

    fn object(&mut self, bytes: Vec<u8>) -> JsonObject {
        JsonObject {
            field: self.field.of(&bytes),
            bytes,
            number: self.number,
            start: None,
            source: Arc::clone(&self.source),
        }
    }

    fn job(&mut self, mut line: Vec<u8>) -> Job {
        let whole = line.ends_with(b"\n");
        if !whole && line.len() as u64 > self.max_bytes {
            // An error in the rest of the line is told with the next one.
            let _ = self.bytes.skip_until(b'\n');
            return self.failed(too_large(self.max_bytes));
        }
        if !whole && self.bytes.is_broken() {
            let error = self.bytes.fill_buf().err();
            return self.broken(&error.unwrap_or_else(|| io::ErrorKind::Other.into()));
        }
        line.truncate(line.len() - usize::from(whole));
        if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if line.first() == Some(&RECORD_SEPARATOR) {
            line.remove(0);
        }
        Job::Json(self.object(line))
    }
}
