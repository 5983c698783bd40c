//! What the first object of some JSON holds, as far as it can be seen.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::mend::mend;
use super::object::Text;
use crate::corpus::columns::text_among;

/// The fields of an object that may hold captures.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Names of fields that hold strings.
    texts: Vec<String>,
    /// For each field that holds an array of objects, those of the first of them.
    arrays: Vec<Self>,
    /// Whether an object was there at all.
    pub(super) is_object: bool,
    /// The field whose value was begun last; a string that is cut off is its value.
    begun: Option<String>,
}

/// How the parser ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Behind a value, with nothing but white space behind it.
    Whole,
    /// Behind a value, with something behind it.
    More,
    /// Within a string.
    InText,
    /// Within brackets.
    Within,
    /// At what is no JSON.
    Bad,
}

impl Outline {
    /// Looks at one value: an object, or an array whose first object counts.
    pub(super) fn of(json: &str) -> (Self, End) {
        let (outline, end) = Self::parsed(json);
        if end != End::Bad {
            return (outline, end);
        }
        Self::parsed(&mend(json).text)
    }

    fn parsed(json: &str) -> (Self, End) {
        let mut outline = Self::default();
        let mut parser = serde_json::Deserializer::from_str(json);
        let end = match Look::at(&mut outline, false).deserialize(&mut parser) {
            Ok(()) if parser.end().is_ok() => End::Whole,
            Ok(()) => End::More,
            Err(error) if error.classify() != Category::Eof => End::Bad,
            Err(error) if error.to_string().starts_with("EOF while parsing a string") => {
                End::InText
            }
            Err(_) => End::Within,
        };
        if end == End::InText {
            outline.take_begun();
        }
        (outline, end)
    }

    fn take_begun(&mut self) {
        self.texts.extend(self.begun.take());
        self.arrays.iter_mut().for_each(Self::take_begun);
    }

    /// Returns the field that holds the text, if one does.
    pub(super) fn text(&self, wanted: Option<&str>) -> Option<&str> {
        let at = match wanted {
            Some(wanted) => self.texts.iter().position(|name| name == wanted),
            None => text_among(&self.texts),
        };
        at.map(|at| self.texts[at].as_str())
    }

    /// Tells whether a field holds an array of objects with texts.
    pub(super) fn has_array(&self, wanted: Option<&str>) -> bool {
        self.arrays.iter().any(|first| first.text(wanted).is_some())
    }
}

/// Looks at a value: an object that may hold a capture, or the value of a field of one.
struct Look<'o> {
    outline: &'o mut Outline,
    field: Option<String>,
    is_within: bool,
}

impl<'o> Look<'o> {
    const fn at(outline: &'o mut Outline, is_within: bool) -> Self {
        Self {
            outline,
            field: None,
            is_within,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.outline.texts.extend(self.field);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.outline.begun = None;
        let first = match (self.field, self.is_within) {
            (None, is_within) => seq.next_element_seed(Look::at(self.outline, is_within))?,
            (Some(_), true) => None,
            (Some(_), false) => {
                self.outline.arrays.push(Outline::default());
                let last = self.outline.arrays.last_mut();
                seq.next_element_seed(Look::at(last.expect("it was pushed"), true))?
            }
        };
        let _ = first;
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.outline.begun = None;
        if self.field.is_some() {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        self.outline.is_object = true;
        while let Some(Text(key)) = map.next_key()? {
            let key = key.into_owned();
            self.outline.begun = Some(key.clone());
            map.next_value_seed(Look {
                outline: self.outline,
                field: Some(key),
                is_within: self.is_within,
            })?;
            self.outline.begun = None;
        }
        Ok(())
    }
}
