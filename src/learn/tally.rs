//! Where a line stands in the captures of a site, with the lines that may be furniture taken for transparent.

use foldhash::{HashMap, HashSet};

use super::seen::{Is, Line, Seen};
use crate::page::ends_sentence;

/// Lines of the capture's own that may stand above a line of its head: headline, standfirst, byline, date.
const HEAD_OTHERS: usize = 4;
/// Running texts that may stand above a line of its head: a standfirst; above a sentence it is the first paragraph.
const HEAD_PROSE: usize = 1;
/// Lines of the capture's own that may stand below a line of its tail; none of them running text.
const TAIL_OTHERS: usize = 2;
/// Lines of the capture's own that may stand between its edge and a line outside of its text: the date of the day.
const OUTER_OTHERS: usize = 1;

/// The keys of the lines that may be furniture.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Those that enough captures have.
    pub(super) frequent: HashSet<u64>,
    /// Those of them that nothing speaks against so far.
    pub(super) furniture: HashSet<u64>,
}

/// Counts over the captures that have a line and keep it: what a rule takes there needs no profile.
#[derive(Debug, Default)]
pub(super) struct Tally<'s> {
    /// The captures that have it, in order.
    pub(super) captures: Vec<&'s Seen>,
    /// Its text in the first of them.
    pub(super) text: &'s str,
    /// Whether its numbers differ between captures.
    pub(super) varies: bool,
    /// Places at the head.
    pub(super) head: usize,
    /// Places at the tail.
    pub(super) tail: usize,
    /// Places among frequent lines alone, on the way from the edge and beside it.
    pub(super) outside: usize,
    /// Places beside furniture or what a rule takes.
    pub(super) beside: usize,
    /// How often it stands in a capture that has it already.
    pub(super) repeated: usize,
    /// Places in captures that are more than half furniture.
    pub(super) hollow: usize,
    /// What stands above it.
    pub(super) above: Side,
    /// What stands below it.
    pub(super) below: Side,
}

/// The lines on one side of a line.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// The different ones.
    pub(super) different: HashSet<u64>,
    /// Places where it is furniture, or there is none.
    pub(super) furniture: usize,
}

/// Counts the lines of some captures.
pub(super) fn tally<'s>(captures: &[&'s Seen], known: &Known) -> HashMap<u64, Tally<'s>> {
    let mut tallies: HashMap<u64, Tally<'s>> = HashMap::default();
    for &seen in captures {
        let shown = Shown::of(seen, known);
        for (index, line) in seen.lines.iter().enumerate() {
            if !line.text.is_empty() && line.is != Is::Gone {
                let tally = tallies.entry(line.key).or_default();
                tally.add(&shown, line, index);
            }
        }
    }
    tallies
}

/// The lines of a capture, with what stands around each.
struct Shown<'s> {
    seen: &'s Seen,
    /// For each line: it is furniture or removed.
    passed: Vec<bool>,
    /// For each line: it is frequent or removed.
    frequent: Vec<bool>,
    own: Above,
    prose: Above,
    infrequent: Above,
    hollow: bool,
}

/// For each line the number of some lines above it, and of all.
struct Above(Vec<usize>, usize);

impl Above {
    fn of(counts: impl Iterator<Item = bool>) -> Self {
        let mut all = 0;
        let above = counts.map(|counts| {
            all += usize::from(counts);
            all - usize::from(counts)
        });
        Self(above.collect(), all)
    }

    fn above(&self, index: usize) -> usize {
        self.0[index]
    }

    fn below(&self, index: usize) -> usize {
        self.1 - self.0.get(index + 1).unwrap_or(&self.1)
    }
}

