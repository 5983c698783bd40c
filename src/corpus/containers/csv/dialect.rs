//! How a table is written, told by its first lines.

use memchr::{memchr_iter, memchr2};

/// What may stand between cells, the likeliest first.
const DELIMITERS: &[u8] = b",;\t|";
/// What Excel takes for the delimiter, if the first line says it.
const SEP: &[u8] = b"sep=";

/// A way to write a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Bytes in front of the first row: a line that only names the delimiter.
    pub(super) before: usize,
    pub(super) delimiter: u8,
    /// A carriage return ends a row.
    pub(super) returns: bool,
    /// A backslash before a quotation mark says that the cell goes on, as programs around Hadoop write it.
    pub(super) slashes: bool,
    /// Spaces may stand before the quotation mark that opens a cell.
    pub(super) spaces: bool,
}

/// What a row has that other ways to write would read otherwise.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) slashes: bool,
    pub(super) spaces: bool,
}

impl Dialect {
    /// Looks at the first bytes; the delimiter is given where it is known.
    pub(super) fn of(head: &[u8], delimiter: Option<u8>) -> Self {
        let named = named(first_line(head));
        let before = named.map_or(0, |_| {
            let line = first_line(head).len();
            line + if head[line..].starts_with(b"\r\n") {
                2
            } else {
                1
            }
        });
        let rest = head.get(before..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let rest = &rest[blank.count()..];
        let line = first_line(rest);
        let delimiter = named.or(delimiter).unwrap_or_else(|| most_of(line));
        Self {
            before,
            delimiter,
            returns: rest.get(line.len()) == Some(&b'\r')
                && rest.get(line.len() + 1) != Some(&b'\n'),
            slashes: false,
            spaces: line.windows(2).any(|pair| pair == [delimiter, b' ']),
        }
    }

    /// Lists the other ways in which a row may be meant.
    pub(super) fn others(self, seen: Seen) -> impl Iterator<Item = Self> {
        let turned = [(true, false), (false, true), (true, true)].into_iter();
        turned
            .filter(move |(slashes, spaces)| (!slashes || seen.slashes) && (!spaces || seen.spaces))
            .map(move |(slashes, spaces)| Self {
                slashes: self.slashes ^ slashes,
                spaces: self.spaces ^ spaces,
                ..self
            })
    }

    pub(super) const fn ends_row(self, byte: u8) -> bool {
        byte == b'\n' || (byte == b'\r' && self.returns)
    }
}

/// Returns the first line; line ends within quotation marks are in it.
fn first_line(head: &[u8]) -> &[u8] {
    let mut is_quoted = false;
    let end = head.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        !is_quoted && matches!(byte, b'\n' | b'\r')
    });
    &head[..end.unwrap_or(head.len())]
}

/// Returns the delimiter that a line names and nothing else.
fn named(line: &[u8]) -> Option<u8> {
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    let (sep, delimiter) = line.split_at_checked(SEP.len())?;
    match (sep.eq_ignore_ascii_case(SEP), delimiter) {
        (true, [delimiter]) => Some(*delimiter),
        _ => None,
    }
}

/// Returns what stands between the cells of a line most often, outside of quotation marks.
fn most_of(line: &[u8]) -> u8 {
    let outside: Vec<u8> = line
        .split(|byte| *byte == b'"')
        .step_by(2)
        .flatten()
        .copied()
        .collect();
    let count = |delimiter: u8| memchr_iter(delimiter, &outside).count();
    let most = DELIMITERS.iter().rev().max_by_key(|byte| count(**byte));
    *most.expect("the list is not empty")
}

/// Finds the first byte that ends a cell outside of quotation marks, or its row.
pub(super) fn end_of_cell(dialect: Dialect, bytes: &[u8]) -> Option<usize> {
    match dialect.returns {
        true => memchr::memchr3(dialect.delimiter, b'\n', b'\r', bytes),
        false => memchr2(dialect.delimiter, b'\n', bytes),
    }
}
