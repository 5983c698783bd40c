//! Words of menus, pagers, breadcrumbs and footers; their structure is another rule's business.

mod neighbours;
mod rows;
mod words;

use crate::rule::{Rule, each, element, line, look, phrases};

pub(super) static RULE: Rule = Rule {
    id: "navigation",
    summary: "skip links, menus, pagers, breadcrumbs and footer links",
    about: "Site furniture prints the same words everywhere: links for screen readers, menu buttons, search \
            fields, pagers, breadcrumbs and the legal links of the footer. One word alone goes only in a run or \
            beside other dross; a song called \"Home\" and a heading \"Contact\" stay.",
    topic: &[
        "skip links",
        "navigation menu",
        "site navigation",
        "breadcrumb",
    ],
    find: &[
        element(MARKS).likely(),
        line(SKIP),
        line(BACK_TO_TOP),
        line(BREADCRUMB),
        line(PAGER).likely(),
        each(rows::claim_marked)
            .starts(rows::first_words)
            .up_to(600),
        each(rows::claim_unmarked)
            .starts(rows::first_words)
            .up_to(600)
            .likely(),
        line(SEARCH).likely(),
        line(BLOGGER),
        line(POLICY_LINK).likely().at_tail(),
        look(neighbours::claim).likely().at_tail(),
        phrases(words::SKIP),
        phrases(words::MENU).hint(),
        phrases(words::PAGER).hint(),
        phrases(words::FOOTER).hint(),
    ],
};

/// Navigation that names itself, and what themes call their paths and pagers.
const MARKS: &[&str] = &[
    "nav",
    "role=navigation",
    ".breadcrumb",
    ".breadcrumbs",
    "#breadcrumbs",
    "#breadcrumb",
    ".yoast-breadcrumb",
    ".skip-link",
    ".pagination",
    ".page-numbers",
    ".wp-pagenavi",
    ".mw-jump-link",
    ".mw-editsection",
];

