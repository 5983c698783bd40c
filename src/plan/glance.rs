//! A glance at one end of a line: most lines can match no pattern, and show it in a few bytes.

use std::fmt;
use std::sync::Arc;

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson;
use regex_automata::util::pool::Pool;
use regex_automata::{Anchored, Input, MatchKind};

/// Bytes of a line that are read at most.
const STEPS: usize = 12;
/// Bytes that the states of one search may take; beyond, it begins anew.
const CACHE: usize = 8 << 20;

/// Patterns tied to the start or to the end of a line, walked together until none can match.
pub(super) struct Glance {
    dfa: Arc<DFA>,
    caches: Caches,
    end: End,
}

type Caches = Pool<
    Cache,
    Box<dyn Fn() -> Cache + Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe>,
>;

/// The end of the line that all patterns of a glance are tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Finish,
}

impl Glance {
    /// Prepares patterns that compile; all begin in `^`, or all end in `$`.
    pub(super) fn new<'a>(patterns: impl Iterator<Item = &'a str>, end: End) -> Self {
        let patterns: Vec<&str> = patterns.collect();
        let config = DFA::config()
            .match_kind(MatchKind::All)
            .cache_capacity(CACHE)
            .skip_cache_capacity_check(true);
        let dfa = DFA::builder()
            .configure(config)
            .thompson(thompson::Config::new().reverse(end == End::Finish))
            .build_many(&patterns)
            .expect("every pattern compiles alone");
        let dfa = Arc::new(dfa);
        let caches = Pool::new({
            let dfa = Arc::clone(&dfa);
            Box::new(move || dfa.create_cache()) as Box<_>
        });
        Self { dfa, caches, end }
    }

    /// Finds, of some lines, those that a pattern may match; no other line matches any.
    pub(super) fn each_alive<'a>(
        &self,
        lines: impl Iterator<Item = &'a str>,
        mut act: impl FnMut(usize),
    ) {
        let mut cache = self.caches.get();
        for (index, line) in lines.enumerate() {
            if self.is_alive(&mut cache, line).unwrap_or(true) {
                act(index);
            }
        }
    }

    /// `None` where the states take more than they may.
    fn is_alive(&self, cache: &mut Cache, line: &str) -> Option<bool> {
        let input = Input::new(line).anchored(Anchored::Yes);
        match self.end {
            End::Start => {
                let start = self.dfa.start_state_forward(cache, &input).ok()?;
                self.walk(cache, start, line.bytes())
            }
            End::Finish => {
                let start = self.dfa.start_state_reverse(cache, &input).ok()?;
                self.walk(cache, start, line.bytes().rev())
            }
        }
    }

    fn walk(
        &self,
        cache: &mut Cache,
        start: regex_automata::hybrid::LazyStateID,
        bytes: impl Iterator<Item = u8>,
    ) -> Option<bool> {
        let mut state = start;
        for (step, byte) in bytes.enumerate() {
            if step == STEPS {
                return Some(true);
            }
            state = self.dfa.next_state(cache, state, byte).ok()?;
            if state.is_tagged() {
                return Some(!state.is_dead());
            }
        }
        Some(self.dfa.next_eoi_state(cache, state).ok()?.is_match())
    }
}

impl fmt::Debug for Glance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Glance")
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
