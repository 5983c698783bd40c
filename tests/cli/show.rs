//! `check`, `diff`, `explain`, `completions`, `man`, help.

use super::{CLEAN, FRAMED, Here};

#[test]
fn check_ends_with_1_where_something_would_go() {
    let here = Here::with(&[("a.txt", FRAMED), ("b.txt", CLEAN)]);
    here.run("check b.txt").ends(0);
    let ran = here.run("check a.txt b.txt");
    assert_eq!(ran.ends(1).out, "a.txt: 3 removals by autoblog-marker ×3\n");
    here.write("c.bin", [0; 100]);
    here.run("check a.txt c.bin")
        .ends(3)
        .prints("a.txt: 3 removals");
}

#[test]
fn diff_shows_rules_and_marks_what_is_likely() {
    let here = Here::with(&[("a.txt", FRAMED), ("b.txt", CLEAN)]);
    let wanted = "--- a/a.txt\n+++ b/a.txt\n\
                  @@ -1,1 +0,0 @@ autoblog-marker\n-[ad_1]\n\
                  @@ -5,1 +3,0 @@ autoblog-marker\n-[ad_2]\n\
                  @@ -6,1 +3,0 @@ autoblog-marker (likely)\n-Source link\n";
    assert_eq!(here.run("diff a.txt").ends(1).out, wanted);
    assert_eq!(here.run("diff a.txt b.txt --unified").ends(1).out, wanted);
    assert_eq!(here.run("diff b.txt").ends(0).out, "");
    here.run("diff gone.txt").ends(2);
}

#[test]
fn diff_is_json_where_asked() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let json = here.run("diff a.txt --json").ends(1).json();
    assert_eq!(json[0]["id"], "a.txt");
    assert_eq!(json[0]["hunks"][2]["strength"], "likely");
    assert_eq!(json[0]["hunks"][1]["line"], 5);
    assert_eq!(json[0]["hunks"][0]["rules"][0], "autoblog-marker");
}

#[test]
fn diff_shows_two_columns_where_asked() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let ran = here.run("diff a.txt --side-by-side --width 60 --context 1");
    ran.ends(1)
        .prints("    1 [ad_1]                    <\n")
        .prints("autoblog-marker\n");
    assert!(
        ran.out.lines().all(|line| line.chars().count() <= 60),
        "{}",
        ran.out
    );
}

#[test]
fn colour_is_for_terminals_unless_asked() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let has_colour = |line: &str, no_color: &str| {
        let output = here
            .command(line)
            .env("NO_COLOR", no_color)
            .output()
            .unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(!has_colour("diff a.txt", ""));
    assert!(has_colour("diff a.txt --color always", ""));
    assert!(has_colour("diff a.txt --color always", "1"));
    assert!(has_colour("diff a.txt --color always --side-by-side", ""));
    assert!(!has_colour("diff a.txt --color never", ""));
}

#[test]
fn diff_shows_rewrites_word_by_word() {
    let here = Here::with(&[("a.txt", "One\u{A0}word.\r\nAnother line.\r\n")]);
    let ran = here.run("diff a.txt --rewrites");
    ran.ends(0);
    if undross::normalize::PASSES.iter().any(|pass| pass.default) {
        ran.prints("rewrites of a.txt\n").prints("[-").prints("{+");
    }
}

#[test]
fn explain_names_the_rules_and_the_reasons() {
    let here = Here::with(&[("a.txt", FRAMED), ("b:7", CLEAN)]);
    let ran = here.run("explain a.txt");
    ran.ends(0).prints("looked at 5 lines and made 3 claims");
    ran.prints("a.txt:6 goes\n  | Source link\n")
        .prints("likely  goes: ");
    let one = here.run("explain a.txt:2");
    one.ends(0)
        .prints("a.txt:2 stays")
        .prints("looked, none claims it");
    here.run("explain a.txt:99")
        .ends(2)
        .says("line 99 shows nothing; the capture has 6 lines");
    here.run("explain b:7").ends(0).prints("b:7: ");
    here.run("explain gone.txt:3")
        .ends(2)
        .says("gone.txt: there is no such file");
    here.run("explain a.txt b:7")
        .ends(2)
        .says("one file at a time");
}

#[test]
fn explain_says_why_a_claim_falls() {
    let here = Here::with(&[(
        "a.txt",
        "Source\nThe minister resigned on Monday, and nobody knows who follows.\n",
    )]);
    here.run("explain a.txt:1")
        .ends(0)
        .prints("hint    stays: it stands alone");
}

#[test]
fn explain_names_the_settings_where_a_site_rule_asks() {
    let settings = "[[remove]]\nname = \"shop\"\nline = \"Visit our shop.*\"\n";
    let text = "The minister resigned on Monday, and nobody knows who follows.\nVisit our shop\n";
    let here = Here::with(&[("undross.toml", settings), ("a.txt", text)]);
    here.run("explain a.txt:2")
        .ends(0)
        .prints("a.txt:2 goes")
        .prints("goes: a [[remove]] rule of undross.toml asks for it");
}

#[test]
fn explain_takes_the_places_that_clean_prints() {
    let row = FRAMED.replace('\n', "\\n");
    let here = Here::with(&[
        (
            "a.csv",
            &format!("id,text\n1,\"{FRAMED}\"\n2,\"{FRAMED}\"\n"),
        ),
        (
            "a.jsonl",
            &format!("{{\"id\":\"x\",\"text\":\"{row}\"}}\n{{\"id\":\"y\",\"text\":\"{row}\"}}\n"),
        ),
    ]);
    for file in ["a.csv", "a.jsonl"] {
        let said = here.run(&format!("clean {file}")).ends(0).err.clone();
        let place = said.lines().find_map(|line| {
            let place = line.trim().split("  ").next()?;
            place.starts_with(file).then_some(place)
        });
        let place = place.unwrap_or_else(|| panic!("no place in {said}"));
        here.run(&format!("explain {place}"))
            .ends(0)
            .prints(&format!("{place} goes"));
    }
    here.run("explain a.csv:77:1")
        .ends(2)
        .says("there is no such capture");
}

#[test]
fn explain_takes_a_line_of_json_lines() {
    let here = Here::with(&[("a.jsonl", "{\"text\":\"x\"}\n{\"text\":\"[ad_1]\\nA.\"}\n")]);
    let ran = here.run("explain a.jsonl:2");
    ran.ends(0).prints("a.jsonl:2: ").prints("[ad_1]");
    assert!(!ran.out.contains("a.jsonl:1: "), "{}", ran.out);
}

#[test]
fn completions_are_printed_for_every_shell() {
    let here = Here::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        here.run(&format!("completions {shell}"))
            .ends(0)
            .prints("restore");
    }
    here.run("completions csh").ends(2);
}

#[test]
fn manual_pages_are_printed_and_written() {
    let here = Here::with(&[]);
    here.run("man").ends(0).prints(".TH undross 1");
    here.run("man -o man1").ends(0);
    let files = here.files("man1");
    for page in ["undross.1", "undross-clean.1", "undross-restore.1"] {
        assert!(files.iter().any(|file| file == page), "{files:?}");
    }
    assert!(
        here.read("man1/undross-clean.1")
            .contains("undross\\-clean \\- Clean captures")
    );
}

#[test]
fn help_has_examples_for_every_command() {
    let here = Here::with(&[]);
    for command in [
        "clean",
        "check",
        "diff",
        "explain",
        "rules",
        "restore",
        "config",
        "completions",
        "man",
    ] {
        here.run(&format!("{command} --help"))
            .ends(0)
            .prints("Examples:\n  undross ");
    }
}
