//! Labels that pages print behind a text, by language.

/// Comments and what opens them.
#[rustfmt::skip]
pub(super) const COMMENTS: &[&str] = &[
    "comments", "leave a comment", "leave a reply", "post a comment", "write a comment", "add a comment",
    "add comment", "leave your comment", "no comments", "no comments yet", "be the first to comment",
    "view comments", "show comments", "read comments", "join the conversation", "join the discussion",
    "facebook comments", "comments through the facebook box", "comments via facebook", "comments by facebook",
    "comment via facebook", "comment on facebook", "comment with facebook", "comment using facebook",
    "comments through facebook", "comments with facebook", "comments box", "comments powered by facebook",
    "comments powered by disqus", "powered by facebook comments", "please enable javascript to view the comments powered by disqus",
    // German, Dutch
    "kommentare", "kommentar schreiben", "kommentar hinterlassen", "hinterlasse einen kommentar",
    "schreibe einen kommentar", "einen kommentar schreiben", "kommentare über facebook", "facebook-kommentare",
    "keine kommentare", "reacties", "plaats een reactie", "geef een reactie", "laat een reactie achter",
    "schrijf een reactie", "reacties via facebook", "reageer via facebook",
    // Romance
    "commentaires", "laisser un commentaire", "ajouter un commentaire", "écrire un commentaire",
    "commentaires facebook", "commentaires via facebook", "commenter via facebook", "comentarios",
    "deja un comentario", "dejar un comentario", "añadir un comentario", "escribe un comentario",
    "comentarios de facebook", "comentarios en facebook", "comentarios a través de facebook",
    "comenta con facebook", "deixa un comentari", "comentários", "deixe um comentário", "deixar um comentário",
    "deixe o seu comentário", "deixe seu comentário", "comentários do facebook", "comentários via facebook",
    "comente pelo facebook", "commenti", "lascia un commento", "aggiungi un commento", "commenti facebook",
    "commenta con facebook", "commenti via facebook", "comentarii", "lasă un comentariu", "lasa un comentariu",
    "adaugă un comentariu", "scrie un comentariu", "comentarii facebook", "comentarii prin facebook",
    // Scandinavian, Finnish, Baltic
    "lämna en kommentar", "skriv en kommentar", "kommentera via facebook", "kommentarer via facebook",
    "legg igjen en kommentar", "skriv kommentar", "læg en kommentar", "efterlad en kommentar",
    "kommenter via facebook", "kommentit", "jätä kommentti", "kirjoita kommentti", "lisää kommentti",
    "kommentoi facebookissa", "kommentit facebookissa", "kommentoi facebookin kautta", "facebook-kommentit",
    "palikti komentarą", "rašyti komentarą", "komentarai per facebook", "pievienot komentāru",
    "atstāt komentāru", "lisa kommentaar", "jäta kommentaar",
    // Slavic
    "komentarze", "dodaj komentarz", "zostaw komentarz", "napisz komentarz", "komentarze na facebooku",
    "komentarze facebook", "komentáře", "přidat komentář", "napsat komentář", "komentáře přes facebook",
    "komentáre", "pridať komentár", "napísať komentár", "komentári", "комментарии", "оставить комментарий",
    "оставьте комментарий", "добавить комментарий", "написать комментарий", "комментарии через facebook",
    "комментарии facebook", "комментарии фейсбук", "коментарі", "залишити коментар", "додати коментар",
    "коментарі через facebook", "коментарі facebook", "коментари", "напиши коментар", "остави коментар",
    "добави коментар", "оставете коментар", "напишете коментар", "коментирай във facebook",
    "коментари през facebook", "коментари чрез facebook", "коментари във фейсбук", "коментари от facebook",
    "коментари през фейсбук", "facebook коментари", "коментирай с facebook", "оставите коментар",
    "ostavite komentar", "ostavi komentar", "napiši komentar", "komentari putem facebooka", "komentiraj putem facebooka",
    "dodaj komentar", "додај коментар", "остави коментар преку facebook",
    // Albanian, Greek, Hungarian, Turkish
    "komente", "komentet", "komento", "lini një koment", "lër një koment", "shkruaj një koment", "shto koment",
    "shto një koment", "komentoni", "komento në facebook", "komente nga facebook", "komente përmes facebook",
    "komente përmes facebook-ut", "komente në facebook", "komentet e facebook", "σχόλια", "αφήστε ένα σχόλιο",
    "αφήστε σχόλιο", "γράψτε ένα σχόλιο", "προσθήκη σχολίου", "δημοσίευση σχολίου", "σχόλια μέσω facebook",
    "σχόλια facebook", "σχόλια στο facebook", "σχολιάστε μέσω facebook", "σχολιάστε το άρθρο", "hozzászólások",
    "szólj hozzá", "hozzászólás írása", "írj hozzászólást", "facebook hozzászólások", "hozzászólások facebookon",
    "yorumlar", "yorum yap", "yorum yaz", "yorum ekle", "bir yorum yazın", "bir yanıt yazın", "facebook yorumları",
    "facebook ile yorum yap",
    // South-East Asian, African
    "komentar", "tinggalkan komentar", "tulis komentar", "beri komentar", "tambah komentar", "kirim komentar",
    "komentar facebook", "komentar via facebook", "komentar lewat facebook", "komentar melalui facebook",
    "bình luận", "để lại bình luận", "gửi bình luận", "viết bình luận", "bình luận facebook",
    "bình luận qua facebook", "mag-iwan ng komento", "toa maoni", "acha maoni", "andika maoni", "maoni kupitia facebook",
    "ra'ayi", "ra'ayoyi", "sharhi", "bar sharhi", "ku bar sharhi", "rubuta sharhi", "ra'ayin facebook", "ka bar ra'ayi",
    "ra'ayoyinku", "tsokaci", "yi tsokaci", "bar tsokaci", "ra'ayoyi ta facebook", "sharhi ta facebook",
    // Arabic, Persian, Hebrew, Indic
    "اترك تعليقا", "اترك تعليقاً", "أضف تعليق", "أضف تعليقا", "أضف تعليقك", "تعليقات فيسبوك", "التعليقات عبر الفيسبوك", "تعليقات الفيسبوك",
    "ارسال نظر", "دیدگاه خود را بنویسید", "نظر خود را بنویسید", "הוסף תגובה", "השאירו תגובה", "כתוב תגובה",
    "टिप्पणी करें", "एक टिप्पणी छोड़ें", "अपनी टिप्पणी दें", "মন্তব্য করুন", "تبصرہ کریں",
    // East Asian
    "コメントを書く", "コメントを残す", "コメントを投稿", "コメントを投稿する", "发表评论", "发表回复", "發表評論", "發佈留言", "发表留言", "臉書留言", "臉書回應",
    "댓글 남기기", "댓글 쓰기", "댓글쓰기", "페이스북 댓글", "แสดงความคิดเห็น",
];

