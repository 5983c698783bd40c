//! `cargo xtask bench-model`: nanoseconds a block that each part of the block model takes.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use undross::Page;
use undross::decode::decode;
use undross::model::decide::decide;
use undross::model::features::{FAMILIES, Table};
use undross::model::forest::MODEL;
use undross::model::{Headline, Input, Measured, Profile, Units, path};

use crate::{pages, shell};

pub(crate) const ARGUMENTS: &str = "[--gold DIR]";

/// Every so many pages one is measured.
const EVERY: usize = 10;

/// Times by part, in the order in which a page meets them.
#[derive(Default)]
struct Times {
    parts: Vec<(&'static str, Duration)>,
    blocks: usize,
    bytes: usize,
}

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let folder = shell::data("pages", shell::option(arguments, "--gold")?)?;
    let mut times = Times::default();
    for file in pages::find(&folder)?.iter().step_by(EVERY) {
        let bytes = file.bytes()?;
        let page = Page::of_html(decode(&bytes, None).text);
        times.bytes += bytes.len();
        times.page(&page);
    }
    times.print();
    Ok(ExitCode::SUCCESS)
}

impl Times {
    fn page(&mut self, page: &Page) {
        let Some(input) = self.time("input", || Input::of(page)) else {
            return;
        };
        let measured = self.time("measure", || Measured::of(&input));
        let mut table = self.time("table", || Table::empty(&measured));
        for (at, family) in FAMILIES.iter().enumerate() {
            self.time(family.name, || table.fill(&measured, at));
        }
        let scores = self.time("path words", || path::scores(&measured, &MODEL.weights));
        table.set_path_scores(&scores);
        let probabilities = self.time("forest", || MODEL.probabilities(&table));
        black_box(self.time("decide", || {
            decide(
                (&measured, &Units::of(&measured)),
                &probabilities,
                Profile::Auto,
                (Headline::Keep, None),
            )
        }));
        self.blocks += measured.len();
    }

    fn time<T>(&mut self, name: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = run();
        let took = start.elapsed();
        match self.parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += took,
            None => self.parts.push((name, took)),
        }
        value
    }

    fn print(&self) {
        let each = |time: Duration| time.as_nanos() as f64 / self.blocks as f64;
        for (name, time) in &self.parts {
            println!("{name:12} {:7.0} ns a block", each(*time));
        }
        let all: Duration = self.parts.iter().map(|(_, time)| *time).sum();
        let rate = self.bytes as f64 / all.as_secs_f64() / 1e6;
        println!(
            "{:12} {:7.0} ns a block, {rate:.0} MB/s of markup",
            "all",
            each(all)
        );
    }
}
