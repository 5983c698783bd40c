//! What speaks against a claim: code, quotations, a sentence that goes on, a page about the subject.

use foldhash::HashMap;
use memchr::memmem;

use super::{Because, front_matter};
use crate::html::Markup;
use crate::page::{Page, Signs, ends_sentence, starts_lower};
use crate::plan::Plan;
use crate::rule::{Claim, Evidence, Strength};

/// Words of a topic in running text that make a page about it.
const TOPIC_WORDS: usize = 3;
/// Spaces of indentation that set off an example under a line that ends in a colon.
const EXAMPLE_INDENT: usize = 4;
/// Longest words, in bytes, that are looked for in quotation marks.
const LONGEST_MENTION: usize = 60;
/// Different claimed lines that are looked for in quotation marks.
const MOST_MENTIONS: usize = 64;
/// Places where one of them is looked at.
const MOST_PLACES: usize = 1000;
/// Words that a line announcing a quotation has at least.
const ANNOUNCING_WORDS: usize = 2;

pub(super) struct Against<'a> {
    page: &'a Page<'a>,
    claimed: &'a [bool],
    body: Option<(usize, usize)>,
    fenced: Vec<bool>,
    /// Blocks of the fields at the head.
    head: usize,
    examples: Vec<bool>,
    announced: Vec<bool>,
    mentions: HashMap<&'a str, bool>,
    /// The text with its ASCII letters in lower case, once topics are looked for.
    lower: Option<String>,
    /// For each rule that was asked about: the page is about its subject.
    topics: HashMap<usize, bool>,
}

impl<'a> Against<'a> {
    pub(super) fn new(
        page: &'a Page<'a>,
        claims: &[Claim],
        claimed: &'a [bool],
        body: Option<(usize, usize)>,
    ) -> Self {
        Self {
            page,
            claimed,
            body,
            fenced: fenced(page),
            head: front_matter::length(page),
            examples: examples(page, claimed),
            announced: announced(page, claimed),
            mentions: mentions(page, claims, claimed),
            lower: None,
            topics: HashMap::default(),
        }
    }

    pub(super) fn veto(&mut self, claim: &Claim, plan: &Plan) -> Option<Because> {
        if claim.evidence == Evidence::Markup {
            return None;
        }
        let is_code = self.fenced.get(claim.block()) == Some(&true) || self.examples[claim.block()];
        if is_code || claim.block() < self.head {
            return Some(Because::Fence);
        }
        if self.is_topic(claim.rule(), plan) {
            return Some(Because::Topic);
        }
        if !claim.whole {
            return None;
        }
        if self.announced[claim.block()] && self.body.is_some_and(|(_, last)| claim.block() < last)
        {
            return Some(Because::Quoted);
        }
        if claim.strength != Strength::Sure && self.is_continued(claim.block()) {
            return Some(Because::Continued);
        }
        let mentioned = self.mentions.get(self.page.shown(claim.block())) == Some(&true);
        (mentioned && claim.twin().is_none()).then_some(Because::Mentioned)
    }

    /// The next line begins in lower case, and this one is no sentence of its own.
    fn is_continued(&self, index: usize) -> bool {
        let next = index + 1;
        next < self.claimed.len()
            && !self.claimed[next]
            && starts_lower(self.page.shown(next))
            && !ends_sentence(self.page.shown(index))
    }

    /// Unclaimed lines use the words of the rule's topic again and again.
    fn is_topic(&mut self, rule: usize, plan: &Plan) -> bool {
        if plan.rules()[rule].topic.is_empty() {
            return false;
        }
        let (page, claimed) = (self.page, self.claimed);
        let lower = self
            .lower
            .get_or_insert_with(|| page.looked_at().to_ascii_lowercase());
        *self.topics.entry(rule).or_insert_with(|| {
            let unclaimed = |at| !claimed[page.block_at(at)];
            plan.topics().count(rule, lower, unclaimed) >= TOPIC_WORDS
        })
    }
}

