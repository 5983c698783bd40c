//! What a decision reaches: never a removal that the filter leaves out.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use undross::record::{Record, RemovalRecord};
use undross::review::{
    Choice, Decided, Decision, Decisions, Filter, Group, Item, Key, Queue, Verdict, Was, name_of,
};

const RULES: [&str; 3] = ["a", "b", "c"];
const SITES: [&str; 2] = ["x.org", "y.org"];
const TEXTS: [&str; 5] = ["one", "two", "three", "four", "five"];

fn some<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    select(all.to_vec())
}

fn rules() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(RULES.to_vec(), 1..=2)
}

fn removal() -> impl Strategy<Value = Value> {
    (rules(), some(&TEXTS)).prop_map(|(rules, text)| {
        json!({ "start": 0, "end": text.len(), "rules": rules, "strength": "likely", "reason": "", "raw": [], "text": text })
    })
}

/// Records of a run, as lines of JSON.
fn run() -> impl Strategy<Value = Vec<String>> {
    let removals = || proptest::collection::vec(removal(), 0..8);
    let site = proptest::option::weighted(0.9, some(&SITES));
    let capture = (site, removals(), removals());
    proptest::collection::vec(capture, 1..8).prop_map(|captures| {
        let captures = captures.into_iter().enumerate();
        let record = |(number, (site, removals, nearly))| {
            json!({
                "id": format!("{number}"), "sha256": "", "bytes": 0, "kind": "text", "encoding": "", "encoding_from": "",
                "status": "ok", "title": null, "author": null, "date": null, "site": null, "language": null,
                "of_site": site, "removals": removals, "nearly": nearly, "rewrites": [], "undross": "", "plan": "",
            })
        };
        captures.map(|capture| record(capture).to_string()).collect()
    })
}

fn verdict() -> impl Strategy<Value = Verdict> {
    some(&[Verdict::Keep, Verdict::Remove, Verdict::Later])
}

/// Decisions that were made before, of every scope that a review writes.
fn decisions() -> impl Strategy<Value = Decisions> {
    let was = some(&[Was::Removed, Was::Kept]);
    let place = (
        proptest::option::of(some(&TEXTS)),
        proptest::option::of(some(&SITES)),
        proptest::option::of(0..8_u8),
    );
    let decision =
        (was, some(&RULES), place, verdict()).prop_map(|(was, rule, place, decision)| {
            let (text, site, capture) = place;
            let key = Key {
                was,
                rule: Some(rule.to_owned()),
                text: text.map(str::to_owned),
                site: site.map(str::to_owned),
                capture: capture
                    .filter(|_| text.is_some())
                    .map(|number| number.to_string()),
            };
            Decision {
                key,
                decision,
                note: String::new(),
            }
        });
    proptest::collection::vec(decision, 0..6).prop_map(Decisions::from_iter)
}

fn filter() -> impl Strategy<Value = Filter> {
    let rules = subsequence(RULES.to_vec(), 0..=2);
    let site = proptest::option::of(some(&SITES));
    let was = proptest::option::of(some(&[Was::Removed, Was::Kept]));
    (rules, site, was, any::<bool>()).prop_map(|(rules, site, was, open)| Filter {
        rules: rules.into_iter().map(str::to_owned).collect(),
        site: site.map(str::to_owned),
        was,
        open,
    })
}

/// Whether what undross did is confirmed, turned round, or left for later.
fn deed() -> impl Strategy<Value = fn(Was) -> Verdict> {
    let deeds: [fn(Was) -> Verdict; 3] = [Was::confirmed, Was::overruled, |_| Verdict::Later];
    some(&deeds)
}

