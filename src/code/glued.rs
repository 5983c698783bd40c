//! Scripts glued into a line of running text: where each begins and where its last statement ends.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr2;
use regex::Regex;

use super::has_sentence;
use crate::needles::Needles;

/// Bytes that one glued script spans at most.
const LONGEST_SCRIPT: usize = 20_000;
/// What a call has that prose has not.
static CALLED: LazyLock<Needles> = LazyLock::new(|| Needles::new(&[");", "('", "(\""]));
/// How many times the bytes of a line are read at most, where what looks like a script has no end.
const MOST_READS: usize = 4;
/// Bytes from which a single statement is no example that a sentence gives.
const EXAMPLE: usize = 60;

/// Names that only scripts of ads, counters and embeds use.
const NAMES: &str = r"adsbygoogle|_taboola|googletag|dataLayer|_gaq|_paq|_qevents|_comscore|_cbq|fbq|gtag|pbjs|apstag|OBR|OA_show|twttr|FB\.|instgrm|_satellite|_sf_[a-z_]+|utag|disqus_[a-z_]+|google_ad_[a-z]+|amzn_assoc_[a-z_]+|ezstandalone|freestar|medianet_[a-z]+|_mN[A-Za-z]+|mgid[A-Za-z_]*|_mgq|zergnet|[Cc]riteo[A-Za-z_]*|NREUM|__tcfapi|yaContextCb|Ya\.|__ATA|ezoic_[a-z_]+|tude|vdo_ai_[a-z_]*|nitroAds|htlbid|fusetag|_bsap?|playwire|adthrive|outbrain|revcontent|kmn_[a-z]+|cnxps|unruly|_nslog|_atrk_[a-z]+|clicky";

/// Calls of counters, whose names are too short to tell without what they are called with.
const CALLS: &str = r#"(?:ga|ym|hj)\(["'0-9]"#;

/// How a script that nobody wrote into a sentence begins.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&format!(
        r#"(?:{NAMES})[ A-Za-z0-9_$.]*[=(\[|]|{CALLS}|\((?:adsbygoogle|dataLayer) ?=|(?:window|document|self|top|parent|location|navigator)(?:\.[A-Za-z_$][A-Za-z0-9_$.]*(?:\(| ?= ?|\[)|\[["'])|(?:var|let|const) [A-Za-z_$][A-Za-z0-9_$]* ?=|[(!;]*(?:async )?function ?[A-Za-z0-9_$]*\([A-Za-z0-9_$, ]*\) ?\{{|\(\([a-z, ]*\) ?=> ?\{{|(?:jQuery|\$)\((?:["'.#]|document|window|function)|if ?\((?:typeof |!?window|!?document|!?[A-Za-z_$.]+ ?[)=&|!])|(?:setTimeout|setInterval|requestAnimationFrame)\((?:function|\(\)|["'])"#
    ))
});

/// How a further statement begins.
static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r#"^(?:(?:[a-z_$][A-Za-z0-9_$]*|[A-Z][A-Za-z0-9_$]*\.[A-Za-z_$][A-Za-z0-9_$]*)(?:\.[A-Za-z_$][A-Za-z0-9_$]*|\[[^\]]{1,40}\])*(?:\(| ?\+?= ?[^ =]|\+\+)|(?:var|let|const) |function |if ?\(|for ?\(|while ?\(|try ?\{|\} ?(?:else|catch|finally)|return[ ;]|[})\]]+ ?[;)(,]|[})\]]+ *$|!function|\((?:function|async|\(|!)|;|//(?:\]\]>|<!\[CDATA\[|-->))"#,
    )
});

static KNOWN: LazyLock<Regex> = LazyLock::new(|| compiled(&format!("{NAMES}|{CALLS}")));

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// A script inside of a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Script {
    pub(crate) range: Range<usize>,
    /// It uses names that only scripts of ads, counters and embeds use.
    pub(crate) known: bool,
}

/// Tells whether a line has what every script has: prose with a semicolon has none of it.
pub(crate) fn may_hold_script(line: &str) -> bool {
    memchr2(b'{', b'=', line.as_bytes()).is_some() || CALLED.occur(line)
}

