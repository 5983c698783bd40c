//! Tags, categories and keywords of a post.

use crate::page::{Page, Signs, ends_sentence};
use crate::rule::{Claims, Rule, each, element, line, phrases};

pub(super) static RULE: Rule = Rule {
    id: "tag-list",
    summary: "tags, categories and keywords of a post",
    about: "Blog software closes a post with \"Filed under:\", \"Posted in\", \"Tags:\", \"Labels:\" and what they \
            hold, on the line or on the next ones. A sentence that begins with such a word, a list of topics in \
            the text and a glossary stay.",
    topic: &["hashtags", "tagging", "meta tags", "html tag", "tag cloud"],
    find: &[
        element(MARKS),
        line(FILED),
        line(TAGS).likely(),
        line(TOPICS).likely().at_tail(),
        line(POSTED_IN).likely().at_tail(),
        line(HASHTAGS).likely().at_tail(),
        line(HASHTAGS).hint(),
        each(opened)
            .signs(Signs::COLON.or(Signs::WIDE))
            .up_to(LONGEST_TAG + COLON)
            .likely()
            .at_tail(),
        each(last)
            .starts(|| BARE.to_vec())
            .up_to(60)
            .likely()
            .at_tail(),
        phrases(LABELS).hint(),
    ],
};

/// What WordPress calls its clouds of tags.
const MARKS: &[&str] = &[".tagcloud", ".tag-cloud", ".wp-block-tag-cloud"];

/// The footer of classic WordPress themes and of Movable Type, which no sentence looks like.
const FILED: &str = concat!(
    r"(?:this (?:entry|post|article) (?:was|is) )?(?:filed|posted|published|listed|archived) (?:under|in|on .{4,40} in)(?: categories)?:? [^.!?]*\| ?(?:tagged|tags|[0-9]+ comments?|no comments|comments|leave a|permalink|edit|with)[^!?]*",
    r"|filed under: ?[^!?]*|filed under [^.!?]*|this (?:entry|post) (?:was|is) (?:posted|filed|tagged|published)[^!?]* (?:bookmark the permalink|and tagged|by [^ ]+ in|and is filed under|permalink)[^!?]*|bookmark the permalink\.?",
    r"|tagged (?:as|with|under|in)?:? ?[^.!?]*\| ?(?:[0-9]+ comments?|leave a|permalink|comments)[^!?]*|topics: #.*tags:.*",
    r"|(?:veröffentlicht|verschlagwortet|abgelegt|geschrieben) (?:in|unter|am .{4,30} in)[^.!?]*(?:\||verschlagwortet|schlagwörter|getaggt|kommentar|permalink)[^!?]*|(?:dieser (?:eintrag|beitrag) wurde|ce contenu a été publié|cette entrée a été publiée|esta entrada (?:fue|ha sido) publicada|questa voce è stata pubblicata|esta entrada foi publicada|este artigo foi publicado|dit bericht werd geplaatst|запись опубликована|ten wpis został opublikowany)[^?]*",
);

/// A word that only stands for tags, a colon, a list: no sentence after it.
const TAGS: &str = concat!(
    r"(?:tags?|tagged|tagged (?:with|as|under|in)|article tags|post tags|categories and tags|labels|filed (?:in|to)|schlagw[oö]rte?r?|schlagworte|étiquettes?|etiquetas?|etiquetado (?:como|con)|etichette|marcadores|trefwoorden|tagi|štítky|теги|метки|тэги|позначки|мітки|етикети|ознаке|etiketler|taggar|címkék|cimkék|etichete|ετικέτες|タグ|标签|標籤|태그|thẻ|từ khóa|tag terkait|وسوم|الوسوم|תגיות|برچسب‌ها)",
    r" ?[:：] ?[^.:!?。]*",
);

/// A word that also opens lists of the text, so only after it.
const TOPICS: &str = concat!(
    r"(?:categor(?:y|ies)|topics|related topics|keywords?|key ?words|subjects?|more (?:in|on|about)|in this (?:article|story)|kategorien?|stichw[oö]rte?r?|themen|catégories?|mots[- ]clés|mots[- ]clefs|thèmes|sujets|rubriques?|categorías?|palabras clave|temas|archivado en|categorie|parole chiave|argomenti|archiviato in|categorias?|assuntos|palavras-chave|arquivado em|categorieën|onderwerpen|kategorie|etykiety|słowa kluczowe|tematy|rubriky|klíčová slova|témata|značky|kategórie|kľúčové slová|рубрики?|категори[ия]|ключевые слова|темы|категорії|ключові слова|рубрика|категории|kategori(?:ler)?|anahtar kelimeler|etiketter|nyckelord|kategorier|ämnen|emner|emneord|stikord|nøgleord|stikkord|avainsanat|asiasanat|aiheet|kategóriák?|kulcsszavak|categorii|cuvinte cheie|κατηγορ[ίι][αε]ς?|カテゴリー?|キーワード|テーマ|ジャンル|分类|关键词|關鍵字|分類|카테고리|키워드|chủ đề|chuyên mục|label|topik|kata kunci|كلمات مفتاحية|تصنيفات|التصنيفات|קטגוריות)",
    r" ?[:：] ?[^.:!?。]*",
);

