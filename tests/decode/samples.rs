//! One text for each language, and ways to write it in other encodings.

use encoding_rs::Encoding;

pub(super) const GERMAN: &str = "Die Würde des Menschen ist unantastbar.\nSie zu achten und zu schützen ist \
    Verpflichtung aller staatlichen Gewalt; für Männer, Frauen und Völker, größer als früher.\n";
pub(super) const FRENCH: &str = "Les élèves étaient déjà là où l’été s’achève.\nÀ côté, un garçon \
    naïf mangeait une crêpe brûlée à la fenêtre du château.\n";
pub(super) const CZECH: &str = "Příliš žluťoučký kůň úpěl ďábelské ódy.\nŽádný člověk není sám, každý má \
    svůj dům, své město a svou řeč, kterou mluví s dětmi i s přáteli.\n";
pub(super) const RUSSIAN: &str = "Съешь же ещё этих мягких французских булок, да выпей чаю.\nВсе счастливые \
    семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n";
pub(super) const GREEK: &str = "Η ζωή είναι ωραία και η θάλασσα γαλανή.\nΌταν έρθει το καλοκαίρι, θα πάμε \
    όλοι μαζί στο νησί για να κολυμπήσουμε.\n";
pub(super) const HEBREW: &str =
    "שלום לכולם, היום נלך אל הים.\nמחר נחזור הביתה ונכתוב מכתב ארוך לחברים.\n";
pub(super) const THAI: &str = "วันนี้อากาศดีมากเราจะไปเที่ยวทะเลกัน\nพรุ่งนี้จะกลับบ้านและเขียนจดหมายถึงเพื่อน\n";
pub(super) const JAPANESE: &str = "吾輩は猫である。名前はまだ無い。\nどこで生れたかとんと見当がつかぬ。何でも薄暗い\
    じめじめした所でニャーニャー泣いていた事だけは記憶している。\n";
pub(super) const CHINESE: &str =
    "今天天气很好，我们一起去公园散步。\n学习中文需要时间，也需要朋友们的帮助。\n";
pub(super) const TAIWANESE: &str =
    "今天天氣很好，我們一起去公園散步。\n學習中文需要時間，也需要朋友們的幫助。\n";
pub(super) const KOREAN: &str = "오늘은 날씨가 아주 좋아서 공원에 갔습니다.\n한국어를 배우려면 시간과 친구들의 도움이 \
    필요합니다.\n";

/// A label, and a text that was often written in it.
pub(super) const LEGACY: [(&str, &str); 19] = [
    ("windows-1252", GERMAN),
    ("windows-1252", FRENCH),
    ("iso-8859-15", GERMAN),
    ("macintosh", GERMAN),
    ("windows-1250", CZECH),
    ("iso-8859-2", CZECH),
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("ibm866", RUSSIAN),
    ("iso-8859-5", RUSSIAN),
    ("x-mac-cyrillic", RUSSIAN),
    ("windows-1253", GREEK),
    ("windows-1255", HEBREW),
    ("windows-874", THAI),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("gb18030", CHINESE),
    ("big5", TAIWANESE),
    ("euc-kr", KOREAN),
];

pub(super) fn encode(label: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).expect("the table holds labels");
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{label} cannot write {text:?}");
    bytes.into_owned()
}

pub(super) fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

pub(super) fn utf32(text: &str, order: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().map(u32::from).flat_map(order).collect()
}

pub(super) fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// Writes text in a seven-bit encoding, shifted wherever it is not ASCII.
pub(super) fn shifted(label: &str, text: &str, open: &str, close: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut is_open = false;
    for character in text.chars() {
        if character.is_ascii() == is_open {
            bytes.extend_from_slice(if is_open { close } else { open }.as_bytes());
            is_open = !is_open;
        }
        let one = encode(label, &character.to_string());
        bytes.extend(one.iter().map(|byte| byte & 0x7F));
    }
    if is_open {
        bytes.extend_from_slice(close.as_bytes());
    }
    bytes
}

pub(super) fn hz(text: &str) -> Vec<u8> {
    shifted("gbk", text, "~{", "~}")
}

pub(super) fn korean_mail(text: &str) -> Vec<u8> {
    joined(&[b"\x1B$)C", &shifted("euc-kr", text, "\x0E", "\x0F")])
}
