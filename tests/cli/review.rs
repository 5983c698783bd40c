//! `review`: groups and decisions from scripts, files of two reviewers, the page in one file.

mod page;
mod scripts;
mod site_rule;

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use page::Page;

use super::{CLEAN, FRAMED, Here};

fn here() -> Here {
    let here = Here::with(&[
        ("in/one.org/a.txt", FRAMED),
        ("in/one.org/b.txt", CLEAN),
        ("in/two.org/c.txt", FRAMED),
    ]);
    here.run("clean in -o tidy --quiet").ends(0);
    here
}

/// Returns the groups of a run.
fn groups(here: &Here, run: &str) -> Vec<Value> {
    let listed = here
        .run(&format!("review {run} --list --json"))
        .ends(0)
        .out
        .clone();
    listed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn id_of(here: &Here, excerpt: &str) -> String {
    let groups = groups(here, "tidy");
    let group = groups.iter().find(|group| group["excerpt"] == excerpt);
    group.unwrap_or_else(|| panic!("{excerpt} in {groups:?}"))["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_rejected_group_stays_in_the_next_run_and_nothing_else_changes() {
    let here = here();
    let source = id_of(&here, "Source link");
    here.run(&format!("review tidy --reject {source} --note proof"))
        .ends(0)
        .says("decided on 1 group");
    assert_eq!(
        here.read("decisions.jsonl"),
        "{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"text\":\"source link\",\"decision\":\"keep\",\"note\":\"proof\"}\n"
    );
    here.run("clean in -o again --quiet").ends(0);
    assert!(here.read("again/one.org/a.txt").ends_with(
        "
Source link
"
    ));
    assert!(here.read("again/two.org/c.txt").ends_with("Source link\n"));
    assert_eq!(
        here.read("again/one.org/b.txt"),
        here.read("tidy/one.org/b.txt")
    );
    let of = |run| {
        groups(&here, run)
            .iter()
            .map(|group| group["id"].to_string())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(of("again"), of("tidy"));
    here.run("explain in/one.org/a.txt:6")
        .prints("a review decided that it stays");
    here.run("clean in -o free --quiet --no-decisions").ends(0);
    assert_eq!(
        here.read("free/one.org/a.txt"),
        here.read("tidy/one.org/a.txt")
    );
    here.run("review tidy --undo")
        .ends(0)
        .says("undone: keep: “source link”");
    assert_eq!(here.read("decisions.jsonl"), "");
    here.run("review tidy --undo")
        .ends(0)
        .says("nothing to undo");
}

#[test]
fn rare_texts_of_a_site_are_one_group_and_each_decided_exactly() {
    let here = Here::with(&[("in/one.org/a.txt", FRAMED)]);
    here.run("clean in -o tidy --quiet").ends(0);
    let all = groups(&here, "tidy");
    assert_eq!(
        (all.len(), &all[0]["texts"], &all[0]["count"]),
        (1, &json!(2), &json!(3))
    );
    let id = all[0]["id"].as_str().unwrap();
    let state = || groups(&here, "tidy")[0]["decision"].clone();
    let file = |decision: &str| {
        let text = ["ad_#", "source link"].map(|text| {
            format!("{{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"text\":\"{text}\",\"site\":\"one.org\",\"decision\":\"{decision}\"}}\n")
        });
        text.concat()
    };
    for (deed, decision) in [
        ("accept", "remove"),
        ("reject", "keep"),
        ("accept", "remove"),
    ] {
        here.run(&format!("review tidy --{deed} {id}"))
            .ends(0)
            .says("2 decisions on 3 removals");
        assert_eq!(
            (here.read("decisions.jsonl"), state()),
            (file(decision), json!(decision))
        );
    }
    here.run("review tidy --undo").ends(0).says("and 1 more");
    assert_eq!(state(), json!("keep"));
    here.run("clean in -o again --quiet").ends(0);
    assert!(here.read("again/one.org/a.txt").contains("Source link"));
    here.run("review tidy --undo").ends(0);
    here.run("review tidy --undo").ends(0);
    assert_eq!(
        (here.read("decisions.jsonl").as_str(), state()),
        ("", json!(null))
    );
}

#[test]
fn a_text_that_was_decided_alone_stays_so_when_its_heap_is_decided() {
    let here = Here::with(&[("in/one.org/a.txt", FRAMED)]);
    here.run("clean in -o tidy --quiet").ends(0);
    let alone = "{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"text\":\"source link\",\"site\":\"one.org\",\"decision\":\"keep\"}\n";
    here.write("decisions.jsonl", alone);
    let id = groups(&here, "tidy")[0]["id"].as_str().unwrap().to_owned();
    here.run(&format!("review tidy --accept {id}"))
        .ends(0)
        .says("1 decision on 2 removals");
    assert!(here.read("decisions.jsonl").contains(alone));
    assert_eq!(here.run("review tidy --list --open").ends(0).out, "");
}

#[test]
fn groups_are_listed_and_filtered() {
    let here = here();
    here.run("review tidy --list")
        .ends(0)
        .prints("removed sure   open");
    here.run("review tidy --accept --only autoblog-marker")
        .ends(0)
        .says("decided on");
    let open = here.run("review tidy --list --open").ends(0).out.clone();
    assert!(!open.contains("autoblog-marker"), "{open}");
    here.run("review tidy --list --only autoblog-marker --on-site one.org")
        .prints("remove");
    assert_eq!(
        here.run("review tidy --list --on-site nowhere.org")
            .ends(0)
            .out,
        ""
    );
}

#[test]
fn a_folder_has_the_same_decisions_however_its_path_is_written() {
    let here = here();
    here.write(
        "below/x/decisions.jsonl",
        "{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"decision\":\"keep\"}\n",
    );
    let lost = |line: &str| {
        let mut check = here.command(line);
        check.current_dir(here.path().join("below/x"));
        super::ran(&mut check).code
    };
    assert_eq!(
        lost("check ../../in"),
        Some(1),
        "the folder is not above the input"
    );
    assert_eq!(
        lost(&format!("check {}/in", here.path().display())),
        Some(1)
    );
}

#[test]
fn filters_leave_what_somebody_decided_and_undo_stays_with_its_file() {
    let here = here();
    let id = id_of(&here, "Source link");
    here.run(&format!("review tidy --reject {id} --note proof"))
        .ends(0);
    here.run("review tidy --accept --only autoblog-marker")
        .ends(0)
        .says("decided on 1 group")
        .says("2 removals that somebody decided on before stay so");
    assert!(
        here.read("decisions.jsonl")
            .contains("\"decision\":\"keep\",\"note\":\"proof\"")
    );
    here.run(&format!("review tidy --later {id} --decisions other.jsonl"))
        .ends(0);
    here.run("review tidy --undo")
        .ends(0)
        .says("undone: remove: “ad_#”");
    here.run("review tidy --undo --decisions other.jsonl")
        .ends(0)
        .says("undone: later: “source link”");
    here.run("review tidy --undo --decisions other.jsonl")
        .ends(0)
        .says("nothing to undo");
}

#[test]
fn decisions_by_hand_are_read_as_they_are_meant_or_named() {
    let here = here();
    here.write(
        "decisions.jsonl",
        "{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"text\":\"Source Link\",\"decision\":\"keep\"}\n\
         {\"was\":\"removed\",\"rule\":\"autoblog-maker\",\"decision\":\"keep\"}\n",
    );
    here.run("clean in -o again")
        .ends(0)
        .says("there is no rule `autoblog-maker`; did you mean `autoblog-marker`?")
        .says("decisions from ");
    assert!(here.read("again/one.org/a.txt").ends_with("Source link\n"));
}

#[test]
fn runs_of_every_form_are_reviewed_alike() {
    let here = here();
    let mut forms = vec!["--to jsonl", "--to jsonl --zstd"];
    if cfg!(feature = "parquet") {
        forms.push("--to parquet");
    }
    let listed = groups(&here, "tidy");
    for (number, form) in forms.into_iter().enumerate() {
        here.run(&format!("clean in -o run{number} --quiet {form}"))
            .ends(0);
        assert_eq!(groups(&here, &format!("run{number}")), listed, "{form}");
        let page = Page::of(&here, &format!("run{number}"), "");
        let id = listed[0]["id"].as_str().unwrap();
        let shown = page.get_json(&format!("api/group/{id}/0"));
        assert!(
            shown["parts"].as_array().unwrap().len() > 1,
            "{form}: {shown}"
        );
        here.run(&format!("stats run{number}"))
            .ends(0)
            .prints("3 captures, 0 failed");
    }
}

#[test]
fn what_cannot_be_followed_is_said() {
    let here = here();
    here.run("review tidy --accept")
        .ends(2)
        .says("name groups as --list shows them");
    here.run("review tidy --reject 0000000000000000")
        .ends(2)
        .says("the run has no group `0000000000000000`");
    here.run("review tidy --list --only byline-x")
        .ends(2)
        .says("no group of the run has the rule `byline-x`");
    here.run("review nowhere --list").ends(2).says("nowhere");
    here.run("review in --list")
        .ends(2)
        .says("holds no records of a run");
    here.run("review tidy tidy --list")
        .ends(2)
        .says("one run at a time");
    here.run("review tidy --token short")
        .ends(2)
        .says("16 letters and digits");
    here.run("review a b --merge")
        .ends(2)
        .says("base, ours, theirs");
}

#[test]
fn a_damaged_line_is_named_and_the_rest_is_used() {
    let here = here();
    here.write(
        "decisions.jsonl",
        "{\"was\":\"rem\n{\"was\":\"removed\",\"rule\":\"autoblog-marker\",\"text\":\"source link\",\"decision\":\"keep\"}\n",
    );
    here.run("clean in -o again --quiet")
        .ends(0)
        .says("decisions.jsonl:1: not a decision");
    assert!(here.read("again/one.org/a.txt").ends_with("Source link\n"));
    let other = id_of(&here, "[ad_1]");
    here.run(&format!("review tidy --later {other}")).ends(0);
    let file = here.read("decisions.jsonl");
    assert!(
        file.ends_with("{\"was\":\"rem\n") && file.lines().count() == 3,
        "{file}"
    );
}

#[test]
fn git_merges_the_files_of_two_reviewers() {
    let line = |text: &str, decision: &str| {
        format!(
            "{{\"was\":\"removed\",\"rule\":\"a\",\"text\":\"{text}\",\"decision\":\"{decision}\"}}\n"
        )
    };
    let here = Here::with(&[
        ("base", &line("m", "keep")),
        ("ours", &(line("a", "keep") + &line("m", "keep"))),
        ("theirs", &(line("b", "remove") + &line("m", "remove"))),
        ("against", &line("a", "remove")),
    ]);
    here.run("review --merge base ours theirs").ends(0);
    let merged = line("a", "keep") + &line("b", "remove") + &line("m", "remove");
    assert_eq!(here.read("ours"), merged);
    here.run("review --merge base ours against")
        .ends(1)
        .says("“a” of a: keep or remove");
    let text = here.read("ours");
    assert!(
        text.contains("<<<<<<< ours\n") && text.contains(&line("b", "remove")),
        "{text}"
    );
}

#[test]
fn the_page_fits_into_one_file() {
    let here = Here::with(&[(
        "in/a.txt",
        "[ad_1]\nThe minister resigned </script><script>alert(1)</script> on Monday, and nobody knows who follows.\n",
    )]);
    here.run("clean in -o tidy --quiet").ends(0);
    here.run("review tidy --export page.html")
        .ends(0)
        .says("wrote page.html with");
    let page = here.read("page.html");
    assert!(page.contains("id=\"undross-data\"") && !page.contains("<script>alert(1)"));
    assert!(
        !page.contains("src=\"") && page.contains("Content-Security-Policy"),
        "it loads nothing"
    );
    here.run("review tidy --export page.html").ends(2);
    here.run("review tidy --export nowhere/page.html")
        .ends(2)
        .says("there is no folder `nowhere`");
    here.run("review tidy --export page.html --force").ends(0);
}

/// Runs git, if there is one.
fn git(here: &Here, line: &str) -> Option<bool> {
    let mut git = Command::new("git");
    git.current_dir(here.path()).args([
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.c",
        "-c",
        "init.defaultBranch=main",
    ]);
    git.args(line.split_whitespace())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    git.status().ok().map(|status| status.success())
}

#[test]
fn branches_of_two_reviewers_merge() {
    let here = here();
    if git(&here, "init") != Some(true) {
        return;
    }
    drop(Page::open(&here, ""));
    assert_eq!(here.read(".gitattributes"), "decisions.jsonl merge=union\n");
    here.write("decisions.jsonl", "");
    let step = |line: &str| assert_eq!(git(&here, line), Some(true), "git {line}");
    step("add .gitattributes decisions.jsonl");
    step("commit -m base");
    step("branch other");
    let [source, ad] = ["Source link", "[ad_1]"].map(|text| id_of(&here, text));
    here.run(&format!("review tidy --reject {source}")).ends(0);
    step("commit -am ours");
    step("checkout other");
    here.run(&format!("review tidy --later {ad}")).ends(0);
    step("commit -am theirs");
    step("merge main");
    here.run("review tidy --list")
        .ends(0)
        .prints("keep")
        .prints("later");
    assert_eq!(here.read("decisions.jsonl").lines().count(), 2);
}
