//! How far a claim by words reaches on its line: a rule takes a line of dross, never a text.
//!
//! Captures are often flattened: label, article and footer on one line. A pattern for a whole line matches there as well.
//! So a line that is claimed whole, and holds several sentences of running text, is read again with each sentence on a
//! line of its own. Where two of them are claimed by nothing, the line holds a text and stays; what is claimed at its
//! ends is cut from it.

use std::borrow::Cow;
use std::ops::Range;

use super::Plan;
use crate::edit::Span;
use crate::page::Page;
use crate::rule::{Claim, Evidence, Place, Strength};
use crate::sentences::{is_running, may_hold_another, sentences, starts};

/// Sentences of running text that nothing claims and a line may lose with what is claimed: a second one is a text.
const SPARED: usize = 1;
/// Shortest line, in bytes, that holds a text.
const SHORTEST: usize = 60;

/// Bounds the claims on a page, and claims what is glued to the ends of its lines.
pub(super) fn bound(plan: &Plan, page: &Page<'_>, claims: &mut Vec<Claim>) {
    let mut texts: Vec<usize> = whole_lines(plan, page, claims).collect();
    texts.sort_unstable();
    texts.dedup();
    let mut cuts = Vec::new();
    texts.retain(|&block| {
        let line = Pieces::read(plan, page, block);
        let text = line.unclaimed() > SPARED;
        if text {
            cuts.extend(line.cuts());
        }
        text
    });
    for claim in claims.iter_mut().filter(|claim| by_words(plan, claim)) {
        claim.over_text = texts.binary_search(&claim.block()).is_ok();
    }
    claims.append(&mut cuts);
}

/// Tells whether a claim takes a whole line for some of its words.
fn by_words(plan: &Plan, claim: &Claim) -> bool {
    let some = claim.whole && !claim.named && claim.evidence == Evidence::Words;
    some && !plan.rules[claim.rule()].is_site()
}

/// Finds the lines that may hold a text and are claimed whole by words.
fn whole_lines(plan: &Plan, page: &Page<'_>, claims: &[Claim]) -> impl Iterator<Item = usize> {
    let claims = claims.iter().filter(|claim| by_words(plan, claim));
    let blocks = claims.map(Claim::block);
    blocks.filter(|&block| {
        let shown = page.shown(block);
        shown.len() >= SHORTEST && starts(shown).next().is_some()
    })
}

/// The sentences of a line, and what is claimed of each as a line of its own.
struct Pieces {
    block: usize,
    pieces: Vec<Piece>,
}

struct Piece {
    /// Its bytes in the text of the page.
    span: Span,
    running: bool,
    /// The strongest claim on it that takes nothing else.
    claim: Option<Claim>,
}

impl Pieces {
    fn read(plan: &Plan, page: &Page<'_>, block: usize) -> Self {
        let start = page.blocks()[block].shown().start;
        let shown = page.shown(block);
        let sentences = sentences(shown);
        let lines = Page::of_text(Cow::Owned(sentences.join("\n")));
        let claims = plan.gather(&lines, None);
        let piece = |(index, sentence): (usize, &&str)| {
            let at = start + sentence.as_ptr().addr() - shown.as_ptr().addr();
            let on_it = claims.iter().filter(|claim| claim.block() == index);
            let strong = on_it.filter(|claim| claim.whole && claim.strength != Strength::Hint);
            let claim = strong
                .max_by_key(|claim| (claim.named, claim.strength))
                .copied();
            Piece {
                span: Span::new(at, at + sentence.len()),
                running: is_running(sentence),
                claim: claim.filter(|claim| claim.named || !may_hold_another(sentence)),
            }
        };
        Self {
            block,
            pieces: sentences.iter().enumerate().map(piece).collect(),
        }
    }

    /// Counts the sentences of running text that nothing claims.
    fn unclaimed(&self) -> usize {
        let pieces = self.pieces.iter();
        pieces
            .filter(|piece| piece.running && piece.claim.is_none())
            .count()
    }

    /// Claims what is claimed at either end of the line.
    fn cuts(&self) -> impl Iterator<Item = Claim> {
        let not_at =
            |place| move |piece: &&Piece| piece.claim.is_some_and(|claim| claim.place != place);
        let pieces = || self.pieces.iter();
        let head = pieces().take_while(not_at(Place::Tail)).count();
        let tail = pieces().rev().take_while(not_at(Place::Head)).count();
        let tail = self.pieces.len() - tail;
        self.cut(0..head).chain(self.cut(tail..self.pieces.len()))
    }

    fn cut(&self, range: Range<usize>) -> impl Iterator<Item = Claim> {
        let pieces = self.pieces[range].iter();
        pieces.filter_map(|piece| Some(piece.claim?.part(piece.span, self.block)))
    }
}
