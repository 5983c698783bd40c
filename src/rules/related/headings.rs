//! Headings over links to other stories, by language.

/// Headings of several words, or of one word that heads nothing else.
#[rustfmt::skip]
pub(in crate::rules) const HEADINGS: &[&str] = &[
    "related", "related links", "related articles", "related article", "related stories", "related story",
    "related coverage", "related content", "related posts", "related post", "related news", "related reading",
    "related videos", "related video", "related items", "related headlines", "see all related", "most popular",
    "most popular stories", "popular posts", "popular stories", "popular articles", "popular now", "most read",
    "most viewed", "most shared", "most commented", "most emailed", "most recent", "trending now",
    "trending stories", "trending right now", "trending articles", "trending topics", "top stories", "top news",
    "today's top stories", "today's most popular", "latest stories", "latest news", "latest posts",
    "latest articles", "latest headlines", "latest videos", "recent posts", "recent articles", "recent stories",
    "recent news", "more stories", "more articles", "more headlines", "more top stories", "more coverage",
    "more like this", "more stories like this", "more to read", "more stories about", "more from this series",
    "from the archives", "from the archive", "on this topic", "don't miss", "must read", "must reads", "must-read",
    "what to read next", "read next", "recommended for you", "recommended stories", "recommended reading",
    "recommended articles", "stories chosen for you", "picked for you", "curated for you",
    "you may like these posts", "you may also like", "you might also like", "you may like", "you might like",
    "you may have missed", "in case you missed it", "you recently viewed", "also read", "also see", "read also",
    "further reading on this site", "other stories", "other news", "other articles", "other posts",
    "similar articles", "similar posts", "similar stories", "related to this story", "related stories by topic",
    "articles you may like", "around the web", "from around the web", "from the web", "more from the web",
    "suggested stories", "suggested articles", "read more on this", "more on this story", "more on this topic",
    "more on this", "featured stories", "featured articles", "featured posts", "featured video", "featured videos",
    "continue exploring", "keep reading", "next bit of upworthiness",
    // German
    "ähnliche artikel", "ähnliche beiträge", "ähnliche themen", "verwandte artikel", "verwandte beiträge",
    "verwandte themen", "mehr zum thema", "zum thema", "lesen sie auch", "lesen sie mehr", "auch interessant",
    "das könnte sie auch interessieren", "das könnte dich auch interessieren", "das könnte ihnen auch gefallen",
    "meistgelesen", "meistgelesene artikel", "meist gelesen", "meistgeklickt", "meistkommentiert",
    "neueste beiträge", "neueste artikel", "aktuelle beiträge", "letzte beiträge", "beliebte beiträge",
    "beliebteste artikel", "weitere artikel", "weitere beiträge", "weitere nachrichten", "weitere meldungen",
    "weitere themen", "top-themen", "top-artikel", "lesetipps", "weiterführende links", "mehr von",
    // French
    "articles similaires", "articles liés", "articles connexes", "sur le même sujet", "sur le même thème",
    "à lire aussi", "a lire aussi", "lire aussi", "lire également", "à lire également", "à lire", "à voir aussi",
    "les plus lus", "les plus lues", "articles récents", "derniers articles", "vous aimerez aussi", "à découvrir",
    "nos derniers articles", "les plus partagés", "en lien avec cet article", "sujets liés", "plus d'articles",
    "à ne pas manquer", "recommandé pour vous", "contenus associés",
    // Spanish, Catalan
    "artículos relacionados", "noticias relacionadas", "notas relacionadas", "entradas relacionadas",
    "contenido relacionado", "relacionado", "relacionados", "lo más leído", "lo más visto", "más leídas",
    "más leídos", "lo más popular", "más noticias", "últimas noticias", "entradas recientes", "te puede interesar",
    "te podría interesar", "también te puede interesar", "te recomendamos", "lee también", "lea también",
    "lea además", "leer también", "temas relacionados", "no te pierdas", "más sobre este tema",
    "más información sobre", "lo último", "articles relacionats", "entrades relacionades",
    // Portuguese
    "artigos relacionados", "notícias relacionadas", "matérias relacionadas", "posts relacionados",
    "conteúdo relacionado", "mais lidas", "mais lidos", "as mais lidas", "leia também", "veja também",
    "últimas notícias", "posts recentes", "mais notícias", "você pode gostar", "você também pode gostar",
    "recomendados para você",
    // Italian, Romanian
    "articoli correlati", "articoli simili", "notizie correlate", "correlati", "leggi anche",
    "potrebbe interessarti", "ti potrebbe interessare", "potrebbe interessarti anche", "i più letti", "più letti",
    "articoli recenti", "ultime notizie", "articole similare", "articole asemănătoare", "citește și", "citeşte şi",
    "citiți și", "cele mai citite", "articole recente", "ultimele știri", "pe aceeași temă",
    // Dutch, Scandinavian, Finnish
    "gerelateerde artikelen", "gerelateerde berichten", "gerelateerd", "lees ook", "meest gelezen",
    "recente berichten", "bekijk ook", "relaterade artiklar", "relaterade inlägg", "relaterat", "läs också",
    "läs även", "mest läst", "mest lästa", "senaste nytt", "senaste inläggen", "relaterte artikler",
    "relaterte saker", "les også", "mest lest", "siste nytt", "siste innlegg", "relaterede artikler", "relateret",
    "læs også", "mest læste", "seneste nyt", "seneste indlæg", "lue myös", "aiheeseen liittyvää", "luetuimmat",
    // Polish, Czech, Slovak
    "powiązane artykuły", "powiązane", "podobne artykuły", "podobne wpisy", "zobacz też", "zobacz także",
    "czytaj też", "czytaj także", "przeczytaj także", "przeczytaj również", "polecamy", "najczęściej czytane",
    "najpopularniejsze", "ostatnie wpisy", "najnowsze artykuły", "související články", "související",
    "podobné články", "čtěte také", "čtěte dále", "přečtěte si také", "mohlo by vás zajímat", "nejčtenější",
    "nejnovější články", "další články", "další zprávy", "súvisiace články", "súvisiace", "čítajte aj",
    "prečítajte si aj", "najčítanejšie",
    // Russian, Ukrainian, Bulgarian, South Slavic
    "похожие статьи", "похожие записи", "похожие новости", "похожие материалы", "читайте также", "по теме",
    "материалы по теме", "новости по теме", "статьи по теме", "смотрите также", "самое читаемое", "популярное",
    "популярные статьи", "свежие записи", "последние новости", "ещё по теме", "вам может быть интересно",
    "рекомендуем", "схожі статті", "схожі записи", "читайте також", "за темою", "дивіться також", "останні новини",
    "популярні новини", "свързани статии", "прочетете още", "вижте още", "подобни статии", "povezani članci",
    "povezane vijesti", "pročitajte još", "najčitanije", "sorodni članki", "preberite še", "najbolj brano",
    // Hungarian, Greek, Turkish, Baltic
    "kapcsolódó cikkek", "kapcsolódó", "kapcsolódó bejegyzések", "olvasta már?", "ez is érdekelheti",
    "legolvasottabb", "legfrissebb", "σχετικά άρθρα", "διαβάστε επίσης", "δείτε επίσης", "διαβάστε ακόμη",
    "δημοφιλή", "δημοφιλή άρθρα", "τελευταία νέα", "ilgili haberler", "ilgili yazılar", "benzer yazılar",
    "benzer haberler", "ayrıca bakınız", "en çok okunanlar", "son yazılar", "son haberler",
    "bunlar da ilginizi çekebilir", "susiję straipsniai", "taip pat skaitykite", "saistītie raksti", "lasi vēl",
    "seotud artiklid", "loe ka",
    // Arabic, Persian, Hebrew, Hindi, Urdu
    "مقالات ذات صلة", "مواضيع ذات صلة", "أخبار ذات صلة", "ذات صلة", "اقرأ أيضا", "اقرأ أيضاً", "إقرأ أيضاً",
    "الأكثر قراءة", "الأكثر مشاهدة", "أحدث المقالات", "مطالب مرتبط", "بیشتر بخوانید", "כתבות נוספות", "כתבות קשורות",
    "קראו גם", "संबंधित खबरें", "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें",
    "یہ بھی پڑھیں", "یہ بھی پڑھیے", "یہ بھی پڑھئے", "مزید پڑھیے", "مزید پڑھیں", "مزید پڑھئے", "متعلقہ خبریں", "আরও পড়ুন",
    "আরো পড়ুন", "மேலும் படிக்க",
    // East and South-East Asian
    "関連記事", "関連ニュース", "関連リンク", "関連トピックス", "関連する記事", "関連コンテンツ", "あわせて読みたい", "合わせて読みたい", "こちらもおすすめ", "おすすめ記事",
    "おすすめの記事", "人気記事", "人気記事ランキング", "アクセスランキング", "新着記事", "最新記事", "最近の投稿", "この記事も読まれています", "この記事を読んだ人はこんな記事も読んでいます",
    "相关文章", "相关阅读", "相关新闻", "相关推荐", "推荐阅读", "延伸阅读", "热门文章", "最新文章", "热门推荐", "猜你喜欢", "相關文章", "相關新聞", "延伸閱讀", "推薦閱讀",
    "熱門文章", "最新消息", "관련기사", "관련 기사", "관련 글", "관련글", "많이 본 뉴스", "많이 본 기사", "인기 기사", "인기기사", "추천 기사", "최신 기사", "최신글",
    "bài viết liên quan", "tin liên quan", "tin cùng chuyên mục", "bài liên quan", "đọc thêm", "tin mới nhất",
    "đọc nhiều nhất", "tin khác", "artikel terkait", "berita terkait", "baca juga", "terpopuler", "terkini",
    "artikel lainnya", "berita lainnya", "lihat juga", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง",
];

/// Words that head such a list only beside other dross.
#[rustfmt::skip]
pub(super) const HINTS: &[&str] = &[
    "trending", "popular", "see also", "editors' picks", "editor's picks", "editor's pick", "editor's choice",
    "staff picks", "our picks", "recommended", "the latest", "además", "siehe auch",
    "voir aussi", "ver también", "zie ook", "in this section", "см. также", "vedi anche", "related topics",
    "saiba mais", "leia mais", "veja mais", "xem thêm", "more news", "latest", "more", "similar", "featured",
    "stories", "today", "past week", "past month", "this week", "next", "previous", "in media", "more-in", "mehr",
    "weitere", "aktuell", "récents", "populaires", "recientes", "populares", "recenti", "popolari", "nuevo", "novo",
    "populair", "populärt", "populært", "polecane", "najnowsze", "doporučujeme", "popüler", "ランキング", "新着", "热门",
    "推荐", "인기", "nổi bật", "قد يعجبك", "פופולרי", "σχετικά", "correlato", "schlagzeilen", "headlines",
];
