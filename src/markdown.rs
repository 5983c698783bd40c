//! Tidy text as Markdown.
//!
//! The words are those of the tidy text: what was removed and rewritten is the same for every form. Only marks are
//! added, and what would be read as a mark gets a backslash.

mod address;
mod code;
mod emphasis;
mod escape;
mod frame;
mod inline;
mod line;
mod page;
mod table;
mod text;

use crate::outcome::Outcome;

pub use text::of_text;

/// Writes the tidy text of an outcome as Markdown.
///
/// A web page gets the marks of its elements: headings, lists, quotations, code, tables, links, bold and italics.
/// A text capture is written as [`of_text`] says.
pub fn markdown(outcome: &Outcome<'_>, tidy: &str) -> String {
    match outcome.page().markup() {
        Some(markup) if !markup.outline.elements.is_empty() => page::write(outcome, markup, tidy),
        _ => of_text(tidy),
    }
}
