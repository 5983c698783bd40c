//! One tree, and the ways from its root to its leaves.

use super::Node;

/// Leaves that a tree may have: a bit each.
pub(super) const LEAVES: usize = 32;
/// Marks a child that is a leaf.
const LEAF: u8 = 0x80;

/// A tree whose every way ends in a leaf; leaves are counted from left to right.
pub(super) struct Tree<'n> {
    pub(super) nodes: &'n [Node],
    /// The value of each leaf.
    pub(super) leaves: Vec<f32>,
    /// For each node, a bit for each leaf on its left.
    pub(super) left: Vec<u32>,
    /// For each leaf, the steps from the root.
    pub(super) ways: Vec<Vec<Step>>,
}

/// One question on the way to a leaf: what it asked, and by how much the answer moved the score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) feature: u16,
    pub(super) part: f32,
}

/// A child of a node.
#[derive(Clone, Copy)]
enum Child {
    Node(usize),
    Leaf(usize),
}

impl<'n> Tree<'n> {
    /// Reads a tree; `None` if a way leads nowhere, or there are too many leaves.
    pub(super) fn new(nodes: &'n [Node], leaves: &[f32], width: usize) -> Option<Self> {
        let asks_known = |node: &Node| usize::from(node.feature) < width;
        if !(1..LEAVES).contains(&nodes.len()) || !nodes.iter().all(asks_known) {
            return None;
        }
        let mut tree = Self {
            nodes,
            leaves: Vec::with_capacity(leaves.len()),
            left: vec![0; nodes.len()],
            ways: Vec::with_capacity(leaves.len()),
        };
        tree.walk(leaves)?;
        (tree.leaves.len() == leaves.len()).then_some(tree)
    }

    /// Returns what blocks score on average.
    pub(super) fn mean(&self) -> f32 {
        self.nodes[0].mean
    }

    /// Walks all ways from left to right; `None` if they are not those of a tree.
    fn walk(&mut self, leaves: &[f32]) -> Option<()> {
        let mut met = 0_u32;
        // The child, and the turns that lead to it: the node, and whether it is left to the left.
        let mut next = vec![(Child::Node(0), Vec::<(usize, bool)>::new(), Vec::new())];
        while let Some((child, turns, way)) = next.pop() {
            let at = match child {
                Child::Node(at) => at,
                Child::Leaf(leaf) => {
                    let bit = 1 << self.leaves.len();
                    for (node, _) in turns.iter().filter(|(_, left)| *left) {
                        self.left[*node] |= bit;
                    }
                    self.leaves.push(leaves[leaf]);
                    self.ways.push(way);
                    continue;
                }
            };
            let node = self.nodes[at];
            if met & 1 << at != 0 {
                return None;
            }
            met |= 1 << at;
            for (child, left) in [(node.children[1], false), (node.children[0], true)] {
                let (child, mean) = self.child(child, leaves)?;
                let step = Step {
                    feature: node.feature,
                    part: mean - node.mean,
                };
                let (mut turns, mut way) = (turns.clone(), way.clone());
                turns.push((at, left));
                way.push(step);
                next.push((child, turns, way));
            }
        }
        Some(())
    }

    /// Returns a child and what blocks that come there score on average.
    fn child(&self, child: u8, leaves: &[f32]) -> Option<(Child, f32)> {
        let at = usize::from(child & !LEAF);
        match child & LEAF {
            0 => Some((Child::Node(at), self.nodes.get(at)?.mean)),
            _ => Some((Child::Leaf(at), *leaves.get(at)?)),
        }
    }
}

/// The ways to all leaves of all trees.
#[derive(Debug)]
pub(super) struct Paths {
    steps: Vec<Step>,
    /// Where the steps to each leaf begin, [`LEAVES`] a tree, and where the last end.
    starts: Vec<u32>,
}

impl Paths {
    pub(super) fn of(trees: &[Tree]) -> Self {
        let (mut steps, mut starts) = (Vec::new(), vec![0]);
        for tree in trees {
            for leaf in 0..LEAVES {
                steps.extend(tree.ways.get(leaf).into_iter().flatten());
                starts.push(steps.len() as u32);
            }
        }
        Self { steps, starts }
    }

    /// Returns the steps to a leaf of a tree.
    pub(super) fn to(&self, tree: usize, leaf: u8) -> &[Step] {
        let at = tree * LEAVES + usize::from(leaf);
        &self.steps[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
