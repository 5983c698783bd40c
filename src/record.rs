//! The record of a capture: one JSON object that explains and rebuilds what was done.

mod edits;
mod judged;
mod places;
mod quoted;
mod spans;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::capture::Capture;
use crate::edit::{Change, apply, unapply};
use crate::html::metadata::{Metadata, Stated};
use crate::outcome::{Outcome, Status};
use crate::plan::Plan;
use crate::site::{folder_of, host_of};

pub use edits::Edits;
use judged::rounded;
pub(crate) use places::{Piece, pieces_of};
use spans::spans;

/// The record of one capture, as it stands in `records.jsonl`.
///
/// All positions are byte offsets: `start` and `end` of removals in the page text, `raw` in the capture,
/// `start` and `end` of a rewrite's edits in the text that the pass before left.
///
/// Written, it borrows from the outcome; read back, it borrows from the line of JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// Name of the capture.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// SHA-256 of its bytes, in hexadecimal; empty where they could not be read.
    pub sha256: String,
    /// Number of its bytes.
    pub bytes: usize,
    /// Number of bytes of the page text, before anything was removed.
    #[serde(default)]
    pub page_bytes: usize,
    /// `text` or `html`.
    #[serde(borrow)]
    pub kind: Cow<'a, str>,
    /// Encoding of the bytes.
    #[serde(borrow)]
    pub encoding: Cow<'a, str>,
    /// What chose the encoding.
    #[serde(borrow)]
    pub encoding_from: Cow<'a, str>,
    /// `ok`, `degraded` or `failed`.
    #[serde(borrow)]
    pub status: Cow<'a, str>,
    /// Why the status is not `ok`.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Cow<'a, str>>,
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
    /// Canonical address, where the capture states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Description, where the capture states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The place in the page that states each of these, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub stated_in: BTreeMap<String, String>,
    /// The site that the capture is taken to be of, in profiles and decisions; see [`crate::site`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_site: Option<String>,
    /// How sure the choice of the block model is for the whole page, from 0.0 to 1.0: the F1 that it expects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// What was removed.
    #[serde(borrow)]
    pub removals: Vec<RemovalRecord<'a>>,
    /// What stayed though something spoke for its removal, for the review.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub nearly: Vec<RemovalRecord<'a>>,
    /// What was rewritten afterwards, pass by pass.
    #[serde(borrow)]
    pub rewrites: Vec<RewriteRecord<'a>>,
    /// Version that wrote the record.
    #[serde(borrow)]
    pub undross: Cow<'a, str>,
    /// Hash of rules and settings.
    #[serde(borrow)]
    pub plan: Cow<'a, str>,
    /// The tidy text, where text and record travel together.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
}

/// Bytes of the longest character in UTF-8.
const LONGEST_CHARACTER: usize = 4;
/// Bytes of a removal's line of JSON beside its text, about.
const AROUND_TEXT: usize = 160;
/// Bytes of an edit's line of JSON, about.
const EDIT: usize = 48;
/// Bytes of text to one that JSON escapes, about.
const ESCAPES: usize = 24;
/// Bytes of a record's line of JSON beside its texts, about.
const AROUND_REMOVALS: usize = 512;

/// One removal, or one span that stayed though something spoke for its removal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemovalRecord<'a> {
    /// First byte in the page text.
    pub start: usize,
    /// One past the last byte in the page text.
    pub end: usize,
    /// The rules that asked for it.
    #[serde(borrow)]
    pub rules: Vec<Cow<'a, str>>,
    /// `sure`, `likely` (to be reviewed first) or `hint`.
    #[serde(borrow)]
    pub strength: Cow<'a, str>,
    /// Why it went, or stayed.
    #[serde(borrow)]
    pub reason: Cow<'a, str>,
    /// The byte ranges of the capture that it came from.
    pub raw: Vec<(usize, usize)>,
    /// How likely the block model takes it for content, from 0.0 to 1.0, where that rule asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f32>,
    /// What moved that score most, the strongest first; of a line learned from its site, on how many captures it stands.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Cow<'a, str>>,
    /// The text.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
}

