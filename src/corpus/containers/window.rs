//! A window that moves over bytes: what comes next can be looked at before it is taken.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, ErrorKind, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicU64, Ordering};

use memchr::memmem::Finder;

use super::Origin;
use super::members::{is_behind, reason_of};
use crate::corpus::warnings::Warnings;

/// Bytes read at once.
const STEP: usize = 1 << 16;

/// Errors in a row, without a byte between them, behind which nothing is read.
const ERRORS: u32 = 1000;

/// Bytes that are read bit by bit.
pub(in crate::corpus) struct Window<'r> {
    from: From<'r>,
    buffer: Vec<u8>,
    /// Where in the buffer the bytes begin that were not taken yet.
    begin: usize,
    end: usize,
    /// Place in the source of what comes next.
    at: u64,
    /// An error that comes behind the bytes in the buffer.
    error: Option<io::Error>,
    errors: u32,
    /// Counts what is read, for others to see.
    counter: Option<&'r AtomicU64>,
    /// Takes note of bytes that belong to nothing, behind all others.
    notes: Option<Box<(&'r Warnings, Origin)>>,
}

enum From<'r> {
    File(File),
    Stream(Box<dyn Read + 'r>),
}

impl<'r> Window<'r> {
    pub(in crate::corpus) fn of_file(file: File) -> Self {
        Self::of(From::File(file))
    }

    pub(in crate::corpus) fn of_stream(stream: impl Read + 'r) -> Self {
        Self::of(From::Stream(Box::new(stream)))
    }

    const fn of(from: From<'r>) -> Self {
        Self {
            from,
            buffer: Vec::new(),
            begin: 0,
            end: 0,
            at: 0,
            error: None,
            errors: 0,
            counter: None,
            notes: None,
        }
    }

    /// Adds what is read to a counter.
    pub(in crate::corpus) fn counted(self, counter: &'r AtomicU64) -> Self {
        Self {
            counter: Some(counter),
            ..self
        }
    }

    /// Makes it no error, but worth a warning, that bytes which belong to nothing stand behind all others.
    pub(in crate::corpus) fn noting(mut self, warnings: &'r Warnings, origin: &Origin) -> Self {
        self.notes = Some(Box::new((warnings, origin.clone())));
        let error = self.error.take();
        self.error = error.filter(|error| !Self::is_noted(self.notes.as_deref(), error));
        self
    }

    /// Takes note of an error that is none; tells whether it is.
    fn is_noted(notes: Option<&(&Warnings, Origin)>, error: &io::Error) -> bool {
        let Some((warnings, origin)) = notes else {
            return false;
        };
        let is_behind = is_behind(error);
        if is_behind {
            warnings.add(origin, reason_of(error));
        }
        is_behind
    }

