//! Selectors over our tree beside scraper's own.

use undross::html::tree::{NodeId, Tree};
use undross::html::{Selector, parse};

use super::trees::peer;
use crate::files::{below, name, root};

/// Selectors of every sort that the language has.
const SELECTORS: &[&str] = &[
    "p",
    "*",
    "div, li",
    "#id",
    ".a",
    "p.a",
    "[href]",
    "[class~=a]",
    "[href^='x']",
    "[title*='a' i]",
    "ul > li",
    "ul li",
    "p + p",
    "p ~ p",
    "li:first-child",
    "li:last-child",
    "li:nth-child(2n+1)",
    "li:nth-last-of-type(1)",
    ":empty",
    ":root",
    "p:not(.a)",
    "div:has(p)",
    "tr:has(> td + td)",
    ":is(b, i)",
    "td:only-child",
    "svg *",
    "template p",
];

#[test]
fn selectors_find_what_scraper_finds() {
    let pages = below(&root("fixtures"), &["html"]);
    let unclosed = ["unclosed-title.html", "title-never-closes.html"];
    for path in pages
        .iter()
        .filter(|path| !unclosed.contains(&&*name(path)))
    {
        let source = std::fs::read_to_string(path).unwrap();
        let (tree, html) = (parse(source.as_str().into()), peer(&source));
        for selector in SELECTORS {
            let peer = scraper::Selector::parse(selector).unwrap();
            let mut peers: Vec<&str> = html.select(&peer).map(|one| one.value().name()).collect();
            // Scraper goes by the order in which the elements were made.
            peers.sort_unstable();
            let mut ours = select(&tree, selector);
            ours.sort_unstable();
            assert_eq!(ours, peers, "{selector} in {}", path.display());
        }
    }
}

fn select<'t>(tree: &'t Tree<'_>, selector: &str) -> Vec<&'t str> {
    let selector = Selector::parse(selector).unwrap();
    let found = selector
        .select(tree, tree.descendants(tree.root()))
        .unwrap();
    let name = |node: NodeId| &*tree.full_name(tree.element(node).unwrap()).local;
    found.into_iter().map(name).collect()
}

#[test]
fn a_selector_that_looks_too_far_is_given_up() {
    let source = "<b></b>".repeat(4096) + "<i></i>";
    let tree = parse(source.into());
    let elements = || tree.descendants(tree.root());
    let select = |selector| Selector::parse(selector).unwrap().select(&tree, elements());
    assert_eq!(select("b ~ i").map(|found| found.len()), Some(1));
    assert_eq!(select("u ~ b"), None);
}

#[test]
fn what_is_no_selector_is_said() {
    for (selector, reason) in [
        ("", "empty selector"),
        ("p >", "dangling combinator"),
        ("p::before", "unsupported pseudo class or element"),
    ] {
        let error = Selector::parse(selector).unwrap_err();
        assert_eq!(error, reason, "{selector}");
    }
    let long = "p".repeat(2000);
    assert!(Selector::parse(&long).unwrap_err().contains("longer than"));
    let list = vec!["p"; 100].join(",");
    assert!(Selector::parse(&list).unwrap_err().contains("more than"));
}
