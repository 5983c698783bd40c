//! Credits before a caption, and between a caption and the title glued to it.

use std::sync::LazyLock;

use crate::edit::Span;
use crate::page::{Page, ends_sentence};
use crate::rule::Claims;
use crate::rules::gate::Needles;
use crate::rules::names::starts_name;

/// Bytes at the start of a line in which a frame of captions stands.
const WINDOW: usize = 160;

/// Claims agencies at the start of a caption: "Getty Images A moon ..", "© AFP Name, ..".
pub(super) fn starts(page: &Page<'_>, claims: &mut Claims) {
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if let Some(length) = bbc_frame(shown).or_else(|| leading_agency(shown)) {
            let block = page.blocks()[index].shown;
            claims.cut(Span::new(block.start, block.start + length), index);
        }
    }
}

/// "Image copyright EPA Image caption ", as the BBC's pictures flatten.
fn bbc_frame(shown: &str) -> Option<usize> {
    if !shown.starts_with("Image ") && !shown.starts_with("Media ") {
        return None;
    }
    let head = &shown[..shown.floor_char_boundary(WINDOW)];
    let framed = [
        "Image copyright",
        "Image source",
        "Media playback",
        "Media caption",
        "Image caption",
    ];
    framed
        .iter()
        .any(|start| head.starts_with(start))
        .then_some(())?;
    let caption = ["Image caption", "Media caption"];
    let at = caption
        .iter()
        .filter_map(|word| head.rfind(word).map(|at| at + word.len()))
        .max()?;
    let gap = shown[at..].len() - shown[at..].trim_start_matches([' ', ',', ':']).len();
    (gap > 0 && shown.len() > at + gap).then_some(at + gap)
}

fn leading_agency(shown: &str) -> Option<usize> {
    #[rustfmt::skip]
    const AGENCIES: &[&str] = &[
        "AFP/Getty Images ", "Getty Images ", "Getty ", "AP Photo ", "Reuters ", "EPA ", "AFP ", "Alamy ",
        "Rex Features ", "© Getty Images ", "© AFP ", "©AFP ", "© Reuters ", "© REUTERS/ Stringer ",
        "© REUTERS / Stringer ", "© AP Photo ", "© EPA ", "© EFE ", "© dpa ", "AP:Associated Press ",
        "© Sputnik / Stringer ", "© Provided by AFP ",
    ];
    if !shown.starts_with(['A', 'E', 'G', 'R', '©']) {
        return None;
    }
    let agency = AGENCIES.iter().find(|agency| shown.starts_with(**agency))?;
    let rest = shown[agency.len()..].trim_start();
    let mut words = rest.split_whitespace();
    let first = words.next()?;
    if !first.starts_with(char::is_uppercase) || rest.len() < 20 {
        return None;
    }
    let opens = [
        "A", "An", "The", "In", "This", "These", "Every", "Some", "It", "People", "Police",
        "There", "Two", "One",
    ];
    let flows = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_lowercase));
    let fits = agency.starts_with('©')
        || opens.contains(&first) && !ends_sentence(shown)
        || flows && agency.starts_with("Getty Images") && !ends_sentence(shown);
    fits.then(|| shown.len() - rest.len())
}

static BARS: LazyLock<Needles> = LazyLock::new(|| Needles::new(&[" | "]));

/// Claims " | Getty" between a caption and the title glued to it, as Politico prints them.
pub(super) fn middles(page: &Page<'_>, claims: &mut Claims) {
    #[rustfmt::skip]
    const CREDITS: &[&str] = &[
        " | AP Photo", " | AP", " | Getty Images", " | AFP/Getty Images", " | Getty", " | Reuters", " | REUTERS",
        " | AFP", " | POLITICO",
    ];
    for index in BARS.blocks(page) {
        let shown = page.shown(index);
        let Some((at, credit)) = CREDITS
            .iter()
            .find_map(|credit| shown.find(credit).map(|at| (at, credit)))
        else {
            continue;
        };
        let rest = &shown[at + credit.len()..];
        let seam = ends_sentence(&shown[..at]);
        let fits = rest.is_empty() || (rest.starts_with(' ') && starts_name(rest.trim_start()));
        if seam && fits && !rest.contains(" | ") {
            let start = page.blocks()[index].shown.start + at;
            claims.cut(Span::new(start, start + credit.len()), index);
        }
    }
}
