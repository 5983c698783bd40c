//! Words that are looked for together: searching for them one by one costs more than the words are worth.

use aho_corasick::{AhoCorasick, packed};
use memchr::memmem::Finder;

/// Words that are looked for together.
pub(crate) struct Needles(Search);

enum Search {
    One(Finder<'static>),
    Few(packed::Searcher),
    Many(AhoCorasick),
}

impl Needles {
    /// Prepares a list without the empty word.
    pub(crate) fn new(words: &'static [&'static str]) -> Self {
        if let [word] = words {
            return Self(Search::One(Finder::new(*word)));
        }
        let few = packed::Config::new().builder().extend(words).build();
        Self(few.map_or_else(
            || Search::Many(AhoCorasick::new(words).expect("a short list compiles")),
            Search::Few,
        ))
    }

    /// Tells whether one of the words stands in a text.
    pub(crate) fn occur(&self, text: &str) -> bool {
        match &self.0 {
            Search::One(finder) => finder.find(text.as_bytes()).is_some(),
            Search::Few(search) => search.find(text).is_some(),
            Search::Many(search) => search.is_match(text),
        }
    }
}
