//! The file that applies to each capture, and rules for sites and against rules.

use super::{CLEAN, FRAMED, Here};

/// A capture with lines that files name.
const HARBOUR: &str = "A quiet day in the harbour.\nBuy our tide table.\nThe boats stay in port.\n";
const TIDE: &str = "[[remove]]\nname = 'tide'\nline = 'buy our tide.*'\n";
const BOATS: &str = "[[remove]]\nname = 'boats'\nline = 'the boats stay.*'\n";

fn nest() -> Here {
    Here::with(&[
        ("nest/a/x.txt", HARBOUR),
        ("nest/a/deep/x.txt", HARBOUR),
        ("nest/b/x.txt", HARBOUR),
        ("nest/c/x.txt", HARBOUR),
        ("nest/a/undross.toml", TIDE),
        ("nest/b/undross.toml", BOATS),
    ])
}

const CHECKED: &str = "nest/a/deep/x.txt: 1 removal by site:tide\n\
    nest/a/x.txt: 1 removal by site:tide\n\
    nest/b/x.txt: 1 removal by site:boats\n";

#[test]
fn each_capture_has_the_nearest_file_whatever_the_input_is_called() {
    let here = nest();
    for inputs in [
        "nest",
        "nest/a nest/b",
        "nest/*/",
        "nest/**/*.txt",
        "./nest",
    ] {
        let ran = here.run(&format!("check {inputs}"));
        assert_eq!(
            ran.ends(1).out.replace("./nest", "nest"),
            CHECKED,
            "{inputs}"
        );
    }
    here.run("check nest --no-config").ends(0);
    let one = here.run("check nest --config nest/a/undross.toml");
    assert_eq!(one.ends(1).out.matches("by site:tide").count(), 4);
    here.run("check nest/c").ends(0);
}

#[test]
fn all_commands_go_by_the_nearest_file() {
    let here = nest();
    here.run("clean nest -o tidy")
        .ends(0)
        .says("nest/a/undross.toml")
        .says("nest/b/undross.toml");
    assert!(!here.read("tidy/a/deep/x.txt").contains("tide table"));
    assert!(!here.read("tidy/b/x.txt").contains("boats"));
    assert_eq!(
        here.read("tidy/c/x.txt")
            .lines()
            .filter(|line| !line.is_empty())
            .count(),
        3
    );
    let lines = here.run("clean nest --to jsonl -q").ends(0).json();
    assert_eq!(lines[2]["removals"][0]["rules"][0], "site:boats");
    let sarif = here.run("diff nest --format sarif");
    let sarif: serde_json::Value = serde_json::from_str(&sarif.ends(1).out).unwrap();
    let run = &sarif["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(
            run["tool"]["driver"]["rules"][index]["id"],
            result["ruleId"]
        );
    }
    here.run("explain nest/b/x.txt:3")
        .ends(0)
        .prints("site:boats");
    here.run("config nest/b").ends(0).prints("the boats stay");
}

#[test]
fn a_mistake_in_any_file_is_told_before_anything_is_cleaned() {
    let here = nest();
    here.write("nest/c/undross.toml", "[rule]");
    here.run("clean nest -o tidy")
        .ends(2)
        .says("nest/c/undross.toml:1:2: there is no table `rule`");
    assert!(!here.path().join("tidy").exists());
    here.run("check nest/a nest/b").ends(1);
}

#[test]
fn containers_and_standard_input_have_the_file_where_they_stand() {
    let here = nest();
    let line = serde_json::json!({"id": "x", "text": HARBOUR}).to_string();
    here.write("nest/b/rows.jsonl", &line);
    here.run("check nest/b/rows.jsonl")
        .ends(1)
        .prints("by site:boats");
    here.run_on("check --from jsonl -", &line).ends(0);
    here.write("undross.toml", TIDE);
    here.run_on("check --from jsonl -", &line)
        .ends(1)
        .prints("by site:tide");
}

#[test]
fn limits_and_decisions_are_those_of_the_capture() {
    let here = nest();
    here.write("nest/b/undross.toml", "[limits]\nmax-bytes = 10");
    here.run("check nest")
        .ends(3)
        .says("nest/b/x.txt: larger than 10 bytes")
        .prints("nest/a/x.txt: ");
    let here = Here::with(&[("nest/a/x.txt", FRAMED), ("nest/b/x.txt", FRAMED)]);
    here.run("clean nest -o tidy -q").ends(0);
    here.run("review tidy --reject --only autoblog-marker --decisions nest/a/decisions.jsonl")
        .ends(0);
    here.run("check nest/a nest/b")
        .prints("nest/b/x.txt: 3 removals");
    let kept = here.run("check nest").out;
    assert!(!kept.contains("nest/a/x.txt"), "{kept}");
}

/// Captures of two sites in one file.
fn two_sites() -> Here {
    let line = |id: &str| serde_json::json!({"id": id, "text": HARBOUR}).to_string() + "\n";
    let lines = [
        "https://www.harbour.example/1",
        "https://inland.example/2",
        "folder/3",
        "alone",
    ];
    Here::with(&[("all.jsonl", &lines.map(line).concat())])
}

#[track_caller]
fn removed_of(here: &Here, toml: &str) -> Vec<bool> {
    here.write("undross.toml", toml);
    let records = here.run("clean all.jsonl -q").ends(0).json();
    let removed = records
        .iter()
        .map(|record| record["removals"] != serde_json::json!([]));
    removed.collect()
}

