//! Invitations to install an app or to allow notifications.

use crate::rule::{Rule, line, phrases};

#[rustfmt::skip] // Many phrases to a row, by language.
pub(super) static RULE: Rule = Rule {
    id: "app-promo",
    summary: "invitations to install the site's app or to allow notifications",
    about: "Sites advertise their app at the end of a text, in the footer or in the text, and ask to allow \
            notifications. A review of an app, release notes and a story about an app store stay.",
    topic: &["app review", "beta version", "developers", "app store's", "app stores"],
    find: &[
        line(DOWNLOAD).likely(),
        line(STORES),
        line(NOTIFY),
        line(OTHER_LANGUAGES).likely(),
        line(THE_APP).words(&["App ", "app ", "APP "]).likely(),
        line(r"(?:無料|公式|専用|[a-z]+)?アプリ(?:を|の)(?:ダウンロード|インストール|入手|開く|無料ダウンロード).{0,30}").words(&["アプリ"]).likely(),
        line(r"(?:[^ ]+ )?앱(?:을|에서)? ?(?:다운로드|설치|열기|다운받기).{0,20}").words(&["다운로드", "설치", "열기", "다운받기"]).likely(),
        phrases(PHRASES).likely(),
        phrases(&[
            "app store", "google play", "ios app", "android app", "iphone app", "ipad app", "apps", "mobile app", "mobile apps", "get app", "app", "ios", "android", "windows phone", "amazon appstore", "mobile", "itunes", "app gallery", "block", "allow", "not now", "maybe later", "no thanks", "later",
            "our apps", "unsere apps", "nos applis", "applications", "aplicaciones", "aplicativos", "applicazioni", "aplikacje", "aplikace", "приложения", "мобильное приложение", "uygulamalar", "appar", "アプリ", "手机版", "客户端", "앱 다운로드", "ứng dụng", "aplikasi", "تطبيقات",
        ])
        .hint(),
    ],
};

/// A verb of getting, up to five words, the word app, and where it is to be had.
const DOWNLOAD: &str = concat!(
    r"(?:(?:click here to|please|to continue reading,?|for (?:more|the latest|all the latest|live updates)[^,.]*,|want more [^.?!]*\?) )?(?:download|get|install|read (?:it|this|more) in|continue (?:in|with)) (?:(?:our|the|this|my|new|free|official|your|all) )+(?:[^ .,?!]+ ){0,4}apps?(?: (?:for|on|from|at|now|today|here|to|and|in|via|free|with)[^?]*)?[.!]*",
    r"|(?:want more|love|really love) [^.?!]*\? download the [^.?!]* app [^?]*|download (?:the )?[^ .?!]+(?: [^ .?!]+){0,2} (?:for|on) (?:iphone|android|ios|ipad)(?: (?:here|now|and|or)[^?]*)?[.!]*|get real-time updates as this story unfolds\. [^?]*app[^?]*",
    r"|(?:take|carry) (?:[^ .?!]+ ){1,5}(?:with you )?(?:everywhere|on the go|wherever you go)[.!]?(?: ?(?:get|download)[^?]*)?|on (?:a )?(?:mobile|mobile device|your phone)\? (?:download|get|try) (?:our|the) [^?]*app[^?]*|new and improved .* app: .*",
    r"|(?:view|read|open|watch|see) (?:this )?(?:in|on|with) (?:the|our) app(?: for [^?]*)?[.!]*|(?:better|best|faster|easier) (?:in|on) (?:the|our) app[.!]*|(?:start your substack)?get the app|scan (?:the|this) qr code to (?:download|get)[^?]*",
);

