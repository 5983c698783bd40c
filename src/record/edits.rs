//! The edits of a pass as a record holds them: borrowed from the outcome, or read back.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::EditRecord;
use crate::edit::{Change, Edit};

/// The edits of one pass, in order.
#[derive(Debug, Clone)]
pub struct Edits<'a>(Held<'a>);

#[derive(Debug, Clone)]
enum Held<'a> {
    /// Those of an outcome, and what stood at each before, one after the other.
    Made { edits: &'a [Edit], was: String },
    /// Those of a line of JSON.
    Read(Vec<EditRecord<'a>>),
}

impl<'a> Edits<'a> {
    /// Writes down the edits of a pass; `text` is the one that the pass before left.
    pub(super) fn of(edits: &'a [Edit], text: &str) -> Self {
        let was = edits.iter().map(|edit| edit.span.of(text)).collect();
        Self(Held::Made { edits, was })
    }

    /// Returns the number of edits.
    pub(super) fn count(&self) -> usize {
        match &self.0 {
            Held::Made { edits, .. } => edits.len(),
            Held::Read(edits) => edits.len(),
        }
    }

    /// Returns the edits with what stood there before.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        let (made, mut rest, read) = match &self.0 {
            Held::Made { edits, was } => (*edits, was.as_str(), &[][..]),
            Held::Read(edits) => (&[][..], "", &edits[..]),
        };
        let made = made.iter().map(move |edit| {
            let (was, after) = rest.split_at(edit.span.end - edit.span.start);
            rest = after;
            Change {
                start: edit.span.start,
                was,
                now: &edit.now,
            }
        });
        let read = read.iter().map(|edit| Change {
            start: edit.start,
            was: &edit.was,
            now: &edit.now,
        });
        made.chain(read)
    }
}

impl PartialEq for Edits<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.changes().eq(other.changes())
    }
}

impl Eq for Edits<'_> {}

impl Serialize for Edits<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.changes().map(|change| EditRecord {
            start: change.start,
            end: change.start + change.was.len(),
            was: change.was.into(),
            now: change.now.into(),
        }))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Edits<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(|edits| Self(Held::Read(edits)))
    }
}
