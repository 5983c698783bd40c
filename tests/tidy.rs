//! The house rules that a test can hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{below, root};

/// Lines of a source file, at most: a file tells one story.
const SOURCE_LINES: usize = 400;
/// Lines of `ARCHITECTURE.md`, at most: it fits on a page.
const PAGE_LINES: usize = 70;
/// Folders of source.
const SOURCES: &[&str] = &["src", "tests", "benches", "xtask"];

#[test]
fn no_source_file_is_too_long() {
    for (path, text) in sources(SOURCES) {
        let lines = text.lines().count();
        assert!(
            lines <= SOURCE_LINES,
            "{} has {lines} lines: split it by what it tells",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_to_be_done_in_the_source() {
    for (path, text) in sources(&["src"]) {
        for unfinished in [
            "TODO",
            "FIXME",
            "XXX",
            "todo!",
            "unimplemented!",
            ".unwrap()",
            "dbg!",
        ] {
            let found = text.lines().position(|line| line.contains(unfinished));
            assert_eq!(found, None, "{unfinished} in {}", path.display());
        }
    }
}

#[test]
fn the_architecture_fits_on_a_page() {
    if let Ok(text) = fs::read_to_string(root("ARCHITECTURE.md")) {
        let lines = text.lines().count();
        assert!(lines <= PAGE_LINES, "ARCHITECTURE.md has {lines} lines");
    }
}

#[test]
fn no_file_names_a_place_on_the_machine_that_wrote_it() {
    let here = env!("CARGO_MANIFEST_DIR");
    let temporary = format!("\"/{}/", "tmp");
    let pages = below(&root("docs"), &["md"]).into_iter().chain(
        [
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "Cargo.toml",
            ".ci/run",
        ]
        .map(root),
    );
    let pages = pages.filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?)));
    for (path, text) in sources(SOURCES).into_iter().chain(pages) {
        for place in [here, &temporary] {
            assert!(!text.contains(place), "{} names {place}", path.display());
        }
    }
}

#[test]
fn every_rule_file_is_in_the_list() {
    let list = fs::read_to_string(root("src/rules.rs")).unwrap();
    for path in below(&root("src/rules"), &["rs"]) {
        let module = path.file_stem().unwrap().to_string_lossy();
        let helper = path.parent() != Some(&root("src/rules"));
        let listed = list.contains(&format!("mod {module};"));
        assert!(helper || listed, "{} is in no list", path.display());
    }
}

fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    };
    let files = |folder: &&str| below(Path::new(&root(folder)), &["rs"]);
    folders.iter().flat_map(files).map(read).collect()
}
