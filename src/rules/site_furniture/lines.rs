//! What each line of a page is: furniture, running text, or what stands around them.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::{verse, words};
use crate::fold::fold;
use crate::page::{Page, Signs, ends_sentence};
use crate::rules::comment_thread;
use crate::rules::dates::is_date;
use crate::rules::gate::Openings;

/// Longest line, in bytes, that is compared with furniture words.
pub(super) const LONGEST_WORD: usize = 64;
/// Longest row of links, in bytes.
const LONGEST_ROW: usize = 600;
/// What stands between the links of a row.
const BETWEEN_LINKS: &[char] = &['|', '·', '•', '｜', '│', '▪', '／'];
/// Signs of what stands between links, and of a copyright.
const SIGNS: Signs = Signs::BAR.or(Signs::BEYOND);
/// Furniture words that make a line a row of links, if they are at least half of it.
const ROW_WORDS: usize = 2;
/// Marks between links that make a line a row of links, whatever its words.
const ROW_MARKS: usize = 4;
/// Bytes from which a line is text: any line, and one that ends a sentence.
const TEXT: (usize, usize) = (160, 45);
/// The same in scripts without spaces, whose letters have three bytes and whose headlines are long.
const DENSE_TEXT: (usize, usize) = (300, 90);
/// First character of those scripts.
const FIRST_DENSE: char = '\u{3000}';
/// The most that one block counts for.
const MOST_MASS: usize = 400;
/// Furniture words that a page with menus has.
const FEWEST_WORDS: usize = 3;
/// Short lines with which one such word is enough.
const MANY_SHORT: usize = 15;
/// Times that a word may stand apart on a page, with text between: more often, it is a label of the text.
const MOST_TIMES: usize = 2;
/// Blocks on either side that a line is seen with.
const AROUND: usize = 3;
/// Blocks of text around a line from which it stands in the midst of text.
const MIDST: usize = 3;
/// Stamps from which a page has a thread of what others say.
const FEWEST_STAMPS: usize = 3;
/// Blocks between two furniture words of one menu.
const SAME_MENU: usize = 4;
/// Blocks, at least, between the two printings of a menu.
const PRINTINGS_APART: usize = 25;
/// Times that a page prints a menu: a line that comes more often labels something.
const MOST_PRINTINGS: usize = 4;
/// Longest heading, in bytes, that a table of contents names.
const LONGEST_HEADING: usize = 140;
/// Ends of teasers, whose text goes on elsewhere.
const CUT_SHORT: &[&str] = &[
    "…",
    "...",
    "[…]",
    "[...]",
    "Read more",
    "Read More",
    "READ MORE",
    "Continue reading",
];
/// Links below what a reader says.
const ANSWERS: &[&str] = &[
    "Reply",
    "REPLY",
    "reply",
    "Antworten",
    "Répondre",
    "Responder",
    "Rispondi",
    "Ответить",
];

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word that sites use of themselves, a row of such words, a copyright.
    Word,
    /// Running text.
    Text,
    /// Text of others: a teaser that is cut short, or what stands beside names and times.
    Others,
    /// Ends in a colon.
    Opens,
    /// Anything else: short, and no sentence.
    Short,
}

/// The lines of a page that has menus.
pub(super) struct Lines {
    pub(super) kinds: Vec<Kind>,
    /// For each block: bytes of running text, up to a bound.
    pub(super) mass: Vec<usize>,
    /// For each block: how much text is around it: none, some, or it stands in the midst of text.
    pub(super) around: Vec<u8>,
    /// For each block: blocks to the next furniture word.
    pub(super) apart: Vec<usize>,
    /// For each block: a furniture word with another of the same menu.
    pub(super) in_menu: Vec<bool>,
    /// For each block: a short line that the page prints at its head and again at its foot.
    pub(super) twice: Vec<bool>,
    /// For each block: a short line that comes again further down, as the heading that a table of contents names.
    pub(super) again: Vec<bool>,
    /// Most of the page stands beside names and times, as in a forum and a live blog.
    pub(super) thread: bool,
}

impl Lines {
    /// Reads the lines of a page; none where the page has no menus.
    pub(super) fn of(page: &Page<'_>) -> Option<Self> {
        let found = (0..page.blocks().len()).map(|index| furniture(page, index));
        let found: Vec<Option<Found>> = found.collect();
        let words = found.iter().flatten().count();
        let short = || shown(page).filter(|line| is_short(line)).count();
        if words == 0 || (words < FEWEST_WORDS && short() < MANY_SHORT) {
            return None;
        }
        let mut kinds: Vec<Kind> = shown(page).map(plain_kind).collect();
        mark_words(&mut kinds, &found);
        verse::mark(page, &mut kinds);
        let thread = !mark_said(page, &mut kinds);
        let mass = masses(page, &kinds);
        let around = around(&kinds);
        let apart = apart(&kinds);
        let in_menu = in_menu(&kinds);
        let (twice, again) = repeats(page, &kinds, &around);
        Some(Self {
            kinds,
            mass,
            around,
            apart,
            in_menu,
            twice,
            again,
            thread,
        })
    }

