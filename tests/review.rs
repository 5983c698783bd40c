//! Decisions: how they are read, which one counts, what they change, how two files of them become one.

mod reach;

use std::sync::LazyLock;

use proptest::prelude::*;
use undross::record::Record;
use undross::review::{
    Decision, Decisions, Item, Key, Queue, Verdict, Was, merge, name_of, site_rule,
};
use undross::{Capture, Plan, process};

/// A capture that loses three lines, and keeps a word that would go beside others.
const PAGE: &str = "[ad_1]\n\
    The harbour master resigned on Monday, and nobody in the town knows who will follow her.\n\n\
    Next\n\n\
    A vote is expected before the summer break of the council, which begins in two weeks.\n\
    [ad_2]\nSource link\n";

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);

fn read(lines: &str) -> Decisions {
    let (decisions, damage) = Decisions::read(lines.as_bytes());
    assert!(damage.is_empty(), "{damage:?}");
    decisions
}

fn on(
    decisions: &Decisions,
    rules: &[&str],
    text: &str,
    place: [Option<&str>; 2],
) -> Option<Verdict> {
    let [site, capture] = place;
    let was = Was::Removed;
    let item = Item {
        was,
        rules,
        text,
        site,
        capture,
    };
    decisions.on(&item).map(|(verdict, _)| verdict)
}

/// What a page loses under some decisions.
fn lost(decisions: &str) -> Vec<String> {
    let plan = Plan::default().with_decisions(read(decisions));
    let capture = Capture::of_text("news/a.txt", PAGE);
    let outcome = process(&capture, &plan);
    let removals = outcome.removals().iter();
    removals
        .map(|removal| removal.span.of(PAGE).trim().to_owned())
        .collect()
}

#[test]
fn a_name_is_what_copies_have_in_common() {
    for (one, other) in [
        ("12 Comments\n", "* 1,204  comments »"),
        ("Posted on March 3, 2019", "posted on march 14, 2021"),
        ("— — —", "— — —\n"),
    ] {
        assert_eq!(name_of(one), name_of(other));
    }
    assert_ne!(name_of("Share this"), name_of("Share that"));
    let (long, other) = ("word ".repeat(500), "word ".repeat(501));
    assert!(name_of(&long).len() <= 200);
    assert_ne!(name_of(&long), name_of(&other));
}

#[test]
fn the_decision_that_names_most_counts() {
    let decisions = read(
        r#"{"was":"removed","rule":"a","decision":"remove"}
{"was":"removed","rule":"a","text":"share","decision":"keep"}
{"was":"removed","rule":"a","text":"share","site":"x.org","decision":"remove"}
{"was":"removed","rule":"a","text":"share","capture":"x.org/1","decision":"later"}
{"was":"removed","site":"y.org","decision":"keep"}
"#,
    );
    let check = |text, place, verdict| assert_eq!(on(&decisions, &["a"], text, place), verdict);
    check("other", [None, None], Some(Verdict::Remove));
    check("share", [None, None], Some(Verdict::Keep));
    check("share", [Some("x.org"), None], Some(Verdict::Remove));
    check(
        "share",
        [Some("x.org"), Some("x.org/1")],
        Some(Verdict::Later),
    );
    check("other", [Some("y.org"), None], Some(Verdict::Keep));
    assert_eq!(on(&decisions, &["b"], "share", [None, None]), None);
}

