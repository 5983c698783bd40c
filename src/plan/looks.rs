//! Finders that run by themselves: functions, and line patterns that most lines leave unread.

use regex::Regex;

use super::gates::{Gates, Open};
use super::{LONGEST_LINE, Target};
use crate::page::Page;
use crate::rule::{Claims, Find, Look, LookAt};

/// The finders, and what opens a line for each.
#[derive(Debug)]
pub(super) struct Looks {
    looks: Vec<(Target, Kind)>,
    gates: Gates,
}

#[derive(Debug)]
pub(super) enum Kind {
    Page(Look),
    Each(LookAt),
    Line(Box<Regex>),
}

impl Looks {
    pub(super) fn new(looks: Vec<(Target, Kind)>) -> Self {
        let finders: Vec<Find> = looks.iter().map(|(target, _)| target.find).collect();
        Self {
            gates: Gates::new(&finders),
            looks,
        }
    }

    /// Runs every finder that some line is open for.
    pub(super) fn run(&self, page: &Page<'_>, claims: &mut Claims) {
        let open = self.gates.open(page);
        let any: Open = open.iter().fold(0, |any, open| any | open);
        for (bit, (target, kind)) in self.looks.iter().enumerate() {
            if any >> bit & 1 == 0 {
                continue;
            }
            claims.claim_for(target.rule, &target.find);
            let lines = open
                .iter()
                .enumerate()
                .filter(|(_, open)| **open >> bit & 1 == 1);
            let lines = lines.map(|(index, _)| index);
            match kind {
                Kind::Page(look) => look(page, claims),
                Kind::Each(look) => lines.for_each(|index| look(page, index, claims)),
                Kind::Line(line) => lines
                    .filter(|&index| matches(line, page.shown(index)))
                    .for_each(|index| claims.block(page, index)),
            }
        }
    }
}

fn matches(line: &Regex, shown: &str) -> bool {
    shown.len() <= LONGEST_LINE && line.is_match(shown)
}