/// The badges of the stores.
const STORES: &str = concat!(
    r"(?:(?:also |now )?(?:available|download|download it|get it|get|find it|install) (?:on|in|from|at|now on) (?:the )?(?:apple )?(?:app ?store|itunes|google play(?: store)?|play store|amazon appstore|windows store|app ?gallery|microsoft store|galaxy store)(?:[ |/,&]*(?:and|or|(?:also )?(?:available|download|get it) (?:on|in|from))?(?: the)?[ ]?(?:app ?store|google play(?: store)?|play store|app ?gallery|itunes))*[.!]*)",
    r"|(?:app ?store|google play(?: store)?|play store)(?:[ |/·•,&]+(?:and )?(?:app ?store|google play(?: store)?|play store|app ?gallery|windows store|rustore))+",
    r"|(?:laden im|jetzt bei|jetzt im|erhältlich im|erhältlich bei|herunterladen im) (?:app store|google play)|(?:télécharger dans|disponible sur|télécharger sur|télécharger dans l['’]) ?(?:l['’])?(?:app store|google play)|(?:consíguelo en|descárgalo en|disponible en|disponible en el|descargar en|consíguela en|descárgala en)(?: el| la)? (?:app store|google play)|(?:disponível na|disponível no|baixar na|baixe na|baixe no|descarregar na) (?:app store|google play)|(?:scarica su|scarica da|disponibile su) (?:app store|google play)|(?:download in de|ontdek het op|downloaden in de) (?:app store|google play)|(?:pobierz z|pobierz w) (?:app store|google play)|(?:загрузите в|скачать в|доступно в|скачайте в|завантажити в|доступно у) (?:app store|google play|rustore|appgallery)|(?:app store|google play)['’](?:den|dan|da|de|dan edinin|den indirin|den alın|den edinin)[^.]*|(?:hämta i|ladda ner (?:i|på)|last ned fra|hent i|nyt på|finns på) (?:app store|google play)|(?:stáhnout v|stiahnuť v|nyní na|teraz na) (?:app store|google play)|(?:app store|google play)(?:からダウンロード|で手に入れよう|でダウンロード)|(?:다운로드 하기 )?(?:app store|google play)(?:에서 다운로드.*|에서 다운로드하기)|tải (?:về )?(?:trên|từ) (?:app store|google play)|(?:unduh di|dapatkan di|tersedia di) (?:app store|google play)|(?:حمله من|متوفر على|تحميل من|احصل عليه من) (?:app store|google play)",
);

/// Prompts of web push services.
const NOTIFY: &str = concat!(
    r"(?:(?:please )?(?:allow|enable|turn on|accept|activate|subscribe to|sign up for) (?:(?:our|push|browser|desktop|web|breaking|news|the|for) )*notifications?(?: (?:to|for|from|so|and|in|on)[^?]*)?[.!]*)",
    r"|(?:(?:we['’]d|we would) like to (?:show|send) you (?:push )?notifications?|get notified (?:about|of) (?:new|breaking|important|the latest|our)|notifications? can be turned off (?:at )?any ?time)[^?]*|you (?:have|['’]ve) (?:successfully )?(?:subscribed to|blocked|enabled) (?:push )?notifications[^?]*|click on the bell icon[^?]*",
    r"|(?:benachrichtigungen|push-benachrichtigungen) (?:aktivieren|erlauben|zulassen|abonnieren)[.!]*|(?:activer|autoriser|recevoir) les (?:notifications|alertes)[^?]*|(?:activar|permitir|recibir|activa|permite)(?: las)? notificaciones[^?]*|(?:ativar|permitir|receber|ative)(?: as)? notificações[^?]*|(?:attiva|ricevi|consenti)(?: le)? notifiche[^?]*|meldingen (?:inschakelen|toestaan|ontvangen)|(?:włącz|zezwól na|odbieraj) powiadomienia[^?]*|(?:включить|разрешить|получать) уведомления[^?]*|(?:увімкнути|дозволити|отримувати) сповіщення[^?]*|bildirimleri(?: | aç| etkinleştir| kabul et)[^?]*|povolit (?:oznámení|upozornění)|(?:プッシュ)?通知を(?:許可|受け取る|オンにする)(?:する)?|(?:允许|开启|接收)通知|알림 (?:받기|허용|설정)|(?:bật|nhận) thông báo|aktifkan notifikasi[^?]*|(?:تفعيل|السماح ب)الإشعارات",
);

/// "Die App herunterladen": so many lines begin with the article that only pages with the word are read.
const THE_APP: &str = r"(?:(?:jetzt|hier|kostenlos) )*die (?:[^ .?!]+ ){0,5}(?:[^ .]*app)(?: (?:herunterladen|laden|für|im|auf|aufs|herunter|jetzt|kostenlos|installieren)[^?]*)[.!]*";