/// The edits of one pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RewriteRecord<'a> {
    /// Name of the pass.
    #[serde(borrow)]
    pub pass: Cow<'a, str>,
    /// Its edits.
    #[serde(borrow)]
    pub edits: Edits<'a>,
}

/// One rewrite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditRecord<'a> {
    /// First byte in the text before the pass.
    pub start: usize,
    /// One past the last byte in the text before the pass.
    pub end: usize,
    /// What stood there.
    #[serde(borrow)]
    pub was: Cow<'a, str>,
    /// What stands there now.
    #[serde(borrow)]
    pub now: Cow<'a, str>,
}

impl<'a> Record<'a> {
    /// Writes down an outcome; `text` stays empty.
    pub fn new(capture: &'a Capture<'_>, outcome: &'a Outcome<'_>, plan: &'a Plan) -> Self {
        Self {
            text: None,
            ..Self::with_text(capture, outcome, plan)
        }
    }

    /// Writes down an outcome together with the tidy text, from one replay of the passes.
    ///
    /// A capture that failed has no text.
    pub fn with_text(capture: &'a Capture<'_>, outcome: &'a Outcome<'_>, plan: &'a Plan) -> Self {
        let (rewrites, text) = replay(outcome);
        let failed = matches!(outcome.status(), Status::Failed(_));
        let [removals, nearly] = spans(plan, capture, outcome);
        let stated = |field: fn(&Metadata) -> &Option<Stated>| {
            let metadata = &outcome.page().markup()?.metadata;
            field(metadata).as_ref().map(|stated| stated.value.clone())
        };
        Self {
            id: Cow::Borrowed(&capture.id),
            sha256: sha256(&capture.bytes),
            bytes: capture.bytes.len(),
            page_bytes: outcome.page().text().len(),
            kind: Cow::Borrowed(outcome.page().kind()),
            encoding: outcome.reading().encoding(),
            encoding_from: Cow::Borrowed(outcome.reading().from().as_str()),
            status: Cow::Borrowed(outcome.status().as_str()),
            reason: outcome.status().reason().map(Cow::Borrowed),
            title: stated(|data| &data.title),
            author: stated(|data| &data.author),
            date: stated(|data| &data.date),
            site: stated(|data| &data.site),
            language: stated(|data| &data.language),
            url: stated(|data| &data.url),
            description: stated(|data| &data.description),
            stated_in: stated_in(outcome),
            of_site: outcome.page().site().map(str::to_owned),
            confidence: outcome
                .judgement()
                .map(|judged| rounded(judged.choice.confidence)),
            removals,
            nearly,
            rewrites,
            text: (!failed).then_some(text),
            ..Self::empty(plan)
        }
    }

    /// Writes down that a capture could not be read.
    pub fn unread(id: &'a str, reason: &'a str, plan: &'a Plan) -> Self {
        Self {
            id: Cow::Borrowed(id),
            status: Cow::Borrowed("failed"),
            reason: Some(Cow::Borrowed(reason)),
            ..Self::empty(plan)
        }
    }

    fn empty(plan: &'a Plan) -> Self {
        Self {
            id: Cow::Borrowed(""),
            sha256: String::new(),
            bytes: 0,
            page_bytes: 0,
            kind: Cow::Borrowed("text"),
            encoding: Cow::Borrowed(""),
            encoding_from: Cow::Borrowed(""),
            status: Cow::Borrowed("ok"),
            reason: None,
            title: None,
            author: None,
            date: None,
            site: None,
            language: None,
            url: None,
            description: None,
            stated_in: BTreeMap::new(),
            of_site: None,
            confidence: None,
            removals: Vec::new(),
            nearly: Vec::new(),
            rewrites: Vec::new(),
            undross: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            plan: Cow::Borrowed(plan.hash()),
            text: None,
        }
    }

