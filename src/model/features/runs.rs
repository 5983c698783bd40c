//! Runs of blocks that read as running text: whether the block stands in one, and how long that one is.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};

/// Blocks without running text that a run reaches over.
const REACH_BLOCKS: usize = 3;
/// Words without running text that a run reaches over.
const REACH_WORDS: f32 = 15.0;

pub(super) static FAMILY: Family = Family {
    name: "runs",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("run_share", "how much of the running text its run holds"),
    feature("run_blocks", "how many blocks its run has"),
    feature("run_order", "how many runs stand before its own"),
    feature("run_links", "the links of its run"),
    feature("run_gap", "the words between its run and the one before"),
    feature("run_cover", "how much of the page its run holds"),
    feature("run_mean", "how long the blocks of its run are"),
    feature("run_count", "how many runs of running text the page has"),
    feature(
        "run_top",
        "how much of the running text the longest run holds",
    ),
];

/// Blocks `first` to `last` and the good words in them.
#[derive(Debug, Clone, Copy)]
struct Run {
    first: usize,
    last: usize,
    good: f32,
    linked: f32,
}

fn fill(page: &Measured, columns: &mut Columns) {
    let runs = runs(page);
    let count = log(runs.len() as f32);
    let top = runs.iter().map(|run| run.good).fold(0.0, f32::max) / page.all_good();
    let mut nearest = 0;
    for block in 0..page.len() {
        while nearest + 1 < runs.len()
            && runs[nearest + 1].distance(block) < runs[nearest].distance(block)
        {
            nearest += 1;
        }
        let values = runs.get(nearest).map(|run| {
            let before = nearest.checked_sub(1);
            let end = before.map_or(0.0, |at| page.before[runs[at].last + 1]);
            run.values(page, [nearest as f32, log(page.before[run.first] - end)])
        });
        columns.set(block, &[&values.unwrap_or([-1.0; 7]), &[count, top]]);
    }
}

fn runs(page: &Measured) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let good = (0..page.len()).filter(|block| page.good[*block] > 0.0);
    for block in good {
        match runs.last_mut() {
            Some(run) if run.reaches(page, block) => run.last = block,
            _ => runs.push(Run {
                first: block,
                last: block,
                good: 0.0,
                linked: 0.0,
            }),
        }
    }
    for run in &mut runs {
        let blocks = run.first..=run.last;
        run.good = page.good[blocks.clone()].iter().sum();
        run.linked = blocks
            .map(|block| page.words(block) * page.links[block])
            .sum();
    }
    runs
}

impl Run {
    fn reaches(&self, page: &Measured, block: usize) -> bool {
        let words = page.before[block] - page.before[self.last + 1];
        block - self.last <= REACH_BLOCKS || words <= REACH_WORDS
    }

    /// Returns the blocks between a block and the run; 0 inside.
    fn distance(&self, block: usize) -> usize {
        self.first.saturating_sub(block) + block.saturating_sub(self.last)
    }

    fn values(&self, page: &Measured, [order, gap]: [f32; 2]) -> [f32; 7] {
        let blocks = (self.last - self.first + 1) as f32;
        let words = page.before[self.last + 1] - page.before[self.first];
        [
            self.good / page.all_good(),
            log(blocks),
            order,
            self.linked / words.max(1.0),
            gap,
            words / page.all_words(),
            log(words / blocks),
        ]
    }
}
