//! `cargo xtask score`: measures against labelled data that lies beside the repository.

mod captures;
mod encoding;
mod ftfy;
pub(crate) mod pages;
mod texts;

use std::path::Path;
use std::process::ExitCode;

use crate::shell;

pub(crate) const ARGUMENTS: &str = "captures|encoding|ftfy|pages|texts [--gold DIR] [--worst N] [--json FILE] [--dataset NAME] [--profile NAME] [--folds DIR]";

/// Measures one thing against the data of a folder; false where a target is missed.
type Score = fn(&Path, &[String]) -> Result<bool, String>;

/// What can be scored, the folder of its data, and what scores it.
const SCORES: &[(&str, &str, Score)] = &[
    ("captures", "captures", captures::run),
    ("encoding", "encoding", |folder, _| encoding::run(folder)),
    ("ftfy", "encoding", |folder, _| ftfy::run(folder)),
    ("pages", "pages", pages::run),
    ("texts", "pages", |folder, _| texts::run(folder)),
];

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let chosen = arguments.first().map(String::as_str).unwrap_or_default();
    let Some((_, data, score)) = SCORES.iter().find(|(name, ..)| *name == chosen) else {
        return Err(format!("there is no score `{chosen}`; give {ARGUMENTS}"));
    };
    let folder = shell::data(data, shell::option(arguments, "--gold")?)?;
    let met = score(&folder, arguments)?;
    Ok(ExitCode::from(u8::from(!met)))
}
