//! `cargo xtask bench-corpora`: whole corpora in every container, on one thread and on two, peers beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::{shell, venv};

pub(crate) const ARGUMENTS: &str = "[--megabytes N] [--pairs N] [--no-peers]";
/// Megabytes of captures in each container.
const MEGABYTES: &str = "1000";
/// Each pair runs one thread and two; the best of each counts, so that a busy machine harms nobody.
const PAIRS: usize = 3;
/// Containers, and what makes undross read them.
const CONTAINERS: [&str; 3] = ["pages.warc.gz", "captures.jsonl.zst", "captures.parquet"];
/// What the corpora are made with, and the peers.
const PINNED: &[&str] = &[
    "pyarrow==26.0.1",
    "zstandard==0.25.0",
    "trafilatura==2.3.1",
    "resiliparse==2.0.1",
    "fastwarc==2.0.1",
    "lxml_html_clean==0.4.6",
];
/// A choice that no capture falls under: all is read, nothing is cleaned.
const NOTHING: &str = "1000000000/1000000000";
/// Time between two looks at the memory of a process.
const LOOK: Duration = Duration::from_millis(20);
/// Small files of the last measure.
const SMALL_FILES: usize = 10_000;

/// How a run of undross went.
struct Ran {
    seconds: f64,
    /// Most memory held, in MB.
    peak: f64,
    captures: f64,
}

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let megabytes = shell::option(arguments, "--megabytes")?.unwrap_or(MEGABYTES);
    let pairs = match shell::option(arguments, "--pairs")? {
        Some(count) => count.parse().map_err(|_| "--pairs wants a number")?,
        None => PAIRS,
    };
    let shared = shell::data("", None)?;
    let python = venv::python("corpora/venv", PINNED)?;
    let folder = make(&python, &shared, megabytes)?;
    let program = build()?;
    println!(
        "{:<20}{:>9}{:>9}{:>9}{:>8}{:>10}{:>10}{:>11}",
        "", "1: s", "2: s", "ratio", "MB/s", "captures/s", "MB peak", "reading"
    );
    let size: f64 = megabytes
        .parse()
        .map_err(|_| "--megabytes wants a number")?;
    for name in CONTAINERS {
        measure(&program, &folder.join(name), size, pairs)?;
    }
    small_files(&program, &folder)?;
    if !arguments.iter().any(|argument| argument == "--no-peers") {
        peers(&python, &folder.join(CONTAINERS[0]))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the containers, unless they are there in this size.
fn make(python: &Path, shared: &Path, megabytes: &str) -> Result<PathBuf, String> {
    let folder = shell::target(&format!("corpora/{megabytes}/made"))?;
    let folder = folder.parent().expect("the path has a folder").to_owned();
    if folder.join("made").exists() {
        return Ok(folder);
    }
    eprintln!("making {megabytes} MB in {}", folder.display());
    let script = shell::root().join("xtask/corpora.py");
    let mut make = shell::command(python);
    make.arg(script).arg("make").arg(shared).arg(&folder);
    shell::output(make.arg(megabytes))?;
    fs::write(folder.join("made"), "").map_err(|error| error.to_string())?;
    Ok(folder)
}

/// Builds the program that users run.
fn build() -> Result<PathBuf, String> {
    shell::output(shell::cargo().args(["build", "--release", "--quiet", "--package", "undross"]))?;
    shell::target("release/undross")
}

fn measure(program: &Path, input: &Path, size: f64, pairs: usize) -> Result<(), String> {
    let mut best: [Option<Ran>; 2] = [None, None];
    for _ in 0..pairs {
        for (threads, best) in ["1", "2"].iter().zip(&mut best) {
            let ran = clean(program, input, &["--to", "jsonl", "-j", threads])?;
            if best.as_ref().is_none_or(|best| ran.seconds < best.seconds) {
                *best = Some(ran);
            }
        }
    }
    let [Some(one), Some(two)] = best else {
        return Err("--pairs wants one pair at least".to_owned());
    };
    let reading = clean(
        program,
        input,
        &["--to", "jsonl", "-j", "1", "--shard", NOTHING],
    )?;
    println!(
        "{:<20}{:>9.1}{:>9.1}{:>9.2}{:>8.1}{:>10.0}{:>10.0}{:>10.1}%",
        input.file_name().unwrap_or_default().to_string_lossy(),
        one.seconds,
        two.seconds,
        one.seconds / two.seconds,
        size / two.seconds,
        two.captures / two.seconds,
        two.peak.max(one.peak),
        100.0 * reading.seconds / one.seconds,
    );
    Ok(())
}

/// Cleans an input into a folder that is taken away again.
fn clean(program: &Path, input: &Path, arguments: &[&str]) -> Result<Ran, String> {
    let out = shell::target("corpora/out")?;
    let _ = fs::remove_dir_all(&out);
    let mut command = Command::new(program);
    command
        .arg("clean")
        .arg(input)
        .args(arguments)
        .arg("-q")
        .arg("-o")
        .arg(&out);
    let started = Instant::now();
    let peak = watch(&mut command)?;
    let seconds = started.elapsed().as_secs_f64();
    let success = fs::read_to_string(out.join("_SUCCESS")).map_err(|error| error.to_string())?;
    let success: serde_json::Value =
        serde_json::from_str(&success).map_err(|error| error.to_string())?;
    fs::remove_dir_all(&out).map_err(|error| error.to_string())?;
    Ok(Ran {
        seconds,
        peak,
        captures: success["captures"].as_f64().unwrap_or_default(),
    })
}

/// Runs a program, and returns the most memory that it held, in MB.
fn watch(command: &mut Command) -> Result<f64, String> {
    let at = |error: std::io::Error| error.to_string();
    let mut child = command.stderr(Stdio::null()).spawn().map_err(at)?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    while child.try_wait().map_err(at)?.is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        peak = text
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"))
            .and_then(|kilobytes| kilobytes.parse().ok())
            .map_or(peak, |kilobytes: f64| kilobytes * 1024.0 / 1e6);
        std::thread::sleep(LOOK);
    }
    Ok(peak)
}

