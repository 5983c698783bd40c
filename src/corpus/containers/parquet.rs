//! Parquet: columns, row group by row group; only those of text and name are read.

mod column;

use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use parquet::column::reader::get_column_reader;
use parquet::file::metadata::{ColumnChunkMetaData, FileMetaData};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::serialized_reader::SerializedPageReader;

use super::members::reason_of;
use super::spool::spooled;
use super::{Context, Origin, Source};
use crate::capture::{Form, Kind};
use crate::corpus::columns::Columns;
use crate::corpus::job::{Give, Held, Job, too_large};
use column::{Column, is_readable};

/// Rows read at once.
const ROWS: usize = 64;

/// Most bytes of the head of a dictionary.
const DICTIONARY_HEAD: i64 = 100;
/// Names rows without a text where they are counted.
const NULL: &str = "rows whose text is null";

/// Gives a capture for each row.
pub(super) fn each_row(
    source: Source<'_>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let (origin, counter) = (source.origin, source.bytes.counter());
    let opened = spooled(source.bytes, context.reading.max_bytes)
        .map_err(|error| reason_of(&error))
        .and_then(|spooled| spooled.damage.map_or(Ok(spooled.bytes), Err))
        .and_then(|bytes| bytes.into_file().map_err(|_| "is no file".to_owned()))
        .and_then(|file| {
            let bytes = file.try_clone().map_err(|error| reason_of(&error))?;
            guarded(|| SerializedFileReader::new(file)).map(|file| (file, Arc::new(bytes)))
        });
    let table = match opened {
        Ok((file, bytes)) => Table {
            file,
            bytes,
            origin,
            context,
        },
        Err(reason) => return give(origin.failure(format!("its footer cannot be read: {reason}"))),
    };
    let (names, places) = table.columns();
    let columns = match Columns::among(&names, context.reading) {
        Ok(columns) => columns,
        Err(reason) => return give(table.origin.failure(reason)),
    };
    let wanted = (places[columns.text], columns.id.map(|id| places[id]));
    let mut row = 0;
    for group in 0..table.file.num_row_groups() {
        table.each_in_group(group, row, wanted, give)?;
        let group = table.file.metadata().row_group(group);
        row += u64::try_from(group.num_rows()).unwrap_or(0);
        // All columns count, as the rest of the file is passed over.
        let bytes = u64::try_from(group.compressed_size()).unwrap_or(0);
        counter.inspect(|counter| {
            counter.fetch_add(bytes, Ordering::Relaxed);
        });
    }
    ControlFlow::Continue(())
}

struct Table<'c> {
    file: SerializedFileReader<File>,
    bytes: Arc<File>,
    origin: Origin,
    context: Context<'c>,
}

