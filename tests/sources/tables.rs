//! JSON Lines, CSV, TSV and Parquet.

use super::build::gz;
use super::{Sources, check, check_with, reading};

#[test]
fn json_lines_are_told_by_their_first_line() {
    check(
        "a.data",
        b"{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n",
        &["a.data:1 = One.", "a.data:2 = Two."],
    );
    check("a.data", b"{\"body\":\"One.\"}\n", &["a.data:1 = One."]);
    check(
        "a.data",
        b"{\"title\": \"One\"}\n\nNo JSON.\n",
        &["a.data = {\"title\": \"One\"}\n\nNo JSON.\n"],
    );
    let mut reading = reading();
    reading.field = Some("lead".to_owned());
    check_with(
        &reading,
        "a.data",
        b"{\"body\":\"No.\",\"lead\":\"One.\"}\n",
        &["a.data:1 = One."],
    );
}

#[test]
fn rows_are_captures_named_by_a_column_or_by_their_line() {
    let csv = "\u{FEFF}url,text,n\r\nu1,One.,1\r\n,\"Two,\n\"\"three\"\".\",2\r\n\r\nu4,Four.,3";
    let wanted = ["u1 = One.", "a.csv:3 = Two,\n\"three\".", "u4 = Four."];
    check("a.csv", csv.as_bytes(), &wanted);
    check(
        "a.csv.gz",
        &gz(csv),
        &["u1 = One.", "a.csv.gz:3 = Two,\n\"three\".", "u4 = Four."],
    );
    check(
        "a.data",
        csv.as_bytes(),
        &["u1 = One.", "a.data:3 = Two,\n\"three\".", "u4 = Four."],
    );
    check("a.csv", b"id;text\n1;One, two.\n", &["1 = One, two."]);
    check("a.tsv", b"id\ttext\n1\tOne.\n", &["1 = One."]);
    check("a.csv", b"text\nOne.\n", &["a.csv:2 = One."]);
}

#[test]
fn cells_are_bytes_as_they_were_fetched() {
    let sources = Sources::with(&[("a.csv", b"id,text\n1,caf\xE9\n")]);
    assert_eq!(sources.read(&["a.csv"])[0].capture().bytes, b"caf\xE9");
}

#[test]
fn rows_that_do_not_fit_are_told_with_their_line() {
    check(
        "a.csv",
        b"id,text\n1\n2,Two.\n",
        &[
            "! a.csv:2: has 1 of 2 cells; check its quotation marks",
            "2 = Two.",
        ],
    );
    check(
        "a.csv",
        b"id,t\n1,x\n",
        &[
            "! a.csv:1: no column `text`; name the column that holds the text with --field, of: id, t",
        ],
    );
}

#[test]
fn a_mark_that_is_not_closed_costs_one_row() {
    let bad = b"id,text\n1,One.\n2,\"Two.\n3,Three.\n4,\"Four.\"\n5,Five.\n";
    let rest = ["3 = Three.", "4 = Four.", "5 = Five."];
    let wanted = [
        "1 = One.",
        "! a.csv:3: text behind a closing quotation mark",
        rest[0],
        rest[1],
        rest[2],
    ];
    check("a.csv", bad, &wanted);
    let open = b"id,text\n1,One.\n2,\"Two.\n3,Three.\n";
    check(
        "a.csv",
        open,
        &[
            "1 = One.",
            "! a.csv:3: a quotation mark is not closed",
            rest[0],
        ],
    );
    let mut long = b"id,text\n1,\"".to_vec();
    long.extend(b"more and more\n".repeat(1 << 18));
    long.extend(b"\n3,Three.\n");
    let sources = Sources::with(&[("a.csv", &long)]);
    let got = sources.read(&["a.csv"]);
    assert!(
        got[0].line().starts_with("! a.csv:2: "),
        "{}",
        got[0].line()
    );
    assert_eq!(got.last().unwrap().line(), rest[0]);
    assert_eq!(got.len(), 2);
}

