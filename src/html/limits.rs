//! How much of a page is read as the standard says, and what is said where it is not.

use std::fmt;

/// How far a page may go before it is read by halves.
///
/// What is past a limit is read in a simpler way, never lost, and the tree says so. All of it depends on the page alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Elements open at once; tags of elements below are passed over, their text stays.
    pub depth: usize,
    /// Attributes of a tag that are kept.
    pub attributes: usize,
    /// Formatting elements (`<b>`, `<font>`) open at once; tags of more are passed over, their text stays.
    pub formatting: usize,
    /// Nodes and attributes of the tree, or fewer for a short page; one with more is laid out without a tree.
    pub nodes: usize,
    /// Steps through open elements for each byte of the source; a page that takes more is laid out without a tree.
    pub steps: usize,
    /// Blocks of the page; with more, the block model does not judge them.
    pub blocks: usize,
    /// Lines of the page that are blocks; those below stay, and nothing looks at them.
    pub lines: usize,
}

/// One of the limits.
pub type Limit = fn(&mut Limits) -> &mut usize;

impl Limits {
    /// All of them, with their names in settings.
    pub const ALL: &[(&str, Limit)] = &[
        ("max-depth", |limits| &mut limits.depth),
        ("max-attributes", |limits| &mut limits.attributes),
        ("max-formatting", |limits| &mut limits.formatting),
        ("max-nodes", |limits| &mut limits.nodes),
        ("max-steps", |limits| &mut limits.steps),
        ("max-blocks", |limits| &mut limits.blocks),
        ("max-lines", |limits| &mut limits.lines),
    ];
}

impl Default for Limits {
    /// Far more than any page needs.
    fn default() -> Self {
        Self {
            depth: 512,
            attributes: 512,
            formatting: 64,
            nodes: 1_000_000,
            steps: 64,
            blocks: 50_000,
            lines: 500_000,
        }
    }
}

/// What kept a page from being read as the standard says.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// An element of this name holds text and never closes; it was ended at the next tag or line end.
    Unclosed(&'static str),
    /// A script, a style sheet or a comment that never closes holds all there is of the page.
    Swallowed,
    /// Elements nest deeper than this.
    Deep(usize),
    /// More formatting elements than this are open at once.
    Formatting(usize),
    /// A tag has more attributes than this.
    Attributes(usize),
    /// There are more nodes and attributes than this, so that there is no tree.
    Nodes(usize),
    /// Reading takes more steps for each byte than this, so that there is no tree.
    Steps(usize),
    /// There are more blocks than this, so that the block model does not judge them.
    Blocks(usize),
    /// There are more lines than this; those below stay as they are.
    Lines(usize),
}

impl Damage {
    /// Tells whether there is no tree of the page.
    pub const fn leaves_no_tree(self) -> bool {
        matches!(self, Self::Nodes(_) | Self::Steps(_))
    }
}

impl fmt::Display for Damage {
    /// Says it as the reason of a status.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed(name) => {
                write!(
                    f,
                    "a <{name}> never closes; it was ended at the next tag or line end"
                )
            }
            Self::Swallowed => f.write_str(
                "a script, style sheet or comment never closes and holds all there is of the page",
            ),
            Self::Deep(limit) => write!(
                f,
                "elements nest deeper than {limit}; the tags below were passed over, their text stays"
            ),
            Self::Formatting(limit) => write!(
                f,
                "more than {limit} formatting elements are open at once; the tags of more were passed over"
            ),
            Self::Attributes(limit) => {
                write!(
                    f,
                    "a tag has more than {limit} attributes; the others were left out"
                )
            }
            Self::Nodes(limit) => write!(
                f,
                "the page has more than {limit} nodes; it was laid out by its tags, without a tree"
            ),
            Self::Blocks(limit) => write!(
                f,
                "the page has more than {limit} blocks; the block model did not judge them"
            ),
            Self::Lines(limit) => write!(
                f,
                "the page has more than {limit} lines; those below stay, and no rule looks at them"
            ),
            Self::Steps(limit) => write!(
                f,
                "reading the page takes more than {limit} steps a byte; it was laid out by its tags, without a tree"
            ),
        }
    }
}
