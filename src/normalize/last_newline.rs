//! The newline at the end of the text.

use std::borrow::Cow;

use super::{Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "last-newline",
    summary: "one newline at the end",
    about: "A text of newlines only becomes empty.",
    default: true,
    over: Over::All,
    acts_on: None,
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let start = text.trim_end_matches('\n').len();
    let now = if start == 0 { "" } else { "\n" };
    let span = Span {
        start,
        end: text.len(),
    };
    if &text[start..] == now {
        Vec::new()
    } else {
        vec![Edit {
            span,
            now: Cow::Borrowed(now),
        }]
    }
}
