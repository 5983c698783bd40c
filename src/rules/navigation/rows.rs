//! Rows of links on one line, with marks between them or none.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::words;
use crate::fold::{fold, fold_into};
use crate::page::Page;
use crate::rule::Claims;

/// Links that make a row with marks.
const MARKED: usize = 3;
/// Links that make a row without marks: words of prose stand side by side as well.
const UNMARKED: usize = 4;
/// Most words of one link.
const LONGEST_LINK: usize = 4;
/// Longest row, in bytes.
const LONGEST_ROW: usize = 600;
/// What stands between the links of a row.
const MARKS: &[char] = &[
    '|', '｜', '•', '·', '¦', '│', '»', '/', '●', '▪', '∙', '⋅', '–', '—',
];

static LINKS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [words::MENU, words::FOOTER, words::PAGER, words::ROW]
        .into_iter()
        .flatten()
        .copied()
        .collect()
});

/// First words of the known links.
static FIRST_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| LINKS.iter().filter_map(|link| link.split(' ').next()).collect());

/// Tells whether a line begins with a word that a known link begins with.
fn may_be_row(line: &str, folded: &mut String) -> bool {
    if let Some(first) = plain_first_word(line) {
        folded.clear();
        folded.push_str(first);
        folded.make_ascii_lowercase();
        return FIRST_WORDS.contains(folded.as_str());
    }
    let apart = |c: char| c.is_whitespace() || MARKS.contains(&c);
    if line.len() > LONGEST_ROW {
        return false;
    }
    let words = line.trim_start_matches(apart);
    let end = words.find(apart);
    let first = &words[..end.unwrap_or(words.len())];
    fold_into(first, usize::MAX, folded);
    FIRST_WORDS.contains(folded.as_str())
}

/// Returns the first word of a line that begins with nothing but letters and a space.
fn plain_first_word(line: &str) -> Option<&str> {
    let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
    (letters > 0 && line.as_bytes().get(letters) == Some(&b' ')).then(|| &line[..letters])
}

/// Claims lines of known links with marks between them.
pub(super) fn claim_marked(page: &Page<'_>, claims: &mut Claims) {
    let mut folded = String::new();
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if has_marks(shown) && may_be_row(shown, &mut folded) && is_marked_row(shown) {
            claims.block(page, index);
        }
    }
}

/// Two of the marks are ASCII.
fn has_marks(shown: &str) -> bool {
    shown.len() <= LONGEST_ROW
        && (memchr::memchr2(b'|', b'/', shown.as_bytes()).is_some() || !shown.is_ascii())
}

fn is_marked_row(shown: &str) -> bool {
    let mut links = 0;
    for part in shown
        .split(MARKS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        if part.len() > LONGEST_ROW / MARKED || !LINKS.contains(fold(part).as_str()) {
            return false;
        }
        links += 1;
    }
    links >= MARKED
}

/// Claims lines that known links fill without marks.
pub(super) fn claim_unmarked(page: &Page<'_>, claims: &mut Claims) {
    let mut folded = String::new();
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if may_be_row(shown, &mut folded) && is_unmarked_row(shown) {
            claims.block(page, index);
        }
    }
}

/// Reads the line link by link, the longest that fits first.
fn is_unmarked_row(shown: &str) -> bool {
    let words: Vec<String> = shown
        .split_whitespace()
        .take(LONGEST_LINK)
        .map(fold)
        .collect();
    if longest_link(&words) == 0 {
        return false;
    }
    let words: Vec<String> = shown.split_whitespace().map(fold).collect();
    let (mut at, mut links) = (0, 0);
    while at < words.len() {
        let length = longest_link(&words[at..]);
        if length == 0 {
            return false;
        }
        at += length;
        links += 1;
    }
    links >= UNMARKED
}

fn longest_link(words: &[String]) -> usize {
    (1..=words.len().min(LONGEST_LINK))
        .rev()
        .find(|&length| LINKS.contains(words[..length].join(" ").as_str()))
        .unwrap_or(0)
}
