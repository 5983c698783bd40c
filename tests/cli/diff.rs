//! `diff`: its forms, its groups, its pager.

use std::process::Command;

use super::{CLEAN, FRAMED, Here, Ran, ran};

/// A capture that loses a part of a line, which holds a control.
const CUT: &str = "She had read on http://www.example.org/comet-returns.html#ixzz4uZCtRvE9 \x1Bthat the comet would return.\n";

#[test]
fn a_form_is_chosen_once() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    for both in [
        "--json --unified",
        "--format json --json",
        "--format html --side-by-side",
    ] {
        here.run(&format!("diff a.txt {both}"))
            .ends(2)
            .says("cannot be used with");
    }
    for (short, long) in [
        ("--unified", "unified"),
        ("--json", "json"),
        ("--side-by-side", "side-by-side"),
    ] {
        let short = here.run(&format!("diff a.txt {short}"));
        let long = here.run(&format!("diff a.txt --format {long}"));
        assert_eq!(short.ends(1).out, long.ends(1).out);
    }
}

#[test]
fn choices_that_do_not_go_together_are_refused() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    for (line, wanted) in [
        ("--width 80", "`--width` goes with `--side-by-side`"),
        (
            "--json --context 1",
            "`--context` goes with `--side-by-side`",
        ),
        ("--format html --rewrites", "`--rewrites` goes with"),
        ("--format sarif --group", "`--group` does not go with"),
        ("--group --rewrites", "cannot be used with"),
    ] {
        let ran = here.run(&format!("diff a.txt {line}"));
        assert_eq!(ran.ends(2).says(wanted).out, "");
    }
}

#[test]
fn colour_marks_exactly_the_part_of_a_line_that_goes() {
    let here = Here::with(&[("a.txt", CUT)]);
    let unified = here.run("diff a.txt --color always");
    unified
        .ends(1)
        .prints("comet-returns.html\x1B[0m\x1B[7;31m#ixzz4uZCtRvE9\x1B[0m\x1B[31m ␣that");
    let columns = here.run("diff a.txt --color always --side-by-side --width 300");
    columns.prints("comet-returns.html\x1B[0m\x1B[7;31m#ixzz4uZCtRvE9\x1B[0m\x1B[31m ␣that");
    let whole = here.run("diff a.txt");
    whole.prints(
        "-She had read on http://www.example.org/comet-returns.html#ixzz4uZCtRvE9 \x1Bthat",
    );
    here.write("b.txt", FRAMED);
    let lines = here.run("diff b.txt --color always");
    assert!(
        !lines.out.contains("\x1B[7"),
        "a line that goes as a whole: {}",
        lines.out
    );
}

#[test]
fn json_tells_which_bytes_of_the_lines_go() {
    let here = Here::with(&[("a.txt", CUT)]);
    let json = here.run("diff a.txt --json").ends(1).json();
    let hunk = &json[0]["hunks"][0];
    let (start, end) = (&hunk["gone"][0][0], &hunk["gone"][0][1]);
    let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
    let gone = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
    assert_eq!(&hunk["old"].as_str().unwrap()[gone], "#ixzz4uZCtRvE9");
}

/// Three captures, two of which are framed, one twice.
fn framed() -> Here {
    Here::with(&[
        ("in/a.txt", FRAMED),
        ("in/b.txt", CLEAN),
        ("in/c.txt", FRAMED),
    ])
}

#[test]
fn a_group_is_shown_once_with_its_captures() {
    let here = framed();
    let wanted = "@@ autoblog-marker (likely) @@ 2 copies in 2 captures: a.txt:6, c.txt:6\n-Source link\n\
                  @@ autoblog-marker @@ 4 copies in 2 captures: a.txt:1, c.txt:1\n-[ad_1]\n";
    assert_eq!(here.run("diff in --group").ends(1).out, wanted);
    assert_eq!(here.run("diff in --group -j 1").ends(1).out, wanted);
    let json = here.run("diff in --group --json").ends(1).json();
    assert_eq!(json.len(), 2);
    assert_eq!(json[1]["copies"], 4);
    assert_eq!(json[1]["captures"], 2);
    assert_eq!(json[1]["first"][1]["id"], "c.txt");
    assert_eq!(json[0]["strength"], "likely");
    here.run("diff in --group --side-by-side --width 80")
        .ends(1)
        .prints("likely, 2 copies in 2 captures: a.txt:6, c.txt:6\n");
    here.run("diff in --group --format html")
        .ends(1)
        .prints("4 copies in 2 captures: a.txt:1, c.txt:1");
    assert_eq!(here.run("diff in/b.txt --group").ends(0).out, "");
}

