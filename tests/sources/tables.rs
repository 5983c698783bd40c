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
    check(
        "a.data",
        b"{\"body\":\"One.\"}\n",
        &["a.data = {\"body\":\"One.\"}\n"],
    );
    let mut reading = reading();
    reading.field = Some("body".to_owned());
    check_with(
        &reading,
        "a.data",
        b"{\"body\":\"One.\"}\n",
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

    use parquet::basic::{BrotliLevel, Compression};
    use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
    use parquet::schema::parser::parse_message_type;

    use super::super::build::{gz, tar};
    use super::{Sources, check};

    fn table(groups: &[&[Option<&str>]]) -> Vec<u8> {
        table_by("a test", Compression::SNAPPY, groups)
    }

    fn table_by(writer: &str, compression: Compression, groups: &[&[Option<&str>]]) -> Vec<u8> {
        let schema =
            "message t { REQUIRED INT64 id; OPTIONAL BYTE_ARRAY html (UTF8); REQUIRED INT64 n; }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let properties = WriterProperties::builder()
            .set_compression(compression)
            .set_created_by(writer.to_owned())
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
    fn rows_without_a_text_are_counted() {
        let table = table(&[&[None, Some("Two."), None]]);
        let sources = Sources::with(&[("a.parquet", &table)]);
        let inputs = sources.inputs(&["a.parquet"]);
        assert_eq!(sources.got(&inputs).len(), 1);
        let skipped: Vec<_> = inputs.skipped().into_iter().collect();
        assert_eq!(skipped, [("rows whose text is null".to_owned(), 2)]);
    }

    #[test]
    fn columns_packed_with_brotli_are_read() {
        let compression = Compression::BROTLI(BrotliLevel::default());
        let table = table_by("a test", compression, &[&[Some("One."), Some("Two.")]]);
        check("a.parquet", &table, &["1 = One.", "2 = Two."]);
    }

    fn temporary(bytes: &[u8]) -> std::fs::File {
        let mut file = tempfile::tempfile().unwrap();
        std::io::Write::write_all(&mut file, bytes).unwrap();
        file
    }

    /// Writes a number as the footer does.
    fn varint(number: i64) -> Vec<u8> {
        let (mut rest, mut bytes) = (number << 1, Vec::new());
        while rest >= 0x80 {
            bytes.push(0x80 | (rest & 0x7F) as u8);
            rest >>= 7;
        }
        bytes.push(rest as u8);
        bytes
    }

    #[test]
    fn a_column_whose_dictionary_is_not_counted_whole_is_read() {
        let long = "A text that is there twice. ".repeat(20);
        let rows = [Some(long.as_str()), Some("Two."), Some(long.as_str())];
        for (writer, is_read) in [
            ("parquet-mr", true),
            ("parquet-mr version 1.2.8", true),
            ("parquet-mr version 1.10.0", false),
        ] {
            let mut table = table_by(writer, Compression::UNCOMPRESSED, &[&rows]);
            let file = SerializedFileReader::new(temporary(&table)).unwrap();
            let size = file.metadata().row_group(0).column(1).compressed_size();
            let told = [&[0x16][..], &varint(size), &[0x16], &varint(size)].concat();
            let short = [&[0x16][..], &varint(size), &[0x16], &varint(size - 20)].concat();
            let at = memchr::memmem::rfind(&table, &told).unwrap();
            table[at..at + told.len()].copy_from_slice(&short);
            let sources = Sources::with(&[("a.parquet", &table)]);
            assert_eq!(sources.read(&["a.parquet"]).len() == 3, is_read, "{writer}");
        }
    }

    #[test]
    fn the_bytes_of_groups_are_counted_as_they_are_read() {
        let texts: Vec<String> = (1..=1000).map(|number| format!("Text {number}.")).collect();
        let rows: Vec<Option<&str>> = texts.iter().map(|text| Some(text.as_str())).collect();
        let table = table(&[&rows[..500], &rows[500..]]);
        let sources = Sources::with(&[("a.parquet", &table)]);
        let inputs = sources.inputs(&["a.parquet"]);
        let mut read = Vec::new();
        let ended = inputs.each_job(&sources.reading, &mut |_| {
            read.push(inputs.bytes_read());
            std::ops::ControlFlow::Continue(())
        });
        assert!(ended.is_continue());
        assert!(
            read[999] > read[0] + table.len() as u64 / 4,
            "{} {}",
            read[0],
            read[999]
        );
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
