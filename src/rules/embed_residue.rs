use crate::edit::Span;
use crate::page::Page;
use crate::rule::{Claims, Rule, each, head, line, phrases, tail};

/// What the BBC links past an embedded post with.
const SKIPS: [&str; 2] = ["Skip Twitter post", "Skip Instagram post"];

pub(super) static RULE: Rule = Rule {
    id: "embed-residue",
    summary: "controls of embedded posts from social networks",
    about: "Flattened embeds leave the buttons and counters of Twitter, Instagram, Facebook, TikTok and others around \
            the post: \"15,531 Retweets\", \"Twitter Ads info & Privacy\", \"View this post on Instagram\". The words of \
            the post and its line \"— Name (@handle) date\" stay.",
    topic: &["twitter ads", "retweets", "embed code"],
    find: &[
        phrases(CONTROLS),
        phrases(POSTS),
        phrases(BUTTONS).hint(),
        line(r"(?:[0-9][0-9.,]*[km]? ){0,2}retweets? +(?:[0-9][0-9.,]*[km]? ){0,2}(?:likes?|favorites?|quote tweets?).*"),
        line(r"(?:[0-9][0-9.,]*[km]? ){1,2}(?:retweets?|quote tweets?|retweeten|retwittear|antworten \(twitter\))"),
        line(r"retweets? [0-9][0-9.,]*[km]?(?: likes? [0-9][0-9.,]*[km]?)?"),
        line(r"(?:[0-9][0-9.,]*[km]? )?(?:people|others) are talking about this"),
        line(r"see .{1,60}'s other tweets"),
        line(r"a (?:post|photo|video|reel) (?:shared|posted) by(?: .*\(@ ?[^ )]+\)| .* on [a-z]{3} [0-9]{1,2}, 20[0-9]{2} at .*)?(?: on .*)?"),
        line(r"ein(?:e)? (?:beitrag geteilt von|von) .*\(@ ?[^ )]+\)(?: geteilter beitrag| gepostetes (?:foto|video)| am .*)?"),
        line(r"(?:une (?:publication|photo|vidéo) (?:partagée|publiée) par|una (?:publicación|foto|publicació) (?:compartida|publicada) (?:de|por)|un (?:post|video) condiviso da|una foto pubblicata da|uma publicação (?:compartilhada|partilhada) por|um post compartilhado por|een bericht gedeeld door|post udostępniony przez|ett inlägg delat av|et innlegg delt av|et opslag delt af|публикация от|sebuah kiriman dibagikan oleh|příspěvek sdílený|bài viết do) .*\(@ ?[^ )]+\).*"),
        tail(r"\(@[a-z0-9_.]+\) ?(?:'(?:in|ın|un|ün|nin|nın) paylaştığı bir gönderi|がシェアした投稿|分享的帖子|님의 공유 게시물|님이 공유한 게시물)"),
        line(r"(?:facebook|instagram|twitter|youtube|vine): ?[0-9]{9,20}"),
        line(r"(?:view|see|watch|read|open) (?:this (?:post|photo|video|tweet|reel|pin|thread|image)|more|the post|post|profile|on|this|it)(?: and more)? on (?:instagram|facebook|twitter|x|tiktok|threads|pinterest|flickr|vk|youtube|tumblr|reddit|imgur|scribd|soundcloud|vimeo|giphy|telegram|bluesky)"),
        line(r"view .{1,60}'s profile on (?:instagram|pinterest|flickr|linkedin)"),
        line(r"follow .{1,60} on (?:scribd|soundcloud)(?:\.com)?"),
        line(r"(?:posted by|geplaatst door|gepostet von|publicado por|publiée? par|pubblicato da|опубликовано|publicerat av) .{1,80} (?:on|op|am|en|le|su|il|em) .{4,40} (?:facebook|20[0-9]{2})").hint(),
        line(r"embed ?(?:ded )?(?:from|via) (?:getty images|facebook|twitter|instagram|youtube|scribd|documentcloud)"),
        line(r"(?:getty images )?embed(?:ded)? (?:code|this|tweet|video|post)"),
        line(r"(?:facebook|twitter|instagram|youtube|tiktok|this) (?:content|post|video|tweet) (?:is )?(?:not available|unavailable|can(?:'|’)t be (?:loaded|displayed)|could not be loaded)\.?"),
        line(r"[♬♫] ?(?:original sound|оригинальный звук|son original|originalton|sonido original|som original|suono originale|nhạc nền|オリジナル楽曲).*"),
        line(r"allow (?:twitter|facebook|instagram|youtube|tiktok|google youtube|x|meta) content\??"),
        line(r"(?:this article|this page|this content|it) (?:contains|is|includes) content provided by (?:twitter|facebook|instagram|youtube|tiktok|google youtube|x|meta)\. we ask for your permission .*"),
        line(r"(?:skip|end of) (?:twitter|facebook|instagram|youtube|tiktok) (?:post|content|video)s?(?:,? [0-9]+)?(?: by (?:@[^ ]+|[^@.!?:,]{1,40}))?"),
        head(r"skip (?:twitter|facebook|instagram|youtube|tiktok) (?:post|content|video)s?(?:,? [0-9]+)? by @[^ ]+ "),
        tail(r" (?:report )?end of (?:twitter|facebook|instagram|youtube|tiktok) (?:post|content|video)s?(?:,? [0-9]+)? by @[^ ]+"),
        each(report).starts(|| vec!["skip twitter post", "skip instagram post"]),
        tail(r" ?view (?:this post )?on instagram"),
        tail(r" ?twitter ads info (?:&|and) privacy"),
    ],
};

