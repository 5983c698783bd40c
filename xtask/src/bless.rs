//! `cargo xtask bless`: records the answers of all fixtures anew, and shows which changed.

use std::process::ExitCode;

use crate::shell;

/// The tests that write answers where they would compare them.
const BLESSING: &[&str] = &["fixtures::", "seeds::"];

pub(crate) fn run(_: &[String]) -> Result<ExitCode, String> {
    let mut cargo = shell::cargo();
    cargo.args(["test", "--quiet", "--test", "main", "--"]);
    let ended = shell::status(cargo.args(BLESSING).env("UNDROSS_BLESS", "1"))?;
    for look in [["diff", "--stat"], ["status", "--short"]] {
        shell::status(shell::command("git").args(look).args(["--", "fixtures"]))?;
    }
    println!("Read each changed answer before it is committed: `git diff fixtures`.");
    Ok(ended)
}
