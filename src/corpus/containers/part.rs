//! A part of some bytes that has to be there whole.

use std::io::{self, BufRead, Read};

use flate2::Crc;

use super::members::damage;

/// Damage loses no more than one byte in so many that stand before it.
const SHARE: usize = 8;
/// Least bytes that a decoder is asked for.
const LEAST: usize = 32;
/// Most bytes that a decoder is asked for: more at once is hardly faster.
const MOST: usize = 4096;

/// So many bytes; their end before that is an error.
pub(super) struct Part<R> {
    from: R,
    left: u64,
}

/// Bytes of a decoder that, where it finds damage, drops what it unpacked last.
///
/// It is asked for little at once, at first for very little, so that little is lost.
pub(super) struct Careful<R> {
    from: R,
    /// Bytes that were read.
    read: usize,
}

/// Bytes whose number and checksum were told beforehand.
pub(super) struct Checked<R> {
    from: R,
    crc: Crc,
    wanted: (u32, u64),
    over: bool,
}

impl<R: Read> Part<R> {
    pub(super) const fn of(from: R, left: u64) -> Self {
        Self { from, left }
    }
}

impl<R: Read> Careful<R> {
    pub(super) const fn of(from: R) -> Self {
        Self { from, read: 0 }
    }

    pub(super) fn into_inner(self) -> R {
        self.from
    }
}

impl<R: Read> Read for Careful<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = (self.read / SHARE).clamp(LEAST, MOST).min(into.len());
        let read = self.from.read(&mut into[..most])?;
        self.read += read;
        Ok(read)
    }
}

impl<R: Read> Checked<R> {
    pub(super) fn of(from: R, crc: u32, size: u64) -> Self {
        Self {
            from,
            crc: Crc::new(),
            wanted: (crc, size),
            over: false,
        }
    }
}

impl<R: Read> Read for Part<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).map_or(into.len(), |left| left.min(into.len()));
        let read = self.from.read(&mut into[..most])?;
        if read == 0 && most > 0 {
            self.left = 0;
            return Err(damage("ends early; the file was cut off"));
        }
        self.left -= read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Part<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let here = self.from.fill_buf()?;
        if here.is_empty() && self.left > 0 {
            self.left = 0;
            return Err(damage("ends early; the file was cut off"));
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        Ok(&here[..here.len().min(most)])
    }

    fn consume(&mut self, amount: usize) {
        self.from.consume(amount);
        self.left -= amount as u64;
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.over || into.is_empty() {
            return Ok(0);
        }
        let read = self.from.read(into)?;
        self.crc.update(&into[..read]);
        let (crc, size) = self.wanted;
        let bytes = u64::from(self.crc.amount());
        self.over = read == 0;
        if read == 0 && (self.crc.sum() != crc || bytes != size & 0xFFFF_FFFF) {
            return Err(damage("is damaged: its checksum does not fit"));
        }
        Ok(read)
    }
}
