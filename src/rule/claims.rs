//! What rules ask for: spans of a page, each with what it is worth and what it goes by.

use super::{Find, Place, Strength};
use crate::edit::{Narrow, Span, narrow};
use crate::page::Page;

/// A span that a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    span: Narrow,
    block: u32,
    rule: u32,
    /// What the claim is worth.
    pub strength: Strength,
    /// Where it counts.
    pub place: Place,
    /// Whether it takes whole blocks.
    pub whole: bool,
    /// What the claim goes by.
    pub evidence: Evidence,
    /// Whether the finder names all the words that it takes.
    pub named: bool,
    /// Whether a capture may be nothing but what the finder finds.
    pub fills_pages: bool,
    /// Whether it takes running text that stands beside dross on one line: it falls.
    pub over_text: bool,
    twin: Option<u32>,
}

impl Claim {
    /// Returns the bytes of the page text.
    pub const fn span(&self) -> Span {
        self.span.span()
    }

    /// Returns the first block that the span touches.
    pub const fn block(&self) -> usize {
        self.block as usize
    }

    /// Returns the position of the rule in its plan.
    pub const fn rule(&self) -> usize {
        self.rule as usize
    }

    /// Returns the same claim on a part of a block.
    pub(crate) fn part(self, span: Span, block: usize) -> Self {
        Self {
            span: span.into(),
            block: narrow(block),
            whole: false,
            ..self
        }
    }

    /// Returns the block that has to stay for the claim to stand: the first printing of a repeat.
    pub fn twin(&self) -> Option<usize> {
        self.twin.map(|twin| twin as usize)
    }
}

/// What a claim goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Words, which other text may quote.
    Words,
    /// What stands around them on the page: a thread, a list, a first printing.
    Around,
    /// The markup around them.
    Markup,
    /// Many captures of the page's site have them.
    Site,
}

/// The claims of a page, as they are gathered.
#[derive(Debug, Default)]
pub struct Claims {
    claims: Vec<Claim>,
    rule: usize,
    strength: Option<Strength>,
    place: Option<Place>,
    evidence: Option<Evidence>,
    named: bool,
    fills_pages: bool,
}

impl Claims {
    /// Sets the rule and the finder that claim from now on.
    pub(crate) fn claim_for(&mut self, rule: usize, find: &Find) {
        (self.rule, self.strength, self.place) = (rule, Some(find.strength), Some(find.place));
        self.evidence = Some(find.evidence);
        (self.named, self.fills_pages) = (find.named, find.fills_pages);
    }

    /// Claims whole block `index` with the finder's strength.
    pub fn block(&mut self, page: &Page<'_>, index: usize) {
        self.push(page.blocks()[index].line(), index, true);
    }

    /// Claims whole block `index` with another strength.
    pub fn block_as(&mut self, page: &Page<'_>, index: usize, strength: Strength) {
        self.block(page, index);
        self.last().strength = strength;
    }

    /// Claims whole block `index` as a repeat of block `twin`, which has to stay.
    pub fn repeat(&mut self, page: &Page<'_>, index: usize, twin: usize, strength: Strength) {
        self.block_as(page, index, strength);
        self.last().twin = Some(narrow(twin));
    }

    /// Claims whole block `index` as likely, because many captures of its site have it, at this place.
    pub(crate) fn learned(&mut self, page: &Page<'_>, index: usize, place: Place) {
        self.block_as(page, index, Strength::Likely);
        let claim = self.last();
        (claim.evidence, claim.place) = (Evidence::Site, place);
    }

    /// Claims part of block `index`.
    pub fn cut(&mut self, span: Span, index: usize) {
        self.push(span, index, false);
    }

    /// Claims part of block `index` with another strength.
    pub(crate) fn cut_as(&mut self, span: Span, index: usize, strength: Strength) {
        self.cut(span, index);
        self.last().strength = strength;
    }

    pub(crate) fn into_claims(self) -> Vec<Claim> {
        self.claims
    }

    fn last(&mut self) -> &mut Claim {
        self.claims
            .last_mut()
            .expect("a claim was pushed just before")
    }

    fn push(&mut self, span: Span, block: usize, whole: bool) {
        let strength = self.strength.unwrap_or(Strength::Sure);
        let place = self.place.unwrap_or(Place::Anywhere);
        self.claims.push(Claim {
            span: span.into(),
            block: narrow(block),
            rule: narrow(self.rule),
            strength,
            place,
            whole,
            evidence: self.evidence.unwrap_or(Evidence::Words),
            named: self.named,
            fills_pages: self.fills_pages,
            over_text: false,
            twin: None,
        });
    }
}
