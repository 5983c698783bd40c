//! A diff as JSON, one object a line.

use serde::Serialize;
use undross::diff::Hunk;
use undross::diff::rewrites::Rewritten;

/// What is written of one capture.
#[derive(Serialize)]
pub(super) struct Capture<'a> {
    pub(super) id: &'a str,
    pub(super) hunks: &'a [Hunk<'a>],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rewrites: Option<&'a [Rewritten]>,
}

/// Writes one object with its line feed.
pub(super) fn line(shown: &impl Serialize) -> String {
    let mut line = serde_json::to_string(shown).expect("a diff has nothing that JSON refuses");
    line.push('\n');
    line
}
