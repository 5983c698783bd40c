use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;
use regex::Regex;

use crate::code::claim_range;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, element, line, look, phrases};

pub(super) static RULE: Rule = Rule {
    id: "php-error",
    summary: "error messages printed by PHP",
    about: "PHP prints \"Warning: message in /path on line 12\" into the page wherever the script stands: before \
            the title, among the comments, after the footer. Xdebug, logs and frameworks (CodeIgniter, Drupal, \
            CakePHP) have forms of their own. A message that a sentence announces, and pages about PHP, stay.",
    topic: &[
        " php",
        "php error",
        "php notice",
        "php warning",
        "stack trace",
        "error message",
        "error log",
        "wp-config",
        "debugging",
        "undefined variable",
        "undefined index",
        "syntax error",
        "deprecated",
        "display_errors",
        "the error",
        "this error",
        "notices",
    ],
    find: &[
        element(ELEMENTS),
        look(find_errors).words(MARKS).fills_pages(),
        line(r"(?:notice|warning|deprecated function|strict warning|user (?:error|warning|notice)|recoverable fatal error|fatal error|parse error|[a-z]*exception): .* \(line [0-9]+ of [^ ]*[/\\].*\)\.?")
            .words(&["(line "]),
        line(r"(?:notice|warning|deprecated|strict|error|fatal error|parse error) \([0-9]{1,5}\) ?: .* \[[^ ]+\.(?:php|ctp|inc), line [0-9]+\]"),
        line(r"\[phpbb debug\] php (?:notice|warning|error|parse error).*"),
        line(r"warning \[[0-9]{1,4}\] .* - line: [0-9]+ - file: .*"),
        line(r"(?:xdebug|php) ?: .*\.php on line [0-9]+"),
        line(r"faultstring .* in [^ ]*/[^ ]* on line [0-9]+.*"),
        phrases(&["a php error was encountered", "an uncaught exception was encountered"]),
        line(r"severity: +(?:[0-9]+|(?:core |compile |user |runtime )?(?:error|notice|warning)|parsing error|deprecated|--&?(?:gt;|>))").likely(),
        line(r"message: +(?:undefined (?:variable|index|offset|property|array key)|trying to |attempt to |call to |mysqli?_|array to string|invalid argument|division by zero|cannot modify header|creation of dynamic|[a-z_:]+\(\):? ).*"),
        line(r"filename: +[a-z0-9_./-]+\.php").likely(),
        line(r"line number: +[0-9]+").hint(),
        line(r"(?:line: [0-9]+|backtrace:|function: [a-z_0-9:]+|file: /.*\.php)").hint(),
    ],
};

/// What Xdebug calls its tables.
const ELEMENTS: &[&str] = &[".xdebug-error"];

/// Bytes of message searched before a place for the label that opens it.
const LONGEST_MESSAGE: usize = 1500;
/// Messages read on one line at most.
const MOST_MESSAGES: usize = 500;
/// Lines that one message is broken over at most.
const BROKEN_LINES: usize = 8;

const LABEL: &str = r"(?:(?:<br ?/?>\s*)*(?:<b>)?(?:\(\s?!\s?\) ?)?(?:\[[0-9A-Za-z :./+_-]{8,40}\] )?(?:PHP )?(?:<b>)?(?:(?:Recoverable |Catchable )?[Ff]atal [Ee]rror|FATAL ERROR|Warning|WARNING|(?:Parse|PARSE|Core|Compile) (?:[Ee]rror|ERROR)|(?:Core|Compile|User|Strict) [Ww]arning|(?:User )?Notice|NOTICE|Strict Standards|STRICT STANDARDS|Strict standards|Deprecated|DEPRECATED|(?:User )?deprecated|Unknown error)(?:</b>)? ?:(?:\s|&nbsp;))";
const PLACE: &str = r#"(?:<b>)?(?:/|[A-Za-z]:[\\/]|\\\\|phar:|file:|vfs:|\.{1,3}/|\.\.\.|…|\[path\]|Unknown(?-u:\b)|Command line code|php shell code|-|[A-Za-z0-9_]+/[A-Za-z0-9_./-]+\.)[^<>"“”]*(?:</b>)?"#;

static START: LazyLock<Regex> = LazyLock::new(|| Regex::new(LABEL).expect("a fixed pattern"));
static END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ on line:? (?:<b>)?[0-9]+(?:</b>)?(?:<br ?/?>)?").expect("a fixed pattern")
});
static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?s)^{LABEL}.* ?in {PLACE} on line:? (?:<b>)?[0-9]+(?:</b>)?(?: ?<br ?/?>)*$"
    ))
    .expect("a fixed pattern")
});
static UNCAUGHT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^{LABEL}\s*(?:Uncaught |exception ).*(?: in {PLACE}[:(][0-9]+\)?|(?-u:\b)in|[!'.])$"
    ))
    .expect("a fixed pattern")
});
static IN_PLACE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"^{PLACE}$")).expect("a fixed pattern"));

/// What every message has one of.
const MARKS: &[&str] = &["on line", "ncaught ", "exception "];

/// Words that every label has one of.
static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new([
        "atal error",
        "atal Error",
        "FATAL ERROR",
        "Warning",
        "WARNING",
        "arse error",
        "ARSE ERROR",
        "Notice",
        "NOTICE",
        "Strict ",
        "STRICT ",
        "eprecated",
        "DEPRECATED",
        "Core error",
        "Compile error",
        "Unknown error",
    ])
    .expect("a fixed list")
});