/// Finds the scripts of a line, in order.
pub(crate) fn scripts(line: &str) -> Vec<Script> {
    let mut scripts: Vec<Script> = Vec::new();
    if !may_hold_script(line) {
        return scripts;
    }
    let (mut from, mut left) = (0, line.len() * MOST_READS);
    while left > 0
        && let Some(found) = OPENING.find_at(line, from)
    {
        from = found.end();
        if !opens(line, found.start()) {
            continue;
        }
        let Some((end, statements)) = end_of_script(line, found.start()) else {
            left = left.saturating_sub(LONGEST_SCRIPT.min(line.len()));
            continue;
        };
        from = end;
        let code = &line[found.start()..end];
        let known = KNOWN.is_match(code);
        if known || statements > 1 || code.len() >= EXAMPLE || code.contains("function") {
            scripts.push(Script {
                range: found.start()..end,
                known,
            });
        }
    }
    scripts
}

/// Tells whether a statement may begin at a place: behind white space or the end of a sentence.
fn opens(line: &str, at: usize) -> bool {
    let before = &line[..at];
    before.is_empty()
        || before.ends_with(|c: char| {
            c.is_whitespace() || matches!(c, '.' | '!' | '?' | '"' | '”' | '。' | ';' | '>')
        })
}

/// Finds where the last statement of a script ends, and how many there are.
fn end_of_script(line: &str, start: usize) -> Option<(usize, usize)> {
    let line = &line[..line.floor_char_boundary(start + LONGEST_SCRIPT)];
    let (mut at, mut end, mut statements) = (start, None, 0);
    while at < line.len() && (at == start || STATEMENT.is_match(&line[at..])) {
        let Some(stop) = end_of_statement(&line[at..]) else {
            break;
        };
        at += stop;
        (end, statements) = (Some(at), statements + 1);
        at += line[at..].len() - line[at..].trim_start().len();
    }
    Some((end?, statements))
}

/// Finds where a statement ends: its semicolon, or the bracket that closes it before other words.
fn end_of_statement(code: &str) -> Option<usize> {
    let bytes = code.as_bytes();
    let (mut depth, mut at, mut plain) = (0_usize, 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') => at = end_of_string(bytes, at, quote)?,
            b'(' | b'[' | b'{' => {
                if depth == 0 && has_sentence(&code[plain..at]) {
                    return None;
                }
                depth += 1;
            }
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !goes_on(code[at + 1..].trim_start()) {
                    return (!has_sentence(&code[plain..at])).then_some(at + 1);
                }
            }
            b';' if depth == 0 => return (!has_sentence(&code[plain..at])).then_some(at + 1),
            _ => {}
        }
        at += 1;
        if depth > 0 {
            plain = at;
        }
    }
    None
}

/// Finds the closing quotation mark of a string.
fn end_of_string(bytes: &[u8], start: usize, quote: u8) -> Option<usize> {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Tells whether a statement goes on behind a bracket that closed.
fn goes_on(rest: &str) -> bool {
    let word = ["else", "catch", "finally", "while"];
    let operator = [
        '.', ';', ',', '(', '[', ')', ']', '}', '{', '+', '-', '*', '/', '=', '|', '&', '?', ':',
        '!',
    ];
    word.iter().any(|word| rest.starts_with(word)) || rest.starts_with(operator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let found: Vec<&str> = scripts(line)
            .into_iter()
            .map(|script| &line[script.range])
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn a_script_ends_with_its_last_statement() {
        check(
            "A. window._q = window._q || []; _q.push({mode: 'a;b', on: true}); He left.",
            &["window._q = window._q || []; _q.push({mode: 'a;b', on: true});"],
        );
        check(
            "A. (function(d, s) { d.x = s; })(document, 'script'); B.",
            &["(function(d, s) { d.x = s; })(document, 'script');"],
        );
        check("ga('send', 'pageview'); B.", &["ga('send', 'pageview');"]);
        check(
            "A. gtag('config', 'G-1') The mason left.",
            &["gtag('config', 'G-1')"],
        );
        check(
            "A. if (typeof boats === 'undefined') { boats = 1; } else { boats = 2; } B.",
            &["if (typeof boats === 'undefined') { boats = 1; } else { boats = 2; }"],
        );
    }

    #[test]
    fn sentences_and_short_examples_are_no_scripts() {
        check("Call document.write('a'); and look.", &[]);
        check("The window. document (a letter); was read.", &[]);
        check("Let x = 5 and y = 3; then the sum of the two is 8.", &[]);
        check(
            "window.x = the mason had brought a heavy stone; he left.",
            &[],
        );
    }
}
