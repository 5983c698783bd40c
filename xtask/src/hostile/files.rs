//! The hostile pages of `hostile/gen.py`, each in a process of its own: seconds, memory, and what is said of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use undross::record::Record;
use undross::{Capture, Plan, process};

use crate::shell;

/// Option that measures one file in this process.
pub(super) const ONE: &str = "--file";
/// Seconds that a file may take, the compilation of the rules aside.
const SECONDS: f64 = 2.0;
/// Megabytes that a file may take beside what its bytes allow.
const FREE: f64 = 100.0;
/// Bytes of memory that each byte of a file allows.
const A_BYTE: f64 = 6.0;

/// Makes the pages and measures each; returns how many are too slow or too large.
///
/// # Errors
///
/// A page cannot be written or read.
pub(super) fn measure_all() -> Result<usize, String> {
    let Some(folder) = make()? else {
        return Ok(0);
    };
    let mut faults = 0;
    println!("\n{:<24}{:>8}{:>8}{:>8}", "", "MB", "s", "MB RAM");
    for path in shell::entries(&folder)? {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut one = shell::command(program);
        one.args(["hostile", ONE]).arg(&path);
        let row = shell::output(&mut one)?;
        faults += usize::from(row.contains("TOO"));
        print!("{row}");
    }
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(faults)
}

/// Writes the pages; `None`, and why, where that cannot be done here.
fn make() -> Result<Option<PathBuf>, String> {
    let script = match shell::data("hostile", None) {
        Ok(data) => data.join("gen.py"),
        Err(why) => {
            println!("\nthe pages of hostile/gen.py are left out: {why}");
            return Ok(None);
        }
    };
    let folder = shell::target("hostile/pages")?;
    let made = shell::output(shell::command("python3").arg(script).arg(&folder));
    if let Err(why) = made {
        println!("\nthe pages of hostile/gen.py are left out: {why}");
        return Ok(None);
    }
    Ok(Some(folder))
}

/// Measures one page and prints its row.
///
/// # Errors
///
/// The page cannot be read.
pub(super) fn measure_one(path: &str) -> Result<ExitCode, String> {
    let plan = Plan::default();
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let megabytes = bytes.len() as f64 / 1e6;
    let started = Instant::now();
    let capture = Capture::of_bytes("hostile", bytes);
    let outcome = process(&capture, &plan);
    let record = Record::with_text(&capture, &outcome, &plan);
    let text = record.text.as_ref().map_or(0, |text| text.len());
    let (seconds, memory) = (started.elapsed().as_secs_f64(), peak());
    let fault = match () {
        () if seconds > SECONDS => "TOO SLOW ",
        () if memory > FREE + A_BYTE * megabytes => "TOO LARGE ",
        () => "",
    };
    let name = Path::new(path).file_stem().unwrap_or_default();
    let reason = record.reason.as_deref().unwrap_or_default();
    println!(
        "{:<24}{megabytes:>8.1}{seconds:>8.2}{memory:>8.0}  {fault}{} {text} bytes of text {reason}",
        name.to_string_lossy(),
        record.status
    );
    Ok(ExitCode::SUCCESS)
}

/// Returns the most memory that this process has held so far, in megabytes; 0 where the system does not say.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kilobytes.map_or(0.0, |kilobytes| {
        kilobytes.parse().unwrap_or(0.0) * 1024.0 / 1e6
    })
}
