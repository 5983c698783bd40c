//! `undross check`: is there anything to remove?

use std::collections::BTreeMap;

use undross::{Error, Outcome};

use super::Ending;
use super::args::{InputArgs, SettingsArgs};
use super::out::{Out, counted};
use super::setup::{Cleaned, Setup};

/// Tell whether there is anything to remove
///
/// Lists every capture that would lose something, with the rules at work. Writes nothing else.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross check captures               one line for each capture that is not clean
  undross check captures && publish    exit code 0 where nothing would be removed, else 1")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    settings: SettingsArgs,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let mut setup = Setup::new(&args.input, &args.settings)?;
    setup.show_progress(None);
    let mut out = Out::new();
    let mut found = false;
    let read = setup.each(
        |Cleaned { job, outcome, .. }| {
            let found = !outcome.removals().is_empty();
            Ok(found.then(|| line(&job.place(), outcome)))
        },
        |batch| {
            for line in batch.into_iter().filter_map(|done| done.value.flatten()) {
                found = true;
                setup.progress.suspend(|| out.line(line))?;
            }
            out.flush()
        },
    )?;
    Ok(read.or(match found {
        true => Ending::Found,
        false => Ending::Fine,
    }))
}

fn line(place: &str, outcome: &Outcome<'_>) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in outcome.removals().iter().flat_map(|removal| &removal.rules) {
        *rules.entry(rule).or_default() += 1;
    }
    let rules: Vec<String> = rules
        .into_iter()
        .map(|(rule, count)| match count {
            1 => rule.to_owned(),
            _ => format!("{rule} ×{count}"),
        })
        .collect();
    let removals = counted(outcome.removals().len() as u64, "removal");
    format!("{place}: {removals} by {}", rules.join(", "))
}
