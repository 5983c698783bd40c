//! The element tree of a page: an arena over the source it was read from.

use std::borrow::Cow;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, ns};

use crate::edit::Span;

/// Marks the absence of a node or piece.
const NONE: u32 = u32::MAX;

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// A page as its elements, texts and comments.
///
/// Text is not copied where the source says it literally; every piece of it knows the bytes of the source it came from.
#[derive(Debug)]
pub struct Tree<'a> {
    source: Cow<'a, str>,
    /// Text that the source does not hold literally: what references and line ends stand for.
    resolved: String,
    links: Vec<Links>,
    nodes: Vec<Node>,
    elements: Vec<Element>,
    pieces: Vec<Linked>,
}

/// What a node is.
#[derive(Debug)]
pub enum Node {
    /// The root, or what a `<template>` holds.
    Fragment,
    /// `<!DOCTYPE …>`: name, public and system identifier.
    Doctype(Box<[StrTendril; 3]>),
    /// A comment.
    Comment(StrTendril),
    /// An element; its data is in [`Tree::element`].
    Element(u32),
    /// A text; its pieces are in [`Tree::texts`].
    Text(Pieces),
}

/// Name and attributes of an element.
#[derive(Debug)]
pub struct Element {
    /// Name, with its namespace.
    pub name: QualName,
    /// Attributes as they stand in the start tag, the first of equal names.
    pub attributes: Vec<Attribute>,
    /// The bytes of the source that its start tag takes; those of the tag that implied it, where it has none.
    pub tag: Span,
}

/// First and last piece of a text.
#[derive(Debug, Clone, Copy)]
pub struct Pieces {
    first: u32,
    last: u32,
}

/// Text that came from one place of the source.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The bytes of the source.
    pub(super) source: Span,
    /// Where its text is, if the source does not say it literally.
    pub(super) resolved: Option<Range<usize>>,
}

#[derive(Debug)]
struct Linked {
    piece: Piece,
    next: u32,
}

#[derive(Debug, Clone, Copy)]
struct Links {
    parent: u32,
    first: u32,
    last: u32,
    previous: u32,
    next: u32,
}

impl<'a> Tree<'a> {
    /// Makes the tree that holds nothing but its root.
    pub(super) fn new(source: Cow<'a, str>) -> Self {
        let mut tree = Self {
            source,
            resolved: String::new(),
            links: Vec::new(),
            nodes: Vec::new(),
            elements: Vec::new(),
            pieces: Vec::new(),
        };
        tree.push(Node::Fragment);
        tree
    }

    /// Returns the source that the page was read from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the root.
    pub const fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// Returns the number of nodes, those that were taken out of the tree again included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Tells whether there is nothing but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }

    /// Returns what a node is.
    pub fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.0 as usize]
    }

    /// Returns name and attributes of a node that is an element.
    pub fn element(&self, node: NodeId) -> Option<&Element> {
        match self.node(node) {
            Node::Element(element) => Some(&self.elements[*element as usize]),
            _ => None,
        }
    }

    /// Returns the name of a node that is an HTML element.
    pub fn name(&self, node: NodeId) -> Option<&LocalName> {
        let name = &self.element(node)?.name;
        (name.ns == ns!(html)).then_some(&name.local)
    }

    /// Returns the value of an attribute, by its name in lower case.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let mut attributes = self.element(node)?.attributes.iter();
        attributes
            .find(|attribute| &*attribute.name.local == name)
            .map(|attribute| &*attribute.value)
    }

    /// Returns the parent of a node.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        some(self.links(node).parent)
    }

    /// Returns the first child of a node.
    pub fn first_child(&self, node: NodeId) -> Option<NodeId> {
        some(self.links(node).first)
    }

    /// Returns the last child of a node.
    pub fn last_child(&self, node: NodeId) -> Option<NodeId> {
        some(self.links(node).last)
    }

    /// Returns the node after this one under the same parent.
    pub fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        some(self.links(node).next)
    }

    /// Returns the node before this one under the same parent.
    pub fn previous_sibling(&self, node: NodeId) -> Option<NodeId> {
        some(self.links(node).previous)
    }

    /// Returns the children of a node, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(node), |&child| self.next_sibling(child))
    }

    /// Returns the nodes under a node, in the order of the page, without recursion.
    pub fn descendants(&self, top: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(top), move |&node| {
            self.following(node, top)
        })
    }

    /// Returns the node that follows in the order of the page, inside `top`.
    fn following(&self, node: NodeId, top: NodeId) -> Option<NodeId> {
        self.first_child(node)
            .or_else(|| self.following_beside(node, top))
    }

    /// Returns the node that follows once a node and all under it are passed, inside `top`.
    pub fn following_beside(&self, mut node: NodeId, top: NodeId) -> Option<NodeId> {
        while node != top {
            if let Some(next) = self.next_sibling(node) {
                return Some(next);
            }
            node = self.parent(node)?;
        }
        None
    }

    /// Returns the pieces of a text node, each with the bytes of the source it came from.
    pub fn texts(&self, node: NodeId) -> impl Iterator<Item = (&str, Span)> {
        let first = match self.node(node) {
            Node::Text(pieces) => some(pieces.first),
            _ => None,
        };
        let linked = |NodeId(piece)| &self.pieces[piece as usize];
        std::iter::successors(first.map(linked), move |piece| some(piece.next).map(linked))
            .map(|linked| (self.text_of(&linked.piece), linked.piece.source))
    }

    /// Gathers all text under a node.
    pub fn inner_text(&self, top: NodeId) -> String {
        let nodes = std::iter::once(top).chain(self.descendants(top));
        nodes
            .flat_map(|node| self.texts(node))
            .map(|(text, _)| text)
            .collect()
    }

    pub(super) fn text_of(&self, piece: &Piece) -> &str {
        match &piece.resolved {
            Some(range) => &self.resolved[range.clone()],
            None => piece.source.of(&self.source),
        }
    }

    fn links(&self, node: NodeId) -> &Links {
        &self.links[node.0 as usize]
    }

    fn links_mut(&mut self, node: NodeId) -> &mut Links {
        &mut self.links[node.0 as usize]
    }
}

