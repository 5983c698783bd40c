//! One link in one line: "READ MORE: headline", "[Headline]", ">> headline", "Headline Read more".

use std::sync::LazyLock;

use foldhash::HashSet;
use memchr::memchr3;

use super::{HEADINGS, has_seam, is_headline};
use crate::page::{Page, ends_sentence, starts_lower};
use crate::rule::{Claims, Strength};
use crate::rules::gate::Starts;
use crate::rules::names::is_domain;
use crate::rules::surroundings::{interrupts_prose, is_among_fields};

/// Longest link, in bytes.
pub(super) const LONGEST: usize = 230;
/// Words of a headline behind a label that a sentence may begin with too.
const SHORTEST_HEADLINE: usize = 3;

/// Labels in front of a linked headline, in lower case, each with how plainly it is one.
#[rustfmt::skip]
const LABELS: &[(&str, Strength)] = &[
    ("related:", Strength::Sure), ("related story:", Strength::Sure), ("related stories:", Strength::Sure),
    ("related article:", Strength::Sure), ("related articles:", Strength::Sure),
    ("related coverage:", Strength::Sure), ("related video:", Strength::Sure), ("related post:", Strength::Sure),
    ("related link:", Strength::Sure), ("related links:", Strength::Sure), ("related news:", Strength::Sure),
    ("related content:", Strength::Sure), ("related roundup:", Strength::Sure), ("read more:", Strength::Likely),
    ("more:", Strength::Likely), ("see also:", Strength::Likely), ("see more:", Strength::Likely),
    ("also read:", Strength::Likely), ("read also:", Strength::Likely), ("also see:", Strength::Likely),
    ("read next:", Strength::Likely), ("read:", Strength::Hint), ("must read:", Strength::Likely),
    ("recommended:", Strength::Hint), ("recommended reading:", Strength::Likely),
    ("recommended for you:", Strength::Likely), ("related reading:", Strength::Sure),
    ("you might like:", Strength::Likely), ("you might also like:", Strength::Likely), ("you may like:", Strength::Likely),
    ("more on this:", Strength::Likely), ("more on this story:", Strength::Likely), ("read the full story:", Strength::Likely), ("popular:", Strength::Hint), ("more stories:", Strength::Likely),
    ("more news:", Strength::Likely), ("read this:", Strength::Likely), ("read this next:", Strength::Likely),
    ("keep reading:", Strength::Likely), ("suggested:", Strength::Hint), ("suggested reading:", Strength::Likely),
    ("in case you missed it:", Strength::Likely), ("icymi:", Strength::Likely), ("from the archive:", Strength::Likely),
    ("from the archives:", Strength::Likely), ("most read:", Strength::Likely), ("must watch:", Strength::Likely),
    ("also watch:", Strength::Likely), ("watch also:", Strength::Likely), ("listen:", Strength::Hint),
    ("editor’s pick:", Strength::Likely), ("editors' pick:", Strength::Likely), ("editors’ pick:", Strength::Likely),
    ("don't miss:", Strength::Likely), ("don’t miss:", Strength::Likely), ("watch:", Strength::Likely),
    ("watch now:", Strength::Likely), ("watch next:", Strength::Likely), ("see video:", Strength::Likely),
    ("full video:", Strength::Likely), ("video:", Strength::Likely), ("photos:", Strength::Likely),
    ("gallery:", Strength::Likely), ("slideshow:", Strength::Likely), ("pics:", Strength::Likely),
    ("in pictures:", Strength::Likely), ("more from ", Strength::Hint), ("what to read next:", Strength::Likely),
    ("you may also like:", Strength::Likely), ("trending:", Strength::Likely), ("read more on ", Strength::Hint),
    ("up next:", Strength::Likely), ("editor's pick:", Strength::Likely), ("click here:", Strength::Likely),
    ("check out:", Strength::Likely), ("now watch this:", Strength::Likely), ("now read this:", Strength::Likely),
    ("watch this:", Strength::Likely), ("now watch:", Strength::Likely), ("now playing:", Strength::Likely),
    ("now read:", Strength::Likely),
    // German, Dutch
    ("lesen sie auch:", Strength::Sure), ("lesen sie mehr:", Strength::Sure), ("lesen sie hier:", Strength::Likely),
    ("mehr zum thema:", Strength::Sure), ("siehe auch:", Strength::Likely), ("auch interessant:", Strength::Sure),
    ("lesen sie dazu:", Strength::Likely), ("lesen sie dazu auch:", Strength::Sure), ("mehr dazu:", Strength::Likely),
    ("das könnte sie auch interessieren:", Strength::Sure), ("empfehlung:", Strength::Hint),
    ("lies auch:", Strength::Sure), ("lesetipp:", Strength::Likely), ("lees ook:", Strength::Sure),
    ("lees ook ", Strength::Likely), ("lees verder:", Strength::Likely), ("bekijk ook:", Strength::Sure),
    ("zie ook:", Strength::Likely),
    // French
    ("lire aussi:", Strength::Sure), ("lire aussi :", Strength::Sure), ("lire aussi ", Strength::Likely),
    ("à lire aussi:", Strength::Sure), ("à lire aussi :", Strength::Sure), ("à lire aussi ", Strength::Likely),
    ("a lire aussi :", Strength::Sure), ("a lire aussi ", Strength::Likely), ("à lire :", Strength::Likely),
    ("à lire:", Strength::Likely), ("lire :", Strength::Likely), ("voir aussi :", Strength::Sure),
    ("voir aussi:", Strength::Sure), ("lire également :", Strength::Sure), ("lire également:", Strength::Sure),
    ("à lire également :", Strength::Sure), ("sur le même sujet :", Strength::Sure), ("lire la suite :", Strength::Likely),
    ("article lié :", Strength::Sure), ("vous aimerez aussi :", Strength::Sure),
    ("à voir :", Strength::Likely), ("➡️", Strength::Hint),
    // Spanish, Portuguese, Italian, Romanian
    ("también lee:", Strength::Sure), ("también leé:", Strength::Sure), ("mirá también:", Strength::Sure),
    ("devamı için:", Strength::Likely), ("olvasd el ezt is:", Strength::Sure), ("आगे पढ़ें:", Strength::Likely),
    ("lee también:", Strength::Sure), ("lea también:", Strength::Sure), ("lea además:", Strength::Sure),
    ("leer también:", Strength::Sure), ("lee además:", Strength::Sure), ("le puede interesar:", Strength::Sure),
    ("te puede interesar:", Strength::Sure), ("también te puede interesar:", Strength::Sure),
    ("lee más:", Strength::Likely), ("leer más:", Strength::Likely), ("nota relacionada:", Strength::Sure),
    ("noticia relacionada:", Strength::Sure), ("puedes leer:", Strength::Likely), ("no te pierdas:", Strength::Likely),
    ("relacionado:", Strength::Sure), ("recomendado:", Strength::Likely), ("relacionada:", Strength::Sure),
    ("confira também:", Strength::Sure), ("leia ainda:", Strength::Sure), ("relacionadas:", Strength::Sure),
    ("potrebbe interessarti:", Strength::Sure), ("approfondisci:", Strength::Likely), ("per approfondire:", Strength::Likely),
    ("te recomendamos:", Strength::Sure), ("ver también:", Strength::Sure), ("vea también:", Strength::Sure),
    ("mira también:", Strength::Sure), ("leia também:", Strength::Sure), ("leia mais:", Strength::Sure),
    ("veja também:", Strength::Sure), ("saiba mais:", Strength::Likely), ("leggi anche:", Strength::Sure),
    ("leggi anche ", Strength::Likely), ("leggi anche>", Strength::Sure), ("vedi anche:", Strength::Likely),
    ("guarda anche:", Strength::Sure), ("citește și:", Strength::Sure), ("citeşte şi:", Strength::Sure),
    ("citește și ", Strength::Likely), ("vezi și:", Strength::Sure),
    // Scandinavian, Finnish
    ("läs också:", Strength::Sure), ("läs mer:", Strength::Sure), ("läs även:", Strength::Sure),
    ("les også:", Strength::Sure), ("læs også:", Strength::Sure), ("se også:", Strength::Likely),
    ("lue myös:", Strength::Sure),
    // Slavic
    ("czytaj też:", Strength::Sure), ("czytaj także:", Strength::Sure), ("zobacz też:", Strength::Sure),
    ("zobacz także:", Strength::Sure), ("zobacz:", Strength::Likely), ("przeczytaj także:", Strength::Sure),
    ("przeczytaj również:", Strength::Sure), ("czytaj więcej:", Strength::Sure), ("čtěte také:", Strength::Sure),
    ("čtěte:", Strength::Likely), ("přečtěte si také:", Strength::Sure), ("viz také:", Strength::Likely),
    ("čítajte aj:", Strength::Sure), ("prečítajte si aj:", Strength::Sure), ("читайте также:", Strength::Sure),
    ("читать также:", Strength::Sure), ("смотрите также:", Strength::Sure), ("по теме:", Strength::Likely),
    ("читайте також:", Strength::Sure), ("дивіться також:", Strength::Sure), ("прочетете още:", Strength::Sure),
    ("pročitajte još:", Strength::Sure), ("pročitajte i:", Strength::Sure),
    // Hungarian, Greek, Turkish
    ("olvassa el ezt is:", Strength::Sure), ("ezt is olvassa el:", Strength::Sure),
    ("διαβαστε επισης:", Strength::Sure), ("διαβαστε ακομη:", Strength::Sure), ("δειτε επισης:", Strength::Sure),
    ("διαβαστε ακομα:", Strength::Sure), ("δειτε ακομη:", Strength::Sure), ("διαβάστε ακόμα:", Strength::Sure),
    ("διαβάστε επίσης:", Strength::Sure), ("διαβάστε ακόμη:", Strength::Sure), ("δείτε επίσης:", Strength::Sure),
    ("ilgili haber:", Strength::Sure), ("ayrıca bakınız:", Strength::Sure), ("i̇lgili haber:", Strength::Sure),
    ("i̇lgi̇li̇ haber:", Strength::Sure), ("ilgili haberler:", Strength::Sure), ("i̇lgili haberler:", Strength::Sure),
    ("i̇lgi̇li̇ haberler:", Strength::Sure), ("ilgili yazı:", Strength::Sure), ("i̇lgili yazı:", Strength::Sure),
    ("i̇lgi̇li̇ yazi:", Strength::Sure), ("i̇lgili içerik:", Strength::Sure), ("i̇lgi̇li̇ i̇çeri̇k:", Strength::Sure),
    ("ayrıca okuyun:", Strength::Sure), ("ayrica okuyun:", Strength::Sure), ("ayrica bakiniz:", Strength::Sure),
    ("ayrıca bkz:", Strength::Likely), ("ayrıca bkz.:", Strength::Likely), ("bunu da okuyun:", Strength::Sure),
    ("bunları da okuyun:", Strength::Sure), ("bunlari da okuyun:", Strength::Sure), ("okumaya devam et:", Strength::Likely),
    ("okumaya devam edin:", Strength::Likely), ("bunlar da ilginizi çekebilir:", Strength::Sure),
    ("bu haber de ilginizi çekebilir:", Strength::Sure), ("bu haber de i̇lgi̇ni̇zi̇ çekebi̇li̇r:", Strength::Sure),
    ("bunlar da i̇lgi̇ni̇zi̇ çekebi̇li̇r:", Strength::Sure), ("i̇lginizi çekebilir:", Strength::Sure),
    ("i̇lgi̇ni̇zi̇ çekebi̇li̇r:", Strength::Sure), ("ilginizi çekebilir:", Strength::Sure), ("haberi oku:", Strength::Likely),
    ("haberin devamı:", Strength::Likely), ("haberi̇n devami:", Strength::Likely), ("oku:", Strength::Hint),
    ("okuyun:", Strength::Likely), ("mutlaka okuyun:", Strength::Likely), ("devamını oku:", Strength::Likely),
    ("önerilen haber:", Strength::Sure), ("öneri̇len haber:", Strength::Sure), ("önerilen:", Strength::Likely), ("benzer haber:", Strength::Sure), ("benzer haberler:", Strength::Sure),
    ("diğer haber:", Strength::Likely), ("konuyla ilgili:", Strength::Likely), ("i̇zleyin:", Strength::Likely), ("izle:", Strength::Hint),
    // Asian, Arabic, Persian, Urdu
    ("baca juga:", Strength::Sure), ("baca juga ", Strength::Hint), ("lihat juga:", Strength::Sure),
    ("xem thêm:", Strength::Sure), ("đọc thêm:", Strength::Sure), ("관련기사:", Strength::Sure),
    ("관련 기사:", Strength::Sure), ("관련기사 ", Strength::Likely), ("관련 기사 ", Strength::Likely),
    ("연관기사:", Strength::Sure), ("연관 기사:", Strength::Sure), ("이 기사와 함께 보면 좋은 기사:", Strength::Sure),
    ("관련뉴스:", Strength::Sure), ("관련 뉴스:", Strength::Sure), ("관련글:", Strength::Sure), ("관련 글:", Strength::Sure),
    ("함께 보면 좋은 기사:", Strength::Sure), ("추천기사:", Strength::Sure), ("추천 기사:", Strength::Sure), ("이전기사:", Strength::Sure),
    ("더 읽기:", Strength::Likely), ("함께 읽기:", Strength::Likely), ("관련 보도:", Strength::Sure), ("【関連記事】", Strength::Sure), ("関連記事：", Strength::Sure), ("関連記事:", Strength::Sure),
    ("■関連記事", Strength::Sure), ("【関連】", Strength::Likely), ("あわせて読みたい：", Strength::Sure), ("相关阅读：", Strength::Sure),
    ("延伸阅读：", Strength::Sure), ("延伸閱讀：", Strength::Sure), ("相关新闻：", Strength::Sure), ("相关阅读:", Strength::Sure),
    ("延伸阅读:", Strength::Sure), ("相关链接：", Strength::Sure), ("相關連結：", Strength::Sure), ("相关报道：", Strength::Sure), ("相关报道:", Strength::Sure), ("相关文章：", Strength::Sure),
    ("相关文章:", Strength::Sure), ("相关推荐：", Strength::Sure), ("推荐阅读：", Strength::Sure), ("推荐阅读:", Strength::Sure),
    ("更多阅读：", Strength::Sure), ("阅读更多：", Strength::Sure), ("拓展阅读：", Strength::Sure), ("热门推荐：", Strength::Sure),
    ("点击阅读：", Strength::Sure), ("更多新闻：", Strength::Sure), ("更多新聞：", Strength::Sure), ("相關新聞：", Strength::Sure),
    ("相關閱讀：", Strength::Sure), ("相關報導：", Strength::Sure), ("相關文章：", Strength::Sure), ("推薦閱讀：", Strength::Sure),
    ("閱讀更多：", Strength::Sure), ("看更多：", Strength::Likely), ("往期回顾：", Strength::Sure), ("猜你喜欢：", Strength::Sure),
    ("あわせて読みたい:", Strength::Sure), ("合わせて読みたい：", Strength::Sure), ("こちらもおすすめ：", Strength::Sure),
    ("おすすめ記事：", Strength::Sure), ("اقرأ أيضا:", Strength::Sure),
    ("اقرأ أيضاً:", Strength::Sure), ("إقرأ أيضاً:", Strength::Sure), ("بیشتر بخوانید:", Strength::Sure),
    ("यह भी पढ़ें:", Strength::Sure), ("ये भी पढ़ें:", Strength::Sure), ("یہ بھی پڑھیں:", Strength::Sure),
];

