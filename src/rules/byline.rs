use std::sync::LazyLock;

use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, Strength, each, line, look, phrases};
use crate::rules::dates::is_date;
use crate::rules::gate::Starts;
use crate::rules::names::{are_names, starts_name};
use crate::rules::surroundings::is_among_fields;

/// Longest line, in bytes, that names an author or a time.
const LONGEST: usize = 110;
/// Blocks at the end of a page in which a byline may stand.
const END: usize = 60;
/// Blocks from the start in which a bare date may stand.
const DATED: usize = 60;
/// Bytes of a page that are searched for a word of its language.
const WITNESSED: usize = 16 << 10;
/// Names of a person, or of a desk.
const SIGNED_NAMES: usize = 4;
/// Names in the longest byline.
const NAMES: usize = 12;

/// Bylines with dates beyond which a page lists articles.
const PAIRS: usize = 5;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "byline",
    summary: "author, date and reading time beside the headline",
    about: "Sites print who wrote a page, when, and how long it takes to read, above the text or right below it. \
            Timelines, live tickers, corrections, \"Update:\" and sentences that begin with \"By\" stay.",
    topic: &["byline"],
    find: &[
        phrases(&["authors", "author", "written by", "posted by", "about the authors", "auteurs", "autoren", "autores", "autori"])
            .likely()
            .at_tail(),
        phrases(&[
            "author", "authors", "by", "written by", "posted by", "posted on", "published", "published on",
            "updated", "last updated", "staff writer", "contributor", "staff reporter", "guest author",
            "guest contributor", "senior reporter", "senior editor", "editor", "correspondent", "von", "par", "por",
            "autor", "auteur", "autore", "автор", "gastautor", "redaktion", "redacción", "redação", "redazione",
            "la rédaction", "rédaction", "redactie", "редакция", "作者", "著者", "投稿者", "admin", "by admin",
        ])
        .hint()
        .at_head(),
        line(r"(?:guest|staff|contributing|freelance|senior) (?:post|writer|author|reporter|blogger|columnist|correspondent|editor)(?: (?:by|for|at) (?-i:[A-Z])[^.!?]*)?").likely().at_head(),
        line(r"[|•· -]*(?:[0-9]+ ?[-–] ?)?[0-9]+ ?-?(?:min|mins|minute|minutes)\.? (?:read|de lectura|de leitura|de lecture|di lettura|lesezeit|leestijd|czytania|čtení|чтения|okuma|lästid|lesetid|läsning|read time)[|•· -]*"),
        line(r"(?:(?:estimated )?reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|durée de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|czas czytania|doba čtení|время чтения|час читання|okuma süresi|lästid|lesetid|læsetid|thời gian đọc|waktu baca)(?: estimé| estimado| stimato)?[ :：]*(?:ca\. |< ?|about )?[0-9]+ ?[^.!?;]*\.?"),
        line(r"この記事は約?[0-9]+分で読めます。?|読了時間[:：].*|阅读(?:时间|需要)[:：约]?.*分钟"),
        line(r"(?:last |page last )(?:updated?|modified|reviewed|edited)(?: on| at)?[:：]? ?[^.!?;]*[0-9][^!?;]*").likely(),
        line(r"posted (?:on|by|in|at)[^.!?;]*(?:on|by|at|[0-9])[^.!?;]*").likely().at_head(),
        line(r"by [^.!?;|]*(?:\.[^.!?;|]*)*\|[^.!?;]*[0-9]{1,2}[:/][0-9]{2}[^!?;]*").likely(),
        each(named).starts(openings).up_to(LONGEST).likely().at_head(),
        each(named_below).starts(openings).up_to(LONGEST).likely().at_tail(),
        each(date).signs(Signs::DIGIT).up_to(60).hint().at_head(),
        each(signed).signs(Signs::BRACKET).up_to(80).hint().at_head(),
        look(pairs).starts(|| vec!["by"]).up_to(LONGEST).likely(),
        line(r"(?:(?:last )?(?:updated|published|posted|modified):? )?[0-9]+ ?(?:(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|час(?:а|ов)? назад|минут[ыу]? назад|時間前|分前|日前|小时前|分钟前|天前|小時前|分鐘前|시간 전|분 전|일 전|saat önce|gün önce|giờ trước|phút trước|ngày trước|jam (?:yang )?lalu|menit (?:yang )?lalu|timer? siden|timmar sedan)").hint(),
        line(r"(?:vor|il y a|hace|há|před|pred|acum|fa) [0-9]+ [^ ]+(?: fa)?").hint(),
    ],
};

