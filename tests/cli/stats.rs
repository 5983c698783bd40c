//! `stats`: what a run did, from its records.

use super::{CLEAN, FRAMED, Here};

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
