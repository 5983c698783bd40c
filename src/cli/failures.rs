//! Captures that failed, as they are told: those that fail alike once, with their number.

use std::collections::BTreeMap;

use undross::Error;
use undross::corpus::Failure;

use super::Ending;
use super::out::{grouped, say};

/// Captures with a file of their own that are told one by one, of those that fail alike.
const FILES_TOLD: u64 = 10;
/// Ways to fail that are told apart; what comes later is counted together.
const WAYS: usize = 100;
/// Rows that all have to fail alike, from the first on, before the run stops: what is wrong is how they are read.
const ALL_ALIKE: u64 = 100;

/// What was counted of a run so far.
#[derive(Debug, Default)]
pub(super) struct Failures {
    captures: u64,
    failed: u64,
    failures: Ways,
    /// What is wrong with captures that were read as far as they are there.
    damage: Ways,
}

/// Messages, those that are alike together.
#[derive(Debug, Default)]
struct Ways {
    ways: BTreeMap<Way, Alike>,
    others: u64,
}

/// How much of the inputs was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Wholly,
    /// Some captures failed, or they were too few.
    Partly,
}

impl Read {
    /// Returns how a command ends that did all else.
    pub(super) const fn or(self, ending: Ending) -> Ending {
        match self {
            Self::Wholly => ending,
            Self::Partly => Ending::Failed,
        }
    }
}

/// A way to fail: the reason without its numbers, and whether it is one of records in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    reason: String,
    is_record: bool,
}

#[derive(Debug)]
struct Alike {
    first: Failure,
    count: u64,
}

impl Failures {
    /// Counts a capture; returns its failure if it is to be told.
    ///
    /// # Errors
    ///
    /// All rows failed alike, and they were many.
    pub(super) fn add<'f>(
        &mut self,
        failure: Option<&'f Failure>,
    ) -> Result<Option<&'f Failure>, Error> {
        self.captures += 1;
        let Some(failure) = failure else {
            return Ok(None);
        };
        self.failed += 1;
        let (alike, is_told) = self.failures.add(failure);
        if alike == ALL_ALIKE && self.captures == ALL_ALIKE && is_row(&failure.place) {
            let reason = &failure.reason;
            return Err(Error::Usage(format!(
                "the first {ALL_ALIKE} captures all failed alike, so nothing more was read: {reason}"
            )));
        }
        Ok(is_told.then_some(failure))
    }

    /// Counts a capture that is not all there; tells whether that is to be told.
    pub(super) fn add_damage(&mut self, failure: &Failure) -> bool {
        self.damage.add(failure).1
    }

    /// Counts the captures that did not fail.
    pub(super) const fn fine(&self) -> u64 {
        self.captures - self.failed
    }

    /// Counts the captures that failed.
    pub(super) const fn failed(&self) -> u64 {
        self.failed
    }

    /// Counts all captures that were found.
    pub(super) const fn captures(&self) -> u64 {
        self.captures
    }

    /// Says how many more there were like those that were told.
    pub(super) fn say_more(&self) {
        self.failures.say_more("that failed");
        self.damage.say_more("damaged");
    }
}

impl Ways {
    /// Counts a message; returns how many are alike, and whether this one is to be told.
    fn add(&mut self, failure: &Failure) -> (u64, bool) {
        let way = Way::of(failure);
        let told = way.told();
        if self.ways.len() >= WAYS && !self.ways.contains_key(&way) {
            self.others += 1;
            return (0, false);
        }
        let alike = self.ways.entry(way).or_insert_with(|| Alike {
            first: failure.clone(),
            count: 0,
        });
        alike.count += 1;
        (alike.count, alike.count <= told)
    }

    fn say_more(&self, how: &str) {
        for (way, alike) in &self.ways {
            let more = alike.count.saturating_sub(way.told());
            if more > 0 {
                let (more, place) = (grouped(more), &alike.first.place);
                let what = alike.first.reason.split("; ").next().unwrap_or_default();
                say(format_args!(
                    "undross: and {more} more like {place}: {what}"
                ));
            }
        }
        if self.others > 0 {
            let others = grouped(self.others);
            say(format_args!(
                "undross: and {others} more {how} in other ways"
            ));
        }
    }
}

impl Way {
    /// Returns how many of this way are told.
    const fn told(&self) -> u64 {
        if self.is_record { 1 } else { FILES_TOLD }
    }

    fn of(failure: &Failure) -> Self {
        let what = failure.reason.split("; ").next().unwrap_or_default();
        let mut reason = String::with_capacity(what.len());
        for letter in what.chars() {
            let letter = if letter.is_ascii_digit() { '0' } else { letter };
            if letter != '0' || !reason.ends_with('0') {
                reason.push(letter);
            }
        }
        Self {
            reason,
            is_record: is_row(&failure.place) || failure.place.contains(": "),
        }
    }
}

/// Tells whether a place is that of a line, a row or an object in a file.
fn is_row(place: &str) -> bool {
    let number = place.rsplit_once(':').map(|(_, number)| number);
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
