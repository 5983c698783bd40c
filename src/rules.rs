//! The list of rules, one line each.

mod ad_code;
mod app_promo;
mod autoblog_marker;
mod comment_form;
mod comment_thread;
mod cookie_notice;
mod database_error;
mod donate;
mod duplicate;
mod email_protection;
mod embed_residue;
mod html_residue;
mod js_code;
mod js_required;
mod login;
mod navigation;
mod newsletter;
mod paywall;
mod php_error;
mod php_trace;
mod separator;
mod share_bar;
mod shortcode;
mod site_furniture;
mod social_follow;
mod tag_list;
mod template_residue;
mod video_player;
mod widget;

use crate::rule::Rule;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[
    &ad_code::RULE,
    &app_promo::RULE,
    &autoblog_marker::RULE,
    &comment_form::RULE,
    &comment_thread::RULE,
    &cookie_notice::RULE,
    &database_error::RULE,
    &donate::RULE,
    &duplicate::RULE,
    &email_protection::RULE,
    &embed_residue::RULE,
    &html_residue::RULE,
    &js_code::RULE,
    &js_required::RULE,
    &login::RULE,
    &navigation::RULE,
    &newsletter::RULE,
    &paywall::RULE,
    &php_error::RULE,
    &php_trace::RULE,
    &separator::RULE,
    &share_bar::RULE,
    &shortcode::RULE,
    &site_furniture::RULE,
    &social_follow::RULE,
    &tag_list::RULE,
    &template_residue::RULE,
    &video_player::RULE,
    &widget::RULE,
];
