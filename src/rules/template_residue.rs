use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, each, head, line, phrases, tail};

pub(super) static RULE: Rule = Rule {
    id: "template-residue",
    summary: "placeholders and icon names that a template left unfilled",
    about: "Templates whose script never ran show {{ placeholders }}, %s, [object Object] or \"undefined\"; icon fonts \
            show the names of their icons, and themes the names of their classes. Documents about templates stay.",
    topic: &[
        "template", "placeholder", "javascript", "angular", " vue", "jinja", "liquid", "django", "handlebars", "mustache",
        " code", "syntax", "variable", "function", "icon font", "css",
    ],
    find: &[
        each(placeholders).signs(Signs::BRACE).up_to(LONGEST_LINE),
        line(r"%[ds] bloggers? like this:?"),
        line(r"%[ds] (?:comments?|likes?|shares?|views?|replies|reviews?|votes?)"),
        line(r"(?:\{\*[ #/]*[a-z_ ]+ ?\*\} ?)+"),
        line(r"%%[a-z_]+%%(?: *[-|] *%%[a-z_]+%%)*"),
        line(r"(?:by |on |in |from )?(?:\$\{[a-z0-9_.()]+\}[ ,|/-]*)+"),
        line(r"(?:<%[=#@-]? ?.* ?%>)+"),
        line(r"(?:\[object object\][ ,]*)+"),
        line(r"(?:[0-9]{1,2}|recent|random|hot|slider|carousel)/[a-z][a-z0-9 &_-]*/(?:post-list|post-grid|post-per-tag|feat-?[a-z0-9-]*|col-(?:left|right)|grid-?[a-z0-9-]*|carousel|slider|mini-?[a-z]*|sidebar|comments|ticker|list|block|gallery|videos)"),
        line(r"(?:random|recent|label|hot|feat)[a-z]*/(?:[a-z0-9 -]+/)?(?:post-list|post-per-tag|comments|ticker|posts|recent)"),
        line(r"\[(?:related-category|field [a-z_-]+|sharethis|addthis|your-[a-z]+|related_posts|display-posts|ratings|post_views|custom)\]"),
        line(r"(?:for-(?:phone|tablet|desktop|wide)[a-z-]*)+"),
        line(r"(?:(?:(?:fa|fas|far|fab) )?(?:fa|icon|glyphicon|dashicons|td-icon|icofont|mdi)-[a-z0-9-]+ ?){1,3}").hint(),
        line(r"(?:(?:visible|hidden)-(?:xs|sm|md|lg|xl)|col-(?:xs|sm|md|lg|xl)-[0-9]+|d-none|sr-only)(?: [a-z0-9-]+)*"),
        phrases(ICONS),
        phrases(BARE_ICONS).hint(),
        phrases(&["undefined", "nan", "null", "undefined undefined", "undefined undefined, undefined", "nan undefined", "invalid date", "undefined, undefined"]).hint(),
        head(GLUED_HEAD),
        tail(r" ?(?:chevron_(?:left|right)|keyboard_arrow_(?:left|right|down|up)|arrow_(?:forward|back|drop_down|upward|right_alt)(?:_ios)?|navigate_(?:next|before)|expand_(?:more|less)|open_in_new|play_circle_(?:outline|filled)|content_copy|more_(?:vert|horiz)|access_time)"),
    ],
};

/// Material icons glued to the text they decorate; all with an underscore, which no word has.
const GLUED_HEAD: &str = r"(?-i:access_time|calendar_today|date_range|local_offer|person_outline|account_circle|chat_bubble(?:_outline)?|mode_comment|insert_comment|chevron_(?:left|right)|keyboard_(?:arrow_(?:left|right|up|down)|backspace)|arrow_(?:forward|back|drop_down|upward|right_alt)(?:_ios)?|navigate_(?:next|before)|play_circle_(?:outline|filled)|photo_camera|location_on|volume_(?:up|off|mute)|bookmark_border|favorite_border|star_border|thumb_(?:up|down)|remove_red_eye|folder_open|query_builder|format_quote|error_outline|help_outline|info_outline|trending_(?:up|down|flat)|event_note|library_books|menu_book) ?";

