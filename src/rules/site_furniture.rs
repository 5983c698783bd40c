//! Menus above and link lists below the text of a whole page.

mod edges;
mod lines;
mod verse;
mod words;

use crate::fold::fold;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, Strength, look};

use super::dates::is_date;
use super::{comment_thread, related};
use lines::{Kind, LONGEST_WORD, Lines, is_short};

pub(super) static RULE: Rule = Rule {
    id: "site-furniture",
    summary: "menus above and link lists below the text of a whole page",
    about: "A whole page rendered to text begins with its menus and ends with related links, comments, section names \
            and policies: runs of short lines without a full stop, among them words that only sites use of themselves \
            (Home, Sign in, Privacy Policy). All blocks are weighed to find where the text begins and ends; in doubt a \
            line stays with the text. Lists, poems and recipes have no such words and stay; so do labels that come \
            again and again between paragraphs, what a forum or a live blog says, the headline above the text and the \
            table of contents.",
    topic: &[],
    find: &[look(find).around().likely()],
};

/// Different furniture words that what goes above the text, or below it, has at least.
const FEWEST_WORDS: usize = 2;
/// Lines that may go for the square of their number. Chosen on 1,528 clean texts and 60 rendered pages: at 6, nine in ten of
/// the lists that are no furniture stay, and nine in ten of the menus go.
const WORDS_OF_LINES: usize = 6;
/// Blocks that a page has at least.
const PAGE_BLOCKS: usize = 12;
/// Furniture words that make a run of lines below the text a footer.
const TAIL_WORDS: usize = 3;
/// Short lines above the text that can be a menu.
const HEAD_LINES: usize = 5;
/// Blocks above the text among which the headline is looked for.
const HEADLINE_REACH: usize = 25;
/// Lines with as many words as a headline that stay above the text: kicker, headline, standfirst.
const HEADLINES: usize = 7;
/// Lines above the text that come again below, from which they are a table of contents.
const CONTENTS: usize = 3;
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
/// Blocks between two furniture words of one foot.
const SAME_FOOT: usize = 12;
/// Longest line, in bytes, that may lead from a text elsewhere.
const LONGEST_TEASER: usize = 140;
/// Words from which a line may be a headline.
const HEADLINE_WORDS: usize = 4;
/// Characters from which a line in a script without spaces may be a headline.
const HEADLINE_CHARS: usize = 16;

fn find(page: &Page<'_>, claims: &mut Claims) {
    // Where there is markup, it tells more than the shape of lines: `boilerplate` goes by it.
    if page.blocks().len() < PAGE_BLOCKS || page.markup().is_some() {
        return;
    }
    let Some(lines) = Lines::of(page) else {
        return;
    };
    let Some((above, below)) = edges::edges(page, &lines) else {
        return;
    };
    let has_menu = claim_head(page, &lines, above, claims);
    claim_tail(page, &lines, below, has_menu, claims);
}

/// Claims what stands above the text but for the lines that may be its headline; tells whether there is a menu.
fn claim_head(page: &Page<'_>, lines: &Lines, above: usize, claims: &mut Claims) -> bool {
    let text = |&index: &usize| matches!(lines.kinds[index], Kind::Text | Kind::Others);
    let Some(start) = (above..lines.kinds.len()).find(text) else {
        return false;
    };
    let Some(last) = last_of_menu(page, lines, start).filter(|_| above > 0) else {
        return false;
    };
    if start < HEAD_LINES {
        return false;
    }
    let named = lines.again[last + 1..start]
        .iter()
        .filter(|&&again| again)
        .count();
    let contents = named >= CONTENTS;
    let mut left = HEADLINES;
    let mut menu = Vec::new();
    for index in (0..start).rev() {
        let shown = page.shown(index);
        let headline = may_be_headline(shown);
        let headline =
            headline && (index > last && contents || (start - index <= HEADLINE_REACH && left > 0));
        let named = index > last && lines.again[index];
        if !(headline || named) {
            menu.push(index);
            continue;
        }
        left = left.saturating_sub(1);
        if is_date(shown) || is_byline(shown) {
            left = left.min(HEADLINES_ABOVE_DATE);
        }
    }
    let is_menu = has_words(page, lines, &menu);
    for index in menu.into_iter().filter(|_| is_menu) {
        claims.block(page, index);
    }
    is_menu
}

