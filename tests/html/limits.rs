//! Pages that are damaged or go too far: what is said of them, and what of their text is left.

use undross::capture::Kind;
use undross::html::{Damage, Limits};
use undross::markdown::markdown;
use undross::outcome::Status;
use undross::record::Record;
use undross::{Capture, Page, Plan, Settings, process};

/// Checks what is said of a page, and the lines of its text.
#[track_caller]
fn check(source: &str, limits: Limits, damage: &[Damage], lines: &[&str]) {
    let page = Page::of_html_within(source.into(), limits);
    let tree = &page.markup().unwrap().tree;
    let shown: Vec<&str> = (0..page.blocks().len()).map(|at| page.shown(at)).collect();
    assert_eq!((&tree.damage[..], &shown[..]), (damage, lines), "{source}");
}

#[test]
fn text_that_never_closes_ends_at_the_next_tag_or_line_end() {
    let unclosed = |name| [Damage::Unclosed(name)];
    let check = |source, damage: &[Damage], lines: &[&str]| {
        check(source, Limits::default(), damage, lines);
    };
    check("<title>Tides<p>Six.</p>", &unclosed("title"), &["Six."]);
    check("<title>Tides a < b\nSix.", &unclosed("title"), &["Six."]);
    check("<title>\n Tides\r\nSix.", &unclosed("title"), &["Six."]);
    check("<title>A<title>B<p>Six.", &unclosed("title"), &["Six."]);
    check(
        "<p>A<textarea>b<p>Six.",
        &unclosed("textarea"),
        &["A", "Six."],
    );
    check("<p>A<iframe>b<p>Six.", &unclosed("iframe"), &["A", "Six."]);
    check("<title>Tides</title><p>Six.", &[], &["Six."]);
    check("<svg><title>Tides</svg><p>Six.", &[], &["Six."]);
}

#[test]
fn what_swallows_a_whole_page_is_said() {
    for source in [
        "<script>let a;<p>Six.</p>",
        "<!-- <p>Six.</p>",
        "<style><p>Six.</p>",
    ] {
        check(source, Limits::default(), &[Damage::Swallowed], &[]);
    }
    check(
        "<p>Six.<script>let a = '<p>';",
        Limits::default(),
        &[],
        &["Six."],
    );
    check("<script>let a;", Limits::default(), &[], &[]);
}

#[test]
fn a_page_whose_positions_would_not_fit_fails() {
    let plan = Plan::default();
    let capture = Capture {
        kind: Kind::Html,
        ..Capture::of_text("long", " ".repeat(512 << 20))
    };
    let outcome = process(&capture, &plan);
    assert!(matches!(outcome.status(), Status::Failed(reason) if reason.contains("512 MiB")));
    assert!(outcome.page().blocks().is_empty());
}

#[test]
fn tags_past_a_limit_are_passed_over_and_their_text_stays() {
    let limits = Limits {
        depth: 8,
        formatting: 2,
        ..Limits::default()
    };
    let deep = "<div>".repeat(12) + "<p>one</p><p>two</p>" + &"</div>".repeat(12) + "<p>three";
    check(&deep, limits, &[Damage::Deep(8)], &["one", "two", "three"]);
    let bold = "<p><b 1>one<i 2>two<u 3>three</u>four</i>five</b>six";
    check(
        bold,
        limits,
        &[Damage::Formatting(2)],
        &["onetwothreefourfivesix"],
    );
    let drawing = "<svg>".repeat(12) + "<path>" + "<p>one";
    check(&drawing, limits, &[Damage::Deep(8)], &["one"]);
    let scripts = "<div>".repeat(12) + "<p>one<script>a<b</script><p>two<style>c</style>three";
    check(&scripts, limits, &[Damage::Deep(8)], &["one", "twothree"]);
}

#[test]
fn a_page_that_is_too_much_for_a_tree_is_laid_out_by_its_tags() {
    let limits = Limits {
        nodes: 20,
        ..Limits::default()
    };
    let source = "<title>T</title><style>s</style><p>one <a>two</a><a>three</a><br>four<svg><title>x</title>y<path></svg>\
                  <ul><li>five<li>six</ul><pre>a  b</pre><template>z</template><svg>v<p>seven<script>w</script><textarea>t";
    let lines = ["one two three", "four", "- five", "- six", "a  b", "seven"];
    check(source, limits, &[Damage::Nodes(20)], &lines);
    let page = Page::of_html_within(source.into(), limits);
    assert!(Plan::default().judge(&page).is_none());
    assert_eq!(
        page.markup()
            .unwrap()
            .source_of(page.blocks()[1].shown())
            .len(),
        1
    );
}

#[test]
fn the_status_says_what_was_read_by_halves() {
    let source = "<!doctype html><title>Tides<meta charset=utf-8><p>High water at six.";
    let capture = Capture::of_bytes("page", source.as_bytes());
    let plan = Plan::default();
    let reason = "a <title> never closes; it was ended at the next tag or line end";
    assert_eq!(
        *process(&capture, &plan).status(),
        Status::Degraded(reason.to_owned())
    );
}

#[test]
fn lines_past_the_limit_stay_and_nothing_looks_at_them() {
    let limits = Limits {
        lines: 2,
        ..Limits::default()
    };
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    let plan = Plan::new(&settings).unwrap();
    let reason = "the page has more than 2 lines; those below stay, and no rule looks at them";
    for source in [
        "<p>One <b>one</b></p><p>Two</p><p>Three <a href=x>three</a></p><pre>Four\n\nfive</pre><ul><li>[ad_1]</ul>",
        &("<p>One <b>one</b></p><p>Two</p>".to_owned()
            + &"<i 1><i 2><i 3>".repeat(30_000)
            + "<p>[ad_1]"),
    ] {
        let capture = Capture {
            kind: Kind::Html,
            ..Capture::of_text("page", source)
        };
        let outcome = process(&capture, &plan);
        assert_eq!(outcome.page().blocks().len(), 2);
        assert!(
            outcome
                .status()
                .reason()
                .is_some_and(|said| said.contains(reason))
        );
        let text = outcome.text();
        assert!(text.contains("[ad_1]") && text.contains("Two"), "{text}");
        assert!(
            markdown(&outcome, &text)
                .replace('\\', "")
                .contains("[ad_1]")
        );
        let record = Record::new(&capture, &outcome, &plan);
        assert_eq!(
            record.restore(&text).as_deref(),
            Some(outcome.page().text())
        );
    }
    check("<p>One<p>Two", limits, &[], &["One", "Two"]);
}

#[test]
fn what_rules_search_ends_where_the_lines_do() {
    let page = "<pre>let a;\n  b</pre><p>[ad_1]</p><p>One</p><p>\"[ad_1]\" is a mark, and WP_Query jQuery( {x} [gallery] SELECT * FROM wp_posts #0                 Warning: a() in /b.php on line 1</p>";
    for lines in 0..6 {
        let limits = Limits {
            lines,
            ..Limits::default()
        };
        let settings = Settings {
            limits,
            ..Settings::default()
        };
        let plan = Plan::new(&settings).unwrap();
        let capture = Capture {
            kind: Kind::Html,
            ..Capture::of_text("page", page)
        };
        let outcome = process(&capture, &plan);
        assert_eq!(outcome.page().blocks().len(), lines.min(5));
        let text = outcome.text();
        assert!(text.contains("is a mark") && !markdown(&outcome, &text).is_empty());
    }
}
