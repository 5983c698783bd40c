//! `cargo xtask score`: measures against labelled data that lies beside the repository.

mod captures;

use std::process::ExitCode;

use crate::shell;

pub(crate) const ARGUMENTS: &str = "captures [--gold DIR] [--worst N] [--json FILE]";

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let gold = shell::option(arguments, "--gold")?;
    match arguments.first().map(String::as_str) {
        Some("captures") => captures::run(&shell::data("captures", gold)?, arguments),
        other => Err(format!(
            "there is no score `{}`; give {ARGUMENTS}",
            other.unwrap_or_default()
        )),
    }
}
