//! Dates and the words of comment threads, found without patterns.

/// Bytes of a block that are searched.
const SEARCHED: usize = 300;
/// Words on comments, in small letters; a block's word begins with one of them.
const COMMENT_WORDS: &[&str] = &[
    "comment",
    "coment",
    "kommentar",
    "коммент",
    "комент",
    "σχόλι",
    "σχολι",
    "komentar",
    "komentá",
    "komentarz",
    "reacties",
    "评论",
    "評論",
    "跟帖",
    "留言",
    "コメント",
    "댓글",
    "yorum",
    "response",
    "hozzászól",
    "opinie",
    "отзыв",
    "discuss",
    "reply",
    "replies",
    "replied",
    "пишет",
    "написал",
    "napisał",
    "antwort",
    "répond",
    "respuesta",
];
/// Whether one of them begins with each byte.
static COMMENT_STARTS: [bool; 256] = {
    let mut starts = [false; 256];
    let mut at = 0;
    while at < COMMENT_WORDS.len() {
        starts[COMMENT_WORDS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    starts
};
/// Last words of a line that names who wrote a comment.
const SAID: &[&str] = &[
    "wrote:", "says:", "said:", "schrieb:", "sagt:", "dit :", "dijo:",
];
/// What follows the number in an age.
const AGES: &[&str] = &[
    "minute", "hour", "day", "week", "month", "year", "stunde", "tag", "jour", "heure", "hora",
    "día",
];

/// Tells whether a text holds a date, a time of day or an age.
pub(super) fn has_date(text: &str) -> bool {
    let text = head(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = digits(&bytes[at..]);
        if digits == 0 {
            at += 1;
            continue;
        }
        if is_date(&text[at..], digits) || is_year(text, at, digits) {
            return true;
        }
        at += digits;
    }
    false
}

/// Tells whether a text has words of comment threads.
pub(super) fn speaks_of_comments(text: &str) -> bool {
    let small = head(text).to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric());
    let may = |word: &str| COMMENT_STARTS[usize::from(word.as_bytes()[0])];
    let speaks =
        |word: &str| may(word) && COMMENT_WORDS.iter().any(|known| word.starts_with(known));
    words.filter(|word| word.len() > 4).any(speaks) || SAID.iter().any(|said| small.ends_with(said))
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(SEARCHED)]
}

fn digits(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// Tells whether digits open `12:30`, `1.2.2020`, `2020-01-02`, `2020年` or `3 hours ago`.
fn is_date(text: &str, digits_here: usize) -> bool {
    let rest = &text[digits_here..];
    let bytes = rest.as_bytes();
    if rest.starts_with('年') {
        return true;
    }
    let [mark, after @ ..] = bytes else {
        return false;
    };
    let second = digits(after);
    let open = after.get(second).copied().unwrap_or(b' ');
    match mark {
        b':' => digits_here <= 2 && second == 2 && !open.is_ascii_alphabetic(),
        b'.' | b'-' | b'/' if (1..=2).contains(&second) && open == *mark => {
            let third = digits(&after[second + 1..]);
            let [day_first, year_first] = [digits_here <= 2, digits_here == 4];
            (day_first && matches!(third, 2 | 4)) || (year_first && (1..=2).contains(&third))
        }
        b' ' => {
            digits_here <= 2
                && AGES.iter().any(|age| rest[1..].starts_with(age))
                && rest.contains("ago")
        }
        _ => false,
    }
}

/// Tells whether digits are the year of a date such as `3. March 2020` or `March 3, 2020`.
fn is_year(text: &str, at: usize, digits_here: usize) -> bool {
    let year = &text[at..at + digits_here];
    if digits_here != 4 || !(year.starts_with("19") || year.starts_with("20")) {
        return false;
    }
    let before = &text[..at];
    let mut words = before
        .rsplit([' ', ',', '.', '\u{A0}'])
        .filter(|word| !word.is_empty());
    let near = [
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    ];
    let second = if is_particle(near[0]) {
        words.next().unwrap_or_default()
    } else {
        near[1]
    };
    let [first, second] = if is_particle(near[0]) {
        [near[1], second]
    } else {
        near
    };
    (is_day(first) && is_month(second)) || (is_month(first) && is_day(second))
}

/// Words between month and year: `3 de marzo de 2020`.
fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "del")
}

fn is_day(word: &str) -> bool {
    let digits = digits(word.as_bytes());
    (1..=2).contains(&digits) && word.len() <= digits + 2
}

/// A month is any word of letters: no list knows all languages.
fn is_month(word: &str) -> bool {
    word.len() >= 3 && word.chars().count() <= 10 && word.chars().all(char::is_alphabetic)
}
