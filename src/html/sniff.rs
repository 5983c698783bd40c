//! Which captures are web pages.

use memchr::memchr_iter;

/// Bytes at the start of a capture in which a document has to show its first tag.
///
/// Warnings of a broken server and comments of caches stand before it.
const BEFORE_DOCUMENT: usize = 8 * 1024;
/// Bytes at the start of a capture that are looked at for the tags of a fragment.
const FRAGMENT: usize = 64 * 1024;
/// Bytes of other text that may stand before a document that runs to the end.
const STRAY_WORDS: usize = 200;
/// Tags from which a text is laid out by them; text about markup has fewer at its start.
const FEWEST_TAGS: usize = 3;
/// Elements that make lines of their own.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Other elements that fragments begin with or are made of.
const OTHERS: &[&str] = &[
    "a",
    "b",
    "br",
    "button",
    "code",
    "em",
    "figcaption",
    "font",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "label",
    "link",
    "meta",
    "noscript",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "title",
    "u",
    "video",
];

/// Tells whether a text is the source of a web page, or of a part of one.
///
/// Text that only has a tag here and there is no page.
pub fn is_html(text: &str) -> bool {
    let text = behind_code(text);
    is_document(text) || is_fragment(text)
}

/// Skips white space, comments, scripts and styles at the start of a text.
fn behind_code(mut text: &str) -> &str {
    const CODE: &[(&str, &str)] = &[
        ("<!--", "-->"),
        ("<script", "</script>"),
        ("<style", "</style>"),
    ];
    loop {
        text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let starts = |open: &str| {
            text.get(..open.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(open))
        };
        let Some((_, close)) = CODE.iter().find(|(open, _)| starts(open)) else {
            return text;
        };
        let Some(end) = find_caseless(text, close) else {
            return text;
        };
        text = &text[end + close.len()..];
    }
}

fn find_caseless(text: &str, tag: &str) -> Option<usize> {
    let (bytes, first) = (text.as_bytes(), tag.as_bytes()[0]);
    memchr_iter(first, bytes).find(|&at| {
        let found = bytes.get(at..at + tag.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// Tells whether a line near the start opens a document.
fn is_document(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(BEFORE_DOCUMENT)];
    let opens = |at: usize| {
        ["<!doctype html", "<html", "<head", "<body"]
            .iter()
            .any(|tag| {
                let end = at + tag.len();
                head.get(at..end)
                    .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
                    && head
                        .get(end)
                        .is_none_or(|&next| !next.is_ascii_alphanumeric())
            })
    };
    let found = memchr_iter(b'<', head).find(|&at| opens(at));
    found.is_some_and(|at| text[..at].lines().all(may_precede) || ends_document(text, at))
}

/// Tells whether a line may stand before a document that is no example in a text: markup, or what a server prints.
fn may_precede(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || line.starts_with('<')
        || line.starts_with("HTTP/")
        || line.contains(" on line ")
}

/// Tells whether a text is all document, but for some words before it.
fn ends_document(text: &str, at: usize) -> bool {
    let end = text.trim_end();
    let close = end
        .len()
        .checked_sub("</html>".len())
        .and_then(|start| end.get(start..));
    at <= STRAY_WORDS && close.is_some_and(|close| close.eq_ignore_ascii_case("</html>"))
}

/// Tells whether a text begins with markup and is laid out by it, not by its line ends.
fn is_fragment(text: &str) -> bool {
    let end = text.floor_char_boundary(FRAGMENT.min(text.len()));
    let text = &text[..end];
    if !text.starts_with('<') || tags(text).next() != Some(0) {
        return false;
    }
    let blocks = tags(text).filter(|&at| is_among(BLOCKS, name(&text.as_bytes()[at + 1..])));
    let bare = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('<') && !line.trim().is_empty());
    let blocks = blocks.count();
    blocks >= FEWEST_TAGS && blocks * 2 >= bare.count()
}

/// Finds the tags of HTML elements, and comments.
fn tags(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'<', bytes).filter(move |&at| {
        let rest = &bytes[at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        rest.starts_with(b"!--") || is_among(BLOCKS, name(rest)) || is_among(OTHERS, name(rest))
    })
}

fn name(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
    let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
    match after.first() {
        Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r') => name,
        _ => &[],
    }
}

fn is_among(names: &[&str], name: &[u8]) -> bool {
    names
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}
