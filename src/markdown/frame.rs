//! What the elements of a page mean in Markdown: the frames that lines stand in, and the style of their words.

use crate::html::Markup;
use crate::html::tree::NodeId;

/// Lists and quotations in each other from which on the inner ones are not indented further.
const DEEPEST: usize = 8;

/// Columns that a cell may span; more is a mistake or malice.
const WIDEST: usize = 16;

/// What makes a line more than a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The page itself.
    Page,
    Item,
    Quote,
    Heading(usize),
    Code(NodeId),
    /// A row, of the table with this number.
    Row(usize),
}

/// An element that makes lines more than paragraphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Position of the frame around it; 0 for the page itself.
    pub(super) parent: usize,
    /// Lists and quotations that it stands in, itself included.
    depth: usize,
}

/// How words are shown; each mark has the element that asks for it, or 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style(pub(super) [usize; 4]);

/// The marks of a [`Style`].
pub(super) const LINK: usize = 0;
pub(super) const STRONG: usize = 1;
pub(super) const EMPHASIS: usize = 2;
pub(super) const CODE: usize = 3;

impl Style {
    /// Sets a mark; within an element that asks for the same it is set already.
    fn set(&mut self, mark: usize, element: usize) {
        if self.0[mark] == 0 {
            self.0[mark] = element;
        }
    }

    /// Returns the marks that both have.
    pub(super) fn meet(self, other: Self) -> Self {
        let both = |mark: usize| match self.0[mark] == other.0[mark] {
            true => self.0[mark],
            false => 0,
        };
        Self([0, 1, 2, 3].map(both))
    }
}

/// The cell of a table that words stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) is_header: bool,
}

/// What an element means for the words right in it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Meaning {
    /// Position of the frame they stand in.
    pub(super) frame: usize,
    /// The cell, where nothing but the cell and elements within lines is around them.
    pub(super) cell: Option<Cell>,
    pub(super) style: Style,
    table: usize,
}

/// What each element of the outline means.
#[derive(Debug)]
pub(super) struct Frames {
    meanings: Vec<Meaning>,
    frames: Vec<Frame>,
    /// Columns taken so far, for each frame that is a row.
    columns: Vec<usize>,
}

impl Frames {
    /// Reads the elements of an outline; each is known by its position there.
    pub(super) fn of(markup: &Markup<'_>) -> Self {
        let page = Frame {
            kind: Kind::Page,
            parent: 0,
            depth: 0,
        };
        let mut frames = Self {
            meanings: Vec::with_capacity(markup.outline.elements.len()),
            frames: vec![page],
            columns: vec![0],
        };
        for index in 0..markup.outline.elements.len() {
            let meaning = frames.meaning(markup, index);
            frames.meanings.push(meaning);
        }
        frames
    }

    pub(super) fn meaning_of(&self, element: usize) -> Meaning {
        self.meanings[element]
    }

    pub(super) fn frame(&self, frame: usize) -> Frame {
        self.frames[frame]
    }

    /// Returns the lists and quotations that a frame stands in, itself included, the outermost first.
    pub(super) fn containers(&self, mut frame: usize) -> Vec<usize> {
        let mut containers = Vec::new();
        while frame != 0 {
            if matches!(self.frames[frame].kind, Kind::Item | Kind::Quote) {
                containers.push(frame);
            }
            frame = self.frames[frame].parent;
        }
        containers.reverse();
        containers
    }

    /// Returns the innermost frame around a frame that is no row, or the frame itself.
    pub(super) fn outside_of_rows(&self, mut frame: usize) -> usize {
        while let Kind::Row(_) = self.frames[frame].kind {
            frame = self.frames[frame].parent;
        }
        frame
    }

    fn meaning(&mut self, markup: &Markup<'_>, index: usize) -> Meaning {
        let element = markup.outline.elements[index];
        let Some(name) = markup.tree.name(element.node) else {
            return self.above(element.parent as usize);
        };
        let mut meaning = self.above(element.parent as usize);
        if !element.inline {
            meaning.cell = None;
        }
        match &**name {
            "a" => meaning.style.set(LINK, index),
            "b" | "strong" => meaning.style.set(STRONG, index),
            "em" | "i" => meaning.style.set(EMPHASIS, index),
            "code" | "kbd" | "samp" | "tt" => meaning.style.set(CODE, index),
            "table" => meaning.table = index,
            "td" | "th" => meaning.cell = self.cell(markup, index, meaning.frame),
            name => {
                if let Some(kind) = kind(name, element.node, meaning.table) {
                    meaning.frame = self.open(kind, meaning.frame);
                }
            }
        }
        meaning
    }

    fn above(&self, parent: usize) -> Meaning {
        self.meanings.get(parent).copied().unwrap_or_default()
    }

    /// Opens a frame in another one; code holds none but list items, and what stands too deep stands beside.
    fn open(&mut self, kind: Kind, parent: usize) -> usize {
        let around = self.frames[parent];
        let contains = matches!(kind, Kind::Item | Kind::Quote);
        if matches!(around.kind, Kind::Code(_)) && kind != Kind::Item {
            return parent;
        }
        let parent = match contains && around.depth == DEEPEST {
            true if kind == Kind::Quote => return parent,
            true => self.beside(parent),
            false => parent,
        };
        let depth = self.frames[parent].depth + usize::from(contains);
        self.frames.push(Frame {
            kind,
            parent,
            depth,
        });
        self.columns.push(0);
        self.frames.len() - 1
    }

    /// Returns the frame around the innermost list or quotation.
    fn beside(&self, mut frame: usize) -> usize {
        let depth = self.frames[frame].depth;
        while self.frames[frame].depth == depth && frame != 0 {
            frame = self.frames[frame].parent;
        }
        frame
    }

    fn cell(&mut self, markup: &Markup<'_>, index: usize, row: usize) -> Option<Cell> {
        let Kind::Row(_) = self.frames[row].kind else {
            return None;
        };
        let element = markup.outline.elements[index];
        let spans = markup.tree.attribute(element.node, "colspan");
        let spans: Option<usize> = spans.and_then(|spans| spans.trim().parse().ok());
        let column = self.columns[row];
        self.columns[row] += spans.unwrap_or(1).clamp(1, WIDEST);
        let name = markup.tree.name(element.node);
        Some(Cell {
            column,
            is_header: name.is_some_and(|name| &**name == "th"),
        })
    }
}

fn kind(name: &str, node: NodeId, table: usize) -> Option<Kind> {
    match name {
        "li" => Some(Kind::Item),
        "blockquote" => Some(Kind::Quote),
        "pre" | "listing" | "xmp" | "plaintext" => Some(Kind::Code(node)),
        "tr" => Some(Kind::Row(table)),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            Some(Kind::Heading(usize::from(name.as_bytes()[1] - b'0')))
        }
        _ => None,
    }
}
