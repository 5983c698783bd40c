//! Which removals a reviewer looks at, and decides on.

use std::borrow::Cow;

use super::decision::{Key, Was};
use super::decisions::{Decisions, Item};
use super::group::Group;
use super::queue::Queue;

/// Which removals: those that have everything it names.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Any of these rules asked for it; any rule where none is named. What several rules asked for is of each of them.
    pub rules: Vec<String>,
    /// It stands on this site.
    pub site: Option<String>,
    /// What undross did with it.
    pub was: Option<Was>,
    /// Nobody decided on it.
    pub open: bool,
}

impl Filter {
    /// Tells whether it leaves nothing out.
    pub const fn takes_all(&self) -> bool {
        self.rules.is_empty() && self.site.is_none() && self.was.is_none() && !self.open
    }

    /// Tells whether a removal is among those it names.
    pub fn takes<R: AsRef<str>>(&self, item: &Item<'_, R>, decisions: &Decisions) -> bool {
        self.takes_rules(item.rules)
            && (self.site.as_deref()).is_none_or(|site| item.site == Some(site))
            && self.was.is_none_or(|was| item.was == was)
            && (!self.open || decisions.on(item).is_none())
    }

    /// Returns what it leaves of a group: all of it, its copies on one site, or nothing.
    pub fn part<'g>(&self, group: &'g Group, decisions: &Decisions) -> Option<Cow<'g, Group>> {
        if !self.takes_rules(&group.rules) || self.was.is_some_and(|was| group.key.was != was) {
            return None;
        }
        let part = match &self.site {
            Some(site) => Cow::Owned(group.on_site(site)?),
            None => Cow::Borrowed(group),
        };
        let is_decided = || Queue::decision(decisions, &part).is_some();
        (!self.open || !is_decided()).then_some(part)
    }

    /// Lists the decisions that are on a group, or on a text of it, and on nothing that the filter leaves out.
    pub fn own_keys(&self, group: &Group, decisions: &Decisions) -> Vec<Key> {
        let keys = group.names().filter_map(|name| {
            let (_, key) = group.decided(name, decisions)?;
            let names_rule = (key.rule.as_ref()).is_some_and(|rule| self.names(rule));
            let is_own = key.text.is_some() && key.site == group.key.site;
            (is_own && (self.rules.is_empty() || names_rule)).then_some(key)
        });
        keys.collect()
    }

    /// Lists the rules of a group by which a decision on it may name it: none that the filter does not name.
    pub(super) fn rules_of<'g>(&self, group: &'g Group) -> impl Iterator<Item = &'g String> {
        let rules = group.rules.iter();
        rules.filter(|rule| self.rules.is_empty() || self.names(rule))
    }

    /// Returns the rule of a group by which a decision names it: the first that the filter names.
    pub fn rule_of<'g>(&self, group: &'g Group) -> Option<&'g str> {
        self.rules_of(group).next().map(String::as_str)
    }

    fn takes_rules<R: AsRef<str>>(&self, rules: &[R]) -> bool {
        self.rules.is_empty() || rules.iter().any(|rule| self.names(rule.as_ref()))
    }

    fn names(&self, rule: &str) -> bool {
        self.rules.iter().any(|named| named == rule)
    }
}
