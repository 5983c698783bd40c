//! A rule takes a line of dross, never a text: laws over all rules.

use std::fs;
use std::path::PathBuf;

use undross::outcome::Status;
use undross::rules::RULES;
use undross::{Capture, Outcome, Plan, process};

use crate::files::{entries, name, root};

/// Sentences that no rule names, in scripts with capitals and without.
const PROSE: [[&str; 3]; 3] = [
    [
        "The town council met on Monday evening to discuss the repair of the old harbour wall.",
        "Engineers told the meeting that the work would take about eighteen months.",
        "Several residents asked how the boats would reach the inner basin until then.",
    ],
    [
        "Der Rat der Stadt beriet am Montag über die alte Mauer des Hafens, die im Winter brach.",
        "Die Ingenieure rechnen damit, dass die Arbeiten etwa achtzehn Monate dauern werden.",
        "Mehrere Bewohner fragten, wie die Boote bis dahin in das innere Becken kommen sollen.",
    ],
    [
        "镇议会星期一晚上开会讨论修复去年冬天受损的旧港口围墙。",
        "工程师告诉会议，工程大约需要十八个月的时间。",
        "几位居民问道，在那之前船只怎样才能到达内港。",
    ],
];

/// Lines of dross that rules take: every line that goes from a `strip-` fixture as text.
fn dross() -> Vec<(&'static str, String)> {
    let mut dross = Vec::new();
    for rule in RULES {
        let plan = Plan::only(rule);
        for path in strip_cases(rule.id) {
            let text = fs::read_to_string(&path).unwrap();
            let capture = Capture::of_text("case", &text);
            for removal in process(&capture, &plan).removals() {
                let lines = removal.span.of(&text).lines().map(str::trim);
                dross.extend(
                    lines
                        .filter(|line| !line.is_empty())
                        .map(|line| (rule.id, line.to_owned())),
                );
            }
        }
    }
    dross
}

fn strip_cases(rule: &str) -> Vec<PathBuf> {
    let cases = entries(&root("fixtures").join(rule));
    let is_case = |path: &PathBuf| {
        name(path).starts_with("strip-") && path.extension().is_some_and(|form| form == "txt")
    };
    cases.into_iter().filter(is_case).collect()
}

fn lost<'s>(plan: &Plan, text: &str, sentences: &[&'s str]) -> Vec<&'s str> {
    let capture = Capture::of_text("glued", text);
    let tidy = process(&capture, plan).text();
    let lost = sentences
        .iter()
        .filter(|sentence| !tidy.contains(**sentence));
    lost.copied().collect()
}

#[test]
fn dross_that_is_glued_to_sentences_leaves_every_sentence() {
    let plan = Plan::default();
    let mut wrong = Vec::new();
    for (rule, line) in dross() {
        for [one, two, three] in PROSE {
            for glued in [
                format!("{line} {one} {two} {three}\n"),
                format!("{one} {two} {three} {line}\n"),
                format!("{one} {line} {two} {three}\n"),
                format!("{one} {two} {line} {three}\n"),
                format!("{line} {one} {two} {three} {line}\n"),
                format!("{one}\n\n{line} {one} {two} {three}\n\n{two}\n"),
            ] {
                let lost = lost(&plan, &glued, &[one, two, three]);
                if !lost.is_empty() {
                    wrong.push(format!("{rule}: {glued:?} loses {lost:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} texts lose sentences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
