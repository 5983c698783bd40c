//! Colour on a terminal.

use std::io::{IsTerminal, stdout};

use clap::ValueEnum;

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text that goes.
    Gone,
    /// The part of a line that goes, where the rest of it stays.
    Cut,
    /// Text that comes or stays of a cut line.
    Kept,
    /// A heading between.
    Heading,
    /// Something to look at first.
    Likely,
    /// A name.
    Name,
    /// Something beside the point.
    Dim,
}

/// Colours text, or leaves it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint(bool);

impl Paint {
    pub(super) fn new(color: Color) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self(match color {
            Color::Auto => stdout().is_terminal() && !no_color,
            Color::Always => true,
            Color::Never => false,
        })
    }

    /// Tells whether it colours.
    pub(super) const fn is_on(self) -> bool {
        self.0
    }

    /// Colours one line or a part of one.
    pub(super) fn ink(self, ink: Ink, text: &str) -> String {
        if !self.0 || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Gone => "31",
            Ink::Cut => "7;31",
            Ink::Kept => "32",
            Ink::Heading => "36",
            Ink::Likely => "33",
            Ink::Name => "1",
            Ink::Dim => "2",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}
