//! `cargo xtask train`: rows, votes, and the block model, with what Python needs in a folder under `target/`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::{features, shell};

pub(crate) const ARGUMENTS: &str = "[--votes] [--final] [--folds DIR] [--trees N] [--leaves N]";

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    features::run(&[])?;
    features::run(&["--plain".to_owned()])?;
    let python = python(&shell::target("training/venv")?)?;
    let (votes, rest): (Vec<&String>, Vec<&String>) = arguments
        .iter()
        .partition(|argument| *argument == "--votes");
    if !votes.is_empty() {
        succeed(shell::command(&python).arg("training/silver.py"))?;
    }
    shell::status(shell::command(&python).arg("training/train.py").args(rest))
}

/// Returns the Python of an environment, and makes one with all that training needs if there is none.
fn python(folder: &Path) -> Result<PathBuf, String> {
    let python = folder.join("bin/python");
    if !python.exists() {
        succeed(shell::command("python3").args(["-m", "venv"]).arg(folder))?;
        succeed(shell::command(&python).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--upgrade",
            "pip",
        ]))?;
        succeed(shell::command(&python).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "-r",
            "training/requirements.txt",
        ]))?;
    }
    Ok(python)
}

fn succeed(command: &mut std::process::Command) -> Result<(), String> {
    if shell::status(command)? == ExitCode::SUCCESS {
        return Ok(());
    }
    Err(format!("{command:?} failed"))
}
