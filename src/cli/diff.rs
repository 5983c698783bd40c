//! `undross diff`: what would be removed, and by which rule.

mod args;
mod columns;
mod json;
mod layout;
mod report;

use undross::Error;

use super::Ending;
use super::args::{InputArgs, SettingsArgs};
use super::failures::Read;
use super::setup::Setup;
use args::OutputArgs;
use report::{Report, Shown};

/// Show what would be removed, and by which rule
///
/// Rule names stand in the headings of the hunks; `(likely)` marks what a reviewer should look at first. The
/// diff is of the page before the passes rewrite it; `undross restore` gives the page back from its tidy text.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross diff article.txt
  undross diff captures --side-by-side
  undross diff captures --group              each kind of removal once, the least sure first
  undross diff article.txt --rewrites        also what the normalizer rewrites
  undross diff captures | delta              or any other tool that reads patches
  undross diff pages.jsonl --json | jq '.hunks[] | select(.strength == \"likely\")'
  undross diff captures --format html > review.html
  undross diff captures --format sarif > undross.sarif
  undross diff captures --format github      in a workflow of GitHub Actions

On a terminal, a pager shows it: UNDROSS_PAGER, else PAGER, else `less -FRX`.
The exit code is 1 where something would be removed.")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    settings: SettingsArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let look = args.output.look()?;
    let setup = Setup::new(&args.input, &args.settings)?;
    let mut report = Report::new(look, args.output.color, args.output.open());
    let ended = write(&setup, &mut report);
    match (ended, report.found()) {
        (Ok(read), true) => Ok(read.or(Ending::Found)),
        (Ok(read), false) => Ok(read.or(Ending::Fine)),
        // A pager or a pipe that has seen enough does not change what was found.
        (Err(Error::Closed), true) => Ok(Ending::Found),
        (Err(error), _) => Err(error),
    }
}

/// Writes the diffs of all captures.
fn write(setup: &Setup, report: &mut Report) -> Result<Read, Error> {
    let rules = setup.plans.rules();
    report.begin(&rules)?;
    let show = report.show();
    let read = setup.each(
        |cleaned| Ok(show.capture(cleaned, &rules)),
        |batch| {
            let fine = batch.into_iter().filter(|done| done.failure.is_none());
            let shown: Vec<Shown> = fine.filter_map(|done| done.value).collect();
            report.push(shown)
        },
    )?;
    report.finish()?;
    Ok(read)
}
