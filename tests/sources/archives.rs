//! Tar and zip.

use super::build::{Zipped, gz, html, tar, tar_member, zip, zst};
use super::{Sources, check};

#[test]
fn members_are_captures_with_names_below_the_archive() {
    let members: &[(&str, &[u8])] = &[("d/a.html", b"<p>A."), ("b.txt", b"B.")];
    let zipped: Vec<Zipped> = members
        .iter()
        .map(|(name, bytes)| Zipped::of(name, bytes))
        .collect();
    for (name, bytes) in [
        ("x.tar", tar(members)),
        ("x.tgz", gz(tar(members))),
        ("x.tar.zst", zst(tar(members))),
        ("x", tar(members)),
        ("x.zip", zip(&zipped)),
        ("x.gz", gz(zip(&zipped))),
    ] {
        let sources = Sources::with(&[(name, &bytes)]);
        let got = sources.read(&[name]);
        let (first, second) = (got[0].capture(), got[1].capture());
        assert_eq!(first.id, format!("{name}/d/a.html"));
        assert_eq!(first.name, Some(format!("{name}/d/a.html").into()));
        assert_eq!(
            (&first.bytes[..], &second.bytes[..]),
            (&b"<p>A."[..], &b"B."[..])
        );
        assert_eq!(got.len(), 2);
    }
}

#[test]
fn members_may_be_containers_themselves() {
    let warc = html("http://a.example/", "<p>A.");
    let members: &[(&str, &[u8])] = &[("a.warc.gz", &gz(&warc)), ("b.txt.gz", &gz("B."))];
    check(
        "x.tar",
        &tar(members),
        &["http://a.example/ = <p>A.", "x.tar/b.txt.gz = B."],
    );
}

#[test]
fn names_of_members_never_leave_the_output_folder() {
    let members: &[(&str, &[u8])] = &[
        ("../../evil.html", b"1"),
        ("/etc/evil", b"2"),
        ("a", b"3"),
        ("a", b"4"),
    ];
    let sources = Sources::with(&[
        ("x.tar", &tar(members)),
        ("x.zip", &zip(&[Zipped::of("../evil.html", b"1")])),
    ]);
    let names = |file: &str| {
        let got = sources.read(&[file]);
        let names = got
            .iter()
            .map(|got| got.capture().name.clone().unwrap().display().to_string());
        names.collect::<Vec<_>>()
    };
    let wanted = [
        "x.tar/%2E%2E/%2E%2E/evil.html",
        "x.tar/etc/evil",
        "x.tar/a",
        "x.tar/a~2",
    ];
    assert_eq!(names("x.tar"), wanted);
    assert_eq!(names("x.zip"), ["x.zip/%2E%2E/evil.html"]);
}

#[test]
fn long_names_of_both_kinds_are_read() {
    let long = "d/".repeat(80) + "a.txt";
    let gnu = [
        tar_member("././@LongLink", b'L', long.as_bytes()),
        tar(&[("cut", b"A.")]),
    ]
    .concat();
    check("x.tar", &gnu, &[&format!("x.tar/{long} = A.")]);
    let field = format!("{} path={long}\n", long.len() + 10);
    let pax = [
        tar_member("x", b'x', field.as_bytes()),
        tar(&[("cut", b"A.")]),
    ]
    .concat();
    check("x.tar", &pax, &[&format!("x.tar/{long} = A.")]);
}

#[test]
fn folders_and_links_are_skipped() {
    let all = [
        tar_member("d/", b'5', b""),
        tar_member("l", b'2', b""),
        tar(&[("a", b"A.")]),
    ]
    .concat();
    check("x.tar", &all, &["x.tar/a = A."]);
    let mut link = Zipped::of("l", b"elsewhere");
    link.attributes = 0o120_777 << 16;
    check(
        "x.zip",
        &zip(&[Zipped::of("d/", b""), link, Zipped::of("a", b"A.")]),
        &["x.zip/a = A."],
    );
}

