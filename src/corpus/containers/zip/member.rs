//! A member of an archive, with the head before it.

use std::io::BufRead;

use flate2::bufread::DeflateDecoder;

use super::directory::{Entry, u16_at, u32_at, u64_at};
use super::name::readable;
use crate::corpus::containers::members::{Codec, Members};
use crate::corpus::containers::part::{Careful, Checked, Part};
use crate::corpus::containers::window::Window;

/// Bytes of the head before a member, without name and extra fields.
pub(super) const LOCAL: usize = 30;
/// Stands for a number that is too large for its field.
const TOO_WIDE: u32 = u32::MAX;
/// Extra field of such numbers.
const WIDE_FIELD: u16 = 1;

/// The head before a member.
#[derive(Debug)]
pub(super) struct Local {
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    bytes: u32,
    name: usize,
    extra: usize,
}

impl Local {
    pub(super) fn read(head: &[u8]) -> Option<Self> {
        if head.len() < LOCAL || !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        Some(Self {
            flags: u16_at(head, 6),
            method: u16_at(head, 8),
            crc: u32_at(head, 14),
            packed: u32_at(head, 18),
            bytes: u32_at(head, 22),
            name: u16_at(head, 26).into(),
            extra: u16_at(head, 28).into(),
        })
    }

    /// Returns how many bytes of it stand behind what was read.
    pub(super) const fn behind(&self) -> u64 {
        (self.name + self.extra) as u64
    }

    /// Makes an entry of it, and goes to the bytes of the member.
    pub(super) fn entry(&self, bytes: &mut Window<'_>) -> Option<Entry> {
        let whole = bytes.look(LOCAL + self.name + self.extra);
        let name = whole.get(LOCAL..LOCAL + self.name)?;
        let extra = whole.get(LOCAL + self.name..)?;
        let [size, packed, _] = wide(extra, [self.bytes, self.packed, 0]);
        let entry = Entry {
            is_file: !name.is_empty() && (!name.ends_with(b"/") || size > 0),
            is_encrypted: self.flags & 1 != 0,
            method: self.method,
            crc: self.crc,
            packed,
            bytes: size,
            name: readable(name, self.flags, extra),
            at: bytes.at(),
            open: self.flags & 8 != 0,
        };
        bytes.consume(LOCAL + self.name + self.extra);
        Some(entry)
    }
}

/// Takes numbers that are too large for their fields from the extra fields: size, packed size, place.
pub(super) fn wide(mut extra: &[u8], numbers: [u32; 3]) -> [u64; 3] {
    let mut wide = numbers.map(u64::from);
    while extra.len() >= 4 {
        let (id, length) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let field = &extra[4..extra.len().min(4 + length)];
        if id == WIDE_FIELD {
            let mut at = 0;
            for (number, wide) in numbers.iter().zip(&mut wide) {
                if *number == TOO_WIDE {
                    *wide = u64_at(field, at);
                    at += 8;
                }
            }
        }
        extra = &extra[extra.len().min(4 + length)..];
    }
    wide
}

/// Unpacks the member that comes next.
pub(super) fn unpacked<'b>(
    bytes: &'b mut Window<'static>,
    entry: &Entry,
) -> Result<Window<'b>, String> {
    if entry.is_encrypted {
        return Err("is encrypted; unpack it first".to_owned());
    }
    if entry.open && entry.method == 0 {
        return Err("its size is not known without the directory".to_owned());
    }
    let (crc, size) = (entry.crc, entry.bytes);
    let packed = if entry.open { u64::MAX } else { entry.packed };
    let part = Part::of(bytes, packed);
    match entry.method {
        0 => Ok(Window::of_stream(Checked::of(part, crc, size))),
        8 if entry.open => Ok(Window::of_stream(inflated(part))),
        8 => Ok(Window::of_stream(Checked::of(inflated(part), crc, size))),
        93 => {
            let frames = Members::new(Codec::Zstd, Window::of_stream(part));
            Ok(Window::of_stream(Checked::of(frames, crc, size)))
        }
        method => Err(format!(
            "compression of kind {method} is not read; unpack it first"
        )),
    }
}

fn inflated<R: BufRead>(part: R) -> Careful<DeflateDecoder<R>> {
    Careful::of(DeflateDecoder::new(part))
}
