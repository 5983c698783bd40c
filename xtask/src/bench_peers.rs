//! `cargo xtask bench-peers`: undross and its peers over the same texts, in one run, on one thread.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use undross::record::Record;
use undross::{Capture, Plan, process};

use crate::corpus::{self, Corpus};
use crate::{shell, venv};

/// What is measured, as `peers.py` calls it, and what that does.
const PEERS: &[(&str, &str)] = &[
    ("ftfy", "fix_text: characters only"),
    (
        "clean-text",
        "clean, without case folding and transliteration",
    ),
    (
        "datatrove",
        "C4QualityFilter: lines only, no counting of sentences",
    ),
];
/// The releases that the figures speak of; datatrove asks for regex without saying so.
const PINNED: &[&str] = &[
    "ftfy==6.3.1",
    "clean-text==0.7.1",
    "datatrove==0.10.1",
    "regex==2026.11.15",
];
/// Each round runs everybody once; the best round of each counts, so that a busy machine harms nobody.
const ROUNDS: usize = 3;
/// Bytes that undross reads a round at least: a shorter time says little.
const UNDROSS_BYTES: usize = 64 << 20;

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let rounds = match shell::option(arguments, "--rounds")? {
        Some(count) => count.parse().map_err(|_| "--rounds wants a number")?,
        None => ROUNDS,
    };
    let python = venv::python("peers/venv", PINNED)?;
    let corpus = corpus::load();
    let texts = write_texts(&corpus)?;
    println!("corpus: {}", corpus.name);
    let plan = Plan::default();
    let mut best = vec![f64::INFINITY; PEERS.len() + 1];
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        best[0] = best[0].min(undross_seconds(&corpus, &plan));
        for ((peer, _), best) in PEERS.iter().zip(&mut best[1..]) {
            *best = best.min(peer_seconds(&python, peer, &texts)?);
        }
    }
    print_table(&corpus, &best);
    Ok(ExitCode::SUCCESS)
}

fn write_texts(corpus: &Corpus) -> Result<PathBuf, String> {
    let path = shell::target("peers/texts.jsonl")?;
    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(&path)?);
        for text in &corpus.texts {
            writeln!(out, "{}", serde_json::to_string(text)?)?;
        }
        out.flush()
    };
    write().map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// Times the whole road, record and tidy text included, for one reading of the corpus.
fn undross_seconds(corpus: &Corpus, plan: &Plan) -> f64 {
    let repeats = UNDROSS_BYTES.div_ceil(corpus.bytes());
    let started = Instant::now();
    for text in std::iter::repeat_n(&corpus.texts, repeats).flatten() {
        let capture = Capture::of_text("", text);
        let outcome = process(&capture, plan);
        std::hint::black_box(Record::with_text(&capture, &outcome, plan).to_line());
    }
    started.elapsed().as_secs_f64() / repeats as f64
}

fn peer_seconds(python: &Path, peer: &str, texts: &Path) -> Result<f64, String> {
    let mut command = shell::command(python);
    command.arg("xtask/peers.py").arg(peer).arg(texts);
    let printed = shell::output(&mut command)?;
    let seconds = printed.trim().parse();
    seconds.map_err(|_| format!("{peer} printed no seconds but {printed:?}"))
}

fn print_table(corpus: &Corpus, best: &[f64]) {
    let megabytes = corpus.bytes() as f64 / 1e6;
    println!("{:<12}{:>10}{:>10}{:>10}", "", "s", "MB/s", "ratio");
    let undross = ("undross", "whole pipeline, record and tidy text included");
    for ((name, what), seconds) in [undross].iter().chain(PEERS).zip(best) {
        let (rate, ratio) = (megabytes / seconds, seconds / best[0]);
        println!("{name:<12}{seconds:>10.3}{rate:>10.2}{ratio:>9.1}x   {what}");
    }
}
