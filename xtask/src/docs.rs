//! `cargo xtask docs`: docs/rules.md and docs/passes.md, printed from the declarations.

use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use undross::normalize::PASSES;
use undross::rule::{Find, How, Place, Rule};
use undross::rules::RULES;

use crate::shell;

/// A page of the documentation, and what prints it.
type Printed = (&'static str, fn() -> String);

const PAGES: &[Printed] = &[("docs/rules.md", rules), ("docs/passes.md", passes)];

const RULES_HEAD: &str = "\
# Rules

<!-- Printed from the declarations by `cargo xtask docs`. -->

What undross removes, and why. A match is *sure* (nothing else looks like this), *likely* (goes unless
something speaks against it; a reviewer sees it first) or a *hint* (goes only beside other dross). Code
fences, quotations and pages about the subject keep their lines whatever a rule says. `undross rules`
lists the same, `undross explain FILE` says which of them looked at a line and what came of it.
";

const PASSES_HEAD: &str = "\
# Passes

<!-- Printed from the declarations by `cargo xtask docs`. -->

What undross rewrites in the text that the rules have left, in this order. Each pass is recorded edit by
edit, changes nothing the second time, and can be switched off (or on) in `undross.toml`.
";

pub(crate) fn run(_: &[String]) -> Result<ExitCode, String> {
    for (path, print) in PAGES {
        let file = shell::root().join(path);
        let folder = file.parent().expect("every page lies in docs/");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, print()))
            .map_err(|error| format!("{}: {error}", file.display()))?;
        println!("wrote {path}");
    }
    Ok(ExitCode::SUCCESS)
}

fn rules() -> String {
    let mut out = RULES_HEAD.to_owned();
    for rule in RULES {
        let (id, summary, about) = (rule.id, plain(rule.summary), plain(rule.about));
        let _ = write!(out, "\n## {id}\n\nTakes {summary}.\n\n{about}\n\n");
        for line in ways(rule) {
            let _ = writeln!(out, "- {line}");
        }
        let _ = writeln!(out, "\nCases: [fixtures/{id}](../fixtures/{id})");
    }
    out
}

/// Says how a rule finds its noise, a line for each kind of finder.
fn ways(rule: &Rule) -> Vec<String> {
    let mut ways: Vec<(String, usize)> = Vec::new();
    for find in rule.find {
        let (kind, count) = kind(find);
        match ways.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += count,
            None => ways.push((kind, count)),
        }
    }
    ways.into_iter()
        .map(|(kind, count)| format!("{kind}: {count}"))
        .collect()
}

fn kind(find: &Find) -> (String, usize) {
    let (how, count) = match find.how {
        How::Phrases(phrases) => ("whole lines, word for word", phrases.len()),
        How::Line(_) => ("patterns for whole lines", 1),
        How::Head(_) => ("patterns for the start of a line", 1),
        How::Tail(_) => ("patterns for the end of a line", 1),
        How::Look(_) => ("looks over the whole page", 1),
        How::Each(_) => ("looks at one line after another", 1),
        How::Element(marks) => ("marks of elements", marks.len()),
        How::Model => ("the block model", 1),
    };
    let place = match find.place {
        Place::Anywhere => "",
        Place::Head => ", at the head of the page",
        Place::Tail => ", after the last running text",
    };
    (format!("{how} ({}{place})", find.strength.as_str()), count)
}

fn passes() -> String {
    let mut out = PASSES_HEAD.to_owned();
    for pass in PASSES {
        let (id, summary, about) = (pass.id, plain(pass.summary), plain(pass.about));
        let on = match pass.default {
            true => "On by default.",
            false => "Off unless switched on.",
        };
        let _ = write!(out, "\n## {id}\n\n*{summary}*\n\n{about} {on}\n");
    }
    out
}

/// Takes from marks the meaning that they have in Markdown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '<' | '*' | '`') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_are_current() {
        for (path, print) in PAGES {
            let written = fs::read_to_string(shell::root().join(path)).unwrap_or_default();
            assert!(
                written == print(),
                "{path} is stale: run `cargo xtask docs` and commit what it writes"
            );
        }
    }
}
