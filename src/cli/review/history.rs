//! What can be undone: the changes of a review, also those of an earlier one.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use undross::review::{Decision, Key};

/// Changes that can be undone.
#[derive(Debug, Default)]
pub(super) struct History {
    changes: Vec<Change>,
    file: Option<PathBuf>,
    /// The file of decisions that is changed.
    decisions: String,
    /// Why changes cannot be undone once the process has ended.
    pub(super) trouble: Option<String>,
}

/// What changed at once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Change {
    /// The page that made it; empty where that page is gone.
    #[serde(skip)]
    pub(super) tab: String,
    /// The file of decisions that it was made in.
    pub(super) decisions: String,
    pub(super) steps: Vec<Step>,
}

/// One decision that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) key: Key,
    pub(super) before: Option<Decision>,
    pub(super) after: Option<Decision>,
}

impl History {
    /// Reads what earlier reviews of a run left, if they could leave anything.
    pub(super) fn open(file: Option<PathBuf>, decisions: &Path) -> Self {
        let decisions = std::path::absolute(decisions).unwrap_or_else(|_| decisions.to_owned());
        let text = file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let lines = text.as_deref().unwrap_or_default().lines();
        Self {
            changes: lines
                .filter_map(|line| serde_json::from_str(line).ok())
                .collect(),
            file,
            decisions: decisions.to_string_lossy().into_owned(),
            trouble: None,
        }
    }

    /// Adds a change. Where it cannot be written down, it can be undone as long as the process runs.
    pub(super) fn push(&mut self, tab: String, steps: Vec<Step>) {
        let decisions = self.decisions.clone();
        let change = Change {
            tab,
            decisions,
            steps,
        };
        if let Some(path) = &self.file {
            let mut line = serde_json::to_vec(&change).expect("a change is plain text");
            line.push(b'\n');
            let file = OpenOptions::new().append(true).create(true).open(path);
            let written = file.and_then(|mut file| file.write_all(&line));
            self.trouble = written
                .err()
                .map(|error| format!("{}: {error}", path.display()));
        }
        self.changes.push(change);
    }

    /// Takes out the last change of a page; if it made none, the last of a page that is gone.
    pub(super) fn pop(&mut self, tab: &str) -> Option<Change> {
        let mine = |change: &Change| change.decisions == self.decisions;
        let last = |tab: &str| {
            let is_last = |change: &Change| change.tab == tab && mine(change);
            self.changes.iter().rposition(is_last)
        };
        let at = last(tab).or_else(|| last(""))?;
        let change = self.changes.remove(at);
        self.write();
        Some(change)
    }

    fn write(&self) {
        let Some(path) = &self.file else { return };
        let mut lines = Vec::new();
        for change in &self.changes {
            serde_json::to_writer(&mut lines, change).expect("a change is plain text");
            lines.push(b'\n');
        }
        let _ = File::create(path).and_then(|mut file| file.write_all(&lines));
    }
}