/// The article before or after this one; its headline stands behind the label.
#[rustfmt::skip]
pub(in crate::rules) const NEIGHBOURS: &[&str] = &[
    "next article", "previous article", "prev article", "next post", "previous post", "prev post", "next story",
    "previous story", "prev story", "next news", "previous news", "next entry", "previous entry", "next up",
    "older post", "newer post", "older article", "newer article", "next page", "previous page",
    // German, Dutch
    "nächster artikel", "vorheriger artikel", "nächster beitrag", "vorheriger beitrag", "nächste meldung",
    "vorherige meldung", "voriger artikel", "voriger beitrag", "volgend artikel", "vorig artikel",
    "volgende artikel", "vorige artikel", "volgend bericht", "vorig bericht",
    // Romance
    "article suivant", "article précédent", "prochain article", "articles précédents", "publication suivante",
    "publication précédente", "artículo siguiente", "artículo anterior", "siguiente artículo",
    "próximo artículo", "noticia siguiente", "noticia anterior", "siguiente noticia", "próxima noticia",
    "nota siguiente", "nota anterior", "entrada siguiente", "entrada anterior", "siguiente entrada",
    "article següent", "article anterior", "artigo seguinte", "próximo artigo", "artigo anterior",
    "próxima notícia", "notícia anterior", "próxima matéria", "matéria anterior", "próximo post", "post anterior",
    "articolo successivo", "articolo precedente", "prossimo articolo", "notizia successiva", "notizia precedente",
    "post successivo", "post precedente", "articolul următor", "articolul urmator", "articolul anterior",
    "articolul precedent", "următorul articol", "urmatorul articol", "știrea următoare", "știrea anterioară",
    // Scandinavian, Finnish, Baltic
    "nästa artikel", "föregående artikel", "nästa inlägg", "föregående inlägg", "neste artikkel",
    "forrige artikkel", "neste sak", "forrige sak", "neste innlegg", "forrige innlegg", "næste artikel",
    "forrige artikel", "næste indlæg", "forrige indlæg", "seuraava artikkeli", "edellinen artikkeli",
    "seuraava juttu", "edellinen juttu", "seuraava uutinen", "edellinen uutinen", "seuraava kirjoitus",
    "edellinen kirjoitus", "seuraava julkaisu", "edellinen julkaisu", "kitas straipsnis", "ankstesnis straipsnis",
    "nākamais raksts", "iepriekšējais raksts", "järgmine artikkel", "eelmine artikkel", "järgmine postitus",
    "eelmine postitus",
    // Slavic
    "następny artykuł", "poprzedni artykuł", "następny wpis", "poprzedni wpis", "następna wiadomość",
    "poprzednia wiadomość", "další článek", "předchozí článek", "následující článek", "další příspěvek",
    "předchozí příspěvek", "ďalší článok", "predchádzajúci článok", "nasledujúci článok", "следующая статья",
    "предыдущая статья", "следующая новость", "предыдущая новость", "следующая запись", "предыдущая запись",
    "следующий пост", "предыдущий пост", "наступна стаття", "попередня стаття", "наступна новина",
    "попередня новина", "наступний запис", "попередній запис", "следваща статия", "предишна статия",
    "следваща новина", "предишна новина", "следваща публикация", "предишна публикация", "следващ пост",
    "предишен пост", "следващата статия", "предишната статия", "sljedeći članak", "prethodni članak",
    "sledeći članak", "sljedeća vijest", "prethodna vijest", "sledeća vest", "prethodna vest", "naslednji članek",
    "prejšnji članek", "следећи чланак", "претходни чланак", "следна вест", "претходна вест",
    "следна статија", "претходна статија",
    // Albanian, Greek, Hungarian, Turkish
    "artikulli tjetër", "artikulli i radhës", "artikulli i ardhshëm", "artikulli paraprak", "artikulli i mëparshëm",
    "artikulli pasues", "lajmi tjetër", "lajmi i radhës", "lajmi paraprak", "lajmi i mëparshëm", "postimi tjetër",
    "postimi i radhës", "postimi i mëparshëm", "shkrimi i radhës", "shkrimi i mëparshëm", "επόμενο άρθρο",
    "προηγούμενο άρθρο", "επόμενη ανάρτηση", "προηγούμενη ανάρτηση", "επόμενη είδηση", "προηγούμενη είδηση",
    "επόμενη δημοσίευση", "προηγούμενη δημοσίευση", "következő cikk", "előző cikk", "következő bejegyzés",
    "előző bejegyzés", "sonraki haber", "önceki haber", "sonraki yazı", "önceki yazı", "sonraki makale",
    "önceki makale", "sıradaki haber",
    // South-East Asian, African
    "artikel selanjutnya", "artikel sebelumnya", "artikel berikutnya", "berita selanjutnya", "berita sebelumnya",
    "berita berikutnya", "pos selanjutnya", "pos sebelumnya", "pos berikutnya", "posting selanjutnya",
    "posting sebelumnya", "postingan selanjutnya", "postingan sebelumnya", "postingan berikutnya",
    "artikel seterusnya", "artikel terdahulu", "bài tiếp theo", "bài trước", "bài viết tiếp theo",
    "bài viết trước", "bài sau", "makala inayofuata", "makala iliyotangulia", "habari inayofuata",
    "habari iliyopita", "labari na gaba", "labari na baya", "labarin da ya gabata", "labari mai zuwa",
    "labari na gaba da wannan", "makala ta gaba", "makala ta baya", "labarin gaba", "labarin baya",
    "rubutu na gaba", "rubutu na baya", "labari da ya gabata", "labarai na gaba",
    // Arabic, Persian, Hebrew, Indic
    "المقال التالي", "المقال السابق", "الخبر التالي", "الخبر السابق", "المقالة التالية", "المقالة السابقة", "الموضوع التالي", "الموضوع السابق",
    "مطلب بعدی", "مطلب قبلی", "خبر بعدی", "خبر قبلی", "הכתבה הבאה", "הכתבה הקודמת", "הפוסט הבא", "הפוסט הקודם",
    "अगला लेख", "पिछला लेख", "अगली खबर", "पिछली खबर", "پچھلی خبر", "اگلی خبر", "পরবর্তী নিবন্ধ", "পূর্ববর্তী নিবন্ধ",
    // East Asian
    "次の記事", "前の記事", "下一篇", "上一篇", "下一篇文章", "上一篇文章", "다음 기사", "이전 기사", "다음글", "이전글", "다음 글", "이전 글",
];

