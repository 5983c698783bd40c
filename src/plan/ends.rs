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
    let mut open: Vec<Last> = prose
        .filter_map(|block| Last::of(page, block, page.blocks()[block].shown().end))
        .collect();
    let mut behind = Behind::Nothing;
    while !open.is_empty() {
        let mut next = Vec::new();
        plan.each_line(
            open.iter().map(|last| last.span.of(page.text())),
            |index, target| {
                let last = &open[index];
                if last.is_claimed_by(page, target, behind) {
                    claims.claim_for(target.rule, &target.find);
                    claims.cut_as(
                        last.span,
                        last.block,
                        target.find.strength.min(Strength::Likely),
                    );
                    next.extend(Last::of(page, last.block, last.span.start));
                }
            },
        );
        next.dedup_by_key(|last| last.span);
        (open, behind) = (next, Behind::Dross);
    }
}

impl Last {
    /// Finds the last sentence of a block before a position.
    fn of(page: &Page<'_>, block: usize, end: usize) -> Option<Self> {
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
        Some(Self { block, span })
    }

    /// Tells whether a finder for whole lines takes it, and it alone.
    fn is_claimed_by(&self, page: &Page<'_>, target: &Target, behind: Behind) -> bool {
        let find = &target.find;
        let counts = find.strength != Strength::Hint && find.place != Place::Head;
        let shown = self.span.of(page.text());
        // A sentence at the end of a paragraph is its author's; a label without a full stop, a notice of rights, and what
        // closes pages are not.
        let named = find.named && (find.place == Place::Tail || behind == Behind::Dross);
        let closes = shown.starts_with('©') || named;
        let label = !ends_sentence(shown) || closes;
        let alone = find.named || !may_hold_another(shown);
        let line = page.blocks()[self.block].shown().start;
        let before = &page.text()[line..self.span.start];
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(BEFORE))..];
        counts && label && alone && is_running(before)
    }
}
