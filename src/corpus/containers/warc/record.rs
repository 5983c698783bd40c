//! From the block of a record to a capture.

use super::head::{Head, end_of, fields};
use crate::binary::is_binary;
use crate::capture::{Form, Kind};
use crate::corpus::containers::Whole;
use crate::corpus::containers::http::{Encodings, decoded, unchunked};
use crate::corpus::job::Held;
use crate::decode::decode;

/// Bytes of an HTTP head that a record may have beside a capture of the largest size.
pub(super) const HTTP_HEAD: u64 = 1 << 16;

/// Bytes at the start that tell data of no known type from text.
const SAMPLE: usize = 8 << 10;

/// The content of a record.
#[derive(Debug)]
pub(super) struct Read {
    bytes: Vec<u8>,
    /// Why its bytes are not all, where the body could not be unpacked to its end.
    damage: Option<String>,
    form: Form,
    kind: Kind,
}

/// Why a record gives no capture.
#[derive(Debug)]
pub(super) enum Unread {
    /// It is of a kind that is not read.
    Skipped(String),
    /// It should be read and cannot.
    Bad(String),
}

impl Read {
    /// Makes a job of it; `wrong` is what is wrong with the record.
    pub(super) fn held(self, id: String, place: String, wrong: Option<String>) -> Held {
        Held {
            damage: wrong.or(self.damage),
            id,
            name: None,
            place,
            bytes: self.bytes,
            form: self.form,
            kind: self.kind,
        }
    }
}

/// Tells whether a record of this type may hold a capture.
pub(super) fn is_wanted(head: &Head) -> bool {
    matches!(
        head.record_type.as_str(),
        "response" | "resource" | "conversion"
    )
}

/// Reads the capture in a block.
pub(super) fn capture(head: &Head, block: Vec<u8>, max_bytes: u64) -> Result<Read, Unread> {
    let is_http = head.record_type == "response"
        && (block.starts_with(b"HTTP/") || media_type(&head.content_type) == "application/http");
    if is_http {
        return answer(block, max_bytes);
    }
    let mut read = content(&head.content_type, block)?;
    if head.record_type == "conversion" && charset(&head.content_type).is_none() {
        read.form = Form::Encoded(Some("utf-8".to_owned()));
    }
    if read.bytes.len() as u64 > max_bytes {
        return Err(Unread::Bad(crate::corpus::job::too_large(max_bytes)));
    }
    Ok(read)
}

/// Reads an answer of a server.
fn answer(mut block: Vec<u8>, max_bytes: u64) -> Result<Read, Unread> {
    let end = end_of(&block).unwrap_or(block.len());
    let fields = fields(&block[..end]);
    block.drain(..end);
    let all = |wanted: &str| {
        let values = fields.iter().filter(|(name, _)| name == wanted);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    let content_type = all("content-type").pop().unwrap_or_default();
    kind(content_type)?;
    let is_chunked = all("transfer-encoding")
        .iter()
        .any(|value| value.to_ascii_lowercase().contains("chunked"));
    let joined = is_chunked.then(|| unchunked(&block)).flatten();
    let body = joined.unwrap_or(Whole {
        bytes: block,
        damage: None,
    });
    let encodings = Encodings::of(&all("content-encoding").join(","));
    let whole = decoded(body, &encodings, max_bytes).map_err(Unread::Bad)?;
    let read = content(content_type, whole.bytes)?;
    Ok(Read {
        damage: whole.damage,
        ..read
    })
}

/// Makes a capture of bytes and their type.
fn content(content_type: &str, bytes: Vec<u8>) -> Result<Read, Unread> {
    let kind = kind(content_type)?;
    if bytes.is_empty() {
        return Err(Unread::Skipped("empty".to_owned()));
    }
    if kind == Kind::Auto && looks_binary(&bytes) {
        return Err(Unread::Skipped("binary of no known type".to_owned()));
    }
    Ok(Read {
        bytes,
        damage: None,
        form: Form::Encoded(charset(content_type)),
        kind,
    })
}

fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    is_binary(head, &decode(head, None))
}

/// Tells what a type says of the content; types that are no text are not read.
fn kind(content_type: &str) -> Result<Kind, Unread> {
    let media_type = media_type(content_type);
    match media_type.as_str() {
        "text/html" | "application/xhtml+xml" => Ok(Kind::Html),
        "text/plain" => Ok(Kind::Text),
        "application/octet-stream" | "unknown/unknown" => Ok(Kind::Auto),
        other if !other.contains('/') => Ok(Kind::Auto),
        _ => Err(Unread::Skipped(media_type)),
    }
}

fn media_type(content_type: &str) -> String {
    let first = content_type.split([';', ',']).next().unwrap_or_default();
    first.trim().to_ascii_lowercase()
}

fn charset(content_type: &str) -> Option<String> {
    let mut parameters = content_type.split(';').skip(1);
    let value = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    let value = value.trim().trim_matches(['"', '\'']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}
