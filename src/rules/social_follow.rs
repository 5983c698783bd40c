//! Lines whose point is an account to follow.

use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, each, element, line, phrases, tail};

pub(super) static RULE: Rule = Rule {
    id: "social-follow",
    summary: "follow us, like us, and the accounts of authors and sites",
    about: "Sites close an article with the accounts of its author and of themselves: a verb of following, a \
            name, a site, a handle or address. A sentence of the story that names an account, a tweet and its \
            signature stay.",
    topic: &["followers", "social media strategy"],
    find: &[
        element(MARKS),
        line(FOLLOW_ON),
        line(FOLLOW_WHO),
        line(FOLLOW_HANDLE).likely(),
        line(LIKE_US),
        line(JOIN_US),
        line(LABELLED_URL),
        line(r"(?:[a-z0-9]+ )?(?:twitter|facebook|instagram) (?:feed|page|account):? https?://(?:www\.)?(?:twitter|facebook|instagram)\.com/[^ ]+")
            .signs(Signs::SLASH),
        line(CHECK_OUT).likely(),
        line(AUTHOR).likely().at_tail(),
        line(r"[a-z0-9._-]+@[a-z0-9-]+\.[a-z.]+[,;|]? (?:or )?(?:follow|twitter|tweet)[^?!]*")
            .signs(Signs::AT)
            .likely()
            .at_tail(),
        line(CHANNEL).likely(),
        line(OTHER_LANGUAGES),
        each(handle).signs(Signs::AT).up_to(LONGEST_HANDLE).hint(),
        line(COUNTERS).hint(),
        tail(CONTACT_TAIL).likely().at_tail(),
        phrases(HEADINGS).likely(),
        phrases(WORDS).hint(),
    ],
};

/// What themes and plugins call their rows of profiles.
const MARKS: &[&str] = &[
    ".social-links",
    ".social-icons",
    ".social-media-links",
    ".social-menu",
    ".jetpack-social-navigation",
    ".follow-us",
    ".wp-block-social-links",
];

/// Follow, anything, a site, and perhaps a handle or address; nothing after that.
const FOLLOW_ON: &str = concat!(
    r"[-—–_>»*•| ]*(?:(?:you can|please|and|also|do|to|or|don't forget to|be sure to|make sure to) )*(?:also )?follow (?:[^ .?!]+ ){1,9}(?:on|at|via) (?:facebook|twitter|instagram|x|linkedin|pinterest|tumblr|youtube|google\+|google plus|snapchat|tiktok|telegram|threads|bluesky|mastodon|flipboard|vine|soundcloud|medium|gab|parler|truth social)(?: (?:and|&|or)(?: (?:like|on|follow))*(?: us| me)?(?: on)? (?:facebook|twitter|instagram|google\+|linkedin|pinterest|youtube|snapchat|x))?(?: ?[:@|(]? ?(?:at )?@?[a-z0-9_./:]+\)?)?(?: (?:and|&) (?:google\+|facebook|instagram|twitter|[@][a-z0-9_]+))*[.!]*(?: [>»]+)?",
    r"|follow on (?:twitter|facebook|instagram|linkedin|x|google\+|tumblr)(?: ?:? ?@?[a-z0-9_]+)?[.!]*",
    r"|(?:twitter|facebook|instagram)[: ]+(?:you can )?follow (?:me|us|him|her) (?:at|on) [^ ]+[.!]*",
    r"|follow ?(?:us|me)[: ]+@[a-z0-9_]+ on twitter ?(?:\| ?[a-z0-9_]+ on facebook)?",
);

/// Follow a site, or the writers, for what they print.
const FOLLOW_WHO: &str = concat!(
    r"follow (?:us|me)(?: here| online| today| today!)?(?: (?:for|to (?:get|see|stay)) [^.?!]*)?[.!:]*",
    r"|(?:or )?follow us online[.!:]*|follow the authors?[.!]*|follow (?:this|the) (?:author|topic|blog|journalist|conversation|story)[.!]*|follow [a-z0-9 ]+ followed",
    r"|follow (?:our|my) (?:[a-z]+ ){0,3}(?:page|pages|blog|channel|account|board|boards|feed)(?: (?:on|at) [^.?!]*)?[.!]*",
    r"|(?:connect|stay in touch|keep in touch|stay connected|find us|find me|get social) (?:with us|with me|on|via)(?: (?:us|me|on|and|or|facebook|twitter|instagram|linkedin|google\+|youtube|social media|pinterest|[,&|]))+[.!:]*",
);

