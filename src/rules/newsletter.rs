//! Sign-up boxes for newsletters and alerts.

mod boxes;

use crate::rule::{Rule, element, line, look, phrases};

pub(super) static RULE: Rule = Rule {
    id: "newsletter",
    summary: "sign-up boxes for newsletters and alerts",
    about: "Sites set a sign-up box beside or inside the text: a promise, a field for the address, a button, a \
            clause about data. The box goes where one of its lines is unmistakable; \"sign up\" as a step of a \
            how-to, a story about newsletters and a sentence about subscribers stay.",
    topic: &[
        "newsletters are",
        "our newsletter has",
        "newsletter business",
        "email marketing",
    ],
    find: &[
        element(MARKS),
        line(SIGN_UP_FOR),
        line(SUBSCRIBE_TO),
        line(DELIVERED),
        line(CONSENT),
        line(FIELD),
        line(PROMISE).likely(),
        line(OTHER_LANGUAGES),
        line(CONSENT_OTHER),
        look(boxes::claim_boxes).words(boxes::SENT).likely(),
        phrases(BOX_SENTENCES),
        phrases(HEADINGS).likely(),
        phrases(WORDS).hint(),
    ],
};

/// What the boxes of papers say, sentence by sentence.
#[rustfmt::skip]
const BOX_SENTENCES: &[&str] = &[
    "invalid email address", "please re-enter", "thank you for subscribing", "an error has occurred", "please try again later",
    "please verify you're not a robot by clicking the box", "you must select a newsletter to subscribe to",
    "sign up you agree to receive occasional updates and special offers for the new york times's products and services",
    "you agree to receive occasional updates and special offers for the new york times's products and services",
    "you further agree to our privacy policy and terms of service",
    "you can unsubscribe at any time and can contact us here", "you can unsubscribe at any time",
    "this site is protected by recaptcha and the google privacy policy and terms of service apply",
];

/// What newsletter plugins call their forms.
const MARKS: &[&str] = &[
    ".mc4wp-form",
    ".mc_embed_signup",
    "#mc_embed_signup",
    ".newsletter-signup",
    ".newsletter-form",
    ".newsletter-subscribe",
    ".jetpack_subscription_widget",
    ".tnp-subscription",
    ".email-signup",
    ".mailpoet_form",
    ".wp-block-jetpack-subscriptions",
];

/// A verb of signing up, and what for.
const SIGN_UP_FOR: &str = concat!(
    r"(?:click here to |please |want to )?(?:sign[- ]?up|signup|register|opt in) (?:here |now |today |free |below |with your email )*(?:for|to (?:get|receive)) (?:[^ .?!]+ ){0,9}(?:e?-?newsletters?|e-?mails?|e-?mail alerts|alerts|updates|in-?box|mailing list|bulletin|briefing|digest)(?:[ ,:&–—-][^.?!]*)?(?:[.!?] ?(?:it's free|you can unsubscribe|unsubscribe|sign up|subscribe|privacy policy|thanks for subscribing|learn more|no spam)[^.!?]*)*[.!]*",
    r"|sign up (?:for|to) (?:(?:the|our|my|this) )?(?:newsletter|[a-z]+ newsletter|mailing list)[^.?!]*[.!]*|sign up for (?:daily features|free )[^.]*",
    r"|want more updates from [^.?!]*\? sign up .*",
);

/// Subscribing to something sent, not to a printed paper.
const SUBSCRIBE_TO: &str = concat!(
    r"(?:click here to |please |don't forget to )?subscribe (?:here |now |today |free )*(?:to|for) (?:(?:our|the|my|this|his|her|a|free) )?(?:[^ .?!]+ ){0,5}(?:e?-?newsletters?|mailing list|e-?mail list|e-?mail updates|e-?mails|daily (?:digest|brief|briefing)|updates|news ?feed|blog via e-?mail|blog)(?:[ ,:–-][^.?!]*)?[.!]*",
    r"|subscribe to .{1,60} (?:for free|by e-?mail|via e-?mail)[.!]*|subscribe by e-?mail[.!:]*|subscribe via e-?mail[.!:]*|enter your e-?mail address to (?:subscribe|follow)[^?]*",
    r"|(?:join|and join) [0-9][0-9,.]*k?\+? (?:other )?(?:subscribers|followers|readers)[.!]*|join our (?:[a-z]+ ){0,3}(?:mailing list|newsletter|email list)[^.?!]*[.!]*",
    r"|keep up with this story and more by subscribing now|subscribe & follow|subscribe to & follow .*",
);

