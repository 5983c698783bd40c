//! Truths about all inputs: random text, random bytes, random mixtures of noise and honest lines.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use undross::capture::Kind;
use undross::corpus::Workers;
use undross::edit::{Edit, Span, carry};
use undross::normalize::PASSES;
use undross::record::Record;
use undross::resolve::resolve;
use undross::settings::{SiteFind, SiteRule};
use undross::{Capture, Page, Plan, Settings, diff, process};

use crate::files::{cases, seeds};
use crate::ordinary::ORDINARY;
pub(crate) use lawful::assert_lawful;
use lawful::narrow;
use pages::any_page;
use replay::apply;

mod lawful;
mod pages;
mod replay;

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);
/// A plan whose limits on pages any page goes past.
static NARROW: LazyLock<Plan> = LazyLock::new(narrow);
static NOISE: LazyLock<Vec<String>> = LazyLock::new(|| lines(cases("strip-")));
static HONEST: LazyLock<Vec<String>> =
    LazyLock::new(|| lines(cases("keep-").into_iter().chain(seeds())));

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_text_is_lawful(text in any_text()) {
        assert_lawful(&Capture::of_text("text", text), &PLAN);
    }

    #[test]
    fn any_bytes_are_lawful(bytes in any_bytes()) {
        assert_lawful(&Capture::of_bytes("bytes", bytes.0), &PLAN);
    }

    #[test]
    fn any_mixture_of_lines_is_lawful(text in mixture()) {
        assert_lawful(&Capture::of_bytes("mixture", text.into_bytes()), &PLAN);
    }

    #[test]
    fn any_page_is_lawful(bytes in any_page()) {
        let capture = Capture { kind: Kind::Html, ..Capture::of_bytes("page", bytes.0) };
        assert_lawful(&capture, &PLAN);
    }

    #[test]
    fn any_page_is_lawful_within_narrow_limits(bytes in any_page()) {
        let capture = Capture { kind: Kind::Html, ..Capture::of_bytes("page", bytes.0) };
        assert_lawful(&capture, &NARROW);
    }

    #[test]
    fn the_order_of_claims_does_not_matter(text in mixture(), seed: u64) {
        let page = Page::of_text(text.into());
        let claims = PLAN.claims(&page, None);
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by_key(|&at| (at as u64 ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let shuffled: Vec<_> = order.iter().map(|&at| claims[at]).collect();
        let verdicts = resolve(&page, &PLAN, &claims);
        let again = resolve(&page, &PLAN, &shuffled);
        for (&at, because) in order.iter().zip(again) {
            prop_assert_eq!(because, verdicts[at], "{:?}", page.shown(claims[at].block()));
        }
    }

    #[test]
    fn a_keep_pattern_protects_its_lines_and_changes_no_other(text in mixture()) {
        keeps_its_lines_alone(text);
    }

    #[test]
    fn a_pass_changes_nothing_the_second_time(text in prop_oneof![any_text(), mixture()]) {
        for pass in PASSES {
            let once = apply(&text, &(pass.run)(&text));
            let again = (pass.run)(&once);
            prop_assert!(again.is_empty(), "{} again: {again:?} in {once:?}", pass.id);
        }
    }

    #[test]
    fn ordinary_prose_is_left_alone(
        sentences in subsequence(ORDINARY, 1..40).prop_shuffle(),
        glue in select(vec!["\n", "\n\n", " ", "\r\n"]),
    ) {
        let text = sentences.join(glue);
        let capture = Capture::of_text("prose", text.as_str());
        let outcome = process(&capture, &PLAN);
        prop_assert!(outcome.removals().is_empty(), "{:?}", outcome.removals());
        let tidy = outcome.text();
        prop_assert!(tidy.split_whitespace().eq(text.split_whitespace()), "{tidy}");
    }
}

fn keeps_its_lines_alone(text: String) {
    let keeping = &*KEEPING;
    let page = Page::of_text(text.into());
    let claims = PLAN.claims(&page, None);
    let without = resolve(&page, &PLAN, &claims);
    let with = resolve(&page, keeping, &claims);
    for ((claim, without), with) in claims.iter().zip(without).zip(with) {
        let stands = without.stands() && !keeping.kept_in(&page).is_kept(claim.block());
        assert_eq!(with.stands(), stands, "{:?}", page.shown(claim.block()));
    }
}

#[test]
fn a_keep_pattern_lowers_no_floor() {
    let warning = "&lt;br /&gt; &lt;b&gt;Warning&lt;/b&gt;: Undefined array key &quot;pilot&quot; in \
                   &lt;b&gt;/home/quay/single.php&lt;/b&gt; on line &lt;b&gt;31&lt;/b&gt;&lt;br /&gt;";
    keeps_its_lines_alone(format!("RECENT COMMENTS\n{warning}\n"));
}

#[test]
fn cleaning_again_removes_nothing() {
    for (path, text) in cases("").into_iter().chain(seeds()) {
        let capture = Capture::of_text("first", text);
        let tidy = process(&capture, &PLAN).text();
        let capture = Capture::of_text("again", tidy);
        let again = process(&capture, &PLAN);
        let diff = diff::unified(&again, "tidy");
        assert!(diff.is_empty(), "{}:\n{diff}", path.display());
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: Vec<String> = cases("")
        .into_iter()
        .chain(seeds())
        .map(|(_, text)| text)
        .collect();
    let run = |threads| {
        let mut lines = Vec::new();
        Workers::new(Some(threads))
            .run(
                |give| {
                    let _ = texts.iter().try_for_each(give);
                },
                |text: &String| as_json(text),
                |line| {
                    lines.push(line);
                    Ok(())
                },
            )
            .unwrap();
        lines
    };
    let alone = run(1);
    assert_eq!(alone.len(), texts.len());
    assert_eq!(alone, run(2));
    assert_eq!(alone, run(7));
}

#[test]
fn positions_are_carried_to_where_their_text_went() {
    let edits = [
        Edit::remove(Span::new(2, 4)),
        Edit::replace(Span::new(5, 6), "xyz"),
        Edit::replace(Span::new(8, 8), "+"),
    ];
    assert_eq!(apply("0123456789", &edits), "014xyz67+89");
    let mut positions = [0, 2, 3, 4, 5, 6, 7, 8, 10];
    carry(&mut positions, &edits);
    assert_eq!(positions, [0, 2, 2, 2, 3, 6, 7, 9, 11]);
}

/// The plan of all rules, with every other line of noise protected.
static KEEPING: LazyLock<Plan> = LazyLock::new(|| {
    let noise: BTreeSet<&str> = NOISE.iter().map(|line| line.trim()).collect();
    let keep = |line: &str| SiteRule::new(line, SiteFind::Line(regex::escape(line)));
    let settings = Settings {
        keep: noise.into_iter().step_by(2).take(80).map(keep).collect(),
        ..Settings::default()
    };
    Plan::new(&settings).unwrap()
});

#[test]
fn a_site_pattern_may_ask_for_a_word_boundary() {
    let sale = SiteRule::new("sale", SiteFind::Line(r"sale\b.*".to_owned()));
    let settings = Settings {
        remove: vec![sale],
        ..Settings::default()
    };
    let plan = Plan::new(&settings).unwrap();
    let capture = Capture::of_text(
        "text",
        "It is late.\n\nSale: all must go\n\nSalesmen go home.",
    );
    let outcome = process(&capture, &plan);
    let rules: Vec<&str> = outcome
        .removals()
        .iter()
        .flat_map(|r| r.rules.clone())
        .collect();
    assert_eq!(rules, ["site:sale"]);
    assert!(outcome.text().contains("Salesmen"), "{}", outcome.text());
}

fn as_json(text: &str) -> String {
    let capture = Capture::of_text("text", text);
    let outcome = process(&capture, &PLAN);
    let mut record = Record::new(&capture, &outcome, &PLAN);
    record.text = Some(outcome.text().into());
    serde_json::to_string(&record).unwrap()
}

/// Any characters, and with preference those that the passes and finders look for.
fn any_text() -> impl Strategy<Value = String> {
    let telling = select("\n\n\r\t \u{A0}\u{85}\u{2028}\u{FEFF}\u{200B}\0\u{1B}[]()<>&;#*-•·–…“”’\"':.é\u{301}Ãâ€™©a1"
        .chars()
        .collect::<Vec<_>>());
    proptest::collection::vec(prop_oneof![3 => telling, 1 => any::<char>()], 0..300)
        .prop_map(String::from_iter)
}

/// Bytes that a failed case prints as text with escapes.
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "b\"{}\"", self.0.escape_ascii())
    }
}

