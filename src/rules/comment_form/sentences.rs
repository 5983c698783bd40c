//! Sentences of the WordPress comment form in the locales that print them, and their short forms.

/// Stock sentences that carry no other meaning; one line may hold several.
pub(super) const FORM: &str = concat!(
    r"(?:(?:(?:",
    // en: core, Jetpack
    r"your email (?:address )?will not be published|your e-mail (?:address )?will not be (?:published|shared)(?: or shared)?",
    r"|required fields are marked|(?:fields marked with )?(?:an? )?(?:asterisk )?\* ?(?:are )?(?:required|mandatory)(?: fields?)?",
    r"|save my name, email,? (?:and|&) (?:website|site url) in (?:this|my) browser for the next time i (?:post a )?comment",
    r"|save my name and email(?: address)? in this browser for the next time i comment",
    r"|notify me of (?:follow-?up|new) (?:comments|posts|replies)(?: (?:by|via) e-?mail)?|you can also subscribe without commenting",
    r"|notify me (?:by email )?(?:when|of) (?:new comments|someone replies|there are new).*",
    r"|you may use these html tags and attributes:?.*",
    r"|this site uses akismet to reduce spam|learn (?:more about )?how your comment data is processed",
    r"|(?:your )?comment must be approved by .*|your comment will be reviewed.*|currently you have javascript disabled\. in order to post comments, .*",
    // de
    r"|(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind mit \* markiert",
    r"|meinen namen, (?:meine )?e-mail(?:-adresse)? und (?:meine )?website in diesem browser(?: für die nächste kommentierung)? speichern(?:, bis ich wieder kommentiere)?",
    r"|benachrichtige mich (?:über|bei) (?:nachfolgende|neuen?) (?:kommentaren?|beiträgen?)(?: (?:via|per) e-mail)?",
    r"|benachrichtigung bei (?:neuen|weiteren) (?:kommentaren|beiträgen) via e-mail senden",
    r"|diese website verwendet akismet, um spam zu reduzieren|erfahre(?:, | mehr darüber, )wie deine kommentardaten verarbeitet werden",
    // fr
    r"|votre adresse (?:de messagerie|e-?mail) ne sera pas publiée|les champs obligatoires sont indiqués avec",
    r"|enregistrer mon nom, mon e-mail et mon site(?: web)? dans le navigateur pour mon prochain commentaire",
    r"|(?:prévenez|avertissez)-moi de tous les nouveaux (?:commentaires|articles) par e-?mail",
    r"|ce site utilise akismet pour réduire les indésirables|en savoir plus sur (?:comment les données de vos commentaires sont utilisées|la façon dont les données de vos commentaires sont traitées)",
    // es ca gl
    r"|tu (?:dirección de )?correo electrónico no será publicad[oa]|su dirección de correo no se hará públic[oa]|los campos obligatorios están marcados con",
    r"|guard(?:a|ar) mi nombre, correo electrónico y (?:sitio )?web en este navegador para la próxima vez que (?:comente|haga un comentario)",
    r"|recibir un (?:email|correo electrónico) con (?:los siguientes comentarios a esta entrada|cada nueva entrada)",
    r"|este sitio usa akismet para reducir el spam|aprende cómo se procesan los datos de tus comentarios",
    r"|l'adreça electrònica no es publicarà|els camps necessaris estan marcats amb",
    // it
    r"|il tuo indirizzo e-?mail non sarà pubblicato|i campi obbligatori sono contrassegnati",
    r"|salva il mio nome, email e sito web in questo browser per la prossima volta che commento",
    r"|do il mio consenso affinché un cookie salvi i miei dati .*|avvertimi via email in caso di (?:risposte al mio commento|nuovi articoli)",
    r"|questo sito (?:usa|utilizza) akismet per ridurre lo spam|scopri come (?:i tuoi dati vengono elaborati|vengono elaborati i dati derivati dai commenti)",
    // pt
    r"|o (?:seu )?(?:endereço de )?e-?mail não será publicado|(?:os )?campos obrigatórios (?:são )?(?:marcados|assinalados) com",
    r"|salvar meus dados neste navegador para a próxima vez que eu comentar|guardar o meu nome, e-?mail e site neste navegador para a próxima vez que eu comentar",
    r"|notifique-me sobre novos? (?:comentários|publicações) por e-?mail|avise-me sobre (?:comentários seguintes|novas publicações) por e-?mail",
    r"|este site (?:utiliza|usa) o akismet para reduzir spam|(?:saiba|fique sabendo) como (?:seus dados em comentários são processados|são processados os dados dos comentários)",
    // nl
    r"|(?:je|het) e-?mail-?adres (?:wordt|zal) niet (?:gepubliceerd|worden gepubliceerd)|vereiste velden zijn (?:gemarkeerd|aangeduid) met",
    r"|mijn naam, e-?mail(?:adres)? en (?:site|website) (?:opslaan|bewaren) in deze browser voor de volgende keer wanneer ik een reactie plaats",
    r"|deze site gebruikt akismet om spam te verminderen|bekijk hoe je reactie-?gegevens worden verwerkt|stuur mij een e-mail als er (?:vervolgreacties|nieuwe berichten) zijn",
    // sv no da fi is
    r"|din e-postadress kommer inte (?:att )?publiceras|obligatoriska fält är märkta|spara mitt namn, min e-postadress och webbplats i denna webbläsare .*",
    r"|din e-postadresse vil ikke bli publisert|obligatoriske felt er merket(?: med)?|lagre mitt navn, (?:min )?e-post og nettside i denne nettleseren .*",
    r"|din e-mailadresse vil ikke blive publiceret|krævede felter er markeret med|gem mit navn, mail og websted i denne browser .*",
    r"|sähköpostiosoitettasi ei julkaista|pakolliset kentät on merkitty|tallenna nimeni, sähköpostiosoitteeni ja (?:kotisivuni|sivustoni) .*",
    r"|netfang þitt verður ekki birt|nauðsynlegir reitir eru merktir",
    // pl cs sk
    r"|twój adres e-?mail nie zostanie opublikowany|(?:wymagane pola są oznaczone|pola, których wypełnienie jest wymagane, są oznaczone symbolem)",
    r"|zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy|zapisz moje dane, adres e-?mail i witrynę w przeglądarce .*",
    r"|(?:ta strona|ta witryna|witryna) (?:używa|wykorzystuje) akismet,? (?:do|aby) (?:redukcji|zredukować|ograniczenia) spamu?|dowiedz się(?: więcej)?,? (?:w jaki sposób|jak) (?:są )?przetwarzane (?:są )?dane (?:twoich )?komentarzy",
    r"|vaše e-?mailová adresa nebude zveřejněna|váš email nebude zvežejněn|vyžadované informace jsou označeny|uložit do prohlížeče jméno, e-?mail a webovou stránku pro budoucí komentáře",
    r"|vaša e-?mailová adresa nebude zverejnen[áý]|vyžadované polia sú označené|uložiť moje meno, e-?mail a webovú stránku v tomto prehliadači .*|táto webová stránka používa akismet na redukciu spamu",
    // ru uk be bg
    r"|ваш (?:адрес )?(?:e-?mail|email|электронной почты) не будет опубликован|обязательные поля помечены|сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев",
    r"|(?:этот сайт использует akismet для борьбы со спамом|узнайте,? как обрабатываются ваши данные комментариев)",
    r"|ваша e-?mail адреса не оприлюднюватиметься|обов[’']язкові поля позначені|зберегти моє ім'я, e-?mail,? та адресу сайту в цьому браузері для моїх подальших коментарів",
    r"|вашият (?:имейл|email) адрес няма да бъде публикуван|задължителните полета са отбелязани с",
    // sr hr sl bs
    r"|vaša (?:e-?mail )?adresa e-?pošte neće biti objavljena|vaša e-?mail adresa neće biti ob?javljena|(?:obavezna|neophodna) polja su (?:označena|označena sa)|ваша адреса е-поште неће бити објављена",
    r"|vaš e-?naslov ne bo objavljen|vaša e-mailová adresa nebude zverejnený",
    // hu ro sq el tr
    r"|az e-?mail[- ]címet nem tesszük közzé|a kötelező mezőket \* karakterrel jelöltük|a nevem, e-?mail[- ]címem,? és weboldalcímem mentése .*",
    r"|adresa ta de e-?mail nu va fi publicată|adresa de e-mail nu va fi publicată?|câmpurile obligatorii sunt marcate cu|salvează-mi numele, emailul și site-ul web în acest navigator .*",
    r"|(?:email adresa e juaj nuk do të publikohet|adresa juaj email s’do të bëhet publike)|fushat e (?:domosdoshme|nevojshme) (?:janë shënuar|shënohen) me(?: një)?",
    r"|η (?:ηλ\. διεύθυνση|διεύθυνση email) σας δεν (?:δημοσιεύεται|πρόκειται να δημοσιευτεί)|τα υποχρεωτικά πεδία σημειώνονται με|αποθήκευσε το όνομά μου, email, και τον ιστότοπο μου .*",
    r"|e-posta (?:hesabınız|adresiniz) yayı(?:m|n)lanmayacak|gerekli alanlar \* ile işaretlenmişlerdir|daha sonraki yorumlarımda kullanılması için adım, e-posta adresim ve site adresim bu tarayıcıya kaydedilsin",
    // ja zh ko
    r"|メールアドレスが公開されることはありません|メールアドレスは公開されません|(?:\* ?|※ ?)?が付いている欄は必須項目です|次回のコメントで使用するためブラウザーに自分の名前、メールアドレス、サイトを保存する",
    r"|新しいコメントをメールで通知|新しい投稿をメールで受け取る|このサイトはスパムを低減するために ?akismet ?を使っています|コメントデータの処理方法の詳細はこちらをご覧ください",
    r"|(?:您|你)的(?:电子)?(?:邮箱|郵箱)(?:地址)?不会被公开|必填项已用 ?\* ?标注|在此浏览器中保存我的显示名称、邮箱地址和网站地址，以便下次评论时使用",
    r"|發佈留言必須填寫的電子郵件地址不會公開|必填欄位標示為|呢称和邮箱是必填项，您的邮箱只有管理员可见|暱稱和郵箱必需填寫，您的郵箱只有管理員可見",
    r"|이메일 주소는 공개되지 않습니다|(?:필수 항목은|필수 필드는) ?\* ?(?:(?:로|으로) 표시(?:합니다|됩니다))?|다음 번 댓글 작성을 위해 이 브라우저에 이름, 이메일, 그리고 웹사이트를 저장합니다",
    // vi id ms fil
    r"|(?:địa chỉ )?email của bạn sẽ không được hiển thị công khai|các trường bắt buộc được đánh dấu|lưu tên của tôi, email, và trang web trong trình duyệt này cho lần bình luận kế tiếp của tôi",
    r"|alamat e-?mail anda tidak akan (?:dipublikasikan|disiarkan)|ruas yang wajib ditandai|medan diperlukan ditanda dengan|simpan nama, email, dan situs web saya pada peramban ini untuk komentar saya berikutnya",
    // ar fa ur he ckb
    r"|لن يتم نشر عنوان بريدك الإلكتروني|لن ينشر بريدك الإلكتروني|الحقول الإلزامية مشار إليها بـ|احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي",
    r"|(?:نشانی ایمیل|آدرس پست الکترونیکی) شما منتشر نخواهد شد|آدرس پست الکترونیکی شما منتشر نمی‌شود|بخش‌های موردنیاز علامت‌گذاری شده‌اند|آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا",
    r"|האימייל לא יוצג באתר|שדות החובה מסומנים|שמור בדפדפן זה את השם, האימייל והאתר שלי לפעם הבאה שאגיב",
    r")[ .!。*:٭]*)+)",
);

