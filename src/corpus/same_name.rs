//! Two captures that would be written to one file.

use std::collections::HashMap;
use std::path::PathBuf;

use super::containers::sniff::unpacked;
use super::names::tidy_name;
use super::walk::Found;
use crate::error::Error;

/// A folder's own files `a`, `a.txt`, `a.gz` and `a.txt.zst` would share a name.
pub(super) fn check_neighbour(found: &Found, extension: &str) -> Result<(), Error> {
    let stem = unpacked(&found.path);
    let stem = match stem.extension() {
        Some(end) if end == "txt" => stem.with_extension(""),
        _ => stem.to_owned(),
    };
    // The commonest come last: each file looks only for those behind it.
    let names = [".gz", ".zst", ".txt.gz", ".txt.zst", "", ".txt"].map(|end| {
        let mut name = stem.clone().into_os_string();
        name.push(end);
        PathBuf::from(name)
    });
    let mut others = names
        .into_iter()
        .skip_while(|name| *name != found.path)
        .skip(1);
    match others.find(|name| name.is_file()) {
        None => Ok(()),
        Some(second) => Err(Error::SameName {
            first: found.path.clone(),
            second,
            output: output_name(found, extension),
        }),
    }
}

fn output_name(found: &Found, extension: &str) -> PathBuf {
    tidy_name(unpacked(&found.name), extension)
}

/// Two files given by name would share one below the output folder.
pub(super) fn check_given(
    found: &Found,
    extension: &str,
    given: &mut HashMap<PathBuf, PathBuf>,
) -> Result<(), Error> {
    let output = output_name(found, extension);
    match given.insert(output.clone(), found.path.clone()) {
        None => Ok(()),
        Some(first) => Err(Error::SameName {
            first,
            second: found.path.clone(),
            output,
        }),
    }
}
