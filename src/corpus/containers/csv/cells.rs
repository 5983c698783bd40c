//! From bytes to rows, with no more in memory than is wanted.

use std::io::{self, BufRead};

use memchr::{memchr, memchr2};

use super::dialect::{Dialect, Seen, end_of_cell};
use crate::corpus::containers::sniff::HEAD;
use crate::corpus::containers::window::Window;

/// Bytes of a row that are kept to be read once more, where its quotation marks turn out to be wrong.
const KEPT: usize = 1 << 20;
/// Bytes that may be read twice because of such rows, before each has to pay for itself.
const AGAIN: u64 = 1 << 24;

/// Bytes in which spaces before a quotation mark are looked for.
const SPACES: usize = 64;

/// The rows of some bytes.
pub(super) struct Rows<'r> {
    bytes: Window<'r>,
    dialect: Dialect,
    line: u64,
    kept: Vec<u8>,
    again: u64,
    /// Whether a row may be read no further than it is kept.
    is_trial: bool,
}

/// A row; cells that are not wanted are empty.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Vec<u8>>,
    pub(super) count: usize,
    /// Cells up to the last that is not blank.
    pub(super) filled: usize,
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) wrong: Option<Wrong>,
    /// Nothing but a line end.
    pub(super) is_blank: bool,
    seen: Seen,
    at: u64,
    bytes: u64,
}

impl Row {
    /// Tells whether it has so many cells, and nothing is wrong with them.
    pub(super) const fn fits(&self, count: usize) -> bool {
        self.wrong.is_none() && self.count == count
    }
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
    Plain,
    Quoted,
    /// Behind a backslash in a quoted cell.
    Slash,
    Closed,
}

/// A cell under way.
struct Cell {
    bytes: Vec<u8>,
    /// Bytes that may still be added; none where it is not wanted.
    room: Option<u64>,
    wrong: Option<Wrong>,
    seen: Seen,
    is_filled: bool,
    last: u8,
}

impl<'r> Rows<'r> {
    /// Begins with the first row; `dialect` is told by the first bytes.
    pub(super) fn new(mut bytes: Window<'r>, dialect: impl FnOnce(&[u8]) -> Dialect) -> Self {
        let dialect = dialect(bytes.look(HEAD));
        // What goes wrong here goes wrong once more with the first row.
        let _ = bytes.pass(dialect.before as u64);
        Self {
            bytes,
            dialect,
            line: 1 + u64::from(dialect.before > 0),
            kept: Vec::new(),
            again: 0,
            is_trial: false,
        }
    }

    /// Returns the line that comes next.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// Reads the next row as it is meant: in another way where it has not so many cells as it should.
    pub(super) fn next_of(
        &mut self,
        count: usize,
        is_wanted: impl Fn(usize) -> bool,
        most: u64,
    ) -> io::Result<Option<Row>> {
        let Some(row) = self.next(&is_wanted, most)? else {
            return Ok(None);
        };
        let meant = self.dialect;
        if row.fits(count) || row.is_blank {
            return Ok(Some(row));
        }
        for other in meant.others(row.seen) {
            if !self.rewind(row.at, row.line)? {
                return Ok(Some(row));
            }
            self.dialect = other;
            self.is_trial = self.bytes.file().is_none();
            let tried = self.next(&is_wanted, most);
            self.is_trial = false;
            let tried = tried?;
            if tried.as_ref().is_some_and(|tried| tried.fits(count)) {
                return Ok(tried);
            }
        }
        self.dialect = meant;
        match self.bytes.at() == row.at + row.bytes {
            true => Ok(Some(row)),
            false => {
                self.rewind(row.at, row.line)?;
                self.next(is_wanted, most)
            }
        }
    }

