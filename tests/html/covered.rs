//! The places of all tokens of a source; the fuzz targets hold random input to them too.

use std::borrow::Cow;

use undross::Span;
use undross::html::tokenizer::Token;

use super::ours;

/// Tokens follow one another without a gap; text is what the source says, or one thing that it stands for.
pub(super) fn assert_covered(source: &str) {
    let mut at = 0;
    ours::each(source, |token, span| {
        assert!(
            span.start == at && span.end > at,
            "{source:?}: {token:?} at {span:?}"
        );
        at = span.end;
        if let Token::Text(text) = token {
            assert_text_has_its_place(source, text, span);
            let copied = matches!(text, Cow::Owned(_)) && !span.of(source).starts_with("&#");
            assert!(!copied, "{source:?}: {text:?} is copied");
        }
    });
    assert_eq!(at, source.len(), "{source:?}");
}

fn assert_text_has_its_place(source: &str, text: &str, span: Span) {
    let said = span.of(source);
    let literal = text == said && !said.contains(['\r', '\0']);
    let stands_for = match said.as_bytes() {
        [b'&', ..] => true,
        b"\r" | b"\r\n" => text == "\n",
        b"\0" => text == "\u{FFFD}",
        _ => false,
    };
    assert!(literal || stands_for, "{source:?}: {text:?} for {said:?}");
}
