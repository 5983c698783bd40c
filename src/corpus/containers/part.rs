//! A part of some bytes that has to be there whole.

use std::io::{self, BufRead, Read};

use flate2::Crc;

use super::members::damage;

/// So many bytes; their end before that is an error.
pub(super) struct Part<R> {
    from: R,
    left: u64,
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
