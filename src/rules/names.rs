//! What credits and bylines are made of: names of people, agencies and sites.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::rules::gate::Starts;

/// Agencies and stock houses whose short names are told from words by their capitals.
#[rustfmt::skip]
const SHORT: &[&str] = &[
    "AP", "AFP", "EPA", "PA", "EFE", "DPA", "dpa", "ANSA", "ANP", "PTI", "ANI", "AAP", "APA", "UPI", "TASS", "Tass",
    "TT", "NTB", "ČTK", "CTK", "PAP", "MTI", "IANS", "UIG", "AA", "SID", "sid", "RIA", "KNA", "epd", "sda", "SDA",
    "ATS", "ZUMA", "Zuma", "SIPA", "Sipa", "NASA", "ESA", "REX", "Rex", "CNA", "ANP", "LUSA", "Lusa", "KCNA", "KCNS",
    "UNIAN", "AGERPRES", "TTXVN", "TNS", "MCT", "NTB", "RTR", "STA", "BTA", "HINA", "Hina", "ČTK",
];

/// Agencies, stock houses and picture sites, in lower case.
#[rustfmt::skip]
const LONG: &[&str] = &[
    "getty", "getty image", "getty images", "gettyimages", "reuters", "associated press", "the associated press",
    "agence france-presse", "press association", "pa wire", "pa images", "shutterstock", "istock", "istockphoto",
    "alamy", "alamy stock photo", "corbis", "wireimage", "filmmagic", "bloomberg", "rex features",
    "rex/shutterstock", "splash news", "barcroft media", "barcroft", "zuma press", "zuma wire", "xinhua",
    "ria novosti", "sputnik", "kyodo", "kyodo news", "yonhap", "anadolu", "anadolu agency", "canadian press",
    "the canadian press", "keystone", "scanpix", "ritzau", "ritzau scanpix", "belga", "notimex", "unsplash",
    "pexels", "pixabay", "wikimedia", "wikimedia commons", "wikipedia", "creative commons", "flickr", "newscom",
    "usa today sports", "imago", "imago images", "picture alliance", "picture-alliance", "adobe stock",
    "depositphotos", "dreamstime", "thinkstock", "123rf", "fotolia", "freepik", "invision", "ap images", "epa-efe",
    "europa press", "lapresse", "nurphoto", "sportsfile", "bridgeman images", "everett collection", "polaris",
    "magnum photos", "photopin", "tiskové foto", "europics", "hina", "antara", "antara foto", "lehtikuva",
    "bulls press", "action images", "action press", "ddp", "photoshot", "agencia efe", "aton chile",
    "agência brasil", "estadão conteúdo", "folhapress", "интерфакс", "рия новости", "тасс", "унiан", "уніан", "ロイター",
    "共同", "時事", "新华社", "新華社", "视觉中国", "視覺中國", "中新社", "연합뉴스", "뉴시스", "뉴스1",
];

/// Words between names that print in lower case.
#[rustfmt::skip]
const JOINS: &[&str] = &[
    "of", "for", "the", "via", "by", "and", "from", "de", "del", "la", "le", "du", "des", "van", "der", "den", "von",
    "zu", "da", "di", "do", "dos", "bin", "al", "el", "y", "e", "et", "und", "en", "och", "og", "&", "/", "|", "-",
    "–", "at", "on", "in", "file", "courtesy", "pool", "handout", "photo", "screengrab", "screenshot", "screen",
    "capture", "grab", "video", "archive", "archiv", "archivo", "x",
];

/// Characters up to which a run of a script without case can be a name.
const CASELESS: usize = 10;

/// Tells whether a text is one to `most` names: capitals and the small words between them.
pub(crate) fn are_names(text: &str, most: usize) -> bool {
    let mut names = 0;
    for word in text.split_whitespace() {
        if starts_name(word) {
            names += 1;
        } else if !JOINS.contains(&word.trim_end_matches([',', ';', ')', '.'])) {
            return false;
        }
    }
    (1..=most).contains(&names)
}

