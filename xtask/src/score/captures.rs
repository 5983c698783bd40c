//! `cargo xtask score captures`: removals from text captures against labelled lines.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde_json::Value;
use undross::record::Record;
use undross::{Capture, Plan, process};

use crate::shell;

/// Cleans the captures of a folder, then lets its `score.py` compare them with its labels.
///
/// Returns whether it could: the table is for people to judge.
pub(crate) fn run(gold: &Path, arguments: &[String]) -> Result<bool, String> {
    let script = script(gold)?;
    let predictions = shell::target("score/captures.jsonl")?;
    let file = File::create(&predictions).map_err(|error| at(&predictions, &error))?;
    let mut cleaner = Cleaner {
        plan: Plan::default(),
        out: BufWriter::new(file),
        captures: 0,
        bytes: 0,
        spent: Duration::ZERO,
    };
    for path in captures_of(gold)? {
        cleaner.clean_file(&path)?;
    }
    cleaner
        .out
        .flush()
        .map_err(|error| at(&predictions, &error))?;
    cleaner.report();
    let mut python = shell::command("python3");
    python.arg(script).arg(gold).arg(predictions);
    for name in ["--worst", "--json"] {
        if let Some(value) = shell::option(arguments, name)? {
            python.args([name, value]);
        }
    }
    Ok(shell::status(&mut python)? == ExitCode::SUCCESS)
}

struct Cleaner {
    plan: Plan,
    out: BufWriter<File>,
    captures: usize,
    bytes: usize,
    spent: Duration,
}

impl Cleaner {
    fn clean_file(&mut self, path: &Path) -> Result<(), String> {
        let lines = fs::read_to_string(path).map_err(|error| at(path, &error))?;
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let value = serde_json::from_str(line).map_err(|error| at(path, &error))?;
            self.clean(&value).map_err(|error| at(path, &error))?;
        }
        Ok(())
    }

    /// Cleans one object that holds a capture; labels hold none.
    fn clean(&mut self, value: &Value) -> std::io::Result<()> {
        let (Some(id), Some(text)) = (value["id"].as_str(), value["text"].as_str()) else {
            return Ok(());
        };
        let started = Instant::now();
        let capture = Capture::of_text(id, text);
        let outcome = process(&capture, &self.plan);
        let mut record = Record::new(&capture, &outcome, &self.plan);
        record.text = Some(outcome.text().into());
        let line = serde_json::to_string(&record)?;
        self.spent += started.elapsed();
        self.captures += 1;
        self.bytes += text.len();
        writeln!(self.out, "{line}")
    }

    fn report(&self) {
        let seconds = self.spent.as_secs_f64();
        let rate = self.bytes as f64 / 1e6 / seconds.max(1e-9);
        let megabytes = self.bytes as f64 / 1e6;
        println!(
            "{} captures, {megabytes:.2} MB in {seconds:.3} s on one thread: {rate:.0} MB/s\n",
            self.captures
        );
    }
}

/// Finds the script that scores, in the folder or in the default one.
fn script(gold: &Path) -> Result<PathBuf, String> {
    let own = gold.join("score.py");
    if own.is_file() {
        return Ok(own);
    }
    let script = shell::data("captures", None)?.join("score.py");
    script
        .is_file()
        .then_some(script)
        .ok_or_else(|| format!("no score.py in {}", gold.display()))
}

fn captures_of(gold: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(gold).map_err(|error| at(gold, &error))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .collect();
    paths.sort();
    match paths.is_empty() {
        true => Err(format!("no *.jsonl in {}", gold.display())),
        false => Ok(paths),
    }
}

fn at(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}
