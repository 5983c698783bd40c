//! The language that a page says it is in, as a hint for the guess.

use memchr::memmem;

/// Bytes searched for the `<html>` tag.
const LIMIT: usize = 4 * 1024;

/// Languages whose usual encoding differs from that of Western Europe, and a country for each.
///
/// English is left out: it is what templates say.
const COUNTRIES: [(&str, &str); 33] = [
    ("ar", "sa"),
    ("be", "by"),
    ("bg", "bg"),
    ("bs", "ba"),
    ("cs", "cz"),
    ("el", "gr"),
    ("et", "ee"),
    ("fa", "ir"),
    ("he", "il"),
    ("hr", "hr"),
    ("hu", "hu"),
    ("is", "is"),
    ("iw", "il"),
    ("ja", "jp"),
    ("ko", "kr"),
    ("lt", "lt"),
    ("lv", "lv"),
    ("mk", "mk"),
    ("pl", "pl"),
    ("ro", "ro"),
    ("ru", "ru"),
    ("sk", "sk"),
    ("sl", "si"),
    ("sr", "rs"),
    ("th", "th"),
    ("tr", "tr"),
    ("uk", "ua"),
    ("vi", "vn"),
    ("zh", "cn"),
    ("zh-cn", "cn"),
    ("zh-hans", "cn"),
    ("zh-hant", "tw"),
    ("zh-tw", "tw"),
];

/// Returns the top-level domain of a country that writes the language of the `<html>` tag.
pub(super) fn country(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..LIMIT).unwrap_or(bytes).to_ascii_lowercase();
    let tag = head.get(memmem::find(&head, b"<html")?..)?;
    let tag = tag.get(..memchr::memchr(b'>', tag)?)?;
    let after = tag.get(memmem::find(tag, b" lang=")? + b" lang=".len()..)?;
    let value = after
        .strip_prefix(b"\"")
        .or_else(|| after.strip_prefix(b"'"))
        .unwrap_or(after);
    let end = value
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
    let language = std::str::from_utf8(value.get(..end.unwrap_or(value.len()))?).ok()?;
    let short = language.split('-').next().unwrap_or(language);
    [language, short].into_iter().find_map(|name| {
        COUNTRIES
            .iter()
            .find(|(language, _)| *language == name)
            .map(|(_, country)| *country)
    })
}