#[test]
fn a_cell_over_the_limit_is_a_failure_and_the_rest_is_read() {
    let csv = format!("id,text\n1,\"{}\"\n2,Two.\n", "a".repeat(2 << 20));
    check(
        "a.csv",
        csv.as_bytes(),
        &["! a.csv:2: larger than 1048576…", "2 = Two."],
    );
}

#[cfg(feature = "parquet")]
mod parquet {
    use std::sync::Arc;

    use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
    use parquet::schema::parser::parse_message_type;

    use super::super::build::{gz, tar};
    use super::{Sources, check};

    fn table(groups: &[&[Option<&str>]]) -> Vec<u8> {
        let schema =
            "message t { REQUIRED INT64 id; OPTIONAL BYTE_ARRAY html (UTF8); REQUIRED INT64 n; }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let compression = parquet::basic::Compression::SNAPPY;
        let properties = WriterProperties::builder()
            .set_compression(compression)
            .build();
        let mut writer =
            SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
        let mut id = 0;
        for group in groups {
            let mut columns = writer.next_row_group().unwrap();
            let ids: Vec<i64> = group
                .iter()
                .map(|_| {
                    id += 1;
                    id
                })
                .collect();
            write_numbers(&mut columns, &ids);
            let texts: Vec<ByteArray> = group
                .iter()
                .flatten()
                .map(|text| ByteArray::from(*text))
                .collect();
            let levels: Vec<i16> = group.iter().map(|text| i16::from(text.is_some())).collect();
            let mut column = columns.next_column().unwrap().unwrap();
            column
                .typed::<ByteArrayType>()
                .write_batch(&texts, Some(&levels), None)
                .unwrap();
            column.close().unwrap();
            write_numbers(&mut columns, &ids);
            columns.close().unwrap();
        }
        writer.into_inner().unwrap()
    }

    fn write_numbers(columns: &mut SerializedRowGroupWriter<'_, Vec<u8>>, numbers: &[i64]) {
        let mut column = columns.next_column().unwrap().unwrap();
        let typed = column.typed::<Int64Type>();
        typed.write_batch(numbers, None, None).unwrap();
        column.close().unwrap();
    }

    #[test]
    fn rows_of_all_groups_are_captures() {
        let table = table(&[&[Some("One."), None, Some("Three.")], &[Some("Four.")]]);
        let wanted = ["1 = One.", "3 = Three.", "4 = Four."];
        check("a.parquet", &table, &wanted);
        check("a.data", &table, &wanted);
        check("a.gz", &gz(&table), &wanted);
        check("a.tar", &tar(&[("x.parquet", &table)]), &wanted);
    }

    #[test]
    fn a_damaged_group_is_told_and_the_next_is_read() {
        let long = "One and more. ".repeat(100);
        let mut table = table(&[&[Some(&long)], &[Some("Two.")]]);
        let at = table
            .windows(13)
            .position(|bytes| bytes == b"One and more.")
            .unwrap();
        for byte in &mut table[at - 8..at + 40] {
            *byte ^= 0xA5;
        }
        check(
            "a.parquet",
            &table,
            &["! a.parquet: row group 1: is damaged: …", "2 = Two."],
        );
    }

    #[test]
    fn a_table_that_was_cut_off_is_a_failure() {
        let table = table(&[&[Some("One.")]]);
        check(
            "a.parquet",
            &table[..table.len() - 9],
            &["! a.parquet: its footer cannot be read: …"],
        );
    }

    #[test]
    fn many_rows_keep_their_order() {
        let texts: Vec<String> = (1..=1000).map(|number| format!("Text {number}.")).collect();
        let rows: Vec<Option<&str>> = texts.iter().map(|text| Some(text.as_str())).collect();
        let sources = Sources::with(&[("a.parquet", &table(&[&rows[..700], &rows[700..]]))]);
        let got = sources.read(&["a.parquet"]);
        assert_eq!(got.len(), 1000);
        assert_eq!(got[999].line(), "1000 = Text 1000.");
    }
}