/// Building; what the tree builder asks for.
impl Tree<'_> {
    /// Makes a node that stands nowhere yet.
    pub(super) fn push(&mut self, node: Node) -> NodeId {
        let id = NodeId(index(self.nodes.len()));
        self.nodes.push(node);
        self.links.push(Links {
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
        });
        id
    }

    /// Makes an element that stands nowhere yet.
    pub(super) fn push_element(&mut self, element: Element) -> NodeId {
        let at = index(self.elements.len());
        self.elements.push(element);
        self.push(Node::Element(at))
    }

    /// Returns name and attributes of an element, to change them.
    pub(super) fn element_mut(&mut self, node: NodeId) -> Option<&mut Element> {
        match &self.nodes[node.0 as usize] {
            Node::Element(element) => self.elements.get_mut(*element as usize),
            _ => None,
        }
    }

    /// Keeps text that the source does not hold literally.
    pub(super) fn keep_text(&mut self, text: &str) -> Range<usize> {
        let start = self.resolved.len();
        self.resolved.push_str(text);
        start..self.resolved.len()
    }

    /// Puts a node before `next`, or last under `parent`.
    pub(super) fn insert(&mut self, node: NodeId, parent: NodeId, next: Option<NodeId>) {
        let previous = match next {
            Some(next) => self.previous_sibling(next),
            None => self.last_child(parent),
        };
        *self.links_mut(node) = Links {
            parent: parent.0,
            previous: raw(previous),
            next: raw(next),
            ..*self.links(node)
        };
        match previous {
            Some(previous) => self.links_mut(previous).next = node.0,
            None => self.links_mut(parent).first = node.0,
        }
        match next {
            Some(next) => self.links_mut(next).previous = node.0,
            None => self.links_mut(parent).last = node.0,
        }
    }

    /// Puts text before `next`, or last under `parent`; it joins a text that stands there.
    pub(super) fn insert_text(&mut self, piece: Piece, parent: NodeId, next: Option<NodeId>) {
        let previous = match next {
            Some(next) => self.previous_sibling(next),
            None => self.last_child(parent),
        };
        let at = index(self.pieces.len());
        self.pieces.push(Linked { piece, next: NONE });
        if let Some(previous) = previous
            && let Node::Text(pieces) = &mut self.nodes[previous.0 as usize]
        {
            self.pieces[pieces.last as usize].next = at;
            pieces.last = at;
            return;
        }
        let text = self.push(Node::Text(Pieces {
            first: at,
            last: at,
        }));
        self.insert(text, parent, next);
    }

    /// Takes a node out of its place, with all that stands under it.
    pub(super) fn detach(&mut self, node: NodeId) {
        let Links {
            parent,
            previous,
            next,
            ..
        } = *self.links(node);
        match some(previous) {
            Some(previous) => self.links_mut(previous).next = next,
            None if parent != NONE => self.links_mut(NodeId(parent)).first = next,
            None => {}
        }
        match some(next) {
            Some(next) => self.links_mut(next).previous = previous,
            None if parent != NONE => self.links_mut(NodeId(parent)).last = previous,
            None => {}
        }
        let links = self.links_mut(node);
        (links.parent, links.previous, links.next) = (NONE, NONE, NONE);
    }

    /// Moves all children of a node to the end of another's.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = self.first_child(from) {
            self.detach(child);
            self.insert(child, to, None);
        }
    }
}

fn some(id: u32) -> Option<NodeId> {
    (id != NONE).then_some(NodeId(id))
}

fn raw(node: Option<NodeId>) -> u32 {
    node.map_or(NONE, |node| node.0)
}

fn index(len: usize) -> u32 {
    u32::try_from(len).expect("a source within its limit has fewer nodes than a u32 counts")
}
