use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use crate::page::{Page, Signs, ends_sentence, starts_lower};

use crate::rule::{Claims, Rule, each, head, line, look, phrases, tail};

pub(super) static RULE: Rule = Rule {
    id: "video-player",
    summary: "controls and messages of media players",
    about: "Players of news sites leave their buttons, timers and errors: \"Play Video\", \"Video loading\", \"JUST \
            WATCHED .. MUST WATCH\", \"This video can not be played\". The author's pointer (\"Watch the video below\") and \
            prose about video stay; one-word buttons count only beside others.",
    topic: &[
        "media player",
        "video player",
        "play button",
        "user interface",
        "subtitles",
        "fullscreen",
    ],
    find: &[
        phrases(MESSAGES),
        look(find_titles)
            .words(&["Play V", " Google Plus Embed"])
            .likely(),
        phrases(OTHERS),
        phrases(BUTTONS).hint(),
        phrases(SHORT).hint(),
        each(announcements)
            .starts(|| vec!["up next", "next up"])
            .up_to(8)
            .hint(),
        line(r"just watched .* must watch(?: .*)?"),
        line(r"(?:replay )?more videos \.\.\. must watch(?: .*)?"),
        line(r"play ?video:? ?[0-9]{1,2}:[0-9]{2}(?: .*)?"),
        line(r"play[a-z]* .* facebook twitter google plus embed"),
        line(r"play .*[0-9]:[0-9]{2} facebook twitter google plus embed"),
        line(r"video loading(?: +watch (?:next|this video again))+.*"),
        line(
            r"(?:now playing|up next|next up|playing next|next video in|coming up next)[: ]+(?:watch this:? )?(?:in [0-9]+ .*|.*[0-9]:[0-9]{2})",
        ),
        line(r"now playing: watch this: .*"),
        line(
            r"(?:(?-i:CLOSE)|hide transcript show transcript) .* (?:newslook|wochit|usa today|video by .*|video provided by .*|buzz60|ap|storyful|provided by .*)",
        ),
        line(
            r"(?:video provided by|video by) (?:newsy|wochit|newslook|storyful|buzz60|reuters|ap|afp)",
        ),
        line(
            r"(?:current time|duration|duration time|remaining time|loaded|progress|stream type|playback rate) ?:? ?-?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9.]+%|live|[0-9.]+x)(?: ?[/|]? ?(?:duration|remaining|total)?.*)?",
        ),
        line(r"(?:volume|mute|loaded|progress)[: ]+[0-9]{1,3} ?%.*"),
        line(r"-?00?:[0-9]{2} ?/ ?-?[0-9]{1,2}:[0-9]{2}"),
        line(r"-?00?:[0-9]{2}").hint(),
        line(
            r"(?:play|pause|mute|unmute|replay|seek)(?:[ /|:,.-]*(?:play|pause|mute|unmute|stop|fullscreen|full screen|settings|share|captions|subtitles|playback|cc|replay|quality|auto|hd|live|seek|skip|[0-9]{1,2}:[0-9]{2}|[0-9]{1,3} ?%|volume|embed|rate|1x)){2,}[ /|:,.-]*",
        ),
        line(
            r"(?:play|watch|listen|listen to|hear)(?: this| the)? ?(?:video|audio|story|article|podcast|clip|episode)? ?\(?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\)?(?: min(?:utes?)?)?",
        ),
        line(LISTEN),
        line(SPOKEN),
        each(lengths)
            .signs(Signs::DIGIT)
            .up_to(LONGEST_LENGTH)
            .hint(),
        line(
            r"(?:sorry, )?(?:this (?:video|media|content|clip|file|live stream|video file|video clip)|the media|your video) (?:can ?not be (?:played|loaded)|can't be (?:played|loaded)|could not be (?:played|loaded)|is (?:currently )?(?:un|not )available|is no longer available|has been removed|has expired|failed to load|isn't available|will (?:start|begin|resume) in [0-9]*)(?: (?:in|on|for) your .*| because of .*| due to .*|[.,!] ?(?:please|try|you|\(error|because|sorry).*|[.!]?)",
        ),
        line(r"(?:the|this) media could not be loaded.*"),
        line(
            r"(?:an error occurred|something went wrong)[,.!]* ?(?:while|during) .*(?:playing|loading|playback).*",
        ),
        line(r"(?:foreground|background|window|text|font) ?-{2,}.*"),
        line(r"(?:beginning|end|start) of dialog (?:window|content).*"),
        line(r"this is a modal window\..*"),
        line(r"to play the media you will need to .*"),
        line(
            r"(?:on a mobile device\?|on mobile\?|app users?:?|mobile users?:?|viewing on mobile\?) ?(?:(?:click|tap) here (?:to|for) .*(?:video|watch|gallery|photos|slideshow).*|watch (?:the )?video here\.?)",
        ),
        line(
            r"(?:having trouble|can't|cannot|unable to|if you cannot|if you can't) (?:seeing|see|view|viewing|watching|watch) (?:the|this) (?:video|player|clip)\??.*(?:click|tap|refresh|here).*",
        ),
        line(
            r"(?:publish|published) date [a-z]+\.? [0-9]{1,2}, [0-9]{4}\..*watch in times video.*",
        ),
        line(r"by .* on publish date .*watch in times video.*"),
        line(r"[a-z]+ ?player [0-9]+\.[0-9]+(?:\.[0-9]+)*")
            .words(&["layer ", "LAYER "])
            .hint(),
        line(r"oo\.(?:ready|player).*"),
        head(r"play ?video(?:[0-9]{1,2}:[0-9]{2}| (?:content )?(?:duration|length) )"),
        head(r"media caption "),
        tail(r"  ?play ?video ?[0-9]{1,2}:[0-9]{2}"),
        tail(r" watch in times video [»\u{FFFD}]"),
    ],
};

