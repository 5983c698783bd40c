//! What one capture shows: the shapes of its lines, and which of them the rules took.

use serde::{Deserialize, Serialize};

use super::shape::shape;
use crate::outcome::Outcome;
use crate::page::Page;
use crate::sketch::{Sketch, hash, mixed};

/// Lines from the start and from the end that are looked at; what stands between them is no furniture.
const EDGE: usize = 128;
/// Longest line, in bytes, that can be learned; of longer ones the hash is kept.
const LONGEST: usize = 500;
/// Bytes of running text that tell a text from others.
const ENOUGH_PROSE: usize = 400;

/// What is kept of one capture to learn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Name of the capture.
    pub id: String,
    /// Its lines, in order.
    pub(super) lines: Vec<Line>,
    /// The running text that the rules left, for telling copies; none of a capture without.
    pub(super) sketch: Option<Sketch>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// Hash of its shape.
    pub(super) key: u64,
    pub(super) is: Is,
    /// Its text, where it can be learned.
    pub(super) text: String,
}

/// What a line is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Is {
    /// Running text.
    Prose,
    /// Neither running text nor removed.
    Other,
    /// Removed.
    Gone,
}

impl Seen {
    /// Looks at an outcome.
    ///
    /// Its plan must not know what was learned before, or it would be forgotten.
    pub fn of(id: &str, outcome: &Outcome<'_>) -> Self {
        let page = outcome.page();
        let is = fates(outcome);
        let edge = |index: &usize| *index < EDGE || index + EDGE >= is.len();
        Self {
            id: id.to_owned(),
            lines: (0..is.len())
                .filter(edge)
                .filter_map(|index| Line::of(page.shown(index), is[index]))
                .collect(),
            sketch: sketch(page, &is),
        }
    }

    /// Returns the hash of all it shows: captures of one page that show the same are one.
    pub(super) fn key(&self) -> u64 {
        self.lines.iter().fold(0, |all, line| mixed(all ^ line.key))
    }

    /// Returns about how many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        let lines = self.lines.iter();
        let texts: usize = lines.map(|line| line.text.len() + size_of::<Line>()).sum();
        texts + self.id.len() + size_of::<Self>() + size_of::<Sketch>()
    }
}

/// Sketches the running text; of a capture with little of it, as verse is or text in short lines, all that is left.
fn sketch(page: &Page<'_>, is: &[Is]) -> Option<Sketch> {
    let lines = |wanted: fn(Is) -> bool| {
        let wanted = (0..is.len()).filter(move |&index| wanted(is[index]));
        wanted.map(|index| page.shown(index))
    };
    let prose: usize = lines(|is| is == Is::Prose).map(str::len).sum();
    match prose >= ENOUGH_PROSE {
        true => Sketch::of(lines(|is| is == Is::Prose)),
        false => Sketch::of(lines(|is| is != Is::Gone)),
    }
}

impl Line {
    /// Returns how many bytes it shows, or the most that a line to be learned has.
    pub(super) const fn bytes(&self) -> usize {
        if self.text.is_empty() {
            LONGEST
        } else {
            self.text.len()
        }
    }

    fn of(shown: &str, is: Is) -> Option<Self> {
        if shown.len() > LONGEST {
            let key = hash(shown.chars());
            let text = String::new();
            return Some(Self { key, is, text });
        }
        let shape = shape(shown);
        (!shape.is_empty()).then(|| Self {
            key: shape.key(),
            is,
            text: shown.to_owned(),
        })
    }
}

/// Tells for each block what it is to the rules.
fn fates(outcome: &Outcome<'_>) -> Vec<Is> {
    let page = outcome.page();
    let mut removals = outcome.removals().iter().peekable();
    let blocks = page.blocks().iter().enumerate();
    let fate = |(index, block): (usize, &crate::page::Block)| {
        while removals
            .next_if(|removal| removal.span.end <= block.shown().start)
            .is_some()
        {}
        match removals.peek() {
            Some(removal) if removal.span.covers(block.shown()) => Is::Gone,
            _ if page.is_prose(index) => Is::Prose,
            _ => Is::Other,
        }
    };
    blocks.map(fate).collect()
}