/// Words before a date or a name, in lower case; each is followed by a colon, a space or a date.
#[rustfmt::skip]
const TIMED: &[&str] = &[
    "published", "posted", "first published", "first posted", "originally published", "updated", "last updated",
    "last update", "modified", "last modified", "created", "submitted", "uploaded", "date", "pub date",
    "publication date", "published date", "veröffentlicht", "erstellt", "aktualisiert", "stand",
    "zuletzt aktualisiert", "letzte aktualisierung", "erschienen", "publié", "mis à jour", "mise à jour", "créé",
    "modifié", "publicado", "publicada", "actualizado", "actualizada", "creado", "última actualización", "fecha",
    "atualizado", "atualizada", "última atualização", "pubblicato", "aggiornato", "ultimo aggiornamento", "creato",
    "gepubliceerd", "bijgewerkt", "geplaatst", "publicerad", "uppdaterad", "publisert", "oppdatert",
    "sist oppdatert", "udgivet", "opdateret", "offentliggjort", "julkaistu", "päivitetty", "opublikowano",
    "aktualizacja", "dodano", "data publikacji", "publikováno", "aktualizováno", "vydáno", "publikované",
    "опубликовано", "обновлено", "дата", "дата публикации", "опубліковано", "оновлено", "публикувано", "közzétéve",
    "frissítve", "megjelent", "publicat", "actualizat", "objavljeno", "ažurirano", "yayınlanma", "yayınlanma tarihi",
    "güncelleme", "güncellenme", "giriş", "son güncelleme", "đăng ngày", "cập nhật", "ngày đăng", "diterbitkan",
    "dipublikasikan", "diperbarui", "δημοσιεύθηκε", "δημοσίευση", "ενημερώθηκε", "投稿日", "公開日", "更新日", "最終更新",
    "最終更新日", "掲載日", "作成日", "配信", "発表日", "发布时间", "發布時間", "发布于", "更新时间", "更新於", "发表于", "发布日期", "时间", "日期", "입력",
    "기사입력", "수정", "최종수정", "등록", "게시일", "نشر", "تاريخ النشر", "آخر تحديث", "نُشر", "פורסם", "עודכן", "प्रकाशित",
    "เผยแพร่", "โพสต์",
];

/// Words before the author's name; those with a witness are words of English too and count only
/// on a page that uses the witness.
#[rustfmt::skip]
const AUTHORED: &[(&str, &str)] = &[
    ("by ", ""), ("by: ", ""), ("written by ", ""), ("written by: ", ""), ("posted by ", ""), ("posted by: ", ""),
    ("author: ", ""), ("authors: ", ""), ("authored by ", ""), ("story by ", ""), ("words by ", ""),
    ("text by ", ""), ("article by ", ""), ("submitted by ", ""), ("reported by ", ""), ("curator: ", ""),
    ("published by ", ""), ("par ", ""), ("por ", ""), ("por: ", ""), ("autor: ", ""), ("auteur : ", ""),
    ("auteur: ", ""), ("autore: ", ""), ("geschrieben von ", ""), ("ein beitrag von ", ""),
    ("eine analyse von ", ""), ("ein kommentar von ", ""), ("ein gastbeitrag von ", ""), ("interview: ", ""),
    ("propos recueillis par ", ""), ("escrito por ", ""), ("publicado por ", ""), ("postado por ", ""),
    ("scritto da ", ""), ("pubblicato da ", ""), ("a cura di ", ""), ("geschreven door ", ""), ("tekst: ", ""),
    ("text: ", ""), ("foto und text: ", ""), ("автор: ", ""), ("автор ", ""), ("текст: ", ""), ("szerző: ", ""),
    ("írta: ", ""), ("yazar: ", ""), ("yazan: ", ""), ("penulis: ", ""), ("tác giả: ", ""), ("bài: ", ""),
    ("skrevet av ", ""), ("skrevet af ", ""), ("skriven av ", ""), ("kirjoittaja: ", ""), ("napsal ", ""),
    ("autor ", ""), ("作者：", ""), ("作者:", ""), ("文/", ""), ("文／", ""), ("撰文：", ""), ("執筆：", ""), ("著者：", ""),
    ("文＝", ""), ("投稿者：", ""), ("投稿者 ", ""), ("记者 ", ""), ("記者 ", ""), ("글 ", ""), ("بقلم: ", ""), ("كتب: ", ""),
    ("von ", " und "), ("di ", " che "), ("da ", " che "), ("door ", " het "), ("av ", " och "), ("av ", " og "),
    ("af ", " og "), ("przez ", " i "), ("od ", " je "), ("od ", " i "),
];

