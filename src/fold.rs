//! Folding: the form in which lines are compared with phrases and with one another.

/// Tells whether a mark decorates a line without saying anything.
const fn is_decoration(c: char) -> bool {
    match c {
        '!' | '#' | '(' | ')' | '*' | '+' | ',' | '-' | '.' | '/' | ':' | '<' | '=' | '>' | '['
        | ']' | '^' | '_' | '{' | '|' | '}' | '~' => true,
        _ if c.is_ascii() => false,
        '»' | '«' | '›' | '‹' | '→' | '←' | '↑' | '↓' | '•' | '·' | '–' | '—' | '…' | '×'
        | '：' | '。' | '、' | '＞' | '｜' | '▼' | '▲' | '►' | '▶' | '✕' | '✖' | '★' | '☆'
        | '■' | '□' | '◆' | '●' | '○' | '\u{200B}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' => {
            true
        }
        _ => false,
    }
}

/// Writes the folded form of a line into a buffer, and stops once it holds `most` bytes.
///
/// Lower case, straight quotes, one space between words, no decoration at either end:
/// `"  Read More »"` becomes `"read more"`.
pub fn fold_into(line: &str, most: usize, out: &mut String) {
    out.clear();
    let core = core(line);
    let letters = plain_letters(core, most);
    out.push_str(&core[..letters]);
    out.make_ascii_lowercase();
    let mut space = false;
    for c in core[letters..].chars() {
        if out.len() >= most {
            return;
        }
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

/// Counts the first bytes, up to `most`, of letters and single spaces, which need lower case alone.
fn plain_letters(core: &str, most: usize) -> usize {
    let bytes = core.as_bytes();
    let mut at = 0;
    while at < bytes.len().min(most) {
        let word_follows = || bytes.get(at + 1).is_some_and(u8::is_ascii_graphic);
        if !(bytes[at].is_ascii_graphic() || (bytes[at] == b' ' && word_follows())) {
            break;
        }
        at += 1;
    }
    // A space at the end of what was asked for waits for the word behind it.
    at - usize::from(at > 0 && bytes[at - 1] == b' ')
}

/// Cuts the decoration from both ends; most lines begin and end without any.
fn core(line: &str) -> &str {
    let bare = |c: char| c.is_whitespace() || is_decoration(c);
    let (first, last) = (line.bytes().next(), line.bytes().next_back());
    let letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let line = if letter(first) {
        line
    } else {
        line.trim_start_matches(bare)
    };
    if letter(last) {
        line
    } else {
        line.trim_end_matches(bare)
    }
}

/// Returns the folded form of a line.
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    fold_into(line, usize::MAX, &mut out);
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
