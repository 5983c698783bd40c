//! What a decision on groups writes: lines that reach what the reviewer chose, and nothing else.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::decision::{Decision, Key, Verdict};
use super::decisions::Decisions;
use super::filter::Filter;
use super::group::Group;
use super::queue::Queue;

/// What becomes of texts that somebody decided on before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// They are decided again.
    Again,
    /// They stay as they are.
    Stay,
}

/// The decisions on chosen groups, worked out one group after the other.
///
/// Each of them names a text, and a rule and a site that the filter lets through, so that it reaches no removal, of this run or
/// of a later one, that the filter leaves out.
#[derive(Debug)]
pub struct Choice<'a> {
    queue: &'a Queue,
    filter: &'a Filter,
    decided: Decided,
    before: &'a Decisions,
    after: Decisions,
    made: BTreeMap<Key, Verdict>,
    left: u64,
    /// The groups of each text, once they are asked for.
    groups: Option<HashMap<&'a str, Vec<&'a Group>>>,
}

/// One text of a group, at all places or on one site, and what is to become of it.
#[derive(Clone, Copy)]
struct Text<'g> {
    group: &'g Group,
    name: &'g str,
    site: Option<&'g str>,
    count: u64,
    verdict: Verdict,
}

impl<'a> Choice<'a> {
    /// Begins with nothing chosen. A filter that asks for what is open decides nothing again.
    pub fn new(
        queue: &'a Queue,
        before: &'a Decisions,
        (filter, decided): (&'a Filter, Decided),
    ) -> Self {
        Self {
            queue,
            filter,
            decided: if filter.open { Decided::Stay } else { decided },
            before,
            after: before.clone(),
            made: BTreeMap::new(),
            left: 0,
            groups: None,
        }
    }

    /// Decides on what the filter leaves of a group, text by text; tells whether it decided on any.
    ///
    /// Where rare texts stand together, those that were decided alone stay so, unless all of them were.
    pub fn add(&mut self, group: &Group, verdict: Verdict) -> bool {
        let before = self.before;
        let Some(part) = self.filter.part(group, before) else {
            return false;
        };
        let decided = |name: &str| part.decided(name, before);
        let alone = |name: &str| decided(name).is_some_and(|(_, key)| key.text.is_some());
        let all_alone = part.names().all(alone);
        let mut adds = false;
        for (name, count) in part.texts() {
            let stays = match self.decided {
                Decided::Stay => decided(name).is_some(),
                Decided::Again => alone(name) && !all_alone,
            };
            let text = Text {
                group: &part,
                name,
                site: part.key.site.as_deref(),
                count,
                verdict,
            };
            match stays {
                true => self.left += count,
                false => adds |= self.decide(text),
            }
        }
        adds
    }

    /// Decides on a text wherever it stands; where one line would reach too far, on each of its sites.
    fn decide(&mut self, text: Text<'_>) -> bool {
        if self.name(text) {
            return true;
        }
        let mut left = text.count;
        for (site, count) in text.group.places() {
            let here = Text { site, ..text };
            let is_open = || self.before.on(&text.group.item(text.name, site)).is_none();
            if text.site.is_none() && site.is_some() && is_open() && self.name(here) {
                left -= count;
            }
        }
        self.left += left;
        left < text.count
    }

    /// Decides on a text by one of its rules; tells whether there is one by which that does what it should.
    fn name(&mut self, text: Text<'_>) -> bool {
        let filter = self.filter;
        filter.rules_of(text.group).any(|rule| {
            let key = Key {
                was: text.group.key.was,
                rule: Some(rule.clone()),
                text: Some(text.name.to_owned()),
                site: text.site.map(str::to_owned),
                capture: None,
            };
            self.put(key, text)
        })
    }

    /// Puts a decision in force, unless another one outweighs it, or it turns round what is to stay.
    fn put(&mut self, key: Key, text: Text<'_>) -> bool {
        let old = self.after.get(&key);
        self.after.set(Decision {
            key: key.clone(),
            decision: text.verdict,
            note: String::new(),
        });
        let made = self.after.on(&text.group.item(text.name, text.site));
        let holds = made.is_some_and(|(verdict, _)| verdict == text.verdict);
        if holds && (self.decided == Decided::Again || !self.turns_round(&key)) {
            self.made.insert(key, text.verdict);
            return true;
        }
        match old {
            Some(old) => self.after.set(old),
            None => self.after.take_back(&key),
        }
        false
    }

    /// Tells whether a decision turns round what somebody decided on its text before.
    fn turns_round(&mut self, key: &Key) -> bool {
        let queue = self.queue;
        let groups = self.groups.get_or_insert_with(|| by_text(queue));
        let name = key.text.as_deref().unwrap_or_default();
        let same = groups.get(name).into_iter().flatten();
        same.filter(|group| group.key.was == key.was).any(|group| {
            group.places().any(|(site, _)| {
                let verdict = |decisions: &Decisions| {
                    let decided = decisions.on(&group.item(name, site));
                    decided.map(|(verdict, _)| verdict)
                };
                let before = verdict(self.before);
                before.is_some() && before != verdict(&self.after)
            })
        })
    }

    /// Counts the removals that are left as they are: somebody decided on them, or no line could name them alone.
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// Returns the decisions.
    pub fn made(self) -> impl ExactSizeIterator<Item = (Key, Verdict)> {
        self.made.into_iter()
    }
}

fn by_text(queue: &Queue) -> HashMap<&str, Vec<&Group>> {
    let mut groups: HashMap<&str, Vec<&Group>> = HashMap::default();
    for group in queue.groups() {
        for name in group.names() {
            groups.entry(name).or_default().push(group);
        }
    }
    groups
}
