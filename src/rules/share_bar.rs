//! Share bars: buttons that render as a row of site names, their counters and their calls.

use crate::rule::{Rule, element, line, phrases};

pub(super) static RULE: Rule = Rule {
    id: "share-bar",
    summary: "rows of social sharing links, their counters, and calls to share",
    about: "Jetpack, AddThis, AddToAny, ShareThis and home-made bars render as site names, glued or a line each, \
            with counters and calls to share. A single name goes only beside other dross; a sentence that \
            names the sites, a recipe that says \"Share\" and a story about a share stay.",
    topic: &["share button", "sharing button", "share buttons"],
    find: &[
        element(MARKS),
        line(BAR),
        line(COUNTED_BAR),
        line(COUNTS).likely(),
        line(JETPACK),
        line(CLICK_TO_SHARE),
        line(VERB_NAME),
        line(NAME_VERB),
        line(NEWSROOMS),
        line(r"[a-z]*new! highlight and share").words(&["ighlight ", "IGHLIGHT "]),
        line(SHARE_THIS).likely(),
        line(CALLS).likely(),
        phrases(HEADINGS).likely(),
        phrases(WORDS).hint(),
    ],
};

/// What Jetpack, AddToAny, AddThis, ShareThis and others call their bars.
const MARKS: &[&str] = &[
    ".sharedaddy",
    ".sd-sharing",
    ".jp-sharing-input-touch",
    ".addtoany_share_save_container",
    ".addtoany_content",
    ".addthis_toolbox",
    ".addthis_inline_share_toolbox",
    ".a2a_kit",
    ".sharethis-inline-share-buttons",
    ".heateor_sss_sharing_container",
    ".ssba",
    ".essb_links",
    ".shareaholic-canvas",
    ".mashsb-container",
    ".swp_social_panel",
    ".social-share",
    ".social-sharing",
    ".share-buttons",
    ".share-bar",
    ".sharebar",
    ".share-links",
    ".sharing-buttons",
    ".social-share-buttons",
    ".article-share",
    ".post-share",
];

/// Three or more names of sites and buttons, glued or apart, each with its counter or none.
const BAR: &str = concat!(
    r"(?:share|sharing|teilen|partager|compartir|compartilhar|condividi|delen|sdílet(?: článek)?|поделиться|シェア)?(?: (?:this )?(?:on|via|to))?[ :]*",
    r"(?:(?:facebook|twitter|google\+|google plus|google buzz|google bookmarks|google|pinterest|digg|linkedin|linked in|reddit|stumbleupon|stumble|delicious|del\.icio\.us|pocket|tumblr|whatsapp|telegram|flipboard|messenger|viber|skype|xing|mix|fark|vkontakte|vk|odnoklassniki|ok\.ru|evernote|instapaper|mastodon|bluesky|threads|wechat|weibo|naver|kakaotalk|line|hatena|はてなブックマーク|はてブ|copy link|e-?mail|print|printfriendly|pin it|pin|tweet|like|more|share|comment|messenger|sms|buffer|yummly|blogger|newsvine|y! buzz|yahoo|slashdot|bookmark|x\.com)(?: ?[0-9][0-9.,]*[km]?)?[ |/·•,]*){3,}",
);

/// A share count and the bar behind it.
const COUNTED_BAR: &str = concat!(
    r"[0-9][0-9.,]*[km]?\+? ?shares?(?: shares?)?(?:[ |]*(?:share this story|share this|share|facebook|twitter|google\+?|pinterest|digg|linkedin|reddit|stumbleupon|print|delicious|pocket|tumblr|e-?mail|whatsapp|flipboard|tweet|pin it|pin|more))+(?: ?[0-9][0-9.,]*[km]?)?",
    r"|shares? ?[0-9][0-9.,]*[km]? ?(?:connect|tweet|pin|like|facebook|twitter|comment|e-?mail|more|print|share|[0-9][0-9.,]*[km]?| )+",
    r"|[0-9][0-9.,]*[km]? likes?, (?:[0-9][0-9.,]* )?comments,? (?:&|and) shares",
    r"|share all sharing options(?: for: .*)?|(?:x )?share (?:&|and) bookmark",
    r"|e-?mail ?this ?blogthis!.*",
    r"|enviar por (?:correo electrónico ?escribe un blog|e-mail ?postar no blog!).*|diesen post per e-mail versenden ?blogthis!.*|envoyer par e-mail ?blogthis ?!.*|invia tramite email ?postalo sul blog.*",
);

