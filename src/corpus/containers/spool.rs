//! Bytes of a stream, put into a file for readers that move back and forth.

use std::io::{self, Read, Write};

use super::members::damage;
use super::window::Window;

/// Largest file that is put on the disk, as a multiple of the largest capture.
const MOST: u64 = 64;

/// Returns the bytes as a file; a stream is written to one that goes when it is closed.
pub(super) fn spooled(bytes: Window<'_>, max_bytes: u64) -> io::Result<Window<'static>> {
    let mut bytes = match bytes.into_file() {
        Ok(file) => return Ok(Window::of_file(file)),
        Err(stream) => stream,
    };
    let most = max_bytes.saturating_mul(MOST);
    let mut file = tempfile::tempfile()?;
    let copied = io::copy(&mut (&mut bytes).take(most.saturating_add(1)), &mut file)?;
    if copied > most {
        return Err(damage(
            "is too large to be put on the disk; unpack it first",
        ));
    }
    file.flush()?;
    Ok(Window::of_file(file))
}
