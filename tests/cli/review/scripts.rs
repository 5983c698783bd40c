//! Deciding from scripts: on what the filters leave and nothing else, and never on much without a word.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::page::Page;
use super::{groups, here};
use crate::cli::Here;

/// A rule that shares some lines with a built-in one.
const OWN: &str = "[[remove]]\nname = \"own\"\nline = 'Advertisement|Deal [a-z]+ of the day'\n";

/// Puts a paragraph before each of some lines; no two paragraphs are alike.
fn article<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    let name = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let lines = lines.into_iter().enumerate();
    let lines = lines.map(|(number, line)| {
        let [one, two] = [name(number / 26), name(number)];
        format!("The {one}{two} of the harbour resigned on Monday, and nobody in town {two}{one} knows who will follow.\n{line}\n")
    });
    lines.collect()
}

fn cleaned(text: &str) -> Here {
    let here = Here::with(&[("undross.toml", OWN), ("in/one.org/a.txt", text)]);
    here.run("clean in -o tidy --quiet").ends(0);
    here
}

/// A site whose rare texts are of one rule, of another, and of both.
fn mixed() -> Here {
    cleaned(&article([
        "Advertisement",
        "Deal one of the day",
        "[ad_1]",
        "Deal two of the day",
    ]))
}

/// A site with many different texts of one rule.
fn many(count: usize) -> Here {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let deal = |number| format!("Deal {}{} of the day", letter(number / 26), letter(number));
    let deals: Vec<String> = (0..count).map(deal).collect();
    cleaned(&article(deals.iter().map(String::as_str)))
}

