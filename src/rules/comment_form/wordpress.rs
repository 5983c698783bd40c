//! What WordPress and its plug-ins print around the comment form, sentence by sentence, in its locales: facts of the emitter.

/// Notes of the form, in lower case; the mark of required fields stands for itself.
#[rustfmt::skip]
pub(super) const NOTES: &[&str] = &[
    // ar
    "لن يتم نشر عنوان بريدك الإلكتروني",
    "لن ينشر بريدك الإلكتروني",
    "الحقول الإلزامية مشار إليها بـ",
    "احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي",
    "أعلمني بمتابعة التعليقات بواسطة البريد الإلكتروني",
    "أعلمني بالمواضيع الجديدة بواسطة البريد الإلكتروني",
    "هذا الموقع يستخدم akismet للحدّ من التعليقات المزعجة والغير مرغوبة. تعرّف على كيفية معالجة بيانات تعليقك",
    "هذا الموقع يستخدم akismet للحدّ من التعليقات المزعجة والغير مرغوبة",
    "تعرّف على كيفية معالجة بيانات تعليقك",
    // bg_BG
    "вашият email адрес няма да бъде публикуван!",
    // cs_CZ
    "váš email nebude zvežejněn",
    // de_DE
    "deine e-mail-adresse wird nicht veröffentlicht",
    "erforderliche felder sind mit * markiert",
    "meinen namen, e-mail und website in diesem browser speichern, bis ich wieder kommentiere",
    "benachrichtige mich über nachfolgende kommentare via e-mail",
    "benachrichtige mich über neue beiträge via e-mail",
    "diese website verwendet akismet, um spam zu reduzieren. erfahre mehr darüber, wie deine kommentardaten verarbeitet werden",
    "diese website verwendet akismet, um spam zu reduzieren",
    "erfahre mehr darüber, wie deine kommentardaten verarbeitet werden",
    // el
    "η ηλ. διεύθυνση σας δεν δημοσιεύεται",
    "τα υποχρεωτικά πεδία σημειώνονται με",
    "αποθήκευσε το όνομά μου, email, και τον ιστότοπο μου σε αυτόν τον πλοηγό για την επόμενη φορά που θα σχολιάσω",
    "επιθυμώ να λαμβάνω ειδοποιήσεις για νέα σχόλια μέσω email",
    "επιθυμώ να λαμβάνω ειδοποιήσεις για νέα άρθρα μέσω email",
    "αυτός ο ιστότοπος χρησιμοποιεί το akismet για να μειώσει τα ανεπιθύμητα σχόλια. μάθετε πώς υφίστανται επεξεργασία τα δεδομένα των σχολίων σας",
    "αυτός ο ιστότοπος χρησιμοποιεί το akismet για να μειώσει τα ανεπιθύμητα σχόλια",
    "μάθετε πώς υφίστανται επεξεργασία τα δεδομένα των σχολίων σας",
    // en_GB
    "your email address will not be published",
    "required fields are marked",
    "save my name, email, and website in this browser for the next time i comment",
    "this site uses akismet to reduce spam. learn how your comment data is processed",
    "this site uses akismet to reduce spam",
    "learn how your comment data is processed",
    // es_ES
    "tu dirección de correo electrónico no será publicada",
    "los campos obligatorios están marcados con",
    "guardar mi nombre, correo electrónico y sitio web en este navegador para la próxima vez que haga un comentario",
    "recibir un email con los siguientes comentarios a esta entrada",
    "recibir un email con cada nueva entrada",
    "este sitio usa akismet para reducir el spam. aprende cómo se procesan los datos de tus comentarios",
    "este sitio usa akismet para reducir el spam",
    "aprende cómo se procesan los datos de tus comentarios",
    // fa_IR
    "آدرس پست الکترونیکی شما منتشر نمی‌شود",
    // fr_FR
    "votre adresse de messagerie ne sera pas publiée",
    "les champs obligatoires sont indiqués avec",
    "enregistrer mon nom, mon e-mail et mon site web dans le navigateur pour mon prochain commentaire",
    "prévenez-moi de tous les nouveaux commentaires par e-mail",
    "prévenez-moi de tous les nouveaux articles par e-mail",
    "ce site utilise akismet pour réduire les indésirables. en savoir plus sur comment les données de vos commentaires sont utilisées",
    "ce site utilise akismet pour réduire les indésirables",
    "en savoir plus sur comment les données de vos commentaires sont utilisées",
    // he_IL
    "האימייל לא יוצג באתר",
    "שדות החובה מסומנים",
    "שמור בדפדפן זה את השם, האימייל והאתר שלי לפעם הבאה שאגיב",
    "הודע לי על תגובות נוספות באמצעות האימייל",
    "הודע לי על פוסטים חדשים באמצעות האימייל",
    // hr
    "vaša email adresa neće biti objavljena",
    // it_IT
    "il tuo indirizzo email non sarà pubblicato",
    "i campi obbligatori sono contrassegnati",
    "do il mio consenso affinché un cookie salvi i miei dati (nome, email, sito web) per il prossimo commento",
    "avvertimi via email in caso di risposte al mio commento",
    "avvertimi via email alla pubblicazione di un nuovo articolo",
    "questo sito usa akismet per ridurre lo spam. scopri come i tuoi dati vengono elaborati",
    "questo sito usa akismet per ridurre lo spam",
    "scopri come i tuoi dati vengono elaborati",
    // ja
    "メールアドレスが公開されることはありません", "※ が付いている欄は必須項目です", "が付いている欄は必須項目です",
    "メールアドレスは公開されません",
    // pl_PL
    "twój adres email nie zostanie opublikowany",
    "pola, których wypełnienie jest wymagane, są oznaczone symbolem",
    "zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy",
    // ro_RO
    "adresa de e-mail nu va fi publicat",
    // ru_RU
    "ваш e-mail не будет опубликован",
    "обязательные поля помечены",
    "сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев",
    "этот сайт использует akismet для борьбы со спамом. узнайте как обрабатываются ваши данные комментариев",
    "этот сайт использует akismet для борьбы со спамом",
    "узнайте как обрабатываются ваши данные комментариев",
    // sk_SK
    "vaša emailová adresa nebude uverejnená",
    "upozorniť ma na nadväzujúce komentáre e-mailom",
    "upozorniť ma na nové články e-mailom",
    "táto webová stránka používa akismet na redukciu spamu. získajte viac informácií o tom, ako sú vaše údaje z komentárov spracovávané",
    "táto webová stránka používa akismet na redukciu spamu",
    "získajte viac informácií o tom, ako sú vaše údaje z komentárov spracovávané",
    // sl_SI
    "vaša e-mailová adresa nebude zverejnený",
    // sq_AL
    "email adresa e juaj nuk do të publikohet",
    // sr_YU
    "vaša email adresa neće biti obavljena",
    // ur_UR
    "آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا",
    // zh_CN
    "呢称和邮箱是必填项，您的邮箱只有管理员可见",
    // zh_TW
    "暱稱和郵箱必需填寫，您的郵箱只有管理員可見",
];
