//! From spans of the text back to raw bytes.

use std::ops::Range;

use super::coder::Step;

/// Returns the raw range of each span, given the steps from the one to the other.
///
/// `all` is what the steps add up to.
pub(super) fn ranges(
    steps: impl Iterator<Item = Step>,
    spans: &[Range<usize>],
    all: Step,
) -> Vec<Range<usize>> {
    let mut cursor = Cursor {
        steps,
        raw: 0..0,
        text: 0..0,
    };
    let mut floor = 0;
    let locate = |span: &Range<usize>| {
        let start = cursor.start_of(span.start).max(floor);
        let end = if span.is_empty() {
            start
        } else if span.end >= all.text {
            all.raw
        } else {
            cursor.end_of(span.end)
        };
        floor = end.max(start);
        start..floor
    };
    spans.iter().map(locate).collect()
}

/// The step that the walk has come to, in both coordinates.
struct Cursor<I> {
    steps: I,
    raw: Range<usize>,
    text: Range<usize>,
}

impl<I: Iterator<Item = Step>> Cursor<I> {
    fn start_of(&mut self, offset: usize) -> usize {
        self.walk_to(offset);
        self.raw.start + self.inside(offset)
    }

    fn end_of(&mut self, offset: usize) -> usize {
        self.walk_to(offset.saturating_sub(1));
        match self.inside(offset) {
            0 => self.raw.end,
            inside => self.raw.start + inside,
        }
    }

    /// Steps on until the step holds the byte of text at `offset`.
    fn walk_to(&mut self, offset: usize) {
        while self.text.end <= offset {
            let Some(step) = self.steps.next() else {
                self.raw.start = self.raw.end;
                self.text.start = self.text.end;
                return;
            };
            // Bytes without text wait for the character after them.
            if !self.text.is_empty() {
                self.raw.start = self.raw.end;
                self.text.start = self.text.end;
            }
            self.raw.end += step.raw;
            self.text.end += step.text;
        }
    }

    /// Returns how far into the raw bytes of the step an offset of text lies.
    fn inside(&self, offset: usize) -> usize {
        let into = offset.saturating_sub(self.text.start);
        if self.raw.len() == self.text.len() {
            into.min(self.raw.len())
        } else {
            0
        }
    }
}