/// A bare handle after the verb, as widgets print it.
const FOLLOW_HANDLE: &str = concat!(
    r"(?:like )?follow @[a-z0-9_]+(?: (?:on twitter|[0-9][0-9.,]*[km]? followers|for [^.?!]*))?[.!]*",
    r"|(?:tweets|tweet) (?:by|to) @?[a-z0-9_]+|(?:my|our) tweets|seguir a @[a-z0-9_]+|suivre @[a-z0-9_]+|@[a-z0-9_]+ (?:folgen|フォロー|をフォロー|さんをフォロー)",
);

/// Likes and pages.
const LIKE_US: &str = concat!(
    r"[*•> ]*(?:(?:you can|please|and|also|do|don't forget to|be sure to|make sure to|nice!) )*['’‘“]?like['’”]? (?:us|me|our page|this page|our facebook page|[^ .?!]+(?: [^ .?!]+){0,3}) on facebook(?: (?:and|&|,) follow (?:us|me)(?: @?[a-z0-9_]+)? on (?:twitter|instagram|x)(?:[: ]*@[a-z0-9_]+)?)?(?: to [^.?!]*)?[.!:]*",
    r"|like (?:us|our facebook page|our page)[.!]*|become a fan(?: of [^.?!]*)?(?: on facebook)?[.!]*|@[a-z0-9_]+ on twitter, become a fan on facebook",
    r"|like us on facebook ?\| ?follow us on twitter ?(?:\| ?contact .*)?|follow .* on twitter ?\| ?like us on facebook",
    r"|(?:join|visit|find|see) (?:us|our page|our group|our fan page|[^ .?!]+(?: [^ .?!]+){0,3}) on (?:facebook|twitter|instagram|google\+|linkedin|pinterest|youtube|telegram|snapchat)[.!]*",
    r"|(?:see|view) (?:more of )?(?:our|us) (?:[a-z]+ ){0,3}on (?:facebook|twitter|instagram)[ >»!.]*|are you on facebook\? join our page .*",
);

/// Joined calls, all in small print.
const JOIN_US: &str = concat!(
    r"(?:(?:join|follow|like|add|circle|watch) us (?:on|to) (?:facebook|twitter|google\+?|instagram|snapchat|youtube|pinterest|linkedin|your circle on google\+)[ ,;.|&/]*(?:and |or )?){1,6}",
    r"|you can (?:also )?(?:follow|like|find|add|reach) (?:us|me) on (?:twitter|facebook|google\+|instagram), .*(?:google\+|facebook|twitter|instagram|circle|page).*",
    r"|subscribe to (?:our|my|the) (?:youtube channel|youtube|podcast|channel|rss feed|feed)(?: (?:to|on|at|for|and|in) [^?!]*)?[.!]*",
    r"|(?:our|my|the) (?:facebook|twitter|instagram|youtube|google\+|linkedin) (?:page|profile|account|channel|feed)(?: ?: ?[^ ]+)?[.!]*",
);

/// A site's name, a colon, an address or handle: `[TWITTER]: http://..`.
const LABELLED_URL: &str = concat!(
    r"[*•> ]*\[?(?:our |my )?(?:facebook|twitter|google ?\+|google plus|pinterest|you ?tube|instagram|linkedin|tumblr|gab|minds|steemit|patreon|snapchat|telegram|soundcloud|bitchute|vk|twitter feed|tiktok|discord|medium|skype|\[website|\[blog)\]? ?[:：-] ?(?:@[a-z0-9_.]+|(?:https?://|www\.)[^ ]+|[a-z]+\.com/[^ ]+)(?: \([^)]*\))?",
    r"|(?:follow|find|like|tweet|add) (?:me|us)(?: on [a-z]+)?(?: (?:at|here|@))?[:： ]+(?:https?://|www\.|@)[^ ]+",
);

