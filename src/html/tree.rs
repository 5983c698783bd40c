//! The element tree of a page: an arena over the source it was read from.

mod build;
mod names;

use std::borrow::Cow;

use html5ever::{LocalName, QualName, ns};

use self::names::Names;
use super::limits::Damage;
use crate::edit::{Narrow, Span};

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
    /// Text that the source does not hold literally: what references and line ends stand for; values of attributes.
    resolved: String,
    links: Vec<Links>,
    nodes: Vec<Node>,
    elements: Vec<Element>,
    attributes: Vec<Attribute>,
    names: Names,
    comments: Vec<Box<str>>,
    doctypes: Vec<[Box<str>; 3]>,
    pieces: Vec<Linked>,
    /// What kept the page from being read as the standard says.
    pub damage: Vec<Damage>,
    /// What an element or a comment holds that never closes.
    pub(super) swallowed: Option<Span>,
}

/// What a node is.
#[derive(Debug)]
pub enum Node {
    /// The root, or what a `<template>` holds.
    Fragment,
    /// `<!DOCTYPE …>`; its parts are in [`Tree::doctype`].
    Doctype(u32),
    /// A comment; its text is in [`Tree::comment`].
    Comment(u32),
    /// An element; its data is in [`Tree::element`].
    Element(u32),
    /// A text; its pieces are in [`Tree::texts`].
    Text(Pieces),
}

/// Name and attributes of an element.
#[derive(Debug)]
pub struct Element {
    /// Its name, as a position among those of the tree.
    name: u32,
    /// Its attributes, as positions among those of the tree.
    attributes: Narrow,
    tag: Narrow,
}

/// An attribute of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute {
    /// Its name, as a position among those of the tree.
    pub(super) name: u32,
    pub(super) value: Narrow,
}

/// First and last piece of a text.
#[derive(Debug, Clone, Copy)]
pub struct Pieces {
    first: u32,
    last: u32,
}

/// Text that came from one place of the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// The bytes of the source.
    pub(super) source: Narrow,
    /// Where its text is, if the source does not say it, line ends aside.
    pub(super) resolved: Option<Narrow>,
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

impl Element {
    /// Returns the bytes of the source that its start tag takes; those of the tag that implied it, where it has none.
    pub const fn tag(&self) -> Span {
        self.tag.span()
    }
}

impl<'a> Tree<'a> {
    /// Returns the source that the page was read from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Tells whether all of the page is in the tree: a limit may have cut it off.
    pub fn is_whole(&self) -> bool {
        !self.damage.iter().any(|damage| damage.leaves_no_tree())
    }

    /// Returns the root.
    pub const fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// Returns the number of nodes, those that were taken out of the tree again included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Counts nodes and attributes.
    pub(super) fn size(&self) -> usize {
        self.nodes.len() + self.attributes.len()
    }

    /// Tells whether there is nothing but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }

    /// Returns what a node is.
    pub fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.0 as usize]
    }

    /// Returns the text of a node that is a comment.
    pub fn comment(&self, node: NodeId) -> Option<&str> {
        match self.node(node) {
            Node::Comment(comment) => Some(&self.comments[*comment as usize]),
            _ => None,
        }
    }

    /// Returns name, public and system identifier of a node that is a `<!DOCTYPE …>`.
    pub fn doctype(&self, node: NodeId) -> Option<&[Box<str>; 3]> {
        match self.node(node) {
            Node::Doctype(doctype) => Some(&self.doctypes[*doctype as usize]),
            _ => None,
        }
    }

    /// Returns the name of an element, with its namespace.
    pub fn full_name(&self, element: &Element) -> &QualName {
        self.names.get(element.name)
    }

    /// Returns place and attributes of a node that is an element.
    pub fn element(&self, node: NodeId) -> Option<&Element> {
        match self.node(node) {
            Node::Element(element) => Some(&self.elements[*element as usize]),
            _ => None,
        }
    }

    /// Returns the name of a node that is an HTML element.
    pub fn name(&self, node: NodeId) -> Option<&LocalName> {
        let name = self.full_name(self.element(node)?);
        (name.ns == ns!(html)).then_some(&name.local)
    }

    /// Returns the attributes of an element as they stand in the start tag, the first of equal names.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (&QualName, &str)> {
        let element = self.element(node);
        let attributes = element.map_or(&[][..], |element| {
            let Span { start, end } = element.attributes.span();
            &self.attributes[start..end]
        });
        attributes.iter().map(|attribute| {
            (
                self.names.get(attribute.name),
                attribute.value.span().of(&self.resolved),
            )
        })
    }

    /// Returns the value of an attribute, by its name in lower case.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        self.attributes(node)
            .find(|(had, _)| &*had.local == name)
            .map(|(_, value)| value)
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

    /// Returns the parts of a text node, each with the bytes of the source it came from.
    pub fn texts(&self, node: NodeId) -> impl Iterator<Item = (&str, Span)> {
        let first = match self.node(node) {
            Node::Text(pieces) => some(pieces.first),
            _ => None,
        };
        let linked = |NodeId(piece)| &self.pieces[piece as usize];
        std::iter::successors(first.map(linked), move |piece| some(piece.next).map(linked))
            .flat_map(|linked| self.parts(linked.piece))
    }

    /// Parts a piece where line ends of the source stand for line feeds.
    fn parts(&self, piece: Piece) -> impl Iterator<Item = (&str, Span)> {
        let mut left = Some(piece);
        std::iter::from_fn(move || {
            let Piece { source, resolved } = left.take()?;
            let source = source.span();
            if let Some(resolved) = resolved {
                return Some((resolved.span().of(&self.resolved), source));
            }
            let text = source.of(&self.source);
            let (part, length) = first_part(text);
            let end = source.start + length;
            left = (length < text.len()).then(|| Piece {
                source: Span::new(end, source.end).into(),
                resolved: None,
            });
            Some((part, Span::new(source.start, end)))
        })
    }

    /// Gathers all text under a node.
    pub fn inner_text(&self, top: NodeId) -> String {
        let nodes = std::iter::once(top).chain(self.descendants(top));
        nodes
            .flat_map(|node| self.texts(node))
            .map(|(text, _)| text)
            .collect()
    }

    /// Returns the text of a piece that is one token or a part of it.
    pub(super) fn text_of(&self, piece: Piece) -> &str {
        let mut parts = self.parts(piece);
        parts.next().map_or("", |(text, _)| text)
    }

    /// Tells whether a place of the source says a text, line ends aside.
    pub(super) fn says(&self, place: Span, text: &str) -> bool {
        let said = self.source.get(place.start..place.end);
        said.is_some_and(|said| first_part(said) == (text, said.len()))
    }

    fn links(&self, node: NodeId) -> &Links {
        &self.links[node.0 as usize]
    }

    fn links_mut(&mut self, node: NodeId) -> &mut Links {
        &mut self.links[node.0 as usize]
    }
}

/// Returns what source stands for up to a line end, or the line feed that a line end is, and its bytes in the source.
fn first_part(source: &str) -> (&str, usize) {
    match memchr::memchr(b'\r', source.as_bytes()) {
        Some(0) if source.starts_with("\r\n") => ("\n", 2),
        Some(0) => ("\n", 1),
        Some(end) => (&source[..end], end),
        None => (source, source.len()),
    }
}

fn some(id: u32) -> Option<NodeId> {
    (id != NONE).then_some(NodeId(id))
}
