//! Headings, stamps and ends of comment threads.

use std::sync::LazyLock;

use regex::Regex;

use super::Heading;
use crate::fold::fold;
use crate::rules::gate::Starts;

/// Longest heading or stamp, in bytes.
const LONGEST: usize = 200;
/// Longest stamp, in bytes.
const LONGEST_STAMP: usize = 110;

/// Headings that count answers to something.
static STRONG: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r#"^(?:[0-9][0-9,.]*|one|two|three|four|five|six|seven|eight|nine|ten|ein|eine|un|une|una|um|uma|één) ?(?:thoughts?|responses?|repl(?:y|ies)|comments?|gedanken?|gedanke|kommentare?|antworten?|réflexions?|réponses?|commentaires?|comentarios?|respuestas?|pensamientos?|comentários?|respostas?|ideias?|pensieri|commenti|commento|pensiero|risposte|risposta|reacties?|gedachten?|komentarze|komentarz|komentarzy|komentář[eůi]?|комментари[йяев]+|коментар[іиів]*|yorum|düşünce|kommentarer?|svar|tankar|hozzászólás|comentarii|gânduri|σχόλια|σκέψεις|件の(?:フィードバック|コメント)) (?:on|to|zu|auf|sur|à|en|sobre|a|su|op|do|na|u|к|на|до|til|på|la|για|“|"|„|«).+"#,
    )
});

/// Headings that say that comments follow.
static WEAK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:(?:recent|latest|reader|readers'|top|all|newest|user) comments|comments?(?: \(?[0-9,]+\)?)?|[0-9][0-9,.]*k? (?:comments?|replies|responses|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|komentarzy?|komentář[eů]?|комментари[йяев]+|yorum|kommentarer?|hozzászólás)|kommentare(?: \(?[0-9]+\)?)?|leserkommentare|commentaires(?: \(?[0-9]+\)?)?|comentarios(?: \(?[0-9]+\)?)?|comentários(?: \(?[0-9]+\)?)?|commenti(?: \(?[0-9]+\)?)?|reacties(?: \(?[0-9]+\)?)?|komentarze(?: \(?[0-9]+\)?)?|komentáře(?: \(?[0-9]+\)?)?|комментарии(?: \(?[0-9]+\)?)?|yorumlar(?: \(?[0-9]+\)?)?|kommentarer(?: \(?[0-9]+\)?)?|コメント(?: ?[(（]?[0-9]+[)）]?)?|bình luận(?: \(?[0-9]+\)?)?)$",
    )
});

/// A name and a time, the core's "says:", or a time alone with its link.
static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?:^| )(?:[0-9]+|an?|one|few) ?(?:s|sec|secs|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?)\.? ago(?: ?[|·•-]? ?(?:reply|edited|share|permalink|report|flag|like|[0-9]+))*$",
        r"|(?:^| )(?:vor|il y a|hace|há|fa|for|för) (?:[0-9]+|einer|einem|une|un|una|um|uma|en) (?:[a-zäöüéè]+)(?: (?:siden|sedan))?$|(?:^| )[0-9]+ (?:minuti|ore|ora|giorni|minuten|uur|dagen|weken|minut|godzin[ya]?|dni|минут[ыу]?|часа?|часов|дней|дня|dakika|saat|gün|perce|órája|napja) (?:fa|geleden|temu|назад|önce)$",
        r"|^[^.!?]* (?:says|said|sagt|sagte|meint|schrieb|dit|a dit|dice|dijo|diz|disse|ha detto|scrive|zegt|schreef|pisze|napisał\(a\)|říká|napsal|говорит|пишет|сказал|каже|diyor ki|dedi ki|säger|skriver|siger|sier|sanoo|szerint|spune|a spus|λέει|より|说道|说|님의 말|viết|berkata) ?[:：]$",
        r"|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fev|set|out|janv|févr|avr|juin|juil|août|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[^ ]{0,6}\.? [0-9]{1,2},? [0-9]{4},?(?: (?:at|um|à|a las|alle|om|@|-|\|))? ?[0-9]{1,2}[:.h][0-9]{2}",
        r"|[0-9]{1,2}[. ]{1,2}(?:de )?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fev|set|out|janv|févr|avr|juin|juil|août|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[^ ]{0,8} ?(?:de )?\.?[0-9]{4},?(?: (?:at|um|à|a las|às|alle|om|alle ore|в|o|kl\.?|@|-|\|))* ?[0-9]{1,2}[:.h][0-9]{2}",
        r"|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4},?(?: (?:at|um|à|a las|às|alle|om|в|o|kl\.?|@|-|\|))* ?[0-9]{1,2}[:.h][0-9]{2}",
    ))
});

