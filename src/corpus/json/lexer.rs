//! Where a JSON value ends, told byte by byte with no more in memory than its open brackets.

use memchr::memchr2;

/// Most brackets that are open at once; the parser takes no more either.
const DEPTH: usize = 127;

/// Follows one value.
#[derive(Debug, Default)]
pub(super) struct Lexer {
    open: Vec<u8>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// A value or a bracket may come.
    #[default]
    Before,
    Text,
    Escape,
    Word,
    /// A value ended: a comma, a colon or a closing bracket may come.
    After,
}

/// Why a lexer stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The value is whole.
    Whole,
    /// What comes next cannot stand there.
    Bad,
}

impl Lexer {
    /// Takes some bytes; returns how many belong to the value, and why no more do.
    pub(super) fn take(&mut self, bytes: &[u8]) -> (usize, Option<Stop>) {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if self.state == State::Text {
                let Some(end) = memchr2(b'"', b'\\', &bytes[at..]) else {
                    break;
                };
                at += end + 1;
                self.state = match bytes[at - 1] {
                    b'\\' => State::Escape,
                    _ => State::After,
                };
                if self.is_whole() {
                    return (at, Some(Stop::Whole));
                }
                continue;
            }
            match self.step(byte) {
                Step::Taken => at += 1,
                Step::Last => return (at + 1, Some(Stop::Whole)),
                Step::Ended => return (at, Some(Stop::Whole)),
                Step::Bad => return (at, Some(Stop::Bad)),
            }
        }
        (bytes.len(), None)
    }

    fn is_whole(&self) -> bool {
        self.state == State::After && self.open.is_empty()
    }

    fn step(&mut self, byte: u8) -> Step {
        match (self.state, byte) {
            (State::Escape, _) => self.go_on(State::Text),
            (State::Word, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.' | b'_') => {
                Step::Taken
            }
            (State::Word, _) if self.open.is_empty() => Step::Ended,
            (State::Word, _) => {
                self.state = State::After;
                self.step(byte)
            }
            (_, b' ' | b'\t' | b'\n' | b'\r') => Step::Taken,
            (_, b'}' | b']') => self.close(byte),
            (_, b',') | (State::After, b':') => self.go_on(State::Before),
            (State::Before, b'"') => self.go_on(State::Text),
            (State::Before, b'{' | b'[') if self.open.len() < DEPTH => {
                self.open.push(byte);
                Step::Taken
            }
            (State::Before, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.') => {
                self.go_on(State::Word)
            }
            _ => Step::Bad,
        }
    }

    const fn go_on(&mut self, state: State) -> Step {
        self.state = state;
        Step::Taken
    }

    fn close(&mut self, byte: u8) -> Step {
        let wanted = if byte == b'}' { b'{' } else { b'[' };
        if self.open.last() != Some(&wanted) {
            return Step::Bad;
        }
        self.open.pop();
        self.state = State::After;
        match self.open.is_empty() {
            true => Step::Last,
            false => Step::Taken,
        }
    }
}

/// What becomes of a byte.
enum Step {
    Taken,
    /// It ends the value.
    Last,
    /// The value ended before it.
    Ended,
    Bad,
}
