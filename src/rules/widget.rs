//! Small widgets: ratings, reactions, polls on the text, tools for the reader.

use crate::rule::{Rule, line, phrases};

#[rustfmt::skip] // Many phrases to a row, by language.
pub(super) static RULE: Rule = Rule {
    id: "widget",
    summary: "ratings, reactions and reader polls about the text",
    about: "Rating plugins, reaction buttons and polls print a question about the text, empty scores and thanks. A \
            question that the story itself asks, and a poll it reports on, stay.",
    topic: &["star rating", "the poll"],
    find: &[
        line(
            r"(?:[0-9]+ ?)?% of readers think this story is fact\. add your two cents\.?|what(?:['’]s| is) your reaction ?\?|(?:how (?:do you feel|did (?:this|it) make you feel)|what do you feel) (?:about|after)? ?(?:this|reading this)[a-z ]*\?|(?:rate|vote for|like) this (?:article|story|post|page|item|blog)[:.!]*",
        ),
        line(
            r"(?:was|is|did you find) this (?:article|page|post|content|story|information|answer|section|review|tutorial|guide)(?: [a-z]+)? (?:helpful|useful|interesting|relevant)(?: (?:to|for) you)?\?(?: ?(?:yes|no|[0-9/ |]|thumbs up|thumbs down)+)?|(?:did you )?(?:like|enjoy) this (?:article|post|story)\?(?: (?:rate it|vote|share it)[^?]*)?|how (?:useful|helpful) was this (?:post|article|page)\?|(?:how )?(?:can|would|do) you rate this (?:article|post|page)\?",
        ),
        line(
            r"click on a star to rate it!?|average rating [0-9./ ]+\.? ?vote count: ?[0-9]+|no votes so far! be the first to rate this post\.?|(?:we are sorry that this post was not useful for you!?|let us improve this post!?|tell us how we can improve this post\?)|as you found this post useful\.\.\..*|\(?(?:no ratings yet|[0-9]+ votes?,? average:? ?[0-9.,]+ out of [0-9]+)\)?\.?|(?:you need to be a registered member to rate this|you must (?:log in|login) to rate)[^?]*|[0-9]+ (?:of|out of) [0-9]+ (?:people|readers|users) found this (?:helpful|useful)[^?]*",
        ),
        line(
            r"(?:war dieser (?:artikel|beitrag|text) (?:hilfreich|interessant|nützlich)|wie (?:hilfreich|gefällt ihnen|fanden sie) (?:war )?(?:dieser|dieser|diesen) (?:artikel|beitrag))[^?]*\?|klicke auf (?:die sterne|einen stern)[^?]*|durchschnittliche bewertung[: ][0-9.,/ ]+.*|(?:cet article vous a-t-il (?:été utile|plu)|avez-vous trouvé cet article utile) ?\?|¿te (?:ha resultado|resultó|fue) útil (?:este|esta) [^?]*\?|¿te ha servido (?:este|esta) [^?]*\?|(?:este (?:artigo|conteúdo) foi útil|você achou (?:este|esse) [^?]* útil)[^?]*\?|(?:questo articolo|ti) è stato utile\??|was (?:dit artikel|dit) (?:nuttig|behulpzaam)\??|czy (?:ten )?artykuł był (?:pomocny|przydatny)\?|(?:статья|материал) (?:была полезна|был полезен)\??|оцените (?:статью|материал|новость)[^?]*|この記事は(?:参考になりましたか|役に立ちましたか)[?？。]?|(?:这篇文章|本文)(?:对您|对你)?有(?:帮助|用)吗[?？]?|bài viết (?:này )?có hữu ích[^?]*\?|apakah artikel ini (?:membantu|bermanfaat)\?",
        ),
        line(r"(?:you (?:have )?already voted|you['’]ve already (?:voted|reacted)|thank(?:s| you) for (?:voting|rating|your (?:vote|rating|feedback|reaction)))[.!]*(?: .{0,40})?").likely(),
        line(r"(?:report (?:an? )?(?:error|typo|mistake|correction)|suggest (?:an? )?(?:edit|correction)|spotted (?:an? )?(?:error|typo|mistake)\?[^?]*|see (?:an )?(?:error|mistake)\? (?:let us|tell us|report)[^?]*|found (?:an )?(?:error|typo|mistake)(?: in this [a-z]+)?\? (?:please )?(?:let us|tell us|report|contact|e-?mail|select|highlight)[^?]*|нашли (?:ошибку|опечатку)[^.]*\??.{0,100}|знайшли помилку[^.]*\??.{0,100}|haben sie (?:einen )?fehler (?:gefunden|entdeckt)\?.*|pokud jste v článku zaznamenali chybu.*|(?:fehler|tippfehler) (?:melden|gefunden\?)[^?]*|signaler une (?:erreur|faute)[^?]*|(?:vous avez (?:repéré|trouvé) une (?:erreur|coquille))[^?]*\??.*)").likely(),
        line(TEXT_SIZE).likely(),
        phrases(&[
            "add your two cents", "rate this", "rate this article", "rate this post", "rate this story", "rate it", "your rating", "thanks for your feedback", "was this helpful?", "was this helpful", "was this article helpful", "did this help?", "please rate this", "what do you think of this article?", "what's your reaction", "what is your reaction?", "react to this", "reactions", "reader poll", "cast your vote", "view results", "see results", "polldaddy", "loading poll", "poll loading", "take our poll", "total votes", "vote up", "vote down",
            "artikel bewerten", "beitrag bewerten", "bewerten sie diesen artikel", "diesen artikel bewerten", "notez cet article", "évaluer cet article", "valora este artículo", "vota este artículo", "valora esta noticia", "avalie este artigo", "avalie esta matéria", "vota questo articolo", "valuta questo articolo", "oceń artykuł", "oceń ten artykuł", "hodnocení článku", "ohodnoťte článek", "оцените статью", "оценить статью", "оцінити статтю", "bu haberi oyla", "bu habere tepki ver", "betygsätt artikeln", "értékeld a cikket", "αξιολογήστε το άρθρο", "đánh giá bài viết", "beri rating",
        ])
        .likely(),
        phrases(&[
            "larger", "smaller", "rating", "vote", "votes", "like", "dislike", "thumbs up", "thumbs down", "upvote", "downvote", "helpful", "not helpful", "yes", "no", "love", "haha", "wow", "sad", "angry", "love it", "funny", "happy", "excited", "surprised", "feedback", "send feedback", "give feedback", "positivo negativo", "bewertung", "abstimmen", "voter", "votar", "vota", "głosuj", "hodnocení", "рейтинг", "оценка", "oy ver", "評価", "投票", "투표", "đánh giá",
        ])
        .hint(),
    ],
};

