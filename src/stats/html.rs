//! The report as one page of HTML: nothing to load, no script, light and dark.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Change, Changes, Example, Group, Listed, Share, Stats};

/// Bars of a chart; the others are left to the JSON.
const BARS: usize = 20;
/// Height of a bar with the space below it, in units of the drawing.
const STEP: usize = 24;
/// Length of the longest bar, in units of the drawing.
const LONGEST: f64 = 420.0;

const HEAD: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>undross stats</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --bar: #2f6f9f; --soft: #667 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --bar: #7ab8e6; --soft: #99a } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper) }
svg { width: 100%; height: auto } svg text { font: 13px system-ui, sans-serif; fill: var(--ink) }
rect { fill: var(--bar) } td, th { text-align: left; padding: .1rem 1rem .1rem 0; vertical-align: top } td { overflow-wrap: anywhere }
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
        "<p>{} captures, {} failed, {} degraded; {} removals take {} of {} bytes ({}).</p>",
        all.captures,
        stats.failed,
        stats.degraded,
        all.removals,
        all.removed,
        all.bytes,
        percent(all.part()),
    );
    charts(&mut out, stats);
    lists(&mut out, stats);
    if let Some(changes) = changes {
        push_changes(&mut out, changes);
    }
    out.push_str("</html>\n");
    out
}

fn charts(out: &mut String, stats: &Stats) {
    chart(
        out,
        "Bytes removed, by rule",
        &stats.rules,
        |share| share.removed as f64,
        |share| format!("{} bytes, {} removals", share.removed, share.removals),
    );
    for (title, shares) in [
        ("Part removed, by site", &stats.sites),
        ("Part removed, by encoding", &stats.encodings),
    ] {
        chart(out, title, shares, Share::part, |share| {
            format!("{} of {} captures", percent(share.part()), share.captures)
        });
    }
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

/// Draws bars, the longest first.
fn chart(
    out: &mut String,
    title: &str,
    shares: &BTreeMap<String, Share>,
    length: fn(&Share) -> f64,
    label: fn(&Share) -> String,
) {
    let mut bars: Vec<(&String, &Share)> = shares.iter().collect();
    bars.sort_by(|one, two| length(two.1).total_cmp(&length(one.1)));
    bars.truncate(BARS);
    let longest = bars
        .first()
        .map_or(1.0, |(_, share)| length(share))
        .max(f64::MIN_POSITIVE);
    let height = bars.len() * STEP;
    let _ = writeln!(
        out,
        "<h2>{}</h2>\n<svg viewBox=\"0 0 900 {height}\" role=\"img\">",
        escaped(title)
    );
    for (row, (name, share)) in bars.into_iter().enumerate() {
        let (y, width) = (row * STEP, length(share) / longest * LONGEST);
        let (text, end) = (y + 15, 240.0 + width);
        let (name, label) = (escaped(name), escaped(&label(share)));
        let _ = writeln!(
            out,
            "<text x=\"0\" y=\"{text}\">{name}</text><rect x=\"232\" y=\"{y}\" width=\"{width:.1}\" height=\"18\"/>\
             <text x=\"{end:.1}\" y=\"{text}\">{label}</text>"
        );
    }
    out.push_str("</svg>\n");
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

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}
