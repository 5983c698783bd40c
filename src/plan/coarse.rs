//! Patterns over kinds of bytes instead of bytes: so few that what a search keeps at hand stays small.

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{Builder, NFA, State, Transition};
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, Input};

use super::glance::GOES_ON;

/// Bytes of a line that are read at most.
const STEPS: usize = 24;
/// Kinds of bytes: 26 letters, upper and lower case alike, the space, digits, marks, and all beyond ASCII.
const KINDS: u8 = 30;

/// Tells most lines that no pattern matches.
pub(super) struct Coarse(DFA);

impl Coarse {
    /// Prepares the patterns of an automaton.
    pub(super) fn new(nfa: &NFA, config: regex_automata::hybrid::dfa::Config) -> Self {
        let dfa = DFA::builder().configure(config).build_from_nfa(coarse(nfa));
        Self(dfa.expect("the automaton has one for bytes"))
    }

    pub(super) fn create_cache(&self) -> Cache {
        self.0.create_cache()
    }

    /// Tells whether a pattern may match a line, given byte by byte; no other line matches any.
    pub(super) fn may_match(&self, cache: &mut Cache, bytes: impl Iterator<Item = u8>) -> bool {
        let start = Input::new("").anchored(Anchored::Yes);
        let mut state = self.0.start_state_forward(cache, &start).expect(GOES_ON);
        for (read, byte) in bytes.enumerate() {
            if read == STEPS {
                return true;
            }
            let kind = KIND_OF[usize::from(byte)];
            state = self.0.next_state(cache, state, kind).expect(GOES_ON);
            if state.is_tagged() {
                return !state.is_dead();
            }
        }
        let end = self.0.next_eoi_state(cache, state).expect(GOES_ON);
        end.is_match()
    }
}

const KIND_OF: [u8; 256] = {
    let mut kinds = [KINDS - 1; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' => byte - b'a',
            b'A'..=b'Z' => byte - b'A',
            b' ' => 26,
            b'0'..=b'9' => 27,
            _ => 28,
        };
        byte += 1;
    }
    kinds
};

/// Rewrites an automaton so that it reads kinds; all its patterns become one.
fn coarse(nfa: &NFA) -> NFA {
    const SMALL: &str = "the automaton is as large as one that compiled";
    let mut builder = Builder::new();
    builder.set_utf8(false);
    builder.set_reverse(nfa.is_reverse());
    builder.start_pattern().expect(SMALL);
    // States keep their numbers; those that read more than one range of kinds become choices of states behind them all.
    let mut ranges: Vec<Transition> = Vec::new();
    for state in nfa.states() {
        let added = match state {
            State::Look { look, next } => builder.add_look(*next, *look),
            State::Capture { next, .. } => builder.add_union(vec![*next]),
            State::Union { alternates } => builder.add_union(alternates.to_vec()),
            State::BinaryUnion { alt1, alt2 } => builder.add_union(vec![*alt1, *alt2]),
            State::Fail => builder.add_fail(),
            State::Match { .. } => builder.add_match(),
            State::ByteRange { .. } | State::Sparse(_) | State::Dense(_) => {
                let behind = nfa.states().len() + ranges.len();
                ranges.extend(ranges_of(state));
                let choices = behind..nfa.states().len() + ranges.len();
                builder.add_union(choices.map(StateID::new_unchecked).collect())
            }
        };
        added.expect(SMALL);
    }
    for range in ranges {
        builder.add_range(range).expect(SMALL);
    }
    builder.finish_pattern(nfa.start_anchored()).expect(SMALL);
    let start = nfa.start_anchored();
    builder.build(start, start).expect(SMALL)
}

/// Returns the ranges of kinds that a state reads, each with the state after it.
fn ranges_of(state: &State) -> Vec<Transition> {
    let mut nexts: Vec<(StateID, u32)> = Vec::new();
    let mut add = |start: u8, end: u8, next: StateID| {
        let kinds = (start..=end).fold(0, |kinds, byte| kinds | 1 << KIND_OF[usize::from(byte)]);
        match nexts.iter_mut().find(|(known, _)| *known == next) {
            Some((_, known)) => *known |= kinds,
            None => nexts.push((next, kinds)),
        }
    };
    match state {
        State::ByteRange { trans } => add(trans.start, trans.end, trans.next),
        State::Sparse(sparse) => {
            let transitions = sparse.transitions.iter();
            transitions.for_each(|trans| add(trans.start, trans.end, trans.next));
        }
        State::Dense(dense) => {
            let next = |byte| Some((byte, dense.matches_byte(byte)?));
            let read = (0..=u8::MAX).filter_map(next);
            read.for_each(|(byte, next)| add(byte, byte, next));
        }
        _ => {}
    }
    let range = |(next, kinds): (StateID, u32)| {
        let has = move |&kind: &u8| kinds >> kind & 1 == 1;
        let starts = (0..KINDS).filter(move |kind| has(kind) && (*kind == 0 || !has(&(kind - 1))));
        starts.map(move |start| Transition {
            start,
            end: (start..KINDS).take_while(has).last().unwrap_or(start),
            next,
        })
    };
    nexts.into_iter().flat_map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, may_match: bool) {
        let patterns = ["(?i)^share this$", "^ok$", "^[0-9]+ likes", "^[éè]t[éè]$"];
        let nfa = NFA::compiler()
            .build_many(&patterns)
            .expect("the patterns compile");
        let coarse = Coarse::new(&nfa, DFA::config().skip_cache_capacity_check(true));
        let found = coarse.may_match(&mut coarse.create_cache(), line.bytes());
        assert_eq!(found, may_match, "{line}");
    }

    #[test]
    fn every_line_that_a_pattern_matches_may_match() {
        check("Share THIS", true);
        check("ok", true);
        check("12345678901 likes", true);
        check("été", true);
    }

    #[test]
    fn most_other_lines_may_not() {
        check("", false);
        check("Share that", false);
        check("share this too", false);
        check("ok then", false);
    }
}
