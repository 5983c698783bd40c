//! The counts of a site in a file: its sample, and the lines that were proposed to a reviewer.

use serde::{Deserialize, Serialize};

use super::profile::{Learned, SiteProfile};
use super::sample::Sample;
use super::seen::Seen;

/// What is kept of one site between runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Name of the site.
    pub site: String,
    /// The captures that are learned from.
    pub sample: Sample,
    /// Keys of the lines that a profile was written with, in order: one that is not in it any more was deleted.
    pub proposed: Vec<u64>,
}

/// The first line of the file.
#[derive(Serialize, Deserialize)]
struct Head {
    site: String,
    proposed: Vec<u64>,
}

impl Counts {
    /// Starts with nothing.
    pub fn of(site: String) -> Self {
        Self {
            site,
            sample: Sample::default(),
            proposed: Vec::new(),
        }
    }

    /// Lets a profile that was just learned have what somebody did to the one before.
    ///
    /// `before` is that one as it is now; where it is gone as a whole, all of it was deleted.
    pub fn review(&mut self, profile: &mut SiteProfile, before: &SiteProfile) {
        let left: Vec<u64> = before.lines.iter().map(Learned::key).collect();
        let deleted = self.proposed.iter().filter(|key| !left.contains(key));
        let learned = profile.lines.iter().map(Learned::key);
        let mut proposed: Vec<u64> = learned.chain(deleted.copied()).collect();
        proposed.sort_unstable();
        proposed.dedup();
        profile.reviewed(&self.proposed, before);
        self.proposed = proposed;
    }

    /// Writes the counts as JSON Lines: the site, then a capture a line.
    pub fn to_lines(&self) -> Vec<u8> {
        let head = Head {
            site: self.site.clone(),
            proposed: self.proposed.clone(),
        };
        let mut out = Vec::new();
        push(&head, &mut out);
        for seen in self.sample.captures() {
            push(seen, &mut out);
        }
        out
    }

    /// Reads JSON Lines.
    ///
    /// # Errors
    ///
    /// A line was not written by [`Counts::to_lines`]; its number, from 1.
    pub fn of_lines(text: &str) -> Result<Self, usize> {
        let mut lines = text.lines();
        let head = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok());
        let Head { site, proposed } = head.ok_or(1_usize)?;
        let mut sample = Sample::default();
        for (index, line) in lines.enumerate() {
            let seen: Seen = serde_json::from_str(line).map_err(|_| index + 2)?;
            sample.add(seen);
        }
        Ok(Self {
            site,
            sample,
            proposed,
        })
    }
}

fn push(value: &impl Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(&mut *out, value).expect("counts have nothing that JSON refuses");
    out.push(b'\n');
}