/// The promise: what is sent, how often, where to.
const DELIVERED: &str = concat!(
    r"(?:get|receive|have) (?:[^ .?!]+ ){1,14}(?:(?:delivered|sent|straight|direct|directly|right) )+(?:straight |directly |right |daily |weekly )*(?:to|in|into) your (?:e-?mail )?in-?box(?:[ ,:–-][^.?!]*)?[.!]*",
    r"|get (?:[^ .?!]+ ){1,12}(?:in|to|emailed to) (?:your in-?box|your email|(?:me|you) (?:each|every|once a|twice a) [a-z]+)(?: (?:every|each|once a) [a-z]+)?[.!](?: ?newsletters may [^.]*\.)?(?: ?learn more)?|get every new post delivered to your in-?box[.!]*",
    r"|get (?:all )?(?:the )?(?:[^ .?!]+ ){1,10}(?:with|from|in) (?:the|our|my) (?:[^ .?!]+ ){0,4}newsletters?[.!]*|get (?:the|our) (?:[^ .?!]+ ){0,5}(?:newsletters?|daily e-?mail)(?:[.!] ?(?:subscribe|sign up))?[.!]*",
    r"|delivered (?:straight |directly |right )?to your in-?box(?: [^.?!]*)?[.!]*|(?:never|don't) miss (?:a|an|another) (?:[^ .?!]+ ){1,5}(?:again)?[.!]? ?(?:sign up|get|subscribe)[^?]*",
    r"|(?:key|top|breaking|daily|all the|the latest|latest|today's) [^.?!]{3,60}[.,] ?(?:delivered )?(?:straight )?(?:in|to) your in-?box[^.?!]*[.!]*",
);

/// What the small print says.
const CONSENT: &str = concat!(
    r"by (?:signing up|subscribing|submitting(?: above)?|clicking (?:subscribe|sign up|submit|['‘“\x22][^'’”\x22]*['’”\x22])|providing your e-?mail|entering your e-?mail|registering)[^.]*,? (?:you|i) (?:agree|consent|accept|acknowledge|confirm|are agreeing|will|may|understand|allow).*",
    r"|you (?:can|may) (?:unsubscribe|opt[- ]out)(?: from [^.?!]*)? (?:at any ?time|anytime|whenever)[^?]*|unsubscribe (?:at )?any ?time[.!]*",
    r"|(?:i have read and agree|i agree|yes, i (?:want|would like|agree|wish)) to (?:[^?]*(?:newsletters?|privacy policy|terms of (?:use|service)|e-?mails?|offers)).*|(?:yes, )?(?:please )?(?:add me to|send me) (?:your|the|our|a|free|regular|daily|weekly) (?:[^ .?!]+ ){0,5}(?:list|newsletters?|updates|e-?mails?|offers)[^?]*",
    r"|i (?:would like|want|agree|consent|wish) to (?:receive|subscribe to|get) (?:[^ .?!]+ ){0,8}(?:newsletters?|e-?mails?|updates|offers|news)[^?]*",
    r"|we (?:(?:promise|hate|never send|will never send|won't send|don't|do not) (?:[^ .?!]+ ){0,4}spam|(?:respect|value|take) your privacy|(?:promise|will|won't)(?: not| never)* (?:to )?(?:rent or sell|sell or rent|sell|share) your (?:e-?mail|information|details))[^?]*",
    r"|this field is for validation purposes and should be left unchanged\.?|don't fill this (?:field|out)[^?]*|leave this field empty if you're human:?",
    r"|(?:thanks|thank you)(?: so much)? for (?:signing up|subscribing|joining|registering)(?: (?:to|for|with) [^.?!]*)?[.!]*(?: ?please check your e-?mail[^?]*)?|check your in-?box (?:or spam folder )?to confirm (?:your|the) subscription[.!]*|you have (?:successfully )?(?:subscribed|signed up)[^?]*|you['’]re (?:now )?(?:subscribed|signed up|on the list)[^?]*",
    r"|(?:oops!? ?)?something went wrong(?: while submitting the form)?[.!]*(?: ?please try again[^?]*)?|thank you! your submission has been received!|an error has occurr?ed and your e-?mail has not been sent\.?|there was (?:an error|a problem) (?:submitting|processing|with) your (?:request|subscription|submission)[^?]*",
    r"|please (?:enter|provide) a valid e-?mail(?: address)?[.!]*|incorrect e-?mail[.!]*|e-?mail is required[.!]*|please select a newsletter[.!]*|invalid e-?mail(?: address)?[.!]*|please verify you're not a robot by clicking the box\..*",
);