#[test]
fn the_page_is_whole_and_needs_nothing_beside_itself() {
    let here = framed();
    let page = here.run("diff in --format html").ends(1).out.clone();
    for wanted in [
        "<!doctype html>",
        "width=device-width",
        "prefers-color-scheme",
        "line 6",
        "likely",
    ] {
        assert!(page.contains(wanted), "no {wanted}: {page}");
    }
    assert!(
        page.ends_with("</html>\n") && page.contains("<del>Source link\n</del>"),
        "{page}"
    );
    for foreign in ["<script", "http", "url(", "src=", "<link", "@import"] {
        assert!(!page.contains(foreign), "{foreign}: {page}");
    }
    here.run("diff in/b.txt --format html")
        .ends(0)
        .prints("<p>Nothing.</p>\n</html>\n");
}

#[test]
fn sarif_is_one_log_of_all_captures() {
    let here = framed();
    for threads in ["", "-j 1"] {
        let ran = here.run(&format!("diff in --format sarif {threads}"));
        let log: serde_json::Value = serde_json::from_str(&ran.ends(1).out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), 6);
        let last = &results[5]["locations"][0]["physicalLocation"]["artifactLocation"];
        assert_eq!(last["uri"], "in/c.txt");
    }
    let none = here.run("diff in/b.txt --format sarif");
    let log: serde_json::Value = serde_json::from_str(&none.ends(0).out).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 0);
}

#[test]
fn annotations_name_files_as_the_user_does() {
    let here = framed();
    here.run("diff in --format github")
        .ends(1)
        .prints("::notice file=in/a.txt,line=1,endLine=1,title=autoblog-marker::[ad_1]\n")
        .prints("::warning file=in/c.txt,line=6,endLine=6,title=autoblog-marker::Source link\n");
}

#[test]
fn git_takes_the_diff_back() {
    let here = Here::with(&[("a.txt", FRAMED), ("c.txt", CUT)]);
    let diff = here.run("diff a.txt c.txt").ends(1).out.clone();
    here.write("all.diff", &diff);
    let apply = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(here.path())
            .arg("apply")
            .arg("--unidiff-zero");
        git.args(arguments).arg("all.diff");
        git.output().unwrap()
    };
    assert!(apply(&[]).status.success(), "{diff}");
    assert!(!here.read("a.txt").contains("[ad_1]"));
    assert!(apply(&["-R"]).status.success(), "{diff}");
    assert_eq!(here.read("a.txt"), FRAMED);
    assert_eq!(here.read("c.txt"), CUT);
}

/// Runs `diff` on a terminal of its own, where the machine has `script` to make one.
#[cfg(target_os = "linux")]
fn on_terminal(here: &Here, line: &str, variables: &[(&str, &str)]) -> Ran {
    let command = format!("{} {line}", env!("CARGO_BIN_EXE_undross"));
    let mut script = Command::new("script");
    script
        .current_dir(here.path())
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .env_remove("NO_COLOR")
        .env_remove("PAGER")
        .env_remove("UNDROSS_PAGER")
        .envs(variables.iter().copied())
        .stdin(std::process::Stdio::null());
    ran(&mut script)
}

#[cfg(target_os = "linux")]
#[test]
fn a_pager_shows_the_diff_on_a_terminal() {
    let here = Here::with(&[("a.txt", FRAMED), ("b.txt", CLEAN)]);
    let upper = ("UNDROSS_PAGER", "sed s/Source/PAGED/");
    on_terminal(&here, "diff a.txt", &[upper, ("PAGER", "false")])
        .ends(1)
        .prints("PAGED link")
        .prints("\x1B[31m");
    on_terminal(&here, "diff a.txt", &[("PAGER", "sed s/Source/PAGED/")])
        .ends(1)
        .prints("PAGED link");
    let own = on_terminal(&here, "diff a.txt --no-pager", &[upper]);
    assert!(own.ends(1).out.contains("Source link"), "{}", own.out);
    let plain = on_terminal(&here, "diff a.txt", &[upper, ("NO_COLOR", "1")]);
    assert!(!plain.ends(1).out.contains('\x1B'), "{}", plain.out);
    on_terminal(&here, "diff b.txt", &[upper]).ends(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pager_that_quits_early_or_is_not_there_hurts_nothing() {
    let here = Here::with(&[("b.txt", CLEAN)]);
    for number in 0..100 {
        here.write(&format!("in/{number}.txt"), FRAMED.repeat(20));
    }
    let quits = on_terminal(&here, "diff in", &[("UNDROSS_PAGER", "true")]);
    assert_eq!(quits.ends(1).out, "");
    let gone = on_terminal(
        &here,
        "diff in/1.txt",
        &[("UNDROSS_PAGER", "no-such-pager -x")],
    );
    gone.ends(1)
        .prints("undross: pager `no-such-pager`: ")
        .prints("Source link");
}
