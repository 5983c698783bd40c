//! Choosing and compiling rules: every pattern compiles here, so that a run cannot fail.

mod gates;
mod glance;
mod judge;
mod looks;
mod marked;
mod topics;
mod words;

use std::borrow::Cow;

use foldhash::HashMap;
use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::edit::Span;
use crate::html::Limits;
use crate::model::{Headline, Judgement, Profile};
use crate::normalize::{PASSES, Pass};
use crate::page::Page;
use crate::rule::{Claim, Claims, Find, How, Rule, line};
use crate::rules::RULES;
use crate::rules::gate::Phrases;
use crate::settings::{Settings, SettingsError, SiteRule};

use glance::{End, Glance};
use judge::Judge;
use looks::{Kind, Looks};
use marked::Marked;
use topics::Topics;

/// Longest line, in bytes, that whole-line patterns read: nothing longer is one line of dross but code.
const LONGEST_LINE: usize = 4096;
/// Bytes at either end of a line that trims read.
const TRIM_WINDOW: usize = 160;
/// Bytes that one compiled set of built-in patterns may take.
const SET_SIZE: usize = 64 << 20;
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
    topics: Topics,
    phrases: Phrases<Vec<Target>>,
    lines: PatternSet,
    heads: PatternSet,
    tails: PatternSet,
    starts: Glance,
    ends: Glance,
    looks: Looks,
    marked: Marked,
    model: Option<Judge>,
    keep: RegexSet,
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

/// Patterns searched together, then one by one where they matched.
#[derive(Debug, Default)]
struct PatternSet {
    set: RegexSet,
    each: Vec<Regex>,
    targets: Vec<Target>,
}

impl Plan {
    /// Compiles the rules and passes that the settings leave on.
    ///
    /// # Errors
    ///
    /// An unknown rule or pass, or a site pattern that does not compile or is too large.
    pub fn new(settings: &Settings) -> Result<Self, SettingsError> {
        settings.check_names()?;
        let mut draft = Draft {
            profile: settings.profile,
            headline: settings.headline,
            limits: settings.limits,
            ..Draft::default()
        };
        for rule in RULES.iter().filter(|rule| settings.rule_is_on(rule.id)) {
            draft.add(rule);
        }
        for site in &settings.remove {
            draft.add_site(&site.name, site.compile("remove", SITE_PATTERN_SIZE)?);
        }
        for site in &settings.keep {
            site.compile("keep", SITE_PATTERN_SIZE)?;
        }
        site_set("remove", &settings.remove)?;
        let keep = site_set("keep", &settings.keep)?;
        let passes = PASSES
            .iter()
            .copied()
            .filter(|pass| settings.pass_is_on(pass))
            .collect();
        Ok(draft.compile(keep, passes, settings.fingerprint()))
    }

    /// Compiles one built-in rule alone, without passes, as its fixtures run it.
    pub fn only(rule: &'static Rule) -> Self {
        let mut draft = Draft::default();
        draft.add(rule);
        draft.compile(RegexSet::empty(), Vec::new(), rule.id.to_owned())
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

    /// Tells whether a `keep` pattern protects a line.
    pub fn keeps(&self, line: &str) -> bool {
        !self.keep.is_empty() && self.keep.is_match(line)
    }

    /// Returns the words of running text about the noise of the rules.
    pub(crate) const fn topics(&self) -> &Topics {
        &self.topics
    }

    /// Lets the block model judge a web page, if its rule is on.
    pub fn judge(&self, page: &Page<'_>) -> Option<Judgement> {
        self.model?.judge(page)
    }

    /// Gathers what every rule claims on a page.
    pub fn claims(&self, page: &Page<'_>, judgement: Option<&Judgement>) -> Vec<Claim> {
        let mut claims = Claims::default();
        let shown = || (0..page.blocks().len()).map(|index| page.shown(index));
        for (index, line) in shown().enumerate() {
            for target in self.phrases.get(line).into_iter().flatten() {
                claims.claim_for(target.rule, &target.find);
                claims.block(page, index);
            }
        }
        self.starts.each_alive(shown(), |index| {
            self.match_line(page, index, &mut claims);
            self.match_head(page, index, &mut claims);
        });
        self.ends.each_alive(shown(), |index| {
            self.match_tail(page, index, &mut claims);
        });
        self.looks.run(page, &mut claims);
        self.marked.run(page, &mut claims);
        if let (Some(judge), Some(judgement)) = (self.model, judgement) {
            judge.claim(page, judgement, &mut claims);
        }
        claims.into_claims()
    }

    fn match_line(&self, page: &Page<'_>, index: usize, claims: &mut Claims) {
        let shown = page.shown(index);
        if shown.len() > LONGEST_LINE {
            return;
        }
        self.lines.each_match(shown, |target, _| {
            claims.claim_for(target.rule, &target.find);
            claims.block(page, index);
        });
    }

    fn match_head(&self, page: &Page<'_>, index: usize, claims: &mut Claims) {
        let block = page.blocks()[index];
        let shown = page.shown(index);
        self.heads.each_match(
            &shown[..shown.floor_char_boundary(TRIM_WINDOW)],
            |target, regex| {
                let Some(found) = regex.find(shown) else {
                    return;
                };
                claims.claim_for(target.rule, &target.find);
                claims.cut(
                    Span::new(block.shown.start, block.shown.start + found.end()),
                    index,
                );
            },
        );
    }

    fn match_tail(&self, page: &Page<'_>, index: usize, claims: &mut Claims) {
        let block = page.blocks()[index];
        let shown = page.shown(index);
        let from = shown.ceil_char_boundary(shown.len().saturating_sub(TRIM_WINDOW));
        self.tails.each_match(&shown[from..], |target, regex| {
            let Some(found) = regex.find(&shown[from..]) else {
                return;
            };
            claims.claim_for(target.rule, &target.find);
            claims.cut(
                Span::new(block.shown.start + from + found.start(), block.shown.end),
                index,
            );
        });
    }
}

impl Default for Plan {
    /// Compiles all rules and the default passes.
    fn default() -> Self {
        Self::new(&Settings::default()).expect("the built-in rules compile")
    }
}

impl PatternSet {
    fn each_match(&self, text: &str, mut act: impl FnMut(Target, &Regex)) {
        if self.each.is_empty() || !self.set.is_match(text) {
            return;
        }
        for index in self.set.matches(text) {
            act(self.targets[index], &self.each[index]);
        }
    }
}

/// A plan while its rules are being added.
#[derive(Default)]
struct Draft {
    rules: Vec<PlannedRule>,
    phrases: HashMap<Box<str>, Vec<Target>>,
    lines: Vec<(String, Target)>,
    heads: Vec<(String, Target)>,
    tails: Vec<(String, Target)>,
    looks: Vec<(Target, Kind)>,
    marked: Vec<(Target, &'static [&'static str])>,
    model: Option<Target>,
    limits: Limits,
    profile: Profile,
    headline: Headline,
}

