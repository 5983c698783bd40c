//! The trees and the table of path words, as they ship.

use undross::model::features::Table;
use undross::model::forest::{MODEL, Model};
use undross::model::{Headline, Input, Judgement, Measured, Profile, path};

use super::{PAGE, page};

const FILE: &[u8] = include_bytes!("../../src/model/model.bin");

#[test]
fn the_file_is_whole_and_a_cut_one_is_refused() {
    assert!(Model::read(FILE).is_some());
    assert!(FILE.len() <= 200_000, "{} bytes", FILE.len());
    for length in [0, 3, 4, 8, 20, 100, FILE.len() / 2, FILE.len() - 1] {
        assert!(
            Model::read(&FILE[..length]).is_none(),
            "{length} bytes of it"
        );
    }
}

#[test]
fn the_reasons_make_up_the_score() {
    let page = page(PAGE);
    let judgement = Judgement::of(&page, Profile::Auto, Headline::Keep).unwrap();
    for (block, probability) in judgement.probabilities.iter().enumerate() {
        let reasons = judgement.reasons(block, usize::MAX);
        let score: f32 = MODEL.base() + reasons.iter().map(|reason| reason.part).sum::<f32>();
        let said = 1.0 / (1.0 + (-score).exp());
        assert!(
            (said - probability).abs() < 1e-4,
            "{said} is not {probability}"
        );
        assert!(reasons.is_sorted_by(|a, b| a.part.abs() >= b.part.abs()));
    }
}

#[test]
fn path_words_score_as_the_words_that_training_reads() {
    let page = page(PAGE);
    let input = Input::of(&page).unwrap();
    let measured = Measured::of(&input);
    let scores = path::scores(&measured, &MODEL.weights);
    for (block, score) in scores.iter().enumerate() {
        let words = path::buckets(&measured, block);
        let steps: i32 = words
            .iter()
            .map(|at| i32::from(MODEL.weights.table[usize::from(*at)].cast_signed()))
            .sum();
        let said =
            MODEL.weights.bias + steps as f32 * MODEL.weights.step / (words.len() as f32).sqrt();
        assert!(
            (said - score).abs() < 1e-4,
            "block {block}: {said} is not {score}"
        );
    }
}

#[test]
fn a_page_without_classes_has_features_too() {
    let page = page(PAGE);
    let mut input = Input::of(&page).unwrap();
    input.forget_classes();
    let table = Table::of(&Measured::of(&input));
    assert!(table.values.iter().all(|value| value.is_finite()));
}
