//! What is packed with gzip and zstd.

use undross::corpus::Form;

use super::build::{gz, zst};
use super::{Sources, check, check_lines, check_with, reading};

const LINES: &str = "{\"text\":\"One.\",\"id\":\"1\"}\n{\"text\":\"Two.\",\"id\":\"2\"}\n";

#[test]
fn a_packed_page_keeps_its_id_and_loses_the_end_of_its_name() {
    for (name, bytes) in [("page.html.gz", gz("<p>A")), ("page.html.zst", zst("<p>A"))] {
        let sources = Sources::with(&[(name, &bytes)]);
        let got = sources.read(&[name]);
        let read = got[0].capture();
        assert_eq!(read.id, name);
        assert_eq!(read.name.as_deref(), Some("page.html".as_ref()));
        assert_eq!(read.bytes, b"<p>A");
    }
}

#[test]
fn content_tells_that_a_file_is_packed_whatever_its_name() {
    check("a.txt", &gz("A"), &["a.txt = A"]);
    check("a.html", &zst(gz("A")), &["a.html = A"]);
    check("a", &gz(LINES), &["1 = One.", "2 = Two."]);
    check("a.jsonl.zst", &zst(LINES), &["1 = One.", "2 = Two."]);
}

#[test]
fn many_members_are_read_as_one_stream() {
    let (one, two) = LINES.split_at(10);
    check(
        "a.gz",
        &[gz(one), gz(""), gz(two)].concat(),
        &["1 = One.", "2 = Two."],
    );
    let skippable = b"\x50\x2a\x4d\x18\x02\0\0\0ab";
    check(
        "a.zst",
        &[&skippable[..], &zst(one), skippable, &zst(two)].concat(),
        &["1 = One.", "2 = Two."],
    );
    check("a.txt.gz", &[gz("A"), gz("B")].concat(), &["a.txt.gz = AB"]);
}

#[test]
fn zeros_behind_the_last_member_are_padding() {
    let padded = [gz(LINES), vec![0; 1000]].concat();
    let sources = Sources::with(&[("a.jsonl.gz", &padded)]);
    let inputs = sources.inputs(&["a.jsonl.gz"]);
    check_lines(&sources.got(&inputs), &["1 = One.", "2 = Two."]);
    assert_eq!(inputs.warnings(), []);
}

#[test]
fn a_file_that_was_cut_off_is_never_silently_complete() {
    for (name, whole) in [("a.jsonl.gz", gz(LINES)), ("a.jsonl.zst", zst(LINES))] {
        let cut = &whole[..whole.len() - 6];
        let sources = Sources::with(&[(name, cut)]);
        let last = sources.read(&[name]).pop().unwrap().line();
        assert!(
            last.starts_with('!') && last.ends_with("ends early; the file was cut off"),
            "{last}"
        );
    }
    let page = gz("A page.".repeat(50));
    check(
        "a.html.gz",
        &page[..page.len() - 9],
        &[&format!(
            "a.html.gz = {} ~ gzip member 1 at byte 0 ends early; the file was cut off",
            "A page.".repeat(50)
        )],
    );
}

#[test]
fn lines_behind_a_damaged_member_are_read() {
    let mut bad = gz("{\"text\":\"Lost.\",\"id\":\"3\"}\n");
    bad[10] = 0x07;
    let all = [gz(LINES), bad, gz("{\"text\":\"Four.\",\"id\":\"4\"}\n")].concat();
    check(
        "a.jsonl.gz",
        &all,
        &[
            "1 = One.",
            "2 = Two.",
            "! a.jsonl.gz:3: gzip member 2 at byte …",
            "4 = Four.",
        ],
    );
    let mut bad = zst("{\"text\":\"Lost.\",\"id\":\"3\"}\n");
    bad[6] = 0xFF;
    let all = [zst(LINES), bad, zst("{\"text\":\"Four.\",\"id\":\"4\"}\n")].concat();
    check(
        "a.jsonl.zst",
        &all,
        &[
            "1 = One.",
            "2 = Two.",
            "! a.jsonl.zst:3: zstd frame 2 at byte …",
            "4 = Four.",
        ],
    );
}

#[test]
fn a_bomb_is_a_failure_and_the_rest_is_read() {
    let bomb = gz(vec![b'a'; 20 << 20]);
    check(
        "a.html.gz",
        &bomb,
        &["! a.html.gz: larger than 1048576 bytes; raise --max-bytes to read it"],
    );
    let mut line = b"{\"text\":\"".to_vec();
    line.extend(vec![b'a'; 5 << 20]);
    line.extend(b"\"}\n");
    line.extend(LINES.as_bytes());
    check(
        "a.jsonl.gz",
        &gz(line),
        &[
            "! a.jsonl.gz:1: larger than 1048576…",
            "1 = One.",
            "2 = Two.",
        ],
    );
}

#[test]
fn containers_inside_each_other_end_somewhere() {
    let pack = |times: usize| (0..times).fold(b"A".to_vec(), |bytes, _| gz(bytes));
    check("a.bin", &pack(4), &["a.bin = A"]);
    check(
        "a.bin",
        &pack(5),
        &["! a.bin: more than 4 containers inside each other; unpack it first"],
    );
}

#[test]
fn a_form_that_is_given_speaks_of_what_is_packed() {
    let mut reading = reading();
    reading.form = Form::JsonLines;
    check_with(&reading, "a.txt", &gz(LINES), &["1 = One.", "2 = Two."]);
    reading.form = Form::Text;
    check_with(&reading, "a.jsonl.gz", &gz("{}"), &["a.jsonl.gz = {}"]);
}
