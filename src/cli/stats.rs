//! `undross stats`: what a run did, from its records.

mod against;
mod pictures;
mod text;

use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;
use undross::Error;
use undross::stats::{Changes, Stats, html};

use super::Ending;
use super::out::Out;
use super::records::Records;
use pictures::Present;

/// Show what a run did
///
/// From the records of an output folder: what was removed by rule, site and encoding, the captures that lost most or nothing, those
/// that the block model is not sure of, and those with nearly the same text, where the records hold it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross stats tidy
  undross stats tidy --against tidy-before
  undross stats tidy --format html > report.html
  undross stats tidy --pictures pictures     charts as SVG files")]
pub(super) struct Args {
    /// Output folder of a run, or a .jsonl file of records
    #[arg(value_name = "RUN")]
    run: PathBuf,
    /// Another run over the same captures, from before: whose removals were lost, and which were gained
    #[arg(long, value_name = "RUN")]
    against: Option<PathBuf>,
    /// Form of the report
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
    /// Also write the charts of the run into this folder, each an SVG file that needs nothing beside itself
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
    /// Replace pictures that are there already
    #[arg(long, requires = "pictures")]
    force: bool,
}

/// Form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables
    Text,
    /// One JSON object
    Json,
    /// A page with plots that needs nothing beside itself
    Html,
}

/// The whole report, as JSON.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    stats: &'a Stats,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<&'a Changes>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let mut stats = Stats::default();
    for line in Records::open(&args.run)? {
        stats.add(&line?.record()?);
    }
    let changes = args.against.as_ref();
    let changes = changes
        .map(|before| against::changes(before, &args.run))
        .transpose()?;
    if let Some(folder) = &args.pictures {
        let existing = match args.force {
            true => Present::Replace,
            false => Present::Refuse,
        };
        pictures::write(&stats, folder, existing)?;
    }
    let mut out = Out::new();
    out.push(match args.format {
        Format::Text => text::text(&stats, changes.as_ref()),
        Format::Html => html(&stats, changes.as_ref()),
        Format::Json => {
            let (stats, against) = (&stats, changes.as_ref());
            let report = serde_json::to_string_pretty(&Report { stats, against });
            report.expect("counts have nothing that JSON refuses") + "\n"
        }
    })?;
    out.flush()?;
    Ok(Ending::Fine)
}
