//! The trained trees: a compact file in the source tree, read once, asked about many blocks at once.

mod ask;
mod tree;

use std::sync::LazyLock;

use super::features::{Table, features};
use super::path::{self, Weights};
use ask::Questions;
use tree::{Paths, Tree};

/// The trained model; `training/export.py` writes it and says how it is laid out.
pub static FILE: &[u8] = include_bytes!("model.bin");
/// What the file begins with.
const MAGIC: &[u8; 4] = b"udm1";
/// Bytes of a node in the file.
const NODE: usize = 10;

/// The model that ships.
pub static MODEL: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::read(FILE).expect("the file in the source tree is whole and fits the features")
});

/// Trees, and the table of path words that one of their features comes from.
#[derive(Debug)]
pub struct Model<'a> {
    /// What every tree says of a block of which nothing is known.
    roots: Vec<f32>,
    questions: Questions,
    paths: Paths,
    /// The table of path words.
    pub weights: Weights<'a>,
}

/// The leaf of each tree that each block of a page came to, by groups of blocks, tree by tree.
#[derive(Debug)]
pub struct Leaves(Vec<[u8; ask::TOGETHER]>);

/// A question: values up to `threshold` go left.
#[derive(Debug, Clone, Copy)]
struct Node {
    threshold: f32,
    /// What blocks that come here score in this tree, on average.
    mean: f32,
    feature: u16,
    children: [u8; 2],
}

impl<'a> Model<'a> {
    /// Reads a model; `None` if the file is cut, or belongs to another list of features.
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let mut bytes = Bytes(file);
        let known = bytes.take(4)? == MAGIC && bytes.u32()? == checksum();
        if !known {
            return None;
        }
        let [trees, nodes] = [bytes.u16()?, bytes.u16()?].map(usize::from);
        let [step, path_step, bias] = [bytes.f32()?, bytes.f32()?, bytes.f32()?];
        let sizes = bytes.take(trees)?;
        let nodes = bytes
            .take(nodes * NODE)?
            .chunks_exact(NODE)
            .map(|node| Node::read(node, step));
        let nodes: Vec<Node> = nodes.collect::<Option<_>>()?;
        let leaves = bytes.take((nodes.len() + trees) * 2)?;
        let leaves: Vec<f32> = leaves
            .chunks_exact(2)
            .map(|leaf| scaled(leaf, step))
            .collect::<Option<_>>()?;
        let table = bytes.take(1 << path::BITS)?;
        let weights = Weights {
            table,
            step: path_step,
            bias,
        };
        let trees = trees_of(sizes, &nodes, &leaves)?;
        bytes.0.is_empty().then(|| Self {
            roots: trees.iter().map(Tree::mean).collect(),
            questions: Questions::of(&trees),
            paths: Paths::of(&trees),
            weights,
        })
    }

    /// Returns the probabilities of all blocks of a page.
    pub fn probabilities(&self, table: &Table) -> Vec<f32> {
        self.scores(table).0
    }

    /// Returns the probabilities of all blocks of a page, and the leaves that they come from.
    pub fn scores(&self, table: &Table) -> (Vec<f32>, Leaves) {
        let (mut scores, leaves) = self.questions.ask(table);
        for score in &mut scores {
            *score = 1.0 / (1.0 + (-*score).exp());
        }
        (scores, Leaves(leaves))
    }

    /// Returns what a block scores of which nothing is known.
    pub fn base(&self) -> f32 {
        self.roots.iter().sum()
    }

    /// Adds to `parts` how much each feature moved the score of a block away from [`Model::base`].
    ///
    /// A question counts for the feature that it asks: the mean of where the block goes next, less the mean of
    /// where it was.
    ///
    /// Source: Saabas, "Interpreting random forests", 2014.
    pub fn parts(&self, leaves: &Leaves, block: usize, parts: &mut [f32]) {
        let group = block / ask::TOGETHER * self.roots.len();
        let leaves = &leaves.0[group..][..self.roots.len()];
        for (tree, leaves) in leaves.iter().enumerate() {
            for step in self.paths.to(tree, leaves[block % ask::TOGETHER]) {
                parts[usize::from(step.feature)] += step.part;
            }
        }
    }
}

impl Node {
    fn read(bytes: &[u8], step: f32) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        Some(Self {
            threshold: bytes.f32()?,
            feature: bytes.u16()?,
            mean: scaled(bytes.take(2)?, step)?,
            children: bytes.take(2)?.try_into().ok()?,
        })
    }
}

/// What is left of the file to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn f32(&mut self) -> Option<f32> {
        Some(f32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
}

fn scaled(bytes: &[u8], step: f32) -> Option<f32> {
    Some(f32::from(i16::from_le_bytes(bytes.try_into().ok()?)) * step)
}

/// Parts nodes and leaves into trees; `None` if they do not make up whole trees.
fn trees_of<'n>(sizes: &[u8], nodes: &'n [Node], leaves: &'n [f32]) -> Option<Vec<Tree<'n>>> {
    let width = features().count();
    let (mut nodes, mut leaves) = (nodes, leaves);
    let tree = |size: &u8| {
        let size = usize::from(*size);
        let (own, others) = nodes.split_at_checked(size)?;
        let (ends, other_ends) = leaves.split_at_checked(size + 1)?;
        (nodes, leaves) = (others, other_ends);
        Tree::new(own, ends, width)
    };
    let trees: Vec<Tree> = sizes.iter().map(tree).collect::<Option<_>>()?;
    nodes.is_empty().then_some(trees)
}

/// Sums the names of all features, in order (FNV-1a).
fn checksum() -> u32 {
    let bytes = features().flat_map(|feature| feature.name.bytes().chain([b'\n']));
    bytes.fold(0x811C_9DC5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
