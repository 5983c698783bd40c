//! Where one sentence of a line ends and the next begins, and which of them are running text.

use memchr::{memchr, memchr3_iter, memrchr3_iter};

use crate::page::ends_sentence;

/// Short forms that a full stop closes without ending a sentence, in lower case.
#[rustfmt::skip]
const SHORT_FORMS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "sr", "jr", "prof", "gen", "sen", "rep", "gov", "col", "sgt", "lt", "capt", "maj", "rev",
    "hon", "vs", "no", "nr", "fig", "vol", "inc", "ltd", "co", "corp", "ca", "pp", "etc", "approx", "dept", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw", "usw", "str", "tel", "mme", "mlle", "sra",
];
/// Letters of the longest of them.
const LONGEST_SHORT_FORM: usize = 6;
/// Words that a sentence of running text has at least.
const RUNNING_WORDS: usize = 5;
/// Words in lower case among them, as no title has.
const LOWER_WORDS: usize = 3;
/// Letters of a sentence in a script that sets no spaces between words.
const DENSE_LETTERS: usize = 12;
/// First character of the scripts that set none, or few: Thai, Chinese, Japanese, Korean.
const DENSE: char = '\u{0E00}';
/// Marks beyond ASCII that end sentences.
const WIDE_MARKS: [char; 7] = ['。', '！', '？', '…', '।', '؟', '۔'];

/// Splits a line into its sentences, white space around them left out; together they are the line.
///
/// A full stop ends one where a capital follows, or a script without them; behind a short word it does not.
pub(crate) fn sentences(line: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = starts(line).collect();
    starts.push(line.len());
    let mut from = 0;
    let sentence = starts.into_iter().map(|to| {
        let sentence = line[from..to].trim();
        from = to;
        sentence
    });
    sentence.filter(|sentence| !sentence.is_empty()).collect()
}

/// Returns the positions in a line where its second and further sentences begin, in order.
pub(crate) fn starts(line: &str) -> impl Iterator<Item = usize> {
    let latin = memchr3_iter(b'.', b'!', b'?', line.as_bytes());
    let mut ends: Vec<usize> = latin.collect();
    if !line.is_ascii() {
        let wide = line.match_indices(WIDE_MARKS);
        ends.extend(wide.map(|(at, _)| at));
    }
    let mut last = 0;
    ends.extend(bracket_end(line));
    ends.sort_unstable();
    ends.into_iter().filter_map(move |end| {
        let start = next_start(line, end).filter(|&start| start > last)?;
        last = start;
        Some(start)
    })
}

/// Returns the position in a line where its last sentence begins, if it has several.
pub(crate) fn last_start(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut latin = memrchr3_iter(b'.', b'!', b'?', bytes);
    if line.is_ascii() {
        return latin.find_map(|end| next_start(line, end));
    }
    let is_mark = |&(at, &byte): &(usize, &u8)| match byte {
        b'.' | b'!' | b'?' => true,
        // The first bytes of characters among which the other marks are.
        0xD8 | 0xDB | 0xE0..=0xE3 | 0xEF => line[at..].starts_with(WIDE_MARKS),
        _ => false,
    };
    let mut ends = bytes.iter().enumerate().rev().filter(is_mark);
    ends.find_map(|(end, _)| next_start(line, end))
}

/// Returns where the next sentence begins, if the mark at `end` closes one.
fn next_start(line: &str, end: usize) -> Option<usize> {
    let mark = line[end..].chars().next()?;
    if line[..end].trim_end_matches('.').ends_with(' ') {
        return None;
    }
    let behind = line[end + mark.len_utf8()..].trim_start_matches(closes);
    let next = behind.trim_start();
    let first = next.trim_start_matches(opens).chars().next()?;
    let spaced = next.len() < behind.len();
    let is_start = match mark {
        '。' | '！' | '？' | '।' => true,
        ')' | ']' => spaced && first.is_uppercase(),
        '.' | '…' => {
            let whole = ends_whole(&line[..end]);
            whole && !first.is_lowercase() && (spaced || glued(&line[..end], next))
        }
        _ => spaced && !first.is_lowercase(),
    };
    is_start.then(|| line.len() - next.len())
}

/// Returns the end of the brackets that a line begins with: a note by itself, where a capital follows.
fn bracket_end(line: &str) -> Option<usize> {
    let close = match line.trim_start().bytes().next()? {
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    memchr(close, line.as_bytes())
}

/// Tells whether two sentences stand without a space between them: `the end.The next`.
fn glued(before: &str, next: &str) -> bool {
    let mut letters = next.chars();
    before.ends_with(char::is_lowercase)
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

/// Tells whether a full stop behind a text may end a sentence: behind an initial or a short form it does not.
fn ends_whole(text: &str) -> bool {
    let word = text.trim_end_matches(char::is_alphanumeric).len();
    let word = &text[word..];
    match word.chars().count() {
        0 => text.ends_with([')', '"', '”', '»', '.', '%']),
        1 => word.ends_with(|c: char| c.is_numeric() || is_dense(c)),
        2..=LONGEST_SHORT_FORM => !SHORT_FORMS.contains(&word.to_lowercase().as_str()),
        _ => true,
    }
}

const fn closes(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | ')'
            | ']'
            | '」'
            | '』'
            | '.'
            | '!'
            | '?'
            | '…'
            | '！'
            | '？'
    )
}

const fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[' | '¿' | '¡'
    )
}

