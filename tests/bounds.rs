//! A rule takes a line of dross, never a text: laws over all rules.

use std::fs;
use std::path::PathBuf;

use undross::rules::RULES;
use undross::{Capture, Outcome, Plan, process};

use crate::files::{entries, name, root};

/// Sentences that no rule names, in scripts with capitals and without.
const PROSE: [[&str; 3]; 3] = [
    [
        "The town council met on Monday evening to discuss the repair of the old harbour wall.",
        "Engineers told the meeting that the work would take about eighteen months.",
        "Several residents asked how the boats would reach the inner basin until then.",
    ],
    [
        "Der Rat der Stadt beriet am Montag über die alte Mauer des Hafens, die im Winter brach.",
        "Die Ingenieure rechnen damit, dass die Arbeiten etwa achtzehn Monate dauern werden.",
        "Mehrere Bewohner fragten, wie die Boote bis dahin in das innere Becken kommen sollen.",
    ],
    [
        "镇议会星期一晚上开会讨论修复去年冬天受损的旧港口围墙。",
        "工程师告诉会议，工程大约需要十八个月的时间。",
        "几位居民问道，在那之前船只怎样才能到达内港。",
    ],
];

/// Lines of dross that rules take: every line that goes from a `strip-` fixture as text.
fn dross() -> Vec<(&'static str, String)> {
    let mut dross = Vec::new();
    for rule in RULES {
        let plan = Plan::only(rule);
        for path in strip_cases(rule.id) {
            let text = fs::read_to_string(&path).unwrap();
            let capture = Capture::of_text("case", &text);
            for removal in process(&capture, &plan).removals() {
                let lines = removal.span.of(&text).lines().map(str::trim);
                dross.extend(
                    lines
                        .filter(|line| !line.is_empty())
                        .map(|line| (rule.id, line.to_owned())),
                );
            }
        }
    }
    dross
}

fn strip_cases(rule: &str) -> Vec<PathBuf> {
    let cases = entries(&root("fixtures").join(rule));
    let is_case = |path: &PathBuf| {
        name(path).starts_with("strip-") && path.extension().is_some_and(|form| form == "txt")
    };
    cases.into_iter().filter(is_case).collect()
}

fn lost<'s>(plan: &Plan, text: &str, sentences: &[&'s str]) -> Vec<&'s str> {
    let capture = Capture::of_text("glued", text);
    let tidy = process(&capture, plan).text();
    let lost = sentences
        .iter()
        .filter(|sentence| !tidy.contains(**sentence));
    lost.copied().collect()
}

