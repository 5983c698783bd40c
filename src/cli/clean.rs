//! `undross clean`: tidy text, diffs and records.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use undross::corpus::{Existing, Folder, Job, tidy_name};
use undross::diff::{Heading, hunks, unified_hunks};
use undross::markdown::markdown;
use undross::outcome::Status;
use undross::record::Record;
use undross::{Capture, Error, Outcome};

use super::args::{InputArgs, SettingsArgs};
use super::out::{Out, say};
use super::setup::{Done, Setup};
use super::summary::Summary;
use super::{Ending, interrupt};

/// Name of the file of records in an output folder.
pub(super) const RECORDS: &str = "records.jsonl";

/// Clean captures
///
/// One file or standard input goes to standard output as tidy text. Many captures go to a folder: for each its
/// tidy text X.txt and its diff X.diff, and records.jsonl with a line for each. JSON Lines, tables and WARC give
/// JSON Lines: the record of each capture together with its tidy text.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross clean article.txt
  undross clean captures -o tidy
  undross clean page.html --to md
  undross clean captures --to jsonl | jq -r .text
  undross clean --from jsonl --field body --id-field url - < pages.jsonl
  undross clean crawl.warc.gz | jq -r .text

Files: notes.txt gives notes.txt and notes.diff, page.log gives page.log.txt and page.log.diff.
Folders below the input are kept. Names that begin with a dot are left out.")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
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
    /// Form of the output [default: txt; jsonl for JSON Lines]
    #[arg(long, value_name = "FORM")]
    to: Option<To>,
    /// Write into a folder that is not empty, and replace files of the same names
    #[arg(long, requires = "out")]
    force: bool,
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
}

/// What one capture gave: bytes for the stream that all share, and its part of the summary.
struct Piece {
    bytes: Vec<u8>,
    summary: Summary,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let setup = Setup::new(&args.input, &args.settings)?;
    match &args.output.out {
        Some(folder) => into_folder(args, setup, folder),
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
    let failed = setup.each(
        |job, capture, outcome| Ok(on_stdout(&setup, to, (job, capture, outcome))),
        |batch| {
            for done in batch {
                if to == To::Jsonl {
                    out.push(record_line(&setup, &done))?;
                } else if let (Some(piece), None) = (&done.value, &done.failure) {
                    out.push(&piece.bytes)?;
                }
                total.add_done(done.value.map(|piece| piece.summary));
            }
            out.flush()
        },
    )?;
    if to == To::Jsonl && !args.output.quiet {
        total.print(&setup, failed);
    }
    Ok(ending(failed))
}

fn form_on_stdout(args: &Args, setup: &Setup) -> Result<To, Error> {
    let streams = setup.inputs.are_streams(&setup.reading);
    let to = args.output.to.unwrap_or(match streams {
        true => To::Jsonl,
        false => To::Txt,
    });
    if to != To::Jsonl && (streams || !setup.inputs.is_one_file()) {
        let message = "several captures do not fit into one text; \
                       give a folder with -o, or --to jsonl for JSON Lines";
        return Err(Error::Usage(message.to_owned()));
    }
    Ok(to)
}

fn on_stdout(
    setup: &Setup,
    to: To,
    (job, capture, outcome): (&Job, &Capture<'_>, &Outcome<'_>),
) -> Piece {
    let mut record = Record::with_text(capture, outcome, &setup.plan);
    let summary = Summary::of(&job.place(), outcome, &record);
    let bytes = match to {
        To::Jsonl => record.to_line(),
        To::Md => {
            let text = record.text.take();
            text.map_or_else(Vec::new, |text| markdown(outcome, &text).into_bytes())
        }
        To::Txt => record.text.take().unwrap_or_default().into_bytes(),
    };
    Piece { bytes, summary }
}

fn into_folder(args: &Args, mut setup: Setup, folder: &Path) -> Result<Ending, Error> {
    if let Some(input) = setup.inputs.leave_out(folder)? {
        let (folder, input) = (folder.display(), input.display());
        say(format_args!(
            "undross: the output folder `{folder}` lies in the input `{input}`: nothing in it is read"
        ));
    }
    let to = args.output.to;
    survey(args, &mut setup)?;
    let existing = match args.output.force {
        true => Existing::Replace,
        false => Existing::Refuse,
    };
    let folder = Folder::open(folder, existing)?;
    interrupt::watch();
    let mut records = folder.stream(RECORDS)?;
    let mut total = Summary::default();
    let failed = setup.each(
        |job, capture, outcome| in_folder(&setup, &folder, to, (job, capture, outcome)),
        |batch| {
            for done in batch {
                records.push(&record_line(&setup, &done))?;
                total.add_done(done.value.map(|piece| piece.summary));
            }
            Ok(())
        },
    )?;
    records.finish()?;
    if !args.output.quiet {
        total.print(&setup, failed);
    }
    Ok(ending(failed))
}

/// Looks over all inputs before anything is written.
fn survey(args: &Args, setup: &mut Setup) -> Result<(), Error> {
    let extension = extension(args.output.to);
    let survey = setup.inputs.survey(&setup.reading, extension)?;
    if survey.streams > 0 && matches!(args.output.to, Some(To::Txt | To::Md)) {
        let message = "JSON Lines, tables and WARC hold captures without file names; \
                       leave --to out, or give --to jsonl, and their text stands in records.jsonl";
        return Err(Error::Usage(message.to_owned()));
    }
    if !args.output.quiet {
        setup.show_progress((survey.streams + survey.archives == 0).then_some(survey.files));
    }
    Ok(())
}

fn in_folder(
    setup: &Setup,
    folder: &Folder,
    to: Option<To>,
    (job, capture, outcome): (&Job, &Capture<'_>, &Outcome<'_>),
) -> Result<Piece, Error> {
    let mut record = Record::with_text(capture, outcome, &setup.plan);
    let summary = Summary::of(&job.place(), outcome, &record);
    if let Some(name) = job.name()
        && let Some(extension) = extension(to)
        && !matches!(outcome.status(), Status::Failed(_))
    {
        let diff = unified_hunks(
            &hunks(outcome.page().text(), outcome.removals()),
            &record.id,
            Heading::RulesAndStrength,
        );
        folder.write(&tidy_name(name, "diff"), diff.as_bytes())?;
        let name = tidy_name(name, extension);
        if to == Some(To::Md) {
            let text = record.text.as_deref().unwrap_or_default();
            folder.write(&name, markdown(outcome, text).as_bytes())?;
        } else {
            let text = record.text.take().unwrap_or_default();
            folder.write(&name, text.as_bytes())?;
        }
    }
    Ok(Piece {
        bytes: record.to_line(),
        summary,
    })
}

/// Returns the record of a capture, also of one that could not be read.
fn record_line<'d>(setup: &Setup, done: &'d Done<Piece>) -> Cow<'d, [u8]> {
    match (&done.value, &done.failure) {
        (Some(piece), _) => Cow::Borrowed(&piece.bytes),
        (None, Some(failure)) => {
            let record = Record::unread(&failure.id, &failure.reason, &setup.plan);
            Cow::Owned(record.to_line())
        }
        (None, None) => Cow::Borrowed(&[]),
    }
}

const fn extension(to: Option<To>) -> Option<&'static str> {
    match to {
        None | Some(To::Txt) => Some("txt"),
        Some(To::Md) => Some("md"),
        Some(To::Jsonl) => None,
    }
}

const fn ending(failed: u64) -> Ending {
    match failed {
        0 => Ending::Fine,
        _ => Ending::Failed,
    }
}
