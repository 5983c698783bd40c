//! Choosing and compiling rules: every pattern compiles here, so that a run cannot fail.

mod bound;
mod coarse;
mod draft;
mod ends;
mod gates;
mod gather;
mod glance;
mod judge;
mod keeps;
mod learned;
mod looks;
mod marked;
mod named;
mod selected;
mod topics;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::html::Limits;
use crate::learn::{Learned, SiteProfile};
use crate::model::Judgement;
use crate::model::forest::Model;
use crate::normalize::{PASSES, Pass};
use crate::page::Page;
use crate::record::plan_hash;
use crate::review::Decisions;
use crate::rule::{Claim, Find, Rule};
use crate::rules::RULES;
use crate::rules::gate::Phrases;
use crate::settings::{Settings, SettingsError, SiteFind, SiteRule, check_line, read_selector};

use draft::Draft;
use glance::Glance;
use judge::Judge;
pub use keeps::Kept;
use keeps::{Keeps, Scope};
use learned::LearnedLines;
use looks::Looks;
use marked::Marked;
use selected::Selected;
use topics::Topics;

/// Longest line, in bytes, that whole-line patterns read: nothing longer is one line of dross but code.
const LONGEST_LINE: usize = 4096;
/// Bytes at either end of a line that trims read.
const TRIM_WINDOW: usize = 160;
/// Bytes that one site pattern may take compiled: a larger one is a mistake or an attack.
const SITE_PATTERN_SIZE: usize = 1 << 20;
/// Bytes that all site patterns of one list may take compiled together.
const SITE_SET_SIZE: usize = 16 << 20;

/// The name and the topic of a rule in a plan, built in or from a site's settings.
#[derive(Debug)]
pub struct PlannedRule {
    /// Name of the rule; site rules are called `site:` and their name.
    pub id: Cow<'static, str>,
    /// Words of running text about this noise.
    pub topic: &'static [&'static str],
}

impl PlannedRule {
    /// Tells whether it comes from a site's settings.
    pub(crate) const fn is_site(&self) -> bool {
        matches!(self.id, Cow::Owned(_))
    }
}

/// The chosen rules and passes, compiled once for any number of captures.
#[derive(Debug)]
pub struct Plan {
    rules: Vec<PlannedRule>,
    topics: Arc<Topics>,
    phrases: Arc<Phrases<Vec<Target>>>,
    starts: Arc<Tied>,
    ends: Arc<Tied>,
    sites: Sites,
    looks: Arc<Looks>,
    marked: Arc<Marked>,
    selected: Selected,
    model: Option<Judge>,
    learned: Option<LearnedLines>,
    decisions: Option<Decisions>,
    keeps: Keeps,
    limits: Limits,
    passes: Vec<&'static Pass>,
    hash: String,
}

/// The rule and the finder that a pattern or phrase belongs to.
#[derive(Debug, Clone, Copy)]
struct Target {
    rule: usize,
    find: Find,
}

/// Built-in patterns tied to one end of a line.
#[derive(Debug)]
struct Tied {
    glance: Glance,
    patterns: Vec<Pattern>,
}

/// A pattern; one for a part of a line is searched for alone where it matches, to find the other end of the part.
#[derive(Debug)]
struct Pattern {
    target: Target,
    part: Option<Regex>,
}

/// Patterns of a site for whole lines.
#[derive(Debug)]
struct Sites {
    lines: RegexSet,
    targets: Vec<(Target, Scope)>,
}

impl Plan {
    /// Compiles the rules and passes that the settings leave on.
    ///
    /// # Errors
    ///
    /// An unknown rule or pass, or a site pattern that does not compile or is too large.
    pub fn new(settings: &Settings) -> Result<Self, SettingsError> {
        Self::beside(settings, [])
    }

