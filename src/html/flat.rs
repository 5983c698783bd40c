//! From the tags of a page to its text, without a tree: for pages that are too much for one.
//!
//! Blocks, line breaks and links are those of `render`; lists are not numbered, and rows are not laid out as lines.

use html5ever::LocalName;

use super::layout::{Layout, layout};
use super::lines::Lines;
use super::outline::Outline;
use super::parse::{ended_early, leaves_foreign};
use super::tokenizer::{Content, Tag, Token, Tokenizer};
use super::tree::Tree;
use crate::edit::Span;

/// Lays a page out by its tags alone; no element but the root is in the outline, and lines from `most` on are no blocks.
pub(super) fn render_flat(tree: &Tree<'_>, most: usize) -> (String, Outline) {
    let source = tree.source();
    let mut flat = Flat {
        lines: Lines::new(tree.root(), source.len(), most),
        unseen: None,
        unshown: 0,
        unclosed: Vec::new(),
        in_link: false,
    };
    let mut tokens = Tokenizer::new(source);
    while let Some((token, span)) = tokens.next() {
        match token {
            Token::StartTag(tag) => flat.start(&tag, &mut tokens),
            Token::EndTag(tag) => flat.end(&tag.name),
            Token::Text(text) => flat.text(&text, span),
            Token::Null | Token::Nothing | Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    flat.lines.finish()
}

struct Flat {
    lines: Lines,
    /// The element around that shows no text, and how often it was opened in itself.
    unseen: Option<(Unseen, usize)>,
    /// Where the element of text ends that is being read and not shown.
    unshown: usize,
    /// Elements of text that do not close before the end of the page.
    unclosed: Vec<&'static str>,
    in_link: bool,
}

/// Whether the text of an element is part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Yes,
    No,
}

/// Elements whose markup shows no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unseen {
    Template,
    Svg,
    Math,
}

impl Flat {
    fn start(&mut self, tag: &Tag<'_>, tokens: &mut Tokenizer<'_>) {
        if self.is_unseen(tag) {
            return;
        }
        self.read_content(&tag.name, tokens);
        match layout(&LocalName::from(&*tag.name)) {
            Layout::Break => self.lines.line_break(),
            Layout::Image => self.lines.images += 1,
            Layout::Input => self.lines.inputs += 1,
            Layout::Rule | Layout::Spaced => self.lines.end_line(2),
            Layout::Block => self.lines.end_line(1),
            Layout::Inline | Layout::Nothing => {}
        }
        match &*tag.name {
            "a" => self.open_link(),
            "li" => "- ".clone_into(&mut self.lines.marker),
            "pre" | "listing" | "xmp" | "plaintext" => self.lines.preformatted = 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((unseen, depth)) = self.unseen {
            if Unseen::of(name) == Some(unseen) {
                self.unseen = (depth > 1).then_some((unseen, depth - 1));
            }
            return;
        }
        match layout(&LocalName::from(name)) {
            Layout::Spaced => self.lines.end_line(2),
            Layout::Block => self.lines.end_line(1),
            Layout::Break => self.lines.line_break(),
            _ => {}
        }
        match name {
            "a" => self.close_link(),
            "li" => self.lines.marker.clear(),
            "pre" | "listing" | "xmp" => self.lines.preformatted = 0,
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.unseen.is_none() && span.start >= self.unshown {
            self.lines.text(text, span);
        }
    }

    /// Tells whether a start tag stands in, or opens, an element that shows no text; tags of the page end drawings.
    fn is_unseen(&mut self, tag: &Tag<'_>) -> bool {
        let opened = Unseen::of(&tag.name).filter(|_| !tag.self_closing);
        match self.unseen {
            Some((Unseen::Svg | Unseen::Math, _)) if leaves_foreign(&tag.name) => {
                self.unseen = None;
            }
            Some((unseen, depth)) if opened == Some(unseen) => {
                self.unseen = Some((unseen, depth + 1));
            }
            Some(_) => {}
            None => self.unseen = opened.map(|unseen| (unseen, 1)),
        }
        self.unseen.is_some()
    }

    /// Opens a link; links do not nest.
    fn open_link(&mut self) {
        self.close_link();
        self.lines.open_link();
        self.in_link = true;
    }

    fn close_link(&mut self) {
        if std::mem::take(&mut self.in_link) {
            self.lines.close_link();
        }
    }

    /// Reads on in an element of text, as `parse` does.
    fn read_content(&mut self, name: &str, tokens: &mut Tokenizer<'_>) {
        let Some((content, shown)) = content(name) else {
            return;
        };
        let early = ended_early(name);
        let is_unclosed = |name| self.unclosed.contains(&name);
        let mut end = match early.is_some_and(is_unclosed) {
            true => tokens.read_line_as(content),
            false => tokens.read_as(content),
        };
        if let Some(name) = early.filter(|_| !tokens.closes()) {
            self.unclosed.push(name);
            end = tokens.read_line_as(content);
        }
        if shown == Shown::No {
            self.unshown = end;
        }
    }
}

impl Unseen {
    fn of(name: &str) -> Option<Self> {
        match name {
            "template" => Some(Self::Template),
            "svg" => Some(Self::Svg),
            "math" => Some(Self::Math),
            _ => None,
        }
    }
}

/// Returns how the content of an element of text is read, and whether it is shown.
fn content(name: &str) -> Option<(Content, Shown)> {
    Some(match name {
        "title" | "textarea" => (Content::RcData, Shown::No),
        "style" | "iframe" | "noembed" | "noframes" => (Content::RawText, Shown::No),
        "script" => (Content::ScriptData, Shown::No),
        "xmp" => (Content::RawText, Shown::Yes),
        "plaintext" => (Content::Plaintext, Shown::Yes),
        _ => return None,
    })
}
