//! Pointing at a place of a configuration file.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Longest part of a source line, in characters, that a message shows.
const LONGEST_SHOWN: usize = 120;

/// A mistake in a configuration: what is wrong, what is allowed, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// What is wrong, and what is allowed.
    pub message: String,
    /// Where; `None` for a choice of the command line.
    pub place: Option<Place>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The source line.
    pub source: String,
    /// Characters to underline.
    pub width: usize,
}

impl ConfigError {
    pub(super) fn at(
        path: Option<&Path>,
        source: &str,
        span: Range<usize>,
        message: String,
    ) -> Box<Self> {
        let (line, column) = line_and_column(source, span.start);
        let text = source.lines().nth(line - 1).unwrap_or("");
        let marked = source.get(span).unwrap_or("").lines().next().unwrap_or("");
        let place = Place {
            path: path.unwrap_or(Path::new(super::FILE_NAME)).to_owned(),
            line,
            column,
            source: text.to_owned(),
            width: marked.chars().count().max(1),
        };
        Box::new(Self {
            message,
            place: Some(place),
        })
    }

    pub(super) fn without_place(message: String) -> Box<Self> {
        Box::new(Self {
            message,
            place: None,
        })
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(place) = &self.place else {
            return f.write_str(&self.message);
        };
        let (path, line, column) = (shown(Some(&place.path)), place.line, place.column);
        write!(f, "{path}:{line}:{column}: {}", self.message)?;
        if column > LONGEST_SHOWN {
            return Ok(());
        }
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let text: String = place.source.chars().take(LONGEST_SHOWN).collect();
        let left: String = place.source.chars().take(column - 1).map(blank).collect();
        let width = place.width.min(LONGEST_SHOWN + 1 - column);
        write!(f, "\n{gutter} |\n{number} | {text}\n{gutter} | {left}")?;
        f.write_str(&"^".repeat(width))
    }
}

/// Keeps tabs, so that the caret stands under its sign.
const fn blank(c: char) -> char {
    if c == '\t' { '\t' } else { ' ' }
}

/// Finds line and column, both from 1, of a byte offset.
pub(super) fn line_and_column(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..source.floor_char_boundary(offset)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

/// Names a file from the current folder where it lies below it.
pub(super) fn shown(path: Option<&Path>) -> String {
    let path = path.unwrap_or(Path::new(super::FILE_NAME));
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here)
        .unwrap_or(path)
        .display()
        .to_string()
}
