//! CSS selectors over the tree of a page: scraper's language, without a second parse.

mod element;

use std::cell::Cell;

use scraper::selector::{Parser, Simple};
use selectors::matching::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
    SelectorCaches, matches_selector,
};
use selectors::parser::{ParseRelative, SelectorList};

use super::tree::{NodeId, Tree};
use element::{Position, Steps};

/// Bytes of a selector, at most: nobody writes more, and a reader of nested ones goes as deep as they do.
const LONGEST: usize = 1000;
/// Selectors of a list with commas, at most.
const MOST_IN_LIST: usize = 64;
/// Steps from element to element that a selector may take on any page.
const FREE_STEPS: usize = 1 << 16;
/// Steps that it may take for each node of the page: `:has()` and `~` look far.
const STEPS_A_NODE: usize = 64;

/// A CSS selector, or several with commas between them.
#[derive(Debug, Clone)]
pub struct Selector(SelectorList<Simple>);

impl Selector {
    /// Reads a selector as a style sheet has it.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST {
            return Err(format!("it is longer than {LONGEST} bytes"));
        }
        let mut parser = cssparser::Parser::new(text);
        let list = SelectorList::parse(&Parser, &mut parser, ParseRelative::No)
            .map_err(|error| reason(&format!("{:?}", error.kind)))?;
        if list.slice().len() > MOST_IN_LIST {
            return Err(format!("it lists more than {MOST_IN_LIST} selectors"));
        }
        Ok(Self(list))
    }

    /// Finds which of some elements it selects, in their order.
    ///
    /// `None` where that would take more steps than a page is worth.
    pub fn select(
        &self,
        tree: &Tree<'_>,
        elements: impl Iterator<Item = NodeId>,
    ) -> Option<Vec<NodeId>> {
        let steps = Steps {
            tree,
            left: Cell::new(FREE_STEPS + STEPS_A_NODE * tree.len()),
        };
        let mut caches = SelectorCaches::default();
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            &mut caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        let mut selects = |node: &NodeId| {
            let position = Position {
                steps: &steps,
                node: *node,
            };
            let mut list = self.0.slice().iter();
            list.any(|selector| matches_selector(selector, 0, None, &position, &mut context))
        };
        let elements = elements.filter(|node| tree.element(*node).is_some());
        let mut selected = Vec::new();
        for node in elements {
            if selects(&node) {
                selected.push(node);
            }
            if steps.are_spent() {
                return None;
            }
        }
        Some(selected)
    }
}

/// Makes words of the name that an error has in the source of the parser.
fn reason(name: &str) -> String {
    let inner = name.rsplit("Custom(").next().unwrap_or(name);
    let name: String = inner.chars().take_while(|c| c.is_alphabetic()).collect();
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
