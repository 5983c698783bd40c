//! The road of one capture: decode, claim, resolve, remove, rewrite.

use std::borrow::Cow;

use crate::binary::is_binary;
use crate::capture::{Capture, Form, Kind};
use crate::decode::{Decoded, decode, utf8};
use crate::edit::apply;
use crate::foreign::foreign;
use crate::html::{Damage, Markup, is_html, is_html_as_said};
use crate::normalize::{Marks, Pass};
use crate::outcome::{Outcome, Rewrite, Status};
use crate::page::{Page, is_blank};
use crate::plan::Plan;
use crate::settle::settle;
use crate::site::site_of;

/// Why a capture has no tidy text.
const BINARY: &str = "binary data, not text: give a text capture, or extract its text first";

/// Bytes of a text from which its positions no longer fit.
const TOO_MUCH_TEXT: usize = u32::MAX as usize;

/// Bytes of a web page from which the positions of its text may no longer fit: marks of list items and U+FFFD make it
/// longer than its source.
const TOO_MUCH_SOURCE: usize = TOO_MUCH_TEXT / 8;

/// Why a capture that is too long has no tidy text.
const TOO_LONG: &str = "longer than 4 GiB of text or 512 MiB of web page: split the capture";

/// Why nothing was removed from a text.
const ALL_CLAIMED: &str = "every line looks like dross, so nothing was removed: `undross explain` says which rule takes what";

/// Why a capture that shows text has no tidy text.
const NOTHING_LEFT: &str = "nothing is left: all of it was taken for dross";

/// Why a web page has no tidy text.
const NO_TEXT: &str = "the page shows no text; what only a script writes is not in its source";

/// Cleans one capture.
///
/// Any bytes give an outcome; one without text has the status `Failed` and an untouched page.
pub fn process<'a>(capture: &'a Capture<'_>, plan: &'a Plan) -> Outcome<'a> {
    let decoded = read(capture);
    if let Some(reason) = refusal(capture) {
        return failed(Page::of_text, decoded, reason);
    }
    let is_page = is_page(&decoded.text, capture.kind);
    if is_too_long(decoded.text.len(), is_page) {
        return failed(Page::unread, decoded, TOO_LONG);
    }
    if is_binary(&capture.bytes, &decoded) {
        return failed(Page::of_text, decoded, BINARY);
    }
    let Decoded { text, reading } = decoded;
    let page = match is_page {
        true => Page::of_html_within(text, plan.limits()),
        false => Page::of_text(text),
    };
    let site = site_of(capture, &page);
    let page = page.of_site(site);
    let judgement = plan.judge(&page);
    let claims = plan.claims(&page, judgement.as_ref());
    let settled = settle(plan, (&page, &capture.id), judgement.as_ref(), &claims);
    let mut outcome = Outcome {
        page,
        reading,
        judgement,
        removals: settled.removals,
        nearly: settled.nearly,
        rewrites: Vec::new(),
        status: Status::Ok,
    };
    let passes = plan
        .passes()
        .iter()
        .filter(|pass| pass.over.takes(&outcome.page));
    let kept = outcome.kept();
    let left = match kept.chars().all(is_blank) {
        _ if settled.all_claimed => Left::All,
        true => Left::Nothing,
        false => Left::Some,
    };
    outcome.rewrites = rewrite(kept, passes);
    outcome.status = status(capture, &outcome.page, left);
    outcome
}

/// What the rules leave of a capture that shows text.
#[derive(Debug, Clone, Copy)]
enum Left {
    Some,
    Nothing,
    /// They would leave next to nothing, and so they take nothing.
    All,
}

impl Left {
    /// Returns why the capture is to be looked at.
    const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Some => None,
            Self::Nothing => Some(NOTHING_LEFT),
            Self::All => Some(ALL_CLAIMED),
        }
    }
}

fn read<'a>(capture: &'a Capture<'_>) -> Decoded<'a> {
    match &capture.form {
        Form::Encoded(declared) => decode(&capture.bytes, declared.as_deref()),
        Form::Decoded => {
            utf8(&capture.bytes).map_or_else(|| decode(&capture.bytes, None), Decoded::given)
        }
    }
}

/// Tells why bytes are not read, where they are of a kind that is told by name; text that was decoded is text.
fn refusal(capture: &Capture<'_>) -> Option<&'static str> {
    match capture.form {
        Form::Encoded(_) => foreign(&capture.bytes, capture.kind),
        Form::Decoded => None,
    }
}

/// Gives a capture back as it was decoded, with the reason.
fn failed<'a>(
    page: fn(Cow<'a, str>) -> Page<'a>,
    decoded: Decoded<'a>,
    reason: &str,
) -> Outcome<'a> {
    Outcome {
        page: page(decoded.text),
        reading: decoded.reading,
        judgement: None,
        removals: Vec::new(),
        nearly: Vec::new(),
        rewrites: Vec::new(),
        status: Status::Failed(reason.to_owned()),
    }
}

fn is_page(text: &str, kind: Kind) -> bool {
    match kind {
        Kind::Auto => is_html(text),
        Kind::Likely => is_html_as_said(text),
        Kind::Text => false,
        Kind::Html => true,
    }
}

const fn is_too_long(bytes: usize, is_page: bool) -> bool {
    bytes
        >= match is_page {
            true => TOO_MUCH_SOURCE,
            false => TOO_MUCH_TEXT,
        }
}

/// Tells whether all of a capture is there, was read as it should be, and leaves something.
fn status(capture: &Capture<'_>, page: &Page<'_>, left: Left) -> Status {
    let mut reasons: Vec<String> = capture.damage.iter().cloned().collect();
    reasons.extend(page.markup().map(unlike_others).into_iter().flatten());
    if page.blocks().is_empty() {
        let source = page
            .markup()
            .is_some_and(|markup| !markup.tree.source().trim().is_empty());
        reasons.extend(source.then(|| NO_TEXT.to_owned()));
    } else if let Some(reason) = left.reason() {
        reasons.push(reason.to_owned());
    }
    match reasons.is_empty() {
        true => Status::Ok,
        false => Status::Degraded(reasons.join("; ")),
    }
}

/// Lists what was wrong with the source of a web page.
fn unlike_others(markup: &Markup<'_>) -> Vec<String> {
    let fallback = markup.fallback.into_iter();
    let fallback = fallback.map(|from| format!("the body has no text; it was taken from {from}"));
    let damage = markup.tree.damage.iter().map(Damage::to_string);
    damage.chain(fallback).collect()
}

/// Runs the passes, each on the text that the one before left; passes without an edit leave no trace.
fn rewrite<'p>(
    mut text: Cow<'_, str>,
    passes: impl Iterator<Item = &'p &'static Pass>,
) -> Vec<Rewrite> {
    let mut rewrites = Vec::new();
    let mut marks = None;
    for pass in passes {
        let mut shows = |wanted| marks.get_or_insert_with(|| Marks::of(&text)).meet(wanted);
        if pass.acts_on.is_some_and(|wanted| !shows(wanted)) {
            continue;
        }
        let edits = (pass.run)(&text);
        if !edits.is_empty() {
            text = Cow::Owned(apply(&text, &edits));
            marks = None;
            rewrites.push(Rewrite {
                pass: pass.id,
                edits,
            });
        }
    }
    rewrites
}
