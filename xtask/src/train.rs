//! `cargo xtask train`: rows, votes, and the block model, with what Python needs in a folder under `target/`.

use std::process::ExitCode;

use crate::{features, shell, venv};

pub(crate) const ARGUMENTS: &str = "[--votes] [--final] [--folds DIR] [--trees N] [--leaves N]";

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    features::run(&[])?;
    features::run(&["--plain".to_owned()])?;
    let python = venv::python("training/venv", &["-r", "training/requirements.txt"])?;
    let (votes, rest): (Vec<&String>, Vec<&String>) = arguments
        .iter()
        .partition(|argument| *argument == "--votes");
    if !votes.is_empty() {
        succeed(shell::command(&python).arg("training/silver.py"))?;
    }
    shell::status(shell::command(&python).arg("training/train.py").args(rest))
}

fn succeed(command: &mut std::process::Command) -> Result<(), String> {
    if shell::status(command)? == ExitCode::SUCCESS {
        return Ok(());
    }
    Err(format!("{command:?} failed"))
}
