//! Dropped files: `fixtures/<rule>/strip-*.{txt,html}` are cut as recorded, `keep-*` come out whole.
//!
//! Each case runs with its own rule alone; those of `fixtures/page/` run with all rules and passes.

use std::fs;
use std::path::{Path, PathBuf};

use undross::rules::RULES;
use undross::{Capture, Outcome, Plan, diff, process};

use crate::files::{entries, name, root};

/// Set, recorded answers are written anew instead of compared.
const BLESS: &str = "UNDROSS_BLESS";
/// Whole pages, for the full plan.
const PAGE: &str = "page";
/// Web pages and how they are laid out; see `layout.rs`.
const LAYOUT: &str = "layout";
/// Web pages and their Markdown; see `markdown.rs`.
const MARKDOWN: &str = "markdown";
/// Web pages whose trees are compared with those of another parser.
const HTML: &str = "html";
/// Answers for the seeds, which lie elsewhere.
const SEEDS: &str = "seeds";

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
fn every_folder_belongs_to_a_rule_and_every_answer_to_a_case() {
    for folder in entries(&root("fixtures")) {
        let rule = name(&folder);
        let known = [PAGE, LAYOUT, MARKDOWN, HTML, SEEDS].contains(&rule.as_str())
            || RULES.iter().any(|one| one.id == rule);
        assert!(
            known,
            "no rule is called as the folder {}",
            folder.display()
        );
        for file in entries(&folder).iter().filter(|_| rule != SEEDS) {
            let has_case = ["txt", "html"]
                .iter()
                .any(|form| file.with_extension(form).exists());
            assert!(has_case, "{} answers no case", file.display());
        }
    }
}

#[test]
fn cases_come_out_as_recorded() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let plan = Plan::only(rule);
        let check = |path: &PathBuf| check(&plan, path, |outcome| outcome.kept().into_owned());
        wrong.extend(cases(rule.id).iter().filter_map(check));
    }
    report(&wrong);
}

#[test]
fn pages_come_out_as_recorded() {
    let plan = Plan::default();
    let check = |path: &PathBuf| check(&plan, path, |outcome| outcome.text());
    let wrong: Vec<String> = cases(PAGE).iter().filter_map(check).collect();
    report(&wrong);
}

/// Compares an answer with what is recorded beside the case; says what differs.
pub(crate) fn compare(path: &Path, extension: &str, got: &str) -> Option<String> {
    let answer = path.with_extension(extension);
    if std::env::var_os(BLESS).is_some() {
        fs::create_dir_all(answer.parent().unwrap()).unwrap();
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

/// Fails with all that is wrong, if anything is.
pub(crate) fn report(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Runs one case; says what is wrong with it.
fn check(plan: &Plan, path: &Path, read: impl Fn(&Outcome<'_>) -> String) -> Option<String> {
    let capture = Capture::of_bytes(name(path), fs::read(path).unwrap());
    let outcome = process(&capture, plan);
    let diff = diff::unified(&outcome, &name(path));
    let (text, whole) = (read(&outcome), outcome.removals().is_empty());
    match name(path).split('-').next().unwrap() {
        "keep" if !whole => Some(format!("{} should be kept whole:\n{diff}", path.display())),
        "keep" if path.parent() == Some(&root("fixtures").join(PAGE)) => {
            compare(path, "out", &text)
        }
        "keep" => None,
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
    let Ok(wanted) = fs::read_to_string(path.with_extension("out")) else {
        return Some(format!(
            "{}: write what should come out into its .out file",
            path.display()
        ));
    };
    (wanted == text).then(|| {
        format!(
            "{} is right now: rename it to strip- or keep-",
            path.display()
        )
    })
}

fn cases(folder: &str) -> Vec<PathBuf> {
    let mut paths = entries(&root("fixtures").join(folder));
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "txt" || extension == "html")
    });
    paths
}
