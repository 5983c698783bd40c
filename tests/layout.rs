//! Dropped files: each `fixtures/layout/*.html` is laid out as the `.page` file beside it says.

use std::fs;
use std::path::PathBuf;

use undross::Page;
use undross::html::is_html;
use undross::html::tokenizer::{Token, Tokenizer};

use crate::files::{entries, name, root};
use crate::fixtures::{compare, report};

fn cases() -> Vec<PathBuf> {
    let mut paths = entries(&root("fixtures/layout"));
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "html")
    });
    paths
}

#[test]
fn pages_are_laid_out_as_recorded() {
    let check = |path: &PathBuf| {
        let source = fs::read_to_string(path).unwrap();
        compare(path, "page", Page::of_html(source.into()).text())
    };
    report(&cases().iter().filter_map(check).collect::<Vec<_>>());
}

#[test]
fn every_block_is_what_its_places_in_the_source_say() {
    let protected = "address-protected.html";
    for path in cases().iter().filter(|path| name(path) != protected) {
        let source = fs::read_to_string(path).unwrap();
        let page = Page::of_html(source.as_str().into());
        let markup = page.markup().unwrap();
        for index in (0..page.blocks().len()).filter(|_| markup.fallback.is_none()) {
            let places = markup.source_of(page.blocks()[index].shown());
            let said: String = places
                .iter()
                .map(|place| text_of(place.of(&source)))
                .collect();
            let shown = page.shown(index);
            let marked = shown.trim_start_matches(|c: char| "0123456789.- ".contains(c));
            assert!(
                [shown, marked].map(squeezed).contains(&squeezed(&said)),
                "{}: {shown:?} is said to come from {said:?}",
                path.display()
            );
        }
    }
}

#[test]
fn web_pages_are_told_from_texts_about_them() {
    for path in cases() {
        let source = fs::read_to_string(&path).unwrap();
        if source.contains("<!DOCTYPE") || name(&path) == "fragment.html" {
            assert!(is_html(&source), "{} is a page", path.display());
        }
    }
    let example = "<!DOCTYPE html>\n<html>\n<body>\n<p>Hello.</p>\n</body>\n</html>";
    let pages = [
        example.to_owned(),
        format!("debug 1\n{example}\n"),
        format!("Warning: x in /srv/a.php on line 3\n{example}"),
        format!("<script>a < b</script>\n{example}"),
    ];
    for page in pages {
        assert!(is_html(&page), "{page}");
    }
    let texts = [
        format!(
            "A page begins with a declaration. Write this into a file:\n\n{example}\n\nThen open it in a browser."
        ),
        "The tag <html> opens a page.".to_owned(),
        "<b>Bold</b> words in a line of text.\nAnd another line.".to_owned(),
        "if a < b and c > d then".to_owned(),
        String::new(),
    ];
    for text in texts {
        assert!(!is_html(&text), "{text}");
    }
}

/// Reads a piece of markup for its text alone.
fn text_of(source: &str) -> String {
    let texts = Tokenizer::new(source).filter_map(|(token, _)| match token {
        Token::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
