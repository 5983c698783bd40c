//! The report as tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use undross::stats::{Changes, Example, Listed, Share, Stats};

use crate::cli::out::{counted, grouped};

/// Rows of a table; the others are counted.
const ROWS: usize = 20;

/// Writes the tables of a run, and what changed against another.
pub(super) fn text(stats: &Stats, changes: Option<&Changes>) -> String {
    let mut out = String::new();
    let all = &stats.all;
    let (captures, removals) = (
        counted(all.captures, "capture"),
        counted(all.removals, "removal"),
    );
    let (removed, bytes) = (grouped(all.removed), grouped(all.bytes));
    let _ = writeln!(
        out,
        "{captures}, {} failed, {} degraded",
        stats.failed, stats.degraded
    );
    let _ = writeln!(
        out,
        "{removals}, {removed} of {bytes} bytes ({})",
        percent(all.part())
    );
    table(&mut out, "rule", &stats.rules);
    table(&mut out, "site", &stats.sites);
    table(&mut out, "encoding", &stats.encodings);
    lists(&mut out, stats);
    if let Some(changes) = changes {
        push_changes(&mut out, changes);
    }
    out
}

/// Lists the captures to look at first.
fn lists(out: &mut String, stats: &Stats) {
    listed(out, "lost most", &stats.most);
    if stats.unsure > 0 {
        listed(
            out,
            &format!("least sure, of {} not sure", grouped(stats.unsure)),
            &stats.least_sure,
        );
    }
    let _ = writeln!(
        out,
        "\nlost nothing: {}",
        counted(stats.untouched, "capture")
    );
    for id in &stats.untouched_first {
        let _ = writeln!(out, "  {id}");
    }
    let groups = stats.alike.groups();
    if !groups.is_empty() {
        let _ = writeln!(
            out,
            "\nnearly the same text, of {} compared",
            grouped(stats.alike.compared() as u64)
        );
    }
    for group in groups {
        let _ = writeln!(out, "  {:>5}  {}", group.captures, group.ids.join(", "));
    }
}

fn push_changes(out: &mut String, changes: &Changes) {
    let _ = writeln!(
        out,
        "\nagainst the other run: {} in both, {} differ, {} only before, {} only after",
        counted(changes.captures, "capture"),
        grouped(changes.differ),
        grouped(changes.only_before),
        grouped(changes.only_after),
    );
    for (rule, change) in &changes.rules {
        let (gained, lost) = (grouped(change.gained), grouped(change.lost));
        let _ = writeln!(out, "{rule}: {gained} gained, {lost} lost");
        for (mark, examples) in [('+', &change.gained_examples), ('-', &change.lost_examples)] {
            for Example { id, text } in examples {
                let _ = writeln!(out, "  {mark} {id}: {}", text.replace('\n', " "));
            }
        }
    }
}

/// Writes a table, the most removed first.
fn table(out: &mut String, what: &str, shares: &BTreeMap<String, Share>) {
    if shares.is_empty() {
        return;
    }
    let mut rows: Vec<(&String, &Share)> = shares.iter().collect();
    rows.sort_by_key(|(_, share)| std::cmp::Reverse(share.removed));
    let _ = writeln!(
        out,
        "\n{what:<32} {:>9} {:>9} {:>12} {:>7}",
        "captures", "removals", "bytes", "part"
    );
    for (name, share) in rows.iter().take(ROWS) {
        let (captures, removals) = (grouped(share.captures), grouped(share.removals));
        let (removed, part) = (grouped(share.removed), percent(share.part()));
        let _ = writeln!(
            out,
            "{name:<32} {captures:>9} {removals:>9} {removed:>12} {part:>7}"
        );
    }
    if rows.len() > ROWS {
        let _ = writeln!(out, "and {} more", rows.len() - ROWS);
    }
}

fn listed(out: &mut String, title: &str, list: &[Listed]) {
    if !list.is_empty() {
        let _ = writeln!(out, "\n{title}");
    }
    for Listed { id, share } in list {
        let _ = writeln!(out, "  {:>7}  {id}", percent(*share));
    }
}

fn percent(part: f64) -> String {
    format!("{:.1} %", part * 100.0)
}
