//! Words of running text about noise: a page that dwells on them keeps it.

use aho_corasick::{AhoCorasick, Input, Match, MatchKind, Span, packed};

use super::PlannedRule;

/// The words of the topics of all rules.
#[derive(Debug)]
pub(crate) struct Topics {
    /// For each rule a search of its own: a page asks for the few rules that claim something there.
    searches: Vec<Option<Search>>,
}

#[derive(Debug)]
enum Search {
    Packed(packed::Searcher),
    Plain(AhoCorasick),
}

impl Topics {
    pub(super) fn new(planned: &[PlannedRule]) -> Self {
        let search = |rule: &PlannedRule| {
            let is_spoken_of = !rule.topic.is_empty();
            is_spoken_of.then(|| Search::new(rule.topic))
        };
        Self {
            searches: planned.iter().map(search).collect(),
        }
    }

    /// Counts the words of a rule's topic at the places that count; words that overlap count once.
    ///
    /// `lower` is a text with its ASCII letters in lower case; places are byte offsets of it.
    pub(crate) fn count(&self, rule: usize, lower: &str, counts: impl Fn(usize) -> bool) -> usize {
        let Some(search) = &self.searches[rule] else {
            return 0;
        };
        let (mut found, mut end, mut from) = (0, 0, 0);
        while let Some(word) = search.next(lower, from) {
            from = word.start() + 1;
            if !counts(word.start()) {
                continue;
            }
            if word.start() >= end {
                (found, end) = (found + 1, word.end());
            }
            // Of words that overlap the one that ends first leaves most room for others.
            end = end.min(word.end());
        }
        found
    }
}

impl Search {
    /// Prepares words; of those that begin at one place the shortest is found.
    fn new(words: &[&str]) -> Self {
        let mut words: Vec<String> = words.iter().map(|word| word.to_ascii_lowercase()).collect();
        words.sort_unstable_by_key(String::len);
        let packed = packed::Config::new().builder().extend(&words).build();
        packed.map_or_else(|| Self::Plain(plain(&words)), Self::Packed)
    }

    /// Finds the next word that begins at byte `from` or later.
    fn next(&self, text: &str, from: usize) -> Option<Match> {
        let rest = Span::from(from..text.len());
        match self {
            Self::Packed(search) => search.find_in(text, rest),
            Self::Plain(search) => search.find(Input::new(text).span(rest)),
        }
    }
}

/// Prepares words for machines without the instructions of the packed search.
fn plain(words: &[String]) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(words)
        .expect("a topic is a few dozen words")
}