    pub(super) fn count_words(&self, blocks: std::ops::Range<usize>) -> usize {
        self.kinds[blocks]
            .iter()
            .filter(|&&kind| kind == Kind::Word)
            .count()
    }
}

fn shown<'a>(page: &'a Page<'_>) -> impl Iterator<Item = &'a str> {
    (0..page.blocks().len()).map(|index| page.shown(index))
}

/// How a line is furniture.
#[derive(Clone, Copy)]
enum Found {
    /// By this word, or by an opening.
    Word(&'static str),
    /// As a row of links or a copyright.
    Row,
}

fn furniture(page: &Page<'_>, index: usize) -> Option<Found> {
    let line = page.shown(index);
    let marked = line.len() <= LONGEST_ROW && page.signs(index).meets(SIGNS);
    if marked && !ends_sentence(line) && line.contains(BETWEEN_LINKS) {
        let links = || {
            line.split(BETWEEN_LINKS)
                .filter(|link| !link.trim().is_empty())
        };
        let known = links().filter(|link| word(link).is_some()).count();
        let row = known >= ROW_WORDS && 2 * known >= links().count();
        let marks = || marks(line) >= ROW_MARKS && !is_table_row(page, index);
        return (row || marks()).then_some(Found::Row);
    }
    let signed = marked && page.signs(index).meets(Signs::LATIN);
    if signed && (line.starts_with('©') || line.contains(" ©")) {
        return Some(Found::Row);
    }
    word(line).map(Found::Word)
}

fn marks(line: &str) -> usize {
    line.matches(BETWEEN_LINKS).count()
}

/// Tells whether a row is one of a table: another with as many marks is next to it, or its outer cells are open.
fn is_table_row(page: &Page<'_>, index: usize) -> bool {
    let line = page.shown(index);
    let alike = |other: Option<&str>| other.is_some_and(|other| marks(other) == marks(line));
    line.starts_with('|') || alike(page.before(index)) || alike(page.after(index))
}

/// Finds the word that sites use of themselves, or the opening of such a line.
fn word(line: &str) -> Option<&'static str> {
    static LETTERS: LazyLock<Openings> = LazyLock::new(|| {
        let words = words::FURNITURE.iter().chain(words::OPENINGS);
        Openings::new(words.copied())
    });
    static WORDS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| words::FURNITURE.iter().copied().collect());
    if line.len() > LONGEST_WORD || !LETTERS.may_begin(line) {
        return None;
    }
    let folded = fold(line);
    WORDS
        .get(folded.as_str())
        .copied()
        .or_else(|| opening(&folded))
}

/// Finds how a folded line begins, if like a heading of links; looks at the openings with its first two bytes.
fn opening(folded: &str) -> Option<&'static str> {
    let first = folded.as_bytes().get(..2)?;
    let from = words::OPENINGS.partition_point(|opening| &opening.as_bytes()[..2] < first);
    words::OPENINGS[from..]
        .iter()
        .take_while(|opening| opening.as_bytes().starts_with(first))
        .find(|opening| folded.starts_with(**opening))
        .copied()
}

/// Tells whether a line is too short for text and for a headline.
pub(super) fn is_short(line: &str) -> bool {
    line.len() <= LONGEST_WORD && !ends_sentence(line) && !super::may_be_headline(line)
}

fn plain_kind(line: &str) -> Kind {
    let dense = line.starts_with(|c: char| c >= FIRST_DENSE);
    let (long, sentence) = if dense { DENSE_TEXT } else { TEXT };
    let text = line.len() >= long || (line.len() >= sentence && ends_sentence(line));
    match text {
        true if CUT_SHORT.iter().any(|end| line.ends_with(end)) => Kind::Others,
        true => Kind::Text,
        false if line.ends_with([':', '：', ',']) => Kind::Opens,
        false => Kind::Short,
    }
}

/// Marks furniture, but for words that come again and again between texts: those label the text.
fn mark_words(kinds: &mut [Kind], found: &[Option<Found>]) {
    let mut times: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut texts = 0;
    for (kind, found) in kinds.iter().zip(found) {
        texts += usize::from(is_text(*kind));
        if let Some(Found::Word(word)) = found {
            let (count, seen) = times.entry(word).or_insert((0, usize::MAX));
            *count += usize::from(*seen != texts);
            *seen = texts;
        }
    }
    for (kind, found) in kinds.iter_mut().zip(found) {
        match found {
            Some(Found::Word(word)) if times[word].0 > MOST_TIMES => *kind = Kind::Short,
            Some(_) => *kind = Kind::Word,
            None => {}
        }
    }
}

const fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Others)
}

/// Marks text beside names and times; fails where most of the page stands so, as in a forum.
fn mark_said(page: &Page<'_>, kinds: &mut [Kind]) -> bool {
    let stamps: Vec<usize> = (0..kinds.len())
        .filter(|&index| is_stamp(page.shown(index)))
        .collect();
    if stamps.len() < FEWEST_STAMPS {
        return true;
    }
    let mut said = Vec::new();
    for &stamp in &stamps {
        let beside = stamp.saturating_sub(AROUND)..(stamp + AROUND + 1).min(kinds.len());
        said.extend(beside.filter(|&index| kinds[index] == Kind::Text));
    }
    said.sort_unstable();
    said.dedup();
    let bytes = |index: usize| page.shown(index).len();
    let all: usize = (0..kinds.len())
        .filter(|&index| kinds[index] == Kind::Text)
        .map(bytes)
        .sum();
    let minor = 3 * said.iter().map(|&index| bytes(index)).sum::<usize>() <= 2 * all;
    if minor {
        said.into_iter()
            .for_each(|index| kinds[index] = Kind::Others);
    }
    minor
}

fn is_stamp(line: &str) -> bool {
    line.len() <= LONGEST_WORD
        && (ANSWERS.contains(&line) || is_date(line) || comment_thread::is_stamp(line))
}

fn masses(page: &Page<'_>, kinds: &[Kind]) -> Vec<usize> {
    let mass = |(line, &kind): (&str, &Kind)| {
        if kind == Kind::Text {
            line.len().min(MOST_MASS)
        } else {
            0
        }
    };
    shown(page).zip(kinds).map(mass).collect()
}

fn around(kinds: &[Kind]) -> Vec<u8> {
    let text = |index: usize| usize::from(kinds[index] == Kind::Text);
    let count = |index: usize| {
        let window = index.saturating_sub(AROUND)..(index + AROUND + 1).min(kinds.len());
        window.map(text).sum::<usize>() - text(index)
    };
    let level = |count| match count {
        0 => 0,
        1..MIDST => 1,
        _ => 2,
    };
    (0..kinds.len()).map(|index| level(count(index))).collect()
}

fn apart(kinds: &[Kind]) -> Vec<usize> {
    let mut apart = vec![usize::MAX; kinds.len()];
    let mut walk = |indices: &mut dyn Iterator<Item = usize>| {
        let mut steps = usize::MAX;
        for index in indices {
            steps = if kinds[index] == Kind::Word {
                0
            } else {
                steps.saturating_add(1)
            };
            apart[index] = apart[index].min(steps);
        }
    };
    walk(&mut (0..kinds.len()));
    walk(&mut (0..kinds.len()).rev());
    apart
}

fn in_menu(kinds: &[Kind]) -> Vec<bool> {
    let words: Vec<usize> = (0..kinds.len())
        .filter(|&index| kinds[index] == Kind::Word)
        .collect();
    let mut in_menu = vec![false; kinds.len()];
    for pair in words
        .windows(2)
        .filter(|pair| pair[1] - pair[0] <= SAME_MENU)
    {
        in_menu[pair[0]] = true;
        in_menu[pair[1]] = true;
    }
    in_menu
}

/// Marks short lines away from all text that stand at the head and again at the foot, as a menu printed twice does,
/// and short lines that come again.
fn repeats(page: &Page<'_>, kinds: &[Kind], around: &[u8]) -> (Vec<bool>, Vec<bool>) {
    let far = PRINTINGS_APART.max(kinds.len() / 2);
    let (mut twice, mut again) = (vec![false; kinds.len()], vec![false; kinds.len()]);
    let mut below: HashMap<&str, (usize, usize)> = HashMap::new();
    for index in (0..kinds.len()).rev() {
        let line = page.shown(index);
        if kinds[index] == Kind::Short && line.len() <= LONGEST_HEADING {
            let (times, last) = below.entry(line).or_insert((0, index));
            *times += 1;
            again[index] = *last > index;
        }
    }
    for index in 0..kinds.len() {
        let Some((times, last)) = below.remove(page.shown(index)) else {
            continue;
        };
        let bare = around[index] == 0 && around[last] == 0;
        if last - index >= far && bare && times <= MOST_PRINTINGS {
            twice[index] = true;
            twice[last] = true;
        }
    }
    (twice, again)
}
