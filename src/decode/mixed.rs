//! Text that is UTF-8 but for bad bytes, or for lines of one legacy encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::coder::{Coder, Step, Steps, utf8_steps};
use super::{Choice, Evidence, strays};

/// Valid characters for each bad byte, in text that was UTF-8; in EUC-JP they reach 0.5.
const GOOD_FOR_BAD: usize = 3;

/// Valid characters from which one for each bad byte is enough, as it is if UTF-8 is declared.
const MANY: usize = 20;

/// Characters in wholly valid lines that show that those lines are UTF-8: by chance, no line of
/// some hundred legacy files was valid.
const LEAST_IN_LINES: usize = 4;

/// Bad bytes for each character of those lines.
const BAD_FOR_LINES: usize = 20;

/// Bad bytes for each character of those lines, where they stand apart as accents do: one in a
/// thousand pairs of accents looks like UTF-8.
const BAD_FOR_ACCENTS: usize = 4;

/// Finds out whether the bytes are mostly UTF-8, and what the rest is.
///
/// `hint` is an encoding that the capture names.
pub(super) fn find(bytes: &[u8], hint: Option<&'static Encoding>) -> Option<Choice> {
    let count = Count::of(bytes);
    if count.is_cut(bytes) {
        return Some(Choice(Coder::Mixed(None), Evidence::Valid));
    }
    if !count.is_utf8(hint == Some(UTF_8)) {
        return None;
    }
    let other = strays::encoding(bytes, hint.filter(|hint| *hint != UTF_8));
    let from = if other.is_some() {
        Evidence::MixedLines
    } else {
        Evidence::MostlyUtf8
    };
    Some(Choice(Coder::Mixed(other), from))
}

/// Reads each line as UTF-8 or in the other encoding.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    other: Option<&'static Encoding>,
) -> (Cow<'b, str>, bool) {
    let Some(other) = other else {
        return lossy(bytes);
    };
    let mut text = String::with_capacity(bytes.len());
    let mut damaged = false;
    for line in lines(bytes) {
        let is_stray = is_stray(line, other);
        let (line, bad) = if is_stray {
            other.decode_without_bom_handling(line)
        } else {
            lossy(line)
        };
        text.push_str(&line);
        damaged |= bad;
    }
    (text.into(), damaged)
}

/// Reads UTF-8, and tells whether bytes of it were bad.
pub(super) fn lossy(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let text = String::from_utf8_lossy(bytes);
    let damaged = matches!(text, Cow::Owned(_));
    (text, damaged)
}

/// Walks the same lines.
pub(super) fn steps(bytes: &[u8], other: Option<&'static Encoding>) -> impl Iterator<Item = Step> {
    lines(bytes).flat_map(move |line| -> Steps<'_> {
        match other {
            Some(other) if is_stray(line, other) => Coder::Standard(other).steps(line),
            _ => Box::new(line.utf8_chunks().flat_map(utf8_steps)),
        }
    })
}

/// Tells whether a line is not UTF-8, but text in the other encoding.
fn is_stray(line: &[u8], other: &'static Encoding) -> bool {
    let count = Count::of(line);
    // Two-byte characters often look like UTF-8, but damaged UTF-8 is hardly ever free of errors.
    let is_sound = || !other.is_single_byte() && !other.decode_without_bom_handling(line).1;
    let is_candidate = count.bad > count.good || (count.bad > 1 && is_sound());
    is_candidate && strays::reads_well(line, other)
}

/// Tells whether a line has more bad bytes than valid characters.
pub(super) fn is_foreign(line: &[u8]) -> bool {
    let count = Count::of(line);
    count.bad > count.good
}

/// Splits after each line end, which stays with its line.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(rest.len(), |end| end + 1);
        let (line, after) = rest.split_at_checked(end)?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// Characters beyond ASCII, and what is none.
#[derive(Default)]
struct Count {
    good: usize,
    bad: usize,
    /// Bad bytes right after others, as in scripts beyond Latin.
    chained: usize,
    good_in_lines: usize,
}

impl Count {
    fn of(bytes: &[u8]) -> Self {
        let mut count = Self::default();
        let mut line = Line::default();
        for chunk in bytes.utf8_chunks() {
            count.add_valid(chunk.valid(), &mut line);
            if !chunk.invalid().is_empty() {
                count.bad += 1;
                count.chained += usize::from(chunk.valid().is_empty());
                line.is_bad = true;
            }
        }
        count.end(&mut line);
        count
    }

    fn add_valid(&mut self, text: &str, line: &mut Line) {
        for byte in text.bytes() {
            match byte {
                b'\n' | b'\r' => self.end(line),
                0xC0.. => line.good += 1,
                _ => {}
            }
        }
    }

    fn end(&mut self, line: &mut Line) {
        self.good += line.good;
        if !line.is_bad {
            self.good_in_lines += line.good;
        }
        *line = Line::default();
    }

    fn is_utf8(&self, declared: bool) -> bool {
        let times = if self.good < MANY && !declared {
            GOOD_FOR_BAD
        } else {
            1
        };
        let throughout = self.good > 0 && self.good >= self.bad.saturating_mul(times);
        let in_lines = self.good_in_lines >= LEAST_IN_LINES
            && self.good_in_lines.saturating_mul(BAD_FOR_LINES) >= self.bad;
        let is_latin = self.chained * 4 <= self.bad;
        let by_accents =
            is_latin && self.good_in_lines > 0 && self.good_in_lines * BAD_FOR_ACCENTS >= self.bad;
        throughout || in_lines || by_accents
    }

    /// Tells whether the only bad bytes are those of a cut last character.
    fn is_cut(&self, bytes: &[u8]) -> bool {
        let Some(error) = std::str::from_utf8(bytes).err() else {
            return false;
        };
        let (before, tail) = bytes
            .split_at_checked(error.valid_up_to())
            .unwrap_or_default();
        let is_last = self.bad == 1 && error.error_len().is_none();
        // A single byte after ASCII may well be an accent; a capital one inside a word is not.
        let is_capital =
            matches!(tail, [0xC2..=0xC5]) && before.last().is_some_and(u8::is_ascii_lowercase);
        is_last && (self.good > 0 || tail.len() > 1 || is_capital)
    }
}

/// The line that is being counted.
#[derive(Default)]
struct Line {
    good: usize,
    is_bad: bool,
}
