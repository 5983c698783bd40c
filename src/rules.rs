//! The list of rules, one line each.

mod ad_code;
mod ad_label;
mod agency;
mod app_promo;
mod appeared_first;
mod author_bio;
mod autoblog_marker;
mod boilerplate;
mod byline;
mod comment_form;
mod comment_thread;
mod cookie_notice;
mod copyright;
mod database_error;
mod dates;
mod donate;
mod duplicate;
mod email_protection;
mod embed_residue;
mod gallery;
pub(crate) mod gate;
mod glued_label;
mod html_residue;
mod js_code;
mod js_required;
mod login;
mod names;
mod navigation;
mod newsletter;
mod paywall;
mod photo_credit;
mod php_error;
mod php_trace;
mod read_more;
mod related;
mod seams;
mod separator;
mod share_bar;
mod shortcode;
mod site_furniture;
mod social_follow;
mod source_credit;
mod story_highlights;
mod surroundings;
mod tag_list;
mod template_residue;
mod tynt;
mod video_player;
mod widget;

use crate::rule::Rule;

pub(crate) use dates::is_date;
pub(crate) use site_furniture::is_byline;

/// Every built-in rule.
pub static RULES: &[&Rule] = &[
    &ad_code::RULE,
    &ad_label::RULE,
    &agency::RULE,
    &app_promo::RULE,
    &appeared_first::RULE,
    &author_bio::RULE,
    &autoblog_marker::RULE,
    &boilerplate::RULE,
    &byline::RULE,
    &comment_form::RULE,
    &comment_thread::RULE,
    &cookie_notice::RULE,
    &copyright::RULE,
    &database_error::RULE,
    &donate::RULE,
    &duplicate::RULE,
    &email_protection::RULE,
    &embed_residue::RULE,
    &gallery::RULE,
    &glued_label::RULE,
    &html_residue::RULE,
    &js_code::RULE,
    &js_required::RULE,
    &login::RULE,
    &navigation::RULE,
    &newsletter::RULE,
    &paywall::RULE,
    &photo_credit::RULE,
    &php_error::RULE,
    &php_trace::RULE,
    &read_more::RULE,
    &related::RULE,
    &separator::RULE,
    &share_bar::RULE,
    &shortcode::RULE,
    &site_furniture::RULE,
    &social_follow::RULE,
    &source_credit::RULE,
    &story_highlights::RULE,
    &tag_list::RULE,
    &template_residue::RULE,
    &tynt::RULE,
    &video_player::RULE,
    &widget::RULE,
];