/// The vlogger's and blogger's invitation.
const CHECK_OUT: &str = concat!(
    r"(?:check|find|catch|look) (?:me|us) out (?:on|at) (?:[^ .]+ ?){1,4}[.!]*",
    r"|check out (?:my|our) (?:youtube|facebook|instagram|twitter|channel|page|website|blog|podcast)(?: [^.?!]*)?[.!]*",
    r"|rss feed for .*|subscribe to (?:my|our) (?:website|site|blog|page) at:? [^ ]+",
);

/// The author's address and accounts.
const AUTHOR: &str = concat!(
    r"e-?mail: ?[^ ]+@[^ ]+[;,|]? ?(?:follow|twitter:) .*",
    r"|e-?mail the author ?\| ?follow on twitter|contact the (?:author|writer|reporter)(?: (?:at|on|via|by) [^ ]+)?[.!]*|e-?mail (?:the )?(?:author|me|us)(?: at [^ ]+)?[.!]*",
    r"|(?:you can )?(?:reach|contact|e-?mail|tweet(?: at| to)?|find|write(?: to)?) (?:me|us|him|her|this (?:post|article|story)['’]s author|the (?:author|writer|reporter)|[^ .?!]+ [^ .?!]+)(?:,[^?!,]*,)? (?:at|on|via|by e-?mail at) (?:(?:twitter|facebook|instagram)(?: ?[:@] ?@?[^ ]+)?|[@][a-z0-9_]+|[^ ]+@[^ ]+)(?:[ ,;]*(?:or|and|follow)[^?!]*)?[.!]*",
    r"|(?:contact|reach) [^.?!]* at [^ ]+@[^ ]+ or [0-9() .-]+[.]* follow @[a-z0-9_]+ on twitter\..*",
);

/// A channel or group to join.
const CHANNEL: &str = concat!(
    r"(?:add|find|follow|join) us on (?:snapchat|whatsapp|telegram|instagram|tiktok|youtube|google news|flipboard|apple news)(?: [^?!]*)?[.!]*",
    r"|(?:join|subscribe to|follow) (?:our|the) (?:[^ .]+ ){0,3}(?:whatsapp|telegram|facebook|youtube|discord|viber|slack)(?: [^ .]+){0,2} (?:channel|group|page|community|server)[^?!]*",
    r"|(?:like|love|enjoy) (?:our|this) (?:content|page|site)\? follow us.*",
);

