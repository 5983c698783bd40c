//! The removals as one page of HTML: nothing to load, no script, light and dark, as narrow as a phone.

use std::fmt::Write as _;

use super::groups::Group;
use super::{Hunk, Part};
use crate::escape::escaped;
use crate::rule::Strength;

/// What the page begins with.
pub const HEAD: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>undross diff</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #5c5c6b; --line: #d9d9e0;
  --gone: #8a1f11; --behind: #fde7e3; --likely: #8a5a00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --soft: #a3a3b2; --line: #3a3a44;
  --gone: #ffb4a6; --behind: #4a1d17; --likely: #f0c060 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper) }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere }
h3 { font-size: .9rem; font-weight: 400; margin: 1rem 0 .2rem; overflow-wrap: anywhere } h3 b { font-weight: 600 }
pre { font: .85rem/1.45 ui-monospace, monospace; margin: 0; padding: .4rem .7rem; border-left: 3px solid var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere }
del { color: var(--gone); background: var(--behind); text-decoration-thickness: 1px }
.likely, .hint { color: var(--likely) } .likely + pre, .hint + pre { border-color: var(--likely) }
small, p { color: var(--soft); font-size: .85rem; font-weight: 400 }
</style>
<h1>What goes</h1>
<p>Removed text is struck through; what stands beside it stays. Look at what is likely or a hint first.</p>
"#;

/// What the page ends with where nothing goes.
pub const NOTHING_AND_TAIL: &str = "<p>Nothing.</p>\n</html>\n";
/// What the page ends with.
pub const TAIL: &str = "</html>\n";

/// Writes the hunks of one capture; nothing where it has none.
pub fn capture(id: &str, hunks: &[Hunk<'_>]) -> String {
    let mut out = String::new();
    if hunks.is_empty() {
        return out;
    }
    let places = if hunks.len() == 1 { "place" } else { "places" };
    let _ = writeln!(
        out,
        "<h2>{} <small>{} {places}</small></h2>",
        escaped(id),
        hunks.len()
    );
    for hunk in hunks {
        push_hunk(&mut out, hunk, &format!("line {}", hunk.line));
    }
    out
}

/// Writes one group of hunks.
pub fn group(group: &Group) -> String {
    let mut out = String::new();
    push_hunk(&mut out, &group.hunk, &group.in_words());
    out
}

fn push_hunk(out: &mut String, hunk: &Hunk<'_>, place: &str) {
    let strength = hunk.strength.as_str();
    let mark = match hunk.strength {
        Strength::Sure => "sure".to_owned(),
        Strength::Likely | Strength::Hint => format!("<b>{strength}</b>"),
    };
    let (rules, place) = (escaped(&hunk.rules.join(", ")), escaped(place));
    // The line feed behind <pre> belongs to the markup, not to the text.
    let _ = write!(
        out,
        "<h3 class=\"{strength}\"><b>{rules}</b> · {mark} · {place}</h3>\n<pre>\n"
    );
    for part in hunk.parts().iter().flatten() {
        let text = escaped(part.text());
        let _ = match part {
            Part::Stays(_) => write!(out, "{text}"),
            Part::Gone(_) => write!(out, "<del>{text}</del>"),
        };
    }
    out.push_str("</pre>\n");
}
