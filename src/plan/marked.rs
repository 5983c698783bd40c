//! Elements that name what they are: their blocks go with them.

use foldhash::HashMap;
use html5ever::local_name;

use super::Target;
use crate::html::{Markup, Outline};
use crate::page::Page;
use crate::rule::Claims;

/// One bit a finder.
type Finders = u64;

/// Share of a page's running text from which an element is the page, whatever its name says.
const MOST_PROSE: f64 = 0.3;

/// The finders that go by the names of elements.
#[derive(Debug, Default)]
pub(super) struct Marked {
    targets: Vec<Target>,
    /// The finders that names of elements open, and classes, ids and roles.
    names: Marks,
    classes: Marks,
    ids: Marks,
    roles: Marks,
}

/// Words, each with the finders that it opens.
type Marks = HashMap<&'static str, Finders>;

impl Marked {
    pub(super) fn new(targets: Vec<(Target, &'static [&'static str])>) -> Self {
        assert!(targets.len() <= Finders::BITS as usize, "one bit a finder");
        let mut marked = Self::default();
        for (bit, (target, marks)) in targets.into_iter().enumerate() {
            marked.targets.push(target);
            for mark in marks {
                let (marks, word) = marked.table(mark);
                *marks.entry(word).or_default() |= 1 << bit;
            }
        }
        marked
    }

    /// Returns the table that a mark belongs to: `.class`, `#id`, `role=…` or the name of an element.
    fn table(&mut self, mark: &'static str) -> (&mut Marks, &'static str) {
        if let Some(class) = mark.strip_prefix('.') {
            (&mut self.classes, class)
        } else if let Some(id) = mark.strip_prefix('#') {
            (&mut self.ids, id)
        } else if let Some(role) = mark.strip_prefix("role=") {
            (&mut self.roles, role)
        } else {
            (&mut self.names, mark)
        }
    }

    /// Claims every block inside of an element that a finder names.
    pub(super) fn run(&self, page: &Page<'_>, claims: &mut Claims) {
        let Some(markup) = page.markup().filter(|_| !self.targets.is_empty()) else {
            return;
        };
        let found = self.found(page, markup);
        for (index, source) in markup.outline.sources.iter().enumerate() {
            let mut left = found
                .get(source.element as usize)
                .copied()
                .unwrap_or_default();
            while left != 0 {
                let target = &self.targets[left.trailing_zeros() as usize];
                left &= left - 1;
                claims.claim_for(target.rule, &target.find);
                claims.block(page, index);
            }
        }
    }

    /// Finds which finders each element stands under.
    fn found(&self, page: &Page<'_>, markup: &Markup<'_>) -> Vec<Finders> {
        let outline = &markup.outline;
        let mut found: Vec<Finders> = outline
            .elements
            .iter()
            .map(|element| self.named(markup, element.node))
            .collect();
        if found.iter().all(|&finders| finders == 0) {
            return found;
        }
        let prose = prose(page, outline);
        let most = (prose[0] as f64 * MOST_PROSE) as usize;
        for at in 1..found.len() {
            if prose[at] > most {
                found[at] = 0;
            }
            found[at] |= found[outline.elements[at].parent as usize];
        }
        found
    }

    /// Returns the finders that an element names itself.
    fn named(&self, markup: &Markup<'_>, node: crate::html::tree::NodeId) -> Finders {
        let tree = &markup.tree;
        let mut finders = tree.name(node).map_or(0, |name| opened(&self.names, name));
        for (name, value) in tree.attributes(node) {
            finders |= match name.local {
                local_name!("id") => opened(&self.ids, value),
                local_name!("role") => opened(&self.roles, value),
                local_name!("class") => value
                    .split_ascii_whitespace()
                    .fold(0, |all, class| all | opened(&self.classes, class)),
                _ => 0,
            };
        }
        finders
    }
}

fn opened(marks: &Marks, word: &str) -> Finders {
    marks.get(word).copied().unwrap_or_default()
}

/// Counts the bytes of running text under each element.
fn prose(page: &Page<'_>, outline: &Outline) -> Vec<usize> {
    let mut prose = vec![0; outline.elements.len()];
    for (index, source) in outline.sources.iter().enumerate() {
        if let Some(bytes) = prose.get_mut(source.element as usize)
            && page.is_prose(index)
        {
            *bytes += page
                .shown(index)
                .len()
                .saturating_sub(source.link_bytes as usize);
        }
    }
    for at in (1..prose.len()).rev() {
        prose[outline.elements[at].parent as usize] += prose[at];
    }
    prose
}