/// Claims a line that names the author, or a labelled time.
fn named(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > LONGEST {
        return;
    }
    let bare = shown.trim_start_matches(['|', '-', '–', '—', '•', '·', '*', '/', ' ', '(']);
    if OPENINGS.find(bare).is_none() {
        return;
    }
    let Some(strength) = weigh(page, bare, &bare.to_lowercase()) else {
        return;
    };
    if shown.starts_with("By") || !is_among_fields(page, index) {
        claims.block_as(page, index, strength);
    }
}

/// Does the same at the end of the page.
fn named_below(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if index + END >= page.blocks().len() {
        named(page, index, claims);
    }
}

/// Returns what either kind of line begins with.
fn openings() -> Vec<&'static str> {
    let authored = AUTHORED.iter().map(|(start, _)| *start);
    TIMED.iter().copied().chain(authored).collect()
}

static OPENINGS: LazyLock<Starts> = LazyLock::new(|| Starts::new(openings()));

/// A labelled time and two names are likely, one name needs other dross.
fn weigh(page: &Page<'_>, bare: &str, lower: &str) -> Option<Strength> {
    if is_timed(bare, lower) {
        return Some(Strength::Likely);
    }
    let names = authored(page, bare, lower)?;
    Some(if names >= 2 {
        Strength::Likely
    } else {
        Strength::Hint
    })
}

/// Claims a byline and the date next to it, wherever they stand; many of them are a list of articles.
fn pairs(page: &Page<'_>, claims: &mut Claims) {
    let mut pairs = Vec::new();
    for index in 0..page.blocks().len() {
        let shown = page.shown(index);
        let by = shown.starts_with("By ")
            || shown.starts_with("BY ")
            || shown.starts_with("by ")
            || shown.starts_with("By: ");
        if shown.len() > LONGEST
            || !by
            || authored(page, shown, &shown.to_lowercase()).is_none_or(|names| names < 2)
        {
            continue;
        }
        let date = [index.wrapping_sub(1), index + 1]
            .into_iter()
            .find(|&near| near < page.blocks().len() && is_date(page.shown(near)));
        if let Some(date) = date {
            pairs.push((index, date));
        } else if shown.bytes().filter(u8::is_ascii_digit).count() >= 5 {
            pairs.push((index, index));
        }
    }
    if pairs.len() <= PAIRS {
        pairs.iter().for_each(|&(by, date)| {
            claims.block(page, by);
            claims.block(page, date);
        });
    }
}

/// A label, then a date and nothing that reads as a sentence.
fn is_timed(bare: &str, lower: &str) -> bool {
    if lower.bytes().filter(u8::is_ascii_digit).count() < 3 {
        return false;
    }
    TIMED.iter().any(|label| {
        let Some(rest) = lower.strip_prefix(label) else {
            return false;
        };
        let glued = label.ends_with(|c: char| !c.is_ascii());
        let seam = rest.starts_with([':', '：', ' ', '\u{A0}', '|', ','])
            || (glued && rest.starts_with(|c: char| c.is_ascii_digit()));
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        let small = rest
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count();
        seam && digits >= 3 && small <= 12 && !bare.ends_with(':') && dated(rest)
    })
}

