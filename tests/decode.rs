//! Decoding: every kind of evidence.

use encoding_rs::Encoding;
use undross::decode::{Evidence, decode, meta};

use samples::*;

mod places;
mod samples;

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
fn numbers_in_wide_units_are_no_utf32() {
    for unit in [[0, 1], [1, 0], [0, 2], [2, 0]] {
        let bytes = unit.repeat(400);
        let decoded = decode(&bytes, None);
        assert!(
            !decoded.reading.encoding().starts_with("utf-32"),
            "{unit:?}"
        );
    }
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
fn evidence_has_the_names_of_the_record() {
    assert_eq!(Evidence::Valid.as_str(), "valid-utf8");
    assert_eq!(Evidence::MixedLines.as_str(), "mixed-lines");
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
