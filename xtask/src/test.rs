//! `cargo xtask test`: all tests of the workspace. They need nothing that cargo does not bring.

use std::process::ExitCode;

use crate::shell;

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let mut cargo = shell::cargo();
    shell::status(cargo.args(["test", "--workspace"]).args(arguments))
}