/// Links for screen readers, alone or in a row.
const SKIP: &str = concat!(
    r"(?:(?:skip|jump|go|pass) (?:directly |straight )?to (?:the )?(?:main |primary |secondary |page |site |article |local |global )*(?:content|navigation|menu|search|footer|sidebar|article|header|body|nav|comments|results|section navigation|section|links|site index|accessibility(?: [a-z]+)?)(?: section| bar| area| form)?[ .|,]*(?:press enter[^?]*)?)+",
    r"|(?:skip|jump) (?:navigation|nav|links|header|ads?|advertisement|past [^.]*)(?: links?)?[.]?|skip to: ?start of article\.?|go back to top\. skip to: start of article\.?|accessibility links",
    r"|(?:(?:zum|zur|direkt zum|direkt zur|springe zum|springe zur) (?:inhalt|hauptinhalt|navigation|hauptnavigation|suche|fußzeile|footer|menü|seitenende|seitenanfang|inhaltsbereich)(?: (?:springen|wechseln|der seite|der seite springen))?[ .|,]*)+|(?:(?:aller|passer|sauter|accéder) (?:directement )?(?:au|à la|à|vers le) (?:contenu(?: principal)?|navigation|menu(?: principal)?|recherche|pied de page)[ .|,]*)+",
    r"|(?:(?:saltar|ir|pasar|omitir) (?:e ir )?(?:directamente )?(?:al|a la|a|para o) (?:contenido(?: principal)?|contingut|navegación|menú|buscador|búsqueda|conteúdo(?: principal)?)[ .|,]*)+|(?:(?:pular|ir|avançar|saltar|passar) (?:para|direto para|directamente para) (?:o |a )?(?:conteúdo(?: principal)?|menu|navegação|busca|rodapé)[ .|0-9,]*)+|(?:(?:salta|vai|passa|vai direttamente) (?:al|alla|ai) (?:contenut[oi](?: principal[ei])?|navigazione|menu|ricerca|piè di pagina|footer)[ .|,]*)+",
    r"|(?:ga|spring|doorgaan|ga direct|direct) (?:direct )?naar (?:de |het )?(?:inhoud|hoofdinhoud|navigatie|artikel|zoeken|menu)|(?:przejdź|przeskocz|przejdz) do (?:treści|menu|głównej treści|zawartości|wyszukiwarki|stopki)|(?:přejít|přeskočit|skočit|jít) (?:k|na) (?:obsahu?|hlavnímu obsahu|navigaci|menu|vyhledávání)|(?:preskočiť|prejsť) na obsah|(?:перейти|переход|перейти сразу) к (?:содержимому|содержанию|основному содержанию|контенту|навигации)|(?:перейти|перейти до) (?:до )?(?:вмісту|змісту|контенту|основного вмісту)|към съдържанието",
    r"|(?:i̇çeriğe|içeriğe|ana içeriğe) (?:geç|atla|git)|(?:hoppa|gå) (?:till|direkt till) (?:innehåll(?:et)?|huvudinnehåll(?:et)?|navigering|sidinnehåll)|(?:hopp|gå|spring) til (?:hoved)?indhold(?:et)?|hopp til (?:hoved)?innhold(?:et)?|(?:siirry|hyppää) (?:suoraan )?sisältöön|(?:ugrás|kilépés) a (?:fő )?tartalom(?:ra|ba|hoz)|kilépés a tartalomba|(?:sari|mergi|salt) la (?:conținut(?:ul principal)?|continut)|μετάβαση (?:σε|στο) (?:κύριο )?περιεχόμενο|(?:メイン)?(?:コンテンツ|本文)(?:へ|に)(?:スキップ|移動|ジャンプ)(?:する)?|ナビゲーション(?:へ|に)(?:スキップ|移動)|(?:跳至|跳到|跳转到|移至|转到)(?:主要|主|正文)?(?:内容|內容|正文|導覽)|(?:본문|콘텐츠|메뉴)(?:으로|로)? ?(?:바로 ?가기|건너뛰기)|(?:chuyển|bỏ qua|nhảy) (?:đến|tới) (?:phần )?nội dung|(?:langsung|lewati|loncat) ke (?:konten|isi)(?: utama)?|(?:التجاوز|انتقل|تخطى|تخطي|الانتقال) إلى المحتوى(?: الرئيسي)?|(?:דילוג|לדלג|דלג) לתוכן|پرش به محتوا|رفتن به محتوا",
);

/// The link back up.
const BACK_TO_TOP: &str = concat!(
    r"(?:go )?(?:back |return |scroll )?(?:to )?(?:the )?top(?: of (?:the |this )?(?:page|article|story))?(?: ?[↑^▲⇧])+|(?:go )?(?:back|return|scroll) (?:back )?(?:up )?to (?:the )?top(?: of (?:the |this )?(?:page|article|story|site))?[.!]?|to top|to the top|back to the top|scroll up|(?:back|return) to (?:the )?(?:homepage|home page|home|main page|front page|index|all (?:news|posts|articles)|blog|news|previous page|search results|list|overview)",
    r"|(?:zurück )?(?:nach oben|zum seitenanfang|zum anfang)(?: scrollen)?|seitenanfang|zur startseite|zurück zur (?:startseite|übersicht|liste)|(?:retour )?(?:en haut(?: de (?:la )?page)?|haut de page|retour en haut)|retour à (?:l['’]accueil|la liste|la page d['’]accueil)|(?:volver|ir) (?:al inicio|arriba|al principio|a la portada|al listado)|(?:voltar|ir) (?:ao topo|para o topo|ao início|para cima|para o início)|topo da página|(?:torna|vai) (?:su|in alto|all['’]inizio|alla home|a inizio pagina)|(?:terug )?naar boven|(?:powrót|wróć|przewiń) (?:do góry|na górę|na początek strony|do strony głównej)|do góry|(?:zpět )?nahoru|(?:späť )?hore|(?:наверх|вверх|к началу страницы|вернуться (?:назад|наверх|к началу|на главную)|на главную)|нагору|догори|yukarı çık|başa dön|(?:till|tillbaka till) (?:toppen|startsidan)|til toppen|takaisin ylös|sivun alkuun|vissza (?:az oldal tetejére|a tetejére|a főoldalra)|înapoi sus|sus ↑|επιστροφή (?:στην κορυφή|στην αρχή)|(?:ページ(?:の)?(?:先頭|トップ|上部)(?:へ|に)(?:戻る)?|トップ(?:へ|に)戻る|ページtop(?:へ)?|このページの先頭へ|pagetop|page top)|(?:返回|回到)(?:顶部|頂部|首页|首頁|页首)|맨 ?위로(?: 가기)?|위로|(?:lên|về) đầu trang|trở lên trên|kembali ke atas|(?:العودة|الرجوع) (?:إلى|الى) (?:الأعلى|أعلى)|חזרה למעלה",
);