/// The same in other languages.
const OTHER_LANGUAGES: &str = concat!(
    r"(?:(?:jetzt|hier|kostenlos) )*(?:laden sie|lade|ladet|holen sie sich|hol dir|installieren sie|testen sie) (?:[^ .?!]+ ){0,5}(?:[^ .]*app)(?: (?:herunterladen|laden|für|im|auf|aufs|herunter|jetzt|kostenlos|installieren)[^?]*)[.!]*|app (?:herunterladen|öffnen|downloaden|installieren)[.!]*",
    r"|(?:téléchargez|télécharger|installez)(?: [^ .?!]+){0,5} (?:l['’]application|l['’]appli|notre application|notre appli|application|appli)(?: [^?]*)?[.!]*|(?:descarga|descargue|descárgate|bájate|instala|descargá)(?: [^ .?!]+){0,4} (?:la app|nuestra app|app|aplicación)(?: [^?]*)?[.!]*|(?:baixe|baixar|instale|descarregue|transfira)(?: [^ .?!]+){0,4} (?:app|aplicativo|aplicação)(?: [^?]*)?[.!]*|(?:scarica|installa)(?: [^ .?!]+){0,4} (?:app|l['’]app|applicazione|l['’]applicazione)(?: [^?]*)?[.!]*",
    r"|(?:download|installeer)(?: [^ .?!]+){0,4} (?:[^ .]*-app|app)(?: [^?]*)?[.!]*|(?:pobierz|zainstaluj|ściągnij)(?: [^ .?!]+){0,4} (?:aplikację|apkę)(?: [^?]*)?[.!]*|(?:stáhněte si|stáhni si|stiahnite si|nainstalujte si)(?: [^ .?!]+){0,4} (?:aplikaci|appku|aplikáciu)(?: [^?]*)?[.!]*|(?:скачайте|скачать|установите|загрузите)(?: [^ .?!]+){0,4} (?:приложение|приложения)(?: [^?]*)?[.!]*|(?:завантажте|завантажити|встановіть)(?: [^ .?!]+){0,4} (?:застосунок|додаток)(?: [^?]*)?[.!]*",
    r"|(?:mobil |ücretsiz )*(?:uygulamamızı|uygulamasını) (?:indir|indirin|ücretsiz indirin|yükleyin)[.!]*|(?:ladda ner|ladda ned|hämta|last ned|hent)(?: [^ .?!]+){0,4} (?:[^ .]*app|appen|[^ .]*-appen)(?: [^?]*)?[.!]*|(?:töltsd le|töltse le)(?: [^ .?!]+){0,5} (?:alkalmazásunkat|appunkat|alkalmazást|applikációnkat)[^?]*|(?:descarcă|descărcați|instalează)(?: [^ .?!]+){0,4} (?:aplicația|aplicatia)(?: [^?]*)?[.!]*|κατεβάστε(?: [^ .?!]+){0,4} (?:εφαρμογή|app)(?: [^?]*)?[.!]*",
    r"|アプリで(?:開く|読む|見る)|(?:下载|打开|安装|使用)(?:我们的|官方)?[^。]{0,12}(?:app|客户端|应用)[^。]{0,20}|tải (?:ngay )?(?:ứng dụng|app) .{0,60}|(?:unduh|download|instal)(?: [^ .?!]+){0,4} aplikasi(?: [^?]*)?[.!]*|(?:حمل|حمّل|نزّل|تحميل) (?:تطبيق|التطبيق).{0,60}",
);

/// Buttons.
#[rustfmt::skip] // Many to a row, by language.
const PHRASES: &[&str] = &[
    "get the app", "get our app", "download the app", "download our app", "download app", "download our apps", "download our mobile app", "download the free app", "download for ios", "download for android", "get the mobile app", "open in app", "open app", "use the app", "view in app", "read in app", "mobile apps", "our mobile apps", "get our mobile app", "try our app", "available on ios and android", "get the free app", "take us with you",
    "app herunterladen", "zur app", "app laden", "unsere app", "télécharger l'application", "télécharger l'appli", "notre application", "descarga la app", "descarga nuestra app", "descargar app", "baixe o app", "baixe o aplicativo", "baixe nosso app", "scarica l'app", "scarica la app", "download de app", "pobierz aplikację", "stáhněte si aplikaci", "stáhnout aplikaci", "скачать приложение", "скачайте приложение", "наше приложение", "мобильная версия", "завантажити додаток", "uygulamayı indir", "ladda ner appen", "hämta appen", "last ned appen", "hent appen", "lataa sovellus", "töltsd le az appot", "descarcă aplicația", "アプリをダウンロード", "アプリで開く", "アプリで読む", "下载app", "下载客户端", "打开app", "앱에서 열기", "앱 다운로드", "tải ứng dụng", "unduh aplikasi", "حمل التطبيق",
];
