//! Comment forms: the stock sentences and labels of WordPress, Blogger, Disqus and their kin.

mod sentences;
mod wordpress;

use crate::page::Page;
use crate::rule::{Claims, Rule, element, line, look, phrases};

pub(super) static RULE: Rule = Rule {
    id: "comment-form",
    summary: "comment forms, their notes and their counters",
    about: "WordPress core, Jetpack, Blogger, Disqus, Livefyre and newspaper comment systems print the same \
            sentences below an article, in some forty languages, with short labels between them. The labels \
            go only beside such a sentence or in a run; a poem called \"Leave a Reply\", a heading \
            \"Comments\" and a story about commenting stay.",
    topic: &["comment form", "comment_form", "comments section of", "leave a reply\""],
    find: &[
        element(MARKS),
        line(sentences::FORM),
        line(sentences::LOGGED_IN),
        line(sentences::LOG_IN_TO),
        line(VENDORS),
        line(WORDPRESS_COM),
        line(POLICY).likely(),
        line(CLOSED).likely(),
        line(r"(?:have|got) (?:something|anything) to (?:add|say|share)(?: (?:to|about) this [a-z]+)?\? .*").likely(),
        line(CALL).likely(),
        look(claim_split_counts).likely(),
        phrases(sentences::CANCEL),
        line(sentences::REPLY_TO).likely(),
        phrases(INVITATIONS),
        phrases(wordpress::NOTES),
        phrases(sentences::LEAVE).likely().at_tail(),
        phrases(sentences::LEAVE).hint(),
        phrases(sentences::NONE).hint(),
        line(sentences::COUNT).hint(),
        line(sentences::COUNT).likely().at_tail(),
        line(sentences::FIELDS).hint(),
        phrases(LABELS).hint(),
    ],
};

/// What WordPress calls its form.
const MARKS: &[&str] = &[
    "#respond",
    ".comment-respond",
    "#commentform",
    ".comment-form",
    ".comment-reply-title",
    ".must-log-in",
];

/// Disqus, Facebook, Livefyre, Coral, Viafoura, OpenWeb, Discourse and Blogger.
const VENDORS: &str = concat!(
    r"(?:please )?enable javascript to view the (?:comments|<a.*>comments) powered by disqus\.?",
    r"|(?:blog )?comments? powered by [a-z]+\.?",
    r"|to find out more about facebook commenting please read the .*",
    r"|(?:[0-9,]+ comments? / )?newest ?\| ?oldest(?: ?\| ?top comments)?",
    r"|\+ ?follow conversation",
    r"|post comment as ?(?:\.\.\.|…)",
    r"|[0-9,]+ comments? / new|new, [0-9,]+ comments?",
    r"|all comments are posted in the all comments tab\.?",
    r"|note: only a member of this blog may post a comment\.?",
    r"|subscribe to: ?(?:post )?comments? \(atom\)",
    r"|(?:start|continue) the discussion at .*",
    r"|what do you think\?(?: [0-9,]+ responses)+(?: [a-z]+)*",
    r"|hinweis: nur ein mitglied dieses blogs kann kommentare posten\.?",
    r"|nota: solo los miembros de este blog pueden publicar comentarios\.?",
    r"|nota: somente (?:um membro|membros) deste blog pode(?:m)? (?:postar|publicar) (?:um )?comentários?\.?",
    r"|(?:abonnieren|suscribirse a|assinar|inscription à|iscriviti a) ?:? ?.*\(atom\)",
);

/// What WordPress.com prints between the fields of its form.
const WORDPRESS_COM: &str = concat!(
    r"fill in your details below or click an icon to log in:?",
    r"|please log in using one of these methods to post your comment:?",
    r"|(?:you are|du) comment(?:ing|ierst) (?:using|mit) (?:your|deinem) .*\( ?(?:log out|abmelden) ?/ ?(?:change|ändern) ?\)",
    r"|email (?:address )?\(required\) ?(?:\(address never made public\))?",
    r"|\(?address never made public\)?",
    r"|enter your comment here(?:\.\.\.|…)?",
    r"|trage deine daten unten ein oder klicke ein icon um dich einzuloggen:?",
    r"|connecting to %s|verbinde mit %s",
    r"|(?:name|comment|e-?mail) ?\(required\)",
);