/// A counter alone.
const COUNTS: &str = r"[0-9][0-9.,]*[km]? (?:total )?(?:shares|tweets|pins|facebook shares|mal geteilt|partages|compartidos|condivisioni|compartilhamentos|udostępnień)";

/// What Jetpack's sharing and like blocks print, templates included.
const JETPACK: &str = concat!(
    r"(?:share this:?|teilen mit:?|partager ?:|comparte esto:?|compartilhe isso:?|condividi:?|dit delen:?|partilhar isto:?|comparteix això:?|udostępnij:|поделиться ссылкой:|bunu paylaş:|dela detta:|共有:|分享此文：|κοινοποιήστε:|zdieľaj tento článok:|sdílejte:|شارك هذا الموضوع:)[ ]*(?:(?:reddit|facebook|twitter|x|email|e-mail|tumblr|pinterest|whatsapp|telegram|linkedin|pocket|print|more|google|skype|drucken|mehr|imprimer|plus|imprimir|más|mais|stampa|altro)[ ]*)+",
    r"|(?:like this:? |gefällt mir:? |j[’']aime(?: ça)? ?:? |me gusta:? |curtir isso:? |mi piace:? |vind ik leuk:? |κάνε like στο:? |páči sa mi:? |معجب بهذه:? |lubię to:? )?(?:like|gefällt mir|j[’']aime|me gusta|curtir|mi piace|vind-ik-leuk|vind ik leuk|lubię to|gilla|いいね) ?(?:loading|wird geladen|lade|chargement|cargando|carregando|caricamento|laden|wczytywanie|ładowanie|laddar|読み込み中)[ .…]*(?:related|ähnliche beiträge|similaire|relacionado|correlati|gerelateerd)?",
    r"|%d (?:bloggers? like this|bloggern gefällt das|blogueurs? aiment cette page|blogueros les gusta esto|blogueiros gostam disto|blogueiros gostam disso|blogger hanno fatto clic su mi piace per questo|bloggers vinden dit leuk|bloggare gillar detta|bloggerów lubi to)[ :.]*",
    r"|(?:a|à) %d (?:blogueros les gusta esto|blogueurs aiment cette page)[ :.]*",
    r"|post was not sent - check your e-?mail addresses!?|e-?mail check failed, please try again\.?|sorry, your blog cannot share posts by e-?mail\.?",
    r"|(?:beitrag wurde nicht gesendet|der beitrag wurde nicht verschickt) - .*|e-mail-überprüfung fehlgeschlagen, bitte versuche es (?:noch einmal|erneut)\.?|dein blog kann (?:leider )?keine beiträge per e-mail teilen\.?",
    r"|be the first to like this\.?|one blogger likes this\.?|[0-9]+ bloggers like this\.?|sei der erste,? dem das gefällt\.?|sé el primero en decir que te gusta\.?|soyez le premier à aimer cet article\.?|seja o primeiro a curtir este post\.?",
);

