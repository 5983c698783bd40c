//! A review that is going on: the queue, the decisions, and who needs to know what changed.

use std::path::Path;

use serde::Serialize;
use undross::Error;
use undross::review::{Decision, Group, Key, Queue, Scope, Verdict};

use super::history::{Change, History};
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
            history: History::open(file),
            names,
            states: vec![State::default(); groups],
            version: 0,
            changed_in: vec![0; groups],
            run,
        };
        live.refresh(|_| true);
        Ok(live)
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

    /// Decides, or takes a decision back; what was decided before can be brought back by `undo`.
    pub(super) fn decide(
        &mut self,
        key: &Key,
        decision: Option<(Verdict, String)>,
        tab: &str,
    ) -> Result<(), Error> {
        let after = decision.map(|(decision, note)| Decision {
            key: key.clone(),
            decision,
            note,
        });
        self.catch_up()?;
        let before = self.store.decisions().get(key);
        self.put(key, after.clone())?;
        if before != after {
            self.history.push(Change {
                tab: tab.to_owned(),
                key: key.clone(),
                before,
                after,
            });
        }
        Ok(())
    }

    /// Decides on many at once.
    pub(super) fn decide_all(&mut self, decisions: Vec<Decision>) -> Result<(), Error> {
        let keys: Vec<Key> = decisions
            .iter()
            .map(|decision| decision.key.clone())
            .collect();
        self.catch_up()?;
        let before: Vec<_> = keys
            .iter()
            .map(|key| self.store.decisions().get(key))
            .collect();
        let after = decisions.clone();
        self.store.change(&keys, |all| {
            decisions.into_iter().for_each(|decision| all.set(decision));
        })?;
        for ((key, before), after) in keys.into_iter().zip(before).zip(after) {
            let (tab, after) = (String::new(), Some(after));
            self.history.push(Change {
                tab,
                key,
                before,
                after,
            });
        }
        self.refresh(|_| true);
        Ok(())
    }

    /// Brings back what was decided before the last change of a page.
    ///
    /// What somebody else decided on the same since then stays.
    pub(super) fn undo(&mut self, tab: &str) -> Result<Option<Undone>, Error> {
        self.catch_up()?;
        let Some(change) = self.history.pop(tab) else {
            return Ok(None);
        };
        let now = self.store.decisions().get(&change.key);
        let on = change.key.in_words();
        let words = match &change.after {
            _ if now != change.after => format!("{on} was decided again since; it stays so"),
            Some(after) => format!("{}: {on}", after.decision.as_str()),
            None => format!("open: {on}"),
        };
        if now == change.after {
            self.put(&change.key, change.before)?;
        }
        let wide = widened(&change.key);
        let mut groups = self.groups();
        let group = groups.find(|(_, group, _)| group.key == change.key || group.key == wide);
        Ok(Some(Undone {
            group: group.map(|(id, ..)| id.to_owned()),
            words,
        }))
    }

    fn put(&mut self, key: &Key, decision: Option<Decision>) -> Result<(), Error> {
        self.store
            .change(std::slice::from_ref(key), |all| match decision {
                Some(decision) => all.set(decision),
                None => all.take_back(key),
            })?;
        let text = key.text.clone();
        self.refresh(|group| text.is_none() || group.key.text == text);
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

fn state(decisions: &undross::review::Decisions, group: &Group) -> State {
    let Some((verdict, key)) = Queue::decision(decisions, group) else {
        return State::default();
    };
    State {
        decision: Some(verdict),
        scope: Some(key.scope()),
        note: decisions
            .get(&key)
            .map_or_else(String::new, |decision| decision.note),
    }
}

/// Returns what a decision on every copy would be on.
fn widened(key: &Key) -> Key {
    Key {
        site: None,
        capture: None,
        ..key.clone()
    }
}
