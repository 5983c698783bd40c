//! `cargo xtask test`: all tests of the workspace, then those of the review page in a browser.

use std::process::ExitCode;

use crate::{browser, shell};

/// Leaves out what needs a browser.
const NO_BROWSER: &str = "--no-browser";

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    // What follows `--` is for the test binary, even where it reads like an option of this task.
    let own = arguments.iter().position(|argument| argument == "--");
    let (own, behind) = arguments.split_at(own.unwrap_or(arguments.len()));
    let for_cargo = own.iter().filter(|argument| *argument != NO_BROWSER);
    let mut cargo = shell::cargo();
    cargo
        .args(["test", "--workspace"])
        .args(for_cargo)
        .args(behind);
    let ended = shell::status(&mut cargo)?;
    if ended != ExitCode::SUCCESS {
        return Ok(ended);
    }
    if own.iter().any(|argument| argument == NO_BROWSER) {
        eprintln!("the review page was not tested: {NO_BROWSER} leaves its tests out");
        return Ok(ExitCode::SUCCESS);
    }
    browser::run()
}
