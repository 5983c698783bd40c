//! `undross.toml`: what a user chose, and where each choice stands.
//!
//! [`Config::load`] reads a file, [`Config::plan`] compiles it, [`Config::run_tests`] runs the tests of its
//! site rules. Every mistake is a [`ConfigError`] that points at the line.

mod bytes;
mod place;
mod read;
mod show;
mod site_tests;

use std::ops::Range;
use std::path::{Component, Path, PathBuf};

pub use bytes::bytes_of;
pub use place::ConfigError;
pub use site_tests::{SiteTest, TestReport};

use crate::error::Error;
use crate::html::Limits;
use crate::model::{Headline, Profile};
use crate::plan::Plan;
use crate::settings::{Settings, SettingsError, SiteRule};

/// Name of the file that is looked for upward from the input.
pub const FILE_NAME: &str = "undross.toml";
/// Largest capture read, in bytes, unless the user says otherwise.
pub const MAX_BYTES: u64 = 256_000_000;

/// Where a choice comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    /// Nobody chose.
    #[default]
    Default,
    /// These bytes of the configuration file.
    File(Range<usize>),
    /// An option of the command line.
    CommandLine,
}

/// A choice and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen<T> {
    /// What was chosen.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

/// The choices of a file, with those of the command line on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The file, if there is one.
    pub path: Option<PathBuf>,
    /// Rules switched off.
    pub rules_off: Vec<Chosen<String>>,
    /// If not empty, only these rules run.
    pub rules_only: Vec<Chosen<String>>,
    /// Passes switched off.
    pub passes_off: Vec<Chosen<String>>,
    /// Passes switched on that are off by default.
    pub passes_on: Vec<Chosen<String>>,
    /// How much of a web page is content.
    pub profile: Chosen<Profile>,
    /// What becomes of the headline of a web page.
    pub headline: Chosen<Headline>,
    /// Lines of a site that go; the origin is that of the pattern.
    pub remove: Vec<Chosen<SiteRule>>,
    /// Lines of a site that stay.
    pub keep: Vec<Chosen<SiteRule>>,
    /// Largest capture read, in bytes.
    pub max_bytes: Chosen<u64>,
    /// Limits of web pages that were chosen, by their names in [`Limits::ALL`].
    pub limits: Vec<(&'static str, Chosen<usize>)>,
    /// The tests that stand beside the site rules.
    pub tests: Vec<SiteTest>,
    source: String,
}

/// A list of names in a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `rules.off`
    RulesOff,
    /// `rules.only`
    RulesOnly,
    /// `passes.off`
    PassesOff,
    /// `passes.on`
    PassesOn,
}

