//! Files, folders and patterns.

use undross::Error;
use undross::corpus::Ignored;

use super::build::gz;
use super::{Sources, check_lines};

#[test]
fn what_an_ignore_file_names_is_left_out_unless_asked_for() {
    let files: &[(&str, &[u8])] = &[
        ("in/.gitignore", b"*.log\n"),
        ("in/.ignore", b"d/\n"),
        ("in/a.log", b"A."),
        ("in/b.txt", b"B."),
        ("in/d/c.txt", b"C."),
    ];
    let mut sources = Sources::with(files);
    check_lines(&sources.read(&["in"]), &["b.txt = B."]);
    sources.reading.ignored = Ignored::Read;
    check_lines(
        &sources.read(&["in"]),
        &["a.log = A.", "b.txt = B.", "d/c.txt = C."],
    );
}

#[test]
fn an_ignore_file_above_the_input_does_not_count() {
    let sources = Sources::with(&[(".gitignore", b"in\n*.txt\n"), ("in/a.txt", b"A.")]);
    check_lines(&sources.read(&["in"]), &["a.txt = A."]);
}

#[test]
fn patterns_are_expanded() {
    let files: &[(&str, &[u8])] = &[
        ("in/a.html", b"A."),
        ("in/d/b.html", b"B."),
        ("in/d/c.txt", b"C."),
    ];
    let sources = Sources::with(files);
    check_lines(
        &sources.read(&["in/**/*.html"]),
        &["a.html = A.", "d/b.html = B."],
    );
    check_lines(&sources.read(&["in/*.html"]), &["a.html = A."]);
    check_lines(
        &sources.read(&["in/d*"]),
        &["d/b.html = B.", "d/c.txt = C."],
    );
    check_lines(
        &sources.read(&["in/*.html", "in/**/*.html"]),
        &["a.html = A.", "d/b.html = B."],
    );
    let got = sources.read(&["in/*.md"]);
    assert!(
        got[0]
            .line()
            .ends_with("no file matches; check the pattern"),
        "{}",
        got[0].line()
    );
}

#[test]
fn a_file_whose_name_has_wildcards_is_that_file() {
    let sources = Sources::with(&[("a[1].txt", b"A.")]);
    check_lines(&sources.read(&["a[1].txt"]), &["a[1].txt = A."]);
}

#[test]
fn packed_files_that_would_share_an_output_name_are_refused() {
    let page = gz("A.");
    for pair in [
        ["a.html", "a.html.gz"],
        ["a.html.gz", "a.html.zst"],
        ["a.txt.gz", "a"],
        ["a.txt", "a.gz"],
    ] {
        let sources = Sources::with(&[
            (&format!("in/{}", pair[0]), &page),
            (&format!("in/{}", pair[1]), &page),
        ]);
        for names in [vec!["in"], vec!["in/a.html", "in/a.html.gz"]]
            .iter()
            .take(1 + usize::from(pair[0] == "a.html"))
        {
            let survey = sources.inputs(names).survey(&sources.reading, Some("txt"));
            assert!(
                matches!(survey, Err(Error::SameName { .. })),
                "{pair:?}: {survey:?}"
            );
        }
    }
    let sources = Sources::with(&[
        ("in/a.jsonl", b""),
        ("in/a.jsonl.gz", &page),
        ("in/b.html.gz", &page),
    ]);
    let survey = sources
        .inputs(&["in"])
        .survey(&sources.reading, Some("txt"))
        .unwrap();
    assert_eq!((survey.files, survey.streams), (1, 2));
}