/// The field for the address.
const FIELD: &str = concat!(
    r"(?:please )?(?:enter|type|add|insert|your|submit) (?:in )?(?:your )?(?:e-?mail|e-?mail address)(?: (?:address|here|below|to [a-z ]+))* ?(?:\.\.\.|…|[.:*])?",
    r"|(?:e-?mail(?: address)?|name) ?(?:sign me up|subscribe|sign up|submit|join)[.!]*|newsletter sign ?-?up(?:[: ].*)?|sign ?-?up for (?:our|the|free) newsletters?.*",
    r"|view all new york times newsletters\.|see sample(?: \|.*)?|manage (?:email preferences|newsletters)(?: \|.*)?",
);

/// Promises that are only likely: nothing in them names the post.
const PROMISE: &str = concat!(
    r"start your day (?:right )?with (?:[^ .?!]+ ){1,14}(?:newsletters?|in-?box|e-?mail)[^?]*|(?:want|looking for) more (?:stuff|stories|news|articles|content|like this)[^.?!]*\?(?: ?(?:sign up|subscribe|join)[^?]*)?",
    r"|(?:stay|keep) (?:up to date|up-to-date|informed|in the loop|in the know|ahead)[^.?!]*[.,!:]? ?(?:with|by|sign up|subscribe)[^?]*(?:newsletters?|e-?mails?|in-?box|updates)[^?]*",
    r"|(?:in this|in our|this) (?:daily|weekly|free|twice-weekly|monthly|morning|evening) (?:newsletter|e-?mail)[^?]*|delivered (?:daily|weekly|every [a-z]+)(?: by [^,]*)?, [^?]*",
    r"|(?:a|our|the) (?:free |daily |weekly |monthly )+(?:e-?mail )?newsletter(?: [^?]*)?|if you would like to receive (?:more )?(?:messages|e-?mails|news|updates)[^?]*[.!:]|notify me (?:of|about) (?:new posts|new content|updates)[^?]*",
    r"|signup for .{1,40} alerts (?:&|and) newsletters|sign up for (?:our )?breaking news alerts|to (?:receive|get) (?:[^ .?!]+ ){1,8}(?:by|via) e-?mail[^?]*",
);