/// Where a thread ends: the form, or the links to the rest.
static END: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:leave a (?:reply|comment|response)|post (?:a|your) comment|add (?:a|your) comment|write a comment|(?:see|view|show|read) (?:all|more)(?: [0-9,]+)? comments|load more comments|comments are closed|cancel reply|your e-?mail (?:address )?will not be published|you must be logged in|schreibe? einen kommentar|kommentar (?:verfassen|schreiben)|hinterlasse eine|laisser un commentaire|deja (?:un|una|tu) |dejar un comentario|lascia un|deixe (?:um|uma|seu)|geef een reactie|dodaj komentarz|добавить комментарий|оставить комментарий|bir (?:yanıt|cevap) yazın|lämna ett svar|legg igjen|skriv (?:et|en)|napsat komentář|コメントを残す|发表回复|댓글 남기기)",
    )
});

fn compile(pattern: &str) -> Regex {
    Regex::new(&format!("(?i){pattern}")).expect("the pattern is fixed and tested")
}

/// Tells what a line says of a thread.
pub(super) fn heading(shown: &str) -> Option<Heading> {
    if shown.len() > LONGEST || !may_head(shown) {
        return None;
    }
    if STRONG.is_match(shown) {
        return Some(Heading::Strong);
    }
    WEAK.is_match(&fold(shown)).then_some(Heading::Weak)
}

/// A cheap look before the patterns: headings are counted, or one to four words.
fn may_head(shown: &str) -> bool {
    static FIRST: LazyLock<Starts> =
        LazyLock::new(|| Starts::new(COUNTS.iter().chain(WORDS).copied()));
    let letter = shown.starts_with(|c: char| c.is_ascii_alphabetic());
    let few = || spaces(shown) < 4 && shown.split_whitespace().nth(4).is_none();
    let counted = || {
        let start = shown.split(' ').next().unwrap_or_default();
        COUNTS.iter().any(|count| start.eq_ignore_ascii_case(count))
    };
    shown.starts_with(|c: char| c.is_ascii_digit())
        || ((!letter || FIRST.may_begin(shown)) && (few() || counted()))
}

/// Other words that a heading begins with, of those that begin in ASCII.
const WORDS: &[&str] = &[
    "recent",
    "latest",
    "reader",
    "top",
    "all",
    "newest",
    "user",
    "comments",
    "kommentare",
    "leserkommentare",
    "reacties",
    "yorumlar",
    "bình luận",
];

/// Numbers that a heading begins with.
#[rustfmt::skip]
const COUNTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "un", "une", "una", "ein", "um", "uma",
];

/// Counts the first spaces between letters, each of which begins a word.
fn spaces(shown: &str) -> usize {
    let bytes = shown.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    memchr::memchr_iter(b' ', bytes)
        .take(6)
        .filter(|&at| at > 0 && letter(at - 1) && letter(at + 1))
        .count()
}

/// Tells whether a line is the name and time of a comment.
pub(super) fn is_stamp(shown: &str) -> bool {
    shown.len() <= LONGEST_STAMP && STAMP.is_match(shown)
}

/// Links that answer a comment.
pub(super) const ANSWERS: &[&str] = &[
    "Reply",
    "REPLY",
    "reply",
    "Permalink",
    "Antworten",
    "Répondre",
    "Responder",
    "Rispondi",
    "Reageren",
    "Odpowiedz",
    "Ответить",
];

/// Tells whether a stamp ends with the link that answers the comment.
pub(super) fn is_answerable(shown: &str) -> bool {
    ANSWERS.iter().any(|answer| shown.ends_with(answer)) && is_stamp(shown)
}

/// Tells whether a line ends a thread.
pub(super) fn is_end(shown: &str) -> bool {
    shown.len() <= LONGEST && END.is_match(&fold(shown))
}
