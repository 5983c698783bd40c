//! What a file holds, told by its first bytes; its name is asked where bytes do not tell.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;

use super::csv::has_column;
use super::members::Codec;
use super::tar::is_begun;
use crate::corpus::job::{Form, Reading};
use crate::corpus::json::{Shape, Told};
use crate::decode::{Charset, Evidence, decode_as, wide};
use crate::foreign::foreign;

/// Bytes of a file that are looked at.
pub(in crate::corpus) const HEAD: usize = 8 << 10;
/// Bytes that are looked at where the first object of JSON is longer than that.
pub(in crate::corpus) const LONG_HEAD: usize = 1 << 20;
/// Extensions of files of JSON.
const JSON: &[&str] = &["json", "jsonl", "ndjson", "jl", "jsonlines"];
/// Place of the mark in the head of a tar archive.
const USTAR: usize = 257;
/// Extensions of files that hold one capture, whatever their first bytes look like.
const SINGLE: &[&str] = &[
    "txt", "html", "htm", "xhtml", "md", "php", "asp", "aspx", "jsp", "shtml",
];
/// Extensions of web pages as they are sent.
const PAGES: &[&str] = &["html", "htm", "xhtml", "shtml"];

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) enum Content {
    Packed(Codec),
    Tar,
    Zip,
    Parquet,
    Warc,
    Json(Told),
    /// Rows of cells; the byte stands between cells where it is known.
    Rows(Option<u8>),
    One,
    /// What is not read; why, and what to do about it.
    Foreign(&'static str),
}

impl Content {
    /// Tells what a file holds by its first bytes and its name, which may end in `.gz` or `.zst`.
    pub(in crate::corpus) fn of(head: &[u8], name: &Path, reading: &Reading) -> Self {
        if let Some(codec) = Codec::of_file(head, name) {
            return Self::Packed(codec);
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Self::Zip;
        }
        if head.get(USTAR..USTAR + 5) == Some(b"ustar") || is_begun(head) {
            return Self::Tar;
        }
        if let Some(reason) = foreign(head, reading.form.kind_of(name)) {
            return Self::Foreign(reason);
        }
        Self::as_said(head, name, reading)
    }

    /// Tells what is in a file that is neither packed nor an archive.
    fn as_said(head: &[u8], name: &Path, reading: &Reading) -> Self {
        match reading.form {
            Form::Text | Form::Html => Self::One,
            Form::JsonLines => Self::objects(&text_of(head, reading), reading),
            Form::Csv => Self::Rows(None),
            Form::Tsv => Self::Rows(Some(b'\t')),
            Form::Warc => Self::Warc,
            Form::Parquet => Self::Parquet,
            Form::Auto => Self::found(head, name, reading),
        }
    }

    fn found(head: &[u8], name: &Path, reading: &Reading) -> Self {
        if is_single(unpacked(name)) {
            return Self::One;
        }
        if head.starts_with(b"PAR1") {
            return Self::Parquet;
        }
        if head.starts_with(b"WARC/1.") || head.starts_with(b"WARC/0.") {
            return Self::Warc;
        }
        let text = text_of(head, reading);
        let is_named = JSON.contains(&extension(unpacked(name)).as_str());
        let json = Shape::of(
            &text,
            head.len() >= HEAD,
            is_named,
            reading.field.as_deref(),
        );
        match extension(unpacked(name)).as_str() {
            "jsonl" | "ndjson" | "jl" | "jsonlines" => Self::objects(&text, reading),
            "csv" => Self::Rows(None),
            "tsv" => Self::Rows(Some(b'\t')),
            "warc" | "wet" => Self::Warc,
            "parquet" => Self::Parquet,
            "tar" | "tgz" => Self::Tar,
            "zip" => Self::Zip,
            _ if json.is_some() => json.map_or(Self::One, Self::Json),
            _ if has_column(text.as_bytes(), reading.field()) => Self::Rows(None),
            _ => Self::One,
        }
    }

    /// Tells how objects stand in what is said to hold them.
    fn objects(text: &str, reading: &Reading) -> Self {
        let lines = Told {
            shape: Shape::Lines,
            has_text: true,
            is_cut: false,
        };
        let told = Shape::of(text, text.len() >= HEAD, true, reading.field.as_deref());
        Self::Json(told.map_or(lines, |told| Told {
            has_text: true,
            ..told
        }))
    }

    /// Tells what a file holds by its name alone, as far as a name tells.
    pub(in crate::corpus) fn by_name(name: &Path, reading: &Reading) -> Self {
        match extension(unpacked(name)).as_str() {
            "tar" | "tgz" => Self::Tar,
            "zip" => Self::Zip,
            _ => Self::as_said(b"", name, reading),
        }
    }

    /// Tells whether a file holds members with names.
    pub(in crate::corpus) const fn is_archive(self) -> bool {
        matches!(self, Self::Tar | Self::Zip)
    }

    /// Tells whether a file may hold many captures, each without a name of its own.
    pub(in crate::corpus) const fn is_stream(self) -> bool {
        match self {
            Self::Json(told) => told.has_text || told.is_cut,
            Self::Parquet | Self::Warc | Self::Rows(_) => true,
            _ => false,
        }
    }
}

/// Returns the first characters of a file of text.
fn text_of<'h>(head: &'h [u8], reading: &Reading) -> Cow<'h, str> {
    match encoding_of(head, reading) {
        Some((charset, _)) => decode_as(head, charset).text,
        None => String::from_utf8_lossy(head),
    }
}

/// Tells whether a name says that the file is one capture.
pub(in crate::corpus) fn is_single(name: &Path) -> bool {
    SINGLE.contains(&extension(name).as_str())
}

/// Tells whether a name says that the file is a web page.
pub(in crate::corpus) fn is_page_name(name: &Path) -> bool {
    PAGES.contains(&extension(unpacked(name)).as_str())
}

/// Tells whether a name says that the file is JSON, and leaves open how captures stand in it.
pub(in crate::corpus) fn is_json(name: &Path) -> bool {
    extension(unpacked(name)) == "json"
}

/// Returns a name without a last `.gz` or `.zst`.
pub(in crate::corpus) fn unpacked(name: &Path) -> &Path {
    let Some(text) = name.to_str() else {
        return name;
    };
    match extension(name).as_str() {
        end @ ("gz" | "zst") if text.ends_with(end) => {
            Path::new(&text[..text.len() - end.len() - 1])
        }
        _ => name,
    }
}

pub(super) fn extension(name: &Path) -> String {
    let end = name.extension().and_then(OsStr::to_str).unwrap_or("");
    end.to_ascii_lowercase()
}

/// Tells which encoding a file of objects or rows has to be read in, where bytes do not stand for themselves.
pub(in crate::corpus) fn encoding_of(
    head: &[u8],
    reading: &Reading,
) -> Option<(Charset, Evidence)> {
    match reading.encoding {
        Some(charset) => Some((charset.in_order_of(head), Evidence::Chosen)),
        None => wide(head),
    }
}
