//! Spans and edits: the only place where text changes.

use std::borrow::Cow;

/// A half-open byte range of a text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes the span from `start` up to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Tells whether two spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether `other` lies wholly inside this span.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Cuts the span out of the text it belongs to.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// A span in half the room, for what a page has millions of.
///
/// Its text is shorter than 4 GB: see [`Page`](crate::Page).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Narrow {
    start: u32,
    end: u32,
}

impl Narrow {
    /// Returns the span in full.
    pub(crate) const fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

impl From<Span> for Narrow {
    fn from(span: Span) -> Self {
        Self {
            start: narrow(span.start),
            end: narrow(span.end),
        }
    }
}

/// Halves the room of a number that counts bytes or parts of a page.
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("a page is shorter than 4 GB, and has fewer parts than bytes")
}

/// What stands at a span afterwards; the span belongs to the text before the edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced.
    pub span: Span,
    /// Their replacement; empty for a removal.
    pub now: Cow<'static, str>,
}

impl Edit {
    /// Makes the edit that replaces a span.
    pub fn replace(span: Span, now: impl Into<Cow<'static, str>>) -> Self {
        Self {
            span,
            now: now.into(),
        }
    }

    /// Makes the edit that removes a span.
    pub const fn remove(span: Span) -> Self {
        Self {
            span,
            now: Cow::Borrowed(""),
        }
    }
}

/// Replays edits of one pass, in order and disjoint, on the text that they were made for.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let grown: usize = edits.iter().map(|edit| edit.now.len()).sum();
    let mut out = String::with_capacity(text.len() + grown);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.now);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Carries positions of a text, in order, through the edits that [`apply`] replays on it.
///
/// A position inside of a span that is replaced goes to the end of what stands there afterwards.
pub fn carry(positions: &mut [usize], edits: &[Edit]) {
    let (mut next, mut removed, mut added) = (0, 0, 0);
    for position in positions {
        while let Some(edit) = edits.get(next).filter(|edit| edit.span.end <= *position) {
            removed += edit.span.end - edit.span.start;
            added += edit.now.len();
            next += 1;
        }
        *position = match edits.get(next).filter(|edit| edit.span.start < *position) {
            Some(edit) => edit.span.start + edit.now.len() + added - removed,
            None => *position + added - removed,
        };
    }
}

/// What a pass did at one place, with enough to take it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// Where the change began, in the text before the pass.
    pub start: usize,
    /// What stood there.
    pub was: &'a str,
    /// What stands there now.
    pub now: &'a str,
}

/// Takes the changes of one pass back; `None` where the text is not the one the pass left.
pub fn unapply<'c>(text: &str, changes: impl Iterator<Item = Change<'c>>) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0_usize;
    for change in changes {
        let untouched = change.start.checked_sub(out.len())?;
        let end = at.checked_add(untouched)?;
        out.push_str(text.get(at..end)?);
        at = end.checked_add(change.now.len())?;
        if text.get(end..at)? != change.now {
            return None;
        }
        out.push_str(change.was);
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