/// Rules of the house: the verbs and the subject are fixed, the rest is each site's own.
const POLICY: &str = concat!(
    r"(?:please )?(?:adhere|stick|refer) to (?:our|the) comment(?:ing|s)? (?:policy|guidelines|rules|standards).*",
    r"|please (?:read|review|see|follow|note) (?:our|the) comment(?:ing|s)? (?:policy|guidelines|rules|standards|policies).*",
    r"|(?:our )?comment(?:s|ing)? (?:policy|guidelines|rules): .*",
    r"|please be respectful (?:with|in) your comments.*",
    r"|please keep (?:your )?comments (?:relevant|civil|respectful|clean|polite|on topic).*",
    r"|(?:the )?(?:comments?|views|opinions)(?: and opinions)? (?:expressed|posted|published) (?:here|below|in (?:the )?comments?[a-z ]*|by (?:readers|users|commenters|our readers)) .*",
    r"|comments and public postings are .*",
    r"|(?:all )?comments (?:are|will be|may be) (?:pre-|post-)?(?:moderated|reviewed|screened|subject to|the (?:sole )?(?:responsibility|opinions?) of|the property of).*",
    r"|by (?:posting|submitting) (?:a |your )?comments?,? (?:here )?you (?:agree|accept|acknowledge).*",
    r"|reader comments (?:are|do) .*",
    r"|comments that (?:contain|include|are) .*(?:will|may) be (?:removed|deleted).*",
    r"|en nous soumettant vos commentaires, .*",
    r"|(?:los|os) comentários? (?:publicados |aqui |são |de responsabilidade ).*",
    r"|os comentários (?:são|publicados|aqui|não representam).*",
    r"|los comentarios (?:publicados|aquí|son responsabilidad|expresados|de los lectores).*",
    r"|bitte (?:beachten|lesen) sie unsere (?:netiquette|kommentarregeln|kommentarrichtlinien).*",
);

/// Comments that cannot be made.
const CLOSED: &str = concat!(
    r"(?:sorry,? ?)?(?:the )?comments?(?: (?:section|thread|form))?(?: (?:on|for|to) this [a-z ]+)? (?:is|are|have been|has been)(?: now| currently)? (?:closed|disabled|turned off|off|not available)(?: (?:on|for|at|to) [^.]*)?\.?",
    r"|commenting (?:on this [a-z ]+ )?(?:is|has been)(?: now| currently)? (?:closed|disabled|turned off|not available)[^.]*\.?",
    r"|sorry,? we are (?:not currently|currently not|unable to) accept(?:ing)? comments .*",
    r"|we are no longer accepting comments on this [a-z]+\.?",
    r"|comments are off for this post\.?|comments off(?: on .*)?",
    r"|this (?:entry|post|article) was posted .* you can follow any (?:responses|comments) .*",
    r"|you can (?:follow any (?:responses|comments) to this entry|leave a response,? or trackback|skip to the end and leave a response).*",
    r"|both comments and (?:pings|trackbacks) are currently (?:closed|open)\.?",
);

/// The last line of an article that sends its reader to the comments.
const CALL: &str = concat!(
    r"(?:so,? |well,? )?(?:what (?:do|are|did) you[^?.]*\? )?(?:please )?(?:let (?:us|me) know|tell (?:us|me)|share your|sound off|leave (?:us )?(?:a|your) comments?|drop (?:us )?(?:a|your) comments?|give us your|weigh in|scroll down to comment|join the (?:discussion|conversation)|have your say)[^.?!]*(?:in (?:the|our) comments?(?: (?:section|box|area))?|comments? (?:section )?below|below in the comments?|to comment below)[^.?!]*[.!]*",
    r"|what (?:do|did) you think\? (?:let us know|tell us|leave a comment|sound off|scroll down|share)[^.]*[.!]*",
    r"|(?:schreib|schreibt|sagt|verratet)[^.]* (?:in|unten in) (?:die|den) kommentaren?(?: unten)?[.!]*",
    r"|(?:dis|dites)[- ](?:nous|moi)[^.]* en commentaires?[.!]*",
    r"|(?:déjanos|cuéntanos|dinos|deixe|conte)[^.]* (?:en|nos) (?:los )?coment[aá]rios[.!]*",
);

