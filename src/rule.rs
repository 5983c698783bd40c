//! How a rule is declared, and how it claims spans.

use crate::edit::Span;
use crate::page::{Page, Signs};

/// One kind of dross: what it is called, why it goes, and how it is found.
#[derive(Debug)]
pub struct Rule {
    /// Name of the noise, in lower case with hyphens.
    pub id: &'static str,
    /// What it takes, in a few words.
    pub summary: &'static str,
    /// Who emits it, where it stands, and what honest text looks like it.
    pub about: &'static str,
    /// Words that running text about this noise uses; a page that dwells on them keeps it.
    pub topic: &'static [&'static str],
    /// The ways to find it.
    pub find: &'static [Find],
}

/// One way to find a rule's noise, and what a match is worth.
#[derive(Debug, Clone, Copy)]
pub struct Find {
    /// How it looks at the page.
    pub how: How,
    /// What a match is worth.
    pub strength: Strength,
    /// Where a match counts.
    pub place: Place,
    /// Words of which the page has to hold one, as they are written; empty for any page.
    pub words: &'static [&'static str],
    /// Signs of which the line has to have one; for functions, some line of the page; none for any line.
    pub signs: Signs,
}

/// Looks at the whole page and claims what it finds.
pub type Look = fn(&Page<'_>, &mut Claims);

/// How a finder looks at the page.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// A whole line that equals one of these once both are folded (see [`crate::fold`]).
    Phrases(&'static [&'static str]),
    /// A pattern for a whole line, upper and lower case alike.
    Line(&'static str),
    /// A pattern for the start of a line; only the match goes.
    Head(&'static str),
    /// A pattern for the end of a line; only the match goes.
    Tail(&'static str),
    /// A function that looks at the whole page.
    Look(Look),
}

/// What a claim is worth before the resolver has weighed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Means something only beside other dross: one-word lines, separators.
    Hint,
    /// Goes unless something speaks against it; a reviewer sees it first.
    Likely,
    /// Nothing else looks like this.
    Sure,
}

impl Strength {
    /// Returns the name used in records and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// Where on the page a match counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Everywhere.
    Anywhere,
    /// Before the first running text, or among the first blocks.
    Head,
    /// After the last running text that no rule claims.
    Tail,
}

/// Finds whole lines by their folded text.
pub const fn phrases(phrases: &'static [&'static str]) -> Find {
    Find::new(How::Phrases(phrases))
}

/// Finds whole lines by a pattern.
pub const fn line(pattern: &'static str) -> Find {
    Find::new(How::Line(pattern))
}

/// Finds the start of a line by a pattern.
pub const fn head(pattern: &'static str) -> Find {
    Find::new(How::Head(pattern))
}

/// Finds the end of a line by a pattern.
pub const fn tail(pattern: &'static str) -> Find {
    Find::new(How::Tail(pattern))
}

/// Finds by a function over the page.
pub const fn look(function: Look) -> Find {
    Find::new(How::Look(function))
}

impl Find {
    const fn new(how: How) -> Self {
        Self {
            how,
            strength: Strength::Sure,
            place: Place::Anywhere,
            words: &[],
            signs: Signs::NONE,
        }
    }

    /// Looks only at pages that hold one of these words, of four bytes or more; the words of all finders are searched
    /// at once.
    ///
    /// For functions, and for line patterns that would read on where a line of prose begins; other finders ignore it.
    pub const fn on_pages_with(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }

    /// Looks only at lines that have one of these signs, or, with a function, at pages that have one.
    ///
    /// For functions and line patterns; other finders ignore it.
    pub const fn on_lines_with(mut self, signs: Signs) -> Self {
        self.signs = signs;
        self
    }

    /// Tells whether it leaves most pages or lines unread.
    pub(crate) const fn is_gated(&self) -> bool {
        !self.words.is_empty() || !matches!(self.signs, Signs::NONE)
    }

    /// Makes its matches likely.
    pub const fn likely(mut self) -> Self {
        self.strength = Strength::Likely;
        self
    }

    /// Makes its matches hints.
    pub const fn hint(mut self) -> Self {
        self.strength = Strength::Hint;
        self
    }

    /// Counts its matches at the head of the page only.
    pub const fn at_head(mut self) -> Self {
        self.place = Place::Head;
        self
    }

    /// Counts its matches at the tail of the page only.
    pub const fn at_tail(mut self) -> Self {
        self.place = Place::Tail;
        self
    }
}

/// A span that a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The bytes of the page text.
    pub span: Span,
    /// First block that the span touches.
    pub block: usize,
    /// Position of the rule in its plan.
    pub rule: usize,
    /// What the claim is worth.
    pub strength: Strength,
    /// Where it counts.
    pub place: Place,
    /// Whether it takes whole blocks.
    pub whole: bool,
    /// A block that has to stay for the claim to stand: the first printing of a repeat.
    pub twin: Option<usize>,
}

/// The claims of a page, as they are gathered.
#[derive(Debug, Default)]
pub struct Claims {
    claims: Vec<Claim>,
    rule: usize,
    strength: Option<Strength>,
    place: Option<Place>,
}

impl Claims {
    /// Sets the rule and the finder that claim from now on.
    pub(crate) fn claim_for(&mut self, rule: usize, find: &Find) {
        (self.rule, self.strength, self.place) = (rule, Some(find.strength), Some(find.place));
    }

    /// Claims whole block `index` with the finder's strength.
    pub fn block(&mut self, page: &Page<'_>, index: usize) {
        self.push(page.blocks()[index].line, index, true);
    }

    /// Claims whole block `index` with another strength.
    pub fn block_as(&mut self, page: &Page<'_>, index: usize, strength: Strength) {
        self.block(page, index);
        self.last().strength = strength;
    }

    /// Claims whole block `index` as a repeat of block `twin`, which has to stay.
    pub fn repeat(&mut self, page: &Page<'_>, index: usize, twin: usize, strength: Strength) {
        self.block_as(page, index, strength);
        self.last().twin = Some(twin);
    }

    /// Claims part of block `index`.
    pub fn cut(&mut self, span: Span, index: usize) {
        self.push(span, index, false);
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
            span,
            block,
            rule: self.rule,
            strength,
            place,
            whole,
            twin: None,
        });
    }
}
