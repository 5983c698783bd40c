//! Hunks of one kind, counted over many captures: the first rule and the shape of what goes are the same.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use super::Hunk;
use crate::learn::{Shape, shape};

/// Captures that a group names.
const NAMED: usize = 3;

/// Groups of hunks over the captures of a run.
#[derive(Debug, Default)]
pub struct Groups {
    places: HashMap<(String, Shape), usize>,
    groups: Vec<Group>,
}

/// Hunks of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// How many hunks.
    pub copies: u64,
    /// In how many captures.
    pub captures: u64,
    /// The first of them, one of a capture.
    pub first: Vec<At>,
    /// The first hunk; its strength is the weakest of all.
    #[serde(flatten)]
    pub hunk: Hunk<'static>,
}

/// Where a hunk stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At {
    /// Name of the capture.
    pub id: String,
    /// Line of the page, from 1.
    pub line: usize,
}

impl Groups {
    /// Gathers the hunks of one capture.
    pub fn of(id: &str, hunks: Vec<Hunk<'_>>) -> Self {
        let mut groups = Self::default();
        for hunk in hunks {
            let first = At {
                id: id.to_owned(),
                line: hunk.line,
            };
            groups.add(Group {
                copies: 1,
                captures: 1,
                first: vec![first],
                hunk: hunk.into_owned(),
            });
        }
        // Copies in one capture were joined as if each had its own.
        for group in &mut groups.groups {
            group.captures = 1;
            group.first.truncate(1);
        }
        groups
    }

    /// Adds the groups of other captures, which come after those that are here.
    pub fn join(&mut self, others: Self) {
        for group in others.groups {
            self.add(group);
        }
    }

    /// Returns the groups: what is least sure first, then by copies, then as they came.
    pub fn into_sorted(self) -> Vec<Group> {
        let mut groups = self.groups;
        groups.sort_by_key(|group| (group.hunk.strength, std::cmp::Reverse(group.copies)));
        groups
    }

    fn add(&mut self, group: Group) {
        let next = self.groups.len();
        let place = *self.places.entry(kind(&group.hunk)).or_insert(next);
        if place == next {
            self.groups.push(group);
            return;
        }
        let here = &mut self.groups[place];
        here.copies += group.copies;
        here.captures += group.captures;
        here.first.extend(group.first);
        here.first.truncate(NAMED);
        here.hunk.strength = here.hunk.strength.min(group.hunk.strength);
    }
}

impl Group {
    /// Says how many hunks are in how many captures, and where the first of them are.
    pub fn in_words(&self) -> String {
        let counted =
            |number, one, more| format!("{number} {}", if number == 1 { one } else { more });
        let copies = counted(self.copies, "copy", "copies");
        let captures = counted(self.captures, "capture", "captures");
        let first: Vec<String> = self.first.iter().map(At::to_string).collect();
        let rest = if self.captures > first.len() as u64 {
            ", …"
        } else {
            ""
        };
        format!("{copies} in {captures}: {}{rest}", first.join(", "))
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.id, self.line)
    }
}

/// Returns what hunks of one group share.
fn kind(hunk: &Hunk<'_>) -> (String, Shape) {
    let gone = hunk.gone.iter().map(|span| span.of(&hunk.old));
    let gone: Vec<&str> = gone.collect();
    let rule = hunk.rules.first().map_or("", AsRef::as_ref);
    (rule.to_owned(), shape(&gone.join(" ")))
}