static LABEL: LazyLock<Starts> = LazyLock::new(|| Starts::new(labels()));

/// The labels with a colon, without it.
static BARE_LABELS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let bare =
        |(label, _): &(&'static str, Strength)| Some(label.strip_suffix([':', '：'])?.trim_end());
    LABELS.iter().filter_map(bare).collect()
});

pub(super) fn labels() -> Vec<&'static str> {
    LABELS.iter().map(|(label, _)| *label).collect()
}

/// Marks in front of a label.
const BULLETS: [char; 26] = [
    '(', '[', '>', '»', '•', '*', '-', '–', '—', '→', '►', '▶', ' ', '|', '▷', '☞', '■',
    '\u{FE0F}', '▲', '△', '◆', '◇', '●', '○', '※', '★',
];
/// What stands in the place of the colon behind a label.
const BARS: [char; 8] = ['|', '｜', '»', '→', '▶', '►', '>', '›'];
/// Labels that no sentence begins with, between two paragraphs.
const PLAIN: [&str; 2] = ["recommended:", "suggested:"];
/// Brackets around a label.
const OPENING: [char; 8] = ['[', '【', '〔', '［', '<', '(', '〈', '《'];
const CLOSING: [char; 8] = [']', '】', '〕', '］', '>', ')', '〉', '》'];
/// Bytes of a line that hold its label.
const LABEL_WINDOW: usize = 64;

