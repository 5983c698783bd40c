//! Menus above and link lists below the text of a whole page.

mod words;

use crate::fold::fold;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, look};

pub static RULE: Rule = Rule {
    id: "site-furniture",
    summary: "menus above and link lists below the text of a whole page",
    about: "A whole page rendered to text begins with its menus and ends with related links, section names and \
            policies: runs of short lines without a full stop, among them words that only sites use of themselves \
            (Home, Sign in, Privacy Policy). Lists, poems and recipes have no such words and stay; so does the \
            headline above the text.",
    topic: &[],
    find: &[look(find).likely()],
};

/// Blocks that a page has at least.
const PAGE_BLOCKS: usize = 12;
/// Furniture words that make a run of short lines a menu.
const HEAD_WORDS: usize = 3;
/// Furniture words that make a run of lines below the text a footer.
const TAIL_WORDS: usize = 3;
/// Short lines above the text that can be a menu.
const HEAD_LINES: usize = 5;
/// Blocks above the text among which the headline is looked for.
const HEADLINE_REACH: usize = 12;
/// Words from which a line may be a headline.
const HEADLINE_WORDS: usize = 4;
/// Characters from which a line in a script without spaces may be a headline.
const HEADLINE_CHARS: usize = 16;
/// Longest line, in bytes, that is compared with furniture words.
const LONGEST_WORD: usize = 64;
/// What a block that is no sentence takes from the weight of the text around it.
const FURNITURE_WEIGHT: i64 = -60;
/// The most that one block adds to the weight of a text.
const MOST_WEIGHT: i64 = 400;
/// Bytes from which a sentence adds weight.
const SENTENCE: usize = 45;

fn find(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    if count < PAGE_BLOCKS {
        return;
    }
    let Some((start, end)) = heaviest_stretch(page) else { return };
    claim_head(page, start, claims);
    claim_tail(page, end, claims);
}

/// Finds the stretch of blocks that holds most running text: first block, and one past the last.
///
/// Source: maximum subsequence segmentation, Pasternack and Roth, "Extracting Article Text from the Web with
/// Maximum Subsequence Segmentation", WWW 2009; here over blocks instead of tokens.
fn heaviest_stretch(page: &Page<'_>) -> Option<(usize, usize)> {
    let (mut best, mut best_weight) = (None, 0);
    let (mut start, mut weight) = (0, 0);
    for index in 0..page.blocks().len() {
        if weight <= 0 {
            (start, weight) = (index, 0);
        }
        weight += weigh(page, index);
        if weight > best_weight {
            (best, best_weight) = (Some((start, index + 1)), weight);
        }
    }
    best
}

fn weigh(page: &Page<'_>, index: usize) -> i64 {
    let shown = page.shown(index);
    if page.is_prose(index) || (shown.len() >= SENTENCE && ends_sentence(shown)) {
        i64::try_from(shown.len()).map_or(MOST_WEIGHT, |bytes| bytes.min(MOST_WEIGHT))
    } else {
        FURNITURE_WEIGHT
    }
}

fn claim_head(page: &Page<'_>, start: usize, claims: &mut Claims) {
    let words = (0..start).filter(|&index| is_furniture(page.shown(index))).count();
    if words < HEAD_WORDS || start < HEAD_LINES {
        return;
    }
    for index in 0..start {
        if start - index > HEADLINE_REACH || !may_be_headline(page.shown(index)) {
            claims.block(page, index);
        }
    }
}

/// Claims from the first furniture word after the text to the end.
fn claim_tail(page: &Page<'_>, end: usize, claims: &mut Claims) {
    let count = page.blocks().len();
    let furniture: Vec<usize> = (end..count).filter(|&index| is_furniture(page.shown(index))).collect();
    if furniture.len() < TAIL_WORDS {
        return;
    }
    for index in furniture[0]..count {
        claims.block(page, index);
    }
}

fn is_furniture(line: &str) -> bool {
    line.len() <= LONGEST_WORD && words::FURNITURE.binary_search(&fold(line).as_str()).is_ok()
}

/// Tells whether a line has as many words as a headline.
fn may_be_headline(line: &str) -> bool {
    line.split_whitespace().count() >= HEADLINE_WORDS
        || (!line.is_ascii() && line.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count() >= HEADLINE_CHARS)
}
