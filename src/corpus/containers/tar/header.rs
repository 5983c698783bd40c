//! The head of a member.

/// Size of a head, and of what sizes are rounded up to.
pub(super) const BLOCK: usize = 512;
/// Place of the mark in a head.
pub(super) const MARK: usize = 257;
/// Places of the checksum in a head.
const CHECKSUM: std::ops::Range<usize> = 148..156;

/// What a head says of its member.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) name: Vec<u8>,
    pub(super) size: u64,
    pub(super) kind: Kind,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    /// The name of the next member.
    LongName,
    /// What does not fit into the head of the next member.
    Extended,
    /// What holds for all members.
    Global,
    Sparse,
    /// A folder, a link, a device.
    Other,
}

impl Kind {
    /// Tells whether it is a member of its own, and not about the next one.
    pub(super) const fn is_member(self) -> bool {
        matches!(self, Self::File | Self::Sparse | Self::Other)
    }
}

impl Header {
    /// Reads a head; `None` if its checksum does not fit.
    pub(super) fn read(block: &[u8]) -> Option<Self> {
        let sum: u64 = block.iter().map(|byte| u64::from(*byte)).sum();
        let own: u64 = block[CHECKSUM].iter().map(|byte| u64::from(*byte)).sum();
        if number(&block[CHECKSUM])? != sum - own + 8 * u64::from(b' ') {
            return None;
        }
        let kind = match block[156] {
            b'0' | b'7' | 0 => Kind::File,
            b'L' => Kind::LongName,
            b'x' => Kind::Extended,
            b'g' => Kind::Global,
            b'S' => Kind::Sparse,
            _ => Kind::Other,
        };
        let size = match block[156] {
            b'1'..=b'6' => 0,
            _ => number(&block[124..136])?,
        };
        let kind = match text(&block[..100]) {
            name if kind == Kind::File && name.ends_with(b"/") => Kind::Other,
            _ => kind,
        };
        Some(Self {
            name: name(block),
            size,
            kind,
        })
    }
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

/// Returns the name and the size of the next member, as far as they are told.
pub(super) fn long_name(kind: Kind, mut bytes: &[u8]) -> (Option<Vec<u8>>, Option<u64>) {
    if kind == Kind::LongName {
        return (Some(text(bytes).to_vec()), None);
    }
    let (mut name, mut size) = (None, None);
    while let Some(space) = memchr::memchr(b' ', bytes) {
        let length = std::str::from_utf8(&bytes[..space]).ok();
        let length = length.and_then(|length| length.parse().ok()).unwrap_or(0);
        let Some(field) = bytes.get(space + 1..length) else {
            break;
        };
        let field = field.strip_suffix(b"\n").unwrap_or(field);
        if let Some(path) = field.strip_prefix(b"path=") {
            name = Some(path.to_vec());
        } else if let Some(bytes) = field.strip_prefix(b"size=") {
            size = std::str::from_utf8(bytes)
                .ok()
                .and_then(|size| size.parse().ok());
        }
        bytes = &bytes[length..];
    }
    (name, size)
}
