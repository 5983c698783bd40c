//! The rewrites, pass by pass and word by word.

use std::time::Duration;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::regions;
use crate::edit::apply;
use crate::outcome::Outcome;

/// Time that laying out the words of one group of lines may take before it gets coarse.
const WORDS_TIME: Duration = Duration::from_millis(200);

/// What one pass did to a group of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rewritten {
    /// Name of the pass.
    pub pass: &'static str,
    /// Number of the first line, from 1, in the text that the pass before left.
    pub line: usize,
    /// The lines, word by word.
    pub words: Vec<Words>,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Words {
    /// The same before and after.
    Same(String),
    /// What stood there before.
    Was(String),
    /// What stands there now.
    Now(String),
}

/// Lays out what every pass did, in the order of the passes.
pub fn rewrites(outcome: &Outcome<'_>) -> Vec<Rewritten> {
    let mut text = outcome.kept();
    let mut all = Vec::new();
    for rewrite in outcome.rewrites() {
        for region in regions(&text, &rewrite.edits) {
            all.push(Rewritten {
                pass: rewrite.pass,
                line: region.line,
                words: words(region.old, &region.new),
            });
        }
        text = apply(&text, &rewrite.edits).into();
    }
    all
}

fn words(was: &str, now: &str) -> Vec<Words> {
    let diff = TextDiff::configure()
        .timeout(WORDS_TIME)
        .diff_words(was, now);
    let mut words: Vec<Words> = Vec::new();
    for change in diff.iter_all_changes() {
        let word = change.value();
        match (change.tag(), words.last_mut()) {
            (ChangeTag::Equal, Some(Words::Same(stretch)))
            | (ChangeTag::Delete, Some(Words::Was(stretch)))
            | (ChangeTag::Insert, Some(Words::Now(stretch))) => stretch.push_str(word),
            (ChangeTag::Equal, _) => words.push(Words::Same(word.to_owned())),
            (ChangeTag::Delete, _) => words.push(Words::Was(word.to_owned())),
            (ChangeTag::Insert, _) => words.push(Words::Now(word.to_owned())),
        }
    }
    words
}
