//! The head of a record: its version, and fields up to an empty line.

use std::io::{self, BufRead};

use crate::corpus::containers::window::Window;

/// Most bytes of a head.
const MOST: usize = 1 << 17;

/// The fields of a record that matter.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) record_type: String,
    pub(super) content_type: String,
    pub(super) length: u64,
    /// Why whoever fetched it kept a part of it only.
    pub(super) truncated: Option<String>,
    target: Option<String>,
    record_id: Option<String>,
}

/// Why a head cannot be read.
#[derive(Debug)]
pub(super) enum Bad {
    Head(String),
    Read(io::Error),
}

impl Head {
    /// Reads the head that comes next.
    pub(super) fn read(from: &mut Window<'_>) -> Result<Self, Bad> {
        let mut head = Self::default();
        let mut length = None;
        for (name, value) in fields(&lines(from)?) {
            match name.as_str() {
                "warc-type" => head.record_type = value.to_ascii_lowercase(),
                "content-type" => head.content_type = value,
                "content-length" => length = value.parse().ok(),
                "warc-target-uri" => head.target = Some(value),
                "warc-truncated" => head.truncated = Some(value),
                "warc-record-id" => head.record_id = Some(value),
                _ => {}
            }
        }
        let no_length = || Bad::Head("no Content-Length in the head of the record".to_owned());
        head.length = length.ok_or_else(no_length)?;
        Ok(head)
    }

    /// Returns the address that was fetched, else the id of the record.
    pub(super) fn name(&self) -> Option<String> {
        let bare = |name: &String| name.trim_matches(['<', '>']).to_owned();
        let mut names = self.target.iter().chain(&self.record_id).map(bare);
        names.find(|name| !name.is_empty())
    }

    /// Says that a part only was kept when it was fetched, where the record says so.
    pub(super) fn cut(&self) -> Option<String> {
        let reason = self.truncated.as_ref()?;
        Some(format!(
            "was cut off when it was fetched (WARC-Truncated: {reason})"
        ))
    }

    /// Names what it is, for counting.
    pub(super) fn kind(&self) -> String {
        match self.record_type.as_str() {
            "" => "without a type".to_owned(),
            record_type => record_type.to_owned(),
        }
    }
}

/// Takes the lines of a head, with the empty one at its end.
fn lines(from: &mut Window<'_>) -> Result<Vec<u8>, Bad> {
    let mut size = 1 << 10;
    loop {
        let seen = from.look(size);
        let short = seen.len() < size;
        if let Some(end) = end_of(seen) {
            let lines = seen[..end].to_vec();
            from.consume(end);
            return Ok(lines);
        }
        if short || size >= MOST {
            let seen = seen.len();
            from.consume(if short { seen } else { 1 });
            return Err(match short.then(|| from.fill_buf().err()).flatten() {
                Some(error) => Bad::Read(error),
                None if short => Bad::Head("the head ends early; the file was cut off".to_owned()),
                None => Bad::Head("the head of the record does not end".to_owned()),
            });
        }
        size *= 4;
    }
}

/// Returns where a head ends: behind its empty line.
pub(super) fn end_of(bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'\n', bytes).find_map(|at| match &bytes[at + 1..] {
        [b'\n', ..] => Some(at + 2),
        [b'\r', b'\n', ..] => Some(at + 3),
        _ => None,
    })
}

/// Splits a head into names in lower case and values; its first line is left out, folded lines are joined.
pub(super) fn fields(head: &[u8]) -> Vec<(String, String)> {
    let head = String::from_utf8_lossy(head);
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.lines().skip(1) {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}