/// The button " Report" behind a post's line "— Name (@handle) date", between the BBC's skip links.
fn report(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let skips = SKIPS.iter().any(|skip| shown.starts_with(skip));
    let Some(post) = shown.strip_suffix(" Report").filter(|_| skips) else {
        return;
    };
    if post.ends_with(|c: char| c.is_ascii_digit()) {
        let block = page.blocks()[index].shown();
        claims.cut(Span::new(block.start + post.len(), block.end), index);
    }
}

/// Twitter's widget since 2015, in the languages it was served in.
#[rustfmt::skip]
const CONTROLS: &[&str] = &[
    "twitter ads info & privacy", "twitter ads info and privacy", "twitter ads information and privacy",
    "information about twitter ads and privacy", "twitter ads-infos und datenschutz",
    "informations sur les publicités twitter et confidentialité", "información y privacidad de twitter ads",
    "información sobre twitter ads y privacidad", "informazioni e privacy per gli annunci di twitter",
    "informações e privacidade no twitter ads", "informatie over en privacy van twitter-advertenties",
    "informacje o reklamach twittera i prywatność", "информация о рекламе в твиттере и конфиденциальность",
    "twitter reklamları bilgisi ve gizliliği", "twitter広告の情報とプライバシー", "twitter 广告信息和隐私", "twitter 광고 정보 및 개인정보 보호",
    "معلومات إعلانات تويتر والخصوصية", "info och sekretess för twitterannonser", "twitter ads-info og -personvern",
    "informasi dan privasi iklan twitter", "read the full conversation on twitter", "read the full conversation",
    "explore what's happening on twitter", "learn more on x", "see the latest covid-19 information on twitter",
    "embed tweet", "copy link to tweet", "view image on twitter", "view photo on twitter", "view images on twitter",
    "warning: third party content may contain adverts", "view original tweet on twitter",
    "the bbc is not responsible for the content of external sites",
];

/// Instagram, Facebook, TikTok and consent walls before them.
#[rustfmt::skip]
const POSTS: &[&str] = &[
    "view this post on instagram", "view on instagram", "view profile on instagram", "view more on instagram",
    "see more on instagram", "sieh dir diesen beitrag auf instagram an", "diesen beitrag auf instagram ansehen",
    "voir cette publication sur instagram", "ver esta publicación en instagram", "visualizza questo post su instagram",
    "ver essa foto no instagram", "ver esta publicação no instagram", "dit bericht op instagram bekijken",
    "dit bericht bekijken op instagram", "wyświetl ten post na instagramie", "посмотреть эту публикацию в instagram",
    "переглянути цей допис в instagram", "bu gönderiyi instagram'da gör", "visa detta inlägg på instagram",
    "vis dette innlegget på instagram", "se dette opslag på instagram", "näytä tämä julkaisu instagramissa",
    "zobrazit příspěvek na instagramu", "a bejegyzés megtekintése az instagramon",
    "vizualizați această postare pe instagram", "δείτε αυτή τη δημοσίευση στο instagram", "この投稿をinstagramで見る",
    "在 instagram 查看这篇帖子", "在 instagram 查看這則貼文", "instagram에서 이 게시물 보기", "‏عرض هذا المنشور على instagram",
    "xem bài viết này trên instagram", "lihat postingan ini di instagram", "lihat kiriman ini di instagram",
    "open in app", "loading instagram", "loading tweet", "facebook post by", "embedded tweet",
    "embed from getty images", "content from twitter", "this content is not available due to your privacy preferences",
    "update your settings here to see it", "zum anzeigen des tweets müssen sie den cookies zustimmen",
    "an dieser stelle finden sie einen externen inhalt", "empfohlener redaktioneller inhalt", "externer inhalt",
    "externe inhalte", "an dieser stelle finden sie inhalte aus twitter",
    "recommended by our editors (external content)",
    "um mit inhalten aus twitter und anderen sozialen netzwerken zu interagieren oder diese darzustellen, brauchen wir ihre zustimmung",
    "ich bin damit einverstanden, dass mir externe inhalte angezeigt werden", "ce contenu n'est pas disponible",
    "contenu externe", "we're sorry, this content could not be loaded", "see this post on facebook",
    "watch this video on youtube", "watch on youtube", "watch on facebook",
];

/// Buttons of embeds: words that mean something only beside the rest of one.
#[rustfmt::skip]
const BUTTONS: &[&str] = &[
    "post by", "external content", "embedded content", "embedded video", "view summary", "hide summary",
    "in response to", "retweet", "retweets", "retweeten", "retwittear", "retweeter", "likes", "reply", "replies",
    "follow", "favorite", "copy link to post", "reply to", "antworten", "folgen", "répondre", "suivre", "responder",
    "seguir", "rispondi", "segui", "twitter", "instagram", "tweet", "quote tweet", "quote tweets", "view photo",
    "view thread", "view more", "more",
];
