//! The repair of one line: every encoding is tried, the one that leaves least oddness wins.

use std::num::NonZeroU32;

use super::charmap::{CHARMAP, COUNT, WINDOWS_1252};
use super::oddness::{Lone, oddness};
use crate::edit::narrow;

/// Oddness that must vanish before a stretch is repaired on its own evidence, in tenths.
const SURE: i32 = 20;

/// The same where other repairs of the line or the text vouch for the encoding.
const VOUCHED: i32 = 1;

/// Added for "Â" and a symbol that are a word of their own.
const STRAY: i32 = 15;

/// Rounds of wrong decoding that are undone; what needs more is left alone.
const ROUNDS: usize = 8;

/// Longest line that is repaired, in bytes: each of its characters takes far more than a byte meanwhile.
const LONGEST: usize = 4 << 20;

/// Stands for a later byte that was lost.
const LOST: u16 = 0x100;

/// Stands for a space that may have been a no-break space.
const SPACE: u16 = 0x20;

/// One character of the line being repaired.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) ch: char,
    /// How many bytes of the line it was made from, where it was repaired.
    repaired: Option<NonZeroU32>,
}

impl Cell {
    pub(super) const fn is_repaired(&self) -> bool {
        self.repaired.is_some()
    }

    /// Returns how many bytes of the line it stands for.
    pub(super) fn length(&self) -> usize {
        self.repaired
            .map_or(self.ch.len_utf8(), |length| length.get() as usize)
    }
}

/// How many sequences were repaired in each encoding.
pub(super) type Evidence = [usize; COUNT];

/// A run of sequences that stand side by side.
struct Run {
    start: usize,
    end: usize,
    sequences: Vec<(usize, usize, char)>,
    gain: i32,
}

/// What one encoding would do to the line.
struct Proposal {
    runs: Vec<Run>,
    gain: i32,
    sequences: usize,
}

/// Repairs a line until nothing is left to repair; `None` when nothing was, too much is, or the line is too long.
///
/// `known` holds what was repaired elsewhere in the text: where an encoding has been seen at work,
/// weaker traces of it are repaired too.
pub(super) fn repair(line: &str, known: &Evidence) -> Option<(Vec<Cell>, Evidence)> {
    if line.len() > LONGEST {
        return None;
    }
    let mut cells: Vec<Cell> = Vec::with_capacity(line.chars().count());
    cells.extend(line.chars().map(|ch| Cell { ch, repaired: None }));
    let mut evidence = [0; COUNT];
    for _ in 0..ROUNDS {
        let possible = possible(&cells);
        let best = (0..COUNT)
            .filter(|index| possible >> index & 1 == 1)
            .filter_map(|index| Some((index, propose(&cells, index, known[index])?)))
            .reduce(|best, next| {
                if next.1.gain > best.1.gain {
                    next
                } else {
                    best
                }
            });
        let Some((index, proposal)) = best else {
            return cells
                .iter()
                .any(Cell::is_repaired)
                .then_some((cells, evidence));
        };
        evidence[index] += proposal.sequences;
        cells = rewrite(&cells, &proposal.runs);
    }
    None
}

/// Returns the encodings in which some sequence of the line is whole.
fn possible(cells: &[Cell]) -> u16 {
    (0..cells.len()).fold(0, |all, at| {
        let spaced = cells.get(at + 1).is_some_and(|cell| cell.ch == ' ');
        let clipped = spaced && matches!(cells[at].ch, 'Ã' | 'Â');
        let whole = CHARMAP.whole(cells[at..].iter().map(|cell| cell.ch));
        all | whole | u16::from(clipped) << WINDOWS_1252
    })
}

