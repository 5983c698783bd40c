//! `cargo xtask fuzz`: random input, led by what it reaches, against the laws of tokenizer, tree, pipeline and record.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use undross::record::Record;
use undross::{Capture, Plan, process};

use crate::shell;

pub(crate) const ARGUMENTS: &str = "[TARGET] [--minutes N]";

/// The targets of `fuzz/fuzz_targets/`.
const TARGETS: &[&str] = &["tokenizer", "tree", "pipeline", "record"];
/// Folders whose files the search begins with.
const SEEDS: &[&str] = &["fixtures", "seeds"];
/// Minutes for each target, where none are named.
const MINUTES: u16 = 10;
/// Bytes of the longest input.
const LONGEST: usize = 64 << 10;
/// Seconds after which an input counts as too slow.
const SLOWEST: u32 = 10;

/// Runs one target or all of them, one after the other; the first finding ends it.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let minutes = match shell::option(arguments, "--minutes")? {
        Some(number) => parse(number)?,
        None => MINUTES,
    };
    let targets = match named(arguments) {
        Some(name) => vec![known(name)?],
        None => TARGETS.to_vec(),
    };
    ask_for_cargo_fuzz()?;
    for target in targets {
        let ended = fuzz(target, minutes)?;
        if ended != ExitCode::SUCCESS {
            println!(
                "{target}: the input is in fuzz/artifacts/{target}/; make it small with cargo fuzz tmin, and a test of it"
            );
            return Ok(ended);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Finds what is neither the option nor its value.
fn named(arguments: &[String]) -> Option<&str> {
    let option = arguments
        .iter()
        .position(|argument| argument == "--minutes");
    let is_option = |at| option.is_some_and(|option| at == option || at == option + 1);
    let mut others = (0..arguments.len()).filter(|&at| !is_option(at));
    others.next().map(|at| arguments[at].as_str())
}

fn known(name: &str) -> Result<&str, String> {
    match TARGETS.contains(&name) {
        true => Ok(name),
        false => Err(format!(
            "no target is called {name}; there are {}",
            TARGETS.join(", ")
        )),
    }
}

fn parse(minutes: &str) -> Result<u16, String> {
    let number = minutes.parse();
    number.map_err(|_| {
        format!(
            "--minutes wants a whole number up to {}, not {minutes}",
            u16::MAX
        )
    })
}

fn ask_for_cargo_fuzz() -> Result<(), String> {
    let asked = shell::output(shell::cargo().args(["fuzz", "--version"]));
    asked.map(|_| ()).map_err(|_| {
        "cargo-fuzz is missing: cargo install cargo-fuzz; it wants a C++ compiler too".to_owned()
    })
}

fn fuzz(target: &str, minutes: u16) -> Result<ExitCode, String> {
    let corpus = shell::root().join("fuzz/corpus").join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    if target == "record" {
        write_records(&corpus)?;
    }
    // There is no unsafe code to watch, and without a sanitizer stable Rust will do.
    let mut cargo = shell::cargo();
    cargo.args(["fuzz", "run", "--sanitizer", "none", target]);
    cargo.arg(corpus).args(SEEDS).arg("--");
    cargo.args(limits(minutes)).env("RUSTC_BOOTSTRAP", "1");
    shell::status(&mut cargo)
}

/// Returns what libFuzzer has to know.
fn limits(minutes: u16) -> [String; 4] {
    [
        format!("-max_total_time={}", u32::from(minutes) * 60),
        format!("-max_len={LONGEST}"),
        format!("-timeout={SLOWEST}"),
        "-dict=fuzz/html.dict".to_owned(),
    ]
}

/// Writes the records of the seeds into a corpus, so that the search knows what a record is.
fn write_records(corpus: &Path) -> Result<(), String> {
    let plan = Plan::default();
    for path in shell::entries(&shell::root().join("seeds"))? {
        let at = |error| format!("{}: {error}", path.display());
        let capture = Capture::of_bytes("seed", fs::read(&path).map_err(at)?);
        let outcome = process(&capture, &plan);
        let line = Record::with_text(&capture, &outcome, &plan).to_line();
        let name = path.with_extension("jsonl");
        let name = name.file_name().unwrap_or_default();
        fs::write(corpus.join(name), line).map_err(at)?;
    }
    Ok(())
}