#[test]
fn dross_that_is_glued_to_sentences_leaves_every_sentence() {
    let plan = Plan::default();
    let mut wrong = Vec::new();
    for (rule, line) in dross() {
        for [one, two, three] in PROSE {
            for glued in [
                format!("{line} {one} {two} {three}\n"),
                format!("{one} {two} {three} {line}\n"),
                format!("{one} {line} {two} {three}\n"),
                format!("{one} {two} {line} {three}\n"),
                format!("{line} {one} {two} {three} {line}\n"),
                format!("{one}\n\n{line} {one} {two} {three}\n\n{two}\n"),
            ] {
                let lost = lost(&plan, &glued, &[one, two, three]);
                if !lost.is_empty() {
                    wrong.push(format!("{rule}: {glued:?} loses {lost:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} texts lose sentences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Openings of dross with nothing behind them that ends them, as flattened captures have them.
const OPENINGS: &[&str] = &[
    "© Lindqvist Advice WORK AND JOY",
    "Sign up for our newsletter",
    "Featured image by Ann Lee",
    "Filed under: News",
    "Read the full story here",
    "Advertisement",
    "This article was originally published on The Quay",
    "We use cookies to improve your visit",
    "Please enable JavaScript to view this page",
    "Subscribe to continue reading",
    "Follow us on Mastodon",
    "Copyright 2019 The Quay Ltd.",
    "By Ann Lee, Staff Writer, March 3, 2019",
    "Related: A longer pier for the harbour",
    "Share this:",
];

#[test]
fn an_article_on_one_line_outlives_every_opening() {
    let plan = Plan::default();
    for opening in OPENINGS {
        for sentences in PROSE {
            let text = format!("{opening} {}\n", sentences.join(" "));
            assert_eq!(lost(&plan, &text, &sentences), [""; 0], "{opening}");
        }
    }
}

#[test]
fn what_is_named_at_an_end_of_a_text_is_cut_from_it() {
    let [one, two, three] = PROSE[0];
    let plan = Plan::default();
    let prose = format!("{one} {two} {three}");
    for (text, tidy) in [
        (
            format!("Featured image by Ann Lee. {prose}\n"),
            format!("{prose}\n"),
        ),
        (
            format!("{prose} All rights reserved.\n"),
            format!("{prose}\n"),
        ),
        (format!("{prose} Leave a comment\n"), format!("{prose}\n")),
        // One word says too little.
        (format!("{prose} Share\n"), format!("{prose} Share\n")),
    ] {
        let capture = Capture::of_text("glued", &text);
        assert_eq!(process(&capture, &plan).text(), tidy);
    }
}

fn outcome<'a>(capture: &'a Capture<'_>, plan: &'a Plan) -> (String, Outcome<'a>) {
    let outcome = process(capture, plan);
    (outcome.text(), outcome)
}

#[test]
fn a_capture_that_held_text_or_data_is_never_emptied() {
    let plan = Plan::default();
    let array = r#"[{"title": "The wall", "text": "The council met on Monday. It voted for the repair of the wall."},
{"title": "The lamp", "text": "The keeper lit the lamp. He had done so for forty years."},
{"title": "The pier", "text": "The pier is closed in winter. Nobody walks on it then."}]
"#;
    let capture = Capture::of_text("data", array);
    let kept = outcome(&capture, &plan).0;
    assert!(array.lines().all(|line| kept.contains(line)), "{kept}");
    let code = "window.dataLayer = window.dataLayer || [];\nfunction gtag(){dataLayer.push(arguments);}\n\
                gtag('js', new Date());\ngtag('config', 'UA-1234567-1');\n\
                var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-1234567-1']); _gaq.push(['_trackPageview']);\n\
                document.write('<script src=\"/ads/serve.js\"></script>');\n";
    let capture = Capture::of_text("code", code);
    let (tidy, outcome) = outcome(&capture, &plan);
    assert_eq!(
        tidy.lines().filter(|line| !line.is_empty()).count(),
        code.lines().count()
    );
    let reason = outcome.status().reason();
    assert!(reason.is_some_and(|reason| reason.starts_with("every line looks like dross")));
    assert!(!outcome.nearly().is_empty(), "what nearly went is told");
}

#[test]
fn a_capture_of_nothing_but_dross_says_so() {
    let plan = Plan::default();
    let capture = Capture::of_text(
        "dross",
        "Leave a Reply\nYou must be logged in to post a comment.\n",
    );
    let (tidy, outcome) = outcome(&capture, &plan);
    assert_eq!(tidy, "");
    assert!(
        outcome
            .status()
            .reason()
            .is_some_and(|reason| reason.starts_with("nothing is left"))
    );
}

#[test]
fn short_sentences_are_a_text_too() {
    let plan = Plan::default();
    let page = |line: &str| format!("{}\n\n{line}\n\n{}\n", PROSE[0][0], PROSE[0][1]);
    for (line, sentences) in [
        (
            "Featured image by Jo Marsh Prices rose again. I agree. It was over.",
            ["I agree.", "It was over."],
        ),
        (
            "© 2021 Quay Gazette That was all! Prices rose again. She said yes.",
            ["Prices rose again.", "She said yes."],
        ),
        (
            "Diese Website verwendet Cookies. Die Fähre kam spät. Sie gewann.",
            ["Die Fähre kam spät.", "Sie gewann."],
        ),
        (
            "나룻배가 또 늦었다. 그는 웃었다. 무단전재 및 재배포 금지",
            ["나룻배가 또 늦었다.", "그는 웃었다."],
        ),
        (
            "© Quay Gazette 2021. He laughed. Nobody knew why that was.",
            ["He laughed.", "Nobody knew why that was."],
        ),
    ] {
        assert_eq!(lost(&plan, &page(line), &sentences), [""; 0], "{line}");
    }
}

#[test]
fn dross_upon_dross_at_the_ends_of_lines_is_read_once() {
    let plan = Plan::default();
    let [one, two, three] = PROSE[0];
    // Two finders name the label: were it read again for each of them, the work would double with every label.
    let labels = format!(
        "{} See more on Instagram",
        " See more on Instagram.".repeat(60)
    );
    let text = format!("{one} {two}{labels}\n\n{two} {three}{labels}\n");
    let capture = Capture::of_text("glued", &text);
    assert_eq!(
        process(&capture, &plan).text(),
        format!("{one} {two}\n\n{two} {three}\n")
    );
}
