//! Names of members: in UTF-8, or in the letters of DOS.

use flate2::Crc;

use super::directory::{u16_at, u32_at};

/// Bit of the flags that says that a name is UTF-8.
const IS_UTF8: u16 = 1 << 11;
/// Extra field with the name in UTF-8.
const UTF8_FIELD: u16 = 0x7075;
/// Bytes of that field before the name: its version, and the checksum of the name that it stands for.
const BEFORE_NAME: usize = 5;
/// Letters of the bytes from 0x80 in code page 437, which names are in where nothing else is said.
const LETTERS: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

/// Returns a name as UTF-8.
///
/// What is UTF-8 is taken for it whether it is said or not: that it is so by chance is unlikely.
pub(super) fn readable(name: &[u8], flags: u16, extra: &[u8]) -> Vec<u8> {
    if let Some(better) = in_extra(name, extra) {
        return better.to_vec();
    }
    if flags & IS_UTF8 != 0 || std::str::from_utf8(name).is_ok() {
        return name.to_vec();
    }
    let letters: Vec<char> = LETTERS.chars().collect();
    let read = name.iter().map(|&byte| match byte {
        0..0x80 => char::from(byte),
        _ => letters[usize::from(byte) - 0x80],
    });
    read.collect::<String>().into_bytes()
}

/// Finds the name in the extra fields, if it stands for this one.
fn in_extra<'e>(name: &[u8], mut extra: &'e [u8]) -> Option<&'e [u8]> {
    while extra.len() >= 4 {
        let (id, length) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let field = extra.get(4..4 + length)?;
        if id == UTF8_FIELD {
            let mut crc = Crc::new();
            crc.update(name);
            let better = field.get(BEFORE_NAME..)?;
            let fits = u32_at(field, 1) == crc.sum() && std::str::from_utf8(better).is_ok();
            return fits.then_some(better);
        }
        extra = &extra[4 + length..];
    }
    None
}
