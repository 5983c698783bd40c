//! What the page of a review is shown, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use undross::Error;
use undross::edit::Span;
use undross::record::{Record, RemovalRecord};
use undross::review::{Decision, Decisions, Group, Item, Occurrence, Scope, Verdict, Was, name_of};
use undross::rules::RULES;

use super::live::{Live, State};
use super::parts::{Around, Mark, Marked, Part, around, parts, shorten};
use super::run::Held;

/// Characters of a group's text in the queue.
const EXCERPT: usize = 140;
/// Bytes of a copy that are shown.
const LONGEST_TEXT: usize = 64 << 10;
/// Sites that are named for a group.
const SITES: usize = 12;
/// Bytes of a page that are shown at once.
pub(super) const PAGE: usize = 256 << 10;

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
    members: &'a [String],
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

/// One copy of a group, with what stands around it.
#[derive(Serialize)]
pub(super) struct OccurrenceView {
    capture: u32,
    id: String,
    site: Option<String>,
    /// The name of its text in decisions.
    name: String,
    rules: Vec<String>,
    strength: String,
    reason: String,
    score: Option<f32>,
    because: Vec<String>,
    start: usize,
    end: usize,
    raw: Vec<(usize, usize)>,
    #[serde(flatten)]
    around: Around,
    /// Why the text around is not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
    decision: Option<Verdict>,
    scope: Option<Scope>,
}

/// A capture as a whole.
#[derive(Serialize)]
pub(super) struct CaptureView {
    id: String,
    site: Option<String>,
    status: String,
    bytes: usize,
    parts: Vec<Part>,
    next: Option<usize>,
}

/// Which text of a capture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// The page, with what was removed.
    Page,
    /// The tidy text.
    Tidy,
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
        texts: group.texts(),
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
    if let (1, Some(at)) = (group.texts(), group.sample().next())
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
        texts: group.texts(),
        cut: text.len() < bytes,
        text,
        bytes,
        sites: most(&group.sites)
            .map(|(name, count)| SiteView { name, count })
            .take(SITES)
            .collect(),
        reasons: most(&group.reasons)
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
        members: &group.members,
    })
}

/// Orders names by their counts, the largest first.
fn most(counts: &BTreeMap<String, u64>) -> impl Iterator<Item = (&str, u64)> {
    let mut counts: Vec<(&str, u64)> = counts
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter()
}

/// Shows one copy of a group; none where its record is gone.
pub(super) fn occurrence(
    decisions: &Decisions,
    group: &Group,
    (held, at): (&Held, Occurrence),
) -> Result<Option<OccurrenceView>, Error> {
    let record = held.record()?;
    let Some(removal) = at.of(&record) else {
        return Ok(None);
    };
    let span = Span::new(removal.start, removal.end);
    let (around, missing) = match held.page(&record) {
        Ok(page) => {
            let mut marked = marked(&record, |_| None);
            marked.retain(|marked| !marked.span.overlaps(span));
            marked.push(Marked {
                span,
                mark: Mark::This,
                group: None,
            });
            marked.sort_by_key(|marked| marked.span);
            (around(&page, span, &marked), None)
        }
        Err(reason) => (alone(removal), Some(reason)),
    };
    let site = record.of_site();
    let name = name_of(&removal.text);
    let decided = decisions.on(&Item {
        was: group.key.was,
        rules: &removal.rules,
        text: &name,
        site: site.as_deref(),
        capture: Some(&record.id),
    });
    Ok(Some(OccurrenceView {
        capture: at.capture,
        id: record.id.clone().into_owned(),
        rules: owned(&removal.rules),
        strength: removal.strength.clone().into_owned(),
        reason: removal.reason.clone().into_owned(),
        score: removal.score,
        because: owned(&removal.because),
        start: removal.start,
        end: removal.end,
        raw: removal.raw.clone(),
        around,
        missing,
        name,
        decision: decided.as_ref().map(|(verdict, _)| *verdict),
        scope: decided.map(|(_, key)| key.scope()),
        site,
    }))
}

/// Shows a copy without what stands around it.
fn alone(removal: &RemovalRecord<'_>) -> Around {
    let mut text = removal.text.clone().into_owned();
    let cut = shorten(&mut text);
    let mark = Mark::This;
    let parts = vec![Part {
        text,
        mark,
        group: None,
    }];
    Around {
        line: 1,
        parts,
        cut,
    }
}

fn owned(words: &[std::borrow::Cow<'_, str>]) -> Vec<String> {
    words.iter().map(|word| word.clone().into_owned()).collect()
}

/// Marks what was removed from a page.
fn marked(
    record: &Record<'_>,
    group: impl Fn(&RemovalRecord<'_>) -> Option<String>,
) -> Vec<Marked> {
    let marked = record.removals.iter().map(|removal| Marked {
        span: Span::new(removal.start, removal.end),
        mark: Mark::Removed,
        group: group(removal),
    });
    marked.collect()
}

/// Shows a capture as a whole, from a byte of its text on; says why where its text cannot be had.
pub(super) fn capture(
    live: &Live,
    held: &Held,
    (whole, from, most): (Whole, usize, usize),
) -> Result<Result<CaptureView, String>, Error> {
    let record = held.record()?;
    let text = match whole {
        Whole::Page => held.page(&record),
        Whole::Tidy => held.tidy(&record),
    };
    let text = match text {
        Ok(text) => text,
        Err(reason) => return Ok(Err(reason)),
    };
    let marked = match whole {
        Whole::Page => marked(&record, |removal| group_of(live, removal)),
        Whole::Tidy => Vec::new(),
    };
    let start = text.ceil_char_boundary(from.min(text.len()));
    let end = text.floor_char_boundary(start.saturating_add(most).min(text.len()));
    Ok(Ok(CaptureView {
        id: record.id.clone().into_owned(),
        site: record.of_site(),
        status: record.status.clone().into_owned(),
        bytes: text.len(),
        parts: parts(&text, Span::new(start, end), &marked),
        next: (end < text.len()).then_some(end),
    }))
}

/// Finds the group of a removal.
fn group_of(live: &Live, removal: &RemovalRecord<'_>) -> Option<String> {
    let number = live.run.queue.find(Was::Removed, removal)?;
    live.groups().nth(number).map(|(id, ..)| id.to_owned())
}
