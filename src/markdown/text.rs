//! Text captures as Markdown: nothing is added, and nothing is read as a mark that is none.

/// Marks that make a heading, a quotation, or a list at the start of a line; `- ` is a list in tidy text too.
const OPENING: &[&str] = &["#", ">", "+ ", "* ", "```", "~~~", "|"];

/// Writes the tidy text of a text capture as Markdown.
///
/// Lists stay lists, and lines of one paragraph stay lines. What would be read as a heading, a quotation, a
/// numbered list, a rule, a fence, or an HTML tag gets a backslash. Emphasis and links inside a line are left
/// as they are.
pub fn of_text(tidy: &str) -> String {
    let mut out = String::with_capacity(tidy.len() + tidy.len() / 16);
    let mut lines = tidy.lines().peekable();
    while let Some(line) = lines.next() {
        push_line(&mut out, line);
        let next = lines.peek().copied().unwrap_or("");
        if !line.is_empty() && !next.is_empty() && !next.starts_with("- ") {
            out.push('\\');
        }
        out.push('\n');
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    let mut rest = line;
    if let Some(dot) = numbered(line) {
        out.push_str(&line[..dot]);
        rest = &line[dot..];
        out.push('\\');
    } else if OPENING.iter().any(|mark| line.starts_with(mark)) || is_rule(line) {
        out.push('\\');
    }
    while let Some(position) = rest.find(['<', '\\']) {
        let (before, after) = rest.split_at(position);
        out.push_str(before);
        let mut letters = after.chars();
        let mark = letters.next().unwrap_or_default();
        if is_read(mark, letters.next()) {
            out.push('\\');
        }
        out.push(mark);
        rest = &after[mark.len_utf8()..];
    }
    out.push_str(rest);
}

/// Finds the mark after the number of a line that would start a numbered list.
fn numbered(line: &str) -> Option<usize> {
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    let mark = line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
    ((1..=9).contains(&digits) && mark).then_some(digits)
}

/// Tells whether a line would be a rule or make a heading of the line above.
fn is_rule(line: &str) -> bool {
    ['-', '=', '*', '_']
        .iter()
        .any(|&mark| !line.is_empty() && line.chars().all(|c| c == mark || c == ' '))
}

/// Tells whether a `<` or a backslash is read as more than itself before a letter.
pub(super) fn is_read(mark: char, next: Option<char>) -> bool {
    match mark {
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        _ => next.is_none_or(|c| c.is_ascii_punctuation()),
    }
}
