//! The record of a capture: one JSON object that explains and rebuilds what was done.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::capture::Capture;
use crate::edit::{Change, unapply};
use crate::outcome::{Outcome, Removal, Status};
use crate::plan::Plan;

/// The record of one capture, as it stands in `records.jsonl`.
///
/// All positions are byte offsets: `start` and `end` of removals in the page text, `raw` in the capture,
/// `start` and `end` of a rewrite's edits in the text that the pass before left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Name of the capture.
    pub id: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Number of its bytes.
    pub bytes: usize,
    /// `text` or `html`.
    pub kind: String,
    /// Encoding of the bytes.
    pub encoding: String,
    /// What chose the encoding.
    pub encoding_from: String,
    /// `ok`, `degraded` or `failed`.
    pub status: String,
    /// Why the status is not `ok`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Title, where the capture states one.
    pub title: Option<String>,
    /// Author, where the capture states one.
    pub author: Option<String>,
    /// Date, where the capture states one.
    pub date: Option<String>,
    /// Site, where the capture states one.
    pub site: Option<String>,
    /// Language, where the capture states one.
    pub language: Option<String>,
    /// What was removed.
    pub removals: Vec<RemovalRecord>,
    /// What was rewritten afterwards, pass by pass.
    pub rewrites: Vec<RewriteRecord>,
    /// Version that wrote the record.
    pub undross: String,
    /// Hash of rules and settings.
    pub plan: String,
    /// The tidy text, where text and record travel together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// One removal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovalRecord {
    /// First byte in the page text.
    pub start: usize,
    /// One past the last byte in the page text.
    pub end: usize,
    /// The rules that asked for it.
    pub rules: Vec<String>,
    /// `sure`, `likely` (to be reviewed first) or `hint`.
    pub strength: String,
    /// Why it stands.
    pub reason: String,
    /// The byte ranges of the capture that it came from.
    pub raw: Vec<(usize, usize)>,
    /// The text removed.
    pub text: String,
}

/// The edits of one pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RewriteRecord {
    /// Name of the pass.
    pub pass: String,
    /// Its edits, in order.
    pub edits: Vec<EditRecord>,
}

/// One rewrite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditRecord {
    /// First byte in the text before the pass.
    pub start: usize,
    /// One past the last byte in the text before the pass.
    pub end: usize,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub now: String,
}

impl Record {
    /// Writes down an outcome; `text` stays empty.
    pub fn new(capture: &Capture<'_>, outcome: &Outcome<'_>, plan: &Plan) -> Self {
        let (status, reason) = match outcome.status() {
            Status::Ok => ("ok", None),
            Status::Degraded(reason) => ("degraded", Some(reason.clone())),
            Status::Failed(reason) => ("failed", Some(reason.clone())),
        };
        Self {
            id: capture.id.clone(),
            sha256: hex(&Sha256::digest(&capture.bytes)),
            bytes: capture.bytes.len(),
            kind: "text".to_owned(),
            encoding: outcome.reading().encoding().into_owned(),
            encoding_from: outcome.reading().from().as_str().to_owned(),
            status: status.to_owned(),
            reason,
            title: None,
            author: None,
            date: None,
            site: None,
            language: None,
            removals: removals(capture, outcome),
            rewrites: rewrites(outcome),
            undross: env!("CARGO_PKG_VERSION").to_owned(),
            plan: plan.hash().to_owned(),
            text: None,
        }
    }

    /// Rebuilds the page text from the tidy text; `None` where the text is not the one the record was made with.
    pub fn restore(&self, tidy: &str) -> Option<String> {
        let mut text = tidy.to_owned();
        for rewrite in self.rewrites.iter().rev() {
            let changes: Vec<Change<'_>> = rewrite
                .edits
                .iter()
                .map(|edit| Change {
                    start: edit.start,
                    was: &edit.was,
                    now: &edit.now,
                })
                .collect();
            text = unapply(&text, &changes)?;
        }
        let changes: Vec<Change<'_>> = self
            .removals
            .iter()
            .map(|removal| Change {
                start: removal.start,
                was: &removal.text,
                now: "",
            })
            .collect();
        unapply(&text, &changes)
    }
}

fn removals(capture: &Capture<'_>, outcome: &Outcome<'_>) -> Vec<RemovalRecord> {
    let spans: Vec<_> = outcome
        .removals()
        .iter()
        .map(|removal| removal.span.start..removal.span.end)
        .collect();
    let raw = outcome.reading().raw_ranges(&capture.bytes, &spans);
    let text = outcome.page().text();
    let record = |(removal, raw): (&Removal<'_>, std::ops::Range<usize>)| RemovalRecord {
        start: removal.span.start,
        end: removal.span.end,
        rules: removal.rules.iter().map(|&rule| rule.to_owned()).collect(),
        strength: removal.strength.as_str().to_owned(),
        reason: removal.because.as_str().to_owned(),
        raw: vec![(raw.start, raw.end)],
        text: removal.span.of(text).to_owned(),
    };
    outcome.removals().iter().zip(raw).map(record).collect()
}

fn rewrites(outcome: &Outcome<'_>) -> Vec<RewriteRecord> {
    let mut text = outcome.kept();
    let mut records = Vec::with_capacity(outcome.rewrites().len());
    for rewrite in outcome.rewrites() {
        let edits = rewrite
            .edits
            .iter()
            .map(|edit| EditRecord {
                start: edit.span.start,
                end: edit.span.end,
                was: edit.span.of(&text).to_owned(),
                now: edit.now.to_string(),
            })
            .collect();
        records.push(RewriteRecord {
            pass: rewrite.pass.to_owned(),
            edits,
        });
        text = crate::edit::apply(&text, &rewrite.edits).into();
    }
    records
}

/// Hashes what decides an outcome: the version, the settings, the number of patterns of each form.
pub(crate) fn plan_hash(fingerprint: &str, patterns: &[usize]) -> String {
    let whole = format!("{} {fingerprint} {patterns:?}", env!("CARGO_PKG_VERSION"));
    hex(&Sha256::digest(whole.as_bytes())[..8])
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
            out.push_str(&format!("{byte:02x}"));
            out
        })
}
