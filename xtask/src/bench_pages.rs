//! `cargo xtask bench-pages`: undross and its peers over the same web pages, in one run, on one thread.

mod chart;
mod peers;

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};
use undross::record::Record;
use undross::{Capture, Plan, process};

use crate::pages::{self, PageFile};
use crate::score::pages::Plans;
use crate::shell;

pub(crate) const ARGUMENTS: &str = "[--gold DIR] [--rounds N] [--folds DIR] [--chart FILE.svg]";
/// Pages of the data set that are measured: every so many.
const EVERY: usize = 4;
/// The data set with the gold that the peers are scored on.
const DATASET: &str = "wcxb";
/// Each round runs everybody once; the best round of each counts, so that a busy machine harms nobody.
const ROUNDS: usize = 3;

/// Pages that are cleaned before the clock starts: the models of all folds are among them.
const WARM_UP: usize = 20;

/// What was measured of one extractor.
#[derive(Debug, Clone)]
struct Measured {
    name: &'static str,
    seconds: f64,
    /// Peak memory of its process, in MiB.
    peak: f64,
    /// Mean word F1 against the gold.
    quality: f64,
}

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    if let Some(texts) = shell::option(arguments, "--texts")? {
        return undross(Path::new(texts), arguments);
    }
    let folder = shell::data("pages", shell::option(arguments, "--gold")?)?;
    let rounds = match shell::option(arguments, "--rounds")? {
        Some(count) => count.parse().map_err(|_| "--rounds wants a number")?,
        None => ROUNDS,
    };
    let folds = shell::option(arguments, "--folds")?;
    if folds.is_none() {
        println!(
            "the block model was trained on these pages; name the models of `train --folds DIR` for a fair score\n"
        );
    }
    let list = shell::target("peers/pages.jsonl")?;
    let (count, bytes) = write_list(&folder, &list)?;
    println!("{count} pages of {DATASET}, {:.1} MB\n", bytes as f64 / 1e6);
    let mut best: HashMap<&str, Measured> = HashMap::new();
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for measured in peers::measure(&list, &folder, folds)? {
            let known = best
                .entry(measured.name)
                .or_insert_with(|| measured.clone());
            known.seconds = known.seconds.min(measured.seconds);
        }
    }
    let mut table: Vec<Measured> = best.into_values().collect();
    table.sort_by(|one, two| one.seconds.total_cmp(&two.seconds));
    print(&table, count, bytes);
    if let Some(file) = shell::option(arguments, "--chart")? {
        let chart = chart::draw(&table, bytes);
        std::fs::write(file, chart).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Lists the pages that everybody reads; returns their number and bytes.
fn write_list(folder: &Path, list: &Path) -> Result<(usize, usize), String> {
    let at = |error: std::io::Error| format!("{}: {error}", list.display());
    let mut out = BufWriter::new(File::create(list).map_err(at)?);
    let chosen = pages::find(folder)?
        .into_iter()
        .filter(|page| page.dataset == DATASET);
    let (mut count, mut bytes) = (0, 0);
    for page in chosen.step_by(EVERY) {
        let source = page.bytes()?;
        let encoding = undross::decode::decode(&source, None)
            .reading
            .encoding()
            .into_owned();
        let path = std::path::absolute(&page.path).map_err(at)?;
        let line =
            json!({"dataset": page.dataset, "id": page.id, "path": path, "encoding": encoding});
        writeln!(out, "{line}").map_err(at)?;
        (count, bytes) = (count + 1, bytes + source.len());
    }
    out.flush().map_err(at)?;
    Ok((count, bytes))
}

/// Runs undross over the pages of the list, in this process, as `page_peers.py` runs a peer.
fn undross(texts: &Path, arguments: &[String]) -> Result<ExitCode, String> {
    let list = shell::option(arguments, "--pages")?.ok_or("--texts wants --pages")?;
    let lines = std::fs::read_to_string(list).map_err(|error| format!("{list}: {error}"))?;
    let pages = lines.lines().map(serde_json::from_str);
    let pages: Vec<PageFile> = pages
        .collect::<Result<_, serde_json::Error>>()
        .map_err(|error| error.to_string())?;
    let sources = pages
        .iter()
        .map(PageFile::bytes)
        .collect::<Result<Vec<_>, _>>()?;
    let plans = Plans::new(None, shell::option(arguments, "--folds")?)?;
    for page in pages.iter().take(WARM_UP) {
        clean(page, &sources[0], plans.of(page));
    }
    let started = cpu_seconds();
    let texts_of: Vec<String> = pages
        .iter()
        .zip(&sources)
        .map(|(page, source)| clean(page, source, plans.of(page)))
        .collect();
    let seconds = cpu_seconds() - started;
    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(texts)?);
        for (page, text) in pages.iter().zip(texts_of) {
            writeln!(
                out,
                "{}",
                json!({"dataset": page.dataset, "id": page.id, "text": text})
            )?;
        }
        out.flush()
    };
    write().map_err(|error| format!("{}: {error}", texts.display()))?;
    println!("{}", json!({"seconds": seconds, "peak_kib": peak_kib()}));
    Ok(ExitCode::SUCCESS)
}

/// Goes the whole road: bytes to tidy text and record.
fn clean(page: &PageFile, source: &[u8], plan: &Plan) -> String {
    let capture = Capture::of_bytes(page.id.as_str(), source);
    let outcome = process(&capture, plan);
    let record = Record::with_text(&capture, &outcome, plan);
    let text = record.text.as_deref().unwrap_or_default().to_owned();
    std::hint::black_box(record.to_line());
    text
}

/// Returns the CPU time of this process so far.
fn cpu_seconds() -> f64 {
    // Fields 14 and 15 behind the name are user and system time, in hundredths of a second.
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(11)
        .take(2);
    fields
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// Returns the most memory that this process has held.
fn peak_kib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}

fn print(table: &[Measured], count: usize, bytes: usize) {
    println!(
        "{:<18}{:>8}{:>10}{:>10}{:>9}{:>8}",
        "", "s", "MB/s", "pages/s", "MiB", "F1"
    );
    for Measured {
        name,
        seconds,
        peak,
        quality,
    } in table
    {
        let (rate, pages) = (bytes as f64 / 1e6 / seconds, count as f64 / seconds);
        println!("{name:<18}{seconds:>8.2}{rate:>10.1}{pages:>10.0}{peak:>9.0}{quality:>8.3}");
    }
}

/// Scores texts with the script of the data; returns the mean word F1.
fn quality(texts: &Path, folder: &Path) -> Result<f64, String> {
    let scores = texts.with_extension("scores.json");
    let mut python = shell::command("python3");
    python
        .arg(folder.join("score.py"))
        .arg(texts)
        .arg("--gold")
        .arg(folder);
    python
        .args(["--no-rouge", "--boot", "0", "--only-predicted", "--json"])
        .arg(&scores);
    shell::output(&mut python)?;
    let read = std::fs::read_to_string(&scores).map_err(|error| error.to_string())?;
    let scores: Value = serde_json::from_str(&read).map_err(|error| error.to_string())?;
    scores[DATASET]["words_f1"]
        .as_f64()
        .ok_or_else(|| "the scorer gave no words_f1".to_owned())
}

/// Returns the file for the texts of one extractor.
fn texts_of(name: &str) -> Result<PathBuf, String> {
    shell::target(&format!("peers/{name}.jsonl"))
}
