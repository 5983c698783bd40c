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
use crate::page::{Page, ends_sentence};
use crate::rule::{Claim, Evidence, Place, Strength};
use crate::sentences::{is_dense_text, is_running, is_said, may_hold_another, sentences, starts};

/// Sentences of running text that nothing claims and a line may lose with what is claimed: a second one is a text.
const SPARED: usize = 1;
/// Texts that were read just before and are not read again, for claims that take the same.
const KNOWN: usize = 4;
/// Shortest line, in bytes, that holds a text.
const SHORTEST: usize = 50;

/// Bounds the claims on a page.
pub(super) fn bound(plan: &Plan, page: &Page<'_>, claims: &mut Vec<Claim>) {
    let mut texts: Vec<Pieces> = Vec::new();
    for claim in claims.iter_mut().filter(|claim| by_words(plan, claim)) {
        let span = match claim.whole {
            true => page.blocks()[claim.block()].shown(),
            false => claim.span(),
        };
        let shown = span.of(page.text());
        if shown.len() < SHORTEST || (claim.whole && starts(shown).next().is_none()) {
            continue;
        }
        let known = texts
            .iter()
            .rev()
            .take(KNOWN)
            .position(|text| text.span == span);
        let at = known.map_or(texts.len(), |back| texts.len() - 1 - back);
        if at == texts.len() {
            texts.push(Pieces::read(plan, page, span, claim.block()));
        }
        claim.over_text = if claim.whole {
            texts[at].hold_text()
        } else {
            texts[at].end_in_text()
        };
        texts[at].is_text |= claim.whole && claim.over_text;
    }
    let texts = texts.iter().filter(|text| text.is_text);
    claims.extend(texts.flat_map(Pieces::cuts));
}

/// Tells whether a claim goes by some of the words that it takes.
fn by_words(plan: &Plan, claim: &Claim) -> bool {
    let some = !claim.named && claim.evidence == Evidence::Words;
    some && !plan.rules[claim.rule()].is_site()
}

/// The sentences of a line, and what is claimed of each as a line of its own.
struct Pieces {
    block: usize,
    span: Span,
    pieces: Vec<Piece>,
    /// Whether a claim on all of them fell.
    is_text: bool,
}

struct Piece {
    /// Its bytes in the text of the page.
    span: Span,
    running: bool,
    /// Whether it says something, however short.
    said: bool,
    ends: bool,
    dense: bool,
    /// The strongest claim on it that takes nothing else.
    claim: Option<Claim>,
}

impl Pieces {
    fn read(plan: &Plan, page: &Page<'_>, span: Span, block: usize) -> Self {
        let (start, shown) = (span.start, span.of(page.text()));
        let sentences = sentences(shown);
        let lines = Page::of_text(Cow::Owned(sentences.join("\n")));
        let claims = plan.gather(&lines, None);
        let piece = |(index, sentence): (usize, &&str)| {
            let at = start + sentence.as_ptr().addr() - shown.as_ptr().addr();
            let on_it = claims.iter().filter(|claim| claim.block() == index);
            let words = on_it.filter(|claim| claim.whole && claim.evidence == Evidence::Words);
            let strong = words.filter(|claim| {
                claim.strength != Strength::Hint && !plan.rules[claim.rule()].is_site()
            });
            let claim = strong
                .max_by_key(|claim| (claim.named, claim.strength))
                .copied();
            Piece {
                span: Span::new(at, at + sentence.len()),
                running: is_running(sentence),
                said: is_said(sentence),
                ends: ends_sentence(sentence),
                dense: is_dense_text(sentence),
                claim: claim.filter(|claim| claim.named || !may_hold_another(sentence)),
            }
        };
        Self {
            block,
            span,
            pieces: sentences.iter().enumerate().map(piece).collect(),
            is_text: false,
        }
    }

    /// Tells whether more sentences are claimed by nothing than are spared, short ones as well.
    fn hold_text(&self) -> bool {
        self.unclaimed(|piece| piece.running || piece.said) > SPARED
    }

    /// Tells whether a whole sentence of running text that nothing claims stands at their end, behind dross.
    fn end_in_text(&self) -> bool {
        let text = |last: &Piece| {
            let behind = self.pieces.len() > 1 || last.dense;
            behind && last.running && last.ends && last.claim.is_none()
        };
        let many = self.unclaimed(|piece| piece.running) > SPARED;
        many || self.pieces.last().is_some_and(text)
    }

    fn unclaimed(&self, counts: impl Fn(&Piece) -> bool) -> usize {
        let pieces = self.pieces.iter();
        pieces
            .filter(|piece| piece.claim.is_none() && counts(piece))
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