impl Draft {
    fn add(&mut self, rule: &'static Rule) {
        let index = self.rules.len();
        self.rules.push(PlannedRule {
            id: Cow::Borrowed(rule.id),
            topic: rule.topic,
        });
        for &find in rule.find {
            self.add_find(Target { rule: index, find });
        }
    }

    fn add_find(&mut self, target: Target) {
        match target.find.how {
            How::Phrases(phrases) => {
                for phrase in phrases {
                    self.phrases
                        .entry(crate::fold::fold(phrase).into())
                        .or_default()
                        .push(target);
                }
            }
            How::Line(pattern) if !target.find.is_gated() => {
                self.lines.push((whole(pattern), target));
            }
            How::Line(pattern) => {
                let line = Regex::new(&whole(pattern)).expect("the built-in patterns compile");
                self.looks.push((target, Kind::Line(Box::new(line))));
            }
            How::Head(pattern) => self.heads.push((format!("(?i)^(?:{pattern})"), target)),
            How::Tail(pattern) => self.tails.push((format!("(?i)(?:{pattern})$"), target)),
            How::Look(look) => self.looks.push((target, Kind::Page(look))),
            How::Each(look) => self.looks.push((target, Kind::Each(look))),
            How::Element(marks) => self.marked.push((target, marks)),
            How::Model => self.model = Some(target),
        }
    }

    fn add_site(&mut self, name: &str, pattern: String) {
        let target = Target {
            rule: self.rules.len(),
            find: line(""),
        };
        self.rules.push(PlannedRule {
            id: Cow::Owned(format!("site:{name}")),
            topic: &[],
        });
        self.lines.push((pattern, target));
    }

    fn compile(self, keep: RegexSet, passes: Vec<&'static Pass>, fingerprint: String) -> Plan {
        let starts = Glance::new(sources(&self.lines).chain(sources(&self.heads)), End::Start);
        let ends = Glance::new(sources(&self.tails), End::Finish);
        let [lines, heads, tails] = [self.lines, self.heads, self.tails].map(compile_set);
        let hash = crate::record::plan_hash(
            &fingerprint,
            &[&lines.targets, &heads.targets, &tails.targets].map(Vec::len),
        );
        let topics = Topics::new(&self.rules);
        Plan {
            rules: self.rules,
            topics,
            phrases: Phrases::of(self.phrases),
            lines,
            heads,
            tails,
            starts,
            ends,
            looks: Looks::new(self.looks),
            marked: Marked::new(self.marked),
            model: self.model.map(|target| Judge {
                target,
                profile: self.profile,
                headline: self.headline,
            }),
            keep,
            limits: self.limits,
            passes,
            hash,
        }
    }
}

/// Compiles all patterns of a site together, which bounds what they take together.
fn site_set(list: &'static str, rules: &[SiteRule]) -> Result<RegexSet, SettingsError> {
    RegexSetBuilder::new(rules.iter().map(|rule| whole(&rule.line)))
        .size_limit(SITE_SET_SIZE)
        .build()
        .map_err(|_| SettingsError {
            list,
            culprit: rules.last().map_or("", |rule| &rule.line).to_owned(),
            message: format!(
                "the `{list}` patterns grow over {SITE_SET_SIZE} bytes together; lower their repeat counts"
            ),
        })
}

fn sources(patterns: &[(String, Target)]) -> impl Iterator<Item = &str> {
    patterns.iter().map(|(pattern, _)| pattern.as_str())
}

fn compile_set(patterns: Vec<(String, Target)>) -> PatternSet {
    let set = RegexSetBuilder::new(patterns.iter().map(|(pattern, _)| pattern))
        .size_limit(SET_SIZE)
        .dfa_size_limit(SET_SIZE)
        .build()
        .expect("every pattern of the set compiles alone");
    let each = patterns
        .iter()
        .map(|(pattern, _)| Regex::new(pattern).expect("the set compiled it"))
        .collect();
    PatternSet {
        set,
        each,
        targets: patterns.into_iter().map(|(_, target)| target).collect(),
    }
}

/// Makes a pattern match a whole line, upper and lower case alike.
pub(crate) fn whole(pattern: &str) -> String {
    format!("(?i)^(?:{pattern})$")
}
