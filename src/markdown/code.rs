//! Code blocks between fences.

use super::inline::longest_run;
use super::line::Line;
use crate::html::tree::{NodeId, Tree};
use crate::page::Page;

/// Backticks of the shortest fence.
const FENCE: usize = 3;

/// Starts of the classes that name a language.
const LANGUAGE: [&str; 2] = ["language-", "lang-"];

/// Writes the lines of one element as a code block, with the white space that they have on the page.
pub(super) fn block(page: &Page<'_>, tidy: &str, lines: &[Line], language: &str) -> Vec<String> {
    let ticks = lines.iter().map(|line| longest_run(line.span.of(tidy)));
    let fence = "`".repeat(ticks.max().unwrap_or(0).max(FENCE - 1) + 1);
    let mut out = vec![fence.clone() + language];
    let mut last = None;
    for line in lines {
        let place = line.words.first().map_or(0, |words| words.page);
        let block = page.block_at(place).min(page.blocks().len() - 1);
        let skipped = last.is_some_and(|last| last + 1 == block && page.gap_before(block));
        out.extend(skipped.then(String::new));
        let code = line.span.of(tidy).trim_start();
        out.push(indent(page, block).to_owned() + code);
        last = Some(block);
    }
    out.push(fence);
    out
}

/// Returns the white space before what a block shows, but for the mark of a list item.
fn indent<'p>(page: &'p Page<'_>, block: usize) -> &'p str {
    let block = page.blocks()[block];
    &page.text()[block.line().start..block.shown().start]
}

/// Returns the language that a class of an element, or of the code in it, names; empty where none does.
pub(super) fn language<'t>(tree: &'t Tree<'_>, element: NodeId) -> &'t str {
    let inside = tree.children(element);
    let classes = std::iter::once(element)
        .chain(inside)
        .filter_map(|node| tree.attribute(node, "class"));
    let mut names = classes
        .flat_map(str::split_ascii_whitespace)
        .filter_map(|class| LANGUAGE.iter().find_map(|start| class.strip_prefix(start)));
    let letter = |c: char| c.is_ascii_alphanumeric() || "+#-_.".contains(c);
    names
        .find(|name| name.chars().all(letter))
        .unwrap_or_default()
}