/// Headings over links to other stories that the rule on such lists does not know as whole lines.
#[rustfmt::skip]
pub(super) const RELATED: &[&str] = &[
    "more interesting posts", "more interesting articles", "more interesting stories", "other interesting posts",
    "other interesting articles", "other interesting news", "interesting articles", "interesting posts",
    "more posts", "more news", "more articles", "you may be interested in", "you may also be interested in",
    "see also", "read also", "weitere interessante artikel", "weitere interessante beiträge",
    "autres articles intéressants", "más artículos interesantes", "otros artículos interesantes",
    "outros artigos interessantes", "altri articoli interessanti", "meer interessante artikelen",
    "fler intressanta artiklar", "lisää kiinnostavaa", "lisää kiinnostavia juttuja", "lisää aiheesta",
    "muita kiinnostavia juttuja", "lue seuraavaksi", "lue lisää aiheesta", "więcej ciekawych artykułów",
    "další zajímavé články", "ещё интересные статьи", "другие интересные статьи", "другие новости", "ще новини",
    "още интересни статии", "още интересни публикации", "още по темата", "още новини", "други интересни статии",
    "прочетете също", "вижте също", "свързани новини", "подобни публикации", "сродни вести", "повеќе вести",
    "të ngjashme", "lajme të ngjashme", "artikuj të ngjashëm", "artikuj të lidhur", "lajme të lidhura",
    "lexoni gjithashtu", "lexo edhe", "lexo më shumë", "lajme të tjera", "postime të tjera interesante",
    "artikuj të tjerë interesantë", "më shumë lajme", "σχετικές ειδήσεις", "περισσότερα ενδιαφέροντα άρθρα",
    "άλλα ενδιαφέροντα άρθρα", "περισσότερα άρθρα", "περισσότερες ειδήσεις", "δείτε ακόμη", "μπορεί να σας ενδιαφέρει",
    "artikel menarik lainnya", "berita menarik lainnya", "artikel lain", "berita lain", "baca selanjutnya",
    "anda mungkin juga suka", "mungkin anda suka", "labarai masu alaƙa", "labarai masu alaka", "labarai masu kama",
    "wasu labarai", "karin labarai", "ƙarin labarai", "karanta kuma", "ku karanta kuma", "labaran da suka shafi",
    "habari zinazohusiana", "soma pia", "habari zaidi", "tin bài liên quan", "có thể bạn quan tâm",
    "bunlar da ilginizi çekebilir", "diğer haberler", "érdekes cikkek", "más noticias", "mais notícias",
];

