//! What speaks against a claim: code, quotations, a sentence that goes on, a page about the subject.

use std::collections::HashMap;

use memchr::memmem;

use super::Because;
use crate::fold::fold;
use crate::page::{Page, ends_sentence, starts_lower};
use crate::plan::Plan;
use crate::rule::{Claim, Strength};

/// Words of a topic in running text that make a page about it.
const TOPIC_WORDS: usize = 3;
/// Spaces of indentation that set off an example under a line that ends in a colon.
const EXAMPLE_INDENT: usize = 4;
/// Longest line, in bytes, that is looked for in quotation marks.
const LONGEST_MENTION: usize = 60;
/// Words that a line announcing a quotation has at least.
const ANNOUNCING_WORDS: usize = 2;

pub(super) struct Against<'a> {
    page: &'a Page<'a>,
    claimed: &'a [bool],
    body: Option<(usize, usize)>,
    fenced: Vec<bool>,
    topics: HashMap<usize, bool>,
}

impl<'a> Against<'a> {
    pub(super) fn new(
        page: &'a Page<'a>,
        claims: &[Claim],
        claimed: &'a [bool],
        body: Option<(usize, usize)>,
    ) -> Self {
        let _ = claims;
        Self {
            page,
            claimed,
            body,
            fenced: fenced(page),
            topics: HashMap::new(),
        }
    }

    pub(super) fn veto(&self, claim: &Claim, plan: &Plan) -> Option<Because> {
        if self.fenced.get(claim.block) == Some(&true) || self.is_example(claim.block) {
            return Some(Because::Fence);
        }
        if self.is_topic(claim, plan) {
            return Some(Because::Topic);
        }
        if !claim.whole {
            return None;
        }
        if self.is_quoted(claim.block) {
            return Some(Because::Quoted);
        }
        if claim.strength != Strength::Sure && self.is_continued(claim.block) {
            return Some(Because::Continued);
        }
        self.is_mentioned(claim).then_some(Because::Mentioned)
    }

    /// An indented line below one that ends in a colon.
    fn is_example(&self, index: usize) -> bool {
        self.page.indent(index) >= EXAMPLE_INDENT
            && (0..index)
                .rev()
                .find(|&above| self.page.indent(above) < EXAMPLE_INDENT)
                .is_some_and(|above| !self.claimed[above] && self.page.shown(above).ends_with(':'))
    }

    /// The nearest unclaimed line above ends in a colon, and unclaimed running text follows.
    fn is_quoted(&self, index: usize) -> bool {
        let Some((_, last)) = self.body else {
            return false;
        };
        let Some(above) = (0..index).rev().find(|&above| !self.claimed[above]) else {
            return false;
        };
        let shown = self.page.shown(above);
        index < last
            && shown.ends_with([':', '：'])
            && shown.split_whitespace().count() >= ANNOUNCING_WORDS
    }

    /// The next line begins in lower case, and this one is no sentence of its own.
    fn is_continued(&self, index: usize) -> bool {
        let next = index + 1;
        next < self.claimed.len()
            && !self.claimed[next]
            && starts_lower(self.page.shown(next))
            && !ends_sentence(self.page.shown(index))
    }

    /// Another line that nobody claims has these very words in quotation marks.
    fn is_mentioned(&self, claim: &Claim) -> bool {
        let shown = self.page.shown(claim.block);
        if shown.len() > LONGEST_MENTION || claim.twin.is_some() {
            return false;
        }
        let text = self.page.text();
        memmem::find_iter(text.as_bytes(), shown.as_bytes()).any(|at| {
            let block = self.page.block_at(at);
            block != claim.block && !self.claimed[block] && in_quotes(text, at, at + shown.len())
        })
    }

    /// Unclaimed lines use the words of the rule's topic again and again.
    fn is_topic(&self, claim: &Claim, plan: &Plan) -> bool {
        let topic = plan.rules()[claim.rule].topic;
        !topic.is_empty() && self.dwells_on(topic)
    }

    fn dwells_on(&self, topic: &[&str]) -> bool {
        let mut found = 0;
        for index in (0..self.claimed.len()).filter(|&index| !self.claimed[index]) {
            let folded = fold(self.page.shown(index));
            found += topic
                .iter()
                .map(|word| memmem::find_iter(folded.as_bytes(), word.as_bytes()).count())
                .sum::<usize>();
            if found >= TOPIC_WORDS {
                return true;
            }
        }
        false
    }
}

fn in_quotes(text: &str, start: usize, end: usize) -> bool {
    let open = text[..start]
        .trim_end_matches('\u{A0}')
        .trim_end_matches(' ')
        .chars()
        .next_back();
    let close = text[end..]
        .trim_start_matches([' ', '\u{A0}', ',', '.'])
        .chars()
        .next();
    let quotes = |c: char| {
        matches!(
            c,
            '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '`' | '「' | '」'
        )
    };
    open.is_some_and(quotes) && close.is_some_and(quotes)
}

/// For each block: it stands between two code fences. Empty where the page has none.
fn fenced(page: &Page<'_>) -> Vec<bool> {
    let text = page.text().as_bytes();
    if memmem::find(text, b"```").is_none() && memmem::find(text, b"~~~").is_none() {
        return Vec::new();
    }
    let mut inside = false;
    let mut fenced = Vec::with_capacity(page.blocks().len());
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        let fence = shown.starts_with("```") || shown.starts_with("~~~");
        fenced.push(inside || fence);
        inside ^= fence;
    }
    fenced
}