#[test]
fn what_two_rules_ask_for_stays_only_if_it_stays_for_both() {
    let one = read(r#"{"was":"removed","rule":"a","decision":"keep"}"#);
    assert_eq!(on(&one, &["a"], "x", [None, None]), Some(Verdict::Keep));
    assert_eq!(on(&one, &["a", "b"], "x", [None, None]), None);
    let both = read(
        "{\"was\":\"removed\",\"rule\":\"a\",\"decision\":\"keep\"}\n{\"was\":\"removed\",\"rule\":\"b\",\"decision\":\"keep\"}\n",
    );
    assert_eq!(
        on(&both, &["a", "b"], "x", [None, None]),
        Some(Verdict::Keep)
    );
}

#[test]
fn a_rejected_removal_stays_and_nothing_else_changes() {
    assert_eq!(lost(""), ["[ad_1]", "[ad_2]", "Source link"]);
    let rejected = r#"{"was":"removed","rule":"autoblog-marker","text":"ad_#","decision":"keep"}"#;
    assert_eq!(lost(rejected), ["Source link"]);
    let elsewhere = r#"{"was":"removed","rule":"autoblog-marker","text":"ad_#","site":"other","decision":"keep"}"#;
    assert_eq!(lost(elsewhere).len(), 3);
    let here = r#"{"was":"removed","rule":"autoblog-marker","text":"ad_#","site":"news","decision":"keep"}"#;
    assert_eq!(lost(here), ["Source link"]);
}

#[test]
fn what_nearly_went_goes_where_a_review_says_so() {
    let capture = Capture::of_text("news/a.txt", PAGE);
    let outcome = process(&capture, &PLAN);
    let record = Record::new(&capture, &outcome, &PLAN);
    assert_eq!(record.nearly.len(), 1);
    let near = &record.nearly[0];
    assert_eq!((near.text.trim(), near.strength.as_ref()), ("Next", "hint"));
    assert_eq!(&PAGE[near.raw[0].0..near.raw[0].1], near.text);
    let asked = format!(
        r#"{{"was":"kept","rule":"{}","text":"next","decision":"remove"}}"#,
        near.rules[0]
    );
    assert_eq!(lost(&asked), ["[ad_1]", "Next", "[ad_2]", "Source link"]);
}

#[test]
fn a_decision_turned_round_stays_in_its_group() {
    let capture = Capture::of_text("news/a.txt", PAGE);
    let key = |plan: &Plan| {
        let mut queue = Queue::default();
        queue.add(&Record::new(&capture, &process(&capture, plan), plan));
        let queue = queue.arranged();
        let groups = queue.groups().iter();
        groups
            .map(|group| (group.key.clone(), group.count))
            .collect::<Vec<_>>()
    };
    let before = key(&PLAN);
    let all = before.iter().map(|(key, _)| Decision {
        key: key.clone(),
        decision: key.was.overruled(),
        note: String::new(),
    });
    let turned = Plan::default().with_decisions(all.collect());
    assert_ne!(
        process(&capture, &turned).text(),
        process(&capture, &PLAN).text()
    );
    assert_eq!(key(&turned), before);
}

#[test]
fn a_decided_group_is_open_again_only_if_the_outcome_is_another() {
    let beside = PAGE.replace("Next\n", "Next\nShare on Facebook\nShare on Twitter\n");
    let state = |page: &str, decisions: &Decisions| {
        let capture = Capture::of_text("news/a.txt", page);
        let mut queue = Queue::default();
        queue.add(&Record::new(&capture, &process(&capture, &PLAN), &PLAN));
        let queue = queue.arranged();
        let next = |queue: &Queue| {
            let groups = queue.groups().iter();
            let mut next =
                groups.filter(|group| group.examples.iter().any(|text| text == "Next\n"));
            next.next().cloned()
        };
        let group = next(&queue).unwrap();
        (group.key.clone(), Queue::decision(decisions, &group))
    };
    let none = Decisions::default();
    let (key, _) = state(PAGE, &none);
    assert_eq!(key.was, Was::Kept);
    let decided = Decisions::from_iter([Decision {
        key,
        decision: Verdict::Keep,
        note: String::new(),
    }]);
    assert_eq!(
        state(PAGE, &decided).1.map(|(verdict, _)| verdict),
        Some(Verdict::Keep)
    );
    let (key, decision) = state(&beside, &decided);
    assert_eq!(
        (key.was, decision),
        (Was::Removed, None),
        "it goes now: a new question"
    );
}

#[test]
fn decisions_that_agree_leave_the_plan_as_it_is() {
    let agreed = read(r#"{"was":"removed","rule":"autoblog-marker","decision":"remove"}"#);
    assert_eq!(Plan::default().with_decisions(agreed).hash(), PLAN.hash());
    let turned = read(r#"{"was":"removed","rule":"autoblog-marker","decision":"keep"}"#);
    assert_ne!(Plan::default().with_decisions(turned).hash(), PLAN.hash());
}

#[test]
fn a_damaged_line_is_named_and_kept_and_the_rest_is_used() {
    let file = b"{\"was\":\"removed\",\"rule\":\"a\",\"decision\":\"keep\"}\n\
        {\"was\":\"removed\",\"rule\n\
        <<<<<<< ours\n\
        {\"was\":\"removed\",\"decision\":\"keep\"}\n\
        {\"was\":\"removed\",\"rule\":\"b\",\"sit\":\"x\",\"decision\":\"keep\"}\n\
        \xff\xfe\n\n\
        {\"was\":\"removed\",\"rule\":\"c\",\"decision\":\"keep\"}\r\n";
    let (decisions, damage) = Decisions::read(file);
    let lines: Vec<usize> = damage.iter().map(|damage| damage.line).collect();
    assert_eq!((decisions.len(), lines), (2, vec![2, 3, 4, 5, 6]));
    let reasons: Vec<&str> = damage.iter().map(|damage| damage.reason.as_str()).collect();
    for (reason, says) in reasons.iter().zip([
        "not a decision",
        "a mark of a merge",
        "on nothing",
        "unknown field `sit`",
        "not a decision",
    ]) {
        assert!(reason.contains(says), "{reason}");
    }
    let written = decisions.write(&damage);
    for line in [&b"\xff\xfe\n"[..], b"{\"was\":\"removed\",\"rule\n"] {
        assert!(written.windows(line.len()).any(|part| part == line));
    }
    assert_eq!(Decisions::read(&written).0, decisions);
}

#[test]
fn lines_that_disagree_are_left_unused_until_somebody_decides() {
    let both = "{\"was\":\"removed\",\"rule\":\"a\",\"decision\":\"keep\",\"note\":\"one\"}\n\
        {\"was\":\"removed\",\"rule\":\"a\",\"decision\":\"remove\"}\n";
    let (decisions, damage) = Decisions::read(both.as_bytes());
    assert!(decisions.is_empty());
    assert_eq!(damage.len(), 2);
    assert!(
        damage[0]
            .to_string()
            .contains("lines 1 and 2 decide differently"),
        "{}",
        damage[0]
    );
    let same = both.replace("\"remove\"", "\"keep\"");
    let decisions = read(&same.replace("\"keep\"}", "\"keep\",\"note\":\"two\"}"));
    let notes: Vec<String> = decisions.iter().map(|decision| decision.note).collect();
    assert_eq!(notes, ["one; two"]);
}

#[test]
fn two_reviewers_conflict_only_where_they_disagree() {
    let line = |rule: &str, decision: &str| {
        format!("{{\"was\":\"removed\",\"rule\":\"{rule}\",\"decision\":\"{decision}\"}}\n")
    };
    let base = read(&(line("a", "keep") + &line("b", "keep") + &line("c", "keep")));
    let ours =
        read(&(line("a", "remove") + &line("c", "keep") + &line("d", "keep") + &line("e", "keep")));
    let theirs = read(
        &(line("a", "keep") + &line("b", "keep") + &line("d", "remove") + &line("f", "later")),
    );
    let merged = merge(&base, &ours, &theirs);
    let left: Vec<String> = merged
        .decisions
        .iter()
        .map(|decision| {
            format!(
                "{} {}",
                decision.key.rule.unwrap(),
                decision.decision.as_str()
            )
        })
        .collect();
    assert_eq!(left, ["a remove", "e keep", "f later"]);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].0.key.rule.as_deref(), Some("d"));
}

#[test]
fn a_site_rule_matches_its_line_and_its_like() {
    let rule = site_rule(Verdict::Remove, " It's 5 o'clock (GMT+1)? [ad] \n").unwrap();
    let config = undross::config::Config::parse(None, rule.clone()).unwrap();
    let plan = config.plan().unwrap();
    let text =
        "It's 12 o'clock (GMT+2)? [ad]\nThe harbour was quiet, and no ship came in all day long.\n";
    let capture = Capture::of_text("a", text);
    let outcome = process(&capture, &plan);
    assert!(!outcome.text().contains("clock"), "{rule}");
    assert_eq!(site_rule(Verdict::Keep, "two\nlines"), None);
    assert_eq!(site_rule(Verdict::Later, "one line"), None);
}

fn key() -> impl Strategy<Value = Key> {
    let word = || proptest::option::of("[ab\"\\\\\u{fc}\n ]{1,3}");
    let was = prop_oneof![Just(Was::Removed), Just(Was::Kept)];
    (was, "[ab]{1,2}", word(), word(), word()).prop_map(|(was, rule, text, site, capture)| {
        let rule = Some(rule);
        Key {
            was,
            rule,
            text,
            site,
            capture,
        }
    })
}

fn decisions() -> impl Strategy<Value = Decisions> {
    let verdict = prop_oneof![
        Just(Verdict::Keep),
        Just(Verdict::Remove),
        Just(Verdict::Later)
    ];
    let decision =
        (key(), verdict, "[a\n\u{202e}]{0,4}").prop_map(|(key, decision, note)| Decision {
            key,
            decision,
            note,
        });
    proptest::collection::vec(decision, 0..12).prop_map(Decisions::from_iter)
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(decisions in decisions()) {
        let (read, damage) = Decisions::read(&decisions.write(&[]));
        prop_assert!(damage.is_empty());
        prop_assert_eq!(read, decisions);
    }

    #[test]
    fn any_bytes_are_read_and_lose_nothing(bytes: Vec<u8>) {
        let (decisions, damage) = Decisions::read(&bytes);
        let (again, damage_again) = Decisions::read(&decisions.write(&damage));
        prop_assert_eq!(again, decisions);
        prop_assert_eq!(damage_again.len(), damage.len());
    }

    #[test]
    fn a_merge_with_oneself_changes_nothing(base in decisions(), ours in decisions()) {
        for merged in [merge(&base, &ours, &ours), merge(&base, &ours, &base), merge(&base, &base, &ours)] {
            prop_assert!(merged.conflicts.is_empty());
            prop_assert_eq!(merged.decisions, ours.clone());
        }
    }

    #[test]
    fn taking_back_is_the_end_of_a_decision(all in decisions(), key in key()) {
        let mut changed = all.clone();
        let had = all.get(&key);
        changed.set(Decision { key: key.clone(), decision: Verdict::Keep, note: String::new() });
        match had {
            Some(decision) => changed.set(decision),
            None => changed.take_back(&key),
        }
        prop_assert_eq!(changed.write(&[]), all.write(&[]));
        let item = Item { was: key.was, rules: &["a", "b"], text: "a", site: Some("b"), capture: None };
        prop_assert_eq!(changed.on(&item).map(|(verdict, _)| verdict), all.on(&item).map(|(verdict, _)| verdict));
    }
}
