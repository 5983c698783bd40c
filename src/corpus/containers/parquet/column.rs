//! A column of a row group.

use parquet::basic::Type;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{AsBytes, DataType};
use parquet::errors::Result;
use parquet::schema::types::ColumnDescriptor;

/// Reads values one after another, as bytes.
pub(super) struct Column {
    reader: ColumnReader,
    /// Level of a value that is there.
    defined: i16,
}

/// Tells whether a column holds one value a row, of a kind that texts and names have.
pub(super) fn is_readable(column: &ColumnDescriptor) -> bool {
    let kind = matches!(
        column.physical_type(),
        Type::BYTE_ARRAY | Type::INT32 | Type::INT64
    );
    kind && column.max_rep_level() == 0 && column.path().parts().len() == 1
}

impl Column {
    pub(super) fn new(reader: ColumnReader, defined: i16) -> std::result::Result<Self, String> {
        Ok(Self { reader, defined })
    }

    /// Reads so many values, fewer at the end; `None` stands for a null.
    pub(super) fn next(&mut self, most: usize) -> Result<Vec<Option<Vec<u8>>>> {
        let defined = self.defined;
        match &mut self.reader {
            ColumnReader::ByteArrayColumnReader(reader) => {
                values(reader, defined, most, |value| value.as_bytes().to_vec())
            }
            ColumnReader::Int32ColumnReader(reader) => values(reader, defined, most, |value| {
                value.to_string().into_bytes()
            }),
            ColumnReader::Int64ColumnReader(reader) => values(reader, defined, most, |value| {
                value.to_string().into_bytes()
            }),
            _ => Ok(Vec::new()),
        }
    }
}

fn values<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    defined: i16,
    most: usize,
    bytes: impl Fn(&T::T) -> Vec<u8>,
) -> Result<Vec<Option<Vec<u8>>>> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    let (rows, _, _) = reader.read_records(most, Some(&mut levels), None, &mut values)?;
    if defined == 0 {
        return Ok(values.iter().map(|value| Some(bytes(value))).collect());
    }
    let mut values = values.iter();
    let levels = levels.iter().take(rows);
    Ok(levels
        .map(|level| {
            (*level == defined)
                .then(|| values.next().map(&bytes))
                .flatten()
        })
        .collect())
}
