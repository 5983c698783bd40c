//! The tests of the review page: a browser, what drives it, and the binary that serves the page.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::shell;
use crate::venv;

/// Names under which systems have Chromium.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
/// Variable that names a browser, for this task and for the tests.
const CHOSEN: &str = "UNDROSS_CHROMIUM";
/// Folder of the tests.
const TESTS: &str = "tests/browser";

/// Runs the tests of the review page in a browser, which is installed where there is none.
///
/// # Errors
///
/// Python, its packages or a browser cannot be had, or the binary cannot be built.
pub(crate) fn run() -> Result<ExitCode, String> {
    let packages = requirements()?;
    let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
    let python = venv::python("browser-venv", &packages)?;
    let browser = browser(&python)?;
    let built = shell::status(shell::cargo().args(["build", "--locked", "--bin", "undross"]))?;
    if built != ExitCode::SUCCESS {
        return Ok(built);
    }
    let mut tests = shell::command(&python);
    tests.args(["-m", "unittest", "discover", "--start-directory", TESTS]);
    tests.env("UNDROSS", binary());
    tests.env("UNDROSS_PICTURES", shell::target("browser")?);
    tests.env("PYTHONDONTWRITEBYTECODE", "1");
    match browser {
        Browser::At(path) => tests.env(CHOSEN, path),
        Browser::OfPlaywright => tests.env_remove(CHOSEN),
    };
    shell::status(&mut tests)
}

/// The browser that the tests drive.
enum Browser {
    At(PathBuf),
    /// The one that Playwright installed for itself.
    OfPlaywright,
}

fn requirements() -> Result<Vec<String>, String> {
    let path = shell::root().join(TESTS).join("requirements.txt");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

fn binary() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| "target".into());
    let name = format!("debug/undross{}", std::env::consts::EXE_SUFFIX);
    shell::root().join(target).join(name)
}

/// Finds a browser, or installs one.
fn browser(python: &Path) -> Result<Browser, String> {
    if let Some(path) = std::env::var_os(CHOSEN) {
        return Ok(Browser::At(path.into()));
    }
    if let Some(path) = on_path() {
        return Ok(Browser::At(path));
    }
    eprintln!("no Chromium is installed; installing the one that Playwright brings");
    let playwright = |arguments: &[&str]| {
        let mut command = shell::command(python);
        command.args(["-m", "playwright"]).args(arguments);
        command
    };
    let brought = succeeds(&mut playwright(&["install", "chromium", "--only-shell"]));
    if brought && starts(python) {
        return Ok(Browser::OfPlaywright);
    }
    eprintln!("it cannot be had or does not start; installing Debian's");
    install_package();
    on_path().map(Browser::At).ok_or_else(|| {
        format!(
            "the tests of the review page need Chromium, and none could be installed; install it (Debian: `apt-get install \
             chromium`), name one with {CHOSEN}=/path/to/chromium, or leave these tests out with --no-browser"
        )
    })
}

fn on_path() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    BROWSERS.iter().find_map(|name| {
        let mut places = std::env::split_paths(&folders).map(|folder| folder.join(name));
        places.find(|place| place.is_file())
    })
}

/// Tells whether Playwright's browser runs here: the system may lack libraries that it needs.
fn starts(python: &Path) -> bool {
    let script = "from playwright.sync_api import sync_playwright as p\n\
                  with p() as it: it.chromium.launch(args=['--no-sandbox']).close()";
    succeeds(shell::command(python).args(["-c", script]))
}

/// Asks the package manager of Debian, as the superuser or as one who may become it without a word.
fn install_package() {
    for before in [&[][..], &["sudo", "-n"]] {
        let apt = |arguments: &[&str]| {
            let words = [before, &["apt-get", "--yes"], arguments].concat();
            succeeds(
                shell::command(words[0])
                    .args(&words[1..])
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )
        };
        let install = &["install", "--no-install-recommends", "chromium"];
        if apt(install) || (apt(&["update"]) && apt(install)) {
            return;
        }
    }
}

fn succeeds(command: &mut Command) -> bool {
    shell::status(command).is_ok_and(|code| code == ExitCode::SUCCESS)
}
