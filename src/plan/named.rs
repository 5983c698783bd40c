//! Which finders name every word that they take.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::rule::How;

/// Characters that a pattern may leave open and still name its words: a name, a number, a date.
const OPEN: u32 = 24;

/// Tells whether a finder names all that it takes word for word, as phrases do and patterns without `.*`.
pub(super) fn names_its_words(how: How) -> bool {
    match how {
        How::Phrases(_) => true,
        // Most patterns tell it at a glance.
        How::Line(pattern) if pattern.contains(".*") => false,
        How::Line(pattern) if !pattern.contains(['*', '+', '{']) => true,
        How::Line(pattern) => {
            let hir = regex_syntax::Parser::new().parse(pattern);
            hir.is_ok_and(|hir| !is_open(&hir))
        }
        _ => false,
    }
}

/// Tells whether some part of a pattern takes any number of words.
fn is_open(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            let many = repetition.max.is_none_or(|max| max > OPEN);
            (many && holds_space(&repetition.sub)) || is_open(&repetition.sub)
        }
        HirKind::Capture(capture) => is_open(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(is_open),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => false,
    }
}

fn holds_space(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.contains(&b' '),
        HirKind::Class(Class::Unicode(class)) => class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&' ')),
        HirKind::Class(Class::Bytes(class)) => class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&b' ')),
        HirKind::Repetition(repetition) => holds_space(&repetition.sub),
        HirKind::Capture(capture) => holds_space(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(holds_space),
        HirKind::Empty | HirKind::Look(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_takes_any_words_names_none() {
        for open in ["share .*", "by [^.]*", "a(?: b| c.{0,60})", "(?: [a-z]+)+"] {
            assert!(!names_its_words(How::Line(open)), "{open}");
        }
        for closed in ["share this", "by [^ ]+", "[0-9]{4}(?: a| b)?", "a .{0,20}"] {
            assert!(names_its_words(How::Line(closed)), "{closed}");
        }
    }
}
