//! Which captures are web pages.

mod tags;

use memchr::{memchr, memchr_iter, memchr2};
use tags::{BLOCKS, OTHERS};

/// Bytes at the start of a capture in which a document has to show its first tag.
///
/// Warnings of a broken server and comments of caches stand before it.
const BEFORE_DOCUMENT: usize = 8 * 1024;
/// Bytes at the start of a capture that are looked at for the tags of a fragment.
const FRAGMENT: usize = 64 * 1024;
/// Heads of answers that may stand before a document: of those that point to another address, and the last.
const MOST_ANSWERS: usize = 8;
/// Bytes of other text that may stand before a document that runs to the end.
const STRAY_WORDS: usize = 200;
/// Tags from which a text is laid out by them; text about markup has fewer at its start.
const FEWEST_TAGS: usize = 3;
/// How the declaration of a document opens.
const DOCTYPE: &[u8] = b"<!doctype";
/// Tags from which a text that begins with one is a page however many of its lines have none.
const MANY_TAGS: usize = 10;
/// One tag in so many of a page is there for layout for sure; those that prose mentions have no attributes and no ends.
const TAGS_FOR_LAYOUT: usize = 4;
/// Parts that are no markup, and whose text is no text of a page.
const CODE: &[(&str, &str)] = &[
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
];
/// Parts whose line ends are no layout by tags.
const RAW: &[(&str, &str)] = &[
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<pre", "</pre>"),
    ("<textarea", "</textarea>"),
];

/// Tells whether a text is the source of a web page, or of a part of one.
///
/// Text that only has a tag here and there is no page.
pub fn is_html(text: &str) -> bool {
    let (text, is_said) = body(text);
    match is_said {
        true => is_html_as_said(text),
        false => is_document(behind_code(text)) || is_fragment(behind_code(text)),
    }
}

/// Tells whether a text, said from outside to be a web page, is the source of one, or of a part of one.
///
/// It is where it begins with markup, or shows some.
pub fn is_html_as_said(text: &str) -> bool {
    let text = behind_code(body(text).0);
    begins_with_markup(text) || is_document(text) || Markup::of(text).layout >= FEWEST_TAGS
}

/// Returns what stands behind the heads of answers of a server, and whether the last one says that it is a web page.
fn body(mut text: &str) -> (&str, bool) {
    let mut is_said = false;
    for _ in 0..MOST_ANSWERS {
        let Some((head, body)) = answer(text) else {
            break;
        };
        (text, is_said) = (body, names_html(head));
    }
    (text, is_said)
}

/// Splits what a server answered into its head and the body.
fn answer(text: &str) -> Option<(&str, &str)> {
    let head = &text[..text.floor_char_boundary(BEFORE_DOCUMENT)];
    let status = head
        .strip_prefix("HTTP/")?
        .split_ascii_whitespace()
        .nth(1)?;
    if status.len() != 3 || !status.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let ends = ["\r\n\r\n", "\n\n"].into_iter();
    let end = ends
        .filter_map(|end| Some(head.find(end)? + end.len()))
        .min()?;
    Some(text.split_at(end))
}

/// Tells whether the head of an answer names a web page.
fn names_html(head: &str) -> bool {
    head.lines().any(|line| {
        line.split_once(':').is_some_and(|(name, value)| {
            let value = value.trim_start().to_ascii_lowercase();
            let is_page = value.starts_with("text/html") || value.starts_with("application/xhtml");
            is_page && name.eq_ignore_ascii_case("content-type")
        })
    })
}

/// Skips white space, comments, scripts and styles at the start of a text, and a declaration that they cut short.
fn behind_code(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        text = text
            .strip_prefix("<!")
            .filter(|rest| rest.starts_with('<'))
            .unwrap_or(text);
        let Some((_, close)) = code_at(text, CODE) else {
            return text;
        };
        let Some(end) = find_caseless(text, close) else {
            return text;
        };
        text = &text[end + close.len()..];
    }
}

/// Returns how a part that is no markup opens here, and closes.
fn code_at(
    text: &str,
    parts: &[(&'static str, &'static str)],
) -> Option<(&'static str, &'static str)> {
    let starts = |open: &str| {
        text.get(..open.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(open))
    };
    parts.iter().copied().find(|(open, _)| starts(open))
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
    let opens = |at: usize| match name(&head[at + 1..]) {
        b"" => is_doctype(&head[at..], at == 0),
        name => is_among(&["html", "head", "body"], name),
    };
    let found = memchr_iter(b'<', head).find(|&at| opens(at));
    found.is_some_and(|at| text[..at].lines().all(may_precede) || ends_document(text, at))
}

/// Tells whether the declaration of a web page stands here; the one that a text begins with may be cut short.
fn is_doctype(bytes: &[u8], at_start: bool) -> bool {
    let (open, rest) = bytes.split_at(DOCTYPE.len().min(bytes.len()));
    let rest = rest.trim_ascii_start();
    let end = rest.iter().position(|byte| !byte.is_ascii_alphabetic());
    let name = rest[..end.unwrap_or(rest.len())].to_ascii_lowercase();
    let is_whole = name == b"html";
    let is_cut = at_start && (name.starts_with(b"html") || b"html".starts_with(&name));
    open.eq_ignore_ascii_case(DOCTYPE) && (is_whole || is_cut)
}

