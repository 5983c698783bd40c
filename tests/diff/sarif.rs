//! The SARIF log: its shape, and the places that it names.

use serde_json::Value;
use undross::diff::places::places;
use undross::diff::sarif;
use undross::{Capture, Plan, process};

/// What the published schema of SARIF 2.1.0 says of the objects that a log of ours has: name, required and other properties.
const OBJECTS: &[(&str, &[&str], &[&str])] = &[
    ("log", &["version", "runs"], &["$schema"]),
    ("runs", &["tool"], &["results", "columnKind"]),
    ("tool", &["driver"], &[]),
    (
        "driver",
        &["name"],
        &["version", "semanticVersion", "rules"],
    ),
    ("rules", &["id"], &["shortDescription", "help"]),
    ("shortDescription", &["text"], &[]),
    ("help", &["text"], &[]),
    (
        "results",
        &["message"],
        &[
            "ruleId",
            "ruleIndex",
            "level",
            "locations",
            "partialFingerprints",
            "properties",
        ],
    ),
    ("message", &["text"], &[]),
    ("locations", &[], &["physicalLocation"]),
    ("physicalLocation", &["artifactLocation"], &["region"]),
    ("artifactLocation", &[], &["uri"]),
    (
        "region",
        &[],
        &[
            "startLine",
            "startColumn",
            "endLine",
            "endColumn",
            "byteOffset",
            "byteLength",
            "snippet",
        ],
    ),
    ("snippet", &[], &["text"]),
];

/// Checks an object, and those in it, by the name that it stands under.
fn check_shape(name: &str, value: &Value) {
    if let Some(list) = value.as_array() {
        list.iter().for_each(|value| check_shape(name, value));
    }
    // Bags of the tool's own, with any properties.
    if ["properties", "partialFingerprints"].contains(&name) {
        return;
    }
    let Some(object) = value.as_object() else {
        return;
    };
    let (_, required, others) = OBJECTS
        .iter()
        .find(|(known, ..)| *known == name)
        .unwrap_or_else(|| panic!("no object is called {name}"));
    for key in *required {
        assert!(object.contains_key(*key), "{name} has no {key}");
    }
    for (key, value) in object {
        let known = required.contains(&key.as_str()) || others.contains(&key.as_str());
        assert!(known, "{name} may not have {key}");
        check_shape(key, value);
    }
}

fn log(path: &str, capture: &Capture<'_>) -> Value {
    let plan = Plan::default();
    let outcome = process(capture, &plan);
    let rules: Vec<&str> = plan.rules().iter().map(|rule| &*rule.id).collect();
    let results = sarif::results(&outcome, (path, &rules), &places(capture, &outcome));
    let log = sarif::head(&rules) + &results + sarif::TAIL;
    serde_json::from_str(&log).unwrap_or_else(|error| panic!("{error}: {log}"))
}

fn results(path: &str, bytes: &[u8]) -> Vec<Value> {
    let log = log(path, &Capture::of_bytes("a", bytes));
    log["runs"][0]["results"].as_array().unwrap().clone()
}

fn region(result: &Value, place: usize) -> &Value {
    &result["locations"][place]["physicalLocation"]["region"]
}

const TEXT: &str = "The minister resigned on Monday, and nobody knows who follows.\n[ad_1]\n\
    A vote is expected before the summer break of the parliament.\nSource link\n";

#[test]
fn a_log_has_the_published_shape() {
    let log = log("a.txt", &Capture::of_text("a", TEXT));
    check_shape("log", &log);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let levels = ["note", "warning"].map(Value::from);
    for (result, level) in run["results"].as_array().unwrap().iter().zip(levels) {
        assert_eq!(result["level"], level);
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
    }
    assert_eq!(run["results"].as_array().unwrap().len(), 2);
}

#[test]
fn a_log_without_results_is_whole() {
    let log = log(
        "a.txt",
        &Capture::of_text("a", "A quiet day in the harbour.\n"),
    );
    check_shape("log", &log);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 0);
}

#[test]
fn regions_of_a_text_are_in_characters_and_in_bytes_of_the_capture() {
    // Latin-1: a byte a character, where UTF-8 has two.
    let line = "Der Hafen l\u{E4}uft \u{FC}ber, und niemand wei\u{DF}, was nun geschieht.\n";
    let text = format!(
        "{line}[ad_1]\nDie Stadt pr\u{FC}ft bis M\u{E4}rz, wer f\u{FC}r den Schaden b\u{FC}rgt.\n"
    );
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let results = results("a.txt", &bytes);
    let region = region(&results[0], 0);
    assert_eq!(region["byteOffset"], line.chars().count());
    assert_eq!(region["byteLength"], "[ad_1]\n".len());
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&2.into(), &1.into())
    );
    assert_eq!(
        (&region["endLine"], &region["endColumn"]),
        (&3.into(), &1.into())
    );
    assert_eq!(region["snippet"]["text"], "[ad_1]\n");
}

#[test]
fn columns_count_characters_of_a_line_that_is_cut() {
    let text = "Der Hafen l\u{E4}uft \u{FC}ber, http://www.example.org/comet-returns.html#ixzz4uZCtRvE9 und niemand kam.\n";
    let results = results("a.txt", text.as_bytes());
    let region = region(&results[0], 0);
    let at = text.find('#').unwrap();
    assert_eq!(region["byteOffset"], at);
    assert_eq!(region["startColumn"], text[..at].chars().count() + 1);
    assert_eq!(
        region["endColumn"],
        text[..at].chars().count() + 1 + "#ixzz4uZCtRvE9".len()
    );
}

#[test]
fn regions_of_a_web_page_are_in_its_source() {
    let prose = "The harbour will stay open through the winter, the board said on Monday evening, \
                 after three years of debate about its cost and its use.";
    let page = format!(
        "<!doctype html>\n<html><head><title>The harbour</title></head><body>\n<h1>The harbour</h1>\n\
         <p>{prose}</p>\n<p>{prose} Or so it says.</p>\n<p>[ad_1]</p>\n<p>{prose} It will be so.</p>\n</body></html>\n"
    );
    let results = results("page.html", page.as_bytes());
    let marker = results
        .iter()
        .find(|result| result["ruleId"] == "autoblog-marker")
        .unwrap();
    let region = region(marker, 0);
    let at = page.find("[ad_1]").unwrap();
    assert_eq!(region["byteOffset"], at);
    assert_eq!(region["byteLength"], "[ad_1]".len());
    assert_eq!(region["startLine"], 6);
    assert_eq!(region["startColumn"], "<p>".len() + 1);
}

#[test]
fn paths_become_relative_references() {
    check_uri("in/a b#1.txt", "in/a%20b%231.txt");
    check_uri("pages.jsonl:12", "pages.jsonl%3A12");
    check_uri("caf\u{E9}%.txt", "caf%C3%A9%25.txt");
    check_uri(
        "https://example.org/a?b=c d",
        "https://example.org/a?b=c%20d",
    );
}

#[track_caller]
fn check_uri(path: &str, wanted: &str) {
    let results = results(path, TEXT.as_bytes());
    let location = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], wanted);
}
