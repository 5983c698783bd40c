//! How a tree grows: what the tree builder asks for.

use std::borrow::Cow;

use foldhash::HashSet;
use html5ever::QualName;

use super::{
    Attribute, Element, Linked, Links, NONE, Names, Node, NodeId, Piece, Pieces, Tree, some,
};
use crate::edit::{Narrow, Span, narrow};
use crate::html::limits::Damage;

/// Attributes of an element from which those that later tags add to it are left out.
const MOST_ATTRIBUTES: usize = 512;

impl<'a> Tree<'a> {
    /// Makes the tree that holds nothing but its root.
    pub(in crate::html) fn new(source: Cow<'a, str>) -> Self {
        let mut tree = Self {
            source,
            resolved: String::new(),
            links: Vec::new(),
            nodes: Vec::new(),
            elements: Vec::new(),
            attributes: Vec::new(),
            names: Names::default(),
            comments: Vec::new(),
            doctypes: Vec::new(),
            pieces: Vec::new(),
            damage: Vec::new(),
            swallowed: None,
        };
        tree.push(Node::Fragment);
        tree
    }

    /// Drops all nodes but the root; the source and what is said of it stay.
    pub(in crate::html) fn give_up(&mut self) {
        let damage = std::mem::take(&mut self.damage);
        let source = std::mem::take(&mut self.source);
        *self = Self {
            damage,
            ..Self::new(source)
        };
    }

    /// Notes that a page without text holds tags in what never closes.
    pub(in crate::html) fn note_what_is_swallowed(&mut self, text: &str) {
        let Some(swallowed) = self.swallowed.filter(|_| text.is_empty()) else {
            return;
        };
        let rest = swallowed.of(&self.source).as_bytes().get(1..);
        let opens =
            |pair: &[u8]| pair[0] == b'<' && (pair[1] == b'/' || pair[1].is_ascii_alphabetic());
        if rest.is_some_and(|rest| rest.windows(2).any(opens)) {
            self.damage.push(Damage::Swallowed);
        }
    }

    /// Makes a node that stands nowhere yet.
    pub(in crate::html) fn push(&mut self, node: Node) -> NodeId {
        let id = NodeId(narrow(self.nodes.len()));
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
    pub(in crate::html) fn push_element(
        &mut self,
        name: QualName,
        tag: Span,
        attributes: Vec<Attribute>,
    ) -> NodeId {
        let at = narrow(self.elements.len());
        let start = self.attributes.len();
        self.attributes.extend(attributes);
        let name = self.names.number(name);
        self.elements.push(Element {
            name,
            attributes: Span::new(start, self.attributes.len()).into(),
            tag: tag.into(),
        });
        self.push(Node::Element(at))
    }

    /// Makes a comment that stands nowhere yet.
    pub(in crate::html) fn push_comment(&mut self, text: &str) -> NodeId {
        self.comments.push(text.into());
        self.push(Node::Comment(narrow(self.comments.len() - 1)))
    }

    /// Makes a `<!DOCTYPE …>` that stands nowhere yet: name, public and system identifier.
    pub(in crate::html) fn push_doctype(&mut self, parts: [Box<str>; 3]) -> NodeId {
        self.doctypes.push(parts);
        self.push(Node::Doctype(narrow(self.doctypes.len() - 1)))
    }

    /// Returns the number of a name of an element or an attribute.
    pub(in crate::html) fn number_of(&mut self, name: QualName) -> u32 {
        self.names.number(name)
    }

    /// Adds attributes that an element does not have yet.
    pub(in crate::html) fn add_attributes(&mut self, node: NodeId, mut attributes: Vec<Attribute>) {
        let Node::Element(element) = *self.node(node) else {
            return;
        };
        let had = self.elements[element as usize].attributes.span();
        let names = self.attributes[had.start..had.end]
            .iter()
            .map(|had| had.name);
        let names: HashSet<u32> = names.collect();
        attributes.retain(|attribute| !names.contains(&attribute.name));
        attributes.truncate(MOST_ATTRIBUTES.saturating_sub(had.end - had.start));
        if attributes.is_empty() {
            return;
        }
        let mut start = had.start;
        if had.end != self.attributes.len() {
            start = self.attributes.len();
            self.attributes.extend_from_within(had.start..had.end);
        }
        self.attributes.extend(attributes);
        let attributes = Span::new(start, self.attributes.len());
        self.elements[element as usize].attributes = attributes.into();
    }

    /// Keeps text that the source does not hold literally.
    pub(in crate::html) fn keep_text(&mut self, text: &str) -> Narrow {
        let start = self.resolved.len();
        self.resolved.push_str(text);
        Span::new(start, self.resolved.len()).into()
    }

    /// Puts a node before `next`, or last under `parent`.
    pub(in crate::html) fn insert(&mut self, node: NodeId, parent: NodeId, next: Option<NodeId>) {
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
    pub(in crate::html) fn insert_text(
        &mut self,
        piece: Piece,
        parent: NodeId,
        next: Option<NodeId>,
    ) {
        let previous = match next {
            Some(next) => self.previous_sibling(next),
            None => self.last_child(parent),
        };
        let at = narrow(self.pieces.len());
        if let Some(previous) = previous
            && let Node::Text(pieces) = &mut self.nodes[previous.0 as usize]
        {
            let last = &mut self.pieces[pieces.last as usize];
            if !last.piece.join(piece) {
                last.next = at;
                pieces.last = at;
                self.pieces.push(Linked { piece, next: NONE });
            }
            return;
        }
        self.pieces.push(Linked { piece, next: NONE });
        let text = self.push(Node::Text(Pieces {
            first: at,
            last: at,
        }));
        self.insert(text, parent, next);
    }

    /// Takes a node out of its place, with all that stands under it.
    pub(in crate::html) fn detach(&mut self, node: NodeId) {
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
    pub(in crate::html) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = self.first_child(from) {
            self.detach(child);
            self.insert(child, to, None);
        }
    }
}

impl Piece {
    /// Takes in the piece that follows, if the source says both and goes on where this one ends.
    fn join(&mut self, next: Self) -> bool {
        let (here, there) = (self.source.span(), next.source.span());
        let joins = self.resolved.or(next.resolved).is_none() && here.end == there.start;
        if joins {
            self.source = Span::new(here.start, there.end).into();
        }
        joins
    }
}

fn raw(node: Option<NodeId>) -> u32 {
    node.map_or(NONE, |node| node.0)
}
