//! `undross diff`: what would be removed, and by which rule.

mod layout;

use serde::Serialize;
use undross::diff::rewrites::{Rewritten, rewrites};
use undross::diff::{Heading, Hunk, hunks, unified_hunks};
use undross::{Error, Outcome};

use super::Ending;
use super::args::{InputArgs, SettingsArgs};
use super::out::Out;
use super::paint::{Color, Paint};
use super::setup::Setup;

/// Show what would be removed, and by which rule
///
/// Rule names stand in the headings of the hunks; `(likely)` marks what a reviewer should look at first. The
/// diff is of the page before the passes rewrite it; `undross restore` gives the page back from its tidy text.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross diff article.txt
  undross diff captures --side-by-side | less -R
  undross diff article.txt --rewrites        also what the normalizer rewrites
  undross diff pages.jsonl --json | jq '.hunks[] | select(.strength == \"likely\")'

The exit code is 1 where something would be removed.")]
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
    /// A unified diff (the default)
    #[arg(long, group = "layout")]
    unified: bool,
    /// The page on the left, what stays of it on the right
    #[arg(long, group = "layout")]
    side_by_side: bool,
    /// One JSON object for each capture that has a removal
    #[arg(long, group = "layout")]
    json: bool,
    /// Also show what the passes rewrite, word by word
    #[arg(long)]
    rewrites: bool,
    /// Lines of the page around a removal, side by side
    #[arg(
        long,
        value_name = "LINES",
        default_value_t = 2,
        requires = "side_by_side"
    )]
    context: usize,
    /// Columns of the terminal, side by side [default: as many as there are, else 160]
    #[arg(long, value_name = "COLUMNS", requires = "side_by_side")]
    width: Option<u16>,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

/// The diff of one capture.
struct Shown {
    text: String,
    removes: bool,
}

#[derive(Serialize)]
struct Json<'a> {
    id: &'a str,
    hunks: &'a [Hunk<'a>],
    #[serde(skip_serializing_if = "Option::is_none")]
    rewrites: Option<&'a [Rewritten]>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let setup = Setup::new(&args.input, &args.settings)?;
    let mut out = Out::new();
    let mut found = false;
    let failed = setup.each(
        |_, capture, outcome| Ok(show(&args.output, &capture.id, outcome)),
        |batch| {
            for done in batch {
                if let (Some(shown), None) = (done.value, done.failure) {
                    found |= shown.removes;
                    out.push(shown.text)?;
                }
            }
            out.flush()
        },
    )?;
    Ok(match (failed, found) {
        (1.., _) => Ending::Failed,
        (0, true) => Ending::Found,
        (0, false) => Ending::Fine,
    })
}

fn show(args: &OutputArgs, id: &str, outcome: &Outcome<'_>) -> Shown {
    let hunks = hunks(outcome.page().text(), outcome.removals());
    let rewrites = args.rewrites.then(|| rewrites(outcome));
    let removes = !hunks.is_empty();
    let nothing = !removes && rewrites.as_ref().is_none_or(Vec::is_empty);
    let text = match args.json {
        _ if nothing => String::new(),
        true => json(&Json {
            id,
            hunks: &hunks,
            rewrites: rewrites.as_deref(),
        }),
        false => plain(args, id, (outcome, &hunks, rewrites.as_deref())),
    };
    Shown { text, removes }
}

fn json(shown: &Json<'_>) -> String {
    let mut line = serde_json::to_string(shown).expect("a diff has nothing that JSON refuses");
    line.push('\n');
    line
}

fn plain(
    args: &OutputArgs,
    id: &str,
    (outcome, hunks, rewrites): (&Outcome<'_>, &[Hunk<'_>], Option<&[Rewritten]>),
) -> String {
    let paint = Paint::new(args.color);
    let mut text = if args.side_by_side {
        let page = outcome.page().text();
        let rows = undross::diff::side_by_side::rows(page, hunks, args.context);
        layout::columns(id, &rows, layout::width(args.width), paint)
    } else {
        let unified = unified_hunks(hunks, id, Heading::RulesAndStrength);
        layout::unified(unified, paint)
    };
    if let Some(rewrites) = rewrites.filter(|rewrites| !rewrites.is_empty()) {
        text.push_str(&layout::rewrites(id, rewrites, paint));
    }
    text
}
