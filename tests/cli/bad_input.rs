//! Bad input: each has a clear message, and the rest of the run goes on.

use std::process::{Command, Stdio};

use super::{CLEAN, FRAMED, Here, TIDY, finished, json, ran};

#[test]
fn an_empty_file_gives_an_empty_text() {
    let here = Here::with(&[("a.txt", "")]);
    assert_eq!(here.run("clean a.txt").ends(0).out, "");
    here.run("clean a.txt -o tidy").ends(0);
    assert_eq!(here.read("tidy/a.txt"), "");
}

#[test]
fn an_input_that_is_not_there_is_refused_before_anything_is_written() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    for line in [
        "clean gone.txt",
        "check gone.txt",
        "diff gone.txt",
        "explain gone.txt",
    ] {
        here.run(line)
            .ends(2)
            .says("gone.txt: there is no such file");
    }
    here.run("clean a.txt gone -o tidy").ends(2).says("gone: ");
    here.run("clean a.txt in/*.html -o tidy")
        .ends(2)
        .says("no file matches");
    assert!(!here.path().join("tidy").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_vanishes_midway_is_listed_and_the_rest_is_done() {
    let here = Here::with(&[("b.txt", CLEAN), ("c.txt", FRAMED)]);
    let pipe = here.path().join("a.txt");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let child = here
        .command("clean a.txt b.txt c.txt -o tidy --threads 1")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while !here.path().join("tidy/.").exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::fs::remove_file(here.path().join("b.txt")).unwrap();
    std::fs::write(pipe, FRAMED).unwrap();
    finished(child.wait_with_output().unwrap())
        .ends(3)
        .says("b.txt: there is no such file");
    assert_eq!(here.read("tidy/a.txt"), TIDY);
    assert_eq!(here.read("tidy/c.txt"), TIDY);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_listed_and_the_rest_is_done() {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    std::os::unix::fs::symlink("nowhere", here.path().join("in/dangling.txt")).unwrap();
    std::os::unix::fs::symlink("loop.txt", here.path().join("in/loop.txt")).unwrap();
    here.run("clean in -o tidy")
        .ends(3)
        .says("in/dangling.txt: ")
        .says("in/loop.txt: ");
    assert_eq!(here.read("tidy/a.txt"), TIDY);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_listed() {
    use std::os::unix::fs::PermissionsExt;
    let here = Here::with(&[("a.txt", FRAMED)]);
    let path = here.path().join("a.txt");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything: there is nothing to test then.
    if std::fs::read(&path).is_err() {
        here.run("clean a.txt")
            .ends(3)
            .says("a.txt: access is denied");
    }
}

#[test]
fn a_folder_where_a_file_is_expected_is_refused() {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    here.run("clean in").ends(2).says("give a folder with -o");
    here.run("explain in").ends(2).says("`in` is a folder");
    here.run("restore in --records in")
        .ends(2)
        .says("is a folder where a file is expected");
    here.run("clean --config in in/a.txt")
        .ends(2)
        .says("is a folder where a file is expected");
}

#[test]
fn binary_data_fails_with_its_reason_and_a_record() {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    here.write(
        "in/b.bin",
        (0..4096_u32)
            .map(|n| (n * 7 % 27) as u8)
            .collect::<Vec<_>>(),
    );
    here.write("in/c.txt", [0; 100]);
    here.run("clean in/b.bin")
        .ends(3)
        .says("in/b.bin: binary data");
    here.run("clean in -o tidy")
        .ends(3)
        .says("2 captures failed");
    let files = ["_failures.jsonl", "a.diff", "a.txt", "records.jsonl"];
    assert_eq!(here.files("tidy"), files);
    let records = json(&here.read("tidy/records.jsonl"));
    assert_eq!(records[1]["status"], "failed");
    assert_eq!(records[1]["bytes"], 4096);
}

#[test]
fn single_nuls_do_no_harm() {
    let here = Here::with(&[("a.txt", "A line\0 with a hole.\n")]);
    here.run("clean a.txt").ends(0).prints("A line");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_unicode_are_kept_and_have_ids_of_their_own() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let here = Here::with(&[("in/a.txt", CLEAN)]);
    for name in [b"caf\xE9.txt", b"caf\xE8.txt"] {
        std::fs::write(here.path().join("in").join(OsStr::from_bytes(name)), FRAMED).unwrap();
    }
    here.run("clean in -o tidy").ends(0);
    let tidy = here
        .path()
        .join("tidy")
        .join(OsStr::from_bytes(b"caf\xE9.txt"));
    assert_eq!(std::fs::read_to_string(&tidy).unwrap(), TIDY);
    let records = json(&here.read("tidy/records.jsonl"));
    assert_ne!(records[1]["id"], records[2]["id"]);
    assert_eq!(ran(here.command("restore").arg(tidy)).ends(0).out, FRAMED);
}

#[test]
fn two_inputs_that_would_share_a_name_are_refused_before_anything_is_written() {
    let here = Here::with(&[("in/a", CLEAN), ("in/a.txt", CLEAN), ("in/0.txt", CLEAN)]);
    let both = "would both be written to";
    here.run("clean in -o tidy")
        .ends(2)
        .says(both)
        .says("in/a.txt");
    here.run("clean in/a in/a.txt -o tidy").ends(2).says(both);
    here.run("clean in/a.txt in/0.txt -o tidy").ends(0);
    assert_eq!(here.run("clean in --to jsonl").ends(0).json().len(), 3);
}

#[test]
fn two_inputs_with_one_name_in_two_folders_stay_apart() {
    let here = Here::with(&[("x/a.txt", FRAMED), ("y/a.txt", CLEAN)]);
    here.run("clean x/a.txt y/a.txt -o tidy").ends(0);
    assert_eq!(here.read("tidy/x/a.txt"), TIDY);
    assert_eq!(here.read("tidy/y/a.txt"), CLEAN);
}

#[test]
fn an_input_given_twice_is_refused() {
    let here = Here::with(&[("in/a.txt", CLEAN)]);
    here.run("clean in/a.txt ./in/a.txt -o tidy")
        .ends(2)
        .says("is given twice");
    here.run("clean in in/a.txt -o tidy")
        .ends(2)
        .says("is given twice");
    here.run_on("clean - - -o tidy", "")
        .ends(2)
        .says("is given twice");
}

#[test]
fn an_output_folder_inside_the_input_is_not_read() {
    let here = Here::with(&[("in/a.txt", CLEAN)]);
    here.run("clean in -o in/tidy")
        .ends(0)
        .says("lies in the input `in`");
    here.run("clean in -o in/tidy --force").ends(0);
    assert_eq!(here.files("in/tidy"), ["a.diff", "a.txt", "records.jsonl"]);
}

#[test]
fn an_output_folder_that_is_or_holds_the_input_is_refused() {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    for line in [
        "clean in -o in",
        "clean in -o .",
        "clean in/a.txt -o in --force",
    ] {
        here.run(line).ends(2).says("sources are never overwritten");
    }
    assert_eq!(here.read("in/a.txt"), FRAMED);
}

#[test]
fn a_capture_over_the_limit_fails_and_the_rest_is_done() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("in/b.txt", CLEAN)]);
    here.run("clean in -o tidy --max-bytes 100")
        .ends(3)
        .says("in/a.txt: larger than 100 bytes");
    assert_eq!(here.read("tidy/b.txt"), CLEAN);
    here.run_on("clean - --max-bytes 100", FRAMED)
        .ends(3)
        .says("--max-bytes");
    let lines = format!(
        "{{\"text\":\"{}\"}}\n{{\"text\":\"B.\"}}\n",
        "a".repeat(200)
    );
    let ran = here.run_on("clean --from jsonl - --max-bytes 100", lines);
    assert_eq!(
        ran.ends(3).says("standard input:1: larger").json()[1]["text"],
        "B.\n"
    );
    here.run("clean in --max-bytes lots").ends(2).says("256 MB");
}

