//! A node of our tree as the matching of selectors wants to see it.

use std::cell::Cell;

use html5ever::{Namespace, QualName, ns};
use scraper::selector::{CssLocalName, CssString, NonTSPseudoClass, PseudoElement, Simple};
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::matching::{ElementSelectorFlags, MatchingContext};
use selectors::{Element, OpaqueElement};

use crate::html::tree::{self, Node, NodeId, Tree};

/// A tree, and the steps through it that are left.
#[derive(Debug)]
pub(super) struct Steps<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    pub(super) left: Cell<usize>,
}

/// An element of a tree.
#[derive(Debug, Clone)]
pub(super) struct Position<'s, 't, 'a> {
    pub(super) steps: &'s Steps<'t, 'a>,
    pub(super) node: NodeId,
}

impl Steps<'_, '_> {
    /// Tells whether no step is left.
    pub(super) fn are_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Takes a step; tells whether there was one left.
    fn take(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}

impl Position<'_, '_, '_> {
    fn element(&self) -> &tree::Element {
        let element = self.steps.tree.element(self.node);
        element.expect("positions are made of elements only")
    }

    fn name(&self) -> &QualName {
        self.steps.tree.full_name(self.element())
    }

    /// Goes to the first element along a way; each node on it is a step.
    fn along(
        &self,
        first: Option<NodeId>,
        next: fn(&Tree<'_>, NodeId) -> Option<NodeId>,
    ) -> Option<Self> {
        let tree = self.steps.tree;
        let mut way = std::iter::successors(first, |&node| next(tree, node))
            .take_while(|_| self.steps.take());
        let node = way.find(|&node| tree.element(node).is_some())?;
        Some(Self {
            steps: self.steps,
            node,
        })
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.steps.tree.attribute(self.node, name)
    }
}

impl Element for Position<'_, '_, '_> {
    type Impl = Simple;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.element())
    }

    fn parent_element(&self) -> Option<Self> {
        let parent = self.steps.tree.parent(self.node);
        self.along(parent, |_, _| None)
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        let tree = self.steps.tree;
        self.along(tree.previous_sibling(self.node), |tree, node| {
            tree.previous_sibling(node)
        })
    }

    fn next_sibling_element(&self) -> Option<Self> {
        let tree = self.steps.tree;
        self.along(tree.next_sibling(self.node), |tree, node| {
            tree.next_sibling(node)
        })
    }

    fn first_element_child(&self) -> Option<Self> {
        let tree = self.steps.tree;
        self.along(tree.first_child(self.node), |tree, node| {
            tree.next_sibling(node)
        })
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.name().ns == ns!(html)
    }

    fn has_local_name(&self, name: &CssLocalName) -> bool {
        self.name().local == name.0
    }

    fn has_namespace(&self, namespace: &Namespace) -> bool {
        self.name().ns == *namespace
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.name() == other.name()
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Namespace>,
        name: &CssLocalName,
        operation: &AttrSelectorOperation<&CssString>,
    ) -> bool {
        let mut attributes = self.steps.tree.attributes(self.node);
        attributes.any(|(key, value)| {
            let elsewhere =
                matches!(namespace, NamespaceConstraint::Specific(wanted) if **wanted != key.ns);
            !elsewhere && name.0 == key.local && operation.eval_str(value)
        })
    }

    fn match_non_ts_pseudo_class(
        &self,
        _: &NonTSPseudoClass,
        _: &mut MatchingContext<'_, Simple>,
    ) -> bool {
        false
    }

    fn match_pseudo_element(&self, _: &PseudoElement, _: &mut MatchingContext<'_, Simple>) -> bool {
        false
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        &*self.name().local == "link"
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &CssLocalName, case: CaseSensitivity) -> bool {
        let had = self.attribute("id");
        had.is_some_and(|had| case.eq(id.0.as_bytes(), had.as_bytes()))
    }

    fn has_class(&self, name: &CssLocalName, case: CaseSensitivity) -> bool {
        let mut classes = self
            .attribute("class")
            .unwrap_or_default()
            .split_ascii_whitespace();
        classes.any(|class| case.eq(class.as_bytes(), name.0.as_bytes()))
    }

    fn has_custom_state(&self, _: &CssLocalName) -> bool {
        false
    }

    fn imported_part(&self, _: &CssLocalName) -> Option<CssLocalName> {
        None
    }

    fn is_part(&self, _: &CssLocalName) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        let tree = self.steps.tree;
        let shows = |node| matches!(tree.node(node), Node::Element(_) | Node::Text(_));
        !tree
            .children(self.node)
            .take_while(|_| self.steps.take())
            .any(shows)
    }

    fn is_root(&self) -> bool {
        let tree = self.steps.tree;
        tree.parent(self.node) == Some(tree.root())
    }

    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
