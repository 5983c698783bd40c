//! The queue and its groups as the page of a review is shown them, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use undross::Error;
use undross::review::{Decision, Group, Scope, Was};
use undross::rules::RULES;

use super::live::{Live, State};

/// Characters of a group's text in the queue.
const EXCERPT: usize = 140;
/// Bytes of a copy that are shown.
const LONGEST_TEXT: usize = 64 << 10;
/// Sites that are named for a group.
const SITES: usize = 12;

/// The whole queue.
#[derive(Serialize)]
pub(super) struct QueueView<'a> {
    run: String,
    captures: u32,
    removals: u64,
    version: u64,
    decisions: String,
    damage: Vec<String>,
    rules: Vec<RuleView<'a>>,
    groups: Vec<GroupRow<'a>>,
}

#[derive(Serialize)]
struct RuleView<'a> {
    id: &'a str,
    summary: &'a str,
}

/// A group in the queue.
#[derive(Serialize)]
pub(super) struct GroupRow<'a> {
    pub(super) id: &'a str,
    pub(super) was: Was,
    pub(super) rules: &'a [String],
    pub(super) strength: &'a str,
    pub(super) count: u64,
    pub(super) captures: u64,
    pub(super) sites: usize,
    pub(super) texts: u64,
    pub(super) excerpt: String,
    #[serde(flatten)]
    pub(super) state: &'a State,
}

/// All that is known of a group.
#[derive(Serialize)]
pub(super) struct GroupView<'a> {
    id: String,
    was: Was,
    rules: &'a [String],
    strength: &'a str,
    count: u64,
    captures: u64,
    texts: u64,
    text: String,
    cut: bool,
    bytes: usize,
    sites: Vec<SiteView<'a>>,
    reasons: Vec<ReasonView<'a>>,
    occurrences: Vec<OccurrenceName<'a>>,
    decisions: Vec<DecisionView>,
    key: KeyView<'a>,
    /// The names of the rare texts that stand together.
    members: Vec<&'a str>,
}

#[derive(Serialize)]
struct KeyView<'a> {
    rule: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: &'a Option<String>,
}

#[derive(Serialize)]
struct SiteView<'a> {
    name: &'a str,
    count: u64,
}

#[derive(Serialize)]
struct ReasonView<'a> {
    reason: &'a str,
    count: u64,
}

#[derive(Serialize)]
struct OccurrenceName<'a> {
    id: &'a str,
    site: Option<&'a str>,
}

#[derive(Serialize)]
struct DecisionView {
    scope: Scope,
    #[serde(flatten)]
    decision: Decision,
}

pub(super) fn queue(live: &Live) -> QueueView<'_> {
    let groups: Vec<GroupRow<'_>> = live.groups().map(row).collect();
    let mut at_work: BTreeMap<&str, &str> = BTreeMap::new();
    for rule in live.groups().flat_map(|(_, group, _)| &group.rules) {
        let known = RULES.iter().find(|known| known.id == rule);
        let summary = known.map_or("a rule of undross.toml", |known| known.summary);
        at_work.insert(rule, summary);
    }
    QueueView {
        run: live.run.path.display().to_string(),
        captures: live.run.queue.captures(),
        removals: live.run.queue.removals(),
        version: live.version(),
        decisions: live.store.path().display().to_string(),
        damage: live.store.damage(),
        rules: at_work
            .into_iter()
            .map(|(id, summary)| RuleView { id, summary })
            .collect(),
        groups,
    }
}

pub(super) fn row<'a>((id, group, state): (&'a str, &'a Group, &'a State)) -> GroupRow<'a> {
    GroupRow {
        id,
        was: group.key.was,
        rules: &group.rules,
        strength: group.strength.as_str(),
        count: group.count,
        captures: group.captures,
        sites: group.sites.len(),
        texts: group.text_count(),
        excerpt: excerpt_of(group),
        state,
    }
}

/// Returns the start of its text on one line, or the starts of some of its texts.
fn excerpt_of(group: &Group) -> String {
    let starts: Vec<String> = group.examples.iter().map(|text| one_line(text)).collect();
    starts.join(" · ").chars().take(EXCERPT).collect()
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

pub(super) fn group<'a>(live: &'a Live, group: &'a Group) -> Result<GroupView<'a>, Error> {
    let mut text = group.examples.join("\n");
    if let (1, Some(at)) = (group.text_count(), group.sample().next())
        && let Some(held) = live.run.held(at.capture)?
        && let Some(removal) = at.of(&held.record()?)
    {
        text = removal.text.clone().into_owned();
    }
    let names = group.sample().filter_map(|at| live.run.named(at.capture));
    let occurrences = names.map(|(id, site)| OccurrenceName { id, site });
    let bytes = text.len();
    text.truncate(text.floor_char_boundary(LONGEST_TEXT));
    let decisions = live.store.decisions().about(&group.key, &group.rules);
    Ok(GroupView {
        id: group.id(),
        was: group.key.was,
        rules: &group.rules,
        strength: group.strength.as_str(),
        count: group.count,
        captures: group.captures,
        texts: group.text_count(),
        cut: text.len() < bytes,
        text,
        bytes,
        sites: most(
            group
                .sites
                .iter()
                .map(|(name, copies)| (name, copies.count)),
        )
        .map(|(name, count)| SiteView { name, count })
        .take(SITES)
        .collect(),
        reasons: most(group.reasons.iter().map(|(name, count)| (name, *count)))
            .map(|(reason, count)| ReasonView { reason, count })
            .collect(),
        occurrences: occurrences.collect(),
        decisions: decisions
            .into_iter()
            .map(|decision| DecisionView {
                scope: decision.key.scope(),
                decision,
            })
            .collect(),
        key: KeyView {
            rule: &group.key.rule,
            text: &group.key.text,
            site: &group.key.site,
        },
        members: rare_names(group),
    })
}

fn rare_names(group: &Group) -> Vec<&str> {
    let members = group.members.iter();
    members.map(|member| member.name.as_str()).collect()
}

/// Orders names by their counts, the largest first.
fn most<'n>(
    counts: impl Iterator<Item = (&'n String, u64)>,
) -> impl Iterator<Item = (&'n str, u64)> {
    let mut counts: Vec<(&str, u64)> = counts.map(|(name, count)| (name.as_str(), count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter()
}
