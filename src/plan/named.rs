//! Which patterns name every word that they take.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Characters that a pattern may leave open and still name its words: a name, a number, a date.
const OPEN: u32 = 24;

/// Tells whether some part of a pattern takes any number of words, so that it does not name all that it takes.
pub(super) fn is_open(hir: &Hir) -> bool {
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
    use regex_syntax::parse;

    use super::*;

    #[test]
    fn a_pattern_that_takes_any_words_names_none() {
        for open in ["share .*", "by [^.]*", "a(?: b| c.{0,60})", "(?: [a-z]+)+"] {
            assert!(parse(open).is_ok_and(|hir| is_open(&hir)), "{open}");
        }
        for closed in ["share this", "by [^ ]+", "[0-9]{4}(?: a| b)?", "a .{0,20}"] {
            assert!(parse(closed).is_ok_and(|hir| !is_open(&hir)), "{closed}");
        }
    }
}