/// The button of an article that is read out.
const LISTEN: &str = r"(?:click to |tap to |press play to )?(?:listen|hear)(?: to)? (?:this |the |our )?(?:full )?(?:article|story|post|page|episode|text|column|news|audio version)(?: (?:read aloud|out loud|in audio))? ?[:.•·|–-]? ?\(?(?:[0-9]{0,3} ?(?:minutes?|mins?|min\.)|[0-9]{1,2}:[0-9]{2})?\)?|listen ?[•·|(–-]? ?[0-9]{1,3} ?(?:minutes?|mins?|min\.?)\)?|audio (?:version of (?:this|the) (?:article|story)|article|story)[:.]? ?(?:[0-9]{1,2}:[0-9]{2})?|(?:artikel (?:anhören|vorlesen(?: lassen)?)|diesen (?:artikel|beitrag) anhören|écouter (?:cet |l['’])article|escuchar (?:este |el )?artículo|escucha (?:este|el) artículo|ouça (?:este conteúdo|esta matéria|o artigo)|ouvir (?:este )?artigo|ascolta (?:questo |l['’])articolo|luister (?:naar )?(?:dit|het) artikel|posłuchaj artykułu|прослушать (?:статью|новость)|слушать статью|haberi dinle|lyssna på artikeln|lyt til artiklen|lytt til artikkelen|kuuntele (?:juttu|artikkeli)|この記事を(?:音声で)?聴く|기사 듣기|nghe bài viết|dengarkan (?:artikel|berita)(?: ini)?)[:.]? ?\(?(?:[0-9]{0,3} ?min(?:uten|utes|utos|uti|uten)?\.?|[0-9]{1,2}:[0-9]{2})?\)?";

