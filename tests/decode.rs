//! Decoding: every kind of evidence, and the way back to raw bytes.

use std::ops::Range;

use encoding_rs::Encoding;
use proptest::prelude::*;
use undross::decode::{Decoded, Evidence, decode, meta};

const GERMAN: &str = "Die Würde des Menschen ist unantastbar.\nSie zu achten und zu schützen ist \
    Verpflichtung aller staatlichen Gewalt; für Männer, Frauen und Völker, größer als früher.\n";
const FRENCH: &str = "Les élèves étaient déjà là où l’été s’achève.\nÀ côté, un garçon \
    naïf mangeait une crêpe brûlée à la fenêtre du château.\n";
const CZECH: &str = "Příliš žluťoučký kůň úpěl ďábelské ódy.\nŽádný člověk není sám, každý má \
    svůj dům, své město a svou řeč, kterou mluví s dětmi i s přáteli.\n";
const RUSSIAN: &str = "Съешь же ещё этих мягких французских булок, да выпей чаю.\nВсе счастливые \
    семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n";
const GREEK: &str = "Η ζωή είναι ωραία και η θάλασσα γαλανή.\nΌταν έρθει το καλοκαίρι, θα πάμε \
    όλοι μαζί στο νησί για να κολυμπήσουμε.\n";
const HEBREW: &str = "שלום לכולם, היום נלך אל הים.\nמחר נחזור הביתה ונכתוב מכתב ארוך לחברים.\n";
const THAI: &str = "วันนี้อากาศดีมากเราจะไปเที่ยวทะเลกัน\nพรุ่งนี้จะกลับบ้านและเขียนจดหมายถึงเพื่อน\n";
const JAPANESE: &str = "吾輩は猫である。名前はまだ無い。\nどこで生れたかとんと見当がつかぬ。何でも薄暗い\
    じめじめした所でニャーニャー泣いていた事だけは記憶している。\n";
const CHINESE: &str =
    "今天天气很好，我们一起去公园散步。\n学习中文需要时间，也需要朋友们的帮助。\n";
const TAIWANESE: &str =
    "今天天氣很好，我們一起去公園散步。\n學習中文需要時間，也需要朋友們的幫助。\n";
const KOREAN: &str = "오늘은 날씨가 아주 좋아서 공원에 갔습니다.\n한국어를 배우려면 시간과 친구들의 도움이 \
    필요합니다.\n";

/// A label, and a text that was often written in it.
const LEGACY: [(&str, &str); 19] = [
    ("windows-1252", GERMAN),
    ("windows-1252", FRENCH),
    ("iso-8859-15", GERMAN),
    ("macintosh", GERMAN),
    ("windows-1250", CZECH),
    ("iso-8859-2", CZECH),
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("ibm866", RUSSIAN),
    ("iso-8859-5", RUSSIAN),
    ("x-mac-cyrillic", RUSSIAN),
    ("windows-1253", GREEK),
    ("windows-1255", HEBREW),
    ("windows-874", THAI),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("gb18030", CHINESE),
    ("big5", TAIWANESE),
    ("euc-kr", KOREAN),
];

