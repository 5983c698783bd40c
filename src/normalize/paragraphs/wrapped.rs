//! Lines that were filled up to one width: the first word of a line would not have fitted on the line before.

use memchr::memchr;

use super::prose::{self, WIDEST};
use super::{Entry, Role};
use crate::normalize::code::is_code_like;
use crate::normalize::lines::marker;

/// Columns of the widest line of wrapped text; below are columns of tables and verse, above are paragraphs.
const WIDTH: std::ops::RangeInclusive<usize> = 45..=WIDEST;

/// Lines of a block that may look wrapped.
const LIKELY_LINES: usize = 3;

/// Lines of a block before its own lines tell that it was wrapped.
const LINES: usize = 4;

/// The same for scripts without capitals, which show less.
const LINES_WITHOUT_CASE: usize = 5;

/// Columns by which the first line of a paragraph may be indented.
const INDENT: usize = 4;

/// Columns that a line of Chinese or Japanese may stop early, so that none begins with a full stop.
const UNSPACED: usize = 3;

/// Spaces in a line of prose, at least.
const SPACES: usize = 3;

/// The columns that lines were filled to, and how they were counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    columns: usize,
    width: fn(&str) -> usize,
}

/// Programs that wrap count characters, or what these take up on a screen; the two differ where marks stand over letters.
const WIDTHS: [fn(&str) -> usize; 2] = [prose::columns, prose::characters];

/// What a line end is, if the lines were filled up to one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The next word did not fit.
    Full,
    /// It would have fitted, but a sentence ends.
    Paragraph,
    /// It would have fitted.
    Short,
}

/// What speaks for and against a block being wrapped.
#[derive(Debug, Default)]
struct Signs {
    lines: usize,
    full: usize,
    paragraphs: usize,
    /// Short lines but the first, which may be a headline.
    short: usize,
    /// Full lines that end as sentences do.
    ended: usize,
    /// Full lines that end in a mark.
    marked: usize,
    /// Full lines that the next one goes on with in lower case.
    gone_on: usize,
    has_case: bool,
    has_sentence_end: bool,
    has_unsure_script: bool,
}

/// What a block shows by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Filling {
    /// What it was surely filled to.
    pub(super) sure: Option<Measure>,
    /// It looks wrapped, though maybe not so surely that it may be joined.
    pub(super) likely: bool,
}

