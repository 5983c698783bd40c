//! The queue: all groups of a run, in the order in which they are reviewed.

use std::collections::{BTreeMap, BTreeSet};

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

    /// Brings rare texts of one rule and one site together, and puts the groups in the order in which they are reviewed.
    #[must_use]
    pub fn arranged(mut self) -> Self {
        let mut rare: BTreeMap<Key, Vec<Group>> = BTreeMap::new();
        let mut groups = Vec::new();
        for group in self.groups {
            match group.rare_key() {
                Some(key) => rare.entry(key).or_default().push(group),
                None => groups.push((Vec::new(), group)),
            }
        }
        for (key, members) in rare {
            let texts: Vec<Key> = members.iter().map(|member| member.key.clone()).collect();
            let mut members = members.into_iter();
            let Some(mut group) = members.next() else {
                continue;
            };
            if texts.len() > 1 {
                group.members.extend(group.key.text.take());
                group.key = key;
                members.for_each(|member| group.join(member));
            }
            groups.push((texts, group));
        }
        groups.sort_by(|(_, one), (_, two)| one.review_order(two));
        self.numbers.clear();
        for (number, (texts, group)) in groups.iter().enumerate() {
            let keys = texts.iter().chain([&group.key]).cloned();
            self.numbers.extend(keys.map(|key| (key, number)));
        }
        self.groups = groups.into_iter().map(|(_, group)| group).collect();
        self
    }

    /// Returns the groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Finds the group of what the list of a record holds.
    pub fn find(&self, list: Was, removal: &RemovalRecord<'_>) -> Option<usize> {
        self.number(&key_of(before_review(list, removal), removal))
    }

    /// Finds the group that a decision on these copies belongs to; of a rare text, the group that it stands in.
    pub fn number(&self, key: &Key) -> Option<usize> {
        self.numbers.get(key).copied()
    }

    /// Names the different texts of a group that stand in one capture.
    pub fn texts_in(&self, record: &Record<'_>, group: &Group) -> BTreeSet<String> {
        let number = self.number(&group.key);
        let lists = [
            (Was::Removed, &record.removals),
            (Was::Kept, &record.nearly),
        ];
        let all = lists
            .into_iter()
            .flat_map(|(list, removals)| removals.iter().map(move |removal| (list, removal)));
        all.filter(|(list, removal)| self.find(*list, removal) == number)
            .map(|(_, removal)| name_of(&removal.text))
            .collect()
    }

    /// Counts the captures.
    pub const fn captures(&self) -> u32 {
        self.captures
    }

    /// Counts the removals.
    pub const fn removals(&self) -> u64 {
        self.removals
    }

    /// Finds the decision on a group: one on every copy, which may name their sites one by one.
    ///
    /// Where rare texts stand together, it is what all of them have in common, else what was decided for all that have no decision
    /// of their own.
    pub fn decision(decisions: &Decisions, group: &Group) -> Option<(Verdict, Key)> {
        let on = |text: &str, site: Option<&str>| {
            decisions.on(&Item {
                was: group.key.was,
                rules: &group.rules,
                text,
                site,
                capture: None,
            })
        };
        let site = group.key.site.as_deref();
        let text = group.key.text.as_deref().unwrap_or_default();
        if !group.members.is_empty() {
            return common(group.members.iter().map(|member| on(member, site)))
                .or_else(|| on(text, site));
        }
        if let Some(decided) = on(text, site) {
            return Some(decided);
        }
        let known: u64 = group.sites.values().sum();
        if known < group.count || !decisions.name_sites() {
            return None;
        }
        common(group.sites.keys().map(|site| on(text, Some(site))))
    }
}

/// Returns the first of some decisions, if all have its verdict.
fn common(mut decided: impl Iterator<Item = Option<(Verdict, Key)>>) -> Option<(Verdict, Key)> {
    let first = decided.next().flatten()?;
    decided
        .all(|other| other.is_some_and(|(verdict, _)| verdict == first.0))
        .then_some(first)
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
