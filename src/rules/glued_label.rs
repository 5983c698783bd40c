//! Labels behind the last sentence of a text, in one line with it.

mod words;

pub(super) use words::NEIGHBOURS;

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use super::copyright::RESERVED;
use super::related::{HEADINGS, has_seam};
use super::{seams, source_credit};
use crate::edit::Span;
use crate::fold::{fold, fold_into};
use crate::page::{Page, starts_lower};
use crate::rule::{Claims, Rule, look};

pub(super) static RULE: Rule = Rule {
    id: "glued-label",
    summary: "labels glued behind the last sentence of a text",
    about: "A page flattened to one line ends in what stood below its text: \"Source: Name All rights reserved \
            Comments Next article\" and a headline. The labels are known word for word, in the languages of the other \
            rules, and all behind a finished sentence has to be such labels; a text that goes on stays whole.",
    topic: &[],
    find: &[look(find).likely()],
};

/// Bytes at the end of a text in which labels are looked for.
const REACH: usize = 600;
/// Bytes of text that stand before the first label at least.
const SHORTEST_TEXT: usize = 60;
/// Words of the longest label.
const LONGEST_LABEL: usize = 10;
/// Longest headline behind a label, in bytes.
const LONGEST_TITLE: usize = 140;
/// Words of the longest copyright notice.
const LONGEST_NOTICE: usize = 8;
/// Characters that make a word a label of its own where words have no spaces.
const CASELESS: usize = 4;

/// What a sentence may end in.
const ENDS: [char; 16] = [
    '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ')', '"', '”', '»', '’', '“',
];

/// What a label is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// Nothing that belongs to it.
    Alone,
    /// Nothing, but for the end of a sentence.
    Sentence,
    /// A headline, where it has a colon.
    Heading,
    /// A headline.
    Neighbour,
    /// Names or an address, behind a colon.
    Source,
}

static LABELS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let mut labels = HashMap::default();
    let lists = [
        (source_credit::LABELS, Label::Source),
        (words::SOURCES, Label::Source),
        (words::SOURCE_LINKS, Label::Alone),
        (words::COMMENTS, Label::Alone),
        (words::SHARE, Label::Alone),
        (HEADINGS, Label::Heading),
        (words::RELATED, Label::Heading),
        (words::NEIGHBOURS, Label::Neighbour),
        (RESERVED, Label::Sentence),
        (words::RIGHTS, Label::Sentence),
    ];
    for (phrases, label) in lists {
        labels.extend(phrases.iter().map(|phrase| (Words::of(phrase).text, label)));
    }
    labels
});

/// The first words of the labels, folded.
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let first = |label: &'static String| label.split(' ').next();
    LABELS.keys().filter_map(first).collect()
});

/// Claims the labels behind the last running text of a page.
fn find(page: &Page<'_>, claims: &mut Claims) {
    let is_text =
        |&index: &usize| page.is_prose(index) || sentence_ends(page.shown(index)).next().is_some();
    let Some(index) = (0..page.blocks().len()).rfind(is_text) else {
        return;
    };
    let shown = page.shown(index);
    if let Some(at) = labels_start(shown) {
        let block = page.blocks()[index].shown();
        claims.cut(Span::new(block.start + at, block.end), index);
    }
}

/// Finds the end of the sentence behind which a line is nothing but labels.
pub(super) fn labels_start(line: &str) -> Option<usize> {
    sentence_ends(line).find(|&at| may_be_label(&line[at..]) && are_labels(&line[at..]))
}

/// Tells whether the first word of a text opens a label or a notice.
fn may_be_label(text: &str) -> bool {
    let mut words = text.split_whitespace().map(fold);
    let first = words.find(|word| !word.is_empty());
    first.is_some_and(|word| {
        word.starts_with('©') || word == "copyright" || FIRST_WORDS.contains(word.as_str())
    })
}

/// The places in the reach of labels where a sentence of a text ends and something follows.
fn sentence_ends(line: &str) -> impl Iterator<Item = usize> {
    let from = line.len().saturating_sub(REACH).max(SHORTEST_TEXT);
    let from = line.ceil_char_boundary(from.min(line.len()));
    let ends = |&(_, c): &(usize, char)| ENDS.contains(&c);
    let places = line[from..].char_indices().filter(ends);
    places
        .map(move |(at, c)| from + at + c.len_utf8())
        .filter(|&at| {
            let begins = |c: char| c.is_whitespace() || (c.is_alphabetic() && !c.is_lowercase());
            line[at..].starts_with(begins) && seams::is_finished(&line[..at])
        })
}

/// The words of a text, each as it is written and folded, without those that are nothing but marks.
#[derive(Default)]
struct Words {
    /// Folded words with a space between them.
    text: String,
    /// Where each begins in `text`, and where it stands in what was read.
    places: Vec<(usize, Range<usize>)>,
}