/// Buttons and invitations that are nothing but that.
const INVITATIONS: &[&str] = &[
    "have something to add to this story? share it in the comments",
    "please adhere to our commenting policy to avoid being banned",
    "as a privately owned website, we reserve the right to remove any comment and ban any user at any time",
    "comments that contain spam, advertising, vulgarity, threats of violence, racism, anti-semitism, or personal or abusive attacks on other users may be removed and result in a ban",
    "multiple links will automatically relegate your comment to the spam section, so keep that in mind as you post",
    "click to comment",
    "click here to comment",
    "click to leave a comment",
    "be the first to comment",
    "be the first to comment on this article",
    "be the first to comment on this story",
    "be the first to comment on this post",
    "be the first to leave a comment",
    "be the first to reply",
    "be the first one to comment",
    "be the first to share your thoughts",
    "leave your comments",
    "please enter your comment",
    "please enter your name here",
    "you have entered an incorrect email address",
    "please enter your email address here",
    "please enter a comment",
    "let us know what you think in the comments",
    "let us know what you think in the comments below",
    "to comment on this story please register or log in",
    "facebook comments",
    "facebook comments box",
    "comment using facebook",
    "login to add your comment",
    "loading comments",
    "this comment has been removed by the author",
    "this comment has been removed by a blog administrator",
    "this comment has been deleted",
    "your comment is awaiting moderation",
    "this is a preview; your comment will be visible after it has been approved",
    "post a comment about this story in reader discussion",
    "you can use these html tags",
    "add your two cents",
    // de
    "schreiben sie den ersten kommentar",
    "schreibe den ersten kommentar",
    "kommentare werden geladen",
    // fr
    "soyez le premier à commenter",
    "soyez le premier à réagir",
    "soyez le premier à commenter cet article",
    // es
    "sé el primero en comentar",
    "sea el primero en comentar",
    // it
    "commenta per primo",
    "di' la tua per primo",
    // pt
    "seja o primeiro a comentar",
    // nl
    "wees de eerste die reageert",
    // pl
    "bądź pierwszy i skomentuj",
    // ru
    "оставьте первый комментарий",
    "комментариев пока нет",
    "ваш комментарий будет первым",
    // ja zh ko
    "この記事へのコメントはありません",
    "最初のコメントを書きましょう",
    "コメントはまだありません",
    "コメントはありません",
    "还没有评论，快来抢沙发",
    "첫 댓글을 남겨보세요",
    // tr id vi
    "ilk yorumu siz yapın",
    "ilk yorumu sen yaz",
    "jadilah yang pertama berkomentar",
    "hãy là người đầu tiên bình luận",
];

