//! What a text holds that passes act on, told in one quick reading.

use super::scan::{self, BLOCK, Window};

/// A set of marks that a text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// None.
    const NONE: Self = Self(0);
    /// An ASCII control other than the newline.
    pub const CONTROL: Self = Self(1);
    /// A space where there is one already, or at an end of a line.
    pub const RUN: Self = Self(1 << 1);
    /// A C1 control or a no-break space.
    pub const LATIN: Self = Self(1 << 2);
    /// General punctuation that is no dash, quote, bullet or ellipsis: spaces, separators.
    pub const SPACING: Self = Self(1 << 3);
    /// A character from U+0300 on that is no general punctuation, fullwidth form or U+FFFD.
    pub const BEYOND: Self = Self(1 << 4);

    /// Reads the marks of a text.
    pub fn of(text: &str) -> Self {
        let mut marks = if text.starts_with(' ') {
            Self::RUN
        } else {
            Self::NONE
        };
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            marks = match rest.first_chunk() {
                Some(window) => marks.and(of_block(window)),
                None => marks.and(of_block(&scan::padded(rest))),
            };
            rest = rest.get(BLOCK..).unwrap_or_default();
        }
        marks
    }

    /// Joins two sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether two sets share a mark.
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

fn of_block(window: &Window) -> Marks {
    let control = shown(window, Marks::CONTROL, |one, _, _| {
        ((one < 0x20) & (one != b'\n')) | (one == 0x7F)
    });
    let run = shown(window, Marks::RUN, |one, two, _| {
        ((one == b' ') & ((two == b' ') | (two == b'\n'))) | ((one == b'\n') & (two == b' '))
    });
    // Most blocks of most texts are ASCII alone.
    if window[..BLOCK].is_ascii() {
        return control.and(run);
    }
    let latin = shown(window, Marks::LATIN, |one, two, _| {
        (one == 0xC2) & (two <= 0xA0)
    });
    let spacing = shown(window, Marks::SPACING, |one, two, three| {
        (one == 0xE2) & (two == 0x80) & !(0x90..=0xA6).contains(&three)
    });
    let beyond = shown(window, Marks::BEYOND, |one, two, _| {
        let punctuation = (one == 0xE2) & (two == 0x80);
        let forms = (one == 0xEF) & (two >= 0xBC);
        (one >= 0xCC) & !(punctuation | forms)
    });
    control.and(run).and(latin).and(spacing).and(beyond)
}

/// Returns the mark if the test holds anywhere in a block.
fn shown(window: &Window, mark: Marks, test: impl Fn(u8, u8, u8) -> bool) -> Marks {
    if scan::any(window, test) {
        mark
    } else {
        Marks::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::normalize::{PASSES, Pass};

    #[test]
    fn a_pass_does_nothing_to_a_text_without_its_marks() {
        for ch in ('\0'..='\u{FFFF}').chain('\u{1D100}'..='\u{1D200}') {
            for text in [format!("{ch}"), format!("e{ch}{ch}a"), format!("a\n{ch}a")] {
                let marks = Marks::of(&text);
                let rests = |pass: &&&Pass| pass.acts_on.is_some_and(|wanted| !wanted.meet(marks));
                for pass in PASSES.iter().filter(rests) {
                    assert_eq!((pass.run)(&text), [], "{} on {text:?}", pass.id);
                }
            }
        }
    }
}
