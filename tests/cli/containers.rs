//! Containers on the command line.

use std::io::Write;

use super::{FRAMED, Here, TIDY};

fn gz(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

fn record(kind: &str, block: &str) -> String {
    let length = block.len();
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a.example/\r\n\
         Content-Type: text/plain\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
    )
}

#[test]
fn a_packed_capture_gives_its_text() {
    let here = Here::with(&[]);
    here.write("a.txt.gz", gz(FRAMED));
    assert_eq!(here.run("clean a.txt.gz").ends(0).out, TIDY);
    assert_eq!(here.run_on("clean -", gz(FRAMED)).ends(0).out, TIDY);
    here.run("clean a.txt.gz -o tidy").ends(0);
    assert_eq!(here.files("tidy"), ["a.diff", "a.txt", "records.jsonl"]);
    assert_eq!(here.run("restore tidy/a.txt").ends(0).out, FRAMED);
}

#[test]
fn records_of_a_crawl_give_json_lines_and_what_is_skipped_is_counted() {
    let crawl =
        record("request", "GET") + &record("conversion", FRAMED) + &record("request", "GET");
    let here = Here::with(&[("a.warc", &crawl)]);
    let ran = here.run("clean a.warc");
    let records = ran.ends(0).says("skipped: 2 request").json();
    assert_eq!(
        (&records[0]["id"], &records[0]["text"]),
        (&"http://a.example/".into(), &TIDY.into())
    );
    let records = here.run_on("clean -", gz(&crawl)).ends(0).json();
    assert_eq!(records.len(), 1);
    let cut = &crawl[..crawl.len() - 60];
    here.run_on("clean -", cut)
        .ends(3)
        .says("standard input: record 3 at byte");
}

#[test]
fn a_pattern_in_quotation_marks_is_expanded() {
    let here = Here::with(&[
        ("in/a.txt", FRAMED),
        ("in/d/b.txt", FRAMED),
        ("in/d/c.log", FRAMED),
    ]);
    here.run("clean in/**/*.txt -o tidy -q").ends(0);
    assert_eq!(here.read("tidy/d/b.txt"), TIDY);
    assert_eq!(here.files("tidy").len(), 5);
}

#[test]
fn files_that_are_ignored_are_read_when_asked_for() {
    let here = Here::with(&[
        ("in/.gitignore", "a.txt\n"),
        ("in/a.txt", FRAMED),
        ("in/b.txt", FRAMED),
    ]);
    assert_eq!(here.run("clean in --to jsonl").ends(0).json().len(), 1);
    assert_eq!(
        here.run("clean in --to jsonl --no-ignore")
            .ends(0)
            .json()
            .len(),
        2
    );
}

#[test]
fn what_is_left_of_a_cut_file_is_given_and_the_record_says_that_it_is_not_all() {
    let here = Here::with(&[]);
    let whole = gz(FRAMED);
    here.write("a.txt.gz", &whole[..whole.len() - 4]);
    here.write("b.txt.gz", [&whole[..], b"garbage"].concat());
    here.write("c.txt", &whole[..whole.len() - 4]);
    let wrong = "gzip member 1 at byte 0 ends early; the file was cut off";
    let odd = "trailing garbage ignored: what stands from byte";
    for (name, reason) in [("a.txt.gz", wrong), ("b.txt.gz", odd), ("c.txt", wrong)] {
        let ran = here.run(&format!("clean {name}"));
        ran.ends(0).says(&format!("undross: {name}: {reason}"));
        assert_eq!(ran.out, TIDY);
        let records = here.run(&format!("clean {name} --to jsonl")).ends(0).json();
        assert_eq!(
            (&records[0]["status"], records.len()),
            (&"degraded".into(), 1)
        );
        assert!(records[0]["reason"].as_str().unwrap().starts_with(reason));
    }
    here.run("clean a.txt.gz b.txt.gz c.txt -o tidy")
        .ends(0)
        .says("3 captures degraded");
}

#[test]
fn garbage_behind_json_lines_is_a_warning() {
    let here = Here::with(&[]);
    let lines = gz("{\"id\":\"1\",\"text\":\"One sentence.\"}\n");
    here.write("a.jsonl.gz", [&lines[..], b"garbage"].concat());
    let ran = here.run("clean a.jsonl.gz");
    let records = ran
        .ends(0)
        .says("undross: a.jsonl.gz: trailing garbage ignored")
        .json();
    assert_eq!((records.len(), &records[0]["status"]), (1, &"ok".into()));
}

#[test]
fn the_name_of_a_page_tells_where_its_text_does_not() {
    let page = "<b>The path</b> by the river<br>is dry.\n";
    let here = Here::with(&[
        ("a.html", page),
        ("b.txt", page),
        ("c.html", "No markup here.\n"),
    ]);
    let kinds: Vec<String> = ["a.html", "b.txt", "c.html"]
        .iter()
        .map(|name| {
            let records = here.run(&format!("clean {name} --to jsonl")).ends(0).json();
            records[0]["kind"].to_string()
        })
        .collect();
    assert_eq!(kinds, ["\"html\"", "\"text\"", "\"text\""]);
}

#[test]
fn other_kinds_of_files_are_refused_by_name() {
    let here = Here::with(&[]);
    here.write("a.txt.xz", b"\xFD7zXZ\0\0\x04");
    here.write("b.txt", b"\xFD7zXZ\0\0\x04");
    for name in ["a.txt.xz", "b.txt"] {
        here.run(&format!("clean {name}")).ends(3).says(&format!(
            "{name}: is packed with xz, which is not read; unpack it first with `xz -d`"
        ));
    }
}
