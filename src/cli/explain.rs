//! `undross explain`: why a line stays or goes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use undross::model::Judgement;
use undross::resolve::{Because, resolve};
use undross::rule::Claim;
use undross::{Error, Outcome, Plan};

use super::Ending;
use super::args::{InputArgs, SettingsArgs};
use super::failures::Read;
use super::out::{Out, counted};
use super::setup::{Cleaned, Setup};

/// Explain why lines stay or go
///
/// For each line that a rule claims: the rules, what their claim is worth, and why it stands or falls.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross explain article.txt        every line that a rule claims
  undross explain article.txt:12     line 12, also where no rule claims it
  undross explain pages.jsonl:3      the capture of line 3
  undross explain pages.csv:27:3     line 3 of the capture of row 27, as `clean` prints it")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    settings: SettingsArgs,
}

/// Reasons of the block model that are shown for a line.
const REASONS: usize = 5;

/// A claim with what became of it.
type Weighed<'c> = (&'c Claim, Because);

/// A capture, or a line of one, as other commands print its place.
struct Asked {
    /// The place, as it was given.
    place: String,
    /// Whether any capture had it.
    met: AtomicBool,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    let (input, asked) = target(&args.input)?;
    let setup = Setup::new(&input, &args.settings)?;
    let mut out = Out::new();
    let read = setup.each(
        |cleaned| explain(cleaned, asked.as_ref()),
        |batch| {
            for done in batch {
                if let (Some(text), None) = (done.value, done.failure) {
                    out.push(text)?;
                }
            }
            out.flush()
        },
    )?;
    match asked {
        Some(asked) if read == Read::Wholly && !asked.met.load(Ordering::Relaxed) => {
            Err(Error::Usage(format!(
                "{}: there is no such capture; give its place as `clean` and `diff` print it, a line of it behind a colon",
                asked.place
            )))
        }
        _ => Ok(read.or(Ending::Fine)),
    }
}

/// Splits a place into the file that it begins with and what is asked for in it, unless a file has that name.
fn target(input: &InputArgs) -> Result<(InputArgs, Option<Asked>), Error> {
    let mut input = input.clone();
    let [path] = &input.inputs[..] else {
        if input.inputs.is_empty() {
            return Ok((input, None));
        }
        let message = "explain takes one file at a time; name one";
        return Err(Error::Usage(message.to_owned()));
    };
    if path.is_dir() {
        let message = format!(
            "`{}` is a folder; name one file of it to explain",
            path.display()
        );
        return Err(Error::Usage(message));
    }
    let Some(place) = path.to_str().filter(|_| !path.exists()) else {
        return Ok((input, None));
    };
    let mut files = place.rmatch_indices(':').map(|(colon, _)| &place[..colon]);
    let Some(file) = files.find(|file| Path::new(file).is_file()) else {
        // Behind the last colon may be the line of a file that is missing.
        let file = place.rsplit_once(':').map_or(place, |(file, line)| {
            let is_line = line.bytes().all(|byte| byte.is_ascii_digit());
            if is_line { file } else { place }
        });
        input.inputs = vec![PathBuf::from(file)];
        return Ok((input, None));
    };
    let asked = Asked {
        place: place.to_owned(),
        met: AtomicBool::new(false),
    };
    input.inputs = vec![PathBuf::from(file)];
    Ok((input, Some(asked)))
}

impl Asked {
    /// Tells whether a capture is asked for, and which of its lines, if one is.
    fn line_of(&self, place: &str) -> Option<Option<usize>> {
        let rest = self.place.strip_prefix(place)?;
        let line = match rest.strip_prefix(':') {
            _ if rest.is_empty() => None,
            Some(line) => Some(line.parse().ok()?),
            None => return None,
        };
        self.met.store(true, Ordering::Relaxed);
        Some(line)
    }
}

