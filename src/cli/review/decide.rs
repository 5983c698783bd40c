//! Deciding from scripts: what would be written is counted before it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write, stderr, stdin};

use undross::Error;
use undross::review::{Choice, Decided, Decision, Decisions, Filter, Key, Verdict, Was};

use super::list::FilterArgs;
use super::live::Live;
use crate::cli::Ending;
use crate::cli::out::{Out, counted, grouped, say};

/// Decisions that are written without a question.
const MOST_UNASKED: usize = 100;

/// Deciding on many groups at once.
#[derive(Debug, clap::Args)]
pub(super) struct DecideArgs {
    /// Agree with what undross did to these groups, or to all that the filters leave
    #[arg(long, groups = ["deed", "decides"], value_name = "GROUP", num_args = 0.., value_delimiter = ',')]
    accept: Option<Vec<String>>,
    /// Turn round what undross did: removed text stays from now on; kept text goes, by its group's name or with --kept
    #[arg(long, groups = ["deed", "decides"], value_name = "GROUP", num_args = 0.., value_delimiter = ',')]
    reject: Option<Vec<String>>,
    /// Leave these groups for later
    #[arg(long, groups = ["deed", "decides"], value_name = "GROUP", num_args = 0.., value_delimiter = ',')]
    later: Option<Vec<String>>,
    /// Decide on the rules of --only themselves, also for text that no run has met yet; with --on-site there alone
    #[arg(long, requires = "decides", requires = "only", conflicts_with = "open")]
    whole_rule: bool,
    /// Show the decisions, and write nothing
    #[arg(long, requires = "decides")]
    dry_run: bool,
    /// Write more than 100 decisions without a question
    #[arg(long, requires = "decides")]
    yes: bool,
    /// Why, for the file of decisions
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    note: String,
}

/// What a script decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// What undross did is right.
    Accept,
    /// It is wrong.
    Reject,
    /// It is left open.
    Later,
}

/// What would be written.
#[derive(Debug, Default)]
struct Made {
    decisions: BTreeMap<Key, Verdict>,
    groups: u64,
    /// Removals that stay as somebody decided.
    left: u64,
}

impl DecideArgs {
    /// Returns the groups that are decided on by their names, and what is decided; none where nothing is.
    fn deed(&self) -> Option<(&[String], Deed)> {
        let asked = [
            (&self.accept, Deed::Accept),
            (&self.reject, Deed::Reject),
            (&self.later, Deed::Later),
        ];
        let mut asked = asked.into_iter();
        asked.find_map(|(ids, deed)| Some((ids.as_deref()?, deed)))
    }

    /// Tells whether anything is decided.
    pub(super) fn is_set(&self) -> bool {
        self.deed().is_some()
    }
}

/// Decides on the groups named, or on all that the filters leave.
pub(super) fn decide(
    live: &mut Live,
    filter: &FilterArgs,
    args: &DecideArgs,
) -> Result<Ending, Error> {
    let Some((ids, deed)) = args.deed() else {
        return Ok(Ending::Fine);
    };
    if ids.is_empty() && !filter.is_set() {
        let message = "name groups as --list shows them, or a filter such as --only RULE";
        return Err(Error::Usage(message.to_owned()));
    }
    if let Some(id) = ids.iter().find(|id| live.group(id).is_none()) {
        let message =
            format!("the run has no group `{id}`; `undross review RUN --list` shows what there is");
        return Err(Error::Usage(message));
    }
    let mut filter = filter.filter(live)?;
    // Who calls removals wrong does not ask for more of them.
    if deed == Deed::Reject && ids.is_empty() && filter.was.is_none() {
        filter.was = Some(Was::Removed);
    }
    let made = match args.whole_rule {
        true => rules(live, &filter, (ids, deed)),
        false => texts(live, &filter, (ids, deed)),
    };
    let about = made.in_words(live, &args.note);
    if args.dry_run {
        made.print(&args.note)?;
        say(format_args!(
            "undross: would write {about}; nothing was written"
        ));
        return Ok(Ending::Fine);
    }
    if made.decisions.len() > MOST_UNASKED {
        say(format_args!("undross: about to write {about}"));
        agreed(args.yes)?;
    }
    let changes = made.decisions.iter();
    let changes = changes.map(|(key, verdict)| (key.clone(), Some(*verdict)));
    live.write(changes.collect(), &args.note, "")?;
    report(live, &made, &about);
    Ok(Ending::Fine)
}

