//! How a rule is declared, and how it claims spans.

mod claims;

use crate::page::{Page, Signs};

pub use claims::{Claim, Claims, Evidence};

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