/// Tells whether a line may stand before a document that is no example in a text: markup, or what a server prints.
fn may_precede(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || line.starts_with('<')
        || line.starts_with("HTTP/")
        || line.contains("//DTD ")
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
    if !begins_with_markup(text) {
        return false;
    }
    let markup = Markup::of(text);
    let is_dense = markup.blocks >= FEWEST_TAGS && markup.blocks * 2 >= markup.bare_lines;
    let is_marked = markup.tags >= MANY_TAGS && markup.layout * TAGS_FOR_LAYOUT >= markup.tags;
    // Prose that shows markup has paragraphs without any, and does not end with it.
    let is_laid_out = text.trim_end().ends_with('>') || markup.bare_parts * 2 <= markup.parts;
    (is_dense || is_marked) && is_laid_out
}

/// Tells whether a text begins with a tag or a declaration of HTML.
fn begins_with_markup(text: &str) -> bool {
    let Some(declared) = text.strip_prefix("<!") else {
        return text.starts_with('<') && (tags(text).next() == Some(0) || is_custom(&text[1..]));
    };
    let declares = |begin: &&str| declared.starts_with(*begin);
    match code_at(text, &[("<!doctype", "")]) {
        Some(_) => is_doctype(text.as_bytes(), true),
        // All behind a comment that does not end is in it; the others declare what is no page.
        None => !["--", "ENTITY", "ELEMENT", "ATTLIST"].iter().any(declares),
    }
}

/// Tells whether a tag of an element that a page made up begins so; it has a dash in its name.
fn is_custom(rest: &str) -> bool {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<'));
    let name = &rest[..end.unwrap_or(0)];
    name.contains('-') && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// What the start of a text shows of markup, scripts and the like left out.
#[derive(Debug, Default)]
struct Markup {
    tags: usize,
    /// Tags of elements that make lines of their own.
    blocks: usize,
    /// Tags that are there for layout: they end an element, have attributes, or end a line.
    layout: usize,
    /// Lines that do not begin with a tag.
    bare_lines: usize,
    /// Runs of lines without a blank one between them.
    parts: usize,
    /// Those without a tag.
    bare_parts: usize,
}

impl Markup {
    fn of(text: &str) -> Self {
        let text = without_raw(&text[..text.floor_char_boundary(FRAGMENT)]);
        let mut markup = Self::default();
        for at in tags(&text).filter(|&at| !is_mention(text.as_bytes(), at)) {
            markup.count_tag(&text.as_bytes()[at + 1..]);
        }
        let mut part = None;
        for line in text.lines().chain([""]).map(str::trim) {
            let has_tag = tags(line).next().is_some();
            markup.bare_lines += usize::from(!line.is_empty() && !line.starts_with('<'));
            part = match (line.is_empty(), part) {
                (false, part) => Some(has_tag || part == Some(true)),
                (true, Some(has_tag)) => {
                    markup.parts += 1;
                    markup.bare_parts += usize::from(!has_tag);
                    None
                }
                (true, None) => None,
            };
        }
        markup
    }

    fn count_tag(&mut self, rest: &[u8]) {
        self.tags += 1;
        self.blocks += usize::from(is_among(BLOCKS, name(rest)));
        let end = memchr2(b'>', b'<', rest).unwrap_or(rest.len());
        let ends_line = matches!(rest.get(end + 1), None | Some(b'\n' | b'\r'));
        let is_layout = rest.starts_with(b"/") || rest[..end].contains(&b'=') || ends_line;
        self.layout += usize::from(is_layout);
    }
}

/// Tells whether a tag stands among words as a word does: prose speaks of it.
fn is_mention(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    let end = memchr2(b'>', b'\n', &text[at..]).map(|end| text.get(at + end + 1));
    let is_word = matches!(
        end,
        Some(Some(
            b' ' | b',' | b'.' | b';' | b':' | b')' | b'?' | b'!' | b'"' | b'`'
        ))
    );
    matches!(before, Some(b' ' | b'(' | b'"' | b'`')) && is_word && !text[at..].starts_with(b"</")
}

/// Leaves out the contents of parts that are no markup; one that is not closed runs to the end.
fn without_raw(mut text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    while let Some(at) = memchr(b'<', text.as_bytes()) {
        let Some((open, close)) = code_at(&text[at..], RAW) else {
            kept.push_str(&text[..=at]);
            text = &text[at + 1..];
            continue;
        };
        kept.push_str(&text[..at + open.len()]);
        kept.push('>');
        let inner = &text[at + open.len()..];
        text = find_caseless(inner, close).map_or("", |end| &inner[end + close.len()..]);
    }
    kept + text
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
