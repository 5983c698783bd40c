//! Which lines of a sample are the site's own, and not the text's.

use foldhash::{HashMap, HashSet};

use super::profile::{Learned, Stands};
use super::sample::Sample;
use super::seen::Seen;
use super::tally::{Known, Tally, tally};
use crate::page::ends_sentence;
use crate::rules::{is_byline, is_date};
use crate::sketch::is_wide;

/// Captures that a site has at least; of fewer nothing is learned.
const FEWEST_CAPTURES: usize = 8;
/// Captures that a line stands on at least.
const FEWEST: usize = 5;
/// Share of the captures that a line stands on at least, as one in so many.
const ONE_IN: usize = 10;
/// The same of a sentence: news agencies end many texts of one subject with the same words.
const ONE_IN_OF_SENTENCES: usize = 4;
/// Captures that a line within the text stands on at least: a news agency says some sentences again and again.
const FEWEST_WITHIN: usize = 10;
/// Share of the captures that a line within the text stands on at least, as one in so many.
const ONE_IN_WITHIN: usize = 2;
/// Likeness from which two captures are copies of one text.
const COPY: f32 = 0.5;
/// Words from which a line is no label, heading or name any more; those need frequent lines alone around them.
const LABEL_WORDS: usize = 6;
/// Letters that say as much as a word, in scripts without spaces.
const LETTERS_A_WORD: usize = 3;
/// Examples of captures that a profile names.
const EXAMPLES: usize = 3;

/// Tells which lines of a site's captures are furniture, in the order of their texts.
///
/// A line may be furniture if enough captures have it that are no copies of one another. Whether it is depends on where
/// it stands, and that on what else is furniture: the lines stay that vouch for each other.
pub fn furniture(sample: &Sample) -> Vec<Learned> {
    let captures = without_copies(sample);
    let total = captures.len();
    let mut lines = Vec::new();
    if total >= FEWEST_CAPTURES {
        lines = vouched(&captures)
            .into_values()
            .map(|tally| learned(&tally, total))
            .collect();
    }
    lines.sort_unstable_by(|one, two| one.text.cmp(&two.text));
    lines
}

/// Leaves of captures with nearly the same running text the first.
fn without_copies(sample: &Sample) -> Vec<&Seen> {
    let mut captures: Vec<&Seen> = Vec::new();
    for seen in sample.captures() {
        let is_copy = |other: &&Seen| match (&seen.sketch, &other.sketch) {
            (Some(one), Some(two)) => one.likeness(two) >= COPY,
            _ => false,
        };
        if !captures.iter().any(is_copy) {
            captures.push(seen);
        }
    }
    captures
}

/// Takes all lines for furniture that are frequent enough, then drops those that the others do not bear out, until
/// none is left to drop.
fn vouched<'s>(captures: &[&'s Seen]) -> HashMap<u64, Tally<'s>> {
    let total = captures.len();
    let mut tallies = tally(captures, &Known::default());
    tallies.retain(|_, tally| is_frequent(tally, total));
    let mut known = Known {
        frequent: tallies.keys().copied().collect(),
        furniture: HashSet::default(),
    };
    tallies.retain(|_, tally| !is_own(tally));
    loop {
        known.furniture = tallies.keys().copied().collect();
        tallies = tally(captures, &known);
        tallies.retain(|key, tally| known.furniture.contains(key) && is_furniture(tally, total));
        if tallies.len() == known.furniture.len() {
            return tallies;
        }
    }
}

fn is_frequent(tally: &Tally<'_>, total: usize) -> bool {
    let count = tally.captures.len();
    let one_in = match ends_sentence(tally.text) {
        true => ONE_IN_OF_SENTENCES,
        false => ONE_IN,
    };
    count >= FEWEST && count * one_in >= total
}

/// Tells whether a line is of the capture, however often it comes again: a date, a byline, a label with a number.
fn is_own(tally: &Tally<'_>) -> bool {
    is_date(tally.text)
        || is_byline(tally.text)
        || (tally.varies && words(tally.text) < LABEL_WORDS)
}

/// Weighs where a line stands.
fn is_furniture(tally: &Tally<'_>, total: usize) -> bool {
    if tally.hollow * 2 > tally.places() {
        return false;
    }
    let is_label = words(tally.text) < LABEL_WORDS;
    let repeated = tally.repeated * 2 >= tally.captures.len();
    let at_edge = tally.mostly(edges(tally));
    let outside = at_edge && tally.mostly(tally.outside);
    if is_label || repeated {
        return outside && tally.mostly(tally.beside);
    }
    outside || (at_edge && tally.is_apart()) || is_promo_within(tally, total)
}

fn edges(tally: &Tally<'_>) -> usize {
    tally.places().min(tally.head + tally.tail)
}

/// Tells whether a line between paragraphs is the site's: a whole sentence, on every other capture, between ever
/// different lines.
fn is_promo_within(tally: &Tally<'_>, total: usize) -> bool {
    let count = tally.captures.len();
    let asks = tally.text.ends_with(['?', '？', '؟']);
    let is_sentence = ends_sentence(tally.text) && !asks;
    let differs =
        tally.mostly(tally.above.different.len()) && tally.mostly(tally.below.different.len());
    is_sentence && differs && count >= FEWEST_WITHIN && count * ONE_IN_WITHIN >= total
}

/// Counts the words of a line; some letters make one in scripts without spaces.
fn words(line: &str) -> usize {
    let spaced = line
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic));
    let wide = line.chars().filter(|&c| is_wide(c)).count();
    spaced.count().max(wide / LETTERS_A_WORD)
}

fn learned(tally: &Tally<'_>, total: usize) -> Learned {
    let mut examples: Vec<&str> = tally.captures.iter().map(|seen| seen.id.as_str()).collect();
    examples.sort_unstable();
    Learned {
        text: tally.text.to_owned(),
        any_number: tally.varies,
        stands: match (tally.mostly(tally.head), tally.mostly(tally.tail)) {
            (true, false) => Stands::Head,
            (false, true) => Stands::Tail,
            _ if tally.mostly(edges(tally)) => Stands::Edges,
            _ => Stands::Within,
        },
        captures: tally.captures.len(),
        of: total,
        examples: examples
            .into_iter()
            .take(EXAMPLES)
            .map(str::to_owned)
            .collect(),
    }
}
