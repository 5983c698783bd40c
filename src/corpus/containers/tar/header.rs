//! The head of a member.

/// Size of a head, and of what sizes are rounded up to.
pub(super) const BLOCK: usize = 512;
/// Place of the mark in a head.
pub(super) const MARK: usize = 257;
/// Places of the checksum in a head.
const CHECKSUM: std::ops::Range<usize> = 148..156;
/// Place of the letter that tells what a member is.
const KIND: usize = 156;

/// Place in the head of an old sparse file that tells whether more of its map stands behind the head.
const MORE_MAP: usize = 482;

/// What a head says of its member.
#[derive(Debug)]
pub(super) struct Header {
    /// The short name: a longer one may stand before the head.
    pub(super) name: Vec<u8>,
    pub(super) size: u64,
    pub(super) kind: Kind,
    /// Blocks with the map of a sparse file stand between the head and the member.
    pub(super) has_more_map: bool,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    /// The name of the next member.
    LongName,
    /// What does not fit into the head of the next member.
    Extended,
    /// What is told of others, and does not matter here: links that are too long, what holds for all members.
    About,
    Sparse,
    /// The rest of a file that begins in another archive.
    Rest,
    /// A folder, a link, a device.
    Other,
}

impl Kind {
    /// Tells whether it is a member of its own, and not about the next one.
    pub(super) const fn is_member(self) -> bool {
        matches!(self, Self::File | Self::Sparse | Self::Rest | Self::Other)
    }

    /// Reads the letter that tells the kind; a letter that nobody knows is that of a file.
    const fn of(letter: u8) -> Self {
        match letter {
            b'L' => Self::LongName,
            b'x' | b'X' => Self::Extended,
            b'g' | b'K' => Self::About,
            b'S' => Self::Sparse,
            b'M' => Self::Rest,
            b'1'..=b'6' | b'A' | b'D' | b'E' | b'I' | b'N' | b'V' => Self::Other,
            _ => Self::File,
        }
    }
}

impl Header {
    /// Reads a head; `None` if its checksum does not fit.
    pub(super) fn read(block: &[u8]) -> Option<Self> {
        if block.len() < BLOCK || !has_own_sum(block) {
            return None;
        }
        let size = match block[KIND] {
            b'1'..=b'6' => 0,
            _ => number(&block[124..136])?,
        };
        let kind = Kind::of(block[KIND]);
        Some(Self {
            name: name(block),
            size,
            kind,
            has_more_map: kind == Kind::Sparse && block[MORE_MAP] != 0,
        })
    }
}

/// Tells whether the checksum of a head fits; old programs took bytes for signed numbers.
fn has_own_sum(block: &[u8]) -> bool {
    let Some(told) = number(&block[CHECKSUM]) else {
        return false;
    };
    let others = || {
        block[..CHECKSUM.start]
            .iter()
            .chain(&block[CHECKSUM.end..BLOCK])
    };
    let blanks = CHECKSUM.len() as i64 * i64::from(b' ');
    let unsigned = others().map(|byte| i64::from(*byte)).sum::<i64>();
    let signed = others()
        .map(|byte| i64::from(byte.cast_signed()))
        .sum::<i64>();
    i64::try_from(told).is_ok_and(|told| told == unsigned + blanks || told == signed + blanks)
}

/// Joins the two places of a name; the old form of GNU keeps other things in the second.
fn name(block: &[u8]) -> Vec<u8> {
    let mut name = text(&block[345..500]).to_vec();
    if block[MARK..MARK + 6] != *b"ustar\0" {
        name.clear();
    }
    if !name.is_empty() {
        name.push(b'/');
    }
    name.extend_from_slice(text(&block[..100]));
    name
}

fn text(field: &[u8]) -> &[u8] {
    &field[..memchr::memchr(0, field).unwrap_or(field.len())]
}

/// Reads a number: octal digits, or bytes behind a first one of 0x80.
fn number(field: &[u8]) -> Option<u64> {
    if field[0] & 0x80 != 0 {
        let mut bytes = field[1..].iter();
        return bytes.try_fold(u64::from(field[0] & 0x7F), |sum, byte| {
            sum.checked_mul(256)?.checked_add(u64::from(*byte))
        });
    }
    let digits = text(field).trim_ascii();
    let text = std::str::from_utf8(digits).ok()?;
    match text {
        "" => Some(0),
        text => u64::from_str_radix(text, 8).ok(),
    }
}

/// What is told of the next member before its head.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) name: Option<Vec<u8>>,
    pub(super) size: Option<u64>,
    pub(super) is_sparse: bool,
}

impl Told {
    /// Adds what a member tells of the next one.
    pub(super) fn add(&mut self, kind: Kind, bytes: &[u8]) {
        if kind == Kind::LongName {
            self.name = Some(text(bytes).to_vec());
            return;
        }
        for (key, value) in fields(bytes) {
            match key {
                b"GNU.sparse.name" => self.name = Some(value.to_vec()),
                // That of a sparse file is one that no file has, where it has a name beside it.
                b"path" if self.is_sparse && self.name.is_some() => {}
                b"path" => self.name = Some(value.to_vec()),
                b"size" => {
                    self.size = std::str::from_utf8(value)
                        .ok()
                        .and_then(|size| size.parse().ok())
                }
                _ => {}
            }
            self.is_sparse |= key.starts_with(b"GNU.sparse.");
        }
    }
}

/// Splits fields, each with its length before it, into names and values; ends where one does not fit.
fn fields(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let space = memchr::memchr(b' ', bytes)?;
        let length: usize = std::str::from_utf8(&bytes[..space]).ok()?.parse().ok()?;
        let field = bytes.get(space + 1..length)?;
        bytes = &bytes[length..];
        let field = field.strip_suffix(b"\n").unwrap_or(field);
        let equals = memchr::memchr(b'=', field).unwrap_or(field.len());
        Some((
            &field[..equals],
            field.get(equals + 1..).unwrap_or_default(),
        ))
    })
}
