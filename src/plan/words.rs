//! Words that a page has to hold before a finder looks at it, searched for all at once.

use aho_corasick::{AhoCorasick, packed};

use crate::page::{Page, Signs};

/// Words that one search looks for at full speed.
const AT_ONCE: usize = 64;

/// The words of many finders.
#[derive(Debug, Default)]
pub(super) struct PageWords {
    searches: Vec<Search>,
    /// For every finder, whether it looks at any page.
    always: Vec<bool>,
}

#[derive(Debug)]
struct Search {
    kind: Kind,
    /// Whether its words are in ASCII.
    plain: bool,
    /// For every word, the finders that a match concerns.
    finders: Vec<Vec<usize>>,
}

#[derive(Debug)]
enum Kind {
    Packed(packed::Searcher),
    Plain(AhoCorasick),
}

impl PageWords {
    /// Prepares the words of finders; one without words looks at any page.
    pub(super) fn new(finders: &[&'static [&'static str]]) -> Self {
        let mut words: Vec<&str> = finders.iter().copied().flatten().copied().collect();
        // Of words that begin at the same place the longest is found, and stands for those in it.
        words.sort_unstable_by_key(|word| (!word.is_ascii(), std::cmp::Reverse(word.len()), *word));
        words.dedup();
        let concerned = |found: &str| {
            let holds = |words: &&[&str]| words.iter().any(|word| found.contains(word));
            let concerned = finders.iter().enumerate().filter(|(_, words)| holds(words));
            concerned.map(|(finder, _)| finder).collect()
        };
        let search = |words: &[&str]| Search {
            kind: Kind::new(words),
            plain: words.iter().all(|word| word.is_ascii()),
            finders: words.iter().map(|word| concerned(word)).collect(),
        };
        Self {
            searches: words
                .chunk_by(|a, b| a.is_ascii() == b.is_ascii())
                .flat_map(|words| words.chunks(AT_ONCE))
                .map(search)
                .collect(),
            always: finders.iter().map(|words| words.is_empty()).collect(),
        }
    }

    /// Tells for every finder whether it is to look at a page.
    pub(super) fn wanted(&self, page: &Page<'_>) -> Vec<bool> {
        let mut wanted = self.always.clone();
        let beyond = page.any_has(Signs::BEYOND);
        for search in self.searches.iter().filter(|search| search.plain || beyond) {
            search.kind.each_match(page.text(), |word| {
                for &finder in &search.finders[word] {
                    wanted[finder] = true;
                }
            });
        }
        wanted
    }
}

impl Kind {
    fn new(words: &[&str]) -> Self {
        let packed = packed::Config::new().builder().extend(words).build();
        packed.map_or_else(
            || Self::Plain(AhoCorasick::new(words).expect("a short list compiles")),
            Self::Packed,
        )
    }

    fn each_match(&self, text: &str, mut act: impl FnMut(usize)) {
        match self {
            Self::Packed(search) => {
                let mut rest = aho_corasick::Span::from(0..text.len());
                while let Some(found) = search.find_in(text, rest) {
                    act(found.pattern().as_usize());
                    rest.start = found.start() + 1;
                }
            }
            Self::Plain(search) => {
                let found = search.find_overlapping_iter(text);
                found.for_each(|found| act(found.pattern().as_usize()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PageWords;

    #[test]
    fn overlapping_words_are_all_found() {
        let words: &[&[&str]] = &[&["newsletter"], &["letter to"], &["news"], &[], &["other"]];
        let wanted = PageWords::new(words).wanted("our newsletter today, as ever and always so");
        assert_eq!(wanted, [true, true, true, true, false]);
    }
}
