//! Words of class names, ids and roles in groups.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::kinds::Words;

/// The bits of every word.
static WORDS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut words = HashMap::default();
    for (bit, (_, group)) in GROUPS.iter().enumerate() {
        for word in *group {
            *words.entry(*word).or_default() |= 1 << bit;
        }
    }
    words
});

/// By their first byte, how many bytes long the words are: a bit for each length.
static LENGTHS: LazyLock<[u32; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for word in WORDS.keys() {
        lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
    }
    lengths
});

/// Groups and their words. The order is that of the bits.
pub(super) const GROUPS: [(&str, &[&str]); 14] = [
    (
        "comment",
        &[
            "comment",
            "comments",
            "commentlist",
            "disqus",
            "respond",
            "reply",
            "replies",
        ],
    ),
    (
        "sidebar",
        &[
            "sidebar",
            "aside",
            "rail",
            "secondary",
            "sidenav",
            "rightcol",
            "leftcol",
        ],
    ),
    (
        "related",
        &[
            "related",
            "recommended",
            "recommendation",
            "recommendations",
            "recommend",
            "more",
            "similar",
            "trending",
            "popular",
            "latest",
            "recirc",
            "also",
            "suggested",
            "outbrain",
            "taboola",
            "teaser",
            "teasers",
        ],
    ),
    (
        "navigation",
        &[
            "nav",
            "navigation",
            "navbar",
            "menu",
            "menus",
            "submenu",
            "megamenu",
            "topnav",
            "dropdown",
            "breadcrumb",
            "breadcrumbs",
            "crumb",
            "crumbs",
            "skip",
        ],
    ),
    (
        "footer",
        &["footer", "foot", "bottom", "colophon", "copyright", "legal"],
    ),
    (
        "header",
        &[
            "header", "masthead", "topbar", "banner", "brand", "logo", "toolbar",
        ],
    ),
    (
        "promotion",
        &[
            "promo",
            "promotion",
            "ad",
            "ads",
            "advert",
            "advertisement",
            "sponsor",
            "sponsored",
            "affiliate",
            "cta",
            "newsletter",
            "subscribe",
            "subscription",
            "signup",
            "optin",
        ],
    ),
    (
        "share",
        &[
            "share",
            "sharing",
            "social",
            "shares",
            "sharedaddy",
            "addtoany",
            "follow",
            "facebook",
            "twitter",
        ],
    ),
    (
        "author",
        &[
            "author",
            "byline",
            "writer",
            "bio",
            "contributor",
            "profile",
            "avatar",
        ],
    ),
    (
        "details",
        &[
            "meta",
            "metadata",
            "date",
            "time",
            "timestamp",
            "published",
            "info",
            "postmeta",
            "dateline",
            "tag",
            "tags",
            "category",
            "categories",
        ],
    ),
    (
        "dialog",
        &[
            "modal", "popup", "overlay", "lightbox", "dialog", "tooltip", "toast", "cookie",
            "cookies", "consent", "gdpr", "onetrust",
        ],
    ),
    (
        "pages",
        &[
            "pagination",
            "pager",
            "paging",
            "prev",
            "next",
            "previous",
            "loadmore",
            "toc",
            "contents",
        ],
    ),
    (
        "item",
        &[
            "product", "products", "item", "items", "card", "cards", "tile", "tiles", "grid",
            "list", "listing", "carousel", "slider", "price", "review", "reviews", "rating",
        ],
    ),
    (
        "content",
        &[
            "content",
            "maincontent",
            "article",
            "entry",
            "post",
            "body",
            "story",
            "text",
            "copy",
            "richtext",
            "prose",
            "markdown",
            "articlebody",
            "storybody",
            "postbody",
            "entrycontent",
            "postcontent",
        ],
    ),
];

const ROLES: &[(&str, &str)] = &[
    ("navigation", "navigation"),
    ("menu", "navigation"),
    ("menubar", "navigation"),
    ("tablist", "navigation"),
    ("banner", "header"),
    ("contentinfo", "footer"),
    ("complementary", "sidebar"),
    ("dialog", "dialog"),
    ("alertdialog", "dialog"),
    ("main", "content"),
    ("article", "content"),
];

const PROPERTIES: &[(&str, &str)] = &[
    ("articlebody", "content"),
    ("text", "content"),
    ("author", "author"),
    ("datepublished", "details"),
    ("comment", "comment"),
    ("review", "item"),
    ("reviewbody", "item"),
];

/// Returns the bits of the groups that these words, or two of them in a row, belong to.
pub(super) fn groups(words: &Words) -> u32 {
    let all = words.iter().chain(words.pairs());
    all.fold(0, |bits, word| bits | of_word(word))
}

/// Returns the bit of a `role`.
pub(super) fn role(role: &str) -> u32 {
    by_name(ROLES, role)
}

/// Returns the bits of an `itemprop`.
pub(super) fn property(property: &str) -> u32 {
    let of = |name: &str| by_name(PROPERTIES, name);
    property
        .split_ascii_whitespace()
        .map(of)
        .fold(0, |a, b| a | b)
}

fn of_word(word: &str) -> u32 {
    let lengths = word
        .as_bytes()
        .first()
        .map_or(0, |&first| LENGTHS[usize::from(first)]);
    if lengths & 1_u32.checked_shl(word.len() as u32).unwrap_or_default() == 0 {
        return 0;
    }
    WORDS.get(word).copied().unwrap_or_default()
}

fn by_name(table: &[(&str, &str)], name: &str) -> u32 {
    let entry = table
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    entry.map_or(0, |(_, group)| bit(group))
}

fn bit(group: &str) -> u32 {
    let at = GROUPS.iter().position(|(name, _)| *name == group);
    at.map_or(0, |at| 1 << at)
}
