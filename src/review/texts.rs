//! The texts of a group as decisions see them.

use super::decision::{Key, Verdict};
use super::decisions::{Decisions, Item};
use super::group::Group;

impl Group {
    /// Lists its texts, by their names, with their copies.
    pub fn texts(&self) -> impl Iterator<Item = (&str, u64)> {
        let rare = self.members.iter();
        let rare = rare.map(|member| (member.name.as_str(), member.count));
        rare.chain(self.key.text.as_deref().map(|text| (text, self.count)))
    }

    /// Lists the names of its texts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts().map(|(name, _)| name)
    }

    /// Lists its sites with the copies on them, and how many stand on none that is known.
    pub(super) fn places(&self) -> impl Iterator<Item = (Option<&str>, u64)> {
        let known: u64 = self.sites.values().map(|copies| copies.count).sum();
        let elsewhere = Some((None, self.count - known)).filter(|(_, count)| *count > 0);
        let sites = self.sites.iter();
        sites
            .map(|(site, copies)| (Some(site.as_str()), copies.count))
            .chain(elsewhere)
    }

    /// Finds the decision on one of its texts.
    pub(super) fn decided(&self, text: &str, decisions: &Decisions) -> Option<(Verdict, Key)> {
        let on = |site: Option<&str>| decisions.on(&self.item(text, site));
        if let Some(decided) = on(self.key.site.as_deref()) {
            return Some(decided);
        }
        let is_spread = self.key.site.is_none() && decisions.name_sites();
        let mut places = self.places().filter(|_| is_spread);
        let first = on(places.next()?.0)?;
        let same = |made: Option<(Verdict, Key)>| made.is_some_and(|(other, _)| other == first.0);
        places.all(|(site, _)| same(on(site))).then_some(first)
    }

    /// Returns one of its texts as decisions see it, all copies of it or those of one site.
    pub(super) fn item<'a>(&'a self, text: &'a str, site: Option<&'a str>) -> Item<'a, String> {
        Item {
            was: self.key.was,
            rules: &self.rules,
            text,
            site,
            capture: None,
        }
    }

    /// Returns what it has on one site; none where it has no copy there.
    pub(super) fn on_site(&self, site: &str) -> Option<Self> {
        let copies = *self.sites.get(site)?;
        let mut group = self.clone();
        group.key.site = Some(site.to_owned());
        (group.count, group.captures) = (copies.count, copies.captures);
        group.sites.retain(|name, _| name == site);
        Some(group)
    }
}
