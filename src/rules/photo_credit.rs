mod starts;
mod trims;

use std::sync::LazyLock;

use crate::needles::Needles;
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, Strength, each, line, phrases};
use crate::rules::gate::Starts;
use crate::rules::names::{agencies, are_names, is_agency, names_agency};
use crate::rules::surroundings::{interrupts_prose, is_among_fields};

/// Longest line, in bytes, that can be a credit.
const LONGEST: usize = 140;
/// Names in the longest credit.
const NAMES: usize = 9;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "photo-credit",
    summary: "credits of pictures, alone or at the end of a caption",
    about: "Newsroom systems print the photographer and the agency below a picture or behind its caption: \
            \"[Image via X]\", \"Photo by X/Getty Images\", \"Foto: dpa\". Of a caption only the credit goes. \
            Datelines, sentences about an agency or a photo, and prizes such as \"Best Picture: X\" stay.",
    topic: &["photo credit", "image credit", "picture credit"],
    find: &[
        phrases(ILLUSTRATIONS).likely(),
        phrases(&[
            "photo", "photos", "image", "picture", "foto", "fotos", "photo credit", "image credit", "bild", "bilder",
            "photographie", "zdjęcie", "fotografie", "фото", "写真", "图片", "사진", "ảnh", "immagine", "imagen", "imagem",
            "custom", "cen", "file", "handout", "image caption", "media caption", "royalty free photo",
            "photo gallery",
        ])
        .hint(),
        phrases(&["toggle caption", "hide caption", "show caption", "enlarge this image", "enlarge image"]),
        line(r"[\[(](?:(?:all|featured|header|cover|main|top|lead|file) )?(?:images?|photos?|pictures?|photographs?|screenshots?|screengrabs?|videos?|graphics?) ?(?:credits?|sources?|courtesy)?(?: via:? | by | by: ?| courtesy | from |: ?| / | © ?)[^\[\]()]*(?:\([^()]*\))?[^\[\]()]*[\])]\.?"),
        line(r"[\[(](?:photo|image|picture) courtesy[^\[\]()]*[\])]\.?"),
        line(r"(?:featured|header|feature|cover|lead|top|main) (?:image|photo|picture|photograph)s? ?(?:credits? ?)?(?:via|by|from|courtesy|credit|:|/|©|\().*"),
        line(r"[（(【［\[](?:写真|画像|撮影|提供|图|图片|圖|资料图|사진)[^）)】］\]]*[）)】］\]]"),
        line(r"(?:写真提供|画像提供|写真|撮影|图片来源|圖片來源|图源|사진 ?제공|사진 ?출처)[:：=＝].*").likely(),
        each(alone)
            .signs(Signs::COLON.or(Signs::WIDE).or(Signs::SLASH).or(Signs::BAR))
            .words(&[" via ", "image from ", "photo from "])
            .starts(beginnings)
            .up_to(LONGEST),
        each(trims::label).starts(|| vec!["photo", "image", "slide"]).up_to(14),
        each(trims::marked).signs(trims::SIGNS),
        each(trims::worded).words(STEMS),
        each(starts::start).starts(starts::beginnings),
        each(starts::middle).signs(Signs::BAR),
    ],
};

/// "Symbolic picture" and "file photo", as newsrooms print them alone.
#[rustfmt::skip]
const ILLUSTRATIONS: &[&str] = &[
    "file photo", "file image", "file picture", "file pic", "representational image", "representative image",
    "image for representation", "image for representational purposes only", "representational photo",
    "illustrative image", "stock photo", "stock image",
    // German, Dutch, Scandinavian
    "symbolbild", "symbolfoto", "archivbild", "archivfoto", "archieffoto", "arkivbild", "arkivfoto", "genrebild",
    "illustrasjonsfoto", "arkivbilde",
    // Romance
    "photo d'illustration", "image d'illustration", "photo d'archives", "photo d'archive", "imagen ilustrativa",
    "imagen de archivo", "foto de archivo", "foto ilustrativa", "foto referencial", "imagen referencial",
    "foto d'archivio", "foto di repertorio", "immagine di repertorio", "foto de arquivo", "imagem ilustrativa",
    "imagem de arquivo", "foto arhivă", "imagine ilustrativă",
    // Slavic, Hungarian, Turkish
    "ilustrační foto", "ilustrační snímek", "ilustračné foto", "zdjęcie ilustracyjne", "zdj. ilustracyjne",
    "фото из архива", "архивное фото", "иллюстративное фото", "ілюстративне фото", "фото ілюстративне",
    "képünk illusztráció", "illusztráció", "temsili fotoğraf", "arşiv",
    // Asian
    "ảnh minh họa", "ảnh minh hoạ", "ảnh tư liệu", "hình minh họa", "foto ilustrasi", "ilustrasi", "資料写真", "イメージ写真",
    "写真はイメージ", "写真はイメージです", "资料图", "资料图片", "資料照片", "자료사진", "자료 사진",
];