/// The same in other languages: verb, the word newsletter or inbox, the rest short.
const OTHER_LANGUAGES: &str = concat!(
    r"(?:(?:jetzt|hier|kostenlos|gratis|bitte) )*(?:abonnieren sie|abonniere|abonniert|melden sie sich|melde dich|bestellen sie|jetzt|erhalten sie|zum|für den) (?:[^ .?!]+ ){0,9}[^ .?!]*newsletter(?:s)?(?: [^.?!]*)?[.!]*|newsletter (?:abonnieren|bestellen|anmelden|anmeldung|abbestellen)[.!]*",
    r"|(?:abonnez[- ]vous|inscrivez[- ]vous|recevez|s'abonner|s'inscrire|inscription)(?: [^ .?!]+){0,10} (?:newsletters?|lettre d'information|infolettre|lettre d'info|boîte mail|boîte e-mail|alertes)(?: [^.?!]*)?[.!]*",
    r"|(?:suscríbete|suscríbase|suscribirse|apúntate|regístrate|recibe|reciba|recibí|únete)(?: [^ .?!]+){0,10} (?:newsletters?|boletín|boletines|correo|bandeja de entrada|lista de correo|email|e-mail)(?: [^.?!]*)?[.!]*",
    r"|(?:assine|inscreva-se|cadastre-se|receba|subscreva|registe-se)(?: [^ .?!]+){0,10} (?:newsletters?|boletim|e-mail|email|caixa de entrada)(?: [^.?!]*)?[.!]*",
    r"|(?:iscriviti|iscrivetevi|ricevi|abbonati|registrati)(?: [^ .?!]+){0,10} (?:newsletters?|email|e-mail|mailing list|casella di posta)(?: [^.?!]*)?[.!]*",
    r"|(?:schrijf je in|schrijf u in|meld je aan|meld u aan|abonneer je|abonneer u|ontvang)(?: [^ .?!]+){0,9} (?:[^ .]*nieuwsbrief|mailbox|inbox|e-mail)(?: [^.?!]*)?[.!]*",
    r"|(?:zapisz się|zapisz|subskrybuj|zamów|dołącz|otrzymuj)(?: [^ .?!]+){0,7} (?:newslettera?|biuletynu?|skrzynkę)(?: [^.?!]*)?[.!]*|(?:přihlaste se|přihlásit se|odebírejte|odebírat|prihláste sa|odoberajte)(?: [^ .?!]+){0,7} (?:newsletteru?|novinek|zpravodaje?|novinky|e-mailu?)(?: [^.?!]*)?[.!]*|nejnovější zprávy do e-mailu|odhlásit se můžete kdykoliv[^?]*",
    r"|(?:подпишитесь|подписывайтесь|подписаться|получайте|подписка)(?: [^ .?!]+){0,8} (?:рассылк[уаи]|рассылок|новости|почту|e-mail|email|newsletter)(?: [^.?!]*)?[.!]*|(?:підпишіться|підписатися|отримуйте)(?: [^ .?!]+){0,7} (?:розсилк[уаи]|новини|пошту|e-mail)(?: [^.?!]*)?[.!]*",
    r"|(?:e-?bültenimize|bültenimize|haber bültenimize|e-bültene|bültene)(?: [^ .?!]+){0,4} (?:abone|kayıt|üye) ol(?:un)?[.!]*|(?:prenumerera på|få|anmäl dig till|skriv upp dig på)(?: [^ .?!]+){0,7} (?:[^ .]*nyhetsbrev(?:et)?|inkorg(?:en)?|mejlen)(?: [^.?!]*)?[.!]*|(?:meld deg på|få|motta|tilmeld dig|modtag)(?: [^ .?!]+){0,7} (?:[^ .]*nyhetsbrev(?:et)?|[^ .]*nyhedsbrev(?:et)?|innboks(?:en)?|indbakke)(?: [^.?!]*)?[.!]*|tilaa(?: [^ .?!]+){0,4} uutiskirj[^ ]*[^?]*",
    r"|(?:iratkozz|iratkozzon)(?: [^ .?!]+){0,6} hírlevel[^ ]*(?: [^.?!]*)?[.!]*|(?:abonează-te|abonați-vă|aboneaza-te)(?: [^ .?!]+){0,6} (?:newsletter(?:ul)?(?:-ul)?)(?: [^.?!]*)?[.!]*|(?:εγγραφείτε|γραφτείτε|εγγραφή)(?: [^ .?!]+){0,6} (?:newsletter|ενημερωτικό δελτίο)(?: [^.?!]*)?[.!]*",
    r"|(?:無料)?(?:メールマガジン|メルマガ|ニュースレター)(?:の|を|に|へ)?(?:無料)?(?:登録|購読|配信|お申し込み)[^。]*|(?:订阅|訂閱)(?:我们的|我們的)?(?:电子报|電子報|新闻通讯|邮件|newsletter)[^。]*|(?:뉴스레터|이메일)(?: |를 |을 )?(?:구독|신청|받아보기)[^.]*|(?:đăng ký)(?: [^ .?!]+){0,5} (?:bản tin|email|newsletter)[^?]*|(?:daftar|berlangganan|dapatkan)(?: [^ .?!]+){0,6} (?:newsletter|buletin|email|inbox)[^?]*|(?:اشترك|اشتركوا|سجل) (?:في|معنا في|بـ) ?(?:النشرة|القائمة|نشرتنا).{0,60}",
);

/// The small print in other languages.
const CONSENT_OTHER: &str = concat!(
    r"(?:mit (?:der|ihrer) (?:anmeldung|registrierung)|(?:die|eine) abmeldung ist|(?:sie|du) (?:können|kannst) (?:sich|dich|den newsletter) jederzeit|ich (?:möchte|bin damit einverstanden|willige)[^.]* (?:newsletter|e-mail)|informationen zum? (?:newsletter|anmeldeverfahren|versanddienstleister))[^?]*",
    r"|(?:en vous inscrivant|vous pouvez vous désabonner|vous pouvez vous désinscrire|votre adresse (?:e-mail|email|mail) (?:est|sera) (?:uniquement|collectée|utilisée))[^?]*|(?:al (?:suscribirte|registrarte|hacer clic|suscribirse)|puedes darte de baja|acepto recibir)[^?]*",
    r"|(?:ao (?:se inscrever|assinar|clicar|se cadastrar|informar)|pode cancelar a subscrição)[^?]*|(?:iscrivendoti|cliccando su iscriviti|puoi annullare l'iscrizione|acconsento al)[^?]*|(?:door je (?:aan te melden|in te schrijven)|je kunt je op elk moment (?:uitschrijven|afmelden))[^?]*|(?:přihlášením k newsletteru|odesláním formuláře|přihlášením k odběru)[^?]*|(?:zapisując się|wyrażam zgodę na)[^?]*|(?:нажимая (?:на )?кнопку|отписаться можно|подписываясь)[^?]*",
);

