//! `undross clean`: tidy text, diffs and records.

mod folder;

use std::borrow::Cow;
use std::path::PathBuf;

use clap::ValueEnum;
use undross::Error;
use undross::corpus::{Noted, Tally};
use undross::markdown::markdown;
use undross::record::Record;

use super::Ending;
use super::args::{ChoiceArgs, InputArgs, SettingsArgs, size};
use super::out::Out;
use super::setup::{Cleaned, Done, Setup};
use super::summary::Summary;

/// Bytes of input in a shard.
const SHARD_BYTES: &str = "64 MB";

/// Clean captures
///
/// One file or standard input goes to standard output as tidy text. Many captures go to a folder: for each its
/// tidy text X.txt and its diff X.diff, and records.jsonl with a line for each. JSON, tables and WARC give
/// JSON Lines: the record of each capture together with its tidy text.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross clean article.txt
  undross clean captures -o tidy
  undross clean captures -o tidy --update     every night, over a folder that grows
  undross clean page.html --to md
  undross clean captures --to jsonl | jq -r .text
  undross clean --from jsonl --field body --id-field url - < pages.jsonl
  undross clean items.json                  an array of objects, as Scrapy writes it
  undross clean crawl.warc.gz | jq -r .text

Files: notes.txt gives notes.txt and notes.diff, page.log gives page.log.txt and page.log.diff.
Folders below the input are kept. Names that begin with a dot are left out.")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    choice: ChoiceArgs,
    #[command(flatten)]
    settings: SettingsArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
struct OutputArgs {
    /// Folder for texts, diffs and records; it is made where there is none
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Form of the output [default: txt; jsonl for JSON, tables and WARC]
    #[arg(long, value_name = "FORM")]
    to: Option<To>,
    /// Write into a folder that is not empty, and replace files of the same names
    #[arg(long, requires = "out")]
    force: bool,
    /// Go on with a run that was interrupted; the other arguments have to be the same
    #[arg(long, requires = "out", conflicts_with = "force")]
    resume: bool,
    /// Bring an earlier run up to date: clean what is new or changed, take out what is gone, begin where there is none
    #[arg(long, requires = "out", conflicts_with_all = ["force", "resume"])]
    update: bool,
    /// Input after which another file of records begins; what is lost when a run dies is at most that much work
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = SHARD_BYTES, requires = "out")]
    shard_size: u64,
    /// Compress the files of --to jsonl; those of --to parquet always are
    #[arg(long, requires = "out")]
    zstd: bool,
    /// Print no summary and no progress
    #[arg(short, long)]
    quiet: bool,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// Tidy text
    Txt,
    /// Markdown, with the headings, lists, tables and links of web pages; the record keeps the tidy text
    Md,
    /// Records with the tidy text in them
    Jsonl,
    /// The same as columns, into a folder
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What one capture gave: bytes for the stream that all share, and its part of the summary.
struct Piece {
    bytes: Vec<u8>,
    noted: Noted,
    summary: Summary,
}

impl Piece {
    fn new(cleaned: Cleaned<'_>, record: Record<'_>, summary: Summary) -> Self {
        let plan = cleaned.planned.plan.hash();
        Self {
            noted: Noted::new(cleaned.capture, &record.sha256, plan),
            bytes: record.to_line(),
            summary,
        }
    }
}

impl To {
    /// Returns the extension of the files that hold the texts, if they are files of their own.
    const fn extension(self) -> Option<&'static str> {
        match self {
            Self::Txt => Some("txt"),
            Self::Md => Some("md"),
            _ => None,
        }
    }
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let mut setup = Setup::new(&args.input, &args.settings)?;
    setup.choice = args.choice.choice();
    match &args.output.out {
        Some(root) => folder::into_folder(args, setup, root),
        None => to_stdout(args, setup),
    }
}

fn to_stdout(args: &Args, mut setup: Setup) -> Result<Ending, Error> {
    let to = form_on_stdout(args, &setup)?;
    if to == To::Jsonl && !args.output.quiet {
        setup.show_progress(None);
    }
    let mut out = Out::new();
    let mut total = Summary::default();
    let read = setup.each(
        |cleaned| Ok(on_stdout(to, cleaned)),
        |batch| {
            for done in batch {
                if to == To::Jsonl {
                    out.push(record_line(&done))?;
                } else if let (Some(piece), None) = (&done.value, &done.failure) {
                    out.push(&piece.bytes)?;
                }
                total.add(summary_of(done));
            }
            out.flush()
        },
    )?;
    if to == To::Jsonl && !args.output.quiet {
        total.print(&setup);
    }
    Ok(read.or(Ending::Fine))
}

fn form_on_stdout(args: &Args, setup: &Setup) -> Result<To, Error> {
    let streams = setup.inputs.are_streams(&setup.reading);
    let to = args.output.to.unwrap_or(match streams {
        true => To::Jsonl,
        false => To::Txt,
    });
    #[cfg(feature = "parquet")]
    if to == To::Parquet {
        let message = "Parquet is written to a folder; name one with -o";
        return Err(Error::Usage(message.to_owned()));
    }
    if to != To::Jsonl && (streams || !setup.inputs.is_one_file()) {
        let message = "several captures do not fit into one text; \
                       give a folder with -o, or --to jsonl for JSON Lines";
        return Err(Error::Usage(message.to_owned()));
    }
    Ok(to)
}

fn on_stdout(to: To, cleaned: Cleaned<'_>) -> Piece {
    let outcome = cleaned.outcome;
    let mut record = cleaned.record();
    let summary = Summary::of(&cleaned.job.place(), outcome, &record);
    if to == To::Jsonl {
        return Piece::new(cleaned, record, summary);
    }
    let text = record.text.take().unwrap_or_default();
    let text = match to {
        To::Md => markdown(outcome, &text),
        _ => text.into_owned(),
    };
    Piece {
        bytes: text.into_bytes(),
        ..Piece::new(cleaned, record, summary)
    }
}

/// Returns the record of a capture, also of one that could not be read.
fn record_line<'d>(done: &'d Done<'_, Piece>) -> Cow<'d, [u8]> {
    match (&done.value, &done.failure) {
        (Some(piece), _) => Cow::Borrowed(&piece.bytes),
        (None, Some(failure)) => {
            let record = Record::unread(&failure.id, &failure.reason, &done.planned.plan);
            Cow::Owned(record.to_line())
        }
        (None, None) => Cow::Borrowed(&[]),
    }
}

/// Returns the part of a capture in the summary.
fn summary_of(done: Done<Piece>) -> Summary {
    let failed = done.failure.is_some();
    let mut summary = done
        .value
        .map_or_else(Summary::unread, |piece| piece.summary);
    if failed {
        summary.add_failed();
    }
    summary
}
