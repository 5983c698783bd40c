//! The profile of a site: what was learned of it, in a file that people review.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::shape::shape;
use crate::rule::Place;

/// What stands at the top of every profile.
const HEADING: &str = "\
# Lines that many captures of this site show, found by `undross learn`.
# `undross clean --profile-dir` removes them from captures of this site. Delete the lines that should stay.
";

/// The lines learned of one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteProfile {
    /// Name of the site, as [`crate::site::site_of`] gives it.
    pub site: String,
    /// The lines, in the order of their texts.
    #[serde(default, rename = "line")]
    pub lines: Vec<Learned>,
}

/// One line, with the evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learned {
    /// The line, as one of the captures shows it.
    pub text: String,
    /// Whether any number may stand for a number of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub any_number: bool,
    /// Where it stands.
    pub stands: Stands,
    /// Captures that have it.
    #[serde(default)]
    pub captures: usize,
    /// Captures that were looked at, copies once.
    #[serde(default)]
    pub of: usize,
    /// Some that have it.
    #[serde(default)]
    pub examples: Vec<String>,
}

/// Where a learned line stands on its captures, and counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stands {
    /// Above the text.
    Head,
    /// Below the text.
    Tail,
    /// Above the text on some, below it on others.
    Edges,
    /// Between paragraphs.
    Within,
}

impl SiteProfile {
    /// Writes the profile as TOML, one table a line.
    pub fn to_toml(&self) -> String {
        let body = toml::to_string(self).expect("a profile has nothing that TOML refuses");
        format!("{HEADING}{body}")
    }

    /// Reads a profile.
    ///
    /// # Errors
    ///
    /// The text is not TOML, or not that of a profile; the message says what and where.
    pub fn of_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// Adds the lines that somebody wrote into a profile, and takes out those that somebody deleted from it.
    ///
    /// `proposed` are the shapes' keys of the lines that were written before, `reviewed` is what became of them.
    pub fn reviewed(&mut self, proposed: &[u64], reviewed: &Self) {
        let left: Vec<u64> = reviewed.lines.iter().map(Learned::key).collect();
        let deleted = |key: &u64| proposed.contains(key) && !left.contains(key);
        self.lines.retain(|line| !deleted(&line.key()));
        let written = |line: &&Learned| !proposed.contains(&line.key());
        let known: Vec<u64> = self.lines.iter().map(Learned::key).collect();
        let written = reviewed.lines.iter().filter(written);
        self.lines
            .extend(written.filter(|line| !known.contains(&line.key())).cloned());
        self.lines
            .sort_unstable_by(|one, two| one.text.cmp(&two.text));
    }
}

impl Learned {
    /// Returns the hash of its shape.
    pub fn key(&self) -> u64 {
        shape(&self.text).key()
    }

    /// Says what the line was learned from.
    pub fn in_words(&self) -> String {
        let mut words = String::new();
        if self.of > 0 {
            let _ = write!(words, "on {} of {} captures, ", self.captures, self.of);
        }
        words.push_str(match self.stands {
            Stands::Head => "above the text",
            Stands::Tail => "below the text",
            Stands::Edges => "above or below the text",
            Stands::Within => "between paragraphs",
        });
        words
    }
}

impl Stands {
    /// Returns where a line counts that stands there.
    pub(crate) const fn place(self) -> Place {
        match self {
            Self::Head => Place::Head,
            Self::Tail => Place::Tail,
            Self::Edges | Self::Within => Place::Anywhere,
        }
    }
}
