//! A guess from the letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::*;

use super::plausible::Reading;
use super::sample;

/// Encodings of one byte a character, the more usual ones first.
pub(super) static NARROW: [&Encoding; 25] = [
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1254,
    WINDOWS_1253,
    ISO_8859_7,
    WINDOWS_1257,
    ISO_8859_15,
    MACINTOSH,
    KOI8_U,
    ISO_8859_5,
    IBM866,
    X_MAC_CYRILLIC,
    WINDOWS_1256,
    ISO_8859_6,
    WINDOWS_1255,
    ISO_8859_8,
    WINDOWS_874,
    WINDOWS_1258,
    ISO_8859_13,
    ISO_8859_4,
    ISO_8859_16,
    ISO_8859_10,
    ISO_8859_3,
];

/// What may replace a guess: the Latin encodings, and the Cyrillic one chardetng does not know.
///
/// The others are left out: chardetng weighs pairs of letters, which says more about them.
static REPAIRS: [&Encoding; 13] = [
    WINDOWS_1252,
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1254,
    WINDOWS_1257,
    ISO_8859_15,
    MACINTOSH,
    X_MAC_CYRILLIC,
    ISO_8859_13,
    ISO_8859_4,
    ISO_8859_16,
    ISO_8859_10,
    ISO_8859_3,
];

/// Guesses the encoding of a sample that is not UTF-8.
///
/// `country` is the top-level domain of a country that writes the language of the text.
pub(super) fn guess(sample: &[u8], country: Option<&'static str>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() < sample::SIZE);
    repair(
        sample,
        detector.guess(country.map(str::as_bytes), Utf8Detection::Deny),
    )
}

/// Replaces a guess that leaves much unexplained.
///
/// chardetng knows neither of the Macintosh encodings and few of the ISO ones, and errs on a
/// handful of letters; its guesses for two-byte encodings stand.
fn repair(sample: &[u8], guess: &'static Encoding) -> &'static Encoding {
    if !guess.is_single_byte() {
        return guess;
    }
    let first = Reading::of(sample, guess);
    if first.unexplained() == 0 {
        return guess;
    }
    let mut best = (guess, first);
    for encoding in REPAIRS {
        let reading = Reading::of(sample, encoding);
        if reading.is_clearly_better(first) && reading.unexplained() < best.1.unexplained() {
            best = (encoding, reading);
        }
    }
    best.0
}
