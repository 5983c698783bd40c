//! The way from the text back to raw bytes, over every encoding, and the laws of decoding.

use std::ops::Range;

use encoding_rs::Encoding;
use proptest::prelude::*;
use undross::decode::{Decoded, Evidence, decode};

use super::samples::*;

#[test]
fn given_text_is_its_own_raw_form() {
    let decoded = Decoded::given("naïve");
    assert_eq!(
        (decoded.text, decoded.reading.from()),
        ("naïve".into(), Evidence::Given)
    );
    assert_eq!(
        decoded
            .reading
            .raw_ranges("naïve".as_bytes(), &[2..4, 5..6]),
        [2..4, 5..6]
    );
}

#[test]
fn raw_ranges_hold_their_characters() {
    for (label, text) in LEGACY {
        check_characters(&encode(label, text), reader(label));
    }
    check_characters(CZECH.as_bytes(), lossy);
    check_characters(
        &utf16("Hi, grüß 😀 dich!", u16::to_le_bytes),
        reader("utf-16le"),
    );
    check_characters(
        &utf16("Hi, grüß 😀 dich!", u16::to_be_bytes),
        reader("utf-16be"),
    );
    let read = |raw: &[u8]| String::from_utf8_lossy(raw).replace('\0', "");
    check_characters(&utf32("plain words", u32::to_le_bytes), read);
    check_characters(&utf32("plain words", u32::to_be_bytes), read);
}

#[test]
fn raw_ranges_take_lines_out_of_shifted_text() {
    let cases = [
        (encode("iso-2022-jp", &JAPANESE.repeat(2)), JAPANESE),
        (hz(&CHINESE.repeat(2)), CHINESE),
        (korean_mail(&KOREAN.repeat(2)), KOREAN),
    ];
    for (bytes, text) in cases {
        let decoded = decode(&bytes, None);
        let second = text.len()..text.len() * 2;
        let ranges = decoded
            .reading
            .raw_ranges(&bytes, std::slice::from_ref(&second));
        let mut raw = bytes.get(ranges[0].clone()).unwrap_or_default().to_vec();
        if decoded.reading.encoding() == "iso-2022-kr" {
            raw = joined(&[b"\x1B$)C", &raw]);
        }
        assert_eq!(decode(&raw, None).text, text);
    }
}

#[test]
fn raw_ranges_skip_the_mark_and_find_damage() {
    let bytes = b"\xEF\xBB\xBFab\xC3\xA9c";
    assert_eq!(
        decode(bytes, None).reading.raw_ranges(bytes, &[0..1, 2..4]),
        [3..4, 5..7]
    );
    let bytes = "ééé"
        .as_bytes()
        .iter()
        .chain(b"\xFF!")
        .copied()
        .collect::<Vec<u8>>();
    let decoded = decode(&bytes, None);
    assert_eq!(decoded.text, "ééé\u{FFFD}!");
    assert_eq!(
        decoded.reading.raw_ranges(&bytes, &[6..9, 9..10]),
        [6..7, 7..8]
    );
}

#[test]
fn raw_ranges_cross_mixed_lines() {
    let bytes = joined(&[
        FRENCH.as_bytes(),
        &encode("windows-1252", FRENCH),
        FRENCH.as_bytes(),
    ]);
    let decoded = decode(&bytes, None);
    let middle = FRENCH.len()..FRENCH.len() * 2;
    let ranges = decoded
        .reading
        .raw_ranges(&bytes, &[middle, decoded.text.len()..decoded.text.len()]);
    assert_eq!(ranges[0], FRENCH.len()..bytes.len() - FRENCH.len());
    assert!(ranges[1].is_empty());
}

/// Bytes that look like one of the encodings, then go wrong.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        "\\PC{0,20}".prop_map(String::into_bytes),
        (0..LEGACY.len()).prop_map(|at| encode(LEGACY[at].0, LEGACY[at].1)),
        Just(hz(CHINESE)),
        Just(korean_mail(KOREAN)),
        Just(encode("iso-2022-jp", JAPANESE)),
        Just(utf16(GREEK, u16::to_le_bytes)),
        Just(utf32(GREEK, u32::to_be_bytes)),
        Just(b"\xEF\xBB\xBF".to_vec()),
        Just(b"\xFF\xFE".to_vec()),
        Just(b"\n<meta charset=big5>\r".to_vec()),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_give_text_and_ranges(
        bytes in bytes(),
        declared in proptest::option::of(0..LEGACY.len()),
        keep in proptest::collection::vec(any::<bool>(), 1..9),
    ) {
        let decoded = decode(&bytes, declared.map(|at| LEGACY[at].0));
        let all = characters(&decoded.text);
        let kept = keep.iter().cycle();
        let spans: Vec<_> = all.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(span, _)| span).collect();
        let ranges = decoded.reading.raw_ranges(&bytes, &spans);
        prop_assert_eq!(ranges.len(), spans.len());
        let mut floor = 0;
        for range in ranges {
            prop_assert!(floor <= range.start && range.start <= range.end && range.end <= bytes.len());
            floor = range.end;
        }
    }

    #[test]
    fn the_whole_text_comes_from_all_bytes_but_the_mark(bytes in bytes()) {
        let decoded = decode(&bytes, None);
        if decoded.text.is_empty() {
            return Ok(());
        }
        let whole = 0..decoded.text.len();
        let ranges = decoded.reading.raw_ranges(&bytes, &[whole]);
        prop_assert!(ranges.first().is_some_and(|range| range.start <= 4 && range.end == bytes.len()));
    }

    #[test]
    fn utf8_comes_out_as_it_went_in(text in "[^\0\u{1B}~\u{FEFF}]{0,200}") {
        let decoded = decode(text.as_bytes(), None);
        prop_assert_eq!(decoded.text, text.as_str());
        prop_assert_eq!(decoded.reading.from(), Evidence::Valid);
        let spans = characters(&text);
        prop_assert_eq!(decoded.reading.raw_ranges(text.as_bytes(), &spans), spans);
    }
}

/// Checks that the raw range of each character holds that character and nothing else.
#[track_caller]
fn check_characters(bytes: &[u8], read: impl Fn(&[u8]) -> String) {
    let decoded = decode(bytes, None);
    let spans = characters(&decoded.text);
    let ranges = decoded.reading.raw_ranges(bytes, &spans);
    for (span, range) in spans.iter().zip(&ranges) {
        let raw = bytes
            .get(range.clone())
            .expect("ranges lie within the bytes");
        assert_eq!(
            read(raw),
            decoded.text[span.clone()],
            "at {span:?}, raw {range:?}"
        );
    }
    assert_eq!(spans.len(), ranges.len());
}

fn characters(text: &str) -> Vec<Range<usize>> {
    text.char_indices()
        .map(|(at, character)| at..at + character.len_utf8())
        .collect()
}

fn reader(label: &str) -> impl Fn(&[u8]) -> String {
    let encoding = Encoding::for_label(label.as_bytes()).expect("the table holds labels");
    move |raw| encoding.decode_without_bom_handling(raw).0.into_owned()
}

fn lossy(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).into_owned()
}
