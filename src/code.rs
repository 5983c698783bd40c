//! What code looks like when it has been left in a text: shared by the rules on scripts, ads and markup.

mod glued;

use std::ops::Range;

use crate::edit::Span;
use crate::page::Page;
use crate::rule::Claims;

pub(crate) use glued::{Script, may_hold_script, scripts};

/// Lines that one piece of code spans at most.
const LONGEST_PIECE: usize = 400;
/// Lines above a piece that are taken with it at most.
const LONGEST_GLUE: usize = 40;
/// Words in a row from which a line holds a sentence.
const SENTENCE_WORDS: usize = 5;
/// Letters beyond ASCII in a row that make a sentence where words have no spaces.
const SENTENCE_LETTERS: usize = 12;

/// Tells whether a line holds words in a row, as a sentence does.
pub(crate) fn has_sentence(line: &str) -> bool {
    let mut run = 0;
    for word in line.split(' ') {
        let core = word.trim_start_matches(['"', '\'', '(', '“', '‘', '>']);
        let core = core.trim_end_matches([',', '.', '"', '\'', ')', '”', '’', '!', '?', ':', '<']);
        let letters = !core.is_empty()
            && core
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
        run = if letters { run + 1 } else { 0 };
        let dense = !core.is_ascii()
            && core.chars().filter(|c| c.is_alphabetic()).count() >= SENTENCE_LETTERS;
        if run >= SENTENCE_WORDS || dense {
            return true;
        }
    }
    false
}

/// Returns the blocks of the piece of code that begins at `start`: as far as its brackets reach.
///
/// A piece that runs into running text is `start` alone.
pub(crate) fn piece(page: &Page<'_>, start: usize) -> Range<usize> {
    let mut depth = 0;
    for index in start..page.blocks().len().min(start + LONGEST_PIECE) {
        let shown = page.shown(index);
        if index > start && has_sentence(shown) && !ends_as_code(shown) {
            break;
        }
        depth += balance(shown);
        if depth <= 0 {
            return start..index + 1;
        }
    }
    start..start + 1
}

/// Widens a piece over the lines next to it that are nothing but code.
pub(crate) fn widen(page: &Page<'_>, piece: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (piece.start, piece.end);
    while start > 0 && piece.start - start < LONGEST_GLUE && is_glue(page.shown(start - 1)) {
        start -= 1;
    }
    while end < page.blocks().len() && is_glue(page.shown(end)) {
        end = self::piece(page, end).end;
    }
    start..end
}

/// How lines begin that no script of a page has: those of programs in other languages.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "int ", "void ", "char ", "bool ", "boolean ", "double ", "float ", "long ", "unsigned ", "struct ", "typedef ", "enum ",
    "public ", "private ", "protected ", "static ", "#include", "#define", "#!/", "using ", "namespace ", "template<", "template <",
    "package ", "import java", "func ", "fn ", "pub ", "impl ", "use std", "let mut ", "def ", "elif ", "println", "printf(",
    "fmt.", "System.", "std::", "print(", "echo ", "@Override", "String ", "guard ", "val ", "fun ", "override ",
];

/// Tells whether a piece of code belongs to a listing in a language that pages do not run: the lines around it, up to a blank
/// one, tell.
pub(crate) fn is_foreign(page: &Page<'_>, piece: &Range<usize>) -> bool {
    let near =
        piece.start.saturating_sub(LONGEST_GLUE)..page.blocks().len().min(piece.end + LONGEST_GLUE);
    let above = (near.start..piece.start).rev();
    let above = above.take_while(|&index| !page.gap_before(index + 1));
    let below = (piece.end..near.end).take_while(|&index| !page.gap_before(index));
    let mut lines = above.chain(piece.clone()).chain(below);
    lines.any(|index| {
        let shown = page.shown(index);
        FOREIGN.iter().any(|start| shown.starts_with(start))
    })
}

/// Tells whether a line ends as a statement or an open bracket does.
pub(crate) fn ends_as_code(line: &str) -> bool {
    line.ends_with([';', '{', '}', ']', '[', '(', ',', '>', '+', '=', '|', '&'])
        || line.ends_with(");")
        || line.ends_with("})")
        || line.ends_with("*/")
}

/// Claims a range of the text: whole blocks where it covers all they show, else the part it covers.
pub(crate) fn claim_range(page: &Page<'_>, range: Range<usize>, claims: &mut Claims) {
    let mut index = page.block_at(range.start);
    while index < page.blocks().len() && page.blocks()[index].shown().start < range.end {
        let shown = page.blocks()[index].shown();
        let (start, end) = (shown.start.max(range.start), shown.end.min(range.end));
        if (start, end) == (shown.start, shown.end) {
            claims.block(page, index);
        } else if start < end {
            claims.cut(Span::new(start, end), index);
        }
        index += 1;
    }
}

/// End of the trace of Python or Java that starts at a block; the block itself where there is none.
pub(crate) fn trace_end(page: &Page<'_>, start: usize) -> usize {
    let count = page.blocks().len();
    if page
        .shown(start)
        .starts_with("Traceback (most recent call last)")
    {
        let frames = |&at: &usize| !is_python_frame(page.shown(at)) && page.indent(at) < 4;
        let last = (start + 1..count).find(frames).unwrap_or(count);
        return last + usize::from(last < count && page.shown(last).contains("Error"));
    }
    let end = (start..count)
        .find(|&at| !is_java_frame(page.shown(at)))
        .unwrap_or(count);
    if end - start >= 2 { end } else { start }
}

fn is_python_frame(line: &str) -> bool {
    line.starts_with("File \"") && line.contains("\", line ")
}

fn is_java_frame(line: &str) -> bool {
    let Some(rest) = line
        .strip_prefix("at ")
        .or_else(|| line.strip_prefix("... "))
    else {
        return false;
    };
    let place = rest.ends_with(')')
        && (rest.contains(".java:")
            || rest.contains("(Native Method)")
            || rest.contains("(Unknown Source)"));
    let dotnet = rest.starts_with("System.") && rest.contains('(');
    place || dotnet || rest.ends_with(" more")
}

/// A line of brackets, a comment mark or a short statement: code only beside other code.
fn is_glue(line: &str) -> bool {
    let marks = |c: char| c.is_ascii_punctuation() || c == ' ';
    let bare = line.chars().all(marks) && line.contains(['{', '}', ')', '<', '/', ';']);
    let statement = line.is_ascii()
        && line.len() < 200
        && line.ends_with([';', '{', '}'])
        && line.contains(['(', '=', '{', '}'])
        && !has_sentence(line);
    bare || statement || (line.starts_with("//") && line.ends_with(['>', ']']))
}

fn balance(line: &str) -> i32 {
    line.bytes().fold(0, |depth, byte| match byte {
        b'(' | b'[' | b'{' => depth + 1,
        b')' | b']' | b'}' => depth - 1,
        _ => depth,
    })
}