/// The titles of Jetpack's and AddToAny's buttons.
const CLICK_TO_SHARE: &str = concat!(
    r"(?:click|tap) to (?:share|e-?mail|print|tweet|pin|copy)[^.]*(?:\(opens in new window\).*)?",
    r"|(?:klick,? (?:um|hier)|klicken,? um|zum teilen auf|klicke,? um)[^.]* (?:teilen|klicken|senden|ausdrucken|drucken)\.?(?: ?\(wird in neuem fenster geöffnet\).*)?",
    r"|cliquez pour (?:partager|imprimer|envoyer)[^.]*|cliquer pour (?:partager|imprimer|envoyer)[^.]*",
    r"|(?:haz|haga|pulsa|pulse) clic para (?:compartir|imprimir|enviar)[^.]*|clique para (?:compartilhar|partilhar|imprimir|enviar)[^.]*|compartilhe no [^.]* ?\(abre em nova janela\).*",
    r"|(?:fai|clicca) (?:clic )?(?:qui )?per (?:condividere|stampare|inviare)[^.]*|klik om (?:te delen|af te drukken|dit te e-mailen|op)[^.]*\(wordt in een nieuw venster geopend\).*|klik om te delen[^.]*",
    r"|(?:kliknij|kliknięcie|click) (?:by|aby|żeby) (?:udostępnić|wydrukować|wysłać)[^.]*|нажмите(?: здесь)?,? чтобы (?:поделиться|открыть|распечатать|послать)[^.]*|натисніть,? щоб (?:поширити|поділитися|надрукувати)[^.]*",
    r"|(?:facebook|twitter|x|whatsapp|linkedin|pinterest|telegram|reddit|tumblr|pocket)[^.]* paylaşmak için tıklayın.*|klicka för att (?:dela|skriva ut|e-posta|mejla)[^.]*|klikk for å dele[^.]*|klik for at dele[^.]*|kliknite pre zdieľanie[^.]*|klikněte pro sdílení[^.]*",
    r"|(?:πατήστε|κλικ) για (?:κοινοποίηση|να το μοιραστείτε)[^.]*|(?:クリックして|facebook で共有するには).*(?:共有|シェア|印刷)[^。]*|(?:点击|點擊|按一下)(?:以|即可)?(?:分享|打印|列印)[^。]*|클릭하여 .*공유.*|(?:انقر|اضغط) للمشاركة .*|(?:לחיצה לשיתוף|לחצו כדי לשתף) .*|klik untuk (?:berbagi|membagikan|mencetak).*|bấm để chia sẻ.*",
    r"|(?:share on|share via|teilen auf) [a-z+ ]+ \((?:opens in (?:a )?new (?:window|tab)|wird in neuem fenster geöffnet)\).*",
);

/// A verb of sharing, up to three short words, and the name of a site.
const VERB_NAME: &str = concat!(
    r"(?:share|shareon|tweet|post|pin|like|send|submit|save|teilen|artikel teilen|beitrag teilen|partager|partagez|compartir|comparte|compartilhar|compartilhe|partilhar|partilhe|condividi|delen|deel|udostępnij|sdílet|zdieľať|поделиться|поділитися|dela|del|jaa|megosztás|distribuie|κοινοποίηση|μοιραστείτε το|bagikan|chia sẻ|分享到|分享至|分享|شارك|مشاركة)",
    r"(?: (?:this|it|that|page|article|story|post|on|onto|to|via|with|by|in|auf|bei|mit|über|sur|cet|article|en|con|por|este|artículo|no|na|pelo|su|questo|articolo|op|dit|artikel|w|через|в|на|på|med|pe|ke|ที่|lên|على|عبر|ile)){0,3} ?(?:facebook|twitter|x|google\+?|google plus|pinterest|linkedin|reddit|stumbleupon|tumblr|whatsapp|telegram|flipboard|facebook messenger|messenger|viber|xing|vkontakte|вконтакте|вк|vk|pocket|email|e-mail|mail|sms|line|threads|bluesky|mastodon|wechat|微信|微博|weibo|digg|facebooku|facebookissa|twitteru|twitterissä|facebooka|kinja|youtube)",
    r"(?: ?(?:tweet|share|teilen|partager|pin|post|like|[0-9][0-9.,]*[km]?|e-?mail|print|\(opens in (?:a )?new (?:window|tab)\)))*[.:!]?",
);

