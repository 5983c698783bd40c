//! `clean` and `restore`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use super::{CLEAN, FRAMED, Here, TIDY, json, ran, seeds};

#[test]
fn one_file_goes_to_standard_output() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let ran = here.run("clean a.txt");
    assert_eq!(ran.ends(0).out, TIDY);
    assert_eq!(ran.err, "");
}

#[test]
fn a_dash_and_a_pipe_are_standard_input() {
    let here = Here::with(&[]);
    assert_eq!(here.run_on("clean -", FRAMED).ends(0).out, TIDY);
    assert_eq!(here.run_on("clean", FRAMED).ends(0).out, TIDY);
}

#[test]
fn a_folder_gives_texts_diffs_and_records() {
    let here = Here::with(&[
        ("in/b/a.txt", FRAMED),
        ("in/c.log", CLEAN),
        ("in/.hidden", "x"),
    ]);
    let ran = here.run("clean in -o tidy");
    ran.ends(0)
        .says("2 captures, ")
        .says("3 removals")
        .says("autoblog-marker");
    ran.says("in/b/a.txt:6  autoblog-marker  Source link");
    let files = [
        "b/a.diff",
        "b/a.txt",
        "c.log.diff",
        "c.log.txt",
        "records.jsonl",
    ];
    assert_eq!(here.files("tidy"), files);
    assert_eq!(here.read("tidy/b/a.txt"), TIDY);
    assert_eq!(here.read("tidy/c.log.diff"), "");
    let records = json(&here.read("tidy/records.jsonl"));
    assert_eq!(records[0]["id"], "b/a.txt");
    assert_eq!(records[0]["removals"][2]["strength"], "likely");
    assert!(records[0].get("text").is_none());
    assert_eq!(records[1]["status"], "ok");
}

#[test]
fn the_order_of_the_output_is_that_of_the_input_on_any_number_of_threads() {
    let lines: String = (0..2000)
        .map(|n| format!("{{\"id\":{n},\"text\":\"[ad_1]\\nLine {n}.\"}}\n"))
        .collect();
    let here = Here::with(&[("a.jsonl", &lines)]);
    let one = here.run("clean a.jsonl --threads 1 --quiet");
    let four = here.run("clean a.jsonl --threads 4 --quiet");
    assert_eq!(one.ends(0).out, four.ends(0).out);
    let ids: Vec<String> = one
        .json()
        .iter()
        .map(|r| r["id"].as_str().unwrap().into())
        .collect();
    let wanted: Vec<String> = (0..2000).map(|n| n.to_string()).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn json_lines_give_records_with_text() {
    let here = Here::with(&[]);
    let lines =
        "{\"url\":\"x/1\",\"body\":\"[ad_1]\\nA line.\",\"tags\":[{}]}\n\n{\"body\":\"\"}\n";
    let args = "clean --from jsonl --field body --id-field url -";
    let records = here.run_on(args, lines).ends(0).json();
    assert_eq!(records[0]["id"], "x/1");
    assert_eq!(records[0]["text"], "A line.\n");
    assert_eq!(records[0]["encoding_from"], "given");
    assert_eq!(records[1]["id"], "stdin:3");
    let wanted = [
        "id",
        "sha256",
        "bytes",
        "page_bytes",
        "kind",
        "encoding",
        "encoding_from",
        "status",
        "title",
        "author",
        "date",
        "site",
        "language",
        "removals",
        "rewrites",
        "undross",
        "plan",
        "text",
    ];
    for key in wanted {
        assert!(records[0].get(key).is_some(), "no {key}");
    }
    let all = records[0].as_object().unwrap().keys();
    assert_eq!(
        all.filter(|key| !wanted.contains(&key.as_str()))
            .collect::<Vec<_>>(),
        ["of_site"]
    );
}

#[test]
fn json_lines_into_a_folder_are_one_file_of_records() {
    let here = Here::with(&[("a.ndjson", "{\"id\":\"1\",\"text\":\"[ad_1]\\nA line.\"}\n")]);
    here.run("clean a.ndjson -o tidy").ends(0);
    assert_eq!(here.files("tidy"), ["part-00000.jsonl"]);
    assert_eq!(
        json(&here.read("tidy/part-00000.jsonl"))[0]["text"],
        "A line.\n"
    );
    here.run("clean a.ndjson -o texts --to txt")
        .ends(2)
        .says("leave --to out");
}

#[test]
fn files_give_json_lines_where_asked() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("in/b.txt", CLEAN)]);
    let records = here.run("clean in --to jsonl").ends(0).json();
    assert_eq!(records[0]["text"], TIDY);
    assert_eq!(records[1]["id"], "b.txt");
    here.run("clean in -o tidy --to jsonl").ends(0);
    assert_eq!(here.files("tidy"), ["part-00000.jsonl"]);
}

#[test]
fn markdown_gets_no_marks_that_the_text_does_not_have() {
    let text =
        "# 1 in sales\n1. May was dry\n> so they say\n- a list item\nan <em>\n=====\n2 < 3\n";
    let here = Here::with(&[("a.txt", text)]);
    let out = here
        .run("clean a.txt --to md --rules-only autoblog-marker")
        .ends(0)
        .out
        .clone();
    for line in [
        "\\# 1 in sales",
        "1\\. May was dry",
        "\\> so they say",
        "an \\<em>",
        "\\=====",
        "2 < 3",
    ] {
        assert!(
            out.lines().any(|got| got.trim_end_matches('\\') == line),
            "no {line:?} in {out}"
        );
    }
    assert!(
        out.lines().any(|line| line.starts_with("- a list item")),
        "{out}"
    );
    here.run("clean a.txt --to md -o tidy").ends(0);
    assert_eq!(here.files("tidy"), ["a.diff", "a.md", "records.jsonl"]);
    assert!(json(&here.read("tidy/records.jsonl"))[0]["text"].is_string());
}