/// The same in other languages: verb, anything short, site.
const OTHER_LANGUAGES: &str = concat!(
    r"(?:folgen sie|folge|folgt|besuchen sie|besuche|besucht|werden sie fan von|liken sie|like|liked) (?:[^ .?!]+ ){1,6}(?:auf|bei|in) (?:facebook|twitter|instagram|x|youtube|linkedin|google\+|pinterest|tiktok|telegram|whatsapp|xing|google news)(?: (?:und|oder|&) (?:auf )?[a-z+]+)?[.!]*",
    r"|(?:suivez|suivre|rejoignez|retrouvez|likez|aimez)(?:[ -][^ .?!]+){1,6} sur (?:facebook|twitter|instagram|x|youtube|linkedin|google\+|pinterest|tiktok|telegram|whatsapp|google actualités|snapchat)(?: (?:et|ou|&) (?:sur )?[a-z+]+)?[ .!]*",
    r"|(?:síguenos|síganos|sigue a|siga a|sigue|siga|únete|encuéntranos|búscanos|hazte fan|dale me gusta)(?: [^ .?!]+){0,7} (?:en|de|a) (?:nuestr[oa] )?(?:página de )?(?:facebook|twitter|instagram|x|youtube|linkedin|google\+|pinterest|tiktok|telegram|whatsapp|google news)(?: (?:y|o|e) (?:en )?[a-z+]+)?(?: ?[:(]? ?@[a-z0-9_]+\)?)?[.!]*",
    r"|(?:siga|sigam|siga-nos|sigam-nos|curta|acompanhe|participe|encontre-nos|segue-nos|gosta)(?: [^ .?!]+){0,7} (?:no|na|pelo|do) (?:página (?:no|do) )?(?:facebook|twitter|instagram|x|youtube|linkedin|google\+|pinterest|tiktok|telegram|whatsapp|google notícias|google news)(?: (?:e|ou) (?:no )?[a-z+]+)?(?: ?[:(]? ?@[a-z0-9_]+\)?)?[.!]*",
    r"|(?:seguici|segui|seguiteci|diventa fan|metti mi piace|iscriviti)(?: [^ .?!]+){0,6} (?:su|di|al canale) (?:facebook|twitter|instagram|x|youtube|linkedin|google\+|google news|telegram|whatsapp|tiktok)(?: (?:e|o) (?:su )?[a-z+]+)?[.!]*",
    r"|(?:volg|like|bezoek)(?: [^ .?!]+){1,5} op (?:facebook|twitter|instagram|x|youtube|linkedin|google\+|tiktok|pinterest)(?: (?:en|of) (?:op )?[a-z+]+)?[.!]*",
    r"|(?:śledź|obserwuj|polub|znajdź|dołącz do)(?: [^ .?!]+){0,5} na (?:facebooku|twitterze|instagramie|youtube|google news|google\+|x|tiktoku|telegramie)[.!]*|(?:sledujte|sleduj|najdete)(?: [^ .?!]+){0,4} na (?:facebooku|twitteru|instagramu|youtube|síti x|google news)[.!]*",
    r"|(?:подписывайтесь|подпишитесь|подписывайся|читайте|следите|присоединяйтесь|вступайте)(?: [^ .?!]+){0,8} (?:в|на|во) (?:telegram|телеграм[а-я]*|вконтакте|вк|facebook|фейсбуке?|twitter|твиттере?|instagram|инстаграме?|youtube|дзене?|яндекс[.а-я]*|одноклассниках|соцсетях|viber|whatsapp|google news|google новостях)(?:[ ,и]+[^.?!]*)?[.!]*",
    r"|(?:підписуйтесь|підписуйся|читайте|стежте|приєднуйтесь)(?: [^ .?!]+){0,8} (?:в|у|на) (?:telegram|телеграмі?|facebook|фейсбуці?|twitter|твіттері?|instagram|інстаграмі?|youtube|viber|google news)(?:[ ,та]+[^.?!]*)?[.!]*",
    r"|(?:bizi|haberleri)? ?(?:facebook|twitter|instagram|x|youtube|google news|telegram|whatsapp)['’]?(?:t[ae]n?|d[ae]n?| üzerinden)? (?:bizi )?takip (?:edin|et|edebilirsiniz)[.!]*",
    r"|(?:följ|gilla|følg|lik|seuraa|tykkää)(?: [^ .?!]+){1,4} (?:på )?(?:facebook|twitter|instagram|youtube|linkedin|facebookissa|twitterissä|instagramissa|facebookban)[.!]*|(?:kövess|kövessen|csatlakozz|lájkolj)(?: [^ .?!]+){0,4} (?:a )?(?:facebookon|twitteren|instagramon|facebook-on|google hírek)[^?!]*|(?:urmărește|urmăriți|urmareste)(?:[- ][^ .?!]+){0,4} pe (?:facebook|twitter|instagram|google news|telegram|whatsapp|youtube)[.!]*",
    r"|ακολουθήστε(?: [^ .?!]+){0,5} στ[οη] (?:facebook|twitter|instagram|google news|youtube)[^?!]*|(?:theo dõi|kết nối)(?: [^ .?!]+){0,6} (?:trên|qua) (?:facebook|twitter|zalo|youtube|google news|instagram)[.!]*|ikuti(?: [^ .?!]+){0,6} di (?:facebook|twitter|instagram|google news|youtube|telegram|whatsapp)[^?!]*|تابعونا? (?:على|عبر) .{2,60}|(?:公式)?(?:facebook|twitter|instagram|line|youtube|x)(?:を|で|の)?フォロー(?:する|しよう)?|(?:facebook|twitter|x)で最新(?:情報|ニュース)を(?:チェック|受け取る).*|关注我们的?(?:微信|微博|公众号).*|(?:페이스북|트위터|인스타그램|유튜브)에서 .*(?:팔로우|구독).*",
);

/// Counts of fans beside the names of the sites.
const COUNTERS: &str = r"[0-9][0-9.,]* ?[km]|[0-9][0-9.,]* ?[km]? ?(?:fans|followers|likes|subscribers|abonnenten|follower|abonnés|seguidores|me gusta|mi piace|suscriptores|iscritti|obserwujących|подписчиков|takipçi)|[0-9]+,[0-9,]+(?: [0-9]+,[0-9,]+){2,}";

