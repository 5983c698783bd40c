//! A configuration as TOML again, every choice with its origin.

use std::fmt;

use super::{Chosen, Config, Origin};
use crate::html::Limits;
use crate::model::{Headline, Profile};
use crate::settings::SiteRule;

impl fmt::Display for Config {
    /// Writes the merged choices as a file that could be used again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "[rules]")?;
        self.list(f, "off", &self.rules_off)?;
        self.list(f, "only", &self.rules_only)?;
        writeln!(f, "\n[passes]")?;
        self.list(f, "off", &self.passes_off)?;
        self.list(f, "on", &self.passes_on)?;
        writeln!(f, "\n[pages]")?;
        self.word(f, "profile", &self.profile, Profile::ALL)?;
        self.word(f, "headline", &self.headline, Headline::ALL)?;
        let origin = self.origin_in_words(&self.max_bytes.origin);
        writeln!(f, "\n[limits]")?;
        writeln!(f, "max-bytes = {} # {origin}", self.max_bytes.value)?;
        let mut limits = self.page_limits();
        for (name, limit) in Limits::ALL {
            let chosen = self.limits.iter().find(|(chosen, _)| chosen == name);
            let origin = chosen.map(|(_, chosen)| &chosen.origin);
            let origin = self.origin_in_words(origin.unwrap_or(&Origin::Default));
            writeln!(f, "{name} = {} # {origin}", limit(&mut limits))?;
        }
        for (key, rules) in [("remove", &self.remove), ("keep", &self.keep)] {
            for rule in rules {
                let origin = self.origin_in_words(&rule.origin);
                let SiteRule {
                    name,
                    find,
                    sites,
                    rules,
                } = &rule.value;
                let (name, text) = (quoted(name), quoted(find.text()));
                let found = find.key();
                writeln!(f, "\n[[{key}]]\nname = {name}\n{found} = {text} # {origin}")?;
                for (key, names) in [("site", sites), ("rule", rules)] {
                    if !names.is_empty() {
                        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
                        writeln!(f, "{key} = [{}]", names.join(", "))?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Config {
    fn word<T: PartialEq>(
        &self,
        f: &mut fmt::Formatter<'_>,
        key: &str,
        chosen: &Chosen<T>,
        words: &[(&str, T)],
    ) -> fmt::Result {
        let word = words.iter().find(|(_, word)| *word == chosen.value);
        let name = word.map_or("", |(name, _)| name);
        let origin = self.origin_in_words(&chosen.origin);
        writeln!(f, "{key} = {} # {origin}", quoted(name))
    }

    fn list(&self, f: &mut fmt::Formatter<'_>, key: &str, names: &[Chosen<String>]) -> fmt::Result {
        if names.is_empty() {
            return writeln!(f, "{key} = [] # default");
        }
        writeln!(f, "{key} = [")?;
        for name in names {
            let origin = self.origin_in_words(&name.origin);
            writeln!(f, "  {}, # {origin}", quoted(&name.value))?;
        }
        writeln!(f, "]")
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
