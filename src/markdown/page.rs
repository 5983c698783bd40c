//! The lines of a web page as Markdown, each under the marks of the lists and quotations around it.

use super::address::Base;
use super::escape::Place;
use super::frame::{Frames, Kind, LINK};
use super::line::{Line, lines, styled};
use super::{code, inline, table};
use crate::edit::Span;
use crate::html::Markup;
use crate::outcome::Outcome;
use crate::page::Page;

/// Writes the tidy text of a web page.
pub(super) fn write(outcome: &Outcome<'_>, markup: &Markup<'_>, tidy: &str) -> String {
    let frames = Frames::of(markup);
    let lines = lines(outcome, &frames, tidy);
    let mut writer = Writer {
        page: outcome.page(),
        markup,
        tidy,
        frames: &frames,
        base: Base::of(markup),
        out: String::with_capacity(tidy.len() + tidy.len() / 8),
        open: Vec::new(),
        linked: 0,
    };
    let mut last = None;
    for group in lines.chunk_by(|one, two| is_one_block(&frames, one, two)) {
        writer.group(last, group);
        last = group.last();
    }
    writer.out
}

/// A list item or quotation that lines are written in.
#[derive(Debug, Clone, Copy)]
struct Open {
    frame: usize,
    /// Columns of the mark of a list item; 0 for a quotation.
    width: usize,
}

struct Writer<'o, 'a> {
    page: &'o Page<'a>,
    markup: &'o Markup<'a>,
    tidy: &'o str,
    frames: &'o Frames,
    base: Base,
    out: String,
    open: Vec<Open>,
    /// The last link that was written: its words on further lines are no link again.
    linked: usize,
}

impl Writer<'_, '_> {
    fn kind(&self, line: &Line) -> Kind {
        self.frames.frame(line.frame).kind
    }

    fn group(&mut self, before: Option<&Line>, group: &[Line]) {
        let first = &group[0];
        let body = self.body(group);
        let containers = self.frames.containers(first.frame);
        let stays = |open: &Open| containers.contains(&open.frame);
        let sibling = !self.open.iter().all(stays);
        self.open.retain(stays);
        if let Some(before) = before {
            self.part(before, first, sibling);
        }
        let opened = self.begin(first, &containers);
        self.out.push_str(&opened);
        let around = self.around();
        for (at, line) in body.iter().enumerate() {
            if at > 0 {
                let around = if line.is_empty() {
                    around.trim_end()
                } else {
                    &around
                };
                self.out.push_str(around);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// Writes what stands between two blocks: nothing in a list or stanza, else an empty line.
    fn part(&mut self, before: &Line, line: &Line, sibling: bool) {
        let is_item = line.marker.start < line.marker.end;
        let marker = line.marker.of(self.tidy);
        let interrupts = sibling || matches!(marker, "- " | "1. ");
        let dashes = before.is_dashed(self.tidy) && line.is_dashed(self.tidy);
        if !line.is_apart && ((is_item && interrupts) || (dashes && before.frame == line.frame)) {
            return;
        }
        let is_plain = |line: &Line| {
            let leaf = matches!(
                self.kind(line),
                Kind::Heading(_) | Kind::Code(_) | Kind::Row(_)
            );
            !leaf && !line.is_dashed(self.tidy)
        };
        let stanza = before.frame == line.frame && is_plain(before) && is_plain(line);
        if !line.is_apart && stanza && !is_item {
            self.out.truncate(self.out.len() - 1);
            self.out.push_str("\\\n");
            return;
        }
        let around = self.around();
        self.out.push_str(around.trim_end());
        self.out.push('\n');
    }

    /// Opens the lists and quotations that a line begins; returns what stands before its words.
    fn begin(&mut self, line: &Line, containers: &[usize]) -> String {
        let mut before = self.around();
        let marker = line.marker.of(self.tidy);
        let is_item = |frame: &&usize| self.frames.frame(**frame).kind == Kind::Item;
        let item = containers.iter().rev().find(is_item).copied();
        for &frame in containers {
            if self.open.iter().any(|open| open.frame == frame) {
                continue;
            }
            if self.frames.frame(frame).kind == Kind::Quote {
                self.open.push(Open { frame, width: 0 });
                before.push_str("> ");
            } else if item == Some(frame) && !marker.is_empty() {
                let width = marker.len();
                self.open.push(Open { frame, width });
                before.push_str(marker);
            }
        }
        before
    }

    /// Returns what stands before a line that goes on in all that is open.
    fn around(&self) -> String {
        let mark = |open: &Open| match open.width {
            0 => "> ".to_owned(),
            width => " ".repeat(width),
        };
        self.open.iter().map(mark).collect()
    }

    /// Writes the lines of a block without what stands around them.
    fn body(&mut self, group: &[Line]) -> Vec<String> {
        match self.kind(&group[0]) {
            Kind::Code(element) => {
                let language = code::language(&self.markup.tree, element);
                code::block(self.page, self.tidy, group, language)
            }
            Kind::Row(_) => {
                let frames = self.frames;
                table::rows(group, frames, |line, span| {
                    self.inline(line, span, Place::Cell)
                })
            }
            Kind::Heading(level) => vec![self.heading(group, level)],
            _ => vec![self.line(&group[0])],
        }
    }

    /// Writes the lines of a heading as one, for a heading has no more.
    fn heading(&mut self, lines: &[Line], level: usize) -> String {
        let words = lines
            .iter()
            .map(|line| self.inline(line, line.span, Place::Heading));
        let mut words = words.collect::<Vec<_>>().join(" ");
        let end = words.trim_end_matches('#').len();
        if end < words.len() && (end == 0 || words[..end].ends_with(' ')) {
            words.insert(end, '\\');
        }
        "#".repeat(level) + " " + &words
    }

    /// Writes a line of words; one that is a list item by its dash stays one.
    fn line(&mut self, line: &Line) -> String {
        let text = line.span.of(self.tidy);
        let content = text.trim_start();
        let styled = styled(line, line.span, self.frames);
        let is_plain = styled.first().is_none_or(|(_, style)| style.0 == [0; 4]);
        let dash = match content.strip_prefix("- ") {
            Some(_) if is_plain && line.is_dashed(self.tidy) => text.len() - content.len() + 2,
            _ => 0,
        };
        let words = text[dash..].trim_start();
        let rest = Span::new(line.span.end - words.len(), line.span.end);
        text[..dash].to_owned() + &self.inline(line, rest, Place::Line)
    }

    fn inline(&mut self, line: &Line, span: Span, place: Place) -> String {
        let mut styled = styled(line, span, self.frames);
        let address = |element: usize| {
            let node = self.markup.outline.elements[element].node;
            self.base.address(self.markup, node)
        };
        let (mut last, mut leads) = (self.linked, false);
        for (_, style) in &mut styled {
            let link = style.0[LINK];
            if link > last {
                (last, leads) = (link, address(link).is_some());
            }
            if link <= self.linked || !leads {
                style.0[LINK] = 0;
            }
        }
        let written = inline::write(self.tidy, &styled, place, address);
        self.linked = last;
        written
    }
}

/// Tells whether two lines belong to one code block, heading or table.
fn is_one_block(frames: &Frames, one: &Line, two: &Line) -> bool {
    match (frames.frame(one.frame).kind, frames.frame(two.frame).kind) {
        (Kind::Code(_), Kind::Code(_)) | (Kind::Heading(_), Kind::Heading(_)) => {
            one.frame == two.frame
        }
        (Kind::Row(one), Kind::Row(two)) => one == two,
        _ => false,
    }
}
