//! What every rule claims on a page.

use super::{LONGEST_LINE, Pattern, Plan, TRIM_WINDOW, Target, ends};
use crate::edit::Span;
use crate::model::Judgement;
use crate::page::Page;
use crate::rule::{Claim, Claims};

impl Plan {
    /// Gathers what every rule claims on a page, however much of a line it takes.
    pub(super) fn gather<'p>(
        &self,
        page: &'p Page<'_>,
        judgement: Option<&Judgement>,
    ) -> Vec<Claim> {
        let mut claims = Claims::default();
        let shown = || (0..page.blocks().len()).map(|index| page.shown(index));
        self.each_phrase(shown(), |index, target| {
            claims.claim_for(target.rule, &target.find);
            claims.block(page, index);
        });
        let cut = |line: &'p str| {
            if line.len() > LONGEST_LINE {
                head(line)
            } else {
                line
            }
        };
        self.starts
            .glance
            .each_match(shown().map(cut), |index, found| {
                self.claim_start(page, index, found, &mut claims);
            });
        self.ends
            .glance
            .each_match(shown().map(tail), |index, found| {
                self.claim_end(page, index, found, &mut claims);
            });
        if page.markup().is_none() {
            ends::claim(self, page, &mut claims);
        }
        self.match_sites(page, &mut claims);
        if let Some(learned) = &self.learned {
            learned.claim(page, &mut claims);
        }
        self.looks.run(page, &mut claims);
        self.marked.run(page, &mut claims);
        self.selected.run(page, &mut claims);
        if let (Some(judge), Some(judgement)) = (self.model, judgement) {
            judge.claim(page, judgement, &mut claims);
        }
        claims.into_claims()
    }

    /// Calls for every phrase that one of some lines is, with the number of the line.
    pub(super) fn each_phrase<'l>(
        &self,
        lines: impl Iterator<Item = &'l str>,
        mut act: impl FnMut(usize, &Target),
    ) {
        for (index, line) in lines.enumerate() {
            let targets = self.phrases.get(line).into_iter().flatten();
            targets.for_each(|target| act(index, target));
        }
    }

    /// Calls for every pattern of a whole line that takes one of some lines, with the number of the line.
    pub(super) fn each_pattern<'l>(
        &self,
        lines: impl Iterator<Item = &'l str>,
        mut act: impl FnMut(usize, &Target),
    ) {
        self.starts.glance.each_match(lines, |index, found| {
            let Pattern { target, part } = &self.starts.patterns[found];
            if part.is_none() {
                act(index, target);
            }
        });
    }

    /// Claims what a pattern tied to the start of a line takes: the line, or its head.
    fn claim_start(&self, page: &Page<'_>, index: usize, found: usize, claims: &mut Claims) {
        let Pattern { target, part } = &self.starts.patterns[found];
        let (block, shown) = (page.blocks()[index], page.shown(index));
        claims.claim_for(target.rule, &target.find);
        match part.as_ref().map(|part| part.find(shown)) {
            None if shown.len() <= LONGEST_LINE => claims.block(page, index),
            Some(Some(head)) => {
                let end = block.shown().start + head.end();
                claims.cut(Span::new(block.shown().start, end), index);
            }
            None | Some(None) => {}
        }
    }

    /// Claims the tail of a line that a pattern takes.
    fn claim_end(&self, page: &Page<'_>, index: usize, found: usize, claims: &mut Claims) {
        let Pattern { target, part } = &self.ends.patterns[found];
        let (block, tail) = (page.blocks()[index], tail(page.shown(index)));
        let Some(part) = part.as_ref().and_then(|part| part.find(tail)) else {
            return;
        };
        let start = block.shown().end - tail.len() + part.start();
        claims.claim_for(target.rule, &target.find);
        claims.cut(Span::new(start, block.shown().end), index);
    }

    fn match_sites(&self, page: &Page<'_>, claims: &mut Claims) {
        if !self
            .sites
            .targets
            .iter()
            .any(|(_, scope)| scope.takes(page))
        {
            return;
        }
        let short = |&index: &usize| page.shown(index).len() <= LONGEST_LINE;
        for index in (0..page.blocks().len()).filter(short) {
            for found in self.sites.lines.matches(page.shown(index)) {
                let (target, scope) = &self.sites.targets[found];
                if scope.takes(page) {
                    claims.claim_for(target.rule, &target.find);
                    claims.block(page, index);
                }
            }
        }
    }
}

/// Returns the start of a line that heads are searched for in.
fn head(line: &str) -> &str {
    &line[..line.floor_char_boundary(TRIM_WINDOW)]
}

/// Returns the end of a line that tails are searched for in.
fn tail(line: &str) -> &str {
    &line[line.ceil_char_boundary(line.len().saturating_sub(TRIM_WINDOW))..]
}
