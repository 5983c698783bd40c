use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use super::{php_error, seams};
use crate::page::Page;
use crate::rule::{Claims, Rule, each, line, look, phrases};
use crate::rules::gate::Phrases;

pub(super) static RULE: Rule = Rule {
    id: "database-error",
    summary: "failures of databases, content systems and servers",
    about: "WordPress prints failed queries into the page, and content systems, servers and programming languages \
            replace the page by a stock message or a trace when they fail. Pages that help with such failures stay.",
    topic: &[
        "database",
        "mysql",
        "sql ",
        "wordpress",
        "wp-config",
        "this error",
        "the error",
        "error message",
        "nginx",
        "apache",
        "python",
        "interpreter",
        "cloudflare",
        "exception",
        "traceback",
        "stack trace",
        "error code",
        "datenbank",
        "base de datos",
        "base de données",
        "banco de dados",
    ],
    find: &[
        phrases(CONNECTION),
        phrases(CRITICAL),
        phrases(MAINTENANCE),
        phrases(SYSTEMS),
        phrases(SERVERS),
        phrases(STATUS).hint(),
        line(
            r"wordpress database error:? .*(?:\]|for query .*|made by .*|\] (?:select|insert|update|delete|show|alter|create|replace|describe) .*)",
        ),
        line(
            r"access denied for user '[^']*'@'[^']*'(?: to database '[^']*'| \(using password: (?:yes|no)\))?\.?",
        ),
        line(
            r"(?:query failed: |mysql error:? ?|invalid query:? ?|error:? |sql error:? ?|database error:? ?|could not .*: )?you have an error in your sql syntax[;,:] check the manual that corresponds to your .*",
        ),
        line(
            r"(?:warning: )?(?:mysqli?|pg)_[a-z_]+\(\)[:,]? (?:supplied argument is not a valid|expects parameter|\[).*",
        ),
        line(r"supplied argument is not a valid mysql (?:result|link) resource.*"),
        line(
            r"(?:invalid query|query failed|database query failed|database error|mysql error|sql error) ?: ?(?:you have an error|table '|unknown column|unknown database|access denied|lost connection|mysql server|can't connect|too many connections|no database|duplicate entry|lock wait|query was empty|commands out).*",
        ),
        line(
            r"(?:could not connect(?: to (?:the )?database)?: ?|connection failed: ?|error: ?|failed to connect to mysql: ?)(?:access denied for user|can't connect to|too many connections|unknown database|lost connection|mysql server has gone|sqlstate\[|connection refused).*",
        ),
        line(r"sqlstate\[[0-9a-z]+\].*"),
        line(r"(?:doctrine\\|illuminate\\|pdoexception|symfony\\)[a-z\\]*(?:exception|error).*"),
        line(r"server error in '/.*' application\.?"),
        line(
            r"(?:exception details|source error|stack trace|source file|version information) ?: ?(?:system\.|an unhandled exception|microsoft \.net framework|\[[a-z.]*exception).*",
        ),
        line(
            r"description: (?:an unhandled exception occurred|http 404\. the resource|an application error occurred).*",
        ),
        line(
            r"(?:nginx|openresty|apache|litespeed|lighttpd|microsoft-iis)/[0-9][0-9.]*(?: \(.*\).*)?",
        ),
        line(r"apache(?:/[0-9.]+ .*)? ?server at .* port [0-9]+"),
        line(
            r"(?:the requested url|the requested resource) [^ ]* ?was not found on this server\..*",
        ),
        line(r"you don't have permission to access .* on this server\..*"),
        line(
            r"additionally, a [0-9]{3} .* error was encountered while trying to use an errordocument.*",
        ),
        line(r"(?:cloudflare )?ray id: [0-9a-f]{12,20}.*"),
        line(r"error (?:1[0-9]{3}|52[0-9]) +ray id: .*"),
        line(r"error (?:log record number|reference number|id): ?[0-9a-f-]{6,}").likely(),
        line(r"(?:drupal\\|joomla\\)[a-z\\]+(?:exception|error): .*"),
        line(r"(?:[0-9]+ - )?error (?:displaying|loading) the error page:.*"),
        line(
            r"(?:error: ?)?(?:could not|can't|cannot|unable to|failed to) connect(?: to (?:the )?(?:my ?sql|mysqli?|mariadb|database|db|sql)(?: ?(?:server|host|database))*)? ?(?:: ?(?:\([0-9]+\) ?)?(?:access denied|can't connect|connection refused|connection timed out|no such file|unknown|too many|lost connection|php_network|host '|sqlstate|operation timed out|no route|mysql server)[^.!?]{0,160}\.?|! ?:?)",
        ),
        line(
            r"(?:mysqli? )?connect(?:ion)? (?:error|failed) ?(?:\([0-9]{1,5}\))? ?: ?(?:\([0-9]+\) ?)?(?:access denied|can't connect|connection refused|connection timed out|no such file|unknown|too many|lost connection|php_network|host '|sqlstate|operation timed out)[^.!?]{0,160}\.?",
        ),
        line(r"debugging (?:errno|error) ?: ?[^.!?]{1,120}").likely(),
        each(claim_glued).words(GLUED),
        look(find_queries).words(&[QUERY]).fills_pages(),
        look(find_traces).words(TRACES).fills_pages(),
        look(find_dead_page).fills_pages(),
    ],
};

