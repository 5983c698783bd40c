use std::sync::LazyLock;

use crate::edit::Span;
use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, each, line, phrases};
use crate::rules::gate::Ends;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "read-more",
    summary: "links to the rest of a text",
    about: "Excerpts, teasers and feeds end in \"Read more\", \"Continue reading →\" or \"Read the full report \
            here.\", in the language of the site. A sentence that tells the reader to read, and the slogan \
            in a heading that the next line continues, stay.",
    topic: &["read more\" link", "continue reading\" link"],
    find: &[
        phrases(PHRASES).likely(),
        phrases(&["more", "mehr", "plus", "más", "mais", "altro", "meer", "więcej", "ещё", "もっと見る", "更多", "전체보기", "daha fazla"])
            .hint(),
        line(r"continue reading(?: (?:here|this (?:article|story|post)|the (?:article|story|post|rest|full .*)|below|show less|at .*|on .*|.* →))?[ →»:….]*").likely(),
        line(r"(?:click|tap) (?:here )?(?:to )?(?:read|see|view|continue reading) (?:the )?(?:rest|more|full|complete|entire|original|whole|article|story).*").likely(),
        line(r"(?:please )?(?:click|go|tap) here (?:to (?:read|see|view)|for) (?:more|(?:the )?(?:full|complete|rest|entire|original|latest)).*").likely(),
        line(r"[\[(]?(?:read|see|view|get) (?:the )?(?:full|whole|complete|entire|rest of the|rest of this|original|rest) (?:[a-z]+ )?(?:reports?|story|article|post|piece|interview|review|text|transcript|letter|statement|press release|column|essay|series|list|study|coverage|analysis|thread|announcement)(?: (?:here|below|on|at|in|from|via|of|about) ?.*| →| »|:? https?://[^ ]+)?[\])]?\.?").likely(),
        line(r"[\[(]?read (?:more|on|it|the rest|this|further)(?: of this)?(?: here| at| on| in| from| @| via)? ?:? ?(?:https?://|www\.)[^ ]+[\])]?\.?"),
        line(r"[\[(]?read more(?: (?:here|now|below|great articles here|in the full article here|on this here|on our website|on this story|details))[^.]*[\])]?\.?"),
        line(r"(?:to )?read more (?:great |similar |of our |of |related )?(?:articles?|stories|posts|news)[^.]* (?:here|at|on|visit|from)[: ].*").likely(),
        line(r"read more about (?:this|the) (?:story|article|topic|issue|report)[^.]* (?:at|on|here|in).*\.?"),
        line(r"read more (?:@|at:?|on:?|from:?|gawker) ?(?-i:[^a-z ]|[a-z0-9.\u{200B}-]+\.(?:com|org|net|co|info|de|uk)).*").likely(),
        line(r"to read more [^.]* visit .*").likely(),
        line(r"(?:the )?(?:full|complete|entire) (?:story|article|post|report|text) (?:here|at|on|is available at|can be found at|can be found here|can be read here).*").likely(),
        line(r"(?:lesen sie (?:den |die |das )?(?:ganzen?|vollständigen?) [^.]*(?:hier|auf|bei|im)[^.]*|hier (?:weiterlesen|geht es weiter|geht's weiter))\.?").likely(),
        line(r"(?:lire|lisez) (?:la suite|l'article|l’article)(?: complet| en entier| intégral)?(?: (?:de|sur|ici|dans) .*)?\.?").likely(),
        line(r"(?:seguir|sigue|siga|continuar?|continúe|continue) (?:leyendo|lendo|a ler|la lectura|a leitura)(?: [^.]*)?").likely(),
        line(r"(?:leggi|continua a leggere)(?: (?:tutto|l'articolo|l’articolo)(?: completo)?)(?: (?:su|qui|di) .*)?\.?").likely(),
        line(r"(?:читать|читайте) (?:далее|дальше|полностью|продолжение)(?: [^.]*)?").likely(),
        line(r"[「『“《].*(?:の続きを読む|继续阅读|繼續閱讀|阅读全文|閱讀全文)")
            .words(&["の続きを読む", "继续阅读", "繼續閱讀", "阅读全文", "閱讀全文"])
            .likely(),
        line(r"(?:for )?more (?:ap [a-z0-9 ]+|(?:ap )?[a-z0-9 ]+ coverage|ap): (?:https?://|www\.)[^ ]+(?: and (?:https?://|www\.)[^ ]+)*"),
        each(ends).ends(|| LINKS.to_vec()),
    ],
};

