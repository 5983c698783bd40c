//! WARC and WET.

use undross::capture::{Form as Encoding, Kind};

use super::build::{deflate, gz, html, record, response, zst};
use super::{Sources, check};

fn three() -> [Vec<u8>; 3] {
    [
        html("http://a.example/", "<p>One."),
        html("http://b.example/", "<p>Two."),
        html("http://c.example/", "<p>Three."),
    ]
}

const ONE: &str = "http://a.example/ = <p>One.";
const TWO: &str = "http://b.example/ = <p>Two.";
const THREE: &str = "http://c.example/ = <p>Three.";

#[test]
fn answers_are_captures_named_by_their_address() {
    let plain = three().concat();
    for (name, bytes) in [
        ("a.warc", plain.clone()),
        ("a", plain.clone()),
        ("a.warc.gz", three().map(gz).concat()),
        ("a.warc.gz", gz(&plain)),
        ("a.warc.zst", three().map(zst).concat()),
    ] {
        check(name, &bytes, &[ONE, TWO, THREE]);
    }
    let sources = Sources::with(&[("a.warc", &plain)]);
    let got = sources.read(&["a.warc"]);
    let read = got[0].capture();
    assert_eq!((read.kind, &read.name), (Kind::Html, &None));
    assert_eq!(read.form, Encoding::Encoded(Some("utf-8".to_owned())));
}

