//! The diff of what was removed, rendered from the removals and never computed.
//!
//! Three layers: [`regions`] groups edits by the lines they touch, [`hunks`] names the rules at work there, and one file a
//! form lays them out. [`groups`] gathers hunks of one kind over many captures; [`places`] finds removals in the source.

pub mod github;
pub mod groups;
pub mod html;
mod parts;
pub mod places;
pub mod rewrites;
pub mod sarif;
pub mod side_by_side;
mod unified;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};
use serde::{Serialize, Serializer};

use crate::edit::{Edit, Span};
use crate::outcome::{Outcome, Removal};
use crate::rule::Strength;

pub use parts::{Part, is_whole, lines_in_parts};
pub use unified::{Line, lines, unified_hunks};

/// Lines of a text that a group of edits touches, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region<'a> {
    /// Number of its first line, from 1, counted in line feeds.
    pub line: usize,
    /// First byte of its first line in the text.
    pub start: usize,
    /// The lines before, with their line feeds.
    pub old: &'a str,
    /// The lines after.
    pub new: String,
    /// The edits, by their places in the list.
    pub edits: Range<usize>,
}

/// Lines of the page that a group of removals touches, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hunk<'a> {
    /// Number of its first line on the page, from 1.
    pub line: usize,
    /// The rules at work, in order.
    pub rules: Vec<Cow<'a, str>>,
    /// The weakest removal of the group: a reviewer sees what is less than sure first.
    #[serde(serialize_with = "strength_name")]
    pub strength: Strength,
    /// The lines before, with their line feeds.
    pub old: Cow<'a, str>,
    /// What stays of them.
    pub new: String,
    /// What goes: byte ranges of the lines before, ordered and disjoint; in JSON, pairs of first byte and one past the last.
    #[serde(serialize_with = "pairs")]
    pub gone: Vec<Span>,
}

/// What a hunk heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The rules.
    Rules,
    /// The rules, and `(likely)` or `(hint)` where a removal is less than sure.
    RulesAndStrength,
}

/// Renders the removals as a unified diff without context lines.
///
/// Hunk headings carry the names of the rules; `patch -R` on the kept text gives the page text back.
/// Empty where nothing was removed.
pub fn unified(outcome: &Outcome<'_>, name: &str) -> String {
    let hunks = hunks(outcome.page().text(), outcome.removals());
    unified_hunks(&hunks, name, Heading::Rules)
}

/// Groups removals, ordered and disjoint, by the lines of the text that they touch.
pub fn hunks<'a>(text: &'a str, removals: &'a [Removal<'_>]) -> Vec<Hunk<'a>> {
    let edits: Vec<Edit> = removals
        .iter()
        .map(|removal| Edit::remove(removal.span))
        .collect();
    regions(text, &edits)
        .into_iter()
        .map(|region| hunk(region, removals))
        .collect()
}

/// Groups edits, ordered and disjoint, by the lines of the text that they touch.
pub fn regions<'a>(text: &'a str, edits: &[Edit]) -> Vec<Region<'a>> {
    let mut regions = Vec::new();
    let (mut next, mut at, mut line) = (0, 0, 1);
    while next < edits.len() {
        let start = line_start(text, edits[next].span.start);
        line += memchr_iter(b'\n', &text.as_bytes()[at..start]).count();
        at = start;
        let (lines, new, count) = grow(text, start, &edits[next..]);
        regions.push(Region {
            line,
            start,
            old: lines.of(text),
            new,
            edits: next..next + count,
        });
        next += count;
    }
    regions
}

impl Hunk<'_> {
    /// Returns what its heading says after the second `@@`.
    pub fn heading(&self, heading: Heading) -> String {
        let mut words = self.rules.join(", ");
        if heading == Heading::RulesAndStrength && self.strength < Strength::Sure {
            let _ = write!(words, " ({})", self.strength.as_str());
        }
        words
    }

    /// Returns its lines cut at what goes.
    pub fn parts(&self) -> Vec<Vec<Part<'_>>> {
        lines_in_parts(&self.old, &self.gone)
    }

    /// Makes one that lives without its page.
    pub fn into_owned(self) -> Hunk<'static> {
        let rules = self.rules.into_iter();
        Hunk {
            rules: rules.map(|rule| Cow::Owned(rule.into_owned())).collect(),
            old: Cow::Owned(self.old.into_owned()),
            ..self
        }
    }
}

/// Takes whole lines from `start` until they are whole lines afterwards too.
///
/// Returns the lines, what they become, and the number of edits in them.
fn grow(text: &str, start: usize, edits: &[Edit]) -> (Span, String, usize) {
    let mut new = String::new();
    let (mut at, mut end, mut count) = (start, start, 0);
    loop {
        while let Some(edit) = edits.get(count)
            && (count == 0 || edit.span.start < end)
        {
            new.push_str(&text[at..edit.span.start]);
            new.push_str(&edit.now);
            at = edit.span.end;
            end = end.max(at);
            count += 1;
        }
        let whole_before = end == start || text.as_bytes()[end - 1] == b'\n';
        let whole_after = at < end || new.is_empty() || new.ends_with('\n');
        if end == text.len() || (whole_before && whole_after) {
            new.push_str(&text[at..end]);
            return (Span::new(start, end), new, count);
        }
        end = line_end(text, end);
    }
}

fn hunk<'a>(region: Region<'a>, removals: &'a [Removal<'_>]) -> Hunk<'a> {
    let group = &removals[region.edits];
    let mut rules: Vec<Cow<'a, str>> = group
        .iter()
        .flat_map(|removal| removal.rules.iter().map(|&rule| Cow::Borrowed(rule)))
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let strengths = group.iter().map(|removal| removal.strength);
    let gone = group.iter().map(|removal| {
        let Span { start, end } = removal.span;
        Span::new(start - region.start, end - region.start)
    });
    Hunk {
        line: region.line,
        rules,
        strength: strengths.min().unwrap_or(Strength::Sure),
        gone: gone.collect(),
        old: Cow::Borrowed(region.old),
        new: region.new,
    }
}

fn strength_name<S: Serializer>(strength: &Strength, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(strength.as_str())
}

fn pairs<S: Serializer>(spans: &[Span], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(spans.iter().map(|span| [span.start, span.end]))
}

fn line_start(text: &str, position: usize) -> usize {
    memrchr(b'\n', &text.as_bytes()[..position]).map_or(0, |feed| feed + 1)
}

fn line_end(text: &str, position: usize) -> usize {
    memchr(b'\n', &text.as_bytes()[position..]).map_or(text.len(), |feed| position + feed + 1)
}
