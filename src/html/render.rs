//! From the tree to page text: every line of it a block that knows where it comes from.

use html5ever::{LocalName, local_name};

use super::address::protected;
use super::layout::{Layout, hidden, layout};
use super::lines::Lines;
use super::outline::{Element, Hidden, Outline};
use super::tree::{self, Node, NodeId, Tree};
use crate::edit::{Span, narrow};

/// Bytes of a cell's text from which a table row is laid out cell by cell.
const LONG_CELL: usize = 160;

/// Lays a page out as text, one line a block; all that a reader could see is there, and what is hidden is marked.
///
/// From line `most` on, lines are text and no blocks.
pub fn render(tree: &Tree<'_>, most: usize) -> (String, Outline) {
    let mut renderer = Renderer::new(tree, most);
    renderer.walk();
    renderer.lines.finish()
}

struct Renderer<'t, 'a> {
    tree: &'t Tree<'a>,
    lines: Lines,
    /// The elements around the place that the walk has come to.
    open: Vec<Open>,
}

/// An element that the walk is in.
#[derive(Debug, Clone, Copy)]
struct Open {
    node: NodeId,
    kind: Kind,
    /// What is left behind it once the walk leaves.
    around: usize,
    /// Items of a list so far, and whether they are counted.
    item: Option<i64>,
}

/// What an element means to the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Block,
    Item,
    Inline,
    Link,
    Emphasis,
    Preformatted,
    /// A row whose cells stand on one line.
    Row,
    Cell,
}

impl<'t, 'a> Renderer<'t, 'a> {
    fn new(tree: &'t Tree<'a>, most: usize) -> Self {
        let root = Open {
            node: tree.root(),
            kind: Kind::Block,
            around: 0,
            item: None,
        };
        Self {
            tree,
            lines: Lines::new(tree.root(), tree.source().len(), most),
            open: vec![root],
        }
    }

    /// Walks the tree in the order of the page, without recursion.
    fn walk(&mut self) {
        let mut next = self.tree.first_child(self.tree.root());
        loop {
            if let Some(node) = next {
                let down = self.enter(node).then(|| self.tree.first_child(node));
                next = match down {
                    Some(None) => {
                        self.leave();
                        self.tree.next_sibling(node)
                    }
                    Some(child) => child,
                    None => self.tree.next_sibling(node),
                };
            } else {
                let Some(left) = self.leave().filter(|_| !self.open.is_empty()) else {
                    return;
                };
                next = self.tree.next_sibling(left);
            }
        }
    }

    /// Comes to a node; tells whether it was opened, to be walked and left.
    fn enter(&mut self, node: NodeId) -> bool {
        match self.tree.node(node) {
            Node::Text(_) => {
                for (text, source) in self.tree.texts(node) {
                    self.lines.text(text, source);
                }
                false
            }
            Node::Element(_) => self.enter_element(node),
            Node::Fragment | Node::Doctype(_) | Node::Comment(_) => false,
        }
    }

    fn enter_element(&mut self, node: NodeId) -> bool {
        let Some(name) = self.tree.name(node) else {
            return false;
        };
        if let Some(address) = protected(self.tree, node) {
            let tag = self.tree.element(node).map(tree::Element::tag);
            self.lines.text(&address, tag.unwrap_or(Span::new(0, 0)));
            return false;
        }
        match layout(name) {
            Layout::Nothing => false,
            Layout::Break => {
                self.lines.line_break();
                false
            }
            Layout::Image => {
                self.lines.images += 1;
                false
            }
            Layout::Input => {
                self.lines.inputs += 1;
                false
            }
            Layout::Rule => {
                self.lines.end_line(2);
                false
            }
            layout => {
                self.open(node, name, layout);
                true
            }
        }
    }

    fn open(&mut self, node: NodeId, name: &LocalName, layout: Layout) {
        let kind = self.kind(node, name, layout);
        let inline = !matches!(
            kind,
            Kind::Block | Kind::Item | Kind::Preformatted | Kind::Row
        );
        let around = self.space_around(layout);
        if !inline {
            self.lines.end_line(around);
        }
        self.lines.open(Element {
            node,
            parent: self.lines.element(),
            depth: narrow(self.open.len()),
            children: 0,
            hidden: self.hidden(node),
            inline: layout == Layout::Inline,
        });
        self.open.push(Open {
            node,
            kind,
            around,
            item: self.first_item(node, name),
        });
        self.opened(kind);
    }

