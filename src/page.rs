//! The decoded page: one immutable text, and its blocks.

mod signs;

use std::borrow::Cow;

use crate::edit::{Narrow, Span, narrow};
use crate::html::{Limits, Markup};

pub use signs::Signs;

/// Bytes from which a block that ends a sentence is prose.
const PROSE_SENTENCE: usize = 80;
/// Bytes from which a block is prose without the end of a sentence.
const PROSE_LINE: usize = 160;

/// One line of the page text that shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    shown: Narrow,
    line: Narrow,
    number: u32,
}

impl Block {
    /// Returns the bytes of the page text that the line shows, without the white space around it.
    pub const fn shown(&self) -> Span {
        self.shown.span()
    }

    /// Returns the bytes of the whole line with its line break.
    pub const fn line(&self) -> Span {
        self.line.span()
    }

    /// Returns the number of the line, from 1, counted in line feeds.
    pub const fn number(&self) -> usize {
        self.number as usize
    }
}

/// A page: its text as decoded, and the lines that show something.
#[derive(Debug)]
pub struct Page<'a> {
    text: Cow<'a, str>,
    blocks: Vec<Block>,
    shapes: Vec<Shape>,
    /// The signs of all blocks.
    signs: Signs,
    /// The site that it is of, where that is known.
    site: Option<String>,
    /// What the text was laid out from, if it is that of a web page.
    markup: Option<Box<Markup<'a>>>,
}

/// What is asked of every block again and again.
#[derive(Debug, Clone, Copy)]
struct Shape {
    signs: Signs,
    prose: bool,
}

impl<'a> Page<'a> {
    /// Reads the blocks of a text; lines of white space only make no block.
    ///
    /// # Panics
    ///
    /// The text has 4 GiB; [`process`](crate::process) lets none through.
    pub fn of_text(text: Cow<'a, str>) -> Self {
        Self::of_lines(text, usize::MAX)
    }

    /// Reads the first blocks of a text.
    fn of_lines(text: Cow<'a, str>, most: usize) -> Self {
        let blocks = blocks(&text, most);
        let shapes: Vec<Shape> = blocks
            .iter()
            .map(|block| Shape::of(block.shown().of(&text)))
            .collect();
        let signs = shapes
            .iter()
            .fold(Signs::NONE, |signs, shape| signs.or(shape.signs));
        Self {
            text,
            blocks,
            shapes,
            signs,
            site: None,
            markup: None,
        }
    }

    /// Holds a text whose blocks are not read.
    pub(crate) const fn unread(text: Cow<'a, str>) -> Self {
        Self {
            text,
            blocks: Vec::new(),
            shapes: Vec::new(),
            signs: Signs::NONE,
            site: None,
            markup: None,
        }
    }

    /// Reads the source of a web page and lays it out; each line of its text is a block.
    pub fn of_html(source: Cow<'a, str>) -> Self {
        Self::of_html_within(source, Limits::default())
    }

    /// Reads the source of a web page within limits, and lays it out.
    ///
    /// # Panics
    ///
    /// Its text has 4 GiB; [`process`](crate::process) lets no page through that may have so much.
    pub fn of_html_within(source: Cow<'a, str>, limits: Limits) -> Self {
        let (text, markup) = Markup::read(source, limits);
        let page = Self::of_lines(Cow::Owned(text), limits.lines);
        debug_assert_eq!(page.blocks.len(), markup.outline.sources.len());
        Self {
            markup: Some(Box::new(markup)),
            ..page
        }
    }

