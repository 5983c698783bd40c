//! Elements that a site's settings select: their text goes, or stays.

use super::Target;
use super::keeps::Scope;
use crate::edit::Span;
use crate::html::tree::Element;
use crate::html::{Markup, Selector};
use crate::page::Page;
use crate::rule::Claims;

/// The selectors of elements that go.
#[derive(Debug, Default)]
pub(super) struct Selected {
    remove: Vec<(Target, Selector, Scope)>,
}

impl Selected {
    /// Adds a selector of elements that go.
    pub(super) fn remove(&mut self, target: Target, selector: Selector, scope: Scope) {
        self.remove.push((target, selector, scope));
    }

    /// Claims what stands in the elements that go: whole blocks, and parts of blocks.
    pub(super) fn run(&self, page: &Page<'_>, claims: &mut Claims) {
        let Some(markup) = page.markup() else {
            return;
        };
        for (target, selector, _) in self.remove.iter().filter(|(.., scope)| scope.takes(page)) {
            let Some(places) = places(markup, selector).filter(|places| !places.is_empty()) else {
                continue;
            };
            claims.claim_for(target.rule, &target.find);
            for index in 0..page.blocks().len() {
                claim(page, markup, index, &places, claims);
            }
        }
    }
}

/// Tells for each block whether any of it stands in an element that a selector keeps; empty where there are no elements.
///
/// A selector that is too much work for the page protects all of it.
pub(super) fn kept_by(selector: &Selector, page: &Page<'_>) -> Vec<bool> {
    let Some(markup) = page.markup() else {
        return Vec::new();
    };
    let places = places(markup, selector);
    let is_kept = |index: usize| {
        let mut pieces = markup.pieces(index).iter();
        let holds = |places: &Vec<Span>| pieces.any(|piece| is_in(places, piece.source()));
        places.as_ref().is_none_or(holds)
    };
    (0..page.blocks().len()).map(is_kept).collect()
}

/// Claims what of a block came from some places of the source.
fn claim(page: &Page<'_>, markup: &Markup<'_>, index: usize, places: &[Span], claims: &mut Claims) {
    let pieces = markup.pieces(index);
    let is_selected: Vec<bool> = pieces
        .iter()
        .map(|piece| is_in(places, piece.source()))
        .collect();
    if !is_selected.is_empty() && is_selected.iter().all(|&selected| selected) {
        claims.block(page, index);
        return;
    }
    let mut at = 0;
    for run in is_selected.chunk_by(|one, two| one == two) {
        let parts = &pieces[at..at + run.len()];
        at += run.len();
        if let ([true, ..], [first, ..], [.., last]) = (run, parts, parts) {
            claims.cut(
                with_space(page.text(), first.text().start, last.text().end),
                index,
            );
        }
    }
}

/// Takes one of the two spaces around a part of a line with it.
fn with_space(text: &str, start: usize, end: usize) -> Span {
    let between = text[..start].ends_with(' ') && text[end..].starts_with(' ');
    Span::new(start - usize::from(between), end)
}

/// Finds the places of the source where the text of selected elements stands, in order.
///
/// `None` where the selector is too much work for the page.
fn places(markup: &Markup<'_>, selector: &Selector) -> Option<Vec<Span>> {
    let (tree, outline) = (&markup.tree, &markup.outline);
    let nodes = || outline.elements.iter().map(|element| element.node);
    let mut left = selector.select(tree, nodes())?.into_iter().peekable();
    let mut inside: Vec<bool> = Vec::with_capacity(outline.elements.len());
    let mut places = Vec::new();
    for element in &outline.elements {
        let is_selected = left.next_if_eq(&element.node).is_some();
        let is_around = inside.get(element.parent as usize) == Some(&true);
        inside.push(is_selected || is_around);
        if !is_selected || is_around {
            continue;
        }
        for node in std::iter::once(element.node).chain(tree.descendants(element.node)) {
            places.extend(tree.texts(node).map(|(_, source)| source));
            places.extend(tree.element(node).map(Element::tag));
        }
    }
    places.sort_unstable();
    Some(places)
}

/// Tells whether text stands in one of some places.
fn is_in(places: &[Span], text: Span) -> bool {
    let next = places.partition_point(|place| place.start <= text.start);
    next.checked_sub(1)
        .is_some_and(|at| text.start < places[at].end)
}
