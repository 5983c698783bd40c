//! The trained trees: a compact file in the source tree, read once, evaluated without allocation.

use std::sync::LazyLock;

use super::features::{Table, features};
use super::path::{self, Weights};

/// The trained model; `training/export.py` writes it and says how it is laid out.
pub static FILE: &[u8] = include_bytes!("model.bin");
/// What the file begins with.
const MAGIC: &[u8; 4] = b"udm1";
/// Bytes of a node in the file.
const NODE: usize = 10;
/// Rows that a tree is asked about at once.
const TOGETHER: usize = 8;
/// Marks a child that is a leaf.
const LEAF: u8 = 0x80;

/// The model that ships.
pub static MODEL: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::read(FILE).expect("the file in the source tree is whole and fits the features")
});

/// Trees, and the table of path words that one of their features comes from.
#[derive(Debug)]
pub struct Model<'a> {
    trees: Vec<Tree>,
    nodes: Vec<Node>,
    leaves: Vec<f32>,
    /// The table of path words.
    pub weights: Weights<'a>,
}

/// One tree: where its nodes and leaves begin.
#[derive(Debug, Clone, Copy)]
struct Tree {
    nodes: u32,
    leaves: u32,
}

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
        let leaves = leaves
            .chunks_exact(2)
            .map(|leaf| scaled(leaf, step))
            .collect::<Option<_>>()?;
        let table = bytes.take(1 << path::BITS)?;
        let weights = Weights {
            table,
            step: path_step,
            bias,
        };
        let model = Self {
            trees: trees_of(sizes),
            nodes,
            leaves,
            weights,
        };
        (bytes.0.is_empty() && model.is_whole(sizes)).then_some(model)
    }

    /// Returns the probability that a block with these features is content.
    pub fn probability(&self, row: &[f32]) -> f32 {
        1.0 / (1.0 + (-self.score(row)).exp())
    }

    /// Returns the probabilities of all blocks of a page.
    ///
    /// Asks each tree about a few rows at once, so that both stay near and no row waits for another.
    pub fn probabilities(&self, table: &Table) -> Vec<f32> {
        let mut scores = Vec::with_capacity(table.values.len() / table.width);
        for rows in table.values.chunks(table.width * TOGETHER) {
            let first = scores.len();
            let count = rows.len() / table.width;
            scores.resize(first + count, 0.0);
            for tree in &self.trees {
                self.add(*tree, rows, &mut scores[first..]);
            }
        }
        for score in &mut scores {
            *score = 1.0 / (1.0 + (-*score).exp());
        }
        scores
    }

    /// Adds what a tree says of some rows to their scores.
    fn add(&self, tree: Tree, rows: &[f32], scores: &mut [f32]) {
        let width = rows.len() / scores.len();
        let mut at = [0_u8; TOGETHER];
        let mut open = true;
        while open {
            open = false;
            for (at, row) in at.iter_mut().zip(rows.chunks_exact(width)) {
                if *at & LEAF == 0 {
                    *at = self.node(tree, *at).next(row);
                    open |= *at & LEAF == 0;
                }
            }
        }
        for (score, at) in scores.iter_mut().zip(at) {
            *score += self.mean(tree, at);
        }
    }

    /// Returns the score behind the probability: its logarithm of odds.
    pub fn score(&self, row: &[f32]) -> f32 {
        self.trees.iter().map(|tree| self.leaf(*tree, row)).sum()
    }

    /// Returns what a block scores of which nothing is known.
    pub fn base(&self) -> f32 {
        self.trees.iter().map(|tree| self.mean(*tree, 0)).sum()
    }

    /// Adds to `parts` how much each feature moved the score of a block away from [`Model::base`].
    ///
    /// A question counts for the feature that it asks: the mean of where the block goes next, less the mean of
    /// where it was.
    ///
    /// Source: Saabas, "Interpreting random forests", 2014.
    pub fn parts(&self, row: &[f32], parts: &mut [f32]) {
        for tree in &self.trees {
            let mut at = 0;
            while at & LEAF == 0 {
                let node = self.node(*tree, at);
                let next = node.next(row);
                parts[usize::from(node.feature)] += self.mean(*tree, next) - node.mean;
                at = next;
            }
        }
    }

    fn leaf(&self, tree: Tree, row: &[f32]) -> f32 {
        let mut at = 0;
        while at & LEAF == 0 {
            at = self.node(tree, at).next(row);
        }
        self.mean(tree, at)
    }

    fn node(&self, tree: Tree, at: u8) -> Node {
        self.nodes[tree.nodes as usize + usize::from(at)]
    }

    fn mean(&self, tree: Tree, at: u8) -> f32 {
        if at & LEAF == 0 {
            self.node(tree, at).mean
        } else {
            self.leaves[tree.leaves as usize + usize::from(at & !LEAF)]
        }
    }

    /// Tells whether every way through every tree ends in one of its leaves.
    fn is_whole(&self, sizes: &[u8]) -> bool {
        let nodes: usize = sizes.iter().map(|size| usize::from(*size)).sum();
        let width = features().count();
        nodes == self.nodes.len()
            && sizes
                .iter()
                .zip(&self.trees)
                .all(|(size, tree)| self.is_tree(*tree, *size, width))
    }

    fn is_tree(&self, tree: Tree, size: u8, width: usize) -> bool {
        let ends = |at: u8, child: u8| match child & LEAF {
            0 => child > at && child < size,
            _ => child & !LEAF <= size,
        };
        let asks = |at: u8| {
            let node = self.node(tree, at);
            usize::from(node.feature) < width && node.children.iter().all(|child| ends(at, *child))
        };
        size > 0 && size < LEAF && (0..size).all(asks)
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

    fn next(self, row: &[f32]) -> u8 {
        let right = row[usize::from(self.feature)] > self.threshold;
        self.children[usize::from(right)]
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

fn trees_of(sizes: &[u8]) -> Vec<Tree> {
    let mut next = Tree {
        nodes: 0,
        leaves: 0,
    };
    let place = |size: &u8| {
        let tree = next;
        next.nodes += u32::from(*size);
        next.leaves += u32::from(*size) + 1;
        tree
    };
    sizes.iter().map(place).collect()
}

/// Sums the names of all features, in order (FNV-1a).
fn checksum() -> u32 {
    let bytes = features().flat_map(|feature| feature.name.bytes().chain([b'\n']));
    bytes.fold(0x811C_9DC5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