/// What says that nobody reads the article out, or nobody summed it up.
const SPOKEN: &str = concat!(
    r"(?:this |the )?(?:audio|narration|audio narration|recording|voice|article audio|audio version|summary|article summary|ai summary|headline|translation|transcript) (?:is|was|has been) (?:auto(?:matically)?[- ]?generated|ai[- ]?generated|machine[- ]?generated|computer[- ]?generated|(?:created|generated|produced|narrated|read)(?: (?:by|with|using|through)(?: the help of)? (?:an? |our )?(?:ai|a\.i\.|artificial intelligence|automated voice|automated system|synthetic voice|text[- ]to[- ]speech|large language model)(?: (?:voice|tools?|technology|software|narration|reader|model))?)(?:,? (?:and )?(?:then )?(?:was )?(?:reviewed|edited|checked) by (?:an? |our |the )?(?:human |newsroom )?(?:editors?|journalists?|staff|newsroom))?)\.?(?: (?:it )?(?:and )?(?:may|might|can) contain (?:errors|mistakes|mispronunciations|inaccuracies)\.?)?(?: (?:please )?(?:let us know if you have (?:any )?feedback|send us (?:your )?feedback|report (?:any |an )?(?:errors?|issues?|problems?)(?: here)?|learn more(?: here)?|give us feedback)\.?)?",
    r"|this (?:article|story|text) (?:is|was) (?:read|narrated)(?: aloud| out| out loud)? by an? (?:automated|synthetic|ai|ai-generated|computer-generated) voice\.?(?: please let us know if you have (?:any )?feedback\.?)?",
    r"|please let us know if you have (?:any )?feedback(?: on (?:this|the) audio)?\.?",
    r"|(?:ai|auto)[- ]generated (?:audio|summary|voice|narration|transcript)[a-z ,]{0,40}\.?|(?:audio|voice|summary|narration) (?:generated|provided|powered) by (?:ai|elevenlabs|trinity audio|beyondwords|carbonatix|speechki|amazon polly|google|an automated voice)\.?|audio by carbonatix|powered by (?:trinity audio|beyondwords|elevenlabs|readspeaker)|summari[sz]ed by ai|key (?:points|takeaways) (?:generated|summari[sz]ed) by ai\.?",
);

/// Longest button that reads an article out, in bytes.
const LONGEST_BUTTON: usize = 80;
/// Longest length of a clip, in bytes.
const LONGEST_LENGTH: usize = 16;

/// Claims the length of a clip, "4 min" or "4:12", under its button.
fn lengths(page: &Page<'_>, index: usize, claims: &mut Claims) {
    static BUTTON: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!("(?i)^(?:{LISTEN})$")).expect("a pattern of the rule")
    });
    let shown = page.shown(index);
    let is_button = |above: &str| {
        let starts = matches!(above, "0:00" | "00:00");
        starts || (above.len() <= LONGEST_BUTTON && BUTTON.is_match(above))
    };
    if shown.len() <= LONGEST_LENGTH
        && is_length(shown)
        && page.before(index).is_some_and(is_button)
    {
        claims.block(page, index);
    }
}

fn is_length(shown: &str) -> bool {
    let digits = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let time = |part: &str| {
        part.split_once(':')
            .is_some_and(|(minutes, seconds)| digits(minutes) && digits(seconds))
    };
    let minutes = |word: &str| {
        let word = word.trim_end_matches('.').to_ascii_lowercase();
        matches!(
            word.as_str(),
            "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" | "minuti"
        )
    };
    let told = shown
        .split_once(' ')
        .is_some_and(|(number, word)| digits(number) && minutes(word));
    told || shown.split('/').map(str::trim).all(time)
}

