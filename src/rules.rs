//! The list of rules, one line each.

mod ad_code;
mod autoblog_marker;
mod cookie_notice;
mod database_error;
mod duplicate;
mod email_protection;
mod embed_residue;
mod html_residue;
mod js_code;
mod js_required;
mod php_error;
mod php_trace;
mod separator;
mod shortcode;
mod site_furniture;
mod template_residue;
mod video_player;

use crate::rule::Rule;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[
    &ad_code::RULE,
    &autoblog_marker::RULE,
    &cookie_notice::RULE,
    &database_error::RULE,
    &duplicate::RULE,
    &email_protection::RULE,
    &embed_residue::RULE,
    &html_residue::RULE,
    &js_code::RULE,
    &js_required::RULE,
    &php_error::RULE,
    &php_trace::RULE,
    &separator::RULE,
    &shortcode::RULE,
    &site_furniture::RULE,
    &template_residue::RULE,
    &video_player::RULE,
];
