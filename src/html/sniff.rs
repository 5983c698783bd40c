//! Which captures are web pages.

use memchr::memchr_iter;

/// Bytes at the start of a capture in which a document has to show its first tag.
///
/// Warnings of a broken server and comments of caches stand before it.
const BEFORE_DOCUMENT: usize = 8 * 1024;
/// Bytes at the start of a capture that are looked at for the tags of a fragment.
const FRAGMENT: usize = 64 * 1024;
/// Tags from which a fragment is markup; text about markup has fewer at its start.
const FEWEST_TAGS: usize = 3;
/// Bytes of text that one tag of a fragment may stand for.
const BYTES_PER_TAG: usize = 400;

/// Tells whether a text is the source of a web page, or of a part of one.
///
/// Text that only has a tag here and there is no page.
pub fn is_html(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    is_document(text) || is_fragment(text)
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
    found.is_some_and(|at| {
        at == 0 || begins_line(head, at) || tags(&text[at..]).count() >= FEWEST_TAGS
    })
}

fn begins_line(head: &[u8], at: usize) -> bool {
    let before = head[..at].iter().rev();
    before
        .copied()
        .find(|byte| !matches!(byte, b' ' | b'\t'))
        .is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b'>'))
}

/// Tells whether a text begins with markup and goes on with it.
fn is_fragment(text: &str) -> bool {
    let end = text.floor_char_boundary(FRAGMENT.min(text.len()));
    let text = &text[..end];
    if tags(text).next() != Some(0) {
        return false;
    }
    let count = tags(text).count();
    count >= FEWEST_TAGS && text.len() <= count * BYTES_PER_TAG
}

/// Finds the tags of HTML elements, and comments.
fn tags(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'<', bytes).filter(move |&at| {
        let rest = &bytes[at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        rest.starts_with(b"!--") || is_known(name(rest))
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

/// Elements that fragments begin with or are made of.
fn is_known(name: &[u8]) -> bool {
    const NAMES: &[&str] = &[
        "a",
        "article",
        "aside",
        "b",
        "blockquote",
        "body",
        "br",
        "button",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
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
        "hr",
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "label",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "noscript",
        "ol",
        "p",
        "pre",
        "script",
        "section",
        "small",
        "span",
        "strong",
        "style",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "u",
        "ul",
        "video",
    ];
    NAMES
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}
