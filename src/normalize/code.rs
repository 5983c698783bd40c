//! Lines and blocks that read like code, shell input, settings or markup rather than prose.

use std::sync::LazyLock;

use memchr::memchr;

use super::lines::{is_space, line_at};
use crate::needles::Needles;

/// Starts of lines that only code has.
const SIGNS: [&str; 10] = [
    ">>>", "$ ", "#!", "#include", "//", "/*", "<?", "</", "<!--", "\\x",
];

/// Words that open a line of code, and some of them a line of prose.
const WORDS: [&str; 6] = ["def ", "import ", "return ", "function ", "const ", "var "];

/// Pieces that only code has.
static PIECES: LazyLock<Needles> = LazyLock::new(|| {
    Needles::new(&[
        "();", "==", "!=", "=>", "->", "::", "&&", "||", "\\x", "\\u", "=\"", "('", "(\"", "[\"",
    ])
});

/// Words that open a branch, a loop or a definition, which a colon, a brace or a word ends.
const OPENERS: [&str; 18] = [
    "if", "elif", "else", "for", "while", "try", "except", "with", "switch", "case", "class",
    "func", "fn", "struct", "async", "match", "unless", "begin",
];

/// Lines that close what was opened.
const CLOSERS: [&str; 10] = [
    "end", "fi", "done", "esac", ")", "]", ");", "};", "],", "else",
];

/// Starts of lines that only a diff has.
const HUNKS: [&str; 3] = ["@@ -", "diff --git ", "+++ b/"];

/// Lines of a block that are looked at; a block that begins with as many lines of prose is prose.
const LOOKED_AT: usize = 64;

/// Bytes of the longest line that is looked at as a statement.
const LONGEST_STATEMENT: usize = 200;

/// Words in a row without any sign of code that make a line one of prose; shorter ones open code as well.
const PROSE_WORDS: usize = 5;

/// What a run of lines between blank lines is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Text for readers, or nothing in particular.
    Prose,
    /// Code or settings.
    Listing,
    /// A part of a diff.
    Diff,
}

/// Tells what the block at the start of a text is; `before` is the block above it, which a diff goes on from.
///
/// A line alone is prose, whatever it holds: nothing depends on its neighbours.
pub(super) fn block(text: &str, before: Block) -> Block {
    let lines = first_lines(text);
    if lines.len() < 2 {
        return Block::Prose;
    }
    let opens = |line: &&str| HUNKS.iter().any(|start| line.starts_with(start));
    let goes_on = |line: &&str| line.starts_with([' ', '+', '-', '@', '\\']);
    if lines.iter().any(opens) || before == Block::Diff && lines.iter().all(goes_on) {
        return Block::Diff;
    }
    if is_settings(&lines) || is_code(&lines) {
        return Block::Listing;
    }
    Block::Prose
}

/// Returns the lines that are looked at of the block at the start of a text, without white space at their ends.
fn first_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < text.len() && lines.len() < LOOKED_AT {
        let line = line_at(text, at);
        at += line.len() + 1;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        lines.push(line);
    }
    lines
}

/// Tells lines most of which are statements.
fn is_code(lines: &[&str]) -> bool {
    let mut statements = 0;
    for (all, line) in (1..).zip(lines) {
        statements += usize::from(is_statement(line.trim_start()));
        // Prose is told from its first lines.
        if all > 4 && statements == 0 {
            return false;
        }
    }
    statements * 2 > lines.len()
}

/// Tells keys and values with a key above deeper lines, as YAML has them.
fn is_settings(lines: &[&str]) -> bool {
    let entries = || lines.iter().copied().filter(|line| *line != "---");
    let opens = |line: &str| key(line).is_some_and(|after| after.is_empty());
    let is_entry = |line: &str| key(line).is_some() || line.trim_start().starts_with("- ");
    let nests = |(one, two): (&str, &str)| opens(one) && indent(two) > indent(one);
    entries().all(is_entry)
        && entries().filter(|line| key(line).is_some()).count() > 1
        && entries().zip(entries().skip(1)).any(nests)
}

/// Returns what follows a key of one word.
fn key(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("- ").unwrap_or(line);
    let is_word = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | '.' | '"' | '\'');
    let end = line.find(|ch| !is_word(ch)).filter(|&end| end > 0)?;
    let after = line[end..].strip_prefix(':')?;
    (after.is_empty() || after.starts_with(' ')).then_some(after)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn is_statement(line: &str) -> bool {
    if line.len() > LONGEST_STATEMENT {
        return false;
    }
    let quoted_key = line.starts_with('"') && line.contains("\":");
    quoted_key
        || CLOSERS.contains(&line)
        || is_code_like(line)
        || is_opener(line)
        || is_assignment(line)
        || is_call(line)
}

fn is_opener(line: &str) -> bool {
    let word = line.split([' ', ':', '(']).next().unwrap_or("");
    OPENERS.contains(&word)
        && [":", "{", " do", " then"]
            .iter()
            .any(|end| line.ends_with(end))
}

/// Tells a name, with a word before it at most, that a value is given to.
fn is_assignment(line: &str) -> bool {
    if memchr(b'=', line.as_bytes()).is_none() {
        return false;
    }
    let Some((name, _)) = line.split_once(" = ").or_else(|| line.split_once(" := ")) else {
        return false;
    };
    let is_name = |ch: char| ch.is_ascii_alphanumeric() || "_.$[]*&<>\"' ".contains(ch);
    name.split(' ').count() <= 2 && name.chars().all(is_name)
}

/// Tells a name with arguments, and nothing behind them.
fn is_call(line: &str) -> bool {
    let line = line.trim_end_matches([';', ',', ':']);
    let Some((name, _)) = line.strip_suffix(')').and_then(|line| line.split_once('(')) else {
        return false;
    };
    let is_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | '$');
    !name.is_empty() && name.chars().all(is_name)
}

/// Tells whether a line reads like code, shell input or markup rather than prose.
pub(super) fn is_code_like(line: &str) -> bool {
    let line = line.trim();
    let word = WORDS.iter().any(|word| line.starts_with(word));
    let statement = line.ends_with(';') && !ends_in_entity(line);
    SIGNS.iter().any(|sign| line.starts_with(sign))
        || line.ends_with(['{', '}'])
        || line.starts_with("class ") && line.ends_with("):")
        || PIECES.occur(line)
        || (word || statement) && !is_prose(line)
}

/// Tells a line of several words and nothing else but the marks of a sentence.
fn is_prose(line: &str) -> bool {
    let marks = |ch: char| ",.;:!?'’‘\"“”()–—…".contains(ch);
    let inside = |ch: char| ch.is_alphanumeric() || matches!(ch, '-' | '\'' | '’');
    let is_word = |word: &str| word.trim_matches(marks).chars().all(inside);
    line.split(is_space).filter(|word| !word.is_empty()).count() >= PROSE_WORDS
        && line.split(is_space).all(is_word)
}

fn ends_in_entity(line: &str) -> bool {
    let Some((_, name)) = line.rsplit_once('&') else {
        return false;
    };
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'#' | b';'))
}
