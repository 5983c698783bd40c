//! Words that a line end broke.

use foldhash::HashSet;

/// The hyphen that shows only where a word is broken.
const SOFT_HYPHEN: char = '\u{AD}';

/// What becomes of the hyphen when a broken word is made whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphen {
    Goes,
    Stays,
}

/// The words of a capture, which vouch for those that are broken.
pub(super) struct Words<'t> {
    text: &'t str,
    known: Option<HashSet<String>>,
}

impl<'t> Words<'t> {
    /// Makes the words of a text; it is read when the first of them is asked for.
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, known: None }
    }

    /// Returns what the hyphen at the end of a line is; `None` where nothing tells.
    pub(super) fn hyphen(&mut self, one: &str, two: &str) -> Option<Hyphen> {
        if one.ends_with(SOFT_HYPHEN) {
            return Some(Hyphen::Goes);
        }
        let head = one.rsplit(|ch| !is_inside(ch)).next()?.strip_suffix('-')?;
        let tail = two.split(|ch| !is_inside(ch)).next()?;
        let whole = format!("{head}{tail}").to_lowercase();
        let compound = format!("{head}-{tail}").to_lowercase();
        let text = self.text;
        let known = self.known.get_or_insert_with(|| read(text));
        match (known.contains(&whole), known.contains(&compound)) {
            (true, false) => Some(Hyphen::Goes),
            (false, true) => Some(Hyphen::Stays),
            _ => None,
        }
    }
}

/// Tells a line that ends within a word.
pub(super) fn is_broken(line: &str) -> bool {
    let rest = line.strip_suffix(['-', SOFT_HYPHEN]);
    rest.is_some_and(|rest| rest.ends_with(char::is_alphabetic))
}

fn read(text: &str) -> HashSet<String> {
    let words = text
        .split(|ch| !is_inside(ch))
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Tells characters of words, compounds among them.
fn is_inside(ch: char) -> bool {
    ch.is_alphabetic() || ch == '-'
}
