//! Characters by what they are to their neighbours.

use std::sync::LazyLock;

/// What a character is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    Digit,
    Lower(Script),
    Upper(Script),
    Letter(Script),
    Mark,
    Open,
    Close,
    Apostrophe,
    Dash,
    Plain,
    Currency,
    Raised,
    Math,
    Odd,
    Control,
    Hyphen,
    Frame,
    Picture,
    Lost,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    East,
    Other(u32),
}

/// Returns the script of a letter.
pub(super) fn script(kind: Kind) -> Option<Script> {
    match kind {
        Kind::Lower(script) | Kind::Upper(script) | Kind::Letter(script) => Some(script),
        _ => None,
    }
}

/// Code points that are looked up: those that wrong readings are made of.
const TABLE: u32 = 0x2600;

static KINDS: LazyLock<Vec<(Kind, i32)>> = LazyLock::new(|| {
    let surely = |code| char::from_u32(code).expect("no surrogate stands below the table's end");
    (0..TABLE)
        .map(surely)
        .map(|ch| (classify(ch), rate(ch)))
        .collect()
});

/// Returns how odd a character is wherever it stands.
pub(super) fn rarity(ch: char) -> i32 {
    KINDS
        .get(ch as usize)
        .map_or_else(|| rate(ch), |known| known.1)
}

/// Returns what a character is to its neighbours.
pub(super) fn kind(ch: char) -> Kind {
    KINDS
        .get(ch as usize)
        .map_or_else(|| classify(ch), |known| known.0)
}

fn rate(ch: char) -> i32 {
    match ch as u32 {
        0x80..=0x9F => 30,
        // Latin Extended-B holds the Vietnamese horn letters, Pinyin and Romanian; the rest is rare.
        0x1A0 | 0x1A1 | 0x1AF | 0x1B0 | 0x218..=0x21B => 0,
        0x1CD..=0x1DC => 5,
        0x17F => 15,
        0x180..=0x24F => 35,
        0x2BB..=0x2BF => 8,
        0x250..=0x2FF => 35,
        0x300..=0x304 | 0x306..=0x308 | 0x30A..=0x30C | 0x323 | 0x327 | 0x328 => 3,
        0x305..=0x36F => 30,
        0x370..=0x377 | 0x37A..=0x37F | 0x3CF..=0x3FF => 30,
        0x460..=0x48F => 35,
        0x490 | 0x491 | 0x492 | 0x493 | 0x49A | 0x49B | 0x4A2 | 0x4A3 | 0x4AE..=0x4B1 => 3,
        0x4BA | 0x4BB | 0x4D8 | 0x4D9 | 0x4E8 | 0x4E9 => 3,
        0x490..=0x52F => 25,
        0x591..=0x5C7 => 5,
        0x700..=0x8FF => 40,
        0x1680..=0x177F | 0x1800..=0x18AF => 40,
        0x1A00..=0x1DFF => 35,
        0x1EFA..=0x1EFF => 35,
        0x2000..=0x200B | 0x2060..=0x206F => 5,
        0x2C00..=0x2DDF => 30,
        0x3400..=0x4DBF => 30,
        0xA000..=0xABFF => 40,
        0xD7B0..=0xD7FF | 0xE000..=0xF8FF => 40,
        0xFB50..=0xFDFF | 0xFE70..=0xFEFC => 15,
        0xFFFE | 0xFFFF => 60,
        0x1F000..=0x1FAFF | 0xE0020..=0xE007F => 0,
        0x1D400..=0x1D7FF => 10,
        0x20000..=0x2FFFF => 20,
        0x10000.. => 50,
        _ => 0,
    }
}

fn classify(ch: char) -> Kind {
    match ch {
        'a'..='z' => Kind::Lower(Script::Latin),
        'A'..='Z' => Kind::Upper(Script::Latin),
        '0'..='9' => Kind::Digit,
        ' ' | '\t' | '\r' | '\n' | '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{3000}' => {
            Kind::Space
        }
        '(' | '[' | '{' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '¿' | '¡' => Kind::Open,
        ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '”' | '»' | '›' | '…' => {
            Kind::Close
        }
        '、' | '。' | '「'..='』' | '【' | '】' | '！' | '，' | '．' | '：'..='？' => {
            Kind::Close
        }
        '’' | '\'' => Kind::Apostrophe,
        '–' | '—' | '―' => Kind::Dash,
        '\u{80}'..='\u{9F}' | '\0'..='\u{1F}' | '\u{7F}' => Kind::Control,
        '!'..='~' => Kind::Plain,
        '£' | '¥' | '¢' | '€' => Kind::Currency,
        '°' | 'ª' | 'º' | '¹' | '²' | '³' | '™' | '®' | '©' | '‰' => Kind::Raised,
        '±' | '×' | '÷' | '¬' | 'µ' | '\u{2200}'..='\u{22FF}' => Kind::Math,
        '\u{AD}' => Kind::Hyphen,
        '\u{A1}'..='\u{BF}' | 'ƒ' | 'ˆ' | '˜' | 'ˇ' | '˘'..='˝' | '†' | '‡' | '•' | '΄' | '΅' => {
            Kind::Odd
        }
        '\u{2500}'..='\u{25A0}' | '⌐' | '⌠' | '⌡' => Kind::Frame,
        '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{200C}' | '\u{200D}' => Kind::Mark,
        '\u{FFFD}' => Kind::Lost,
        _ => letter(ch),
    }
}

fn letter(ch: char) -> Kind {
    let script = match ch as u32 {
        0xC0..=0x2AF | 0x1E00..=0x1EFF | 0xFB00..=0xFB06 => Script::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
        0x400..=0x52F => Script::Cyrillic,
        0x591..=0x5C7 | 0x64B..=0x65F => return Kind::Mark,
        0x600..=0x8FF => Script::Other(6),
        0x900..=0xDFF => Script::Other(ch as u32 >> 7),
        0xE00..=0x1FFF | 0x530..=0x5FF => Script::Other(ch as u32 >> 8),
        0x2E80..=0x9FFF | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF => Script::East,
        0x20000..=0x2FFFF => Script::East,
        0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Script::Other(6),
        _ => return Kind::Picture,
    };
    if ch.is_lowercase() {
        Kind::Lower(script)
    } else if ch.is_uppercase() {
        Kind::Upper(script)
    } else {
        Kind::Letter(script)
    }
}
