//! The element that Readability would take for the article, found without a look at class names.
//!
//! Source: Arc90's Readability, as kept up in Mozilla's Readability.js.

use super::measure::Measured;
use super::tags::Tag;
use crate::html::outline::Hidden;

/// Characters from which a block counts, in scripts that write words.
const LEAST_CHARS: f32 = 25.0;
/// Levels above a paragraph that share in its score.
const LEVELS: usize = 4;
/// How much more a character says where words are written without spaces.
const DENSE: f32 = 2.2;
/// White space that counted characters leave out.
const SPACED: f32 = 1.2;

/// Scores of all elements, and the best.
pub(super) struct Candidate {
    /// The score of each element.
    pub scores: Vec<f32>,
    /// The element with the best score.
    pub top: usize,
    /// The element that each block gives its full score to.
    pub owners: Vec<usize>,
    /// The score that each block gives.
    pub given: Vec<f32>,
    /// Whether each element is the best one or inside of it.
    pub inside: Vec<bool>,
    /// Levels from the best element up to the first that holds the element too.
    pub away: Vec<u16>,
}

impl Candidate {
    /// Scores all elements of a page.
    pub(super) fn of(page: &Measured) -> Self {
        let owners: Vec<usize> = page
            .elements
            .iter()
            .map(|element| owner(page, *element))
            .collect();
        let given: Vec<f32> = (0..page.len()).map(|block| given(page, block)).collect();
        let scores = scores(page, &owners, &given);
        let top = best(&scores);
        let mut candidate = Self {
            inside: vec![false; scores.len()],
            away: vec![0; scores.len()],
            scores,
            top,
            owners,
            given,
        };
        candidate.locate(page);
        candidate
    }

    /// Returns the best score, more than 0.
    pub(super) fn top_score(&self) -> f32 {
        self.scores
            .get(self.top)
            .copied()
            .unwrap_or_default()
            .max(1e-6)
    }

    fn locate(&mut self, page: &Measured) {
        if self.scores.is_empty() {
            return;
        }
        let mut on_path = vec![u16::MAX; self.scores.len()];
        let (mut at, mut levels) = (self.top, 0);
        while at != 0 {
            on_path[at] = levels;
            at = page.input.parent(at);
            levels += 1;
        }
        on_path[0] = levels;
        for element in 0..self.scores.len() {
            let parent = page.input.parent(element);
            self.inside[element] = element == self.top || (element > 0 && self.inside[parent]);
            let on_path = on_path[element];
            self.away[element] = match on_path {
                _ if self.inside[element] => 0,
                u16::MAX => self.away[parent],
                levels => levels,
            };
        }
    }
}

/// Finds the element that gets the score of a block: that around a paragraph, or the element itself.
fn owner(page: &Measured, element: usize) -> usize {
    let paragraph = [
        Tag::P,
        Tag::PRE,
        Tag::TD,
        Tag::BLOCKQUOTE,
        Tag::LI,
        Tag::DD,
        Tag::FIGCAPTION,
    ];
    if paragraph.contains(&page.input.elements[element].tag) {
        page.input.parent(element)
    } else {
        element
    }
}

fn given(page: &Measured, block: usize) -> f32 {
    let text = &page.texts[block];
    let dense = if text.words > 1.5 * text.runs as f32 {
        DENSE
    } else {
        1.0
    };
    let chars = text.chars as f32 * dense * SPACED;
    let off = Hidden::ATTRIBUTE | Hidden::STYLE | Hidden::CHOICE;
    if chars < LEAST_CHARS || page.headings[block] > 0 || page.input.blocks[block].hidden.meets(off)
    {
        return 0.0;
    }
    let score = 1.0 + text.commas as f32 + (chars / 100.0).floor().min(3.0);
    score * (1.0 - page.links[block])
}

fn scores(page: &Measured, owners: &[usize], given: &[f32]) -> Vec<f32> {
    let mut scores = vec![0.0; page.input.elements.len()];
    for (owner, given) in owners.iter().zip(given) {
        let mut at = *owner;
        for level in 0..LEVELS {
            scores[at] += given / [1.0, 2.0, 6.0, 9.0][level];
            if at == 0 {
                break;
            }
            at = page.input.parent(at);
        }
    }
    let elements = page.input.elements.iter().zip(&page.sums).zip(scores);
    elements
        .map(|((element, sums), score)| {
            if score > 0.0 {
                (score + bonus(element.tag)) * (1.0 - sums.link_share())
            } else {
                0.0
            }
        })
        .collect()
}

fn bonus(tag: Tag) -> f32 {
    match tag {
        Tag::DIV | Tag::ARTICLE | Tag::MAIN => 5.0,
        Tag::PRE | Tag::TD | Tag::BLOCKQUOTE => 3.0,
        Tag::ADDRESS | Tag::OL | Tag::UL | Tag::DL | Tag::DD | Tag::DT | Tag::LI | Tag::FORM => {
            -3.0
        }
        _ => 0.0,
    }
}

fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (element, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = element;
        }
    }
    best
}
