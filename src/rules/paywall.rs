//! Notices that the rest is for those who pay.

use crate::rule::{Rule, line, phrases};

#[rustfmt::skip] // Many phrases to a row, by language.
pub(super) static RULE: Rule = Rule {
    id: "paywall",
    summary: "notices that the rest is for subscribers",
 about: "Newspapers cut or interrupt a text with a notice to subscribe, to log in as a subscriber or to count \
            free articles, and reprint services add a personal-use notice. Stories about subscribers and prices stay.",
    topic: &["paywall", "paywalls", "metered"],
    find: &[
        line(SUBSCRIBE_TO_READ),
        line(SUBSCRIBERS),
        line(METER),
        line(PERSONAL_USE),
        line(OFFER).likely(),
        line(OTHER_LANGUAGES),
        line(READ_ON),
        phrases(PHRASES).likely(),
        phrases(&["anyone can read what you share"]).hint(),
        phrases(&[
            "free trial", "start free trial", "start your free trial", "all access", "premium", "subscribers only", "for subscribers", "subscriber only", "subscriber exclusive", "members only", "exclusive", "plus", "subscriber", "give a gift", "gift subscriptions", "digital subscriptions", "print subscriptions", "manage subscription", "manage your subscription", "renew subscription", "link your subscription",
            "abo", "abonnement", "suscriptores", "exclusivo para suscriptores", "assinantes", "abonnés", "réservé aux abonnés", "article réservé aux abonnés", "nur für abonnenten", "для подписчиков", "会員限定", "有料会員限定", "会員限定記事", "有料記事", "付费文章",
        ])
        .hint(),
    ],
};

/// Verb first: subscribe, log in or register in order to read on.
const SUBSCRIBE_TO_READ: &str = concat!(
    r"(?:please )?(?:subscribe|register|log ?in|sign ?in|sign up|join|become a (?:member|subscriber)|buy a subscription|start your free trial)(?: (?:now|today|here|or (?:register|subscribe|log ?in|sign ?in|sign up|create an account)|for free|for unlimited access))* to (?:continue (?:reading|this article|watching)|read (?:the )?(?:more|full|whole|rest|entire|this|on|complete)|access (?:this|the full|all|our|exclusive|premium|unlimited)|keep reading|unlock (?:this|the|all|full)|view (?:the )?(?:full|this|rest)|finish reading)[^?]*",
    r"|to (?:continue reading|read (?:more|the full (?:story|article|text)|the rest of this|this article in full|on)|keep reading|access (?:this|the full|unlimited))[^.,?!]*,? (?:please )?(?:you (?:must|need to|have to) )?(?:subscribe|log ?in|sign ?in|register|become|purchase|buy|start|sign up)[^?]*",
    r"|(?:this|the rest of this|the full|the remainder of this|you're reading a preview of this) (?:article|story|content|page|post|video|section|column)[a-z ]* (?:is|are) (?:only |exclusively |currently )?(?:available|reserved|accessible|exclusive|for) (?:only |exclusively )?(?:to|for) (?:[^ .?!]+ ){0,4}(?:subscribers|members|premium|registered users|paying|patrons)[^?]*",
    r"|(?:this|the rest of this) (?:article|story|content|page|post|video|section|column|report)(?: is| has been)? (?:only |exclusively |reserved |locked |available )*(?:for|to) (?:[^ .?!]+ ){0,3}(?:subscribers|members|premium members|registered users|paying readers)(?: only| and members)?[.!]?",
    r"|(?:you are reading|you've read|this is) (?:a |your )?(?:free|premium|subscriber-only|subscriber|members-only|subscribers-only) (?:preview|article|story|content)(?: of this (?:article|story))?[.!]?|(?:subscribers|members)[- ]only (?:article|story|content)[.!]?",
    r"|thank(?:s| you) for reading[^.!?]{0,40}[.!] ?(?:please )?(?:log ?in|sign ?in|subscribe|register)[^.?!]{0,60} to (?:continue|read|keep)[^.?!]{0,40}[.!]?|unlock (?:this|the full|the) (?:article|story)(?: (?:for|with) [^.?!]{1,40})?[.!]?|(?:exclusive|exclusively|reserved|only|available)(?: only)? (?:to|for) (?:our )?(?:subscribers|members)[.!]?",
    r"|continue reading (?:your article |this article |the full article )?(?:with|by|for) (?:a |an |subscribing|becoming|free|just|only|as little)[^?]*",
);

