//! What a run did, in a table.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use undross::corpus::Tally;
use undross::record::{Record, RemovalRecord};
use undross::rule::Strength;
use undross::{Outcome, Page};

use super::out::{counted, grouped, say};
use super::setup::Setup;

/// Rules listed; the others are counted.
const RULES_LISTED: usize = 12;
/// Likely removals listed for a reviewer; the others are counted.
const LIKELY_LISTED: usize = 8;
/// Files of settings or decisions listed; the others are counted.
const FILES: usize = 4;
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
        let kept = record.text.as_ref().map_or(0, |text| text.len());
        Self::counted((place, record), kept, |start| {
            number_at(outcome.page(), start)
        })
    }

    /// Counts one capture by its record and its tidy text alone; one that failed counts as such.
    pub(super) fn of_record(place: &str, record: &Record<'_>, tidy: &str) -> Self {
        let page = OnceCell::new();
        let page =
            || page.get_or_init(|| Page::of_text(record.restore(tidy).unwrap_or_default().into()));
        Self {
            failed: u64::from(record.status == "failed"),
            ..Self::counted((place, record), tidy.len(), |start| {
                number_at(page(), start)
            })
        }
    }

    fn counted(
        (place, record): (&str, &Record<'_>),
        kept: usize,
        number: impl Fn(usize) -> usize,
    ) -> Self {
        let mut summary = Self {
            captures: 1,
            degraded: u64::from(record.status == "degraded"),
            bytes: record.bytes as u64,
            kept: kept as u64,
            removals: record.removals.len() as u64,
            ..Self::default()
        };
        for removal in &record.removals {
            for rule in &removal.rules {
                let count = summary.rules.entry(rule.to_string()).or_default();
                count.removals += 1;
                count.bytes += (removal.end - removal.start) as u64;
            }
            if removal.strength == Strength::Likely.as_str() {
                summary.likely_count += 1;
                if summary.likely.len() < LIKELY_LISTED {
                    let number = number(removal.start);
                    summary.likely.push(likely((place, number), removal));
                }
            }
        }
        summary
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
        let all = setup.plans.all().iter();
        print_files(
            "settings",
            all.clone().filter_map(|one| one.config.path.as_ref()),
        );
        print_files("decisions", all.filter_map(|one| one.decisions.as_ref()));
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

/// Prints which files something comes from.
fn print_files<'p>(what: &str, paths: impl Iterator<Item = &'p PathBuf>) {
    let paths: BTreeSet<&PathBuf> = paths.collect();
    for path in paths.iter().take(FILES) {
        say(format_args!("{what} from {}", path.display()));
    }
    if let Some(more) = paths.len().checked_sub(FILES).filter(|more| *more > 0) {
        let more = counted(more as u64, "file");
        say(format_args!(
            "{what} from {more} more, each for its own folder"
        ));
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

/// Returns the number of the line that a position of a page stands in, or the next one that shows something.
fn number_at(page: &Page<'_>, position: usize) -> usize {
    let block = page.blocks().get(page.block_at(position));
    block.map_or(1, |block| block.number())
}

fn likely((place, line): (&str, usize), removal: &RemovalRecord<'_>) -> String {
    let text = removal.text.trim();
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
