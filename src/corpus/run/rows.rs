//! Shards as Parquet, read back: the records again, each a line of JSON.

use std::fs::File;
use std::io::{self, BufRead, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_json::LineDelimitedWriter;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

/// Rows that are turned into lines at once.
const ROWS: usize = 256;

/// The rows of a table as lines of JSON.
struct Rows {
    batches: ParquetRecordBatchReader,
    lines: Cursor<Vec<u8>>,
}

/// Opens a table of records.
///
/// # Errors
///
/// The file is no table.
pub fn rows_of(file: File) -> io::Result<Box<dyn BufRead>> {
    let batches = guarded(|| {
        let table = ParquetRecordBatchReaderBuilder::try_new(file)?;
        table.with_batch_size(ROWS).build()
    })?;
    Ok(Box::new(Rows {
        batches,
        lines: Cursor::default(),
    }))
}

impl Rows {
    /// Turns the next rows into lines; none where all are read.
    fn next_lines(&mut self) -> io::Result<Option<Vec<u8>>> {
        let batches = &mut self.batches;
        guarded(|| {
            let Some(batch) = batches.next().transpose()? else {
                return Ok(None);
            };
            let mut lines = LineDelimitedWriter::new(Vec::new());
            lines.write(&batch)?;
            lines.finish()?;
            Ok::<_, parquet::errors::ParquetError>(Some(lines.into_inner()))
        })
    }
}

impl Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Rows {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.lines.fill_buf()?.is_empty() {
            match self.next_lines()? {
                Some(lines) => self.lines = Cursor::new(lines),
                None => break,
            }
        }
        self.lines.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.lines.consume(bytes);
    }
}

/// Calls the library, which panics on some damaged files.
fn guarded<T, E: std::error::Error + Send + Sync + 'static>(
    call: impl FnOnce() -> Result<T, E>,
) -> io::Result<T> {
    let called = catch_unwind(AssertUnwindSafe(call));
    let called = called.map_err(|_| io::Error::other("the table is damaged"))?;
    called.map_err(io::Error::other)
}
