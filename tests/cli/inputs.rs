//! What a user is told of inputs: alike failures once, too few captures, the encoding.

use super::{FRAMED, Here};

/// Lines of JSON without the field, with so many in front that have it.
fn lines(fine: usize, bad: usize) -> String {
    let fine = (0..fine).map(|n| format!("{{\"text\":\"A quiet day, number {n}.\"}}\n"));
    let bad = (0..bad).map(|n| format!("{{\"lead\":\"A quiet day.\",\"n\":{n}}}\n"));
    fine.chain(bad).collect()
}

#[test]
fn records_that_fail_alike_are_told_once_with_their_number() {
    let here = Here::with(&[("a.jsonl", &lines(1, 300))]);
    for line in ["clean a.jsonl", "clean a.jsonl -o tidy", "check a.jsonl"] {
        let ran = here.run(line);
        ran.ends(3)
            .says("a.jsonl:2: no field `text`; name the field")
            .says("and 299 more like a.jsonl:2: no field `text`");
        assert_eq!(ran.err.matches("no field").count(), 2, "{}", ran.err);
    }
    let failures = here.read("tidy/_failures.jsonl");
    assert_eq!(failures.lines().count(), 300);
}

#[test]
fn a_run_whose_first_hundred_rows_fail_alike_is_stopped() {
    let here = Here::with(&[("a.jsonl", &lines(0, 100)), ("b.jsonl", &lines(0, 99))]);
    here.run("clean a.jsonl")
        .ends(2)
        .says("the first 100 captures all failed alike")
        .says("--field, of: lead, n");
    here.run("clean b.jsonl").ends(3).says("and 98 more like");
    here.run("clean a.jsonl --field lead").ends(0);
}

#[test]
fn files_of_their_own_that_fail_alike_do_not_stop_a_run() {
    let here = Here::with(&[("in/z.txt", FRAMED)]);
    for number in 0..120 {
        here.write(&format!("in/{number}.bin"), [0, 1, 2, 3].repeat(100));
    }
    let ran = here.run("clean in -o tidy");
    ran.ends(3).says("and 110 more like in/0.bin: binary data");
    assert!(here.path().join("tidy/z.txt").exists());
}

#[test]
fn a_run_without_captures_is_warned_of() {
    let here = Here::with(&[("in/.hidden.txt", FRAMED), ("a.json", "[]"), ("b.txt", "")]);
    for line in [
        "clean in -o tidy",
        "clean a.json",
        "check in",
        "diff a.json",
    ] {
        here.run(line).ends(0).says("warning: no capture was found");
    }
    let ran = here.run("clean b.txt");
    assert_eq!(ran.ends(0).err, "");
}

#[test]
fn fewer_captures_than_asked_for_fail_the_run() {
    let here = Here::with(&[("a.jsonl", &lines(3, 1)), ("e.json", "[]")]);
    let told = "3 captures could be read, and --min-captures asks for 4";
    for line in [
        "clean a.jsonl",
        "clean a.jsonl -o tidy --force",
        "check a.jsonl",
    ] {
        here.run(&format!("{line} --min-captures 4"))
            .ends(3)
            .says(told);
    }
    here.run("clean e.json --min-captures 1")
        .ends(3)
        .says("0 captures");
    here.run("clean e.json --min-captures 0").ends(0);
}

#[test]
fn the_encoding_that_is_named_is_used_and_recorded() {
    let here = Here::with(&[]);
    here.write("a.txt", b"\xC6\xE8\xEB\xE8-\xE1\xFB\xEB\xE8");
    here.write(
        "a.jsonl",
        b"{\"text\":\"\xC6\xE8\xEB\xE8-\xE1\xFB\xEB\xE8\"}\n",
    );
    for line in ["clean a.txt --to jsonl", "clean a.jsonl"] {
        let records = here
            .run(&format!("{line} --encoding windows-1251"))
            .ends(0)
            .json();
        assert_eq!(records[0]["text"], "Жили-были\n");
        assert_eq!(records[0]["encoding"], "windows-1251");
        assert_eq!(records[0]["encoding_from"], "chosen");
    }
    here.run("clean a.txt -o tidy --encoding cp1251").ends(0);
    assert_eq!(here.run("restore tidy/a.txt").ends(0).out, "Жили-были");
    here.run("diff a.txt --encoding utf-8").ends(0);
    here.run("explain a.txt --encoding latin1").ends(0);
}

#[test]
fn the_byte_order_is_that_of_the_mark() {
    let here = Here::with(&[]);
    let written = |text: &str, mark: [u8; 2], order: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(order);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let (text, row) = ("Жили-были\n", "{\"text\":\"Жили-были\"}\n");
    here.write("be.txt", written(text, [0xFE, 0xFF], u16::to_be_bytes));
    here.write("le.txt", written(text, [0xFF, 0xFE], u16::to_le_bytes));
    here.write("be.jsonl", written(row, [0xFE, 0xFF], u16::to_be_bytes));
    for (name, encoding) in [
        ("be.txt", "utf-16be"),
        ("le.txt", "utf-16le"),
        ("be.jsonl", "utf-16be"),
    ] {
        let line = format!("clean {name} --to jsonl --encoding utf-16");
        let records = here.run(&line).ends(0).json();
        assert_eq!(records[0]["text"], text, "{name}");
        assert_eq!(records[0]["encoding"], encoding, "{name}");
    }
}

#[test]
fn an_encoding_that_there_is_not_is_refused_with_the_nearest() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    let ran = here.run("clean a.txt --encoding widows-1251");
    ran.ends(2).says("did you mean `windows-1251`?");
    here.run("check a.txt --encoding no-such-thing-at-all")
        .ends(2)
        .says("utf-8, utf-16le");
}

#[test]
fn a_run_goes_on_in_the_same_encoding_only() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    here.run("clean a.txt -o tidy").ends(0);
    std::fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    here.run("clean a.txt -o tidy --resume --encoding latin1")
        .ends(2)
        .says("another --encoding");
}

#[test]
fn json_beside_texts_does_not_change_the_form_of_a_run() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("in/meta.json", "{\"title\": \"T\"}")]);
    here.run("clean in -o tidy")
        .ends(3)
        .says("meta.json:1: no field `text`");
    assert!(here.path().join("tidy/a.txt").exists());
    here.write("in/items.json", "[{\"body\": \"One.\"}]");
    here.run("clean in -o lines").ends(3);
    assert!(here.read("lines/part-00000.jsonl").contains("\"One.\\n\""));
}

#[test]
fn degraded_captures_are_counted() {
    let here = Here::with(&[("a.jsonl", "{\"text\":\"A \\ud83d day.\"}\n")]);
    let records = here
        .run("clean a.jsonl")
        .ends(0)
        .says("1 capture degraded")
        .json();
    assert_eq!(records[0]["status"], "degraded");
    assert_eq!(records[0]["text"], "A \u{FFFD} day.\n");
}
