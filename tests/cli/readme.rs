//! What the README shows is what comes out.

use std::fs;

use super::{Here, ran};
use crate::files::root;

#[test]
fn the_readme_shows_the_diff_of_a_seed() {
    let readme = fs::read_to_string(root("README.md")).unwrap();
    let command = "undross diff seeds/001_499e284fcbbf5ea4.txt";
    let shown = block(&readme, &format!("$ {command}\n"));
    let here = Here::with(&[]);
    let arguments = command.strip_prefix("undross ").unwrap();
    let ran = ran(here.command(arguments).current_dir(root("")));
    assert_eq!(shown, ran.ends(1).out);
}

#[test]
fn the_readme_shows_what_to_look_at_first() {
    let readme = fs::read_to_string(root("README.md")).unwrap();
    let shown = block(&readme, "```text\nlook at these first");
    let here = Here::with(&[]);
    let command = format!("clean seeds -o {}", here.path().join("tidy").display());
    let ran = ran(here.command(&command).current_dir(root("")));
    let (shown, rest) = shown.rsplit_once("  …").unwrap();
    assert_eq!(rest, "\n");
    assert!(ran.ends(0).err.contains(shown), "{shown}\n{}", ran.err);
}

/// Returns what stands in a code block behind these words.
fn block<'a>(page: &'a str, after: &str) -> &'a str {
    let start = page.find(after).unwrap() + after.len();
    let end = page[start..].find("```").unwrap();
    &page[start..start + end]
}
