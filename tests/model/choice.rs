//! Which blocks are chosen.

use undross::model::decide::threshold;
use undross::model::{Headline, Judgement, Profile};

use super::{PAGE, page};

/// Checks how many of the likeliest blocks are chosen.
fn check(probabilities: &[f32], words: &[f32], profile: Profile, chosen: usize) {
    let (threshold, _) = threshold(probabilities, words, profile);
    let count = probabilities
        .iter()
        .filter(|probability| **probability >= threshold)
        .count();
    assert_eq!(count, chosen, "{probabilities:?} of {words:?} words");
}

#[test]
fn likely_blocks_are_chosen_as_long_as_the_expected_f1_grows() {
    check(&[0.9, 0.9, 0.1, 0.1], &[50.0; 4], Profile::Page, 2);
    check(&[0.1, 0.9, 0.1, 0.9], &[50.0; 4], Profile::Page, 2);
    check(&[0.9, 0.5, 0.1], &[50.0; 3], Profile::Page, 2);
}

#[test]
fn a_page_without_a_sure_block_keeps_its_likeliest() {
    check(&[0.2, 0.02, 0.01], &[50.0; 3], Profile::Auto, 1);
}

#[test]
fn the_profile_says_how_far_below_the_best_a_block_may_be() {
    let (probabilities, words) = ([0.9, 0.9, 0.5], [100.0; 3]);
    check(&probabilities, &words, Profile::Page, 3);
    check(&probabilities, &words, Profile::Article, 2);
}

#[test]
fn nothing_is_chosen_of_nothing() {
    check(&[], &[], Profile::Auto, 0);
    assert!(
        Judgement::of(&page(""), Profile::Auto, Headline::Keep)
            .unwrap()
            .choice
            .content
            .is_empty()
    );
}

#[test]
fn the_confidence_is_the_expected_f1() {
    let sure = threshold(&[1.0, 0.0], &[50.0, 50.0], Profile::Auto).1;
    assert!((sure - 1.0).abs() < 1e-5, "{sure}");
    let unsure = threshold(&[0.5, 0.5], &[50.0, 50.0], Profile::Auto).1;
    assert!((unsure - 2.0 / 3.0).abs() < 1e-5, "{unsure}");
}

#[test]
fn an_article_is_told_from_what_stands_around_it() {
    let page = page(PAGE);
    let judgement = Judgement::of(&page, Profile::Auto, Headline::Keep).unwrap();
    for (index, content) in judgement.choice.content.iter().enumerate() {
        let shown = page.shown(index);
        let is_prose = shown.split_whitespace().count() > 12;
        assert!(*content || !is_prose, "left out: {shown}");
        let is_around = ["News", "Sport", "Who owns", "About us", "All rights"]
            .iter()
            .any(|word| shown.contains(word));
        assert!(!*content || !is_around, "chosen: {shown}");
    }
}

#[test]
fn the_headline_is_added_if_it_is_wanted() {
    let page = page(PAGE);
    let headline =
        (0..page.blocks().len()).find(|index| page.shown(*index).starts_with("The bridge at"));
    let judgement = Judgement::of(&page, Profile::Article, Headline::Keep).unwrap();
    assert!(judgement.choice.content[headline.unwrap()]);
}

#[test]
fn a_long_block_is_chosen_once() {
    let sentence = "The bridge was closed in the spring, when a flood took two of its seven arches, and the baker has \
                    crossed the water by boat every morning since.";
    let other = "A lottery brought in the rest of the money, which the masons spent on stone, lime, bread and a roof.";
    let html = format!("<article><p>{sentence}</p><p>{other}</p><p>{sentence}</p></article>");
    let page = page(&html);
    let judgement = Judgement::of(&page, Profile::Page, Headline::Keep).unwrap();
    assert_eq!(judgement.choice.content, [true, true, false]);
}
