//! A plan while its rules are being added.

use std::borrow::Cow;
use std::sync::Arc;

use foldhash::HashMap;
use regex::{Regex, RegexSet};
use regex_syntax::hir::Hir;

use super::glance::{End, Glance};
use super::judge::Judge;
use super::keeps::{Keeps, Scope};
use super::looks::{Kind, Looks};
use super::marked::Marked;
use super::named::is_open;
use super::selected::Selected;
use super::topics::Topics;
use super::{Pattern, Plan, PlannedRule, Sites, Target, Tied, whole};
use crate::fold::fold;
use crate::html::{Limits, Selector};
use crate::model::{Headline, Profile};
use crate::normalize::Pass;
use crate::rule::{Find, How, Rule, element, line};
use crate::rules::gate::Phrases;
use crate::settings::{Settings, SettingsError, SiteFind, SiteRule, read_selector};

/// What the rules and sites ask for, each in the form that its search is prepared from.
#[derive(Default)]
pub(super) struct Draft {
    /// How the block model is to choose.
    profile: Profile,
    /// What becomes of the headline of a web page.
    headline: Headline,
    /// How far a web page may go.
    limits: Limits,
    rules: Vec<PlannedRule>,
    phrases: HashMap<Box<str>, Vec<Target>>,
    lines: Vec<(Hir, Target)>,
    heads: Vec<(String, Target)>,
    tails: Vec<(String, Target)>,
    sites: Vec<(Target, Scope)>,
    looks: Vec<(Target, Kind)>,
    marked: Vec<(Target, &'static [&'static str])>,
    selected: Selected,
    pub(super) keeps: Keeps,
    model: Option<Target>,
    shared: Option<BuiltIn>,
}

/// What the built-in rules compile to; plans with the same ones share it.
struct BuiltIn {
    topics: Arc<Topics>,
    phrases: Arc<Phrases<Vec<Target>>>,
    starts: Arc<Tied>,
    ends: Arc<Tied>,
    looks: Arc<Looks>,
    marked: Arc<Marked>,
}

