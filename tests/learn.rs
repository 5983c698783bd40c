//! What is learned of a site, and what is not.

use std::sync::LazyLock;

use undross::learn::{Counts, Learned, Sample, Seen, SiteProfile, Stands, furniture};
use undross::{Capture, Plan, process};

/// A line above every text of the site.
const PROMO: &str = "Harbour Watch readers get the tide tables a day before all others";
/// A sentence of the site below every text.
const CLAIM: &str =
    "Harbour Watch is written by sailors for sailors and lives on what its readers give.";
/// A sentence that a news agency says in some texts.
const STOCK: &str =
    "The strait carries a third of the grain that is traded between the two coasts of the sea.";
/// What words the texts are made of.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "anchor", "barge", "captain", "dock", "engine", "ferry", "gale", "hull", "island", "jetty", "keel", "lantern",
    "mast", "net", "oar", "pilot", "quay", "rope", "sail", "tide", "valley", "wave", "yard", "bridge", "cargo", "crane",
];

/// Makes a sentence of running text; no two numbers give the same.
fn sentence(number: usize) -> String {
    let mut state = number.wrapping_mul(2_654_435_761) + 12_345;
    let words: Vec<&str> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
        WORDS[(state >> 12) % WORDS.len()]
    })
    .take(18)
    .collect();
    format!("The {}.", words.join(" "))
}

/// Makes a text of the site: promo, headline, byline, paragraphs under a heading, the site's claim.
fn text(number: usize) -> String {
    let paragraph = |part: usize| {
        format!(
            "{} {}",
            sentence(number * 10 + part),
            sentence(number * 10 + part + 5)
        )
    };
    let stock = if number.is_multiple_of(3) { STOCK } else { "" };
    format!(
        "News {number} from the quay\n{PROMO}\nBy Jo Marsh\n{}\n{stock}\n{}\nBackground\n{}\n{}\n{CLAIM}\n",
        paragraph(0),
        paragraph(1),
        paragraph(2),
        paragraph(3),
    )
}

fn seen(id: &str, text: &str) -> Seen {
    static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);
    let capture = Capture::of_text(id, text);
    Seen::of(id, &process(&capture, &PLAN))
}

fn sample(numbers: std::ops::Range<usize>) -> Sample {
    let mut sample = Sample::default();
    for number in numbers {
        sample.add(seen(&format!("{number:02}.txt"), &text(number)));
    }
    sample
}