/// Among the words behind the label is a date.
fn dated(rest: &str) -> bool {
    let words: Vec<&str> = rest
        .split([' ', '\u{A0}', '|', '：'])
        .filter(|word| !word.is_empty())
        .collect();
    let from = words
        .iter()
        .position(|word| word.bytes().any(|b| b.is_ascii_digit()));
    let Some(from) = from else {
        return false;
    };
    (from.saturating_sub(2)..=from)
        .flat_map(|start| (start + 1..=words.len().min(start + 6)).map(move |end| (start, end)))
        .any(|(start, end)| is_date(words[start..end].join(" ").trim_start_matches([':', ' '])))
}

/// The first part of the page has a word of the language.
fn is_witnessed(page: &Page<'_>, witness: &str) -> bool {
    let text = page.looked_at();
    text[..text.floor_char_boundary(WITNESSED)].contains(witness)
}

/// Counts the names behind a word such as "By"; nothing but names, titles and dates stands there.
fn authored(page: &Page<'_>, bare: &str, lower: &str) -> Option<usize> {
    let (start, _) = AUTHORED.iter().find(|(start, witness)| {
        lower.starts_with(start) && (witness.is_empty() || is_witnessed(page, witness))
    })?;
    let rest = bare
        .get(start.len()..)?
        .trim_end_matches([':', '|', ' ', ',']);
    let (mut names, mut others) = (0, 0);
    for word in rest
        .split([' ', '\u{A0}', '/', '|', ','])
        .filter(|word| !word.is_empty())
    {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        } else if starts_name(word) {
            names += 1;
        } else if !is_between(word) {
            others += 1;
        }
    }
    let sentence = rest.ends_with(['!', '?'])
        || (rest.ends_with('.') && !rest.ends_with("Jr.") && !rest.ends_with("D."));
    (others == 0 && !sentence && (1..=NAMES).contains(&names)).then_some(names)
}

/// Small words inside names and between authors.
fn is_between(word: &str) -> bool {
    #[rustfmt::skip]
    const BETWEEN: &[&str] = &[
        "and", "&", "und", "et", "y", "e", "i", "en", "och", "og", "ve", "и", "та", "with", "for", "of", "de", "del",
        "della", "di", "da", "do", "dos", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "du",
        "the", "at", "on", "-", "–", "—", "|", "·", "•", "am", "pm", "a.m.", "p.m.", "ter", "zu",
    ];
    BETWEEN.contains(&word)
}

/// Returns a line without the minutes of reading at its end: "January 5, 2021 4 min read".
fn without_reading_time(shown: &str) -> &str {
    let Some((before, _)) = shown.rsplit_once(" min") else {
        return shown;
    };
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let timed = date.len() < before.len();
    if timed {
        date.trim_end_matches([' ', '|', '·', '•', ',', '-', '–', '—', '/'])
    } else {
        shown
    }
}

/// Claims a name with its desk or paper in brackets, above the text: "Ann Lee (City Desk)".
fn signed(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let parts = page
        .shown(index)
        .strip_suffix(')')
        .and_then(|line| line.split_once('('));
    let is_name = |text: &str| {
        let words = text.split_whitespace().count();
        (2..=SIGNED_NAMES).contains(&words) && are_names(text, SIGNED_NAMES)
    };
    if parts.is_some_and(|(name, desk)| is_name(name) && are_names(desk, SIGNED_NAMES))
        && index < DATED
    {
        claims.block(page, index);
    }
}

/// Claims a bare date near the head as a hint, but not where dates are the content.
fn date(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if index >= DATED || !is_date(without_reading_time(page.shown(index))) {
        return;
    }
    let above = page.before(index).is_some_and(is_date);
    let below = page.after(index).is_some_and(is_date);
    if !above && !below {
        claims.block(page, index);
    }
}
