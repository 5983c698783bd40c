//! Files that were cut off anywhere: what is there is given, and never as if it were all.

use super::build::{Zipped, deflate, gz, response, tar, zip, zst};
use super::{Got, Sources, check};

/// A text long enough for more than one block, and without a period.
fn text() -> String {
    let words =
        (0..600_u32).map(|number| format!("word {} ", number.wrapping_mul(2_654_435_761) >> 20));
    words.collect()
}

/// Cuts a file at many places, and looks at what is given.
fn check_cuts(name: &str, whole: &[u8], text: &str) {
    // An empty file of records is whole.
    let first = usize::from(name.ends_with(".warc"));
    let places =
        (first..whole.len()).filter(|at| *at < 60 || at % 61 == 0 || whole.len() - at < 20);
    for at in places {
        let sources = Sources::with(&[(name, &whole[..at])]);
        let got = sources.read(&[name]);
        let captures = got.iter().filter_map(|got| match got {
            Got::Capture(read) => Some(read),
            Got::Failed { .. } => None,
        });
        let told = captures.clone().any(|read| read.damage.is_some());
        let failed = got.iter().any(|got| matches!(got, Got::Failed { .. }));
        let mut is_whole = false;
        for read in captures {
            assert!(
                text.as_bytes().starts_with(&read.bytes),
                "{name} cut at {at}"
            );
            is_whole = read.bytes.len() == text.len();
        }
        assert!(told || failed || is_whole, "{name} cut at {at}: {got:?}");
    }
}

#[test]
fn every_beginning_of_a_packed_file_gives_a_beginning_of_its_text() {
    let text = text();
    check_cuts("a.txt.gz", &gz(&text), &text);
    check_cuts("a.txt.zst", &zst(&text), &text);
    check_cuts(
        "a.tar",
        &tar(&[("a", text.as_bytes())])[..512 + text.len()],
        &text,
    );
    check_cuts("a.tgz", &gz(tar(&[("a", text.as_bytes())])), &text);
    check_cuts("a.zip", &zip(&[Zipped::of("a", text.as_bytes())]), &text);
}

#[test]
fn every_beginning_of_a_record_gives_a_beginning_of_its_text() {
    let text = text();
    let with = |head: &str, body: &[u8]| {
        response("u", &format!("Content-Type: text/html\r\n{head}"), body)
    };
    check_cuts("a.warc", &with("", text.as_bytes()), &text);
    check_cuts("a.warc.gz", &gz(with("", text.as_bytes())), &text);
    check_cuts("a.warc.zst", &zst(with("", text.as_bytes())), &text);
    check_cuts(
        "a.warc",
        &with("Content-Encoding: gzip\r\n", &gz(&text)),
        &text,
    );
    check_cuts(
        "a.warc",
        &with("Content-Encoding: deflate\r\n", &deflate(text.as_bytes())),
        &text,
    );
}

#[test]
fn most_of_a_cut_file_is_given() {
    // Only whole blocks of zstd can be read.
    let text = text().repeat(60);
    for (name, whole) in [("a.txt.gz", gz(&text)), ("a.txt.zst", zst(&text))] {
        let sources = Sources::with(&[(name, &whole[..whole.len() - 5])]);
        let got = sources.read(&[name]);
        assert!(got[0].capture().bytes.len() * 2 > text.len(), "{name}");
    }
}

#[test]
fn a_text_whose_checksum_does_not_fit_is_given_and_told() {
    let mut packed = gz("A text.");
    let end = packed.len();
    packed[end - 6] ^= 1;
    let mut framed = {
        let mut encoder = zstd::Encoder::new(Vec::new(), 3).unwrap();
        encoder.include_checksum(true).unwrap();
        std::io::Write::write_all(&mut encoder, b"A text.").unwrap();
        encoder.finish().unwrap()
    };
    let end = framed.len();
    framed[end - 1] ^= 1;
    for (name, bytes) in [("a.txt.gz", packed), ("a.txt.zst", framed)] {
        let sources = Sources::with(&[(name, &bytes)]);
        let got = sources.read(&[name]);
        let read = got[0].capture();
        assert_eq!((&read.bytes[..], got.len()), (&b"A text."[..], 1));
        let damage = read.damage.as_deref().unwrap();
        assert!(damage.contains("at byte 0 is damaged"), "{damage}");
    }
}

#[test]
fn damage_in_the_middle_costs_no_more_than_what_is_behind_it() {
    let text = text();
    let mut packed = gz(&text);
    let middle = packed.len() / 2;
    packed[middle..middle + 8].fill(0xFF);
    let sources = Sources::with(&[("a.txt.gz", &packed)]);
    let got = sources.read(&["a.txt.gz"]);
    let read = got[0].capture();
    assert!(read.bytes.len() * 3 > text.len(), "{}", read.bytes.len());
    assert!(read.damage.is_some());
}

#[test]
fn records_say_themselves_that_they_were_cut() {
    let page = super::build::html("u", "<p>One.");
    let page = String::from_utf8(page).unwrap();
    let cut = page.replacen("WARC-Type", "WARC-Truncated: length\r\nWARC-Type", 1);
    super::check(
        "a.warc",
        cut.as_bytes(),
        &["u = <p>One. ~ was cut off when it was fetched (WARC-Truncated: length)"],
    );
    let body = b"7\r\n<p>One.\r\n10\r\nTwo";
    let head = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
    let wanted = "u = <p>One.Two ~ the last chunk of the answer is missing; it was cut off";
    super::check("a.warc", &response("u", head, body), &[wanted]);
}

#[test]
fn an_archive_that_was_cut_off_says_so() {
    let all = tar(&[("a", b"A."), ("b", b"B.")]);
    check(
        "x.tar",
        &all[..1024 + 513],
        &[
            "x.tar/a = A.",
            "x.tar/b = B ~ ends early; the file was cut off",
            "! x.tar: byte 1024: ends early…",
        ],
    );
    check(
        "x.tar",
        &all[..2048],
        &[
            "x.tar/a = A.",
            "x.tar/b = B.",
            "! x.tar: byte 2048: ends early…",
        ],
    );
}