/// Lines that a page of a server's failure has at most.
const DEAD_LINES: usize = 6;

/// WordPress `wp-includes/load.php` and `functions.php`: dead_db().
#[rustfmt::skip]
const CONNECTION: &[&str] = &[
    "error establishing a database connection",
    "one or more database tables are unavailable. the database may need to be repaired.",
    "fehler beim aufbau einer datenbankverbindung", "fehler beim aufbau der datenbankverbindung",
    "erreur lors de la connexion à la base de données", "error al establecer una conexión con la base de datos",
    "errore nello stabilire una connessione al database", "errore nello stabilire la connessione al database",
    "erro ao estabelecer uma conexão com o banco de dados", "erro ao estabelecer conexão com o banco de dados",
    "erro ao estabelecer uma ligação à base de dados", "fout bij het maken van een verbinding met de database",
    "błąd łączenia się z bazą danych", "błąd podczas łączenia się z bazą danych",
    "ошибка установки соединения с базой данных", "помилка встановлення з'єднання з базою даних",
    "помилка під час з'єднання з базою даних", "veritabanı bağlantısı kurulurken hata",
    "veritabanı bağlantısı kurulurken bir hata oluştu", "veritabanı bağlantı hatası",
    "fel vid upprättande av databaskopplingen", "ett fel uppstod vid upprättande av databasanslutningen",
    "feil ved opprettelse av databaseforbindelse", "feil ved oppretting av databasetilkobling",
    "kunne ikke oprette databaseforbindelse", "fejl ved oprettelse af databaseforbindelse",
    "virhe tietokantayhteyttä muodostettaessa", "chyba při navazování spojení s databází",
    "chyba při pokusu o navázání spojení s databází", "chyba pri vytváraní spojenia s databázou",
    "chyba pri pokuse o pripojenie k databáze", "hiba az adatbázis-kapcsolat létrehozásakor",
    "adatbázis-kapcsolódási hiba", "eroare la stabilirea unei conexiuni la baza de date",
    "eroare la stabilirea conexiunii la baza de date", "грешка при свързването с базата данни",
    "грешка приликом успостављања везе са базом података", "greška pri uspostavljanju veze s bazom podataka",
    "σφάλμα κατά τη σύνδεση με τη βάση δεδομένων", "σφάλμα σύνδεσης με τη βάση δεδομένων", "データベース接続確立エラー",
    "建立数据库连接时出错", "数据库连接错误", "建立資料庫連線時發生錯誤", "데이터베이스 연결 중 오류", "데이터베이스에 연결하는 중 오류 발생",
    "خطأ في إنشاء اتصال بقاعدة البيانات", "خطأ في الاتصال بقاعدة البيانات", "خطا در برقراری ارتباط با پایگاه داده",
    "שגיאת התחברות למסד הנתונים", "lỗi khi thiết lập kết nối cơ sở dữ liệu", "lỗi kết nối cơ sở dữ liệu",
    "kesalahan dalam membuat sambungan ke basis data", "kesalahan saat menyambungkan ke basis data",
    "error establishing database connection", "การเชื่อมต่อฐานข้อมูลผิดพลาด",
];

