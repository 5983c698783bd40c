//! What was removed from a page, and what nearly was, as records hold it.

use super::RemovalRecord;
use super::judged::{judged, reasons, rounded};
use super::places::raw_of;
use crate::capture::Capture;
use crate::edit::Span;
use crate::outcome::{Outcome, Removal};
use crate::plan::Plan;

/// Writes down what was removed, and what nearly was.
pub(super) fn spans<'a>(
    plan: &Plan,
    capture: &Capture<'_>,
    outcome: &'a Outcome<'_>,
) -> [Vec<RemovalRecord<'a>>; 2] {
    let lists = [outcome.removals(), outcome.nearly()];
    let mut all: Vec<(usize, &'a Removal<'_>)> = lists
        .into_iter()
        .enumerate()
        .flat_map(|(list, removals)| removals.iter().map(move |removal| (list, removal)))
        .collect();
    all.sort_by_key(|(_, removal)| removal.span);
    let spans: Vec<Span> = all.iter().map(|(_, removal)| removal.span).collect();
    let raw = raw_of(capture, outcome, &spans);
    let mut records = lists.map(|list| Vec::with_capacity(list.len()));
    for ((list, removal), raw) in all.into_iter().zip(raw) {
        records[list].push(record(plan, outcome, removal, raw));
    }
    records
}

fn record<'a>(
    plan: &Plan,
    outcome: &'a Outcome<'_>,
    removal: &'a Removal<'_>,
    raw: Vec<(usize, usize)>,
) -> RemovalRecord<'a> {
    RemovalRecord {
        start: removal.span.start,
        end: removal.span.end,
        rules: removal.rules.iter().map(|&rule| rule.into()).collect(),
        strength: removal.strength.as_str().into(),
        reason: removal.because.as_str().into(),
        raw,
        score: judged(outcome, removal).map(|(judged, block)| rounded(judged.probabilities[block])),
        because: reasons(plan, outcome, removal),
        text: removal.span.of(outcome.page().text()).into(),
    }
}
