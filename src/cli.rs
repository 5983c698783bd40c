//! The command line: one file a command. Data goes to standard output, everything else to standard error.

mod args;
mod check;
mod clean;
mod completions;
mod config;
mod diff;
mod explain;
mod failures;
mod interrupt;
mod learn;
mod man;
mod out;
mod pager;
mod paint;
mod plans;
mod progress;
mod records;
mod restore;
mod review;
mod rules;
mod setup;
mod stats;
mod summary;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use undross::Error;

use out::say;

/// Takes the dross out of raw captures, and shows exactly what was removed.
#[derive(Debug, Parser)]
#[command(
    name = "undross",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    after_help = "\
Examples:
  undross clean article.txt                 tidy text on standard output
  undross clean captures -o tidy            a folder of texts, diffs and records
  undross diff article.txt                  what would be removed, and by which rule
  undross explain article.txt:12            why line 12 stays or goes
  zcat *.gz | undross clean --from jsonl -  JSON Lines in, JSON Lines out

Exit codes:
  0  fine
  1  check or diff found something to remove
  2  the arguments or the configuration cannot be followed, or an input is not there; or the first
     100 rows of a file all fail alike
  3  some captures failed; they are listed, the rest is done; or there are fewer than --min-captures;
     or what was to be written could not be
  130  interrupted"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Clean(clean::Args),
    Check(check::Args),
    Diff(diff::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Restore(restore::Args),
    Learn(learn::Args),
    Stats(stats::Args),
    Review(review::Args),
    Config(config::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// How a command ended that came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All went well.
    Fine,
    /// There is something to remove.
    Found,
    /// A choice of the user does not hold: a test of the configuration fails.
    Wrong,
    /// Some captures failed.
    Failed,
}

pub(crate) fn main() -> ExitCode {
    let ended = match Cli::parse().command {
        Command::Clean(args) => clean::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Restore(args) => restore::run(&args),
        Command::Learn(args) => learn::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    ExitCode::from(match ended {
        Ok(ending) => ending.code(),
        Err(Error::Closed) => 0,
        Err(error) => {
            say(format_args!("undross: {error}"));
            code_of(&error)
        }
    })
}

impl Ending {
    const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Found => 1,
            Self::Wrong => 2,
            Self::Failed => 3,
        }
    }
}

fn code_of(error: &Error) -> u8 {
    match error {
        Error::Interrupted => 130,
        Error::Write { source, .. } if source.kind() == ErrorKind::AlreadyExists => 2,
        Error::Write { .. } | Error::NotItsText(_) => 3,
        _ => 2,
    }
}
