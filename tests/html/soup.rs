//! Trees of nasty pages: those among the fixtures, and random soup of tags.

use proptest::prelude::*;
use proptest::sample::select;

use super::trees::fault;
use crate::files::{below, name, root};

/// Tags that the standard has rules of their own for.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "a", "b", "i", "p", "div", "li", "ul", "dd", "h1", "pre", "form", "button", "option", "select", "optgroup", "table",
    "tbody", "tr", "td", "th", "caption", "col", "colgroup", "template", "svg", "math", "mi", "desc", "foreignObject",
    "annotation-xml", "title", "script", "style", "textarea", "noscript", "head", "body", "html", "frameset", "frame",
    "br", "hr", "input", "input type=hidden", "image", "nobr", "ruby", "rt", "marquee", "font color=x", "body class=y",
    "html lang=z", "plaintext", "iframe", "noframes", "xmp", "object", "applet", "p a=1 A=2", "main", "center",
];

/// What stands between the tags.
const BETWEEN: &[&str] = &[
    "",
    "x",
    " ",
    " y ",
    "\n",
    "\r\n",
    "&amp;",
    "&lt;b",
    "\0",
    "<!-- c -->",
    "</>",
    "<![CDATA[d]]>",
    "<!DOCTYPE html>",
    "é z",
];

/// Ends of the elements that we end early where they never close, and scraper does not.
const ENDS: &str = "</title></textarea></iframe></noembed></noframes>";
/// Pages with such an element: in scraper's trees it holds the rest of the page.
const UNCLOSED: &[&str] = &["unclosed-title.html", "title-never-closes.html"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2048) })]

    #[test]
    fn any_soup_gives_the_tree_of_scraper(source in soup()) {
        prop_assert_eq!(fault(&source), None, "{:?}", source);
    }
}

fn soup() -> impl Strategy<Value = String> {
    let tag = (
        select(&["<", "<", "</"][..]),
        select(NAMES),
        select(&[">", ">", ">", "/>"][..]),
    );
    let piece = (tag, select(BETWEEN))
        .prop_map(|((open, name, close), text)| [open, name, close, text].concat());
    prop::collection::vec(piece, 0..32).prop_map(|pieces| pieces.concat() + ENDS)
}

#[test]
fn nasty_pages_give_the_trees_of_scraper() {
    let pages = below(&root("fixtures"), &["html"]);
    assert!(!pages.is_empty(), "no pages in fixtures");
    for page in pages {
        if UNCLOSED.contains(&&*name(&page)) {
            continue;
        }
        let source = std::fs::read_to_string(&page).unwrap();
        assert_eq!(fault(&source), None, "{}", page.display());
    }
}

#[test]
fn a_line_feed_that_opens_a_pre_is_dropped_however_it_is_written() {
    for source in ["<pre>\nx", "<pre>\r\nx", "<pre>&#10;x", "<pre>&#10x"] {
        let tree = undross::html::parse(source.into());
        let texts = tree
            .descendants(tree.root())
            .flat_map(|node| tree.texts(node));
        let text: String = texts.map(|(text, _)| text).collect();
        assert_eq!(text, "x", "{source}");
    }
}