/// Words before a colon that make the rest of a line a credit, in lower case.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "photo", "photos", "image", "images", "picture", "pictures", "photograph", "photographs", "photography",
    "photo credit", "photo credits", "image credit", "image credits", "picture credit", "photo source",
    "image source", "photo courtesy", "image courtesy", "photo by", "image by", "photos by", "credit", "credits",
    "featured image", "featured photo", "crédit photo", "crédits photo", "crédit", "crédits", "crédit image", "foto",
    "fotos", "foto credit", "bild", "bilder", "bildquelle", "fotocredit", "fotoquelle", "fotografía", "crédito",
    "créditos", "crédito foto", "imagen", "imagem", "immagine", "fotografia", "fotó", "kép", "fot", "zdjęcie", "zdj",
    "фото", "фотография", "світлина", "fotoğraf", "kaynak fotoğraf", "ảnh", "hình", "φωτο", "φωτογραφία", "kuva",
    "kuvat", "صورة", "تصوير", "الصورة", "צילום", "photo credits and copyright",
];

/// Words before a name without a colon, as in "Photo by".
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "photo by ", "photos by ", "image by ", "images by ", "photograph by ", "photographs by ", "picture by ",
    "photo courtesy of ", "photo courtesy ", "photos courtesy of ", "photos courtesy ", "image courtesy of ",
    "image courtesy ", "image via ", "photo via ", "images via ", "photos via ", "courtesy photo ", "photo credit ",
    "photo from ", "photo © ", "image © ", "foto von ", "foto de ", "foto di ", "foto av ", "foto af ", "foto door ",
    "photo de ", "photo par ", "photo crédit ", "all photos by ", "all images by ", "all photos courtesy ",
    "all images courtesy ", "ap photo/", "ap photo / ", "afp photo/", "afp photo / ", "reuters/", "© reuters/",
    "© ap photo/", "© afp photo/", "© afp/", "© getty images/", "© photo ", "© foto ", "photo illustration by ",
    "image copyright ", "image source, ", "image copyright", "illustration by ", "photo: ", "screenshot via ",
    "screenshot from ", "screen capture via ", "screengrab via ", "screenshot/", "via getty images/",
];

/// First byte of the colon that is as wide as its letters.
const WIDE_COLON: u8 = 0xEF;

static LABELS_BY_START: LazyLock<Starts> = LazyLock::new(|| Starts::new(LABELS.iter().copied()));
static OPENING: LazyLock<Starts> = LazyLock::new(|| Starts::new(OPENINGS.iter().copied()));
static VIA: LazyLock<Needles> = LazyLock::new(|| Needles::new(&[" via "]));
/// Words between what a picture shows and whose it is.
static JOINED: LazyLock<Needles> = LazyLock::new(|| Needles::new(&[" via ", " from "]));

/// Words of which a line has one where a credit says "photo" or "via" in it.
#[rustfmt::skip]
const STEMS: &[&str] = &[
    "Photo", "hoto ", "PHOTO", "mage ", "Credit ", "tesy ", "icture ", "Foto ", "Featured ", "Ảnh ", "Source: G",
    " via ",
];

/// Claims a line that is nothing but a credit.
fn alone(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if page.shown(index).len() > LONGEST {
        return;
    }
    if let Some(strength) = weigh(page.shown(index), page.signs(index)) {
        let strength = match strength {
            Strength::Hint if interrupts_prose(page, index) => Strength::Likely,
            Strength::Likely | Strength::Sure if is_among_fields(page, index) => Strength::Hint,
            strength => strength,
        };
        claims.block_as(page, index, strength);
    }
}

