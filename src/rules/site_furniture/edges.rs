//! Where the furniture above and below the text ends, weighed over all blocks.

use super::is_closing;
use super::lines::{Kind, Lines};
use crate::page::Page;

/// What a furniture word weighs with no text around it, with some, and in the midst of text.
const WORD: [i64; 3] = [30, 20, 0];
/// The most that it weighs apart from all others.
const LONE_WORD: i64 = 10;
/// What running text takes by itself, by the text around it.
const TEXT: [i64; 3] = [2, 5, 10];
/// What a page's whole text takes above the menus' end, by the text around it: the more a block says, the less it is
/// furniture.
const WHOLE_ABOVE: [i64; 3] = [250, 500, 1500];
/// The same below, where teasers stand alone between headlines.
const WHOLE_BELOW: [i64; 3] = [100, 500, 1500];
/// What text of others takes above: a standfirst has a date beside it, too.
const OTHERS_ABOVE: i64 = -15;
/// What a short line weighs near a furniture word, and in the midst of text.
const SHORT: (i64, i64) = (5, -10);
/// What it weighs farther off, with no text between it and the end of the page, if furniture is all over the page.
const OUTSIDE: i64 = 3;
/// Furniture words that are all over a page.
const MANY_WORDS: usize = 4;
/// Blocks to the next furniture word that are near.
const NEAR: usize = 4;
/// What a line that opens something takes.
const OPENS: i64 = -5;
/// What a line of a menu printed twice weighs.
const TWICE: i64 = 10;
/// What the heading of comments or of other texts weighs where it opens the foot.
const CLOSING: i64 = 160;
/// Lines of a box of links in the midst of a text.
const LONGEST_BOX: usize = 8;
/// How near the best edge another counts as good: what lies between them stays.
const DOUBT: i64 = 15;
/// The most of the text, in hundredths, that may stand above and below: teasers, notices.
const MOST_ABOVE: usize = 15;
/// The same below the text, where others speak.
const MOST_BELOW: usize = 35;
/// The most of it that single blocks may hold below the end of the text.
const MOST_APART: usize = 25;

/// Finds the end of the furniture above the text and the start of the furniture below it.
///
/// Each edge lies where the weight of all blocks beyond it is greatest, and yields to the text in doubt; no text stands
/// in the midst of text above the upper one. None for a
/// page without running text. A thread of many keeps all that it says.
///
/// Source: maximum subsequence segmentation, Pasternack and Roth, "Extracting Article Text from the Web with
/// Maximum Subsequence Segmentation", WWW 2009; here over blocks instead of tokens, and from both ends.
pub(super) fn edges(page: &Page<'_>, lines: &Lines) -> Option<(usize, usize)> {
    let whole: usize = lines.mass.iter().sum();
    if whole == 0 {
        return None;
    }
    let foot = foot(page, lines, whole);
    Some((head(lines, whole), lines.kinds.len() - foot))
}

/// Counts the blocks of the furniture above the text.
fn head(lines: &Lines, whole: usize) -> usize {
    let reach = reach(0..lines.kinds.len(), lines, whole * MOST_ABOVE / 100);
    let dense = |&index: &usize| lines.kinds[index] == Kind::Text && lines.around[index] == 2;
    let reach = (0..reach).find(dense).unwrap_or(reach);
    let mut bare = has_many_words(lines);
    edge((0..reach).map(|index| {
        bare &= lines.kinds[index] != Kind::Text;
        let weight = match lines.kinds[index] {
            Kind::Text => weigh_text(lines, index, WHOLE_ABOVE, whole),
            Kind::Others => OTHERS_ABOVE,
            _ => weigh(lines, index) + outside(lines, index, bare),
        };
        (weight, 0)
    }))
}

