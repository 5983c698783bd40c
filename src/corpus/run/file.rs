//! The file of a shard, in the form of the run.

#[cfg(feature = "parquet")]
use super::table::Table;
use super::{Folder, ShardForm};
use crate::corpus::folder::Stream;
use crate::error::Error;

/// A file that records are pushed to.
#[derive(Debug)]
pub(super) enum ShardFile {
    /// As they are pushed.
    Bytes(Stream),
    /// As columns.
    #[cfg(feature = "parquet")]
    Table(Box<Table>),
}

impl ShardFile {
    pub(super) fn new(folder: &Folder, form: ShardForm, shard: usize) -> Result<Self, Error> {
        let stream = folder.stream(&form.name(shard))?;
        match form {
            #[cfg(feature = "parquet")]
            ShardForm::Table => Table::new(stream).map(|table| Self::Table(Box::new(table))),
            _ => Ok(Self::Bytes(stream)),
        }
    }

    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match self {
            Self::Bytes(stream) => stream.push(bytes),
            #[cfg(feature = "parquet")]
            Self::Table(table) => table.push(bytes),
        }
    }

    /// Puts the file in its place, and returns its SHA-256.
    pub(super) fn finish(self) -> Result<String, Error> {
        match self {
            Self::Bytes(stream) => stream.finish(),
            #[cfg(feature = "parquet")]
            Self::Table(table) => table.finish(),
        }
    }
}
