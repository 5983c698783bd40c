//! A decision as a site rule of `undross.toml`.

use super::decision::Verdict;
use crate::sketch::hash;

/// Longest line, in bytes, that becomes a pattern.
const LONGEST: usize = 400;

/// Writes the site rule that keeps or removes a line, with any number for each of its numbers.
///
/// `None` for what is not one line of moderate length, and for a decision that is neither.
///
/// ```
/// use undross::review::{Verdict, site_rule};
///
/// let rule = site_rule(Verdict::Remove, "Seen 12 times (today)\n").expect("it is one line");
/// assert!(rule.contains(r"line = 'Seen \d+ times \(today\)'"), "{rule}");
/// ```
pub fn site_rule(decision: Verdict, line: &str) -> Option<String> {
    let list = match decision {
        Verdict::Keep => "keep",
        Verdict::Remove => "remove",
        Verdict::Later => return None,
    };
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST || line.contains(['\n', '\r']) {
        return None;
    }
    let pattern = pattern(line);
    let name = format!("review-{:08x}", hash(pattern.chars()) as u32);
    let line = toml::Value::String(pattern);
    Some(format!("[[{list}]]\nname = \"{name}\"\nline = {line}\n"))
}

/// Writes the pattern for a line: the line itself, with any number for its numbers.
fn pattern(line: &str) -> String {
    let mut pattern = String::new();
    for part in line.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        if rest.len() < part.len() {
            pattern.push_str(r"\d+");
        }
        pattern.push_str(&regex::escape(rest));
    }
    pattern
}
