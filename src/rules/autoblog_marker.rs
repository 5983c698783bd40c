use crate::rule::{Rule, line, phrases};

pub(super) static RULE: Rule = Rule {
    id: "autoblog-marker",
    summary: "markers and source links of auto-blogging plugins",
    about: "WP Automatic and its kin frame a copied article with [ad_1] and [ad_2] and close it with a bare \
            \"Source link\"; the markers stay raw when the plugin's ad fields are empty. A line that only \
            mentions a marker, and arrays in code, stay.",
    topic: &["[ad_1]", "wp automatic", "autoblog"],
    find: &[
        line(r"\[ad_?[0-9]\]"),
        line(r"\[(?:matched_content|source_link|source_url|original_title|author_name|keyword)\]"),
        phrases(&["source link"]).likely().at_tail(),
        phrases(&["source", "view source"]).hint(),
        line(r"source site-[0-9]+").at_tail(),
        line(r"view reddit by [^ ]+ - view source").at_tail(),
    ],
};