impl Words {
    fn of(text: &str) -> Self {
        let (mut words, mut folded) = (Self::default(), String::new());
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            fold_into(word, usize::MAX, &mut folded);
            if folded.is_empty() {
                continue;
            }
            if !words.text.is_empty() {
                words.text.push(' ');
            }
            words
                .places
                .push((words.text.len(), start..start + word.len()));
            words.text.push_str(&folded);
        }
        words
    }

    fn len(&self) -> usize {
        self.places.len()
    }

    /// Returns some words, folded.
    fn folded(&self, words: Range<usize>) -> &str {
        let end = self
            .places
            .get(words.end)
            .map_or(self.text.len(), |next| next.0 - 1);
        &self.text[self.places[words.start].0..end]
    }

    /// Returns some words as they stand in the text that was read.
    fn written<'a>(&self, text: &'a str, words: Range<usize>) -> &'a str {
        match words.is_empty() {
            true => "",
            false => &text[self.places[words.start].1.start..self.places[words.end - 1].1.end],
        }
    }
}

/// Tells whether a text is labels and what belongs to them, at least one of them of several words.
fn are_labels(text: &str) -> bool {
    let words = Words::of(text);
    let (mut at, mut plain) = (0, false);
    while at < words.len() {
        let Some(item) = item(text, &words, at) else {
            return false;
        };
        plain |= item.plain;
        at = item.end;
    }
    plain
}

/// A label with what belongs to it.
struct Item {
    end: usize,
    /// It means nothing else wherever it stands.
    plain: bool,
}

/// Reads the label that begins at a word.
fn item(text: &str, words: &Words, at: usize) -> Option<Item> {
    if let Some(end) = notice_end(text, words, at) {
        return Some(Item { end, plain: true });
    }
    let (end, label) = longest_label(words, at)?;
    let written = words.written(text, at..end);
    let colon = written.ends_with([':', '：']);
    let several = end - at > 1 || written.chars().filter(|c| is_caseless(*c)).count() >= CASELESS;
    let item = |end| {
        Some(Item {
            end,
            plain: several,
        })
    };
    match label {
        Label::Sentence => item(end),
        Label::Neighbour => title_end(text, words, end).map(|end| Item { end, plain: true }),
        Label::Heading if colon => title_end(text, words, end).map(|end| Item { end, plain: true }),
        Label::Source if colon => {
            let close = next_label(text, words, end);
            let names = words.written(text, end..close).trim_end_matches([')', ']']);
            (source_credit::is_source(names) && !names.ends_with('.')).then_some(Item {
                end: close,
                plain: true,
            })
        }
        Label::Source => None,
        // A sentence that only says so is the author's.
        Label::Alone | Label::Heading => {
            item(end).filter(|_| !(end == words.len() && written.ends_with('.')))
        }
    }
}

/// Finds the longest label that begins at a word.
fn longest_label(words: &Words, at: usize) -> Option<(usize, Label)> {
    (at + 1..=words.len().min(at + LONGEST_LABEL))
        .rev()
        .find_map(|end| Some((end, *LABELS.get(words.folded(at..end))?)))
}

/// Finds the end of the headline behind a label, which may have none.
fn title_end(text: &str, words: &Words, at: usize) -> Option<usize> {
    let end = next_label(text, words, at);
    let title = words.written(text, at..end);
    let headline = title.len() <= LONGEST_TITLE
        && !starts_lower(title)
        && !has_seam(title)
        && !title.ends_with('.');
    headline.then_some(end)
}

/// Finds the next word that opens a label of several words, or the end.
fn next_label(text: &str, words: &Words, at: usize) -> usize {
    let opens = |&word: &usize| {
        notice_end(text, words, word).is_some()
            || longest_label(words, word).is_some_and(|(end, label)| {
                let written = words.written(text, word..end);
                end - word > 1 || (label == Label::Source && written.ends_with(':'))
            })
    };
    (at..words.len()).find(opens).unwrap_or(words.len())
}

/// Finds the end of a notice such as "© 2019 Name" or "Copyright 2019 Name".
fn notice_end(text: &str, words: &Words, at: usize) -> Option<usize> {
    let written = words.written(text, at..at + 1);
    let signed = written.starts_with('©') || words.folded(at..at + 1) == "copyright";
    let most = words.len().min(at + LONGEST_NOTICE);
    let is_year = |word: usize| {
        let digits = words.folded(word..word + 1).trim_start_matches('©');
        digits.len() == 4
            && digits.starts_with(['1', '2'])
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !signed || !(at..most.min(at + 3)).any(is_year) {
        return None;
    }
    let ends = |&word: &usize| {
        words.written(text, word..word + 1).ends_with('.')
            || word + 1 == words.len()
            || longest_label(words, word + 1).is_some()
    };
    (at + 1..most)
        .find(ends)
        .map(|word| word + 1)
        .or((most == words.len()).then_some(most))
}

fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}
