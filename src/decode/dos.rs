//! The code pages of DOS for western Europe, which the Encoding Standard leaves out; old archives and exports hold them.

use encoding_rs::Encoding;

use super::coder::Glyph;
use super::plausible::Reading;

/// A code page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// That of the first PCs.
    Cp437,
    /// That of DOS in western Europe.
    Cp850,
}

/// Bytes of a sample that are read; each candidate costs a pass.
const SIZE: usize = 32 * 1024;

impl Page {
    /// Returns the label that records carry.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Cp437 => "ibm437",
            Self::Cp850 => "ibm850",
        }
    }

    /// Returns what the bytes beyond ASCII stand for, 32 in a row.
    #[rustfmt::skip]
    const fn rows(self) -> [&'static str; 4] {
        match self {
            Self::Cp437 => [
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
                "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
                "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
                "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}",
            ],
            Self::Cp850 => [
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
                "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
                "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
                "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}",
            ],
        }
    }

    fn characters(self) -> Vec<char> {
        self.rows().into_iter().flat_map(str::chars).collect()
    }
}

/// Reads bytes, each a character.
pub(super) fn glyphs(bytes: &[u8], page: Page) -> impl Iterator<Item = Glyph> {
    let beyond = page.characters();
    bytes.iter().map(move |byte| Glyph {
        raw: 1,
        character: match byte.checked_sub(0x80) {
            None => Some(char::from(*byte)),
            Some(index) => beyond.get(usize::from(index)).copied(),
        },
    })
}

/// Finds a code page that explains a sample far better than a guess does.
pub(super) fn instead_of(guess: &'static Encoding, sample: &[u8]) -> Option<Page> {
    let sample = sample.get(..SIZE).unwrap_or(sample);
    let first = guess.is_single_byte().then(|| Reading::of(sample, guess))?;
    if first.unexplained() == 0 {
        return None;
    }
    let read = |page| {
        let text: String = glyphs(sample, page)
            .filter_map(|glyph| glyph.character)
            .collect();
        (page, Reading::of_text(&text))
    };
    let pages = [Page::Cp437, Page::Cp850].into_iter().map(read);
    let best = pages.filter(|(_, reading)| reading.is_clearly_better(first));
    let best = best.min_by_key(|(_, reading)| reading.unexplained());
    best.map(|(page, _)| page)
}
