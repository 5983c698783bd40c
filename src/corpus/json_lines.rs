//! JSON Lines: one capture a line, read as a stream.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::containers::Origin;
use super::containers::members::{damage_of, reason_of};
use super::containers::window::Window;
use super::job::{Failure, Give, Job, Reading, too_large};

/// Most names of other fields that a message lists.
const FIELDS_NAMED: usize = 8;

/// A line, with where it stands.
#[derive(Debug)]
pub struct JsonLine {
    /// The line, without its line feed.
    pub bytes: Vec<u8>,
    /// Its number, from 1.
    pub number: usize,
    source: Arc<Origin>,
}

impl JsonLine {
    /// Names the file and the line.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.source.place, self.number)
    }

    /// Names a capture that has no name.
    pub(super) fn unnamed(&self) -> String {
        format!("{}:{}", self.source.id(), self.number)
    }
}

/// Gives all lines that are not blank.
pub(super) fn each_line(
    bytes: Window<'_>,
    origin: Origin,
    reading: &Reading,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut lines = Lines {
        bytes,
        source: Arc::new(origin),
        max_bytes: reading.max_bytes,
        number: 0,
        over: false,
    };
    while let Some(job) = lines.next() {
        give(job)?;
    }
    ControlFlow::Continue(())
}

/// The lines of a stream.
struct Lines<'r> {
    bytes: Window<'r>,
    source: Arc<Origin>,
    max_bytes: u64,
    number: usize,
    over: bool,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Job> {
        while !self.over {
            self.number += 1;
            match self.read_line() {
                Ok(line) if line.is_empty() => self.over = true,
                Ok(line) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(line) => return Some(self.job(line)),
                Err(error) => return Some(self.broken(&error)),
            }
        }
        None
    }

    fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        (&mut self.bytes)
            .take(self.max_bytes.saturating_add(1))
            .read_until(b'\n', &mut line)?;
        Ok(line)
    }

    /// Goes on behind damage: with the next line, where no line begins at once.
    fn broken(&mut self, error: &io::Error) -> Job {
        self.over = damage_of(error).is_none();
        if !self.over && self.bytes.look(1) != b"{" {
            let _ = self.bytes.skip_until(b'\n');
        }
        self.failed(reason_of(error))
    }

    fn failed(&self, reason: String) -> Job {
        let line = self.line(Vec::new());
        Job::Unread(Failure {
            id: line.unnamed(),
            place: line.place(),
            reason,
        })
    }

    fn line(&self, bytes: Vec<u8>) -> JsonLine {
        JsonLine {
            bytes,
            number: self.number,
            source: Arc::clone(&self.source),
        }
    }

    fn job(&mut self, mut line: Vec<u8>) -> Job {
        let whole = line.ends_with(b"\n");
        if !whole && line.len() as u64 > self.max_bytes {
            // An error in the rest of the line is told with the next one.
            let _ = self.bytes.skip_until(b'\n');
            return self.failed(too_large(self.max_bytes));
        }
        if !whole && self.bytes.is_broken() {
            let error = self.bytes.fill_buf().err();
            return self.broken(&error.unwrap_or_else(|| io::ErrorKind::Other.into()));
        }
        line.truncate(line.len() - usize::from(whole));
        if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        Job::Line(self.line(line))
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
        let (field, others) = (reading.field(), others.join(", "));
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
        write!(f, "an object with the text `{}`", self.0.field())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Fields::default();
        while let Some(Text(key)) = map.next_key()? {
            if key == self.0.field() {
                fields.text = Some(map.next_value::<Text<'de>>()?.0);
            } else if key == self.0.id_field() {
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
