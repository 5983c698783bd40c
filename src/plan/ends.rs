//! What is glued to the end of a line of running text: its last sentences, read as lines of their own.

use super::{Plan, Target};
use crate::edit::Span;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Place, Strength};
use crate::sentences::{is_running, last_start, may_hold_another};

/// Bytes at the end of a line in which its last sentence is looked for.
const WINDOW: usize = 240;
/// The same where the line ends as a sentence does: what is no author's sentence is short.
const SENTENCE: usize = 96;
/// Bytes of a line before its last sentence in which running text has to stand.
const BEFORE: usize = 400;

/// The last sentence of what is left of a line.
struct Last {
    block: usize,
    span: Span,
    behind: Behind,
}

/// What stands behind the last sentence of what is left of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nothing,
    /// What was claimed already.
    Dross,
}

/// Claims the last sentences of lines of running text, as likely at most.
pub(super) fn claim(plan: &Plan, page: &Page<'_>, claims: &mut Claims) {
    let prose = (0..page.blocks().len()).filter(|&block| page.is_prose(block));
    let end = |block: usize| page.blocks()[block].shown().end;
    let mut open: Vec<Last> = prose
        .filter_map(|block| Last::of(page, (block, end(block)), Behind::Nothing))
        .collect();
    while !open.is_empty() {
        let mut taken = vec![false; open.len()];
        let mut act = |index: usize, target: &Target| {
            let last: &Last = &open[index];
            if last.is_claimed_by(page, target) {
                taken[index] = true;
                claims.claim_for(target.rule, &target.find);
                let strength = target.find.strength.min(Strength::Likely);
                claims.cut_as(last.span, last.block, strength);
            }
        };
        let lines = || open.iter().map(|last| last.span.of(page.text()));
        plan.each_phrase(lines(), &mut act);
        // Patterns are not asked about sentences before nothing, which only phrases name.
        let may_be_label = |last: &Last| last.behind == Behind::Dross || last.is_bare(page);
        let labels: Vec<usize> = (0..open.len())
            .filter(|&index| may_be_label(&open[index]))
            .collect();
        let shown = labels.iter().map(|&index| open[index].span.of(page.text()));
        plan.each_pattern(shown, |label, target| act(labels[label], target));
        let left = open.iter().zip(taken).filter(|(_, taken)| *taken);
        open = left
            .filter_map(|(last, _)| Last::of(page, (last.block, last.span.start), Behind::Dross))
            .collect();
    }
}

impl Last {
    /// Finds the last sentence of a block before a position.
    fn of(page: &Page<'_>, (block, end): (usize, usize), behind: Behind) -> Option<Self> {
        let start = page.blocks()[block].shown().start;
        let line = page.text()[start..end].trim_end();
        let window = if ends_sentence(line) {
            SENTENCE
        } else {
            WINDOW
        };
        let from = line.ceil_char_boundary(line.len().saturating_sub(window));
        let at = start + from + last_start(&line[from..])?;
        let span = Span::new(at, start + line.len());
        Some(Self {
            block,
            span,
            behind,
        })
    }

    /// Tells whether it has no full stop, or is a notice of rights: a sentence at the end of a paragraph is its author's.
    fn is_bare(&self, page: &Page<'_>) -> bool {
        let shown = self.span.of(page.text());
        shown.starts_with('©') || !ends_sentence(shown)
    }

    /// Tells whether a finder for whole lines takes it, and it alone.
    fn is_claimed_by(&self, page: &Page<'_>, target: &Target) -> bool {
        let find = &target.find;
        let counts = find.strength != Strength::Hint && find.place != Place::Head;
        let shown = self.span.of(page.text());
        let closes = find.place == Place::Tail || self.behind == Behind::Dross;
        let label = self.is_bare(page) || (find.named && closes);
        let alone = find.named || !may_hold_another(shown);
        let line = page.blocks()[self.block].shown().start;
        let before = &page.text()[line..self.span.start];
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(BEFORE))..];
        counts && label && alone && is_running(before)
    }
}
