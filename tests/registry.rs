//! What holds for every declared rule and pass.

#[path = "../src/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;

use regex::Regex;
use regex_automata::hybrid::dfa::DFA;
use regex_automata::{Anchored, Input};
use undross::fold::fold;
use undross::normalize::PASSES;
use undross::page::Signs;
use undross::rule::{Find, How, Rule};
use undross::rules::RULES;
use undross::settings::Settings;
use undross::{Page, Plan};

use crate::files::{below, root};
use crate::ordinary::ORDINARY;

#[test]
fn names_are_unique_lower_case_words() {
    let rules = RULES.iter().map(|rule| rule.id);
    let mut seen = BTreeSet::new();
    for id in rules.chain(PASSES.iter().map(|pass| pass.id)) {
        assert!(seen.insert(id), "{id} is declared twice");
        let word = |word: &str| {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !word.is_empty() && word.bytes().all(plain)
        };
        assert!(id.split('-').all(word), "{id} is no name in lower case");
    }
}

#[test]
fn rules_stand_in_the_order_of_the_alphabet() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    let list = fs::read_to_string(root("src/rules.rs")).unwrap();
    let modules: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("mod "))
        .collect();
    assert!(modules.is_sorted(), "{modules:?}");
}

#[test]
fn a_rule_lies_in_the_file_of_its_name() {
    for rule in RULES {
        let module = rule.id.replace('-', "_");
        let file = root("src/rules").join(format!("{module}.rs"));
        assert!(file.exists(), "{} is not in {}", rule.id, file.display());
    }
}

#[test]
fn declarations_say_what_they_are_about() {
    let rules = RULES.iter().map(|rule| (rule.id, rule.summary, rule.about));
    let passes = PASSES
        .iter()
        .map(|pass| (pass.id, pass.summary, pass.about));
    for (id, summary, about) in rules.chain(passes) {
        assert!(
            !summary.is_empty() && !summary.ends_with('.'),
            "{id}: {summary:?}"
        );
        assert!(about.ends_with('.'), "{id}: {about:?}");
        assert!(!about.contains("  "), "{id}: two spaces in {about:?}");
    }
}

#[test]
fn topics_are_folded() {
    for rule in RULES {
        for word in rule.topic {
            // Brackets at an end would be folded away, and are what some pages speak of.
            assert_eq!(*word, word.to_lowercase(), "{}", rule.id);
        }
    }
}

#[test]
fn no_finder_takes_nothing() {
    for (rule, find) in finders() {
        if let Some(pattern) = pattern(find) {
            let regex = Regex::new(&pattern).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
            let empty =
                regex.find("").is_some() || regex.find("a sentence").is_some_and(|m| m.is_empty());
            assert!(!empty, "{} takes the empty line by {pattern}", rule.id);
        }
        if let How::Phrases(phrases) = find.how {
            let empty = phrases.iter().find(|phrase| fold(phrase).is_empty());
            assert_eq!(
                empty, None,
                "{} has a phrase that folds to nothing",
                rule.id
            );
        }
    }
}

/// Share of the bytes of prose that one pattern may read before it gives a line up.
const READ_SHARE: f64 = 0.02;

#[test]
fn patterns_give_prose_up_at_once() {
    let lines = prose();
    let bytes: usize = lines.iter().map(String::len).sum();
    let mut slow = Vec::new();
    for (rule, find) in finders().filter(|(_, find)| !is_gated(find)) {
        let (How::Line(_) | How::Head(_), Some(pattern)) = (find.how, pattern(find)) else {
            continue;
        };
        let share = read_bytes(&pattern, &lines) as f64 / bytes as f64;
        if share > READ_SHARE {
            slow.push(format!("{:.1} % {}: {pattern}", share * 100.0, rule.id));
        }
    }
    assert!(
        slow.is_empty(),
        "reword them, or gate them by words, signs or starts:\n{}",
        slow.join("\n")
    );
}

