//! Ways to write a table.

use undross::capture::Form as Encoding;

use super::{Sources, check, check_with, reading};

#[test]
fn a_row_with_more_cells_than_the_first_is_never_cut_in_silence() {
    check(
        "a.csv",
        b"id,text,year\n1,The keeper, tired, left,2020\n2,Two.,2021\n",
        &[
            "! a.csv:2: has 5 cells where the first row names 3, so its text may be cut; put texts in quotation marks",
            "2 = Two.",
        ],
    );
    check(
        "a.csv",
        b"id;text\n1;Er ging; er war alt\n2;Zwei.\n",
        &["! a.csv:2: has 3 cells…", "2 = Zwei."],
    );
    // Empty cells at the end take nothing away.
    check(
        "a.csv",
        b"id,text\r\n1,One.,\r\n2,Two., ,\r\n",
        &["1 = One.", "2 = Two."],
    );
}

#[test]
fn a_row_with_fewer_cells_gives_its_text_and_says_so() {
    let sources = Sources::with(&[("a.csv", b"id,text,year\n1,One.\n2,Two.,2021\n")]);
    let got = sources.read(&["a.csv"]);
    let damages = got.iter().map(|got| got.capture().damage.clone());
    let told = "the row has 2 cells where the first row names 3: its text may be cut";
    assert_eq!(damages.collect::<Vec<_>>(), [Some(told.to_owned()), None]);
}

#[test]
fn a_first_line_may_name_the_delimiter() {
    for csv in [
        "sep=;\nid;text\n1;One, two.\n",
        "\u{FEFF}sep=;\r\nid;text\r\n1;One, two.\r\n",
        "\"sep=;\"\r\nid;text\r\n1;One, two.\r\n",
        "SEP=;\rid;text\r1;One, two.\r",
    ] {
        check("a.csv", csv.as_bytes(), &["1 = One, two."]);
    }
    check("a.csv", b"sep=;\nid;text\n;One.\n", &["a.csv:3 = One."]);
}

#[test]
fn a_carriage_return_alone_may_end_a_row() {
    check(
        "a.csv",
        b"id,text\r1,\"One,\rtwo.\"\r\r3,Three.",
        &["1 = One,\rtwo.", "3 = Three."],
    );
    check("a.tsv", b"id\ttext\r1\tOne.\r", &["1 = One."]);
    check("a.csv", b"id,text\r\r\n1,One.\r\r\n", &["1 = One."]);
    // Where line feeds end rows it is a character like others.
    check("a.csv", b"id,text\n1,One.\rTwo.\n", &["1 = One.\rTwo."]);
}

#[test]
fn a_backslash_may_stand_before_a_quotation_mark() {
    check(
        "a.csv",
        b"id,text\n1,\"He said \\\"no\\\", and left\"\n2,\"at the end \\\"\"\n3,\"a \\\", b\"\n4,\"C:\\\\dir\\\\\"\n\
          5,\"C:\\dir\\\"\n6,\"two \\\"x\\\"\nlines\"\n7,\"\"\"doubled\"\"\"\n",
        &[
            "1 = He said \"no\", and left",
            "2 = at the end \"",
            "3 = a \", b",
            "4 = C:\\\\dir\\\\",
            "5 = C:\\dir\\",
            "6 = two \"x\"\nlines",
            "7 = \"doubled\"",
        ],
    );
    check(
        "a.csv",
        b"id,text\n1,\"C:\\\"\n2,\"Two.\"\n",
        &["1 = C:\\", "2 = Two."],
    );
}

#[test]
fn a_row_is_read_in_another_way_out_of_a_stream_too() {
    let long = "more and more\n".repeat(1 << 16);
    let csv = format!("id,text\n1,\"a \\\"b\\\", c\"\n2,\"{long}\\\"x\\\", y\"\n3,Three.\n");
    let packed = super::build::gz(csv);
    let sources = Sources::with(&[("a.csv.gz", &packed)]);
    let got: Vec<String> = sources
        .read(&["a.csv.gz"])
        .iter()
        .map(|got| got.line())
        .collect();
    assert_eq!(got[0], "1 = a \"b\", c");
    assert_eq!(got[1], format!("2 = {long}\"x\", y"));
    assert_eq!(got[2], "3 = Three.");
}

#[test]
fn spaces_may_stand_before_an_opening_quotation_mark() {
    for head in ["id, text", "id,text", "\"id\", \"text\""] {
        let csv = format!("{head}\n1, \"The keeper, tired, left\"\n2, \"Two.\" \n");
        check(
            "a.csv",
            csv.as_bytes(),
            &["1 = The keeper, tired, left", "2 = Two."],
        );
    }
}

#[test]
fn tables_of_two_bytes_a_character_are_read() {
    let wide =
        |text: &str, to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    for (name, text) in [
        ("a.tsv", "\u{FEFF}id\ttext\r\n1\tThe – keeper\r\n"),
        ("a.csv", "\u{FEFF}id\ttext\r\n1\tThe – keeper\r\n"),
        ("a.data", "\u{FEFF}id,text\r\n\"1\",\"The – keeper\"\r\n"),
        ("a.csv", "sep=;\r\nid;text\r\n1;The – keeper\r\n"),
    ] {
        for to in [u16::to_le_bytes, u16::to_be_bytes] {
            check(name, &wide(text, to), &["1 = The – keeper"]);
        }
    }
}

#[test]
fn names_and_cells_are_read_in_the_encoding_that_was_named() {
    let csv = b"id,text\n\xE6,\xC6\xE8\xEB\xE8\n";
    let mut chosen = reading();
    chosen.encoding = undross::decode::Charset::of_label("cp1251");
    check_with(&chosen, "a.csv", csv, &["ж = Жили"]);
    let mut sources = Sources::with(&[("a.txt", b"\xC6\xE8\xEB\xE8")]);
    sources.reading = chosen;
    let got = sources.read(&["a.txt"]);
    assert!(matches!(got[0].capture().form, Encoding::Chosen(_)));
}
