//! Reviewing from scripts.

use serde::Serialize;
use undross::Error;
use undross::review::{Group, Key, Verdict, Was};

use super::live::{Live, State};
use super::view::{GroupRow, row};
use crate::cli::Ending;
use crate::cli::out::{Out, counted, say};

/// Which groups.
#[derive(Debug, clap::Args)]
pub(super) struct Filter {
    /// Groups of these rules only
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// Groups that have a copy on this site only
    #[arg(long, value_name = "SITE")]
    on_site: Option<String>,
    /// Groups that nobody decided on only
    #[arg(long)]
    open: bool,
    /// Text that was kept though something spoke against it only
    #[arg(long)]
    kept: bool,
}

/// What a script decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// What undross did is right.
    Accept,
    /// It is wrong.
    Reject,
    /// It is left open.
    Later,
}

/// A line of the list.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    group: GroupRow<'a>,
    text: &'a str,
}

impl Filter {
    fn takes(&self, group: &Group, state: &State) -> bool {
        let of_rule = |rule: &String| group.rules.contains(rule);
        let on_site = self.on_site.as_ref();
        (self.only.is_empty() || self.only.iter().any(of_rule))
            && on_site.is_none_or(|site| group.sites.contains_key(site))
            && (!self.open || state.decision.is_none())
            && (!self.kept || group.key.was == Was::Kept)
    }

    /// Tells whether it leaves any group out.
    const fn is_set(&self) -> bool {
        !self.only.is_empty() || self.on_site.is_some() || self.open || self.kept
    }

    /// Refuses a rule that no group of the run has.
    fn check(&self, live: &Live) -> Result<(), Error> {
        let has = |rule: &String| {
            live.groups()
                .any(|(_, group, _)| group.rules.contains(rule))
        };
        match self.only.iter().find(|rule| !has(rule)) {
            Some(rule) => Err(Error::Usage(format!(
                "no group of the run has the rule `{rule}`; `undross review RUN --list` shows what there is"
            ))),
            None => Ok(()),
        }
    }
}

pub(super) fn list(live: &Live, filter: &Filter, json: bool) -> Result<Ending, Error> {
    filter.check(live)?;
    let mut out = Out::new();
    let mut shows_any = false;
    let chosen = live
        .groups()
        .filter(|(_, group, state)| filter.takes(group, state));
    for (id, group, state) in chosen {
        shows_any = true;
        let shown = row((id, group, state));
        if json {
            let text = group.examples.first().map_or("", String::as_str);
            let line = serde_json::to_string(&Row { group: shown, text });
            out.line(line.expect("a group is plain data"))?;
            continue;
        }
        let decision = state.decision.map_or("open", Verdict::as_str);
        out.line(format_args!(
            "{id}  {:<7} {:<6} {decision:<6} {:>7}  {:<24} {}",
            group.key.was.as_str(),
            group.strength.as_str(),
            group.count,
            group.rules.join("+"),
            shown.excerpt,
        ))?;
    }
    out.flush()?;
    if !shows_any {
        say(format_args!("undross: the run has no group that fits"));
    }
    Ok(Ending::Fine)
}

/// Decides on the groups named, or on all that the filters leave.
pub(super) fn decide(
    live: &mut Live,
    (ids, filter): (&[String], &Filter),
    deed: Deed,
    note: &str,
) -> Result<Ending, Error> {
    filter.check(live)?;
    if ids.is_empty() && !filter.is_set() {
        let message = "name groups as --list shows them, or a filter such as --only RULE";
        return Err(Error::Usage(message.to_owned()));
    }
    if let Some(id) = ids.iter().find(|id| live.group(id).is_none()) {
        let message =
            format!("the run has no group `{id}`; `undross review RUN --list` shows what there is");
        return Err(Error::Usage(message));
    }
    let named = |id: &str| ids.is_empty() || ids.iter().any(|named| named == id);
    let fits = |id: &str, group: &Group, state: &State| named(id) && filter.takes(group, state);
    // Filters are for what nobody looked at; what somebody decided is decided again by its name alone.
    let is_new = |state: &State| !ids.is_empty() || state.decision.is_none();
    let all = live
        .groups()
        .filter(|(id, group, state)| fits(id, group, state));
    let left = all.filter(|(_, _, state)| !is_new(state)).count() as u64;
    let chosen = live
        .groups()
        .filter(|(id, group, state)| fits(id, group, state) && is_new(state));
    let chosen: Vec<(Key, Option<Verdict>)> = chosen
        .map(|(_, group, _)| (group.key.clone(), Some(deed.verdict(group.key.was))))
        .collect();
    let count = chosen.len() as u64;
    live.decide(chosen, note, "")?;
    let path = live.store.path().display();
    let (groups, now) = (
        counted(count, "group"),
        counted(live.store.decisions().len() as u64, "decision"),
    );
    say(format_args!(
        "undross: decided on {groups}; {path} holds {now}"
    ));
    if left > 0 {
        let left = counted(left, "group");
        say(format_args!(
            "undross: {left} that somebody decided on before stay so; name them to decide again"
        ));
    }
    if let Some(trouble) = live.trouble() {
        say(format_args!(
            "undross: this cannot be undone by --undo: {trouble}"
        ));
    }
    Ok(Ending::Fine)
}

pub(super) fn undo(live: &mut Live) -> Result<Ending, Error> {
    match live.undo("")? {
        Some(undone) if undone.done => say(format_args!("undross: undone: {}", undone.words)),
        Some(undone) => say(format_args!("undross: not undone: {}", undone.words)),
        None => say(format_args!("undross: there is nothing to undo")),
    }
    Ok(Ending::Fine)
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
