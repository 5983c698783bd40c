use crate::rule::{Rule, line, phrases};

pub(super) static RULE: Rule = Rule {
    id: "js-required",
    summary: "requests for JavaScript, Flash, frames or a newer browser",
    about: "Pages, players and comment systems ask inside <noscript>, <object> and <iframe> for what the reader's \
            browser lacks. A whole line of that goes; prose about browsers and instructions for them stay.",
    topic: &[
        "web browser",
        "javascript",
        "internet explorer",
        "firefox",
        " chrome",
        "browsers",
        "html5",
        "mozilla",
    ],
    find: &[
        phrases(ENGLISH),
        phrases(OTHERS),
        phrases(STEPS).hint(),
        line(
            r"(?:please |you (?:must|need to|should) |to [a-z ,']+,? (?:please )?|sorry, (?:you |but )?(?:need to |must )?|note: |oops!? |it (?:looks|seems) like (?:you have )?)?(?:enable|turn on|activate|switch on) (?:the )?java ?script(?: (?:in|on|for|to|and|within) .*| support.*| is .*|\.|!)?(?:\. .*)?",
        ),
        line(
            r"java ?script (?:is|must be|needs to be|has to be|seems to be|appears to be|should be) (?:currently |either )?(?:required|disabled|enabled|not (?:enabled|supported|available)|turned o(?:n|ff)|deactivated|necessary|switched off|unavailable)(?: (?:in|on|for|to|or|by) .*|\..*|!.*)?",
        ),
        line(
            r"(?:this|our|the) (?:site|website|web ?page|page|app|application|video|feature|content|form|contact form|slideshow|player|widget|functionality|gallery|map|content|module|section|document|store) (?:requires|needs|works best with) (?:java ?script|(?:the )?(?:adobe )?flash player|cookies and java ?script|iframes?|frames|an? (?:newer|modern|updated?) .*browser).*",
        ),
        line(
            r"(?:your (?:web |current |internet )?browser|this browser|your (?:device|version of (?:internet explorer|ie|safari|chrome|firefox|your browser))) (?:does(?:n't| not|n’t) (?:currently )?(?:support|have|appear|allow|seem|accept)|cannot|can't (?:play|display|show)|isn't (?:supported|up to date|compatible)|is not (?:supported|up to date|compatible|able|currently|accepting)|may not (?:support|be supported)|is no longer supported|is (?:unsupported|out ?of ?date|outdated|too old|very old|obsolete|old|currently not supporting|not accepting cookies)|has java ?script (?:disabled|turned off)|currently does not|appears to|seems to|must (?:support|be)|needs to).*",
        ),
        line(
            r"(?:unfortunately |sorry, ?(?:but )?|we're sorry, (?:but )?|we are sorry, (?:but )?|i'm sorry, |it (?:looks|appears|seems) (?:like|that) |error: |warning: |oops[,!.]* )your (?:web )?browser (?:does(?:n't| not)|cannot|is|has|seems|appears|can't|isn't|may).*",
        ),
        line(
            r"(?:we(?:'ve| have) (?:detected|noticed)|we (?:detected|noticed)|it (?:looks|appears|seems) (?:like|that|as if)|warning[:!]|hey.*looks like|oops!?|sorry,?) ?(?:that )?(?:java ?script is .*|you(?:'re| are| have|r) .*(?:browser|internet explorer|java ?script|ad ?block).*)",
        ),
        line(
            r"you are (?:currently )?using an? (?:outdated|old|older|obsolete|unsupported|insecure|out-?of-?date|out of date|very old|ancient) (?:version of .*|(?:web )?browser.*|.*browser version.*)",
        ),
        line(
            r"you (?:are using|appear to be using|seem to be using|have) (?:an? )?(?:browser|version|internet explorer|ie ?[0-9]).*(?:not support|no longer support|upgrade|update|disabled|outdated|newer).*",
        ),
        line(
            r"(?:internet explorer|ie ?[0-9]{0,2}|microsoft internet explorer)(?: ?[0-9]+(?: and (?:below|earlier|older))?)? is (?:no longer|not|un)(?: ?supported| ?compatible)(?: (?:by|on) (?:this|our) .*|\. (?:please|for|we|to|you|try|download|upgrade).*|[.!]?)",
        ),
        line(
            r"(?:this|our) (?:site|website|page) (?:is|works|looks|was|functions|performs) (?:best|better|optimi[sz]ed|designed|intended|only) .*(?:browser|internet explorer|chrome|firefox|ie ?[0-9]|[0-9]{3,4} ?x ?[0-9]{3,4}|java ?script).*",
        ),
        line(
            r"(?:please |kindly )?(?:upgrade|update)(?: to)?(?: your| an?| the latest| a (?:modern|newer|different|supported))? ?(?:web |internet )?browser(?: (?:to|or|for|in|today|now).*)?[.!]?",
        ),
        line(
            r"(?:to (?:view|see|use|watch|listen to|play|access|hear) (?:this|the|our|all) .*,? )?(?:you (?:need|must have|will need)|please (?:install|download|get|upgrade)|get|install|download|upgrade)(?: to)?(?: the)?(?: latest(?: version of)?| newer version of| version [0-9.]+ (?:or (?:higher|above) )?of)?(?: the)? (?:(?:adobe|macromedia) (?:flash|shockwave).*|flash ?player.*|flash plug-?in.*|shockwave player.*|(?:microsoft )?silverlight.*)",
        ),
        line(
            r"(?:adobe |macromedia )?(?:flash player|silverlight|flash plug-?in|adobe flash)(?: [0-9.]+(?: or (?:higher|above))?)? (?:is )?(?:required|not installed|must be installed|needed|not detected)(?: (?:to|for) .*)?[.!]?",
        ),
        line(
            r"(?:alternative content|get adobe flash player|get flash|this content requires .*flash.*|content on this page requires a newer version of adobe flash player\.?)",
        ),
        line(
            r"to view this (?:content|video|page|site|media|slideshow|gallery|map|form),? (?:java ?script|please|you (?:need|must)|enable|switch|cookies|flash).*",
        ),
        line(
            r"(?:for (?:full|the best|optimal|an optimal|better) (?:functionality|experience|performance|viewing)|in order to (?:use|view|see|access|display)|for full .* of this (?:site|page)|for the best experience).*(?:java ?script|browser|chrome|firefox|internet explorer).*",
        ),
        line(r"(?:the )?(?:iframe|frame)s? (?:is|are) (?:not supported|required|disabled).*"),
        line(
            r"(?:this page (?:contains|uses) frames|this frame|\[?your user agent does not support frames).*(?:frames|browser).*",
        ),
        line(
            r"this video is (?:not|un)(?: ?supported| ?available) (?:by|on|for|in) your (?:device|browser|location|country|region).*",
        ),
    ],
};

