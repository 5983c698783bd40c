//! Random markup made of what hurts.

use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean much, whole and broken.
#[rustfmt::skip]
pub(super) const SNIPPETS: &[&str] = &[
    "<", "</", "</>", ">", "/>", "<!", "<?", "<a", "</a", "<A B=C>", "</P >", "<a/b/>", "<br/>",
    "<!--", "-->", "--!>", "--", "-", "!", "<!-->", "<!--->", "<!---!>", "<!-- a --><",
    "<script>", "</script ", "</script>", "</SCRIPT/", "<script", "</script", "<style>", "</style>",
    "<title>", "</title>", "<textarea>", "</textarea\n", "<plaintext>", "<xmp>", "</xmp", "<iframe>",
    "<svg>", "</svg>", "<![CDATA[", "]]>", "]]", "]", "[CDATA[",
    "<!DOCTYPE", "<!doctype html>", "<!DOCTYPE a PUBLIC", "PUBLIC", " SYSTEM ", "\"-//W3C//DTD\"",
    "&", "&amp", "&amp;", "&#x80;", "&#", "&#x", "&#38", "&#xD800;", "&#1114112;", "&#99999999999999;", "&#0;", "&#13;",
    "&notit;", "&not", "&notin;", "&not=", "&copy", "&nGt;", "&CounterClockwiseContourIntegral;", "&a", ";", "#",
    "\"", "'", "=", "/", " ", "\t", "\n", "\r", "\r\n", "\u{C}", "\0", "`",
    "a", "A", "Z", "x", "1", "é", "ß", "日本", "\u{FEFF}", "\u{212A}", "😀",
    " a=", " a=\"", " a='", " a=\"b\"", " a=b", " A=c", " é=ü",
];

/// Openings, and what is nasty behind each of them.
#[rustfmt::skip]
const CLOSE_LOOKS: &[(&str, &[&str])] = &[
    ("<!--", &["-", "--", "!", ">", "->", "-->", "--!>", "<!", "<!--", "a", "\0", "\r"]),
    ("<script>", &["<!--", "-->", "--", "-", ">", "<", "</", "<script", "</script", "<SCRIPT>", "</script>", "<scripts>", " ", "/", "a", "\0"]),
    ("<title>", &["</title", "</", "<", "</TITLE>", "</titles>", "&lt;", "&", "lt", ";", ">", " ", "/", "\r", "\n", "\0"]),
    ("<!DOCTYPE", &[" ", "a", "B", "PUBLIC", " system ", "\"", "'", "\"x\"", " 'y'", ">", "\0", "\r", "["]),
    ("<a", &[" ", "b", "C", "=", "=\"", "='", "\"", "'", "/", ">", "&amp;", "&lt", "&not", "in;", "\0", "\r\n", "\n", "é"]),
    ("<a b=\"", &["&", "not", "in", "it", ";", "=", "amp", "#", "x", "8", "0", "D800", "a", " ", "\"", "\r", "\0"]),
    ("", &["&", "not", "in", "it", ";", "=", "amp", "#", "x", "8", "0", "D800", "a", " ", "<", "\r", "\0", "Equal"]),
    ("<svg><![CDATA[", &["]", "]]", ">", "]]>", "&amp;", "<", "</svg>", "<![CDATA[", "\0", "\r", "\n", "a"]),
];

/// Snippets in any order, and sometimes any text between them.
pub(super) fn any() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(SNIPPETS).prop_map(str::to_owned),
        1 => "[ -~]{0,8}",
        1 => proptest::arbitrary::any::<String>(),
    ];
    let mixed = prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat());
    let close = select(CLOSE_LOOKS).prop_flat_map(|(opening, pieces)| {
        prop::collection::vec(select(pieces), 0..12)
            .prop_map(move |pieces| opening.to_owned() + &pieces.concat())
    });
    prop_oneof![mixed, close]
}
