//! The directory at the end of an archive.

use std::io;

use memchr::memmem::rfind_iter;

use super::member::wide;
use super::name::readable;
use crate::corpus::containers::members::damage;
use crate::corpus::containers::window::Window;

/// Bytes of the record at the end, without its comment.
const END: usize = 22;
/// Bytes of what points to the wide form of that record, before it.
const WIDE_POINTER: u64 = 20;
/// Bytes of the wide form.
const WIDE: usize = 56;
/// Bytes of an entry, without name, extra fields and comment.
const ENTRY: usize = 46;
/// Most bytes of a comment.
const COMMENT: u64 = 0xFFFF;

/// The directory, as far as it was not read yet.
#[derive(Debug)]
pub(super) struct Directory {
    /// Where the next entry is.
    at: u64,
    left: u64,
    /// Bytes that stand before the archive.
    before: u64,
    /// Size of the file.
    pub(super) size: u64,
}

/// A member as the directory, or its own head, tells of it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) is_file: bool,
    pub(super) is_encrypted: bool,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) bytes: u64,
    pub(super) at: u64,
    /// Sizes and checksum stand behind the member only.
    pub(super) open: bool,
}

impl Directory {
    /// Finds the directory; `None` if it is damaged.
    pub(super) fn find(bytes: &mut Window<'_>) -> io::Result<Option<Self>> {
        let size = bytes
            .file()
            .map_or(Ok(0), |file| file.metadata().map(|data| data.len()))?;
        let begin = size.saturating_sub(END as u64 + COMMENT);
        bytes.go_to(begin)?;
        let tail = bytes.look(END + COMMENT as usize).to_vec();
        for at in rfind_iter(&tail, b"PK\x05\x06") {
            let Some(end) = tail.get(at..at + END) else {
                continue;
            };
            let at = begin + at as u64;
            let (count, length, offset) =
                (u16_at(end, 10).into(), u32_at(end, 12), u32_at(end, 16));
            let narrow = (count, u64::from(length), u64::from(offset), at);
            let wide = Self::wide(bytes, at)?;
            let (count, length, offset, behind) = wide.unwrap_or(narrow);
            let Some(begin) = behind.checked_sub(length).filter(|begin| *begin >= offset) else {
                continue;
            };
            bytes.go_to(begin)?;
            if count == 0 || bytes.look(4) == b"PK\x01\x02" {
                return Ok(Some(Self {
                    at: begin,
                    left: count,
                    before: begin - offset,
                    size,
                }));
            }
        }
        Ok(None)
    }

    /// Reads the wide form of the last record: count, length and offset of the directory, and where it ends.
    fn wide(bytes: &mut Window<'_>, end: u64) -> io::Result<Option<(u64, u64, u64, u64)>> {
        let Some(pointer) = end.checked_sub(WIDE_POINTER) else {
            return Ok(None);
        };
        bytes.go_to(pointer)?;
        let here = bytes.look(WIDE_POINTER as usize);
        if !here.starts_with(b"PK\x06\x07") {
            return Ok(None);
        }
        let at = u64_at(here, 8);
        bytes.go_to(at)?;
        let here = bytes.look(WIDE);
        if here.len() < WIDE || !here.starts_with(b"PK\x06\x06") {
            return Ok(None);
        }
        Ok(Some((
            u64_at(here, 32),
            u64_at(here, 40),
            u64_at(here, 48),
            at,
        )))
    }

    /// Reads some of the entries that come next; none at the end.
    pub(super) fn next(&mut self, bytes: &mut Window<'_>, most: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        bytes.go_to(self.at)?;
        while self.left > 0 && entries.len() < most {
            let head = bytes.look(ENTRY);
            if head.len() < ENTRY || !head.starts_with(b"PK\x01\x02") {
                if entries.is_empty() {
                    self.left = 0;
                    return Err(damage(
                        "its directory is damaged; members behind this place are not read",
                    ));
                }
                break;
            }
            let [name, extra, comment] = [28, 30, 32].map(|at| usize::from(u16_at(head, at)));
            let whole = bytes.look(ENTRY + name + extra);
            entries.push(self.entry(whole, (name, extra)));
            bytes.pass((ENTRY + name + extra + comment) as u64)?;
            self.left -= 1;
        }
        self.at = bytes.at();
        Ok(entries)
    }

    fn entry(&self, whole: &[u8], (name, extra): (usize, usize)) -> Entry {
        let name = whole.get(ENTRY..ENTRY + name).unwrap_or_default();
        let begin = ENTRY + name.len();
        let extra = whole.get(begin..begin + extra).unwrap_or_default();
        let sizes = [24, 20, 42].map(|at| u32_at(whole, at));
        let [bytes, packed, at] = wide(extra, sizes);
        let unix = u32_at(whole, 38) >> 16;
        let is_link = whole[5] == 3 && unix & 0o170_000 == 0o120_000;
        let is_folder = bytes == 0 && matches!(name, [.., b'/' | b'\\']);
        Entry {
            is_file: !is_folder && !is_link,
            is_encrypted: u16_at(whole, 8) & 1 != 0,
            method: u16_at(whole, 10),
            crc: u32_at(whole, 16),
            packed,
            bytes,
            at: at.saturating_add(self.before),
            name: readable(name, u16_at(whole, 8), extra),
            open: false,
        }
    }
}

/// Reads a number; 0 where there are no bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let two = bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
    u16::from_le_bytes(two.unwrap_or_default())
}

/// Reads a number; 0 where there are no bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_le_bytes(four.unwrap_or_default())
}

/// Reads a number; 0 where there are no bytes.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let eight = bytes
        .get(at..at + 8)
        .and_then(|eight| eight.try_into().ok());
    u64::from_le_bytes(eight.unwrap_or_default())
}