/// The notice to those who are not logged in; many themes glue the link after the sentence.
pub(super) const LOGGED_IN: &str = concat!(
    r"(?:(?:sorry,? )?you (?:must|need to|have to|should) be (?:logged|signed) in(?: as [^.]*)? (?:in order )?to (?:(?:post|leave|write|add|submit|make|view|read) (?:a |your )?(?:comments?|repl(?:y|ies)|reviews?|responses?)|comment|reply)[^.]*",
    r"|you must be (?:a )?(?:registered|member|subscriber|(?:registered )?user)[^.]* to (?:post|leave|write|add|comment|reply)[^.]*",
    r"|(?:du musst|sie müssen) (?:angemeldet|eingeloggt) sein,? um (?:einen )?kommentar(?:e)? (?:abzugeben|abgeben zu können|schreiben zu können|zu schreiben)",
    r"|vous devez (?:être connecté|vous connecter)(?:\(e\))? pour (?:publier|laisser|poster|rédiger|ajouter) un commentaire",
    r"|(?:lo siento, )?(?:debes|tienes que|debe) (?:estar conectado|iniciar sesión|acceder|estar registrado) para (?:publicar|dejar|escribir|enviar|hacer) un comentario",
    r"|(?:devi|è necessario) (?:essere connesso|aver effettuato l'accesso|effettuare l'accesso|fare il login) per (?:inviare|lasciare|pubblicare) un commento",
    r"|(?:você precisa|você deve|tem de|é preciso|deverá) (?:fazer o login|estar logado|iniciar sessão|ter a sessão iniciada|iniciar a sessão|fazer login) para (?:publicar|postar|deixar|enviar) um comentário",
    r"|je moet (?:ingelogd|inloggen|aangemeld)(?: zijn)?(?: op)? om (?:een reactie (?:te plaatsen|te kunnen plaatsen|achter te laten)|te (?:kunnen )?reageren)",
    r"|musisz (?:się|być) (?:zalogować|zalogowany),? (?:aby|żeby|by) (?:móc )?(?:dodać|dodawać|napisać) komentarz[ey]?",
    r"|для отправки комментария вам необходимо (?:авторизоваться|войти)|чтобы оставить комментарий,? (?:необходимо|вам нужно|нужно) (?:авторизоваться|войти).*",
    r"|щоб (?:залишити|додати) коментар,? (?:потрібно|необхідно|треба) (?:увійти|авторизуватися|авторизуватись)|ви повинні бути авторизовані,? щоб залишити коментар",
    r"|yorum (?:yapabilmek|yapmak|gönderebilmek|yazmak) için (?:oturum aç(?:malısınız|ın)|giriş yap(?:malısınız|ın)|üye girişi yapmalısınız)",
    r"|du måste vara inloggad för att (?:kunna )?(?:publicera|skriva|lämna) (?:en )?kommentar(?:er)?|du må være (?:logget inn|innlogget) for å (?:legge igjen|skrive|kommentere)(?: en kommentar)?|du skal være logget ind for at (?:skrive|tilføje) en kommentar",
    r"|(?:sinun täytyy|sinun on) (?:kirjautua|oltava kirjautunut) sisään (?:kommentoidaksesi|voidaksesi kommentoida)",
    r"|(?:pro přidávání komentářů se musíte nejdříve přihlásit|pre pridávanie komentárov sa musíte prihlásiť|pre pridanie komentára sa musíte prihlásiť)",
    r"|(?:hozzászólás|hozzászóláshoz|hozzászólás küldéséhez) (?:be kell jelentkezni|küldéséhez be kell jelentkezni)|trebuie să fii autentificat pentru a (?:publica|lăsa) un comentariu",
    r"|για να σχολιάσετε πρέπει να συνδεθείτε|πρέπει να (?:συνδεθείτε|έχετε συνδεθεί) για να σχολιάσετε",
    r"|コメントを投稿するにはログイン(?:してください|が必要です)|(?:要发表评论，您必须先登录|您必须登录才能发表评论|很抱歉，必須登入網站才能發佈留言|你必须登录才能发表评论)|댓글을 (?:달기|남기|작성하)(?:위해서는|려면|기 위해서는) 로그인(?:해야 ?합니다|하세요)",
    r"|bạn (?:phải|cần) đăng nhập để (?:gửi|có thể gửi|viết) (?:bình luận|phản hồi)|anda harus (?:masuk|login|log masuk)(?: log)? untuk (?:berkomentar|memberikan komentar)",
    r"|يجب أن?ت? تكون مسجل الدخول لتضيف تعليقاً|يجب عليك تسجيل الدخول لترك تعليق|برای نوشتن دیدگاه باید وارد بشوید|יש להתחבר למערכת כדי לכתוב תגובה",
    r")[ .!。]*(?:(?:log ?in|sign ?in|register|sign up|subscribe|or|\||/|anmelden|einloggen|registrieren|connexion|se connecter|iniciar sesión|acceder|accedi|entrar|inloggen|zaloguj się|войти|вход|увійти|giriş yap|logga in|logg inn|přihlásit se|ログイン|登录|登入|로그인|đăng nhập|masuk)[ .]*)*",
);