/// Last words of a line that announces the message below it.
#[rustfmt::skip]
const ANNOUNCING: &[&str] = &[
    "words", "reads", "read", "reading", "says", "said", "saying", "message", "error", "following", "appears",
    "appeared", "this", "shows", "showed", "displays", "displayed", "text", "line", "see", "saw", "get", "got",
    "getting", "warning", "notice", "receive", "received", "output", "returns", "returned", "fehler", "meldung",
    "erreur", "message", "error:", "errore", "erro", "mensaje", "mensagem", "ошибка", "ошибку", "сообщение",
];

/// Tells whether a line is one PHP message or more and nothing else.
pub(super) fn is_error(line: &str) -> bool {
    START.is_match_at(line, 0) && (UNCAUGHT.is_match(line) || covers(line, &errors(line)))
}

/// Tells whether the line above announces what stands below it: an unfinished sentence.
pub(super) fn is_announced(page: &Page<'_>, index: usize) -> bool {
    let Some(above) = page.before(index) else {
        return false;
    };
    let last = above.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let words = above.split_whitespace().count();
    words >= 4
        && !ends_sentence(above)
        && (above.ends_with([':', '：']) || ANNOUNCING.contains(&last.as_str()))
}

fn find_errors(page: &Page<'_>, claims: &mut Claims) {
    let (mut done, mut run) = (0, Run::default());
    for index in candidates(page) {
        if index >= done {
            run = run.reach(page, index);
            done = claim_at(page, index, run.announced, claims);
            run.end = done;
        }
    }
}

/// Messages one below the other: a list of them shares one announcement.
#[derive(Default, Clone, Copy)]
struct Run {
    end: usize,
    announced: bool,
}

impl Run {
    fn reach(self, page: &Page<'_>, index: usize) -> Self {
        let goes_on = index > 0 && self.end == index && is_error(page.shown(index - 1));
        let announced = if goes_on {
            self.announced
        } else {
            is_announced(page, index)
        };
        Self {
            end: index,
            announced,
        }
    }
}

/// Blocks that hold a label of PHP, in order.
fn candidates(page: &Page<'_>) -> Vec<usize> {
    let mut blocks: Vec<usize> = WORDS
        .find_iter(page.looked_at())
        .map(|found| page.block_at(found.start()))
        .filter(|&index| index < page.blocks().len())
        .collect();
    blocks.dedup();
    blocks
}

/// Claims what block `index` holds; returns the block after it.
fn claim_at(page: &Page<'_>, index: usize, announced: bool, claims: &mut Claims) -> usize {
    let shown = page.shown(index);
    let found = errors(shown);
    if found.is_empty() {
        return claim_broken(page, index, claims);
    }
    if announced {
        return index + 1;
    }
    let base = page.blocks()[index].shown().start;
    if covers(shown, &found) {
        claims.block(page, index);
        return index + 1;
    }
    for range in found {
        if stands_apart(shown, &range) {
            claim_range(page, base + range.start..base + range.end, claims);
        }
    }
    index + 1
}

/// Claims a message that was broken over lines, or the first line of an uncaught exception.
fn claim_broken(page: &Page<'_>, index: usize, claims: &mut Claims) -> usize {
    let shown = page.shown(index);
    let bare = |label: &str| START.is_match(&format!("{label}: ")) && label.len() < 40;
    let opens = START.find(shown).is_some_and(|found| found.start() == 0);
    let split = bare(shown) && page.after(index).is_some_and(|next| next.starts_with(':'));
    if (!opens && !split) || is_announced(page, index) {
        return index + 1;
    }
    let mut joined = shown.to_owned();
    for next in index + 1..page.blocks().len().min(index + BROKEN_LINES) {
        if joined.len() > LONGEST_MESSAGE || (opens && page.gap_before(next)) {
            break;
        }
        let glue = if page.shown(next).starts_with(':') {
            ""
        } else {
            " "
        };
        joined = joined + glue + page.shown(next);
        if BROKEN.is_match(&joined) && !joined.contains("Stack trace:") {
            (index..=next).for_each(|part| claims.block(page, part));
            return next + 1;
        }
    }
    if opens && UNCAUGHT.is_match(shown) {
        claims.block(page, index);
    }
    index + 1
}

/// The messages on a line, in order.
fn errors(line: &str) -> Vec<Range<usize>> {
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
        .take(12)
        .find(|&start| IN_PLACE.is_match(&line[start + 3..at]))
}

fn covers(line: &str, found: &[Range<usize>]) -> bool {
    let mut rest = line.to_owned();
    for range in found.iter().rev() {
        rest.replace_range(range.clone(), "");
    }
    let rest = rest.replace("<br />", "").replace("<br>", "");
    let log = rest.len() < 80
        && rest.starts_with(|c: char| c == '[' || c.is_ascii_uppercase())
        && line.contains("PHP ")
        && found.len() == 1
        && line.ends_with(|c: char| c.is_ascii_digit())
        && rest.contains([':', '[']);
    !found.is_empty() && (log || rest.chars().all(|c| !c.is_alphanumeric()))
}

/// Tells whether a message inside a line is glued to it, and no part of its sentence.
fn stands_apart(line: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&line[..range.start], &line[range.end..]);
    let left = before.trim_end();
    let left_apart = left.is_empty()
        || (!left.ends_with([':', '"', '\'', '“', '‘', '«', '(', '`', ',', '„', '='])
            && (left.len() == before.len() || ends_sentence(left)));
    let right = after.trim_start();
    let right_apart = right.is_empty()
        || !right.starts_with(|c: char| {
            c.is_lowercase()
                || matches!(
                    c,
                    '"' | '\'' | '”' | '’' | '»' | ')' | '`' | ',' | '.' | '?' | ';' | '-' | '—'
                )
        });
    left_apart && right_apart
}
