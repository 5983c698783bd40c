//! The list of rules, one line each.

mod app_promo;
mod autoblog_marker;
mod comment_form;
mod comment_thread;
mod donate;
mod login;
mod navigation;
mod newsletter;
mod paywall;
mod share_bar;
mod social_follow;
mod tag_list;
mod widget;

use crate::rule::Rule;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[
    &app_promo::RULE,
    &autoblog_marker::RULE,
    &comment_form::RULE,
    &comment_thread::RULE,
    &donate::RULE,
    &login::RULE,
    &navigation::RULE,
    &newsletter::RULE,
    &paywall::RULE,
    &share_bar::RULE,
    &social_follow::RULE,
    &tag_list::RULE,
    &widget::RULE,
];