/// Any bytes, or a mixture of lines in a legacy encoding with a byte or two broken.
fn any_bytes() -> impl Strategy<Value = Bytes> {
    let encodings = vec![
        encoding_rs::UTF_8,
        encoding_rs::WINDOWS_1252,
        encoding_rs::WINDOWS_1251,
        encoding_rs::SHIFT_JIS,
        encoding_rs::GBK,
    ];
    let broken = (
        mixture(),
        select(encodings),
        any::<[(prop::sample::Index, u8); 2]>(),
    );
    let damage = |(text, encoding, breaks): (String, &'static encoding_rs::Encoding, [_; 2])| {
        let mut bytes = encoding.encode(&text).0.into_owned();
        for (at, byte) in breaks {
            let at: prop::sample::Index = at;
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        bytes
    };
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..600),
        broken.prop_map(damage),
    ]
    .prop_map(Bytes)
}

/// Lines of noise and honest lines in any order, with any breaks between.
fn mixture() -> impl Strategy<Value = String> {
    let line = prop_oneof![select(&NOISE[..]), select(&HONEST[..])];
    let glue = select(vec!["\n", "\n", "\n\n", "\r\n", "\n \n"]);
    proptest::collection::vec((line, glue), 0..40).prop_map(|lines| {
        lines
            .into_iter()
            .flat_map(|(line, glue)| [line, glue.to_owned()])
            .collect()
    })
}

/// Returns the lines of some files; every list of them holds at least one.
fn lines(files: impl IntoIterator<Item = (std::path::PathBuf, String)>) -> Vec<String> {
    let lines = |(_, text): (_, String)| text.lines().map(str::to_owned).collect::<Vec<_>>();
    files.into_iter().flat_map(lines).collect()
}