fn propose(cells: &[Cell], index: usize, known: usize) -> Option<Proposal> {
    let bytes: Vec<Option<u16>> = cells.iter().map(|cell| byte(cell.ch, index)).collect();
    let mut runs = find_runs(cells, &bytes, index, Lone::Odd);
    let sure = |run: &Run| run.gain >= SURE;
    let strong: usize = runs
        .iter()
        .filter(|run| sure(run))
        .map(|run| run.sequences.len())
        .sum();
    let whole = !runs.is_empty() && !contradicted(cells, &runs);
    let total: i32 = runs.iter().map(|run| run.gain).sum();
    let vouched = known >= 2 || strong >= 2 || whole && total >= SURE;
    if strong == 0 && !vouched {
        return None;
    }
    if vouched {
        runs = find_runs(cells, &bytes, index, Lone::Fine);
        runs.retain(|run| whole || run.gain >= VOUCHED);
    } else {
        runs.retain(|run| {
            sure(run) && run.sequences.iter().any(|&(start, end, _)| end - start > 2)
        });
    }
    let controls = if CHARMAP.keeps_controls(index) {
        0
    } else {
        controls(cells, &runs)
    };
    let gain = runs.iter().map(|run| run.gain).sum::<i32>() - controls;
    if gain < VOUCHED {
        return None;
    }
    let sequences = runs.iter().map(|run| run.sequences.len()).sum();
    (sequences > 0).then_some(Proposal {
        runs,
        gain,
        sequences,
    })
}

/// Tells whether the line holds a character above ASCII that stands outside every run: then it was
/// not decoded wrongly as a whole, and a single short sequence is too little to go by.
fn contradicted(cells: &[Cell], runs: &[Run]) -> bool {
    let mut runs = runs.iter().peekable();
    (0..cells.len()).any(|at| {
        while runs.next_if(|run| run.end <= at).is_some() {}
        let inside = runs.peek().is_some_and(|run| run.start <= at);
        !inside && !cells[at].ch.is_ascii() && cells[at].ch != '\u{FFFD}'
    })
}

/// Counts the C1 controls in the runs: most encodings have letters where those stand, so they speak
/// for the few that do not.
fn controls(cells: &[Cell], runs: &[Run]) -> i32 {
    let control = |cell: &&Cell| matches!(cell.ch, '\u{80}'..='\u{9F}');
    let count = |run: &Run| cells[run.start..run.end].iter().filter(control).count();
    i32::try_from(runs.iter().map(count).sum::<usize>()).unwrap_or(i32::MAX)
}

fn byte(ch: char, index: usize) -> Option<u16> {
    if ch == '\u{FFFD}' {
        return Some(LOST);
    }
    CHARMAP.byte(ch, index).map(u16::from)
}

fn find_runs(cells: &[Cell], bytes: &[Option<u16>], index: usize, lone: Lone) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let Some((end, ch)) = sequence(cells, bytes, at, index) else {
            at += 1;
            continue;
        };
        match runs.last_mut() {
            Some(run) if run.end == at => {
                run.end = end;
                run.sequences.push((at, end, ch));
            }
            _ => runs.push(Run {
                start: at,
                end,
                sequences: vec![(at, end, ch)],
                gain: 0,
            }),
        }
        at = end;
    }
    for run in &mut runs {
        run.gain = gain(cells, run, lone);
    }
    runs
}

/// Returns how much oddness vanishes when a run is decoded.
fn gain(cells: &[Cell], run: &Run, lone: Lone) -> i32 {
    let from = run.start.saturating_sub(2);
    let to = (run.end + 2).min(cells.len());
    let edge = if from == 0 { Some(' ') } else { None };
    let around = |range: std::ops::Range<usize>| cells[range].iter().map(|cell| cell.ch);
    let was: Vec<char> = edge.into_iter().chain(around(from..to)).collect();
    let now: Vec<char> = edge
        .into_iter()
        .chain(around(from..run.start))
        .chain(run.sequences.iter().map(|&(_, _, ch)| ch))
        .chain(around(run.end..to))
        .collect();
    stray(cells, run.start) + oddness(&was, Lone::Fine) - oddness(&now, lone)
}

/// Returns how odd it is that a word is "Â" and a symbol: this is what every symbol of Latin-1 turns
/// into. Counted here, because after a first repair it speaks for a second, not against the first.
fn stray(cells: &[Cell], start: usize) -> i32 {
    let letter = |at: usize| cells.get(at).is_some_and(|cell| cell.ch.is_alphabetic());
    let alone = start == 0 || !letter(start - 1);
    if cells[start].ch == 'Â' && alone && !letter(start + 1) {
        STRAY
    } else {
        0
    }
}