/// The link alone, by language.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "read more", "read on", "read more here", "read more about this", "read it here", "read the rest",
    "read full article", "read full story", "read article", "read the article", "read full post", "read full report",
    "read story", "read post", "keep reading", "view more", "see more", "show more", "load more", "view article",
    "view this article", "view full article", "view full story", "view full post", "view post", "view story",
    "full story", "full article", "more info", "learn more", "find out more", "more information",
    "get the full story", "show full article", "read the full story", "read the full article",
    "read the whole story", "read less", "show less", "(more...)", "click here to read more",
    "click here for more", "click to read more", "read more stories", "read next", "continued",
    "continue to article",
    // German, Dutch
    "weiterlesen", "weiter lesen", "mehr lesen", "mehr erfahren", "mehr dazu", "lesen sie weiter", "zum artikel",
    "zum beitrag", "hier weiterlesen", "ganzen artikel lesen", "den ganzen artikel lesen", "artikel lesen",
    "jetzt lesen", "mehr anzeigen", "lees meer", "lees verder", "verder lezen", "meer lezen",
    "lees het hele artikel", "lees het volledige artikel",
    // French
    "lire la suite", "lire plus", "en savoir plus", "lire l'article", "lire l'article complet", "voir plus",
    "lire aussi", "afficher plus", "poursuivre la lecture", "continuer la lecture", "la suite", "(suite…)",
    // Spanish, Portuguese, Catalan
    "leer más", "leer mas", "leer artículo", "leer artículo completo", "leer completo", "seguir leyendo",
    "sigue leyendo", "ver más", "saber más", "más información", "continuar leyendo", "lee más",
    "leer la nota completa", "leia mais", "ler mais", "saiba mais", "veja mais", "continue lendo", "continuar lendo",
    "continuar a ler", "ler artigo completo", "ver mais", "leia a matéria completa", "leia na íntegra",
    "clique aqui e leia mais", "llegir més",
    // Italian, Romanian
    "leggi tutto", "leggi di più", "leggi l'articolo", "continua a leggere", "continua la lettura",
    "per saperne di più", "scopri di più", "mostra altro", "citește mai mult", "citeste mai mult",
    "citește mai departe", "citește tot articolul", "vezi mai mult", "află mai multe",
    // Scandinavian, Finnish
    "läs mer", "läs mera", "läs vidare", "fortsätt läsa", "läs hela artikeln", "les mer", "les hele saken",
    "læs mere", "læs hele artiklen", "læs videre", "fortsett å lese", "lue lisää", "lue koko juttu",
    "jatka lukemista",
    // Slavic
    "czytaj więcej", "czytaj dalej", "więcej", "zobacz więcej", "czytaj całość", "dowiedz się więcej", "číst dál",
    "číst více", "celý článek", "více", "pokračovat ve čtení", "čítať ďalej", "viac", "читать далее",
    "читать дальше", "читать полностью", "подробнее", "далее", "показать ещё", "узнать больше", "читати далі",
    "читати повністю", "докладніше", "детальніше", "далі", "прочети повече", "още", "pročitaj više", "opširnije",
    "pročitajte više", "preberi več",
    // Hungarian, Greek, Turkish, Baltic
    "tovább", "tovább olvasom", "bővebben", "olvass tovább", "részletek", "διαβάστε περισσότερα", "περισσότερα",
    "συνέχεια ανάγνωσης", "devamını oku", "devamı", "daha fazlasını oku", "haberin devamı", "devamını göster", "haberin devamı için tıklayınız", "haberi̇n devami i̇çi̇n tiklayiniz",
    "devamı için tıklayınız", "haberin devamı için tıklayın",
    "skaityti daugiau", "lasīt vairāk", "loe edasi",
    // Arabic, Persian, Hebrew, Hindi, Urdu
    "اقرأ المزيد", "إقرأ المزيد", "قراءة المزيد", "المزيد", "أكمل القراءة", "ادامه مطلب", "بیشتر بخوانید",
    "قرأ المزيد", "קרא עוד", "קראו עוד", "המשך קריאה", "और पढ़ें", "आगे पढ़ें", "مزید پڑھیں",
    // East and South-East Asian
    "続きを読む", "続きを見る", "もっと読む", "全文を読む", "記事を読む", "詳細を見る", "詳しく見る", "阅读更多", "閱讀更多", "查看更多", "继续阅读", "繼續閱讀", "阅读全文",
    "閱讀全文", "了解更多", "查看全文", "展开全文", "더 보기", "더보기", "자세히 보기", "계속 읽기", "기사 더보기", "xem thêm", "đọc tiếp", "đọc thêm",
    "xem chi tiết", "baca selengkapnya", "selengkapnya", "baca lebih lanjut", "lanjut baca", "baca selanjutnya",
    "อ่านต่อ", "อ่านเพิ่มเติม", "basahin pa",
];

/// The link as it stands at the end of an excerpt.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "Read More", "Read more", "READ MORE", "read more", "Continue reading", "Continue Reading",
    "CONTINUE READING", "Weiterlesen", "Mehr lesen", "Lire la suite", "Leer más", "Leia mais", "Leggi tutto",
    "Lees meer", "Читать далее", "続きを読む", "Läs mer", "Czytaj więcej",
];

/// Claims the link at the end of an excerpt: "…under the... Read More".
fn ends(page: &Page<'_>, index: usize, claims: &mut Claims) {
    static END: LazyLock<Ends<4>> = LazyLock::new(|| Ends::new(LINKS.iter().copied()));
    let shown = page.shown(index);
    let bare = shown.trim_end_matches(['»', '→', '>', '›', '.', '…', ' ', ']', ')', ':']);
    if !END.may_end(bare) {
        return;
    }
    let Some(link) = LINKS.iter().find(|link| bare.ends_with(**link)) else {
        return;
    };
    let kept = bare[..bare.len() - link.len()].trim_end_matches([' ', '\u{A0}', '[', '(']);
    let cut_off = kept.ends_with("...") || kept.ends_with('…') || kept.ends_with("..");
    let kept = if bare[..bare.len() - link.len()].ends_with('(') && !cut_off {
        ""
    } else {
        kept
    };
    let capital = !link.starts_with('r');
    if kept.len() >= 20 && (cut_off || (capital && ends_sentence(kept))) {
        let block = page.blocks()[index].shown();
        claims.cut(Span::new(block.start + kept.len(), block.end), index);
    }
}