fn decisions(here: &Here) -> Vec<Value> {
    let file = here.read("decisions.jsonl");
    let lines = file.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

fn has_file(here: &Here) -> bool {
    here.path().join("decisions.jsonl").exists()
}

/// Lists what a run removed: the rules of each removal, and its text.
fn removed(here: &Here, run: &str) -> BTreeSet<(Vec<String>, String)> {
    let records = here.read(&format!("{run}/records.jsonl"));
    let record = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let removals = records.lines().map(record).flat_map(|record| {
        let removals = record["removals"].as_array().unwrap().clone();
        removals.into_iter()
    });
    removals
        .map(|removal| {
            let rules = serde_json::from_value(removal["rules"].clone()).unwrap();
            (rules, removal["text"].as_str().unwrap().trim().to_owned())
        })
        .collect()
}

#[test]
fn a_decision_on_a_rule_reaches_only_what_it_asked_for() {
    for rule in ["site:own", "ad-label", "autoblog-marker"] {
        let here = mixed();
        here.run(&format!("review tidy --reject --only {rule}"))
            .ends(0);
        for decision in decisions(&here) {
            assert_eq!(decision["rule"], rule, "{decision}");
        }
        here.run("clean in -o again --quiet").ends(0);
        let before = removed(&here, "tidy");
        let back: BTreeSet<_> = before
            .difference(&removed(&here, "again"))
            .cloned()
            .collect();
        let of_rule = before
            .into_iter()
            .filter(|(rules, _)| rules.iter().any(|one| one == rule));
        assert_eq!(back, of_rule.collect(), "{rule}");
    }
}

#[test]
fn what_two_rules_asked_for_is_listed_for_each_of_them() {
    let here = mixed();
    let listed = |rule: &str| {
        let list = here
            .run(&format!("review tidy --list --json --only {rule}"))
            .ends(0)
            .out
            .clone();
        let lines = list
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines
            .map(|group| group["count"].as_u64().unwrap())
            .sum::<u64>()
    };
    assert_eq!(
        (
            listed("site:own"),
            listed("ad-label"),
            listed("autoblog-marker")
        ),
        (3, 1, 1)
    );
}

#[test]
fn a_site_bounds_a_decision_and_what_is_listed() {
    let here = here();
    let all = groups(&here, "tidy");
    let source = all
        .iter()
        .find(|group| group["excerpt"] == "Source link")
        .unwrap();
    let list = here
        .run("review tidy --list --json --on-site one.org --only autoblog-marker")
        .ends(0)
        .out
        .clone();
    let row = list
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let row = row
        .into_iter()
        .find(|row| row["id"] == source["id"])
        .unwrap();
    assert_eq!(
        (&source["count"], &row["count"], &row["captures"]),
        (&json!(2), &json!(1), &json!(1))
    );
    here.run("review tidy --reject --only autoblog-marker --on-site one.org")
        .ends(0);
    assert!(
        decisions(&here)
            .iter()
            .all(|decision| decision["site"] == "one.org")
    );
    here.run("clean in -o again --quiet").ends(0);
    assert!(here.read("again/one.org/a.txt").contains("Source link"));
    assert_eq!(
        here.read("again/two.org/c.txt"),
        here.read("tidy/two.org/c.txt")
    );
}

#[test]
fn many_decisions_are_told_and_want_a_yes() {
    let here = many(101);
    here.run("review tidy --accept --only site:own")
        .ends(2)
        .says("about to write 101 decisions on 101 removals")
        .says("then add --yes");
    assert!(!has_file(&here));
    here.run("review tidy --accept --only site:own --yes")
        .ends(0)
        .says("101 decisions on 101 removals");
    assert_eq!(decisions(&here).len(), 101);
    let here = many(100);
    here.run("review tidy --accept --only site:own").ends(0);
    assert_eq!(decisions(&here).len(), 100);
}

#[test]
fn a_dry_run_shows_the_decisions_and_writes_none() {
    let here = many(101);
    let shown = here.run("review tidy --reject --only site:own --note why --dry-run");
    shown
        .ends(0)
        .says("would write 101 decisions on 101 removals; nothing was written");
    assert!(!has_file(&here));
    here.run("review tidy --reject --only site:own --note why --yes")
        .ends(0);
    assert_eq!(shown.out, here.read("decisions.jsonl"));
    let again = here.run("review tidy --list --json").ends(0).out.clone();
    assert!(again.contains("\"decision\":\"keep\""), "{again}");
}

#[test]
fn a_confirmed_heap_says_nothing_of_texts_that_come_later() {
    let here = mixed();
    here.run("review tidy --accept --only site:own").ends(0);
    let more = [
        "Deal one of the day",
        "Deal three of the day",
        "Deal four of the day",
    ];
    here.write("in/one.org/b.txt", article(more));
    here.run("clean in -o next --quiet").ends(0);
    let open = here
        .run("review next --list --open --only site:own --json")
        .ends(0)
        .out
        .clone();
    assert!(open.contains("Deal three of the day"), "{open}");
    here.run("review next --accept --open --only site:own --dry-run")
        .says("would write 2 decisions on 2 removals");
}

#[test]
fn who_calls_removals_wrong_takes_nothing_more() {
    let here = cleaned(&article(["Next", "Deal one of the day"]));
    let all = groups(&here, "tidy");
    let near = all.iter().find(|group| group["was"] == "kept").unwrap();
    let rule = near["rules"][0].as_str().unwrap();
    for more in ["", " --whole-rule"] {
        here.run(&format!("review tidy --reject --only {rule}{more}"))
            .ends(0)
            .says("0 decisions");
    }
    here.run(&format!("review tidy --reject --only {rule} --kept"))
        .ends(0)
        .says("1 decision on 1 near miss");
    assert_eq!(decisions(&here)[0]["was"], "kept");
}

#[test]
fn a_whole_rule_is_decided_only_when_that_is_asked_for() {
    let here = many(101);
    here.run("review tidy --accept --only site:own --on-site one.org --whole-rule")
        .ends(0)
        .says("1 decision on 101 removals");
    let wide =
        json!({ "was": "removed", "rule": "site:own", "site": "one.org", "decision": "remove" });
    assert_eq!(decisions(&here), [wide]);
    here.run("review tidy --list").prints("remove");
    here.run("review tidy --reject --only site:own --whole-rule --decisions all.jsonl")
        .ends(0);
    assert_eq!(
        here.read("all.jsonl"),
        "{\"was\":\"removed\",\"rule\":\"site:own\",\"decision\":\"keep\"}\n"
    );
    for line in [
        "review tidy --accept --whole-rule",
        "review tidy --accept --only site:own --open --whole-rule",
        "review tidy --dry-run",
        "review tidy --list --yes",
    ] {
        here.run(line).ends(2);
    }
    here.run("review tidy --only site:own")
        .ends(2)
        .says("filters go with --list");
}

#[test]
fn what_was_decided_before_is_left_alone_however_it_was_decided() {
    let here = mixed();
    let wide =
        "{\"was\":\"removed\",\"rule\":\"site:own\",\"site\":\"one.org\",\"decision\":\"keep\"}\n";
    here.write("decisions.jsonl", wide);
    here.run("review tidy --accept --only site:own,ad-label")
        .ends(0);
    here.run("clean in -o again --quiet").ends(0);
    let text = here.read("again/one.org/a.txt");
    assert!(
        text.contains("Deal one of the day") && !text.contains("Advertisement"),
        "{text}"
    );
}

#[test]
fn a_decision_on_the_page_reaches_only_the_rule_it_is_filtered_by() {
    let here = mixed();
    let page = Page::open(&here, "");
    let queue = page.get_json("api/queue");
    let both = queue["groups"].as_array().unwrap().iter();
    let both = both
        .clone()
        .find(|group| group["rules"].as_array().unwrap().len() == 2)
        .unwrap();
    let second = both["rules"][1].as_str().unwrap();
    let decide = |scope: &str, rule: &str| json!({ "group": both["id"], "scope": scope, "occurrence": 0, "rule": rule, "decision": "keep", "tab": "t" });
    for scope in ["group", "site", "capture", "rule-on-site", "rule"] {
        page.post("api/decide", &decide(scope, second));
        let made = decisions(&here);
        assert!(
            made.iter().all(|one| one["rule"] == second),
            "{scope}: {made:?}"
        );
        assert_eq!(made.len(), 1, "{scope}");
        page.post("api/undo", &json!({ "tab": "t" }));
        assert_eq!(decisions(&here), [] as [Value; 0]);
    }
    assert_eq!(
        page.refused("api/decide", &decide("group", "autoblog-marker")),
        409
    );
}