#[test]
fn a_bad_line_of_json_is_reported_with_its_number_and_the_rest_is_done() {
    check_line(
        "{\"text\": 1}",
        "a.jsonl:2: field `text` is a number, not a text",
    );
    check_line("{\"text\": null}", "field `text` is null, not a text");
    check_line("{\"text\": }", "a.jsonl:2: not a JSON object at column 10");
    check_line(
        "{\"text\":\"cut off",
        "a.jsonl:2: not a JSON object at column 16: EOF",
    );
    check_line("[]", "a.jsonl:2: not a JSON object");
    check_line(
        "{\"body\":\"\",\"id\":1}",
        "a.jsonl:2: no field `text`; name the field",
    );
    check_line("{\"text\":\"x\"} {}", "a.jsonl:2: not a JSON object");
}

#[track_caller]
fn check_line(line: &str, message: &str) {
    let text = format!("\u{FEFF}{{\"text\":\"A.\"}}\n{line}\n{{\"text\":\"C.\"}}\n");
    let here = Here::with(&[("a.jsonl", &text)]);
    let ran = here.run("clean a.jsonl");
    let records = ran.ends(3).says(message).json();
    assert_eq!(records[0]["text"], "A.\n");
    assert_eq!(
        (&records[1]["id"], &records[1]["status"]),
        (&"a.jsonl:2".into(), &"failed".into())
    );
    assert_eq!(records[2]["text"], "C.\n");
}

#[test]
fn arguments_that_do_not_fit_are_refused() {
    let here = Here::with(&[("a.txt", CLEAN), ("b.txt", CLEAN)]);
    here.run("").ends(2);
    here.run("clean a.txt --threads 0").ends(2);
    here.run("clean a.txt b.txt")
        .ends(2)
        .says("give a folder with -o");
    here.run("clean a.txt --force").ends(2).says("--out");
    here.run("diff a.txt --json --unified").ends(2);
    here.run("clean a.txt --rules-off autoblog-markers")
        .ends(2)
        .says("did you mean `autoblog-marker`?");
}