/// Cleans many small files, with files and without, and copies them as they are.
fn small_files(program: &Path, folder: &Path) -> Result<(), String> {
    let small = folder.join("small");
    let at = |error: std::io::Error| error.to_string();
    if !small.exists() {
        fs::create_dir(&small).map_err(at)?;
        for nth in 0..SMALL_FILES {
            let text = format!("[ad_1]\nThe {nth}. of many short stories, told in one line.\n");
            fs::write(small.join(format!("{nth}.txt")), text).map_err(at)?;
        }
    }
    let with_files = clean(program, &small, &["-j", "2"])?;
    let without = clean(program, &small, &["-j", "2", "--to", "jsonl"])?;
    let out = shell::target("corpora/copy")?;
    fs::create_dir_all(&out).map_err(at)?;
    let started = Instant::now();
    for entry in shell::entries(&small)? {
        let name = entry.file_name().unwrap_or_default();
        let bytes = fs::read(&entry).map_err(at)?;
        for extension in ["txt", "diff"] {
            let written = out.join(name).with_extension(extension);
            let unfinished = out.join("unfinished");
            fs::write(&unfinished, &bytes).map_err(at)?;
            fs::rename(unfinished, written).map_err(at)?;
        }
    }
    let copy = started.elapsed().as_secs_f64();
    fs::remove_dir_all(&out).map_err(at)?;
    println!(
        "\n{SMALL_FILES} small files: {:.2} s with two files each, {:.2} s as JSON Lines; \
         writing two files each without cleaning anything: {copy:.2} s",
        with_files.seconds, without.seconds
    );
    Ok(())
}

/// Runs what others would clean a crawl with, in two processes.
fn peers(python: &Path, warc: &Path) -> Result<(), String> {
    let script = shell::root().join("xtask/corpora.py");
    println!();
    for tool in ["trafilatura", "resiliparse"] {
        let started = Instant::now();
        let mut clean = shell::command(python);
        clean.arg(&script).args(["clean", tool]).arg(warc).arg("2");
        let pages = shell::output(&mut clean)?;
        let pages: f64 = pages
            .trim()
            .parse()
            .map_err(|_| format!("{tool}: {pages}"))?;
        let seconds = started.elapsed().as_secs_f64();
        println!(
            "{tool} with FastWARC, 2 processes: {seconds:.1} s, {:.0} captures/s",
            pages / seconds
        );
    }
    Ok(())
}
