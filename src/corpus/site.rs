//! Where the site of a capture is told, beside the capture itself.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::site::host_of;

/// What tells the site of a capture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SiteFrom {
    /// The capture itself: its id, the address that it states, its folder.
    #[default]
    Capture,
    /// The user: all captures are of this site.
    Given(String),
    /// A field of JSON Lines: the host of an address, any other value as it is.
    Field(String),
}

impl SiteFrom {
    /// Returns the site of every capture, where the user says it.
    pub(super) fn of_all(&self) -> Option<String> {
        match self {
            Self::Given(site) => Some(site.clone()),
            Self::Capture | Self::Field(_) => None,
        }
    }

    /// Returns the site of a JSON object, where the user or the object says it.
    pub(super) fn of_object(&self, json: &str) -> Option<String> {
        let Self::Field(field) = self else {
            return self.of_all();
        };
        let fields: HashMap<String, &RawValue> = serde_json::from_str(json).ok()?;
        match serde_json::from_str(fields.get(field)?.get()).ok()? {
            Value::String(value) if value.trim().is_empty() => None,
            Value::String(value) => {
                Some(host_of(&value).unwrap_or_else(|| value.trim().to_owned()))
            }
            Value::Number(value) => Some(value.to_string()),
            _ => None,
        }
    }
}
