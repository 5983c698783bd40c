//! The field of the text, found once for a file; text and name of each object.

use std::borrow::Cow;
use std::sync::Arc;

use serde::de::DeserializeSeed;

use super::JsonObject;
use super::mend::mend;
use super::object::{Found, Value, Wanted};
use super::outline::Outline;
use crate::capture::{Capture, Form};
use crate::corpus::job::Reading;
use crate::decode::decode;

/// Most names of other fields that a message lists.
const FIELDS_NAMED: usize = 8;

/// The field that holds the text: the one that was named, else the first common one that an object of the file has.
#[derive(Debug)]
pub(super) struct Field {
    name: Arc<str>,
    is_sure: bool,
}

impl Field {
    pub(super) fn new(reading: &Reading) -> Self {
        Self {
            name: reading.field().into(),
            is_sure: reading.field.is_some(),
        }
    }

    /// Returns the field for an object; the first objects are looked at until one has it.
    pub(super) fn of(&mut self, object: &[u8]) -> Arc<str> {
        if !self.is_sure {
            let (outline, _) = Outline::of(&String::from_utf8_lossy(object));
            if let Some(name) = outline.text(None) {
                (self.name, self.is_sure) = (name.into(), true);
            }
        }
        Arc::clone(&self.name)
    }

    /// Returns the field as far as it is known.
    pub(super) fn name(&self) -> Arc<str> {
        Arc::clone(&self.name)
    }

    /// Tells whether a name, in its quotation marks, is that of the field.
    pub(super) fn is_named(&self, name: &[u8]) -> bool {
        name.strip_prefix(b"\"")
            .and_then(|name| name.strip_suffix(b"\""))
            == Some(self.name.as_bytes())
    }

    /// Tells whether an object has a text.
    pub(super) fn is_in(&self, object: &[u8]) -> bool {
        let wanted = self.is_sure.then_some(&*self.name);
        let (outline, _) = Outline::of(&String::from_utf8_lossy(object));
        outline.text(wanted).is_some()
    }
}

/// Returns the capture of an object; one without a name is named by its place.
pub(in crate::corpus) fn fields_of<'o>(
    object: &'o JsonObject,
    reading: &Reading,
) -> Result<Capture<'o>, String> {
    if let Ok(json) = std::str::from_utf8(&object.bytes) {
        let read_as = object.source.read_as;
        let form = read_as.map_or(Form::Decoded, Form::Transcoded);
        return in_text(object, json, reading, form);
    }
    let decoded = decode(&object.bytes, None);
    let capture = in_text(
        object,
        &decoded.text,
        reading,
        Form::Transcoded(decoded.reading),
    )?;
    Ok(owned(capture))
}

fn owned(capture: Capture<'_>) -> Capture<'static> {
    Capture {
        bytes: Cow::Owned(capture.bytes.into_owned()),
        id: capture.id,
        site: capture.site,
        form: capture.form,
        kind: capture.kind,
        damage: capture.damage,
    }
}

fn in_text<'t>(
    object: &JsonObject,
    json: &'t str,
    reading: &Reading,
    form: Form,
) -> Result<Capture<'t>, String> {
    let wanted = Wanted {
        text: &object.field,
        id: reading.id_field(),
    };
    let first = match parsed(json, wanted) {
        Ok(found) => return capture(object, (json, found), reading, form),
        Err(error) => error,
    };
    let mended = mend(json);
    let found = match parsed(&mended.text, wanted) {
        Ok(found) => found,
        Err(_) if mended.text == json => return Err(bad_json(object, json, &first)),
        Err(error) => return Err(bad_json(object, &mended.text, &error)),
    };
    let mut capture = owned(capture(object, (&mended.text, found), reading, form)?);
    if mended.halves > 0 && memchr::memmem::find(&capture.bytes, "\u{FFFD}".as_bytes()).is_some() {
        let half = "half of a surrogate pair stands for a character that is lost; it became U+FFFD";
        capture.damage = Some(half.to_owned());
    }
    Ok(capture)
}

fn parsed<'j>(json: &'j str, wanted: Wanted<'_>) -> serde_json::Result<Found<'j>> {
    let mut parser = serde_json::Deserializer::from_str(json);
    let found = wanted.deserialize(&mut parser)?;
    parser.end().map(|()| found)
}

fn capture<'t>(
    object: &JsonObject,
    (json, found): (&str, Found<'t>),
    reading: &Reading,
    form: Form,
) -> Result<Capture<'t>, String> {
    let field = &object.field;
    let text = match found.text {
        Some(Value::Text(text)) => text,
        Some(Value::Other(what)) => {
            return Err(format!(
                "field `{field}` is {what}, not a text; make a text of it, or name another field with --field"
            ));
        }
        None => return Err(no_field(field, found.others)),
    };
    Ok(Capture {
        site: reading.site.of_object(json),
        form,
        ..Capture::of_text(found.id.unwrap_or_else(|| object.unnamed()), text)
    })
}

fn no_field(field: &str, mut others: Vec<String>) -> String {
    if others.is_empty() {
        return format!("no field `{field}`, nor any other; leave empty objects out");
    }
    others.truncate(FIELDS_NAMED);
    let others = others.join(", ");
    format!("no field `{field}`; name the field that holds the text with --field, of: {others}")
}

/// Says what is wrong with an object, and where in its line or in its file.
fn bad_json(object: &JsonObject, json: &str, error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    let Some(start) = object.start else {
        return format!("not a JSON object at column {}: {what}", error.column());
    };
    let lines = json
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let before: usize = lines.map(str::len).sum();
    let at = start + (before + error.column().saturating_sub(1)) as u64;
    format!("not a JSON object at byte {at}: {what}")
}
