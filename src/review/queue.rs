//! The queue: all groups of a run, in the order in which they are reviewed.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::decision::{Key, Verdict, Was};
use super::decisions::Decisions;
use super::group::{Group, Occurrence, owned};
use super::text::name_of;
use crate::edit::narrow;
use crate::record::{Record, RemovalRecord};
use crate::resolve::Because;

/// The groups of a run. All removals of a group have the same rules, so that one on a rule is never among those of another.
#[derive(Debug, Default)]
pub struct Queue {
    groups: Vec<Group>,
    numbers: HashMap<Alike, usize>,
    /// Copies by what was done, the rule, the site.
    of_rules: HashMap<(Was, String, String), u64>,
    captures: u32,
    removals: u64,
}

/// What removals of one group have in common: what was done, the rules, the name of the text.
type Alike = (Was, Vec<String>, String);

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
        let number = *self
            .numbers
            .entry(alike(was, removal))
            .or_insert_with_key(|alike| {
                self.groups.push(Group::new(key_of(alike), removal));
                self.groups.len() - 1
            });
        &mut self.groups[number]
    }

    /// Brings rare texts of the same rules and one site together, and puts the groups in the order in which they are reviewed.
    #[must_use]
    pub fn arranged(mut self) -> Self {
        let mut rare: BTreeMap<(Key, Vec<String>), Vec<Group>> = BTreeMap::new();
        let mut groups = Vec::new();
        for group in self.groups {
            match group.rare_key() {
                Some(key) => rare
                    .entry((key, group.rules.clone()))
                    .or_default()
                    .push(group),
                None => groups.push(group),
            }
        }
        let rare = rare.into_iter();
        groups.extend(rare.filter_map(|((key, _), members)| Group::of_rare(key, members)));
        groups.sort_by(Group::review_order);
        self.numbers.clear();
        for (number, group) in groups.iter().enumerate() {
            let alike = |name: &str| (group.key.was, group.rules.clone(), name.to_owned());
            self.numbers
                .extend(group.names().map(|name| (alike(name), number)));
        }
        self.groups = groups;
        self.count_rules();
        self
    }

    fn count_rules(&mut self) {
        for group in &self.groups {
            for (rule, (site, copies)) in
                (group.rules.iter()).flat_map(|rule| group.sites.iter().map(move |at| (rule, at)))
            {
                let of_rule = (group.key.was, rule.clone(), site.clone());
                *self.of_rules.entry(of_rule).or_default() += copies.count;
            }
        }
    }

    /// Counts the copies that a rule has on a site, whatever their text.
    pub fn of_rule_on(&self, was: Was, rule: &str, site: &str) -> u64 {
        let of_rule = (was, rule.to_owned(), site.to_owned());
        self.of_rules.get(&of_rule).copied().unwrap_or_default()
    }

    /// Returns the groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Finds the group of what the list of a record holds.
    pub fn find(&self, list: Was, removal: &RemovalRecord<'_>) -> Option<usize> {
        let alike = alike(before_review(list, removal), removal);
        self.numbers.get(&alike).copied()
    }

    /// Finds a group with the text that a decision is on; none for a decision on no text.
    pub fn number(&self, key: &Key) -> Option<usize> {
        let text = key.text.as_deref()?;
        let has_rule = |group: &Group| {
            let rule = key.rule.as_ref();
            rule.is_none_or(|rule| group.rules.contains(rule))
        };
        let is_it = |group: &Group| {
            group.key.was == key.was && has_rule(group) && group.names().any(|name| name == text)
        };
        self.groups.iter().position(is_it)
    }

    /// Names the different texts of a group that stand in one capture.
    pub fn texts_in(&self, record: &Record<'_>, group: &Group) -> BTreeSet<String> {
        let lists = [
            (Was::Removed, &record.removals),
            (Was::Kept, &record.nearly),
        ];
        let all = lists
            .into_iter()
            .flat_map(|(list, removals)| removals.iter().map(move |removal| (list, removal)));
        let number = self
            .groups
            .iter()
            .position(|other| other.key == group.key && other.rules == group.rules);
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
    /// Where rare texts stand together, it is the one on most of them, once each is decided.
    pub fn decision(decisions: &Decisions, group: &Group) -> Option<(Verdict, Key)> {
        let decided = group.names().map(|name| group.decided(name, decisions));
        most(decided.collect::<Option<Vec<_>>>()?)
    }

    /// Counts the copies in all groups that some of the decisions settle.
    pub fn settled(&self, decisions: &Decisions, by: &BTreeSet<Key>) -> u64 {
        let is_new = |group: &Group, name: &str, site: Option<&str>| {
            let made = decisions.on(&group.item(name, site));
            made.is_some_and(|(_, key)| by.contains(&key))
        };
        let settled = |group: &Group| -> u64 {
            if group.members.is_empty() {
                let name = group.key.text.as_deref().unwrap_or_default();
                let places = group
                    .places()
                    .filter(|(site, _)| is_new(group, name, *site));
                return places.map(|(_, count)| count).sum();
            }
            let site = group.key.site.as_deref();
            let texts = group.texts().filter(|(name, _)| is_new(group, name, site));
            texts.map(|(_, count)| count).sum()
        };
        self.groups.iter().map(settled).sum()
    }
}

/// Returns the first of some decisions with the verdict that most of them have.
fn most(decided: Vec<(Verdict, Key)>) -> Option<(Verdict, Key)> {
    let count = |verdict| {
        decided
            .iter()
            .filter(|(other, _)| *other == verdict)
            .count()
    };
    // Of two that are as frequent the last counts.
    let verdicts = [Verdict::Later, Verdict::Remove, Verdict::Keep];
    let verdict = verdicts.into_iter().max_by_key(|verdict| count(*verdict))?;
    decided.into_iter().find(|(other, _)| *other == verdict)
}

/// Tells what undross did of its own accord, before a decision turned it round.
fn before_review(list: Was, removal: &RemovalRecord<'_>) -> Was {
    match list {
        Was::Removed if removal.reason == Because::Reviewed.as_str() => Was::Kept,
        Was::Kept if removal.reason == Because::Rejected.as_str() => Was::Removed,
        _ => list,
    }
}

fn alike(was: Was, removal: &RemovalRecord<'_>) -> Alike {
    (was, owned(&removal.rules), name_of(&removal.text))
}

/// Returns what a decision on every copy of a removal would be on.
fn key_of((was, rules, text): &Alike) -> Key {
    Key {
        was: *was,
        rule: rules.first().cloned(),
        text: Some(text.clone()),
        site: None,
        capture: None,
    }
}
