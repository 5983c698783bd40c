//! What a page says of its own encoding.
//!
//! Source: HTML Living Standard, 13.2.3.2, "prescan a byte stream to determine its encoding".

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use memchr::memmem;

/// Bytes searched at most; pages with long scripts before the `<meta>` fit.
const LIMIT: usize = 1024 * 1024;

/// Bytes searched in any case, even if the head ends before.
const LEAST: usize = 4 * 1024;

/// Finds the encoding that a `<meta>` or an XML declaration names.
///
/// Looks beyond the 1,024 bytes of the standard: to `</head>`, and to 4 KiB at least.
pub fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut rest = bytes.get(..LIMIT).unwrap_or(bytes);
    let whole = rest.len();
    while let Some(start) = memchr::memchr(b'<', rest) {
        rest = rest.get(start..)?;
        let is_end = whole - rest.len() > LEAST && starts_with(rest, b"</head");
        if is_end {
            break;
        }
        match markup(rest) {
            Markup::Named(encoding) => return Some(encoding),
            Markup::Other(after) => rest = after,
            Markup::Cut => break,
        }
    }
    xml(bytes)
}

/// A piece of markup, as far as the prescan cares.
enum Markup<'b> {
    Named(&'static Encoding),
    Other(&'b [u8]),
    Cut,
}

/// Reads the markup that starts with the `<` at the front.
fn markup(bytes: &[u8]) -> Markup<'_> {
    if bytes.starts_with(b"<!--") {
        // The dashes that open a comment may also close it.
        return skip(bytes, 2, b"-->");
    }
    if starts_with(bytes, b"<meta") && matches!(bytes.get(5), Some(b'/' | b'\t'..=b'\r' | b' ')) {
        return meta(bytes.get(5..).unwrap_or_default());
    }
    match bytes {
        [_, b'/', letter, ..] | [_, letter, ..] if letter.is_ascii_alphabetic() => tag(bytes),
        [_, b'!' | b'/' | b'?', ..] => skip(bytes, 1, b">"),
        [_, rest @ ..] => Markup::Other(rest),
        [] => Markup::Cut,
    }
}

/// Goes on behind the next `end`.
fn skip<'b>(bytes: &'b [u8], from: usize, end: &[u8]) -> Markup<'b> {
    let rest = bytes.get(from..).unwrap_or_default();
    match memmem::find(rest, end) {
        Some(found) => Markup::Other(rest.get(found + end.len()..).unwrap_or_default()),
        None => Markup::Cut,
    }
}

/// Goes on behind a tag, past `>` in quoted values.
fn tag(bytes: &[u8]) -> Markup<'_> {
    let Some(end) = bytes
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || *byte == b'>')
    else {
        return Markup::Cut;
    };
    let mut rest = bytes.get(end..).unwrap_or_default();
    loop {
        match attribute(rest) {
            Attribute::Pair { after, .. } => rest = after,
            Attribute::End(after) => return Markup::Other(after),
            Attribute::Cut => return Markup::Cut,
        }
    }
}

/// Reads the attributes of a `<meta>`.
fn meta(bytes: &[u8]) -> Markup<'_> {
    let mut rest = bytes;
    let mut seen: Vec<Vec<u8>> = Vec::new();
    let mut claim = Claim::default();
    loop {
        match attribute(rest) {
            Attribute::Pair { name, value, after } => {
                rest = after;
                if claim.concerns(&name) && !seen.contains(&name) {
                    claim.add(&name, &value);
                    seen.push(name);
                }
            }
            Attribute::End(after) => {
                return claim.settle().map_or(Markup::Other(after), Markup::Named);
            }
            Attribute::Cut => return Markup::Cut,
        }
    }
}

/// What the attributes of one `<meta>` say.
#[derive(Default)]
struct Claim {
    is_pragma: bool,
    needs_pragma: bool,
    charset: Option<&'static Encoding>,
    has_charset: bool,
}

impl Claim {
    fn concerns(&self, name: &[u8]) -> bool {
        matches!(name, b"http-equiv" | b"content" | b"charset")
    }

    fn add(&mut self, name: &[u8], value: &[u8]) {
        match name {
            b"http-equiv" => self.is_pragma = value == b"content-type",
            b"content" if !self.has_charset => {
                self.charset = charset_of(value).and_then(Encoding::for_label);
                self.has_charset = self.charset.is_some();
                self.needs_pragma = self.has_charset;
            }
            b"charset" => {
                self.charset = Encoding::for_label(value);
                self.has_charset = true;
                self.needs_pragma = false;
            }
            _ => {}
        }
    }

