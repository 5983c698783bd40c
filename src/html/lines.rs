//! The lines of a page as they are laid out: white space folded, each line with where it comes from.

use super::outline::{Element, Hidden, Outline, Piece, Source};
use super::tree::NodeId;
use crate::edit::{Span, narrow};
use crate::page::is_blank;

/// Bytes that the text may hold free once it is whole.
const MOST_SLACK: usize = 4 << 20;

/// The page text so far, and the line that is being written.
#[derive(Debug)]
pub(super) struct Lines {
    text: String,
    outline: Outline,
    /// Lines whose places are kept.
    most: usize,
    /// Position in the outline of the element that is open.
    element: u32,
    /// The line that is being written, and where the text ended before it; `None` between lines.
    line: Option<(Source, usize)>,
    /// First byte of that line, its marker aside.
    start: usize,
    /// Line feeds due before the next line.
    feeds: usize,
    /// What is due before the next word: nothing, a space, or the tabs of passed cells.
    gap: &'static str,
    /// Where that space stood in the source, if it did.
    gap_origin: Option<Span>,
    /// Links that are open, those begun since the last line, and where the last one ended.
    links: u32,
    begun: u32,
    link_end: usize,
    after_break: bool,
    pub(super) emphasis: usize,
    pub(super) preformatted: usize,
    pub(super) images: u32,
    pub(super) inputs: u32,
    /// What stands before the first word of the next line.
    pub(super) marker: String,
}

impl Lines {
    pub(super) fn new(root: NodeId, bytes: usize, most: usize) -> Self {
        let root = Element {
            node: root,
            parent: 0,
            depth: 0,
            children: 0,
            hidden: Hidden::default(),
            inline: false,
        };
        Self {
            text: String::with_capacity(bytes / 8),
            outline: Outline {
                elements: vec![root],
                ..Outline::default()
            },
            most,
            element: 0,
            line: None,
            start: 0,
            feeds: 0,
            gap: "",
            gap_origin: None,
            links: 0,
            begun: 0,
            link_end: usize::MAX,
            after_break: false,
            emphasis: 0,
            preformatted: 0,
            images: 0,
            inputs: 0,
            marker: String::new(),
        }
    }

    /// Ends the text and hands it over.
    pub(super) fn finish(mut self) -> (String, Outline) {
        self.end_line(1);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if self.text.capacity() - self.text.len() > MOST_SLACK {
            self.text.shrink_to_fit();
        }
        (self.text, self.outline)
    }

    /// Returns the position of the open element in the outline.
    pub(super) const fn element(&self) -> u32 {
        self.element
    }

    /// Returns why a reader may not see the open element.
    pub(super) fn hidden(&self) -> Hidden {
        self.outline.elements[self.element as usize].hidden
    }

    /// Opens an element.
    pub(super) fn open(&mut self, element: Element) {
        self.outline.elements[element.parent as usize].children += 1;
        self.element = narrow(self.outline.elements.len());
        self.outline.elements.push(element);
    }

    /// Closes the open element.
    pub(super) fn close(&mut self) {
        self.element = self.outline.elements[self.element as usize].parent;
    }

    /// Begins a link; two that touch are set apart, as menus do by style.
    pub(super) fn open_link(&mut self) {
        if self.link_end == self.text.len() && self.gap.is_empty() && self.preformatted == 0 {
            self.gap = " ";
        }
        self.links += 1;
        self.begun += 1;
    }

    /// Ends a link.
    pub(super) fn close_link(&mut self) {
        self.links -= 1;
        self.link_end = self.text.len();
    }

    /// Begins the next cell of a row.
    pub(super) fn next_cell(&mut self) {
        if self.line.is_some() {
            (self.gap, self.gap_origin) = ("\t", None);
        }
    }

    /// Breaks the line; a second break leaves an empty one.
    pub(super) fn line_break(&mut self) {
        let feeds = if self.line.is_some() {
            1
        } else {
            self.feeds + 1
        };
        self.end_line(feeds);
        self.after_break = true;
    }

