//! Fullwidth Latin and halfwidth kana.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::scan;
use super::{Over, Pass};
use crate::edit::{Edit, Span};

pub(super) static PASS: Pass = Pass {
    id: "width",
    summary: "fullwidth letters and halfwidth kana to the ordinary ones",
    about: "Japanese and Chinese set them on purpose, so it is not on by default.",
    default: false,
    over: Over::All,
    acts_on: None,
    run,
};

fn run(text: &str) -> Vec<Edit> {
    let normalizer = const { ComposingNormalizerBorrowed::new_nfkc() };
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) =
        scan::find_beyond_ascii(text, at, |one, two, _| (one == 0xEF) & (two >= 0xBC))
    {
        let run = &text[start..];
        let length = run.find(|ch| !is_form(ch)).unwrap_or(run.len());
        at = start + length.max(3);
        if length > 0 {
            let now = normalizer.normalize(&run[..length]).into_owned();
            edits.push(Edit {
                span: Span { start, end: at },
                now: Cow::Owned(now),
            });
        }
    }
    edits
}

/// Tells the forms that have another width; the rest of the block stays.
fn is_form(ch: char) -> bool {
    matches!(ch, '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFE6}')
}
