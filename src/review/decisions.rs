//! All decisions, and which of them is on a removal.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use foldhash::HashMap;

use super::decision::{Decision, Key, Verdict, Was};
use super::text::name_of;
use crate::outcome::Removal;
use crate::page::Page;

/// The fields beside the rule that a decision may name, the most telling sets first: text, capture, site.
const PLACES: [[bool; 3]; 8] = [
    [true, true, true],
    [true, true, false],
    [true, false, true],
    [true, false, false],
    [false, true, true],
    [false, true, false],
    [false, false, true],
    [false, false, false],
];

/// Decisions by what they are on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decisions {
    all: BTreeMap<Key, Ruling>,
    /// The verdicts by everything but the rule, and by the rule.
    places: HashMap<Key, BTreeMap<Option<String>, Verdict>>,
    /// Which of [`PLACES`] any decision names.
    used: [usize; PLACES.len()],
}

/// What was decided, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ruling {
    verdict: Verdict,
    note: String,
}

/// A removal, or what nearly was one, as decisions see it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a, R> {
    /// What undross did with it.
    pub was: Was,
    /// The rules that asked for it.
    pub rules: &'a [R],
    /// The name of its text.
    pub text: &'a str,
    /// The site of its capture.
    pub site: Option<&'a str>,
    /// Its capture; none for all that have the text.
    pub capture: Option<&'a str>,
}

impl Decisions {
    /// Counts the decisions.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Tells whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns all of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Decision> {
        self.all.iter().map(|(key, ruling)| Decision {
            key: key.clone(),
            decision: ruling.verdict,
            note: ruling.note.clone(),
        })
    }

    /// Returns the decision that is on exactly this.
    pub fn get(&self, key: &Key) -> Option<Decision> {
        let ruling = self.all.get(key)?;
        Some(Decision {
            key: key.clone(),
            decision: ruling.verdict,
            note: ruling.note.clone(),
        })
    }

    /// Adds a decision, in the place of one on the same.
    pub fn set(&mut self, decision: Decision) {
        let Decision {
            key,
            decision,
            note,
        } = decision;
        let place = self.places.entry(without_rule(&key)).or_default();
        if place.insert(key.rule.clone(), decision).is_none() {
            self.used[number(&key)] += 1;
        }
        let ruling = Ruling {
            verdict: decision,
            note,
        };
        self.all.insert(key, ruling);
    }

    /// Takes a decision back.
    pub fn take_back(&mut self, key: &Key) {
        if self.all.remove(key).is_none() {
            return;
        }
        self.used[number(key)] -= 1;
        if let Entry::Occupied(mut place) = self.places.entry(without_rule(key)) {
            place.get_mut().remove(&key.rule);
            if place.get().is_empty() {
                place.remove();
            }
        }
    }

    /// Finds the decision on a removal: of all that are on it, the one that names most.
    pub fn on<R: AsRef<str>>(&self, item: &Item<'_, R>) -> Option<(Verdict, Key)> {
        PLACES.iter().zip(self.used).find_map(|(fields, used)| {
            let key = (used > 0).then(|| item.key(*fields)).flatten()?;
            let (verdict, rule) = agreed(self.places.get(&key)?, item.rules, fields[0])?;
            Some((verdict, Key { rule, ..key }))
        })
    }

    /// Finds the decision on what a page lost, or nearly lost.
    pub(crate) fn on_span(
        &self,
        page: &Page<'_>,
        capture: &str,
        removal: &Removal<'_>,
        was: Was,
    ) -> Option<Verdict> {
        let by_text = PLACES
            .iter()
            .zip(self.used)
            .any(|(fields, used)| fields[0] && used > 0);
        let text = match by_text {
            true => name_of(removal.span.of(page.text())),
            false => String::new(),
        };
        let item = Item {
            was,
            rules: &removal.rules,
            text: &text,
            site: page.site(),
            capture: Some(capture),
        };
        self.on(&item).map(|(verdict, _)| verdict)
    }

    /// Lists the decisions that bear on a group, some of them for a part of it only.
    pub fn about<R: AsRef<str>>(&self, group: &Key, rules: &[R]) -> Vec<Decision> {
        let agrees = |named: &Option<String>, of_group: &Option<String>| {
            named.is_none() || of_group.is_none() || named == of_group
        };
        let is_about = |key: &Key| {
            let of_rule = (key.rule.as_deref()).is_none_or(|rule| names(rules, rule));
            let elsewhere = key.text.is_none() && key.site != group.site && key.site.is_some();
            let of_one_capture = key.text.is_none() && key.capture.is_some();
            let is_wide = elsewhere || of_one_capture;
            let agrees = agrees(&key.text, &group.text) && agrees(&key.site, &group.site);
            key.was == group.was && of_rule && agrees && !is_wide
        };
        self.iter()
            .filter(|decision| is_about(&decision.key))
            .collect()
    }

    /// Tells whether any decision names a site.
    pub(super) fn name_sites(&self) -> bool {
        let places = PLACES.iter().zip(self.used);
        places
            .into_iter()
            .any(|([_, _, site], used)| *site && used > 0)
    }

    /// Tells whether any decision changes what a run does.
    pub(crate) fn overrule(&self) -> bool {
        let overrules = |(key, ruling): (&Key, &Ruling)| ruling.verdict == key.was.overruled();
        self.all.iter().any(overrules)
    }
}

