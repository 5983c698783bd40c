//! The queue: all groups of a run, in the order in which they are reviewed.

use foldhash::HashMap;

use super::decision::{Key, Verdict, Was};
use super::decisions::{Decisions, Item};
use super::group::{Group, Occurrence};
use super::text::name_of;
use crate::edit::narrow;
use crate::record::{Record, RemovalRecord};
use crate::resolve::Because;

/// The groups of a run.
#[derive(Debug, Default)]
pub struct Queue {
    groups: Vec<Group>,
    numbers: HashMap<Key, usize>,
    captures: u32,
    removals: u64,
}

impl Queue {
    /// Adds the record of the next capture; returns the number of the capture, from 0.
    pub fn add(&mut self, record: &Record<'_>) -> u32 {
        let capture = self.captures;
        self.captures += 1;
        self.removals += record.removals.len() as u64;
        let site = record.of_site();
        let lists = [
            (Was::Removed, &record.removals),
            (Was::Kept, &record.nearly),
        ];
        for (list, removals) in lists {
            for (position, removal) in removals.iter().enumerate() {
                let position = narrow(position);
                let at = Occurrence {
                    capture,
                    list,
                    position,
                };
                self.group(before_review(list, removal), removal)
                    .add(removal, site.as_deref(), at);
            }
        }
        capture
    }

    fn group(&mut self, was: Was, removal: &RemovalRecord<'_>) -> &mut Group {
        let key = key_of(was, removal);
        let number = *self.numbers.entry(key).or_insert_with_key(|key| {
            self.groups.push(Group::new(key.clone(), removal));
            self.groups.len() - 1
        });
        &mut self.groups[number]
    }

    /// Puts the groups in the order in which they are reviewed.
    pub fn sort(&mut self) {
        self.groups.sort_by(Group::review_order);
        let keys = self.groups.iter().map(|group| group.key.clone());
        self.numbers = keys
            .enumerate()
            .map(|(number, key)| (key, number))
            .collect();
    }

    /// Returns the groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Counts the captures.
    pub const fn captures(&self) -> u32 {
        self.captures
    }

    /// Counts the removals.
    pub const fn removals(&self) -> u64 {
        self.removals
    }

    /// Finds the decision that is on every copy of a group.
    pub fn decision(decisions: &Decisions, group: &Group) -> Option<(Verdict, Key)> {
        decisions.on(&Item {
            was: group.key.was,
            rules: &group.rules,
            text: group.key.text.as_deref().unwrap_or_default(),
            site: None,
            capture: None,
        })
    }
}

/// Tells what undross did of its own accord, before a decision turned it round.
fn before_review(list: Was, removal: &RemovalRecord<'_>) -> Was {
    match list {
        Was::Removed if removal.reason == Because::Reviewed.as_str() => Was::Kept,
        Was::Kept if removal.reason == Because::Rejected.as_str() => Was::Removed,
        _ => list,
    }
}

/// Returns what a decision on every copy of a removal would be on.
fn key_of(was: Was, removal: &RemovalRecord<'_>) -> Key {
    Key {
        was,
        rule: removal.rules.first().map(|rule| rule.clone().into_owned()),
        text: Some(name_of(&removal.text)),
        site: None,
        capture: None,
    }
}