/// Languages that put the site before the verb.
const NAME_VERB: &str = concat!(
    r"(?:auf|bei|via|per|über|mit) (?:facebook|twitter|x|whatsapp|linkedin|xing|pinterest|telegram|e-?mail|pocket|reddit|flipboard|tumblr|threema)(?:/[a-z]+)? (?:teilen|empfehlen|weiterempfehlen|posten|twittern|senden|versenden|verschicken)",
    r"|(?:facebook|twitter|x|whatsapp|linkedin|pinterest|telegram|e-?posta)(?:['’](?:t[ae]|d[ae]))?(?: üzerinden)? paylaş",
    r"|(?:facebook|twitter|x|line|pocket|はてなブックマーク|はてブ|メール|ツイッター|フェイスブック)(?:で|に|へ)(?:シェア|ツイート|ポスト|共有|送る|保存|追加|投稿)(?:する)?",
    r"|(?:페이스북|트위터|카카오톡|카카오스토리|밴드|네이버)(?:으로|로|에)? ?(?:공유|공유하기|보내기)|megosztás a? ?(?:facebookon|twitteren)|(?:diese[nr]?|den) (?:artikel|beitrag|seite) (?:teilen|empfehlen|weiterempfehlen|drucken|versenden|weiterleiten)",
    r"|(?:この(?:記事|ニュース|ページ)を)(?:シェア|ツイート|共有|はてなブックマークに追加)(?:する|しよう)?",
);

/// Gannett, Express, Sputnik, BuzzFeed and their like.
const NEWSROOMS: &str = concat!(
    r"read or share this story: .*",
    r"|[>» ]*share (?:this|the) (?:story|article|post|page|video|photo|gallery|link) (?:on|via|by|with) (?:facebook|twitter|e-?mail|x|linkedin|whatsapp|pinterest|friends|your friends)[.!]*",
    r"|sharing is caring[ !.:]*(?:[0-9]+[ a-z]*)?",
    r"|if you like this (?:story|article|post), share it with (?:a friend|your friends)[.!]*",
    r"|highlight text to share via .*",
);

/// A whole line that asks to pass the text on, whatever the reason it gives.
const SHARE_THIS: &str = concat!(
    r"[*> ]*(?:please )?share (?:this|our) (?:story|article|post|page|piece|news|video|link|with your|information|if you)(?: [^.?!]*)?[.!]*",
    r"|(?:please )?share this (?:on (?:facebook|twitter|social media)|with (?:your|everyone|all|others|as many|a friend))(?: [^.?!]*)?[.!]*",
    r"|(?:please )?(?:share|spread) this (?:everywhere|far and wide)[.!]*|help us spread the word[^.]*[.!]*",
);

/// Calls to share in a longer sentence.
const CALLS: &str = concat!(
    r"(?:please )?(?:make sure|be sure|don't forget|do not forget|remember|feel free) (?:to|and) (?:like and |comment and |please )?share this [^.?!]*[.!]*",
    r"|if you (?:like|liked|enjoy|enjoyed|agree with|agree|found|support|think|believe)[^.?!]*,? (?:please |then |be sure to |make sure to |don't forget to )*(?:like and )?share (?:this|it)(?: [^.?!]*)?[.!]*",
    r"|(?:like|comment) (?:and|&) share (?:this|if|with)[^.?!]*[.!]*|like it\? share it[.!]*",
    r"|(?:hat (?:dir|ihnen|euch) (?:der|dieser) (?:artikel|beitrag) gefallen|gefällt (?:dir|ihnen|euch) (?:der|dieser) (?:artikel|beitrag))\?.*(?:teil|empfehl|weitersag).*",
    r"|(?:cet article vous a plu|vous avez aimé cet article) ?\? ?partage.*|si (?:te|le|les) (?:ha gustado|gustó|gusta) (?:este|el|esta) [^.]*compart.*|¿te (?:ha gustado|gustó) [^?]*\? ¡?compárte.*",
    r"|(?:gostou|curtiu)(?: d[aeo]s?t?[aeo]? [a-z]+)?\? ?(?:então )?(?:compartilhe|partilhe).*|ti è piaciuto (?:questo articolo|l'articolo|il post)\? condivid.*",
    r"|(?:понравил(?:ась|ся|ось)|если вам понравил)[^.]*(?:поделитесь|поделись).*|(?:spodobał ci się|podobał ci się)[^.]*udostępnij.*",
);

