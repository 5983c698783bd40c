//! What stands around a line, for rules that look at the page.

use crate::page::{Page, ends_sentence, starts_lower};

/// Tells whether a line interrupts running text: a finished sentence before it, a new paragraph after it.
pub(crate) fn interrupts_prose(page: &Page<'_>, index: usize) -> bool {
    let finished = |shown: &str| shown.len() >= 60 && ends_sentence(shown);
    page.before(index).is_some_and(finished)
        && page
            .after(index)
            .is_some_and(|next| next.len() >= 60 && !starts_lower(next))
}

/// Tells whether the line above or below is a field, "Label: value", under another label: a table of facts.
pub(crate) fn is_among_fields(page: &Page<'_>, index: usize) -> bool {
    let own = field_label(page.shown(index));
    let other = |line: Option<&str>| {
        line.and_then(field_label)
            .is_some_and(|label| Some(label) != own)
    };
    other(page.before(index)) && other(page.after(index))
        || (own.is_some() && (other(page.before(index)) || other(page.after(index))))
}

/// Returns the label of a line such as "Weight: 3 kg".
fn field_label(shown: &str) -> Option<&str> {
    let (label, value) = shown.split_once(':')?;
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | '\'' | '(' | ')');
    let short =
        shown.len() <= 90 && (2..=30).contains(&label.len()) && value.starts_with([' ', '\u{A0}']);
    (short && label.chars().all(plain) && label.split_whitespace().count() <= 4).then_some(label)
}
