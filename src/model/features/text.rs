//! The text of the block itself, in any language.

use super::{Columns, Family, Feature, feature};
use crate::model::measure::{Measured, log};
use crate::model::text::Text;

pub(super) static FAMILY: Family = Family {
    name: "text",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("text_words", "how many words it has"),
    feature("text_chars", "how many characters it has"),
    feature("text_word_length", "how long its words are"),
    feature("text_longest", "its longest word"),
    feature(
        "text_capitals",
        "how many of its words begin with a capital",
    ),
    feature("text_digits", "how much of it is digits"),
    feature("text_marks", "how much of it is neither letter nor digit"),
    feature("text_sentences", "how many sentences it has"),
    feature("text_sentence_length", "how long its sentences are"),
    feature("text_separators", "how many marks of a row it has"),
    feature("text_quotes", "whether it quotes"),
    feature("text_code", "how much of it looks like code"),
    feature("text_ends_sentence", "whether it ends as a sentence does"),
    feature("text_start", "how it begins"),
];

fn fill(page: &Measured, columns: &mut Columns) {
    for (block, text) in page.texts.iter().enumerate() {
        columns.set(block, &[&row(text)]);
    }
}

fn row(text: &Text) -> [f32; 14] {
    let chars = text.chars.max(1) as f32;
    let pieces = text.pieces.max(1) as f32;
    let words = text.words.max(1.0);
    let marks = text.chars - text.letters - text.digits;
    [
        log(text.words),
        log(text.chars as f32),
        chars / words,
        text.longest as f32,
        text.capitals as f32 / pieces,
        text.digits as f32 / chars,
        marks as f32 / chars,
        text.sentences as f32,
        words / (text.sentences + 1) as f32,
        text.separators as f32,
        text.quotes as f32,
        text.code as f32 / chars,
        f32::from(u8::from(text.ends_sentence)),
        f32::from(text.start),
    ]
}
