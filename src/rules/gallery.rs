use crate::edit::Span;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, line, look, phrases};

/// Lines with one beginning that make the captions of a gallery.
const RUN: usize = 3;
/// Bytes that the common beginning has at least.
const PREFIX: usize = 18;
/// Words that the common beginning has at least.
const PREFIX_WORDS: usize = 4;
/// Bytes of the common beginning that need one caption more.
const SHORT_PREFIX: usize = 30;
/// Bytes that each caption has beyond the common beginning.
const CAPTION: std::ops::Range<usize> = 25..800;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "gallery",
    summary: "controls and captions of picture galleries",
    about: "Slideshows flatten to their buttons (\"View all 20 photos\", \"Slideshow ( 3 images )\") and to runs of \
            captions that all begin with the gallery's title, as Deutsche Welle and CNN print them. Lists and \
            poems whose lines begin alike by a word or two stay.",
    topic: &["slideshow", "photo gallery"],
    find: &[
        phrases(&[
            "view gallery", "view photo gallery", "view slideshow", "launch gallery", "launch slideshow",
            "open gallery", "start slideshow", "see gallery", "full gallery", "view full gallery", "view photos",
            "view all photos", "see all photos", "see more photos", "see the photos", "click through the gallery",
            "image gallery", "enlarge photo", "view image", "view images", "view larger", "click to enlarge",
            "click image to enlarge", "scroll down for video", "scroll down for videos", "scroll down for more",
            "scroll down to read more", "hide caption", "previous photo", "next photo", "previous image",
            "next image", "view fullscreen", "fullscreen",
            // German
            "bildergalerie", "zur bildergalerie", "bilderstrecke", "zur bilderstrecke", "fotostrecke",
            "zur fotostrecke", "bilderstrecke starten", "bild vergrößern", "bild in galerie anzeigen",
            // French, Spanish, Portuguese, Italian
            "voir la galerie", "voir toutes les photos", "voir le diaporama", "diaporama", "ver galería",
            "ver galeria", "ver fotos", "ver todas las fotos", "galería de fotos", "fotogalería", "galeria de fotos",
            "ver galeria de fotos", "ver todas as fotos", "fotogalleria", "guarda la gallery",
            "guarda tutte le foto", "vai alla gallery",
            // Dutch, Scandinavian, Slavic, Hungarian, Turkish
            "bekijk de fotoserie", "fotoserie", "se bildspel", "bildspel", "se billedserien", "se bildeserie",
            "zobacz galerię", "zobacz zdjęcia", "galeria zdjęć", "fotogalerie", "otevřít galerii",
            "galerie fotografií", "фотогалерея", "смотреть все фото", "все фото", "galéria", "megnézem a galériát",
            "foto galeri", "fotoğraf galerisi",
            // Asian
            "xem thêm ảnh", "lihat foto", "写真をもっと見る", "画像を拡大する", "フォトギャラリー", "写真一覧", "图集", "查看图集", "사진 더보기",
        ])
        .likely(),
        phrases(&["expand", "gallery", "slideshow", "full screen", "zoom", "enlarge"]).hint(),
        line(r"(?:view|see) all [0-9]+ (?:photos|images|pictures|slides)\.?"),
        line(r"(?:view|see) (?:more )?(?:photos|images|gallery|slideshow) ?\(? ?[0-9]+ ?(?:photos|images)? ?\)?"),
        line(r"(?:slideshow|gallery|photo gallery|photos|diaporama|galería|galeria|bildergalerie|fotostrecke) ?\( ?[0-9]+ ?(?:images|photos|pictures|bilder|fotos|imágenes|imagens)? ?\)"),
        line(r"(?:photo|image|picture|slide|bild|foto|imagen|imagem|photo n°) [0-9]+ ?(?:of|/|von|de|di|sur|van|av|z|из) ?[0-9]+").likely(),
        line(r"[0-9]+ (?:photos|images|pictures|bilder|fotos|immagini|zdjęć|фото) (?:view|see|anzeigen|ver|voir|ansehen).*").likely(),
        line(r"-* ?scroll down (?:for|to) (?:videos?|more|read more|see more|watch)[^.]* ?-*"),
        look(captioned).words(&[" Caption"]),
        look(runs).around().likely(),
    ],
};

