//! Credits before a caption, and between a caption and the title glued to it.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::edit::Span;
use crate::needles::Needles;
use crate::page::{Page, ends_sentence};
use crate::rule::Claims;
use crate::rules::names::{agencies, is_agency, starts_name};

/// Bytes at the start of a line in which a frame of captions stands.
const WINDOW: usize = 160;

/// Bytes within which the owner in a picture's box ends.
const LONGEST_BOX: usize = 27;

/// Claims an agency at the start of a caption: "Getty Images A moon ..", "© AFP Name, ..".
pub(super) fn start(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let length = bbc_frame(shown)
        .or_else(|| bbc_label(shown))
        .or_else(|| boxed_agency(shown))
        .or_else(|| leading_agency(shown));
    if let Some(length) = length {
        let block = page.blocks()[index].shown();
        claims.cut(Span::new(block.start, block.start + length), index);
    }
}

/// What such a line begins with.
pub(super) fn beginnings() -> Vec<&'static str> {
    let boxes = ["image ", "media ", "cen ", "swns ", "wenn ", "provided by "];
    let owners = BBC.iter().map(|(owner, _)| *owner);
    agencies().chain(boxes).chain(owners).collect()
}

/// "Image copyright EPA Image caption ", as the BBC's pictures flatten.
fn bbc_frame(shown: &str) -> Option<usize> {
    if !shown.starts_with("Image ") && !shown.starts_with("Media ") {
        return None;
    }
    let head = &shown[..shown.floor_char_boundary(WINDOW)];
    let framed = [
        "Image copyright",
        "Image source",
        "Media playback",
        "Media caption",
        "Image caption",
    ];
    framed
        .iter()
        .any(|start| head.starts_with(start))
        .then_some(())?;
    let caption = ["Image caption", "Media caption"];
    let at = caption
        .iter()
        .filter_map(|word| head.rfind(word).map(|at| at + word.len()))
        .max()?;
    let gap = shown[at..].len() - shown[at..].trim_start_matches([' ', ',', ':']).len();
    (gap > 0 && shown.len() > at + gap).then_some(at + gap)
}

/// What the BBC's other languages print before the owner of a picture, then before its caption.
#[rustfmt::skip]
const BBC: &[(&str, &str)] = &[
    ("تصویر کے کاپی رائٹ", ""), ("تصویر کا ذریعہ", "تصویر کا کیپشن"), ("حق نشر عکس", ""), ("منبع تصویر", "توضیح تصویر"),
    ("مصدر الصورة", "التعليق على الصورة"), ("इमेज कॉपीरइट", ""), ("इमेज स्रोत", "इमेज कैप्शन"), ("ছবির কপিরাইট", ""),
    ("ছবির উৎস", "ছবির ক্যাপশান"), ("Derechos de autor de la imagen", ""), ("Fuente de la imagen", "Pie de foto"),
    ("Direito de imagem", ""), ("Crédito", "Legenda da foto"), ("Правообладатель иллюстрации", ""),
    ("Источник изображения", "Подпись к фото"), ("Автор фото", "Підпис до фото"), ("Telif hakkı", ""),
    ("Kaynak", "Fotoğraf altı yazısı"), ("Hak atas foto", ""), ("Sumber gambar", "Keterangan gambar"),
    ("Bản quyền hình ảnh", ""), ("Nguồn hình ảnh", "Chụp lại hình ảnh"), ("图片版权", ""), ("图像来源", "图像加注文字"),
    ("圖像來源", "圖像加註文字"), ("Haki miliki ya picha", ""), ("Chanzo cha picha", "Maelezo ya picha"),
    ("Copyright de l'image", ""), ("Crédit photo", "Légende image"), ("画像提供", "画像説明"),
];

/// The first bytes of what stands before the owner.
static BBC_STARTS: LazyLock<HashSet<[u8; 3]>> = LazyLock::new(|| {
    BBC.iter()
        .filter_map(|(owner, _)| owner.as_bytes().first_chunk().copied())
        .collect()
});

