//! The passes that turn what is left into tidy text.

mod blank_lines;
mod bullets;
mod c1;
mod code;
mod columns;
mod controls;
mod entities;
mod last_newline;
mod lines;
mod marks;
mod mojibake;
mod newlines;
mod nfc;
mod page_spaces;
mod paragraphs;
mod scan;
mod spaces;
mod typography;
mod width;

use crate::edit::Edit;
use crate::page::Page;

pub use marks::Marks;

/// One rewrite of the whole text.
#[derive(Debug)]
pub struct Pass {
    /// Name in the record and in the settings.
    pub id: &'static str,
    /// What it is about, in one line.
    pub summary: &'static str,
    /// When it acts and when it does not.
    pub about: &'static str,
    /// Whether it runs unless it is turned off.
    pub default: bool,
    /// Which captures it is for.
    pub over: Over,
    /// A text with none of these marks stays as it is; `None` where no mark tells.
    pub acts_on: Option<Marks>,
    /// Returns ordered, disjoint edits of the text.
    pub run: fn(&str) -> Vec<Edit>,
}

/// Which captures a pass is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// All.
    All,
    /// Text captures, whose lines have to be understood.
    Texts,
    /// Web pages, whose lines the markup sets.
    Pages,
}

impl Over {
    /// Tells whether it takes in a page.
    pub fn takes(self, page: &Page<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Texts => page.markup().is_none(),
            Self::Pages => page.markup().is_some(),
        }
    }
}

/// The passes in the order in which they run.
pub static PASSES: &[&Pass] = &[
    &mojibake::PASS,
    &c1::PASS,
    &controls::PASS,
    &entities::PASS,
    &newlines::PASS,
    &typography::SOFT_HYPHENS,
    &typography::ZERO_WIDTH,
    &nfc::NFKC,
    &width::PASS,
    &typography::LIGATURES,
    &spaces::PASS,
    &page_spaces::PASS,
    &nfc::PASS,
    &typography::STRAIGHT_QUOTES,
    &bullets::PASS,
    &paragraphs::PASS,
    &blank_lines::PASS,
    &last_newline::PASS,
];
