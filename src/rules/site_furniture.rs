//! Menus above and link lists below the text of a whole page.

mod words;

use crate::fold::fold;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, look};

pub(super) static RULE: Rule = Rule {
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
const HEADLINE_REACH: usize = 25;
/// Lines with as many words as a headline that stay above the text: kicker, headline, standfirst.
const HEADLINES: usize = 10;
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
/// A text so many times lighter than the heaviest is a teaser.
const LIGHT: i64 = 3;
/// Bytes from which a sentence adds weight.
const SENTENCE: usize = 45;

fn find(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    if count < PAGE_BLOCKS {
        return;
    }
    let Some((start, end)) = running_text(page) else {
        return;
    };
    claim_head(page, start, claims);
    claim_tail(page, end, claims);
}

/// Finds where the running text of a page begins and ends: first block, and one past the last.
///
/// Stretches of text are one text unless a menu stands between them. The first that is not light beside the
/// heaviest is the text: what follows a page's text is comments and teasers.
///
/// Source: maximum subsequence segmentation, Pasternack and Roth, "Extracting Article Text from the Web with
/// Maximum Subsequence Segmentation", WWW 2009; here over blocks instead of tokens.
fn running_text(page: &Page<'_>) -> Option<(usize, usize)> {
    let mut texts: Vec<Stretch> = Vec::new();
    for stretch in stretches(page) {
        match texts.last_mut() {
            Some(text) if furniture_words(page, text.end, stretch.start) < TAIL_WORDS => {
                (text.end, text.weight) = (stretch.end, text.weight + stretch.weight);
            }
            _ => texts.push(stretch),
        }
    }
    let heaviest = texts.iter().map(|text| text.weight).max()?;
    texts
        .iter()
        .find(|text| text.weight >= heaviest / LIGHT)
        .map(|text| (text.start, text.end))
}

fn furniture_words(page: &Page<'_>, start: usize, end: usize) -> usize {
    (start..end)
        .filter(|&index| is_furniture(page.shown(index)))
        .count()
}

/// Blocks that weigh more together than apart.
struct Stretch {
    start: usize,
    end: usize,
    weight: i64,
}

fn stretches(page: &Page<'_>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut start, mut weight) = (0, 0);
    for index in 0..page.blocks().len() {
        if weight <= 0 {
            (start, weight) = (index, 0);
        }
        weight += weigh(page, index);
        let open = stretches.last_mut().filter(|open| open.start == start);
        match open {
            Some(open) if weight > open.weight => {
                (open.end, open.weight) = (index + 1, weight);
            }
            None if weight > 0 => stretches.push(Stretch {
                start,
                end: index + 1,
                weight,
            }),
            _ => {}
        }
    }
    stretches
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
    if start < HEAD_LINES || furniture_words(page, 0, start) < HEAD_WORDS {
        return;
    }
    let mut headlines = 0;
    for index in (0..start).rev() {
        let shown = page.shown(index);
        let near = start - index <= HEADLINE_REACH && headlines < HEADLINES;
        if near && may_be_headline(shown) {
            headlines += 1;
        } else {
            claims.block(page, index);
        }
    }
}

/// Claims from the first furniture word after the text to the end.
fn claim_tail(page: &Page<'_>, end: usize, claims: &mut Claims) {
    let count = page.blocks().len();
    let furniture: Vec<usize> = (end..count)
        .filter(|&index| is_furniture(page.shown(index)))
        .collect();
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
    ends_sentence(line)
        || line.split_whitespace().count() >= HEADLINE_WORDS
        || (!line.is_ascii()
            && line
                .chars()
                .filter(|c| !c.is_ascii() && c.is_alphabetic())
                .count()
                >= HEADLINE_CHARS)
}