/// A path of links with a mark between them.
const BREADCRUMB: &str = concat!(
    r"(?:you are here|you're here|sie sind hier|sie befinden sich hier|vous êtes ici|estás aquí|está aquí|usted está aquí|você está aqui|está em|ti trovi qui|sei qui|tu sei qui|je bent hier|u bent hier|u bevindt zich hier|jesteś tutaj|nacházíte se zde|zde se nacházíte|вы здесь|вы находитесь здесь|ви тут|buradasınız|du är här|du er her|olet tässä|ön itt van|itt jársz|te afli aici|βρίσκεστε εδώ|現在位置|現在地|您的位置|当前位置|您所在的位置|您現在的位置|현재 위치|bạn đang ở|أنت هنا) ?[:：]? ?[^.!?]*",
    r"|(?:home|homepage|startseite|accueil|inicio|início|home page|strona główna|domů|úvod|domov|главная|головна|начало|anasayfa|ana sayfa|hem|hjem|forside|forsiden|etusivu|főoldal|kezdőlap|acasă|αρχική|ホーム|トップ|首页|首頁|홈|trang chủ|beranda|الرئيسية|דף הבית|خانه) ?(?:>|»|›|→|/|::|»|＞|\\|>>|→|&gt;|⟩|❯|▸|►) ?[^.!?]*",
    r"|(?:home|start|news)(?: ?[>›»→] ?[^>›»→.!?]+)+",
);

/// Pagers with numbers and titles.
const PAGER: &str = concat!(
    r"(?:page|seite|página|pagina|strona|strana|stránka|страница|сторінка|sayfa|sida|side|sivu|oldal|σελίδα) [0-9]+ (?:of|von|sur|de|di|van|z|ze|из|з|/|av|af|din|από) [0-9]+|[0-9]+ ?/ ?[0-9]+ ?ページ|第? ?[0-9]+ ?页 ?[,，/共]+ ?[0-9]+ ?页|[0-9]+[./] oldal",
    r"|(?:pages?|seiten?|páginas?|pagine|strony|stránky|страницы|sayfalar|sidor|sider|sivut|oldalak|pagini|σελίδες|pàgines|strane|stranice|lappuses|faqet|síður|halaman|muka|paginas|الصفحات|עמודים) ?: ?(?:[0-9]+[ ,|·]*)+(?:next|weiter|suivant|siguiente)?[ »›→]*|(?:«|‹|←|prev(?:ious)?)? ?(?:[0-9]{1,3}[ |·]+){2,}(?:…|\.\.\.)? ?[0-9]{0,4} ?(?:next(?: page)?|last|weiter|suivante?|siguiente|próxima|successiva|volgende|następna|další|далее|следующая|sonraki|nästa|neste|næste|»|›|→|>)[ »›→>]*(?:last)?[ »]*",
    r"|(?:← ?)?(?:older|newer|previous|next) (?:posts?|entries|articles?|stories|page|comments?)[ ←→«»|]*(?:home)?[ |]*(?:older|newer|previous|next) (?:posts?|entries|articles?|stories|page|comments?) ?[→»]?|next post → ?← ?previous post|(?:prev(?:ious)?|zurück|précédent|anterior|precedente|vorige|назад|föregående|forrige)(?: (?:post|article|story|page|artikel|article|entrada|artículo|articolo|artigo))?[ |/·–-]+(?:next|weiter|vor|suivant|siguiente|próximo|seguinte|successivo|volgende|вперед|далее|nästa|neste|næste)(?: (?:post|article|story|page|artikel|article|entrada|artículo|articolo|artigo))?|vorheriger (?:post|beitrag|artikel) .{0,20}nächster (?:post|beitrag|artikel)",
    r"|(?:previous|next|prev) (?:post|article|story|entry|post link|article link):? ?[«»←→‹›:>|-]+ ?[^?!]*|[«←‹] ?(?:previous|older|back|prev|zurück|vorheriger|précédent|anterior|precedente)(?: [^.?!]{1,60})?|(?:next|newer|weiter|nächster|suivant|siguiente|próximo)(?: (?:post|article|page|story|entry|beitrag|artikel|entrada|artículo|artigo))? ?[»→›]|(?:previous|next) (?:post|article) ?(?:is|was)? ?: .*",
);