/// Headings and buttons of a box.
#[rustfmt::skip] // Many to a row, by language.
const HEADINGS: &[&str] = &[
    "sign up for our newsletter", "sign up for newsletters", "sign up for our newsletters", "subscribe to our newsletter", "subscribe to newsletter", "subscribe to newsletters", "join our newsletter", "newsletter signup", "newsletter sign up", "newsletter sign-up", "email newsletters", "e-mail newsletters", "email newsletters & alerts", "newsletters & alerts", "free newsletter", "free newsletters", "free daily newsletter",
    "get our free newsletter", "get our newsletter", "our newsletter", "daily newsletter", "weekly newsletter", "email updates", "email alerts", "get email updates", "sign up for email updates", "join our mailing list", "mailing list", "subscribe by email", "subscribe via email", "subscribe to blog via email", "subscribe to this blog", "one-click subscribe", "delivered to your inbox", "get access", "sign me up", "sign up for our email",
    "newsletter abonnieren", "newsletter bestellen", "newsletter anmeldung", "newsletter-anmeldung", "zum newsletter anmelden", "kostenloser newsletter", "unser newsletter", "inscription newsletter", "inscription à la newsletter", "s'inscrire à la newsletter", "nos newsletters", "recevoir la newsletter", "suscríbete a nuestra newsletter", "suscríbete al boletín", "boletín de noticias", "iscriviti alla newsletter", "iscrizione newsletter", "assine a newsletter", "assine nossa newsletter", "receba nossa newsletter",
    "schrijf je in voor de nieuwsbrief", "aanmelden nieuwsbrief", "nieuwsbrief ontvangen", "zapisz się do newslettera", "zapisz się na newsletter", "odběr novinek", "přihlásit k odběru", "odber noviniek", "подписка на рассылку", "подписаться на рассылку", "подписка на новости", "підписка на розсилку", "bültenimize abone olun", "prenumerera på nyhetsbrev", "anmäl dig till nyhetsbrevet", "meld deg på nyhetsbrev", "tilmeld nyhedsbrev", "tilaa uutiskirje", "hírlevél feliratkozás", "feliratkozás hírlevélre", "abonare newsletter", "abonează-te la newsletter",
    "εγγραφή στο newsletter", "メルマガ登録", "メールマガジン登録", "ニュースレター登録", "订阅电子报", "訂閱電子報", "뉴스레터 구독", "뉴스레터 신청", "đăng ký nhận bản tin", "đăng ký nhận tin", "berlangganan newsletter", "اشترك في النشرة البريدية", "القائمة البريدية", "הרשמה לניוזלטר",
];

/// One-word labels and buttons.
#[rustfmt::skip] // Many to a row, by language.
const WORDS: &[&str] = &[
    "newsletter", "newsletters", "enewsletters", "e-newsletter", "subscribe", "subscribe now", "sign up", "sign up now", "signup", "sign up today", "sign up here", "sign up free", "unsubscribe", "email address", "e-mail address", "your e-mail", "your e-mail address", "email:", "join now", "join", "subscribed", "subscribe today", "subscribe here", "close dialog", "go", "see all newsletters", "all newsletters", "more newsletters", "first name", "last name",
    "abonnieren", "jetzt abonnieren", "jetzt anmelden", "eintragen", "e-mail-adresse", "ihre e-mail-adresse", "deine e-mail-adresse", "s'abonner", "je m'abonne", "s'inscrire", "je m'inscris", "adresse e-mail", "votre e-mail", "votre adresse e-mail", "votre email", "suscribirse", "suscríbete", "suscribirme", "boletines", "boletín", "correo electrónico", "tu email", "tu correo electrónico", "assine", "assinar", "inscreva-se", "seu e-mail", "cadastrar", "iscriviti", "abbonati", "la tua email",
    "inschrijven", "aanmelden", "nieuwsbrief", "nieuwsbrieven", "abonneren", "e-mailadres", "zapisz się", "subskrybuj", "adres e-mail", "twój e-mail", "odebírat", "přihlásit odběr", "odoberať", "váš e-mail", "подписка", "рассылка", "рассылки", "ваш e-mail", "підписка", "абонирай се", "abone ol", "e-bülten", "e-posta adresiniz", "prenumerera", "nyhetsbrev", "nyhedsbrev", "abonner", "tilmeld", "uutiskirje", "tilaa", "hírlevél", "feliratkozás", "feliratkozom", "abonează-te", "εγγραφή",
    "メールマガジン", "メルマガ", "ニュースレター", "メールアドレス", "購読", "登録", "订阅", "訂閱", "电子报", "電子報", "뉴스레터", "구독하기", "구독신청", "đăng ký", "bản tin", "email của bạn", "berlangganan", "اشترك", "اشتراك", "النشرة البريدية", "بريدك الإلكتروني",
];
