//! Rows of cells, apart at commas, semicolons or tabs, in quotation marks where they hold such.

mod cells;

use std::ops::ControlFlow;

use memchr::memchr;

use super::members::reason_of;
use super::window::Window;
use super::{Context, Origin, Source};
use crate::capture::Form;
use crate::corpus::columns::Columns;
use crate::corpus::job::{Give, Held, Job, Reading, too_large};
use cells::{Row, Rows, Wrong};

/// Most bytes of a cell of the first row.
const HEADER_CELL: u64 = 1 << 12;
/// Most columns of which one may hold the text.
const COLUMNS: usize = 1 << 12;
/// What may stand between cells.
const DELIMITERS: &[u8] = b",;\t";

/// Gives a capture for each row behind the first, which names the columns.
pub(super) fn each_row(
    source: Source<'_>,
    delimiter: Option<u8>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let (origin, reading) = (source.origin, context.reading);
    let mut bytes = source.bytes;
    if bytes.look(3) == b"\xEF\xBB\xBF" {
        let _ = bytes.pass(3);
    }
    let delimiter = delimiter.unwrap_or_else(|| delimiter_of(bytes.look(super::HEAD)));
    let mut rows = Rows::new(bytes, delimiter);
    let head = match rows.next(|index| index < COLUMNS, HEADER_CELL) {
        Ok(None) => return ControlFlow::Continue(()),
        Ok(Some(row)) if row.wrong.is_none() => row,
        Ok(Some(_)) => return give(origin.failure_at(":1", "the row of column names is damaged")),
        Err(error) => return give(origin.failure(reason_of(&error))),
    };
    let names: Vec<String> = head
        .cells
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_owned())
        .collect();
    match Columns::among(&names, reading) {
        Ok(columns) => each_below(rows, (&columns, head.count), (&origin, reading), give),
        Err(reason) => give(origin.failure_at(":1", reason)),
    }
}

fn each_below(
    mut rows: Rows<'_>,
    (columns, count): (&Columns, usize),
    (origin, reading): (&Origin, &Reading),
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let is_wanted = |index: usize| index == columns.text || Some(index) == columns.id;
    // Behind a broken row, rows that do not fit are most likely parts of it.
    let mut lost = false;
    loop {
        let row = match rows.next(is_wanted, reading.max_bytes) {
            Ok(None) => return ControlFlow::Continue(()),
            Ok(Some(row)) => row,
            Err(error) => {
                let at = format!(":{}", rows.line());
                return give(origin.failure_at(&at, reason_of(&error)));
            }
        };
        if row.is_blank {
            continue;
        }
        let at = format!(":{}", row.line);
        let fits = row.wrong.is_none() && row.count == count;
        lost &= !fits;
        match &row.wrong {
            _ if lost => rows.go_back(&row),
            None if row.count <= columns.text => {
                let cells = row.count;
                let reason = format!("has {cells} of {count} cells; check its quotation marks");
                give(origin.failure_at(&at, reason))?;
            }
            None => give(held(row, columns, (origin, &at)))?,
            Some(Wrong::TooLarge) => give(origin.failure_at(&at, too_large(reading.max_bytes)))?,
            Some(Wrong::Marks(reason)) => {
                give(origin.failure_at(&at, *reason))?;
                lost = true;
                rows.go_back(&row);
            }
        }
    }
}

fn held(mut row: Row, columns: &Columns, (origin, at): (&Origin, &str)) -> Job {
    let id = columns.id.and_then(|id| row.cells.get(id));
    let id = id.map(|id| String::from_utf8_lossy(id).trim().to_owned());
    Job::Held(Held {
        id: id
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| format!("{}{at}", origin.id())),
        name: None,
        place: format!("{}{at}", origin.place),
        bytes: row.cells.swap_remove(columns.text),
        form: Form::Encoded(None),
        kind: crate::capture::Kind::Auto,
        damage: None,
    })
}

/// Tells whether the first line names two or more columns, one of them this one.
pub(super) fn has_column(head: &[u8], field: &str) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let Some(end) = memchr(b'\n', head) else {
        return false;
    };
    let mut rows = Rows::new(Window::of_stream(&head[..end]), delimiter_of(head));
    let row = rows.next(|_| true, HEADER_CELL);
    row.is_ok_and(|row| {
        row.is_some_and(|row| {
            row.count > 1
                && row.wrong.is_none()
                && row.cells.iter().any(|cell| cell == field.as_bytes())
        })
    })
}

/// Returns what stands between the cells of the first line most often.
fn delimiter_of(head: &[u8]) -> u8 {
    let line = &head[..memchr(b'\n', head).unwrap_or(head.len())];
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, line).count();
    let most = DELIMITERS.iter().rev().max_by_key(|byte| count(**byte));
    *most.expect("the list is not empty")
}