impl Filling {
    /// Reads a block.
    pub(super) fn of(block: &[Entry<'_>]) -> Self {
        let mut filling = Self::default();
        if block.len() < LIKELY_LINES {
            return filling;
        }
        for measure in widths(block).filter_map(|width| widest(block, width)) {
            let Some(signs) = Signs::of(block, measure) else {
                continue;
            };
            filling.sure = filling.sure.or(signs.are_sure().then_some(measure));
            filling.likely |= signs.are_likely();
        }
        filling
    }
}

/// Returns the ways in which a program may have counted: one where all are the same.
fn widths(block: &[Entry<'_>]) -> impl Iterator<Item = fn(&str) -> usize> {
    let is_ascii = block.iter().all(|entry| entry.text.is_ascii());
    let ways = if is_ascii { 1 } else { WIDTHS.len() };
    WIDTHS.into_iter().take(ways)
}

/// Returns the wider of two measures.
pub(super) const fn wider(one: Measure, two: Measure) -> Measure {
    if one.columns < two.columns { two } else { one }
}

/// Tells a shorter block that was filled to what another block of the capture shows.
pub(super) fn is_filled_to(block: &[Entry<'_>], measure: Measure) -> bool {
    let fits = widest(block, measure.width).is_some_and(|widest| widest.columns <= measure.columns);
    let is_whole = |signs: Signs| {
        let short = signs.short > 0 || ends(block, measure).next() == Some(End::Short);
        let goes_on = signs.full > 0 && signs.gone_on * 2 >= signs.full;
        goes_on && signs.ended == 0 && !short && !signs.has_unsure_script
    };
    fits && Signs::of(block, measure).is_some_and(is_whole)
}

/// Returns what the end of each line but the last is.
pub(super) fn ends(block: &[Entry<'_>], measure: Measure) -> impl Iterator<Item = End> {
    let mut opens = true;
    block.windows(2).map(move |pair| {
        let columns = measure.columns - if opens { INDENT } else { 0 };
        let end = end(&pair[0], &pair[1], Measure { columns, ..measure });
        opens = end == End::Paragraph;
        end
    })
}

fn end(one: &Entry<'_>, two: &Entry<'_>, measure: Measure) -> End {
    let next = match prose::space_between(one.text, two.text) {
        "" => UNSPACED,
        _ => 1 + (measure.width)(first_word(two.text)),
    };
    if width_of(one, measure.width) + next > measure.columns {
        End::Full
    } else if prose::is_ended(one.text) {
        End::Paragraph
    } else {
        End::Short
    }
}

fn first_word(text: &str) -> &str {
    let end = memchr(b' ', text.as_bytes());
    &text[..end.unwrap_or(text.len())]
}

/// Returns how wide a line is; those below a list item are as deep as its text.
fn width_of(entry: &Entry<'_>, width: fn(&str) -> usize) -> usize {
    width(entry.text) + entry.kept_indent
}

/// Measures the widest line, if it is as wide as those of wrapped text.
fn widest(block: &[Entry<'_>], width: fn(&str) -> usize) -> Option<Measure> {
    if block.iter().any(|entry| prose::is_too_wide(entry.text)) {
        return None;
    }
    let columns = block.iter().map(|entry| width_of(entry, width)).max()?;
    WIDTH
        .contains(&columns)
        .then_some(Measure { columns, width })
}

impl Signs {
    /// Reads the signs of a block; `None` where a line is no prose, or most lines are short.
    fn of(block: &[Entry<'_>], measure: Measure) -> Option<Self> {
        let mut signs = Self {
            lines: block.len(),
            ..Self::default()
        };
        for (at, end) in ends(block, measure).enumerate() {
            let (one, two) = (block[at].text, block[at + 1].text);
            match end {
                End::Full => signs.read_full(one, two),
                End::Paragraph => signs.paragraphs += 1,
                End::Short => signs.short += usize::from(at > 0),
            }
        }
        if signs.full <= signs.short || !block.iter().all(is_plain) || !is_prose(block) {
            return None;
        }
        let cased = |ch: char| ch.is_lowercase() || ch.is_uppercase();
        signs.has_case = block.iter().any(|entry| entry.text.contains(cased));
        signs.has_sentence_end = block
            .iter()
            .any(|entry| prose::holds_sentence_end(entry.text));
        signs.has_unsure_script = block
            .iter()
            .any(|entry| entry.text.contains(prose::is_unsure));
        Some(signs)
    }

    fn read_full(&mut self, one: &str, two: &str) {
        self.full += 1;
        self.ended += usize::from(prose::is_ended(one));
        self.marked +=
            usize::from(one.ends_with(|ch: char| ch.is_ascii_punctuation() && ch != '-'));
        self.gone_on += usize::from(prose::goes_on(two));
    }

    const fn are_likely(&self) -> bool {
        let runs_on = self.gone_on * 2 >= self.full || self.has_sentence_end;
        self.full > 1 && runs_on && self.short * 3 <= self.full && self.ended * 3 <= self.full
    }

    const fn are_sure(&self) -> bool {
        let runs_on = self.gone_on * 2 >= self.full || self.has_sentence_end && self.ended == 0;
        let lines = if self.has_case {
            LINES
        } else {
            LINES_WITHOUT_CASE
        };
        self.lines >= lines
            && self.full + 1 >= LINES
            && self.full * 10 >= (self.full + self.short) * 9
            && self.full >= self.paragraphs
            && self.ended * 3 <= self.full
            && self.marked * 2 <= self.full
            && runs_on
            && !self.has_unsure_script
    }
}

/// Tells lines that are neither addresses, nor code, nor rows of aligned columns, and that no doubtful mark of a list opens.
fn is_plain(entry: &Entry<'_>) -> bool {
    let line = entry.text;
    let is_marked = entry.role == Role::Text && marker(line).is_some();
    !is_marked && !line.starts_with("http") && !is_code_like(line) && !line.contains("  ")
}

/// Tells blocks of words: letters most of all, and spaces between them where the script has any.
fn is_prose(block: &[Entry<'_>]) -> bool {
    let (mut all, mut letters, mut spaces, mut unspaced) = (0, 0, 0, 0);
    for ch in block.iter().flat_map(|entry| entry.text.chars()) {
        all += 1;
        letters += usize::from(ch.is_alphabetic());
        spaces += usize::from(ch == ' ');
        unspaced += usize::from(prose::is_unspaced(ch));
    }
    (letters + spaces) * 4 >= all * 3
        && (unspaced * 2 >= all || spaces >= (block.len() - 1) * SPACES)
}
