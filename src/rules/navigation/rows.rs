//! Rows of links on one line, with marks between them or none.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::words;
use crate::fold::{fold, fold_into};
use crate::page::{Page, Signs, ends_sentence};
use crate::rule::Claims;
use crate::rules::gate::Pairs;

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

static FIRST_LETTERS: LazyLock<Pairs> =
    LazyLock::new(|| Pairs::new(FIRST_WORDS.iter().copied()));

/// Tells whether a line begins with a word that a known link begins with.
fn may_be_row(line: &str, folded: &mut String) -> bool {
    if !FIRST_LETTERS.may_begin_folded(line) {
        return false;
    }
    if let Some(first) = plain_first_word(line) {
        folded.clear();
        folded.push_str(first);
        folded.make_ascii_lowercase();
        return FIRST_WORDS.contains(folded.as_str());
    }
    let apart = |c: char| c.is_whitespace() || MARKS.contains(&c);
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
    let marks = Signs::BAR.or(Signs::SLASH).or(Signs::BEYOND);
    for index in page.blocks_with(marks, LONGEST_ROW) {
        let shown = page.shown(index);
        if !ends_sentence(shown) && may_be_row(shown, &mut folded) && is_marked_row(shown) {
            claims.block(page, index);
        }
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

/// Claims lines that known links fill without marks.
pub(super) fn claim_unmarked(page: &Page<'_>, claims: &mut Claims) {
    let (mut folded, mut row) = (String::new(), Row::default());
    for index in page.blocks_up_to(LONGEST_ROW) {
        let shown = page.shown(index);
        if !ends_sentence(shown) && may_be_row(shown, &mut folded) && is_unmarked_row(shown, &mut row) {
            claims.block(page, index);
        }
    }
}

/// Reads the line link by link, the longest that fits first.
fn is_unmarked_row(shown: &str, row: &mut Row) -> bool {
    let mut words = shown.split_whitespace();
    let (mut at, mut links) = (0, 0);
    row.clear();
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
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

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
