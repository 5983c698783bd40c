use foldhash::HashMap;

use crate::edit::Span;
use crate::fold::{fold, fold_into};
use crate::page::{Page, starts_lower};
use crate::rule::{Claims, Rule, Strength, look};

pub(super) static RULE: Rule = Rule {
    id: "duplicate",
    summary: "a headline or a long line printed twice",
    about: "Themes print the headline above the text and again before the comments; galleries print a caption twice. \
            The first printing stays, because the byline follows it. Refrains, live-blog labels and speakers' names \
            repeat honestly: they are short, or many of them repeat.",
    topic: &[],
    find: &[
        look(find_headline).around(),
        look(find_lines).around(),
        look(find_glued).around().likely(),
    ],
};

/// Blocks at the head searched for a second headline; below this a repeat is a refrain.
const HEAD_BLOCKS: usize = 8;
/// Blocks at the head that a headline can be.
const HEADLINE_BLOCKS: usize = 3;
/// Characters that a headline has at least.
const HEADLINE: usize = 15;
/// Characters that a repeated line inside the text has at least.
const LONG_LINE: usize = 41;
/// Longest line, in bytes, that can be a headline glued to itself.
const LONGEST_GLUED: usize = 300;
/// Lines of a usual page, for which room is made at once.
const USUAL_LINES: usize = 4096;
/// Bytes of a line that open its comparison.
const KEY: usize = 48;
/// Different lines that repeat in a text which repeats on purpose.
const REFRAINS: usize = 3;
/// Repeats of one line from which it is a label, a condition, or filler.
const LABELS: usize = 2;
/// Bytes by which the longer of two printings may go on, for a credit at its end.
const CREDIT: usize = 60;

/// A headline again at the head goes; again further down it is a hint.
fn find_headline(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    for title in 0..HEADLINE_BLOCKS.min(count) {
        let shown = page.shown(title);
        if !may_be_headline(shown) || page.is_prose(title) {
            continue;
        }
        let (folded, mut opening) = (fold(shown), String::new());
        let last = [HEAD_BLOCKS.min(count), count][usize::from(title == 0)];
        for index in (title + 1)..last {
            let other = page.shown(index);
            let near = other.len().abs_diff(shown.len()) <= shown.len() / 4;
            if !near
                || !opens_alike(other, &folded, &mut opening)
                || fold(other) != folded
                || opens_verse(shown, other)
            {
                continue;
            }
            if title > 0 && (!in_prose(page, index) || is_refrain(page, &folded)) {
                continue;
            }
            let strength = if index < HEAD_BLOCKS {
                Strength::Sure
            } else {
                Strength::Hint
            };
            claims.repeat(page, index, title, strength);
        }
    }
}

/// Compares the first folded bytes of a line, which tell most lines apart.
fn opens_alike(line: &str, folded: &str, opening: &mut String) -> bool {
    fold_into(line, HEADLINE, opening);
    folded.starts_with(opening.as_str())
}

/// Tells whether a line has the length and the words of a headline.
fn may_be_headline(line: &str) -> bool {
    line.chars().count() >= HEADLINE && (line.contains(' ') || !line.is_ascii())
}

/// A poem named after its first line: there the line goes on, and the headline does not.
fn opens_verse(title: &str, line: &str) -> bool {
    line.ends_with([',', ';', ':', '—', '،', '、'])
        && !title.ends_with([',', ';', ':', '—', '،', '、'])
}

/// Printed more than three times, a line below the headline is a credit or a label of the text.
fn is_refrain(page: &Page<'_>, folded: &str) -> bool {
    let printed = (0..page.blocks().len()).filter(|&index| {
        let shown = page.shown(index);
        shown.len() < 2 * folded.len() + 8 && fold(shown) == folded
    });
    printed.take(4).count() > 3
}

