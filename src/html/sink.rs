//! From the tree builder's orders to the tree, with the place in the source of all that it orders.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;

use foldhash::HashMap;
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{QualName, expanded_name, local_name, ns};

use super::tree::{Attribute, Node, NodeId, Piece, Tree};
use crate::edit::{Narrow, Span};

/// Bytes from which the value of an attribute is kept once for all elements that share it.
const LONG_VALUE: usize = 64;

/// What the tree builder builds: a tree, and the texts on their way into it.
pub(super) struct Sink<'a> {
    tree: RefCell<Tree<'a>>,
    /// Where the tag stands that the tree builder works on.
    tag: Cell<Span>,
    /// Texts that were given to the tree builder and have not come back, in order.
    ///
    /// It may hold text back (in tables), split it at white space, or drop it, but never changes the order.
    texts: RefCell<VecDeque<Piece>>,
    /// Long values of attributes by their address: formatting elements that are opened again share those of the tag.
    values: RefCell<HashMap<*const u8, (StrTendril, Narrow)>>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(source: Cow<'a, str>) -> Self {
        Self {
            tree: RefCell::new(Tree::new(source)),
            tag: Cell::new(Span::new(0, 0)),
            texts: RefCell::default(),
            values: RefCell::default(),
        }
    }

    /// Counts nodes and attributes.
    pub(super) fn size(&self) -> usize {
        self.tree.borrow().size()
    }

    /// Tells whether a node is an HTML element of a certain name.
    pub(super) fn is_named(&self, node: NodeId, is_name: fn(&str) -> bool) -> bool {
        let tree = self.tree.borrow();
        tree.name(node).is_some_and(|name| is_name(name))
    }

    /// Notes where the tag stands that comes next.
    pub(super) fn at_tag(&self, tag: Span) {
        self.tag.set(tag);
    }

    /// Notes a text that comes next.
    pub(super) fn at_text(&self, text: &str, source: Span) {
        let mut tree = self.tree.borrow_mut();
        let resolved = (!tree.says(source, text)).then(|| tree.keep_text(text));
        self.texts.borrow_mut().push_back(Piece {
            source: source.into(),
            resolved,
        });
    }

    /// Forgets the texts that the tree builder has dropped; after a tag it holds none back.
    pub(super) fn after_tag(&self) {
        self.texts.borrow_mut().clear();
    }

    /// Finds the piece that a text of the tree builder is, or is part of.
    fn piece(&self, text: &str) -> Piece {
        let mut texts = self.texts.borrow_mut();
        while let Some(piece) = texts.front_mut() {
            let found = split(&self.tree.borrow(), *piece, text);
            let Some((found, rest)) = found else {
                texts.pop_front();
                continue;
            };
            match rest {
                Some(rest) => *piece = rest,
                None => drop(texts.pop_front()),
            }
            return found;
        }
        let end = self.tag.get().start;
        Piece {
            source: Span::new(end, end).into(),
            resolved: Some(self.tree.borrow_mut().keep_text(text)),
        }
    }

    /// Keeps the values of attributes.
    fn keep(&self, attributes: Vec<html5ever::Attribute>) -> Vec<Attribute> {
        let keep = |attribute: html5ever::Attribute| {
            let name = self.tree.borrow_mut().number_of(attribute.name);
            let value = self.keep_value(attribute.value);
            Attribute { name, value }
        };
        attributes.into_iter().map(keep).collect()
    }

    fn keep_value(&self, value: StrTendril) -> Narrow {
        let mut tree = self.tree.borrow_mut();
        if value.len() < LONG_VALUE {
            return tree.keep_text(&value);
        }
        // What is in the map is not freed, so that no other value comes to its address.
        let mut values = self.values.borrow_mut();
        let (_, kept) = values.entry(value.as_ptr()).or_insert_with(|| {
            let kept = tree.keep_text(&value);
            (value, kept)
        });
        *kept
    }

    /// Puts a node or text before `next`, or last under `parent`.
    fn place(&self, child: NodeOrText<NodeId>, parent: NodeId, next: Option<NodeId>) {
        match child {
            NodeOrText::AppendNode(node) => {
                let mut tree = self.tree.borrow_mut();
                tree.detach(node);
                tree.insert(node, parent, next);
            }
            NodeOrText::AppendText(text) => {
                let piece = self.piece(&text);
                self.tree.borrow_mut().insert_text(piece, parent, next);
            }
        }
    }
}

/// Cuts `text` out of a piece; returns it and what is left behind it.
fn split(tree: &Tree<'_>, piece: Piece, text: &str) -> Option<(Piece, Option<Piece>)> {
    let whole = tree.text_of(piece);
    if whole.len() == text.len() {
        return (whole == text).then_some((piece, None));
    }
    let start = whole.find(text)?;
    let (end, all) = (start + text.len(), whole.len());
    let cut = |whole: Narrow, from: usize, to: usize| {
        let start = whole.span().start;
        Span::new(start + from, start + to).into()
    };
    let part = |from: usize, to: usize| match piece.resolved {
        // A reference is one place of the source, whatever part of it is meant.
        Some(resolved) => Piece {
            resolved: Some(cut(resolved, from, to)),
            ..piece
        },
        None => Piece {
            source: cut(piece.source, from, to),
            ..piece
        },
    };
    Some((part(start, end), (end < all).then(|| part(end, all))))
}

impl<'t> TreeSink for Sink<'t> {
    type Handle = NodeId;
    type Output = Tree<'t>;
    type ElemName<'a>
        = Ref<'a, QualName>
    where
        Self: 'a;

    fn finish(self) -> Tree<'t> {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn get_document(&self) -> NodeId {
        self.tree.borrow().root()
    }

    fn same_node(&self, one: &NodeId, two: &NodeId) -> bool {
        one == two
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| {
            let element = tree.element(*target);
            tree.full_name(element.expect("the tree builder asks for names of elements only"))
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<html5ever::Attribute>,
        _: ElementFlags,
    ) -> NodeId {
        let attributes = self.keep(attributes);
        let mut tree = self.tree.borrow_mut();
        let holds_fragment = name.expanded() == expanded_name!(html "template");
        let element = tree.push_element(name, self.tag.get(), attributes);
        if holds_fragment {
            let fragment = tree.push(Node::Fragment);
            tree.insert(fragment, element, None);
        }
        element
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.borrow_mut().push_comment(&text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        let text = StrTendril::from(format!("?{target} {data}"));
        self.create_comment(text)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(child, *parent, None);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().parent(*sibling);
        if let Some(parent) = parent {
            self.place(child, parent, Some(*sibling));
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let parent = self.tree.borrow().parent(*element);
        match parent {
            Some(parent) => self.place(child, parent, Some(*element)),
            None => self.place(child, *previous, None),
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        let names = [name, public, system].map(|name| name.as_ref().into());
        let mut tree = self.tree.borrow_mut();
        let doctype = tree.push_doctype(names);
        let root = tree.root();
        tree.insert(doctype, root, None);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        let fragment = self.tree.borrow().first_child(*target);
        fragment.expect("every template was made with its fragment")
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<html5ever::Attribute>) {
        let attributes = self.keep(attributes);
        self.tree.borrow_mut().add_attributes(*target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.tree.borrow_mut().move_children(*node, *parent);
    }
}
