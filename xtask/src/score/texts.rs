//! `cargo xtask score texts`: clean texts fed as text captures, of which nothing but credits may be removed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use undross::{Capture, Plan, process};

/// Shortest text, in bytes, that counts.
const SHORTEST: usize = 200;
/// Rules whose lines clean texts may still hold.
const CREDITS: &[&str] = &[
    "byline",
    "agency",
    "photo-credit",
    "source-credit",
    "author-bio",
];

/// Texts of one kind of page, and what was removed of them.
#[derive(Default)]
struct Kind {
    texts: usize,
    touched: usize,
    bytes: usize,
    removed: BTreeMap<String, usize>,
}

/// Prints how much of the gold texts of a folder is removed, by kind of page and by rule.
///
/// Returns whether it could: the table is for people to judge.
///
/// # Errors
///
/// A file cannot be read, or a line of it is no text.
pub(crate) fn run(folder: &Path) -> Result<bool, String> {
    let plan = Plan::default();
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for dataset in ["wcxb", "readability"] {
        let path = folder.join(dataset).join("gold.jsonl");
        let at = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let lines = fs::read_to_string(&path).map_err(|error| at(&error))?;
        for line in lines.lines() {
            let value: Value = serde_json::from_str(line).map_err(|error| at(&error))?;
            let text = value["text"].as_str().unwrap_or_default();
            if text.len() >= SHORTEST {
                let kind = value["page_type"].as_str().unwrap_or(dataset);
                kinds.entry(kind.to_owned()).or_default().add(&plan, text);
            }
        }
    }
    println!(
        "{:<15}{:>7}{:>9}{:>12}{:>16}  rules, bytes",
        "kind", "texts", "touched", "removed", "but credits"
    );
    kinds.iter().for_each(|(name, kind)| kind.print(name));
    Ok(true)
}

impl Kind {
    fn add(&mut self, plan: &Plan, text: &str) {
        let capture = Capture::of_text("gold", text);
        let outcome = process(&capture, plan);
        self.texts += 1;
        self.bytes += text.len();
        self.touched += usize::from(!outcome.removals().is_empty());
        for removal in outcome.removals() {
            let bytes = removal.span.end - removal.span.start;
            *self.removed.entry(removal.rules[0].to_owned()).or_default() += bytes;
        }
    }

    fn print(&self, name: &str) {
        let sum = |counts: &dyn Fn(&str) -> bool| -> usize {
            let rules = self.removed.iter();
            rules
                .filter(|(rule, _)| counts(rule))
                .map(|(_, bytes)| bytes)
                .sum()
        };
        let part = |bytes: usize| 100.0 * bytes as f64 / self.bytes.max(1) as f64;
        let all = part(sum(&|_| true));
        let others = part(sum(&|rule| !CREDITS.contains(&rule)));
        let mut rules: Vec<(&String, &usize)> = self.removed.iter().collect();
        rules.sort_by(|one, two| two.1.cmp(one.1));
        let rules: Vec<String> = rules
            .iter()
            .take(5)
            .map(|(rule, bytes)| format!("{rule} {bytes}"))
            .collect();
        println!(
            "{name:<15}{:>7}{:>9}{all:>11.3}%{others:>15.3}%  {}",
            self.texts,
            self.touched,
            rules.join(", ")
        );
    }
}
