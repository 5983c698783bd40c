//! What came of a capture: the page, what was removed and why, what was rewritten.

use std::borrow::Cow;

use crate::decode::Reading;
use crate::edit::{Edit, Span, apply};
use crate::model::Judgement;
use crate::page::Page;
use crate::resolve::Because;
use crate::rule::Strength;

/// A span that left the page, or nearly did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal<'a> {
    /// The bytes of the page text.
    pub span: Span,
    /// The rules that asked for it, in the order of the plan.
    pub rules: Vec<&'a str>,
    /// The strongest claim on it.
    pub strength: Strength,
    /// Why that claim stands or falls.
    pub because: Because,
}

/// What one rewrite pass did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// Name of the pass.
    pub pass: &'static str,
    /// Its edits, on the text that the pass before left.
    pub edits: Vec<Edit>,
}

/// How the run of one capture ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// All went its way.
    Ok,
    /// A limit or a fallback was used, for this reason.
    Degraded(String),
    /// There is no text to clean, for this reason; the outcome has no edits.
    Failed(String),
}

/// The page and the passes over it: removals first, then one per rewrite.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub(crate) page: Page<'a>,
    pub(crate) reading: Reading,
    pub(crate) judgement: Option<Judgement>,
    pub(crate) removals: Vec<Removal<'a>>,
    pub(crate) nearly: Vec<Removal<'a>>,
    pub(crate) rewrites: Vec<Rewrite>,
    pub(crate) status: Status,
}

impl Status {
    /// Returns the name used in records.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Degraded(_) => "degraded",
            Self::Failed(_) => "failed",
        }
    }

    /// Returns why it is not `Ok`.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Ok => None,
            Self::Degraded(reason) | Self::Failed(reason) => Some(reason),
        }
    }
}

impl<'a> Outcome<'a> {
    /// Returns the page as it was decoded.
    pub const fn page(&self) -> &Page<'a> {
        &self.page
    }

    /// Returns how the bytes were decoded.
    pub const fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Returns what the block model says of the blocks, for a web page.
    pub const fn judgement(&self) -> Option<&Judgement> {
        self.judgement.as_ref()
    }

    /// Returns what was removed, ordered and disjoint.
    pub fn removals(&self) -> &[Removal<'a>] {
        &self.removals
    }

    /// Returns what stayed though a rule asked for it, or nearly did: ordered, disjoint, and apart from what was removed.
    pub fn nearly(&self) -> &[Removal<'a>] {
        &self.nearly
    }

    /// Returns what was rewritten after the removals, pass by pass.
    pub fn rewrites(&self) -> &[Rewrite] {
        &self.rewrites
    }

    /// Returns how the run ended.
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// Returns the page text without what was removed, before any rewrite.
    pub fn kept(&self) -> Cow<'_, str> {
        if self.removals.is_empty() {
            return Cow::Borrowed(self.page.text());
        }
        let edits: Vec<Edit> = self
            .removals
            .iter()
            .map(|removal| Edit::remove(removal.span))
            .collect();
        Cow::Owned(apply(self.page.text(), &edits))
    }

    /// Replays all passes: the tidy text.
    pub fn text(&self) -> String {
        let mut text = self.kept();
        for rewrite in &self.rewrites {
            text = Cow::Owned(apply(&text, &rewrite.edits));
        }
        text.into_owned()
    }
}
