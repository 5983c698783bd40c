//! How a rule is declared, and how it claims spans.

use crate::edit::{Narrow, Span, narrow};
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
    /// Words that open a line for it.
    pub words: &'static [&'static str],
    /// Signs that open a line for it.
    pub signs: Signs,
    /// Beginnings that open a line for it.
    pub starts: fn() -> Vec<&'static str>,
    /// Endings that open a line for it.
    pub ends: fn() -> Vec<&'static str>,
    /// Longest line that it reads, in bytes.
    pub longest: usize,
    /// What it goes by.
    pub evidence: Evidence,
    /// Whether a capture may be nothing but what it finds.
    pub fills_pages: bool,
    /// Whether it names all words that it takes; found out when it is compiled.
    pub(crate) named: bool,
}

/// Looks at the whole page and claims what it finds.
pub type Look = fn(&Page<'_>, &mut Claims);

/// Looks at one block of the page and claims what it finds.
pub type LookAt = fn(&Page<'_>, usize, &mut Claims);

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
    /// A function that looks at one line, and at what stands around it.
    Each(LookAt),
    /// Everything inside of elements with one of these marks: `.class`, `#id`, `role=…`, or the name of the element.
    Element(&'static [&'static str]),
    /// The block model; web pages only.
    Model,
}

impl How {
    const fn evidence(self) -> Evidence {
        match self {
            Self::Element(_) | Self::Model => Evidence::Markup,
            _ => Evidence::Words,
        }
    }
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

/// Finds by a function over each line.
pub const fn each(function: LookAt) -> Find {
    Find::new(How::Each(function))
}

/// Finds all lines inside of elements, by what the elements are called; web pages only.
pub const fn element(marks: &'static [&'static str]) -> Find {
    Find::new(How::Element(marks))
}

/// Finds what the block model takes for no content; web pages only.
pub const fn model() -> Find {
    Find::new(How::Model)
}

impl Find {
    const fn new(how: How) -> Self {
        Self {
            how,
            strength: Strength::Sure,
            place: Place::Anywhere,
            words: &[],
            signs: Signs::NONE,
            starts: Vec::new,
            ends: Vec::new,
            longest: usize::MAX,
            evidence: how.evidence(),
            fills_pages: false,
            named: false,
        }
    }

    /// Looks only at lines with one of these words, of four bytes or more, as they are written.
    ///
    /// Words, signs, starts and ends go together: a line needs one of any of them. A function over the page looks at pages
    /// with such a line. Phrases, heads and tails ignore all of this.
    pub const fn words(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }

    /// Looks only at lines with one of these signs; see [`Find::words`].
    pub const fn signs(mut self, signs: Signs) -> Self {
        self.signs = signs;
        self
    }

    /// Looks only at lines whose first letters are those of one of these words in lower case; see [`Find::words`].
    ///
    /// Brackets, dashes and other marks before the letters are passed over; quotation marks are not.
    pub const fn starts(mut self, starts: fn() -> Vec<&'static str>) -> Self {
        self.starts = starts;
        self
    }

    /// Looks only at lines whose last letters are those of one of these words; see [`Find::words`].
    ///
    /// Marks behind the letters are passed over.
    pub const fn ends(mut self, ends: fn() -> Vec<&'static str>) -> Self {
        self.ends = ends;
        self
    }

    /// Looks only at lines of at most about `longest` bytes; functions hold their own limit exactly.
    pub const fn up_to(mut self, longest: usize) -> Self {
        self.longest = longest;
        self
    }

    /// Says that it goes by what stands around a line, whatever the line says: a thread, a list, a first printing.
    pub const fn around(mut self) -> Self {
        self.evidence = Evidence::Around;
        self
    }

    /// Says that a capture may be nothing but what it finds: a server's failure.
    pub const fn fills_pages(mut self) -> Self {
        self.fills_pages = true;
        self
    }

    /// Tells whether it leaves most lines unread.
    pub(crate) fn is_gated(&self) -> bool {
        let starts_or_ends = [self.starts, self.ends]
            .iter()
            .any(|words| !words().is_empty());
        !self.words.is_empty() || self.signs != Signs::NONE || starts_or_ends
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
