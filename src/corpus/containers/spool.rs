//! Bytes of a stream, put into a file for readers that move back and forth.

use std::io::{self, Read, Write};

use super::members::{self, reason_of};
use super::window::Window;

/// Largest file that is put on the disk, as a multiple of the largest capture.
const MOST: u64 = 64;

/// Bytes in a file, and why they are not all.
pub(super) struct Spooled {
    pub(super) bytes: Window<'static>,
    pub(super) damage: Option<String>,
}

/// Returns the bytes as a file; a stream is written to one that goes when it is closed, as far as it can be read.
pub(super) fn spooled(bytes: Window<'_>, max_bytes: u64) -> io::Result<Spooled> {
    let mut bytes = match bytes.into_file() {
        Ok(file) => {
            let (bytes, damage) = (Window::of_file(file), None);
            return Ok(Spooled { bytes, damage });
        }
        Err(stream) => stream,
    };
    let most = max_bytes.saturating_mul(MOST);
    let mut file = tempfile::tempfile()?;
    let copied = io::copy(&mut (&mut bytes).take(most.saturating_add(1)), &mut file);
    file.flush()?;
    let size = file.metadata()?.len();
    let damage = match copied {
        Ok(_) => None,
        Err(error) if size == 0 || error.raw_os_error().is_some() => return Err(error),
        Err(error) => Some(reason_of(&error)),
    };
    if size > most {
        let reason = "is too large to be put on the disk; unpack it first";
        return Err(members::damage(reason));
    }
    let bytes = Window::of_file(file);
    Ok(Spooled { bytes, damage })
}
