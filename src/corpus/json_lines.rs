//! JSON Lines: one capture a line, read as a stream.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::inputs::Found;
use super::job::{Failure, Job, Reading, too_large};
use crate::error::in_words;

/// Most names of other fields that a message lists.
const FIELDS_NAMED: usize = 8;

/// A line, with where it stands.
#[derive(Debug)]
pub struct JsonLine {
    /// The line, without its line feed.
    pub bytes: Vec<u8>,
    /// Its number, from 1.
    pub number: usize,
    source: Arc<Found>,
}

impl JsonLine {
    /// Names the file and the line.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.source.place(), self.number)
    }

    /// Names a capture that has no name.
    pub(super) fn unnamed(&self) -> String {
        format!("{}:{}", self.source.id(), self.number)
    }
}

/// The lines of a stream.
pub(super) struct Lines<R> {
    reader: R,
    source: Arc<Found>,
    max_bytes: u64,
    number: usize,
    over: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, source: Found, max_bytes: u64) -> Self {
        Self {
            reader,
            source: Arc::new(source),
            max_bytes,
            number: 0,
            over: false,
        }
    }

    fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        (&mut self.reader)
            .take(self.max_bytes.saturating_add(1))
            .read_until(b'\n', &mut line)?;
        Ok(line)
    }

    fn failed(&mut self, reason: String) -> Job {
        let line = JsonLine {
            bytes: Vec::new(),
            number: self.number,
            source: Arc::clone(&self.source),
        };
        Job::Unread(Failure {
            id: line.unnamed(),
            place: line.place(),
            reason,
        })
    }

    fn job(&mut self, mut line: Vec<u8>) -> Job {
        let whole = line.ends_with(b"\n");
        if !whole && line.len() as u64 > self.max_bytes {
            self.over = self.reader.skip_until(b'\n').is_err();
            return self.failed(too_large(self.max_bytes));
        }
        line.truncate(line.len() - usize::from(whole));
        if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        Job::Line(JsonLine {
            bytes: line,
            number: self.number,
            source: Arc::clone(&self.source),
        })
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        while !self.over {
            self.number += 1;
            match self.read_line() {
                Ok(line) if line.is_empty() => self.over = true,
                Ok(line) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(line) => return Some(self.job(line)),
                Err(error) => {
                    self.over = true;
                    return Some(self.failed(in_words(&error)));
                }
            }
        }
        None
    }
}

/// Returns name and text of a line; a line without a name is named by its place.
pub(super) fn fields_of<'l>(
    line: &'l JsonLine,
    reading: &Reading,
) -> Result<(String, Cow<'l, str>), String> {
    let mut json = serde_json::Deserializer::from_slice(&line.bytes);
    let fields = Wanted(reading)
        .deserialize(&mut json)
        .and_then(|fields| json.end().map(|()| fields))
        .map_err(|error| bad_json(&error))?;
    let Some(text) = fields.text else {
        let mut others = fields.others;
        others.truncate(FIELDS_NAMED);
        let (field, others) = (&reading.field, others.join(", "));
        return Err(format!(
            "no field `{field}`; name the field that holds the text with --field, of: {others}"
        ));
    };
    let id = fields.id.unwrap_or_else(|| line.unnamed());
    Ok((id, text))
}

/// Says what is wrong with a line, and at which column; it is always line 1 to the parser.
fn bad_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    format!("not a JSON object at column {}: {what}", error.column())
}

/// Picks two fields of an object without building the others.
struct Wanted<'r>(&'r Reading);

#[derive(Default)]
struct Fields<'de> {
    text: Option<Cow<'de, str>>,
    id: Option<String>,
    others: Vec<String>,
}

#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Whole(i64),
    Number(f64),
    None,
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Fields<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Fields<'de>, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the text `{}`", self.0.field)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Fields::default();
        while let Some(Text(key)) = map.next_key()? {
            if key == self.0.field {
                fields.text = Some(map.next_value::<Text<'de>>()?.0);
            } else if key == self.0.id_field {
                fields.id = map.next_value::<Id>()?.into_name();
            } else {
                fields.others.push(key.into_owned());
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(fields)
    }
}

impl Id {
    fn into_name(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Whole(number) => Some(number.to_string()),
            Self::Number(number) => Some(number.to_string()),
            Self::None => None,
        }
    }
}
