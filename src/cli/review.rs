//! `undross review`: people decide about removals, once.

mod answers;
mod asked;
mod assets;
mod attributes;
mod change;
mod decide;
mod export;
mod history;
mod list;
mod live;
mod merge;
mod parts;
mod run;
mod server;
mod session;
mod shown;
mod store;
mod toml;
mod view;

use std::path::{Path, PathBuf};

use undross::Error;
use undross::config::nearest;
use undross::review::FILE_NAME;

use super::Ending;
use super::out::{counted, say};
use decide::DecideArgs;
use list::FilterArgs;
use live::Live;

/// Review what a run removed
///
/// A local page shows removals that are the same in kind as one group, the uncertain ones first. A decision on a group holds for
/// every copy of it, now and in every later `undross clean` of captures below the folder of decisions.jsonl.
#[derive(Debug, clap::Args)]
#[command(override_usage = "\
undross review <RUN> [OPTIONS]
       undross review <BASE> <OURS> <THEIRS> --merge")]
#[command(after_help = "\
Examples:
  undross clean captures -o tidy && undross review tidy
  undross review tidy --list --only byline                  groups of one rule, as text
  undross review tidy --list --json | jq -r 'select(.count > 100) | .id'
  undross review tidy --reject 5f0c3a9b12d4e678             that text stays from now on
  undross review tidy --accept --only share-bar --dry-run   all that share-bar took is right: show the decisions
  undross review tidy --accept --only share-bar --whole-rule  and what it takes in later runs too
  undross review tidy --export review.html                  a page for people without undross

Decisions: decisions.jsonl, one a line, sorted. It belongs into git; docs/review.md says how two reviewers merge theirs.
Keys of the page: press ? in it.")]
pub(super) struct Args {
    /// Output folder of a run, or a .jsonl file of records; with --merge the three files: base, ours, theirs
    #[arg(value_name = "RUN", required = true, num_args = 1..=3)]
    run: Vec<PathBuf>,
    /// File of decisions [default: the nearest decisions.jsonl upward from here, else a new one here]
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    #[command(flatten)]
    page: PageArgs,
    #[command(flatten)]
    script: ScriptArgs,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Page")]
struct PageArgs {
    /// Port of this machine for the page [default: any that is free]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Word of 16 letters and digits or more that the address ends with [default: a random one]
    #[arg(long, value_parser = token)]
    token: Option<String>,
    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
    /// Write the page into one file that needs no server, for people without undross
    #[arg(long, value_name = "FILE", group = "deed")]
    export: Option<PathBuf>,
    /// Replace that file where there is one
    #[arg(long, requires = "export")]
    force: bool,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "From scripts")]
struct ScriptArgs {
    /// List the groups, in review order
    #[arg(long, group = "deed")]
    list: bool,
    /// Take the last decision back
    #[arg(long, group = "deed")]
    undo: bool,
    /// Merge files of decisions as git asks for it: base, ours (which is written), theirs
    #[arg(long, group = "deed")]
    merge: bool,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    decide: DecideArgs,
    /// The list as JSON Lines
    #[arg(long, requires = "list")]
    json: bool,
}

fn token(text: &str) -> Result<String, String> {
    let fits = text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| text.to_owned())
        .ok_or_else(|| "a token has 16 letters and digits or more".to_owned())
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    match (&args.run[..], args.script.merge) {
        ([base, ours, theirs], true) => merge::run(base, ours, theirs),
        (_, true) => Err(usage("--merge takes three files: base, ours, theirs")),
        ([run], false) => review(run, args),
        _ => Err(usage("one run at a time is reviewed; name one")),
    }
}

fn review(run: &Path, args: &Args) -> Result<Ending, Error> {
    let decisions = match &args.decisions {
        Some(path) => path.clone(),
        None => nearest(FILE_NAME, Path::new(".")).unwrap_or_else(|| PathBuf::from(FILE_NAME)),
    };
    let mut live = Live::open(run, &decisions)?;
    for damage in live.store.damage() {
        say(format_args!("undross: {damage}"));
    }
    let script = &args.script;
    match &args.page.export {
        _ if script.list => list::list(&live, &script.filter, script.json),
        _ if script.undo => list::undo(&mut live),
        _ if script.decide.is_set() => decide::decide(&mut live, &script.filter, &script.decide),
        _ if script.filter.is_set() => Err(usage(
            "filters go with --list, --accept, --reject or --later; the page has its own",
        )),
        Some(file) => export::export(&live, file, args.page.force),
        None => serve(live, &args.page),
    }
}

fn serve(live: Live, args: &PageArgs) -> Result<Ending, Error> {
    let groups = counted(live.groups().len() as u64, "group");
    let decisions = live.store.path().display().to_string();
    let before = live.store.decisions().len();
    live.store.check_writable()?;
    attributes::care_for(live.store.path());
    let server = server::Server::bind(live, args.port, args.token.clone())?;
    let address = server.address();
    let mut out = super::out::Out::new();
    out.line(&address)?;
    out.flush()?;
    say(format_args!(
        "undross: {groups}; decisions go to {decisions} as they are made; Ctrl-C ends"
    ));
    if !args.no_open && open::that_detached(&address).is_err() {
        say(format_args!(
            "undross: no browser could be opened; open the address above"
        ));
    }
    let session = server.run()?;
    let live = session.live();
    let (now, path) = (live.store.decisions().len(), live.store.path());
    let now = counted(now as u64, "decision");
    let applied = match path.file_name() {
        Some(name) if name == FILE_NAME => {
            let folder = undross::corpus::folder_of(&std::path::absolute(path).unwrap_or_default());
            format!(
                "`undross clean` of captures below {} applies them",
                folder.display()
            )
        }
        _ => format!(
            "`undross clean --decisions {}` applies them",
            path.display()
        ),
    };
    say(format_args!(
        "undross: {now} in {}, {before} before; {applied}",
        path.display()
    ));
    Ok(Ending::Fine)
}

fn usage(message: &str) -> Error {
    Error::Usage(message.to_owned())
}
