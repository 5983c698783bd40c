use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use crate::code::{
    Script, claim_range, ends_as_code, has_sentence, is_foreign, piece, scripts, widen,
};
use crate::page::{Page, Signs, ends_sentence, starts_lower};
use crate::rule::{Claims, Rule, each, line, look, tail};
use crate::rules::seams;

pub(super) static RULE: Rule = Rule {
    id: "js-code",
    summary: "scripts, style sheets, data and comments left as text",
    about: "Converters that drop tags but keep what is inside <script> and <style> leave loaders of embeds, players \
            and counters, JSON-LD, CSS rules and HTML comments as lines of text, or glued to a sentence, which stays. Code \
            that a page explains stays, and so do listings in other languages.",
    topic: TOPIC,
    find: &[
        look(find_code),
        look(find_comments).signs(Signs::ANGLE),
        look(find_styles).signs(Signs::BRACE),
        each(claim_glued).signs(Signs::BRACE.or(Signs::SEMICOLON)),
        line(r"normal 0 (?:[0-9.]+ (?:pt )?)?(?:false ){2,3}.*"),
        line(r"/\* style definitions \*/.*"),
        line(r"table\.msonormaltable.*\{.*"),
        line(r"(?:javascript:void\(0\);?)+"),
        line(r"//(?:\]\]>|<!\[cdata\[|-->) ?.*"),
        line(r"(?:/\* ?)?<!\[cdata\[.*"),
        tail(r" ?(?:javascript: ?(?:void\(0\)|;) ?;?)+"),
    ],
};

/// Words of pages that are about code: they keep theirs.
#[rustfmt::skip]
pub(super) const TOPIC: &[&str] = &[
    " code", "function", "javascript", "jquery", " script", "python", " java", "programming", "compile", "variable",
    " api", "syntax", "snippet", "github", "html", " css", "stylesheet", "wordpress plugin", "console", " json", " xml",
    "element", "selector", "parameter", "method",
];

/// Bytes that an HTML comment spans at most.
const LONGEST_COMMENT: usize = 20_000;

/// Opens a statement that only scripts of pages have.
static SCRIPT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r#"^(?:[})\];,! ]*|<!--|//<!\[CDATA\[|/\*.{0,60}\*/)*(?:"#,
        r#"\(?\(?!?(?:async )?function ?[A-Za-z0-9_$]* ?\([A-Za-z0-9_$, ]*\) ?\{"#,
        r#"|\(\([a-z, ]*\) ?=> ?\{|[\[(]?function ?\(\)"#,
        r#"|(?:var|const|let) [A-Za-z_$][A-Za-z0-9_$]*(?:;$| ?= ?(?:["'{\[(!]|new |function|window|document|true|false|null|[0-9]+[;,]|[A-Za-z_$.]+[(.\[|;]).*|, ?[A-Za-z_$]+.*;$)"#,
        r#"|(?:window|document|jQuery|self|top|parent|location|navigator|googletag|dataLayer|FB|twttr|_gaq|_paq|_qevents|disqus|Drupal|YAHOO|utag|swfobject|videojs|tinymce|addthis|gigya|OO|brightcove|instgrm|CKEDITOR|Modernizr|NREUM|jwplayer|WP|wpcom|TribL|CNN|MSN|mw)(?:\.[A-Za-z_$]|\[["']|\().*"#,
        r#"|\$\((?:["'.#]|document|window|function|this|\)).*"#,
        r#"|(?:gtag|ga|fbq|_satellite|mboxCreate|__tcfapi|ym|snowplow|twq|pintrk|hj|clicky|pbjs|apstag|define|require|requirejs)\((?:["'{\[(]|function).*"#,
        r#"|[A-Za-z_$][A-Za-z0-9_$]*(?:\.[A-Za-z_$][A-Za-z0-9_$]*)+ ?= ?(?:["'{\[(]|new |function|true;|false;|null;|window|document|[0-9]+;|[A-Za-z_$.]+ ?\|\|).*"#,
        r#"|[A-Za-z_$][A-Za-z0-9_$]*(?:\.[A-Za-z_$][A-Za-z0-9_$]*)*\((?:["'][^"']*["'](?:, ?.*)?|\{.*\}|)\);$"#,
        r#"|[a-z_$]+_[A-Za-z0-9_$]+ ?= ?(?:["'].*["']|[0-9]+|true|false|\[.*\]|\{.*\});.*"#,
        r#"|(?:if|for|while|switch) ?\(.*\) ?\{.*|try ?\{.*|\} ?(?:else|catch|finally).*\{.*"#,
        r#"|"use strict";|'use strict';"#,
        r#")"#,
    ))
    .expect("a fixed pattern")
});

static STYLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:<!--)? ?(?:@media|@font-face|@import url|@charset|@keyframes|@-[a-z]+-|[.#*a-zA-Z:][^{}]{0,200}\{|/\*)").expect("a fixed pattern")
});

static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[*_-]?(?:-?(?:webkit|moz|ms|o)-[a-z-]+|mso-[a-z-]+|display|position|margin[a-z-]*|padding[a-z-]*|width|height|(?:max|min)-(?:width|height)|color|background[a-z-]*|font[a-z-]*|border[a-z-]*|float|overflow[a-z-]*|text-[a-z-]+|z-index|line-height|letter-spacing|content|top|left|right|bottom|visibility|opacity|list-style[a-z-]*|clear|vertical-align|white-space|cursor|box-[a-z-]+|transform[a-z-]*|transition[a-z-]*|animation[a-z-]*|flex[a-z-]*|align-[a-z-]+|justify-[a-z-]+|grid[a-z-]*|outline[a-z-]*|src|zoom|filter|clip|direction|word-[a-z-]+|object-[a-z-]+) ?: ?[^;{}]+$").expect("a fixed pattern")
});

