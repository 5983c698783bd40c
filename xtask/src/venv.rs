//! Environments of Python under `target/`, made once for each list of packages.

use std::path::PathBuf;

use crate::shell;

/// Makes the environment `target/<name>` with some packages, unless it holds them; returns its interpreter.
///
/// # Errors
///
/// Python or a package cannot be had.
pub(crate) fn python(name: &str, packages: &[&str]) -> Result<PathBuf, String> {
    let folder = shell::target(name)?;
    let python = folder.join("bin/python");
    let stamp = folder.join("installed");
    let wanted = packages.join(" ");
    if std::fs::read_to_string(&stamp).is_ok_and(|done| done == wanted) {
        return Ok(python);
    }
    eprintln!(
        "installing {} into {}",
        packages.join(", "),
        folder.display()
    );
    shell::output(shell::command("python3").args(["-m", "venv"]).arg(&folder))?;
    // The pip of older Pythons cannot resolve what some packages ask for.
    for packages in [&["pip"], packages] {
        let mut pip = shell::command(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--upgrade",
        ]);
        shell::output(pip.args(packages))?;
    }
    std::fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(python)
}