    /// Ends the line, if one is begun, and asks for line feeds before the next.
    pub(super) fn end_line(&mut self, feeds: usize) {
        if let Some((mut source, before)) = self.line.take() {
            if self.text[self.start..].trim_matches(is_blank).is_empty() {
                self.text.truncate(before);
                self.outline.pieces.truncate(source.first_piece as usize);
            } else if self.outline.sources.len() == self.most {
                self.outline.pieces.truncate(source.first_piece as usize);
                self.outline.is_cut = true;
                self.feeds = 0;
            } else {
                (source.images, source.inputs) = (self.images, self.inputs);
                (self.images, self.inputs) = (0, 0);
                source.links = self.begun;
                self.outline.sources.push(source);
                self.feeds = 0;
            }
        }
        self.feeds = self.feeds.max(feeds);
        (self.gap, self.gap_origin) = ("", None);
        self.begun = 0;
        self.after_break = false;
        self.link_end = usize::MAX;
    }

    /// Writes text that came from one place of the source.
    pub(super) fn text(&mut self, text: &str, source: Span) {
        let origin = Origin::new(text, source);
        if self.preformatted > 0 {
            self.text_as_it_is(text, origin);
        } else {
            self.text_folded(text, origin);
        }
    }

    fn text_folded(&mut self, text: &str, origin: Origin) {
        let mut at = 0;
        loop {
            let start = at + spaces(&text.as_bytes()[at..]);
            if start > at && self.line.is_some() && self.gap.is_empty() {
                (self.gap, self.gap_origin) = (" ", Some(origin.part(at, at + 1)));
            }
            if start == text.len() {
                return;
            }
            at = start + words(&text.as_bytes()[start..]);
            self.words(&text[start..at], origin.part(start, at));
        }
    }

    /// Writes words with single spaces between them.
    fn words(&mut self, words: &str, place: Span) {
        self.begin_line();
        let gap = std::mem::take(&mut self.gap);
        match self.gap_origin.take() {
            Some(origin) => self.push(gap, origin),
            None => self.text.push_str(gap),
        }
        self.push(words, place);
    }

    fn text_as_it_is(&mut self, text: &str, origin: Origin) {
        let mut at = 0;
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                let feeds = if self.line.is_some() {
                    1
                } else {
                    self.feeds + 1
                };
                self.end_line(feeds);
                at += 1;
            }
            if !line.is_empty() {
                self.begin_line();
                self.push(line, origin.part(at, at + line.len()));
            }
            at += line.len();
        }
    }

    fn begin_line(&mut self) {
        if self.line.is_some() {
            return;
        }
        let before = self.text.len();
        if before > 0 {
            self.text
                .extend(std::iter::repeat_n('\n', self.feeds.max(1)));
        }
        self.text.push_str(&self.marker);
        self.marker.clear();
        self.start = self.text.len();
        let source = Source {
            element: self.element,
            hidden: self.hidden(),
            after_break: self.after_break,
            first_piece: narrow(self.outline.pieces.len()),
            ..Source::default()
        };
        self.line = Some((source, before));
    }

    fn push(&mut self, text: &str, place: Span) {
        let piece = Piece {
            text: Span::new(self.text.len(), self.text.len() + text.len()).into(),
            source: place.into(),
            element: self.element,
        };
        self.text.push_str(text);
        let (source, _) = self.line.as_mut().expect("the line was begun just before");
        let bytes = narrow(text.len());
        source.link_bytes += if self.links > 0 { bytes } else { 0 };
        source.emphasis_bytes += if self.emphasis > 0 { bytes } else { 0 };
        let line = &mut self.outline.pieces[source.first_piece as usize..];
        if !line.last_mut().is_some_and(|last| last.join(piece)) {
            self.outline.pieces.push(piece);
        }
    }
}

/// Where a text of the tree came from.
#[derive(Debug, Clone, Copy)]
struct Origin {
    source: Span,
    literal: bool,
}

impl Origin {
    const fn new(text: &str, source: Span) -> Self {
        let literal = source.end - source.start == text.len();
        Self { source, literal }
    }

    /// Returns where a part of the text came from; what a reference stands for came from all of it.
    const fn part(self, start: usize, end: usize) -> Span {
        if self.literal {
            Span::new(self.source.start + start, self.source.start + end)
        } else {
            self.source
        }
    }
}

/// Counts the white space that HTML folds at the start of a text.
fn spaces(text: &[u8]) -> usize {
    let end = text.iter().position(|&byte| !is_space(byte));
    end.unwrap_or(text.len())
}

/// Counts the bytes up to white space that is not a single space between words.
fn words(text: &[u8]) -> usize {
    let ends = |at: usize| match text[at] {
        b' ' => text.get(at + 1).is_none_or(|&next| is_space(next)),
        byte => is_space(byte),
    };
    (0..text.len()).find(|&at| ends(at)).unwrap_or(text.len())
}

/// White space that HTML folds.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xC)
}