/// Names of Material icons that no language has as words.
#[rustfmt::skip]
const ICONS: &[&str] = &[
    "access_time", "account_circle", "account_box", "add_circle", "add_shopping_cart", "arrow_back", "arrow_back_ios",
    "arrow_downward", "arrow_drop_down", "arrow_drop_up", "arrow_forward", "arrow_forward_ios", "arrow_left",
    "arrow_right", "arrow_right_alt", "arrow_upward", "attach_file", "bookmark_border", "bookmark_outline",
    "calendar_month", "calendar_today", "chat_bubble", "chat_bubble_outline", "check_box", "check_box_outline_blank",
    "check_circle", "chevron_left", "chevron_right", "close_fullscreen", "comment_bank", "content_copy",
    "content_paste", "credit_card", "dark_mode", "date_range", "delete_outline", "done_all", "drag_handle",
    "error_outline", "expand_less", "expand_more", "favorite_border", "filter_list", "first_page", "folder_open",
    "format_quote", "format_list_bulleted", "fullscreen_exit", "get_app", "grid_view", "group_add", "help_outline",
    "highlight_off", "hourglass_empty", "image_not_supported", "info_outline", "insert_comment", "insert_drive_file",
    "insert_link", "keyboard_arrow_down", "keyboard_arrow_left", "keyboard_arrow_right", "keyboard_arrow_up",
    "keyboard_backspace", "last_page", "library_books", "light_mode", "live_tv", "local_offer", "local_phone",
    "location_on", "lock_open", "lock_outline", "mail_outline", "menu_book", "menu_open", "mode_comment", "mode_edit",
    "more_horiz", "more_vert", "navigate_before", "navigate_next", "notifications_none", "open_in_full", "open_in_new",
    "pause_circle", "person_outline", "person_add", "photo_camera", "picture_as_pdf", "play_arrow", "play_circle",
    "play_circle_filled", "play_circle_outline", "playlist_add", "query_builder", "question_answer",
    "radio_button_unchecked", "remove_circle", "remove_red_eye", "rss_feed", "save_alt", "shopping_basket",
    "shopping_cart", "skip_next", "skip_previous", "star_border", "star_half", "star_outline", "stay_current_portrait",
    "sort_by_alpha", "thumb_down", "thumb_up", "thumb_up_alt", "trending_down", "trending_up", "unfold_more",
    "verified_user", "video_library", "view_list", "view_module", "visibility_off", "volume_down", "volume_mute",
    "volume_off", "volume_up", "watch_later", "wb_sunny", "zoom_in", "zoom_out",
];

/// Names of icons that are words too.
#[rustfmt::skip]
const BARE_ICONS: &[&str] = &[
    "search", "menu", "close", "share", "favorite", "bookmark", "print", "fullscreen", "replay", "cached", "dehaze",
];

/// Bytes of words beside a placeholder that a label has at most.
const LONGEST_LABEL: usize = 24;
/// Bytes that a line of placeholders has at most.
const LONGEST_LINE: usize = 2000;

/// Claims a line that is placeholders, with a label at most.
fn placeholders(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() <= LONGEST_LINE && is_template(shown) {
        claims.block(page, index);
    }
}

/// Tells whether a line is placeholders with little between them.
fn is_template(line: &str) -> bool {
    let (mut rest, mut words, mut found) = (line, 0, 0);
    while let Some(open) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let mark = if rest[open..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        let Some(close) = rest[open..].find(mark) else {
            return false;
        };
        words += rest[..open].chars().filter(|c| c.is_alphanumeric()).count();
        found += 1;
        rest = rest[open + close + 2..].trim_start_matches('}');
    }
    words += rest.chars().filter(|c| c.is_alphanumeric()).count();
    found > 0 && words <= LONGEST_LABEL.min(12 * found) && !line.starts_with(['`', '"', '“'])
}
