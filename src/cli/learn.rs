//! `undross learn`: profiles of sites, for review and for `undross clean --profile-dir`.

mod store;

use std::path::PathBuf;

use undross::Error;
use undross::learn::{Samples, Seen, SiteProfile};

use super::args::{InputArgs, SettingsArgs};
use super::out::{counted, say};
use super::setup::{Cleaned, Setup};
use super::{Ending, failures, interrupt};
use store::Store;
pub(super) use store::profiles;

/// Bytes of samples that are held before they go into their files.
const HELD: usize = 128 << 20;

/// Learn the lines that many captures of one site show
///
/// The site of a capture is the host of its id or of the address that it states, else its folder; --site or --site-field say it.
/// The folder gets a profile for each site with such lines, to be reviewed and kept in git, and counts/, which later
/// captures are added to. Lines that were deleted from a profile stay out of it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross learn captures -o profiles
  undross learn --site-field url crawl.jsonl -o profiles
  undross learn --merge shard-1 shard-2 -o profiles
  undross clean captures --profile-dir profiles -o tidy

A line is learned where at least 5 captures, and one in 10, have it at an edge of the text, a sentence where one in 4
have it; between paragraphs only a sentence that every other capture has. Copies of one text count once. Dates, bylines, and labels without other such lines
around them are not learned. Of a site with more than 256 captures, 256 are looked at.")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    settings: SettingsArgs,
    /// Folder for the profiles; what it holds from before is added to
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    out: PathBuf,
    /// Folders of other runs to join
    #[arg(long, value_name = "DIR", num_args = 1.., help_heading = "Input")]
    merge: Vec<PathBuf>,
    /// Print no summary and no progress
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

/// Captures that were read.
#[derive(Default)]
struct Read {
    captures: u64,
    homeless: u64,
    /// Whether some could not be read.
    is_partial: bool,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    if args.settings.profile_dir.is_some() {
        let message =
            "what was learned before would hide what is to be learned; leave --profile-dir out";
        return Err(Error::Usage(message.to_owned()));
    }
    // The inputs are looked at first, so that a mistake in them leaves no folder behind.
    let reads = !args.input.inputs.is_empty() || args.merge.is_empty();
    let setup = reads
        .then(|| Setup::new(&args.input, &args.settings))
        .transpose()?;
    let store = Store::open(&args.out)?;
    interrupt::watch();
    for folder in &args.merge {
        store.join(folder)?;
    }
    let read = match setup {
        Some(setup) => learn(args, setup, &store)?,
        None => Read::default(),
    };
    let written = store.write_profiles()?;
    if !args.quiet {
        print(&read, &written);
    }
    Ok(match read.is_partial {
        false => Ending::Fine,
        true => Ending::Failed,
    })
}

/// Reads all captures into the store.
fn learn(args: &Args, mut setup: Setup, store: &Store) -> Result<Read, Error> {
    setup.inputs.leave_out(&args.out)?;
    if !args.quiet {
        setup.show_progress(None);
    }
    let (mut read, mut samples, mut held) = (Read::default(), Samples::default(), 0);
    let whole = setup.each(
        |Cleaned {
             capture, outcome, ..
         }| {
            let site = outcome.page().site().map(str::to_owned);
            Ok(site.map(|site| (site, Seen::of(&capture.id, outcome))))
        },
        |batch| {
            for done in batch {
                read.captures += 1;
                match done.value.filter(|_| done.failure.is_none()) {
                    Some(Some((site, seen))) => held += samples.add(&site, seen),
                    Some(None) => read.homeless += 1,
                    None => {}
                }
            }
            if held > HELD {
                held = 0;
                store.add(std::mem::take(&mut samples))?;
            }
            Ok(())
        },
    )?;
    store.add(samples)?;
    read.is_partial = whole == failures::Read::Partly;
    Ok(read)
}

fn print(read: &Read, written: &[(PathBuf, SiteProfile)]) {
    let lines = written
        .iter()
        .map(|(_, profile)| profile.lines.len() as u64)
        .sum();
    let (captures, sites) = (
        counted(read.captures, "capture"),
        counted(written.len() as u64, "profile"),
    );
    say(format_args!(
        "{captures} read; {sites} with {}",
        counted(lines, "line")
    ));
    for (path, profile) in written {
        let lines = counted(profile.lines.len() as u64, "line");
        say(format_args!("  {}: {lines}", path.display()));
    }
    if read.homeless > 0 {
        say(format_args!(
            "{} of no known site were passed over; name the site with --site, or a field of JSON with --site-field",
            counted(read.homeless, "capture")
        ));
    }
}
