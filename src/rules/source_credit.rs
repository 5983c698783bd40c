use std::sync::LazyLock;

use crate::page::{Page, Signs, ends_sentence};
use crate::rule::{Claims, Rule, Strength, each, line, look, phrases};
use crate::rules::gate::Starts;
use crate::rules::names::{are_names, is_domain};
use crate::rules::surroundings::is_among_fields;
use crate::sentences::sentences;

/// Longest line, in bytes, that names a source.
const LONGEST: usize = 200;
/// Names in the longest list of sources.
const NAMES: usize = 8;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "source-credit",
    summary: "where a copied text came from",
    about: "Blogs and aggregators close a copied text with \"Source: URL\", \"Via: X\", \"H/T X\" or \"This article \
            originally appeared on X\". Sentences such as \"Source: according to ..\", quoted informants and lists \
            of references stay.",
    topic: &["source line", "source credit"],
    find: &[
        phrases(&["source", "sources", "via", "quelle", "fuente", "fuentes", "fonte", "bron", "kaynak", "источник",
            "źródło", "zdroj", "sursa", "nguồn", "来源", "來源", "出典", "출처", "kilde", "källa", "original article",
            "original source", "read original article", "view original article", "view source", "original story"])
        .hint(),
        line(r"[(\[]?(?:h/t|hat ?tip|h/t to|via|props)[: ] ?@?(?-i:[A-Z0-9])[^.!?;]*(?:\.[a-z]{2,4}(?:/[^ ]*)?)?\.?[)\]]").likely(),
        line(r"[(\[]?(?:h/t|hat ?tip):? @?(?-i:[A-Z])[^!?;]*[)\]]?"),
        line(r"[(\[](?:attribution|source|sources|via|quelle|fuente|fonte|kaynak)[:：] ?[^()\[\]]*[)\]]\.?").likely(),
        line(r"(?:this |the )?(?:article|post|story|piece|essay|column|op-ed|interview|blog post|report|review|excerpt|version of this (?:article|story|post|piece))(?: is| was| has)?(?: been)? ?(?:originally|first|previously|also)? ?(?:appeared|published|posted|ran|run) (?:on|at|in|by|with|here)[: ](?-i:[A-Zthe@(])[^?!]*").at_tail(),
        line(r"this (?:article|post|story|piece|essay|column|op-ed|interview|report|review)(?: is| was)? (?:originally|first) (?:appeared|published|posted) (?:on|at|by|as|in) [^?!]*"),
        line(r"(?:originally|first) (?:published|posted|appeared) (?:at|on|by|as) (?-i:[^a-z ]|[a-z0-9.-]+\.(?:com|org|net|co|info|ly|de|fr|uk|au)|the )[^,;?!]*").likely(),
        line(r"(?:cross-?posted|reposted|reblogged|syndicated|excerpted|adapted)(?: with permission)? (?:from|at|on|to) [^?!]*").likely().at_tail(),
        line(r"(?:this (?:article|post|story) (?:has been |was )?)?contributed by (?-i:[A-Z])[^,;?!]*").likely(),
        line(r"delivered by (?-i:[A-Z])[^,;?!]*").likely().at_tail(),
        line(r"(?:read|see|view) (?:the )?(?:original|entire|complete) (?:article|story|post|piece|report|source)(?: here| at| on)?.*").likely(),
        line(r"(?:ce|cet) article (?:a été |est )?(?:publié|paru|initialement publié) (?:initialement|d'abord)? ?(?:sur|dans|par) .*").likely().at_tail(),
        line(r"dieser (?:artikel|beitrag|text) (?:erschien|ist) (?:zuerst|ursprünglich|zunächst|im original) .*").likely().at_tail(),
        line(r"(?:este|esta) (?:artículo|nota|artigo|texto|post) (?:fue |foi )?(?:publicad[ao]|apareció) (?:originalmente|primero|originalmente) (?:en|em|no|na) .*").likely().at_tail(),
        look(after_theo).likely().at_tail(),
        line(r"information from: .*https?://[^ ]+"),
        each(labelled).signs(Signs::COLON.or(Signs::WIDE)).up_to(LONGEST),
        look(last_address).hint().at_tail(),
    ],
};

/// Claims "(Theo Reuters)" and "Name (Theo VnExpress)", as Vietnamese papers close a text taken from elsewhere.
fn after_theo(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    for index in count.saturating_sub(4)..count {
        let shown = page.shown(index);
        let bare = shown
            .strip_suffix(')')
            .and_then(|rest| rest.split_once('('));
        let Some((name, source)) = bare.or(Some(("", shown))) else {
            continue;
        };
        let Some(source) = source.strip_prefix("Theo ") else {
            continue;
        };
        let signed = name.is_empty() || are_names(name, 5);
        if shown.len() <= 90 && signed && are_names(source, 5) {
            claims.block(page, index);
        }
    }
}