/// WordPress `class-wp-fatal-error-handler.php`.
#[rustfmt::skip]
const CRITICAL: &[&str] = &[
    "there has been a critical error on this website", "there has been a critical error on your website",
    "there has been a critical error on this website. please check your site admin email inbox for instructions",
    "there has been a critical error on this website. learn more about troubleshooting wordpress",
    "the site is experiencing technical difficulties",
    "the site is experiencing technical difficulties. please check your site admin email inbox for instructions",
    "learn more about troubleshooting wordpress", "learn more about debugging in wordpress",
    "es gab einen kritischen fehler auf deiner website", "es gab einen kritischen fehler auf dieser website",
    "auf dieser website ist ein kritischer fehler aufgetreten", "erfahre mehr über die problembehandlung in wordpress",
    "il y a eu une erreur critique sur ce site", "il y a eu une erreur critique sur votre site",
    "en apprendre plus sur le débogage de wordpress", "en savoir plus sur le débogage de wordpress",
    "ha habido un error crítico en esta web", "ha habido un error crítico en tu web",
    "ha habido un error crítico en este sitio web", "aprende más sobre el diagnóstico de wordpress",
    "si è verificato un errore critico sul tuo sito web", "si è verificato un errore critico su questo sito",
    "si è verificato un errore critico in questo sito web",
    "scopri di più riguardo la risoluzione dei problemi in wordpress", "há um erro crítico no seu site",
    "houve um erro crítico neste site", "ocorreu um erro crítico neste site", "ocorreu um erro fatal neste site",
    "saiba mais sobre solução de problemas no wordpress", "er heeft zich een kritieke fout voorgedaan op deze site",
    "er is een kritieke fout opgetreden op deze website", "er is een kritieke fout opgetreden op je site",
    "meer informatie over probleemoplossing in wordpress", "wystąpił błąd krytyczny na tej stronie",
    "w witrynie wystąpił błąd krytyczny", "na twojej stronie wystąpił krytyczny błąd",
    "на сайте возникла критическая ошибка", "узнайте больше про решение проблем с wordpress",
    "на сайті сталася критична помилка", "bu sitede ciddi bir sorun oluştu", "bu web sitesinde kritik bir hata oluştu",
    "wordpress sorun giderme hakkında daha fazla bilgi edinin", "det har uppstått ett kritiskt fel på denna webbplats",
    "det har oppstått en kritisk feil på nettstedet", "der er opstået en kritisk fejl på dette websted",
    "na této webové stránce se vyskytla kritická chyba", "na tomto webu došlo k závažné chybě",
    "kritikus hiba történt a honlapon", "a eroare critică a apărut pe acest site",
    "a apărut o eroare critică pe acest site web", "υπήρξε ένα κρίσιμο σφάλμα σε αυτόν τον ιστότοπο",
    "このサイトで重大なエラーが発生しました", "此站点遇到了致命错误", "您的站点遇到了致命错误", "這個網站發生嚴重錯誤", "이 웹사이트에 치명적인 오류가 있습니다",
    "حدث خطأ فادح في هذا الموقع", "đã có lỗi nghiêm trọng trên trang web này",
    "telah terjadi kesalahan serius pada situs ini", "ada kesalahan kritis pada situs web ini",
];

/// WordPress wp_maintenance(), Joomla's and others' offline notes.
#[rustfmt::skip]
const MAINTENANCE: &[&str] = &[
    "briefly unavailable for scheduled maintenance. check back in a minute",
    "briefly unavailable for scheduled maintenance. try again in a minute",
    "wegen wartungsarbeiten ist diese website kurzzeitig nicht verfügbar",
    "wegen wartungsarbeiten ist diese website kurzzeitig nicht verfügbar. schau in einer minute nochmal vorbei",
    "schau in einer minute nochmal vorbei", "сайт ненадолго закрыт на техническое обслуживание. зайдите через минуту",
    "indisponibilité temporaire pour cause de maintenance. veuillez revenir dans un instant",
    "brièvement indisponible pour cause de maintenance prévue. veuillez revenir dans quelques minutes",
    "אתר זה עובר עבודות תחזוקה יזומות. יש לנסות שנית בעוד מספר דקות",
    "momentaneamente non disponibile per manutenzione. riprovare fra un minuto",
    "προσωρινά μη διαθέσιμο για προγραμματισμένη συντήρηση. δοκιμάστε πάλι σ' ένα λεπτό",
    "حالياً الموقع غير متوفّر لغرض الصيانة. يرجى المحاولة مجدداً بعد دقيقة",
    "witryna jest tymczasowo niedostępna z powodu zaplanowanych prac konserwacyjnych. zapraszamy ponownie za minutę",
    "no disponible por mantenimiento programado. vuelve a comprobar el sitio en unos minutos",
    "indisponível para manutenção programada. confira novamente em um minuto",
    "momenteel niet beschikbaar vanwege gepland onderhoud. kom over een minuutje terug",
    "現在メンテナンス中のため、一時的に閉鎖しております。しばらくお待ちください", "this site is down for maintenance. please check back again soon",
    "this site is down for maintenance.please check back again soon", "site is undergoing maintenance",
];

