//! What a run did, in a table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use undross::Outcome;
use undross::corpus::Tally;
use undross::outcome::{Removal, Status};
use undross::record::Record;
use undross::rule::Strength;

use super::out::{counted, grouped, say};
use super::setup::Setup;

/// Rules listed; the others are counted.
const RULES_LISTED: usize = 12;
/// Likely removals listed for a reviewer; the others are counted.
const LIKELY_LISTED: usize = 8;
/// Characters shown of a removed text.
const SHOWN: usize = 60;

/// Counts over some captures.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Summary {
    captures: u64,
    degraded: u64,
    failed: u64,
    bytes: u64,
    kept: u64,
    removals: u64,
    rules: BTreeMap<String, Count>,
    likely: Vec<String>,
    likely_count: u64,
}

#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
struct Count {
    removals: u64,
    bytes: u64,
}

impl Summary {
    /// Counts one capture; `record` holds its tidy text.
    pub(super) fn of(place: &str, outcome: &Outcome<'_>, record: &Record<'_>) -> Self {
        let mut summary = Self {
            captures: 1,
            degraded: u64::from(matches!(outcome.status(), Status::Degraded(_))),
            bytes: record.bytes as u64,
            kept: record.text.as_ref().map_or(0, |text| text.len() as u64),
            removals: outcome.removals().len() as u64,
            ..Self::default()
        };
        for removal in outcome.removals() {
            summary.count(place, outcome, removal);
        }
        summary
    }

    fn count(&mut self, place: &str, outcome: &Outcome<'_>, removal: &Removal<'_>) {
        for rule in &removal.rules {
            let count = self.rules.entry((*rule).to_owned()).or_default();
            count.removals += 1;
            count.bytes += (removal.span.end - removal.span.start) as u64;
        }
        if removal.strength != Strength::Likely {
            return;
        }
        self.likely_count += 1;
        if self.likely.len() < LIKELY_LISTED {
            self.likely.push(likely(place, outcome, removal));
        }
    }

    /// Counts a capture that could not be cleaned.
    pub(super) const fn add_failed(&mut self) {
        self.failed += 1;
    }

    /// Counts a capture that could not be read.
    pub(super) fn unread() -> Self {
        Self {
            captures: 1,
            ..Self::default()
        }
    }

    /// Counts the captures that failed.
    pub(super) const fn failed(&self) -> u64 {
        self.failed
    }

    /// Prints the table to standard error.
    pub(super) fn print(&self, setup: &Setup) {
        let (captures, bytes, kept) = (
            counted(self.captures, "capture"),
            grouped(self.bytes),
            grouped(self.kept),
        );
        let removals = counted(self.removals, "removal");
        say(format_args!(
            "{captures}, {bytes} bytes in, {kept} bytes out, {removals}"
        ));
        if let Some(path) = &setup.config.path {
            say(format_args!("settings from {}", path.display()));
        }
        if let Some(path) = &setup.decisions {
            say(format_args!("decisions from {}", path.display()));
        }
        self.print_rules();
        self.print_likely();
        print_skipped(setup);
        for (number, what) in [(self.degraded, "degraded"), (self.failed, "failed")] {
            if number > 0 {
                say(format_args!("\n{} {what}", counted(number, "capture")));
            }
        }
    }

    fn print_rules(&self) {
        if self.rules.is_empty() {
            return;
        }
        let mut rules: Vec<(&String, &Count)> = self.rules.iter().collect();
        rules.sort_by_key(|(_, count)| std::cmp::Reverse(count.removals));
        say(format_args!(
            "\n{:<32} {:>9} {:>12}",
            "rule", "removals", "bytes"
        ));
        for (rule, count) in rules.iter().take(RULES_LISTED) {
            let (removals, bytes) = (grouped(count.removals), grouped(count.bytes));
            say(format_args!("{rule:<32} {removals:>9} {bytes:>12}"));
        }
        if rules.len() > RULES_LISTED {
            say(format_args!("and {} more", rules.len() - RULES_LISTED));
        }
    }

    fn print_likely(&self) {
        if self.likely.is_empty() {
            return;
        }
        say(format_args!(
            "\nlook at these first, they are likely and not sure:"
        ));
        for line in &self.likely {
            say(format_args!("  {line}"));
        }
        let more = self.likely_count - self.likely.len() as u64;
        if more > 0 {
            say(format_args!(
                "  and {} more: `undross diff` marks them (likely)",
                grouped(more)
            ));
        }
    }
}

impl Tally for Summary {
    fn add(&mut self, other: Self) {
        self.captures += other.captures;
        self.degraded += other.degraded;
        self.failed += other.failed;
        self.bytes += other.bytes;
        self.kept += other.kept;
        self.removals += other.removals;
        self.likely_count += other.likely_count;
        for (rule, count) in other.rules {
            let sum = self.rules.entry(rule).or_default();
            sum.removals += count.removals;
            sum.bytes += count.bytes;
        }
        let room = LIKELY_LISTED.saturating_sub(self.likely.len());
        self.likely.extend(other.likely.into_iter().take(room));
    }
}

/// Counts what containers held beside captures.
fn print_skipped(setup: &Setup) {
    let skipped = setup.inputs.skipped().into_iter();
    let skipped: Vec<String> = skipped
        .map(|(kind, count)| format!("{} {kind}", grouped(count)))
        .collect();
    if !skipped.is_empty() {
        say(format_args!("skipped: {}", skipped.join(", ")));
    }
}

fn likely(place: &str, outcome: &Outcome<'_>, removal: &Removal<'_>) -> String {
    let page = outcome.page();
    let line = page
        .blocks()
        .get(page.block_at(removal.span.start))
        .map_or(1, |block| block.number());
    let text = removal.span.of(page.text()).trim();
    let first: String = text
        .lines()
        .next()
        .unwrap_or("")
        .chars()
        .take(SHOWN)
        .collect();
    let more = if first.len() < text.len() { "…" } else { "" };
    format!(
        "{place}:{line}  {}  {first}{more}",
        removal.rules.join(", ")
    )
}