/// One-word and two-word labels of forms and threads.
#[rustfmt::skip] // Many to a row, by language.
const LABELS: &[&str] = &[
    "comment", "comments", "ccomments", "commenting", "reply", "replies", "δ", "name", "your name", "website",
    "your comment", "your website", "your email", "your email address", "subject", "submit", "submit comment", "cancel",
    "preview", "send comment", "conversation", "conversations", "discussion", "discuss", 
    "join the discussion", "join discussion", "recent comments", "top comments", "all comments", "show comments",
    "hide comments", "see all comments", "read comments", "read the comments", "write a comment", "see all comments write a comment", "load comments",
    "load more comments", "more comments", "comment policy", "comment guidelines", "commenting policy", "commenting guidelines",
    "discussion policy", "your reply", "in reply to", "reply to", "report comment", "report abuse", "flag as inappropriate",
    "most commented", "newest first", "oldest first", "best rated", "sort by newest", "sort by oldest", "sort by best",
    "let us know what you think", "comment share", "learn about our comment policy", "have your say",
    // de
    "kommentar", "kommentare", "ihr kommentar", "dein kommentar", "antworten", "absenden", "kommentar melden", "alle kommentare",
    "diskutieren sie mit", "mitdiskutieren", "neueste kommentare", "letzte kommentare", "kommentare anzeigen", "kommentare lesen",
    "ihr name", "dein name", "webseite",
    // fr
    "commentaire", "commentaires", "votre commentaire", "répondre", "réagir", "commenter", "envoyer", "nom", "site web",
    "afficher les commentaires", "voir les commentaires", "signaler", "commentaires récents", "lire les commentaires",
    // es
    "comentario", "comentarios", "tu comentario", "responder", "enviar", "nombre", "sitio web", "denunciar", "ver comentarios",
    "comentarios recientes", "valorar", "citar mensaje", "responder citar mensaje",
    // it
    "commento", "commenti", "il tuo commento", "rispondi", "invia", "sito web", "vedi commenti", "commenti recenti",
    // pt
    "comentário", "comentários", "seu comentário", "ver comentários", "comentários recentes", "denunciar comentário",
    // nl
    "reactie", "reacties", "jouw reactie", "reageren", "reageer", "verzenden", "naam", "bekijk reacties",
    // pl cs sk
    "komentarz", "komentarze", "odpowiedz", "wyślij", "imię", "komentář", "komentáře", "odpovědět", "odeslat", "jméno",
    "komentár", "komentáre", "odpovedať", "diskuse", "diskuze", "diskusia", "vstoupit do diskuse",
    // ru uk bg sr
    "комментарий", "комментарии", "ответить", "отправить", "имя", "сайт", "обсуждение", "обсудить", "коментар", "коментарі", "відповісти",
    "коментари", "одговори",
    // sv no da fi
    "kommentarer", "kommentera", "svara", "svar", "skicka", "namn", "navn", "kommenter", "kommentit", "kommentti", "vastaa", "nimi",
    // tr hu ro el
    "yorum", "yorumlar", "yanıtla", "cevapla", "gönder", "isim", "hozzászólás", "hozzászólások", "válasz", "küldés", "név",
    "comentariu", "comentarii", "răspunde", "trimite", "nume", "σχόλια", "σχόλιο", "απάντηση", "υποβολή", "όνομα",
    // ja zh ko
    "コメント", "コメントする", "コメントを書く", "コメントを見る", "返信", "返信する", "名前", "送信", "ウェブサイト", "サイト",
    "评论", "評論", "留言", "回复", "回覆", "提交", "發表評論", "网友评论", "댓글", "댓글쓰기", "댓글달기", "답글", "답장", "이름",
    // vi id ar he fa
    "bình luận", "trả lời", "gửi bình luận", "ý kiến bạn đọc", "ý kiến của bạn", "komentar", "balas", "kirim", "nama",
    "تعليق", "تعليقات", "التعليقات", "رد", "الاسم", "إرسال", "תגובות", "תגובה", "הגב", "שם", "نظرات", "پاسخ", "نام",
];

/// Claims a counter that was broken in two: a bare number above the word.
fn claim_split_counts(page: &Page<'_>, claims: &mut Claims) {
    for index in 1..page.blocks().len() {
        if is_comments(page.shown(index)) && is_number(page.shown(index - 1)) {
            claims.block(page, index - 1);
            claims.block(page, index);
        }
    }
}

fn is_comments(shown: &str) -> bool {
    [
        "comments",
        "comment",
        "kommentare",
        "commentaires",
        "comentarios",
        "comentários",
        "commenti",
        "reacties",
        "comments »",
    ]
    .iter()
    .any(|word| shown.len() == word.len() && shown.to_lowercase() == *word)
}

fn is_number(shown: &str) -> bool {
    shown.len() <= 6
        && shown
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
}