/// "Source" and its kin before a colon, in lower case.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "source", "sources", "via", "cre", "credit", "from", "original source", "article source", "news source",
    "source link", "quelle", "quellen", "fuente", "fuentes", "fonte", "fontes", "fonti", "bron", "bronnen", "kilde",
    "kilder", "källa", "källor", "lähde", "zdroj", "zdroje", "źródło", "źródła", "kaynak", "источник", "источники",
    "джерело", "джерела", "източник", "sursa", "surse", "forrás", "nguồn", "nguồn tin", "sumber", "πηγή", "المصدر",
    "مصدر", "منبع", "ماخذ", "מקור", "स्रोत", "izvor", "vir", "šaltinis", "allikas", "avots", "font", "来源", "來源",
    "消息来源", "文章来源", "稿源", "出典", "引用元", "参照元", "ソース", "情報源", "출처", "자료", "자료출처", "ที่มา", "the source", "source/via",
];

/// Claims "Source: URL" and "Source: Names".
fn labelled(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > LONGEST {
        return;
    }
    let bare = shown.trim_matches(['(', ')', '[', ']', ' ', '*', '-', '–', '|', '•']);
    let Some((label, rest)) = bare.split_once([':', '：']) else {
        return;
    };
    if label.len() > 30 || !is_label(label.trim()) {
        return;
    }
    let plain = label.eq_ignore_ascii_case("via") || index + 12 >= page.blocks().len();
    if let Some(strength) = weigh(rest.trim(), plain) {
        let weak = strength != Strength::Sure && is_among_fields(page, index);
        claims.block_as(page, index, if weak { Strength::Hint } else { strength });
    }
}

fn is_label(label: &str) -> bool {
    static LABEL: LazyLock<Starts> = LazyLock::new(|| Starts::new(LABELS.iter().copied()));
    LABEL.find(label).is_some() && LABELS.contains(&label.to_lowercase().as_str())
}

/// Tells whether what stands behind the label is an address or names.
pub(super) fn is_source(rest: &str) -> bool {
    weigh(rest.trim(), true).is_some()
}

/// An address is sure; names are likely after "Via" and near the end of the page, else they need other dross.
fn weigh(rest: &str, plain: bool) -> Option<Strength> {
    if rest.is_empty() {
        return None;
    }
    let address = rest.starts_with("http") || rest.starts_with("www.");
    if address && rest.split_whitespace().count() <= 2 {
        return Some(Strength::Sure);
    }
    let names = are_names(rest.trim_end_matches('.'), NAMES) && rest.len() <= 90;
    names.then_some(if plain {
        Strength::Likely
    } else {
        Strength::Hint
    })
}

/// Tells whether a line says that an address follows: the author's own link.
fn announces(line: &str) -> bool {
    let last = sentences(line).pop().unwrap_or_default().to_lowercase();
    ANNOUNCED.iter().any(|words| last.contains(words))
}

/// Words of a sentence that an address follows, in lower case.
#[rustfmt::skip]
const ANNOUNCED: &[&str] = &[
    "below", "following", "this address", "the address", "this link", "the link", "this page", " here", "online at", "can be heard",
    "can be found", "can be read", "can be seen", "available at", "unten", "folgende", " adresse", "unter diesem", " hier", "ci-dessous", "suivant", "abajo",
    "siguiente", " aquí", "abaixo", "seguinte", " aqui", "sotto", "seguente", " qui ", "hieronder", "volgende", "nedan", "nedenfor", "poniżej",
    "ниже", "ссылк", "по адресу", "以下", "下記", "下面", "아래", "aşağıda", "dưới đây", "di bawah",
];

/// Claims one bare address after the text; several are a list of references. A site's name is likely its
/// source, a deep link may be the author's.
fn last_address(page: &Page<'_>, claims: &mut Claims) {
    let is_address = |shown: &str| {
        let address = || shown.starts_with("http://") || shown.starts_with("https://");
        shown.len() > 5
            && memchr::memchr(b' ', shown.as_bytes()).is_none()
            && (address() || is_domain(shown))
    };
    let count = page.blocks().len();
    let from = count.saturating_sub(8);
    let mut addresses = (from..count).filter(|&index| is_address(page.shown(index)));
    let (Some(index), None) = (addresses.next(), addresses.next()) else {
        return;
    };
    let above = page.before(index).unwrap_or_default();
    if above.len() >= 45 && ends_sentence(above) && !announces(above) {
        let site = !page.shown(index).contains("://");
        claims.block_as(
            page,
            index,
            if site {
                Strength::Likely
            } else {
                Strength::Hint
            },
        );
    }
}
