//! Kinds of data that are not read, by their first bytes.

use crate::capture::Kind;

/// Bytes in which the head of a message has to tell what it is.
const HEAD: usize = 4096;

/// What files begin with, and what to do about them.
const BINARY: &[(&[u8], &str)] = &[
    (
        b"\xFD7zXZ\0",
        "is packed with xz, which is not read; unpack it first with `xz -d`",
    ),
    (
        b"BZh",
        "is packed with bzip2, which is not read; unpack it first with `bzip2 -d`",
    ),
    (
        b"\x04\x22\x4D\x18",
        "is packed with LZ4, which is not read; unpack it first with `lz4 -d`",
    ),
    (
        b"\x02\x21\x4C\x18",
        "is packed with LZ4, which is not read; unpack it first with `lz4 -d`",
    ),
    (
        b"LZIP\x01",
        "is packed with lzip, which is not read; unpack it first with `lzip -d`",
    ),
    (
        b"\x1F\x9D",
        "is packed with compress, which is not read; unpack it first with `gzip -d`",
    ),
    (
        b"\xFF\x06\0\0sNaPpY",
        "is packed with Snappy, which is not read; unpack it first with `snzip -d`",
    ),
    (
        b"7z\xBC\xAF\x27\x1C",
        "is a 7z archive, which is not read; unpack it first with `7z x`",
    ),
    (
        b"Rar!\x1A\x07",
        "is a RAR archive, which is not read; unpack it first with `unrar x`",
    ),
];
/// How a block of bzip2 begins, and its end: behind the mark, and a digit.
const BZIP2_BLOCKS: [&[u8]; 2] = [b"\x31\x41\x59\x26\x53\x59", b"\x17\x72\x45\x38\x50\x90"];
/// The first record of an archive of the Internet Archive before WARC.
const ARC: &[u8] = b"filedesc://";
const ARC_ADVICE: &str =
    "is an ARC file, which is not read; make WARC of it first with `warcio recompress`";
const MHTML_ADVICE: &str = "is a page saved as MHTML, which is not read; save it as HTML, or take the page out of it first";

/// Tells why bytes that begin so are not read, and what to do about it; `None` where they may be a capture.
///
/// `kind` is what is said of them: what somebody calls text is not refused for words that it begins with.
pub(crate) fn foreign(head: &[u8], kind: Kind) -> Option<&'static str> {
    let binary = BINARY.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((magic, advice)) = binary {
        return is_so(magic, head).then_some(advice);
    }
    match kind {
        Kind::Text | Kind::Html => None,
        _ if is_arc(head) => Some(ARC_ADVICE),
        _ if is_mhtml(head) => Some(MHTML_ADVICE),
        _ => None,
    }
}

/// Looks closer where what a file begins with are letters.
fn is_so(magic: &[u8], head: &[u8]) -> bool {
    magic != b"BZh"
        || head
            .get(4..)
            .is_some_and(|rest| BZIP2_BLOCKS.iter().any(|block| rest.starts_with(block)))
}

/// Tells whether the first line is that of an ARC file: an address, a machine, a date, a type and a length.
fn is_arc(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let mut fields = line.trim_ascii_end().rsplit(|byte| *byte == b' ');
    let length = fields.next().unwrap_or_default();
    head.starts_with(ARC)
        && fields.count() >= 3
        && !length.is_empty()
        && length.iter().all(u8::is_ascii_digit)
}

/// Tells whether the bytes begin with the head of a message in parts that belong together.
fn is_mhtml(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]);
    let lines = head.lines().take_while(|line| !line.is_empty());
    let fields: Vec<&str> = lines.collect();
    let is_field = |line: &str| line.starts_with([' ', '\t']) || name_of(line).is_some();
    if !fields.iter().all(|line| is_field(line)) {
        return false;
    }
    let names = |wanted: &str| {
        fields
            .iter()
            .any(|line| name_of(line).is_some_and(|name| name.eq_ignore_ascii_case(wanted)))
    };
    names("MIME-Version")
        && names("Content-Type")
        && fields
            .iter()
            .any(|line| line.to_ascii_lowercase().contains("multipart/related"))
}

/// Returns the name of a field.
fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!name.is_empty() && name.bytes().all(is_letter)).then_some(name)
}
