//! Rows of cells, apart at commas, semicolons or tabs, in quotation marks where they hold such.

mod cells;
mod dialect;

use std::ops::ControlFlow;

use memchr::memchr2;

use super::members::reason_of;
use super::window::Window;
use super::{Context, Origin, Source};
use crate::corpus::columns::Columns;
use crate::corpus::job::{Give, Held, Job, Reading, too_large};
use crate::decode::decode;
use cells::{Row, Rows, Wrong};
use dialect::Dialect;

/// Most bytes of a cell of the first row.
const HEADER_CELL: u64 = 1 << 12;
/// Most columns of which one may hold the text.
const COLUMNS: usize = 1 << 12;

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
    let mut rows = Rows::new(bytes, |head| Dialect::of(head, delimiter));
    let mut head = rows.next(|index| index < COLUMNS, HEADER_CELL);
    while matches!(&head, Ok(Some(row)) if row.is_blank) {
        head = rows.next(|index| index < COLUMNS, HEADER_CELL);
    }
    let head = match head {
        Ok(None) => return ControlFlow::Continue(()),
        Ok(Some(row)) if row.wrong.is_none() => row,
        Ok(Some(_)) => return give(origin.failure_at(":1", "the row of column names is damaged")),
        Err(error) => return give(origin.failure(reason_of(&error))),
    };
    let names: Vec<String> = head
        .cells
        .iter()
        .map(|name| decode(name, None).text.trim().to_owned())
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
        let row = match rows.next_of(count, is_wanted, reading.max_bytes) {
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
        lost &= !row.fits(count);
        match &row.wrong {
            _ if lost => rows.go_back(&row),
            None if row.count <= columns.text => {
                let cells = row.count;
                let reason = format!("has {cells} of {count} cells; check its quotation marks");
                give(origin.failure_at(&at, reason))?;
            }
            None if row.filled > count => {
                let cells = row.filled;
                let reason = format!(
                    "has {cells} cells where the first row names {count}, so its text may be cut; \
                     put texts in quotation marks"
                );
                give(origin.failure_at(&at, reason))?;
            }
            None => give(held(row, (columns, count), (origin, &at)))?,
            Some(Wrong::TooLarge) => give(origin.failure_at(&at, too_large(reading.max_bytes)))?,
            Some(Wrong::Marks(reason)) => {
                give(origin.failure_at(&at, *reason))?;
                lost = true;
                rows.go_back(&row);
            }
        }
    }
}

fn held(mut row: Row, (columns, count): (&Columns, usize), (origin, at): (&Origin, &str)) -> Job {
    let id = columns.id.and_then(|id| row.cells.get(id));
    let id = id.map(|id| decode(id, None).text.trim().to_owned());
    let cells = row.count;
    let damage = (cells < count).then(|| {
        format!("the row has {cells} cells where the first row names {count}: its text may be cut")
    });
    Job::Held(Held {
        id: id
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| format!("{}{at}", origin.id())),
        name: None,
        place: format!("{}{at}", origin.place),
        bytes: row.cells.swap_remove(columns.text),
        form: origin.form(),
        kind: crate::capture::Kind::Auto,
        damage,
    })
}

/// Tells whether the first line names two or more columns, one of them this one.
pub(super) fn has_column(head: &[u8], field: &str) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if memchr2(b'\n', b'\r', head).is_none() {
        return false;
    }
    let mut rows = Rows::new(Window::of_stream(head), |head| Dialect::of(head, None));
    let row = rows.next(|index| index < COLUMNS, HEADER_CELL);
    row.is_ok_and(|row| {
        row.is_some_and(|row| {
            row.count > 1
                && row.wrong.is_none()
                && row
                    .cells
                    .iter()
                    .any(|cell| cell.trim_ascii() == field.as_bytes())
        })
    })
}
