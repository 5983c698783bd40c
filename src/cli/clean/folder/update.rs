//! Looking what of an earlier run is still right, and telling what is not.

use undross::Error;
use undross::corpus::{Batches, Before, Difference, Header, Run, Shards};

use super::noted;
use crate::cli::Ending;
use crate::cli::clean::Args;
use crate::cli::interrupt;
use crate::cli::out::{counted, grouped, say};
use crate::cli::setup::Setup;
use crate::cli::summary::Summary;

/// Captures that are gone and are named; the others are counted.
const NAMED: usize = 10;

/// What an earlier run leaves to do.
pub(super) enum Left {
    /// Nothing; how the command ends.
    Nothing(Ending),
    /// The run that brings it up to date.
    Run(Box<(Run, Shards<Summary>)>),
}

/// Begins the run that brings one up to date, if anything is left to do.
pub(super) fn begin(
    args: &Args,
    setup: &Setup,
    header: &Header,
    before: Before,
) -> Result<Left, Error> {
    let root = before.root().to_owned();
    let shown = root.display();
    let difference = look(args, setup, &before)?;
    if before.is_up_to_date(&difference) {
        let failed = before.failed();
        let which = match failed {
            0 => String::new(),
            _ => format!(
                ", but for {} that failed, see `_failures.jsonl`",
                counted(failed, "capture")
            ),
        };
        say(format_args!(
            "undross: the run in `{shown}` is finished; nothing is left to do{which}"
        ));
        let enough = setup.are_enough(difference.same.saturating_sub(failed));
        return Ok(Left::Nothing(match (failed, enough) {
            (0, true) => Ending::Fine,
            _ => Ending::Failed,
        }));
    }
    if !args.output.update {
        return Err(Error::InputChanged(root));
    }
    let nothing_left =
        difference.same == 0 && difference.changed.is_empty() && difference.new.is_empty();
    if nothing_left {
        return Err(Error::Usage(format!(
            "none of the {} in `{shown}` is in the input any more, and nothing else is; check the input, or give --force to begin anew",
            counted(difference.gone.len() as u64, "capture")
        )));
    }
    tell(&difference, args.output.quiet);
    let update = before.update(header, &difference)?;
    Ok(Left::Run(Box::new(update)))
}

/// Reads all captures, and holds them to those of the earlier run.
fn look(args: &Args, setup: &Setup, before: &Before) -> Result<Difference, Error> {
    interrupt::watch();
    let mut look = before.look();
    setup.run(
        Batches::of_shards(&setup.choice, args.output.shard_size),
        |batch| {
            let planned = setup.plans.get(batch.under);
            let jobs = batch.jobs.iter();
            let noted: Vec<_> = jobs.map(|job| noted(setup, (job, planned))).collect();
            (batch.shard, noted)
        },
        |(shard, noted)| {
            look.add(shard, &noted);
            Ok(())
        },
    )?;
    before.difference(look)
}

/// Says what is different; what is taken out is told to the quiet too.
fn tell(difference: &Difference, quiet: bool) {
    let Difference {
        new,
        changed,
        gone,
        same,
        ..
    } = difference;
    for id in gone.iter().take(NAMED) {
        say(format_args!(
            "undross: {id}: is gone from the input, and is taken out"
        ));
    }
    if let Some(more @ 1..) = gone.len().checked_sub(NAMED) {
        let more = counted(more as u64, "capture");
        say(format_args!(
            "undross: {more} more are gone, and are taken out"
        ));
    }
    if quiet {
        return;
    }
    let new = counted(new.len() as u64, "new capture");
    let (changed, gone, same) = (
        grouped(changed.len() as u64),
        grouped(gone.len() as u64),
        grouped(*same),
    );
    say(format_args!(
        "undross: {new}, {changed} changed, {gone} gone, {same} as before"
    ));
}
