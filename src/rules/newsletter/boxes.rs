//! A sign-up box that was broken into lines.

use std::sync::LazyLock;

use crate::page::Page;
use crate::rule::Claims;
use crate::rules::gate::Phrases;

/// Longest line, in bytes, of a broken box.
const LONGEST_LINE: usize = 60;
/// Most lines of a box above and below the one that gives it away.
const REACH: usize = 4;
/// Lines that name what is sent or where to.
pub(super) const SENT: &[&str] = &["newsletter", "inbox", "in-box", "mailing list"];
/// What such a line says beside it.
#[rustfmt::skip] // Many to a row, by language.
const ASKS: &[&str] = &[
    "sign up", "subscribe", "join our", "get our", "get the", "our free", "our newsletter", "our daily", "our weekly", "delivered",
];
/// Lines that are a field or a button.
const FIELDS: &[&str] = &[
    "enter your email address",
    "enter your e-mail address",
    "enter your email",
    "enter your e-mail",
    "your email address",
    "your email",
    "email address",
    "e-mail address",
    "get access",
    "sign up",
    "sign me up",
    "subscribe",
    "close dialog",
    "submit",
];

static FIELD: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(FIELDS.iter().copied()));

/// Claims the short lines around a line that names a newsletter, where a field or button stands with them.
pub(super) fn claim_boxes(page: &Page<'_>, claims: &mut Claims) {
    for index in 0..page.blocks().len() {
        if is_short(page, index) && names_what_is_sent(page.shown(index)) {
            claim_box(page, index, claims);
        }
    }
}

fn claim_box(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let (start, end) = around(page, index);
    let fields = (start..end)
        .filter(|&at| at != index && FIELD.has(page.shown(at)))
        .collect::<Vec<_>>();
    let (Some(&first), Some(&last)) = (fields.first(), fields.last()) else {
        return;
    };
    for at in first.min(index)..=last.max(index) {
        claims.block(page, at);
    }
}

/// The run of short lines that a line stands in, cut at the reach of a box.
fn around(page: &Page<'_>, index: usize) -> (usize, usize) {
    let lowest = index.saturating_sub(REACH);
    let highest = (index + REACH + 1).min(page.blocks().len());
    let start = (lowest..index)
        .rev()
        .take_while(|&at| is_short(page, at))
        .last()
        .unwrap_or(index);
    let end = (index + 1..highest)
        .take_while(|&at| is_short(page, at))
        .last()
        .unwrap_or(index);
    (start, end + 1)
}

fn is_short(page: &Page<'_>, index: usize) -> bool {
    page.shown(index).len() <= LONGEST_LINE
}

fn names_what_is_sent(shown: &str) -> bool {
    let lower = shown.to_lowercase();
    SENT.iter().any(|word| lower.contains(word)) && ASKS.iter().any(|word| lower.contains(word))
}
