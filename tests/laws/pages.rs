//! Random pages: tags in any order, with text between them, and bytes that are broken.

use proptest::prelude::*;
use proptest::sample::select;

use super::{Bytes, HONEST, NOISE};

/// Tags, whole and broken, that the parser has rules of their own for.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "<p>", "</p>", "<div class='share-bar'>", "</div>", "<b>", "</b>", "<i a=1 b=2>", "</i>", "<a href='x'>", "</a>",
    "<font color=x>", "<ul><li>", "</ul>", "<ol start=3><li value=9>", "</ol>", "<br>", "<hr>", "<img>", "<input>",
    "<table><tr><td>", "<td>", "</table>", "<pre>", "</pre>", "<title>", "</title>", "<textarea>", "</textarea>",
    "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math><mi>", "<template>", "</template>",
    "<select><option>", "</select>", "<iframe>", "<noscript>", "</noscript>", "<plaintext>", "<xmp>", "</xmp>",
    "<!--", "-->", "<!doctype html>", "<html lang=x>", "<body a=1 b=2>", "</body>", "<frameset>", "</br>", "<![CDATA[",
    "<h1>", "</h1>", "<p hidden>", "<span>", "</span>", "<a data-cfemail='422342236c21'>", "&amp;", "&nbsp;", "&#x80;",
    "&notin", "<", "</", ">", "\0", "\r\n", "\n", " ", "\u{200B}", "\u{FEFF}", "\u{A0}", "é", "x",
];

/// Tags and lines in any order, with a byte or two broken.
pub(super) fn any_page() -> impl Strategy<Value = Bytes> {
    let piece = prop_oneof![
        6 => select(TAGS).prop_map(str::to_owned),
        1 => select(&NOISE[..]),
        1 => select(&HONEST[..]),
    ];
    let pieces = proptest::collection::vec(piece, 0..60);
    let broken = (
        pieces,
        any::<[(prop::sample::Index, u8); 2]>(),
        any::<bool>(),
    );
    broken.prop_map(|(pieces, breaks, is_broken)| {
        let mut bytes = pieces.concat().into_bytes();
        for (at, byte) in breaks.into_iter().filter(|_| is_broken) {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        Bytes(bytes)
    })
}
