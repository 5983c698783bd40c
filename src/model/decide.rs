//! Which blocks of a page are content, by their probabilities.
//!
//! The rules are measured in `training/`; `training/choose.py` is the same in Python.

use super::measure::Measured;
use super::units::Units;

/// Words over which the best probability of a page is averaged.
const BEST_WORDS: f32 = 100.0;
/// The same as a share of the page, for short pages.
const BEST_SHARE: f32 = 0.3;
/// Blocks before the first chosen one in which the headline is looked for.
const HEADLINE_REACH: usize = 12;
/// Words from which a block that the page showed before is a repetition.
const REPEATED_WORDS: f32 = 15.0;

/// How much to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// All that belongs to the subject of the page: lists, comments of a forum, product data.
    Page,
    /// In between, for pages of all sorts.
    #[default]
    Auto,
    /// Running text only.
    Article,
}

/// What becomes of the block that shows the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headline {
    /// It is content where it stands shortly before other content.
    #[default]
    Keep,
    /// It is no content.
    Drop,
}

/// The blocks that were chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Whether each block is content.
    pub content: Vec<bool>,
    /// The probability from which a block is.
    pub threshold: f32,
    /// The F1 to expect, from 0.0 to 1.0: how sure the choice is.
    pub confidence: f32,
}

impl Headline {
    /// All of them, with their names in settings.
    pub const ALL: &[(&str, Self)] = &[("keep", Self::Keep), ("drop", Self::Drop)];
}

impl Profile {
    /// All of them, with their names in settings.
    pub const ALL: &[(&str, Self)] = &[
        ("auto", Self::Auto),
        ("page", Self::Page),
        ("article", Self::Article),
    ];

    /// Returns the share of the page's best probability that a block has to reach.
    const fn share(self) -> f32 {
        match self {
            Self::Page => 0.5,
            Self::Auto => 0.6,
            Self::Article => 0.7,
        }
    }
}

/// Chooses the blocks of a page.
///
/// `title` is the block that shows the title of the page, if any does.
pub fn decide(
    (page, units): (&Measured, &Units),
    probabilities: &[f32],
    profile: Profile,
    (headline, title): (Headline, Option<usize>),
) -> Choice {
    let words: Vec<f32> = page.texts.iter().map(|text| text.words).collect();
    let (threshold, confidence) = threshold(probabilities, &words, profile);
    let mut content: Vec<bool> = probabilities
        .iter()
        .map(|probability| *probability >= threshold)
        .collect();
    units.complete_lists(page, probabilities, threshold, &mut content);
    units.keep_code(&mut content);
    match headline {
        Headline::Keep => add_headline(&mut content, page, title),
        Headline::Drop => drop_headline(&mut content, title),
    }
    drop_repeated(&mut content, page, units);
    Choice {
        content,
        threshold,
        confidence,
    }
}

/// Returns the threshold of a page and the F1 that is expected with the plug-in threshold.
///
/// The plug-in threshold takes the likeliest blocks as long as the expected F1 grows; the relative one keeps it from
/// taking blocks that are far less likely than the best of the page.
///
/// Source: Lipton, Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014.
pub fn threshold(probabilities: &[f32], words: &[f32], profile: Profile) -> (f32, f32) {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|a, b| probabilities[*b].total_cmp(&probabilities[*a]));
    let likely = |block: usize| probabilities[block] * words[block];
    let all: f32 = order
        .iter()
        .map(|block| likely(*block))
        .sum::<f32>()
        .max(1e-6);
    let (mut taken, mut right, mut best) = (0.0, 0.0, (1.0, 0.0));
    for block in &order {
        taken += words[*block];
        right += likely(*block);
        let expected = 2.0 * right / (taken + all);
        if expected > best.1 {
            best = (probabilities[*block], expected);
        }
    }
    let enough = BEST_WORDS.min(BEST_SHARE * taken);
    (
        best.0
            .max(profile.share() * quality(&order, probabilities, words, enough)),
        best.1,
    )
}

/// Averages the probability of the likeliest words.
fn quality(order: &[usize], probabilities: &[f32], words: &[f32], enough: f32) -> f32 {
    let (mut taken, mut right) = (0.0, 0.0);
    for block in order {
        taken += words[*block];
        right += probabilities[*block] * words[*block];
        if taken >= enough {
            break;
        }
    }
    right / taken.max(1e-6)
}

/// Takes the headline: where it stands shortly before the content, and a heading of the first level in any case.
fn add_headline(content: &mut [bool], page: &Measured, title: Option<usize>) {
    let first = content.iter().position(|is_content| *is_content);
    let (Some(title), Some(first)) = (title, first) else {
        return;
    };
    let is_near = title < first && first - title <= HEADLINE_REACH;
    content[title] |= is_near || page.headings[title] == 1;
}

fn drop_headline(content: &mut [bool], title: Option<usize>) {
    if let Some(title) = title {
        content[title] = false;
    }
}

/// Drops long blocks whose text was chosen before; code repeats itself.
fn drop_repeated(content: &mut [bool], page: &Measured, units: &Units) {
    let mut seen = foldhash::HashSet::<u64>::default();
    for (block, text) in page.texts.iter().enumerate() {
        let long = text.words >= REPEATED_WORDS && !units.is_code(block);
        if content[block] && !seen.insert(text.key) && long {
            content[block] = false;
        }
    }
}
