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
fn a_long_name_whose_short_form_looks_like_a_folder_is_read() {
    let long = "123/".repeat(30) + "f.txt";
    let short = &long[..100];
    let field = format!("{} path={long}\n", long.len() + 10);
    for before in [
        tar_member("././@LongLink", b'L', long.as_bytes()),
        tar_member("x", b'x', field.as_bytes()),
        tar_member("x", b'X', field.as_bytes()),
        [
            tar_member("././@LongLink", b'L', long.as_bytes()),
            tar_member("././@LongLink", b'K', b"elsewhere"),
        ]
        .concat(),
    ] {
        let all = [before, tar(&[(short, b"A.")])].concat();
        check("x.tar", &all, &[&format!("x.tar/{long} = A.")]);
    }
    check(
        "x.tar",
        &tar(&[("d/", b""), ("e/", b"A.")]),
        &["x.tar/e = A."],
    );
}

#[test]
fn heads_of_old_programs_are_read() {
    let mut head = tar_member("caf\u{E9}.txt", b'0', b"A.");
    head[148..156].fill(b' ');
    let signed: i64 = head[..512]
        .iter()
        .map(|byte| i64::from(byte.cast_signed()))
        .sum();
    head[148..155].copy_from_slice(format!("{signed:06o}\0").as_bytes());
    head.extend([0; 1024]);
    check("x.tar", &head, &["x.tar/café.txt = A."]);
    let mut unmarked = tar(&[("a", b"A."), ("b", b"B.")]);
    for head in [0, 1024] {
        unmarked[head + 156] = 0;
        unmarked[head + 257..head + 265].fill(0);
        unmarked[head + 148..head + 156].fill(b' ');
        let sum: u32 = unmarked[head..head + 512]
            .iter()
            .map(|byte| u32::from(*byte))
            .sum();
        unmarked[head + 148..head + 155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    }
    check("x", &unmarked, &["x/a = A.", "x/b = B."]);
}

#[test]
fn sparse_files_and_parts_of_files_are_named_as_not_read() {
    let fields =
        "22 GNU.sparse.major=1\n25 GNU.sparse.name=a.txt\n34 path=./GNUSparseFile.123/a.txt\n";
    let new = [
        tar_member("x", b'x', fields.as_bytes()),
        tar_member("GNUSparseFile.123/a.txt", b'0', b"1\n0\n2\nA."),
        tar(&[("b", b"B.")]),
    ];
    let not_read = "! x.tar: a.txt: is a sparse file, which is not read; unpack it first";
    check("x.tar", &new.concat(), &[not_read, "x.tar/b = B."]);
    let mut old = tar_member("a.txt", b'S', b"A.");
    let map = [
        vec![b'0'; 504],
        vec![1],
        vec![0; 7],
        vec![b'0'; 504],
        vec![0; 8],
    ]
    .concat();
    old[482] = 1;
    old[148..156].fill(b' ');
    let sum: u32 = old[..512].iter().map(|byte| u32::from(*byte)).sum();
    old[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    let old = [&old[..512], &map, &old[512..], &tar(&[("b", b"B.")])].concat();
    check("x.tar", &old, &[not_read, "x.tar/b = B."]);
    let rest = [tar_member("a.txt", b'M', b"A."), tar(&[("b", b"B.")])].concat();
    check(
        "x.tar",
        &rest,
        &["! x.tar: a.txt: is the rest of a file…", "x.tar/b = B."],
    );
}

#[test]
fn what_a_mac_adds_is_counted_and_no_capture() {
    let members: &[(&str, &[u8])] = &[
        ("__MACOSX/d/._a.txt", b"\0\x05\x16\x07"),
        ("d/._a.txt", b"\0\x05\x16\x07"),
        ("d/.DS_Store", b"\0\0\0\x01Bud1"),
        ("d/a.txt", b"A."),
        ("d/_b", b"B."),
    ];
    let zipped: Vec<Zipped> = members
        .iter()
        .map(|(name, bytes)| Zipped::of(name, bytes))
        .collect();
    for (name, bytes) in [("x.tar", tar(members)), ("x.zip", zip(&zipped))] {
        let sources = Sources::with(&[(name, &bytes)]);
        let inputs = sources.inputs(&[name]);
        let captures = [format!("{name}/d/a.txt = A."), format!("{name}/d/_b = B.")];
        let got: Vec<String> = sources.got(&inputs).iter().map(super::Got::line).collect();
        assert_eq!(got, captures);
        assert_eq!(inputs.skipped().into_values().collect::<Vec<_>>(), [3]);
    }
}

#[test]
fn names_of_zip_members_are_read_in_their_letters() {
    let named = |name: &[u8], flags| {
        let stand_in = "x".repeat(name.len());
        let mut member = Zipped::of(&stand_in, b"A.");
        member.flags = flags;
        let mut all = zip(&[member]);
        let places: Vec<usize> = memchr::memmem::find_iter(&all, stand_in.as_bytes()).collect();
        for at in places {
            all[at..at + name.len()].copy_from_slice(name);
        }
        all
    };
    for (name, flags, read) in [
        (&b"brosch\x81re.txt"[..], 0, "broschüre.txt"),
        (b"na\x8Bvet\x82", 0, "naïveté"),
        ("broschüre".as_bytes(), 0, "broschüre"),
        ("broschüre".as_bytes(), 0x800, "broschüre"),
        ("作品".as_bytes(), 0, "作品"),
        (b"a\x81", 0x800, "a%81"),
    ] {
        let all = named(name, flags);
        check("x.zip", &all, &[&format!("x.zip/{read} = A.")]);
        let end = all
            .windows(4)
            .position(|bytes| bytes == b"PK\x01\x02")
            .unwrap();
        let wanted = [
            "! x.zip: its directory is damaged or cut off…",
            &format!("x.zip/{read} = A."),
        ];
        check("x.zip", &all[..end], &wanted);
    }
}

#[test]
fn a_directory_that_is_damaged_in_the_middle_says_so() {
    let mut all = zip(&[Zipped::of("a", b"A."), Zipped::of("b", b"B.")]);
    let entries: Vec<usize> = memchr::memmem::find_iter(&all, b"PK\x01\x02").collect();
    all[entries[1]] = 0;
    check(
        "x.zip",
        &all,
        &["x.zip/a = A.", "! x.zip: its directory is damaged…"],
    );
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
fn a_damaged_member_is_read_as_far_as_it_goes_and_so_is_the_next() {
    let text = "A text, and more of it. ".repeat(20);
    let mut stored = Zipped::of("a", text.as_bytes());
    stored.method = 0;
    let mut all = zip(&[stored, Zipped::of("b", b"B.")]);
    let at = all.windows(3).position(|bytes| bytes == b"and").unwrap();
    all[at + 2] ^= 0x20;
    check(
        "x.zip",
        &all,
        &[
            &format!(
                "x.zip/a = {} ~ is damaged: its checksum does not fit",
                text.replacen("and", "anD", 1)
            ),
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
