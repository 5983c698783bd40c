//! The single-byte encodings that UTF-8 is wrongly read as, as tables from character to byte.

use std::sync::LazyLock;

use encoding_rs as rs;

/// The encodings tried, the likeliest first; the first wins a tie.
const ENCODINGS: [&rs::Encoding; 8] = [
    rs::WINDOWS_1252,
    rs::WINDOWS_1251,
    rs::WINDOWS_1250,
    rs::WINDOWS_1253,
    rs::WINDOWS_1254,
    rs::WINDOWS_1257,
    rs::ISO_8859_2,
    rs::MACINTOSH,
];

/// Bytes 0x80 to 0xFF of the IBM PC's code page 437, which the web's encodings leave out.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// Lead bytes whose MacRoman characters (guillemets, quotes, À, Ã, Õ …) open words or close them in
/// ordinary text, while what they would decode to is rare.
const MACINTOSH_COMMON: [u8; 15] = [
    0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xDC, 0xDD, 0xDE,
];

/// How many encodings there are.
pub(super) const COUNT: usize = ENCODINGS.len() + 1;

/// Index of windows-1252, the encoding of the forms that lost their no-break space.
pub(super) const WINDOWS_1252: usize = 0;

const ISO_8859_2: usize = 6;

const MACINTOSH: usize = 7;

/// Characters below this are looked up directly.
const LOW: usize = 0x600;

/// Punctuation, symbols and boxes, the second block that is looked up directly.
const SYMBOLS: std::ops::Range<usize> = 0x2000..0x2700;

/// What one character may be, a bit an encoding.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Role {
    /// The first byte of a UTF-8 sequence of two, three and four bytes.
    leads: [u16; 3],
    /// A later byte of a UTF-8 sequence.
    tail: u16,
}

impl Role {
    /// Returns the encodings in which the character is the first byte of a sequence.
    pub(super) fn lead(self) -> u16 {
        self.leads[0] | self.leads[1] | self.leads[2]
    }
}

/// The tables, built at first use.
pub(super) struct Charmap {
    roles: Box<[Role]>,
    bytes: Box<[[u8; COUNT]]>,
}

pub(super) static CHARMAP: LazyLock<Charmap> = LazyLock::new(Charmap::new);

impl Charmap {
    fn new() -> Self {
        let slots = LOW + SYMBOLS.len() + 1;
        let mut map = Self {
            roles: vec![Role::default(); slots].into(),
            bytes: vec![[0; COUNT]; slots].into(),
        };
        for index in 0..COUNT {
            for (byte, ch) in (0x80..=0xFF).zip(upper_half(index)) {
                map.enter(index, byte, ch);
            }
            // Every one of these encodings is also met with its C1 range left as controls.
            for byte in 0x80..=0x9F {
                map.enter(index, byte, char::from(byte));
            }
        }
        map.roles[slots - 1] = Role {
            leads: [0; 3],
            tail: u16::MAX,
        };
        map
    }

    fn enter(&mut self, index: usize, byte: u8, ch: char) {
        let slot = slot(ch);
        if slot == LOW + SYMBOLS.len() || self.bytes[slot][index] != 0 {
            return;
        }
        self.bytes[slot][index] = byte;
        let role = &mut self.roles[slot];
        match byte {
            0x80..=0xBF => role.tail |= 1 << index,
            0xC2..=0xF4 if index == MACINTOSH && MACINTOSH_COMMON.contains(&byte) => {}
            0xC2..=0xDF => role.leads[0] |= 1 << index,
            0xE0..=0xEF => role.leads[1] |= 1 << index,
            0xF0..=0xF4 => role.leads[2] |= 1 << index,
            _ => {}
        }
    }

    /// Returns what a character may be; U+FFFD may be any later byte.
    pub(super) fn role(&self, ch: char) -> Role {
        match slot(ch) {
            last if last == LOW + SYMBOLS.len() && ch != '\u{FFFD}' => Role::default(),
            slot => self.roles[slot],
        }
    }

    /// Returns the encodings in which the characters start with a whole sequence, as far as lead and
    /// later bytes tell; the mark that replaces a lost byte after "â€" counts as one.
    pub(super) fn whole(&self, mut chars: impl Iterator<Item = char>) -> u16 {
        let Some(lead) = chars.next().map(|ch| self.role(ch)) else {
            return 0;
        };
        if lead.lead() == 0 {
            return 0;
        }
        let mut open = u16::MAX;
        let mut whole = 0;
        for length in 0..3 {
            let Some(ch) = chars.next() else { break };
            let lost = length == 1 && ch == '?';
            open &= if lost { u16::MAX } else { self.role(ch).tail };
            whole |= open & lead.leads[length];
            if open == 0 {
                break;
            }
        }
        whole
    }

    /// Tells whether the encoding, or its ISO twin, has controls at 0x80 to 0x9F.
    pub(super) fn keeps_controls(&self, index: usize) -> bool {
        matches!(index, WINDOWS_1252 | ISO_8859_2)
    }

    /// Returns the byte that stands for a character in an encoding, `None` where it has none.
    pub(super) fn byte(&self, ch: char, index: usize) -> Option<u8> {
        if ch.is_ascii() {
            return u8::try_from(ch).ok();
        }
        Some(self.bytes[slot(ch)][index]).filter(|&byte| byte != 0)
    }
}

fn upper_half(index: usize) -> Vec<char> {
    let Some(encoding) = ENCODINGS.get(index) else {
        return CP437.chars().collect();
    };
    let bytes: Vec<u8> = (0x80..=0xFF).collect();
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    // A byte without a character is passed through by the programs that do the damage.
    let through = |(byte, ch)| {
        if ch == '\u{FFFD}' {
            char::from(byte)
        } else {
            ch
        }
    };
    (0x80..=0xFF).zip(text.chars()).map(through).collect()
}

/// Returns the place of a character in the tables; the last is for all that have none.
fn slot(ch: char) -> usize {
    let code = ch as usize;
    if code < LOW {
        code
    } else if SYMBOLS.contains(&code) {
        LOW + code - SYMBOLS.start
    } else {
        LOW + SYMBOLS.len()
    }
}
