//! The block of a record, with what is wrong with it.

/// How every record begins.
pub(super) const MAGIC: &[u8] = b"WARC/";

/// The block of a record, and what is wrong with it.
pub(super) struct Block {
    /// As far as it can be read, if it was.
    pub(super) bytes: Option<Vec<u8>>,
    pub(super) wrong: Option<String>,
}

impl Block {
    pub(super) const fn good(bytes: Vec<u8>) -> Self {
        Self {
            bytes: Some(bytes),
            wrong: None,
        }
    }

    pub(super) const fn lost(reason: String) -> Self {
        Self {
            bytes: None,
            wrong: Some(reason),
        }
    }

    /// One whose end is missing, or in doubt.
    pub(super) fn damaged(bytes: Vec<u8>, reason: String) -> Self {
        Self {
            bytes: Some(bytes).filter(|bytes| !bytes.is_empty()),
            wrong: Some(reason),
        }
    }

    /// One that ends where the next record begins, and not where its length says.
    pub(super) fn cut(mut bytes: Vec<u8>, next: usize, length: u64) -> Self {
        bytes.truncate(next);
        for end in [b"\r\n", b"\r\n"] {
            let shorter = bytes.strip_suffix(end).map(<[u8]>::len);
            bytes.truncate(shorter.unwrap_or(bytes.len()));
        }
        let wrong = format!(
            "its Content-Length of {length} does not fit: the next record begins behind {} bytes",
            bytes.len()
        );
        Self::damaged(bytes, wrong)
    }

    pub(super) fn cut_at_end(bytes: Vec<u8>, length: u64) -> Self {
        let wrong = format!("its Content-Length of {length} does not fit, and no record follows");
        Self::damaged(bytes, wrong)
    }
}

/// Finds the begin of a record behind a line end.
pub(super) fn next_in(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(bytes, b"\nWARC/")
        .map(|at| at + 1)
        .find(|&at| is_begin(&bytes[at..bytes.len().min(at + MAGIC.len() + 2)]))
}

pub(super) fn is_begin(bytes: &[u8]) -> bool {
    matches!(bytes.strip_prefix(MAGIC), Some([b'0' | b'1', b'.', ..]))
}
