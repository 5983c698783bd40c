//! Writing to standard output and standard error.

use std::fmt;
use std::io::{self, BufWriter, Write};

use undross::Error;

use super::pager;

/// Bytes gathered before they are written.
const BUFFER: usize = 1 << 16;

/// Standard output, or a pager that shows it.
pub(super) struct Out(BufWriter<Box<dyn Write + Send>>);

impl Out {
    pub(super) fn new() -> Self {
        Self::to(Box::new(io::stdout()))
    }

    /// Writes to a pager where standard output is a terminal and there is one; it is waited for when this is dropped.
    pub(super) fn paged() -> Self {
        match pager::start() {
            Some(pager) => Self::to(Box::new(pager)),
            None => Self::new(),
        }
    }

    fn to(sink: Box<dyn Write + Send>) -> Self {
        Self(BufWriter::with_capacity(BUFFER, sink))
    }

    /// Writes bytes; a reader that left is [`Error::Closed`].
    pub(super) fn push(&mut self, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
        failed(self.0.write_all(bytes.as_ref()))
    }

    /// Writes a line.
    pub(super) fn line(&mut self, line: impl fmt::Display) -> Result<(), Error> {
        failed(writeln!(self.0, "{line}"))
    }

    /// Hands over what was gathered.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        failed(self.0.flush())
    }
}

/// Writes a line to standard error; nobody has to read it.
pub(super) fn say(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes a number with its noun.
pub(super) fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// Writes a number with commas between thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn failed(written: io::Result<()>) -> Result<(), Error> {
    written.map_err(|error| Error::write("standard output", error))
}