fn find_code(page: &Page<'_>, claims: &mut Claims) {
    let mut index = 0;
    while index < page.blocks().len() {
        let shown = page.shown(index);
        if !(is_script(shown) || is_data(page, index)) {
            index += 1;
            continue;
        }
        let piece = widen(page, piece(page, index));
        index = piece.end;
        if !is_foreign(page, &piece) {
            piece.for_each(|part| claims.block(page, part));
        }
    }
}

/// Bytes at either side of a script in which a sentence is looked for.
const NEAR: usize = 200;

/// Bytes from which a script with a block is no example that a sentence gives.
const EXAMPLE: usize = 40;

/// Last words before a script that a sentence speaks of.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "call", "calls", "calling", "code", "script", "function", "method", "line", "lines", "snippet", "add", "use", "type",
    "write", "insert", "run", "paste", "put", "with", "like", "the", "set", "as", "command", "statement", "via",
    "using", "property", "variable", "object",
];

/// Claims scripts between the sentences of a line.
fn claim_glued(page: &Page<'_>, index: usize, claims: &mut Claims) {
    for range in glued(page.shown(index)) {
        seams::claim(page, index, range, claims);
    }
}

/// Finds the scripts between the sentences of a line; those of ads, counters and embeds inside of sentences too.
pub(super) fn glued(line: &str) -> Vec<Range<usize>> {
    let is_glued = |Script { range, known }: &Script| {
        let (before, behind) = (
            line[..range.start].trim_end(),
            line[range.end..].trim_start(),
        );
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
        let next = &behind[..behind.floor_char_boundary(NEAR)];
        let words = |text: &str| ends_sentence(text) && !text.ends_with(';');
        let text = has_sentence(near) || has_sentence(next) || words(before) || words(behind);
        let between = before.is_empty() || seams::is_finished(before);
        let clean = between && (behind.is_empty() || !starts_lower(behind));
        let last = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let code = &line[range.clone()];
        let long = code.len() >= EXAMPLE && code.contains('{');
        let inside =
            (*known || long) && !between && !SPEAKING.contains(&last.to_lowercase().as_str());
        text && !seams::is_announced(before, behind) && (clean || inside)
    };
    let scripts = scripts(line).into_iter().filter(is_glued);
    scripts.map(|script| script.range).collect()
}

/// Tells whether a line opens a script: the shape of a statement, and no prose.
pub(super) fn is_script(line: &str) -> bool {
    if !may_end_script(line) || !SCRIPT.is_match(line) {
        return false;
    }
    !has_sentence(line) || line.ends_with([';', '{', '}']) || line.ends_with("})")
}

/// Tells whether a line ends as a line of a script may.
pub(super) fn may_end_script(line: &str) -> bool {
    ends_as_code(line) || line.ends_with([')', '/'])
}

/// Tells whether block `index` is or opens JSON.
fn is_data(page: &Page<'_>, index: usize) -> bool {
    let shown = page.shown(index);
    let whole =
        (shown.starts_with("{\"") || shown.starts_with("[{\"") || shown.starts_with("{ \""))
            && shown.ends_with(['}', ']', ',', '{', '[', ';'])
            && (shown.matches("\":").count() >= 2 || shown.contains("\"@context\""));
    whole || (matches!(shown, "{" | "[{" | "[") && opens_linked_data(page, index))
}

fn opens_linked_data(page: &Page<'_>, index: usize) -> bool {
    (index + 1..page.blocks().len().min(index + 4))
        .any(|at| page.shown(at).starts_with("\"@context\""))
}

/// Claims `<!-- .. -->` wherever it stands.
fn find_comments(page: &Page<'_>, claims: &mut Claims) {
    let text = page.looked_at();
    let mut closes = memmem::find_iter(text.as_bytes(), b"-->").peekable();
    let mut done = 0;
    for start in memmem::find_iter(text.as_bytes(), b"<!--") {
        while closes.next_if(|&close| close < start).is_some() {}
        let Some(&close) = closes.peek() else {
            return;
        };
        if start >= done && close - start < LONGEST_COMMENT && !is_shown_code(page, start) {
            done = close + 3;
            claim_range(page, start..done, claims);
        }
    }
}

/// Tells whether a comment stands in quotation marks or between backticks.
fn is_shown_code(page: &Page<'_>, start: usize) -> bool {
    page.looked_at()[..start].ends_with(['`', '"', '“', '\'', '‘', '«', '„'])
}

/// Claims CSS rules, on one line or several.
fn find_styles(page: &Page<'_>, claims: &mut Claims) {
    if memchr::memchr(b'{', page.looked_at().as_bytes()).is_none() {
        return;
    }
    let mut index = 0;
    while index < page.blocks().len() {
        let shown = page.shown(index);
        if !shown.contains('{') || !STYLE.is_match(shown) {
            index += 1;
            continue;
        }
        let piece = piece(page, index);
        index = piece.end;
        if is_style(page, piece.clone()) {
            piece.for_each(|part| claims.block(page, part));
        }
    }
}

/// Tells whether the blocks of a piece are selectors and declarations and nothing else.
fn is_style(page: &Page<'_>, piece: Range<usize>) -> bool {
    let (mut known, mut other) = (0, 0);
    for index in piece {
        for part in page.shown(index).split(['{', ';']) {
            let body = part.rsplit('}').next().unwrap_or_default().trim();
            let end = part.split('}').next().unwrap_or_default().trim();
            known += usize::from(DECLARATION.is_match(end));
            other += usize::from(
                has_sentence(body) && !body.starts_with(['@', '.', '#']) && !body.contains(','),
            );
        }
    }
    known > 0 && other == 0
}
