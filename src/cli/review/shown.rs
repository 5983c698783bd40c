//! Copies and captures as the page of a review is shown them, as JSON.

use serde::Serialize;
use undross::Error;
use undross::edit::Span;
use undross::record::{Record, RemovalRecord};
use undross::review::{Group, Item, Occurrence, Scope, Verdict, Was, name_of};

use super::live::Live;
use super::parts::{Around, Mark, Marked, Part, around, parts, shorten};
use super::run::Held;

/// Bytes of a page that are shown at once.
pub(super) const PAGE: usize = 256 << 10;

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
    /// Copies that each rule of the group has on this site.
    of_rules_here: Vec<u64>,
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

/// Shows one copy of a group; none where its record is gone.
pub(super) fn occurrence(
    live: &Live,
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
    let decided = live.store.decisions().on(&Item {
        was: group.key.was,
        rules: &removal.rules,
        text: &name,
        site: site.as_deref(),
        capture: Some(&record.id),
    });
    let of_rule = |rule: &String| {
        let site = site.as_deref().unwrap_or_default();
        live.run.queue.of_rule_on(group.key.was, rule, site)
    };
    let of_rules_here = group.rules.iter().map(of_rule).collect();
    Ok(Some(OccurrenceView {
        of_rules_here,
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
