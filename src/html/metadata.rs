//! What a page states about itself: title, author, date, site, language, address, description.

mod json_ld;
mod places;

use html5ever::local_name;

use super::tree::{NodeId, Tree};
use json_ld::JsonLd;
use places::{METAS, PROPERTIES, date, language, title, url};

/// What a page states about itself; nothing is guessed from its text or its address.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Headline or title.
    pub title: Option<Stated>,
    /// Names of the authors, parted by semicolons.
    pub author: Option<Stated>,
    /// When it was published, as it is written there.
    pub date: Option<Stated>,
    /// Name of the site.
    pub site: Option<Stated>,
    /// Language, as a tag like `en-GB`.
    pub language: Option<Stated>,
    /// Canonical address.
    pub url: Option<Stated>,
    /// Description.
    pub description: Option<Stated>,
    /// Text of the article, where a script states it.
    pub body: Option<Stated>,
    /// What `<title>` says, whatever else is stated.
    pub document_title: Option<String>,
}

/// A value, and where the page states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The value, white space folded.
    pub value: String,
    /// The place, as in `json-ld:headline`, `og:title`, `meta:author`, `h1`.
    pub from: &'static str,
}

/// What one walk over the page found, before it is known which place tells best.
#[derive(Default)]
struct Found {
    metas: Vec<Option<String>>,
    properties: Vec<Option<String>>,
    json_ld: JsonLd,
    canonical: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    times: Vec<String>,
    headings: Vec<NodeId>,
}

impl Metadata {
    /// Reads what a page states.
    pub fn read(tree: &Tree<'_>) -> Self {
        let mut found = Found {
            metas: vec![None; METAS.len()],
            properties: vec![None; PROPERTIES.len()],
            ..Found::default()
        };
        for node in tree.descendants(tree.root()) {
            found.visit(tree, node);
        }
        found.weigh(tree)
    }

    /// Returns the fields that are stated, with their names in records.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &Stated)> {
        let fields = [
            ("title", &self.title),
            ("author", &self.author),
            ("date", &self.date),
            ("site", &self.site),
            ("language", &self.language),
            ("url", &self.url),
            ("description", &self.description),
        ];
        fields
            .into_iter()
            .filter_map(|(name, field)| Some((name, field.as_ref()?)))
    }
}

impl Found {
    fn visit(&mut self, tree: &Tree<'_>, node: NodeId) {
        let Some(name) = tree.name(node) else {
            return;
        };
        match *name {
            local_name!("html") => self.lang = tree.attribute(node, "lang").and_then(tidy),
            local_name!("meta") => self.visit_meta(tree, node),
            local_name!("title") if self.title.is_none() => {
                self.title = tidy(&tree.inner_text(node))
            }
            local_name!("link") if tree.attribute(node, "rel").is_some_and(is_canonical) => {
                self.canonical = tree.attribute(node, "href").and_then(tidy);
            }
            local_name!("script") if tree.attribute(node, "type").is_some_and(is_json_ld) => {
                self.json_ld.read(&tree.inner_text(node));
            }
            local_name!("h1") => self.headings.push(node),
            local_name!("time") => self
                .times
                .extend(tree.attribute(node, "datetime").and_then(tidy)),
            _ => {}
        }
        if let Some(property) = tree.attribute(node, "itemprop") {
            self.visit_property(tree, node, property);
        }
    }

    fn visit_meta(&mut self, tree: &Tree<'_>, node: NodeId) {
        let Some(content) = tree.attribute(node, "content").and_then(tidy) else {
            return;
        };
        for key in ["property", "name", "http-equiv"] {
            let key = tree.attribute(node, key).unwrap_or_default();
            let at = METAS
                .iter()
                .position(|(known, _)| key.eq_ignore_ascii_case(known));
            if let Some(at) = at {
                self.metas[at].get_or_insert_with(|| content.clone());
            }
        }
    }

    fn visit_property(&mut self, tree: &Tree<'_>, node: NodeId, property: &str) {
        let at = PROPERTIES
            .iter()
            .position(|(known, _)| property.eq_ignore_ascii_case(known));
        let Some(at) = at.filter(|&at| self.properties[at].is_none()) else {
            return;
        };
        let stated = tree
            .attribute(node, "content")
            .or_else(|| tree.attribute(node, "datetime"));
        let stated = stated.map_or_else(|| tidy(&named(tree, node)), tidy);
        self.properties[at] = stated;
    }

    /// Chooses for each field the place that tells best.
    fn weigh(mut self, tree: &Tree<'_>) -> Metadata {
        let mut data = Metadata::default();
        self.json_ld.state(&mut data);
        let metas = METAS.iter().zip(self.metas);
        for ((_, place), value) in metas.chain(PROPERTIES.iter().zip(self.properties)) {
            place.state(&mut data, value);
        }
        url("link:canonical").prefer(&mut data, self.canonical);
        language("html:lang").prefer(&mut data, self.lang);
        if let [time] = &mut self.times[..] {
            date("time").state(&mut data, Some(std::mem::take(time)));
        }
        if let [heading] = self.headings[..] {
            title("h1").state(&mut data, tidy(&tree.inner_text(heading)));
        }
        data.document_title.clone_from(&self.title);
        title("title").state(&mut data, self.title);
        data
    }
}

/// Returns the name of the thing that an element describes, or all its text.
fn named(tree: &Tree<'_>, node: NodeId) -> String {
    let is_name = |&node: &NodeId| tree.attribute(node, "itemprop") == Some("name");
    let name = tree.descendants(node).find(is_name).unwrap_or(node);
    let stated = tree.attribute(name, "content");
    stated.map_or_else(|| tree.inner_text(name), str::to_owned)
}

fn is_canonical(rel: &str) -> bool {
    rel.split_ascii_whitespace()
        .any(|rel| rel.eq_ignore_ascii_case("canonical"))
}

fn is_json_ld(kind: &str) -> bool {
    kind.trim()
        .to_ascii_lowercase()
        .starts_with("application/ld+json")
}

/// Folds white space; nothing is left of an empty value.
fn tidy(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
