//! How git merges decisions: line by line, both sides kept.

use std::fs;
use std::path::Path;

use undross::corpus::folder_of;

use crate::cli::out::say;

/// File that tells git how to treat files.
const ATTRIBUTES: &str = ".gitattributes";
/// What it says of the file of decisions.
const UNION: &str = "merge=union";

/// Lets git keep the lines of both sides of a new file of decisions, where it is in the care of git.
///
/// Nothing that is there already is changed; a line that is missing is told.
pub(super) fn care_for(decisions: &Path) {
    let folder = folder_of(decisions);
    let Ok(folder) = fs::canonicalize(folder) else {
        return;
    };
    let is_in_git = folder.ancestors().any(|above| above.join(".git").exists());
    let Some(name) = decisions.file_name().map(|name| name.to_string_lossy()) else {
        return;
    };
    if !is_in_git || decisions.exists() {
        return;
    }
    let (path, line) = (folder.join(ATTRIBUTES), format!("{name} {UNION}\n"));
    match fs::read_to_string(&path) {
        Ok(text) if text.contains(&*name) => {}
        Ok(_) => say(format_args!(
            "undross: add `{}` to {}, and git merges the decisions of two reviewers",
            line.trim(),
            path.display()
        )),
        Err(_) => {
            if fs::write(&path, line).is_ok() {
                say(format_args!(
                    "undross: wrote {}: git keeps the decisions of both sides of a merge",
                    path.display()
                ));
            }
        }
    }
}
