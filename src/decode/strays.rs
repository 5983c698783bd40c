//! Which encoding the lines are in that are not UTF-8, judged by those that are.

use std::collections::HashSet;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

use super::detect::{self, NARROW};
use super::mixed::{is_foreign, lines};
use super::plausible::Reading;

/// Encodings of two bytes a character.
static WIDE: [&Encoding; 5] = [SHIFT_JIS, EUC_JP, GB18030, BIG5, EUC_KR];

/// Bytes of strays that are looked at.
const SIZE: usize = 16 * 1024;

/// Characters that are a word, or stand between blanks.
const ALONE: &str = "\u{A0}àÀèÈéÉìíòóÓåöÖøæ©®°·–—‘’“”…•«»€£§™";

/// Finds the encoding of the lines that are not UTF-8; `None` if they are only damaged.
///
/// It is the one whose characters the other lines know best.
pub(super) fn encoding(bytes: &[u8], hint: Option<&'static Encoding>) -> Option<&'static Encoding> {
    let mut strays = Vec::new();
    for line in lines(bytes).filter(|line| is_foreign(line) && lone(line).is_none()) {
        let room = SIZE - strays.len();
        strays.extend_from_slice(line.get(..room).unwrap_or(line));
    }
    if strays.is_empty() {
        return None;
    }
    let known = characters(bytes);
    let candidates = hint.into_iter().chain([detect::guess(&strays, None)]);
    let mut best = (None, 0);
    for candidate in candidates.chain(NARROW).chain(WIDE) {
        let score = score(&strays, candidate, &known);
        if score > best.1 {
            best = (Some(candidate), score);
        }
    }
    best.0.or_else(|| western(&strays, &known))
}

/// Tells whether a line that is not UTF-8 reads well, and is not just one damaged byte.
pub(super) fn reads_well(line: &[u8], encoding: &'static Encoding) -> bool {
    let Some(byte) = lone(line) else { return true };
    if !encoding.is_single_byte() {
        return !encoding.decode_without_bom_handling(line).1;
    }
    let text = encoding
        .decode_without_bom_handling(std::slice::from_ref(byte))
        .0;
    text.chars().all(|character| ALONE.contains(character))
}

/// Returns the only byte beyond ASCII of a line, if no letter stands next to it.
fn lone(line: &[u8]) -> Option<&u8> {
    let mut marked = line.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
    let (Some((at, byte)), None) = (marked.next(), marked.next()) else {
        return None;
    };
    let is_word = |at: Option<usize>| {
        at.and_then(|at| line.get(at))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let touches = is_word(at.checked_sub(1)) || is_word(at.checked_add(1));
    (!touches).then_some(byte)
}

/// Collects the characters beyond ASCII of what is UTF-8, small and capital.
fn characters(bytes: &[u8]) -> HashSet<char> {
    let valid = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
    let beyond = valid.filter(|character| !character.is_ascii());
    beyond
        .flat_map(|c| c.to_lowercase().chain(c.to_uppercase()))
        .collect()
}

/// Counts the known characters; nothing where the alien and the strange outweigh them.
fn score(strays: &[u8], candidate: &'static Encoding, known: &HashSet<char>) -> usize {
    let scripts: HashSet<u32> = known.iter().copied().map(script).collect();
    let text = candidate.decode_without_bom_handling(strays).0;
    let (mut seen, mut alien) = (0_usize, 0_usize);
    for character in text.chars().filter(|character| !character.is_ascii()) {
        seen += usize::from(known.contains(&character));
        alien += usize::from(!scripts.contains(&script(character)));
    }
    if candidate.is_single_byte() {
        return seen.saturating_sub(alien + Reading::of_text(&text).strange);
    }
    // A character of two bytes stands for two of one, and is not judged by an alphabet.
    seen.saturating_sub(alien) * 2
}

/// Tells scripts roughly apart: by blocks of 128 characters, but for the two large ones.
fn script(character: char) -> u32 {
    match character {
        '\u{3400}'..='\u{9FFF}' => 0x3400,
        '\u{AC00}'..='\u{D7A3}' => 0xAC00,
        _ => u32::from(character) & !0x7F,
    }
}

/// Falls back to the usual encoding, where strays are too few to share letters with the rest.
fn western(strays: &[u8], known: &HashSet<char>) -> Option<&'static Encoding> {
    let is_latin =
        |c: &char| !c.is_alphabetic() || *c < '\u{370}' || ('\u{1E00}'..'\u{1F00}').contains(c);
    let reading = Reading::of(strays, WINDOWS_1252);
    (known.iter().all(is_latin) && reading.fitting > 0 && reading.strange == 0)
        .then_some(WINDOWS_1252)
}
