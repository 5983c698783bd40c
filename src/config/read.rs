//! Reading a configuration: every key is known, every value has its type.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::bytes::bytes_of;
use super::site_tests::{Line, SiteTest, Wanted};
use super::{Chosen, Config, ConfigError, Origin};
use crate::capture::Kind;
use crate::html::Limits;
use crate::model::{Headline, Profile};
use crate::rules::RULES;
use crate::settings::{SiteFind, SiteRule, unknown};

type Result<T> = std::result::Result<T, Box<ConfigError>>;
type Value<'i> = Spanned<DeValue<'i>>;

const TABLES: &[&str] = &["rules", "passes", "pages", "limits", "remove", "keep"];
const REMOVE: &[&str] = &["line", "select", "name", "site", "test"];
const KEEP: &[&str] = &["line", "select", "name", "site", "rule", "test"];
const SITE_TEST: &[&str] = &["text", "site", "removes", "keeps"];

/// Reads a whole configuration.
pub(super) fn config(path: Option<&Path>, source: String) -> Result<Config> {
    let mut config = Config {
        path: path.map(Path::to_path_buf),
        ..Config::default()
    };
    let reader = Reader {
        path,
        source: &source,
    };
    let table = DeTable::parse(&source).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        reader.error(span, format!("not valid TOML: {}", error.message()))
    })?;
    reader.whole(table.get_ref(), &mut config)?;
    config.source = source;
    Ok(config)
}

struct Reader<'a> {
    path: Option<&'a Path>,
    source: &'a str,
}