    /// Goes back to the start of the row that was read last, where that can be paid for.
    fn rewind(&mut self, at: u64, line: u64) -> io::Result<bool> {
        let back = self.bytes.at() - at;
        if self.again + back > AGAIN.max(self.bytes.at()) {
            return Ok(false);
        }
        if self.kept.len() as u64 == back {
            self.bytes.put_back(&self.kept);
        } else if !self.bytes.go_to(at)? {
            return Ok(false);
        }
        self.again += back;
        self.line = line;
        Ok(true)
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
                seen: Seen::default(),
                is_filled: false,
                last: 0,
            };
            let end = self.cell(&mut cell)?;
            row.count += 1;
            // Cells that nobody wants take no memory, however many they are.
            if is_wanted(row.count - 1) {
                row.cells.resize(row.count - 1, Vec::new());
                row.cells.push(cell.bytes);
            }
            if cell.is_filled {
                row.filled = row.count;
            }
            row.seen.slashes |= cell.seen.slashes;
            row.seen.spaces |= cell.seen.spaces;
            row.wrong = row.wrong.or(cell.wrong);
            if end != End::Cell {
                row.bytes = self.bytes.at() - row.at;
                row.is_blank = matches!(&self.kept[..], b"\n" | b"\r\n" | b"\r");
                return Ok(Some(row));
            }
        }
    }

    /// Goes back to the second line of a row, where that can be paid for: the first may have a mark too many.
    pub(super) fn go_back(&mut self, row: &Row) {
        let dialect = self.dialect;
        let Some(line) = self.kept.iter().position(|byte| dialect.ends_row(*byte)) else {
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
        let mut state = self.begin(cell);
        let dialect = self.dialect;
        loop {
            let room = KEPT - self.kept.len();
            let most = if self.is_trial { room } else { usize::MAX };
            let here = self.bytes.fill_buf()?;
            let here = &here[..here.len().min(most)];
            let Some(&first) = here.first() else {
                cell.end(state == State::Quoted || most == 0);
                return Ok(End::Over);
            };
            let (taken, next) = match state {
                State::Quoted => {
                    let (text, next) = quoted(here, dialect);
                    cell.push(text);
                    self.line += text.iter().filter(|byte| dialect.ends_row(**byte)).count() as u64;
                    cell.seen.slashes |= next == State::Closed && cell.last == b'\\';
                    (text.len() + usize::from(next != State::Quoted), next)
                }
                State::Slash => {
                    cell.seen.slashes |= first == b'"';
                    // Any other escape stays as it is written.
                    cell.push(if first == b'"' { b"" } else { b"\\" });
                    cell.push(&[first]);
                    (1, State::Quoted)
                }
                State::Closed if first == b'"' => {
                    cell.push(b"\"");
                    (1, State::Quoted)
                }
                State::Closed if first == b' ' && dialect.spaces => (1, State::Closed),
                State::Closed => {
                    cell.close(first, dialect.delimiter);
                    (0, State::Plain)
                }
                State::Plain => {
                    let end = end_of_cell(dialect, here);
                    cell.push(&here[..end.unwrap_or(here.len())]);
                    let ended = end.map(|end| here[end]);
                    let taken = end.map_or(here.len(), |end| end + 1);
                    self.take(taken);
                    match ended {
                        None => continue,
                        Some(end) if dialect.ends_row(end) => {
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

    /// Takes the mark that opens a cell, if one does.
    fn begin(&mut self, cell: &mut Cell) -> State {
        let here = self.bytes.look(SPACES);
        let spaces = here.iter().take_while(|byte| **byte == b' ').count();
        let opens = here.get(spaces) == Some(&b'"');
        cell.seen.spaces = opens && spaces > 0;
        if !opens || (spaces > 0 && !self.dialect.spaces) {
            return State::Plain;
        }
        self.take(spaces + 1);
        State::Quoted
    }

    /// Takes bytes, and keeps them for a while.
    fn take(&mut self, count: usize) {
        let room = KEPT - self.kept.len();
        self.kept
            .extend_from_slice(self.bytes.look(count.min(room)));
        self.bytes.consume(count);
    }
}

/// Splits off what stands before the next mark of a quoted cell; tells what the mark is.
fn quoted(here: &[u8], dialect: Dialect) -> (&[u8], State) {
    let end = match dialect.slashes {
        true => memchr2(b'"', b'\\', here),
        false => memchr(b'"', here),
    };
    let next = match end.map(|end| here[end]) {
        None => State::Quoted,
        Some(b'"') => State::Closed,
        Some(_) => State::Slash,
    };
    (&here[..end.unwrap_or(here.len())], next)
}

impl Cell {
    fn push(&mut self, bytes: &[u8]) {
        self.last = bytes.last().copied().unwrap_or(self.last);
        self.is_filled = self.is_filled || !bytes.trim_ascii().is_empty();
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

    /// Ends where the file does, or what is kept for a trial.
    fn end(&mut self, is_open: bool) {
        if is_open {
            self.wrong = Some(Wrong::Marks("a quotation mark is not closed"));
        }
        self.trim();
    }

    /// Takes the first half of a line end away.
    fn trim(&mut self) {
        if self.bytes.last() == Some(&b'\r') {
            self.bytes.pop();
        }
    }
}
