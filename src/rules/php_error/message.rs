//! What one message looks like: raw, between tags of HTML, with these escaped, or in Markdown.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

/// Bytes of message searched before a place for the label that opens it.
pub(super) const LONGEST_MESSAGE: usize = 1500;
/// Messages read on one line at most.
const MOST_MESSAGES: usize = 500;
/// Words "in" before a line number that are tried as the start of its place.
const MOST_PLACES: usize = 12;

/// What makes a word bold.
const BOLD: &str = r"(?:(?:<|&(?:amp;)*lt;)/?(?:b|strong)(?:>|&(?:amp;)*gt;)|\*{1,3}|__)?";
/// A line break of HTML.
const BREAK: &str = r"(?:(?:<|&(?:amp;)*lt;)br ?/?(?:>|&(?:amp;)*gt;))";
/// The kinds of message.
const KINDS: &str = "(?:(?:Recoverable |Catchable )?[Ff]atal [Ee]rror|FATAL ERROR|Warning|WARNING|(?:Parse|PARSE|Core|Compile) (?:[Ee]rror|ERROR)|(?:Core|Compile|User|Strict) [Ww]arning|(?:User )?Notice|NOTICE|Strict Standards|STRICT STANDARDS|Strict standards|Deprecated|DEPRECATED|(?:User )?deprecated|Unknown error)";
/// The file that a message is about.
const PLACE: &str = r#"(?:/|[A-Za-z]:[\\/]|\\\\|phar:|file:|vfs:|\.{1,3}/|\.\.\.|…|\[path\]|Unknown(?-u:\b)|Command line code|php shell code|-|[A-Za-z0-9_]+/[A-Za-z0-9_./-]+\.)[^<>"“”]*(?:</(?:b|strong)>)?"#;

static START: LazyLock<Regex> = LazyLock::new(|| compiled(&label()));
static END: LazyLock<Regex> =
    LazyLock::new(|| compiled(&format!(r"^ on line:? {BOLD}[0-9]+{BOLD}(?: ?{BREAK})*")));
static UNCAUGHT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&format!(
        r"^{}\s*(?:Uncaught |exception ).*(?: in {BOLD}{PLACE}[:(][0-9]+\)?{BOLD}|(?-u:\b)in|[!'.])$",
        label()
    ))
});
static IN_PLACE: LazyLock<Regex> = LazyLock::new(|| compiled(&format!("^{BOLD}{PLACE}$")));
static BREAKS: LazyLock<Regex> = LazyLock::new(|| compiled(BREAK));

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// The kind of a message with what logs and Xdebug print before it.
fn label() -> String {
    format!(
        r"(?:(?:{BREAK}\s*)*{BOLD}(?:\(\s?!\s?\) ?)?(?:\[[0-9A-Za-z :./+_-]{{8,40}}\] )?(?:PHP )?{BOLD}{KINDS}{BOLD} ?:{BOLD}(?:\s|&(?:amp;)*nbsp;))"
    )
}

/// Tells whether a line is one message or more and nothing else.
pub(crate) fn is_error(line: &str) -> bool {
    START.is_match(line) && (is_uncaught(line) || covers(line, &errors(line)))
}

/// Tells whether a line is the first one of an uncaught exception.
pub(super) fn is_uncaught(line: &str) -> bool {
    UNCAUGHT.is_match(line)
}

/// Tells whether a line is a label and nothing else, without its colon.
pub(super) fn is_bare_label(line: &str) -> bool {
    let label = || START.find(&format!("{line}: ")).map(|found| found.len());
    line.len() < 40 && label() == Some(line.len() + 2)
}

/// The last label of a line that no message on it has closed.
pub(super) fn last_label(line: &str, from: usize) -> Option<usize> {
    // The white space behind a label may be the line break.
    let rest = format!("{} ", &line[from..]);
    START
        .find_iter(&rest)
        .last()
        .map(|label| from + label.start())
}

/// The messages on a line, in order.
pub(super) fn errors(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in memmem::find_iter(line.as_bytes(), b" on line").take(MOST_MESSAGES) {
        let Some(end) = END.find(&line[at..]) else {
            continue;
        };
        let from = found.last().map_or(0, |last| last.end);
        let from = line
            .ceil_char_boundary(from.max(at.saturating_sub(LONGEST_MESSAGE)))
            .min(at);
        let Some(place) = place_before(line, from, at) else {
            continue;
        };
        if let Some(start) = START.find(&line[from..place]) {
            found.push(from + start.start()..at + end.end());
        }
    }
    found
}

/// Start of the last " in PATH" that reaches `at`.
fn place_before(line: &str, from: usize, at: usize) -> Option<usize> {
    memmem::rfind_iter(&line.as_bytes()[from..at], b"in ")
        .map(|start| from + start)
        .take(MOST_PLACES)
        .find(|&start| IN_PLACE.is_match(&line[start + 3..at]))
}

/// Tells whether messages and the marks of logs are all that a line holds.
pub(super) fn covers(line: &str, found: &[Range<usize>]) -> bool {
    let mut rest = line.to_owned();
    for range in found.iter().rev() {
        rest.replace_range(range.clone(), "");
    }
    let rest = BREAKS.replace_all(&rest, "");
    let log = rest.len() < 80
        && rest.starts_with(|c: char| c == '[' || c.is_ascii_uppercase())
        && line.contains("PHP ")
        && found.len() == 1
        && line.ends_with(|c: char| c.is_ascii_digit())
        && rest.contains([':', '[']);
    !found.is_empty() && (log || rest.chars().all(|c| !c.is_alphanumeric()))
}

/// Joins messages with nothing but white space and breaks between them.
pub(super) fn runs(line: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for range in found {
        match runs.last_mut() {
            Some(last) if is_blank(&line[last.end..range.start]) => last.end = range.end,
            _ => runs.push(range),
        }
    }
    runs
}

fn is_blank(between: &str) -> bool {
    BREAKS.replace_all(between, "").trim().is_empty()
}