/// Tells whether a sentence is in a script that sets no spaces between words.
pub(crate) fn is_dense_text(sentence: &str) -> bool {
    !sentence.is_ascii() && sentence.chars().filter(|&c| is_dense(c)).count() >= DENSE_LETTERS
}

fn is_dense(c: char) -> bool {
    c >= DENSE && c.is_alphabetic()
}

/// Tells whether a sentence is running text: words in lower case, or in a script without spaces; no title, no label.
pub(crate) fn is_running(sentence: &str) -> bool {
    let (words, lower) = count_words(sentence);
    let shouted = lower == 0 && !sentence.contains(char::is_lowercase);
    (words >= RUNNING_WORDS && (lower >= LOWER_WORDS || shouted)) || is_dense_text(sentence)
}

/// Counts the words of a text, and those of them that no capital begins.
pub(crate) fn count_words(text: &str) -> (usize, usize) {
    first_letters(text).fold((0, 0), |(words, lower), first| {
        (words + 1, lower + usize::from(!first.is_uppercase()))
    })
}

/// Returns the first letter of each word that has one.
fn first_letters(text: &str) -> impl Iterator<Item = char> {
    let words = text.split_whitespace();
    words.filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
}

/// Tells whether a sentence says something, however short: a full stop behind two words, one of them in lower case.
pub(crate) fn is_said(sentence: &str) -> bool {
    let words = first_letters(sentence).skip(1).any(|c| !c.is_uppercase());
    let dense = || !sentence.is_ascii() && sentence.chars().filter(|&c| is_dense(c)).count() > 1;
    ends_sentence(sentence) && (words || dense())
}

/// Tells whether a second sentence may begin inside of one without a mark between them, as behind a label.
///
/// A capital or a number with words in lower case behind it may begin one; so may any letter of a script without capitals.
/// An e-mail address or a handle belongs to the words before it.
pub(crate) fn may_hold_another(sentence: &str) -> bool {
    let mut starts = false;
    let mut lower = 0;
    for (at, word) in sentence.split_whitespace().enumerate() {
        let first = word.chars().find(|c| c.is_alphanumeric());
        let Some(first) = first else { continue };
        if word.contains('@') {
            (starts, lower) = (false, 0);
        } else if at > 0 && (first.is_uppercase() || first.is_numeric()) {
            (starts, lower) = (true, 0);
        } else if starts {
            lower += 1;
        }
        if lower >= 2 {
            return true;
        }
    }
    sentence.chars().filter(|&c| is_caseless(c)).count() >= DENSE_LETTERS
}

fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        assert_eq!(sentences(line), expected);
    }

    #[test]
    fn a_sentence_ends_before_a_capital() {
        check(
            "The wall fell. Nobody came!",
            &["The wall fell.", "Nobody came!"],
        );
        check(
            "He said \"Go home.\" She left.",
            &["He said \"Go home.\"", "She left."],
        );
        check(
            "The wall fell.The boats stayed.",
            &["The wall fell.", "The boats stayed."],
        );
        check("城墙倒了。没有人来。", &["城墙倒了。", "没有人来。"]);
        check(
            "दीवार गिर गई। कोई नहीं आया।",
            &["दीवार गिर गई।", "कोई नहीं आया।"],
        );
        check(
            "(Editing by Ann Lee) The wall fell.",
            &["(Editing by Ann Lee)", "The wall fell."],
        );
        check("", &[]);
    }

    #[test]
    fn initials_and_addresses_end_none() {
        for line in [
            "Mr. J. R. Miller came by.",
            "See example.org today.",
            "It cost 3.50 in all.",
            "It was no. 5 e.g. This",
        ] {
            check(line, &[line]);
        }
    }

    #[test]
    fn titles_and_labels_are_no_running_text() {
        assert!(is_running("The wall was built twice by the town."));
        assert!(is_running("港口的围墙在去年冬天的风暴中受损。"));
        assert!(!is_running("Sign In"));
        assert!(!is_running("The Long Road To The Harbour"));
    }

    #[test]
    fn a_capital_inside_may_begin_another_sentence() {
        assert!(may_hold_another("Advertisement The council met on Monday."));
        assert!(!may_hold_another("Photo by Ann Lee."));
        assert!(!may_hold_another(
            "Sign up for our newsletter and never miss a story."
        ));
    }
}
