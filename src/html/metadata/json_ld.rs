//! What JSON-LD scripts state of an article.

use serde_json::Value;

use super::super::tokenizer::{Token, Tokenizer};
use super::places::{author, date, description, language, site, title, url};
use super::{Metadata, Stated, tidy};

/// Bytes of a script from which it is left unread.
const LONGEST_SCRIPT: usize = 4 << 20;
/// Values of all scripts that are looked at.
const MOST_VALUES: usize = 20_000;

/// Types that are the thing a page is about.
const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "BlogPosting",
    "TechArticle",
    "Report",
    "LiveBlogPosting",
    "OpinionNewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "ReviewNewsArticle",
    "BackgroundNewsArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Recipe",
    "HowTo",
    "Review",
    "VideoObject",
    "PodcastEpisode",
];

/// The values of all scripts of a page.
#[derive(Debug, Default)]
pub(super) struct JsonLd {
    scripts: Vec<Value>,
}

impl JsonLd {
    /// Reads a script; one that is no JSON states nothing.
    pub(super) fn read(&mut self, script: &str) {
        if script.len() > LONGEST_SCRIPT {
            return;
        }
        // Publishers leave line breaks inside of strings.
        let script = script.replace(|c: char| c.is_ascii_control(), " ");
        let script = script.trim().trim_end_matches(';');
        self.scripts.extend(serde_json::from_str(script).ok());
    }

    /// States what the first article says, and the site that any part names.
    pub(super) fn state(&self, data: &mut Metadata) {
        let things = self.things();
        if let Some(article) = things.iter().find(|thing| is_article(thing)) {
            title("json-ld:headline").state(data, text(article, "headline"));
            author("json-ld:author").state(data, names(&article["author"]));
            date("json-ld:datePublished").state(data, text(article, "datePublished"));
            description("json-ld:description").state(data, text(article, "description"));
            language("json-ld:inLanguage").state(data, text(article, "inLanguage"));
            site("json-ld:publisher").state(data, names(&article["publisher"]));
            url("json-ld:url").state(data, text(article, "url"));
        }
        let bodies = things
            .iter()
            .filter_map(|thing| thing["articleBody"].as_str());
        data.body = bodies.max_by_key(|body| body.len()).map(|body| Stated {
            value: plain(body),
            from: "json-ld:articleBody",
        });
    }

    /// Returns the objects of all scripts, those inside of others after them.
    fn things(&self) -> Vec<&Value> {
        let mut values: Vec<&Value> = self.scripts.iter().collect();
        let mut at = 0;
        while at < values.len() && values.len() < MOST_VALUES {
            match values[at] {
                Value::Array(inner) => values.extend(inner),
                Value::Object(inner) => {
                    values.extend(inner.values().filter(|value| !value.is_string()))
                }
                _ => {}
            }
            at += 1;
        }
        values.retain(|value| value.is_object());
        values
    }
}

fn is_article(thing: &Value) -> bool {
    let is_one = |kind: &Value| kind.as_str().is_some_and(|kind| ARTICLES.contains(&kind));
    match &thing["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_one),
        kind => is_one(kind),
    }
}

fn text(thing: &Value, key: &str) -> Option<String> {
    thing[key].as_str().and_then(|value| tidy(&plain(value)))
}

/// Returns the names of people or organisations: strings, objects with a name, or lists of these.
fn names(value: &Value) -> Option<String> {
    let one = |value: &Value| match value {
        Value::String(name) => tidy(&plain(name)),
        _ => text(value, "name"),
    };
    match value {
        Value::Array(all) => {
            let mut names: Vec<String> = all.iter().filter_map(one).collect();
            names.dedup();
            (!names.is_empty()).then(|| names.join("; "))
        }
        _ => one(value),
    }
}

/// Reads a value as markup, which many publishers write into their strings: references and tags.
fn plain(value: &str) -> String {
    if !value.contains(['<', '&']) {
        return value.to_owned();
    }
    let mut plain = String::with_capacity(value.len());
    for (token, _) in Tokenizer::new(value) {
        match token {
            Token::Text(text) => plain.push_str(&text),
            Token::StartTag(tag) | Token::EndTag(tag) if breaks_line(&tag.name) => plain.push('\n'),
            _ => {}
        }
    }
    plain
}

fn breaks_line(name: &str) -> bool {
    matches!(name, "p" | "br" | "div" | "li" | "h2" | "h3")
}