    /// Returns what the text was laid out from, for a web page.
    pub fn markup(&self) -> Option<&Markup<'a>> {
        self.markup.as_deref()
    }

    /// Names the site that it is of.
    #[must_use]
    pub fn of_site(self, site: Option<String>) -> Self {
        Self { site, ..self }
    }

    /// Returns the site that it is of, where that is known.
    pub fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// Returns what kind of capture it was made of, as records name it: `text` or `html`.
    pub fn kind(&self) -> &'static str {
        if self.markup.is_some() {
            "html"
        } else {
            "text"
        }
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text from its start to the end of the last block: what rules may search.
    ///
    /// Below it stands nothing but white space, unless the page has more lines than are blocks.
    pub fn looked_at(&self) -> &str {
        let end = self.blocks.last().map_or(0, |block| block.line().end);
        &self.text[..end]
    }

    /// Returns the blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns what block `index` shows.
    pub fn shown(&self, index: usize) -> &str {
        self.blocks[index].shown().of(&self.text)
    }

    /// Tells whether any block has one of these signs.
    pub(crate) fn any_has(&self, signs: Signs) -> bool {
        self.signs.meets(signs)
    }

    /// Returns the signs of block `index`.
    pub(crate) fn signs(&self, index: usize) -> Signs {
        self.shapes[index].signs
    }

    /// Returns what the block before `index` shows.
    pub fn before(&self, index: usize) -> Option<&str> {
        index.checked_sub(1).map(|index| self.shown(index))
    }

    /// Returns what the block after `index` shows.
    pub fn after(&self, index: usize) -> Option<&str> {
        (index + 1 < self.blocks.len()).then(|| self.shown(index + 1))
    }

    /// Finds the block that a position lies in or before.
    pub fn block_at(&self, position: usize) -> usize {
        self.blocks
            .partition_point(|block| block.line().end <= position)
    }

    /// Tells whether at least one empty line stands between block `index` and the one before it.
    pub fn gap_before(&self, index: usize) -> bool {
        index > 0 && self.blocks[index].number() > self.blocks[index - 1].number() + 1
    }

    /// Tells whether block `index` reads as running text: long, or a long sentence.
    pub fn is_prose(&self, index: usize) -> bool {
        self.shapes[index].prose
    }

    /// Returns the bytes of white space before what block `index` shows.
    pub fn indent(&self, index: usize) -> usize {
        let block = self.blocks[index];
        block.shown().start - block.line().start
    }
}

impl Shape {
    fn of(shown: &str) -> Self {
        let long = shown.len() >= PROSE_LINE;
        Self {
            signs: Signs::of(shown),
            prose: long || (shown.len() >= PROSE_SENTENCE && ends_sentence(shown)),
        }
    }
}

/// Tells whether a line ends as a sentence does, closing quotes and brackets aside.
pub fn ends_sentence(line: &str) -> bool {
    match line.as_bytes().last() {
        Some(b'.' | b'!' | b'?' | b';') => return true,
        Some(last) if last.is_ascii_alphanumeric() => return false,
        _ => {}
    }
    let closing = |c: char| {
        matches!(
            c,
            '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '*' | '_'
        )
    };
    line.trim_end_matches(closing).ends_with([
        '.', '!', '?', '…', '。', '！', '？', '۔', '؟', '।', ';', '．', '\u{FFFD}',
    ])
}

/// Tells whether a line begins with a lower-case letter, opening quotes aside.
pub fn starts_lower(line: &str) -> bool {
    let opening = |c: char| matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[');
    line.trim_start_matches(opening)
        .chars()
        .next()
        .is_some_and(char::is_lowercase)
}

fn blocks(text: &str, most: usize) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(text.len() / 128);
    let (mut start, mut number) = (0, 1);
    for feed in memchr::memchr_iter(b'\n', text.as_bytes()) {
        if blocks.len() == most {
            return blocks;
        }
        push_block(&mut blocks, text, Span::new(start, feed + 1), number);
        start = feed + 1;
        number += 1;
    }
    if blocks.len() < most {
        push_block(&mut blocks, text, Span::new(start, text.len()), number);
    }
    blocks
}

fn push_block(blocks: &mut Vec<Block>, text: &str, line: Span, number: usize) {
    let whole = line.of(text);
    let left = whole.trim_start_matches(is_blank);
    if left.is_empty() {
        return;
    }
    let start = line.end - left.len();
    let shown = Span::new(start, start + left.trim_end_matches(is_blank).len());
    blocks.push(Block {
        shown: shown.into(),
        line: line.into(),
        number: narrow(number),
    });
}

/// White space, and the marks that show nothing: byte order mark, zero-width space, NUL.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\0')
}
