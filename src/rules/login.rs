//! Links and boxes for accounts.

use crate::rule::{Rule, element, line, phrases};

pub(super) static RULE: Rule = Rule {
    id: "login",
    summary: "links and boxes to log in or register",
    about: "Headers, footers and comment systems print links for accounts and, where the page was saved logged out, \
            a whole log-in box. The short ones go only beside other dross or in a run; \"2. Log in\" as a step \
            and a story about accounts stay.",
    topic: &["log in with", "login page", "password manager", "passwords"],
    find: &[
        element(MARKS),
        line(BOX).likely(),
        line(PAIRS).likely(),
        line(OTHER_LANGUAGES).likely(),
        phrases(WORDS).hint(),
    ],
};

/// What WordPress and forums call their login forms.
const MARKS: &[&str] = &[
    "#loginform",
    ".login-form",
    "#login-form",
    ".woocommerce-form-login",
];

/// Sentences of log-in boxes.
const BOX: &str = concat!(
    r"(?:forgot|forgotten|lost|reset|recover) (?:your |my )?(?:password|username or password|username|user ?name)[?!.]*(?: ?(?:get help|reset it|click here[^?]*|register|create an account|log ?in|need help\?))?",
    r"|(?:don['’]t|do not) (?:yet )?have an account(?: yet)?\?(?: ?(?:sign up|register|create|join|subscribe)[^?]*)?|already have an account\?(?: ?(?:sign in|log ?in)[^?]*)?|(?:new (?:here|user|customer|member|to [^?]{1,30})|not (?:yet )?registered(?: yet)?|not a member(?: of [^?]{1,40})?(?: yet)?|need an account)\? ?(?:(?:sign up|register|create|join|learn more|start)[^?]*)?",
    r"|(?:log ?in|sign ?in|sign up|register|connect|quickly sign up|log in or sign up|continue) (?:with|via|using)(?: (?:your|a|an|facebook|twitter|google|google\+|apple|email|e-mail|linkedin|yahoo|microsoft|openid|social|media|account|accounts|network|id|or|and|wordpress\.com|disqus|/))+[:.!]*",
    r"|(?:we don['’]t|we won['’]t|we will never) post anything without your permission[.!]*(?: ?new here\? .*)?|(?:remember me|keep me (?:logged|signed) in|stay (?:logged|signed) in)(?: on this (?:computer|device))?[.?]?|(?:a )?password will be e-?mailed to you[.!]*|your (?:username|password|log ?in)[: ]*|username or e-?mail(?: address)?:?\*?",
    r"|you are (?:now |currently )?(?:not )?(?:logged|signed) (?:in|out)(?: as [^?]*)?[.!]*|(?:welcome|hello|hi|hey),? ?(?:guest|visitor|there)?[!,.]* ?(?:please )?(?:log ?in|sign ?in|log into your account|login or register|register)[^?]*|log into your account|recover your password|sign in now to share your story\.?|please log ?in or register[^?]*",
);

/// Two links on a line.
const PAIRS: &str = concat!(
    r"(?:log ?in|sign ?in|sign up|signup|register|subscribe|join(?: now)?|create (?:an )?account|log ?out|sign ?out|my account|my profile|account|logon)(?:[ |/·•,-]+(?:or )?(?:log ?in|sign ?in|sign up|signup|register|subscribe|join(?: now)?|create (?:an )?account|log ?out|sign ?out|my account|my profile|my cart|cart|help|search|follow|contact us))+|log ?in ?log ?out|sign in/sign up|log ?in/register",
    r"|(?:anmelden|einloggen|login|registrieren)(?:[ |/·•-]+(?:oder )?(?:anmelden|einloggen|login|registrieren|abmelden|mein konto))+|(?:connexion|se connecter|s'identifier|s'inscrire|inscription|s'abonner)(?:[ |/·•-]+(?:ou )?(?:connexion|se connecter|s'identifier|s'inscrire|inscription|créer un compte|s'abonner|mon compte))+",
    r"|(?:iniciar sesión|entrar|acceder|ingresar|regístrate|registrarse|suscríbete)(?:[ |/·•-]+(?:o )?(?:iniciar sesión|entrar|acceder|ingresar|regístrate|registrarse|suscríbete|crear cuenta|mi cuenta))+|(?:accedi|entra|login|registrati|abbonati)(?:[ |/·•-]+(?:o )?(?:accedi|entra|login|registrati|abbonati|esci))+|(?:entrar|login|cadastre-se|cadastrar|registar|assine)(?:[ |/·•-]+(?:ou )?(?:entrar|login|cadastre-se|cadastrar|registar|assine|sair|minha conta))+",
    r"|(?:войти|вход|регистрация|зарегистрироваться)(?:[ |/·•-]+(?:или )?(?:войти|вход|регистрация|зарегистрироваться|выйти))+|(?:zaloguj(?: się)?|zarejestruj(?: się)?|logowanie|rejestracja)(?:[ |/·•-]+(?:lub )?(?:zaloguj(?: się)?|zarejestruj(?: się)?|logowanie|rejestracja|załóż konto))+|(?:ログイン|新規登録|会員登録|登録)(?:[ |/・·•-]*(?:ログイン|新規登録|会員登録|登録|ログアウト))+|(?:登录|登入|注册|註冊)(?:[ |/·•-]*(?:登录|登入|注册|註冊))+|(?:로그인|회원가입)(?:[ |/·•-]*(?:로그인|회원가입|마이페이지))+",
);

