//! Captures with nearly the same tidy text, told by sketches.

use foldhash::HashMap;
use serde::{Serialize, Serializer};

use crate::sketch::Sketch;

/// Texts that are compared; a sketch of each is held.
const MOST: usize = 100_000;
/// Groups that are named, the largest first.
const GROUPS: usize = 10;
/// Captures of a group that are named.
const NAMED: usize = 5;
/// Likeness from which two texts are nearly the same.
const NEAR: f32 = 0.8;

/// Finds captures with nearly the same text.
#[derive(Debug, Default)]
pub struct Alike {
    /// The first text of each group.
    firsts: Vec<(Sketch, Group)>,
    /// For each part of a sketch the first texts that have it.
    parts: HashMap<u64, usize>,
    compared: usize,
}

/// Captures with nearly the same text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// How many they are.
    pub captures: usize,
    /// Some of them.
    pub ids: Vec<String>,
}

/// What is reported.
#[derive(Serialize)]
struct Found {
    compared: usize,
    groups: Vec<Group>,
}

impl Serialize for Alike {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (compared, groups) = (self.compared, self.groups());
        Found { compared, groups }.serialize(to)
    }
}

impl Alike {
    /// Adds a text.
    pub fn add(&mut self, id: &str, text: &str) {
        let Some(sketch) = Sketch::of(text.lines()).filter(|_| self.compared < MOST) else {
            return;
        };
        self.compared += 1;
        let near = |&index: &usize| self.firsts[index].0.likeness(&sketch) >= NEAR;
        let found = sketch
            .parts()
            .find_map(|part| self.parts.get(&part).copied().filter(near));
        if let Some(index) = found {
            let group = &mut self.firsts[index].1;
            group.captures += 1;
            if group.ids.len() < NAMED {
                group.ids.push(id.to_owned());
            }
            return;
        }
        for part in sketch.parts() {
            self.parts.entry(part).or_insert(self.firsts.len());
        }
        let (captures, ids) = (1, vec![id.to_owned()]);
        self.firsts.push((sketch, Group { captures, ids }));
    }

    /// Returns how many texts were compared.
    pub const fn compared(&self) -> usize {
        self.compared
    }

    /// Returns the largest groups of two or more, the largest first.
    pub fn groups(&self) -> Vec<Group> {
        let groups = self.firsts.iter().map(|(_, group)| group);
        let mut groups: Vec<Group> = groups.filter(|group| group.captures > 1).cloned().collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.captures));
        groups.truncate(GROUPS);
        groups
    }
}
