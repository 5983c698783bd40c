//! Features, one by one and as a list.

use std::collections::HashSet;

use undross::model::features::{FAMILIES, Table, features};
use undross::model::{Input, Measured};

use super::{PAGE, page};

/// Returns a feature of all blocks of a page.
fn column(html: &str, name: &str) -> Vec<f32> {
    let page = page(html);
    let input = Input::of(&page).unwrap();
    let table = Table::of(&Measured::of(&input));
    let at = features().position(|feature| feature.name == name).unwrap();
    (0..input.blocks.len())
        .map(|block| table.row(block)[at])
        .collect()
}

/// Checks how many words each block of a page has.
fn words(html: &str, expected: &[f32]) {
    let page = page(html);
    let input = Input::of(&page).unwrap();
    let measured = Measured::of(&input);
    let words: Vec<f32> = (0..measured.len())
        .map(|block| (measured.words(block) * 10.0).round() / 10.0)
        .collect();
    assert_eq!(words, expected, "{html}");
}

#[test]
fn every_feature_has_a_name_of_its_own_and_says_what_it_means() {
    let names: HashSet<&str> = features().map(|feature| feature.name).collect();
    assert_eq!(names.len(), features().count());
    assert!(
        features().all(|feature| !feature.meaning.is_empty() && !feature.meaning.ends_with('.'))
    );
    assert!(FAMILIES.iter().all(|family| !family.features.is_empty()));
}

#[test]
fn all_features_are_numbers_on_odd_pages() {
    let deep = "<div>".repeat(400) + "x";
    for html in [
        PAGE,
        "",
        "<p>x",
        "<p>.<p>…<p>---",
        "<table><tr><td>a<td>b</table>",
        "<title>x",
        &deep,
    ] {
        let page = page(html);
        let input = Input::of(&page).unwrap();
        let table = Table::of(&Measured::of(&input));
        assert!(
            table.values.iter().all(|value| value.is_finite()),
            "{html:.60}"
        );
    }
}

#[test]
fn words_are_counted_in_scripts_that_write_none() {
    words("<p>The old bridge, again.", &[4.0]);
    words("<p>桥梁今天重新开放。", &[4.7]);
    words("<p>สะพานเปิดอีกครั้ง", &[3.6]);
    words("<p>…", &[1.0]);
}

#[test]
fn the_mark_of_a_list_item_is_no_text() {
    assert_eq!(column("<ul><li>Apples and pears</ul>", "text_start"), [4.0]);
    assert_eq!(
        column("<ol><li>Apples and pears</ol>", "text_digits"),
        [0.0]
    );
    assert_eq!(column("<p>- apples and pears", "text_start"), [1.0]);
}

#[test]
fn dates_are_seen_in_many_forms() {
    let dates = [
        "14 March 2021",
        "March 14, 2021",
        "14.03.2021",
        "2021-03-14",
        "14/03/21",
        "12:30",
        "2021年3月14日",
        "3 hours ago",
        "14. März 2021",
        "14 марта 2021",
        "March 14th, 2021",
    ];
    for date in dates {
        assert_eq!(
            column(&format!("<p>{date}"), "date_page_share"),
            [1.0],
            "{date}"
        );
    }
    for none in [
        "1999",
        "1:1",
        "Chapter 3.2",
        "10 apples",
        "Route 2021",
        "version 1.2.3",
    ] {
        assert_eq!(
            column(&format!("<p>{none}"), "date_page_share"),
            [0.0],
            "{none}"
        );
    }
}

#[test]
fn labels_of_comments_are_seen_in_many_languages() {
    for label in [
        "3 comments",
        "Leave a Reply",
        "Kommentare (2)",
        "Комментарии",
        "评论",
        "Ada Wrenn says:",
    ] {
        assert!(
            column(&format!("<p>{label}"), "comment_page")[0] > 0.0,
            "{label}"
        );
    }
    assert_eq!(column("<p>The bridge opens", "comment_page"), [0.0]);
}

#[test]
fn the_title_is_found_where_the_page_shows_it() {
    let distances = column(PAGE, "title_blocks");
    let page = page(PAGE);
    let shown = distances
        .iter()
        .position(|distance| *distance == 0.0)
        .map(|block| page.shown(block));
    assert_eq!(shown, Some("The bridge at Hollowford opens again"));
}

#[test]
fn repeated_text_is_counted() {
    assert_eq!(
        column("<p>Read this<p>and that<p>read this!", "copies"),
        [2.0, 1.0, 2.0]
    );
    assert_eq!(
        column("<p>Read this<p>and that<p>read this!", "seen_before"),
        [0.0, 0.0, 1.0]
    );
}
