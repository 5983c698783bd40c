//! A group: removals that are the same in kind, which one decision covers.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::decision::{Key, Was};
use crate::record::{Record, RemovalRecord};
use crate::rule::Strength;
use crate::sketch::hash;

/// Copies of a group that are held for a look at them.
const SAMPLE: usize = 24;
/// Bytes of a copy that a group holds.
const EXAMPLE: usize = 1024;
/// Texts of which a group holds a copy.
const EXAMPLES: usize = 4;
/// Captures from which a text has a group of its own, whatever site it is on.
const COMMON: u64 = 3;
/// Names of sites or reasons that are counted apart.
const MOST_NAMES: usize = 1000;

/// All removals that the same rules asked for with one text, or all kept text that nearly was removed so; or all removals of
/// the same rules on one site whose texts are too rare for groups of their own.
#[derive(Debug, Clone)]
pub struct Group {
    /// What its copies have in common, named by the rule that leads.
    pub key: Key,
    /// The rules that asked for each of them, the one that leads first.
    pub rules: Vec<String>,
    /// The weakest of them.
    pub strength: Strength,
    /// Copies.
    pub count: u64,
    /// Captures that have one.
    pub captures: u64,
    /// Copies by site, where the site is known.
    pub sites: BTreeMap<String, Copies>,
    /// Copies by the reason why they went or stayed.
    pub reasons: BTreeMap<String, u64>,
    /// The rare texts that stand together here; empty where all copies have the text of the key.
    pub members: Vec<Member>,
    /// Starts of some of them.
    pub examples: Vec<String>,
    /// Bytes of the first.
    pub bytes: usize,
    /// How much is uncertain: doubts of 0.0 to 1.0, summed over the copies.
    pub doubt: f64,
    /// The captures that have a copy, as long as they are few.
    held_captures: BTreeSet<u32>,
    last_capture: Option<u32>,
    sample: Vec<(u32, Occurrence)>,
}

/// How often a text stands on a site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copies {
    /// Copies.
    pub count: u64,
    /// Captures that have one.
    pub captures: u64,
}

/// A rare text that stands with others in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its name in decisions.
    pub name: String,
    /// Copies.
    pub count: u64,
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
            rules: owned(&removal.rules),
            strength: Strength::Sure,
            count: 0,
            captures: 0,
            sites: BTreeMap::new(),
            reasons: BTreeMap::new(),
            members: Vec::new(),
            examples: vec![removal.text[..end].to_owned()],
            bytes: removal.text.len(),
            doubt: 0.0,
            held_captures: BTreeSet::new(),
            last_capture: None,
            sample: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, removal: &RemovalRecord<'_>, site: Option<&str>, at: Occurrence) {
        let strength = strength(removal);
        self.strength = self.strength.min(strength);
        self.count += 1;
        let is_new = self.last_capture != Some(at.capture);
        self.captures += u64::from(is_new);
        self.last_capture = Some(at.capture);
        if self.captures < COMMON {
            self.held_captures.insert(at.capture);
        }
        if let Some(copies) = site.and_then(|site| entry(&mut self.sites, site)) {
            copies.count += 1;
            copies.captures += u64::from(is_new);
        }
        if let Some(count) = entry(&mut self.reasons, &removal.reason) {
            *count += 1;
        }
        self.doubt += doubt(self.key.was, strength, removal.score);
        self.sample_one(at);
    }

    /// Returns the key of the group that its rare text goes to; none where it is a group of its own.
    ///
    /// Kept text always is: what nearly went is a question for each text.
    pub(super) fn rare_key(&self) -> Option<Key> {
        let only_site = self
            .sites
            .first_key_value()
            .filter(|(_, copies)| copies.count == self.count);
        let (site, _) =
            only_site.filter(|_| self.key.was == Was::Removed && self.captures < COMMON)?;
        Some(Key {
            text: None,
            site: Some(site.clone()),
            ..self.key.clone()
        })
    }

    /// Brings groups of rare texts together under the key that they share.
    pub(super) fn of_rare(key: Key, members: Vec<Self>) -> Option<Self> {
        let several = members.len() > 1;
        let mut members = members.into_iter();
        let mut group = members.next()?;
        if several {
            group.members.extend(group.as_member());
            group.key = key;
            members.for_each(|member| group.join(member));
        }
        Some(group)
    }

    /// Takes in another group of the same rules and site.
    fn join(&mut self, other: Self) {
        self.members.extend(other.as_member());
        self.strength = self.strength.min(other.strength);
        self.count += other.count;
        self.doubt += other.doubt;
        self.held_captures.extend(other.held_captures);
        self.captures = self.held_captures.len() as u64;
        for (site, others) in other.sites {
            let copies = self.sites.entry(site).or_default();
            copies.count += others.count;
            copies.captures = self.captures;
        }
        for (reason, count) in other.reasons {
            *self.reasons.entry(reason).or_default() += count;
        }
        self.examples.extend(other.examples);
        self.examples.truncate(EXAMPLES);
        self.sample.extend(other.sample);
        self.sample.sort_unstable_by_key(|(drawn, _)| *drawn);
        self.sample.truncate(SAMPLE);
    }

    fn as_member(&self) -> Option<Member> {
        let name = self.key.text.clone()?;
        let count = self.count;
        Some(Member { name, count })
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

    /// Counts its different texts.
    pub fn text_count(&self) -> u64 {
        self.members.len().max(1) as u64
    }

    /// Returns the name of the group: 16 hexadecimal digits that stay the same from run to run.
    pub fn id(&self) -> String {
        let named = |part: &Option<String>| part.clone().unwrap_or_default();
        let (rule, text) = (self.rules.join("+"), named(&self.key.text));
        let site = named(&self.key.site);
        let whole = format!("{}\n{rule}\n{text}\n{site}", self.key.was.as_str());
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
            .then_with(|| self.rules.cmp(&other.rules))
    }
}

impl Occurrence {
    /// Finds it in the record of its capture.
    pub fn of<'r, 't>(&self, record: &'r Record<'t>) -> Option<&'r RemovalRecord<'t>> {
        let list = match self.list {
            Was::Removed => &record.removals,
            Was::Kept => &record.nearly,
        };
        list.get(self.position as usize)
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

/// Returns the entry of a name; none for a new name where there are too many.
fn entry<'c, V: Default>(counts: &'c mut BTreeMap<String, V>, name: &str) -> Option<&'c mut V> {
    if counts.len() < MOST_NAMES && !counts.contains_key(name) {
        counts.insert(name.to_owned(), V::default());
    }
    counts.get_mut(name)
}

/// Owns the names of rules.
pub(super) fn owned(rules: &[Cow<'_, str>]) -> Vec<String> {
    rules.iter().map(|rule| rule.clone().into_owned()).collect()
}
