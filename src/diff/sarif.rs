//! SARIF 2.1.0: a result for each removal, for tools that show findings beside the source.
//!
//! Source: OASIS Standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.

use serde_json::{Value, json};

use super::places::{Lines, Place};
use crate::escape::{brief, percent_encoded};
use crate::learn::shape;
use crate::outcome::{Outcome, Removal};
use crate::rule::Strength;
use crate::rules::RULES;

/// Address of the schema.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What is known of a rule that does not ship.
const OF_SITE: &str = "a [[remove]] rule of undross.toml";
/// Characters of the removed text that a message shows.
const SHOWN: usize = 200;
/// What stands between two results.
pub const BETWEEN: &str = ",\n";
/// What the log ends with.
pub const TAIL: &str = "\n]}]}\n";

/// Writes what a log begins with: the tool with its rules, by their names, up to the first result.
pub fn head(rules: &[&str]) -> String {
    let rules: Vec<Value> = rules.iter().map(|rule| described(rule)).collect();
    let version = env!("CARGO_PKG_VERSION");
    let driver = json!({
        "name": "undross",
        "version": version,
        "semanticVersion": version,
        "rules": rules,
    });
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\
         \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
    )
}

/// Writes a result for each removal of a capture; `places` are those of [`super::places::places`].
///
/// Empty where nothing was removed. `path` names the capture and becomes its address; the rules are those of the head.
pub fn results(
    outcome: &Outcome<'_>,
    (path, rules): (&str, &[&str]),
    places: &[Vec<Place<'_>>],
) -> String {
    let uri = uri(path);
    let text = outcome.page().text();
    let removals = outcome.removals().iter().zip(places);
    let results = removals.map(|(removal, places)| {
        let gone = removal.span.of(text);
        let mut result = result(removal, gone, rules);
        result["locations"] = locations(&uri, places);
        result.to_string()
    });
    results.collect::<Vec<_>>().join(BETWEEN)
}

fn result(removal: &Removal<'_>, gone: &str, rules: &[&str]) -> Value {
    let rule = removal.rules.first().copied().unwrap_or_default();
    let index = rules.iter().position(|id| *id == rule);
    let level = match removal.strength {
        Strength::Sure => "note",
        Strength::Likely | Strength::Hint => "warning",
    };
    let (reason, strength) = (removal.because.as_str(), removal.strength.as_str());
    let mut result = json!({
        "ruleId": rule,
        "level": level,
        "message": { "text": format!("Goes: \"{}\" ({reason})", brief(gone, SHOWN)) },
        "partialFingerprints": { "removedShape/v1": format!("{rule}:{:016x}", shape(gone).key()) },
        "properties": { "rules": removal.rules, "strength": strength },
    });
    if let Some(index) = index {
        result["ruleIndex"] = index.into();
    }
    result
}

fn described(id: &str) -> Value {
    let rule = RULES.iter().find(|rule| rule.id == id);
    let (summary, about) = rule.map_or((OF_SITE, OF_SITE), |rule| (rule.summary, rule.about));
    json!({
        "id": id,
        "shortDescription": { "text": summary },
        "help": { "text": about },
    })
}

/// Writes all stretches of the source that a removal comes from; the whole file where none is known.
fn locations(uri: &str, places: &[Place<'_>]) -> Value {
    let artifact = json!({ "uri": uri });
    if places.is_empty() {
        return json!([{ "physicalLocation": { "artifactLocation": artifact } }]);
    }
    let location = |place: &Place<'_>| json!({ "physicalLocation": { "artifactLocation": artifact, "region": region(place) } });
    places.iter().map(location).collect()
}

fn region(place: &Place<'_>) -> Value {
    let Lines {
        start_line,
        start_column,
        end_line,
        end_column,
    } = place.lines;
    json!({
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "byteOffset": place.bytes.start,
        "byteLength": place.bytes.len(),
        "snippet": { "text": place.text },
    })
}

/// Writes a path as a relative reference, and leaves an address one.
///
/// Separators stay; a colon is encoded, because what stands before it would be read as a scheme.
fn uri(path: &str) -> String {
    let is_address = ["http://", "https://"].iter().any(|s| path.starts_with(s));
    match is_address {
        true => percent_encoded(path, b":/?#[]@!$&'()*+,;=%"),
        false => percent_encoded(path, b"/"),
    }
}
