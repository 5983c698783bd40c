//! Words of running text about noise: a page that dwells on them keeps it.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::PlannedRule;

/// The words of the topics of all rules, searched together, and the rule of each.
#[derive(Debug)]
pub(crate) struct Topics {
    search: AhoCorasick,
    rules: Vec<usize>,
    /// Number of rules in the plan.
    count: usize,
}

impl Topics {
    pub(super) fn new(planned: &[PlannedRule]) -> Self {
        let words = |(rule, planned): (usize, &PlannedRule)| {
            planned.topic.iter().map(move |word| (*word, rule))
        };
        let (words, rules): (Vec<&str>, Vec<usize>) =
            planned.iter().enumerate().flat_map(words).unzip();
        let search = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .ascii_case_insensitive(true)
            .build(words)
            .expect("the topics of all rules are a few hundred words");
        Self {
            search,
            rules,
            count: planned.len(),
        }
    }

    /// Counts for each rule the words of its topic in a text, at the places that count; words that overlap count once.
    pub(crate) fn count(&self, text: &str, counts: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = vec![0; self.count];
        let mut ends = vec![0; self.count];
        for word in self.search.find_overlapping_iter(text) {
            let rule = self.rules[word.pattern().as_usize()];
            if word.start() >= ends[rule] && counts(word.start()) {
                (found[rule], ends[rule]) = (found[rule] + 1, word.end());
            }
        }
        found
    }
}
