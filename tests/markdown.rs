//! Web pages as Markdown: dropped files, and the law that marks are all that is added.
//!
//! Each `fixtures/markdown/*.html` comes out as the `.md` file beside it says, with all rules but the block model.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use undross::capture::Kind;
use undross::markdown::markdown;
use undross::{Capture, Outcome, Plan, Settings, process};

use crate::files::{below, entries, root};
use crate::fixtures::{compare, report};

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let settings = Settings {
        rules_off: vec!["boilerplate".to_owned()],
        ..Settings::default()
    };
    Plan::new(&settings).unwrap()
});

/// Pieces of pages, with letters that are marks in Markdown.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href='/x(1)'>",
    "</a>",
    "<code>",
    "</code>",
    "<h2>",
    "</h2>",
    "<ul><li>",
    "<ol start=3><li>",
    "<li>",
    "</ul>",
    "</ol>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<table><tr><td>",
    "<tr><th>",
    "<td>",
    "<td colspan=2>",
    "</table>",
    "<br>",
    " ",
    "\n",
    "wind",
    "rain",
    "A long line that reads as a sentence.",
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(x)",
    "!",
    "|",
    "\\",
    "#",
    "# ",
    "> ",
    "- ",
    "+ ",
    "1. ",
    "2)",
    "&amp;lt;",
    "&lt;em>",
    "~~",
    "---",
    "===",
    ".",
    "\"",
    "été",
    "文",
    "&nbsp;",
    "“",
    "<div>",
    "</div>",
    "<hr>",
    "<a href='#top'>",
    "   ",
    "\u{2028}",
    "snake_case",
];

fn check_page(source: &str, check: impl Fn(&Outcome<'_>, &str, &str)) {
    let mut capture = Capture::of_text("page", source);
    capture.kind = Kind::Html;
    let outcome = process(&capture, &PLAN);
    let tidy = outcome.text();
    check(&outcome, &tidy, &markdown(&outcome, &tidy));
}

#[test]
fn markdown_comes_out_as_recorded() {
    let check = |path: &PathBuf| {
        let source = fs::read_to_string(path).unwrap();
        let mut wrong = None;
        let compared = std::cell::RefCell::new(&mut wrong);
        check_page(&source, |_, _, written| {
            **compared.borrow_mut() = compare(path, "md", written)
        });
        wrong
    };
    let mut paths = entries(&root("fixtures/markdown"));
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "html")
    });
    report(&paths.iter().filter_map(check).collect::<Vec<_>>());
}

#[test]
fn every_fixture_keeps_its_words() {
    for path in below(&root("fixtures"), &["html"]) {
        let source = fs::read_to_string(&path).unwrap();
        check_page(&source, |_, tidy, written| {
            assert_eq!(
                words_of(written),
                words(tidy),
                "{}:\n{written}",
                path.display()
            );
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_page_keeps_its_words(pieces in vec(prop::sample::select(PIECES), 0..32)) {
        let source = pieces.concat();
        check_page(&source, |_, tidy, written| {
            assert_eq!(words_of(written), words(tidy), "{source:?} is tidy\n{tidy}\nand is written\n{written}");
        });
    }
}

/// Returns the words that a reader of the Markdown sees.
fn words_of(markdown: &str) -> Vec<String> {
    let mut text = String::new();
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Text(words) | Event::Code(words) => text += &words,
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::Html(_) | Event::InlineHtml(_) => text += " [tag] ",
            Event::Start(Tag::Image { .. }) => text += " [image] ",
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
            Event::Start(_) | Event::End(TagEnd::Paragraph | TagEnd::CodeBlock) => text.push('\n'),
            Event::End(TagEnd::TableCell | TagEnd::Heading(_) | TagEnd::Item) => text.push('\n'),
            _ => {}
        }
    }
    words(&text)
}

/// Returns the words of a text, but for the marks of list items.
fn words(text: &str) -> Vec<String> {
    let is_marker = |word: &str| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        word == "-" || (digits == "." && word.len() > 1)
    };
    text.split_whitespace()
        .filter(|word| !is_marker(word))
        .map(str::to_owned)
        .collect()
}
