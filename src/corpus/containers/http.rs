//! The body of an answer of a server: taken out of its chunks, and unpacked.

use std::io::{Cursor, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::members::{Codec, Members};
use super::read_whole;
use super::window::Window;

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

/// Unpacks a body; one that is not packed, whatever is said of it, stays as it is.
///
/// # Errors
///
/// It is damaged, or too large.
pub(super) fn decoded(
    mut body: Vec<u8>,
    encodings: &Encodings,
    max_bytes: u64,
) -> Result<Vec<u8>, String> {
    for encoding in encodings.0.iter().rev() {
        body = match encoding {
            Encoding::Packed => unpacked(body, max_bytes)?,
            Encoding::Deflate => inflated(body, max_bytes)?,
            Encoding::Brotli => unless_plain(&body, max_bytes, |body| {
                brotli_decompressor::Decompressor::new(body, BUFFER)
            })?
            .unwrap_or(body),
        };
    }
    match body.len() as u64 > max_bytes {
        true => Err(crate::corpus::job::too_large(max_bytes)),
        false => Ok(body),
    }
}

fn unpacked(body: Vec<u8>, max_bytes: u64) -> Result<Vec<u8>, String> {
    let Some(codec) = Codec::of(&body) else {
        return Ok(body);
    };
    read_whole(
        Members::new(codec, Window::of_stream(Cursor::new(body))),
        max_bytes,
    )
}

/// Unpacks what servers call `deflate`: with the head of zlib, or bare.
fn inflated(body: Vec<u8>, max_bytes: u64) -> Result<Vec<u8>, String> {
    if let [first, second, ..] = body[..]
        && first & 0x0F == 8
        && u16::from_be_bytes([first, second]).is_multiple_of(31)
    {
        return read_whole(ZlibDecoder::new(&body[..]), max_bytes);
    }
    Ok(unless_plain(&body, max_bytes, DeflateDecoder::new)?.unwrap_or(body))
}

/// Unpacks bytes that have no mark of their own; `None` if they are not packed at all.
fn unless_plain<'b, R: Read>(
    body: &'b [u8],
    max_bytes: u64,
    decoder: impl Fn(&'b [u8]) -> R,
) -> Result<Option<Vec<u8>>, String> {
    let mut first = [0; 64];
    if body.is_empty() || decoder(body).read(&mut first).is_err() {
        return Ok(None);
    }
    match read_whole(decoder(body), max_bytes) {
        Err(_) if std::str::from_utf8(body).is_ok() => Ok(None),
        read => read.map(Some),
    }
}

/// Joins the chunks of a body; `None` if it is not in chunks, whatever is said of it.
///
/// The last chunk may be cut off.
pub(super) fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    while !body.is_empty() {
        let end = memchr::memchr(b'\n', body)?;
        let size = size_of(&body[..end])?;
        body = &body[end + 1..];
        if size == 0 {
            return Some(joined);
        }
        let here = size.min(body.len());
        joined.extend_from_slice(&body[..here]);
        body = &body[here..];
        body = body.strip_prefix(b"\r").unwrap_or(body);
        body = body.strip_prefix(b"\n").unwrap_or(body);
    }
    Some(joined)
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