    fn settle(self) -> Option<&'static Encoding> {
        let encoding = self
            .charset
            .filter(|_| self.is_pragma || !self.needs_pragma)?;
        Some(as_read(encoding))
    }
}

/// Maps what a page that can be read as ASCII cannot be to what it is.
fn as_read(encoding: &'static Encoding) -> &'static Encoding {
    match encoding {
        wide if wide == UTF_16LE || wide == UTF_16BE => UTF_8,
        user if user == X_USER_DEFINED => WINDOWS_1252,
        other => other,
    }
}

/// Extracts the charset from the value of a `content` attribute, in lower case.
///
/// Source: HTML Living Standard, "extracting a character encoding from a meta element".
fn charset_of(value: &[u8]) -> Option<&[u8]> {
    let mut rest = value;
    loop {
        let found = memmem::find(rest, b"charset")?;
        rest = rest.get(found + b"charset".len()..)?.trim_ascii_start();
        let Some(after) = rest.strip_prefix(b"=") else {
            continue;
        };
        let label = after.trim_ascii_start();
        let [quote @ (b'"' | b'\''), quoted @ ..] = label else {
            return label
                .split(|byte| byte.is_ascii_whitespace() || *byte == b';')
                .next();
        };
        return quoted.get(..memchr::memchr(*quote, quoted)?);
    }
}

/// What stands next in a tag.
enum Attribute<'b> {
    /// Name and value in lower case.
    Pair {
        name: Vec<u8>,
        value: Vec<u8>,
        after: &'b [u8],
    },
    /// The `>`, and what comes after it.
    End(&'b [u8]),
    Cut,
}

/// Reads one attribute; source: HTML Living Standard, "get an attribute" of the prescan.
fn attribute(bytes: &[u8]) -> Attribute<'_> {
    let is_gap = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
    let start = bytes
        .iter()
        .position(|byte| !is_gap(byte))
        .unwrap_or(bytes.len());
    let bytes = bytes.get(start..).unwrap_or_default();
    if let [b'>', after @ ..] = bytes {
        return Attribute::End(after);
    }
    // An equals sign at the front belongs to the name.
    let ends_name =
        |(at, byte): (usize, &u8)| is_gap(byte) || *byte == b'>' || (*byte == b'=' && at > 0);
    let Some(end) = bytes.iter().enumerate().position(ends_name) else {
        return Attribute::Cut;
    };
    let (name, rest) = bytes.split_at_checked(end).unwrap_or_default();
    let name = name.to_ascii_lowercase();
    match rest.trim_ascii_start() {
        [b'=', value @ ..] => with_value(name, value.trim_ascii_start()),
        after => Attribute::Pair {
            name,
            value: Vec::new(),
            after,
        },
    }
}

fn with_value(name: Vec<u8>, bytes: &[u8]) -> Attribute<'_> {
    let (value, after) = match bytes {
        [quote @ (b'"' | b'\''), quoted @ ..] => {
            let Some(end) = memchr::memchr(*quote, quoted) else {
                return Attribute::Cut;
            };
            (quoted.get(..end), quoted.get(end + 1..))
        }
        _ => {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            let Some(end) = bytes.iter().position(ends) else {
                return Attribute::Cut;
            };
            (bytes.get(..end), bytes.get(end..))
        }
    };
    let value = value.unwrap_or_default().to_ascii_lowercase();
    Attribute::Pair {
        name,
        value,
        after: after.unwrap_or_default(),
    }
}

/// Reads the encoding of an XML declaration at the very front.
fn xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let rest = rest.get(..memchr::memchr(b'>', rest)?)?;
    let after = rest
        .get(memmem::find(rest, b"encoding")? + b"encoding".len()..)?
        .trim_ascii_start();
    let label = after.strip_prefix(b"=")?.trim_ascii_start();
    let [quote @ (b'"' | b'\''), quoted @ ..] = label else {
        return None;
    };
    let label = quoted.get(..memchr::memchr(*quote, quoted)?)?;
    Encoding::for_label(label).map(as_read)
}

fn starts_with(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes
        .get(..prefix.len())
        .is_some_and(|front| front.eq_ignore_ascii_case(prefix))
}