#[test]
fn what_is_no_text_is_skipped_and_counted() {
    let all = [
        record("warcinfo", "", "software: x"),
        record("request", "", "GET / HTTP/1.1\r\n\r\n"),
        record("revisit", "", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        response(
            "http://x.example/i.png",
            "Content-Type: image/png\r\n",
            b"\x89PNG\r\n",
        ),
        three()[0].clone(),
        record("metadata", "", "x: y"),
        response("http://x.example/e", "Content-Type: text/html\r\n", ""),
    ];
    let sources = Sources::with(&[("a.warc", &all.concat())]);
    let inputs = sources.inputs(&["a.warc"]);
    assert_eq!(sources.got(&inputs).len(), 1);
    let skipped = inputs
        .skipped()
        .into_iter()
        .map(|(kind, count)| format!("{count} {kind}"));
    let skipped: Vec<String> = skipped.collect();
    assert_eq!(
        skipped,
        [
            "1 empty",
            "1 image/png",
            "1 metadata",
            "1 request",
            "1 revisit",
            "1 warcinfo"
        ]
    );
}

#[test]
fn wet_records_and_resources_are_read_by_their_type() {
    let wet = record(
        "conversion",
        "WARC-Target-URI: u1\r\nContent-Type: text/plain\r\n",
        "Plain.",
    );
    let page = record(
        "resource",
        "WARC-Record-ID: <urn:2>\r\ncontent-type: text/html;\r\n charset=\"koi8-r\"\r\n",
        "<p>",
    );
    let sources = Sources::with(&[("a.wet", &[wet, page].concat())]);
    let got = sources.read(&["a.wet"]);
    let (wet, page) = (got[0].capture(), got[1].capture());
    assert_eq!((wet.id.as_str(), wet.kind), ("u1", Kind::Text));
    assert_eq!(wet.form, Encoding::Encoded(Some("utf-8".to_owned())));
    assert_eq!((page.id.as_str(), page.kind), ("urn:2", Kind::Html));
    assert_eq!(page.form, Encoding::Encoded(Some("koi8-r".to_owned())));
}

#[test]
fn bodies_are_taken_out_of_chunks_and_unpacked() {
    let zlib = {
        let mut sum = (1_u32, 0_u32);
        for byte in b"<p>A." {
            sum.0 = (sum.0 + u32::from(*byte)) % 65521;
            sum.1 = (sum.1 + sum.0) % 65521;
        }
        [
            &b"\x78\x9c"[..],
            &deflate(b"<p>A."),
            &(sum.1 << 16 | sum.0).to_be_bytes(),
        ]
        .concat()
    };
    let brotli = b"\x0b\x02\x80<p>A.\x03";
    let chunked = b"3;x=y\r\n<p>\r\n2\r\nA.\r\n0\r\n\r\n";
    for (head, body) in [
        ("Content-Encoding: gzip\r\n", gz("<p>A.")),
        ("Content-Encoding: GZIP\r\n", b"<p>A.".to_vec()),
        ("Content-Encoding: zstd\r\n", zst("<p>A.")),
        ("Content-Encoding: deflate\r\n", deflate(b"<p>A.")),
        ("Content-Encoding: deflate\r\n", zlib),
        ("Content-Encoding: br\r\n", brotli.to_vec()),
        ("Content-Encoding: br\r\n", b"<p>A.".to_vec()),
        ("Transfer-Encoding: chunked\r\n", chunked.to_vec()),
        ("Transfer-Encoding: chunked\r\n", b"<p>A.".to_vec()),
        ("Content-Encoding: identity\r\n", b"<p>A.".to_vec()),
    ] {
        let head = format!("Content-Type: text/html\r\n{head}");
        check("a.warc", &response("u", &head, body), &["u = <p>A."]);
    }
}

#[test]
fn a_body_that_unpacks_to_too_much_is_a_failure() {
    let body = gz(vec![b'a'; 2 << 20]);
    let bomb = response(
        "u",
        "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
        body,
    );
    let all = [bomb, three()[0].clone()].concat();
    check(
        "a.warc",
        &all,
        &["! a.warc: record 1 at byte 0: larger than 1048576…", ONE],
    );
}

#[test]
fn a_record_over_the_limit_is_a_failure_and_the_rest_is_read() {
    let all = [html("u", &"a".repeat(3 << 20)), three()[0].clone()].concat();
    check(
        "a.warc",
        &all,
        &["! a.warc: record 1 at byte 0: larger than 1048576…", ONE],
    );
    check(
        "a.warc.gz",
        &gz(all),
        &["! a.warc.gz: record 1 at byte 0: larger than 1048576…", ONE],
    );
}

#[test]
fn records_behind_a_damaged_member_are_read() {
    let mut members = three().map(gz);
    members[1][10] = 0x07;
    let (record, member) = (three()[0].len(), members[0].len());
    let told = format!(
        "! a.warc.gz: record 2 at byte {record}: gzip member 2 at byte {member} is damaged…"
    );
    check("a.warc.gz", &members.concat(), &[ONE, &told, THREE]);
}

#[test]
fn a_member_whose_checksum_is_wrong_is_given_and_told() {
    let mut members = three().map(gz);
    let end = members[1].len();
    members[1][end - 6] ^= 1;
    check(
        "a.warc.gz",
        &members.concat(),
        &[
            ONE,
            "http://b.example/ = <p>Two. ~ gzip member 2 at byte…",
            THREE,
        ],
    );
}

#[test]
fn a_length_that_does_not_fit_is_told_and_what_is_there_is_read() {
    for wrong in [3, 70, 100, 1000, 10_000_000_000_u64] {
        let mut all = three();
        let text = String::from_utf8(all[1].clone()).unwrap();
        let right = text
            .split("Content-Length: ")
            .nth(1)
            .unwrap()
            .split('\r')
            .next()
            .unwrap();
        all[1] = text
            .replacen(&format!("Length: {right}"), &format!("Length: {wrong}"), 1)
            .into_bytes();
        let sources = Sources::with(&[("a.warc", &all.concat())]);
        let got: Vec<String> = sources
            .read(&["a.warc"])
            .iter()
            .map(super::Got::line)
            .collect();
        assert_eq!(
            (got.first().unwrap().as_str(), got.last().unwrap().as_str()),
            (ONE, THREE),
            "{wrong}: {got:?}"
        );
        assert!(
            got.iter()
                .any(|line| line.contains("its Content-Length of")),
            "{wrong}: {got:?}"
        );
        let read = got.iter().any(|line| line.starts_with(TWO));
        assert_eq!(read, wrong < 1 << 20, "{wrong}: {got:?}");
    }
}

#[test]
fn a_file_that_was_cut_off_says_so() {
    let all = three().concat();
    check(
        "a.warc",
        &all[..all.len() - 10],
        &[
            ONE,
            TWO,
            "http://c.example/ = <p> ~ ends early; the file was cut off",
        ],
    );
    let packed = three().map(gz).concat();
    check(
        "a.warc.gz",
        &packed[..packed.len() - 10],
        &[ONE, TWO, "http://c.example/ = <p>…"],
    );
}

#[test]
fn what_is_no_record_is_told_once() {
    let [one, two, _] = three();
    let all = [
        one,
        b"WARC/1.0\r\nnothing here\r\n\r\nand more\r\n".to_vec(),
        two,
    ]
    .concat();
    check("a.warc", &all, &[ONE, "! a.warc: record 2 at byte …", TWO]);
    check(
        "a.warc",
        b"no record at all",
        &["! a.warc: record 1 at byte 0: no record begins here"],
    );
}
