//! `stats`: what a run did, from its records.

use super::{CLEAN, FRAMED, Here};

/// A web page with a menu.
const PAGE: &str = "<!doctype html><html><body><nav><a href=/>Home</a> <a href=/b>Contact</a></nav>\
    <article><h1>The harbour</h1><p>The harbour will stay open through the winter, the board said on Monday \
    evening, after three years of debate about its cost.</p></article></body></html>";

fn here() -> Here {
    let here = Here::with(&[
        ("in/a.txt", FRAMED),
        ("in/b.txt", CLEAN),
        ("in/c.txt", FRAMED),
    ]);
    here.run("clean in -o tidy").ends(0);
    here
}

#[test]
fn a_run_is_shown_by_rule_and_capture() {
    let here = here();
    here.run("stats tidy")
        .ends(0)
        .prints("3 captures, 0 failed, 0 degraded\n6 removals, ")
        .prints("autoblog-marker")
        .prints("lost nothing: 1 capture\n  b.txt\n");
    let json: serde_json::Value =
        serde_json::from_str(&here.run("stats tidy --format json").ends(0).out).unwrap();
    assert_eq!(json["rules"]["autoblog-marker"]["removals"], 6);
    assert_eq!(json["all"]["captures"], 3);
    assert_eq!(json["most"][0]["id"], "a.txt");
}

#[test]
fn captures_of_one_text_are_named_where_records_hold_it() {
    let here = here();
    let records = here.run("clean in --to jsonl --quiet").ends(0).out.clone();
    here.write("run.jsonl", records);
    here.run("stats run.jsonl")
        .ends(0)
        .prints("2  a.txt, c.txt\n");
}

#[test]
fn two_runs_are_compared_by_rule_with_examples() {
    let here = here();
    here.run("clean in -o other --rules-off autoblog-marker")
        .ends(0);
    here.write("in/d.txt", CLEAN);
    here.run("clean in -o more").ends(0);
    here.run("stats tidy --against other")
        .ends(0)
        .prints("3 captures in both, 2 differ, 0 only before, 0 only after")
        .prints("autoblog-marker: 6 gained, 0 lost\n  + a.txt: [ad_1]\n");
    here.run("stats other --against tidy")
        .prints("0 gained, 6 lost");
    here.run("stats tidy --against tidy").prints("0 differ");
    here.run("stats more --against tidy")
        .prints("0 only before, 1 only after");
}

#[test]
fn the_page_needs_nothing_beside_itself() {
    let here = here();
    let page = here
        .run("stats tidy --against tidy --format html")
        .ends(0)
        .out
        .clone();
    assert!(
        page.contains("<svg") && page.contains("autoblog-marker"),
        "{page}"
    );
    assert!(
        !page.contains("<script") && !page.contains("http") && !page.contains("url("),
        "{page}"
    );
    assert!(
        page.contains("<title>Bytes removed, by rule</title>"),
        "{page}"
    );
}

#[test]
fn pictures_are_files_that_need_nothing_and_are_not_overwritten() {
    let here = here();
    here.write("in/page.html", PAGE);
    here.run("clean in -o with-page").ends(0);
    here.run("stats with-page --pictures pictures")
        .ends(0)
        .prints("4 captures");
    let names = ["confidence", "encodings", "lengths", "rules", "sites"];
    let files = names.map(|name| format!("{name}.svg"));
    assert_eq!(here.files("pictures"), files);
    for file in &files {
        let svg = here.read(&format!("pictures/{file}"));
        assert!(
            svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""),
            "{svg}"
        );
        assert_eq!(svg.matches("http").count(), 1, "{svg}");
        for wanted in [
            "role=\"img\"",
            "<title>",
            "prefers-color-scheme",
            "</svg>\n",
        ] {
            assert!(svg.contains(wanted), "no {wanted} in {file}");
        }
        let markup = svg.to_lowercase();
        assert!(
            !markup.contains("script") && !markup.contains("url("),
            "{svg}"
        );
    }
    here.write("pictures/rules.svg", "mine");
    here.run("stats with-page --pictures pictures")
        .ends(2)
        .says("pictures/rules.svg: exists already; choose another name, or give --force to replace it");
    assert_eq!(here.read("pictures/rules.svg"), "mine");
    here.run("stats with-page --pictures pictures --force")
        .ends(0);
    assert!(here.read("pictures/rules.svg").contains("autoblog-marker"));
    here.run("stats with-page --pictures in/a.txt")
        .ends(2)
        .says("`in/a.txt` is a file; name a folder with --pictures");
    here.run("stats with-page --force")
        .ends(2)
        .says("--pictures");
}

#[test]
fn lengths_and_confidence_are_counted_in_bins() {
    let here = here();
    let json: serde_json::Value =
        serde_json::from_str(&here.run("stats tidy --format json").ends(0).out).unwrap();
    // Two captures of 152 bytes keep 126; the third has 28.
    assert_eq!(json["lengths"]["before"][1], 2);
    assert_eq!(json["lengths"]["after"][0], 1);
    assert_eq!(json["confidence"].as_array().unwrap().len(), 10);
    // Records of before the field was written.
    let records = here.read("tidy/records.jsonl");
    let pattern = regex::Regex::new(r#""page_bytes":\d+,"#).unwrap();
    let old = pattern.replace_all(&records, "");
    assert_ne!(old, records);
    here.write("old.jsonl", old.as_bytes());
    here.run("stats old.jsonl --pictures pictures").ends(0);
    assert!(!here.files("pictures").contains(&"lengths.svg".to_owned()));
}

#[test]
fn what_is_no_run_is_named() {
    let here = here();
    here.write("bad.jsonl", "{}\n");
    here.run("stats gone").ends(2).says("gone");
    here.run("stats in")
        .ends(2)
        .says("holds no records of a run");
    here.run("stats bad.jsonl")
        .ends(2)
        .says("bad.jsonl:1: not a record of undross");
}