/// Counts the blocks of the furniture below the text.
fn foot(page: &Page<'_>, lines: &Lines, whole: usize) -> usize {
    let count = lines.kinds.len();
    let reach = reach((0..count).rev(), lines, whole * MOST_BELOW / 100);
    let mut bare = has_many_words(lines);
    edge((count - reach..count).rev().map(|index| {
        bare &= lines.kinds[index] != Kind::Text;
        let weight = match lines.kinds[index] {
            Kind::Text => weigh_text(lines, index, WHOLE_BELOW, whole),
            _ => weigh(lines, index) + outside(lines, index, bare),
        };
        (weight, closing(page, lines, index))
    }))
}

fn has_many_words(lines: &Lines) -> bool {
    lines.count_words(0..lines.kinds.len()) >= MANY_WORDS
}

/// What a short line weighs more where no text stands between it and the end of the page.
fn outside(lines: &Lines, index: usize, bare: bool) -> i64 {
    let short = lines.kinds[index] == Kind::Short && !lines.again[index];
    if bare && short && lines.apart[index] > NEAR {
        OUTSIDE
    } else {
        0
    }
}

/// Finds where the text has ended for good: below stand single blocks of text at most, that say little together.
pub(super) fn after_text(lines: &Lines) -> usize {
    let apart = if lines.thread { 0 } else { MOST_APART };
    let most = lines.mass.iter().sum::<usize>() * apart / 100;
    let mut mass = 0;
    let below = (0..lines.kinds.len()).rev().take_while(|&index| {
        mass += lines.mass[index];
        lines.kinds[index] != Kind::Text || (lines.around[index] == 0 && mass <= most)
    });
    lines.kinds.len() - below.count()
}

/// What an edge right above a block weighs.
fn closing(page: &Page<'_>, lines: &Lines, index: usize) -> i64 {
    let next = (index + 1).min(lines.kinds.len())..(index + 1 + LONGEST_BOX).min(lines.kinds.len());
    let apart = lines.around[index] < 2
        || lines.kinds[index] == Kind::Word
        || !lines.kinds[next].contains(&Kind::Text);
    if apart && is_closing(page.shown(index)) {
        CLOSING
    } else {
        0
    }
}

fn weigh_text(lines: &Lines, index: usize, of_whole: [i64; 3], whole: usize) -> i64 {
    let around = usize::from(lines.around[index]);
    -TEXT[around] - of_whole[around] * lines.mass[index] as i64 / whole as i64
}

fn weigh(lines: &Lines, index: usize) -> i64 {
    let around = usize::from(lines.around[index]);
    let weight = match lines.kinds[index] {
        Kind::Word if lines.in_menu[index] => WORD[around],
        Kind::Word => WORD[around].min(LONE_WORD),
        Kind::Opens => OPENS,
        Kind::Short if around == 2 => SHORT.1,
        Kind::Short if lines.apart[index] <= NEAR => SHORT.0,
        Kind::Short | Kind::Text | Kind::Others => 0,
    };
    if lines.twice[index] {
        weight.max(TWICE)
    } else {
        weight
    }
}

/// Counts the blocks from one end of the page that hold so much running text at most.
fn reach(blocks: impl Iterator<Item = usize>, lines: &Lines, most: usize) -> usize {
    let most = if lines.thread { 0 } else { most };
    let mut mass = 0;
    blocks
        .take_while(|&index| {
            mass += lines.mass[index];
            mass <= most
        })
        .count()
}

/// Counts the blocks from one end of the page that weigh most together, up to a doubt.
///
/// Each block has its weight, and what an edge right before it, seen from the text, weighs.
fn edge(blocks: impl Iterator<Item = (i64, i64)>) -> usize {
    let mut sums = vec![0];
    let mut sum = 0;
    for (weight, closing) in blocks {
        sum += weight;
        sums.push(sum + closing);
    }
    let best = sums.iter().copied().max().unwrap_or(0);
    let good = sums.iter().position(|&sum| sum >= best - DOUBT);
    good.unwrap_or(0)
}
