use std::sync::LazyLock;

use regex::Regex;

use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, Strength, each, element, head, line, look, phrases};
use crate::rules::gate::Phrases;
use crate::rules::seams::{self, Seam};
use crate::rules::surroundings::interrupts_prose;

/// Longest line, in bytes, that is a label in one word.
const LONGEST_LABEL: usize = 40;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "ad-label",
    summary: "labels around advertisements",
    about: "Slots for advertisements leave \"Story continues below\", \"Advertisement\" and the headings of link \
            vendors in the text. One word alone goes between finished paragraphs or beside other dross; as a \
            title, as the start of a sentence or in a story about advertising it stays.",
    topic: &["advertisement", "advertising label"],
    find: &[
        element(MARKS),
        phrases(LONG),
        phrases(VENDORS).likely(),
        phrases(ONE_WORD).hint(),
        each(edges).signs(Signs::SQUARE.or(Signs::BEYOND)),
        each(between).starts(|| ONE_WORD.to_vec()).up_to(LONGEST_LABEL),
        look(repeated).starts(|| ONE_WORD.to_vec()).up_to(LONGEST_LABEL),
        line(r"(?:advertisement[ –—:-]*)?(?:continue reading the main story ?)+(?:advertisement)?"),
        line(r"[-–— ]*(?:advertisement|advertisements|advert|ad|ads)(?: ?[-–—:.|]+ ?| )(?:story|article|content|continue|scroll|please|skip|your|click|the|close|this|remove|report|feedback).*").likely(),
        line(r"[(\[-]* ?(?:the )?(?:story|article|post|text|content|column|interview|review) (?:continues?|continued|resumes)(?: reading)? (?:below|after|beneath|under)(?: (?:this|the|our|these) ?(?:ad|ads|advert|advertisement|advertisements|advertising|video|sponsor|message|break|newsletter|gallery|promotion).*)?[)\]:. -]*"),
        line(r"(?:continue|keep|scroll|swipe)(?: reading| down)?(?: to continue)?(?: reading)? ?(?:below|after|past)? ?(?:the|this) (?:ad|ads|advert|advertisement)(?: [^.]*)?"),
        line(r"(?:this|your) (?:ad|ads|advert|advertisement|video) will (?:end|begin|start|close|play) in [0-9a-z .]*"),
        line(r"(?:ads?|advertising|content|powered|sponsored|promoted|recommended) by (?:google|adblade|taboola|outbrain|revcontent|mgid|zergnet|gravity|yahoo|media\.net|teads|amazon|nativo|disqus|dianomi|content\.ad|forbes)(?: [^ ]+)?"),
        line(r"(?:artikel|der artikel|text|beitrag|meldung) (?:wird )?(?:geht |weiter )?(?:nach|unter|unterhalb) der (?:anzeige|werbung) (?:weiter|fortgesetzt).*|(?:mehr|weiter|weiterlesen) nach (?:dieser|der) (?:anzeige|werbung).*"),
        line(r"(?:la suite|l['’]article continue|suite de l['’]article) (?:après|sous) (?:cette|la) (?:publicité|pub).*"),
        line(r"(?:continúa|sigue|continua|segue|l['’]articolo continua|el artículo continúa|o artigo continua)[^.]* (?:después|depois|dopo|debajo|abaixo|após) (?:de |da |la |a )?(?:la |esta )?(?:publicidad|publicidade|pubblicità).*"),
        line(r"(?:artikel gaat verder|tekst gaat verder|lees verder) (?:onder|na) de (?:advertentie|reclame|video).*"),
        line(r"(?:dalsza część (?:tekstu|artykułu)|reszta tekstu|ciąg dalszy) (?:pod|poniżej) .*|(?:článek pokračuje|text pokračuje) (?:pod|za) .*|artikeln fortsätter (?:under|efter) annonsen.*|(?:artikkelen|saken) fortsetter under annonsen.*|artiklen fortsætter (?:under|efter) annoncen.*"),
        line(r"(?:продолжение (?:после|под) рекламы|далее (?:после )?реклам[аы]|haberin devamı (?:reklamdan sonra|aşağıda)|artikel berlanjut setelah iklan|scroll untuk melanjutkan.*|lanjut(?:kan)? membaca setelah iklan).*"),
        line(r"(?:記事は広告の後に続きます|広告の後に続きます|本文は広告の後に続きます|広告を閉じる|この広告は.*|文章未完，请继续阅读.*|광고 (?:후|뒤에) 계속.*|기사는 광고.*)"),
        line(r"[-–—*= ]*(?:continued|more|story|scroll)(?: [a-z]+)? below(?: the (?:ad|ads|fold))?\.{0,3}[-–—*= ]*").hint(),
        head(r"(?-i:Continued below)\.\.\. ?"),
        head(r"(?-i:Story Continued Below|Story continues below(?: this ad| advertisement)?|Advertisement - story continues below|Continue reading the main story|Advertisement Continue reading the main story) +"),
        line(r"special pr|pr ?[:：]|［?PR］?").hint(),
    ],
};

