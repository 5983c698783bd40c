//! A review that is going on: the queue, the decisions, and who needs to know what changed.

use std::path::Path;

use serde::Serialize;
use undross::Error;
use undross::review::{
    Choice, Decided, Decision, Decisions, Filter, Group, Key, Queue, Scope, Verdict,
};

use super::history::{History, Step};
use super::run::ReviewedRun;
use super::store::Store;

/// File in the folder of a run that remembers what can be undone.
const HISTORY: &str = ".review-undo.jsonl";

/// The state of a review.
pub(super) struct Live {
    pub(super) run: ReviewedRun,
    pub(super) store: Store,
    history: History,
    /// The names of the groups.
    names: Vec<String>,
    states: Vec<State>,
    /// Grows with every change of any state.
    version: u64,
    /// The version in which each state changed last.
    changed_in: Vec<u64>,
}

/// What is decided on every copy of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct State {
    pub(super) decision: Option<Verdict>,
    pub(super) scope: Option<Scope>,
    /// The rule that the decision names.
    pub(super) rule: Option<String>,
    pub(super) note: String,
}

/// A state with the group that it is of.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    id: String,
    #[serde(flatten)]
    state: State,
}

/// What was undone.
#[derive(Debug, Serialize)]
pub(super) struct Undone {
    /// The group, where the decision was on one.
    pub(super) group: Option<String>,
    /// Whether anything came of it: what was decided again since stays.
    pub(super) done: bool,
    pub(super) words: String,
}

impl Live {
    pub(super) fn open(run: &Path, decisions: &Path) -> Result<Self, Error> {
        let run = ReviewedRun::open(run)?;
        let file = run.path.is_dir().then(|| run.folder().join(HISTORY));
        let names: Vec<String> = run.queue.groups().iter().map(Group::id).collect();
        let groups = names.len();
        let mut live = Self {
            store: Store::open(decisions)?,
            history: History::open(file, decisions),
            names,
            states: vec![State::default(); groups],
            version: 0,
            changed_in: vec![0; groups],
            run,
        };
        live.refresh(|_| true);
        Ok(live)
    }