fn encode(label: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).expect("the table holds labels");
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{label} cannot write {text:?}");
    bytes.into_owned()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn utf32(text: &str, order: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().map(u32::from).flat_map(order).collect()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// Writes text in a seven-bit encoding, shifted wherever it is not ASCII.
fn shifted(label: &str, text: &str, open: &str, close: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut is_open = false;
    for character in text.chars() {
        if character.is_ascii() == is_open {
            bytes.extend_from_slice(if is_open { close } else { open }.as_bytes());
            is_open = !is_open;
        }
        let one = encode(label, &character.to_string());
        bytes.extend(one.iter().map(|byte| byte & 0x7F));
    }
    if is_open {
        bytes.extend_from_slice(close.as_bytes());
    }
    bytes
}

fn hz(text: &str) -> Vec<u8> {
    shifted("gbk", text, "~{", "~}")
}

fn korean_mail(text: &str) -> Vec<u8> {
    joined(&[b"\x1B$)C", &shifted("euc-kr", text, "\x0E", "\x0F")])
}

#[track_caller]
fn check(bytes: &[u8], declared: Option<&str>, text: &str, encoding: &str, from: Evidence) {
    let decoded = decode(bytes, declared);
    assert_eq!(decoded.text, text);
    assert_eq!(
        (decoded.reading.encoding(), decoded.reading.from()),
        (encoding.into(), from)
    );
}

/// Checks the text alone, where several encodings give the same.
#[track_caller]
fn check_text(bytes: &[u8], declared: Option<&str>, text: &str) {
    let decoded = decode(bytes, declared);
    assert_eq!(
        decoded.text,
        text,
        "read as {} by {:?}",
        decoded.reading.encoding(),
        decoded.reading.from()
    );
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

#[test]
fn ascii_and_nothing_are_utf8() {
    check(b"", None, "", "utf-8", Evidence::Valid);
    check(
        b"plain ~ text",
        Some("shift_jis"),
        "plain ~ text",
        "utf-8",
        Evidence::Valid,
    );
}

#[test]
fn valid_utf8_is_borrowed_and_beats_what_is_declared() {
    let decoded = decode(CZECH.as_bytes(), Some("windows-1250"));
    assert!(matches!(decoded.text, std::borrow::Cow::Borrowed(text) if text == CZECH));
    let page = format!("<meta charset=shift_jis>{JAPANESE}");
    check(
        page.as_bytes(),
        Some("latin1"),
        &page,
        "utf-8",
        Evidence::Valid,
    );
}

#[test]
fn zero_bytes_in_text_are_kept() {
    check(
        "caf\u{e9}\0 a\0b".as_bytes(),
        None,
        "caf\u{e9}\0 a\0b",
        "utf-8",
        Evidence::Valid,
    );
    check(b"abc\0", None, "abc\0", "utf-8", Evidence::Valid);
    check(b"\0\0\0\0", None, "\0\0\0\0", "utf-8", Evidence::Valid);
}

#[test]
fn a_byte_order_mark_wins() {
    let bytes = joined(&[b"\xEF\xBB\xBF", GERMAN.as_bytes()]);
    check(&bytes, Some("windows-1252"), GERMAN, "utf-8", Evidence::Bom);
    let bytes = joined(&[b"\xFF\xFE", &utf16(GERMAN, u16::to_le_bytes)]);
    check(&bytes, Some("utf-8"), GERMAN, "utf-16le", Evidence::Bom);
    let bytes = joined(&[b"\xFE\xFF", &utf16(GERMAN, u16::to_be_bytes)]);
    check(&bytes, None, GERMAN, "utf-16be", Evidence::Bom);
    let bytes = joined(&[b"\xFF\xFE\0\0", &utf32("é😀", u32::to_le_bytes)]);
    check(&bytes, None, "é😀", "utf-32le", Evidence::Bom);
    let bytes = joined(&[b"\0\0\xFE\xFF", &utf32("é😀", u32::to_be_bytes)]);
    check(&bytes, None, "é😀", "utf-32be", Evidence::Bom);
}

#[test]
fn a_mark_before_a_legacy_page_goes_but_does_not_win() {
    let bytes = joined(&[b"\xEF\xBB\xBF", &encode("windows-1251", RUSSIAN)]);
    check(&bytes, None, RUSSIAN, "windows-1251", Evidence::Detected);
}

#[test]
fn wide_text_needs_no_mark() {
    for text in [
        GERMAN,
        RUSSIAN,
        GREEK,
        THAI,
        JAPANESE,
        KOREAN,
        "<p>日本語のページ</p>\n",
        "Hi",
    ] {
        let from = Evidence::BytePattern;
        check(&utf16(text, u16::to_le_bytes), None, text, "utf-16le", from);
        check(&utf16(text, u16::to_be_bytes), None, text, "utf-16be", from);
        check(&utf32(text, u32::to_le_bytes), None, text, "utf-32le", from);
        check(&utf32(text, u32::to_be_bytes), None, text, "utf-32be", from);
    }
}

#[test]
fn escapes_tell_the_seven_bit_encodings() {
    check(
        &encode("iso-2022-jp", JAPANESE),
        None,
        JAPANESE,
        "iso-2022-jp",
        Evidence::Escapes,
    );
    check(&hz(CHINESE), None, CHINESE, "hz-gb-2312", Evidence::Escapes);
    check(
        &korean_mail(KOREAN),
        None,
        KOREAN,
        "iso-2022-kr",
        Evidence::Escapes,
    );
    check(
        b"a ~~ ~{VPND~}~\nb",
        None,
        "a ~ 中文b",
        "hz-gb-2312",
        Evidence::Escapes,
    );
}

#[test]
fn colours_and_code_are_no_escapes() {
    for text in [
        "\x1B[31mred\x1B[0m",
        "~{x} and ~}",
        "let f = |~{ab~}| 1",
        "\x1B(B",
        "a~{b",
    ] {
        check(text.as_bytes(), None, text, "utf-8", Evidence::Valid);
    }
}

#[test]
fn a_cut_last_character_is_no_reason_to_doubt_utf8() {
    let whole = format!("{GREEK}ή");
    let cut = whole.as_bytes().get(..whole.len() - 1).unwrap_or_default();
    check(
        cut,
        Some("windows-1252"),
        &format!("{GREEK}\u{FFFD}"),
        "utf-8",
        Evidence::Valid,
    );
    assert!(decode(cut, None).reading.is_damaged());
    check(b"caf\xE9", None, "café", "windows-1252", Evidence::Detected);
}

#[test]
fn a_bad_byte_becomes_a_replacement_character() {
    let bytes = joined(&[CZECH.as_bytes(), b"plain \xFF\n", CZECH.as_bytes()]);
    let text = format!("{CZECH}plain \u{FFFD}\n{CZECH}");
    check(&bytes, Some("utf-8"), &text, "utf-8", Evidence::MostlyUtf8);
    assert!(decode(&bytes, None).reading.is_damaged());
}

#[test]
fn single_legacy_lines_among_utf8_are_read() {
    for (label, text) in LEGACY {
        let name = format!("utf-8+{label}");
        let bytes = joined(&[text.as_bytes(), &encode(label, text), text.as_bytes()]);
        let whole = text.repeat(3);
        let decoded = decode(&bytes, None);
        assert_eq!(
            decoded.text,
            whole,
            "{label}, read as {}",
            decoded.reading.encoding()
        );
        assert_eq!(decoded.reading.from(), Evidence::MixedLines, "{name}");
    }
    let bytes = joined(&[GERMAN.as_bytes(), &encode("windows-1252", GERMAN)]);
    check(
        &bytes,
        None,
        &GERMAN.repeat(2),
        "utf-8+windows-1252",
        Evidence::MixedLines,
    );
}

#[test]
fn a_declared_charset_that_fits_is_believed() {
    for (label, text) in LEGACY {
        let bytes = encode(label, text);
        check_text(&bytes, Some(label), text);
        let page = format!("<meta charset={label}>{text}");
        check_text(&encode(label, &page), None, &page);
    }
    let bytes = encode("windows-1251", "Да");
    check(
        &bytes,
        Some(" CP1251 "),
        "Да",
        "windows-1251",
        Evidence::Header,
    );
    let bytes = b"<meta charset=windows-1257>t\xEBva";
    check(
        bytes,
        None,
        "<meta charset=windows-1257>tėva",
        "windows-1257",
        Evidence::Meta,
    );
}

#[test]
fn a_declared_charset_that_does_not_fit_is_not() {
    for (label, text) in LEGACY {
        for wrong in ["utf-8", "utf-16", "replacement", "hz-gb-2312", "nonsense"] {
            check_text(&encode(label, text), Some(wrong), text);
        }
    }
    let wrong = [
        ("windows-1251", RUSSIAN, "koi8-r"),
        ("koi8-r", RUSSIAN, "windows-1251"),
        ("windows-1251", RUSSIAN, "iso-8859-1"),
        ("iso-8859-2", CZECH, "iso-8859-1"),
        ("windows-1250", CZECH, "iso-8859-2"),
        ("windows-1252", FRENCH, "gb2312"),
        ("windows-1252", GERMAN, "windows-1251"),
        ("shift_jis", JAPANESE, "euc-jp"),
        ("euc-kr", KOREAN, "iso-8859-1"),
        ("windows-874", THAI, "windows-1252"),
    ];
    for (label, text, declared) in wrong {
        check_text(&encode(label, text), Some(declared), text);
    }
}

#[test]
fn letters_tell_the_encoding() {
    for (label, text) in LEGACY {
        check_text(&encode(label, text), None, text);
    }
}

#[test]
fn punctuation_of_windows_is_not_taken_for_macintosh_letters() {
    let text = "“Don’t,” she said—and he didn’t—“it’s late… isn’t it?”\n";
    check_text(&encode("windows-1252", text), None, text);
}

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
fn evidence_has_the_names_of_the_record() {
    assert_eq!(Evidence::Valid.as_str(), "valid-utf8");
    assert_eq!(Evidence::MixedLines.as_str(), "mixed-lines");
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

#[test]
fn the_prescan_reads_what_a_browser_would() {
    let cases: [(&str, Option<&str>); 16] = [
        ("<meta charset=iso-8859-2>", Some("ISO-8859-2")),
        ("<META CHARSET='koi8-r' />", Some("KOI8-R")),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=euc-jp'>",
            Some("EUC-JP"),
        ),
        (
            "<meta content='a; charset = \"big5\"' http-equiv=content-type>",
            Some("Big5"),
        ),
        ("<meta content='text/html; charset=big5'>", None),
        ("<!--<meta charset=big5>--><meta charset=gbk>", Some("GBK")),
        ("<!--><meta charset=gbk>", Some("GBK")),
        (
            "<a title='<meta charset=big5>'><meta charset=gbk>",
            Some("GBK"),
        ),
        ("<meta charset=utf-16>", Some("UTF-8")),
        ("<meta charset=x-user-defined>", Some("windows-1252")),
        ("<meta charset=nonsense><meta charset=gbk>", Some("GBK")),
        ("<metacharset=gbk>", None),
        ("<meta charset=gbk", None),
        (
            "<?xml version='1.0' encoding='windows-1251'?><html>",
            Some("windows-1251"),
        ),
        (
            "<?xml version='1.0' encoding='big5'?><meta charset=gbk>",
            Some("GBK"),
        ),
        (" <?xml version='1.0' encoding='big5'?>", None),
    ];
    for (page, wanted) in cases {
        let found = meta::prescan(page.as_bytes()).map(Encoding::name);
        assert_eq!(found, wanted, "{page}");
    }
}

#[test]
fn the_prescan_ends_with_the_head_but_looks_at_four_kilobytes() {
    let late = format!(
        "<head>{}<meta charset=gbk></head>",
        "<!-- pad -->".repeat(2000)
    );
    assert!(meta::prescan(late.as_bytes()).is_some());
    let body = format!(
        "<head>{}</head><meta charset=gbk>",
        "<!-- pad -->".repeat(2000)
    );
    assert!(meta::prescan(body.as_bytes()).is_none());
    assert!(meta::prescan(b"<head></head><meta charset=gbk>").is_some());
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
