//! Fields at the head of a text, between two lines of dashes: what its author states about it.

use crate::page::Page;

/// The line above and below the fields.
const FENCE: &str = "---";

/// Lines of the longest head; below it nobody looks for its end.
const LONGEST: usize = 100;

/// Returns how many blocks the head of a text takes up; none where the text has no such head.
pub(super) fn length(page: &Page<'_>) -> usize {
    let blocks = page.blocks().len().min(LONGEST);
    let opens = page.markup().is_none() && blocks > 0 && page.shown(0) == FENCE;
    let end = (1..blocks).find(|&index| !opens || !is_field(page.shown(index)));
    end.filter(|&end| opens && end > 1 && page.shown(end) == FENCE)
        .map_or(0, |end| end + 1)
}

/// Tells a field, or a value in a list of them.
fn is_field(shown: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-' | '.'))
    };
    let (name, value) = shown.split_once(':').unwrap_or_default();
    shown.starts_with("- ") || is_name(name) && (value.is_empty() || value.starts_with(' '))
}
