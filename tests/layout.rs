//! Dropped files: each `fixtures/layout/*.html` is laid out as the `.page` file beside it says.

use std::fs;
use std::path::PathBuf;

use undross::Page;
use undross::html::tokenizer::{Token, Tokenizer};
use undross::html::{is_html, is_html_as_said};

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

/// Prose of many short lines.
fn lines_of_prose(count: usize) -> String {
    (0..count)
        .map(|line| {
            format!("The path by the river is dry as far\nas stone {line} of the old wall.\n\n")
        })
        .collect()
}

#[test]
fn pages_whose_head_is_lost_or_damaged_are_pages() {
    let prose = lines_of_prose(20);
    let rest = format!("<table><tr><td><h1>The path</h1>\n{prose}</td></tr></table></body></html>");
    let fragment = format!(
        "<div id=a><a href=\"/\">Home</a></div>\n<div>\n{}</div>\n",
        prose.replace("\n\n", "<br>\n<br>\n\n")
    );
    let pages = [
        format!("<!doctype htm=\"/a.js\" type=x></script>\n{rest}"),
        format!("<!DOCTYPE H\n{rest}"),
        format!("<!doctypehtml>{rest}"),
        format!("<!<script src=/a.js></script>\n{rest}"),
        format!("<!<SCRIPT>a < b</SCRIPT>\n<body>{rest}"),
        format!(
            "YPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"x\">\n<html>{rest}<!-- served -->"
        ),
        format!("<style>\np {{ color: red }}\n\nb {{ color: red }}\n</style>\n{fragment}"),
        format!("<!-- saved\n\nfrom -->\n{fragment}"),
        format!("</head>\n{fragment}"),
        fragment.clone(),
        format!("{fragment}The last words have no end"),
        format!(
            "<center><font size=2><a href=/><img src=a></a><br></font>\n<pre>\n{prose}</pre><p>\n<a href=/>Home</a><br>\n<a href=/b>B</a><br>\nThe end"
        ),
        format!("HTTP/1.1 200 OK\r\nServer: a\r\nContent-Type: text/html\r\n\r\n<p>{prose}"),
        format!(
            "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n<b>{prose}"
        ),
    ];
    for page in pages {
        assert!(is_html(&page), "{page}");
    }
}

#[test]
fn texts_that_show_markup_are_texts() {
    let prose = lines_of_prose(3);
    let example = "<table>\n  <tr>\n    <td class=\"a\">One</td>\n    <td>Two</td>\n  </tr>\n  <tr><td>Three</td><td>Four</td></tr>\n</table>";
    let readme = "<p align=\"center\">\n  <a href=\"a\"><img src=\"b\"></a>\n  <a href=\"c\"><img src=\"d\"></a>\n</p>";
    let mentions = [
        "div", "p", "span", "ul", "li", "table", "tr", "td", "br", "img", "h1", "form",
    ];
    let mentions: String = mentions
        .iter()
        .map(|tag| format!("Use <{tag}> where the text asks for it.\n\n"))
        .collect();
    let texts = [
        format!("How to make a table\n\n{example}\n\n{prose}"),
        format!("{example}\n\n{prose}{example}\n\n{prose}"),
        format!("{readme}\n\n# A tool\n\n{prose}{prose}"),
        format!("<div> or <span>: which one to take\n\n{mentions}{mentions}"),
        format!("<!DOCTYPE rss [\n<!ENTITY a \"b\">\n]>\n{prose}{example}\n{prose}"),
        "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nNo page is here.".to_owned(),
    ];
    for text in texts {
        assert!(!is_html(&text), "{text}");
    }
}

#[test]
fn what_is_said_to_be_a_page_has_to_show_some_markup() {
    for page in [
        "<b>Bold</b> words.\nAnd more.",
        "<!-- a -->\n<font>A",
        "One<br>\ntwo<br>\nthree<br>\n",
        "<!DOCTYPE ht",
    ] {
        assert!(is_html_as_said(page), "{page}");
        assert!(!is_html(page) || page.starts_with("<!DOC"), "{page}");
    }
    for text in [
        "Plain words.",
        "If a < b and c > d, then stop.",
        "The tag <br> breaks a line.",
        "",
    ] {
        assert!(!is_html_as_said(text), "{text}");
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
