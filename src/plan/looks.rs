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
    /// Those that look at single lines.
    single: Open,
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
        let single = looks.iter().enumerate();
        let single = single.filter(|(_, (_, kind))| !matches!(kind, Kind::Page(_)));
        Self {
            gates: Gates::new(&finders),
            single: single.fold(0, |single, (bit, _)| single | 1 << bit),
            looks,
        }
    }

    /// Runs every finder that some line is open for.
    pub(super) fn run(&self, page: &Page<'_>, claims: &mut Claims) {
        let mut hits = self.gates.hits(page).into_iter().peekable();
        let mut any = 0;
        for index in 0..page.blocks().len() {
            let mut open = self.gates.open(page, index);
            while let Some((_, finders)) = hits.next_if(|&(block, _)| block == index) {
                open |= finders;
            }
            let open = self.gates.fit(page, index, open);
            any |= open;
            self.run_on(page, index, open, claims);
        }
        for (bit, (target, kind)) in self.looks.iter().enumerate() {
            if let Kind::Page(look) = kind
                && any >> bit & 1 == 1
            {
                claims.claim_for(target.rule, &target.find);
                look(page, claims);
            }
        }
    }

    /// Runs the finders for single lines on a block.
    fn run_on(&self, page: &Page<'_>, index: usize, open: Open, claims: &mut Claims) {
        let mut left = open & self.single;
        while left != 0 {
            let (target, kind) = &self.looks[left.trailing_zeros() as usize];
            left &= left - 1;
            claims.claim_for(target.rule, &target.find);
            match kind {
                Kind::Each(look) => look(page, index, claims),
                Kind::Line(line) if matches(line, page.shown(index)) => claims.block(page, index),
                Kind::Line(_) | Kind::Page(_) => {}
            }
        }
    }
}

fn matches(line: &Regex, shown: &str) -> bool {
    shown.len() <= LONGEST_LINE && line.is_match(shown)
}
