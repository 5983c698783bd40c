//! What several tasks ask of the system.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Returns the folder of the repository.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .expect("the package is a folder of the repository")
        .to_path_buf()
}

/// Returns a path inside `target/`, whose folder exists afterwards.
///
/// # Errors
///
/// The folder cannot be made.
pub(crate) fn target(path: &str) -> Result<PathBuf, String> {
    let path = root().join("target").join(path);
    let folder = path.parent().expect("the path is inside target/");
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(path)
}

/// Returns the folder of measuring data that lies beside the repository, or the one named instead.
///
/// # Errors
///
/// There is no such folder.
pub(crate) fn data(name: &str, instead: Option<&str>) -> Result<PathBuf, String> {
    let folder = instead.map_or_else(|| root().join("../shared").join(name), PathBuf::from);
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(format!(
        "the data is not here: no folder {}; it does not ship with the repository, name a copy with --gold DIR",
        folder.display()
    ))
}

/// Lists a folder, in order.
///
/// # Errors
///
/// It cannot be read.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let at = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(at)? {
        paths.push(entry.map_err(at)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Returns the value that follows an option.
///
/// # Errors
///
/// Nothing follows it.
pub(crate) fn option<'a>(arguments: &'a [String], name: &str) -> Result<Option<&'a str>, String> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    match arguments.get(at + 1) {
        Some(value) => Ok(Some(value)),
        None => Err(format!("{name} wants a value after it")),
    }
}

/// Prepares a call of the cargo that runs this task, in the repository.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prepares a call of a program, in the repository.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Runs a program to its end; its failure becomes exit code 1.
///
/// # Errors
///
/// The program is not installed, or cannot be started.
pub(crate) fn status(command: &mut Command) -> Result<ExitCode, String> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(ExitCode::from(code.unwrap_or(1)))
}

/// Runs a program that has to succeed, and returns what it printed.
///
/// # Errors
///
/// The program is not installed, cannot be started, or fails.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| missing(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?} failed:\n{}", said.trim_end()))
}

fn missing(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => format!("{program} is not installed; install it and try again"),
        _ => format!("{program}: {error}"),
    }
}