fn explain(
    Cleaned {
        job,
        outcome,
        planned,
        ..
    }: Cleaned<'_>,
    asked: Option<&Asked>,
) -> Result<String, Error> {
    let (place, plan) = (job.place(), &planned.plan);
    let line = match asked.map(|asked| asked.line_of(&place)) {
        Some(None) => return Ok(String::new()),
        Some(Some(line)) => line,
        None => None,
    };
    let page = outcome.page();
    let claims = plan.claims(page, outcome.judgement());
    let verdicts = resolve(page, plan, &claims);
    let mut weighed: Vec<Weighed<'_>> = claims.iter().zip(verdicts).collect();
    weighed.sort_by_key(|(claim, _)| (claim.block(), claim.rule()));
    let mut out = String::new();
    if line.is_none() {
        let rules = counted(plan.rules().len() as u64, "rule");
        let lines = counted(page.blocks().len() as u64, "line");
        let claims = counted(weighed.len() as u64, "claim");
        let _ = writeln!(out, "{place}: {rules} looked at {lines} and made {claims}");
    }
    for (index, block) in page.blocks().iter().enumerate() {
        let from = weighed.partition_point(|(claim, _)| claim.block() < index);
        let until = weighed.partition_point(|(claim, _)| claim.block() <= index);
        let mine = &weighed[from..until];
        if line.map_or(!mine.is_empty(), |line| line == block.number()) {
            push_block(&mut out, (plan, outcome, &place), index, mine);
        }
    }
    match line {
        Some(line) if out.is_empty() => Err(nothing(&place, line, outcome)),
        _ => Ok(out),
    }
}

/// Says what the block model makes of a block: its score against the one it needs, and what moved it most.
fn push_judgement(out: &mut String, judgement: &Judgement, index: usize) {
    let (score, needed) = (judgement.probabilities[index], judgement.choice.threshold);
    let verdict = if judgement.choice.content[index] {
        "content"
    } else {
        "no content"
    };
    let _ = writeln!(
        out,
        "  block model: {verdict}, {score:.3} where the page asks for {needed:.3}"
    );
    for reason in judgement.reasons(index, REASONS) {
        let _ = writeln!(
            out,
            "    {:+.2} {} ({})",
            reason.part, reason.feature.meaning, reason.value
        );
    }
}

fn push_block(
    out: &mut String,
    (plan, outcome, place): (&Plan, &Outcome<'_>, &str),
    index: usize,
    claims: &[Weighed<'_>],
) {
    let page = outcome.page();
    let number = page.blocks()[index].number();
    let fate = fate(outcome, index);
    let _ = writeln!(out, "\n{place}:{number} {fate}\n  | {}", page.shown(index));
    if claims.is_empty() {
        let rules = counted(plan.rules().len() as u64, "rule");
        let _ = writeln!(out, "  {rules} looked, none claims it");
    }
    for (claim, because) in claims {
        let rule = &plan.rules()[claim.rule()].id;
        let verdict = if because.stands() { "goes" } else { "stays" };
        let strength = claim.strength.as_str();
        let _ = write!(
            out,
            "  {rule:<28} {strength:<7} {verdict}: {}",
            because.as_str()
        );
        if !claim.whole {
            let _ = write!(out, " (only `{}`)", claim.span().of(page.text()).trim());
        }
        out.push('\n');
    }
    if let Some(learned) = plan.learned(page, index) {
        let _ = writeln!(out, "  learned from its site: {}", learned.in_words());
    }
    if let Some(judgement) = outcome.judgement() {
        push_judgement(out, judgement, index);
    }
    if let Some(decided) = decided(outcome, index) {
        let _ = writeln!(out, "  {}", decided.as_str());
    }
    let kept = plan.kept_in(page);
    let of_claims = claims
        .iter()
        .any(|(claim, _)| kept.protects(index, claim.rule()));
    if of_claims || (claims.is_empty() && kept.is_kept(index)) {
        out.push_str("  a keep rule protects this line\n");
    }
}

/// Returns what a review decided on a block, where it turned round what the rules say.
fn decided(outcome: &Outcome<'_>, block: usize) -> Option<Because> {
    let shown = outcome.page().blocks()[block].shown();
    let mut all = outcome.removals().iter().chain(outcome.nearly());
    let is_decided = |because: Because| matches!(because, Because::Reviewed | Because::Rejected);
    all.find(|removal| removal.span.overlaps(shown) && is_decided(removal.because))
        .map(|removal| removal.because)
}

fn fate(outcome: &Outcome<'_>, block: usize) -> &'static str {
    let shown = outcome.page().blocks()[block].shown();
    let removals = outcome.removals();
    let first = removals.partition_point(|removal| removal.span.end <= shown.start);
    match removals.get(first) {
        Some(removal) if removal.span.covers(shown) => "goes",
        Some(removal) if removal.span.overlaps(shown) => "is cut",
        _ => "stays",
    }
}

fn nothing(place: &str, line: usize, outcome: &Outcome<'_>) -> Error {
    let lines = outcome.page().text().lines().count();
    Error::Usage(format!(
        "{place}: line {line} shows nothing; the capture has {lines} lines"
    ))
}
