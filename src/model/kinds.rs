//! Sorts of elements: what name, class, id and role say, worked out once for all elements that share them.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::lexicon;
use super::tags::Tag;

/// Tokens of classes and ids that are read of one element.
const TOKENS: usize = 12;
/// Bytes from which a token is a generated name.
const LONG_TOKEN: usize = 30;
/// Classes that make up a signature.
const SIGNATURE_CLASSES: usize = 6;

/// What elements of the same name, class, id and role share.
#[derive(Debug, Clone, Default)]
pub struct Kind {
    /// Hash of name and classes: elements of one signature are items of one sort.
    pub signature: u32,
    /// Bits of the word groups that class, id and role belong to; see `lexicon`.
    pub groups: u32,
    /// The name.
    pub tag: Tag,
    /// Hash of the name.
    pub name: u32,
    /// Hashes of name, class words and role, distinct.
    pub tokens: Vec<u32>,
}

/// The parts of an element that its kind is made of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts<'a> {
    /// Lower-case name.
    pub name: &'a str,
    /// The `class` attribute.
    pub class: &'a str,
    /// The `id` attribute.
    pub id: &'a str,
    /// The `role` attribute.
    pub role: &'a str,
    /// The `itemprop` attribute.
    pub property: &'a str,
}

/// Gives equal parts the same kind.
#[derive(Default)]
pub(super) struct Kinds {
    known: HashMap<u64, u32, FixedState>,
    /// The kinds found so far.
    pub list: Vec<Kind>,
    words: Words,
}

impl Kinds {
    /// Returns the index of the kind of these parts.
    pub(super) fn of(&mut self, parts: Parts) -> u32 {
        let (list, words) = (&mut self.list, &mut self.words);
        *self.known.entry(key(parts)).or_insert_with(|| {
            list.push(Kind::new(parts, words));
            list.len() as u32 - 1
        })
    }
}

impl Kind {
    /// Forgets class, id, role and property.
    pub(super) fn keep_name(&mut self) {
        *self = Self {
            tag: self.tag,
            name: self.name,
            signature: mix(self.name, 0),
            groups: 0,
            tokens: vec![self.name],
        };
    }

    fn new(parts: Parts, words: &mut Words) -> Self {
        let name = hash('t', parts.name.as_bytes());
        let mut tokens = Vec::with_capacity(1 + TOKENS);
        tokens.push(name);
        let mut kind = Self {
            tag: Tag::of(parts.name),
            name,
            signature: signature(parts),
            groups: lexicon::role(parts.role) | lexicon::property(parts.property),
            tokens,
        };
        words.clear();
        words.read(parts.class);
        words.read(parts.id);
        if parts.name.contains('-') {
            words.read(parts.name);
        }
        kind.groups |= lexicon::groups(words);
        for word in words.iter().take(TOKENS) {
            kind.push_token('c', word);
        }
        for (prefix, value) in [('r', parts.role), ('i', parts.property)] {
            for word in value.split_ascii_whitespace() {
                kind.push_token(prefix, &word.to_lowercase());
            }
        }
        kind.tokens.sort_unstable();
        kind.tokens.dedup();
        kind
    }

    fn push_token(&mut self, prefix: char, word: &str) {
        let generated = word.len() >= LONG_TOKEN || word.bytes().all(|byte| byte.is_ascii_digit());
        if !generated {
            self.tokens.push(hash(prefix, word.as_bytes()));
        }
    }
}

/// Words of class names in small letters: `postBody` and `post-body` are `post` and `body`.
#[derive(Default)]
pub(super) struct Words {
    /// All words, without anything between them.
    text: String,
    /// Where each word ends.
    ends: Vec<usize>,
}

impl Words {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    fn read(&mut self, value: &str) {
        let mut before = ' ';
        for c in value.chars() {
            let is_capital = c.is_ascii_uppercase();
            let is_letter = c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric());
            let hump = is_capital && (before.is_ascii_lowercase() || before.is_ascii_digit());
            if hump || !is_letter {
                self.close();
            }
            if c.is_ascii() && is_letter {
                self.text.push(c.to_ascii_lowercase());
            } else if is_letter {
                self.text.extend(c.to_lowercase());
            }
            before = c;
        }
        self.close();
    }

    fn close(&mut self) {
        if self.text.len() > self.start(self.ends.len()) {
            self.ends.push(self.text.len());
        }
    }

    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Returns all words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|word| &self.text[self.start(word)..self.ends[word]])
    }

    /// Returns all words, each joined with the one behind it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &str> {
        (1..self.ends.len()).map(|word| &self.text[self.start(word - 1)..self.ends[word]])
    }
}

fn key(parts: Parts) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    let parts = [
        parts.name,
        parts.class,
        parts.id,
        parts.role,
        parts.property,
    ];
    let stated = |(_, part): &(usize, &str)| !part.is_empty();
    for (which, part) in parts.into_iter().enumerate().filter(stated) {
        hasher.write_u64((part.len() as u64) << 3 | which as u64);
        hasher.write(part.as_bytes());
    }
    hasher.finish()
}

fn signature(parts: Parts) -> u32 {
    let mut classes: Vec<&str> = parts.class.split_ascii_whitespace().collect();
    classes.sort_unstable();
    classes.truncate(SIGNATURE_CLASSES);
    let classes = classes
        .iter()
        .fold(0, |sum, class| mix(sum, hash('.', class.as_bytes())));
    mix(hash('t', parts.name.as_bytes()), classes)
}

/// Hashes a token; the same on every machine and in every release, because tables are trained on it.
fn hash(prefix: char, bytes: &[u8]) -> u32 {
    let start = 0x811C_9DC5 ^ u32::from(prefix).wrapping_mul(0x9E37_79B1);
    let spread = bytes.iter().fold(start, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    mix(spread, 0)
}

/// Mixes two hashes into one.
pub(super) fn mix(a: u32, b: u32) -> u32 {
    let sum = (a ^ b.rotate_left(15)).wrapping_mul(0x85EB_CA6B);
    (sum ^ (sum >> 13)).wrapping_mul(0xC2B2_AE35) ^ (sum >> 16)
}