/// Messages of players in English.
#[rustfmt::skip]
const MESSAGES: &[&str] = &[
    "video loading", "loading video", "loading the player", "loading player", "loading the video", "poll loading",
    "gallery loading", "loading gallery", "watch this video again", "video unavailable", "video is unavailable",
    "this video can not be played", "this video cannot be played", "media playback is unsupported on your device",
    "media playback is not supported on this device", "media player poster frame", "audio player failed to load",
    "play video content", "video player is loading", "this is a modal window",
    "the media could not be loaded, either because the server or network failed or because the format is not supported",
    "beginning of dialog window. escape will cancel and close the window", "end of dialog window", "stream type live",
    "seek to live, currently behind live", "seek to live, currently playing live",
    "captions settings, opens captions settings dialog", "descriptions off, selected", "captions off, selected",
    "remaining time -0:00", "chapters descriptions", "restore all settings to the default values", "tap to unmute",
    "click to unmute", "tap for sound", "an error occurred while playing this video",
    "sorry, the video player failed to load", "sorry, the video player failed to load.(error code: 100013)",
    "video player not loading? refresh your browser", "video ad feedback", "skip in skip", "your video will resume in",
    "your video begins in", "this ad will end in", "the video will start in", "up next in 5", "replay more videos",
    "watch in times video", "hide transcript show transcript", "embed video", "get code",
    "select and copy code", "copy and paste this html code to embed video", "flash video embed", "share this video",
    "embed player", "audio player assistance", "play slideshow", "playlist is empty",
    "turn on desktop notifications", "jw player", "close sticky player", "close miniplayer", "jump to media player",
    "media player help", "out of media player. press enter to return or tab to continue",
    "your browser does not support the audio element", "your browser does not support the video tag",
    "your browser does not support html5 video",
    "use left/right arrow keys to advance ten seconds. use up/down arrow keys to increase or decrease volume",
    "use up/down arrow keys to increase or decrease volume", "audio will be available later today", "speed 1x",
    "this video is private", "this video does not exist", "this video has been removed",
    "this video is no longer available", "sign in to confirm your age", "copy link info shopping",
    "if playback doesn't begin shortly, try restarting your device",
    "videos you watch may be added to the tv's watch history and influence tv recommendations",
];

/// Messages of players in other languages.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "video wird geladen", "video abspielen", "das video konnte nicht abgespielt werden",
    "video konnte nicht geladen werden", "dieses video ist nicht verfügbar", "video nicht verfügbar", "mehr videos",
    "wiedergabe fehlgeschlagen", "player wird geladen", "audio wird geladen", "nächstes video wird abgespielt",
    "zum video", "lecture de la vidéo", "lire la vidéo", "chargement de la vidéo", "chargement du lecteur",
    "cette vidéo n'est pas disponible", "vidéo indisponible", "cette vidéo ne peut pas être lue",
    "votre vidéo démarre dans", "reproducir video", "reproducir vídeo", "cargando video",
    "cargando vídeo", "cargando el reproductor", "este video no está disponible", "este vídeo no está disponible",
    "video no disponible", "el video no se puede reproducir", "cargando reproductor", "vuelve a ver", "más vídeos",
    "riproduci video", "caricamento video", "caricamento in corso del video", "video non disponibile",
    "questo video non è disponibile", "caricamento player", "reproduzir vídeo", "carregando vídeo", "a carregar vídeo",
    "carregando o player", "este vídeo não está disponível", "vídeo indisponível", "assista ao vídeo novamente",
    "video afspelen", "video wordt geladen", "deze video is niet beschikbaar", "video niet beschikbaar",
    "speel video af", "odtwórz wideo", "odtwórz film", "ładowanie wideo", "trwa ładowanie wideo",
    "ten film jest niedostępny", "film niedostępny", "загрузка видео", "загрузка плеера", "видео недоступно",
    "это видео недоступно", "воспроизвести видео", "ваш браузер не поддерживает видео тег", "завантаження відео",
    "відео недоступне", "videoyu oynat", "video yükleniyor", "bu video kullanılamıyor", "video kullanılamıyor",
    "oynatıcı yükleniyor", "spela video", "videon laddas", "spela upp video", "videon är inte tillgänglig",
    "spill av video", "videoen er ikke tilgjengelig", "afspil video", "toista video", "přehrát video",
    "video se načítá", "video není dostupné", "prehrať video", "videó lejátszása", "redă video",
    "videoclipul nu este disponibil", "αναπαραγωγή βίντεο", "φόρτωση βίντεο", "動画を再生", "動画を読み込み中", "この動画は再生できません",
    "动画加载中", "视频加载中", "播放视频", "此视频无法播放", "播放影片", "影片載入中", "동영상 재생", "동영상을 재생할 수 없습니다", "تشغيل الفيديو",
    "الفيديو غير متاح", "phát video", "video không khả dụng", "putar video", "video tidak tersedia",
];

