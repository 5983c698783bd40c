//! Web pages on the command line.

use super::{Here, json};
use crate::files::root;

fn page() -> String {
    std::fs::read_to_string(root("fixtures/page/strip-web-article.html")).unwrap()
}

#[test]
fn a_web_page_gives_its_content_and_what_it_states() {
    let here = Here::with(&[("page.html", &page())]);
    here.run("clean page.html -o tidy").ends(0);
    let text = here.read("tidy/page.html.txt");
    assert!(text.starts_with("Ferry to run through the winter\n\nThe harbour council"));
    assert!(text.contains("office@quay.example") && !text.contains("Privacy"));
    let record = &json(&here.read("tidy/records.jsonl"))[0];
    assert_eq!(record["kind"], "html");
    assert_eq!(record["title"], "Ferry to run through the winter");
    assert_eq!(record["author"], "Ines Marlowe");
    assert_eq!(record["date"], "2024-11-03T08:15:00Z");
    assert_eq!(record["site"], "The Harbour Log");
    assert_eq!(record["language"], "en-GB");
    assert_eq!(record["url"], "https://log.example/2024/ferry");
    assert_eq!(record["stated_in"]["title"], "json-ld:headline");
    assert!(record["confidence"].as_f64().unwrap() > 0.8);
}

#[test]
fn every_removal_says_where_in_the_source_it_stood() {
    let source = page();
    let here = Here::with(&[("page.html", &source)]);
    here.run("clean page.html -o tidy").ends(0);
    let record = &json(&here.read("tidy/records.jsonl"))[0];
    for removal in record["removals"].as_array().unwrap() {
        let said: String = removal["raw"]
            .as_array()
            .unwrap()
            .iter()
            .map(|range| {
                let bound = |at: usize| usize::try_from(range[at].as_u64().unwrap()).unwrap();
                &source[bound(0)..bound(1)]
            })
            .collect();
        let squeezed = |text: &str| text.replace("&copy;", "©").replace(char::is_whitespace, "");
        let text = removal["text"].as_str().unwrap();
        let text = text.trim_start_matches(|c: char| "0123456789.- ".contains(c));
        assert!(
            squeezed(&said).ends_with(&squeezed(text)),
            "{text:?} from {said:?}"
        );
        assert!(
            removal["score"].as_f64().is_some_and(|score| score < 0.5),
            "{removal}"
        );
        assert_eq!(removal["because"].as_array().unwrap().len(), 3);
    }
}

#[test]
fn the_page_text_is_restored() {
    let here = Here::with(&[("page.html", &page())]);
    here.run("clean page.html -o tidy").ends(0);
    let restored = here.run("restore tidy/page.html.txt").ends(0).out.clone();
    let whole =
        here.run("clean page.html --rules-only php-error --passes-off blank-lines,page-spaces");
    assert!(restored.starts_with("Skip to content\n"));
    assert_eq!(restored, whole.ends(0).out);
}

#[test]
fn the_headline_and_the_form_are_for_the_user_to_choose() {
    let here = Here::with(&[("page.html", &page())]);
    let headless = here.run("clean page.html --headline drop");
    assert!(headless.ends(0).out.starts_with("The harbour council"));
    here.run("clean page.html --profile article").ends(0);
    let text = here.run("clean page.html --from text --rules-only php-error");
    assert!(text.ends(0).out.starts_with("<!DOCTYPE html>"));
    let fragment = here.run_on("clean --from html -", "one<br>two");
    assert_eq!(fragment.ends(0).out, "one\ntwo\n");
    here.run("clean page.html --profile all")
        .ends(2)
        .says("possible values: auto, page, article");
}

#[test]
fn a_configuration_chooses_for_pages() {
    let config = "[pages]\nprofile = \"article\"\nheadline = \"drop\"\n";
    let here = Here::with(&[("page.html", &page()), ("undross.toml", config)]);
    assert!(
        here.run("clean page.html")
            .ends(0)
            .out
            .starts_with("The harbour council")
    );
    let shown = here.run("config show");
    assert!(
        shown
            .ends(0)
            .out
            .contains("headline = \"drop\" # undross.toml:3")
    );
    let wrong = Here::with(&[
        ("page.html", ""),
        ("undross.toml", "[pages]\nprofile = \"articel\"\n"),
    ]);
    wrong
        .run("clean page.html")
        .ends(2)
        .says("did you mean `article`?");
}

#[test]
fn explain_says_what_the_block_model_makes_of_a_line() {
    let here = Here::with(&[("page.html", &page())]);
    let told = here.run("explain page.html:1");
    assert!(
        told.ends(0).out.contains("block model: no content, 0."),
        "{}",
        told.out
    );
}