fn read(lines: &[String]) -> Vec<Record<'_>> {
    lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn queue(records: &[Record<'_>]) -> Queue {
    let mut queue = Queue::default();
    for record in records {
        queue.add(record);
    }
    queue.arranged()
}

/// Calls a function on every removal of a run, with its group.
fn each(
    (records, queue): (&[Record<'_>], &Queue),
    mut check: impl FnMut(&Group, &Item<'_, std::borrow::Cow<'_, str>>),
) {
    for record in records {
        let lists: [(Was, &Vec<RemovalRecord<'_>>); 2] = [
            (Was::Removed, &record.removals),
            (Was::Kept, &record.nearly),
        ];
        for (was, removal) in lists
            .into_iter()
            .flat_map(|(was, list)| list.iter().map(move |one| (was, one)))
        {
            let number = queue.find(was, removal).expect("every removal has a group");
            let item = Item {
                was,
                rules: &removal.rules,
                text: &name_of(&removal.text),
                site: record.of_site.as_deref(),
                capture: Some(&record.id),
            };
            check(&queue.groups()[number], &item);
        }
    }
}

fn with(before: &Decisions, made: &[(Key, Verdict)]) -> Decisions {
    let made = made.iter().map(|(key, decision)| Decision {
        key: key.clone(),
        decision: *decision,
        note: String::new(),
    });
    before.iter().chain(made).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_decision_under_a_filter_reaches_only_what_the_filter_leaves(
        lines in run(), before in decisions(), filter in filter(), deed in deed(), again: bool,
    ) {
        let records = read(&lines);
        let queue = queue(&records);
        let decided = if again { Decided::Again } else { Decided::Stay };
        let mut choice = Choice::new(&queue, &before, (&filter, decided));
        for group in queue.groups() {
            choice.add(group, deed(group.key.was));
        }
        let left = choice.left();
        let made: Vec<(Key, Verdict)> = choice.made().collect();
        let keys: BTreeSet<Key> = made.iter().map(|(key, _)| key.clone()).collect();
        for key in &keys {
            let rule = key.rule.as_ref().unwrap();
            prop_assert!(key.text.is_some(), "every decision is on a text: {key:?}");
            prop_assert!(filter.rules.is_empty() || filter.rules.contains(rule), "{key:?}");
            prop_assert!(filter.site.is_none() || filter.site == key.site, "{key:?}");
        }
        let after = with(&before, &made);
        let (mut stay, mut settled) = (0, 0);
        each((&records, &queue), |_, item| {
            let [old, new] = [&before, &after].map(|all| all.on(item));
            settled += u64::from(new.as_ref().is_some_and(|(_, key)| keys.contains(key)));
            let [old, new] = [old, new].map(|made| made.map(|(verdict, _)| verdict));
            if old != new {
                assert!(filter.takes(item, &before), "{item:?} was decided: {old:?}, {new:?}, {made:?}");
                assert_eq!(new, Some(deed(item.was)));
                assert!(decided == Decided::Again || old.is_none(), "{item:?} was decided before");
            }
            stay += u64::from(filter.takes(item, &before) && new.is_none());
        });
        prop_assert!(stay <= left, "{stay} removals stay open, and {left} are said to");
        if before.iter().all(|decision| decision.key.capture.is_none()) {
            prop_assert_eq!(queue.settled(&after, &keys), settled);
        }
    }

    #[test]
    fn all_removals_of_a_group_have_its_rules(lines in run()) {
        let records = read(&lines);
        let queue = queue(&records);
        let mut count = 0;
        each((&records, &queue), |group, item| {
            count += 1;
            assert_eq!(&group.rules, item.rules);
            assert!(group.names().any(|name| name == item.text));
        });
        prop_assert_eq!(queue.groups().iter().map(|group| group.count).sum::<u64>(), count);
    }

    #[test]
    fn a_group_that_is_decided_is_decided_as_was_asked(lines in run(), verdict in verdict()) {
        let records = read(&lines);
        let queue = queue(&records);
        let none = Decisions::default();
        let all = Filter::default();
        for group in queue.groups() {
            let mut choice = Choice::new(&queue, &none, (&all, Decided::Again));
            prop_assert!(choice.add(group, verdict));
            let after = with(&none, &choice.made().collect::<Vec<_>>());
            prop_assert_eq!(Queue::decision(&after, group).map(|(made, _)| made), Some(verdict));
            let own = all.own_keys(group, &after);
            let taken = after.iter().filter(|decision| !own.contains(&decision.key));
            prop_assert_eq!(Queue::decision(&taken.collect(), group), None);
        }
    }
}
