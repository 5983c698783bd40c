//! What a user may choose: rules, passes, site rules. Plain data, checked when a plan is made.

use regex::RegexBuilder;

use crate::html::{Limits, Selector};
use crate::model::{Headline, Profile};
use crate::normalize::{PASSES, Pass};
use crate::plan::whole;
use crate::rules::RULES;

/// Choices for a plan; the default is every rule and the default passes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Rules switched off.
    pub rules_off: Vec<String>,
    /// If not empty, only these rules run.
    pub rules_only: Vec<String>,
    /// Passes switched off.
    pub passes_off: Vec<String>,
    /// Passes switched on that are off by default.
    pub passes_on: Vec<String>,
    /// How much of a web page is content.
    pub profile: Profile,
    /// What becomes of the headline of a web page.
    pub headline: Headline,
    /// How far a web page may go before it is read by halves.
    pub limits: Limits,
    /// Lines and elements of a site that go.
    pub remove: Vec<SiteRule>,
    /// Lines and elements of a site that stay, whatever any rule says.
    pub keep: Vec<SiteRule>,
}

/// What goes or stays on the pages of one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteRule {
    /// Its name in records.
    pub name: String,
    /// What it finds.
    pub find: SiteFind,
    /// The sites that it is about, as [`crate::site`] names them; empty for all.
    pub sites: Vec<String>,
    /// The rules that a `keep` rule is meant against; empty for all.
    pub rules: Vec<String>,
}

/// What a site's rule goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteFind {
    /// A pattern for the whole line, upper and lower case alike.
    Line(String),
    /// A CSS selector for elements of web pages.
    Select(String),
}

/// A choice that cannot be followed.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct SettingsError {
    /// The list that holds it, as it is called in `undross.toml`.
    pub list: &'static str,
    /// The offending word or pattern, as the user wrote it.
    pub culprit: String,
    /// What is wrong with it, and what is allowed.
    pub message: String,
}

impl SettingsError {
    pub(crate) fn pattern(list: &'static str, culprit: &str, error: &regex::Error) -> Self {
        Self {
            list,
            culprit: culprit.to_owned(),
            message: pattern_message(culprit, error),
        }
    }
}

impl Settings {
    /// Tells whether a built-in rule is to run.
    pub fn rule_is_on(&self, id: &str) -> bool {
        let chosen = self.rules_only.is_empty() || self.rules_only.iter().any(|only| only == id);
        chosen && !self.rules_off.iter().any(|off| off == id)
    }

    /// Tells whether a pass is to run.
    pub fn pass_is_on(&self, pass: &Pass) -> bool {
        let on = pass.default || self.passes_on.iter().any(|on| on == pass.id);
        on && !self.passes_off.iter().any(|off| off == pass.id)
    }

    pub(crate) fn check_names(&self) -> Result<(), SettingsError> {
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        let passes: Vec<&str> = PASSES.iter().map(|pass| pass.id).collect();
        let lists = [
            ("rules.off", &self.rules_off, "rule", &rules),
            ("rules.only", &self.rules_only, "rule", &rules),
            ("passes.off", &self.passes_off, "pass", &passes),
            ("passes.on", &self.passes_on, "pass", &passes),
        ];
        for (list, names, kind, all) in lists {
            if let Some(name) = names.iter().find(|name| !all.contains(&name.as_str())) {
                return Err(SettingsError {
                    list,
                    culprit: name.clone(),
                    message: unknown(kind, name, all),
                });
            }
        }
        Ok(())
    }

    pub(crate) fn fingerprint(&self) -> String {
        format!("{self:?}")
    }
}

impl SiteRule {
    /// Makes a rule for all sites, against all rules.
    pub fn new(name: impl Into<String>, find: SiteFind) -> Self {
        Self {
            name: name.into(),
            find,
            sites: Vec::new(),
            rules: Vec::new(),
        }
    }
}

impl SiteFind {
    /// Returns the key that it has in `undross.toml`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Line(_) => "line",
            Self::Select(_) => "select",
        }
    }

    /// Returns the pattern or the selector, as the user wrote it.
    pub fn text(&self) -> &str {
        match self {
            Self::Line(text) | Self::Select(text) => text,
        }
    }
}

/// Checks that a site's pattern compiles, alone and as one for the whole line.
pub(crate) fn check_line(
    list: &'static str,
    line: &str,
    size_limit: usize,
) -> Result<(), SettingsError> {
    let compile = |pattern: &str| RegexBuilder::new(pattern).size_limit(size_limit).build();
    compile(line)
        .and_then(|_| compile(&whole(line)))
        .map_err(|error| SettingsError::pattern(list, line, &error))?;
    Ok(())
}

/// Reads a site's selector.
pub(crate) fn read_selector(list: &'static str, text: &str) -> Result<Selector, SettingsError> {
    Selector::parse(text).map_err(|reason| SettingsError {
        list,
        culprit: text.to_owned(),
        message: format!("`{text}` is no CSS selector that can be used here: {reason}"),
    })
}

/// Says that there is nothing of a name, and what was meant or what there is.
pub fn unknown(kind: &str, name: &str, all: &[&str]) -> String {
    let nearest = all
        .iter()
        .max_by(|a, b| likeness(a, name).total_cmp(&likeness(b, name)))
        .filter(|candidate| likeness(candidate, name) > 0.6);
    let hint = nearest.map_or_else(
        || format!("allowed are {}", all.join(", ")),
        |id| format!("did you mean `{id}`?"),
    );
    format!("there is no {kind} `{name}`; {hint}")
}

fn likeness(a: &str, b: &str) -> f32 {
    similar::TextDiff::from_chars(a, b).ratio()
}

fn pattern_message(pattern: &str, error: &regex::Error) -> String {
    if let regex::Error::CompiledTooBig(limit) = error {
        return format!(
            "the pattern `{pattern}` grows over {limit} bytes when compiled; lower its repeat counts"
        );
    }
    let whole = error.to_string();
    let reason = whole.rsplit("error: ").next().unwrap_or(&whole).trim();
    format!("the pattern `{pattern}` does not compile: {reason}")
}
