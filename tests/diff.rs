//! Truths about the diff: reversed, it gives the page back, whatever was removed.

mod forms;
mod sarif;

use std::fs;
use std::process::Command;

use proptest::prelude::*;
use undross::diff::{Heading, Part, hunks, lines_in_parts, side_by_side, unified_hunks};
use undross::outcome::Removal;
use undross::resolve::Because;
use undross::rule::Strength;
use undross::{Edit, Span, edit};

/// Makes removals of byte ranges.
fn removals(spans: &[(usize, usize)]) -> Vec<Removal<'static>> {
    spans
        .iter()
        .map(|&(start, end)| Removal {
            span: Span::new(start, end),
            rules: vec!["some-rule"],
            strength: Strength::Sure,
            because: Because::Sure,
        })
        .collect()
}

fn kept(page: &str, removals: &[Removal<'_>]) -> String {
    let edits: Vec<Edit> = removals
        .iter()
        .map(|removal| Edit::remove(removal.span))
        .collect();
    edit::apply(page, &edits)
}

fn text_of(parts: &[Part<'_>]) -> String {
    parts.iter().map(|part| part.text()).collect()
}

/// Writes a line with marks around what goes.
fn marked(parts: &[Part<'_>]) -> String {
    let parts = parts.iter().map(|part| match part {
        Part::Stays(text) => (*text).to_owned(),
        Part::Gone(text) => format!("[{text}]"),
    });
    parts.collect()
}

fn diff_of(page: &str, removals: &[Removal<'_>]) -> String {
    unified_hunks(&hunks(page, removals), "page", Heading::Rules)
}

/// One hunk of a unified diff, read back.
struct Read {
    new_line: usize,
    old: String,
    new: String,
}

/// Reads a unified diff without context lines.
fn read(diff: &str) -> Vec<Read> {
    let mut hunks: Vec<Read> = Vec::new();
    let mut last = '-';
    for (number, line) in diff.split_inclusive('\n').enumerate() {
        let sign = line.chars().next().unwrap();
        match (sign, hunks.last_mut()) {
            _ if number < 2 => {}
            ('@', _) => hunks.push(read_heading(line)),
            ('-', Some(hunk)) => hunk.old.push_str(&line[1..]),
            ('+', Some(hunk)) => hunk.new.push_str(&line[1..]),
            ('\\', Some(hunk)) if last == '-' => drop(hunk.old.pop()),
            ('\\', Some(hunk)) => drop(hunk.new.pop()),
            _ => panic!("a line that belongs to no hunk: {line:?}"),
        }
        last = sign;
    }
    hunks
}

fn read_heading(line: &str) -> Read {
    let new = line.split(' ').nth(2).unwrap().trim_start_matches('+');
    let (start, count) = new.split_once(',').unwrap();
    let start: usize = start.parse().unwrap();
    Read {
        // A side without lines is named by the line before it.
        new_line: start + usize::from(count == "0"),
        old: String::new(),
        new: String::new(),
    }
}

/// Takes a diff back, as `patch -R` does.
fn reversed(diff: &str, kept: &str) -> String {
    let lines: Vec<&str> = kept.split_inclusive('\n').collect();
    let mut page = String::new();
    let mut at = 0;
    for hunk in read(diff) {
        page.extend(lines[at..hunk.new_line - 1].iter().copied());
        page.push_str(&hunk.old);
        let new = hunk.new.split_inclusive('\n').count();
        let end = hunk.new_line - 1 + new;
        assert_eq!(lines[hunk.new_line - 1..end].concat(), hunk.new);
        at = end;
    }
    page.extend(lines[at..].iter().copied());
    page
}

fn patched(diff: &str, kept: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let (file, patch) = (folder.path().join("page"), folder.path().join("page.diff"));
    fs::write(&file, kept).unwrap();
    fs::write(&patch, diff).unwrap();
    let ran = Command::new("patch")
        .args(["-R", "--binary", "--silent", "--force"])
        .arg(&file)
        .arg(&patch)
        .output()
        .ok()?;
    assert!(
        ran.status.success(),
        "{}\n{diff}",
        String::from_utf8_lossy(&ran.stdout)
    );
    // GNU patch removes a file that becomes empty.
    Some(fs::read_to_string(&file).unwrap_or_default())
}

#[test]
fn a_reversed_diff_gives_the_page_back() {
    let pages: &[(&str, &[(usize, usize)])] = &[
        ("a\nb\nc\n", &[(2, 4)]),
        ("a\nb\nc\n", &[(0, 2), (4, 6)]),
        ("a\nb\nc\n", &[(0, 6)]),
        ("a\nb\nc\n", &[(0, 2), (2, 4), (4, 6)]),
        ("a\nb", &[(2, 3)]),
        ("a\nb", &[(1, 3)]),
        ("a\nb", &[(0, 2)]),
        ("ab", &[(0, 2)]),
        ("ab", &[(0, 1)]),
        ("a\r\nb\r\nc\r\n", &[(3, 6)]),
        ("a\r\nb b\r\nc", &[(4, 5)]),
        ("one two\nthree\n", &[(3, 7)]),
        ("one two\nthree four\nfive\n", &[(3, 8), (8, 19)]),
        ("a1\nb1\nc\n", &[(1, 3), (3, 6)]),
        ("-- a\n++ b\n@@ c\n", &[(0, 5), (10, 15)]),
    ];
    for (page, spans) in pages {
        let removals = removals(spans);
        let (diff, kept) = (diff_of(page, &removals), kept(page, &removals));
        assert_eq!(reversed(&diff, &kept), *page, "{diff}");
        if let Some(patched) = patched(&diff, &kept) {
            assert_eq!(patched, *page, "patch -R\n{diff}");
        }
    }
}

#[test]
fn headings_count_lines_as_patch_does() {
    check_heading("a\nb\nc\n", &[(2, 4)], "@@ -2,1 +1,0 @@ some-rule");
    check_heading("a\nb\nc\n", &[(0, 6)], "@@ -1,3 +0,0 @@ some-rule");
    check_heading("ab\n", &[(1, 2)], "@@ -1,1 +1,1 @@ some-rule");
}

fn check_heading(page: &str, spans: &[(usize, usize)], heading: &str) {
    let diff = diff_of(page, &removals(spans));
    assert_eq!(diff.lines().nth(2), Some(heading), "{diff}");
}

#[test]
fn a_name_with_a_space_ends_in_a_tab_and_a_name_with_a_line_feed_is_quoted() {
    let removals = removals(&[(0, 2)]);
    let hunks = hunks("a\n", &removals);
    let first = |name| {
        let diff = unified_hunks(&hunks, name, Heading::Rules);
        diff.lines().next().unwrap().to_owned()
    };
    assert_eq!(first("b c"), "--- a/b c\t");
    assert_eq!(first("b\nc"), r#"--- "a/b\nc""#);
}

#[test]
fn a_likely_removal_is_marked() {
    let mut removals = removals(&[(0, 2)]);
    removals[0].strength = Strength::Likely;
    let diff = unified_hunks(&hunks("a\n", &removals), "page", Heading::RulesAndStrength);
    assert!(diff.contains("@@ some-rule (likely)\n"), "{diff}");
}

#[test]
fn two_columns_show_every_line_once_with_its_context() {
    let page = "a\nb\nc\nd\ne\nf\n";
    let removals = removals(&[(4, 6), (8, 10)]);
    let hunks = hunks(page, &removals);
    let rows: String = side_by_side::rows(page, &hunks, 1)
        .iter()
        .map(|row| format!("{}{}", text_of(&row.left), row.sign()))
        .collect();
    assert_eq!(rows, "b c<d e<f ");
}

#[test]
fn two_columns_mark_what_goes_of_a_line_and_put_what_stays_beside_it() {
    check_rows(
        "one two three\n",
        &[(3, 7)],
        &[("one[ two] three", Some("one three"))],
    );
    check_rows(
        "one\ntwo x\n",
        &[(0, 4), (7, 9)],
        &[("[one]", None), ("two[ x]", Some("two"))],
    );
    check_rows(
        "one x\ntwo\n",
        &[(3, 6)],
        &[("one[ x]", Some("onetwo")), ("two", None)],
    );
    check_rows("a\r\nb c\r\n", &[(4, 6)], &[("b[ c]", Some("b"))]);
}

#[track_caller]
fn check_rows(page: &str, spans: &[(usize, usize)], wanted: &[(&str, Option<&str>)]) {
    let removals = removals(spans);
    let hunks = hunks(page, &removals);
    let rows = side_by_side::rows(page, &hunks, 0);
    let rows: Vec<(String, Option<&str>)> = rows
        .iter()
        .map(|row| (marked(&row.left), row.right))
        .collect();
    let wanted: Vec<(String, Option<&str>)> = wanted
        .iter()
        .map(|&(left, right)| (left.to_owned(), right))
        .collect();
    assert_eq!(rows, wanted);
}

/// Pages of few different signs, so that line breaks meet removals often, and disjoint spans of them.
fn page_and_spans() -> impl Strategy<Value = (String, Vec<(usize, usize)>)> {
    ("[ab\n\r]{0,40}", prop::collection::vec(0_usize..40, 0..10)).prop_map(|(page, mut cuts)| {
        cuts.retain(|&cut| cut <= page.len());
        cuts.sort_unstable();
        cuts.dedup();
        let spans = cuts.chunks_exact(2).map(|cut| (cut[0], cut[1])).collect();
        (page, spans)
    })
}

proptest! {
    #[test]
    fn whatever_is_removed_the_reversed_diff_gives_the_page_back((page, spans) in page_and_spans()) {
        let removals = removals(&spans);
        let diff = diff_of(&page, &removals);
        prop_assert_eq!(reversed(&diff, &kept(&page, &removals)), page);
    }

    #[test]
    fn two_columns_keep_the_order_of_lines((page, spans) in page_and_spans()) {
        let removals = removals(&spans);
        let hunks = hunks(&page, &removals);
        let numbers: Vec<usize> = side_by_side::rows(&page, &hunks, 2)
            .iter()
            .map(|row| row.line)
            .collect();
        prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", numbers);
    }

    #[test]
    fn the_parts_of_lines_are_the_page_and_exactly_the_removals((page, spans) in page_and_spans()) {
        let gone: Vec<Span> = spans.iter().map(|&(start, end)| Span::new(start, end)).collect();
        let lines = lines_in_parts(&page, &gone);
        let all: Vec<String> = lines.iter().map(|line| text_of(line)).collect();
        prop_assert_eq!(all, page.split_inclusive('\n').collect::<Vec<_>>());
        let stays: String = lines
            .iter()
            .flatten()
            .filter(|part| !part.is_gone())
            .map(|part| part.text())
            .collect();
        prop_assert_eq!(stays, kept(&page, &removals(&spans)));
    }

    #[test]
    fn two_columns_show_all_that_stays((page, spans) in page_and_spans()) {
        let removals = removals(&spans);
        let hunks = hunks(&page, &removals);
        let right: Vec<&str> = side_by_side::rows(&page, &hunks, usize::MAX / 2)
            .iter()
            .filter_map(|row| row.right)
            .collect();
        let kept = kept(&page, &removals);
        let wanted: Vec<&str> = kept.lines().collect();
        // A page without removals has no rows.
        prop_assert!(hunks.is_empty() || right == wanted, "{:?} is not {:?}", right, wanted);
    }
}
