//! What changed between the records of two runs over the same captures.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::record::Record;

/// Examples of each kind for each rule.
const EXAMPLES: usize = 3;
/// Characters of an example that are shown.
const SHOWN: usize = 80;

/// Removals that one run has and the other has not.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    /// Captures that both runs have.
    pub captures: u64,
    /// Those of them whose removals differ.
    pub differ: u64,
    /// Captures that only the earlier run has.
    pub only_before: u64,
    /// Captures that only the later run has.
    pub only_after: u64,
    /// The changes by rule.
    pub rules: BTreeMap<String, Change>,
}

/// What changed for one rule.
#[derive(Debug, Default, Serialize)]
pub struct Change {
    /// Removals that only the later run has.
    pub gained: u64,
    /// Removals that only the earlier run has.
    pub lost: u64,
    /// Some of those gained.
    pub gained_examples: Vec<Example>,
    /// Some of those lost.
    pub lost_examples: Vec<Example>,
}

/// A removal, as an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// Name of the capture.
    pub id: String,
    /// How the text removed begins.
    pub text: String,
}

impl Changes {
    /// Compares the two records of one capture.
    pub fn compare(&mut self, before: &Record<'_>, after: &Record<'_>) {
        let (old, new) = (spans(before), spans(after));
        self.captures += 1;
        self.differ += u64::from(old != new);
        for (rule, start, end) in new.difference(&old) {
            let change = self.rules.entry((*rule).to_owned()).or_default();
            change.gained += 1;
            push(&mut change.gained_examples, after, (*start, *end));
        }
        for (rule, start, end) in old.difference(&new) {
            let change = self.rules.entry((*rule).to_owned()).or_default();
            change.lost += 1;
            push(&mut change.lost_examples, before, (*start, *end));
        }
    }
}

/// Returns what each rule removes.
fn spans<'r>(record: &'r Record<'_>) -> BTreeSet<(&'r str, usize, usize)> {
    let removals = record.removals.iter();
    let spans = removals.flat_map(|removal| {
        let rules = removal.rules.iter();
        rules.map(|rule| (rule.as_ref(), removal.start, removal.end))
    });
    spans.collect()
}

fn push(examples: &mut Vec<Example>, record: &Record<'_>, span: (usize, usize)) {
    let removal = record
        .removals
        .iter()
        .find(|removal| (removal.start, removal.end) == span);
    if let Some(removal) = removal.filter(|_| examples.len() < EXAMPLES) {
        examples.push(Example {
            id: record.id.to_string(),
            text: removal.text.trim().chars().take(SHOWN).collect(),
        });
    }
}