/// Tools that make the text larger, in a row with those that print and send it.
const TEXT_SIZE: &str = concat!(
    r"(?:(?:change |adjust |resize )?(?:text|font|type|letter) ?size|resize text|text resize|schriftgr(?:ö|oe)(?:ß|ss)e|textgröße|taille (?:du texte|de la police|des caractères)|tamaño (?:de (?:la )?letra|del texto|de texto)|tamanho d[ao] (?:fonte|texto|letra)|dimensioni? (?:del )?(?:testo|carattere|font)|lettergrootte|tekstgrootte|rozmiar (?:czcionki|tekstu)|velikost (?:písma|textu)|veľkosť písma|размер (?:шрифта|текста)|розмір шрифту|размер на шрифта|yazı boyutu|textstorlek|tekststørrelse|skriftstørrelse|tekstikoko|fontin koko|betűméret|dimensiune text|mărime text|μέγεθος (?:κειμένου|γραμματοσειράς)|文字サイズ|文字大小|字体大小|字號|字号|글자 ?크기|حجم الخط|cỡ chữ|ukuran (?:font|huruf|teks))",
    r"[ :：]*(?:(?:[-+–−]? ?[aа가][-+–−]?|small(?:er)?|medium|normal|large(?:r)?|x-large|default|reset|decrease|increase|[大中小]|klein|mittel|groß|petite?|moyenne?|grande?|pequeñ[oa]|median[oa]|aumentar|diminuir|reducir|[-+–−])[ |/,·]*){1,10}",
    r"|resize text|text resize|(?:change|adjust) (?:the )?(?:text|font) size|(?:increase|decrease|reset|enlarge|reduce|make) (?:text|font|type)(?: ?size)?(?: (?:smaller|larger|bigger))?|(?:smaller|larger|bigger) (?:text|font|type)(?: ?size)?|a[-–−] ?a ?a\+|a\+ ?a ?a[-–−]|-a a \+a|a a a",
    r"|(?:print|email|e-mail|share|save|send|pdf|larger text|smaller text|text size|comments? \([0-9]+\)|[ |·•/])+(?:text|font) size[ :a+|-]*",
);
