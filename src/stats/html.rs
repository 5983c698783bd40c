//! The report as one page of HTML: nothing to load, no script, light and dark.

use std::fmt::Write as _;

use super::charts::captures;
use super::{Change, Changes, Example, Group, Listed, Stats, charts};
use crate::escape::escaped;

const HEAD: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>undross stats</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #5c5c6b }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --soft: #a3a3b2 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper) }
figure { margin: 1.5rem 0; overflow-x: auto } figure svg { width: 100%; min-width: 40rem; height: auto }
td, th { text-align: left; padding: .1rem 1rem .1rem 0; vertical-align: top } td { overflow-wrap: anywhere }
p, .soft { color: var(--soft) }
</style>
<h1>What was removed</h1>
"#;

/// Writes the report of a run, and of what changed against another where there is one.
pub fn html(stats: &Stats, changes: Option<&Changes>) -> String {
    let mut out = HEAD.to_owned();
    let all = &stats.all;
    let _ = writeln!(
        out,
        "<p>{} {}, {} failed, {} degraded; {} removals take {} of {} bytes ({}).</p>",
        all.captures,
        captures(all.captures),
        stats.failed,
        stats.degraded,
        all.removals,
        all.removed,
        all.bytes,
        percent(all.part()),
    );
    for chart in charts(stats) {
        let _ = writeln!(out, "<figure>{}</figure>", chart.inline());
    }
    lists(&mut out, stats);
    if let Some(changes) = changes {
        push_changes(&mut out, changes);
    }
    out.push_str("</html>\n");
    out
}

/// Lists the captures to look at first.
fn lists(out: &mut String, stats: &Stats) {
    listed(out, "Lost most", &stats.most);
    listed(out, "Least sure", &stats.least_sure);
    let untouched = stats.untouched_first.iter();
    rows(
        out,
        &format!("Lost nothing: {}", stats.untouched),
        untouched.map(|id| [id.clone(), String::new()]),
    );
    rows(
        out,
        "Nearly the same",
        stats
            .alike
            .groups()
            .into_iter()
            .map(|Group { captures, ids }| [format!("{captures} captures"), ids.join(", ")]),
    );
}

fn push_changes(out: &mut String, changes: &Changes) {
    let _ = writeln!(
        out,
        "<h2>Against the other run</h2><p>{} captures in both, {} differ; {} only before, {} only after.</p>",
        changes.captures, changes.differ, changes.only_before, changes.only_after,
    );
    let examples = |kind: &str, examples: &[Example]| {
        let lines = examples
            .iter()
            .map(|Example { id, text }| format!("{kind} {id}: {text}"));
        lines.collect::<Vec<_>>().join("\n")
    };
    for (rule, change) in &changes.rules {
        let Change { gained, lost, .. } = change;
        let title = format!("{rule}: {gained} gained, {lost} lost");
        let (more, less) = (
            examples("+", &change.gained_examples),
            examples("−", &change.lost_examples),
        );
        let lines = more.lines().chain(less.lines());
        rows(
            out,
            &title,
            lines.map(|line| [line.to_owned(), String::new()]),
        );
    }
}

fn listed(out: &mut String, title: &str, list: &[Listed]) {
    let row = |listed: &Listed| [percent(listed.share), listed.id.clone()];
    rows(out, title, list.iter().map(row));
}

/// Writes a table of two columns; nothing where it has no rows.
fn rows(out: &mut String, title: &str, rows: impl Iterator<Item = [String; 2]>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>\n<table>", escaped(title));
    for [one, two] in rows {
        let _ = writeln!(out, "<tr><td>{}<td>{}", escaped(&one), escaped(&two));
    }
    out.push_str("</table>\n");
}

fn percent(part: f64) -> String {
    format!("{:.1} %", part * 100.0)
}
