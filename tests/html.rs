//! HTML: the tokenizer beside html5ever's, and the places of its tokens.

use proptest::prelude::*;
use undross::Span;
use undross::html::tokenizer::{ATTRIBUTES, Token, Tokenizer};

use covered::assert_covered;

mod covered;
mod limits;
mod markup;
mod ours;
mod peer;
mod plain;
mod select;
mod soup;
pub(crate) mod trees;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16_384) })]

    #[test]
    fn any_markup_gives_the_tokens_of_html5ever(source in markup::any()) {
        prop_assert_eq!(ours::tokens(&source), peer::tokens(&source));
    }

    #[test]
    fn the_spans_of_any_markup_cover_it(source in markup::any()) {
        assert_covered(&source);
    }
}

#[test]
fn every_pair_and_triple_of_snippets_gives_the_tokens_of_html5ever() {
    for one in markup::SNIPPETS {
        for other in markup::SNIPPETS {
            for end in ["", ">", "x", "=", "\n", "-->", "</script>"] {
                let source = format!("{one}{other}{end}");
                assert_eq!(ours::tokens(&source), peer::tokens(&source), "{source:?}");
                assert_covered(&source);
            }
        }
    }
}

#[test]
fn every_token_knows_its_place() {
    check(
        "<!DOCTYPE html><P Class=a>A &amp B\r\n</p x></><!-- c --><br/",
        &[
            "doctype <!DOCTYPE html>",
            "start <P Class=a>",
            "text A ",
            "text &amp",
            "text  B",
            "text \r\n",
            "end </p x>",
            "nothing </>",
            "comment <!-- c -->",
            "nothing <br/",
        ],
    );
    check(
        "<svg><![CDATA[a\0b]]></svg><![CDATA[c]]>",
        &[
            "start <svg>",
            "nothing <![CDATA[",
            "text a",
            "null \0",
            "text b",
            "nothing ]]>",
            "end </svg>",
            "comment <![CDATA[c]]>",
        ],
    );
    check(
        "<title>a<b>&lt;\0</titles></TITLE\n><script><!--<script></script>--></script>",
        &[
            "start <title>",
            "text a<b>",
            "text &lt;",
            "text \0",
            "text </titles>",
            "end </TITLE\n>",
            "start <script>",
            "text <!--<script></script>-->",
            "end </script>",
        ],
    );
    check(
        "<script><!--><script></script><i>",
        &[
            "start <script>",
            "text <!--><script>",
            "end </script>",
            "start <i>",
        ],
    );
}

#[track_caller]
fn check(source: &str, wanted: &[&str]) {
    let mut found = Vec::new();
    ours::each(source, |token, span| {
        found.push(format!("{} {}", ours::kind(token), span.of(source)));
    });
    assert_eq!(found, wanted);
}

#[test]
fn a_value_knows_its_place() {
    let source = "<a href=\"?a=1&amp;b=2&copy=3\" Title = x&lt;y hidden hidden=2 alt=''>";
    let Some((Token::StartTag(tag), _)) = Tokenizer::new(source).next() else {
        panic!("{source} is a start tag");
    };
    let found: Vec<_> = tag
        .attributes
        .iter()
        .map(|one| (&*one.name, &*one.value, one.span.of(source)))
        .collect();
    let wanted = [
        ("href", "?a=1&b=2&copy=3", "?a=1&amp;b=2&copy=3"),
        ("title", "x<y", "x&lt;y"),
        ("hidden", "", ""),
        ("alt", "", ""),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn attributes_beyond_the_limit_are_counted() {
    let attributes: String = (0..2 * ATTRIBUTES)
        .map(|number| format!(" a{number}=b a0"))
        .collect();
    let source = format!("<p{attributes}>text");
    let mut tokenizer = Tokenizer::new(&source);
    let Some((Token::StartTag(tag), _)) = tokenizer.next() else {
        panic!("a start tag comes first");
    };
    assert_eq!(tag.attributes.len(), ATTRIBUTES);
    assert_eq!(
        tag.attributes[ATTRIBUTES - 1].name,
        format!("a{}", ATTRIBUTES - 1)
    );
    assert_eq!(tokenizer.attributes_lost(), 2 * ATTRIBUTES + 1);
    assert_eq!(
        tokenizer.next(),
        Some((
            Token::Text("text".into()),
            Span::new(source.len() - 4, source.len())
        ))
    );
}
