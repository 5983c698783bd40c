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
    /// Two characters beyond ASCII side by side, or "Ã" or "Â", which may have lost the second.
    pub const BESIDE: Self = Self(1 << 5);

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
    // Most blocks of most texts are ASCII alone.
    if window[..BLOCK].is_ascii() {
        Marks(joined(window, ascii))
    } else {
        Marks(joined(window, |one, two, three| {
            ascii(one, two, three) | other(one, two, three)
        }))
    }
}

/// Joins the marks of all bytes of a block.
fn joined(window: &Window, marks: impl Fn(u8, u8, u8) -> u8) -> u8 {
    let (one, two, three) = (&window[..BLOCK], &window[1..=BLOCK], &window[2..]);
    let mut joined = 0;
    for index in 0..BLOCK {
        joined |= marks(one[index], two[index], three[index]);
    }
    joined
}

/// Returns a mark if a test holds, without a branch.
const fn shown(mark: Marks, test: bool) -> u8 {
    mark.0 * test as u8
}

fn ascii(one: u8, two: u8, _: u8) -> u8 {
    let control = ((one < 0x20) & (one != b'\n')) | (one == 0x7F);
    let run = (one == b' ') & ((two == b' ') | (two == b'\n'));
    let indent = (one == b'\n') & (two == b' ');
    shown(Marks::CONTROL, control) | shown(Marks::RUN, run | indent)
}

fn other(one: u8, two: u8, three: u8) -> u8 {
    let punctuation = (one == 0xE2) & (two == 0x80);
    let spacing = punctuation & !(0x90..=0xA6).contains(&three);
    let forms = (one == 0xEF) & (two >= 0xBC);
    let beyond = (one >= 0xCC) & !(punctuation | forms);
    let lone = (one == 0xC3) & (two <= 0x83);
    let beside = (one >= 0x80) & ((two >= 0xC0) | lone);
    shown(Marks::LATIN, (one == 0xC2) & (two <= 0xA0))
        | shown(Marks::SPACING, spacing)
        | shown(Marks::BEYOND, beyond)
        | shown(Marks::BESIDE, beside)
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::normalize::{PASSES, Pass};

    #[test]
    fn a_pass_does_nothing_to_a_text_without_its_marks() {
        for ch in ('\0'..='\u{FFFF}').chain('\u{1D100}'..='\u{1D200}') {
            let alone = [format!("{ch}"), format!("a\n{ch}a"), format!("e{ch} {ch}a")];
            for text in alone.into_iter().chain([format!("e{ch}{ch}a")]) {
                let marks = Marks::of(&text);
                let rests = |pass: &&&Pass| pass.acts_on.is_some_and(|wanted| !wanted.meet(marks));
                for pass in PASSES.iter().filter(rests) {
                    assert_eq!((pass.run)(&text), [], "{} on {text:?}", pass.id);
                }
            }
        }
    }
}