/// Without a colon, so only after the text.
const POSTED_IN: &str = r"(?:posted in|filed in|categorized(?: as| in)?|tagged(?: as| with)?|publicado en|publicado em|pubblicato in|publié dans|veröffentlicht in|veröffentlicht unter|geplaatst in|opublikowano w|zařazeno do|рубрика|опубликовано в|yayınlandı|publicerat i|publisert i|написано в|posted under|in categories) [^.:!?]*\.?";

/// A line of hashtags or of tags with a mark before each.
const HASHTAGS: &str =
    r"(?:tags?:? ?)?#[^ #,]+(?:(?: [^ #,]+){0,2}[ ,]+#[^ #,]+(?: [^ #,]+){0,2})+";

/// Labels that stand alone; what they hold follows on the next lines.
#[rustfmt::skip] // Many to a row, by language.
const LABELS: &[&str] = &[
    "tags", "tag", "tagged", "tagged with", "filed under", "posted in", "filed in", "topics", "related topics", "labels", "categories", "category", "keywords", "article tags", "post tags", "more on this topic", "explore more topics", "in this story", "themen", "schlagwörter", "schlagworte", "stichworte", "stichwörter", "kategorie", "kategorien", "mehr zum thema", "étiquettes", "mots-clés", "thèmes", "catégories", "catégorie", "sujets", "sur le même thème",
    "etiquetas", "temas", "temas relacionados", "categorías", "categoría", "palabras clave", "archivado en", "argomenti", "categorie", "etichette", "assuntos", "tópicos", "categorias", "marcadores", "trefwoorden", "onderwerpen", "categorieën", "tagi", "kategorie artykułu", "tematy", "słowa kluczowe", "štítky", "témata", "rubriky", "klíčová slova", "теги", "метки", "рубрики", "темы", "ключевые слова", "позначки", "мітки", "категорії", "етикети",
    "etiketler", "kategoriler", "anahtar kelimeler", "taggar", "ämnen", "kategorier", "emner", "stikord", "stikkord", "emneord", "avainsanat", "aiheet", "címkék", "kategóriák", "etichete", "categorii", "ετικέτες", "κατηγορίες", "タグ", "カテゴリー", "カテゴリ", "キーワード", "テーマ", "关键词", "标签", "標籤", "分类", "태그", "카테고리", "từ khóa", "thẻ", "chủ đề", "topik", "kata kunci", "الوسوم", "وسوم", "תגיות",
];

/// Labels that can only be a list of tags, once lower-cased and without the colon.
#[rustfmt::skip] // Many to a row, by language.
const OPENERS: &[&str] = &[
    "tags", "filed under", "article tags", "post tags", "tagged", "tagged with", "labels", "schlagwörter", "schlagworte", "étiquettes", "etiquetas", "mots-clés", "marcadores", "tagi", "štítky", "теги", "метки", "etiketler", "taggar", "címkék", "タグ", "标签", "태그", "từ khóa", "الوسوم", "topics", "keywords", "related topics", "categories",
];
/// Labels that, below the last line of a text, have lost their tags.
#[rustfmt::skip]
const BARE: &[&str] = &[
    "tags", "tagged", "filed under", "schlagwörter", "étiquettes", "etiquetas", "mots-clés", "marcadores", "tagi",
    "štítky", "теги", "метки", "etiketler", "taggar", "címkék", "タグ", "标签", "태그", "từ khóa", "الوسوم",
];
/// Longest tag, in bytes.
const LONGEST_TAG: usize = 48;
/// Bytes of the longer of the two colons.
const COLON: usize = '：'.len_utf8();
/// Longest line of several tags, in bytes.
const LONGEST_LIST: usize = 240;
/// Most lines of tags below a label.
const MOST_TAGS: usize = 12;

/// Claims a label that ends in a colon with the tags on the next lines.
fn opened(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if is_opener(page.shown(index)) {
        claim_list(page, index, claims);
    }
}

/// Claims a label that closes the page.
fn last(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let closes = index > 1 && index + 1 == page.blocks().len();
    if closes && BARE.contains(&crate::fold::fold(page.shown(index)).as_str()) {
        claims.block(page, index);
    }
}

fn claim_list(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let tags = (index + 1..page.blocks().len())
        .take_while(|&at| is_tag(page, at) && !(at > index + 1 && page.gap_before(at)))
        .count();
    if tags == 0 || tags > MOST_TAGS {
        return;
    }
    for at in index..=index + tags {
        claims.block(page, at);
    }
}

fn is_opener(shown: &str) -> bool {
    let Some(label) = shown.strip_suffix([':', '：']) else {
        return false;
    };
    label.len() <= LONGEST_TAG && OPENERS.contains(&label.trim().to_lowercase().as_str())
}

/// Short words without a sentence's end, or a list with commas.
fn is_tag(page: &Page<'_>, index: usize) -> bool {
    let shown = page.shown(index);
    let listed = shown.len() <= LONGEST_LIST && shown.contains([',', '、', '|', '#']);
    let short = shown.len() <= LONGEST_TAG && shown.split_whitespace().count() <= 5;
    (listed || short)
        && !ends_sentence(shown)
        && !shown.ends_with(':')
        && !shown.starts_with(['"', '“', '«', '-', '*'])
}
