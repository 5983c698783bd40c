//! Rows of links on one line, with marks between them or none.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::words;
use crate::fold::{fold, fold_into};
use crate::page::{Page, Signs};
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
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    LINKS
        .iter()
        .filter_map(|link| link.split(' ').next())
        .collect()
});

/// Returns the words that a row of links may begin with.
pub(super) fn first_words() -> Vec<&'static str> {
    FIRST_WORDS.iter().copied().collect()
}

/// Tells whether a line begins with a word that a known link begins with.
fn may_be_row(line: &str) -> bool {
    if line.len() > LONGEST_ROW {
        return false;
    }
    if let Some(first) = plain_first_word(line) {
        return FIRST_WORDS.contains(first.to_ascii_lowercase().as_str());
    }
    let apart = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let words = line.trim_start_matches(apart);
    let first = words.split(apart).next().unwrap_or_default();
    FIRST_WORDS.contains(fold(first).as_str())
}

/// Returns the first word of a line that begins with nothing but letters and a space.
fn plain_first_word(line: &str) -> Option<&str> {
    let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
    (letters > 0 && line.as_bytes().get(letters) == Some(&b' ')).then(|| &line[..letters])
}

/// Claims a line of known links with marks between them.
pub(super) fn claim_marked(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let marked = page
        .signs(index)
        .meets(Signs::BAR.or(Signs::SLASH).or(Signs::BEYOND));
    let shown = page.shown(index);
    if marked && may_be_row(shown) && is_marked_row(shown) {
        claims.block(page, index);
    }
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

/// Claims a line that known links fill without marks.
pub(super) fn claim_unmarked(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if may_be_row(shown) && is_unmarked_row(shown) {
        claims.block(page, index);
    }
}

/// Reads the line link by link, the longest that fits first.
fn is_unmarked_row(shown: &str) -> bool {
    let mut words = shown.split_whitespace();
    let (mut at, mut links, mut row) = (0, 0, Row::default());
    loop {
        while row.ends.len() < at + LONGEST_LINK
            && let Some(word) = words.next()
        {
            row.push(word);
        }
        if at == row.ends.len() {
            return links >= UNMARKED;
        }
        let length = row.longest_link(at);
        if length == 0 {
            return false;
        }
        at += length;
        links += 1;
    }
}

/// The folded words of a line, with a space between them.
#[derive(Default)]
struct Row {
    text: String,
    ends: Vec<usize>,
    word: String,
}

impl Row {
    fn push(&mut self, word: &str) {
        if !self.ends.is_empty() {
            self.text.push(' ');
        }
        fold_into(word, usize::MAX, &mut self.word);
        self.text.push_str(&self.word);
        self.ends.push(self.text.len());
    }

    /// Counts the words of the longest known link that begins at a word.
    fn longest_link(&self, at: usize) -> usize {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        (1..=LONGEST_LINK.min(self.ends.len() - at))
            .rev()
            .find(|&length| LINKS.contains(&self.text[start..self.ends[at + length - 1]]))
            .unwrap_or(0)
    }
}
