//! From bytes to rows, with no more in memory than is wanted.

use std::io::{self, BufRead};

use memchr::{memchr, memchr_iter, memchr2};

use crate::corpus::containers::window::Window;

/// Bytes of a row that are kept to be read once more, where its quotation marks turn out to be wrong.
const KEPT: usize = 1 << 20;
/// Bytes that may be read twice because of such rows, before each has to pay for itself.
const AGAIN: u64 = 1 << 24;

/// The rows of some bytes.
pub(super) struct Rows<'r> {
    bytes: Window<'r>,
    delimiter: u8,
    line: u64,
    kept: Vec<u8>,
    again: u64,
}

/// A row; cells that are not wanted are empty.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Vec<u8>>,
    pub(super) count: usize,
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) wrong: Option<Wrong>,
    /// Nothing but a line end.
    pub(super) is_blank: bool,
    at: u64,
    bytes: u64,
}

/// What is wrong with a row.
#[derive(Debug)]
pub(super) enum Wrong {
    TooLarge,
    Marks(&'static str),
}

/// What a cell ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Begin,
    Plain,
    Quoted,
    Closed,
}

/// A cell under way.
struct Cell {
    bytes: Vec<u8>,
    /// Bytes that may still be added; none where it is not wanted.
    room: Option<u64>,
    wrong: Option<Wrong>,
}

impl<'r> Rows<'r> {
    pub(super) const fn new(bytes: Window<'r>, delimiter: u8) -> Self {
        Self {
            bytes,
            delimiter,
            line: 1,
            kept: Vec::new(),
            again: 0,
        }
    }

    /// Returns the line that comes next.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// Reads the next row, with the cells that are wanted, each up to a size.
    pub(super) fn next(
        &mut self,
        is_wanted: impl Fn(usize) -> bool,
        most: u64,
    ) -> io::Result<Option<Row>> {
        if self.bytes.is_over() {
            return Ok(None);
        }
        self.kept.clear();
        let mut row = Row {
            line: self.line,
            at: self.bytes.at(),
            ..Row::default()
        };
        loop {
            let mut cell = Cell {
                bytes: Vec::new(),
                room: is_wanted(row.count).then_some(most),
                wrong: None,
            };
            let end = self.cell(&mut cell)?;
            row.count += 1;
            // Cells that nobody wants take no memory, however many they are.
            if is_wanted(row.count - 1) {
                row.cells.resize(row.count - 1, Vec::new());
                row.cells.push(cell.bytes);
            }
            row.wrong = row.wrong.or(cell.wrong);
            if end != End::Cell {
                row.bytes = self.bytes.at() - row.at;
                row.is_blank = matches!(&self.kept[..], b"\n" | b"\r\n");
                return Ok(Some(row));
            }
        }
    }

    /// Goes back to the second line of a row, where that can be paid for: the first may have a mark too many.
    pub(super) fn go_back(&mut self, row: &Row) {
        let Some(line) = memchr(b'\n', &self.kept) else {
            return;
        };
        let back = row.bytes - (line as u64 + 1);
        if back == 0 || self.again + back > AGAIN.max(self.bytes.at()) {
            return;
        }
        if self.kept.len() as u64 == row.bytes {
            self.bytes.put_back(&self.kept[line + 1..]);
        } else if !self.bytes.go_to(row.at + line as u64 + 1).unwrap_or(false) {
            return;
        }
        self.again += back;
        self.line = row.line + 1;
    }

    fn cell(&mut self, cell: &mut Cell) -> io::Result<End> {
        let mut state = State::Begin;
        loop {
            let here = self.bytes.fill_buf()?;
            let Some(&first) = here.first() else {
                if state == State::Quoted {
                    cell.wrong = Some(Wrong::Marks("a quotation mark is not closed"));
                }
                cell.trim();
                return Ok(End::Over);
            };
            let (taken, next) = match state {
                State::Begin if first == b'"' => (1, State::Quoted),
                State::Begin => (0, State::Plain),
                State::Quoted => {
                    let end = memchr(b'"', here);
                    let text = &here[..end.unwrap_or(here.len())];
                    cell.push(text);
                    self.line += memchr_iter(b'\n', text).count() as u64;
                    let next = end.map_or(State::Quoted, |_| State::Closed);
                    (text.len() + usize::from(end.is_some()), next)
                }
                State::Closed if first == b'"' => {
                    cell.push(b"\"");
                    (1, State::Quoted)
                }
                State::Closed => {
                    cell.close(first, self.delimiter);
                    (0, State::Plain)
                }
                State::Plain => {
                    let end = memchr2(self.delimiter, b'\n', here);
                    cell.push(&here[..end.unwrap_or(here.len())]);
                    let ended = end.map(|end| here[end]);
                    let taken = end.map_or(here.len(), |end| end + 1);
                    self.take(taken);
                    match ended {
                        None => continue,
                        Some(b'\n') => {
                            self.line += 1;
                            cell.trim();
                            return Ok(End::Row);
                        }
                        Some(_) => return Ok(End::Cell),
                    }
                }
            };
            self.take(taken);
            state = next;
        }
    }

    /// Takes bytes, and keeps them for a while.
    fn take(&mut self, count: usize) {
        let room = KEPT - self.kept.len();
        self.kept
            .extend_from_slice(self.bytes.look(count.min(room)));
        self.bytes.consume(count);
    }
}

impl Cell {
    fn push(&mut self, bytes: &[u8]) {
        let Some(room) = self.room else { return };
        if bytes.len() as u64 > room {
            self.wrong = Some(Wrong::TooLarge);
            (self.bytes, self.room) = (Vec::new(), None);
            return;
        }
        self.room = Some(room - bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    /// Looks at what comes behind a closing mark.
    fn close(&mut self, next: u8, delimiter: u8) {
        if next != delimiter && !matches!(next, b'\r' | b'\n') {
            self.wrong = Some(Wrong::Marks("text behind a closing quotation mark"));
        }
    }

    /// Takes the first half of a line end away.
    fn trim(&mut self) {
        if self.bytes.last() == Some(&b'\r') {
            self.bytes.pop();
        }
    }
}