impl Draft {
    /// Starts without rules.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            profile: settings.profile,
            headline: settings.headline,
            limits: settings.limits,
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, rule: &'static Rule) {
        let index = self.rules.len();
        self.rules.push(PlannedRule {
            id: Cow::Borrowed(rule.id),
            topic: rule.topic,
        });
        for &find in rule.find {
            self.add_find(Target { rule: index, find });
        }
    }

    /// Takes over the built-in rules of a plan, in the place of adding them.
    pub(super) fn share(&mut self, plan: &Plan) {
        let built_in = plan.rules.iter().filter(|rule| !rule.is_site());
        self.rules.extend(built_in.map(|rule| PlannedRule {
            id: rule.id.clone(),
            topic: rule.topic,
        }));
        self.model = plan.model.map(|judge| judge.target);
        self.shared = Some(BuiltIn {
            topics: Arc::clone(&plan.topics),
            phrases: Arc::clone(&plan.phrases),
            starts: Arc::clone(&plan.starts),
            ends: Arc::clone(&plan.ends),
            looks: Arc::clone(&plan.looks),
            marked: Arc::clone(&plan.marked),
        });
    }

    fn add_find(&mut self, mut target: Target) {
        target.find.named = matches!(target.find.how, How::Phrases(_));
        match target.find.how {
            How::Phrases(phrases) => {
                for phrase in phrases {
                    let targets = self.phrases.entry(fold(phrase).into()).or_default();
                    targets.push(target);
                }
            }
            How::Line(pattern) => self.add_line(&whole(pattern), target),
            How::Head(pattern) => self.heads.push((format!("(?i)^(?:{pattern})"), target)),
            How::Tail(pattern) => self.tails.push((format!("(?i)(?:{pattern})$"), target)),
            How::Look(look) => self.looks.push((target, Kind::Page(look))),
            How::Each(look) => self.looks.push((target, Kind::Each(look))),
            How::Element(marks) => self.marked.push((target, marks)),
            How::Model => self.model = Some(target),
        }
    }

    fn add_line(&mut self, pattern: &str, mut target: Target) {
        let parsed = parsed(pattern);
        target.find.named = !is_open(&parsed);
        match target.find.is_gated() {
            true => {
                let line = Box::new(compiled(pattern));
                self.looks.push((target, Kind::Line(line)));
            }
            false => self.lines.push((parsed, target)),
        }
    }

    /// Adds the next of a site's patterns for lines that go.
    pub(super) fn add_site(&mut self, site: &SiteRule) -> Result<(), SettingsError> {
        let scope = Scope::of(site, &self.rules)?;
        let target = self.add_site_rule(&site.name, line(""));
        self.sites.push((target, scope));
        Ok(())
    }

    /// Adds a site's selector for elements that go.
    pub(super) fn add_selector(
        &mut self,
        site: &SiteRule,
        selector: Selector,
    ) -> Result<(), SettingsError> {
        let scope = Scope::of(site, &self.rules)?;
        let target = self.add_site_rule(&site.name, element(&[]));
        self.selected.remove(target, selector, scope);
        Ok(())
    }

    /// Adds what a site keeps, once all rules are there.
    pub(super) fn keep(&mut self, site: &SiteRule) -> Result<(), SettingsError> {
        let scope = Scope::of(site, &self.rules)?;
        match &site.find {
            SiteFind::Line(_) => self.keeps.of_lines.push(scope),
            SiteFind::Select(text) => {
                let selector = read_selector("keep", text)?;
                self.keeps.elements.push((selector, scope));
            }
        }
        Ok(())
    }

    fn add_site_rule(&mut self, name: &str, find: Find) -> Target {
        let rule = self.rules.len();
        self.rules.push(PlannedRule {
            id: Cow::Owned(format!("site:{name}")),
            topic: &[],
        });
        Target { rule, find }
    }

    pub(super) fn compile(
        mut self,
        lines: RegexSet,
        passes: Vec<&'static Pass>,
        fingerprint: &str,
    ) -> Plan {
        let shared = self.shared.take();
        let BuiltIn {
            topics,
            phrases,
            starts,
            ends,
            looks,
            marked,
        } = shared.unwrap_or_else(|| self.built_in());
        Plan {
            topics,
            rules: self.rules,
            phrases,
            starts,
            ends,
            sites: Sites {
                lines,
                targets: self.sites,
            },
            looks,
            marked,
            selected: self.selected,
            model: self.model.map(|target| Judge {
                target,
                profile: self.profile,
                headline: self.headline,
                model: None,
            }),
            learned: None,
            decisions: None,
            keeps: self.keeps,
            limits: self.limits,
            passes,
            hash: crate::record::plan_hash(fingerprint),
        }
    }
}

impl Draft {
    /// Compiles what was added of the built-in rules.
    fn built_in(&mut self) -> BuiltIn {
        BuiltIn {
            topics: Arc::new(Topics::new(&self.rules)),
            phrases: Arc::new(Phrases::of(std::mem::take(&mut self.phrases))),
            starts: Arc::new(Tied::new(&self.lines, &self.heads, End::Start)),
            ends: Arc::new(Tied::new(&[], &self.tails, End::Finish)),
            looks: Arc::new(Looks::new(std::mem::take(&mut self.looks))),
            marked: Arc::new(Marked::new(std::mem::take(&mut self.marked))),
        }
    }
}

impl Tied {
    /// Prepares patterns for whole lines and for parts of lines.
    fn new(lines: &[(Hir, Target)], parts: &[(String, Target)], end: End) -> Self {
        let of_parts: Vec<Hir> = parts.iter().map(|(source, _)| parsed(source)).collect();
        let of_lines = lines.iter().map(|(parsed, _)| parsed);
        let patterns: Vec<&Hir> = of_lines.chain(&of_parts).collect();
        let line = |&(_, target): &(Hir, Target)| Pattern { target, part: None };
        let part = |(source, target): &(String, Target)| Pattern {
            target: *target,
            part: Some(compiled(source)),
        };
        Self {
            glance: Glance::new(&patterns, end),
            patterns: lines
                .iter()
                .map(line)
                .chain(parts.iter().map(part))
                .collect(),
        }
    }
}

fn parsed(pattern: &str) -> Hir {
    let parsed = regex_syntax::parse(pattern);
    parsed.expect("the built-in patterns compile")
}

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the built-in patterns compile")
}
