//! Whatever the bytes are, reading ends, and nothing panics.

use proptest::prelude::*;
use undross::corpus::Form;

use super::build::{Zipped, gz, html, tar, zip, zst};
use super::{Sources, reading};

const FORMS: [Form; 8] = [
    Form::Auto,
    Form::Text,
    Form::Html,
    Form::JsonLines,
    Form::Csv,
    Form::Tsv,
    Form::Warc,
    Form::Parquet,
];

fn containers() -> Vec<Vec<u8>> {
    let warc = [
        html("u1", "<p>One."),
        html("u2", "<p>Two."),
        html("u3", "<p>Three."),
    ];
    let members: &[(&str, &[u8])] = &[
        ("a.html", b"<p>A."),
        ("b.jsonl", b"{\"text\":\"B.\"}\n"),
        ("c.gz", &gz("C.")),
    ];
    let zipped: Vec<Zipped> = members
        .iter()
        .map(|(name, bytes)| Zipped::of(name, bytes))
        .collect();
    let csv = b"id,text\n1,\"One.\"\n2,\"Two\n\"\"x\"\"\"\n3,Three.\n".to_vec();
    let array =
        b"[{\"text\":\"One.\",\"a\":[{}]},\n{\"text\":\"T\\ud83dwo\\n\"}, {\"x\":NaN}]".to_vec();
    let around =
        b"{\"n\":[1],\"items\":[{\"text\":\"One.\"},{\"text\":\"Two.\"}]}{\"items\":[]}".to_vec();
    let wide = |bytes: &[u8]| {
        bytes
            .iter()
            .flat_map(|byte| [*byte, 0])
            .collect::<Vec<u8>>()
    };
    let slashes = b"id, text\r1, \"One \\\"x\\\", y\"\r2,\"a\\\",b\"\r3,c,d\r".to_vec();
    vec![
        array.clone(),
        wide(&array),
        around,
        slashes.clone(),
        wide(&slashes),
        warc.concat(),
        warc.each_ref().map(gz).concat(),
        warc.each_ref().map(zst).concat(),
        tar(members),
        gz(tar(members)),
        zip(&zipped),
        csv.clone(),
        gz(csv),
    ]
}

/// Bytes that one packed byte may stand for: a block of Zstandard that repeats one byte.
const MOST_FOR_ONE: usize = 32 << 10;

fn read(form: Form, bytes: &[u8]) {
    let mut sources = Sources::with(&[("a.bin", bytes)]);
    sources.reading = reading();
    sources.reading.form = form;
    sources.reading.max_bytes = 4096;
    // Each job takes at least a byte, but for a few that tell of the whole; damage may make a packed byte stand for many.
    let packed = [&[0x1F, 0x8B][..], &[0x28, 0xB5, 0x2F, 0xFD]];
    let for_one = match packed.iter().any(|mark| bytes.starts_with(mark)) {
        true => MOST_FOR_ONE,
        false => 1,
    };
    assert!(sources.read(&["a.bin"]).len() <= bytes.len() * for_one + 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_end(form in 0..FORMS.len(), bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        read(FORMS[form], &bytes);
    }

    #[test]
    fn damaged_containers_end(
        form in 0..FORMS.len() * 2,
        which in 0..13_usize,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = containers().swap_remove(which);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        read(FORMS.get(form).copied().unwrap_or(Form::Auto), &bytes);
    }
}
