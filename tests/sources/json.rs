//! JSON: arrays, single objects, objects around arrays, objects one behind the other, and what is damaged of them.

use undross::capture::Form as Encoding;

use super::{Got, Sources, check, check_with, reading};

const TWO: &[&str] = &["a.json:1 = One.", "a.json:2 = Two."];

#[test]
fn objects_of_an_array_are_captures_however_it_is_laid_out() {
    for json in [
        r#"[{"text": "One."}, {"text": "Two."}]"#,
        "[\n{\"url\": \"u\", \"text\": \"One.\"},\n{\"url\": \"v\", \"text\": \"Two.\"}\n]\n",
        "\u{FEFF}[\n    {\n        \"tags\": [{\"a\": [1]}],\n        \"text\": \"One.\"\n    },\n    {\n        \"text\": \"Two.\"\n    }\n]",
        // What Scrapy leaves where it appends to a file.
        "[\n{\"text\": \"One.\"}\n][\n{\"text\": \"Two.\"}\n]",
        "[{\"text\": \"One.\"}, {\"text\": \"Two.\"},]",
    ] {
        check("a.json", json.as_bytes(), TWO);
    }
    check("b.data", br#"[{"text": "One."}]"#, &["b.data:1 = One."]);
    check(
        "b.jsonl",
        b"[\n{\"text\": \"One.\"}\n]",
        &["b.jsonl:1 = One."],
    );
}

#[test]
fn objects_one_behind_the_other_are_captures() {
    for json in [
        "{\"text\": \"One.\"}{\"text\": \"Two.\"}",
        "{\"text\": \"One.\"},\n{\"text\": \"Two.\"},\n",
        "{\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n",
        "\u{1E}{\"text\": \"One.\"}\n\u{1E}{\"text\": \"Two.\"}\n",
        "{\"text\": \"One.\"}\r{\"text\": \"Two.\"}\r",
    ] {
        check("a.json", json.as_bytes(), TWO);
    }
}

#[test]
fn a_single_object_is_one_capture() {
    let json = "{\n  \"title\": \"T\",\n  \"text\": \"One.\"\n}\n";
    check("a.json", json.as_bytes(), &TWO[..1]);
    check(
        "a.json",
        b"{\n  \"title\": \"T\"\n}\n",
        &[
            "! a.json:1: no field `text`; name the field that holds the text with --field, of: title",
        ],
    );
}

#[test]
fn arrays_of_an_object_give_captures_where_their_objects_have_texts() {
    let around = r#"{"count": 2, "tags": [{"name": "x"}], "items": [{"text": "One."}, {"text": "Two."}], "next": null}"#;
    check("a.json", around.as_bytes(), TWO);
    check(
        "a.json",
        br#"{"data": {"items": [{"text": "One."}]}}"#,
        &["! a.json:1: no field `text`…"],
    );
    // The text of the object itself is one capture, and its comments are none.
    check(
        "a.json",
        br#"{"comments": [{"text": "Two."}], "text": "One."}"#,
        &TWO[..1],
    );
}

#[test]
fn the_field_of_the_text_has_the_names_that_columns_have() {
    for name in ["text", "html", "content", "body", "Body", "maintext"] {
        let line = format!("{{\"x\": \"no\", \"{name}\": \"One.\"}}\n");
        check("a.jsonl", line.as_bytes(), &["a.jsonl:1 = One."]);
        check("a.json", format!("[{line}]").as_bytes(), &TWO[..1]);
    }
    // The first object that has one says which.
    check(
        "a.jsonl",
        b"{\"meta\": 1}\n{\"text\": null, \"body\": \"Two.\"}\n{\"html\": \"no\", \"body\": \"Three.\"}\n",
        &[
            "! a.jsonl:1: no field `text`…",
            "a.jsonl:2 = Two.",
            "a.jsonl:3 = Three.",
        ],
    );
}

#[test]
fn what_is_there_of_a_damaged_array_is_given() {
    let cut = "not a JSON object: it begins at byte 17 and ends early; the file was cut off";
    check(
        "a.json",
        br#"[{"text":"One."},{"text":"Tw"#,
        &[TWO[0], &format!("! a.json:2: {cut}")],
    );
    check(
        "a.json",
        br#"[{"text":"One."},"#,
        &[
            TWO[0],
            "! a.json:2: the array is not closed; the file was cut off…",
        ],
    );
    for bad in [
        r#"{"text": oops!}"#,
        r#"{"text":"not closed}"#,
        r#"{"text":"x","a":[1}}"#,
        r#"{"text":"x" "y"}"#,
    ] {
        for between in [",", ",\n  "] {
            let json =
                format!("[{{\"text\":\"One.\"}}{between}{bad}{between}{{\"text\":\"Three.\"}}]");
            let wanted = [
                TWO[0],
                "! a.json:2: not a JSON object…",
                "a.json:3 = Three.",
            ];
            check("a.json", json.as_bytes(), &wanted);
        }
    }
}

#[test]
fn elements_that_are_no_objects_are_told() {
    check(
        "a.json",
        br#"[{"text":"One."}, 5, "x", [1], null]"#,
        &[
            TWO[0],
            "! a.json:2: is a text, a number or an array…",
            "! a.json:3: is a text, a number or an array…",
            "! a.json:4: is a text, a number or an array…",
            "! a.json:5: is a text, a number or an array…",
        ],
    );
    check("a.json", b"[]", &[]);
}

#[test]
fn an_element_over_the_limit_is_a_failure_and_the_rest_is_read() {
    let long = "a".repeat(2 << 20);
    let json = format!("[{{\"text\":\"{long}\"}},\n{{\"text\":\"Two.\"}}]");
    check(
        "a.json",
        json.as_bytes(),
        &["! a.json:1: larger than 1048576…", TWO[1]],
    );
}

#[test]
fn a_text_is_told_by_a_first_object_that_is_longer_than_what_is_looked_at() {
    let long = "a".repeat(20_000);
    let around = format!("{{\"note\": \"{long}\", \"items\": [{{\"text\": \"One.\"}}]}}");
    check("a.json", around.as_bytes(), &TWO[..1]);
}

#[test]
fn brackets_without_end_take_no_memory_and_end() {
    for json in [
        "[",
        "{\"a\":",
        "[{\"a\":[{\"a\":",
        "[{\"a\":{\"a\":",
        "{\"a\"",
        "]",
    ] {
        let all = json.repeat(200_000);
        let sources = Sources::with(&[("a.json", all.as_bytes())]);
        assert!(
            sources
                .read(&["a.json"])
                .iter()
                .all(|got| matches!(got, Got::Failed { .. } | Got::Capture(_)))
        );
    }
}

#[test]
fn numbers_that_json_does_not_know_do_no_harm() {
    check(
        "a.jsonl",
        b"{\"x\":[NaN,-Infinity],\"text\":\"NaN, and -Infinity,]\"}\n{\"text\":\"tab\there\",\"x\":nan,}\n",
        &["a.jsonl:1 = NaN, and -Infinity,]", "a.jsonl:2 = tab\there"],
    );
}

#[test]
fn names_are_kept_as_they_are_written() {
    check(
        "a.jsonl",
        b"{\"id\":123456789012345678901234567890,\"text\":\"A\"}\n{\"id\":1.50,\"text\":\"B\"}\n\
          {\"id\":true,\"text\":\"C\"}\n{\"id\":{\"$oid\":\"5f\"},\"text\":\"D\"}\n{\"id\":null,\"text\":\"E\"}\n\
          {\"id\":\"\",\"text\":\"F\"}\n{\"id\":\"g\\ud83d\",\"text\":\"G\"}\n",
        &[
            "123456789012345678901234567890 = A",
            "1.50 = B",
            "true = C",
            "{\"$oid\":\"5f\"} = D",
            "a.jsonl:5 = E",
            "a.jsonl:6 = F",
            "g\u{FFFD} = G",
        ],
    );
}

#[test]
fn half_of_a_surrogate_pair_becomes_a_replacement_character_and_is_told() {
    let damage = |line: &str| {
        let sources = Sources::with(&[("a.jsonl", line.as_bytes())]);
        let read = sources.read(&["a.jsonl"])[0].capture().clone();
        (
            String::from_utf8(read.bytes).unwrap(),
            read.damage.is_some(),
        )
    };
    let check = |text: &str, wanted: &str, is_told| {
        let line = format!("{{\"text\":\"{text}\",\"other\":\"\\udc00\",\"x\":NaN}}");
        assert_eq!(damage(&line), (wanted.to_owned(), is_told));
    };
    check(r"a \ud83d b", "a \u{FFFD} b", true);
    check(r"a \ude00 b", "a \u{FFFD} b", true);
    check(r"\ud83d\ud83d\ude00\n", "\u{FFFD}\u{1F600}\n", true);
    check(r"\\ud83d \u00e9", "\\ud83d é", false);
    check(r"\q \u12", r"\q \u12", false);
}

#[test]
fn json_in_other_encodings_is_read() {
    let json = "[{\"id\":\"é\",\"text\":\"Où est allé le gardien du café ?\"}]";
    let wide = |to: fn(u16) -> [u8; 2]| json.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let narrow: Vec<u8> = json.chars().map(|c| c as u8).collect();
    let marked = [b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat();
    let wanted = ["é = Où est allé le gardien du café ?"];
    let lines = |json: &[u8]| json[1..json.len() - 1].to_vec();
    for bytes in [
        &marked,
        &wide(u16::to_le_bytes),
        &wide(u16::to_be_bytes),
        &narrow,
    ] {
        check("a.json", bytes, &wanted);
    }
    check("a.jsonl", &lines(&narrow), &wanted);
    let mut chosen = reading();
    chosen.encoding = undross::decode::Charset::of_label("shift_jis");
    // The second byte of two of these characters is a backslash in ASCII.
    let json = b"[{\"text\":\"\x95\x5C\x8E\xA6\x83\x5C\x83t\x83g\"}]";
    check_with(&chosen, "a.json", json, &["a.json:1 = 表示ソフト"]);
}

#[test]
fn captures_say_how_their_file_was_decoded() {
    let sources = Sources::with(&[(
        "a.jsonl",
        b"{\"text\":\"caf\xE9 ferm\xE9\"}\n{\"text\":\"B\"}\n",
    )]);
    let got = sources.read(&["a.jsonl"]);
    let Encoding::Transcoded(how) = &got[0].capture().form else {
        panic!("{:?}", got[0]);
    };
    assert_eq!(
        (how.encoding(), how.from().as_str()),
        ("windows-1252".into(), "detected")
    );
    assert_eq!(got[1].capture().form, Encoding::Decoded);
}