/// Tells whether lines have the furniture words that so many lines of a site have; a list that uses a few has not.
fn has_words(page: &Page<'_>, lines: &Lines, claimed: &[usize]) -> bool {
    let words = claimed
        .iter()
        .filter(|&&index| lines.kinds[index] == Kind::Word);
    let mut words: Vec<&str> = words.map(|&index| page.shown(index)).collect();
    words.sort_unstable();
    words.dedup();
    words.len() >= FEWEST_WORDS && words.len().pow(2) * WORDS_OF_LINES >= claimed.len()
}

/// Finds the last furniture word above the text that stands in a menu, or in a long run of short lines.
fn last_of_menu(page: &Page<'_>, lines: &Lines, above: usize) -> Option<usize> {
    let last = |inside: &[bool]| inside[..above].iter().rposition(|&inside| inside);
    last(&lines.in_menu).or_else(|| {
        let short = (0..above)
            .filter(|&index| is_short(page.shown(index)))
            .count();
        let word = lines.kinds[..above]
            .iter()
            .rposition(|&kind| kind == Kind::Word);
        word.filter(|_| short >= LONG_MENU)
    })
}

/// Tells whether a line begins as those do that name the author.
pub(crate) fn is_byline(line: &str) -> bool {
    let lower = line.get(..12).unwrap_or(line).to_lowercase();
    BYLINES.iter().any(|opening| lower.starts_with(opening))
}

/// Claims from the first menu or closing after the text to the end; what stands before it goes with it as a hint.
fn claim_tail(page: &Page<'_>, lines: &Lines, below: usize, has_menu: bool, claims: &mut Claims) {
    let count = lines.kinds.len();
    let opens = |&index: &usize| lines.in_menu[index] || is_closing(page.shown(index));
    let menu = (below..count).find(opens);
    let end = edges::after_text(lines);
    let Some(first) = menu.into_iter().chain(opens_foot(lines, end)).min() else {
        return;
    };
    let words = lines.count_words(first..count);
    let short = || {
        (first..count)
            .filter(|&index| is_short(page.shown(index)))
            .count()
    };
    if words < TAIL_WORDS && (words == 0 || short() < LONG_MENU) {
        return;
    }
    let foot: Vec<usize> = (first..count).collect();
    if !has_words(page, lines, &foot) {
        return;
    }
    for index in foot {
        claims.block(page, index);
    }
    if words >= SURE_TAIL_WORDS || has_menu {
        hint_gap(page, lines, first, claims);
    }
}

/// Finds the first furniture word below the end of the text that is not the only one far around.
fn opens_foot(lines: &Lines, end: usize) -> Option<usize> {
    let words: Vec<usize> = (end..lines.kinds.len())
        .filter(|&index| lines.kinds[index] == Kind::Word)
        .collect();
    let near = words.windows(2).find(|pair| pair[1] - pair[0] <= SAME_FOOT);
    near.map(|pair| pair[0])
}

/// Claims what stands between the text and its foot as a hint.
fn hint_gap(page: &Page<'_>, lines: &Lines, first: usize, claims: &mut Claims) {
    let text = (0..first)
        .rev()
        .find(|&index| lines.kinds[index] == Kind::Text);
    let end = text.map_or(0, |index| index + 1);
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

/// How lines begin that close a text: what follows is others'.
const CLOSINGS: &[&str] = &[
    "about the author",
    "about author",
    "leave a reply",
    "leave a comment",
    "previous post",
    "next post",
    "previous article",
    "next article",
    "older post",
    "newer post",
    "share this",
    "you may also",
    "you might also",
    "related ",
    "similar ",
    "more from ",
    "filed under",
    "post navigation",
    "discussion about this post",
    "keep reading",
    "read next",
    "up next",
];

/// Tells whether a line heads what follows a text: links to other texts, comments, the form.
fn is_closing(line: &str) -> bool {
    line.len() <= LONGEST_WORD
        && !ends_sentence(line)
        && (related::is_heading(line) || comment_thread::is_heading(line) || {
            let folded = fold(line);
            CLOSINGS.iter().any(|closing| folded.starts_with(closing))
        })
}
