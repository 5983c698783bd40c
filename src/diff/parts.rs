//! A line of the page, cut where a removal begins and ends.

use crate::edit::Span;

/// A stretch of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// It stays on the page.
    Stays(&'a str),
    /// It goes.
    Gone(&'a str),
}

impl<'a> Part<'a> {
    /// Returns its text.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Stays(text) | Self::Gone(text) => text,
        }
    }

    /// Tells whether it goes.
    pub const fn is_gone(self) -> bool {
        matches!(self, Self::Gone(_))
    }
}

/// Cuts the lines of a text, each with its line feed, at the spans that go.
///
/// The spans are byte ranges of `old`, ordered and disjoint; no part is empty.
pub fn lines_in_parts<'a>(old: &'a str, gone: &[Span]) -> Vec<Vec<Part<'a>>> {
    let (mut lines, mut at, mut next) = (Vec::new(), 0, 0);
    for line in old.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        let mut parts = Vec::new();
        while let Some(cut) = gone.get(next).filter(|cut| cut.start < span.end) {
            let end = cut.end.min(span.end);
            push(&mut parts, Part::Stays(&old[at..cut.start.max(at)]));
            push(&mut parts, Part::Gone(&old[cut.start.max(at)..end]));
            at = end;
            if cut.end > span.end {
                break;
            }
            next += 1;
        }
        push(&mut parts, Part::Stays(&old[at..span.end]));
        at = span.end;
        lines.push(parts);
    }
    lines
}

/// Tells whether nothing of a line stays but its end.
pub fn is_whole(line: &[Part<'_>]) -> bool {
    line.iter()
        .all(|part| part.is_gone() || part.text().trim_end_matches(['\r', '\n']).is_empty())
}

fn push<'a>(parts: &mut Vec<Part<'a>>, part: Part<'a>) {
    if !part.text().is_empty() {
        parts.push(part);
    }
}
