//! One case: its input read by the tokenizer, and the tokens in the form of the cases.

use serde_json::{Map, Value, json};
use undross::html::tokenizer::{Content, Doctype, Tag, Token, Tokenizer};

const CDATA: &str = "<![CDATA[";

/// What became of a case.
pub(super) enum Verdict {
    Passed,
    Skipped,
    Failed(String),
}

/// Runs a case from one of its initial states.
pub(super) fn run(test: &Value, state: &str) -> Verdict {
    let doubled = test["doubleEscaped"] == true;
    let input = match (test["input"].as_str(), doubled) {
        (Some(input), true) => unescape(input),
        (input, _) => input.map(str::to_owned),
    };
    let output = if doubled {
        unescape_all(&test["output"])
    } else {
        Some(test["output"].clone())
    };
    let (Some(input), Some(output)) = (input, output) else {
        return Verdict::Skipped;
    };
    let wanted = joined(output.as_array().cloned().unwrap_or_default());
    let last_start = test["lastStartTag"].as_str();
    let found = tokens(&input, state, last_start);
    if found.as_ref() == Some(&wanted) {
        return Verdict::Passed;
    }
    let found = found.map_or_else(
        || "no such state".to_owned(),
        |found| json!(found).to_string(),
    );
    Verdict::Failed(format!(
        "  {}, {state}: {input:?}\n    wanted {}\n    found  {found}",
        test["description"],
        json!(wanted)
    ))
}

/// Reads an input from a state; markup before it brings the tokenizer there.
fn tokens(input: &str, state: &str, last_start: Option<&str>) -> Option<Vec<Value>> {
    let content = match state {
        "Data state" | "CDATA section state" => None,
        "PLAINTEXT state" => Some(Content::Plaintext),
        "RCDATA state" => Some(Content::RcData),
        "RAWTEXT state" => Some(Content::RawText),
        "Script data state" => Some(Content::ScriptData),
        _ => return None,
    };
    let cdata = state == "CDATA section state";
    let tag = last_start.map_or_else(String::new, |name| format!("<{name}>"));
    let before = if cdata { tag + CDATA } else { tag };
    let source = format!("{before}{input}");
    let mut tokenizer = Tokenizer::new(&source);
    tokenizer.set_cdata(cdata);
    let mut at = 0;
    while at < before.len() {
        at = tokenizer.next()?.1.end;
    }
    tokenizer.set_cdata(false);
    if let Some(content) = content {
        tokenizer.read_as(content);
    }
    let found = tokenizer.filter_map(|(token, _)| value(&token)).collect();
    Some(joined(found))
}

/// Writes a token as the cases do; what means nothing is not written.
fn value(token: &Token<'_>) -> Option<Value> {
    Some(match token {
        Token::Text(text) => json!(["Character", text]),
        Token::Null => json!(["Character", "\0"]),
        Token::StartTag(tag) => start_tag(tag),
        Token::EndTag(tag) => json!(["EndTag", tag.name]),
        Token::Comment(text) => json!(["Comment", text]),
        Token::Doctype(doctype) => declaration(doctype),
        Token::Nothing => return None,
    })
}

fn start_tag(tag: &Tag<'_>) -> Value {
    let attributes: Map<String, Value> = tag
        .attributes
        .iter()
        .map(|attribute| (attribute.name.to_string(), json!(attribute.value)))
        .collect();
    if tag.self_closing {
        json!(["StartTag", tag.name, attributes, true])
    } else {
        json!(["StartTag", tag.name, attributes])
    }
}

fn declaration(doctype: &Doctype<'_>) -> Value {
    let Doctype {
        name,
        public,
        system,
        force_quirks,
    } = doctype;
    json!(["DOCTYPE", name, public, system, !force_quirks])
}

/// Joins neighbouring character tokens.
fn joined(tokens: Vec<Value>) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for token in tokens {
        match out.last_mut() {
            Some(last) if last[0] == "Character" && token[0] == "Character" => {
                let text = [&last[1], &token[1]].map(|text| text.as_str().unwrap_or_default());
                last[1] = json!(text.concat());
            }
            _ => out.push(token),
        }
    }
    out
}

/// Undoes the second escaping of a value; `None` where it names a lone surrogate.
fn unescape_all(value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(text) => Value::String(unescape(text)?),
        Value::Array(items) => items.iter().map(unescape_all).collect::<Option<_>>()?,
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| Some((unescape(key)?, unescape_all(value)?)))
            .collect::<Option<_>>()?,
        other => other.clone(),
    })
}

fn unescape(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    let mut parts = text.split("\\u");
    units.extend(parts.next()?.encode_utf16());
    for part in parts {
        units.push(u16::from_str_radix(part.get(..4)?, 16).ok()?);
        units.extend(part.get(4..)?.encode_utf16());
    }
    String::from_utf16(&units).ok()
}