impl Table<'_> {
    /// Lists columns that can be read, with their numbers.
    fn columns(&self) -> (Vec<String>, Vec<usize>) {
        let schema = self.file.metadata().file_metadata().schema_descr();
        let columns = schema.columns().iter().enumerate();
        columns
            .filter(|(_, column)| is_readable(column))
            .map(|(place, column)| (column.name().to_owned(), place))
            .unzip()
    }

    /// Gives the rows of one group; `before` rows stand before it.
    fn each_in_group(
        &self,
        group: usize,
        before: u64,
        (text, id): (usize, Option<usize>),
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        let rows = self.file.metadata().row_group(group).num_rows();
        let rows = u64::try_from(rows).unwrap_or(0);
        let mut read = 0;
        let opened = self.column(group, text).and_then(|text| {
            let id = id.map(|id| self.column(group, id)).transpose()?;
            Ok((text, id))
        });
        let failed = match opened {
            Err(reason) => Some(reason),
            Ok((mut text, mut id)) => loop {
                if read >= rows {
                    break None;
                }
                let most = usize::try_from(rows - read).map_or(ROWS, |left| left.min(ROWS));
                let texts = guarded(|| text.next(most));
                let ids = id.as_mut().map(|id| guarded(|| id.next(most))).transpose();
                let (texts, ids) = match (texts, ids) {
                    (Ok(texts), Ok(ids)) if !texts.is_empty() => (texts, ids.unwrap_or_default()),
                    (Ok(_), Ok(_)) => break Some("ends before its last row".to_owned()),
                    (Err(reason), _) | (_, Err(reason)) => break Some(reason),
                };
                let mut ids = ids.into_iter();
                for text in texts {
                    read += 1;
                    let id = ids
                        .next()
                        .flatten()
                        .map(|id| String::from_utf8_lossy(&id).into_owned());
                    self.give(before + read, text, id, give)?;
                }
            },
        };
        failed.map_or(ControlFlow::Continue(()), |reason| {
            let reason = format!("{reason}; {read} of its {rows} rows were read");
            give(
                self.origin
                    .failure_at(&format!(": row group {}", group + 1), reason),
            )
        })
    }

    fn column(&self, group: usize, place: usize) -> Result<Column, String> {
        let metadata = self.file.metadata();
        let (schema, rows) = (
            metadata.file_metadata().schema_descr(),
            metadata.row_group(group),
        );
        let chunk = whole_chunk(metadata.file_metadata(), rows.column(place));
        let count = usize::try_from(rows.num_rows()).unwrap_or(0);
        let descriptor = schema.column(place);
        let level = descriptor.max_def_level();
        guarded(|| {
            let pages = SerializedPageReader::new(Arc::clone(&self.bytes), &chunk, count, None)?;
            Ok(get_column_reader(descriptor, Box::new(pages)))
        })
        .and_then(|reader| Column::new(reader, level))
    }

    fn give(
        &self,
        row: u64,
        text: Option<Vec<u8>>,
        id: Option<String>,
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        let at = format!(":{row}");
        let max_bytes = self.context.reading.max_bytes;
        let Some(bytes) = text else {
            self.context.skipped.count(NULL);
            return ControlFlow::Continue(());
        };
        if bytes.len() as u64 > max_bytes {
            return give(self.origin.failure_at(&at, too_large(max_bytes)));
        }
        let id = id.filter(|id| !id.is_empty());
        give(Job::Held(Held {
            id: id.unwrap_or_else(|| format!("{}{at}", self.origin.id())),
            name: None,
            place: format!("{}{at}", self.origin.place),
            bytes,
            form: Form::Encoded(None),
            kind: Kind::Auto,
            damage: None,
        }))
    }
}

/// Returns what the footer says of a column in a group, with a size that holds all of it.
///
/// The first versions of parquet-mr did not count the head of the dictionary. What is read too much is behind the last
/// row, and not looked at.
///
/// Source: PARQUET-816, and the reader of Arrow in C++.
fn whole_chunk(file: &FileMetaData, chunk: &ColumnChunkMetaData) -> ColumnChunkMetaData {
    let of_old = file.created_by().is_some_and(is_old);
    let uncounted = if of_old { DICTIONARY_HEAD } else { 0 };
    let size = chunk.compressed_size().saturating_add(uncounted);
    let builder = chunk.clone().into_builder();
    let whole = builder.set_total_compressed_size(size).build();
    whole.unwrap_or_else(|_| chunk.clone())
}

/// Tells whether a writer is parquet-mr before 1.2.9; the oldest do not name their version.
fn is_old(writer: &str) -> bool {
    let Some(rest) = writer.strip_prefix("parquet-mr") else {
        return false;
    };
    let version = rest.trim_start().strip_prefix("version ").unwrap_or("");
    let mut numbers = version.split(|byte: char| !byte.is_ascii_digit());
    let mut next = || {
        numbers
            .next()
            .and_then(|number| number.parse().ok())
            .unwrap_or(0_u32)
    };
    (next(), next(), next()) < (1, 2, 9)
}

/// Turns a panic over damaged data into an error.
fn guarded<T>(read: impl FnOnce() -> parquet::errors::Result<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read.map_err(|error| format!("is damaged: {}", first_line(&error.to_string()))),
        Err(_) => Err("is damaged".to_owned()),
    }
}

fn first_line(text: &str) -> &str {
    text.lines()
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
}
