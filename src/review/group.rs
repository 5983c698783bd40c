//! A group: removals that are the same in kind, which one decision covers.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;

use super::decision::{Key, Was};
use crate::record::RemovalRecord;
use crate::rule::Strength;
use crate::sketch::hash;

/// Copies of a group that are held for a look at them.
const SAMPLE: usize = 24;
/// Bytes of a copy that a group holds.
const EXAMPLE: usize = 1024;
/// Names of sites or reasons that are counted apart.
const MOST_NAMES: usize = 1000;

/// All removals of one rule and one text, or all kept text that nearly was removed so.
#[derive(Debug, Clone)]
pub struct Group {
    /// The decision on every copy would be on this.
    pub key: Key,
    /// The rules that asked for any of them, the one that leads first.
    pub rules: Vec<String>,
    /// The weakest of them.
    pub strength: Strength,
    /// Copies.
    pub count: u64,
    /// Captures that have one.
    pub captures: u64,
    /// Copies by site, where the site is known.
    pub sites: BTreeMap<String, u64>,
    /// Copies by the reason why they went or stayed.
    pub reasons: BTreeMap<String, u64>,
    /// Start of the text of one copy.
    pub example: String,
    /// Bytes of that copy.
    pub bytes: usize,
    /// How much is uncertain: doubts of 0.0 to 1.0, summed over the copies.
    pub doubt: f64,
    last_capture: Option<u32>,
    sample: Vec<(u32, Occurrence)>,
}

/// Where a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Occurrence {
    /// The capture, by its number in the queue.
    pub capture: u32,
    /// The list of its record that holds it: `removals`, or `nearly`.
    #[serde(skip)]
    pub list: Was,
    /// Its position in that list.
    pub position: u32,
}

impl Group {
    pub(super) fn new(key: Key, removal: &RemovalRecord<'_>) -> Self {
        let end = removal.text.floor_char_boundary(EXAMPLE);
        Self {
            key,
            rules: Vec::new(),
            strength: Strength::Sure,
            count: 0,
            captures: 0,
            sites: BTreeMap::new(),
            reasons: BTreeMap::new(),
            example: removal.text[..end].to_owned(),
            bytes: removal.text.len(),
            doubt: 0.0,
            last_capture: None,
            sample: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, removal: &RemovalRecord<'_>, site: Option<&str>, at: Occurrence) {
        for rule in &removal.rules {
            if self.rules.iter().all(|known| known != rule) {
                self.rules.push(rule.clone().into_owned());
            }
        }
        let strength = strength(removal);
        self.strength = self.strength.min(strength);
        self.count += 1;
        self.captures += u64::from(self.last_capture != Some(at.capture));
        self.last_capture = Some(at.capture);
        if let Some(site) = site {
            count(&mut self.sites, site);
        }
        count(&mut self.reasons, &removal.reason);
        self.doubt += doubt(self.key.was, strength, removal.score);
        self.sample_one(at);
    }

    /// Holds the copies with the smallest hashes: the same ones every time, from all parts of the run.
    fn sample_one(&mut self, at: Occurrence) {
        let drawn = hash(format!("{at:?}").chars()) as u32;
        let place = self.sample.partition_point(|(other, _)| *other <= drawn);
        if place < SAMPLE {
            self.sample.insert(place, (drawn, at));
            self.sample.truncate(SAMPLE);
        }
    }

    /// Returns the name of the group: 16 hexadecimal digits that stay the same from run to run.
    pub fn id(&self) -> String {
        let named = |part: &Option<String>| part.clone().unwrap_or_default();
        let (rule, text) = (named(&self.key.rule), named(&self.key.text));
        let whole = format!("{}\n{rule}\n{text}", self.key.was.as_str());
        format!("{:016x}", hash(whole.chars()))
    }

    /// Returns some of the copies, at most 24, always the same.
    pub fn sample(&self) -> impl ExactSizeIterator<Item = Occurrence> {
        self.sample.iter().map(|(_, occurrence)| *occurrence)
    }

    /// Orders groups as they are reviewed: removals that are less than sure, kept text that nearly went, sure removals; in each
    /// the most doubt first.
    pub fn review_order(&self, other: &Self) -> Ordering {
        let tier = |group: &Self| match (group.key.was, group.strength) {
            (Was::Removed, Strength::Hint | Strength::Likely) => 0,
            (Was::Kept, _) => 1,
            (Was::Removed, Strength::Sure) => 2,
        };
        tier(self)
            .cmp(&tier(other))
            .then(other.doubt.total_cmp(&self.doubt))
            .then_with(|| self.key.cmp(&other.key))
    }
}

/// Tells how uncertain a removal is, or a stay, from 0.0 to 1.0.
fn doubt(was: Was, strength: Strength, score: Option<f32>) -> f64 {
    let by_strength = match (was, strength) {
        (Was::Removed, Strength::Sure) => 0.05,
        (Was::Removed, Strength::Likely) => 0.5,
        (Was::Removed, Strength::Hint) => 0.6,
        (Was::Kept, Strength::Sure) => 0.6,
        (Was::Kept, Strength::Likely) => 0.4,
        (Was::Kept, Strength::Hint) => 0.2,
    };
    // A score of one half says nothing; one near 0 or 1 leaves no doubt.
    score.map_or(by_strength, |score| {
        1.0 - 2.0 * (f64::from(score) - 0.5).abs()
    })
}

fn strength(removal: &RemovalRecord<'_>) -> Strength {
    let all = [Strength::Hint, Strength::Likely, Strength::Sure];
    let known = all
        .into_iter()
        .find(|strength| strength.as_str() == removal.strength);
    known.unwrap_or(Strength::Likely)
}

fn count(counts: &mut BTreeMap<String, u64>, name: &str) {
    if let Some(count) = counts.get_mut(name) {
        *count += 1;
    } else if counts.len() < MOST_NAMES {
        counts.insert(name.to_owned(), 1);
    }
}
