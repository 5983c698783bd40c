//! What the server answers.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use undross::Error;
use undross::review::Verdict;
use undross::stats::charts as charts_of;

use super::asked::Asked;
use super::change::{Decide, changes_by, filter};
use super::live::Live;
use super::session::Session;
use super::shown::{self, PAGE, Whole};
use super::toml::{add_rule, config_beside, line_of};
use super::view;

/// Longest note, in bytes.
const LONGEST_NOTE: usize = 4096;

/// Why a request gets no answer.
pub(super) struct Fault {
    status: StatusCode,
    reason: String,
}

pub(super) type Answer<T> = Result<T, Fault>;
type Held = State<Arc<Session>>;

#[derive(Deserialize)]
pub(super) struct Undo {
    #[serde(default)]
    tab: String,
}

#[derive(Deserialize)]
pub(super) struct AsRule {
    group: String,
    #[serde(default)]
    occurrence: usize,
    rule: Option<String>,
    decision: Verdict,
    #[serde(default)]
    tab: String,
}

/// Says no, with the reason.
pub(super) fn refused(status: StatusCode, reason: &str) -> Response {
    (status, Json(json!({ "error": reason }))).into_response()
}

pub(super) async fn queue(session: Held) -> Response {
    with(session, |live| {
        live.catch_up()?;
        answer(&view::queue(live))
    })
    .await
}

pub(super) async fn group(session: Held, Path((_, id)): Path<(String, String)>) -> Response {
    with(session, move |live| {
        let group = found(live.group(&id))?;
        answer(&view::group(live, group)?)
    })
    .await
}

pub(super) async fn occurrence(
    session: Held,
    Path((_, id, number)): Path<(String, String, String)>,
) -> Response {
    with(session, move |live| {
        let group = found(live.group(&id))?;
        let at = number
            .parse()
            .ok()
            .and_then(|number| group.sample().nth(number));
        let at = found(at)?;
        let held = found(live.run.held(at.capture)?)?;
        let shown = shown::occurrence(live, group, (&held, at))?;
        answer(&found(shown)?)
    })
    .await
}

pub(super) async fn capture(
    session: Held,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    with(session, move |live| {
        let number = found(number.parse().ok())?;
        let held = found(live.run.held(number)?)?;
        let whole = match query.get("view").map(String::as_str) {
            Some("tidy") => Whole::Tidy,
            _ => Whole::Page,
        };
        let from = query.get("from").and_then(|from| from.parse().ok());
        match shown::capture(live, &held, (whole, from.unwrap_or(0), PAGE))? {
            Ok(view) => answer(&view),
            Err(reason) => Err(Fault::new(StatusCode::NOT_FOUND, reason)),
        }
    })
    .await
}

pub(super) async fn changes(
    session: Held,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    with(session, move |live| {
        live.catch_up()?;
        let since = query.get("since").and_then(|since| since.parse().ok());
        let changed = live.changes(since.unwrap_or(0));
        answer(
            &json!({ "version": live.version(), "changed": changed, "damage": live.store.damage() }),
        )
    })
    .await
}

pub(super) async fn charts(session: Held) -> Response {
    with(session, |live| {
        let charts = charts_of(&live.run.stats);
        let named = charts
            .iter()
            .map(|chart| json!({ "name": chart.name, "title": chart.title }));
        answer(&named.collect::<Vec<_>>())
    })
    .await
}

pub(super) async fn chart(
    State(session): Held,
    Path((_, file)): Path<(String, String)>,
) -> Response {
    let charts = charts_of(&session.live().run.stats);
    let chart = charts
        .into_iter()
        .find(|chart| file.strip_suffix(".svg") == Some(chart.name));
    match chart {
        Some(chart) => ([(header::CONTENT_TYPE, "image/svg+xml")], chart.svg).into_response(),
        None => refused(StatusCode::NOT_FOUND, "there is no such picture"),
    }
}

pub(super) async fn decide(session: Held, Asked(decide): Asked<Decide>) -> Response {
    change(session, move |live| {
        if decide.note.len() > LONGEST_NOTE {
            let reason = format!("a note has at most {LONGEST_NOTE} bytes; shorten it");
            return Err(Fault::new(StatusCode::PAYLOAD_TOO_LARGE, reason));
        }
        let changes = changes_by(live, &decide)?;
        live.write(changes, &decide.note, &decide.tab)?;
        Ok(json!({}))
    })
    .await
}

pub(super) async fn undo(session: Held, Asked(undo): Asked<Undo>) -> Response {
    change(session, move |live| {
        let undone = live.undo(&undo.tab)?;
        Ok(json!({ "undone": undone }))
    })
    .await
}

pub(super) async fn add_site_rule(session: Held, Asked(asked): Asked<AsRule>) -> Response {
    change(session, move |live| {
        let group = found(live.group(&asked.group))?;
        let filter = filter(group, asked.rule.as_deref())?;
        if group.text_count() > 1 {
            let reason =
                "a rule names one line, and this group holds several texts; write the rule by hand";
            return Err(Fault::new(StatusCode::CONFLICT, reason.to_owned()));
        }
        let changes = live.changes_for(group, &filter, Some(asked.decision));
        let at = found(group.sample().nth(asked.occurrence))?;
        let held = found(live.run.held(at.capture)?)?;
        let record = held.record()?;
        let removal = found(at.of(&record))?;
        let page = held
            .page(&record)
            .map_err(|reason| Fault::new(StatusCode::NOT_FOUND, reason))?;
        let line = line_of(&page, removal, asked.decision).unwrap_or_default();
        let config = config_beside(live.store.path());
        let written = add_rule(&config, asked.decision, &line)?;
        let written = written.map_err(|reason| Fault::new(StatusCode::CONFLICT, reason))?;
        live.write(changes, "", &asked.tab)?;
        Ok(json!(written))
    })
    .await
}

/// Answers a request that changes something: what it says, with all states that changed by it.
async fn change(
    session: Held,
    change: impl FnOnce(&mut Live) -> Answer<Value> + Send + 'static,
) -> Response {
    with(session, move |live| {
        let before = live.version();
        let mut said = change(live)?;
        said["version"] = json!(live.version());
        said["changed"] = json!(live.changes(before));
        answer(&said)
    })
    .await
}

/// Works on the review apart from the threads that listen.
async fn with(
    State(session): Held,
    work: impl FnOnce(&mut Live) -> Answer<Vec<u8>> + Send + 'static,
) -> Response {
    let done = tokio::task::spawn_blocking(move || work(&mut session.live())).await;
    match done {
        Ok(Ok(json)) => ([(header::CONTENT_TYPE, "application/json")], json).into_response(),
        Ok(Err(fault)) => refused(fault.status, &fault.reason),
        Err(_) => refused(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the server met a fault of its own; decisions made before are safe",
        ),
    }
}

fn answer(view: &impl Serialize) -> Answer<Vec<u8>> {
    Ok(serde_json::to_vec(view).expect("what is shown is plain data"))
}

pub(super) fn found<T>(value: Option<T>) -> Answer<T> {
    let reason = "there is no such group or capture in this run; load the page again";
    value.ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, reason.to_owned()))
}

impl Fault {
    pub(super) const fn new(status: StatusCode, reason: String) -> Self {
        Self { status, reason }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }
}