/// The end of a last line that holds something else as well.
const CONTACT_TAIL: &str = r" (?-i:F)ollow (?:him|her|them|me|us) (?:on|at) (?:twitter|facebook|instagram)(?: ?:? ?(?:at )?@?[a-z0-9_]+)?\.?";

/// Headings over a row of icons.
#[rustfmt::skip] // Many to a row, by language.
const HEADINGS: &[&str] = &[
    "follow us", "follow me", "follow us on", "follow us online", "follow us on social media", "follow today", "find us on", "find us on facebook", "like us", "get social",
    "follow us on twitter", "follow us on facebook", "follow us on instagram", "like us on facebook", "follow us here", "follow on twitter", "add us on snapchat", "our social networks", "follow us on google news", "follow by email",
    "folgen sie uns", "folge uns", "folgt uns", "folgen sie uns auf", "social-media-kanäle", "soziale netzwerke", "suivez-nous", "suivez nous", "nous suivre", "suivez-nous sur", "rejoignez-nous", "retrouvez-nous", "retrouvez-nous sur", "réseaux sociaux", "síguenos", "síguenos en", "síguenos en redes sociales", "síguenos en nuestras redes", "redes sociales", "seguinos", "seguici", "seguici su", "seguici sui social",
    "siga-nos", "siga nos", "siga-nos nas redes sociais", "redes sociais", "segue-nos", "acompanhe", "nos siga", "volg ons", "volg ons op", "śledź nas", "obserwuj nas", "znajdź nas", "znajdź nas na", "sledujte nás", "sledujte nás na", "najdete nás na", "мы в соцсетях", "мы в социальных сетях", "подписывайтесь на нас", "присоединяйтесь к нам", "присоединяйтесь", "следите за нами", "ми в соцмережах", "слідкуйте за нами", "приєднуйтесь",
    "bizi takip edin", "sosyal medya", "följ oss", "följ oss på", "følg oss", "følg os", "seuraa meitä", "kövess minket", "kövessen minket", "közösségi média", "urmărește-ne", "urmariti-ne", "ακολουθήστε μας", "公式sns", "公式snsアカウント", "フォローする", "sns公式アカウント", "フォローしてね!", "关注我们", "關注我們", "联系我们的社交媒体", "팔로우", "theo dõi chúng tôi", "kết nối với chúng tôi", "ikuti kami", "ikuti kami di", "تابعنا", "تابعونا", "تابعونا على", "עקבו אחרינו", "ما را دنبال کنید",
];

/// One-word labels; the names of the sites themselves belong to the share bar.
#[rustfmt::skip] // Many to a row, by language.
const WORDS: &[&str] = &[
    "connect with us", "connect with me", "stay connected", "stay in touch", "keep in touch", "let's connect", "social media", "on facebook", "social", "connect",
    "follow", "followed", "following", "unfollow", "subscribed", "followers", "fans", "youtube", "instagram", "snapchat", "tiktok", "flickr", "vimeo", "vine", "soundcloud", "spotify", "apple podcasts", "stitcher", "google podcasts", "discord", "twitch", "github", "applenews", "apple news", "news break", "medium", "podcast", "rss feed", "foursquare", "follow followed", "follow me email me",
    "folgen", "suivre", "s'abonner", "seguir", "segui", "volgen", "obserwuj", "śledź", "sledovat", "подписаться", "підписатися", "takip et", "följ", "følg", "seuraa", "követés", "urmărește", "ακολουθήστε", "フォロー", "关注", "關注", "구독", "theo dõi", "ikuti", "تابع",
];

/// Longest line of a name and a handle, in bytes.
const LONGEST_HANDLE: usize = 60;

/// Claims a line of a name and a handle, as mastheads list their writers.
fn handle(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if names_a_handle(page.shown(index)) {
        claims.block(page, index);
    }
}

fn names_a_handle(shown: &str) -> bool {
    let (name, handle) = shown.rsplit_once(' ').unwrap_or(("", shown));
    let handle = handle.trim_matches(['(', ')']);
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    handle
        .strip_prefix('@')
        .is_some_and(|rest| rest.len() > 1 && rest.chars().all(word))
        && name.split(' ').count() <= 4
        && !name.contains(['@', '.', ',', '!', '?', ':'])
}