impl Default for Config {
    /// Every rule, the default passes, the default limits.
    fn default() -> Self {
        Self {
            path: None,
            rules_off: Vec::new(),
            rules_only: Vec::new(),
            passes_off: Vec::new(),
            passes_on: Vec::new(),
            profile: Chosen::default(),
            headline: Chosen::default(),
            remove: Vec::new(),
            keep: Vec::new(),
            max_bytes: Chosen {
                value: MAX_BYTES,
                origin: Origin::Default,
            },
            limits: Vec::new(),
            tests: Vec::new(),
            source: String::new(),
        }
    }
}

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is not TOML, or holds what a configuration cannot hold.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let source = std::fs::read_to_string(path).map_err(|error| Error::read(path, error))?;
        Ok(Self::parse(Some(path), source)?)
    }

    /// Reads the text of a configuration; `path` is for messages.
    ///
    /// # Errors
    ///
    /// The text is not TOML, or holds what a configuration cannot hold.
    pub fn parse(path: Option<&Path>, source: String) -> Result<Self, Box<ConfigError>> {
        read::config(path, source)
    }

    /// Finds the file that applies to an input: the nearest one upward from it.
    pub fn find(input: &Path) -> Option<PathBuf> {
        nearest(FILE_NAME, input)
    }

    /// Adds names from the command line, which wins over the file.
    pub fn choose(&mut self, list: List, names: &[String]) {
        let (mine, against) = match list {
            List::RulesOff => (&mut self.rules_off, None),
            List::RulesOnly => (&mut self.rules_only, Some(&mut self.rules_off)),
            List::PassesOff => (&mut self.passes_off, Some(&mut self.passes_on)),
            List::PassesOn => (&mut self.passes_on, Some(&mut self.passes_off)),
        };
        if let Some(against) = against {
            against.retain(|chosen| !names.contains(&chosen.value));
        }
        if list == List::RulesOnly && !names.is_empty() {
            mine.clear();
        }
        mine.extend(names.iter().map(|name| Chosen {
            value: name.clone(),
            origin: Origin::CommandLine,
        }));
    }

    /// Returns the choices without their origins.
    pub fn settings(&self) -> Settings {
        Settings {
            rules_off: values(&self.rules_off),
            rules_only: values(&self.rules_only),
            passes_off: values(&self.passes_off),
            passes_on: values(&self.passes_on),
            profile: self.profile.value,
            headline: self.headline.value,
            limits: self.page_limits(),
            remove: values(&self.remove),
            keep: values(&self.keep),
        }
    }

    fn page_limits(&self) -> Limits {
        let mut limits = Limits::default();
        for (name, limit) in Limits::ALL {
            let chosen = self.limits.iter().find(|(chosen, _)| chosen == name);
            if let Some((_, chosen)) = chosen {
                *limit(&mut limits) = chosen.value;
            }
        }
        limits
    }

    /// Compiles the choices.
    ///
    /// # Errors
    ///
    /// A rule or pass that does not exist, a pattern that does not compile or grows too large.
    pub fn plan(&self) -> Result<Plan, Box<ConfigError>> {
        self.plan_beside([])
    }

    /// Compiles the choices, and shares with other plans what is the same; see [`Plan::beside`].
    ///
    /// # Errors
    ///
    /// Those of [`Self::plan`].
    pub fn plan_beside<'p>(
        &self,
        plans: impl IntoIterator<Item = &'p Plan>,
    ) -> Result<Plan, Box<ConfigError>> {
        Plan::beside(&self.settings(), plans).map_err(|error| self.locate(&error))
    }

    /// Names the origin of a choice, as `undross.toml:3`.
    pub fn origin_in_words(&self, origin: &Origin) -> String {
        match origin {
            Origin::Default => "default".to_owned(),
            Origin::CommandLine => "command line".to_owned(),
            Origin::File(span) => {
                let (line, _) = place::line_and_column(&self.source, span.start);
                format!("{}:{line}", self.shown_path())
            }
        }
    }

    fn shown_path(&self) -> String {
        place::shown(self.path.as_deref())
    }

    fn error_at(&self, origin: &Origin, message: String) -> Box<ConfigError> {
        match origin {
            Origin::File(span) => {
                ConfigError::at(self.path.as_deref(), &self.source, span.clone(), message)
            }
            _ => ConfigError::without_place(message),
        }
    }

    /// Finds where the offending word of the settings was chosen.
    fn locate(&self, error: &SettingsError) -> Box<ConfigError> {
        let names = |list: &[Chosen<String>]| origin_of(list, |name| *name == error.culprit);
        let lines =
            |list: &[Chosen<SiteRule>]| origin_of(list, |rule| rule.find.text() == error.culprit);
        let origin = match error.list {
            "rules.off" => names(&self.rules_off),
            "rules.only" => names(&self.rules_only),
            "passes.off" => names(&self.passes_off),
            "passes.on" => names(&self.passes_on),
            "keep" => lines(&self.keep),
            _ => lines(&self.remove),
        };
        self.error_at(&origin.unwrap_or(Origin::Default), error.message.clone())
    }
}

/// Finds the nearest file of a name upward from an input.
pub fn nearest(name: &str, input: &Path) -> Option<PathBuf> {
    // With `..` in it, a path lies below folders that it does not name.
    let goes_up = input.components().any(|part| part == Component::ParentDir);
    let input = match goes_up {
        true => std::fs::canonicalize(input).ok()?,
        false => std::path::absolute(input).ok()?,
    };
    input
        .ancestors()
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

fn values<T: Clone>(list: &[Chosen<T>]) -> Vec<T> {
    list.iter().map(|chosen| chosen.value.clone()).collect()
}

fn origin_of<T>(list: &[Chosen<T>], is_it: impl Fn(&T) -> bool) -> Option<Origin> {
    list.iter()
        .find(|chosen| is_it(&chosen.value))
        .map(|chosen| chosen.origin.clone())
}