/// Buttons of players of two words and more.
#[rustfmt::skip]
const BUTTONS: &[&str] = &[
    "now playing", "must watch", "just watched", "continue watching", "live tv", "audio track", "font size",
    "text edge style", "watch later", "private video", "close video", "sound on", "watch again", "play again",
    "video length", "video duration", "download video", "download audio", "media player", "audio player",
    "video player", "show transcript", "hide transcript", "autoplay on", "autoplay off", "picture-in-picture",
    "share video", "skip ad", "skip ads", "play video", "watch video", "more videos", "watch next",
    "full screen", "play audio", "play all", "pause video", "mute video", "exit full screen",
    "exit fullscreen", "media caption", "video caption", "current time", "remaining time", "playback rate",
    "audio description", "ai summary", "ai-generated summary", "related video", "related videos", "view gallery", "close x", "x close", "watch live",
    "watch now", "add to playlist", "embed code",
];

/// Buttons of one word.
#[rustfmt::skip]
const SHORT: &[&str] = &[
    "play", "pause", "replay", "mute", "unmute", "volume", "fullscreen", "captions", "subtitles", "autoplay", "video",
    "videos", "audio", "close", "share", "embed", "loading", "loaded", "cc", "hd", "0:00", "00:00", "1x", "subtitle",
    "transcript", "vidéo", "vídeo", "видео", "відео", "wideo", "動画", "视频", "影片", "동영상", "فيديو", "βίντεο", "videó",
];

/// "Up next" above a clip; above a sentence it is a heading of the text, as in reports on a game.
fn announcements(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let next = matches!(shown.len(), 7 | 8)
        && matches!(
            shown.to_ascii_lowercase().trim_end_matches(':'),
            "up next" | "next up"
        );
    if next && page.after(index).is_none_or(|below| !ends_sentence(below)) {
        claims.block(page, index);
    }
}

/// Bytes that the title of a clip has at most.
const LONGEST_TITLE: usize = 120;

/// The buttons of players.
const MARKS: [&str; 3] = ["Play Video", "Play VIDEO", " Google Plus Embed"];

/// Titles that stand with a player's button: on its line, or on the line below it.
fn find_titles(page: &Page<'_>, claims: &mut Claims) {
    let text = page.looked_at().as_bytes();
    for mark in MARKS {
        let mut blocks: Vec<usize> = memmem::find_iter(text, mark.as_bytes())
            .map(|at| page.block_at(at))
            .collect();
        blocks.dedup();
        for index in blocks {
            let shown = page.shown(index);
            if shown == mark {
                claims.block(page, index);
                claim_title_below(page, index, claims);
            } else if mark == "Play Video" && is_titled_button(shown) {
                claims.block(page, index);
            } else if shown.starts_with("Play") && shown.ends_with(mark) {
                claim_repeated_title(page, index, claims);
            }
        }
    }
}

/// CBS: the button, and the title of the clip under it, between two paragraphs.
fn claim_title_below(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let title = index + 1;
    // Other sites print "Play Video" above a heading of the text.
    let framed = page.shown(index) == "Play VIDEO"
        && index > 0
        && title + 1 < page.blocks().len()
        && page.is_prose(index - 1)
        && page.is_prose(title + 1);
    if framed && is_title(page.shown(title)) {
        claims.block(page, title);
    }
}

/// Washington Post: the title, the button and the length on one line.
fn is_titled_button(shown: &str) -> bool {
    let Some((title, time)) = shown.split_once("Play Video") else {
        return false;
    };
    let timed = time.contains(':')
        && time
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | ' '));
    timed && is_title(title.trim_end())
}

/// NBC: the title stands again under the buttons, with the length of the clip.
fn claim_repeated_title(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let title = page.shown(index)["Play".len()..].trim_start();
    let title = title.split(" Facebook Twitter").next().unwrap_or_default();
    let repeats = |below: &str| {
        below.len() < title.len() + 8
            && below.starts_with(title)
            && below.ends_with(|c: char| c.is_ascii_digit())
    };
    if title.len() > 8 && page.after(index).is_some_and(repeats) {
        claims.block(page, index + 1);
    }
}

fn is_title(line: &str) -> bool {
    (2..LONGEST_TITLE).contains(&line.len())
        && !ends_sentence(line)
        && !starts_lower(line)
        && !line.ends_with(':')
}