/// Whole lines in English that no pattern above has.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "iframe not supported", "no iframes", "no javascript", "no frames", "your browser is out of date",
    "browser not supported", "unsupported browser", "outdated browser", "update your browser", "upgrade your browser",
    "your browser is not supported", "browser update required", "please use a different browser",
    "please use a modern browser", "please upgrade your browser", "please update your browser",
    "please switch to a supported browser", "get a better browser", "javascript required", "javascript disabled",
    "javascript is off", "please enable javascript", "please turn on javascript", "enable javascript",
    "javascript is required", "enable javascript and cookies to continue", "please enable cookies",
    "please enable cookies and javascript", "please enable javascript to watch",
    "please enable javascript to view this content", "please enable javascript to view the page content",
    "please enable javascript and refresh the page", "javascript is not enabled",
    "you need to enable javascript to run this app",
    "we're sorry but this site doesn't work properly without javascript enabled", "browser is not supported",
    "some features of this site may not work without javascript",
    "some parts of this site may not work without javascript", "if you see this message, javascript is disabled",
    "loading... please enable javascript", "sorry, your browser doesn't support embedded videos",
    "html5 video not supported", "no video support", "video tag not supported", "html5 audio not supported",
    "loading, please enable javascript",
];

/// Stock lines of browsers' fallbacks in other languages.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    // German
    "bitte aktivieren sie javascript", "bitte aktiviere javascript", "bitte javascript aktivieren",
    "javascript ist deaktiviert", "javascript deaktiviert", "bitte aktivieren sie javascript in ihrem browser",
    "bitte aktivieren sie javascript in ihrem browser, um diese seite zu nutzen", "javascript muss aktiviert sein",
    "ihr browser unterstützt keine iframes", "ihr browser unterstützt keine eingebetteten frames",
    "ihr browser unterstützt kein javascript", "ihr browser unterstützt dieses video nicht",
    "dein browser unterstützt keine iframes", "ihr browser ist veraltet", "dein browser ist veraltet",
    "sie verwenden einen veralteten browser", "ihr browser wird nicht unterstützt",
    "sie benutzen einen veralteten browser", "javascript ist in ihrem browser deaktiviert",
    "um diese seite nutzen zu können, aktivieren sie bitte javascript", "für diese seite wird javascript benötigt",
    "bitte aktivieren sie javascript, um diesen inhalt zu sehen", "dieser inhalt benötigt javascript",
    "ihr browser unterstützt das video-element nicht", "ihr browser kann leider keine eingebetteten frames anzeigen",
    // French
    "veuillez activer javascript", "merci d'activer javascript", "activez javascript", "javascript est désactivé",
    "javascript est désactivé dans votre navigateur", "vous devez activer javascript",
    "votre navigateur ne supporte pas les iframes", "votre navigateur ne prend pas en charge les iframes",
    "votre navigateur est obsolète", "votre navigateur n'est pas à jour", "votre navigateur n'est plus supporté",
    "votre navigateur ne supporte pas javascript", "javascript doit être activé",
    "veuillez activer javascript dans votre navigateur", "votre navigateur ne supporte pas la lecture de vidéos",
    "vous utilisez un navigateur obsolète", "vous utilisez un navigateur non supporté",
    "pour voir ce contenu, activez javascript", "votre navigateur ne permet pas d'afficher ce contenu",
    // Spanish
    "por favor, activa javascript", "por favor, habilita javascript", "por favor habilite javascript",
    "habilite javascript", "javascript está desactivado", "javascript está deshabilitado en su navegador",
    "su navegador no soporta iframes", "tu navegador no soporta iframes", "tu navegador no admite iframes",
    "su navegador está desactualizado", "tu navegador está desactualizado", "tu navegador no soporta javascript",
    "tu navegador no es compatible", "su navegador no es compatible", "necesitas activar javascript",
    "debes activar javascript", "para ver este contenido necesitas activar javascript",
    "está usando un navegador obsoleto", "tu navegador no soporta el elemento video",
    "su navegador no soporta la reproducción de video", "actualiza tu navegador",
    // Italian
    "per favore abilita javascript", "abilita javascript", "attiva javascript", "javascript è disabilitato",
    "il tuo browser non supporta gli iframe", "il tuo browser non supporta javascript",
    "il tuo browser non è aggiornato", "il tuo browser non è supportato", "il tuo browser è obsoleto",
    "stai usando un browser obsoleto", "stai utilizzando un browser non aggiornato",
    "è necessario abilitare javascript", "il tuo browser non supporta il tag video", "aggiorna il tuo browser",
    // Portuguese
    "por favor, ative o javascript", "por favor, habilite o javascript", "ative o javascript", "habilite o javascript",
    "javascript está desabilitado", "o javascript está desativado", "seu navegador não suporta iframes",
    "seu navegador não suporta javascript", "o seu browser não suporta iframes", "seu navegador está desatualizado",
    "o seu navegador está desatualizado", "você está usando um navegador desatualizado",
    "seu navegador não é compatível", "é necessário ativar o javascript", "seu navegador não suporta vídeos",
    "seu navegador não suporta a tag video", "atualize seu navegador",
    // Dutch
    "schakel javascript in", "zet javascript aan", "javascript is uitgeschakeld", "javascript staat uit",
    "uw browser ondersteunt geen iframes", "je browser ondersteunt geen javascript", "uw browser is verouderd",
    "je browser is verouderd", "je gebruikt een verouderde browser", "u gebruikt een verouderde browser",
    "je browser wordt niet ondersteund", "activeer javascript in je browser", "deze browser wordt niet ondersteund",
    // Nordic
    "aktivera javascript", "slå på javascript", "javascript är avstängt", "javascript är inaktiverat",
    "din webbläsare stöder inte iframes", "din webbläsare är för gammal", "din webbläsare stöds inte",
    "du använder en gammal webbläsare", "du måste aktivera javascript", "aktiver javascript", "javascript er slått av",
    "javascript er deaktivert", "nettleseren din støtter ikke iframes", "nettleseren din er utdatert",
    "din browser understøtter ikke iframes", "din browser er forældet", "du skal aktivere javascript",
    "slå javascript til", "ota javascript käyttöön", "selaimesi ei tue javascriptiä", "selaimesi on vanhentunut",
    // Polish, Czech, Slovak, Hungarian, Romanian
    "włącz obsługę javascript", "włącz javascript", "proszę włączyć javascript",
    "twoja przeglądarka nie obsługuje ramek", "twoja przeglądarka nie obsługuje javascript",
    "twoja przeglądarka jest nieaktualna", "korzystasz z przestarzałej przeglądarki", "javascript jest wyłączony",
    "prosím povolte javascript", "zapněte javascript", "povolte javascript", "váš prohlížeč nepodporuje iframe",
    "váš prohlížeč nepodporuje javascript", "váš prohlížeč je zastaralý", "používáte zastaralý prohlížeč",
    "váš prehliadač je zastaraný", "zapnite javascript", "kérjük, engedélyezze a javascriptet",
    "az ön böngészője elavult", "a böngészője nem támogatja a javascriptet", "vă rugăm să activați javascript",
    "browserul dvs. nu suportă iframe-uri", "activați javascript",
    // Russian, Ukrainian, Bulgarian, Greek, Turkish
    "включите javascript", "пожалуйста, включите javascript", "для работы сайта необходим javascript",
    "для просмотра включите javascript", "javascript отключен", "ваш браузер устарел",
    "ваш браузер не поддерживает фреймы", "ваш браузер не поддерживает плавающие фреймы",
    "ваш браузер не поддерживает javascript", "ваш браузер не поддерживает iframe", "ваш браузер не поддерживает видео",
    "вы используете устаревший браузер", "у вас отключен javascript", "в вашем браузере отключен javascript",
    "обновите браузер", "увімкніть javascript", "ваш браузер застарів", "ваш браузер не підтримує фрейми",
    "включете javascript", "вашият браузър е остарял", "ενεργοποιήστε τη javascript",
    "παρακαλώ ενεργοποιήστε τη javascript", "ο browser σας δεν υποστηρίζει iframes",
    "lütfen javascript'i etkinleştirin", "javascript devre dışı", "tarayıcınız javascript'i desteklemiyor",
    "tarayıcınız iframe desteklemiyor", "tarayıcınız güncel değil", "eski bir tarayıcı kullanıyorsunuz",
    "tarayıcınız bu videoyu desteklemiyor",
    // Asian and Arabic
    "javascriptを有効にしてください", "javascriptが無効になっています", "javascriptが有効になっていません", "このサイトではjavascriptを使用しています",
    "お使いのブラウザはサポートされていません", "ご利用のブラウザはサポートされていません", "お使いのブラウザはiframeに対応していません", "このページはフレームを使用しています",
    "当サイトではjavascriptを使用しております", "このブラウザはサポートされていません", "请启用javascript", "请开启javascript", "您的浏览器不支持javascript",
    "您的浏览器不支持iframe", "您的浏览器版本过低", "您的浏览器不支持 video 标签", "你的浏览器不支持iframe", "请升级您的浏览器", "請啟用javascript", "請開啟javascript",
    "您的瀏覽器不支援iframe", "您的瀏覽器不支援javascript", "您的瀏覽器版本過舊", "자바스크립트를 활성화해 주세요", "자바스크립트를 활성화하세요", "이 브라우저는 지원되지 않습니다",
    "브라우저가 iframe을 지원하지 않습니다", "يرجى تفعيل جافا سكريبت", "الرجاء تفعيل الجافا سكريبت", "متصفحك لا يدعم الإطارات",
    "متصفحك لا يدعم جافا سكريبت", "متصفحك قديم", "لطفا جاوا اسکریپت را فعال کنید", "vui lòng bật javascript",
    "trình duyệt của bạn không hỗ trợ iframe", "trình duyệt của bạn đã cũ", "trình duyệt không hỗ trợ iframe",
    "aktifkan javascript", "harap aktifkan javascript", "browser anda tidak mendukung iframe",
    "browser anda tidak mendukung javascript", "browser anda sudah usang", "אנא הפעל javascript",
    "הדפדפן שלך אינו תומך", "กรุณาเปิดใช้งาน javascript", "เบราว์เซอร์ของคุณไม่รองรับ iframe",
];

/// Steps and links that stand under such a request.
#[rustfmt::skip]
const STEPS: &[&str] = &[
    "learn how to update", "learn more about browsers", "download chrome", "download firefox", "continue anyway",
    "dismiss", "click here for instructions", "click here for instructions on how to enable javascript in your browser",
    "update my browser now",
];
