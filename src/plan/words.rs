//! Words that finders ask for, searched for all at once.

use aho_corasick::{AhoCorasick, Input, Match, MatchKind, Span, packed};

use super::gates::Open;
use crate::page::{Page, Signs};

/// Words that one search looks for at full speed.
const AT_ONCE: usize = 64;

/// The words of many finders.
#[derive(Debug)]
pub(super) struct Words {
    searches: Vec<Search>,
}

#[derive(Debug)]
struct Search {
    kind: Kind,
    /// Whether its words are in ASCII.
    plain: bool,
    /// For every word, the finders that ask for it.
    finders: Vec<Open>,
}

#[derive(Debug)]
enum Kind {
    Packed(packed::Searcher),
    Plain(AhoCorasick),
}

impl Words {
    /// Prepares the words of finders, in the order of their bits.
    pub(super) fn new(finders: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let finders: Vec<&[&str]> = finders.collect();
        let mut words: Vec<&str> = finders.iter().copied().flatten().copied().collect();
        // Of words that begin at the same place the longest is found, and stands for those in it.
        words.sort_unstable_by_key(|word| (!word.is_ascii(), std::cmp::Reverse(word.len()), *word));
        words.dedup();
        let asking = |found: &str| {
            let asks = |words: &[&str]| words.iter().any(|word| found.starts_with(word));
            let bits = finders.iter().enumerate();
            bits.filter(|(_, words)| asks(words))
                .fold(0, |open, (bit, _)| open | 1 << bit)
        };
        let search = |words: &[&str]| Search {
            kind: Kind::new(words),
            plain: words.iter().all(|word| word.is_ascii()),
            finders: words.iter().map(|word| asking(word)).collect(),
        };
        Self {
            searches: words
                .chunk_by(|a, b| a.is_ascii() == b.is_ascii())
                .flat_map(|words| words.chunks(AT_ONCE))
                .map(search)
                .collect(),
        }
    }

    /// Tells for every block with words which finders ask for them.
    pub(super) fn each_hit(&self, page: &Page<'_>, mut act: impl FnMut(usize, Open)) {
        let beyond = page.any_has(Signs::BEYOND);
        for search in self.searches.iter().filter(|search| search.plain || beyond) {
            search.kind.each_match(page.looked_at(), |word, at| {
                let block = page.block_at(at);
                if block < page.blocks().len() {
                    act(block, search.finders[word]);
                }
            });
        }
    }
}

/// The same for machines without vectors.
fn plain(words: &[&str]) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(words)
        .expect("a short list compiles")
}

impl Kind {
    fn new(words: &[&str]) -> Self {
        let packed = packed::Config::new().builder().extend(words).build();
        packed.map_or_else(|| Self::Plain(plain(words)), Self::Packed)
    }

    /// Calls for every match with the word and where it stands; of words that begin together the longest matches.
    fn each_match(&self, text: &str, mut act: impl FnMut(usize, usize)) {
        let mut rest = Span::from(0..text.len());
        while let Some(found) = self.find(text, rest) {
            act(found.pattern().as_usize(), found.start());
            rest.start = found.start() + 1;
        }
    }

    fn find(&self, text: &str, rest: Span) -> Option<Match> {
        match self {
            Self::Packed(search) => search.find_in(text, rest),
            Self::Plain(search) => search.find(Input::new(text).span(rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_open_the_blocks_they_stand_in_and_words_inside_others_count() {
        let finders: [&'static [&'static str]; 3] = [&["newsletter"], &["letter", "never"], &[]];
        let page = Page::of_text("nothing\nour newsletter today\nas letters go".into());
        let mut hits = Vec::new();
        Words::new(finders.into_iter()).each_hit(&page, |block, open| hits.push((block, open)));
        assert_eq!(hits, [(1, 0b001), (1, 0b010), (2, 0b010)]);
    }
}