/// The core's link in place of the reply button, and its kin.
pub(super) const LOG_IN_TO: &str = concat!(
    r"(?:please )?(?:log ?in|sign ?in|login|sign up|register)(?: (?:or|/|and|to [a-z]+) ?(?:log ?in|sign ?in|sign up|register|create an account|[a-z]+))? to (?:(?:leave|post|write|add|make|submit|join) (?:a |your |the )?(?:comments?|repl(?:y|ies)|discussion|conversation)|comment|reply)[.!]?",
    r"|(?:log in|sign in) to (?:reply|leave a comment)",
    r"|in order to (?:post|leave) a comment(?: on this [a-z]+)?, you must .*",
    r"|(?:zum antworten anmelden|melde dich an,? um (?:einen kommentar zu schreiben|zu antworten|zu kommentieren)|(?:einloggen|anmelden), um zu kommentieren)\.?",
    r"|connectez-vous pour (?:laisser un commentaire|répondre|commenter)\.?",
    r"|(?:inicia sesión|accede|acceder|inicie sesión) para (?:dejar un comentario|responder|comentar)\.?",
    r"|accedi per (?:lasciare un commento|rispondere|commentare)\.?",
    r"|(?:faça login|acesse|entre|inicie a sessão) para (?:deixar um comentário|responder|comentar)\.?",
    r"|log in om te (?:reageren|antwoorden)\.?|zaloguj się,? aby (?:móc )?(?:odpowiedzieć|dodać komentarz|skomentować|komentować)\.?",
    r"|(?:войдите|авторизуйтесь),? чтобы (?:ответить|добавить комментарий|оставить комментарий)\.?|увійдіть,? щоб (?:відповісти|залишити коментар)\.?",
    r"|(?:yanıtlamak|cevaplamak|yorum yapmak) için (?:oturum açın|giriş yapın)|logga in för att (?:svara|kommentera)|logg inn for å (?:svare|kommentere)|log ind for at (?:svare|kommentere)",
    r"|συνδεθείτε για να (?:σχολιάσετε|απαντήσετε)|قم بتسجيل الدخول للرد|התחבר למערכת כדי להשתתף בדיון|ログインして(?:返信|コメント)(?:する)?|登录(?:以|后)(?:回复|评论|发表评论)",
);