/// Search fields.
const SEARCH: &str = r"search (?:for|this|the|our|[a-z.]+\.(?:com|org|net)) ?(?:site|website|blog|web|archive|archives)?:?(?: ?(?:search|submit|go))?|search (?:for|in|within) ?:.{0,30}|type (?:your search|and hit enter|and press enter|to search|here to search|keywords)[^?]*|(?:hit|press) (?:enter|return) to search[^?]*|(?:begin|start) typing (?:your search|to search)[^?]*|what are you looking for\?|suche nach ?: ?(?:suchen?)?|rechercher ?: ?(?:rechercher)?|buscar ?: ?(?:buscar)?|(?:ricerca|cerca) (?:per|nel sito) ?:?|pesquisar por ?:|zoeken naar ?: ?(?:zoeken)?|szukaj ?: ?|vyhledávání ?:|найти ?: ?|sök efter ?: ?(?:sök)?|søk etter ?:|søg efter ?:|haku ?: ?|keresés ?:|caută după ?:|αναζήτηση για ?:|検索 ?[:：](?: ?検索)?|搜索 ?[:：]|搜尋關鍵字 ?[:：]|검색 ?[:：]|tìm kiếm cho ?:|cari untuk ?:|البحث عن ?:|חיפוש ?:";

/// The foot of a blog on Blogger.
const BLOGGER: &str = r"newer posts? ?older posts? ?home|newer post home|older post home|home older post|subscribe to: ?posts \(atom\)|(?:neuerer|neuere) posts? ?(?:älterer|ältere) posts? ?startseite|entrada(?:s)? más recientes? ?entradas? antiguas? ?(?:página principal|inicio)|postagem mais recente ?postagem mais antiga ?(?:página inicial|início)|(?:article|message)s? plus récents? ?(?:article|message)s? plus anciens? ?accueil|post più recent[ei] ?post più vecchi[o]? ?home page|(?:awesome inc\. |simple |watermark |travel |picture window |ethereal )?(?:theme|template)\. (?:theme images by .*)?powered by blogger\.?|powered by blogger\.?|view my complete profile|diese theme|back to (?:mobile|desktop) (?:site|version)|view (?:full|mobile|desktop|web) (?:site|version)|(?:switch to )?(?:mobile|desktop) (?:site|version)";

/// Legal links that say what they are.
const POLICY_LINK: &str = r"(?:do not sell(?: or share)? my (?:personal )?info(?:rmation)?|your (?:california )?privacy (?:rights|choices)|california (?:privacy|residents)[a-z :&-]*|notice (?:to california residents|of collection|at collection)|(?:cookie|privacy|consent) (?:settings|preferences|choices|center|centre|manager)|manage (?:cookies|consent|preferences)|(?:ad|about our) (?:choices|ads)|adchoices|interest-based ads|accessibility (?:statement|help|feedback)|corrections? policy|editorial (?:policy|standards|guidelines)|ethics (?:policy|statement)|(?:website|visitor|user|subscriber) agreement|(?:copyright|dmca|comment|community|linking|refund|shipping|return) policy|terms (?:of|and|&) (?:use|service|conditions|sale)(?: (?:and|&) privacy policy)?|privacy (?:policy|notice|statement)(?: (?:and|&) (?:terms|cookie)[a-z ]*)?)(?: \((?:updated|new|revised)[^)]*\))?";
