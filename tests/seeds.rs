//! The five seeds come out as a careful editor would leave them.

use undross::{Capture, Plan, diff, process};

use crate::files::{name, root, seeds};
use crate::fixtures::{compare, report};

#[test]
fn the_second_headline_and_the_author_box_go() {
    check(
        "000",
        &[
            "China dismisses US assertions that Moscow seeks Beijing’s military aid.",
            "About Author",
            "China",
        ],
    );
}

#[test]
fn everything_from_the_closing_headline_on_goes() {
    check(
        "001",
        &[
            "Russia seeking military Help from China, US official Said",
            "Click to comment",
            "Warning: Undefined variable $user_ID in /home/u905170158/domains/afbulletin.com/public_html/\
             wp-content/themes/flex-mag/comments.php on line 49",
            "You must be logged in to post a comment Login",
            "Leave a Reply",
            "Most Popular",
            "To Top",
        ],
    );
}

#[test]
fn the_line_about_the_author_goes() {
    check(
        "002",
        &[
            "Works at The Truth International Magazine. My area of interest includes international relations, \
             peace & conflict studies, qualitative & quantitative research in social sciences, and world \
             politics. Reach@ [email protected]",
        ],
    );
}

#[test]
fn the_markers_and_the_source_link_go() {
    check("003", &["[ad_1]", "[ad_2]", "Source link"]);
}

#[test]
fn nothing_goes_and_bullets_become_items() {
    check("004", &[]);
    let (_, raw) = seed("004");
    let tidy = tidy(&raw);
    let items = |text: &str, mark: &str| text.lines().filter(|line| line.starts_with(mark)).count();
    assert_eq!(items(&raw, "  • "), 10);
    assert_eq!(items(&tidy, "- "), 10);
    assert!(!tidy.contains('•'));
}

#[test]
fn the_first_headline_stays() {
    for (number, last) in [
        ("000", "the operation began on February 24.\n"),
        ("001", "website on Sunday.\n"),
    ] {
        let (_, raw) = seed(number);
        let tidy = tidy(&raw);
        assert_eq!(tidy.lines().next(), raw.lines().next());
        assert!(
            tidy.ends_with(last),
            "{number} ends in {:?}",
            tidy.lines().last()
        );
    }
}

#[test]
fn seeds_come_out_as_recorded() {
    let plan = Plan::default();
    let mut wrong = Vec::new();
    for (path, raw) in seeds() {
        let capture = Capture::of_text(name(&path), raw);
        let outcome = process(&capture, &plan);
        let answer = root("fixtures/seeds").join(name(&path));
        let diff = diff::unified(&outcome, &name(&path));
        wrong.extend(compare(&answer, "out", &outcome.text()));
        wrong.extend(compare(&answer, "diff", &diff));
    }
    report(&wrong);
}

/// Checks that exactly these lines leave a seed, and that no other word changes.
fn check(number: &str, removed: &[&str]) {
    let (name, raw) = seed(number);
    let capture = Capture::of_text(name, raw.as_str());
    let plan = Plan::default();
    let outcome = process(&capture, &plan);
    let gone: Vec<&str> = outcome
        .removals()
        .iter()
        .flat_map(|removal| removal.span.of(&raw).lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(gone, removed);
    assert_eq!(words(&outcome.text()), words(&outcome.kept()));
}

/// Returns the words of a text; the mark of a list item is none.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| !["•", "-"].contains(word))
        .collect()
}

fn tidy(raw: &str) -> String {
    let capture = Capture::of_text("seed", raw);
    process(&capture, &Plan::default()).text()
}

fn seed(number: &str) -> (String, String) {
    let found = seeds()
        .into_iter()
        .find(|(path, _)| name(path).starts_with(number));
    let (path, raw) = found.unwrap();
    (name(&path), raw)
}
