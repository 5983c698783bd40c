//! Cheap looks at a line before dear ones: most lines are running text, and leave here.
//!
//! Each list is prepared once; searching for words one by one costs more than the words are worth.

use std::cell::LazyCell;

use aho_corasick::{AhoCorasick, packed};
use foldhash::{HashMap, HashSet};
use memchr::memmem::Finder;

use crate::fold::{fold, fold_into};
use crate::page::Page;

/// Longest line, in bytes, that is compared with phrases.
const LONGEST_PHRASE: usize = 240;
/// Bytes of a folded line that tell whether it can be a phrase at all.
const PREFIX: usize = 10;
/// Bytes of a line that are compared with the words it may begin with.
const LONGEST_START: usize = 64;

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

    /// Finds the blocks in which one of the words stands, in order and once each.
    pub(crate) fn blocks(&self, page: &Page<'_>) -> Vec<usize> {
        let text = page.text();
        let mut blocks: Vec<usize> = match &self.0 {
            Search::One(finder) => finder
                .find_iter(text.as_bytes())
                .map(|at| page.block_at(at))
                .collect(),
            Search::Few(search) => search
                .find_iter(text)
                .map(|found| page.block_at(found.start()))
                .collect(),
            Search::Many(search) => search
                .find_iter(text)
                .map(|found| page.block_at(found.start()))
                .collect(),
        };
        blocks.dedup();
        blocks.retain(|&index| index < page.blocks().len());
        blocks
    }
}

/// Words that a line may begin with, upper and lower case alike.
pub(crate) struct Starts {
    words: Vec<&'static str>,
    by_letters: HashMap<[char; 2], Vec<usize>>,
    /// For every first letter of ASCII, the second letters of ASCII.
    pairs: Box<[u128; 128]>,
}

impl Starts {
    /// Prepares a list of words in lower case, of two characters or more each.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut by_letters: HashMap<[char; 2], Vec<usize>> = HashMap::default();
        let mut pairs = Box::new([0; 128]);
        for (index, word) in words.iter().enumerate() {
            let letters = first_letters(word).expect("a word has two characters");
            by_letters.entry(letters).or_default().push(index);
            if let [a @ ..128, b @ ..128, ..] = *word.as_bytes() {
                pairs[usize::from(a)] |= 1u128 << b;
            }
        }
        Self {
            words,
            by_letters,
            pairs,
        }
    }

    /// Finds the first word of the list that a line begins with: its position in the list.
    pub(crate) fn find(&self, line: &str) -> Option<usize> {
        if let [a @ ..128, b @ ..128, ..] = *line.as_bytes() {
            let seconds = self.pairs[usize::from(a.to_ascii_lowercase())];
            if seconds >> b.to_ascii_lowercase() & 1 == 0 {
                return None;
            }
        }
        let near = self.by_letters.get(&first_letters(line)?)?;
        let lower =
            LazyCell::new(|| line[..line.floor_char_boundary(LONGEST_START)].to_lowercase());
        near.iter().copied().find(|&index| {
            let word = self.words[index];
            match word.is_ascii() {
                true => line
                    .as_bytes()
                    .get(..word.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes())),
                false => lower.starts_with(word),
            }
        })
    }
}

fn first_letters(line: &str) -> Option<[char; 2]> {
    let mut letters = line.chars().flat_map(char::to_lowercase);
    Some([letters.next()?, letters.next()?])
}

/// Words that a text may end in, upper and lower case alike, told by their last `N` bytes.
pub(crate) struct Ends<const N: usize>(HashSet<[u8; N]>);

impl<const N: usize> Ends<N> {
    /// Prepares a list of words of `N` bytes or more each.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(words.into_iter().filter_map(last_bytes).collect())
    }

    /// Tells whether a text ends in the last bytes of a word, or beyond ASCII.
    pub(crate) fn may_end(&self, text: &str) -> bool {
        last_bytes(text).is_some_and(|last| !last.is_ascii() || self.0.contains(&last))
    }
}

fn last_bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let last: [u8; N] = *text.as_bytes().last_chunk()?;
    Some(last.map(|byte| byte.to_ascii_lowercase()))
}

/// Whole lines by their folded text.
pub(crate) struct Phrases {
    phrases: HashSet<String>,
    prefixes: HashSet<String>,
}

impl Phrases {
    /// Prepares a list.
    pub(crate) fn new(phrases: impl IntoIterator<Item = &'static str>) -> Self {
        let phrases: HashSet<String> = phrases.into_iter().map(fold).collect();
        let prefix = |phrase: &String| {
            let mut prefix = String::new();
            fold_into(phrase, PREFIX, &mut prefix);
            prefix
        };
        Self {
            prefixes: phrases.iter().map(prefix).collect(),
            phrases,
        }
    }

    /// Tells whether a line is one of the phrases once it is folded.
    pub(crate) fn has(&self, line: &str) -> bool {
        if line.len() > LONGEST_PHRASE {
            return false;
        }
        let mut folded = String::with_capacity(2 * PREFIX);
        fold_into(line, PREFIX, &mut folded);
        self.prefixes.contains(folded.as_str()) && self.phrases.contains(fold(line).as_str())
    }
}
