//! Songs and poems among the lines of a page: short lines without a full stop, as menus are, but nobody's links.

use std::ops::Range;

use foldhash::HashSet;

use super::lines::Kind;
use crate::page::Page;
use crate::sentences::count_words;

/// Lines without a furniture word between them that a song has at least.
const LINES: usize = 8;
/// Words that most of its lines have.
const WORDS: usize = 3;
/// Longest line of a verse, in bytes.
const LONGEST: usize = 90;
/// Parts of its lines that come again, as refrains do, or end in a comma: one in so many.
const REFRAIN: usize = 5;

/// Marks runs of verse as running text.
pub(super) fn mark(page: &Page<'_>, kinds: &mut [Kind]) {
    let bare = |kind: &Kind| matches!(kind, Kind::Short | Kind::Opens);
    let mut start = 0;
    for run in kinds.chunk_by_mut(|one, two| bare(one) == bare(two)) {
        let lines = start..start + run.len();
        start = lines.end;
        if bare(&run[0]) && is_verse(page, lines) {
            run.fill(Kind::Text);
        }
    }
}

fn is_verse(page: &Page<'_>, lines: Range<usize>) -> bool {
    let count = lines.len();
    let shown = || lines.clone().map(|index| page.shown(index));
    let commas = || {
        shown()
            .filter(|line| line.ends_with([',', ';', '،', '、']))
            .count()
    };
    let again = || count - shown().collect::<HashSet<_>>().len();
    count >= LINES
        && (commas() * REFRAIN >= count || again() * REFRAIN >= count)
        && shown().filter(|line| is_said(line)).count() * 4 >= count * 3
}

/// Tells whether a line says something: words, most of them in lower case or in a script that has none.
fn is_said(line: &str) -> bool {
    let (words, lower) = count_words(line);
    line.len() <= LONGEST && words >= WORDS && lower * 2 >= words
}