/// Drupal, Joomla, Magento, Laravel, Symfony, Rails, ASP.NET, vBulletin, MediaWiki and others.
#[rustfmt::skip]
const SYSTEMS: &[&str] = &[
    "the website encountered an unexpected error. please try again later",
    "the website encountered an unexpected error. try again later",
    "auf der website ist ein unvorhergesehener fehler aufgetreten. bitte versuchen sie es später nochmal",
    "le site web a rencontré une erreur inattendue. veuillez essayer de nouveau plus tard",
    "el sitio web encontró un error inesperado. por favor intente de nuevo más tarde",
    "o site encontrou um erro inesperado. por favor, tente novamente mais tarde",
    "unable to connect to database server",
    "database connection error (1): the mysql adapter 'mysqli' is not available",
    "database connection error (2): could not connect to mysql", "error connecting to the database",
    "could not connect to the database", "could not connect to database", "can't connect to database",
    "unable to connect to mysql", "could not connect to mysql", "failed to connect to mysql", "cannot connect to mysql",
    "error: unable to connect to mysql", "error: could not connect to mysql", "error connecting to mysql",
    "unable to connect to database", "unable to select database", "database connection failed",
    "there has been an error processing your request", "exception printing is disabled by default for security reasons",
    "there appears to be an error with the database", "there seems to have been a slight problem with the database",
    "an error occurred on the server when processing the url. please contact the system administrator",
    "we're sorry, but something went wrong", "we're sorry, but something went wrong (500)",
    "whoops, looks like something went wrong", "if you are the application owner check the logs for more information",
    "oops! an error occurred", "the server returned a \"500 internal server error\"",
    "the server returned a \"404 not found\"", "sorry! this site is experiencing technical difficulties",
    "an unhandled exception occurred during the execution of the current web request", "a database error has occurred",
    "a database error occurred",
];

/// Web servers, proxies and hosts.
#[rustfmt::skip]
const SERVERS: &[&str] = &[
    "the page you are looking for is temporarily unavailable. please try again later",
    "sorry, the page you are looking for is currently unavailable. please try again later",
    "if you are the system administrator of this resource then you should check the error log for details",
    "the server encountered an internal error or misconfiguration and was unable to complete your request",
    "please contact the server administrator at webmaster@localhost to inform them of the time this error occurred, and the actions you performed just before this error",
    "more information about this error may be available in the server error log",
    "the server is temporarily unable to service your request due to maintenance downtime or capacity problems. please try again later",
    "the requested url was not found on this server",
    "the requested url was not found on this server. that's all we know",
    "you don't have permission to access this resource", "faithfully yours, nginx", "resource limit is reached",
    "the website is temporarily unable to service your request as it exceeded resource limit. please try again later",
    "an appropriate representation of the requested resource could not be found on this server. this error was generated by mod_security",
    "the web server reported a bad gateway error", "the web server reported a gateway time-out error",
    "checking your browser before accessing",
    "this process is automatic. your browser will redirect to your requested content shortly",
    "ddos protection by cloudflare", "performance & security by cloudflare",
    "please complete the security check to access", "verify you are human by completing the action below",
    "verifying you are human. this may take a few seconds", "error 503 service unavailable",
    "error 503 backend fetch failed", "varnish cache server", "http error 500.19 - internal server error",
    "this account has been suspended",
];

