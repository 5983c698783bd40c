//! Dropped files: `fixtures/<rule>/strip-*.txt` are cut as recorded, `keep-*` come out whole.

use std::fs;
use std::path::{Path, PathBuf};

use undross::rules::RULES;
use undross::{Capture, Plan, diff, process};

/// Set, recorded answers are written anew instead of compared.
const BLESS: &str = "UNDROSS_BLESS";

#[test]
fn every_rule_has_a_strip_and_a_keep_case() {
    for rule in RULES {
        let names: Vec<String> = cases(rule.id).iter().map(|path| name(path)).collect();
        for wanted in ["strip-", "keep-"] {
            assert!(
                names.iter().any(|name| name.starts_with(wanted)),
                "no case {wanted}*.txt in fixtures/{}",
                rule.id
            );
        }
    }
}

#[test]
fn cases_come_out_as_recorded() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let plan = Plan::only(rule);
        for path in cases(rule.id) {
            wrong.extend(check(&plan, &path));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Runs one case; says what is wrong with it.
fn check(plan: &Plan, path: &Path) -> Option<String> {
    let bytes = fs::read(path).unwrap();
    let capture = Capture::of_bytes(name(path), bytes);
    let outcome = process(&capture, plan);
    let (text, diff) = (
        outcome.kept().into_owned(),
        diff::unified(&outcome, &name(path)),
    );
    let whole = outcome.removals().is_empty();
    let kind = name(path).split('-').next().unwrap().to_owned();
    match kind.as_str() {
        "keep" => (!whole).then(|| format!("{} should be kept whole:\n{diff}", path.display())),
        "strip" if whole => Some(format!("{}: nothing was removed", path.display())),
        "strip" => compare(path, "out", &text).or_else(|| compare(path, "diff", &diff)),
        "known" => known(path, &text),
        _ => Some(format!(
            "{}: a case is called strip-*, keep-* or known-*",
            path.display()
        )),
    }
}

/// A `known-` case fails the suite on the day that it comes out right.
fn known(path: &Path, text: &str) -> Option<String> {
    let wanted = fs::read_to_string(path.with_extension("out")).unwrap_or_default();
    (wanted == text).then(|| {
        format!(
            "{} is right now: rename it to strip- or keep-",
            path.display()
        )
    })
}

fn compare(path: &Path, extension: &str, got: &str) -> Option<String> {
    let answer = path.with_extension(extension);
    if std::env::var_os(BLESS).is_some() {
        fs::write(&answer, got).unwrap();
        return None;
    }
    let wanted = fs::read_to_string(&answer).unwrap_or_default();
    (wanted != got).then(|| {
        let diff = similar::TextDiff::from_lines(wanted.as_str(), got);
        format!(
            "{} differs:\n{}",
            answer.display(),
            diff.unified_diff().header("recorded", "now")
        )
    })
}

fn cases(rule: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(rule);
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
