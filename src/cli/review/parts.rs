//! A text in parts: what stays, what goes, and which group that belongs to.

use serde::Serialize;
use undross::edit::Span;

/// Bytes of one part that are shown; the middle of a longer one is left out.
const LONGEST_PART: usize = 8 << 10;
/// Lines shown on either side of a removal.
const AROUND: usize = 4;
/// Bytes shown on either side of a removal.
const AROUND_BYTES: usize = 2 << 10;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) mark: Mark,
    /// The group of what goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<String>,
}

/// What becomes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Mark {
    /// It stays.
    Same,
    /// It goes.
    Removed,
    /// It is what is under review.
    This,
}

/// A span of a text with its mark.
#[derive(Debug, Clone)]
pub(super) struct Marked {
    pub(super) span: Span,
    pub(super) mark: Mark,
    pub(super) group: Option<String>,
}

/// The lines around a span.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Around {
    /// Number of the first of them, from 1.
    pub(super) line: usize,
    pub(super) parts: Vec<Part>,
    /// Whether something was left out of them.
    pub(super) cut: bool,
}

/// Cuts a range of a text into parts, by spans that are ordered and disjoint.
pub(super) fn parts(text: &str, range: Span, marked: &[Marked]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = range.start;
    let mut push = |span: Span, mark, group| {
        if span.start < span.end {
            let text = span.of(text).to_owned();
            parts.push(Part { text, mark, group });
        }
    };
    for marked in marked.iter().filter(|marked| marked.span.overlaps(range)) {
        let (start, end) = (marked.span.start.max(at), marked.span.end.min(range.end));
        push(Span::new(at, start), Mark::Same, None);
        push(Span::new(start, end), marked.mark, marked.group.clone());
        at = end;
    }
    push(Span::new(at, range.end), Mark::Same, None);
    parts
}

/// Shows the lines around a span; long parts lose their middle.
pub(super) fn around(text: &str, span: Span, marked: &[Marked]) -> Around {
    let start = lines_before(text, span.start);
    let end = lines_behind(text, span.end);
    let mut shown = parts(text, Span::new(start, end), marked);
    let mut cut = false;
    for part in &mut shown {
        cut |= shorten(&mut part.text);
    }
    Around {
        line: text.as_bytes()[..start]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1,
        parts: shown,
        cut,
    }
}

/// Leaves out the middle of a long text; tells whether it did.
pub(super) fn shorten(text: &mut String) -> bool {
    if text.len() <= LONGEST_PART {
        return false;
    }
    let head = text.floor_char_boundary(LONGEST_PART / 2);
    let tail = text.ceil_char_boundary(text.len() - LONGEST_PART / 4);
    let left_out = format!(" […{} bytes are not shown…] ", tail - head);
    text.replace_range(head..tail, &left_out);
    true
}

/// Goes some lines up, but not far in bytes.
fn lines_before(text: &str, at: usize) -> usize {
    let most = text.floor_char_boundary(at.saturating_sub(AROUND_BYTES));
    let before = &text[most..at];
    let mut feeds = before.rmatch_indices('\n').map(|(feed, _)| most + feed + 1);
    // The first feed ends the line above, or the span begins within a line.
    let line = feeds.nth(AROUND);
    line.unwrap_or(most)
}

/// Goes some lines down, but not far in bytes.
fn lines_behind(text: &str, at: usize) -> usize {
    let most = text.ceil_char_boundary((at + AROUND_BYTES).min(text.len()));
    let mut feeds = text[at..most]
        .match_indices('\n')
        .map(|(feed, _)| at + feed + 1);
    feeds.nth(AROUND - 1).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(start: usize, end: usize) -> Marked {
        let span = Span::new(start, end);
        Marked {
            span,
            mark: Mark::This,
            group: None,
        }
    }

    #[test]
    fn the_parts_make_up_the_lines_around() {
        let text: String = (1..=20).map(|line| format!("line {line}\n")).collect();
        let at = text.find("line 10").expect("it is there");
        let shown = around(&text, Span::new(at, at + 8), &[marked(at, at + 8)]);
        let whole: String = shown.parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(shown.line, 6);
        assert!(
            whole.starts_with("line 6\n") && whole.ends_with("line 14\n"),
            "{whole}"
        );
        assert_eq!(shown.parts[1].text, "line 10\n");
        assert!(!shown.cut);
    }

    #[test]
    fn a_long_part_loses_its_middle() {
        let text = "ü".repeat(1 << 20);
        let shown = around(&text, Span::new(0, text.len()), &[marked(0, text.len())]);
        assert!(shown.cut && shown.parts[0].text.len() < 2 * LONGEST_PART);
    }

    #[test]
    fn parts_end_where_the_range_ends() {
        let shown = parts("abcdef", Span::new(2, 4), &[marked(0, 3), marked(3, 6)]);
        let texts: Vec<&str> = shown.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(texts, ["c", "d"]);
    }
}