/// Bare status lines: they title error pages, and stories too.
#[rustfmt::skip]
const STATUS: &[&str] = &[
    "too many connections", "no database selected", "query was empty", "mysql server has gone away",
    "the requested page could not be found", "account suspended", "guru meditation",
    "please try again in a few minutes", "bandwidth limit exceeded", "not acceptable", "400 bad request",
    "401 unauthorized", "403 forbidden", "404 not found", "405 not allowed", "500 internal server error",
    "502 bad gateway", "503 service unavailable", "503 service temporarily unavailable", "504 gateway time-out",
    "504 gateway timeout", "508 resource limit is reached", "bad gateway", "bad request", "forbidden", "not found",
    "internal server error", "service unavailable", "service temporarily unavailable", "gateway time-out", "nginx",
    "cloudflare", "openresty", "server error", "error 404", "error 500", "http error 404", "http error 500",
    "invalid query", "fatal error", "database error", "mysql error", "error",
];

/// What every failure that is printed into a sentence has one of.
const GLUED: &[&str] = &["WordPress database error", "QLSTATE[", "r SQL syntax"];

/// Failures whose last words are known; each part has a length, so that a line of many of them is read once.
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"WordPress database error:? \[[^\[\]]{1,500}\](?: for query .{1,800}? made by [^ .]+(?:, [^ .,]+)*)?",
        r"|(?:(?:PDOException|Connection failed|Error|Database error): ?)*SQLSTATE\[[0-9A-Z]+\]:? ?(?:\[[0-9]+\] ?)?(?:Access denied for user '[^']*'@'[^']*'(?: \(using password: (?:YES|NO)\))?|Connection (?:refused|timed out)|No such file or directory|Unknown database '[^']*'|Too many connections|MySQL server has gone away|Can't connect to [^()]{1,80}\([^()]*\))",
        r"|(?:(?:MySQL|Database|SQL|Query|Invalid query|Query failed)(?: [Ee]rror)?: ?)?You have an error in your SQL syntax; check the manual that corresponds to your [A-Za-z]+ server version for the right syntax to use near '.{0,200}?' at line [0-9]+",
    ))
    .expect("a fixed pattern")
});

/// Claims failures that are printed into a line of text.
fn claim_glued(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    for found in INSIDE.find_iter(shown) {
        let (before, behind) = (&shown[..found.start()], &shown[found.end()..]);
        let text = !before.trim().is_empty() || !behind.trim().is_empty();
        if text && php_error::stands_apart(page, index, before, behind) {
            seams::claim(page, index, found.range(), claims);
        }
    }
}

/// What wpdb prints before a query that failed.
const QUERY: &str = "WordPress database error";

/// The failed query that stands under the message of wpdb.
fn find_queries(page: &Page<'_>, claims: &mut Claims) {
    for at in memmem::find_iter(page.looked_at().as_bytes(), QUERY) {
        let index = page.block_at(at);
        let Some(query) = page.after(index) else {
            continue;
        };
        if page.shown(index).starts_with("WordPress database") && is_query(query) {
            claims.block(page, index + 1);
        }
    }
}

fn is_query(line: &str) -> bool {
    let verb = [
        "SELECT ",
        "INSERT ",
        "UPDATE ",
        "DELETE ",
        "SHOW ",
        "DESCRIBE ",
        "ALTER ",
        "CREATE ",
        "REPLACE ",
    ];
    verb.iter().any(|verb| line.starts_with(verb)) && line.contains(['`', '=', '*', ',', '_'])
}

static STATUSES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(STATUS.iter().copied()));

/// A page that is a status and the name of a server: nothing but the failure was captured.
fn find_dead_page(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    let is_status = |index: usize| STATUSES.has(page.shown(index));
    if (1..=DEAD_LINES).contains(&count) && (0..count).all(is_status) {
        (0..count).for_each(|index| claims.block(page, index));
    }
}

/// Words of such traces.
const TRACES: &[&str] = &[
    "Traceback (most recent",
    ".java:",
    "(Native Method)",
    "(Unknown Source)",
    "at System.",
];

/// Traces of Python, Java and ASP.NET, with the lines that belong to them.
fn find_traces(page: &Page<'_>, claims: &mut Claims) {
    let mut index = 0;
    while index < page.blocks().len() {
        let end = crate::code::trace_end(page, index);
        let announced = || super::php_error::is_announced(page, index) || is_session(page, index);
        if end > index && !announced() {
            (index..end).for_each(|part| claims.block(page, part));
        }
        index = end.max(index + 1);
    }
}

/// Tells whether the line above is a prompt with a command.
fn is_session(page: &Page<'_>, index: usize) -> bool {
    page.before(index).is_some_and(|above| {
        [">>>", "...", "$ ", "In ["]
            .iter()
            .any(|prompt| above.starts_with(prompt))
    })
}
