//! Bare dates and times, as pages print them beside a headline.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::rules::gate::Starts;

/// Beginnings of month and weekday names, in lower case, as bylines print them.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "mär", "mai", "okt", "dez", "fév", "fev", "avr", "juin", "juil", "aoû", "déc", "ene", "abr",
    "ago", "dic", "maj", "mei", "gen", "mag", "giu", "lug", "set", "ott", "out", "янв", "фев", "мар", "апр", "мая",
    "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "sty", "lut", "kwi", "cze", "lip", "sie", "wrz", "paź",
    "lis", "gru", "oca", "şub", "nis", "haz", "tem", "ağu", "eyl", "eki", "kas", "ara", "led", "úno", "bře", "dub",
    "kvě", "čer", "srp", "zář", "říj", "pro", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "lun", "mer", "jeu", "ven", "sam", "dim", "mié", "jue", "vie", "sáb", "dom", "seg", "ter", "qua",
    "qui", "sex", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "január", "február", "március", "április", "május",
    "június", "július", "augusztus", "szeptember", "október", "december", "пон", "поне", "втор", "сред", "четв",
    "пятн", "субб", "воск", "січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру",
    "ιαν", "φεβ", "μαρ", "απρ", "μαΐ", "ιουν", "ιουλ", "αυγ", "σεπ", "οκτ", "νοε", "δεκ",
];

/// Words that stand between and around dates and times.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "am", "pm", "a.m.", "p.m.", "at", "on", "de", "del", "à", "uhr", "um", "the", "of", "est", "edt", "et", "pst",
    "pdt", "pt", "gmt", "utc", "bst", "cet", "cest", "ist", "cst", "cdt", "ksa", "msk", "amt", "kl.", "kl", "ore",
    "alle", "h", "hrs", "hours", "horas", "hs", "às", "as", "o", "-", "–", "—", "|", "/", "•", "·", "ago", "vor",
    "il", "y", "a", "le", "den", "г.", "в", "года", "mi", "ngày", "lúc", "thứ", "giờ", "updated", "er", "min", "ср,",
    "ч.", "р.", "о",
];

/// Digits of the shortest date, "1.1.1".
const FEWEST_DIGITS: usize = 3;

static MONTH: LazyLock<Starts> = LazyLock::new(|| Starts::new(MONTHS.iter().copied()));
static BESIDE: LazyLock<HashSet<&str>> = LazyLock::new(|| AROUND.iter().copied().collect());

/// Tells whether a line is a date, with or without a time of day.
pub(crate) fn is_date(text: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if text.len() > 60 || digits(text) < FEWEST_DIGITS {
        return false;
    }
    let mut marks = Marks::default();
    let words = text
        .split([' ', '\u{A0}', ',', '(', ')'])
        .filter(|word| !word.is_empty());
    words.into_iter().all(|word| marks.take(word)) && marks.is_date()
}

/// What a line of date words has shown so far.
#[derive(Default)]
struct Marks {
    year: bool,
    month: bool,
    day: bool,
    whole: bool,
}

impl Marks {
    /// Reads one word; returns whether it can belong to a date.
    fn take(&mut self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let bare = lower.trim_end_matches(['.', ':', ';', '|']);
        if let Some(kind) = numeric(bare) {
            match kind {
                Number::Year => self.year = true,
                Number::Day => self.day = true,
                Number::Date => self.whole = true,
                Number::Time => {}
            }
            return true;
        }
        if BESIDE.contains(lower.as_str()) || BESIDE.contains(bare) {
            return true;
        }
        let month = MONTH.find(bare).is_some() && bare.chars().count() <= 11;
        self.month |= month;
        month
    }

    const fn is_date(&self) -> bool {
        self.whole || (self.year && self.month)
    }
}

enum Number {
    Year,
    Day,
    Date,
    Time,
}

fn numeric(word: &str) -> Option<Number> {
    let first = word.chars().next()?;
    if !first.is_ascii_digit() {
        return None;
    }
    let (digits, rest) = word.split_at(
        word.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(word.len()),
    );
    match (digits.len(), rest) {
        (4, "") if digits.starts_with("19") || digits.starts_with("20") => Some(Number::Year),
        (1 | 2, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°" | "e") => Some(Number::Day),
        (1 | 2, "am" | "pm" | "h" | "uhr") => Some(Number::Time),
        _ => separated(word),
    }
}

/// "28/10/2012", "2017-09-15", "2019年4月13日", "03:21", "10h30", "2016-12-23t07:18".
fn separated(word: &str) -> Option<Number> {
    let parts: Vec<&str> = word
        .split([
            '/', '-', '.', ':', '年', '月', '日', '時', '时', '分', 'h', 't', '년', '월', '일',
        ])
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &&str| {
        let digits = part
            .trim_end_matches("am")
            .trim_end_matches("pm")
            .trim_end_matches('z')
            .trim_end_matches("uhr");
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if parts.len() < 2 || !parts.iter().all(number) {
        return None;
    }
    let clock =
        word.contains(':') || word.contains('h') || word.contains('時') || word.contains('时');
    let year = parts.iter().any(|part| part.len() == 4);
    match (year || parts.len() >= 3, clock) {
        (true, _) if parts.len() >= 3 || year => Some(Number::Date),
        (_, true) => Some(Number::Time),
        _ => None,
    }
}
