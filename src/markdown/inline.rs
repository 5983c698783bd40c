//! Words with their marks: links, bold, italics, code.

use super::emphasis::{Run, runs};
use super::escape::{Place, opening, push_words};
use super::frame::{CODE, EMPHASIS, LINK, STRONG, Style};
use crate::edit::Span;

/// Writes the words of one line or cell.
///
/// `address` gives what a link leads to, by its element; without it the link is no mark.
pub(super) fn write(
    tidy: &str,
    styled: &[(Span, Style)],
    place: Place,
    address: impl Fn(usize) -> Option<String>,
) -> String {
    let mut writer = Writer {
        out: String::new(),
        open: Vec::new(),
        place,
        address,
    };
    let runs = runs(tidy, styled);
    for (at, run) in runs.iter().enumerate() {
        writer.turn_to(run);
        if run.style.0[CODE] != 0 {
            writer.code(run.text);
        } else {
            writer.words(run, at == 0);
        }
    }
    while writer.close() {}
    writer.out
}

struct Writer<A> {
    out: String,
    /// The marks that are open, each with its element.
    open: Vec<(usize, usize)>,
    place: Place,
    address: A,
}

impl<A: Fn(usize) -> Option<String>> Writer<A> {
    /// Closes the marks that a run does not have, and opens those that it has; what lasts longest is outermost.
    fn turn_to(&mut self, run: &Run<'_>) {
        let has = |&(mark, element): &(usize, usize)| run.style.0[mark] == element;
        while !self.open.iter().all(has) {
            self.close();
        }
        let is_open = |mark: usize| self.open.iter().any(|&(open, _)| open == mark);
        let mut due: Vec<usize> = [LINK, STRONG, EMPHASIS]
            .into_iter()
            .filter(|&mark| run.style.0[mark] != 0 && !is_open(mark))
            .collect();
        due.sort_by_key(|&mark| std::cmp::Reverse(run.ends[mark]));
        for mark in due {
            if mark == LINK && self.out.ends_with('!') {
                self.out.insert(self.out.len() - 1, '\\');
            }
            self.out.push_str(["[", "**", "*"][mark]);
            self.open.push((mark, run.style.0[mark]));
        }
    }

    /// Closes the innermost mark; tells whether there was one.
    fn close(&mut self) -> bool {
        let Some((mark, element)) = self.open.pop() else {
            return false;
        };
        self.out.push_str(["]", "**", "*"][mark]);
        if mark == LINK {
            let address = (self.address)(element).unwrap_or_default();
            self.out.extend(["(", &address, ")"]);
        }
        true
    }

    fn words(&mut self, run: &Run<'_>, is_first: bool) {
        let begins = is_first && self.open.is_empty() && self.place == Place::Line;
        let mark = opening(run.text).filter(|_| begins);
        let start = mark.unwrap_or(0);
        if mark.is_some() {
            self.out.push_str(&run.text[..start]);
            self.out.push('\\');
        }
        push_words(&mut self.out, &run.text[start..], self.place);
    }

    /// Writes code between more backticks than it holds; spaces at both ends are read as none.
    fn code(&mut self, text: &str) {
        let ticks = "`".repeat(longest_run(text) + 1);
        let touches = text.starts_with('`') || text.ends_with('`');
        let loses = text.starts_with(' ') && text.ends_with(' ');
        let pad = if touches || loses { " " } else { "" };
        let text = match self.place {
            Place::Cell => text.replace('|', "\\|"),
            Place::Line | Place::Heading => text.to_owned(),
        };
        self.out.extend([&ticks, pad, &text, pad, &ticks]);
    }
}

/// Counts the backticks of the longest run of them.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}