impl<'s> Shown<'s> {
    fn of(seen: &'s Seen, known: &Known) -> Self {
        let lines = || seen.lines.iter();
        let gone = |line: &Line| line.is == Is::Gone;
        let furniture = |line: &Line| !gone(line) && known.furniture.contains(&line.key);
        let passed = |line: &Line| gone(line) || furniture(line);
        let frequent = |line: &Line| gone(line) || known.frequent.contains(&line.key);
        let (mut own, mut taken) = (0, 0);
        for line in lines().filter(|line| !gone(line)) {
            *if furniture(line) {
                &mut taken
            } else {
                &mut own
            } += line.bytes();
        }
        Self {
            seen,
            passed: lines().map(passed).collect(),
            frequent: lines().map(frequent).collect(),
            own: Above::of(lines().map(|line| !passed(line))),
            prose: Above::of(lines().map(|line| line.is == Is::Prose && !passed(line))),
            infrequent: Above::of(lines().map(|line| !frequent(line))),
            hollow: taken > own,
        }
    }

    fn is_head(&self, index: usize) -> bool {
        let may_be_text = ends_sentence(&self.seen.lines[index].text);
        let prose = if may_be_text { 0 } else { HEAD_PROSE };
        self.own.above(index) <= HEAD_OTHERS && self.prose.above(index) <= prose
    }

    fn is_tail(&self, index: usize) -> bool {
        self.own.below(index) <= TAIL_OTHERS && self.prose.below(index) == 0
    }

    fn is_outside(&self, index: usize) -> bool {
        let outer = self
            .infrequent
            .above(index)
            .min(self.infrequent.below(index));
        let beside =
            [index.checked_sub(1), Some(index + 1)].map(|at| is_none_or(&self.frequent, at));
        outer <= OUTER_OTHERS && beside == [true, true]
    }

    fn is_beside(&self, index: usize) -> bool {
        let passed =
            |index: Option<usize>| index.and_then(|index| self.passed.get(index)) == Some(&true);
        passed(index.checked_sub(1)) || passed(Some(index + 1))
    }

    fn key(&self, index: Option<usize>) -> u64 {
        let line = index.and_then(|index| self.seen.lines.get(index));
        line.map_or(0, |line| line.key)
    }
}

/// Tells whether a line has a mark, or there is no such line.
fn is_none_or(marks: &[bool], index: Option<usize>) -> bool {
    index.and_then(|index| marks.get(index)) != Some(&false)
}

impl<'s> Tally<'s> {
    fn add(&mut self, shown: &Shown<'s>, line: &'s Line, index: usize) {
        let again = |seen: &&Seen| std::ptr::eq(*seen, shown.seen);
        if self.captures.is_empty() {
            self.text = &line.text;
        }
        self.varies |= numbers(self.text).ne(numbers(&line.text));
        match self.captures.last().is_some_and(again) {
            true => self.repeated += 1,
            false => self.captures.push(shown.seen),
        }
        self.head += usize::from(shown.is_head(index));
        self.tail += usize::from(shown.is_tail(index));
        self.outside += usize::from(shown.is_outside(index));
        self.beside += usize::from(shown.is_beside(index));
        self.hollow += usize::from(shown.hollow);
        self.above.add(shown, index.checked_sub(1));
        self.below.add(shown, Some(index + 1));
    }

    /// Tells whether a count is nearly all of the places where it stands.
    pub(super) fn mostly(&self, count: usize) -> bool {
        count * 5 >= self.places() * 4
    }

    /// Returns how many places it stands at.
    pub(super) const fn places(&self) -> usize {
        self.captures.len() + self.repeated
    }

    /// Tells whether it stands between furniture and ever different lines, never beside one and the same line of texts.
    pub(super) fn is_apart(&self) -> bool {
        let apart =
            |side: &Side| self.mostly(side.furniture) || side.different.len() * 2 >= self.places();
        apart(&self.above) && apart(&self.below)
    }
}

impl Side {
    fn add(&mut self, shown: &Shown<'_>, index: Option<usize>) {
        self.different.insert(shown.key(index));
        self.furniture += usize::from(is_none_or(&shown.passed, index));
    }
}

fn numbers(line: &str) -> impl Iterator<Item = char> {
    line.chars().filter(char::is_ascii_digit)
}
