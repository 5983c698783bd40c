//! Groups of hunks, and the forms for browsers and for GitHub.

use undross::diff::groups::{Group, Groups};
use undross::diff::places::places;
use undross::diff::{github::github, html, hunks};
use undross::rule::Strength;
use undross::{Capture, Plan, process};

use super::removals;

/// A capture: its name, its text, what goes of it, and how sure that is.
type Page<'p> = (&'p str, &'p str, &'p [(usize, usize)], Strength);

/// Gathers pages with what goes of each.
fn groups(pages: &[Page<'_>]) -> Vec<Group> {
    let mut groups = Groups::default();
    for &(id, page, spans, strength) in pages {
        let mut removals = removals(spans);
        removals
            .iter_mut()
            .for_each(|removal| removal.strength = strength);
        groups.join(Groups::of(id, hunks(page, &removals)));
    }
    groups.into_sorted()
}

#[test]
fn hunks_of_one_rule_and_shape_are_one_group() {
    let groups = groups(&[
        (
            "a",
            "Read 12 more\nx\nread 7 more\n",
            &[(0, 13), (15, 27)],
            Strength::Sure,
        ),
        ("b", "x\nRead 3 more »\n", &[(2, 17)], Strength::Sure),
        ("c", "Read less\n", &[(0, 10)], Strength::Sure),
    ]);
    let words: Vec<String> = groups.iter().map(Group::in_words).collect();
    assert_eq!(
        words,
        [
            "3 copies in 2 captures: a:1, b:2",
            "1 copy in 1 capture: c:1"
        ]
    );
}

#[test]
fn what_is_likely_comes_first_then_what_is_frequent() {
    let (sure, likely) = (Strength::Sure, Strength::Likely);
    let groups = groups(&[
        ("a", "one\n", &[(0, 4)], sure),
        ("b", "two\n", &[(0, 4)], sure),
        ("c", "two\n", &[(0, 4)], sure),
        ("d", "three\n", &[(0, 6)], likely),
        // One likely copy makes its group one to look at.
        ("e", "one\n", &[(0, 4)], likely),
    ]);
    let order: Vec<&str> = groups.iter().map(|group| group.hunk.old.trim()).collect();
    assert_eq!(order, ["one", "three", "two"]);
}

#[test]
fn a_group_names_three_captures_and_says_that_there_are_more() {
    let pages = ["a", "b", "c", "d"].map(|id| (id, "x\n", &[(0, 2)][..], Strength::Sure));
    assert_eq!(
        groups(&pages)[0].in_words(),
        "4 copies in 4 captures: a:1, b:1, c:1, …"
    );
}

#[test]
fn a_page_escapes_all_text_and_marks_exactly_what_goes() {
    let page = "<b>stays</b> & <i>goes</i>\n";
    let removals = removals(&[(15, 26)]);
    let html = html::capture("a<\"b>.txt", &hunks(page, &removals));
    assert!(
        html.contains("&lt;b&gt;stays&lt;/b&gt; &amp; <del>&lt;i&gt;goes&lt;/i&gt;</del>\n</pre>"),
        "{html}"
    );
    assert!(html.contains("<h2>a&lt;&quot;b&gt;.txt "), "{html}");
    assert_eq!(html::capture("a", &[]), "");
}

fn annotations(path: &str, text: &str) -> String {
    let capture = Capture::of_text("a", text);
    let plan = Plan::default();
    let outcome = process(&capture, &plan);
    github(&outcome, path, &places(&capture, &outcome))
}

#[test]
fn annotations_name_lines_and_escape_what_ends_a_property() {
    let text = "The minister resigned on Monday, and nobody knows who follows.\n[ad_1]\n\
                A vote is expected before the summer break of the parliament.\nSource link\n";
    assert_eq!(
        annotations("50%,a:b\n.txt", text),
        "::notice file=50%25%2Ca%3Ab%0A.txt,line=2,endLine=2,title=autoblog-marker::[ad_1]\n\
         ::warning file=50%25%2Ca%3Ab%0A.txt,line=4,endLine=4,title=autoblog-marker::Source link\n"
    );
    assert_eq!(annotations("a.txt", "A quiet day in the harbour.\n"), "");
}

#[test]
fn the_message_of_an_annotation_is_one_escaped_line() {
    let text = "The minister resigned on Monday, and nobody knows who follows.\n\
                Warning: Undefined variable $a%b in /var/www/100%/x.php on line 4\n";
    let annotations = annotations("a.txt", text);
    assert!(
        annotations
            .ends_with("::Warning: Undefined variable $a%25b in /var/www/100%25/x.php on line 4\n"),
        "{annotations}"
    );
    assert_eq!(annotations.lines().count(), 1);
}
