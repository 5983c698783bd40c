//! Picking the text and the name out of an object, without building the rest of it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::mend::mend;

/// Names of the fields that are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'r> {
    pub(super) text: &'r str,
    pub(super) id: &'r str,
}

/// What was found in an object.
#[derive(Debug, Default)]
pub(super) struct Found<'de> {
    pub(super) text: Option<Value<'de>>,
    pub(super) id: Option<String>,
    pub(super) others: Vec<String>,
}

/// The value of a field that should hold a text.
#[derive(Debug)]
pub(super) enum Value<'de> {
    Text(Cow<'de, str>),
    /// It is something else, such as "a number".
    Other(&'static str),
}

/// A string that is borrowed where it has no escapes.
#[derive(Deserialize)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Found<'de>, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the text `{}`", self.text)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
        let mut found = Found::default();
        while let Some(Text(key)) = map.next_key()? {
            if key == self.text {
                found.text = Some(map.next_value()?);
            } else if key == self.id {
                found.id = name_of(map.next_value()?);
            } else {
                found.others.push(key.into_owned());
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Returns the name that a value gives: a string as it reads, anything else as it is written.
fn name_of(id: &RawValue) -> Option<String> {
    let written = id.get();
    let text = |json: &str| {
        let text = serde_json::from_str::<Option<Text<'_>>>(json).ok()?;
        Some(text.map(|text| text.0.into_owned()))
    };
    let name = match text(written) {
        Some(text) => text?,
        None if written.starts_with('"') => text(&mend(written).text)??,
        None => written.to_owned(),
    };
    (!name.trim().is_empty()).then_some(name)
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

/// Takes any value, and keeps strings only.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(text.to_owned().into()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Other("null"))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other("true or false"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}
