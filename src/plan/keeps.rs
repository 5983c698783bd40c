//! What `keep` rules protect: lines and elements, of some sites or of all, from some rules or from all.

use regex::RegexSet;

use super::PlannedRule;
use super::selected::kept_by;
use crate::html::Selector;
use crate::page::Page;
use crate::rules::RULES;
use crate::settings::{SettingsError, SiteRule, unknown};
use crate::site::is_named;

/// The pages and the claims that a rule of a site is about.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The sites; empty for all.
    sites: Vec<String>,
    /// The rules, by their numbers in the plan; none for all.
    rules: Option<Vec<usize>>,
}

impl Scope {
    /// Reads the scope of a site's rule; `rules` are those of the plan.
    pub(super) fn of(site: &SiteRule, rules: &[PlannedRule]) -> Result<Self, SettingsError> {
        for name in &site.rules {
            let known = RULES.iter().any(|rule| rule.id == name);
            if !known && !rules.iter().any(|rule| rule.id == *name) {
                let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
                return Err(SettingsError {
                    list: "keep",
                    culprit: site.find.text().to_owned(),
                    message: unknown("rule", name, &known),
                });
            }
        }
        let named = |rule: &PlannedRule| site.rules.iter().any(|name| *name == rule.id);
        let numbers = (0..rules.len()).filter(|&number| named(&rules[number]));
        Ok(Self {
            sites: site.sites.clone(),
            rules: (!site.rules.is_empty()).then(|| numbers.collect()),
        })
    }

    /// Tells whether the rule is about a page.
    pub(super) fn takes(&self, page: &Page<'_>) -> bool {
        let is_of = |site: &str| self.sites.iter().any(|name| is_named(site, name));
        self.sites.is_empty() || page.site().is_some_and(is_of)
    }

    /// Tells whether the rule is about what another rule claims.
    fn takes_rule(&self, rule: usize) -> bool {
        self.rules
            .as_ref()
            .is_none_or(|rules| rules.contains(&rule))
    }
}

/// The `keep` rules of a plan.
#[derive(Debug, Default)]
pub(super) struct Keeps {
    /// Patterns for whole lines, and the scope of each.
    pub(super) lines: RegexSet,
    pub(super) of_lines: Vec<Scope>,
    pub(super) elements: Vec<(Selector, Scope)>,
}

/// What `keep` rules protect on one page.
#[derive(Debug)]
pub struct Kept<'p> {
    keeps: &'p Keeps,
    page: &'p Page<'p>,
    /// For each selector that is about the page: which blocks it protects.
    elements: Vec<(Vec<bool>, &'p Scope)>,
}

impl Keeps {
    /// Prepares for a page.
    pub(super) fn on<'p>(&'p self, page: &'p Page<'_>) -> Kept<'p> {
        let here = self.elements.iter().filter(|(_, scope)| scope.takes(page));
        Kept {
            keeps: self,
            page,
            elements: here
                .map(|(selector, scope)| (kept_by(selector, page), scope))
                .collect(),
        }
    }
}

impl Kept<'_> {
    /// Tells whether a block is protected from a rule, told by its number in the plan.
    pub fn protects(&self, block: usize, rule: usize) -> bool {
        self.any(block, |scope| scope.takes_rule(rule))
    }

    /// Tells whether a block is protected from any rule.
    pub fn is_kept(&self, block: usize) -> bool {
        self.any(block, |_| true)
    }

    fn any(&self, block: usize, counts: impl Fn(&Scope) -> bool) -> bool {
        let in_element =
            |(kept, scope): &(Vec<bool>, &Scope)| kept.get(block) == Some(&true) && counts(scope);
        if self.elements.iter().any(in_element) {
            return true;
        }
        let Keeps {
            lines, of_lines, ..
        } = self.keeps;
        if lines.is_empty() {
            return false;
        }
        let mut matches = lines.matches(self.page.shown(block)).into_iter();
        matches.any(|line| of_lines[line].takes(self.page) && counts(&of_lines[line]))
    }
}