/// The long lines of the seeds.
fn prose() -> Vec<String> {
    let seeds = fs::read_dir(root("seeds")).unwrap();
    let texts = seeds.map(|seed| fs::read_to_string(seed.unwrap().path()).unwrap());
    let lines = |text: String| -> Vec<String> {
        let long = text.lines().map(str::trim).filter(|line| line.len() > 80);
        long.map(str::to_owned).collect()
    };
    texts.flat_map(lines).collect()
}

/// Counts the bytes of lines that a pattern reads until no match is possible any more.
fn read_bytes(pattern: &str, lines: &[String]) -> usize {
    let config = DFA::config().cache_capacity(64 << 20);
    let dfa = DFA::builder().configure(config).build(pattern).unwrap();
    let mut cache = dfa.create_cache();
    let mut read = 0;
    for line in lines {
        let start = Input::new(line).anchored(Anchored::Yes);
        let mut state = dfa.start_state_forward(&mut cache, &start).unwrap();
        for &byte in line.as_bytes() {
            state = dfa.next_state(&mut cache, state, byte).unwrap();
            if state.is_dead() || state.is_quit() {
                break;
            }
            read += 1;
        }
    }
    read
}

#[test]
fn patterns_name_the_characters_of_their_classes() {
    // Unicode's word boundary throws a search off the fast engine, and its classes are large.
    let class = Regex::new(r"\\[wWdDsSbB]").unwrap();
    for (rule, find) in finders() {
        let pattern = pattern(find).unwrap_or_default();
        let found: Vec<&str> = class
            .find_iter(&pattern)
            .map(|class| class.as_str())
            .collect();
        assert!(found.is_empty(), "{} has {found:?} in {pattern}", rule.id);
    }
}

fn is_gated(find: &Find) -> bool {
    !find.words.is_empty() || find.signs != Signs::NONE
}

#[test]
fn gates_are_for_functions_and_lines() {
    for (rule, find) in finders().filter(|(_, find)| is_gated(find)) {
        let read = matches!(find.how, How::Look(_) | How::Each(_) | How::Line(_));
        assert!(read, "{} has a gate that nothing reads", rule.id);
        let short = find.words.iter().find(|word| word.len() < 4);
        assert_eq!(
            short, None,
            "{} has a word that is found too often",
            rule.id
        );
    }
}

/// What pages print around a line, and gates have to see through.
const DECORATIONS: [(&str, &str); 7] = [
    ("【", "】"),
    ("（", "）"),
    ("(", ")"),
    ("→ ", " »"),
    ("------------------------ ", " ------------------------"),
    ("\u{A0}• ", " …"),
    ("■ ", "."),
];

#[test]
fn gates_leave_nothing_out() {
    let mut texts = fixture_texts();
    let lines = texts.concat();
    for (before, behind) in DECORATIONS {
        let decorated = lines
            .lines()
            .map(|line| format!("{before}{line}{behind}\n"));
        texts.push(decorated.collect());
    }
    let pages: Vec<Page<'_>> = texts
        .iter()
        .map(|text| Page::of_text(text.as_str().into()))
        .collect();
    for (rule, find) in finders().filter(|(_, find)| matches!(find.how, How::Each(_))) {
        let mut open = *find;
        (open.words, open.signs, open.longest) = (&[], Signs::NONE, usize::MAX);
        (open.starts, open.ends) = (Vec::new, Vec::new);
        let [gated, open] = [*find, open].map(|find| Plan::only(alone(rule, find)));
        for page in &pages {
            let (seen, all) = (gated.claims(page, None), open.claims(page, None));
            let left_out = all.iter().filter(|claim| !seen.contains(claim));
            let left_out: Vec<&str> = left_out.map(|claim| page.shown(claim.block())).collect();
            let extra = seen.iter().filter(|claim| !all.contains(claim)).count();
            assert!(
                left_out.is_empty() && extra == 0,
                "the gate of {} leaves out {left_out:#?}, and adds {extra}",
                rule.id
            );
        }
    }
}