#[test]
fn markdown_of_a_web_page_has_the_marks_of_its_elements() {
    let page = "<!DOCTYPE html><h1>News</h1><p>It was <a href='/dry'>dry</a>.</p>";
    let off = "[rules]\noff = [\"boilerplate\"]\n";
    let here = Here::with(&[("a.html", page), ("undross.toml", off)]);
    let out = here.run("clean a.html --to md").ends(0).out.clone();
    assert_eq!(out, "# News\n\nIt was [dry](/dry).\n");
}

#[test]
fn a_used_folder_is_refused_unless_forced() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("tidy/a.txt", "mine")]);
    here.run("clean in -o tidy").ends(2).says("--force");
    assert_eq!(here.read("tidy/a.txt"), "mine");
    assert_eq!(here.files("tidy"), ["a.txt"]);
    here.run("clean in -o tidy --force").ends(0);
    assert_eq!(here.read("tidy/a.txt"), TIDY);
    here.run("clean in -o tidy").ends(2);
    here.run("clean in -o in/a.txt").ends(2);
    here.write("file", "x");
    here.run("clean in -o file")
        .ends(2)
        .says("is a file; name a folder");
}

#[test]
fn every_seed_is_restored_byte_for_byte() {
    let here = Here::with(&[]);
    let output = here.path().join("tidy");
    ran(here.command("clean -q -o tidy").arg(seeds())).ends(0);
    for entry in fs::read_dir(seeds()).unwrap() {
        let seed = entry.unwrap().path();
        let tidy = output.join(seed.file_name().unwrap());
        let restored = here.command("restore").arg(tidy).output().unwrap();
        assert!(
            restored.stdout == fs::read(&seed).unwrap(),
            "{}",
            seed.display()
        );
    }
}

#[test]
fn restore_refuses_a_text_that_was_edited() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    here.run("clean a.txt -o tidy").ends(0);
    let tidy = fs::read_to_string(here.path().join("tidy/a.txt")).unwrap();
    let swapped: String = tidy
        .chars()
        .map(|c| if c == 'e' { 'o' } else { c })
        .collect();
    for edited in [swapped, format!("{tidy}one more line\n")] {
        fs::write(here.path().join("tidy/a.txt"), edited).unwrap();
        here.run("restore tidy/a.txt")
            .ends(3)
            .says("cannot be restored");
    }
}

#[test]
fn restore_finds_the_record_by_the_path_of_the_text() {
    let here = Here::with(&[("in/b/a.log", FRAMED)]);
    here.run("clean in -o tidy -q").ends(0);
    assert_eq!(here.run("restore tidy/b/a.log.txt").ends(0).out, FRAMED);
    here.write("elsewhere.txt", here.read("tidy/b/a.log.txt"));
    here.run("restore elsewhere.txt").ends(2).says("--records");
    here.run("restore elsewhere.txt --records tidy/records.jsonl")
        .ends(2)
        .says("--id");
    let args = "restore elsewhere.txt --records tidy/records.jsonl --id b/a.log -o page.txt";
    here.run(args).ends(0);
    assert_eq!(here.read("page.txt"), FRAMED);
    here.run(args).ends(2).says("exists already");
    here.run(&format!("{args} --force")).ends(0);
    let onto =
        "restore elsewhere.txt --records tidy/records.jsonl --id b/a.log --force -o elsewhere.txt";
    here.run(onto).ends(2).says("never overwritten");
}

#[test]
fn restore_refuses_a_text_that_was_changed() {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    here.run("clean in -o tidy -q").ends(0);
    here.write("tidy/a.txt", "short");
    here.run("restore tidy/a.txt")
        .ends(3)
        .says("not the one the record was made with");
}

#[test]
fn restore_takes_records_that_hold_their_text() {
    let here = Here::with(&[(
        "a.jsonl",
        "{\"id\":1,\"text\":\"[ad_1]\\nA.\"}\n{\"id\":2,\"text\":\"B.\"}\n",
    )]);
    here.write(
        "tidy.jsonl",
        here.run("clean a.jsonl -q").ends(0).out.clone(),
    );
    let restored = here.run("restore tidy.jsonl").ends(0).json();
    assert_eq!(restored[0]["text"], "[ad_1]\nA.");
    assert_eq!(restored[1]["id"], "2");
    assert_eq!(
        here.run("restore tidy.jsonl --id 1").ends(0).out,
        "[ad_1]\nA."
    );
    here.run("restore tidy.jsonl --id 3")
        .ends(2)
        .says("no record of `3`");
}

#[test]
fn a_closed_pipe_is_success() {
    let lines: String = (0..20_000)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Line {n} of a long stream of captures.\"}}\n"))
        .collect();
    let here = Here::with(&[("a.jsonl", &lines)]);
    let mut child = here
        .command("clean a.jsonl -q")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert!(first.starts_with("{\"id\":\"0\""), "{first}");
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_with_130_and_leaves_no_torn_file() {
    let here = Here::with(&[]);
    let mut child = here
        .command("clean --from jsonl - -o tidy -q")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"{\"text\":\"A line.\"}\n").unwrap();
    while !here.path().join("tidy/_manifest.jsonl").exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::thread::sleep(std::time::Duration::from_millis(200));
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    std::thread::sleep(std::time::Duration::from_millis(200));
    let _ = input.write_all(&b"{\"text\":\"Another line.\"}\n".repeat(100_000));
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(here.files("tidy"), Vec::<String>::new());
}