    /// Compiles as [`Self::new`] does, and shares the built-in rules with one of these plans if it has the same.
    ///
    /// # Errors
    ///
    /// Those of [`Self::new`].
    pub fn beside<'p>(
        settings: &Settings,
        plans: impl IntoIterator<Item = &'p Self>,
    ) -> Result<Self, SettingsError> {
        settings.check_names()?;
        let on = || RULES.iter().filter(|rule| settings.rule_is_on(rule.id));
        let has_same = |plan: &&Self| plan.built_in().eq(on().map(|rule| rule.id));
        let mut draft = Draft::new(settings);
        match plans.into_iter().find(has_same) {
            Some(plan) => draft.share(plan),
            None => on().for_each(|rule| draft.add(rule)),
        }
        for site in &settings.remove {
            match &site.find {
                SiteFind::Line(line) => {
                    check_line("remove", line, SITE_PATTERN_SIZE)?;
                    draft.add_site(site)?;
                }
                SiteFind::Select(text) => {
                    draft.add_selector(site, read_selector("remove", text)?)?;
                }
            }
        }
        for site in &settings.keep {
            if let SiteFind::Line(line) = &site.find {
                check_line("keep", line, SITE_PATTERN_SIZE)?;
            }
            draft.keep(site)?;
        }
        draft.keeps.lines = site_set("keep", &settings.keep)?;
        let lines = site_set("remove", &settings.remove)?;
        let passes = PASSES
            .iter()
            .copied()
            .filter(|pass| settings.pass_is_on(pass))
            .collect();
        Ok(draft.compile(lines, passes, &settings.fingerprint()))
    }

    /// Lists the built-in rules, which stand before those of sites.
    fn built_in(&self) -> impl Iterator<Item = &str> {
        let rules = self.rules.iter().filter(|rule| !rule.is_site());
        rules.map(|rule| rule.id.as_ref())
    }

    /// Puts another block model in the place of the one that ships, as cross validation does.
    #[must_use]
    pub fn with_model(mut self, model: &'static Model<'static>) -> Self {
        self.model = self.model.map(|judge| Judge {
            model: Some(model),
            ..judge
        });
        self
    }

    /// Adds what was learned of sites, for the rule `site-furniture`; nothing where that rule is off or nothing was learned.
    #[must_use]
    pub fn with_learned(mut self, profiles: &[SiteProfile]) -> Self {
        self.learned = LearnedLines::of(profiles, &self.rules);
        if self.learned.is_some() {
            self.hash = plan_hash(&format!("{} {profiles:?}", self.hash));
        }
        self
    }

    /// Adds the decisions of a review: what they keep stays, what they remove goes, all else is as it was.
    #[must_use]
    pub fn with_decisions(mut self, decisions: Decisions) -> Self {
        if decisions.overrule() {
            let all = String::from_utf8_lossy(&decisions.write(&[])).into_owned();
            self.hash = plan_hash(&format!("{} {all}", self.hash));
            self.decisions = Some(decisions);
        }
        self
    }

    /// Returns the decisions, where any of them changes what comes of a capture.
    pub(crate) const fn decisions(&self) -> Option<&Decisions> {
        self.decisions.as_ref()
    }

    /// Compiles one built-in rule alone, without passes, as its fixtures run it.
    pub fn only(rule: &'static Rule) -> Self {
        let mut draft = Draft::default();
        draft.add(rule);
        draft.compile(RegexSet::empty(), Vec::new(), rule.id)
    }

    /// Returns the rules, in order.
    pub fn rules(&self) -> &[PlannedRule] {
        &self.rules
    }

    /// Returns the passes, in order.
    pub fn passes(&self) -> &[&'static Pass] {
        &self.passes
    }

    /// Returns how far a web page may go before it is read by halves.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// Returns the hash of rules, patterns and settings, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Returns what the `keep` rules protect on a page.
    pub fn kept_in<'p>(&'p self, page: &'p Page<'_>) -> Kept<'p> {
        self.keeps.on(page)
    }

    /// Returns the words of running text about the noise of the rules.
    pub(crate) fn topics(&self) -> &Topics {
        &self.topics
    }

    /// Returns what was learned of the line of a block from other captures of its site.
    pub fn learned<'p>(&'p self, page: &Page<'_>, index: usize) -> Option<&'p Learned> {
        self.learned.as_ref()?.get(page.site()?, page.shown(index))
    }

    /// Lets the block model judge a web page, if its rule is on.
    pub fn judge(&self, page: &Page<'_>) -> Option<Judgement> {
        self.model?.judge(page)
    }

    /// Gathers what every rule claims on a page, each claim within its bounds.
    pub fn claims(&self, page: &Page<'_>, judgement: Option<&Judgement>) -> Vec<Claim> {
        let mut claims = self.gather(page, judgement);
        bound::bound(self, page, &mut claims);
        claims
    }
}

impl Default for Plan {
    /// Compiles all rules and the default passes.
    fn default() -> Self {
        Self::new(&Settings::default()).expect("the built-in rules compile")
    }
}

/// Compiles all patterns of a site together, which bounds what they take together.
fn site_set(list: &'static str, rules: &[SiteRule]) -> Result<RegexSet, SettingsError> {
    let line = |rule: &SiteRule| match &rule.find {
        SiteFind::Line(line) => Some(line.clone()),
        SiteFind::Select(_) => None,
    };
    let lines: Vec<String> = rules.iter().filter_map(line).collect();
    RegexSetBuilder::new(lines.iter().map(|line| whole(line)))
        .size_limit(SITE_SET_SIZE)
        .build()
        .map_err(|_| SettingsError {
            list,
            culprit: lines.last().cloned().unwrap_or_default(),
            message: format!(
                "the `{list}` patterns grow over {SITE_SET_SIZE} bytes together; lower their repeat counts"
            ),
        })
}

/// Makes a pattern match a whole line, upper and lower case alike.
pub(crate) fn whole(pattern: &str) -> String {
    format!("(?i)^(?:{pattern})$")
}
