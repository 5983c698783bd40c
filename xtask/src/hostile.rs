//! `cargo xtask hostile`: hostile inputs in full size, and whether twice the input takes twice the time.

use std::process::ExitCode;
use std::time::Instant;

use undross::record::Record;
use undross::{Capture, Plan, diff, process};

use crate::shell;

#[allow(
    dead_code,
    reason = "the tests look at what comes of the inputs, this task at the time"
)]
#[path = "../../tests/hostile/inputs.rs"]
mod inputs;

#[path = "../../tests/hostile/pages.rs"]
mod pages;

mod files;

use inputs::{HOSTILE, Hostile};
use pages::PAGES;

/// Halvings from the full size down to the first that is measured.
const HALVINGS: u32 = 5;
/// Growth of the time, for twice the input, from which something is not linear: 2 and room for noise.
const STEEP: f64 = 2.8;
/// Seconds below which a growth says nothing.
const FAINT: f64 = 0.05;
/// Seconds after which a steep input is not doubled again.
const ENOUGH: f64 = 5.0;
/// Megabytes a second that every input has to reach.
const SLOWEST: f64 = 1.0;

/// What was measured of one input.
struct Measure {
    bytes: usize,
    seconds: f64,
    growth: f64,
}

pub(crate) fn run(names: &[String]) -> Result<ExitCode, String> {
    if let Some(path) = shell::option(names, files::ONE)? {
        return files::measure_one(path);
    }
    let all = || HOSTILE.iter().chain(PAGES);
    if let Some(name) = names
        .iter()
        .find(|name| !all().any(|one| one.name == **name))
    {
        let known: Vec<&str> = all().map(|hostile| hostile.name).collect();
        return Err(format!(
            "no input is called {name}; there are {}",
            known.join(", ")
        ));
    }
    let plan = Plan::default();
    let chosen =
        |hostile: &&Hostile| names.is_empty() || names.iter().any(|name| name == hostile.name);
    println!(
        "{:<20}{:>9}{:>10}{:>10}{:>9}",
        "", "MB", "s", "MB/s", "growth"
    );
    let mut faults = 0;
    for hostile in all().filter(chosen) {
        let measure = measure(hostile, &plan);
        let fault = fault(hostile, &measure);
        faults += usize::from(fault.is_some());
        print(hostile, &measure, fault.unwrap_or_default());
    }
    if names.is_empty() {
        faults += files::measure_all()?;
    }
    println!("\n{faults} of them are not linear, too slow or too large");
    Ok(ExitCode::from(u8::from(faults > 0)))
}

/// Doubles an input up to its full size; one that grows steeply is given up early.
fn measure(hostile: &Hostile, plan: &Plan) -> Measure {
    let mut last = f64::INFINITY;
    let mut measure = Measure {
        bytes: 0,
        seconds: 0.0,
        growth: 0.0,
    };
    for halving in (0..=HALVINGS).rev() {
        let input = hostile.make(hostile.full >> halving);
        measure.bytes = input.len();
        measure.seconds = seconds(input, plan);
        measure.growth = measure.seconds / last;
        last = measure.seconds;
        if measure.seconds > ENOUGH && measure.growth > STEEP {
            break;
        }
    }
    measure
}

/// Times all that a run does with a capture, and its diff.
fn seconds(input: Vec<u8>, plan: &Plan) -> f64 {
    let started = Instant::now();
    let capture = Capture::of_bytes("hostile", input);
    let outcome = process(&capture, plan);
    let mut record = Record::new(&capture, &outcome, plan);
    record.text = Some(outcome.text().into());
    std::hint::black_box((diff::unified(&outcome, "hostile"), record));
    started.elapsed().as_secs_f64()
}

fn fault(hostile: &Hostile, measure: &Measure) -> Option<&'static str> {
    if measure.bytes < hostile.full {
        return Some("not linear, given up");
    }
    if measure.seconds > FAINT && measure.growth > STEEP {
        return Some("not linear");
    }
    (rate(measure) < SLOWEST).then_some("slow")
}

fn rate(measure: &Measure) -> f64 {
    measure.bytes as f64 / 1e6 / measure.seconds
}

fn print(hostile: &Hostile, measure: &Measure, fault: &str) {
    let Measure {
        bytes,
        seconds,
        growth,
    } = measure;
    let (name, megabytes) = (hostile.name, *bytes as f64 / 1e6);
    println!(
        "{name:<20}{megabytes:>9.1}{seconds:>10.3}{:>10.1}{growth:>8.1}x  {fault}",
        rate(measure)
    );
}
