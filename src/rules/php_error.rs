//! Messages of PHP: alone on their lines, wrapped over several, or printed into a sentence.

mod message;

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::code::claim_range;
use crate::page::{Page, ends_sentence, starts_lower};
use crate::rule::{Claims, Rule, element, line, look, phrases};
use crate::rules::seams;
use message::{LONGEST_MESSAGE, covers, errors, is_bare_label, is_uncaught, last_label, runs};

pub(super) use message::is_error;

pub(super) static RULE: Rule = Rule {
    id: "php-error",
    summary: "error messages printed by PHP",
    about: "PHP prints \"Warning: message in /path on line 12\" into the page wherever the script stands: before \
            the title, among the comments, in the middle of a sentence, which then closes up. Xdebug, logs and \
            frameworks (CodeIgniter, Drupal, CakePHP) have forms of their own. A message that a sentence announces or \
            speaks of, and pages about PHP, stay.",
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

/// Lines that one message is broken over at most.
const BROKEN_LINES: usize = 8;
/// Words before a message in a sentence that may speak of it.
const WORDS_BEFORE: usize = 3;

/// What every message has one of.
const MARKS: &[&str] = &["on line", ".php on", "ncaught ", "exception "];

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

/// Words shortly before a message that a sentence speaks of.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "get", "gets", "got", "getting", "give", "gives", "gave", "see", "sees", "saw", "seeing", "show", "shows", "showed",
    "shown", "print", "prints", "printed", "throw", "throws", "threw", "report", "reports", "reported", "return",
    "returns", "returned", "display", "displays", "displayed", "error", "errors", "message", "messages", "warning",
    "warnings", "notice", "notices", "output", "outputs", "log", "logs", "logged", "receive", "receives", "received",
    "raise", "raises", "raised", "trigger", "triggers", "triggered", "cause", "causes", "caused", "produces",
    "produced", "fehlermeldung", "meldung", "meldet", "fehler", "erreur", "affiche", "muestra", "errore", "mostra",
    "erro", "ошибка", "ошибку", "сообщение",
];

/// First words behind a message that a sentence speaks of.
#[rustfmt::skip]
const SPOKEN_OF: &[&str] = &[
    "error", "errors", "message", "messages", "warning", "warnings", "notice", "notices", "appears", "appeared",
    "means", "meant", "whenever", "instead", "erscheint", "erschien", "bedeutet",
];

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

/// Claims what block `index` holds, and what goes on below it; returns the block after it.
fn claim_at(page: &Page<'_>, index: usize, announced: bool, claims: &mut Claims) -> usize {
    let shown = page.shown(index);
    let found = errors(shown);
    if announced && !found.is_empty() {
        return index + 1;
    }
    let last = found.last().map_or(0, |last| last.end);
    if covers(shown, &found) {
        claims.block(page, index);
        return index + 1;
    }
    for range in runs(shown, found) {
        if stands_apart(page, index, &shown[..range.start], &shown[range.end..]) {
            seams::claim(page, index, range, claims);
        }
    }
    if let Some(next) = claim_wrapped(page, index, last, claims) {
        return next;
    }
    if last == 0 && is_uncaught(shown) && !is_announced(page, index) {
        claims.block(page, index);
    }
    index + 1
}

/// Claims a message that begins behind byte `from` of a line and ends on one below; returns the block to go on with.
fn claim_wrapped(page: &Page<'_>, index: usize, from: usize, claims: &mut Claims) -> Option<usize> {
    let shown = page.shown(index);
    let bare = is_bare_label(shown) && page.after(index).is_some_and(|next| next.starts_with(':'));
    let start = if bare { 0 } else { last_label(shown, from)? };
    if start == 0 && is_announced(page, index) {
        return None;
    }
    let mut joined = shown[start..].to_owned();
    for next in index + 1..page.blocks().len().min(index + BROKEN_LINES) {
        if joined.len() > LONGEST_MESSAGE || (!bare && page.gap_before(next)) {
            return None;
        }
        let below = page.shown(next);
        if !below.starts_with(':') {
            joined.push(' ');
        }
        let behind = joined.len();
        joined.push_str(below);
        let Some(found) = errors(&joined).into_iter().next() else {
            continue;
        };
        let message = &joined[..found.end];
        let ours = found.start == 0
            && found.end > behind
            && last_label(message, 0) == Some(0)
            && !message.contains("Stack trace:");
        let rest = joined[found.end..].to_owned();
        if !ours || !stands_apart(page, index, &shown[..start], &rest) {
            return None;
        }
        let end = page.blocks()[next].shown().end - rest.trim_start().len();
        claim_range(
            page,
            page.blocks()[index].shown().start + start..end,
            claims,
        );
        return Some(if rest.is_empty() { next + 1 } else { next });
    }
    None
}

/// Tells whether a message on a line is glued to it, and nothing that its sentence speaks of.
pub(super) fn stands_apart(page: &Page<'_>, index: usize, before: &str, behind: &str) -> bool {
    let (left, right) = (before.trim_end(), behind.trim_start());
    if seams::is_announced(left, right) {
        return false;
    }
    let above = page
        .before(index)
        .filter(|_| left.is_empty() && !page.gap_before(index));
    let left = above.unwrap_or(left);
    if left.is_empty() || seams::is_finished(left) {
        return !starts_lower(right);
    }
    let quoted = right.starts_with(['"', '”', '»', '-', '—', '–']);
    !quoted && !speaks_of(left, right)
}

/// Tells whether the words around a message are about it.
fn speaks_of(left: &str, right: &str) -> bool {
    let word = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let mut before = left
        .rsplit(char::is_whitespace)
        .map(word)
        .take(WORDS_BEFORE);
    let announced = |word: &String| ANNOUNCING.contains(&word.as_str());
    let speaks = |word: String| SPEAKING.contains(&word.as_str());
    let next = right
        .split_whitespace()
        .next()
        .map(word)
        .unwrap_or_default();
    let last = left.rsplit(char::is_whitespace).next().map(word);
    last.as_ref().is_some_and(announced) || before.any(speaks) || SPOKEN_OF.contains(&next.as_str())
}