/// Decodes the UTF-8 sequence that starts here; returns where it ends and the character.
fn sequence(
    cells: &[Cell],
    bytes: &[Option<u16>],
    at: usize,
    index: usize,
) -> Option<(usize, char)> {
    let lead = u32::from(bytes[at]?);
    if CHARMAP.role(cells[at].ch).lead() >> index & 1 == 0 {
        return None;
    }
    if lead == 0xC3 && index == WINDOWS_1252 && bytes.get(at + 1) == Some(&Some(SPACE)) {
        return Some((at + a_grave(&cells[at + 2..]), 'à'));
    }
    let (length, first) = match lead {
        0xC2..=0xDF => (2, lead & 0x1F),
        0xE0..=0xEF => (3, lead & 0x0F),
        0xF0..=0xF4 => (4, lead & 0x07),
        _ => return None,
    };
    let mut code = first;
    let mut lost = false;
    for offset in 1..length {
        match (*bytes.get(at + offset)?)? {
            tail @ 0x80..=0xBF => code = code << 6 | u32::from(tail & 0x3F),
            LOST => lost = true,
            SPACE if was_no_break(lead, bytes.get(at + 2)) && offset == 1 => {
                code = code << 6 | 0x20
            }
            0x3F if lead == 0xE2 && offset == 2 && code == 0x80 => lost = true,
            _ => return None,
        }
    }
    let end = at + length;
    if lost {
        return Some((end, '\u{FFFD}'));
    }
    match code {
        0xD800..=0xDBFF => pair(bytes, end, code),
        0..0x80 => None,
        0x80..0x800 if length > 2 => None,
        0x800..0x1_0000 if length > 3 => None,
        _ => Some((end, char::from_u32(code)?)),
    }
}

/// Returns how many characters stand for "à" whose second byte became a space: the space goes where
/// the word goes on or another space follows.
fn a_grave(after: &[Cell]) -> usize {
    let word: String = after
        .iter()
        .map(|cell| cell.ch)
        .take_while(|ch| ch.is_alphabetic())
        .take(8)
        .collect();
    let joined = matches!(
        word.as_str(),
        "s" | "quele" | "queles" | "quela" | "quelas" | "quilo"
    );
    let spaced = after.first().is_some_and(|cell| cell.ch == ' ');
    if joined || spaced { 2 } else { 1 }
}

/// Tells whether the space after this lead byte may have been a no-break space: after the leads of
/// frequent letters, and inside a run of sequences.
fn was_no_break(lead: u32, next: Option<&Option<u16>>) -> bool {
    let leads_on = matches!(next, Some(Some(0xC2..=0xF4)));
    match lead {
        0xC2 | 0xC5 => true,
        0xCE | 0xD0 | 0xD9 => leads_on,
        0xE0 => matches!(next, Some(Some(0x80..=0xBF))),
        _ => false,
    }
}

/// Joins two surrogates that were written as three bytes each (CESU-8).
fn pair(bytes: &[Option<u16>], at: usize, high: u32) -> Option<(usize, char)> {
    let [Some(0xED), Some(one @ 0xB0..=0xBF), Some(two @ 0x80..=0xBF)] = *bytes.get(at..at + 3)?
    else {
        return None;
    };
    let low = u32::from(one & 0x0F) << 6 | u32::from(two & 0x3F);
    let code = 0x1_0000 + ((high & 0x3FF) << 10 | low);
    Some((at + 3, char::from_u32(code)?))
}

/// Puts the decoded characters of some runs in place of what they were made from.
fn rewrite(cells: &[Cell], runs: &[Run]) -> Vec<Cell> {
    let mut out = Vec::with_capacity(cells.len());
    let mut at = 0;
    for &(start, end, ch) in runs.iter().flat_map(|run| &run.sequences) {
        out.extend_from_slice(&cells[at..start]);
        let length: usize = cells[start..end].iter().map(Cell::length).sum();
        let repaired = NonZeroU32::new(narrow(length));
        out.push(Cell { ch, repaired });
        at = end;
    }
    out.extend_from_slice(&cells[at..]);
    out
}
