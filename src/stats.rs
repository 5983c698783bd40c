//! What a run did, told from its records alone: by rule, site and encoding, and what to look at first.
//!
//! Records are added one by one; what is held does not grow with their number past the limits named here.

mod alike;
mod changes;
mod charts;
mod html;
mod lengths;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::record::Record;

pub use alike::{Alike, Group};
pub use changes::{Change, Changes, Example};
pub use charts::{Chart, charts};
pub use html::html;
pub use lengths::Lengths;

/// Names of rules, sites or encodings that are counted apart.
const MOST_NAMES: usize = 10_000;
/// What is counted together past them.
const OTHERS: &str = "(others)";
/// The encoding of captures that could not be read.
const NOT_READ: &str = "(not read)";
/// The site of captures that tell none.
const NOT_KNOWN: &str = "(not known)";
/// Captures that each list names.
const LISTED: usize = 10;
/// Bins of the confidence of the block model.
const TENTHS: usize = 10;
/// Confidence of the block model under which a capture is worth a look.
const LOW_CONFIDENCE: f32 = 0.7;

/// Counts over the records of a run.
#[derive(Debug, Default, Serialize)]
pub struct Stats {
    /// All captures.
    pub all: Share,
    /// Captures that failed.
    pub failed: u64,
    /// Captures that were read by halves.
    pub degraded: u64,
    /// Removals by rule; one that several rules asked for counts for each.
    pub rules: BTreeMap<String, Share>,
    /// Captures by site.
    pub sites: BTreeMap<String, Share>,
    /// Captures by encoding.
    pub encodings: BTreeMap<String, Share>,
    /// The captures that lost the largest shares, the largest first.
    pub most: Vec<Listed>,
    /// Captures that lost nothing.
    pub untouched: u64,
    /// The first of them.
    pub untouched_first: Vec<String>,
    /// Web pages whose content the block model is not sure of.
    pub unsure: u64,
    /// Those it is least sure of, the least first.
    pub least_sure: Vec<Listed>,
    /// Web pages by the confidence of the block model, in tenths: the first bin holds those below 0.1, the last those from 0.9.
    pub confidence: [u64; TENTHS],
    /// Captures by the length of their text, before and after; those whose record does not tell it are left out.
    pub lengths: Lengths,
    /// Captures with nearly the same tidy text, where the records hold it.
    pub alike: Alike,
}

/// What was removed of some captures.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The captures.
    pub captures: u64,
    /// The removals.
    pub removals: u64,
    /// Bytes of text removed.
    pub removed: u64,
    /// Bytes of the captures.
    pub bytes: u64,
}

/// A capture with the number that lists it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    /// Its name.
    pub id: String,
    /// A share, from 0.0 to 1.0.
    pub share: f64,
}

impl Share {
    /// Returns the part removed of all bytes, from 0.0 to 1.0.
    ///
    /// The removed text is that of the page: of web pages, most bytes are markup and are in neither.
    pub fn part(&self) -> f64 {
        part(self.removed, self.bytes)
    }

    fn add(&mut self, removals: u64, removed: u64, bytes: u64) {
        self.captures += 1;
        self.removals += removals;
        self.removed += removed;
        self.bytes += bytes;
    }
}

impl Stats {
    /// Adds the record of one capture.
    pub fn add(&mut self, record: &Record<'_>) {
        let bytes = record.bytes as u64;
        let removed = record.removals.iter().map(length).sum();
        let removals = record.removals.len() as u64;
        self.failed += u64::from(record.status == "failed");
        self.degraded += u64::from(record.status == "degraded");
        self.all.add(removals, removed, bytes);
        let site = record.of_site().unwrap_or_else(|| NOT_KNOWN.to_owned());
        let site = named(&mut self.sites, &site);
        site.add(removals, removed, bytes);
        let encoding = match record.encoding.as_ref() {
            "" => NOT_READ,
            encoding => encoding,
        };
        named(&mut self.encodings, encoding).add(removals, removed, bytes);
        self.add_rules(record);
        if let Some(confidence) = record.confidence {
            let tenth = (confidence * TENTHS as f32) as usize;
            self.confidence[tenth.min(TENTHS - 1)] += 1;
        }
        if record.page_bytes > 0 {
            self.lengths.add(record.page_bytes as u64, removed);
        }
        self.list(record, removed);
        if let Some(text) = &record.text {
            self.alike.add(&record.id, text);
        }
    }

    fn add_rules(&mut self, record: &Record<'_>) {
        let mut rules: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for removal in &record.removals {
            for rule in &removal.rules {
                let count = rules.entry(rule).or_default();
                *count = (count.0 + 1, count.1 + length(removal));
            }
        }
        for (rule, (removals, removed)) in rules {
            named(&mut self.rules, rule).add(removals, removed, record.bytes as u64);
        }
    }

    /// Notes a capture that is worth a look.
    fn list(&mut self, record: &Record<'_>, removed: u64) {
        let listed = |share: f64| Listed {
            id: record.id.to_string(),
            share,
        };
        if removed == 0 && record.status != "failed" {
            self.untouched += 1;
            if self.untouched_first.len() < LISTED {
                self.untouched_first.push(record.id.to_string());
            }
        } else if removed > 0 {
            let share = part(removed, record.bytes as u64);
            insert(&mut self.most, listed(share), |one, two| one > two);
        }
        if let Some(confidence) = record.confidence.filter(|&sure| sure < LOW_CONFIDENCE) {
            self.unsure += 1;
            insert(
                &mut self.least_sure,
                listed(f64::from(confidence)),
                |one, two| one < two,
            );
        }
    }
}

/// Inserts into a sorted list, and holds it to its length.
fn insert(list: &mut Vec<Listed>, new: Listed, before: fn(f64, f64) -> bool) {
    let at = list.iter().position(|old| before(new.share, old.share));
    list.insert(at.unwrap_or(list.len()), new);
    list.truncate(LISTED);
}

fn named<'m>(map: &'m mut BTreeMap<String, Share>, name: &str) -> &'m mut Share {
    let fits = map.len() < MOST_NAMES || map.contains_key(name);
    map.entry(if fits { name } else { OTHERS }.to_owned())
        .or_default()
}

fn length(removal: &crate::record::RemovalRecord<'_>) -> u64 {
    (removal.end - removal.start) as u64
}

/// Returns a part of a whole, from 0.0 to 1.0; a page may show more than its source has bytes, as references do.
fn part(some: u64, all: u64) -> f64 {
    (some as f64 / all.max(1) as f64).min(1.0)
}
