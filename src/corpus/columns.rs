//! Which column of a table holds the text, and which the name; fields of JSON objects that hold texts have the same names.

use super::job::Reading;

/// Names of columns and fields that hold texts, the likeliest first.
const TEXTS: &[&str] = &[
    "text",
    "html",
    "content",
    "raw_content",
    "body",
    "raw_html",
    "article",
    "document",
    "page",
    "maintext",
    "markdown",
];
/// Names of columns that name a capture, the likeliest first.
const IDS: &[&str] = &[
    "id",
    "url",
    "uri",
    "warc_record_id",
    "doc_id",
    "uuid",
    "name",
];
/// Most names of other columns that a message lists.
const NAMED: usize = 8;

/// The columns that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) text: usize,
    pub(super) id: Option<usize>,
}

impl Columns {
    /// Finds the columns by the names that were given, or by those that are common.
    ///
    /// # Errors
    ///
    /// There is no such column; the message names those that there are.
    pub(super) fn among(names: &[String], reading: &Reading) -> Result<Self, String> {
        let exact = |wanted: &str| names.iter().position(|name| name == wanted);
        let text = match &reading.field {
            Some(field) => exact(field),
            None => text_among(names),
        };
        let id = match &reading.id_field {
            Some(field) => exact(field),
            None => first_of(IDS, names),
        };
        match text {
            Some(text) => Ok(Self {
                text,
                id: id.filter(|id| *id != text),
            }),
            None => Err(no_column(names, reading.field())),
        }
    }
}

/// Finds the name that is most likely that of the text.
pub(super) fn text_among(names: &[String]) -> Option<usize> {
    first_of(TEXTS, names)
}

fn first_of(common: &[&str], names: &[String]) -> Option<usize> {
    let same = |common: &&str| {
        let mut names = names.iter();
        names.position(|name| name.eq_ignore_ascii_case(common))
    };
    common.iter().find_map(same)
}

fn no_column(names: &[String], field: &str) -> String {
    let others: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let others = others.join(", ");
    format!("no column `{field}`; name the column that holds the text with --field, of: {others}")
}