    /// Returns what counts the bytes of a file.
    pub(in crate::corpus) const fn counter(&self) -> Option<&'r AtomicU64> {
        match self.from {
            From::File(_) => self.counter,
            From::Stream(_) => None,
        }
    }

    /// Returns the place in the source of the next byte.
    pub(in crate::corpus) const fn at(&self) -> u64 {
        self.at
    }

    /// Returns the file, where the source is one.
    pub(in crate::corpus) const fn file(&self) -> Option<&File> {
        match &self.from {
            From::File(file) => Some(file),
            From::Stream(_) => None,
        }
    }

    /// Returns the file, where the source is one, else itself.
    pub(in crate::corpus) fn into_file(self) -> Result<File, Self> {
        match self.from {
            From::File(file) => Ok(file),
            From::Stream(_) => Err(self),
        }
    }

    /// Shows up to so many of the next bytes; fewer only before the end or an error.
    pub(in crate::corpus) fn look(&mut self, most: usize) -> &[u8] {
        while self.end - self.begin < most && self.error.is_none() {
            match self.fill(most) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => self.error = Some(error),
            }
        }
        &self.buffer[self.begin..self.end.min(self.begin + most)]
    }

    /// Tells whether what comes next is an error.
    pub(in crate::corpus) fn is_broken(&mut self) -> bool {
        self.look(1).is_empty() && self.error.is_some()
    }

    /// Returns the error that comes behind the bytes that were looked at, if one does.
    pub(in crate::corpus) const fn error(&self) -> Option<&io::Error> {
        self.error.as_ref()
    }

    /// Tells whether nothing comes any more.
    pub(in crate::corpus) fn is_over(&mut self) -> bool {
        self.look(1).is_empty() && self.error.is_none()
    }

    /// Puts bytes back in front of what comes next.
    pub(in crate::corpus) fn put_back(&mut self, bytes: &[u8]) {
        if self.begin < bytes.len() {
            let left = self.end - self.begin;
            let begin = bytes.len() + STEP;
            let mut buffer = vec![0; begin + left + STEP];
            buffer[begin..begin + left].copy_from_slice(&self.buffer[self.begin..self.end]);
            (self.buffer, self.begin, self.end) = (buffer, begin, begin + left);
        }
        self.begin -= bytes.len();
        self.buffer[self.begin..self.begin + bytes.len()].copy_from_slice(bytes);
        self.at -= bytes.len() as u64;
    }

    /// Passes over so many bytes, or all that there are; returns how many.
    pub(in crate::corpus) fn pass(&mut self, bytes: u64) -> io::Result<u64> {
        let mut left = bytes;
        while left > 0 {
            let here = self.fill_buf()?.len();
            if here == 0 {
                break;
            }
            let step = usize::try_from(left).unwrap_or(usize::MAX).min(here);
            self.consume(step);
            left -= step as u64;
        }
        Ok(bytes - left)
    }

    /// Passes over bytes up to the next place where these stand; tells whether there is one.
    pub(in crate::corpus) fn find(&mut self, wanted: &Finder<'_>) -> io::Result<bool> {
        let length = wanted.needle().len();
        loop {
            self.look(STEP.max(length));
            let here = &self.buffer[self.begin..self.end];
            if let Some(found) = wanted.find(here) {
                self.consume(found);
                return Ok(true);
            }
            let passed = here.len().saturating_sub(length - 1);
            if passed == 0 || self.error.is_some() {
                self.consume(self.end - self.begin);
                return self.error.take().map_or(Ok(false), Err);
            }
            self.consume(passed);
        }
    }

    /// Moves to a place, where the source is a file; tells whether it is.
    pub(in crate::corpus) fn go_to(&mut self, at: u64) -> io::Result<bool> {
        let From::File(file) = &mut self.from else {
            return Ok(false);
        };
        file.seek(SeekFrom::Start(at))?;
        (self.begin, self.end, self.at, self.error) = (0, 0, at, None);
        Ok(true)
    }

    /// Reads more behind what is in the buffer; returns how much.
    fn fill(&mut self, most: usize) -> io::Result<usize> {
        if self.begin > 0 {
            self.buffer.copy_within(self.begin..self.end, 0);
            (self.begin, self.end) = (0, self.end - self.begin);
        }
        if self.buffer.len() < most.max(STEP) {
            self.buffer.resize(most.max(STEP), 0);
        }
        let room = &mut self.buffer[self.end..];
        loop {
            let read = match &mut self.from {
                From::File(file) => file.read(room),
                From::Stream(stream) => stream.read(room),
            };
            match read {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) if self.errors >= ERRORS => return Ok(0),
                Err(error) if Self::is_noted(self.notes.as_deref(), &error) => {}
                Err(error) => {
                    self.errors += 1;
                    return Err(error);
                }
                Ok(read) => {
                    if let Some(counter) = self.counter {
                        counter.fetch_add(read as u64, Ordering::Relaxed);
                    }
                    self.end += read;
                    self.errors = 0;
                    return Ok(read);
                }
            }
        }
    }
}

impl BufRead for Window<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.begin == self.end {
            if let Some(error) = self.error.take() {
                return Err(error);
            }
            self.fill(STEP)?;
        }
        Ok(&self.buffer[self.begin..self.end])
    }

    fn consume(&mut self, amount: usize) {
        let amount = amount.min(self.end - self.begin);
        self.begin += amount;
        self.at += amount as u64;
    }
}

impl Read for Window<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let here = self.fill_buf()?;
        let step = here.len().min(into.len());
        into[..step].copy_from_slice(&here[..step]);
        self.consume(step);
        Ok(step)
    }
}

impl fmt::Debug for Window<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Window at {}", self.at)
    }
}