#[test]
fn a_rule_with_a_site_is_about_captures_of_that_site() {
    let here = two_sites();
    for name in [
        "'harbour.example'",
        "'www.Harbour.example'",
        "'https://harbour.example/a'",
        "['elsewhere.example', 'harbour.example']",
    ] {
        let removed = removed_of(&here, &format!("{TIDE}site = {name}"));
        assert_eq!(removed, [true, false, false, false], "{name}");
    }
    assert_eq!(removed_of(&here, TIDE), [true; 4]);
    assert_eq!(
        removed_of(&here, &format!("{TIDE}site = 'example'")),
        [false; 4]
    );
    assert_eq!(
        removed_of(&here, &format!("{TIDE}site = 'folder'")),
        [false, false, true, false]
    );
    let kept = format!("{TIDE}[[keep]]\nline = '.*tide.*'\nsite = 'inland.example'");
    assert_eq!(removed_of(&here, &kept), [true, false, true, true]);
}

#[test]
fn a_selector_with_a_site_is_about_pages_of_that_site() {
    let page = "<!doctype html><html><body><p>High water at six in the evening, as the harbour says.</p><p class=promo>Buy our tide table.</p>";
    let here = Here::with(&[
        ("in/harbour.example/x.html", page),
        ("in/inland.example/x.html", page),
    ]);
    let promo = "select = '.promo'\nsite = 'harbour.example'";
    here.write(
        "undross.toml",
        format!("[rules]\noff = ['boilerplate']\n[[remove]]\n{promo}"),
    );
    let ran = here.run("check in");
    assert_eq!(
        ran.ends(1).out,
        "in/harbour.example/x.html: 1 removal by site:remove-1\n"
    );
    let all = "[rules]\noff = ['boilerplate']\n[[remove]]\nline = 'buy our tide table.'";
    here.write("undross.toml", format!("{all}\n[[keep]]\n{promo}"));
    let ran = here.run("check in");
    assert_eq!(
        ran.ends(1).out,
        "in/inland.example/x.html: 1 removal by site:remove-1\n"
    );
}

#[test]
fn a_keep_rule_with_a_rule_protects_from_that_rule_only() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let keep = "[[keep]]\nline = 'source link|\\[ad_1\\]'\nrule = ";
    for (rule, removals) in [
        ("'autoblog-marker'", 1),
        ("['byline', 'autoblog-marker']", 1),
        ("'byline'", 3),
    ] {
        here.write("undross.toml", format!("{keep}{rule}"));
        let records = here.run("clean a.txt --to jsonl -q").ends(0).json();
        assert_eq!(
            records[0]["removals"].as_array().unwrap().len(),
            removals,
            "{rule}"
        );
    }
    let own =
        "[[remove]]\nname = 'mine'\nline = 'a vote .*'\n[[keep]]\nline = 'a vote .*'\nrule = ";
    here.write("undross.toml", format!("{own}'site:mine'"));
    here.run("clean a.txt -q").ends(0).prints("A vote");
    here.write("undross.toml", format!("{own}'byline'"));
    assert!(!here.run("clean a.txt -q").ends(0).out.contains("A vote"));
}

#[test]
fn mistakes_in_sites_and_rules_point_at_their_place() {
    let here = Here::with(&[("a.txt", CLEAN)]);
    for (toml, message) in [
        (
            "[[keep]]\nline = 'x'\nrule = 'bylin'",
            "3:8: there is no rule `bylin`; did you mean `byline`?",
        ),
        (
            "[[keep]]\nline = 'x'\nrule = ['byline', 'site:x']",
            "3:8: there is no rule `site:x`",
        ),
        (
            "[[remove]]\nline = 'x'\nrule = 'byline'",
            "3:1: a [[remove]] rule: there is no key `rule`",
        ),
        (
            "[[remove]]\nline = 'x'\nsite = []",
            "3:8: `site` is a name or a list of names",
        ),
        (
            "[[remove]]\nline = 'x'\nsite = 1",
            "3:8: this has to be text",
        ),
    ] {
        here.write("undross.toml", toml);
        here.run("clean a.txt")
            .ends(2)
            .says(&format!("undross.toml:{message}"));
    }
}

#[test]
fn a_test_names_its_site_and_config_prints_sites_and_rules() {
    let toml = format!(
        "{TIDE}site = 'harbour.example'\ntest = [{{ removes = ['Buy our tide table'] }}, \
         {{ site = 'inland.example', keeps = ['Buy our tide table'] }}]\n\
         [[keep]]\nline = '.*'\nsite = 'quiet.example'\nrule = ['site:tide', 'byline']\n\
         test = [{{ keeps = ['Buy our tide table'] }}]"
    );
    let here = Here::with(&[("undross.toml", &toml)]);
    here.run("rules test").ends(0).prints("3 tests, 0 failed");
    here.write(
        "a/undross.toml",
        format!("{TIDE}test = [{{ keeps = ['Buy our tide table'] }}]"),
    );
    here.run("rules test . a a/none")
        .ends(2)
        .prints("4 tests, 1 failed");
    let shown = here.run("config");
    shown
        .ends(0)
        .prints("site = [\"harbour.example\"]")
        .prints("rule = [\"site:tide\", \"byline\"]");
    here.write("undross.toml", &shown.out);
    here.run("config")
        .ends(0)
        .prints("rule = [\"site:tide\", \"byline\"]");
}
