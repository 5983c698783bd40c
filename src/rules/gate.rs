//! Cheap looks at a line before dear ones: most lines are running text, and leave here.
//!
//! Each list is prepared once.

use std::cell::LazyCell;

use foldhash::{HashMap, HashSet};

use crate::fold::{fold, fold_into};

/// Longest line, in bytes, that is compared with phrases.
const LONGEST_PHRASE: usize = 240;
/// Bytes of a folded line that tell whether it can be a phrase at all.
const PREFIX: usize = 10;
/// Bytes of a line that are compared with the words it may begin with.
const LONGEST_START: usize = 64;

/// The first bytes of folded phrases: few lines fold to them.
#[derive(Debug)]
pub(crate) struct Openings(Box<[u64; 256]>);

impl Openings {
    /// Prepares folded phrases, of which none begins in a quotation mark.
    pub(crate) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut openings = Box::new([0; 256]);
        for phrase in phrases {
            if let Some(bytes) = phrase.as_bytes().first_chunk() {
                let (word, bit) = Self::place(*bytes);
                openings[word] |= 1 << bit;
            }
        }
        Self(openings)
    }

    /// Tells whether a line may fold to one of the phrases; a line that folding changes at its start may.
    pub(crate) fn may_begin(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        let Some(&first) = bytes.first_chunk::<4>() else {
            return true;
        };
        let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let kept = |at: usize| match bytes[at] {
            b' ' => word(at + 1),
            b'`' => false,
            mark => mark.is_ascii_graphic() && (word(at + 1) || word(at + 2)),
        };
        let plain = word(0) && (1..4).all(|at| word(at) || kept(at));
        if !plain {
            return !matches!(first, [b'"', ..] | [0xE2, 0x80, 0x9C..=0x9D, _]);
        }
        let (word, bit) = Self::place(first);
        self.0[word] >> bit & 1 == 1
    }

    /// Spreads four bytes over the table, upper and lower case alike.
    const fn place(bytes: [u8; 4]) -> (usize, u32) {
        let letters = u32::from_le_bytes(bytes) & 0x1F1F_1F1F;
        let spread = letters.wrapping_mul(0x9E37_79B1) >> 18;
        ((spread >> 6) as usize, spread & 63)
    }
}

/// Words that a line may begin with, upper and lower case alike.
pub(crate) struct Starts {
    words: Vec<&'static str>,
    /// Words by how they begin, those together that begin alike.
    groups: Vec<Vec<Head>>,
    /// The group of two bytes of ASCII, by their last five bits each; the first group is empty.
    by_bytes: Box<[[u8; 32]; 32]>,
    /// The group of two characters of which one is beyond ASCII.
    by_letters: HashMap<[char; 2], u8>,
}

/// How a word begins.
struct Head {
    /// Its first four bytes, upper and lower case alike.
    bytes: u32,
    /// Which bits of them a line has to share: none for a word beyond ASCII.
    mask: u32,
    /// Position of the word in the list.
    word: usize,
}

impl Head {
    /// The bit in which letters of ASCII differ from their capitals.
    const CASE: u32 = 0x2020_2020;
    /// The bit that bytes beyond ASCII have.
    const BEYOND: u32 = 0x8080_8080;

    fn new(word: &str, position: usize) -> Self {
        let known = word.len().min(4) as u32 * 8;
        let mask = match word.is_ascii() {
            true => u32::MAX >> (32 - known),
            false => 0,
        };
        Self {
            bytes: Self::read(word) & mask,
            mask,
            word: position,
        }
    }

    fn read(line: &str) -> u32 {
        let mut head = [0; 4];
        let known = line.len().min(4);
        head[..known].copy_from_slice(&line.as_bytes()[..known]);
        u32::from_le_bytes(head) | Self::CASE
    }

    fn may_begin(&self, head: u32) -> bool {
        head & self.mask == self.bytes || head & Self::BEYOND != 0
    }
}