/// Returns the words that a line with a label may begin with.
pub(super) fn openings() -> Vec<&'static str> {
    labels()
        .into_iter()
        .chain(HEADINGS.iter().copied())
        .collect()
}

/// Claims "READ MORE: headline".
pub(super) fn labelled(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > LONGEST || shown.len() < 8 {
        return;
    }
    let bare = shown.trim_start_matches(BULLETS);
    let Some((label, rest)) = label_of(bare) else {
        return claim_barred(page, index, bare, claims);
    };
    let (word, mut strength) = LABELS[label];
    let head = &bare[..bare.floor_char_boundary(48)];
    let shouted = ["MOR", "REA", "LEE", "LEG", "CIT", "À L", "A L"];
    if !head.contains([':', '：', '】', '>', '■'])
        && shouted.iter().any(|start| head.starts_with(start))
    {
        return;
    }
    let bracketed = shown.starts_with(['(', '[']) == shown.ends_with([')', ']'])
        || !shown.starts_with(['(', '[']);
    let plain = is_shouted(bare, word) || PLAIN.contains(&word);
    if strength == Strength::Hint && plain && is_between(page, index, rest) {
        strength = Strength::Likely;
    }
    if bracketed
        && links(rest, strength)
        && !rest.contains(" Hide Caption")
        && (strength == Strength::Sure || !is_among_fields(page, index))
    {
        claims.block_as(page, index, strength);
    }
}