/// What ad servers call their slots.
const MARKS: &[&str] = &[
    ".adsbygoogle",
    ".ad-slot",
    ".ad-container",
    ".ad-wrapper",
    ".adslot",
    ".advertisement",
    ".google-auto-placed",
    ".dfp-ad",
    ".ad-unit",
    ".adbox",
    "#google_ads_iframe",
];

/// Labels of several words.
#[rustfmt::skip]
const LONG: &[&str] = &[
    "story continued below", "story continues below", "story continues below this ad",
    "story continues below advertisement", "story continues after advertisement",
    "advertisement - story continues below", "advertisement - continue reading below", "article continues below",
    "article continues below advertisement", "article continues after advertisement",
    "continue reading the main story", "advertisement continue reading the main story",
    "continue reading below the advertisement", "continue reading below", "scroll to continue",
    "scroll to continue with content", "report this ad", "report an ad", "about these ads", "ad loading",
    "loading ad", "remove ads", "advertise with us here", "hide ad", "close ad", "skip ad",
    "skip advertisement", "this is an advertisement", "advertisement feature", "sponsored content",
    "sponsored features", "sponsored links", "sponsored link", "sponsored stories", "sponsored story",
    "paid content", "paid post", "partner content", "promoted content", "promoted stories",
    "content from our partners", "from our partners", "from our advertisers", "from our sponsors", "our sponsors",
    "a word from our sponsor", "advertisement. scroll to continue reading", "advertisement. scroll to continue",
    "ad content continues below", "ad feedback", "advertiser content", "ads by google", "google ads",
    "google adsense", "anzeige - scrollen sie weiter", "artikel wird nach der anzeige fortgesetzt",
    "der artikel wird nach der anzeige fortgesetzt", "weiter nach der werbung", "weiterlesen nach der anzeige",
    "mehr nach der anzeige", "la suite après cette publicité", "la suite après la publicité",
    "publicité la suite de cet article ci-dessous", "contenus sponsorisés", "contenu sponsorisé",
    "contenido patrocinado", "conteúdo patrocinado", "continua após a publicidade", "continua depois da publicidade",
    "continúa después de la publicidad", "sigue leyendo después de la publicidad", "contenuti sponsorizzati",
    "contenuto sponsorizzato", "l'articolo continua sotto la pubblicità", "artikel gaat verder onder de advertentie",
    "gesponsorde inhoud", "sponsrat innehåll", "annonsörsinnehåll", "annonsørinnhold", "sponsoreret indhold",
    "artykuł sponsorowany", "dalsza część artykułu pod materiałem wideo", "на правах рекламы", "реклама 0",
    "продолжение после рекламы", "sponsorlu içerik", "スポンサーリンク", "スポンサードリンク", "スポンサード リンク", "広告を非表示にする", "支持作者 点击广告",
    "contenido publicitario", "werbung in eigener sache",
];