/// "تصویر کے کاپی رائٹ EPA Image caption ", "Fuente de la imagen, Getty Images Pie de foto, ".
fn bbc_label(shown: &str) -> Option<usize> {
    if !BBC_STARTS.contains(shown.as_bytes().first_chunk::<3>()?) {
        return None;
    }
    let (_, caption) = BBC.iter().find(|(owner, _)| shown.starts_with(owner))?;
    let head = &shown[..shown.floor_char_boundary(WINDOW)];
    let ends = [*caption, "Image caption"];
    let at = ends
        .iter()
        .filter(|word| !word.is_empty())
        .find_map(|word| head.find(*word).map(|at| at + word.len()))?;
    let gap = shown[at..].len()
        - shown[at..]
            .trim_start_matches([' ', ',', ':', '،', '，'])
            .len();
    (gap > 0 && shown.len() > at + gap).then_some(at + gap)
}

/// "CEN   Savage: the victim ..": a column of the picture's box, then the caption.
fn boxed_agency(shown: &str) -> Option<usize> {
    let head = &shown.as_bytes()[..shown.floor_char_boundary(LONGEST_BOX)];
    let at = head.windows(3).position(|bytes| bytes == b"   ")?;
    let rest = shown[at..].trim_start();
    let owner = is_agency(&shown[..at]) || ["CEN", "SWNS", "WENN"].contains(&&shown[..at]);
    (owner && rest.len() >= 20 && starts_name(rest)).then(|| shown.len() - rest.len())
}

fn leading_agency(shown: &str) -> Option<usize> {
    #[rustfmt::skip]
    const AGENCIES: &[&str] = &[
        "AFP/Getty Images ", "Getty Images ", "Getty ", "AP Photo ", "Reuters ", "EPA ", "AFP ", "Alamy ",
        "Rex Features ", "© Getty Images ", "© AFP ", "©AFP ", "© Reuters ", "© REUTERS/ Stringer ",
        "© REUTERS / Stringer ", "© AP Photo ", "© EPA ", "© EFE ", "© dpa ", "AP:Associated Press ",
        "© Sputnik / Stringer ", "© Provided by AFP ",
    ];
    if !shown.starts_with(['A', 'E', 'G', 'R', '©']) {
        return None;
    }
    let agency = AGENCIES.iter().find(|agency| shown.starts_with(**agency))?;
    let rest = shown[agency.len()..].trim_start();
    let mut words = rest.split_whitespace();
    let first = words.next()?;
    if !first.starts_with(char::is_uppercase) || rest.len() < 20 {
        return None;
    }
    let opens = [
        "A", "An", "The", "In", "This", "These", "Every", "Some", "It", "People", "Police",
        "There", "Two", "One",
    ];
    let flows = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_lowercase));
    let fits = agency.starts_with('©')
        || opens.contains(&first) && !ends_sentence(shown)
        || flows && agency.starts_with("Getty Images") && !ends_sentence(shown);
    fits.then(|| shown.len() - rest.len())
}

static BARS: LazyLock<Needles> = LazyLock::new(|| Needles::new(&[" | "]));

/// Claims " | Getty" between a caption and the title glued to it, as Politico prints them.
pub(super) fn middle(page: &Page<'_>, index: usize, claims: &mut Claims) {
    #[rustfmt::skip]
    const CREDITS: &[&str] = &[
        " | AP Photo", " | AP", " | Getty Images", " | AFP/Getty Images", " | Getty", " | Reuters", " | REUTERS",
        " | AFP", " | POLITICO",
    ];
    let shown = page.shown(index);
    if !BARS.occur(shown) {
        return;
    }
    let Some((at, credit)) = CREDITS
        .iter()
        .find_map(|credit| shown.find(credit).map(|at| (at, credit)))
    else {
        return;
    };
    let rest = &shown[at + credit.len()..];
    let seam = ends_sentence(&shown[..at]);
    let fits = rest.is_empty() || (rest.starts_with(' ') && starts_name(rest.trim_start()));
    if seam && fits && !rest.contains(" | ") {
        let start = page.blocks()[index].shown().start + at;
        claims.cut(Span::new(start, start + credit.len()), index);
    }
}
