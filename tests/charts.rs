//! The pictures of a run.

use std::borrow::Cow;

use undross::record::Record;
use undross::stats::{Stats, charts};
use undross::{Capture, Plan, process};

/// Counts captures that each lose what frames them.
fn stats(names: &[&str]) -> Stats {
    let plan = Plan::default();
    let text = "[ad_1]\nThe minister resigned on Monday, and nobody knows who follows.\n[ad_2]\n";
    let mut stats = Stats::default();
    for &name in names {
        let capture = Capture::of_text(name, text);
        let outcome = process(&capture, &plan);
        stats.add(&Record::new(&capture, &outcome, &plan));
    }
    stats
}

fn svg(stats: &Stats, name: &str) -> String {
    let mut charts = charts(stats).into_iter();
    let chart = charts.find(|chart| chart.name == name);
    chart.map(|chart| chart.svg).unwrap_or_default()
}

#[test]
fn what_has_no_numbers_has_no_picture() {
    assert_eq!(charts(&Stats::default()), []);
    let drawn = charts(&stats(&["a.txt"]));
    let names: Vec<&str> = drawn.iter().map(|chart| chart.name).collect();
    assert_eq!(names, ["rules", "sites", "encodings", "lengths"]);
}

#[test]
fn names_are_escaped_and_long_ones_shortened_with_the_whole_in_the_title() {
    let long = "n".repeat(60);
    let names = [format!("<&\u{1}>/{long}/a.txt"), "b/c.txt".to_owned()];
    let svg = svg(&stats(&names.each_ref().map(String::as_str)), "sites");
    assert!(
        svg.contains(&format!("<title>&lt;&amp;\u{FFFD}&gt;/{long}: ")),
        "{svg}"
    );
    assert!(svg.contains("n…</text>"), "{svg}");
}

#[test]
fn more_bars_than_fit_are_counted() {
    let names: Vec<String> = (0..25).map(|site| format!("site{site}/a.txt")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let svg = svg(&stats(&names), "sites");
    assert_eq!(svg.matches("<rect class=\"bar\"").count(), 20);
    assert!(svg.contains("and 5 more"), "{svg}");
}

#[test]
fn confidence_falls_into_its_tenth() {
    let plan = Plan::default();
    let mut stats = Stats::default();
    for confidence in [0.0, 0.09, 0.3, 0.7, 0.95, 1.0] {
        let mut record = Record::unread("a", "", &plan);
        record.status = Cow::Borrowed("ok");
        record.confidence = Some(confidence);
        stats.add(&record);
    }
    assert_eq!(stats.confidence, [2, 0, 0, 1, 0, 0, 0, 1, 0, 2]);
    assert!(svg(&stats, "confidence").contains("confidence of the block model"));
}

#[test]
fn lengths_are_those_before_and_after() {
    let plan = Plan::default();
    let mut stats = Stats::default();
    for bytes in [0, 1, 99, 100, 2_000_000] {
        let mut record = Record::unread("a", "", &plan);
        record.page_bytes = bytes;
        stats.add(&record);
    }
    let counts = [(0, 2), (1, 1), (13, 1)];
    for (bin, count) in counts {
        assert_eq!(stats.lengths.before[bin], count, "bin {bin}");
    }
    assert_eq!(
        stats.lengths.before.iter().sum::<u64>(),
        4,
        "0 is not known"
    );
    assert_eq!(stats.lengths.before, stats.lengths.after);
}
