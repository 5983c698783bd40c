//! Menus above and link lists below the text of a whole page.

mod words;

use crate::fold::fold;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, Strength, look};

use super::dates::is_date;

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
const HEADLINES: usize = 7;
/// As many above a date or a byline: what stands below them is no headline.
const HEADLINES_ABOVE_DATE: usize = 4;
/// How lines that name the author begin, in lower case.
const BYLINES: &[&str] = &[
    "by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "af ",
    "autor: ",
    "автор: ",
    "written by ",
];
/// Short lines above the text that are a menu with a single furniture word among them.
const LONG_MENU: usize = 15;
/// Furniture words below the text that alone show a whole page.
const SURE_TAIL_WORDS: usize = 8;
/// Lines between a text and its footer that hold no table: buttons, tags, names.
const SHORT_GAP: usize = 8;
/// Longest line, in bytes, that may lead from a text elsewhere.
const LONGEST_TEASER: usize = 140;
/// Words from which a line may be a headline.
const HEADLINE_WORDS: usize = 4;
/// Characters from which a line in a script without spaces may be a headline.
const HEADLINE_CHARS: usize = 16;
/// What stands between the links of a row.
const BETWEEN_LINKS: &[char] = &['|', '·', '•', '｜', '│', '▪', '／'];
/// Furniture words that make a line a row of links, if they are at least half of it.
const ROW_WORDS: usize = 2;
/// Marks between links that make a line a row of links, whatever its words.
const ROW_MARKS: usize = 4;
/// Longest row of links, in bytes.
const LONGEST_ROW: usize = 600;
/// Longest line, in bytes, that is compared with furniture words.
const LONGEST_WORD: usize = 64;
/// What a block that is no sentence takes from the weight of the text around it.
const FURNITURE_WEIGHT: i64 = -60;
/// The most that one block adds to the weight of a text.
const MOST_WEIGHT: i64 = 400;
/// A text so many times lighter than the heaviest is a teaser.
const LIGHT: i64 = 2;
/// Bytes from which a line adds weight: any line, and one that ends a sentence.
const LINES: (usize, usize) = (160, 45);
/// The same in scripts without spaces, whose letters have three bytes and whose headlines are long.
const DENSE_LINES: (usize, usize) = (300, 90);
/// First character of those scripts.
const FIRST_DENSE: char = '\u{3000}';

fn find(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    if count < PAGE_BLOCKS {
        return;
    }
    let Some((start, end)) = running_text(page) else {
        return;
    };
    claim_head(page, start, claims);
    claim_tail(page, (start, end), claims);
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
    let marks = || shown.matches(BETWEEN_LINKS).count();
    if is_word(shown)
        || (!ends_sentence(shown) && shown.len() <= LONGEST_ROW && marks() >= ROW_MARKS)
    {
        return FURNITURE_WEIGHT;
    }
    let dense = shown.starts_with(|c: char| c >= FIRST_DENSE);
    let (long, sentence) = if dense { DENSE_LINES } else { LINES };
    if shown.len() >= long || (shown.len() >= sentence && ends_sentence(shown)) {
        i64::try_from(shown.len()).map_or(MOST_WEIGHT, |bytes| bytes.min(MOST_WEIGHT))
    } else {
        FURNITURE_WEIGHT
    }
}

/// Claims what stands above the text but for the lines that may be its headline.
fn claim_head(page: &Page<'_>, start: usize, claims: &mut Claims) {
    if !is_menu(page, start) {
        return;
    }
    let mut left = HEADLINES;
    for index in (0..start).rev() {
        let shown = page.shown(index);
        if start - index > HEADLINE_REACH || left == 0 || !may_be_headline(shown) {
            claims.block(page, index);
            continue;
        }
        left -= 1;
        if is_date(shown) || is_byline(shown) {
            left = left.min(HEADLINES_ABOVE_DATE);
        }
    }
}