/// Reserved rights in forms that stand behind a text only.
#[rustfmt::skip]
pub(super) const RIGHTS: &[&str] = &[
    "all rights are reserved", "të gjitha të drejtat e rezervuara", "të gjitha të drejtat janë të rezervuara",
    "të gjitha të drejtat të rezervuara", "të drejtat e rezervuara", "με επιφύλαξη κάθε δικαιώματος",
    "με την επιφύλαξη κάθε δικαιώματος", "με επιφύλαξη κάθε νόμιμου δικαιώματος", "με την επιφύλαξη κάθε νόμιμου δικαιώματος",
    "όλα τα δικαιώματα διατηρούνται", "kaikki oikeudet pidätetään", "всички права са запазени", "сите права се задржани",
    "сите права задржани", "сва права задржана", "sva prava su pridržana", "hak cipta dilindungi",
    "hak cipta terpelihara", "semua hak dilindungi", "an kiyaye dukkan hakkoki", "an kiyaye duk wani haƙƙi",
    "an kiyaye haƙƙin mallaka", "an kiyaye hakkin mallaka", "dukkan haƙƙoƙi an kiyaye su", "duk haƙƙoƙin mallaka",
    "dukkan hakkoki an kiyaye", "haki zote zimehifadhiwa", "minden jog fenntartva", "bản quyền thuộc về",
    "ang lahat ng karapatan ay nakalaan", "lahat ng karapatan ay nakalaan",
];