/// Headings of a bar.
#[rustfmt::skip] // Many to a row, by language.
const HEADINGS: &[&str] = &[
    "share this", "share this story", "share this article", "share this post", "share this page", "share this entry", "share this slideshow",
    "share this video", "share this with your friends", "share the story", "share the article", "share article", "share story", "share post",
    "share via", "share page", "share to", "share link", "share selection", "share it", "sharing", "share with friends", "share on social media",
    "share the love", "share the post", "tweet this", "tweet it", "email this", "email this article", "email this story", "e-mail this story",
    "email this page", "print this", "print this article", "print this page", "print this story", "email to a friend", "email a friend", "send to a friend", "e-mail to a friend", "post this",
    "bookmark this", "bookmark this page", "recommend this", "show more sharing options", "more sharing options", "yes, show me sharing options", "services to share this page",
    "like this", "share and enjoy", "share & bookmark", "this is a share bar", "click to share", "click here to share", "please share", "please share this", "share options", "sharing options",
    "artikel teilen", "beitrag teilen", "seite teilen", "diesen artikel teilen", "diesen beitrag teilen", "teile diesen beitrag", "teilen mit", "teilen sie diesen artikel", "jetzt teilen", "artikel drucken", "seite drucken",
    "artikel versenden", "artikel empfehlen", "weiterempfehlen", "weitersagen", "auf facebook teilen", "per mail versenden",
    "partager cet article", "partager l'article", "partagez cet article", "partager cette page", "partager sur", "partagez sur", "imprimer l'article", "imprimer cet article", "envoyer par e-mail", "envoyer à un ami", "envoyer par mail",
    "comparte este artículo", "compartir este artículo", "compartir artículo", "compartir esta noticia", "compartir noticia", "comparte esta noticia", "comparte esto", "compartir en", "comparte en", "compártelo", "comparta esta noticia", "compartir en redes sociales",
    "enviar a un amigo", "enviar por email", "imprimir artículo", "condividi questo articolo", "condividi l'articolo", "condividi su", "condividi questa pagina", "invia ad un amico", "stampa articolo",
    "compartilhe isso", "compartilhe este artigo", "compartilhe esta notícia", "compartilhe essa notícia", "compartilhe no", "compartilhar notícia", "partilhar isto", "partilhar artigo", "partilhe este artigo", "compartilhar no", "compartilhe nas redes",
    "deel dit artikel", "deel dit bericht", "deel dit", "artikel delen", "deel deze pagina", "udostępnij artykuł", "udostępnij ten artykuł", "podziel się", "poleć znajomemu", "wyślij znajomemu", "sdílet článek", "sdílejte článek", "sdílejte", "zdieľať článok", "vytisknout článek",
    "поделиться ссылкой", "поделиться в соцсетях", "поделиться новостью", "поделиться статьей", "поделись с друзьями", "поделитесь с друзьями", "расскажите друзьям", "рассказать друзьям", "поділитися новиною", "поділитися в соцмережах", "сподели", "подели",
    "bunu paylaş", "haberi paylaş", "sosyal medyada paylaş", "arkadaşına gönder", "dela artikeln", "dela artikel", "dela sidan", "dela detta", "dela inlägget", "skriv ut artikeln", "del artikkel", "del artikkelen", "del artiklen", "del på facebook", "jaa artikkeli", "jaa juttu",
    "oszd meg", "megosztom", "cikk megosztása", "distribuie articolul", "trimite unui prieten", "κοινοποιήστε", "μοιραστείτε το", "μοιραστείτε το άρθρο", "このニュースをシェア", "この記事をシェア", "この記事をシェアする", "記事をシェア", "シェアする", "ツイートする", "共有する", "ブックマーク登録",
    "分享本文", "分享到", "分享文章", "分享此文", "分享给朋友", "기사 공유하기", "공유하기", "기사공유", "sns 공유하기", "chia sẻ bài viết", "chia sẻ", "gửi cho bạn bè", "bagikan artikel", "bagikan artikel ini", "bagikan ini", "bagikan", "شارك هذا الموضوع", "شارك المقال", "شارك الخبر", "שתפו", "שתף",
];