#[test]
fn members_behind_a_damaged_head_are_read() {
    let mut all = [
        tar_member("a", b'0', b"A."),
        tar_member("b", b'0', b"B."),
        tar(&[("c", b"C.")]),
    ]
    .concat();
    all[1024 + 130] ^= 7;
    check(
        "x.tar",
        &all,
        &[
            "x.tar/a = A.",
            "! x.tar: byte 1024: the head of a member is damaged",
            "x.tar/c = C.",
        ],
    );
}

#[test]
fn an_archive_that_was_cut_off_says_so() {
    let all = tar(&[("a", b"A."), ("b", b"B.")]);
    check(
        "x.tar",
        &all[..1024 + 513],
        &[
            "x.tar/a = A.",
            "! x.tar: b: ends early; the file was cut off",
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

#[test]
fn a_member_over_the_limit_is_a_failure_and_the_rest_is_read() {
    let large = vec![b'a'; 3 << 20];
    check(
        "x.tar",
        &tar(&[("a", &large), ("b", b"B.")]),
        &["! x.tar: a: larger than…", "x.tar/b = B."],
    );
    let members = [Zipped::of("a", &large), Zipped::of("b", b"B.")];
    check(
        "x.zip",
        &zip(&members),
        &["! x.zip: a: larger than…", "x.zip/b = B."],
    );
}

#[test]
fn members_that_cannot_be_read_are_told() {
    let with = |method, flags| Zipped {
        method,
        flags,
        ..Zipped::of("a", b"A.")
    };
    for (member, reason) in [
        (with(8, 1), "! x.zip: a: is encrypted; unpack it first"),
        (
            with(14, 0),
            "! x.zip: a: compression of kind 14 is not read; unpack it first",
        ),
        (with(0, 0), "x.zip/a = A."),
        (with(93, 0), "x.zip/a = A."),
    ] {
        check(
            "x.zip",
            &zip(&[member, Zipped::of("b", b"B.")]),
            &[reason, "x.zip/b = B."],
        );
    }
}

#[test]
fn a_damaged_member_is_told_and_the_next_is_read() {
    let text = "A text, and more of it. ".repeat(20);
    let mut stored = Zipped::of("a", text.as_bytes());
    stored.method = 0;
    let mut all = zip(&[stored, Zipped::of("b", b"B.")]);
    all[100] ^= 0x20;
    check(
        "x.zip",
        &all,
        &[
            "! x.zip: a: is damaged: its checksum does not fit",
            "x.zip/b = B.",
        ],
    );
}

#[test]
fn members_are_found_without_a_directory() {
    let all = zip(&[Zipped::of("a", b"A."), Zipped::of("b", b"B.")]);
    let cut = all
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    check(
        "x.zip",
        &all[..cut],
        &[
            "! x.zip: its directory is damaged or cut off…",
            "x.zip/a = A.",
            "x.zip/b = B.",
        ],
    );
}

#[test]
fn members_that_lie_over_each_other_are_no_bomb() {
    let large = vec![b'a'; 1 << 19];
    let one = zip(&[Zipped::of("a", &large)]);
    let end = one
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let entry = &one[end..one.len() - 22];
    let mut bomb = one[..end].to_vec();
    bomb.extend(entry.repeat(1000));
    bomb.extend(b"PK\x05\x06\0\0\0\0");
    bomb.extend([1000_u16.to_le_bytes(), 1000_u16.to_le_bytes()].concat());
    bomb.extend(((entry.len() * 1000) as u32).to_le_bytes());
    bomb.extend((end as u32).to_le_bytes());
    bomb.extend([0; 2]);
    let sources = Sources::with(&[("x.zip", &bomb)]);
    let got = sources.read(&["x.zip"]);
    assert!(got.len() < 200, "{}", got.len());
    assert!(got.last().unwrap().line().contains("lie over each other"));
}