/// Declares a rule with one finder; it stays in memory, as all rules do.
fn alone(rule: &'static Rule, find: Find) -> &'static Rule {
    Box::leak(Box::new(Rule {
        id: rule.id,
        summary: rule.summary,
        about: rule.about,
        topic: rule.topic,
        find: Box::leak(Box::new([find])),
    }))
}

/// Every text that fixtures and seeds hold.
fn fixture_texts() -> Vec<String> {
    let folders = fs::read_dir(root("fixtures")).unwrap();
    let folders = folders.map(|folder| folder.unwrap().path());
    folders
        .chain([root("seeds")])
        .filter(|path| path.is_dir())
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
}

#[test]
fn no_rule_lists_a_phrase_twice() {
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for (rule, find, phrase) in phrases() {
        let worth = format!("{} {:?}", find.strength.as_str(), find.place);
        if !seen.insert((rule.id, fold(phrase), worth)) {
            twice.push(format!("{}: {phrase:?}", rule.id));
        }
    }
    assert!(
        twice.is_empty(),
        "{} phrases:\n{}",
        twice.len(),
        twice.join("\n")
    );
}

#[test]
fn no_rule_claims_an_ordinary_sentence() {
    let plan = Plan::default();
    let mut claimed = Vec::new();
    for &sentence in ORDINARY {
        let page = Page::of_text(sentence.into());
        for claim in plan.claims(&page, None) {
            let id = &plan.rules()[claim.rule()].id;
            claimed.push(format!(
                "{id} claims {:?} of {sentence}",
                claim.span().of(sentence)
            ));
        }
    }
    assert!(claimed.is_empty(), "{}", claimed.join("\n"));
}

#[test]
fn every_rule_and_pass_can_be_switched_off() {
    let settings = Settings {
        rules_off: RULES.iter().map(|rule| rule.id.to_owned()).collect(),
        passes_off: PASSES.iter().map(|pass| pass.id.to_owned()).collect(),
        ..Settings::default()
    };
    let plan = Plan::new(&settings).unwrap();
    assert!(plan.rules().is_empty() && plan.passes().is_empty());
    assert_ne!(plan.hash(), Plan::default().hash());
}

#[test]
fn a_changed_pattern_changes_the_hash_of_every_plan() {
    let now = sources::hash(&root(""));
    assert_eq!(format!("{now:016x}"), env!("UNDROSS_SOURCES"));
    let said = format!(
        "{} {now:016x} {:?}",
        env!("CARGO_PKG_VERSION"),
        Settings::default()
    );
    let hash = undross::record::sha256(said.as_bytes());
    assert_eq!(Plan::default().hash(), &hash[..16]);
    // One letter of any rule is another in a copy.
    let copy = tempfile::tempdir().unwrap();
    for path in below(&root("src"), &["rs", "bin"]) {
        let to = copy.path().join(path.strip_prefix(root("")).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&path, to).unwrap();
    }
    let before = sources::hash(copy.path());
    for path in below(&copy.path().join("src/rules"), &["rs"]) {
        let text = fs::read_to_string(&path).unwrap();
        let mut other = text.clone();
        let letter = other.rfind('e').unwrap();
        other.replace_range(letter..=letter, "f");
        fs::write(&path, other).unwrap();
        assert_ne!(sources::hash(copy.path()), before, "{}", path.display());
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        assert_eq!(sources::hash(copy.path()), before, "{}", path.display());
    }
}

fn finders() -> impl Iterator<Item = (&'static Rule, &'static Find)> {
    RULES
        .iter()
        .flat_map(|rule| rule.find.iter().map(move |find| (*rule, find)))
}

fn phrases() -> impl Iterator<Item = (&'static Rule, &'static Find, &'static str)> {
    finders().flat_map(|(rule, find)| {
        let phrases = match find.how {
            How::Phrases(phrases) => phrases,
            _ => &[],
        };
        phrases.iter().map(move |phrase| (rule, find, *phrase))
    })
}

/// Returns the pattern of a finder as a plan compiles it.
fn pattern(find: &Find) -> Option<String> {
    match find.how {
        How::Line(pattern) => Some(format!("(?i)^(?:{pattern})$")),
        How::Head(pattern) => Some(format!("(?i)^(?:{pattern})")),
        How::Tail(pattern) => Some(format!("(?i)(?:{pattern})$")),
        _ => None,
    }
}
