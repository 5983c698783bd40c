//! Decisions as JSON Lines: sorted, one a line, so that two versions of the file merge line by line.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::decision::{Decision, Key, Verdict, Was};
use super::decisions::Decisions;

/// A line that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it, and what to do.
    pub reason: String,
    /// The line as it stands in the file; it is written back, so that nothing is lost.
    pub(super) bytes: Vec<u8>,
    /// What the line decides on, where it decides otherwise than another line.
    pub(super) key: Option<Key>,
}

/// A line as it is read: the fields of a [`Decision`], and no others, so that a slip in a name makes none wider.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    was: Was,
    rule: Option<String>,
    text: Option<String>,
    site: Option<String>,
    capture: Option<String>,
    decision: Verdict,
    #[serde(default)]
    note: String,
}

impl Decisions {
    /// Reads a file of decisions; what cannot be used is listed, the rest is used.
    ///
    /// Lines that decide differently on the same are all left unused: nobody but a person can tell which is right.
    pub fn read(bytes: &[u8]) -> (Self, Vec<Damage>) {
        let (mut read, mut damage) = (BTreeMap::<Key, Vec<Read>>::new(), Vec::new());
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        for (index, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            match parse(line) {
                Ok(decision) => {
                    let read = read.entry(decision.key.clone()).or_default();
                    read.push((index + 1, line, decision));
                }
                Err(reason) => damage.push(Damage::new(index + 1, line, reason)),
            }
        }
        let mut decisions = Self::default();
        for lines in read.into_values() {
            match agreed(lines) {
                Ok(decision) => decisions.set(decision),
                Err(disagreeing) => damage.extend(disagreeing),
            }
        }
        damage.sort_by_key(|damage| damage.line);
        (decisions, damage)
    }

    /// Writes the file: the decisions in order, then the lines that could not be used.
    pub fn write(&self, damage: &[Damage]) -> Vec<u8> {
        let mut out = Vec::new();
        for decision in self.iter() {
            serde_json::to_writer(&mut out, &decision).expect("plain text is JSON");
            out.push(b'\n');
        }
        for damage in damage {
            out.extend_from_slice(&damage.bytes);
            out.push(b'\n');
        }
        out
    }
}

/// A line that was read: its number, its bytes, what it says.
type Read<'l> = (usize, &'l [u8], Decision);

/// Returns the decision of lines on the same; all of them as damage where they disagree.
fn agreed(mut lines: Vec<Read<'_>>) -> Result<Decision, Vec<Damage>> {
    let one = |(_, _, decision): &Read<'_>| decision.decision;
    if lines.iter().all(|line| one(line) == one(&lines[0])) {
        let notes: Vec<String> = lines.iter().map(|(_, _, line)| line.note.clone()).collect();
        let (_, _, mut decision) = lines.swap_remove(0);
        decision.note = joined(notes);
        return Ok(decision);
    }
    let numbers: Vec<String> = lines.iter().map(|(line, ..)| line.to_string()).collect();
    let reason = format!(
        "lines {} decide differently on the same; decide again, or delete all but one",
        numbers.join(" and ")
    );
    let damage = |(line, bytes, decision): Read<'_>| Damage {
        key: Some(decision.key),
        ..Damage::new(line, bytes, reason.clone())
    };
    Err(lines.into_iter().map(damage).collect())
}

/// Joins notes that are not empty, each once.
pub(super) fn joined(notes: Vec<String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for note in notes {
        if !note.is_empty() && !all.contains(&note) {
            all.push(note);
        }
    }
    all.join("; ")
}

fn parse(line: &[u8]) -> Result<Decision, String> {
    let marks = [&b"<<<<<<<"[..], b"=======", b">>>>>>>", b"|||||||"];
    if marks.iter().any(|mark| line.starts_with(mark)) {
        return Err("a mark of a merge that was not finished; delete it".to_owned());
    }
    let line: Line = serde_json::from_slice(line).map_err(|error| {
        // The place that the reader of JSON names is one in this line.
        let (said, column) = (error.to_string(), error.column());
        let said = said.split(" at line ").next().unwrap_or_default();
        format!("not a decision: {said} (column {column}); mend the line, or delete it")
    })?;
    let decision = line.decision();
    match decision.key.names_something() {
        true => Ok(decision),
        false => {
            Err("a decision on nothing: it needs a rule, a text, a site or a capture; mend the line, or delete it".to_owned())
        }
    }
}

impl Line {
    fn decision(self) -> Decision {
        let Self {
            was,
            rule,
            text,
            site,
            capture,
            decision,
            note,
        } = self;
        // Names are in lower case; people write them as the text stands.
        let text = text.map(|text| text.to_lowercase());
        let key = Key {
            was,
            rule,
            text,
            site,
            capture,
        };
        Decision {
            key,
            decision,
            note,
        }
    }
}

impl Damage {
    fn new(line: usize, bytes: &[u8], reason: String) -> Self {
        Self {
            line,
            reason,
            bytes: bytes.to_owned(),
            key: None,
        }
    }

    /// Tells whether the line disagrees with another one about this.
    pub fn is_about(&self, key: &Key) -> bool {
        self.key.as_ref() == Some(key)
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.reason)
    }
}
