//! Whether the bytes agree with a declared charset.

use encoding_rs::*;

use super::plausible::Reading;

/// Encodings that were looked for before, in vain, and those that are none.
static REFUTED: [&Encoding; 6] = [
    UTF_8,
    UTF_16LE,
    UTF_16BE,
    ISO_2022_JP,
    REPLACEMENT,
    X_USER_DEFINED,
];

/// Characters beyond ASCII for each strange one, in text that is in the declared encoding.
const GOOD_FOR_STRANGE: usize = 100;

/// How many times fewer strange characters the guess must leave to beat the label.
const TIMES_FEWER: usize = 4;

/// Bytes beyond ASCII from which the detector knows other scripts better than a label does.
const ENOUGH_TO_TELL: usize = 160;

/// Returns the declared encoding, or the one that is commonly mislabelled so, if the bytes agree.
///
/// `guess` is what the letters say.
pub(super) fn verify(
    declared: &'static Encoding,
    sample: &[u8],
    guess: &'static Encoding,
) -> Option<&'static Encoding> {
    if declared == guess {
        return Some(guess);
    }
    if REFUTED.contains(&declared) {
        return None;
    }
    if declared.is_single_byte() {
        return narrow(declared, sample, guess);
    }
    wide(declared, sample, guess).then_some(declared)
}

/// Verifies an encoding of one byte a character, which takes nearly any bytes.
fn narrow(
    declared: &'static Encoding,
    sample: &[u8],
    guess: &'static Encoding,
) -> Option<&'static Encoding> {
    let (declared, reading) = or_sibling(declared, sample);
    if !guess.is_single_byte() {
        return (!is_odd(reading)).then_some(declared);
    }
    let other = Reading::of(sample, guess);
    let is_beaten = other.strange * TIMES_FEWER < reading.strange;
    let is_enough = reading.fitting + other.fitting > 2 * ENOUGH_TO_TELL;
    let is_shouting = reading.capitals > other.capitals * TIMES_FEWER;
    let is_told = is_in_runs(sample)
        && (is_enough || is_shouting)
        && other.unexplained() <= reading.unexplained();
    let falls = is_told || (is_odd(reading) && is_beaten);
    (!falls).then_some(declared)
}

/// Reads the sample as declared, or as what that commonly stands for if it reads clearly better.
fn or_sibling(declared: &'static Encoding, sample: &[u8]) -> (&'static Encoding, Reading) {
    let reading = Reading::of(sample, declared);
    let sibling = sibling(declared).map(|sibling| (sibling, Reading::of(sample, sibling)));
    sibling
        .filter(|(_, other)| other.is_clearly_better(reading))
        .unwrap_or((declared, reading))
}

/// Tells whether a reading leaves too much unexplained for the label to be right.
fn is_odd(reading: Reading) -> bool {
    reading.strange * GOOD_FOR_STRANGE > reading.strange + reading.fitting
}

/// Verifies an encoding of two bytes a character, which few other bytes happen to be.
fn wide(declared: &'static Encoding, sample: &[u8], guess: &'static Encoding) -> bool {
    if !is_sound(declared, sample) {
        return false;
    }
    if guess.is_single_byte() {
        let reading = Reading::of(sample, guess);
        return reading.strange * GOOD_FOR_STRANGE > reading.fitting && is_in_runs(sample);
    }
    sample.iter().filter(|byte| !byte.is_ascii()).count() < ENOUGH_TO_TELL
        || !is_sound(guess, sample)
}

/// Tells whether the sample decodes without an error; its last character may be cut.
fn is_sound(encoding: &'static Encoding, sample: &[u8]) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let Some(room) = decoder.max_utf8_buffer_length_without_replacement(sample.len()) else {
        return false;
    };
    let mut text = vec![0; room];
    let (result, ..) = decoder.decode_to_utf8_without_replacement(sample, &mut text, false);
    result == DecoderResult::InputEmpty
}

/// Tells whether most bytes beyond ASCII have such a neighbour, as accents seldom do.
fn is_in_runs(sample: &[u8]) -> bool {
    let pairs = sample.windows(2).filter(|pair| !pair.is_ascii());
    let (both, all) = pairs.fold((0_usize, 0_usize), |(both, all), pair| {
        (
            both + usize::from(pair.iter().all(|byte| !byte.is_ascii())),
            all + 1,
        )
    });
    both * 3 >= all
}

/// Returns the Windows encoding that programs label with an ISO name.
fn sibling(declared: &'static Encoding) -> Option<&'static Encoding> {
    let sibling = match declared {
        iso if iso == ISO_8859_2 => WINDOWS_1250,
        iso if iso == ISO_8859_5 => WINDOWS_1251,
        iso if iso == ISO_8859_6 => WINDOWS_1256,
        iso if iso == ISO_8859_7 => WINDOWS_1253,
        iso if iso == ISO_8859_8 || iso == ISO_8859_8_I => WINDOWS_1255,
        iso if iso == ISO_8859_4 || iso == ISO_8859_13 => WINDOWS_1257,
        iso if iso == ISO_8859_15 => WINDOWS_1252,
        koi if koi == KOI8_R => KOI8_U,
        _ => return None,
    };
    Some(sibling)
}
