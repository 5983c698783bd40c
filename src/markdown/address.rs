//! Where links lead.

use super::escape::is_reference;
use crate::html::Markup;
use crate::html::tree::NodeId;

/// Bytes from which an address is none that a reader follows.
const LONGEST: usize = 2000;

/// What relative addresses are relative to; without it they stay as they are.
#[derive(Debug)]
pub(super) struct Base(Option<String>);

impl Base {
    /// Reads the address that a page states for its links, or for itself.
    pub(super) fn of(markup: &Markup<'_>) -> Self {
        let tree = &markup.tree;
        let stated = markup.metadata.url.as_ref().map(|url| url.value.clone());
        let is_base = |&node: &NodeId| tree.name(node).is_some_and(|name| &**name == "base");
        let element = tree.descendants(tree.root()).find(is_base);
        let base = element.and_then(|node| Some(tree.attribute(node, "href")?.trim().to_owned()));
        let whole = |address: &String| address.contains("://");
        Self(base.filter(whole).or(stated.filter(whole)))
    }

    /// Returns the address of a link as Markdown writes it; `None` where it leads nowhere.
    pub(super) fn address(&self, markup: &Markup<'_>, link: NodeId) -> Option<String> {
        let stated = markup.tree.attribute(link, "href")?;
        let given: String = stated.trim().chars().filter(|c| !c.is_control()).collect();
        let runs = ["javascript", "vbscript", "data"];
        let leads = !given.is_empty() && !given.starts_with('#') && given.len() < LONGEST;
        let runs = scheme(&given).is_some_and(|one| runs.contains(&&*one.to_ascii_lowercase()));
        (leads && !runs).then(|| escaped(&self.resolve(given)))
    }

    fn resolve(&self, address: String) -> String {
        let Some(base) = &self.0 else {
            return address;
        };
        if scheme(&address).is_some() {
            return address;
        }
        let path = &base[..base.find(['?', '#']).unwrap_or(base.len())];
        let host = path.find("://").map_or(0, |at| at + "://".len());
        let root = path[host..].find('/').map_or(path.len(), |at| host + at);
        if address.starts_with("//") {
            return path[..host - "//".len()].to_owned() + &address;
        }
        if address.starts_with('?') {
            return path.to_owned() + &address;
        }
        let folder = match path.rfind('/') {
            Some(at) if at > root && !address.starts_with('/') => &path[root..=at],
            _ => "/",
        };
        path[..root].to_owned() + &joined(folder, &address)
    }
}

/// Joins a relative address to a folder, and follows `.` and `..` in its path.
fn joined(folder: &str, address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    let mut steps: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
    let mut is_folder = false;
    for step in path.trim_start_matches('/').split('/') {
        is_folder = matches!(step, "." | "..");
        match step {
            "." => {}
            ".." if steps.len() > 1 => drop(steps.pop()),
            ".." => {}
            step => steps.push(step),
        }
    }
    let end = if is_folder { "/" } else { "" };
    steps.join("/") + end + rest
}

/// Returns the scheme of an address, if it has one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(letter))
        .then_some(scheme)
}

fn escaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, letter) in address.char_indices() {
        match letter {
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            '`' => out.push_str("%60"),
            '(' | ')' | '\\' => out.extend(['\\', letter]),
            '&' if is_reference(&address[at + 1..]) => out.push_str("\\&"),
            letter => out.push(letter),
        }
    }
    out
}
