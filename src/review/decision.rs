//! One decision: on what, and what was decided.

use serde::{Deserialize, Serialize};

/// What undross did with a text before anybody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Was {
    /// It removed it.
    Removed,
    /// It kept it, though something spoke for its removal.
    Kept,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The text stays.
    Keep,
    /// The text goes.
    Remove,
    /// It is left open: undross does what it would have done.
    Later,
}

/// On how much a decision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// On every copy of a text.
    Group,
    /// On its copies in one capture.
    Capture,
    /// On its copies on one site.
    Site,
    /// On all that a rule takes, or nearly takes, on one site, whatever its text.
    RuleOnSite,
    /// On all that a rule takes, or nearly takes.
    Rule,
}

/// What a decision is on: all removals that have everything it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// What undross did with it.
    pub was: Was,
    /// A rule that asked for the removal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The text, as [`name_of`](super::name_of) names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The site, as [`site_of`](crate::site::site_of) names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The capture, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capture: Option<String>,
}

/// A line of the file of decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it is on.
    #[serde(flatten)]
    pub key: Key,
    /// What was decided.
    pub decision: Verdict,
    /// Why, in the words of whoever decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Was {
    /// Returns the name used in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Kept => "kept",
        }
    }

    /// Returns the decision that agrees with it.
    pub const fn confirmed(self) -> Verdict {
        match self {
            Self::Removed => Verdict::Remove,
            Self::Kept => Verdict::Keep,
        }
    }

    /// Returns the decision that turns it round.
    pub const fn overruled(self) -> Verdict {
        match self {
            Self::Removed => Verdict::Keep,
            Self::Kept => Verdict::Remove,
        }
    }
}

impl Verdict {
    /// Returns the name used in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Remove => "remove",
            Self::Later => "later",
        }
    }
}

impl Key {
    /// Tells on how much the decision is.
    pub const fn scope(&self) -> Scope {
        match (&self.text, &self.capture, &self.site) {
            (_, Some(_), _) => Scope::Capture,
            (Some(_), None, Some(_)) => Scope::Site,
            (None, None, Some(_)) => Scope::RuleOnSite,
            (Some(_), None, None) => Scope::Group,
            (None, None, None) => Scope::Rule,
        }
    }

    /// Tells whether it names anything: a decision on everything would be a slip.
    pub(super) const fn names_something(&self) -> bool {
        self.rule.is_some() || self.text.is_some() || self.site.is_some() || self.capture.is_some()
    }

    /// Says what it is on, for people.
    pub fn in_words(&self) -> String {
        let mut words = match &self.text {
            Some(text) => format!("“{text}”"),
            None => "everything".to_owned(),
        };
        for (before, part) in [
            (" of ", &self.rule),
            (" on ", &self.site),
            (" in ", &self.capture),
        ] {
            if let Some(part) = part {
                words.push_str(before);
                words.push_str(part);
            }
        }
        words
    }
}