/// What names the source of a text, besides what the rule on sources knows.
#[rustfmt::skip]
pub(super) const SOURCES: &[&str] = &[
    "burimi", "burim", "majiya", "tushe", "tushen labari", "madogara", "chanzo", "pinagmulan", "извор", "lähteet",
    "πηγές", "източници", "sumber berita", "sumber artikel", "original source",
];

/// Links to the source of a text.
#[rustfmt::skip]
pub(super) const SOURCE_LINKS: &[&str] = &[
    "source link", "link to source", "view source", "source article", "original article",
    "read the original article", "read original article", "view original article", "lien source", "lien vers la source",
    "enlace de origen", "link de origem", "link fonte", "quelllink", "link zur quelle", "ссылка на источник", "линк към източника",
    "link i burimit", "linku i burimit", "lidhja e burimit", "σύνδεσμος πηγής", "lähdelinkki", "linkki lähteeseen",
    "tautan sumber", "link sumber", "link nguồn", "kaynak linki",
];

/// What invites to pass a text on.
#[rustfmt::skip]
pub(super) const SHARE: &[&str] = &[
    "share this", "share this article", "share this story", "share this post", "share on facebook",
    "share on twitter", "share on whatsapp", "share via facebook", "tweet this", "artikel teilen", "beitrag teilen", "auf facebook teilen",
    "partager cet article", "partager sur facebook", "compartir en facebook", "compartir en twitter", "compartir esta noticia",
    "compartilhe esta notícia", "compartilhar no facebook", "condividi su facebook", "condividi questo articolo", "deel dit artikel",
    "deel op facebook", "dela på facebook", "jaa facebookissa", "jaa artikkeli", "udostępnij na facebooku", "sdílet na facebooku",
    "поделиться в facebook", "поделиться ссылкой", "поділитися у facebook", "сподели във facebook", "сподели статията",
    "споделете във facebook", "shpërndaje në facebook", "shpërndaje artikullin", "κοινοποιήστε το άρθρο",
    "κοινοποίηση στο facebook", "facebook'ta paylaş", "bagikan artikel ini", "bagikan di facebook", "bagikan ke facebook",
    "chia sẻ bài viết", "raba wannan labari", "yada wannan labari",
];
