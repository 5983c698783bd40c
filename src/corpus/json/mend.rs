//! What programs write for JSON and JSON does not know, made JSON; nothing that stands in a text is lost.

/// Words for numbers that JSON does not have.
const WORDS: &[&str] = &["nan", "infinity", "inf", "undefined"];
/// What stands for half of a character.
const LOST: &str = "\\uFFFD";

/// Text that a parser of JSON takes, if any does.
#[derive(Debug, Default)]
pub(super) struct Mended {
    pub(super) text: String,
    /// Escapes that named half of a character, and became U+FFFD.
    pub(super) halves: usize,
}

/// Writes `null` for words like `NaN`, escapes control characters and unknown escapes, and replaces halves of surrogate pairs.
pub(super) fn mend(text: &str) -> Mended {
    let mut mended = Mended::default();
    let mut rest = text;
    while let Some(quote) = rest.find('"') {
        mended.push_plain(&rest[..quote]);
        mended.text.push('"');
        rest = mended.push_string(&rest[quote + 1..]);
    }
    mended.push_plain(rest);
    mended
}

impl Mended {
    /// Adds what stands between strings.
    fn push_plain(&mut self, mut plain: &str) {
        while let Some(at) = plain.find(|c: char| c.is_ascii_alphabetic()) {
            let end = plain[at..].find(|c: char| !c.is_ascii_alphanumeric());
            let (before, word) = plain[..end.map_or(plain.len(), |end| at + end)].split_at(at);
            let is_number = WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
            self.push_commas(
                before
                    .strip_suffix('-')
                    .filter(|_| is_number)
                    .unwrap_or(before),
            );
            self.text.push_str(if is_number { "null" } else { word });
            plain = &plain[at + word.len()..];
        }
        self.push_commas(plain);
    }

    /// Adds commas and brackets, without a comma before a closing bracket.
    fn push_commas(&mut self, plain: &str) {
        for part in plain.split_inclusive(['}', ']']) {
            let bracket = part.trim_end_matches(['}', ']']);
            let open = bracket.trim_ascii_end();
            match open
                .strip_suffix(',')
                .filter(|_| bracket.len() < part.len())
            {
                Some(open) => {
                    self.text.push_str(open);
                    self.text.push_str(&part[open.len() + 1..]);
                }
                None => self.text.push_str(part),
            }
        }
    }

    /// Adds a string with its closing mark; returns what comes behind it.
    fn push_string<'t>(&mut self, mut rest: &'t str) -> &'t str {
        loop {
            let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ') else {
                self.text.push_str(rest);
                return "";
            };
            self.text.push_str(&rest[..at]);
            let byte = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            match byte {
                b'"' => {
                    self.text.push('"');
                    return rest;
                }
                b'\\' => rest = self.push_escape(rest),
                control => self.text.push_str(&format!("\\u{control:04X}")),
            }
        }
    }

    /// Adds what a backslash begins; returns what comes behind it.
    fn push_escape<'t>(&mut self, rest: &'t str) -> &'t str {
        let unit = |text: &str| text.strip_prefix('u').and_then(hex);
        let taken = match unit(rest) {
            Some(0xD800..=0xDBFF) => {
                let second = rest[5..].strip_prefix('\\').and_then(unit);
                if !matches!(second, Some(0xDC00..=0xDFFF)) {
                    return self.push_half(&rest[5..]);
                }
                11
            }
            Some(0xDC00..=0xDFFF) => return self.push_half(&rest[5..]),
            Some(_) => 5,
            None if rest.starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) => 1,
            None => {
                // No escape of JSON: it stays as it is written.
                self.text.push_str("\\\\");
                return rest;
            }
        };
        self.text.push('\\');
        self.text.push_str(&rest[..taken]);
        &rest[taken..]
    }

    fn push_half<'t>(&mut self, rest: &'t str) -> &'t str {
        self.halves += 1;
        self.text.push_str(LOST);
        rest
    }
}

/// Reads four hexadecimal digits.
fn hex(text: &str) -> Option<u32> {
    let digits = text.get(..4)?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hex
        .then(|| u32::from_str_radix(digits, 16).ok())
        .flatten()
}