/// Heading and cancelling link of the core's form, which share a line.
#[rustfmt::skip] // Many to a row, by language.
pub(super) const CANCEL: &[&str] = &[
    "leave a reply cancel reply", "leave a comment cancel reply", "leave a response cancel reply", "post a comment cancel reply",
    "add a comment cancel reply", "join the conversation cancel reply", "join the discussion cancel reply", "write a comment cancel reply",
    "leave your comment cancel reply", "cancel reply", "add comment cancel reply", "post comment cancel reply", "submit a comment cancel reply",
    "schreibe einen kommentar antwort abbrechen", "schreibe einen kommentar antworten abbrechen", "kommentar verfassen antwort abbrechen",
    "kommentar verfassen antworten abbrechen", "schreib einen kommentar antworten abbrechen", "hinterlasse einen kommentar antwort abbrechen",
    "hinterlasse eine antwort antworten abbrechen", "hinterlasse eine antwort antwort abbrechen", "antwort abbrechen", "antworten abbrechen",
    "laisser un commentaire annuler la réponse", "poster un commentaire annuler la réponse", "annuler la réponse",
    "deja un comentario cancelar la respuesta", "deja una respuesta cancelar la respuesta", "deja un comentario cancelar respuesta",
    "deja una respuesta cancelar respuesta", "cancelar la respuesta", "cancelar respuesta", "deixa un comentari cancel·la les respostes",
    "lascia un commento annulla risposta", "rispondi annulla risposta", "annulla risposta",
    "deixe um comentário cancelar resposta", "deixe uma resposta cancelar resposta", "deixar um comentário cancelar resposta", "cancelar resposta",
    "geef een reactie reactie annuleren", "laat een reactie achter reactie annuleren", "plaats een reactie reactie annuleren", "reactie annuleren",
    "dodaj komentarz anuluj pisanie odpowiedzi", "anuluj pisanie odpowiedzi", "napsat komentář zrušit odpověď na komentář", "zrušit odpověď na komentář",
    "pridaj komentár zrušiť odpoveď", "zrušiť odpoveď", "добавить комментарий отменить ответ", "отменить ответ", "залишити відповідь скасувати відповідь",
    "скасувати відповідь", "вашият коментар отказ", "bir yanıt yazın yanıtı iptal et", "bir cevap yazın cevabı iptal et", "yanıtı iptal et", "cevabı iptal et",
    "lämna ett svar avbryt svar", "lämna en kommentar avbryt svar", "avbryt svar", "legg igjen en kommentar avbryt svar", "skriv et svar annuller svar",
    "annuller svar", "vastaa peruuta vastaus", "peruuta vastaus", "vélemény, hozzászólás? válasz megszakítása", "válasz megszakítása",
    "lasă un răspuns anulează răspunsul", "lasă un comentariu anulează răspunsul", "anulează răspunsul", "αφήστε μια απάντηση ακύρωση απάντησης",
    "ακύρωση απάντησης", "コメントを残す コメントをキャンセル", "コメントをキャンセル", "发表回复 取消回复", "发表评论 取消回复", "取消回复", "發佈留言 取消回覆", "取消回覆",
    "댓글 남기기 응답 취소", "답글 남기기 응답 취소", "응답 취소", "trả lời hủy", "để lại một bình luận hủy", "tinggalkan balasan batalkan balasan",
    "batalkan balasan", "اترك تعليقاً إلغاء الرد", "اترك رد إلغاء الرد", "إلغاء الرد", "כתיבת תגובה לבטל", "دیدگاهتان را بنویسید لغو پاسخ", "لغو پاسخ",
    "ostavite odgovor odustani od odgovora", "odustani od odgovora",
];