/// Tells whether a word begins as names do: a capital, a handle, a script without case, a domain.
pub(crate) fn starts_name(word: &str) -> bool {
    match word.as_bytes().first() {
        None => return false,
        Some(b'A'..=b'Z') => return true,
        Some(b'a'..=b'z') => return is_domain(word),
        Some(_) => {}
    }
    let bare = word.trim_start_matches(['(', '"', '\'', '“', '‘', '/', '[']);
    let Some(first) = bare.chars().next() else {
        return false;
    };
    if first.is_ascii_lowercase() {
        return is_domain(bare);
    }
    first.is_uppercase()
        || first == '@'
        || (is_caseless(first)
            && bare.chars().count() <= CASELESS
            && !bare.contains(['。', '、', '，']))
        || is_domain(bare)
}

/// Tells whether a word is an internet domain.
pub(crate) fn is_domain(word: &str) -> bool {
    if memchr::memchr(b'.', word.as_bytes()).is_none() {
        return false;
    }
    let word = word.trim_end_matches([',', ')', ';', '.']);
    let Some((host, end)) = word.rsplit_once('.') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    host.len() >= 2
        && host.chars().all(plain)
        && (2..=4).contains(&end.len())
        && end.chars().all(|c| c.is_ascii_lowercase())
}

/// Tells whether a text is the name of an agency or stock house, with or without "Photo".
pub(crate) fn is_agency(text: &str) -> bool {
    let text = trimmed(text);
    if text.is_empty() || text.len() > 40 || !FIRST.may_begin(text) {
        return false;
    }
    let bare = [
        "photos", "photo", "foto", "images", "image", "pictures", "picture", "file",
    ]
    .iter()
    .find_map(|word| before_word(text, word))
    .unwrap_or(text);
    is_known(text) || (bare.len() < text.len() && is_known(bare))
}

/// Cuts white space and marks from both ends; most texts begin and end with a letter.
fn trimmed(text: &str) -> &str {
    let letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    if letter(text.bytes().next()) && letter(text.bytes().next_back()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || ".,;:©()[]*".contains(c))
}

/// Returns the names of all agencies and stock houses.
pub(crate) fn agencies() -> impl Iterator<Item = &'static str> {
    LONG.iter().chain(SHORT).copied()
}

static FIRST: LazyLock<Starts> = LazyLock::new(|| Starts::new(agencies()));

fn is_known(name: &str) -> bool {
    static LETTERS: LazyLock<HashSet<&str>> = LazyLock::new(|| SHORT.iter().copied().collect());
    static NAMES: LazyLock<Starts> = LazyLock::new(|| Starts::new(LONG.iter().copied()));
    LETTERS.contains(name)
        || (NAMES.find(name).is_some() && LONG.contains(&name.to_lowercase().as_str()))
}

/// Tells whether some part of a credit, between slashes, commas and "via", is an agency.
pub(crate) fn names_agency(credit: &str) -> bool {
    let joined = |part: &str| part.bytes().filter(|&byte| byte == b' ').count() >= 2;
    let any_joined = |part: &str| {
        part.split(" via ")
            .flat_map(|part| part.split(" for "))
            .flat_map(|part| part.split(" by "))
            .any(is_agency)
    };
    credit
        .split(['/', ',', '|', '(', ')', ';', '-', '–'])
        .any(|part| is_agency(part) || (joined(part) && any_joined(part)))
}

/// Returns what stands before a last word, upper and lower case alike.
fn before_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(word.len())?;
    if !text
        .as_bytes()
        .last()?
        .eq_ignore_ascii_case(word.as_bytes().last()?)
    {
        return None;
    }
    let last = text.get(at..)?;
    last.eq_ignore_ascii_case(word)
        .then(|| text[..at].trim_end())
}

fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}
