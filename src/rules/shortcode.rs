use std::sync::LazyLock;

use regex::Regex;

use crate::code::claim_range;
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, look};

pub(super) static RULE: Rule = Rule {
    id: "shortcode",
    summary: "shortcodes of WordPress and its plugins",
    about: "A shortcode stays raw when its plugin is off: [caption id=..], [vc_row], [youtube https://..]. Only known \
            names with an attribute, an address or a closing tag count, or page builders' prefixes; the caption inside \
            stays. Editorial brackets such as [sic], [I]n, [VIDEO] stay, and so do pages about shortcodes.",
    topic: &[
        "shortcode",
        "short code",
        " plugin",
        "bbcode",
        "page builder",
    ],
    find: &[look(find_codes).signs(Signs::SQUARE)],
};

/// Names of core, Jetpack and common plugins: they need an attribute, an address or a closing tag.
const NAMED: &str = "caption|wp_caption|embed|gallery|audio|video|playlist|youtube|vimeo|soundcloud|dailymotion|googlemaps|googlevideo|slideshare|scribd|ted|tweet|twitter|instagram|facebook|polldaddy|wpvideo|jwplayer|flickr|gist|recipe|contact-form|contact-form-7|contact-field|ninja_forms?|gravityforms?|wpforms|mc4wp_form|newsletter_[a-z_]+|adrotate|adsense|ads|ad|quads|advanced_iframe|iframe|button|buttons|column|columns|row|section|box|alert|tabs?|tabgroup|accordion|toggle|spoiler|divider|spacer|highlight|dropcap|pullquote|blockquote|quote|one_half|one_half_last|one_third|one_third_last|two_third|two_third_last|one_fourth|three_fourth|ngg_images|nggallery|singlepic|slideshow|rev_slider|layerslider|metaslider|tablepress|table|table id|wp_ad_camp_[0-9]|the_ad|the_ad_group|the_ad_placement|pro_ad_display_adzone|adsforwp|ad_inserter|amazon_link|amazon|asa|easyazon_[a-z]+|affiliate_[a-z]+|product|products|product_page|woocommerce_[a-z_]+|sociallocker|social_share|addtoany|feather_share|sharethis|mailmunch-form|optin-monster-shortcode|thrive_leads|convertkit|leadpages[a-z_]*|wp-review|review|rating|ratings|poll|yop_poll|wpdm_package|download|documentviewer|pdf|pdf-embedder|gview|google-map-v3|wpgmza|map|lyte|evp_embed_video|fve|iframe_loader|sc_embed_player|powerpress|podcast|simple-author-box|author_bio|related_posts|relatedposts|manual_related_posts|display-posts|list-posts|catlist|postlist|dynamic-sidebar|sidebar|widget|toc|raw|code|sourcecode|syntaxhighlighter|crayon|php|css|html|footnote|ref|efn_note|mfn|learn_more|ihc-hide-content|restrict|member|membership|s2if|wlm_[a-z_]+|private|hide|bbp-[a-z-]+|pullquote|inline|gap|hr|icon|font|size|color|align|center|left|right|url|img|attachment|media-credit|source|hubspot|cta|interaction|zombify_post|playbuzz-item|apester-[a-z]+|getty|magnify|nextpage|title|heading|text|image|img|link|list|li|ul";

/// Prefixes of page builders and plugins: nothing else writes words like these in brackets.
const PREFIXED: &str = "vc_|et_pb_|fusion_|su_|av_|tatsu_|cs_|x_|mk_|ult_|ultimate_|nectar_|dt_|qode_|edgtf_|mkdf_|eltd_|elementor-template|siteorigin_|pac_divi|tve_|thrive_|wpv-|wpbb|types field|learndash|ld_|wpsm_|rehub_|td_block|tdb_|tdc_|tie_|bs-|bdp_|cmsms_|themify_|ut_|thb_|porto_|kc_|rev_slider|ess_grid|op_|gdlr_|trx_|g1_|stm_|wc_|pt_view|mashshare|wp-rss-aggregator|wprm-|ultimatemember|gravityform|caldera_form|forminator_|formidable|wpedon|give_form|tribe_|ai1ec|adinserter|bsa_pro|dfads|sam_|oiopub|wpproads|mn-ads|ezoic-|jetpack[-_]";

static CODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r#"^\[/?(?:(?:{PREFIXED})[a-z0-9_-]*(?: [^\[\]\n]*)?/?|(?:{NAMED})(?:(?: +[a-z][a-z0-9_-]*=[^\[\]\n]*| +https?://[^\[\] ]+[^\[\]\n]*)|=["'“”″#a-z0-9][^\[\] ]*)/?)\]|^\[/(?:{NAMED})\]"#
    ))
    .expect("a fixed pattern")
});
static CLOSED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"^\[/(?:{NAMED})\]$")).expect("a fixed pattern"));

/// Bytes that a shortcode and what it encloses span at most.
const LONGEST_CODE: usize = 2000;

/// Names that carry an address or a script and no text: what stands between goes too.
#[rustfmt::skip]
const CARRIERS: &[&str] = &[
    "[embed", "[youtube", "[vimeo", "[gview", "[gallery", "[audio", "[video", "[iframe", "[advanced_iframe",
    "[playlist", "[pdf", "[soundcloud", "[tweet", "[ad", "[img",
];

fn find_codes(page: &Page<'_>, claims: &mut Claims) {
    let text = page.looked_at();
    for at in memchr::memchr_iter(b'[', text.as_bytes()) {
        let tail = &text[at..text.floor_char_boundary(text.len().min(at + LONGEST_CODE))];
        let line = &tail[..memchr::memchr(b'\n', tail.as_bytes()).unwrap_or(tail.len())];
        if is_code_example(text, at) || !next_is_name(tail) {
            continue;
        }
        if let Some(end) = code_end(line) {
            claim_range(page, at..at + end, claims);
        } else if let Some(end) = pair_end(line) {
            claim_pair(page, at, end, claims);
        }
    }
}

fn next_is_name(tail: &str) -> bool {
    let rest = tail[1..].strip_prefix('/').unwrap_or(&tail[1..]);
    rest.starts_with(|c: char| c.is_ascii_lowercase()) && !tail.starts_with("[[")
}

fn is_code_example(text: &str, at: usize) -> bool {
    text[..at].ends_with(['`', '[', '"', '“', '\'', '‘'])
}

/// End of a shortcode with attributes, and of what it carries.
fn code_end(line: &str) -> Option<usize> {
    let found = CODE.find(line)?;
    let carried = CARRIERS.iter().any(|name| line.starts_with(name));
    let close = line[found.end()..].find("[/").filter(|_| carried);
    Some(close.map_or(found.end(), |close| {
        let rest = &line[found.end() + close..];
        let text = &line[found.end()..found.end() + close];
        let end = rest.find(']').filter(|_| !text.contains(' '));
        end.map_or(found.end(), |end| found.end() + close + end + 1)
    }))
}

/// Bytes of `[name]` and the place of the `[/name]` that closes it on the same line.
fn pair_end(line: &str) -> Option<(usize, usize, usize)> {
    let open = line.find(']')?;
    let name = &line[1..open];
    let known = (2..40).contains(&name.len()) && CLOSED.is_match(&format!("[/{name}]"));
    let close = line.find(&format!("[/{name}]")).filter(|_| known)?;
    Some((open + 1, close, close + name.len() + 3))
}

/// Claims both tags, and an address between them.
fn claim_pair(
    page: &Page<'_>,
    at: usize,
    (open, close, end): (usize, usize, usize),
    claims: &mut Claims,
) {
    let inside = &page.looked_at()[at + open..at + close];
    if inside.trim().starts_with("http") && !inside.trim().contains(' ') || inside.trim().is_empty()
    {
        claim_range(page, at..at + end, claims);
        return;
    }
    claim_range(page, at..at + open, claims);
    claim_range(page, at + close..at + end, claims);
}
