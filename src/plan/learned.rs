//! What was learned of sites, as a finder of the rule `site-furniture`.

use foldhash::HashMap;

use super::PlannedRule;
use crate::fold::fold;
use crate::learn::{Learned, Shape, SiteProfile, shape};
use crate::page::Page;
use crate::rule::{Claims, Find, phrases};

/// The rule that learned lines go by.
const RULE: &str = "site-furniture";
/// What the claims go by; they set their own strength, place and evidence.
const FIND: Find = phrases(&[]);

/// The learned lines by site and shape.
#[derive(Debug)]
pub(super) struct LearnedLines {
    rule: usize,
    sites: HashMap<String, HashMap<Shape, Learned>>,
}

impl LearnedLines {
    /// Prepares profiles; `None` where they hold nothing or their rule is off.
    pub(super) fn of(profiles: &[SiteProfile], rules: &[PlannedRule]) -> Option<Self> {
        let rule = rules.iter().position(|rule| rule.id == RULE)?;
        let mut sites: HashMap<String, HashMap<Shape, Learned>> = HashMap::default();
        for profile in profiles.iter().filter(|profile| !profile.lines.is_empty()) {
            let lines = profile.lines.iter().cloned();
            let site = sites.entry(profile.site.clone()).or_default();
            site.extend(lines.map(|line| (shape(&line.text), line)));
        }
        (!sites.is_empty()).then_some(Self { rule, sites })
    }

    /// Returns what was learned of a line of a site.
    pub(super) fn get(&self, site: &str, line: &str) -> Option<&Learned> {
        let learned = self.sites.get(site)?.get(&shape(line))?;
        (learned.any_number || fold(&learned.text) == fold(line)).then_some(learned)
    }

    /// Claims the lines of a page that were learned of its site.
    pub(super) fn claim(&self, page: &Page<'_>, claims: &mut Claims) {
        let Some(site) = page.site().filter(|site| self.sites.contains_key(*site)) else {
            return;
        };
        claims.claim_for(self.rule, &FIND);
        for index in 0..page.blocks().len() {
            if let Some(learned) = self.get(site, page.shown(index)) {
                claims.learned(page, index, learned.stands.place());
            }
        }
    }
}