/// For each block: the nearest unclaimed line above ends in a colon, as one that announces a quotation does.
fn announced(page: &Page<'_>, claimed: &[bool]) -> Vec<bool> {
    let mut announcing = false;
    let announced = claimed.iter().enumerate().map(|(index, &is_claimed)| {
        let before = announcing;
        if !is_claimed {
            let shown = page.shown(index);
            announcing = may_end_in_colon(page, index)
                && shown.ends_with([':', '：'])
                && shown.split_whitespace().count() >= ANNOUNCING_WORDS;
        }
        before
    });
    announced.collect()
}

/// For each block: it is indented below an unclaimed line that ends in a colon.
fn examples(page: &Page<'_>, claimed: &[bool]) -> Vec<bool> {
    let mut opened = false;
    let examples = claimed.iter().enumerate().map(|(index, &is_claimed)| {
        if page.indent(index) >= EXAMPLE_INDENT {
            return opened;
        }
        opened = !is_claimed && may_end_in_colon(page, index) && page.shown(index).ends_with(':');
        false
    });
    examples.collect()
}

/// Most lines hold no colon at all.
fn may_end_in_colon(page: &Page<'_>, index: usize) -> bool {
    page.signs(index).meets(Signs::COLON.or(Signs::WIDE))
}

/// For each short line that is claimed: a line that nobody claims has its very words in quotation marks.
///
/// Empty for a page with more claimed lines than a page about its words has.
fn mentions<'a>(page: &'a Page<'a>, claims: &[Claim], claimed: &[bool]) -> HashMap<&'a str, bool> {
    let mut mentions = HashMap::default();
    for claim in claims.iter().filter(|claim| claim.whole) {
        let shown = page.shown(claim.block());
        if shown.len() <= LONGEST_MENTION {
            mentions.insert(shown, false);
        }
        if mentions.len() > MOST_MENTIONS {
            return HashMap::default();
        }
    }
    for (words, mentioned) in &mut mentions {
        let places = memmem::find_iter(page.looked_at().as_bytes(), words.as_bytes());
        *mentioned = places
            .take(MOST_PLACES)
            .any(|at| !claimed[page.block_at(at)] && in_quotes(page.text(), at, at + words.len()));
    }
    mentions
}

fn in_quotes(text: &str, start: usize, end: usize) -> bool {
    let open = text[..start]
        .trim_end_matches([' ', '\u{A0}'])
        .chars()
        .next_back();
    let close = text[end..]
        .trim_start_matches([' ', '\u{A0}', ',', '.'])
        .chars()
        .next();
    open.is_some_and(is_quote) && close.is_some_and(is_quote)
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '`' | '「' | '」'
    )
}

/// For each block: it stands between two code fences. Empty where the page has none.
fn fenced(page: &Page<'_>) -> Vec<bool> {
    if let Some(markup) = page.markup() {
        return in_code(markup);
    }
    let is_fence = |index| {
        let shown = page.shown(index);
        shown.starts_with("```") || shown.starts_with("~~~")
    };
    let mut lines = 0..page.blocks().len();
    let Some(first) = lines.find(|&index| is_fence(index)) else {
        return Vec::new();
    };
    let mut inside = false;
    let mut fenced = vec![false; first];
    for index in first..page.blocks().len() {
        let fence = is_fence(index);
        fenced.push(inside || fence);
        inside ^= fence;
    }
    fenced
}

/// For each block: it stands in an element that shows code.
fn in_code(markup: &Markup<'_>) -> Vec<bool> {
    let outline = &markup.outline;
    let mut code: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for element in &outline.elements {
        let name = markup.tree.name(element.node);
        let shows = name.is_some_and(|name| matches!(&**name, "pre" | "code" | "samp" | "kbd"));
        code.push(shows || code.get(element.parent as usize) == Some(&true));
    }
    let sources = outline.sources.iter();
    sources
        .map(|source| code.get(source.element as usize) == Some(&true))
        .collect()
}
