//! What stands between the lines of each block.

use super::super::lines::{columns, is_plain_indent};
use super::hyphens::{Words, is_broken};
use super::prose::{self, is_too_wide};
use super::wrapped::{self, End, Filling, Measure};
use super::{Entry, Joint, Layout, Role};

/// Columns by which a line is deeper than another one, at least.
const STEP: usize = 2;

/// Settles the joints and the indentation within each block of text, list items with what hangs below them among these.
pub(super) fn settle(text: &str, entries: &mut [Entry<'_>], layout: Layout) {
    let is_wide = |entry: &Entry<'_>| layout == Layout::Lines && is_too_wide(entry.text);
    let is_block = |one: &Entry<'_>, two: &Entry<'_>| {
        let listed = matches!(one.part_of(), Role::Item | Role::Numbered);
        let is_text = two.role == Role::Text && (listed || one.role == Role::Text);
        is_text && listed == two.below.is_some() && !two.blanks && !is_wide(one) && !is_wide(two)
    };
    let fillings: Vec<Filling> = entries.chunk_by(is_block).map(Filling::of).collect();
    let sure = fillings.iter().filter_map(|filling| filling.sure);
    let widest = sure.reduce(wrapped::wider);
    let mut words = Words::of(text);
    let blocks = entries.chunk_by_mut(is_block).zip(fillings);
    for (block, filling) in blocks.filter(|(block, _)| block.len() > 1) {
        settle_block(block, filling, layout, widest, &mut words);
    }
    if layout == Layout::Blocks {
        entries
            .chunk_by_mut(|_, two| !two.blanks)
            .for_each(keep_indents);
    }
}

/// Finds the lines that hang below a list item, and keeps their indentation.
pub(super) fn hang(entries: &mut [Entry<'_>]) {
    let mut item = None;
    for entry in entries {
        let deep = columns(entry.indent);
        let below =
            |&(_, depth): &(Role, usize)| deep >= depth + STEP && is_plain_indent(entry.indent);
        match entry.role {
            Role::Item | Role::Numbered => item = Some((entry.role, deep)),
            Role::Text if !entry.blanks => item = item.filter(below),
            _ => item = None,
        }
        if let (Role::Text, Some((role, _))) = (entry.role, item) {
            entry.below = Some(role);
            entry.kept_indent = entry.indent.len();
        }
    }
}

fn settle_block(
    block: &mut [Entry<'_>],
    filling: Filling,
    layout: Layout,
    widest: Option<Measure>,
    words: &mut Words<'_>,
) {
    let filled = filling
        .sure
        .or_else(|| widest.filter(|&widest| wrapped::is_filled_to(block, widest)));
    if let Some(measure) = filled {
        return join(block, measure, layout, words);
    }
    let listed = block[0].role != Role::Text;
    let sentences = !listed && prose::are_paragraphs(block.iter().map(|entry| entry.text));
    match layout {
        Layout::Blocks if !sentences => set(block, Joint::Line),
        Layout::Lines if !sentences && filling.likely => set(block, Joint::Line),
        _ => set_apart(block, words),
    }
}

fn set(block: &mut [Entry<'_>], joint: Joint) {
    block[1..].iter_mut().for_each(|entry| entry.joint = joint);
}

/// Sets the lines of a block apart, but for those that break off.
fn set_apart(block: &mut [Entry<'_>], words: &mut Words<'_>) {
    for at in 1..block.len() {
        let goes_on =
            block[at].below.is_some() || prose::runs_on(block[at - 1].text, block[at].text);
        block[at].joint = if goes_on { Joint::Line } else { Joint::Blank };
    }
    // What is left in one piece is a block of its own from now on, and has to be read as one.
    for piece in block.chunk_by_mut(|_, two| two.joint == Joint::Line) {
        if let Some(measure) = Filling::of(piece).sure {
            join(piece, measure, Layout::Lines, words);
        }
    }
}

/// Joins the lines of a block that was filled up.
fn join(block: &mut [Entry<'_>], measure: Measure, layout: Layout, words: &mut Words<'_>) {
    let base = block
        .iter()
        .map(|entry| entry.indent.len())
        .min()
        .unwrap_or(0);
    let ends: Vec<End> = wrapped::ends(block, measure).collect();
    for (at, end) in (1..).zip(ends) {
        let (one, two) = (&block[at - 1], &block[at]);
        let opens = two.below.is_none() && two.indent.len() > base && prose::is_ended(one.text);
        block[at].joint = match end {
            End::Full if !opens && is_broken(one.text) => {
                let hyphen = words.hyphen(one.text, two.text);
                hyphen.map_or(Joint::Line, Joint::Word)
            }
            End::Full if !opens => Joint::Joined,
            End::Short if layout == Layout::Blocks => Joint::Line,
            End::Short | End::Paragraph if two.below.is_some() => Joint::Line,
            _ => Joint::Blank,
        };
        if matches!(block[at].joint, Joint::Joined | Joint::Word(_)) {
            block[at].kept_indent = 0;
        }
    }
}

/// Keeps how much deeper than the first line the others of a block are, where all of them stay line by line.
fn keep_indents(block: &mut [Entry<'_>]) {
    let first = block[0].indent;
    let stays = |entry: &Entry<'_>| matches!(entry.joint, Joint::Usual | Joint::Line);
    let is_deeper = |entry: &Entry<'_>| {
        let inner = entry.indent.strip_prefix(first);
        inner.is_some_and(|inner| {
            inner.is_empty() || columns(inner) >= STEP && is_plain_indent(inner)
        })
    };
    let keeps = |entry: &Entry<'_>| matches!(entry.role, Role::Text | Role::Row | Role::Quote);
    if keeps(&block[0])
        && is_plain_indent(first)
        && block.iter().all(|entry| stays(entry) && is_deeper(entry))
    {
        for entry in block.iter_mut().filter(|entry| keeps(entry)) {
            entry.kept_indent = entry.indent.len() - first.len();
        }
    }
}