    fn opened(&mut self, kind: Kind) {
        match kind {
            Kind::Link => self.lines.open_link(),
            Kind::Emphasis => self.lines.emphasis += 1,
            Kind::Preformatted => self.lines.preformatted += 1,
            Kind::Cell => self.lines.next_cell(),
            Kind::Item => self.mark_item(),
            Kind::Block | Kind::Inline | Kind::Row => {}
        }
    }

    fn kind(&self, node: NodeId, name: &LocalName, layout: Layout) -> Kind {
        match *name {
            local_name!("a") => Kind::Link,
            local_name!("b") | local_name!("strong") | local_name!("em") | local_name!("i") => {
                Kind::Emphasis
            }
            local_name!("pre")
            | local_name!("listing")
            | local_name!("xmp")
            | local_name!("plaintext") => Kind::Preformatted,
            local_name!("li") => Kind::Item,
            local_name!("tr") if self.is_line(node) => Kind::Row,
            local_name!("td") | local_name!("th") if self.top().kind == Kind::Row => Kind::Cell,
            _ if layout == Layout::Inline => Kind::Inline,
            _ => Kind::Block,
        }
    }

    /// Tells whether a table row holds several cells that stand on one line well.
    fn is_line(&self, row: NodeId) -> bool {
        let (mut cells, mut bytes) = (0, 0);
        for node in self.tree.descendants(row) {
            match self.tree.node(node) {
                Node::Text(_) => {
                    bytes += self
                        .tree
                        .texts(node)
                        .map(|(text, _)| text.len())
                        .sum::<usize>()
                }
                Node::Element(_) => match self.tree.name(node) {
                    Some(name) if matches!(&**name, "td" | "th") => (cells, bytes) = (cells + 1, 0),
                    Some(name) if is_in_line(layout(name)) => {}
                    _ => return false,
                },
                _ => {}
            }
            if bytes > LONG_CELL {
                return false;
            }
        }
        cells > 1
    }

    fn leave(&mut self) -> Option<NodeId> {
        let open = self.open.pop()?;
        match open.kind {
            Kind::Link => self.lines.close_link(),
            Kind::Emphasis => self.lines.emphasis -= 1,
            Kind::Preformatted => self.lines.preformatted -= 1,
            Kind::Item => self.lines.marker.clear(),
            Kind::Block | Kind::Row | Kind::Inline | Kind::Cell => {}
        }
        if matches!(
            open.kind,
            Kind::Block | Kind::Item | Kind::Preformatted | Kind::Row
        ) {
            self.lines.end_line(open.around);
        }
        self.lines.close();
        Some(open.node)
    }

    /// Returns the line feeds that part an element from what stands around it: lists in lists stand close.
    fn space_around(&self, layout: Layout) -> usize {
        let in_item = self
            .open
            .iter()
            .rev()
            .take(2)
            .any(|open| open.kind == Kind::Item);
        if layout == Layout::Spaced && !in_item {
            2
        } else {
            1
        }
    }

    fn hidden(&self, node: NodeId) -> Hidden {
        self.lines.hidden() | hidden(self.tree, node)
    }

    fn top(&self) -> Open {
        *self.open.last().expect("the root stays open to the end")
    }

    /// Returns the number of the first item, for a list that counts.
    fn first_item(&self, node: NodeId, name: &str) -> Option<i64> {
        let start = || self.tree.attribute(node, "start")?.trim().parse().ok();
        (name == "ol").then(|| start().unwrap_or(1))
    }

    /// Sets the mark of a list item before its first line.
    fn mark_item(&mut self) {
        let item = self.top().node;
        let value = self
            .tree
            .attribute(item, "value")
            .and_then(|value| value.trim().parse().ok());
        let list = self
            .open
            .iter_mut()
            .rev()
            .nth(1)
            .and_then(|list| list.item.as_mut());
        let Some(number) = list else {
            "- ".clone_into(&mut self.lines.marker);
            return;
        };
        *number = value.unwrap_or(*number);
        self.lines.marker = format!("{number}. ");
        *number = number.saturating_add(1);
    }
}

fn is_in_line(layout: Layout) -> bool {
    matches!(
        layout,
        Layout::Inline | Layout::Image | Layout::Input | Layout::Nothing
    )
}
