//! How the objects of some JSON stand in it, told by its first bytes.

use serde::de::IgnoredAny;
use serde_json::error::Category;

use super::mend::mend;
use super::outline::{End, Outline};

/// How objects that hold captures stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) enum Shape {
    /// A line each.
    Lines,
    /// In an array, or one behind the other.
    Values,
    /// In an array that is a field of one object.
    Around,
}

/// What the first bytes of a file tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) struct Told {
    pub(in crate::corpus) shape: Shape,
    /// Whether the first object holds a text, as far as it is seen.
    pub(in crate::corpus) has_text: bool,
    /// Whether the end of the first object is beyond what is seen.
    pub(in crate::corpus) is_cut: bool,
}

impl Shape {
    /// Looks at the first bytes of a file; `is_cut` says that more come, `is_named` that its name says JSON.
    ///
    /// `None` for what is no JSON of objects.
    pub(in crate::corpus) fn of(
        head: &str,
        is_cut: bool,
        is_named: bool,
        field: Option<&str>,
    ) -> Option<Told> {
        let json = head.trim_start_matches(|c: char| {
            c.is_ascii_whitespace() || matches!(c, '\u{FEFF}' | '\u{1E}')
        });
        let first = json.chars().next()?;
        let is_meant = match first {
            '{' => is_object(json),
            '[' => is_object(json[1..].trim_ascii_start()),
            _ => return None,
        };
        if !is_meant {
            // An array of other things is refused, thing by thing.
            let is_array = is_named && first == '[' && is_json(json, is_cut);
            return is_array.then_some(Told {
                shape: Shape::Values,
                has_text: false,
                is_cut: false,
            });
        }
        let (shape, outline, end) = match first {
            '[' => in_array(json),
            _ => of_objects(json, is_cut),
        };
        let shape = match shape {
            _ if first == '[' || outline.text(field).is_some() => shape,
            _ if outline.has_array(field) => Shape::Around,
            _ => shape,
        };
        let has_text = shape == Shape::Around || outline.text(field).is_some();
        let told = Told {
            shape,
            has_text,
            is_cut: !has_text && is_cut && matches!(end, End::InText | End::Within),
        };
        (is_named || (has_text && end != End::Bad) || is_json(json, is_cut)).then_some(told)
    }
}

fn in_array(json: &str) -> (Shape, Outline, End) {
    let (outline, end) = Outline::of(json);
    (Shape::Values, outline, end)
}

fn of_objects(json: &str, is_cut: bool) -> (Shape, Outline, End) {
    let line = json.find('\n').map_or(json, |end| &json[..end]);
    let is_line_cut = is_cut && line.len() == json.len();
    let (outline, end) = Outline::of(line);
    match end {
        End::Within if !is_line_cut => {
            let (outline, end) = Outline::of(json);
            let next_line = json[line.len()..].trim_ascii_start();
            let shape = match end == End::Bad && next_line.starts_with('{') {
                true => Shape::Lines,
                false => Shape::Values,
            };
            (shape, outline, end)
        }
        End::More => (Shape::Values, outline, end),
        _ => (Shape::Lines, outline, end),
    }
}

/// Tells whether an object seems to begin here.
fn is_object(json: &str) -> bool {
    let rest = json.strip_prefix('{').map(str::trim_ascii_start);
    rest.is_some_and(|rest| rest.starts_with(['"', '}']))
}

/// Tells whether all that is seen is JSON; the end may be cut off.
fn is_json(json: &str, is_cut: bool) -> bool {
    let is_json = |json: &str| {
        let values = serde_json::Deserializer::from_str(json).into_iter::<IgnoredAny>();
        values.into_iter().all(|value| match value {
            Ok(_) => true,
            Err(error) => is_cut && error.classify() == Category::Eof,
        })
    };
    is_json(json) || is_json(&mend(json).text)
}
