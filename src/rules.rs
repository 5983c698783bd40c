//! The list of rules, one line each.

mod autoblog_marker;

use crate::rule::Rule;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[&autoblog_marker::RULE];