/// Those who pay already.
const SUBSCRIBERS: &str = concat!(
    r"(?:are you )?(?:already|current|existing) (?:an? |our )?(?:[^ .?!]+ ){0,4}(?:subscribers?|members?|registered|subscribed)(?: of [^?.!]*)? ?[?:.!–—-]*(?: ?(?:please )?(?:log ?in|sign ?in|login|activate|click here|link|register)[^?]*)?",
    r"|already (?:have|got) (?:an account|a subscription|a print subscription|a login)\?(?: ?(?:please )?(?:log ?in|sign ?in|login|activate|click here)[^?]*)?|(?:log ?in|sign ?in) (?:if you(?: are|'re) (?:already )?|as )(?:an? )?(?:subscriber|member)[^?]*",
    r"|not (?:yet )?(?:an? )?(?:[^ .?!]+ ){0,3}(?:subscriber|member)(?: yet)?(?: of [^?]*)?\?(?: ?(?:subscribe|join|sign up|register|learn more|start|become|click)[^?]*)?",
    r"|as a subscriber, you have [0-9]+ gift articles[^?]*|print subscribers? (?:get|can|have|activate)[^?]*|thank you for being an? (?:[a-z]+ )?subscriber[^?]*",
);

/// The count of free articles.
const METER: &str = concat!(
    r"(?:you have|you've|you) (?:now )?(?:read|viewed|used|reached|hit|got|have)?(?: [^ .?!]+){0,6} (?:free|complimentary) (?:[a-z]+ )?(?:articles?|stories|story|views?|pageviews|page views)(?: (?:limit|left|remaining|this month|for|per|in|of)[^?]*)?[.!]*",
    r"|(?:[0-9]+|one|two|three|four|five|this is your (?:last|first)) (?:of [0-9]+ )?free (?:articles?|stories|story|views) (?:left|remaining|this|per|a)[^?]*|(?:you have|you've) reached (?:your|the) (?:limit|maximum|monthly limit)[^?]*",
    r"|(?:get|enjoy) (?:unlimited|full|all-access|complete) (?:digital )?access(?: (?:to|for|from|with|starting|now|today)[^?]*)?[.!]*|unlimited (?:digital )?access (?:for|from|starting at|to all|to our)[^?]*",
);

/// Reprint services.
const PERSONAL_USE: &str = concat!(
    r"(?:this copy|copies of this article|this article|this material|articles?) (?:is|are) for (?:your )?personal,? ?(?:and )?non-?commercial use only\..*|to order presentation-ready copies .*|distribution and use of this material are governed by .*",
    r"|high quality global journalism requires investment\. please share this article .*|(?:please use the sharing tools|sharing is caring, please use)[^?]*copying articles.*|(?:for non-personal use or to order multiple copies|to purchase (?:a )?(?:reprints?|copies|rights)|for reprints|order reprints|buy reprints|request reprints?)[^?]*",
    r"|full text is (?:unavailable|available) (?:for this|to)[^?]*|register to read more|you must be (?:a subscriber|logged in) to (?:view|read|access|see) (?:this|the)[^?]*",
);

/// Prices and offers.
const OFFER: &str = concat!(
    r"(?:special offer|limited time offer|flash sale|best deal|today only|sale)[:!] ?[^?]*(?:subscri|months?|digital access|per week|a week)[^?]*|(?:only|just|from|for) [$£€][0-9][0-9.,]*(?: (?:a|per|for|every) [^?]*)? ?subscribe(?: now)?[.!]*",
    r"|(?:subscribe|try)(?: now| today)? (?:for|from) (?:just |only |as little as )?[$£€][0-9][^?]*|cancel (?:at )?any ?time[.!]*",
    r"|subscribe to (?:the |our )?(?:digital|print|home delivery|premium|paper|newspaper|magazine)[^?]*|(?:digital|print) (?:all access|subscription)[^?.]*[.] ?subscribe|newspaper delivered to your doorstep\. ?subscribe",
);