/// The form's heading when it answers someone.
pub(super) const REPLY_TO: &str = concat!(
    r"leave a (?:reply|comment) to .*|schreibe (?:eine antwort|einen kommentar) zu .*|leave a comment on .* cancel reply",
    r"|(?:laisser un commentaire à|répondre à) .* annuler la réponse|(?:responder a|deja un comentario en) .* cancelar (?:la )?respuesta",
    r"|rispondi a .* annulla risposta|(?:deixe uma resposta para|responder a) .* cancelar resposta",
    r"|(?:napísať|napsat) odpov(?:eď|ěď) pre .*|добавить комментарий для .*|pozostaw odpowiedź .* anuluj pisanie odpowiedzi",
);

/// Headings and buttons of the form.
#[rustfmt::skip] // Many to a row, by language.
pub(super) const LEAVE: &[&str] = &[
    "leave a reply", "leave a comment", "leave comment", "leave a response", "leave your comment", "leave your reply", "post a comment",
    "post comment", "post your comment", "post a reply", "post reply", "add a comment", "add comment", "add your comment", "add a comment add a comment", "comments leave a comment",
    "submit a comment", "comment on this article", "comment on this story", "comment on this post", "comment now", "view comments", "view all comments",
    "start the conversation", "start a conversation", "log in to reply", "log in to leave a comment", "login to comment", "sign in to comment", "comments are closed",
    "schreibe einen kommentar", "schreib einen kommentar", "kommentar verfassen", "kommentar schreiben", "kommentar hinterlassen", "hinterlasse einen kommentar",
    "hinterlasse eine antwort", "kommentar abschicken", "kommentar absenden", "kommentar abgeben", "kommentar veröffentlichen", "kommentieren", "artikel kommentieren", "jetzt kommentieren",
    "kommentare sind geschlossen", "die kommentarfunktion ist geschlossen", "kommentarfunktion ist geschlossen",
    "laisser un commentaire", "laissez un commentaire", "poster un commentaire", "publier un commentaire", "ajouter un commentaire", "écrire un commentaire",
    "enregistrer un commentaire", "les commentaires sont fermés", "les commentaires sont clos", "réagir à cet article",
    "deja un comentario", "deja una respuesta", "deja tu comentario", "dejar un comentario", "publicar comentario", "publicar un comentario", "publicar el comentario",
    "enviar comentario", "escribe un comentario", "añadir comentario", "los comentarios están cerrados", "comentarios cerrados",
    "lascia un commento", "lascia una risposta", "invia commento", "pubblica commento", "posta un commento", "scrivi un commento", "aggiungi un commento", "i commenti sono chiusi",
    "deixe um comentário", "deixe seu comentário", "deixe uma resposta", "deixar um comentário", "publicar comentário", "postar comentário", "postar um comentário",
    "enviar um comentário", "enviar comentário", "comentários encerrados", "os comentários estão encerrados",
    "geef een reactie", "laat een reactie achter", "plaats een reactie", "reactie plaatsen", "reactie toevoegen", "reacties zijn gesloten", "reageer op dit artikel",
    "dodaj komentarz", "opublikuj komentarz", "zostaw komentarz", "skomentuj", "możliwość komentowania jest wyłączona", "napsat komentář", "přidat komentář", "vložit komentář", "odeslat komentář",
    "pridaj komentár", "pridať komentár", "komentáře jsou uzavřené", "добавить комментарий", "оставить комментарий", "оставьте комментарий", "отправить комментарий", "написать комментарий",
    "обсуждение закрыто", "комментарии закрыты", "залишити відповідь", "залишити коментар", "опублікувати коментар", "додати коментар", "вашият коментар", "публикуване",
    "bir yanıt yazın", "bir cevap yazın", "yorum yap", "yorum yaz", "yorum gönder", "yorumlar kapalı", "lämna ett svar", "lämna en kommentar", "skriv en kommentar", "publicera kommentar",
    "kommentarer inaktiverade", "legg igjen en kommentar", "legg inn en kommentar", "publiser kommentar", "skriv et svar", "send kommentar", "jätä kommentti", "lähetä kommentti",
    "vélemény, hozzászólás?", "hozzászólás küldése", "szólj hozzá", "lasă un răspuns", "lasă un comentariu", "publică comentariul", "scrie un comentariu", "adaugă un comentariu",
    "αφήστε μια απάντηση", "αφήστε ένα σχόλιο", "δημοσίευση σχολίου", "σχολιάστε", "コメントを残す", "コメントを送信", "コメントを投稿", "コメントを投稿する", "发表回复", "发表评论", "提交评论", "發佈留言", "發表迴響",
    "댓글 남기기", "답글 남기기", "댓글 달기", "댓글 작성", "để lại một bình luận", "để lại bình luận", "gửi phản hồi", "viết bình luận", "tinggalkan balasan", "tinggalkan komentar", "beri komentar", "kirim komentar",
    "اترك تعليقاً", "اترك تعليقا", "اترك رد", "أضف تعليق", "أضف تعليقاً", "إرسال التعليق", "التعليقات مغلقة", "כתיבת תגובה", "השאר תגובה", "להגיב", "دیدگاهتان را بنویسید", "فرستادن دیدگاه", "ostavite odgovor", "objavi komentar",
];

