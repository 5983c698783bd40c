//! The lines of a page as they are laid out: white space folded, each line with where it comes from.

use super::outline::{Element, Hidden, Outline, Source};
use super::tree::NodeId;
use crate::edit::Span;
use crate::page::is_blank;

/// The page text so far, and the line that is being written.
#[derive(Debug)]
pub(super) struct Lines {
    text: String,
    outline: Outline,
    /// Position in the outline of the element that is open.
    element: usize,
    /// The line that is being written, and where the text ended before it; `None` between lines.
    line: Option<(Source, usize)>,
    /// First byte of that line, its marker aside.
    start: usize,
    /// Line feeds due before the next line.
    feeds: usize,
    /// What is due before the next word: nothing, a space, or the tabs of passed cells.
    gap: &'static str,
    /// Links that are open, those begun since the last line, and where the last one ended.
    links: usize,
    begun: usize,
    link_end: usize,
    after_break: bool,
    pub(super) emphasis: usize,
    pub(super) preformatted: usize,
    pub(super) images: usize,
    pub(super) inputs: usize,
    /// What stands before the first word of the next line.
    pub(super) marker: String,
}

impl Lines {
    pub(super) fn new(root: NodeId, bytes: usize) -> Self {
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
            element: 0,
            line: None,
            start: 0,
            feeds: 0,
            gap: "",
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
        (self.text, self.outline)
    }

    /// Returns the position of the open element in the outline.
    pub(super) const fn element(&self) -> usize {
        self.element
    }

    /// Returns why a reader may not see the open element.
    pub(super) fn hidden(&self) -> Hidden {
        self.outline.elements[self.element].hidden
    }

    /// Opens an element.
    pub(super) fn open(&mut self, element: Element) {
        self.outline.elements[element.parent].children += 1;
        self.element = self.outline.elements.len();
        self.outline.elements.push(element);
    }

    /// Closes the open element.
    pub(super) fn close(&mut self) {
        self.element = self.outline.elements[self.element].parent;
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
            self.gap = "\t";
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
                self.outline.pieces.truncate(source.pieces.start);
            } else {
                source.pieces.end = self.outline.pieces.len();
                (source.images, source.inputs) = (self.images, self.inputs);
                (self.images, self.inputs) = (0, 0);
                source.links = self.begun;
                self.outline.sources.push(source);
                self.feeds = 0;
            }
        }
        self.feeds = self.feeds.max(feeds);
        self.gap = "";
        self.begun = 0;
        self.after_break = false;
        self.link_end = usize::MAX;
    }

    /// Writes text that came from one place of the source.
    pub(super) fn text(&mut self, text: &str, source: Span) {
        if self.preformatted > 0 {
            self.text_as_it_is(text, source);
        } else {
            self.text_folded(text, source);
        }
    }

    fn text_folded(&mut self, text: &str, source: Span) {
        let mut words = text.split(is_space);
        if let Some(word) = words.next() {
            self.word(word, source);
        }
        for word in words {
            if self.line.is_some() && self.gap.is_empty() {
                self.gap = " ";
            }
            self.word(word, source);
        }
    }

    fn word(&mut self, word: &str, source: Span) {
        if word.is_empty() {
            return;
        }
        self.begin_line();
        self.text.push_str(self.gap);
        self.gap = "";
        self.push(word, source);
    }

    fn text_as_it_is(&mut self, text: &str, source: Span) {
        let literal = source.end - source.start == text.len();
        let mut at = source.start;
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
            let piece = if literal {
                Span::new(at, at + line.len())
            } else {
                source
            };
            at += line.len();
            if !line.is_empty() {
                self.begin_line();
                self.push(line, piece);
            }
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
        let pieces = self.outline.pieces.len();
        let source = Source {
            element: self.element,
            hidden: self.hidden(),
            after_break: self.after_break,
            pieces: pieces..pieces,
            ..Source::default()
        };
        self.line = Some((source, before));
    }

    fn push(&mut self, word: &str, place: Span) {
        self.text.push_str(word);
        let (source, _) = self.line.as_mut().expect("the line was begun just before");
        source.link_bytes += if self.links > 0 { word.len() } else { 0 };
        source.emphasis_bytes += if self.emphasis > 0 { word.len() } else { 0 };
        match self.outline.pieces[source.pieces.start..].last_mut() {
            Some(last) if last.start <= place.start && place.start <= last.end => {
                last.end = last.end.max(place.end);
            }
            _ => self.outline.pieces.push(place),
        }
    }
}

/// White space that HTML folds.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}