impl Reader<'_> {
    fn whole(&self, table: &DeTable<'_>, config: &mut Config) -> Result<()> {
        self.check_keys("", table, TABLES)?;
        if let Some(rules) = self.table(table, "rules", &["off", "only"])? {
            config.rules_off = self.names(rules, "off")?;
            config.rules_only = self.names(rules, "only")?;
        }
        if let Some(passes) = self.table(table, "passes", &["off", "on"])? {
            config.passes_off = self.names(passes, "off")?;
            config.passes_on = self.names(passes, "on")?;
        }
        if let Some(pages) = self.table(table, "pages", &["profile", "headline"])? {
            config.profile = self.word(pages, "profile", Profile::ALL)?;
            config.headline = self.word(pages, "headline", Headline::ALL)?;
        }
        self.limits(table, config)?;
        (config.remove, config.tests) = self.site_rules(table, ("remove", REMOVE), &[])?;
        let (keep, tests) = self.site_rules(table, ("keep", KEEP), &config.remove)?;
        config.keep = keep;
        config.tests.extend(tests);
        Ok(())
    }

    fn limits(&self, table: &DeTable<'_>, config: &mut Config) -> Result<()> {
        let names: Vec<&str> = Limits::ALL.iter().map(|(name, _)| *name).collect();
        let keys = [&["max-bytes"], &names[..]].concat();
        let Some(limits) = self.table(table, "limits", &keys)? else {
            return Ok(());
        };
        if let Some(value) = limits.get("max-bytes") {
            config.max_bytes = self.size(value)?;
        }
        for (name, _) in Limits::ALL {
            if let Some(value) = limits.get(*name) {
                config.limits.push((name, self.count(value)?));
            }
        }
        Ok(())
    }

    fn count(&self, value: &Value<'_>) -> Result<Chosen<usize>> {
        let count = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().replace('_', "").parse().ok(),
            _ => None,
        };
        match count {
            Some(count) => Ok(Chosen {
                value: count,
                origin: Origin::File(value.span()),
            }),
            None => Err(self.wrong(value, "a limit is a number, as in 512")),
        }
    }

    fn site_rules(
        &self,
        table: &DeTable<'_>,
        (list, keys): (&'static str, &[&str]),
        others: &[Chosen<SiteRule>],
    ) -> Result<(Vec<Chosen<SiteRule>>, Vec<SiteTest>)> {
        let (mut rules, mut tests) = (Vec::new(), Vec::new());
        let Some(value) = table.get(list) else {
            return Ok((rules, tests));
        };
        let Some(array) = value.get_ref().as_array() else {
            return Err(self.wrong(value, &format!("`{list}` is a list: write [[{list}]]")));
        };
        for value in array.iter() {
            let rule = self.fields(value, &format!("a [[{list}]] rule"), keys)?;
            let index = rules.len() + 1;
            let mut rule_read = self.site_rule(value, rule, format!("{list}-{index}"))?;
            rule_read.value.rules = self.rule_names(rule, others)?;
            for test in self.array(rule, "test")? {
                tests.push(self.test(test, list, &rule_read.value)?);
            }
            self.check_new(&rules, &rule_read)?;
            rules.push(rule_read);
        }
        Ok((rules, tests))
    }

    fn site_rule(
        &self,
        whole: &Value<'_>,
        rule: &DeTable<'_>,
        unnamed: String,
    ) -> Result<Chosen<SiteRule>> {
        let (value, find) = self.site_find(whole, rule)?;
        let name = match rule.get("name") {
            Some(name) => self.name(name)?,
            None => unnamed,
        };
        Ok(Chosen {
            value: SiteRule {
                name,
                find,
                sites: self.one_or_more(rule, "site")?,
                rules: Vec::new(),
            },
            origin: Origin::File(value.span()),
        })
    }

    /// Reads the rules that a `keep` rule is meant against: built-in ones, and those of [[remove]].
    fn rule_names(&self, rule: &DeTable<'_>, remove: &[Chosen<SiteRule>]) -> Result<Vec<String>> {
        let names = self.one_or_more(rule, "rule")?;
        let of_site: Vec<String> = remove
            .iter()
            .map(|rule| format!("site:{}", rule.value.name))
            .collect();
        let built_in = RULES.iter().map(|rule| rule.id);
        let known: Vec<&str> = built_in.chain(of_site.iter().map(String::as_str)).collect();
        match names.iter().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(self.wrong(&rule["rule"], &unknown("rule", name, &known))),
            None => Ok(names),
        }
    }

    /// Reads one text or a list of texts, none of them empty; nothing where the key is not there.
    fn one_or_more(&self, table: &DeTable<'_>, key: &str) -> Result<Vec<String>> {
        let Some(value) = table.get(key) else {
            return Ok(Vec::new());
        };
        let values = match value.get_ref() {
            DeValue::Array(values) => values.iter().collect(),
            _ => vec![value],
        };
        let texts = values.iter().map(|value| self.text(value).map(str::trim));
        let texts = texts.collect::<Result<Vec<_>>>()?;
        if texts.is_empty() || texts.contains(&"") {
            let message = format!(
                "`{key}` is a name or a list of names; leave it out where the rule is about all"
            );
            return Err(self.wrong(value, &message));
        }
        Ok(texts.into_iter().map(str::to_owned).collect())
    }

    /// Reads what a site's rule goes by: a pattern or a selector, and not both.
    fn site_find<'i, 't>(
        &self,
        whole: &Value<'_>,
        rule: &'t DeTable<'i>,
    ) -> Result<(&'t Value<'i>, SiteFind)> {
        let text = |value: &Value<'_>| self.text(value).map(str::to_owned);
        match (rule.get("line"), rule.get("select")) {
            (Some(line), None) => Ok((line, SiteFind::Line(text(line)?))),
            (None, Some(select)) => Ok((select, SiteFind::Select(text(select)?))),
            (Some(_), Some(select)) => {
                let message = "a rule has `line` or `select`, not both; make two rules of it";
                Err(self.wrong(select, message))
            }
            (None, None) => {
                let message = "this rule has neither `line` nor `select`; give it a pattern for the whole line, or a CSS \
                               selector for elements of web pages";
                Err(self.wrong(whole, message))
            }
        }
    }

    fn name(&self, value: &Value<'_>) -> Result<String> {
        let name = self.text(value)?;
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name.is_empty() || !name.chars().all(fits) {
            let message = "a name has letters, digits, `-`, `_` and `.` only, and at least one";
            return Err(self.wrong(value, message));
        }
        Ok(name.to_owned())
    }

    fn check_new(&self, rules: &[Chosen<SiteRule>], rule: &Chosen<SiteRule>) -> Result<()> {
        let name = &rule.value.name;
        let (true, Origin::File(span)) =
            (rules.iter().any(|r| r.value.name == *name), &rule.origin)
        else {
            return Ok(());
        };
        let message = format!("two rules have the name `{name}`; give one another name");
        Err(self.error(span.clone(), message))
    }

    fn test(&self, value: &Value<'_>, list: &'static str, rule: &SiteRule) -> Result<SiteTest> {
        let test = self.fields(value, "a test", SITE_TEST)?;
        let mut lines = Vec::new();
        for (key, wanted) in [("removes", Wanted::Gone), ("keeps", Wanted::Kept)] {
            lines.extend(
                self.names(test, key)?
                    .into_iter()
                    .map(|line| Line { line, wanted }),
            );
        }
        if lines.is_empty() {
            let message = "a test says which lines it `removes` or `keeps`; add one of the two";
            return Err(self.wrong(value, message));
        }
        let kind = match rule.find {
            SiteFind::Line(_) => Kind::Auto,
            SiteFind::Select(_) => Kind::Html,
        };
        let text = match test.get("text") {
            Some(text) => self.text(text)?.to_owned(),
            None if kind == Kind::Html => {
                let message = "a test of a selector has a `text`: the HTML that holds the lines";
                return Err(self.wrong(value, message));
            }
            None => lines
                .iter()
                .map(|line| format!("{}\n", line.line.value))
                .collect(),
        };
        Ok(SiteTest {
            list,
            rule: rule.name.clone(),
            site: match test.get("site") {
                Some(site) => Some(self.text(site)?.to_owned()),
                None => rule.sites.first().cloned(),
            },
            kind,
            text,
            lines,
        })
    }

    /// Reads one of some words, where a table has it.
    fn word<T: Copy + Default>(
        &self,
        table: &DeTable<'_>,
        key: &str,
        words: &[(&str, T)],
    ) -> Result<Chosen<T>> {
        let Some(value) = table.get(key) else {
            return Ok(Chosen::default());
        };
        let name = self.text(value)?;
        let Some(&(_, word)) = words.iter().find(|(word, _)| *word == name) else {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            return Err(self.wrong(value, &unknown(key, name, &names)));
        };
        Ok(Chosen {
            value: word,
            origin: Origin::File(value.span()),
        })
    }

    fn size(&self, value: &Value<'_>) -> Result<Chosen<u64>> {
        let size = match value.get_ref() {
            DeValue::Integer(number) => bytes_of(number.as_str()),
            DeValue::String(text) => bytes_of(text),
            _ => None,
        };
        let origin = Origin::File(value.span());
        match size {
            Some(value) => Ok(Chosen { value, origin }),
            None => Err(self.wrong(
                value,
                "a size is a number of bytes, or text like \"256 MB\"",
            )),
        }
    }

    fn table<'i, 't>(
        &self,
        table: &'t DeTable<'i>,
        key: &str,
        keys: &[&str],
    ) -> Result<Option<&'t DeTable<'i>>> {
        table
            .get(key)
            .map(|value| self.fields(value, &format!("[{key}]"), keys))
            .transpose()
    }

    /// Returns a value as a table that has these keys only.
    fn fields<'i, 't>(
        &self,
        value: &'t Value<'i>,
        what: &str,
        keys: &[&str],
    ) -> Result<&'t DeTable<'i>> {
        let Some(table) = value.get_ref().as_table() else {
            return Err(self.wrong(value, &format!("{what} is a table of {}", keys.join(", "))));
        };
        self.check_keys(what, table, keys)?;
        Ok(table)
    }

    fn check_keys(&self, what: &str, table: &DeTable<'_>, keys: &[&str]) -> Result<()> {
        let Some((key, _)) = table
            .iter()
            .find(|(key, _)| !keys.contains(&key.get_ref().as_ref()))
        else {
            return Ok(());
        };
        let name: &str = key.get_ref();
        let message = match what {
            "" => unknown("table", name, keys),
            _ => format!("{what}: {}", unknown("key", name, keys)),
        };
        Err(self.error(key.span(), message))
    }

    fn names(&self, table: &DeTable<'_>, key: &str) -> Result<Vec<Chosen<String>>> {
        self.array(table, key)?
            .iter()
            .map(|value| {
                Ok(Chosen {
                    value: self.text(value)?.to_owned(),
                    origin: Origin::File(value.span()),
                })
            })
            .collect()
    }

    fn array<'i, 't>(&self, table: &'t DeTable<'i>, key: &str) -> Result<&'t [Value<'i>]> {
        let Some(value) = table.get(key) else {
            return Ok(&[]);
        };
        match value.get_ref().as_array() {
            Some(array) => Ok(array),
            None => Err(self.wrong(value, &format!("`{key}` is a list: write {key} = [...]"))),
        }
    }

    fn text<'t>(&self, value: &'t Value<'_>) -> Result<&'t str> {
        value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.wrong(value, "this has to be text, in quotation marks"))
    }

    fn wrong(&self, value: &Value<'_>, message: &str) -> Box<ConfigError> {
        self.error(value.span(), message.to_owned())
    }

    fn error(&self, span: Range<usize>, message: String) -> Box<ConfigError> {
        ConfigError::at(self.path, self.source, span, message)
    }
}