impl FromIterator<Decision> for Decisions {
    fn from_iter<I: IntoIterator<Item = Decision>>(decisions: I) -> Self {
        let mut all = Self::default();
        decisions.into_iter().for_each(|decision| all.set(decision));
        all
    }
}

impl<R> Item<'_, R> {
    /// Names some fields of it; none where it lacks one of them.
    fn key(&self, [text, capture, site]: [bool; 3]) -> Option<Key> {
        let named = |wanted: bool, part: Option<&str>| match (wanted, part) {
            (false, _) => Some(None),
            (true, Some(part)) => Some(Some(part.to_owned())),
            (true, None) => None,
        };
        Some(Key {
            was: self.was,
            rule: None,
            text: named(text, Some(self.text))?,
            site: named(site, self.site)?,
            capture: named(capture, self.capture)?,
        })
    }
}

/// Finds what was decided for a removal at one place, with the rule that the decision names.
///
/// A decision on a text is on it whichever of its rules it names. One on everything of a rule speaks for that rule alone: what
/// several rules ask for goes if it goes for one of them, and stays if it stays for all.
fn agreed<R: AsRef<str>>(
    place: &BTreeMap<Option<String>, Verdict>,
    rules: &[R],
    by_text: bool,
) -> Option<(Verdict, Option<String>)> {
    let mut named = place.iter().filter_map(|(rule, verdict)| {
        let rule = rule.as_deref().filter(|rule| names(rules, rule))?;
        Some((*verdict, Some(rule.to_owned())))
    });
    let any_rule = || Some((*place.get(&None)?, None));
    if by_text {
        return named.next().or_else(any_rule);
    }
    let named: Vec<_> = named.collect();
    let goes = named
        .iter()
        .find(|(verdict, _)| *verdict == Verdict::Remove);
    let all = named.first().filter(|_| named.len() == rules.len());
    goes.or(all).cloned().or_else(any_rule)
}

fn names<R: AsRef<str>>(rules: &[R], rule: &str) -> bool {
    rules.iter().any(|one| one.as_ref() == rule)
}

fn without_rule(key: &Key) -> Key {
    Key {
        rule: None,
        ..key.clone()
    }
}

/// Returns the position in [`PLACES`] of the fields that a key names.
fn number(key: &Key) -> usize {
    let fields = [
        key.text.is_some(),
        key.capture.is_some(),
        key.site.is_some(),
    ];
    let known = PLACES.iter().position(|place| *place == fields);
    known.expect("the list holds all sets of three fields")
}
