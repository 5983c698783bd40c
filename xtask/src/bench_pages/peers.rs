//! The peers: what they are, how they are installed and run.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Measured, quality, texts_of};
use crate::{shell, venv};

/// Python peers, as `page_peers.py` calls them.
const PYTHON: &[&str] = &[
    "turbohtml",
    "resiliparse",
    "trafilatura",
    "readability-lxml",
    "jusText",
];
/// The releases that the figures speak of.
const PINNED: &[&str] = &[
    "turbohtml==1.15.0",
    "Resiliparse==2.0.1",
    "trafilatura==2.3.1",
    "readability-lxml==0.9",
    "lxml_html_clean==0.4.6",
    "jusText==3.0.2",
];
/// Rust peers, as the program in `training/extractors` calls them.
const RUST: &[&str] = &["dom_smoothie", "libreadability"];

/// Runs everybody once over the pages of a list.
pub(super) fn measure(
    list: &Path,
    folder: &Path,
    folds: Option<&str>,
) -> Result<Vec<Measured>, String> {
    let python = venv::python("peers/pages-venv", PINNED)?;
    let extractors = built()?;
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut all = vec![one("undross", list, folder, |texts| {
        let mut command = shell::command(&own);
        command
            .args(["bench-pages", "--pages"])
            .arg(list)
            .arg("--texts")
            .arg(texts);
        if let Some(folds) = folds {
            command.args(["--folds", folds]);
        }
        command
    })?];
    for &name in PYTHON {
        all.push(one(name, list, folder, |texts| {
            let mut command = shell::command(&python);
            command
                .arg("xtask/page_peers.py")
                .arg(name)
                .arg(list)
                .arg(texts);
            command
        })?);
    }
    for &name in RUST {
        all.push(one(name, list, folder, |texts| {
            let mut command = shell::command(&extractors);
            command.arg(name).arg(list).arg(texts);
            command
        })?);
    }
    Ok(all)
}

/// Runs one extractor in a process of its own, then scores its texts.
fn one(
    name: &'static str,
    list: &Path,
    folder: &Path,
    command: impl Fn(&Path) -> std::process::Command,
) -> Result<Measured, String> {
    let texts = texts_of(name)?;
    let printed = shell::output(&mut command(&texts))?;
    let last = printed.lines().last().unwrap_or_default();
    let said: Value = serde_json::from_str(last)
        .map_err(|_| format!("{name} over {} printed {printed:?}", list.display()))?;
    let number = |key: &str| {
        said[key]
            .as_f64()
            .ok_or_else(|| format!("{name} printed no {key}"))
    };
    Ok(Measured {
        name,
        seconds: number("seconds")?,
        peak: number("peak_kib")? / 1024.0,
        quality: quality(&texts, folder)?,
    })
}

/// Builds the Rust peers; returns their program.
fn built() -> Result<PathBuf, String> {
    let target = shell::target("peers/extractors")?;
    let mut cargo = shell::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--release",
        "--manifest-path",
        "training/extractors/Cargo.toml",
        "--target-dir",
    ]);
    shell::output(cargo.arg(&target))?;
    Ok(target.join("release/extractors"))
}
