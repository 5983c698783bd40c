//! The letters of languages that were written in legacy encodings.

use std::ops::RangeInclusive;

/// Letters beyond ASCII of one language a line; those of loanwords only where they are common.
const ALPHABETS: [&str; 41] = [
    "äöüß",                                                                // German
    "àâæçéèêëîïôœùûü",                                                     // French
    "áéíóúñüªº",                                                           // Spanish
    "àáâãçéêíóôõúüªº",                                                     // Portuguese
    "àéèìíîòóùúªº",                                                        // Italian
    "àçéèíïóòúüñ",                                                         // Catalan, Occitan
    "áéíóúüàèìòùâêîôûŵŷ",                                                  // Welsh, Irish, Scottish
    "éëïóöüèêáâíûú",     // Dutch, Frisian, Afrikaans
    "åäöéüà",            // Swedish, Finnish
    "æøåéòôóêüäö",       // Danish, Norwegian
    "áðéíóúýþæö",        // Icelandic
    "áðíóúýæø",          // Faroese
    "åäöáčđŋšŧž",        // Sámi
    "äöõüšž",            // Estonian
    "āčēģīķļņōŗšūž",     // Latvian
    "ąčęėįšųūž",         // Lithuanian
    "ąćęłńóśźż",         // Polish
    "áčďéěíňóřšťúůýž",   // Czech
    "áäčďéíĺľňóôŕšťúýž", // Slovak
    "áéíóöőúüű",         // Hungarian
    "ăâîşţșț",           // Romanian
    "čćđšž",             // Croatian, Bosnian, Slovene
    "ëç",                // Albanian
    "çğıöşüâîû",         // Turkish
    "çğıöşüə",           // Azerbaijani
    "ĉĝĥĵŝŭ",            // Esperanto
    "àċġħèéìîòùż",       // Maltese
    "àáâãèéêìíòóôõùúăđơưýạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹĩ", // Vietnamese
    "áéíóúñäëïöüâêîôû",  // Languages of the Americas
    "àáèéìíòóùúâêîôûǹńɛɔŋ", // Languages of West Africa
    "äåāēīōūñ",          // Languages of the Pacific
    "ãẽĩõũỹáéíóúýñ",     // Guaraní
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", // Russian, Bulgarian
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", // Ukrainian
    "абвгдеёжзійклмнопрстуўфхцчшыьэюя", // Belarusian
    "абвгдђежзијклљмнњопрстћуфхцчџш", // Serbian
    "абвгдѓежзѕијклљмнњопрстќуфхцчџш", // Macedonian
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіѐѝ", // Older Cyrillic spelling
    "ñáéíóúàèìòùâêîôûç", // Breton, Creole
    "äöüëéèêçïàâôîû",    // Luxembourgish
    "êîûçş",             // Kurdish
];

/// Scripts that belong to one encoding family each, so that any letter will do.
const BLOCKS: [RangeInclusive<char>; 4] = [
    '\u{0384}'..='\u{03CE}', // Greek
    '\u{05B0}'..='\u{05F4}', // Hebrew
    '\u{060C}'..='\u{06FE}', // Arabic
    '\u{0E01}'..='\u{0E5B}', // Thai
];

/// Tells whether a character belongs to a script that needs no alphabet.
pub(super) fn is_in_block(character: char) -> bool {
    BLOCKS.iter().any(|block| block.contains(&character))
}

/// Counts the letters that the best single language knows, out of letters with their counts.
///
/// Letters are in lower case.
pub(super) fn known(letters: &[(char, usize)]) -> usize {
    let latin = ALPHABETS
        .iter()
        .map(|alphabet| count(letters, |letter| alphabet.contains(letter)));
    let other = BLOCKS
        .iter()
        .map(|block| count(letters, |letter| block.contains(&letter)));
    latin.chain(other).max().unwrap_or(0)
}

fn count(letters: &[(char, usize)], knows: impl Fn(char) -> bool) -> usize {
    letters
        .iter()
        .filter(|(letter, _)| knows(*letter))
        .map(|(_, count)| count)
        .sum()
}
