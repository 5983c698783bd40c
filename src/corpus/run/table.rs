//! Shards as Parquet: the records, a column a field, removals and rewrites nested.

use std::io;
use std::sync::Arc;

use arrow_json::ReaderBuilder;
use arrow_json::reader::Decoder;
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use crate::corpus::folder::Stream;
use crate::error::Error;

/// Rows that are turned into columns at once.
const ROWS: usize = 1024;
/// Bytes of encoded columns after which a row group is written.
const GROUP: usize = 64 << 20;

/// A file of columns that is being written.
pub(super) struct Table {
    rows: Decoder,
    columns: ArrowWriter<Stream>,
}

impl Table {
    /// Begins a table in a file.
    pub(super) fn new(file: Stream) -> Result<Self, Error> {
        let schema = schema();
        let zstd = Compression::ZSTD(ZstdLevel::default());
        let properties = WriterProperties::builder().set_compression(zstd).build();
        let path = file.path().to_owned();
        let at = |error: io::Error| Error::write(&path, error);
        let rows = ReaderBuilder::new(Arc::clone(&schema))
            .with_batch_size(ROWS)
            .with_strict_mode(true)
            .build_decoder()
            .map_err(|error| at(io::Error::other(error)))?;
        let columns = ArrowWriter::try_new(file, schema, Some(properties));
        let columns = columns.map_err(|error| at(io::Error::other(error)))?;
        Ok(Self { rows, columns })
    }

    /// Appends records, each a line of JSON.
    pub(super) fn push(&mut self, mut lines: &[u8]) -> Result<(), Error> {
        while !lines.is_empty() {
            let read = self.rows.decode(lines).map_err(io::Error::other);
            lines = &lines[read.map_err(|error| self.failed(error))?..];
            if !lines.is_empty() || !self.rows.has_partial_record() {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Puts the file in its place, and returns its SHA-256.
    pub(super) fn finish(mut self) -> Result<String, Error> {
        self.flush()?;
        let path = self.columns.inner().path().to_owned();
        let file = self.columns.into_inner();
        file.map_err(|error| Error::write(path, unpacked(error)))?
            .finish()
    }

    fn flush(&mut self) -> Result<(), Error> {
        let batch = self.rows.flush().map_err(io::Error::other);
        let batch = batch.map_err(|error| self.failed(error))?;
        let Some(batch) = batch else {
            return Ok(());
        };
        let mut written = self.columns.write(&batch);
        if written.is_ok() && self.columns.in_progress_size() >= GROUP {
            written = self.columns.flush();
        }
        written.map_err(|error| self.failed(unpacked(error)))
    }

    fn failed(&self, error: io::Error) -> Error {
        Error::write(self.columns.inner().path(), error)
    }
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table")
            .field("path", &self.columns.inner().path())
            .finish_non_exhaustive()
    }
}

/// Finds the error of the system in one of the library's.
fn unpacked(error: parquet::errors::ParquetError) -> io::Error {
    match error {
        parquet::errors::ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

/// The fields of [`crate::record::Record`].
fn schema() -> SchemaRef {
    let mut fields = vec![text("id"), text("sha256")];
    fields.extend(["bytes", "page_bytes"].map(number));
    fields.extend(["kind", "encoding", "encoding_from", "status"].map(text));
    fields.extend(
        [
            "reason",
            "title",
            "author",
            "date",
            "site",
            "language",
            "url",
            "description",
        ]
        .map(text),
    );
    fields.extend([
        map("stated_in"),
        text("of_site"),
        Field::new("confidence", DataType::Float32, true),
        list("removals", removal()),
        list("nearly", removal()),
        list("rewrites", rewrite()),
    ]);
    fields.extend(["undross", "plan", "text"].map(text));
    Arc::new(Schema::new(fields))
}

fn removal() -> DataType {
    let range = DataType::List(Arc::new(item(DataType::UInt64)));
    structure([
        number("start"),
        number("end"),
        list("rules", DataType::Utf8),
        text("strength"),
        text("reason"),
        list("raw", range),
        Field::new("score", DataType::Float32, true),
        list("because", DataType::Utf8),
        text("text"),
    ])
}

fn rewrite() -> DataType {
    let edit = structure([number("start"), number("end"), text("was"), text("now")]);
    structure([text("pass"), list("edits", edit)])
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

fn number(name: &str) -> Field {
    Field::new(name, DataType::UInt64, true)
}

fn list(name: &str, of: DataType) -> Field {
    Field::new(name, DataType::List(Arc::new(item(of))), true)
}

fn item(of: DataType) -> Field {
    Field::new("item", of, true)
}

fn structure<const N: usize>(fields: [Field; N]) -> DataType {
    DataType::Struct(Fields::from(fields.to_vec()))
}

fn map(name: &str) -> Field {
    let entries = structure([
        Field::new("key", DataType::Utf8, false),
        Field::new("value", DataType::Utf8, true),
    ]);
    let entries = Field::new("entries", entries, false);
    Field::new(name, DataType::Map(Arc::new(entries), false), true)
}