/// Finds the label that a line begins with, and what stands behind it.
fn label_of(bare: &str) -> Option<(usize, &str)> {
    let label = LABEL.find(bare)?;
    let end = label_end(bare, LABELS[label].0)?;
    Some((label, bare[end..].trim()))
}

/// Finds where the letters of a label end in a text that may write them as capitals, of which some take more bytes.
fn label_end(bare: &str, label: &str) -> Option<usize> {
    let mut left = label.chars();
    for (at, c) in bare.char_indices() {
        if left.as_str().is_empty() {
            return Some(at);
        }
        for small in c.to_lowercase() {
            let expected = left.next();
            // A capital does not tell whether its small letter ends a word.
            if expected != Some(small) && (expected, small) != (Some('ς'), 'σ') {
                return None;
            }
        }
    }
    None
}

/// Claims "ALSO READ | headline", "[RELATED] headline" and "【延伸阅读】headline".
fn claim_barred(page: &Page<'_>, index: usize, bare: &str, claims: &mut Claims) {
    let bare = bare.trim_start_matches(OPENING);
    let shown = page.shown(index);
    let opened = shown[..shown.len() - bare.len()].contains(OPENING);
    let mark = |c: char| BARS.contains(&c) || (opened && CLOSING.contains(&c));
    let head = &bare[..bare.floor_char_boundary(LABEL_WINDOW)];
    let marked = || memchr3(b'|', b'>', b'-', head.as_bytes()).is_some();
    if head.is_ascii() && !opened && !marked() {
        return;
    }
    let dash = || {
        let mut dashes = head.match_indices(['–', '—', '-']);
        let apart = |at: usize, dash: &str| {
            head[..at].ends_with(' ') && head[at + dash.len()..].starts_with(' ')
        };
        dashes
            .find(|&(at, dash)| apart(at, dash))
            .map(|(at, _)| at - 1)
    };
    let Some(at) = head.find(mark).or_else(dash) else {
        return;
    };
    let (label, rest) = (head[..at].trim(), &bare[at..]);
    let apart = |c: char| mark(c) || c.is_whitespace() || matches!(c, '–' | '—' | '-' | ':' | '：');
    let rest = rest.trim_start_matches(apart);
    let several = label.contains(' ') || !label.is_ascii();
    let plain = several || (is_shouted(label, label) && is_between(page, index, rest));
    let worth = if rest.contains(' ') {
        Strength::Likely
    } else {
        Strength::Sure
    };
    let known = plain && is_label(label) && links(rest, worth);
    if known && !is_among_fields(page, index) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Tells whether words are a label without its colon, or head a list of links.
fn is_label(words: &str) -> bool {
    BARE_LABELS.contains(words.to_lowercase().as_str()) || super::is_heading(words)
}

/// Tells whether a label is written in capitals.
fn is_shouted(bare: &str, label: &str) -> bool {
    let head = &bare[..bare.floor_char_boundary(label.len())];
    head.chars().any(char::is_uppercase) && !head.chars().any(char::is_lowercase)
}

/// Tells whether a line interrupts running text with a headline, and names no verse.
fn is_between(page: &Page<'_>, index: usize, rest: &str) -> bool {
    let verse = rest.split_whitespace().any(|word| {
        word.split_once(':').is_some_and(|(chapter, verse)| {
            let digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
            digit(chapter) && digit(verse)
        })
    });
    !verse && rest.split_whitespace().count() >= SHORTEST_HEADLINE && interrupts_prose(page, index)
}

/// The rest reads as a headline: it begins with a capital and is no row of sentences.
fn links(rest: &str, strength: Strength) -> bool {
    let address = rest.starts_with("http");
    let several = has_seam(rest);
    let sentence = ends_sentence(rest) && rest.ends_with('.');
    !rest.is_empty()
        && (address || !starts_lower(rest))
        && !several
        && (strength == Strength::Sure || (!sentence && rest.split_whitespace().count() >= 2))
}

/// What opens a link in brackets between paragraphs.
#[rustfmt::skip]
pub(super) const REMARKS: &[&str] = &[
    "related", "related story", "related article", "read", "read more", "read also", "also read", "see also", "more",
    "watch", "see related", "story",
];

/// Claims "(related Headline of another story)".
pub(super) fn remarks(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let brackets = [('(', ')'), ('[', ']')];
    let inside = brackets
        .iter()
        .find_map(|&(open, close)| shown.strip_prefix(open)?.strip_suffix(close));
    let Some(inside) = inside.filter(|_| shown.len() <= LONGEST) else {
        return;
    };
    let mut words = inside.match_indices(' ').map(|(at, _)| at + 1);
    let Some(capital) = words.find(|&at| !starts_lower(&inside[at..])) else {
        return;
    };
    let label = inside[..capital].trim_end().to_lowercase();
    let headline = &inside[capital..];
    if REMARKS.contains(&label.as_str())
        && is_between(page, index, headline)
        && is_headline(headline)
    {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Claims ">> headline" lines.
pub(super) fn arrows(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(rest) = shown.strip_prefix(">>").or_else(|| shown.strip_prefix("»")) else {
        return;
    };
    let rest = rest.trim_start_matches('>').trim_start();
    let code =
        shown.starts_with(">>>") || rest.contains([';', '=', '{', '(']) && !rest.contains(' ');
    if !code && is_headline(rest) && !rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Words that open an editor's own remark in brackets.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "image", "photo", "figure", "screenshot", "table", "chart", "note", "editor", "update", "caption", "picture",
    "alt", "audio",
];

/// Claims "[Headline of another story]" between paragraphs, as news sites set their links.
pub(super) fn bracketed(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(inside) = shown
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return;
    };
    if index == 0 {
        return;
    }
    let words = inside.split_whitespace().count();
    let shaped = (5..=25).contains(&words)
        && !inside.contains(['[', ']'])
        && is_headline(inside)
        && !inside.ends_with(')');
    let lower = inside.to_lowercase();
    let noted = NOTES.iter().any(|note| lower.starts_with(note));
    let shaped = shaped && !noted && !inside.split_whitespace().any(is_domain);
    let speaks = ends_sentence(inside) && !inside.ends_with(['?', '’', '\'', '”']);
    let between = page
        .before(index)
        .is_some_and(|above| above.len() >= 60 && ends_sentence(above));
    if shaped && !speaks && between && page.after(index).is_none_or(|below| !starts_lower(below)) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Claims "Headline Read more", the flattened link of the Guardian.
pub(super) fn rich_links(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(title) = shown
        .strip_suffix(" Read more")
        .or_else(|| shown.strip_suffix(" Read More"))
    else {
        return;
    };
    let cut_off = title.ends_with("...") || title.ends_with('…') || title.ends_with('.');
    if (20..=180).contains(&title.len()) && !cut_off && !title.contains(". ") {
        claims.block_as(page, index, Strength::Likely);
    }
}
