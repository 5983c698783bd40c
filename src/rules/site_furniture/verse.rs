//! Songs and poems among the lines of a page: short lines without a full stop, as menus are, but nobody's links.

use foldhash::{HashMap, HashMapExt};

use super::lines::Kind;
use crate::page::Page;

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

fn is_verse(page: &Page<'_>, lines: std::ops::Range<usize>) -> bool {
    let count = lines.len();
    if count < LINES {
        return false;
    }
    let (mut said, mut commas, mut again) = (0, 0, 0);
    let mut times: HashMap<&str, usize> = HashMap::new();
    for line in lines.map(|index| page.shown(index)) {
        said += usize::from(is_said(line));
        commas += usize::from(line.ends_with([',', ';', '،', '、']));
        let printed = times.entry(line).or_insert(0);
        *printed += 1;
        again += usize::from(*printed > 1);
    }
    said * 4 >= count * 3 && (commas * REFRAIN >= count || again * REFRAIN >= count)
}

/// Tells whether a line says something: words, most of them in lower case or in a script that has none.
fn is_said(line: &str) -> bool {
    let words = || {
        line.split_whitespace()
            .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
    };
    let lower = words().filter(|first| !first.is_uppercase()).count();
    line.len() <= LONGEST && words().count() >= WORDS && lower * 2 >= words().count()
}
