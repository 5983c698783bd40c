//! Folding: the form in which lines are compared with phrases and with one another.

/// Marks that decorate a line without saying anything.
const DECORATION: &[char] = &[
    '»', '«', '›', '‹', '→', '←', '↑', '↓', '>', '<', '|', '•', '·', '-', '*', '–', '—', '_', ':',
    '.', '…', '[', ']', '(', ')', '{', '}', '!', '+', '▼', '▲', '►', '▶', '×', ',', '：', '。',
    '、', '＞', '|', '\u{200B}', '\u{FEFF}', '#', '=', '~', '^', '/', '\u{200E}', '\u{200F}', '✕',
    '✖', '★', '☆', '■', '□', '◆', '●', '○',
];

/// Appends the folded form of a line to an empty buffer.
///
/// Lower case, straight quotes, one space between words, no decoration at either end:
/// `"  Read More »"` becomes `"read more"`.
pub fn fold_into(line: &str, out: &mut String) {
    out.clear();
    let core = line.trim_matches(|c: char| c.is_whitespace() || DECORATION.contains(&c));
    let mut space = false;
    for c in core.chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        push_folded(c, out);
    }
}

/// Returns the folded form of a line.
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    fold_into(line, &mut out);
    out
}

fn push_folded(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        '’' | '‘' | '‛' | 'ʼ' | '′' | '`' => out.push('\''),
        '“' | '”' | '„' | '«' | '»' => out.push('"'),
        '–' | '—' | '‐' | '‑' | '−' => out.push('-'),
        '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '\u{200E}' | '\u{200F}' => {}
        _ => out.extend(c.to_lowercase()),
    }
}
