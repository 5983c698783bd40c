//! Patterns tied to one end of a line, searched for together: most lines show in a few bytes that none can match.

use std::fmt;
use std::sync::Arc;

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{Config, NFA, WhichCaptures};
use regex_automata::util::pool::Pool;
use regex_automata::{Anchored, Input, MatchKind};
use regex_syntax::hir::Hir;

use super::TRIM_WINDOW;
use super::coarse::Coarse;

/// Bytes that the states of one search may take; beyond, it begins anew.
const CACHE: usize = 64 << 20;

/// Patterns tied to the start or to the end of a line.
pub(super) struct Glance {
    searches: Arc<Searches>,
    states: Pooled,
    end: End,
}

/// The quick search that ends with most lines, and the one for all others.
struct Searches {
    coarse: Coarse,
    exact: DFA,
}

/// What the searches have found out about the patterns so far.
struct States {
    coarse: Cache,
    exact: Cache,
}

type Pooled = Pool<
    States,
    Box<dyn Fn() -> States + Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe>,
>;

/// The end of the line that all patterns of a glance are tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Finish,
}

impl Glance {
    /// Prepares patterns that compile; all begin in `^`, or all end in `$`.
    pub(super) fn new(patterns: &[&Hir], end: End) -> Self {
        let nfa = Config::new()
            .reverse(end == End::Finish)
            .which_captures(WhichCaptures::None);
        let nfa = NFA::compiler()
            .configure(nfa)
            .build_many_from_hir(patterns)
            .expect("every pattern compiles alone");
        let config = DFA::config()
            .match_kind(MatchKind::All)
            .cache_capacity(CACHE)
            .skip_cache_capacity_check(true);
        let coarse = Coarse::new(&nfa, config.clone());
        let exact = DFA::builder().configure(config).build_from_nfa(nfa);
        let exact = exact.expect("no built-in pattern asks for word boundaries");
        let searches = Arc::new(Searches { coarse, exact });
        let states = Pool::new({
            let searches = Arc::clone(&searches);
            Box::new(move || searches.states()) as Box<_>
        });
        Self {
            searches,
            states,
            end,
        }
    }

    /// Calls for every pattern that matches a line, in order, with the number of the line and of the pattern.
    ///
    /// A match that does not take the whole line takes no more than the window for trims.
    pub(super) fn each_match<'a>(
        &self,
        lines: impl Iterator<Item = &'a str>,
        mut act: impl FnMut(usize, usize),
    ) {
        let mut states = self.states.get();
        let mut found = Vec::new();
        for (index, line) in lines.enumerate() {
            match self.end {
                End::Start => self.searches.find(&mut states, line.bytes(), &mut found),
                End::Finish => {
                    let bytes = line.bytes().rev();
                    self.searches.find(&mut states, bytes, &mut found);
                }
            }
            found.sort_unstable();
            found.dedup();
            found.drain(..).for_each(|pattern| act(index, pattern));
        }
    }
}

impl Searches {
    fn states(&self) -> States {
        States {
            coarse: self.coarse.create_cache(),
            exact: self.exact.create_cache(),
        }
    }

    /// Reads until no pattern can match any more, and notes those that do.
    fn find(
        &self,
        states: &mut States,
        bytes: impl Iterator<Item = u8> + Clone,
        found: &mut Vec<usize>,
    ) {
        if !self.coarse.may_match(&mut states.coarse, bytes.clone()) {
            return;
        }
        let (dfa, cache) = (&self.exact, &mut states.exact);
        let mut note = |cache: &Cache, state| {
            let patterns = 0..dfa.match_len(cache, state);
            found.extend(patterns.map(|nth| dfa.match_pattern(cache, state, nth).as_usize()));
        };
        let start = Input::new("").anchored(Anchored::Yes);
        let mut state = dfa.start_state_forward(cache, &start).expect(GOES_ON);
        for (read, byte) in bytes.enumerate() {
            state = dfa.next_state(cache, state, byte).expect(GOES_ON);
            if state.is_dead() {
                return;
            }
            // A match is told one byte late.
            if state.is_match() && read <= TRIM_WINDOW {
                note(cache, state);
            }
        }
        state = dfa.next_eoi_state(cache, state).expect(GOES_ON);
        if state.is_match() {
            note(cache, state);
        }
    }
}

/// Why a search never gives up.
pub(super) const GOES_ON: &str = "states may be forgotten as often as they fill their memory";

impl fmt::Debug for Glance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Glance")
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