/// The same in other languages.
const OTHER_LANGUAGES: &str = concat!(
    r"(?:dieser (?:artikel|text|beitrag|inhalt) ist (?:nur )?(?:für abonnenten|exklusiv|teil unseres|teil des)|sie haben bereits ein (?:abo|konto|digital|plus|online)|(?:sie sind |du bist |sind sie |bist du )?(?:bereits|schon|noch kein) (?:[^ .?]*abonnent|kunde|registriert|abonniert)|mit (?:einem )?(?:abo|plus)[^ ]* weiterlesen|lesen sie diesen artikel mit)[^?]*\??(?: ?(?:hier )?(?:einloggen|anmelden|jetzt).*)?",
    r"|(?:cet article est réservé|article réservé|la suite (?:de cet article )?est réservée|il vous reste [0-9]+%|déjà abonné|vous êtes (?:déjà )?abonné|abonnez-vous pour (?:lire|accéder|continuer))[^?]*\??(?: ?(?:connectez|identifiez|se connecter).*)?",
    r"|(?:este (?:artículo|contenido) es (?:exclusivo|sólo|solo|para)|(?:contenido|artículo|noticia) (?:exclusivo|sólo|solo|exclusiva) para (?:suscriptores|socios)|¿?ya (?:eres|es|sos) (?:suscriptor|suscriptora|usuario)|suscríbete para (?:leer|seguir|continuar|acceder)|regístrate para (?:leer|seguir|continuar))[^?]*\??(?: ?(?:inicia|ingresa|accede).*)?",
    r"|(?:este (?:conteúdo|artigo|texto) é (?:exclusivo|só|apenas|reservado)|(?:conteúdo|artigo|matéria) (?:exclusivo|exclusiva|restrito) para assinantes|já é assinante|assine (?:para|e) (?:ler|continue|continuar|tenha)|você atingiu o limite|leia mais com)[^?]*\??(?: ?(?:faça|entre|acesse).*)?",
    r"|(?:questo (?:articolo|contenuto) è (?:riservato|esclusivo)|(?:articolo|contenuto) riservato agli abbonati|(?:sei )?già abbonato|hai raggiunto il limite)[^?]*\??(?: ?(?:accedi|entra).*)?",
    r"|(?:dit artikel is (?:alleen|exclusief|voorbehouden)|(?:al|bent u al|ben je al) abonnee|lees verder met|verder lezen\?)[^?]*\??(?: ?(?:log in|inloggen).*)?|(?:ten artykuł jest (?:dostępny|tylko)|(?:treść|artykuł) (?:tylko )?dla (?:prenumeratorów|subskrybentów|abonentów)|masz już (?:prenumeratę|subskrypcję|konto)|pozostało [0-9]+% (?:artykułu|tekstu))[^?]*\??.{0,40}",
    r"|(?:tento článek je (?:jen|pouze|dostupný)|článek je dostupný (?:jen|pouze)|už (?:máte předplatné|jste předplatitel)|pro předplatitele)[^?]*\??.{0,40}|(?:этот материал доступен|материал доступен только|уже подписаны|доступно только (?:подписчикам|по подписке))[^?]*\??.{0,40}|(?:du måste vara prenumerant|redan prenumerant|den här artikeln är låst|allerede abonnent|er du abonnent)[^?]*\??.{0,60}",
    r"|(?:この記事は(?:有料|会員)|(?:有料|無料)?会員(?:登録|になると|限定)|続きを(?:読む|お読みいただく|読むに|ご覧)[^。]*(?:会員|登録|ログイン|購読)|残り ?[0-9,]+文字|購読(?:申し込み|者の方は)|登録済みの方はこちら).{0,80}|(?:(?:本文|此文|阅读全文)[^。]*(?:付费|订阅|会员|登录)).{0,60}",
);

/// "In order to read on": a notice alone, or with what the reader has to do for it; stories say the same words.
const READ_ON: &str = concat!(
    r"(?:um (?:diesen artikel|weiterzulesen|den vollständigen artikel)|pour lire la suite|pour accéder à (?:cet article|l'intégralité)|para (?:continuar|seguir) leyendo|para continuar (?:lendo|a ler)|per continuare a leggere|om verder te lezen|aby (?:czytać|przeczytać) dalej|чтобы (?:читать|прочитать) (?:дальше|полностью|статью)|för att (?:läsa|fortsätta läsa)|den här artikeln är (?:för|endast)|denne artikkelen er|for å lese (?:videre|hele)|for at læse (?:videre|hele|resten))",
    r"(?:[ .:…]*|[^.?!]*(?: abo|abonn|prenumer|suscri|suscríb|subscri|subskry|assin(?:e|ante)|předplat|подпис| log|inlog|einlog|zalog|sign in|anmeld| konto|account|(?:un|votre) compte|(?:una|tu|su) cuenta|(?:uma|sua) conta|regist|regíst|iscriv|connectez|identifi|inscri|inicia sesión|accede |acesse|accedi |entre com|войд|войти|зарегистр|авториз|premium|mitglied|medlem|lid worden| kup|wykup|dostęp|betal|bezahl|[€$£] ?[0-9]|[0-9] ?(?:€|zł|kr))[^?]*)",
);

/// Buttons and labels.
#[rustfmt::skip] // Many to a row, by language.
const PHRASES: &[&str] = &[
    "subscribe to continue reading", "subscribe to read more", "subscribe to read", "subscribe for full access", "subscribe for unlimited access", "already a subscriber", "already a subscriber?", "already a member?", "are you a subscriber?", "already subscribed?", "log in to continue reading", "sign in to continue reading", "register to continue reading",
    "view subscription options", "see subscription options", "subscription options", "subscribe and save", "unlock this article", "unlock unlimited access", "continue reading with a subscription", "read this article for free", "this content is for subscribers only", "premium content", "exclusive content for subscribers", "members-only content", "this is a premium article", "get unlimited access",
    "jetzt abo abschließen", "jetzt testen", "jetzt gratis testen", "artikel freischalten", "zum abo", "abo abschließen", "abonnez-vous", "je m'abonne à partir de 1€", "découvrir les offres", "hazte suscriptor", "suscríbete ahora", "ver planes de suscripción", "assine já", "assine agora", "seja um assinante", "abbonati ora", "abbonati per continuare a leggere", "word abonnee", "neem een abonnement", "kup dostęp", "kup subskrypcję", "wykup dostęp", "předplatit", "оформить подписку", "купить подписку", "bli prenumerant", "kjøp abonnement", "køb abonnement", "前往订阅", "구독 신청",
];