/// Words in which no title ends: the beginnings belong to sentences.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "that", "is", "was",
    "are", "were", "has", "had", "said", "says", "told", "der", "die", "das", "und", "in", "von", "de", "la", "le",
    "el", "que", "et", "y", "e", "di", "du", "des", "del",
];

/// Claims "Photos: title caption Hide Caption 3 of 30", as CNN's galleries flatten; where such captions are all
/// the text there is, their button goes alone.
fn captioned(page: &Page<'_>, claims: &mut Claims) {
    let captions: Vec<(usize, usize)> = (0..page.blocks().len())
        .filter_map(|index| button(page.shown(index)).map(|at| (index, at)))
        .collect();
    let alone = captions.len() == page.blocks().len();
    for (index, at) in captions {
        let span = page.blocks()[index].shown();
        if alone {
            claims.cut(Span::new(span.start + at, span.end), index);
        } else {
            claims.block(page, index);
        }
    }
}

/// Returns where the button of a caption begins.
fn button(shown: &str) -> Option<usize> {
    let at = shown
        .rfind(" Hide Caption")
        .or_else(|| shown.rfind(" Show Caption"))?;
    let count = &shown[at + " Hide Caption".len()..];
    let counted = count
        .bytes()
        .all(|b| b.is_ascii_digit() || b" of".contains(&b));
    (shown.starts_with("Photos: ") && counted).then_some(at)
}

/// Claims runs of captions that begin with the same words; a page of nothing else keeps them.
fn runs(page: &Page<'_>, claims: &mut Claims) {
    let mut start = 0;
    let mut found = Vec::new();
    while start + RUN <= page.blocks().len() {
        let (end, common) = run_end(page, start);
        if end - start >= RUN + usize::from(common < SHORT_PREFIX) {
            found.extend(start..end);
        }
        start = end.max(start + 1);
    }
    if 10 * found.len() >= 9 * page.blocks().len() {
        return;
    }
    for index in found {
        claims.block(page, index);
    }
}

fn run_end(page: &Page<'_>, start: usize) -> (usize, usize) {
    let first = page.shown(start);
    let mut end = start + 1;
    let mut common = first.len();
    while end < page.blocks().len() {
        let next = common.min(shared(first, page.shown(end)));
        let caption = &page.shown(end)[next.min(page.shown(end).len())..];
        if !is_title(&first[..next]) || !is_caption(caption) {
            break;
        }
        common = next;
        end += 1;
    }
    let end = if is_caption(&first[common..]) {
        end
    } else {
        start + 1
    };
    (end, common)
}

/// A new sentence of a caption's length, or the counter that ends one.
fn is_caption(rest: &str) -> bool {
    let counted = rest.ends_with(|c: char| c.is_ascii_digit()) && rest.contains(" of ");
    CAPTION.contains(&rest.len())
        && !rest.starts_with(char::is_lowercase)
        && (counted || ends_sentence(rest) || rest.len() > 120)
}

/// Returns the bytes of whole words that two lines begin with alike.
fn shared(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    a[..a.floor_char_boundary(same)]
        .rfind(' ')
        .map_or(0, |at| at + 1)
}

/// Long enough, in words and bytes, to be a gallery's title, and no sentence.
fn is_title(common: &str) -> bool {
    common.len() >= PREFIX
        && common.split_whitespace().count() >= PREFIX_WORDS
        && common.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && !common
            .split_whitespace()
            .next_back()
            .is_some_and(|word| OPEN.contains(&word))
        && common
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_uppercase))
            .count()
            >= 2
}