    /// Names the site of the capture: as the record says, or as its id and its address tell.
    pub fn of_site(&self) -> Option<String> {
        let stated = || host_of(self.url.as_ref()?);
        let of_site = self.of_site.clone().or_else(|| host_of(&self.id));
        of_site.or_else(stated).or_else(|| folder_of(&self.id))
    }

    /// Returns the record as one line of JSON with its line feed.
    pub fn to_line(mut self) -> Vec<u8> {
        let text = self.text.take();
        let removals = self.removals.iter().chain(&self.nearly);
        let removals = removals.map(|r| r.text.len() + AROUND_TEXT);
        let edits = self.rewrites.iter().map(|r| r.edits.count() * EDIT);
        let tidy = text
            .as_ref()
            .map_or(0, |text| text.len() + text.len() / ESCAPES);
        let size = removals.chain(edits).sum::<usize>() + tidy;
        let mut line = Vec::with_capacity(AROUND_REMOVALS + size);
        serde_json::to_writer(&mut line, &self).expect("a record has nothing that JSON refuses");
        if let Some(text) = text {
            // The text stands last in the object, and is long.
            line.pop();
            line.extend_from_slice(b",\"text\":");
            quoted::push_quoted(&text, &mut line);
            line.push(b'}');
        }
        line.push(b'\n');
        line
    }

    /// Rebuilds the page text from the tidy text; `None` where the text is not the one the record was made with.
    pub fn restore(&self, tidy: &str) -> Option<String> {
        let mut text = tidy.to_owned();
        for rewrite in self.rewrites.iter().rev() {
            text = unapply(&text, rewrite.edits.changes())?;
        }
        let removals = self.removals.iter().map(|removal| Change {
            start: removal.start,
            was: &removal.text,
            now: "",
        });
        unapply(&text, removals).filter(|page| self.may_be_of(page))
    }

    /// Tells whether a page may be the one that the record was made of, as far as the hash of its bytes tells.
    ///
    /// The page of a capture in UTF-8 is its bytes, but for a last character that was cut.
    fn may_be_of(&self, page: &str) -> bool {
        if self.kind != "text" || !["valid-utf8", "given"].contains(&self.encoding_from.as_ref()) {
            return true;
        }
        match page.len().abs_diff(self.bytes) {
            0 => sha256(page.as_bytes()) == self.sha256,
            cut => cut < LONGEST_CHARACTER,
        }
    }
}

fn stated_in(outcome: &Outcome<'_>) -> BTreeMap<String, String> {
    let fields = outcome
        .page()
        .markup()
        .into_iter()
        .flat_map(|markup| markup.metadata.fields());
    fields
        .map(|(name, stated)| (name.to_owned(), stated.from.to_owned()))
        .collect()
}

/// Replays the passes; returns their edits with what stood there before, and the tidy text.
fn replay<'a>(outcome: &'a Outcome<'_>) -> (Vec<RewriteRecord<'a>>, Cow<'a, str>) {
    let mut text = outcome.kept();
    let mut records = Vec::with_capacity(outcome.rewrites().len());
    for rewrite in outcome.rewrites() {
        records.push(RewriteRecord {
            pass: Cow::Borrowed(rewrite.pass),
            edits: Edits::of(&rewrite.edits, &text),
        });
        text = apply(&text, &rewrite.edits).into();
    }
    (records, text)
}

/// Hashes what decides an outcome: the version, the sources with all built-in patterns, phrases and models, the settings.
pub(crate) fn plan_hash(fingerprint: &str) -> String {
    let (version, sources) = (env!("CARGO_PKG_VERSION"), env!("UNDROSS_SOURCES"));
    let whole = format!("{version} {sources} {fingerprint}");
    hex(&Sha256::digest(whole.as_bytes())[..8])
}

/// Returns the SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
    out
}
