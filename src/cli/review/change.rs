//! What a request to decide changes in the file of decisions.

use axum::http::StatusCode;
use serde::Deserialize;
use undross::review::{Filter, Group, Key, Scope, Verdict, name_of};

use super::answers::{Answer, Fault, found};
use super::live::Live;

/// A decision, or the end of one.
#[derive(Deserialize)]
pub(super) struct Decide {
    group: String,
    #[serde(default = "every_copy")]
    scope: Scope,
    occurrence: Option<usize>,
    /// The rule that the queue is filtered by: the decision reaches only what is of it.
    rule: Option<String>,
    decision: Option<Verdict>,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) tab: String,
}

const fn every_copy() -> Scope {
    Scope::Group
}

/// Returns what changes by a decision.
pub(super) fn changes_by(live: &Live, decide: &Decide) -> Answer<Vec<(Key, Option<Verdict>)>> {
    let group = found(live.group(&decide.group))?;
    let filter = filter(group, decide.rule.as_deref())?;
    if decide.scope == Scope::Group {
        return Ok(live.changes_for(group, &filter, decide.decision));
    }
    let key = Key {
        rule: filter.rule_of(group).map(str::to_owned),
        ..group.key.clone()
    };
    let keys = keys(live, (group, key), decide)?.into_iter();
    Ok(keys.map(|key| (key, decide.decision)).collect())
}

/// Returns the filter of the page; says no where the group is not of the rule that it names.
pub(super) fn filter(group: &Group, rule: Option<&str>) -> Answer<Filter> {
    let rules: Vec<String> = rule.map(str::to_owned).into_iter().collect();
    if let Some(rule) = rules.iter().find(|rule| !group.rules.contains(rule)) {
        let reason = format!("nothing in this group is of the rule `{rule}`; load the page again");
        return Err(Fault::new(StatusCode::CONFLICT, reason));
    }
    Ok(Filter {
        rules,
        ..Filter::default()
    })
}

/// Returns what a decision on a part of a group, or on a rule, is on.
///
/// Where rare texts stand together, one on a site is on the text of the copy shown: all of them are of that site.
fn keys(live: &Live, (group, key): (&Group, Key), decide: &Decide) -> Answer<Vec<Key>> {
    let (text, site) = (None, None);
    if decide.scope == Scope::Rule {
        return Ok(vec![Key { text, site, ..key }]);
    }
    let at = decide
        .occurrence
        .and_then(|number| group.sample().nth(number));
    let at = found(at)?;
    let held = found(live.run.held(at.capture)?)?;
    let record = held.record()?;
    if decide.scope == Scope::Capture {
        let texts = live.run.queue.texts_in(&record, group);
        let capture = Some(record.id.clone().into_owned());
        let of_capture = |text| Key {
            text: Some(text),
            capture: capture.clone(),
            ..key.clone()
        };
        return Ok(texts.into_iter().map(of_capture).collect());
    }
    let text = match decide.scope {
        Scope::RuleOnSite => None,
        _ => Some(name_of(&found(at.of(&record))?.text)),
    };
    match record.of_site() {
        Some(site) => Ok(vec![Key {
            text,
            site: Some(site),
            ..key
        }]),
        None => {
            let reason =
                "the site of this capture is not known; decide for the capture or for every copy";
            Err(Fault::new(StatusCode::CONFLICT, reason.to_owned()))
        }
    }
}
