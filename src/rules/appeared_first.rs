use std::sync::LazyLock;

use regex::Regex;

use crate::edit::Span;
use crate::page::Page;
use crate::rule::{Claims, Rule, each, line};

/// Longest such line, in bytes.
const LONGEST: usize = 400;
/// Bytes at the end of a line in which the link stands.
const WINDOW: usize = 160;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "appeared-first",
    summary: "\"The post X appeared first on Y\" of WordPress feeds",
    about: "WordPress and Yoast SEO close every entry of a feed with a link back to the blog, in the language of \
            the blog. A sentence that goes on after \"The post\" in lower case, about a post on some network, stays.",
    topic: &["appeared first on\" line", "rss footer"],
    find: &[
        line(r"(?-i:The|THE) post (?-i:[^a-z ]).* (?:appeared first|first appeared|was first posted) (?:on|in|at) .*"),
        line(r"the (?:article|entry|page) (?-i:[^a-z ]).* (?:appeared first|first appeared) on [^,;]*").likely().at_tail(),
        line(r"the post .* appeared first on [^,;]*").likely().at_tail(),
        line(r"this (?:post|article|entry|story) (?:appeared first|first appeared) (?:on|at) .*"),
        // German, Dutch, Scandinavian
        line(r"(?:der|dieser) (?:beitrag|artikel|post) .* (?:erschien zuerst|ist zuerst erschienen|erschien als erstes) (?:auf|bei|in) .*"),
        line(r"(?:het bericht|het artikel|dit bericht) .* (?:verscheen eerst|is eerst verschenen|werd eerst gepubliceerd) op .*"),
        line(r"(?:inlägget|artikeln) .* (?:dök först upp|visades först|publicerades först) på .*"),
        line(r"(?:indlægget|innlegget|artiklen|artikkelen) .* (?:blev først udgivet|blev først vist|dukkede først op|kom først til syne|dukket først opp|ble først publisert|vises først) (?:på|i) .*"),
        line(r"(?:artikkeli|julkaisu) .* (?:julkaistiin|ilmestyi) ensi(?:mmäisen kerran|n) .*"),
        // French, Spanish, Portuguese, Italian, Catalan, Romanian
        line(r"(?:l['’]article|cet article|l['’]entrée) .*(?:est apparu|a été publié|apparaît) en premier sur .*"),
        line(r"(?:la entrada|el artículo|el post|la publicación) .* (?:se publicó primero|aparece primero|apareció primero|se publicó antes|fue publicad[ao] primero) en .*"),
        line(r"(?:o post|o artigo|o conteúdo|a publicação) .* (?:apareceu primeiro|aparece primeiro|foi publicad[ao] primeiro) (?:em|no|na) .*"),
        line(r"l['’]articolo .* (?:proviene da|sembra essere il primo su|è apparso per la prima volta su) .*"),
        line(r"(?:l['’]entrada|l['’]article) .* (?:ha aparegut primer|apareix primer) (?:a|en) .*"),
        line(r"articolul .* (?:apare prima dată|a apărut prima dată) (?:în|pe) .*"),
        // Slavic, Hungarian, Greek
        line(r"(?:artykuł|post|wpis) .* (?:pochodzi z serwisu|pojawił się poraz pierwszy|pojawił się po raz pierwszy|ukazał się najpierw) .*"),
        line(r"(?:příspěvek|článek) .* (?:pochází z|se nejdříve objevil na|se objevil nejdříve na) .*"),
        line(r"príspevok .* (?:zobrazený najskôr|sa najskôr objavil na) .*"),
        line(r"(?:сообщение|запись|статья) .* (?:появил(?:ись|ась|ось) сначала на|впервые появил(?:ась|ось)|взята отсюда) .*"),
        line(r"(?:запис|допис|стаття) .* (?:спершу з['’]яв(?:иться|ився|илась) на|вперше з['’]яв(?:ився|илась) на|з['’]явився спочатку на) .*"),
        line(r"публикацията .* се появи първо (?:на|в) .*"),
        line(r"(?:objava|članak|prispevek) .* (?:pojavila se prvi puta na|pojavio se prvi put na|je bil najprej objavljen na) .*"),
        line(r"a\(?z?\)? .* (?:bejegyzés|poszt) először .*(?:jelent meg|közzé).*").words(&["bejegyzés először", "poszt először"]),
        line(r"το άρθρο .* εμφανίστηκε πρώτα στ?ο? .*"),
        // Turkish, Arabic, Hebrew, Vietnamese, Indonesian
        line(r"ظهرت المقالة .* أولاً على .*"),
        line(r"הפוסט .* הופיע (?:ראשון|לראשונה) ב.*"),
        line(r"bài viết .* (?:đã xuất hiện đầu tiên|xuất hiện đầu tiên) (?:vào ngày|trên|tại) .*"),
        line(r"(?:artikel|pos|postingan) .* (?:pertama kali (?:tampil|muncul) (?:pada|di)|muncul pertama kali di) .*"),
        // Japanese, Chinese, Korean
        line(r"投稿 .* は .* に最初に表示されました。?"),
        each(verb_last).words(VERBS).likely().at_tail(),
        line(r"게시물 .*(?:에|에서) 처음 등장했습니다\.?"),
        each(at_end).words(&["ppeared ", "PPEARED "]),
    ],
};

/// The verb of a line in which the title comes first.
const VERBS: &[&str] = &["yazısı ilk önce", "最先出现在", "首先出现在", "最先出現於"];

/// Claims the link behind the last words of an excerpt.
fn at_end(page: &Page<'_>, index: usize, claims: &mut Claims) {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i) ?(?-i:The) post (?-i:[^a-z ]).* ",
            r"(?:appeared first|first appeared) on [^,;]*$",
        ))
        .expect("a fixed pattern")
    });
    let shown = page.shown(index);
    let from = shown.ceil_char_boundary(shown.len().saturating_sub(WINDOW));
    if let Some(found) = LINK.find(&shown[from..]) {
        let block = page.blocks()[index].shown();
        claims.cut(
            Span::new(block.start + from + found.start(), block.end),
            index,
        );
    }
}

/// Claims the line where the title comes first: Turkish and Chinese.
fn verb_last(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() <= LONGEST && VERBS.iter().any(|verb| shown.contains(verb)) {
        claims.block(page, index);
    }
}