/// Headings of link vendors.
#[rustfmt::skip]
const VENDORS: &[&str] = &[
    "you may like", "you might like", "you may also like", "you might also like", "from around the web",
    "around the web", "elsewhere on the web", "more from the web", "from the web", "stories from our partners",
    "recommended for you by taboola", "recommended by outbrain", "promoted links", "promoted links by taboola",
    "by taboola", "taboola feed", "you may like by taboola", "sponsored content by taboola", "suggested for you",
    "das könnte sie auch interessieren", "das könnte dich auch interessieren", "mehr aus dem web",
    "empfohlen von outbrain", "vous aimerez aussi", "vous pourriez aussi aimer", "ailleurs sur le web",
    "contenus recommandés", "te puede interesar", "también te puede interesar", "te recomendamos",
    "você também pode gostar", "você pode gostar", "recomendado para você", "potrebbe interessarti anche",
    "ti potrebbe interessare", "wellicht ook interessant", "mogelijk ook interessant", "może cię zainteresować",
    "może ci się spodobać", "mohlo by vás zajímat", "вам может понравиться", "вас может заинтересовать",
    "ilginizi çekebilir", "あなたへのおすすめ", "おすすめの記事", "you may also be interested in",
];

/// The label in one word.
#[rustfmt::skip]
const ONE_WORD: &[&str] = &[
    "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "promoted", "sponsor",
    "sponsors", "promotion", "anzeige", "anzeigen", "werbung", "publicité", "publicite", "pub", "annonce",
    "annonces", "publicidad", "anuncio", "anuncios", "publicidade", "anúncio", "pubblicità", "annuncio",
    "advertentie", "advertenties", "reclame", "annons", "annonser", "annonse", "annoncer", "mainos", "mainokset",
    "reklama", "reklamy", "inzerce", "reklam", "reklamlar", "реклама", "advertorial", "hirdetés", "publicitate",
    "reclamă", "διαφήμιση", "οικονομική διαφήμιση", "إعلان", "اعلان", "إعلانات", "פרסומת", "विज्ञापन", "آگهی",
    "تبلیغات", "iklan", "quảng cáo", "โฆษณา", "広告", "【広告】", "【广告】", "【廣告】", "［広告］", "［广告］", "pr", "广告", "廣告", "광고", "oglas", "oglasi",
    "reklaam", "reklāma", "patrocinado", "sponsorisé", "gesponsert", "sponsorizzato", "gesponsord", "sponsorowane",
];

static LABEL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ONE_WORD.iter().copied()));

/// The label in brackets, as it is glued to a paragraph.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:\[ ?|【|［)(?:advertisements?|advertising|advert|advertisement (?:continues below|block)|sponsored(?: (?:content|post|link|ad))?",
        r"|promoted|promotion|anzeige|werbung|publicité|pub|publicidad|anuncio|publicidade|anúncio|pubblicità|advertentie",
        r"|annons|annonse|annonce|mainos|reklama?|inzerce|hirdetés|publicitate|реклама|διαφήμιση|iklan|quảng cáo|إعلان|広告|广告|廣告|광고)",
        r"(?: ?\]|】|］)",
    ))
    .expect("a fixed pattern")
});

/// Claims the label in brackets at either end of a paragraph, or between its sentences.
fn edges(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let signs = page.signs(index);
    // The first bytes of the brackets of Chinese and Japanese.
    let wide = || signs.meets(Signs::WIDE) || memchr::memchr(0xE3, shown.as_bytes()).is_some();
    if !signs.meets(Signs::SQUARE) && !wide() {
        return;
    }
    for found in BRACKETED.find_iter(shown) {
        if found.len() < shown.len() && seams::weigh(shown, &found.range()) == Seam::Clean {
            seams::claim(page, index, found.range(), claims);
        }
    }
}

/// Claims the label in one word where a page prints it again and again: it marks slots.
fn repeated(page: &Page<'_>, claims: &mut Claims) {
    let mut slots: Vec<(usize, String)> = Vec::new();
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        if (5..=LONGEST_LABEL).contains(&shown.len()) && LABEL.has(shown) {
            slots.push((index, crate::fold::fold(shown)));
        }
    }
    slots.sort_by(|a, b| a.1.cmp(&b.1));
    for same in slots
        .chunk_by(|a, b| a.1 == b.1)
        .filter(|same| same.len() > 1)
    {
        same.iter()
            .for_each(|(index, _)| claims.block_as(page, *index, Strength::Likely));
    }
}

/// Claims the label in one word where it stands between finished paragraphs.
fn between(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() <= LONGEST_LABEL && interrupts_prose(page, index) && LABEL.has(shown) {
        claims.block_as(page, index, Strength::Likely);
    }
}
