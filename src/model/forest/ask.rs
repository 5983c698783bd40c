//! Asks all questions of all trees about a few blocks at once.
//!
//! Each tree has a bit for each of its leaves. A question that a block answers with the right takes the leaves on its
//! left away; the first leaf that remains is the one that the block comes to. So questions can come in any order: those
//! about one feature are sorted by threshold, and what is alike in neighbouring blocks is answered once.
//!
//! Source: Lucchese et al., "QuickScorer: a Fast Algorithm to Rank Documents with Additive Ensembles of Regression
//! Trees", SIGIR 2015.

use super::tree::{LEAVES, Tree};
use crate::model::features::Table;

/// Blocks that are asked about at once.
pub(super) const TOGETHER: usize = 16;

/// The questions of all trees.
#[derive(Debug)]
pub(super) struct Questions {
    trees: usize,
    /// Questions by feature, thresholds rising.
    questions: Vec<Question>,
    /// The features, each with where its questions end.
    features: Vec<(u16, u32)>,
    /// The value of each leaf.
    leaves: Vec<[f32; LEAVES]>,
}

#[derive(Debug, Clone, Copy)]
struct Question {
    threshold: f32,
    /// The leaves that values above the threshold can still come to.
    keep: u32,
    tree: u32,
}

/// The leaves that some blocks can still come to.
struct Open {
    /// Of each tree, those that all of them can.
    all: Vec<u32>,
    /// Of each tree, those that each can by the questions that part them.
    each: Vec<[u32; TOGETHER]>,
}

impl Questions {
    pub(super) fn of(trees: &[Tree]) -> Self {
        let mut asked: Vec<(u16, Question)> = Vec::new();
        for (at, tree) in trees.iter().enumerate() {
            asked.extend(tree.nodes.iter().zip(&tree.left).map(|(node, left)| {
                let question = Question {
                    threshold: node.threshold,
                    keep: !left,
                    tree: at as u32,
                };
                (node.feature, question)
            }));
        }
        asked.sort_by(|(a, one), (b, two)| a.cmp(b).then(one.threshold.total_cmp(&two.threshold)));
        let mut end = 0;
        let features = asked.chunk_by(|(a, _), (b, _)| a == b).map(|same| {
            end += same.len() as u32;
            (same[0].0, end)
        });
        let value = |tree: &Tree, leaf: usize| tree.leaves.get(leaf).copied().unwrap_or_default();
        Self {
            trees: trees.len(),
            features: features.collect(),
            questions: asked.into_iter().map(|(_, question)| question).collect(),
            leaves: trees
                .iter()
                .map(|tree| std::array::from_fn(|leaf| value(tree, leaf)))
                .collect(),
        }
    }

    /// Returns the score of each block, and for each group of blocks and each tree the leaves that they came to.
    pub(super) fn ask(&self, table: &Table) -> (Vec<f32>, Vec<[u8; TOGETHER]>) {
        let count = table.values.len() / table.width;
        let groups = count.div_ceil(TOGETHER);
        let mut scores = Vec::with_capacity(groups * TOGETHER);
        let mut leaves = Vec::with_capacity(groups * self.trees);
        let mut open = Open {
            all: Vec::new(),
            each: Vec::new(),
        };
        for group in 0..groups {
            // The last block stands for those that a short group lacks.
            let row = |at: usize| table.row((group * TOGETHER + at).min(count - 1));
            self.close(&std::array::from_fn(row), &mut open);
            scores.extend(self.sum(&open, &mut leaves));
        }
        scores.truncate(count);
        (scores, leaves)
    }

    /// Asks about a group of blocks.
    fn close(&self, rows: &[&[f32]; TOGETHER], open: &mut Open) {
        open.all.clear();
        open.all.resize(self.trees, u32::MAX);
        open.each.clear();
        open.each.resize(self.trees, [u32::MAX; TOGETHER]);
        let mut questions = &self.questions[..];
        let mut start = 0;
        for &(feature, end) in &self.features {
            let (own, others) = questions.split_at((end - start) as usize);
            (questions, start) = (others, end);
            open.close(own, &rows.map(|row| row[usize::from(feature)]));
        }
    }

    /// Sums what the trees say of each block of a group.
    fn sum(&self, open: &Open, leaves: &mut Vec<[u8; TOGETHER]>) -> [f32; TOGETHER] {
        let mut scores = [0.0; TOGETHER];
        for ((all, each), values) in open.all.iter().zip(&open.each).zip(&self.leaves) {
            let came = each.map(|each| ((each & all).trailing_zeros() as usize % LEAVES) as u8);
            for (score, leaf) in scores.iter_mut().zip(came) {
                *score += values[usize::from(leaf) % LEAVES];
            }
            leaves.push(came);
        }
        scores
    }
}

impl Open {
    /// Asks the questions about one feature of some blocks.
    fn close(&mut self, questions: &[Question], values: &[f32; TOGETHER]) {
        let [mut low, mut high] = [values[0]; 2];
        for &value in values {
            low = if value < low { value } else { low };
            high = if value > high { value } else { high };
        }
        let (mut at, mut alike) = (0, low <= high);
        alike &= !values.iter().any(|value| value.is_nan());
        if alike {
            while let Some(question) = questions.get(at).filter(|asked| low > asked.threshold) {
                self.all[question.tree as usize] &= question.keep;
                at += 1;
            }
            if low == high {
                return;
            }
        }
        for question in &questions[at..] {
            if alike && question.threshold >= high {
                return;
            }
            let each = &mut self.each[question.tree as usize];
            // Without a branch the compiler uses vector instructions.
            let keeps = values.map(|value| {
                let stays = u32::from(value > question.threshold).wrapping_sub(1);
                question.keep | stays
            });
            *each = std::array::from_fn(|at| each[at] & keeps[at]);
        }
    }
}