fn texts(lines: &[Learned]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

fn profile(lines: Vec<Learned>) -> SiteProfile {
    SiteProfile {
        site: "harbour.example".to_owned(),
        lines,
    }
}

#[test]
fn lines_at_the_edges_of_many_captures_are_learned_and_nothing_else() {
    let lines = furniture(&sample(0..15));
    assert_eq!(texts(&lines), [CLAIM, PROMO]);
    assert_eq!(
        (lines[0].stands, lines[1].stands),
        (Stands::Tail, Stands::Head)
    );
    assert_eq!((lines[0].captures, lines[0].of), (15, 15));
    assert_eq!(lines[0].examples, ["00.txt", "01.txt", "02.txt"]);
}

#[test]
fn too_few_captures_teach_nothing() {
    assert_eq!(furniture(&sample(0..7)), []);
}

/// Tells whether a line is learned that some captures of a site have, above their texts or between two paragraphs.
fn is_learned(line: &str, (has, of): (usize, usize), within: bool) -> bool {
    let mut sample = Sample::default();
    for number in 0..of {
        let line = if number < has { line } else { "" };
        let [head, middle] = if within { ["", line] } else { [line, ""] };
        let [title, one, two] = [0, 3, 6].map(|part| sentence(number * 10 + part));
        let title: String = title.split_inclusive(' ').take(5).collect();
        let text = format!("{head}\n{title}\n{one}\n{middle}\n{two}\n{CLAIM}\n");
        sample.add(seen(&format!("{number:02}"), &text));
    }
    texts(&furniture(&sample)).contains(&line)
}

#[test]
fn a_line_is_learned_from_as_many_captures_as_it_takes_and_from_no_fewer() {
    let sentence = "The tide tables of the week hang in the window of the pilots' house.";
    for (line, within, enough, too_few) in [
        // Five captures, and one in ten.
        (PROMO, false, (5, 30), (4, 30)),
        (PROMO, false, (5, 50), (5, 51)),
        // Of sentences one in four.
        (sentence, false, (10, 40), (9, 40)),
        // Between paragraphs ten captures, and every other one.
        (sentence, true, (10, 18), (9, 18)),
        (sentence, true, (10, 20), (10, 21)),
    ] {
        assert!(is_learned(line, enough, within), "{enough:?} of {line:?}");
        assert!(
            !is_learned(line, too_few, within),
            "{too_few:?} of {line:?}"
        );
    }
    assert!(!furniture(&sample(0..8)).is_empty());
}

#[test]
fn copies_of_one_text_count_once() {
    let mut sample = Sample::default();
    for copy in 0..20 {
        let text = format!("{}\nPrinted as number {copy}.5 of the day", text(4));
        sample.add(seen(&format!("copy-{copy}"), &text));
    }
    assert_eq!(furniture(&sample), []);
}

#[test]
fn a_text_that_all_captures_share_is_no_furniture() {
    let licence = (0..8)
        .map(|part| sentence(900 + part) + "\n")
        .collect::<String>();
    let mut sample = Sample::default();
    for number in 0..12 {
        sample.add(seen(
            &format!("{number}"),
            &format!("{}\n{licence}", sentence(number)),
        ));
    }
    assert_eq!(furniture(&sample), []);
}

#[test]
fn numbers_may_change_and_dates_do_not_recur() {
    let mut sample = Sample::default();
    for number in 0..12 {
        let text = text(number).replace(
            PROMO,
            &format!("So far {number} sailors have read this on their boats"),
        );
        sample.add(seen(
            &format!("{number}"),
            &format!("Monday, 3 March 2025\n{text}"),
        ));
    }
    let lines = furniture(&sample);
    assert_eq!(lines.len(), 2, "{lines:?}");
    let line = lines
        .iter()
        .find(|line| line.any_number)
        .expect("one has numbers");
    assert!(line.text.starts_with("So far "), "{line:?}");
}

#[test]
fn samples_join_in_any_order_and_grouping() {
    let [a, b, c] = [0..6, 4..11, 9..16].map(sample);
    let join = |one: &Sample, two: &Sample| {
        let mut joined = one.clone();
        joined.join(two.clone());
        joined
    };
    let whole = sample(0..16);
    assert_eq!(join(&join(&a, &b), &c), whole);
    assert_eq!(join(&a, &join(&c, &b)), whole);
    assert_eq!(join(&whole, &whole), whole);
}

#[test]
fn a_sample_is_bounded_and_still_joins_in_any_order() {
    let short = |number: usize| seen(&format!("{number}"), &sentence(number));
    let (mut up, mut down) = (Sample::default(), Sample::default());
    for number in 0..300 {
        up.add(short(number));
        down.add(short(299 - number));
    }
    assert_eq!(up, down);
    assert!(up.captures().count() < 300);
}

#[test]
fn counts_and_profiles_are_read_as_they_were_written() {
    let mut counts = Counts::of("harbour.example".to_owned());
    counts.sample = sample(0..9);
    counts.proposed = vec![1, 2];
    let lines = String::from_utf8(counts.to_lines()).unwrap();
    assert_eq!(Counts::of_lines(&lines), Ok(counts.clone()));
    assert_eq!(Counts::of_lines("{}"), Err(1));
    let profile = profile(furniture(&counts.sample));
    assert_eq!(SiteProfile::of_toml(&profile.to_toml()), Ok(profile));
}

#[test]
fn a_line_that_a_reviewer_deleted_stays_out_and_one_that_was_written_stays_in() {
    let mut counts = Counts::of("harbour.example".to_owned());
    counts.sample = sample(0..12);
    let learned = || profile(furniture(&counts.sample));
    let mut first = learned();
    let (mut second, mut third) = (learned(), learned());
    counts.review(&mut first, &profile(Vec::new()));
    let mut edited = first.clone();
    edited.lines.retain(|line| line.text != PROMO);
    edited.lines[0].text = "A line by hand".to_owned();
    counts.review(&mut second, &edited);
    assert_eq!(texts(&second.lines), ["A line by hand"]);
    let again = second.clone();
    counts.review(&mut third, &again);
    assert_eq!(third, second);
}

#[test]
fn learned_lines_go_on_captures_of_their_site_only() {
    let plan = Plan::default().with_learned(&[profile(furniture(&sample(0..12)))]);
    let outcome = |site: &str| {
        let text = text(77);
        let capture = Capture {
            site: Some(site.to_owned()),
            ..Capture::of_text("a", text)
        };
        let outcome = process(&capture, &plan);
        let reasons = outcome
            .removals()
            .iter()
            .map(|removal| removal.because.as_str());
        (
            outcome.text(),
            reasons.filter(|reason| reason.contains("its site")).count(),
        )
    };
    let (text, by_site) = outcome("harbour.example");
    assert_eq!(by_site, 2);
    assert!(
        !text.contains(PROMO) && !text.contains(CLAIM) && text.contains("Background"),
        "{text}"
    );
    let (text, by_site) = outcome("other.example");
    assert_eq!(by_site, 0);
    assert!(text.contains(PROMO) && text.contains(CLAIM), "{text}");
}

#[test]
fn profiles_without_lines_change_nothing() {
    let plan = Plan::default().with_learned(&[profile(Vec::new())]);
    assert_eq!(plan.hash(), Plan::default().hash());
}

#[test]
fn what_a_rule_takes_at_the_edge_is_not_learned_from_within_the_text() {
    let mut sample = Sample::default();
    for number in 0..12 {
        let list = format!("{}\nOars\nHarbour Co\nRopes\n", sentence(500 + number));
        let text = text(number).replace("Background\n", if number < 6 { &list } else { "" });
        sample.add(seen(
            &format!("{number}"),
            &format!("{text}Share\nHarbour Co\n"),
        ));
    }
    assert!(!texts(&furniture(&sample)).contains(&"Harbour Co"));
}
