//! Listing groups for scripts, and taking decisions back.

use serde::Serialize;
use undross::Error;
use undross::review::{Filter, Verdict, Was};

use super::live::{Live, state};
use super::view::{GroupRow, row};
use crate::cli::Ending;
use crate::cli::out::{Out, say};

/// Which removals.
#[derive(Debug, clap::Args)]
pub(super) struct FilterArgs {
    /// Removals of these rules only; what several rules asked for is of each of them
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// Removals on this site only
    #[arg(long, value_name = "SITE")]
    on_site: Option<String>,
    /// What nobody decided on only
    #[arg(long)]
    open: bool,
    /// Text that was kept though something spoke against it only
    #[arg(long)]
    kept: bool,
}

/// A line of the list.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    group: GroupRow<'a>,
    text: &'a str,
}

impl FilterArgs {
    /// Returns the filter; refuses a rule that no group of the run has.
    pub(super) fn filter(&self, live: &Live) -> Result<Filter, Error> {
        let has = |rule: &String| {
            live.groups()
                .any(|(_, group, _)| group.rules.contains(rule))
        };
        if let Some(rule) = self.only.iter().find(|rule| !has(rule)) {
            return Err(Error::Usage(format!(
                "no group of the run has the rule `{rule}`; `undross review RUN --list` shows what there is"
            )));
        }
        Ok(self.unchecked())
    }

    fn unchecked(&self) -> Filter {
        Filter {
            rules: self.only.clone(),
            site: self.on_site.clone(),
            was: self.kept.then_some(Was::Kept),
            open: self.open,
        }
    }

    /// Tells whether it leaves anything out.
    pub(super) fn is_set(&self) -> bool {
        !self.unchecked().takes_all()
    }
}

pub(super) fn list(live: &Live, filter: &FilterArgs, json: bool) -> Result<Ending, Error> {
    let filter = filter.filter(live)?;
    let decisions = live.store.decisions();
    let mut out = Out::new();
    let mut shows_any = false;
    for (id, group, _) in live.groups() {
        let Some(part) = filter.part(group, decisions) else {
            continue;
        };
        shows_any = true;
        let state = state(decisions, &part);
        let shown = row((id, &part, &state));
        if json {
            let text = part.examples.first().map_or("", String::as_str);
            let line = serde_json::to_string(&Row { group: shown, text });
            out.line(line.expect("a group is plain data"))?;
            continue;
        }
        let decision = state.decision.map_or("open", Verdict::as_str);
        out.line(format_args!(
            "{id}  {:<7} {:<6} {decision:<6} {:>7}  {:<24} {}",
            part.key.was.as_str(),
            part.strength.as_str(),
            part.count,
            part.rules.join("+"),
            shown.excerpt,
        ))?;
    }
    out.flush()?;
    if !shows_any {
        say(format_args!("undross: the run has no group that fits"));
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
