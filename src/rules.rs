//! The list of rules, one line each.

mod autoblog_marker;
mod duplicate;
mod separator;
mod site_furniture;

use crate::rule::Rule;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[
    &autoblog_marker::RULE,
    &duplicate::RULE,
    &separator::RULE,
    &site_furniture::RULE,
];