/// An empty thread.
#[rustfmt::skip] // Many to a row, by language.
pub(super) const NONE: &[&str] = &[
    "no comments", "no comments yet", "no comment", "no responses", "no responses yet", "there are no comments", "there are no comments yet", "there are no comments for this article",
    "keine kommentare", "noch keine kommentare", "pas de commentaire", "aucun commentaire", "aucun commentaire pour le moment", "no hay comentarios", "sin comentarios",
    "nessun commento", "sem comentários", "nenhum comentário", "geen reacties", "nog geen reacties", "brak komentarzy", "комментариев нет", "нет комментариев", "немає коментарів", "коментарів немає",
    "yorum yok", "henüz yorum yapılmamış", "inga kommentarer", "ingen kommentarer", "ei kommentteja", "žádné komentáře", "žiadne komentáre", "nincs hozzászólás", "niciun comentariu",
    "χωρίς σχόλια", "コメントなし", "没有评论", "暂无评论", "尚無留言", "댓글 없음", "không có bình luận", "chưa có bình luận", "tidak ada komentar", "belum ada komentar", "لا توجد تعليقات", "אין תגובות",
];

/// A counter: number and word, or word and number.
pub(super) const COUNT: &str = concat!(
    r"\(?[0-9][0-9.,]*k? ?(?:c?comments?|replies|responses|reader comments?|kommentare?|commentaires?|réactions?|comentarios?|comentários?|commenti|commento|reacties?|komentarz[ey]|komentarzy|komentář[eů]?|komentár[eov]*|комментари[йяеи]|комментариев|коментар[іів]*|yorum|kommentarer?|kommentti|kommenttia|hozzászólás|comentarii|comentariu|σχόλι[αο]|件のコメント|コメント|条评论|則留言|评论|개의 댓글|bình luận|komentar|تعليقات?|תגובות)\)?:? ?(?:»|so far|[0-9]+)?",
    r"|(?:comments?|kommentare|commentaires|comentarios|comentários|commenti|reacties|komentarze|komentáře|комментарии|yorumlar|kommentarer|コメント|댓글|评论|σχόλια|bình luận|all comments)[ :]*\(?(?:[0-9][0-9.,]*)(?: (?:posted|of [0-9]+))?\)?",
);