/// Sentences of log-in boxes in other languages.
const OTHER_LANGUAGES: &str = concat!(
    r"(?:passwort|kennwort|benutzername)(?: oder passwort)? vergessen\??|(?:noch )?kein (?:konto|account)\??(?: ?(?:jetzt )?registrieren[^?]*)?|angemeldet bleiben|noch nicht registriert\??[^?]*|mot de passe oublié ?\??|(?:pas encore|déjà) (?:de compte|un compte|inscrit|membre) ?\??[^?]*|se souvenir de moi|rester connecté|vous pouvez vous connecter avec .*",
    r"|¿?(?:olvidaste|olvidó|has olvidado|olvidé|recuperar) (?:tu|su|mi|la)? ?contraseña\??|¿(?:no tienes|aún no tienes|eres un) (?:una )?(?:cuenta|usuario nuevo)[^?]*\??(?: ?regístrate[^?]*)?|recordarme|recordadme en este ordenador|(?:esqueceu|esqueci|recuperar) (?:a |sua |minha |a sua |a minha )?senha\??|lembrar-me|(?:não tem|ainda não tem) (?:uma )?conta\?[^?]*|password dimenticata\??|hai dimenticato la password\??|ricordami|non hai un account\?[^?]*",
    r"|wachtwoord vergeten\??|nog geen account\?[^?]*|(?:nie pamiętasz|zapomniałeś|zapomniałem) hasła\??|zapamiętaj mnie|nie masz konta\?[^?]*|(?:забыли|забыл|восстановить|напомнить) (?:свой |ваш )?пароль\??|запомнить меня|чужой компьютер|(?:забули|відновити) пароль\??|şifremi unuttum|beni hatırla|glömt (?:ditt )?lösenord(?:et)?\??|glemt (?:dit |ditt )?(?:passord|adgangskode|kodeord)(?:et)?\??|unohditko salasanan\??|zapomenuté heslo\??|zapomněli jste heslo\??|elfelejtett jelszó\??|ai uitat parola\??|ξεχάσατε τον κωδικό[^?]*\??",
    r"|パスワードを(?:お忘れ|忘れた)(?:の方|ですか|場合)?(?:はこちら)?[?？]?|忘记密码[?？]?|忘記密碼[?？]?|비밀번호 찾기|아이디[ /]?비밀번호 찾기|quên mật khẩu\??|lupa (?:kata sandi|password)\??|نسيت كلمة (?:المرور|السر)؟?|שכחתי סיסמה",
);

/// Links and fields.
#[rustfmt::skip] // Many to a row, by language.
const WORDS: &[&str] = &[
    "log in", "login", "log-in", "sign in", "sign-in", "signin", "log out", "logout", "sign out", "register", "registration", "register now", "register for free", "create account", "create an account", "create a free account", "my account", "your account", "account", "my profile", "edit profile", "profile", "my settings", "account settings", "user login", "member login", "log on", "logon",
    "username", "user name", "password", "remember me", "sign in / sign up", "log in or sign up", "log in or register", "sign in or register", "login / register", "member sign in", "members", "join free", "welcome", "welcome back", "my library", "saved articles", "reading list", "log into facebook", "log in to your account", "sign in to your account",
    "anmelden", "einloggen", "registrieren", "abmelden", "mein konto", "benutzername", "passwort", "anmeldung", "registrierung", "konto", "ausloggen", "connexion", "se connecter", "s'identifier", "déconnexion", "se déconnecter", "créer un compte", "mon compte", "mot de passe", "identifiant", "iniciar sesión", "acceder", "ingresar", "registrarse", "regístrate", "cerrar sesión", "mi cuenta", "crear cuenta", "usuario", "contraseña", "acceso usuarios", "usuario registrado", "recuperar contraseña",
    "accedi", "registrati", "esci", "il mio account", "il mio profilo", "entrar", "cadastre-se", "sair", "minha conta", "senha", "iniciar sessão", "inloggen", "registreren", "uitloggen", "mijn account", "wachtwoord", "zaloguj", "zaloguj się", "wyloguj", "wyloguj się", "zarejestruj się", "rejestracja", "logowanie", "moje konto", "hasło", "přihlásit", "přihlásit se", "odhlásit", "registrace", "přihlášení", "můj účet", "prihlásiť", "prihlásenie", "registrácia", "odhlásiť",
    "войти", "вход", "регистрация", "зарегистрироваться", "выйти", "выход", "личный кабинет", "логин", "пароль", "мой профиль", "увійти", "вхід", "реєстрація", "вийти", "giriş", "giriş yap", "üye ol", "kayıt ol", "çıkış", "şifre", "üye girişi", "logga in", "logga ut", "skapa konto", "lösenord", "mitt konto", "logg inn", "logg ut", "log ind", "log ud", "kirjaudu", "kirjaudu sisään", "rekisteröidy", "bejelentkezés", "belépés", "regisztráció", "kijelentkezés", "autentificare", "înregistrare", "intră în cont", "contul meu", "σύνδεση", "εγγραφή/σύνδεση", "είσοδος", "вписване",
    "ログイン", "ログアウト", "新規登録", "会員登録", "マイページ", "新規会員登録", "無料会員登録", "登录", "登入", "注册", "註冊", "退出", "登出", "我的账户", "會員登入", "로그인", "로그아웃", "회원가입", "마이페이지", "đăng nhập", "đăng xuất", "tài khoản", "masuk", "keluar", "akun saya", "daftar", "تسجيل الدخول", "تسجيل", "تسجيل الخروج", "حسابي", "كلمة المرور", "התחברות", "כניסה", "הרשמה", "ورود", "ثبت نام", "خروج",
];