impl Starts {
    /// Prepares a list of words in lower case, of two characters or more each.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut groups = vec![Vec::new()];
        let mut by_bytes = Box::new([[0; 32]; 32]);
        let mut by_letters = HashMap::default();
        for (index, word) in words.iter().enumerate() {
            let group: &mut u8 = match *word.as_bytes() {
                [a @ ..128, b @ ..128, ..] => {
                    &mut by_bytes[usize::from(a % 32)][usize::from(b % 32)]
                }
                _ => {
                    let letters = first_letters(word).expect("a word has two characters");
                    by_letters.entry(letters).or_default()
                }
            };
            if *group == 0 {
                *group = u8::try_from(groups.len()).expect("words begin in less than 256 ways");
                groups.push(Vec::new());
            }
            groups[usize::from(*group)].push(Head::new(word, index));
        }
        Self {
            words,
            groups,
            by_bytes,
            by_letters,
        }
    }

    /// Tells whether a line has the first letters of a word.
    pub(crate) fn may_begin(&self, line: &str) -> bool {
        self.near(line).next().is_some()
    }

    /// Returns the positions of the words that begin about as a line does.
    fn near(&self, line: &str) -> impl Iterator<Item = usize> {
        let group = match *line.as_bytes() {
            [a @ ..128, b @ ..128, ..] => self.by_bytes[usize::from(a % 32)][usize::from(b % 32)],
            _ => {
                let group = first_letters(line).and_then(|letters| self.by_letters.get(&letters));
                group.copied().unwrap_or_default()
            }
        };
        let head = Head::read(line);
        let near = self.groups[usize::from(group)].iter();
        near.filter(move |word| word.may_begin(head))
            .map(|word| word.word)
    }

    /// Finds the first word of the list that a line begins with: its position in the list.
    pub(crate) fn find(&self, line: &str) -> Option<usize> {
        let lower =
            LazyCell::new(|| line[..line.floor_char_boundary(LONGEST_START)].to_lowercase());
        self.near(line).find(|&index| {
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

    /// Tells whether a text ends in the last bytes of a word, or beyond ASCII in what is no quotation mark.
    pub(crate) fn may_end(&self, text: &str) -> bool {
        last_bytes(text).is_some_and(|last| match last.is_ascii() {
            true => self.0.contains(&last),
            false => !text.ends_with(['”', '’', '“', '»', '…']),
        })
    }
}

fn last_bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let last: [u8; N] = *text.as_bytes().last_chunk()?;
    Some(last.map(|byte| byte.to_ascii_lowercase()))
}

/// Whole lines by their folded text, and what each stands for.
#[derive(Debug)]
pub(crate) struct Phrases<T = ()> {
    phrases: HashMap<Box<str>, T>,
    prefixes: HashSet<Box<str>>,
    openings: Openings,
}

impl Phrases {
    /// Prepares a list that says nothing but which lines are in it.
    pub(crate) fn new(phrases: impl IntoIterator<Item = &'static str>) -> Self {
        let folded = |phrase| (fold(phrase).into(), ());
        Self::of(phrases.into_iter().map(folded).collect())
    }

    /// Tells whether a line is one of the phrases once it is folded.
    pub(crate) fn has(&self, line: &str) -> bool {
        self.get(line).is_some()
    }
}

impl<T> Phrases<T> {
    /// Prepares folded phrases.
    pub(crate) fn of(phrases: HashMap<Box<str>, T>) -> Self {
        let prefix = |phrase: &str| {
            let mut prefix = String::new();
            fold_into(phrase, PREFIX, &mut prefix);
            Box::from(prefix)
        };
        Self {
            prefixes: phrases.keys().map(|phrase| prefix(phrase)).collect(),
            openings: Openings::new(phrases.keys().map(AsRef::as_ref)),
            phrases,
        }
    }

    /// Returns what a line stands for once it is folded.
    pub(crate) fn get(&self, line: &str) -> Option<&T> {
        if line.len() > LONGEST_PHRASE || !self.openings.may_begin(line) {
            return None;
        }
        let mut folded = String::with_capacity(2 * PREFIX);
        fold_into(line, PREFIX, &mut folded);
        if !self.prefixes.contains(folded.as_str()) {
            return None;
        }
        self.phrases.get(fold(line).as_str())
    }
}
