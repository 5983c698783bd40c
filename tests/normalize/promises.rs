//! What every pass promises, for every text.

use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;
use undross::edit::apply;
use undross::normalize::{PASSES, Pass};

use super::rewrite;

proptest! {
    #[test]
    fn every_pass_is_orderly_and_idempotent(text in hostile()) {
        for pass in PASSES {
            keeps_its_promises(pass, &text);
        }
    }

    #[test]
    fn every_pass_is_so_on_what_the_one_before_left(text in hostile()) {
        PASSES.iter().fold(text, |text, pass| keeps_its_promises(pass, &text));
    }

    #[test]
    fn the_nfc_pass_makes_what_the_normalizer_makes(text in hostile()) {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        assert_eq!(rewrite("nfc", &text), nfc.normalize(&text));
    }
}

const PIECES: &str = "a|Word|the| |  |\n|\n\n|\t|\r\n|\r|\u{85}|\u{2028}|\u{A0}|\u{3000}|    |```|~~~|•|• |– |- |* |1. |·\t|\
    &amp;|&lt;|&#38;|amp;|#|;|&nbsp;|&#10;|&#96;|`|&|Ã|Ã©|â€™|Â|Ã |É…|вЂ|™|√|≤|╨|┐|├®|\u{80}|\u{93}|\u{9D}|\u{FFFD}|\
    \u{1b}[0m|\u{1b}]|\u{7}|\0|\u{FEFF}|e|\u{301}|\u{323}|\u{212B}|ﬁ|Ａ|ｶ|ﾞ|\u{200B}|\u{200D}|\u{AD}|“|’|();|{|Г|ð|Ÿ|\
    ˜|€|à|¸|í|½|مرحبا|日本|は|\u{3099}|한|ᄀ|ᅡ|,|.|?|ï»¿|Å|か|ا\u{653}|и\u{306}|\u{334}|\u{344}|豈|\u{9C7}\u{9BE}|\
    \u{61A}|\u{64E}|\u{483}|\u{302A}|quele|s |Ð|Ñ|Â£|Ð ";

fn hostile() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.split('|').collect();
    let codes = prop::collection::vec(prop_oneof![0x80u32..0x180, 0x2C0u32..0x3200], 0..30);
    prop_oneof![
        prop::collection::vec(prop::sample::select(pieces), 0..40)
            .prop_map(|pieces| pieces.concat()),
        any::<String>(),
        codes.prop_map(|codes| codes.into_iter().filter_map(char::from_u32).collect()),
        any::<String>().prop_map(|text| text.bytes().map(char::from).collect()),
    ]
}

/// Checks what every pass promises: ordered and disjoint edits, none in vain, and nothing to do
/// when it reads its own result; passes about white space touch nothing else.
fn keeps_its_promises(pass: &Pass, text: &str) -> String {
    let edits = (pass.run)(text);
    assert!(
        edits
            .windows(2)
            .all(|two| two[0].span.end <= two[1].span.start),
        "{} {text:?}",
        pass.id
    );
    for edit in &edits {
        assert_ne!(
            text[edit.span.start..edit.span.end],
            *edit.now,
            "{} {text:?}",
            pass.id
        );
    }
    let now = apply(text, &edits);
    assert_eq!((pass.run)(&now), [], "{}: {text:?} -> {now:?}", pass.id);
    if ["spaces", "paragraphs", "newlines", "last-newline"].contains(&pass.id) {
        // A word is made whole without its hyphen.
        let hyphens = if pass.id == "paragraphs" {
            ['-', '\u{AD}']
        } else {
            [' '; 2]
        };
        let bare = |text: &str| {
            text.split_whitespace()
                .collect::<String>()
                .replace(hyphens, "")
        };
        assert_eq!(bare(text), bare(&now), "{}", pass.id);
    }
    now
}