/// Tells whether a menu stands above the text: furniture words, or a long run of short lines with one.
fn is_menu(page: &Page<'_>, start: usize) -> bool {
    let words = furniture_words(page, 0, start);
    let short = (0..start)
        .filter(|&index| is_short(page.shown(index)))
        .count();
    start >= HEAD_LINES && (words >= HEAD_WORDS || (words > 0 && short >= LONG_MENU))
}

fn is_short(line: &str) -> bool {
    line.len() <= LONGEST_WORD && !ends_sentence(line) && !may_be_headline(line)
}

fn is_byline(line: &str) -> bool {
    let lower = line.get(..12).unwrap_or(line).to_lowercase();
    BYLINES.iter().any(|opening| lower.starts_with(opening))
}

/// Claims from the first furniture word after the text to the end; what stands before it goes with it as a hint.
fn claim_tail(page: &Page<'_>, (start, end): (usize, usize), claims: &mut Claims) {
    let count = page.blocks().len();
    let words = furniture_words(page, end, count);
    let first = (end..count)
        .find(|&index| is_furniture(page.shown(index)))
        .unwrap_or(count);
    let short = (first..count)
        .filter(|&index| is_short(page.shown(index)))
        .count();
    if words < TAIL_WORDS && (words == 0 || short < LONG_MENU) {
        return;
    }
    for index in first..count {
        claims.block(page, index);
    }
    if words < SURE_TAIL_WORDS && !is_menu(page, start) {
        return;
    }
    let menu = (end..first)
        .rev()
        .take_while(|&index| is_menu_entry(page.shown(index)))
        .count();
    let menu = if menu >= LONG_MENU { menu } else { 0 };
    let gap = end..first - menu;
    let short = gap.len() <= SHORT_GAP;
    for index in gap
        .filter(|&index| may_be_teaser(page.shown(index), short))
        .chain(first - menu..first)
    {
        claims.block_as(page, index, Strength::Hint);
    }
}

/// Tells whether a line may be an entry of a menu: short, and no number, as tables have.
fn is_menu_entry(line: &str) -> bool {
    is_short(line) && !line.bytes().any(|byte| byte.is_ascii_digit())
}

/// Tells whether a line below the text may lead elsewhere: a headline, its date or author; no sentence, no item of a
/// list, no name of a speaker, no entry of a table.
fn may_be_teaser(line: &str, short_gap: bool) -> bool {
    let item = |c: char| {
        matches!(c, '—' | '–' | '-' | '•' | '*' | '·' | '(' | '“' | '"') || c.is_ascii_digit()
    };
    let plain = !ends_sentence(line) && !line.starts_with(item);
    let headline = plain && (short_gap || may_be_headline(line));
    line.len() <= LONGEST_TEASER && (headline || is_date(line) || is_byline(line))
}

/// Tells whether a line is a word that sites use of themselves, begins like a heading of links, or is a row of such words.
fn is_furniture(line: &str) -> bool {
    if line.len() <= LONGEST_ROW && !ends_sentence(line) && line.contains(BETWEEN_LINKS) {
        let (known, all) = line
            .split(BETWEEN_LINKS)
            .filter(|link| !link.trim().is_empty())
            .fold((0, 0), |(known, all), link| {
                (known + usize::from(is_word(link)), all + 1)
            });
        return known >= ROW_WORDS && 2 * known >= all;
    }
    is_word(line)
}

fn is_word(line: &str) -> bool {
    if line.len() > LONGEST_WORD {
        return false;
    }
    let folded = fold(line);
    words::FURNITURE.binary_search(&folded.as_str()).is_ok() || has_opening(&folded)
}

/// Tells whether a folded line begins like a heading of links; looks at the openings with its first two bytes.
fn has_opening(folded: &str) -> bool {
    let Some(first) = folded.as_bytes().get(..2) else {
        return false;
    };
    let from = words::OPENINGS.partition_point(|opening| &opening.as_bytes()[..2] < first);
    words::OPENINGS[from..]
        .iter()
        .take_while(|opening| opening.as_bytes().starts_with(first))
        .any(|opening| folded.starts_with(opening))
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
