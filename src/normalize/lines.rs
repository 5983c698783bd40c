//! The lines of a text and what each of them is, as far as the passes need to know.

use memchr::memchr;

use super::code::{self, Block, is_code_like};

/// Spaces that make a line an indented one.
const INDENT: usize = 4;

/// Columns of a tab.
const TAB: usize = 4;

/// What opens and closes a fence.
const FENCES: [&str; 2] = ["```", "~~~"];

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// White space only.
    Blank,
    /// Inside a code fence (the fences too), or in an indented block that holds code.
    Code,
    /// In a block of code, settings or a diff that nothing sets off.
    Listing,
    /// Anything else.
    Text,
}

impl Kind {
    /// Tells lines whose white space and marks mean what they say.
    pub(super) const fn is_verbatim(self) -> bool {
        matches!(self, Self::Code | Self::Listing)
    }
}

/// A line without its newline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// First byte.
    pub(super) start: usize,
    /// Text up to the newline.
    pub(super) text: &'t str,
    /// What it is.
    pub(super) kind: Kind,
}

impl Line<'_> {
    /// One past the last byte.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Returns the lines of a text in order; a final newline ends the last line and starts none.
pub(super) fn lines(text: &str) -> Lines<'_> {
    Lines {
        text,
        at: 0,
        fence: None,
        unclosed: [false; 2],
        indented: None,
        block: None,
        before: Block::Prose,
    }
}

/// Iterates over the lines of a text.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    fence: Option<&'static str>,
    unclosed: [bool; FENCES.len()],
    indented: Option<Kind>,
    block: Option<Block>,
    before: Block,
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let text = line_at(self.text, start);
        self.at = start + text.len() + 1;
        let kind = match self.kind(text) {
            Kind::Text if self.block(start) != Block::Prose => Kind::Listing,
            kind => kind,
        };
        Some(Line { start, text, kind })
    }
}

impl Lines<'_> {
    fn kind(&mut self, line: &str) -> Kind {
        if let Some(fence) = self.fence {
            if line.trim_start().starts_with(fence) {
                self.fence = None;
            }
            return Kind::Code;
        }
        let Some(first) = line.as_bytes().first() else {
            return self.blank();
        };
        // Most lines of prose start with a letter.
        if first.is_ascii_alphanumeric() {
            self.indented = None;
            return Kind::Text;
        }
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return self.blank();
        }
        if self.opens_fence(trimmed) {
            return Kind::Code;
        }
        if !is_indented(line) {
            self.indented = None;
            return Kind::Text;
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        *self.indented.get_or_insert_with(|| {
            let code = is_code_like(line)
                || lines_of(rest)
                    .take_while(|next| is_indented(next))
                    .any(is_code_like);
            if code { Kind::Code } else { Kind::Text }
        })
    }

    /// Returns what the block is that the line at `start` stands in; it is read once, at its first line.
    fn block(&mut self, start: usize) -> Block {
        let (text, before) = (&self.text[start..], self.before);
        // Most lines of prose stand alone.
        let is_alone = matches!(self.text.as_bytes().get(self.at), None | Some(b'\n'));
        *self.block.get_or_insert_with(|| match is_alone {
            true => Block::Prose,
            false => code::block(text, before),
        })
    }

    /// Goes on after a blank line: a block of code does too, one that is no code ends there.
    fn blank(&mut self) -> Kind {
        self.before = self.block.take().unwrap_or(self.before);
        self.indented = self.indented.filter(|&kind| kind == Kind::Code);
        Kind::Blank
    }

    fn opens_fence(&mut self, line: &str) -> bool {
        let Some(index) = FENCES.iter().position(|fence| line.starts_with(fence)) else {
            return false;
        };
        let fence = FENCES[index];
        let rest = self.text.get(self.at..).unwrap_or_default();
        let closes = |next: &str| next.trim_start().starts_with(fence);
        // Once a fence has no end, none of its kind further on has one.
        let closed = !self.unclosed[index] && lines_of(rest).any(closes);
        self.unclosed[index] |= !closed;
        self.fence = closed.then_some(fence);
        closed
    }
}

fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
}

pub(super) fn line_at(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
}

fn is_indented(line: &str) -> bool {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    indent < line.len() && (indent >= INDENT || line[..indent].contains('\t'))
}

/// Digits of the highest numbered item.
const LONGEST_NUMBER: usize = 3;

/// Returns the length of the list marker at the start of a line without indentation.
pub(super) fn marker(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if first.is_ascii_digit() {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let spaced =
            line[digits..].starts_with(['.', ')']) && line[digits + 1..].starts_with(is_space);
        return (digits <= LONGEST_NUMBER && spaced).then_some(digits + 1);
    }
    if !is_bullet(first) && !matches!(first, '-' | '*' | '·' | '–' | '○') {
        return None;
    }
    let spaced = rest.starts_with(is_space) || matches!(first, '•' | '▪' | '‣' | '⁃' | '\u{F0B7}');
    (spaced && rest.contains(char::is_alphanumeric)).then_some(first.len_utf8())
}

/// Tells the characters that mark list items and nothing else.
pub(super) fn is_bullet(ch: char) -> bool {
    matches!(
        ch,
        '•' | '‣'
            | '⁃'
            | '▪'
            | '▫'
            | '●'
            | '◦'
            | '∙'
            | '►'
            | '▸'
            | '➢'
            | '➤'
            | '\u{F0B7}'
            | '\u{F0A7}'
    )
}

/// Returns a line without white space at its ends.
pub(super) fn trim(line: &str) -> &str {
    let bytes = line.as_bytes();
    let solid = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if solid(bytes.first()) && solid(bytes.last()) {
        line
    } else {
        line.trim_matches(is_space)
    }
}

/// Tells white space that indents as it was typed: spaces and tabs.
pub(super) fn is_plain_indent(indent: &str) -> bool {
    indent.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// Returns how many columns white space indents by.
pub(super) fn columns(indent: &str) -> usize {
    indent
        .chars()
        .map(|ch| if ch == '\t' { TAB } else { 1 })
        .sum()
}

/// Tells white space that stands inside a line.
pub(super) fn is_space(ch: char) -> bool {
    matches!(
        ch,
        ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}
