//! A frame of zstd.

use std::io::{self, BufRead, Read};

use zstd::stream::raw::{DParameter, Decoder, Operation};

use super::window::Window;

/// Largest window of a frame, as a power of two: what a frame asks for is held in memory.
const WINDOW: u32 = 26;
/// Bytes that tell how long the head of a frame is.
const BEGIN: usize = 5;

/// What a frame unpacks to.
///
/// The decoder is given no more than it asks for, a block at a time, so that damage costs nothing of the blocks before
/// it, and a checksum that does not fit nothing at all.
pub(super) struct Frame<'r> {
    raw: Window<'r>,
    decoder: Decoder<'static>,
    /// Bytes that the decoder asks for; none at the end.
    wanted: usize,
    /// The decoder may hold more of what it unpacked.
    is_full: bool,
}

impl<'r> Frame<'r> {
    pub(super) fn new(raw: Window<'r>) -> io::Result<Self> {
        let mut decoder = Decoder::new()?;
        decoder.set_parameter(DParameter::WindowLogMax(WINDOW))?;
        Ok(Self {
            raw,
            decoder,
            wanted: BEGIN,
            is_full: false,
        })
    }

    pub(super) fn into_inner(self) -> Window<'r> {
        self.raw
    }
}

impl Read for Frame<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.wanted > 0 && !into.is_empty() {
            let here = match self.is_full {
                false => self.raw.fill_buf()?,
                true => &[],
            };
            let is_over = here.is_empty() && !self.is_full;
            let step = here.len().min(self.wanted);
            let done = self.decoder.run_on_buffers(&here[..step], into)?;
            self.raw.consume(done.bytes_read);
            self.wanted = done.remaining;
            self.is_full = done.bytes_written == into.len();
            if done.bytes_written > 0 {
                return Ok(done.bytes_written);
            }
            if is_over && self.wanted > 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(0)
    }
}
