//! The body of an answer of a server: taken out of its chunks, and unpacked.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::members::{Codec, Members};
use super::part::Careful;
use super::window::Window;
use super::{Whole, read_whole};
use crate::binary::is_binary;
use crate::decode::{decode, utf8};

/// Most encodings of a body, one over the other.
const MOST: usize = 4;
/// Bytes that the decoder of Brotli reads at once.
const BUFFER: usize = 1 << 14;

/// How a body is packed, from the inside out.
#[derive(Debug)]
pub(super) struct Encodings(Vec<Encoding>);

#[derive(Debug, Clone, Copy)]
enum Encoding {
    Packed,
    Deflate,
    Brotli,
}

impl Encodings {
    /// Reads the value of a `Content-Encoding`.
    pub(super) fn of(value: &str) -> Self {
        let encodings =
            value
                .split(',')
                .filter_map(|name| match name.trim().to_ascii_lowercase().as_str() {
                    "gzip" | "x-gzip" | "zstd" => Some(Encoding::Packed),
                    "deflate" => Some(Encoding::Deflate),
                    "br" => Some(Encoding::Brotli),
                    _ => None,
                });
        Self(encodings.take(MOST).collect())
    }
}

/// Unpacks a body, as far as it is there; one that is not packed, whatever is said of it, stays as it is.
///
/// # Errors
///
/// Nothing of it can be unpacked, or too much.
pub(super) fn decoded(
    mut whole: Whole,
    encodings: &Encodings,
    max_bytes: u64,
) -> Result<Whole, String> {
    for encoding in encodings.0.iter().rev() {
        let unpacked = match encoding {
            Encoding::Packed => unpacked(&whole.bytes, max_bytes)?,
            Encoding::Deflate => inflated(&whole.bytes, max_bytes)?,
            Encoding::Brotli => unless_plain(&whole.bytes, max_bytes, |body| {
                brotli_decompressor::Decompressor::new(body, BUFFER)
            })?,
        };
        whole = match unpacked {
            Some(inner) => inner.with(whole.damage),
            None => whole,
        };
    }
    match whole.bytes.len() as u64 > max_bytes {
        true => Err(crate::corpus::job::too_large(max_bytes)),
        false => Ok(whole),
    }
}

fn unpacked(body: &[u8], max_bytes: u64) -> Result<Option<Whole>, String> {
    let Some(codec) = Codec::of(body) else {
        return Ok(None);
    };
    let members = Members::new(codec, Window::of_stream(body));
    read_whole(members, max_bytes).map(Some)
}

/// Unpacks what servers call `deflate`: with the head of zlib, or bare.
fn inflated(body: &[u8], max_bytes: u64) -> Result<Option<Whole>, String> {
    if let [first, second, ..] = body[..]
        && first & 0x0F == 8
        && u16::from_be_bytes([first, second]).is_multiple_of(31)
    {
        return read_whole(Careful::of(ZlibDecoder::new(body)), max_bytes).map(Some);
    }
    unless_plain(body, max_bytes, |body| {
        Careful::of(DeflateDecoder::new(body))
    })
}

/// Unpacks bytes that have no mark of their own; `None` if they are not packed at all.
fn unless_plain<'b, R: Read>(
    body: &'b [u8],
    max_bytes: u64,
    decoder: impl Fn(&'b [u8]) -> R,
) -> Result<Option<Whole>, String> {
    let mut first = [0; 64];
    let is_plain = || utf8(body).is_some() || !is_binary(body, &decode(body, None));
    if body.is_empty() || (decoder(body).read(&mut first).is_err() && is_plain()) {
        return Ok(None);
    }
    match read_whole(decoder(body), max_bytes) {
        Err(_) if utf8(body).is_some() => Ok(None),
        Ok(whole) if whole.damage.is_some() && utf8(body).is_some() => Ok(None),
        read => read.map(Some),
    }
}

/// Joins the chunks of a body; `None` if it is not in chunks, whatever is said of it.
///
/// Chunks that were cut off are joined as far as they are there.
pub(super) fn unchunked(mut body: &[u8]) -> Option<Whole> {
    let mut joined = Vec::new();
    while !body.is_empty() {
        let end = memchr::memchr(b'\n', body)?;
        let size = size_of(&body[..end])?;
        body = &body[end + 1..];
        if size == 0 {
            let (bytes, damage) = (joined, None);
            return Some(Whole { bytes, damage });
        }
        let here = size.min(body.len());
        joined.extend_from_slice(&body[..here]);
        body = &body[here..];
        body = body.strip_prefix(b"\r").unwrap_or(body);
        body = body.strip_prefix(b"\n").unwrap_or(body);
    }
    let damage = Some("the last chunk of the answer is missing; it was cut off".to_owned());
    let bytes = joined;
    Some(Whole { bytes, damage })
}

/// Reads the line before a chunk: its size, and extensions that nobody uses.
fn size_of(line: &[u8]) -> Option<usize> {
    let line = std::str::from_utf8(line).ok()?;
    let size = line.split(';').next()?.trim();
    let is_hex = !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex
        .then(|| usize::from_str_radix(size, 16).ok())
        .flatten()
}
