//! The tests that stand beside site rules.

use super::{Chosen, Config, ConfigError};
use crate::capture::{Capture, Kind};
use crate::outcome::{Outcome, Removal};
use crate::pipeline::process;
use crate::plan::Plan;

/// A page and what is to become of some of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteTest {
    /// `remove` or `keep`.
    pub list: &'static str,
    /// Name of the rule it stands with.
    pub rule: String,
    /// The site that the page is of, where one is named.
    pub site: Option<String>,
    /// What the page is read as.
    pub kind: Kind,
    /// The page.
    pub text: String,
    pub(super) lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) line: Chosen<String>,
    pub(super) wanted: Wanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Gone,
    Kept,
}

/// What came of one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestReport<'a> {
    /// The test.
    pub test: &'a SiteTest,
    /// The lines that came out otherwise; empty where the test passes.
    pub wrong: Vec<ConfigError>,
}

impl Config {
    /// Runs every test of the file with the whole plan.
    pub fn run_tests<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = TestReport<'a>> {
        self.tests.iter().map(|test| TestReport {
            test,
            wrong: self.run_test(test, plan),
        })
    }

    fn run_test(&self, test: &SiteTest, plan: &Plan) -> Vec<ConfigError> {
        let capture = Capture {
            kind: test.kind,
            site: test.site.clone(),
            ..Capture::of_text(test.rule.as_str(), test.text.as_str())
        };
        let outcome = process(&capture, plan);
        test.lines
            .iter()
            .filter_map(|line| {
                let message = wrong(test, line, &outcome)?;
                Some(*self.error_at(&line.line.origin, message))
            })
            .collect()
    }
}

/// Says what is wrong with a line of a test, if anything is.
fn wrong(test: &SiteTest, line: &Line, outcome: &Outcome<'_>) -> Option<String> {
    let page = outcome.page();
    let text = line.line.value.trim();
    let mut found = (0..page.blocks().len())
        .filter(|&index| page.shown(index) == text)
        .map(|index| removal_of(outcome, index))
        .peekable();
    if found.peek().is_none() {
        return Some("the text of this test has no such line; write it as it stands there".into());
    }
    found.find_map(|removal| match (line.wanted, removal) {
        (Wanted::Kept, Some(removal)) => Some(format!(
            "this line is to stay and goes, by {}",
            removal.rules.join(", ")
        )),
        (Wanted::Gone, None) => Some("this line is to go and stays".to_owned()),
        (Wanted::Gone, Some(removal)) if !is_mine(test, removal) => Some(format!(
            "this line goes, but by {}; the rule of this test does not find it",
            removal.rules.join(", ")
        )),
        _ => None,
    })
}

fn removal_of<'o>(outcome: &'o Outcome<'_>, block: usize) -> Option<&'o Removal<'o>> {
    let shown = outcome.page().blocks()[block].shown();
    outcome
        .removals()
        .iter()
        .find(|removal| removal.span.overlaps(shown))
}

/// What a `remove` rule's test says goes, has to go by that rule.
fn is_mine(test: &SiteTest, removal: &Removal<'_>) -> bool {
    let id = format!("site:{}", test.rule);
    test.list == "keep" || removal.rules.iter().any(|rule| *rule == id)
}
