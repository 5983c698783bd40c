//! A plan while its rules are being added.

use std::borrow::Cow;

use foldhash::HashMap;
use regex::{Regex, RegexSet};

use super::glance::{End, Glance};
use super::judge::Judge;
use super::looks::{Kind, Looks};
use super::marked::Marked;
use super::selected::Selected;
use super::topics::Topics;
use super::{Pattern, Plan, PlannedRule, Sites, Target, Tied, whole};
use crate::fold::fold;
use crate::html::{Limits, Selector};
use crate::model::{Headline, Profile};
use crate::normalize::Pass;
use crate::rule::{Find, How, Rule, element, line};
use crate::rules::gate::Phrases;
use crate::settings::Settings;

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
    lines: Vec<(String, Target)>,
    heads: Vec<(String, Target)>,
    tails: Vec<(String, Target)>,
    sites: Vec<Target>,
    looks: Vec<(Target, Kind)>,
    marked: Vec<(Target, &'static [&'static str])>,
    pub(super) selected: Selected,
    model: Option<Target>,
}

/// What a site's settings compile to.
#[derive(Default)]
pub(super) struct SiteLines {
    /// Lines that go.
    pub(super) remove: RegexSet,
    /// Lines that stay.
    pub(super) keep: RegexSet,
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

    fn add_find(&mut self, target: Target) {
        match target.find.how {
            How::Phrases(phrases) => {
                for phrase in phrases {
                    let targets = self.phrases.entry(fold(phrase).into()).or_default();
                    targets.push(target);
                }
            }
            How::Line(pattern) if !target.find.is_gated() => {
                self.lines.push((whole(pattern), target));
            }
            How::Line(pattern) => {
                let line = Box::new(compiled(&whole(pattern)));
                self.looks.push((target, Kind::Line(line)));
            }
            How::Head(pattern) => self.heads.push((format!("(?i)^(?:{pattern})"), target)),
            How::Tail(pattern) => self.tails.push((format!("(?i)(?:{pattern})$"), target)),
            How::Look(look) => self.looks.push((target, Kind::Page(look))),
            How::Each(look) => self.looks.push((target, Kind::Each(look))),
            How::Element(marks) => self.marked.push((target, marks)),
            How::Model => self.model = Some(target),
        }
    }

    /// Adds the next of a site's patterns for lines that go.
    pub(super) fn add_site(&mut self, name: &str) {
        let target = self.add_site_rule(name, line(""));
        self.sites.push(target);
    }

    /// Adds a site's selector for elements that go.
    pub(super) fn add_selector(&mut self, name: &str, selector: Selector) {
        let target = self.add_site_rule(name, element(&[]));
        self.selected.remove(target, selector);
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
        self,
        lines: SiteLines,
        passes: Vec<&'static Pass>,
        fingerprint: &str,
    ) -> Plan {
        Plan {
            topics: Topics::new(&self.rules),
            rules: self.rules,
            phrases: Phrases::of(self.phrases),
            starts: Tied::new(&self.lines, &self.heads, End::Start),
            ends: Tied::new(&[], &self.tails, End::Finish),
            sites: Sites {
                lines: lines.remove,
                targets: self.sites,
            },
            looks: Looks::new(self.looks),
            marked: Marked::new(self.marked),
            selected: self.selected,
            model: self.model.map(|target| Judge {
                target,
                profile: self.profile,
                headline: self.headline,
                model: None,
            }),
            learned: None,
            decisions: None,
            keep: lines.keep,
            limits: self.limits,
            passes,
            hash: crate::record::plan_hash(fingerprint),
        }
    }
}

impl Tied {
    /// Prepares patterns for whole lines and for parts of lines.
    fn new(lines: &[(String, Target)], parts: &[(String, Target)], end: End) -> Self {
        let sources = lines.iter().chain(parts).map(|(source, _)| source.as_str());
        let line = |&(_, target): &(String, Target)| Pattern { target, part: None };
        let part = |(source, target): &(String, Target)| Pattern {
            target: *target,
            part: Some(compiled(source)),
        };
        Self {
            glance: Glance::new(sources, end),
            patterns: lines
                .iter()
                .map(line)
                .chain(parts.iter().map(part))
                .collect(),
        }
    }
}

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the built-in patterns compile")
}
