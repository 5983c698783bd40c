//! Two captures that would be written to one file.

use std::collections::HashMap;
use std::path::PathBuf;

use super::inputs::Found;
use super::names::tidy_name;
use crate::error::Error;

/// A folder's own files `a` and `a.txt` would share a name.
pub(super) fn check_neighbour(found: &Found, extension: &str) -> Result<(), Error> {
    if found.path.extension().is_some_and(|end| end == "txt") {
        return Ok(());
    }
    let neighbour = tidy_name(&found.path, "txt");
    if !neighbour.is_file() {
        return Ok(());
    }
    Err(Error::SameName {
        first: found.path.clone(),
        second: neighbour,
        output: tidy_name(&found.name, extension),
    })
}

/// Two files given by name would share one below the output folder.
pub(super) fn check_given(
    found: &Found,
    extension: &str,
    given: &mut HashMap<PathBuf, PathBuf>,
) -> Result<(), Error> {
    let output = tidy_name(&found.name, extension);
    match given.insert(output.clone(), found.path.clone()) {
        None => Ok(()),
        Some(first) => Err(Error::SameName {
            first,
            second: found.path.clone(),
            output,
        }),
    }
}
