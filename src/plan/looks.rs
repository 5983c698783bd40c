//! Finders that run by themselves: functions, and line patterns that most lines leave unread.

use regex::Regex;

use super::gates::{Gates, Open};
use super::{LONGEST_LINE, Target};
use crate::page::Page;
use crate::rule::{Claims, Find, Look, LookAt};

/// Blocks whose open finders are held at once.
const WINDOW: usize = 1024;

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
        let mut hits = self.gates.hits(page).into_iter().peekable();
        let mut open = Vec::with_capacity(page.blocks().len().min(WINDOW));
        let mut any = 0;
        for start in (0..page.blocks().len()).step_by(WINDOW) {
            let window = start..(start + WINDOW).min(page.blocks().len());
            open.clear();
            open.extend(window.map(|index| {
                let mut open = self.gates.open(page, index);
                while let Some((_, finders)) = hits.next_if(|&(block, _)| block == index) {
                    open |= finders;
                }
                self.gates.fit(page, index, open)
            }));
            any |= self.run_on(page, start, &open, claims);
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

    /// Runs the finders for single lines on a window of blocks; returns all that some line is open for.
    fn run_on(&self, page: &Page<'_>, start: usize, open: &[Open], claims: &mut Claims) -> Open {
        let any = open.iter().fold(0, |any, open| any | open);
        for (bit, (target, kind)) in self.looks.iter().enumerate() {
            if any >> bit & 1 == 0 || matches!(kind, Kind::Page(_)) {
                continue;
            }
            claims.claim_for(target.rule, &target.find);
            let lines = open.iter().enumerate();
            let lines = lines.filter(|(_, open)| **open >> bit & 1 == 1);
            for index in lines.map(|(at, _)| start + at) {
                match kind {
                    Kind::Page(_) => {}
                    Kind::Each(look) => look(page, index, claims),
                    Kind::Line(line) if matches(line, page.shown(index)) => {
                        claims.block(page, index);
                    }
                    Kind::Line(_) => {}
                }
            }
        }
        any
    }
}

fn matches(line: &Regex, shown: &str) -> bool {
    shown.len() <= LONGEST_LINE && line.is_match(shown)
}