/// Decides on texts of groups.
fn texts(live: &Live, filter: &Filter, (ids, deed): (&[String], Deed)) -> Made {
    // Filters are for what nobody looked at; what somebody decided is decided again by its name alone.
    let decided = match ids.is_empty() {
        true => Decided::Stay,
        false => Decided::Again,
    };
    let mut made = Made::default();
    let mut choice = Choice::new(&live.run.queue, live.store.decisions(), (filter, decided));
    for (id, group, _) in live.groups() {
        if ids.is_empty() || ids.iter().any(|named| named == id) {
            made.groups += u64::from(choice.add(group, deed.verdict(group.key.was)));
        }
    }
    made.left = choice.left();
    made.decisions = choice.made().collect();
    made
}

/// Decides on the rules of groups, whatever their text.
fn rules(live: &Live, filter: &Filter, (ids, deed): (&[String], Deed)) -> Made {
    let mut made = Made::default();
    for (id, group, _) in live.groups() {
        let is_named = ids.is_empty() || ids.iter().any(|named| named == id);
        if !is_named || filter.part(group, live.store.decisions()).is_none() {
            continue;
        }
        made.groups += 1;
        let key = Key {
            was: group.key.was,
            rule: filter.rule_of(group).map(str::to_owned),
            text: None,
            site: filter.site.clone(),
            capture: None,
        };
        made.decisions.insert(key, deed.verdict(group.key.was));
    }
    made
}

/// Asks whether many decisions are meant.
fn agreed(yes: bool) -> Result<(), Error> {
    let refused = |message: &str| Err(Error::Usage(message.to_owned()));
    if yes {
        return Ok(());
    }
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return refused(
            "so many decisions are not written without a word: look at them with --dry-run, then add --yes",
        );
    }
    let _ = write!(stderr(), "Write them? [y/N] ");
    let mut answer = String::new();
    let read = stdin().read_line(&mut answer);
    let is_yes = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes");
    match read.is_ok() && is_yes {
        true => Ok(()),
        false => refused("nothing was written; --dry-run shows the decisions"),
    }
}

fn report(live: &Live, made: &Made, about: &str) {
    let path = live.store.path().display();
    let groups = counted(made.groups, "group");
    let now = counted(live.store.decisions().len() as u64, "decision");
    say(format_args!(
        "undross: decided on {groups}: {about}; {path} holds {now}"
    ));
    if made.left > 0 {
        let left = counted(made.left, "removal");
        say(format_args!(
            "undross: {left} that somebody decided on before stay so; name their groups to decide again"
        ));
    }
    if let Some(trouble) = live.trouble() {
        say(format_args!(
            "undross: this cannot be undone by --undo: {trouble}"
        ));
    }
}

impl Made {
    /// Says how many decisions there are, and on how much.
    fn in_words(&self, live: &Live, note: &str) -> String {
        let before = live.store.decisions().iter();
        let after: Decisions = before.chain(self.decisions(note)).collect();
        let keys: BTreeSet<Key> = self.decisions.keys().cloned().collect();
        let count = live.run.queue.settled(&after, &keys);
        let decisions = counted(keys.len() as u64, "decision");
        let has = |was| keys.iter().any(|key| key.was == was);
        let on = match (has(Was::Removed), has(Was::Kept)) {
            (true, true) => format!("{} removals and near misses", grouped(count)),
            (false, true) if count == 1 => "1 near miss".to_owned(),
            (false, true) => format!("{} near misses", grouped(count)),
            (_, false) => counted(count, "removal"),
        };
        format!("{decisions} on {on}")
    }

    /// Prints the decisions as they would stand in their file.
    fn print(&self, note: &str) -> Result<(), Error> {
        let decisions: Decisions = self.decisions(note).collect();
        let lines = decisions.write(&[]);
        let mut out = Out::new();
        for line in String::from_utf8_lossy(&lines).lines() {
            out.line(line)?;
        }
        out.flush()
    }

    fn decisions<'a>(&'a self, note: &'a str) -> impl Iterator<Item = Decision> + 'a {
        self.decisions.iter().map(|(key, verdict)| Decision {
            key: key.clone(),
            decision: *verdict,
            note: note.to_owned(),
        })
    }
}

impl Deed {
    const fn verdict(self, was: Was) -> Verdict {
        match self {
            Self::Accept => was.confirmed(),
            Self::Reject => was.overruled(),
            Self::Later => Verdict::Later,
        }
    }
}
