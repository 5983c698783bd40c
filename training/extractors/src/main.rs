//! Runs one of three extractors over pages: JSON lines `{"dataset", "id", "html"}` on standard input,
//! `{"dataset", "id", "text"}` on standard output; no text where the extractor gives up.
//!
//! With a list of pages and a file for the texts as further arguments it measures instead, as `xtask/page_peers.py` does.

mod measure;

use std::io::{BufRead, Write};
use std::panic::catch_unwind;

use serde_json::{Value, json};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    let extract = named(&name).unwrap_or_else(|| panic!("there is no extractor `{name}`"));
    std::panic::set_hook(Box::new(|_| {}));
    if let (Some(list), Some(texts)) = (std::env::args().nth(2), std::env::args().nth(3)) {
        return measure::run(extract, &list, &texts);
    }
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let page: Value = serde_json::from_str(&line.expect("a line of text")).expect("a page");
        let html = page["html"].as_str().unwrap_or_default();
        let text = text_of(extract, html);
        let row = json!({"dataset": page["dataset"], "id": page["id"], "text": text});
        writeln!(out, "{row}").expect("a reader");
    }
}

/// Takes the content of a page; nothing where the extractor gives up.
type Extract = fn(&str) -> Option<String>;

fn text_of(extract: Extract, html: &str) -> String {
    catch_unwind(|| extract(html)).ok().flatten().unwrap_or_default()
}

fn named(name: &str) -> Option<Extract> {
    match name {
        "libreadability" => Some(libreadability),
        "dom_smoothie" => Some(dom_smoothie),
        "rs-trafilatura" => Some(rs_trafilatura),
        _ => None,
    }
}

fn libreadability(html: &str) -> Option<String> {
    Some(libreadability::extract(html, None).ok()?.text_content)
}

fn dom_smoothie(html: &str) -> Option<String> {
    let config = dom_smoothie::Config {
        text_mode: dom_smoothie::TextMode::Formatted,
        ..Default::default()
    };
    let mut reader = dom_smoothie::Readability::new(html, None, Some(config)).ok()?;
    Some(reader.parse().ok()?.text_content.to_string())
}

fn rs_trafilatura(html: &str) -> Option<String> {
    Some(rs_trafilatura::extract(html).ok()?.content_text)
}