/// What a line begins with that may be a credit: an agency, or a word before one.
fn beginnings() -> Vec<&'static str> {
    agencies().chain(OPENINGS.iter().copied()).collect()
}

fn weigh(shown: &str, signs: Signs) -> Option<Strength> {
    let bare = shown.trim_matches(['(', ')', '[', ']', ' ', '.', '|', '*']);
    if is_agency(bare) {
        let bracketed = shown.starts_with('(') && bare.len() >= 5;
        return Some(
            if (bare.contains(' ') || bracketed) && !shown.ends_with(':') {
                Strength::Likely
            } else {
                Strength::Hint
            },
        );
    }
    let joined = JOINED.occur(bare);
    if (joined || signs.meets(Signs::SLASH.or(Signs::BAR))) && is_slashed(bare) {
        let initials = shown.starts_with('(') && !bare.contains(char::is_lowercase);
        return Some(if initials {
            Strength::Hint
        } else {
            Strength::Sure
        });
    }
    if signs.meets(Signs::COLON.or(Signs::WIDE))
        && let Some((label, rest)) = shown.split_once([':', '：'])
    {
        let label = label
            .trim_start_matches(['(', '[', '|', '-', '–', '—', '>', ' '])
            .trim_end();
        let known = LABELS_BY_START.find(label).map(|_| label.to_lowercase());
        let label = known.unwrap_or_default();
        if label.len() <= 30 && LABELS.contains(&label.as_str()) {
            let many =
                label.ends_with('s') && !label.contains("credit") && !label.contains("crédit");
            let fits = is_credit(rest)
                && (!many
                    || names_agency(rest)
                    || rest.contains(['/'])
                    || rest.contains("ourtesy"));
            let fits = fits || rest.trim_start().starts_with("Courtesy of ");
            return fits.then_some(Strength::Likely);
        }
    }
    if joined && is_titled(bare) {
        return Some(Strength::Likely);
    }
    let opening = OPENINGS[OPENING.find(bare)?];
    is_credit(bare.get(opening.len()..)?).then_some(Strength::Sure)
}

/// "Coins and chart image via Shutterstock": what a stock picture shows, and the house it comes from.
fn is_titled(bare: &str) -> bool {
    bare.len() <= 100
        && [" image via ", " photo via ", " image from ", " photo from "]
            .iter()
            .find_map(|mark| bare.split_once(mark))
            .is_some_and(|(title, house)| {
                title.starts_with(char::is_uppercase)
                    && title.split_whitespace().count() <= 7
                    && is_agency(house)
            })
}

/// Tells whether a text reads as whose picture it is.
fn is_credit(rest: &str) -> bool {
    let rest = rest.trim_matches(['(', ')', '[', ']', ' ', '.', ':']);
    are_names(rest, NAMES) || (rest.len() <= 60 && !rest.contains(". ") && names_agency(rest))
}

/// Tells whether a line is "Name/Agency", "Name/Paper via Agency" or agencies with slashes between.
pub(super) fn is_slashed(bare: &str) -> bool {
    let bare = bare.trim_start_matches(['©', ' ']);
    if memchr::memchr2(b'/', b'|', bare.as_bytes()).is_none() && !VIA.occur(bare) {
        return false;
    }
    if bare.contains(" Credit ") || (bare.contains(". ") && !is_initial_before_dot(bare)) {
        return false;
    }
    let named = are_names(bare, NAMES + 3) || bare.split('/').all(is_handle_or_agency);
    named && !bare.contains("://") && names_agency(bare)
}

/// One word, as photographers sign at stock houses, or the full name of such a house.
fn is_handle_or_agency(part: &str) -> bool {
    let part = part.trim();
    (part.len() >= 5 && is_agency(part))
        || ((4..=20).contains(&part.len()) && !part.contains([' ', '.', '-']))
}

/// Every full stop inside the text belongs to an initial or a short form.
fn is_initial_before_dot(bare: &str) -> bool {
    bare.match_indices(". ").all(|(at, _)| {
        let word = bare[..at]
            .rsplit([' ', '/', '.'])
            .next()
            .unwrap_or_default();
        word.len() <= 3
    })
}