/// Fields marked as required.
pub(super) const FIELDS: &str = concat!(
    r"(?:your |dein |ihr |votre |tu |su |il tuo |seu |o seu )?(?:name|e-?mail(?: address)?|website|comments?|message|subject|url|kommentar|e-mail-adresse|nachricht|nom|commentaire|adresse (?:de messagerie|e-mail)|nombre|correo electrónico|comentario|nome|commento|comentário|naam|reactie|imię|nazwa|podpis|komentarz|имя|комментарий|почта|isim|ad|e-posta|yorum|namn|navn|e-post(?:adress)?|jméno|komentář|név|hozzászólás|nume|comentariu|όνομα|σχόλιο|名前|メール(?:アドレス)?|メール|コメント|姓名|昵称|邮箱|电子邮件|评论|이름|이메일|댓글|tên|bình luận|nama|komentar|الاسم|البريد الإلكتروني|التعليق|שם|אימייל) ?(?:\*|\* ?:|\((?:required|erforderlich|pflichtfeld|obligatoire|requerido|obligatorio|obrigatório|verplicht|wymagane|обязательно|zorunlu|必須|必填|will not be published|never published)\)):? ?\*?",
    r"|mail \(will not be published\)(?: \(required\))?:?|e-?mail \(will not be published\)(?: \(required\))?:?|url \(optional\)|website \(optional\)",
);