    /// Returns why changes cannot be undone once the process has ended.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.history.trouble.as_deref()
    }

    pub(super) const fn version(&self) -> u64 {
        self.version
    }

    /// Returns the groups with their names and what is decided on them, in review order.
    pub(super) fn groups(&self) -> impl ExactSizeIterator<Item = (&str, &Group, &State)> {
        let groups = self.run.queue.groups().iter().zip(&self.states);
        let named = self.names.iter().zip(groups);
        named.map(|(name, (group, state))| (name.as_str(), group, state))
    }

    /// Finds a group by its name.
    pub(super) fn group(&self, id: &str) -> Option<&Group> {
        let number = self.names.iter().position(|name| name == id)?;
        self.run.queue.groups().get(number)
    }

    /// Reads what other processes decided meanwhile.
    pub(super) fn catch_up(&mut self) -> Result<(), Error> {
        if self.store.reload()? {
            self.refresh(|_| true);
        }
        Ok(())
    }

    /// Lists what changed since a version.
    pub(super) fn changes(&self, since: u64) -> Vec<Changed> {
        let groups = self.groups().zip(&self.changed_in);
        let changed = groups.filter(|(_, version)| **version > since);
        changed
            .map(|((id, _, state), _)| Changed {
                id: id.to_owned(),
                state: state.clone(),
            })
            .collect()
    }

    /// Lists what changes by a decision on what a filter leaves of a group, or by taking it back.
    pub(super) fn changes_for(
        &self,
        group: &Group,
        filter: &Filter,
        decision: Option<Verdict>,
    ) -> Vec<(Key, Option<Verdict>)> {
        let decisions = self.store.decisions();
        let Some(verdict) = decision else {
            let keys = filter.own_keys(group, decisions);
            return keys.into_iter().map(|key| (key, None)).collect();
        };
        let mut choice = Choice::new(&self.run.queue, decisions, (filter, Decided::Again));
        choice.add(group, verdict);
        let made = choice.made();
        made.map(|(key, verdict)| (key, Some(verdict))).collect()
    }

    /// Writes decisions, or takes them back; what was decided before can be brought back by `undo`.
    pub(super) fn write(
        &mut self,
        changes: Vec<(Key, Option<Verdict>)>,
        note: &str,
        tab: &str,
    ) -> Result<(), Error> {
        self.catch_up()?;
        let steps = changes.into_iter().map(|(key, decision)| Step {
            before: self.store.decisions().get(&key),
            after: decision.map(|decision| Decision {
                key: key.clone(),
                decision,
                note: note.to_owned(),
            }),
            key,
        });
        let mut steps: Vec<Step> = steps.collect();
        steps.retain(|step| step.before != step.after);
        self.put(steps.iter().map(|step| (&step.key, step.after.clone())))?;
        if !steps.is_empty() {
            self.history.push(tab.to_owned(), steps);
        }
        Ok(())
    }

    /// Brings back what was decided before the last change of a page.
    ///
    /// What somebody else decided on the same since then stays.
    pub(super) fn undo(&mut self, tab: &str) -> Result<Option<Undone>, Error> {
        self.catch_up()?;
        let Some(mut change) = self.history.pop(tab) else {
            return Ok(None);
        };
        let Some(first) = change.steps.first().cloned() else {
            return Ok(None);
        };
        let all = change.steps.len();
        change
            .steps
            .retain(|step| self.store.decisions().get(&step.key) == step.after);
        self.put(
            change
                .steps
                .iter()
                .map(|step| (&step.key, step.before.clone())),
        )?;
        let on = first.key.in_words();
        let more = match all {
            1 => String::new(),
            all => format!(" and {} more", all - 1),
        };
        let words = match &first.after {
            _ if change.steps.is_empty() => {
                format!("{on}{more} was decided again since; it stays so")
            }
            Some(after) => format!("{}: {on}{more}", after.decision.as_str()),
            None => format!("open: {on}{more}"),
        };
        let number = self.run.queue.number(&first.key);
        Ok(Some(Undone {
            group: number.map(|number| self.names[number].clone()),
            done: !change.steps.is_empty(),
            words,
        }))
    }

    /// Writes decisions, or takes them back.
    fn put<'k>(
        &mut self,
        changes: impl Iterator<Item = (&'k Key, Option<Decision>)>,
    ) -> Result<(), Error> {
        let changes: Vec<_> = changes.collect();
        if changes.is_empty() {
            return Ok(());
        }
        let keys: Vec<Key> = changes.iter().map(|(key, _)| (*key).clone()).collect();
        self.store.change(&keys, |all| {
            for (key, decision) in changes {
                match decision {
                    Some(decision) => all.set(decision),
                    None => all.take_back(key),
                }
            }
        })?;
        let one = match &keys[..] {
            [key] => key.text.clone(),
            _ => None,
        };
        self.refresh(|group| one.is_none() || group.key.text == one || !group.members.is_empty());
        Ok(())
    }

    /// Looks up anew what is decided on some groups, and notes which of them changed.
    fn refresh(&mut self, is_touched: impl Fn(&Group) -> bool) {
        let (version, decisions) = (self.version + 1, self.store.decisions());
        for (number, group) in self.run.queue.groups().iter().enumerate() {
            if !is_touched(group) {
                continue;
            }
            let state = state(decisions, group);
            if self.states[number] != state {
                self.states[number] = state;
                self.changed_in[number] = version;
                self.version = version;
            }
        }
    }
}

/// Finds what is decided on a group.
pub(super) fn state(decisions: &Decisions, group: &Group) -> State {
    let Some((verdict, key)) = Queue::decision(decisions, group) else {
        return State::default();
    };
    State {
        decision: Some(verdict),
        scope: Some(key.scope()),
        note: decisions
            .get(&key)
            .map_or_else(String::new, |decision| decision.note),
        rule: key.rule,
    }
}
