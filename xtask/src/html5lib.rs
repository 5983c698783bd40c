//! `cargo xtask html5lib`: holds the tokenizer to the cases of html5lib-tests.

mod case;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use crate::shell;
use case::Verdict;

pub(crate) const ARGUMENTS: &str = "[--gold DIR]";

/// Failures of a file that are printed in full.
const SHOWN: usize = 5;

/// What became of the cases of one file.
#[derive(Default)]
struct Count {
    passed: usize,
    skipped: usize,
    failures: Vec<String>,
}

impl Count {
    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Passed => self.passed += 1,
            Verdict::Skipped => self.skipped += 1,
            Verdict::Failed(how) => self.failures.push(how),
        }
    }
}

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let gold = shell::option(arguments, "--gold")?;
    let folder = shell::data("html5lib-tests/tokenizer", gold)?;
    let files = files(&folder)?;
    if files.is_empty() {
        return Err(format!("no *.test files in {}", folder.display()));
    }
    println!("{:<28}{:>8}{:>9}{:>8}", "", "passed", "skipped", "failed");
    let mut total = Count::default();
    for file in files {
        let count = count(&file)?;
        print(
            &file.file_name().unwrap_or_default().to_string_lossy(),
            &count,
        );
        total.passed += count.passed;
        total.skipped += count.skipped;
        total.failures.extend(count.failures);
    }
    print("all", &total);
    println!("skipped: cases with lone surrogates, which no text can hold");
    Ok(ExitCode::from(u8::from(!total.failures.is_empty())))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "test"))
        .collect();
    files.sort();
    Ok(files)
}

/// Runs the cases of a file; one about XML has none for us.
fn count(file: &Path) -> Result<Count, String> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let json: Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut count = Count::default();
    for test in json["tests"].as_array().into_iter().flatten() {
        for state in states(test) {
            count.add(case::run(test, state));
        }
    }
    Ok(count)
}

fn states(test: &Value) -> Vec<&str> {
    match test["initialStates"].as_array() {
        Some(states) => states.iter().filter_map(Value::as_str).collect(),
        None => vec!["Data state"],
    }
}

fn print(name: &str, count: &Count) {
    let (passed, skipped, failed) = (count.passed, count.skipped, count.failures.len());
    println!("{name:<28}{passed:>8}{skipped:>9}{failed:>8}");
    if name != "all" {
        for failure in count.failures.iter().take(SHOWN) {
            println!("{failure}");
        }
    }
}