/// A long line that stood before goes, unless the text repeats many lines.
fn find_lines(page: &Page<'_>, claims: &mut Claims) {
    let mut first: HashMap<&[u8], usize> = HashMap::default();
    first.reserve(page.blocks().len().min(USUAL_LINES));
    let mut repeats = Vec::new();
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if shown.len() < LONG_LINE {
            continue;
        }
        let key = &shown.as_bytes()[..KEY.min(shown.len())];
        match first.get(key) {
            None => _ = first.insert(key, index),
            Some(&twin) if is_repeat(page.shown(twin), shown) => repeats.push((index, twin)),
            Some(_) => {}
        }
    }
    repeats.retain(|&(index, twin)| {
        says_something(page.shown(index)) && in_prose(page, index) && prose_above(page, index, twin)
    });
    if different(&repeats) >= REFRAINS && !is_second_printing(&repeats) {
        return;
    }
    let mut times: HashMap<usize, usize> = HashMap::default();
    repeats
        .iter()
        .for_each(|&(_, twin)| *times.entry(twin).or_default() += 1);
    for (index, twin) in repeats.into_iter().filter(|(_, twin)| times[twin] < LABELS) {
        claims.repeat(page, index, twin, Strength::Likely);
    }
}

/// Tells whether the repeats are a text that stands on the page a second time, in its order; else the page repeats itself
/// throughout, and that is its way of writing.
fn is_second_printing(repeats: &[(usize, usize)]) -> bool {
    let steps = repeats
        .windows(2)
        .filter(|pair| pair[0].1 < pair[1].1)
        .count();
    let once = different(repeats) == repeats.len();
    let apart = repeats
        .first()
        .zip(repeats.last())
        .is_some_and(|(first, last)| last.1 < first.0);
    once && apart && steps + 1 == repeats.len()
}

/// Tells whether a line is running text or stands next to it, as captions do and verses do not; a line that names who
/// said what stands above it repeats honestly.
fn in_prose(page: &Page<'_>, index: usize) -> bool {
    let next = (index + 1).min(page.blocks().len() - 1);
    let beside = (index.saturating_sub(1)..=next).any(|near| page.is_prose(near));
    beside && !page.shown(index).starts_with(['—', '–', '-', '@', '~'])
}

/// Tells whether a line is long, and neither a rule of a drawn table nor the rest of a sentence.
fn says_something(line: &str) -> bool {
    let (mut letters, mut count) = (0, 0);
    for c in line.chars() {
        count += 1;
        letters += usize::from(c.is_alphabetic());
    }
    count >= LONG_LINE && letters * 2 >= count && !starts_lower(line)
}

/// Tells whether running text stands at the first printing or before the second: above all text, on the menus of a
/// whole page, either printing may be the one that the text follows.
fn prose_above(page: &Page<'_>, index: usize, twin: usize) -> bool {
    twin < HEADLINE_BLOCKS || (twin..index).any(|between| page.is_prose(between))
}

/// Counts the lines that repeat, each once.
fn different(repeats: &[(usize, usize)]) -> usize {
    let mut twins: Vec<usize> = repeats.iter().map(|&(_, twin)| twin).collect();
    twins.sort_unstable();
    twins.dedup();
    twins.len()
}

/// Tells whether a line repeats another, a credit at its end aside.
fn is_repeat(twin: &str, line: &str) -> bool {
    line == twin
        || line
            .strip_prefix(twin)
            .is_some_and(|rest| rest.len() <= CREDIT && twin.len() >= 2 * CREDIT)
}

/// A line that says one thing twice keeps it once.
fn find_glued(page: &Page<'_>, claims: &mut Claims) {
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        let middle = shown.len() / 2;
        if middle < HEADLINE || shown.len() > LONGEST_GLUED || !shown.is_char_boundary(middle) {
            continue;
        }
        let (one, two) = (shown[..middle].trim_end(), shown[middle..].trim_start());
        if one == two && one.contains(' ') {
            let end = page.blocks()[index].shown().end;
            let start = page.blocks()[index].shown().start + one.len();
            claims.cut(Span::new(start, end), index);
        }
    }
}