/// One-word buttons.
#[rustfmt::skip] // Many to a row, by language.
const WORDS: &[&str] = &[
    "share share", "share: share", "what are these?", "share", "shares", "tweet", "tweets", "facebook", "twitter", "pinterest", "whatsapp", "email", "e-mail", "mail", "print", "reddit", "tumblr", "google", "google plus", "linkedin",
    "flipboard", "telegram", "messenger", "facebook messenger", "copy link", "copy url", "copy", "link copied", "pin it", "pin", "pocket", "digg", "stumbleupon", "delicious", "viber", "skype", "line", "vk", "xing", "mastodon", "bluesky", "threads", "buffer", "instapaper", "evernote", "wechat", "weibo",
    "vkontakte", "odnoklassniki", "сообщить", "pdf", "senden", "artikel drucken", "artikel senden", "artikel versenden", "save as pdf", "download pdf", "order reprints", "reprints", "reprint", "permalink", "embed", "text size", "font size", "save", "save article", "save story", "bookmark", "copied", "like", "likes", "shared", "send", "sms", "email article", "print article", "share on", "shareline",
    "send email", "email sent!", "friend's email address", "send to email address", "recipient's email address",
    "facebook twitter", "twitter facebook", "tweet share", "share tweet", "facebook email", "email print", "print email", "share this on facebook", "share this on twitter", "@",
    "teilen", "twittern", "merken", "drucken", "mailen", "empfehlen", "versenden", "per mail", "gefällt mir", "link kopieren", "vorlesen", "schriftgröße", "teilen auf", "partager", "imprimer", "tweeter", "j'aime", "copier le lien", "enregistrer", "envoyer par email",
    "compartir", "comparte", "imprimir", "me gusta", "tuitear", "twittear", "guardar", "copiar enlace", "condividi", "stampa", "mi piace", "copia link", "tweetta", "compartilhar", "compartilhe", "partilhar", "curtir", "copiar link", "salvar", "delen", "deel", "printen", "tweeten", "link kopiëren",
    "udostępnij", "tweetnij", "drukuj", "lubię to", "kopiuj link", "polub", "sdílet", "tisknout", "tisk", "to se mi líbí", "zdieľať", "tlačiť", "поделиться", "распечатать", "нравится", "твитнуть", "скопировать ссылку", "вконтакте", "одноклассники", "печать", "поділитися", "поширити", "роздрукувати", "сподели", "подијели",
    "paylaş", "yazdır", "beğen", "tweetle", "dela", "skriv ut", "gilla", "tweeta", "del", "jaa", "tulosta", "tykkää", "megosztás", "nyomtatás", "tetszik", "distribuie", "tipărește", "κοινοποίηση", "εκτύπωση", "tweet this", "シェア", "ツイート", "ポスト", "はてなブックマーク", "はてブ", "印刷", "印刷する", "メール", "共有", "いいね", "リンクをコピー", "フェイスブック", "ツイッター", "ブックマーク",
    "分享", "打印", "列印", "收藏", "点赞", "讚", "微信", "微博", "qq空间", "复制链接", "扫一扫", "공유", "인쇄", "프린트", "스크랩", "페이스북", "트위터", "카카오톡", "카카오스토리", "url복사", "좋아요", "in bài viết", "thích", "cetak", "suka", "tautan disalin", "salin tautan", "شارك", "مشاركة", "طباعة", "إعجاب", "فيسبوك", "تويتر", "واتساب", "שיתוף", "הדפסה", "اشتراک گذاری", "چاپ",
];
