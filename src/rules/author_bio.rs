use std::sync::LazyLock;

use crate::page::{Page, ends_sentence};
use crate::rule::{Claims, Rule, Strength, element, line, look, phrases};
use crate::rules::gate::Phrases;
use crate::rules::names::{is_domain, starts_name};

/// Blocks at the end of a page in which the author is introduced.
const END: usize = 14;
/// Longest introduction of an author, in bytes.
const LONGEST: usize = 1200;
/// Words of a name before the verb.
const NAME_WORDS: usize = 6;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "author-bio",
    summary: "who the author is and how to reach them",
    about: "Below the text sites introduce the author: \"X is a reporter at Y.\", \"Contact X at ..\", \"About the \
            author\". Only the end of a page counts, and only a person the text does not speak of; a story that \
            closes with what somebody does for a living stays.",
    topic: &["author bio", "about the author"],
    find: &[
        element(MARKS),
        phrases(ABOUT).likely().at_tail(),
        phrases(ABOUT).hint(),
        line(r"about (?:the )?authors? ?[:：-] ?.*").likely(),
        line(r"about (?-i:[A-SU-Z])[^ ]+(?: (?-i:[A-Z])[^ ]+){1,2}").hint().at_tail(),
        look(addresses).hint().at_tail(),
        line(r"(?:you can )?(?:contact|reach|email|e-mail|write to|follow|tweet) (?:the (?:author|writer|reporter)|him|her|them|me|(?-i:[A-Z])[^ ]+(?: (?-i:[A-Z])[^ ]+){0,3}) (?:at|on|via|by) .*").likely().at_tail(),
        line(r"(?:(?-i:[A-Z])[^ ]+ ){1,4}(?:can|may) be (?:reached|contacted|followed|emailed|found) (?:at|on|via|by) .*")
            .words(&["reached ", "ontacted ", "ollowed ", "mailed ", "e found "])
            .likely()
            .at_tail(),
        line(r"(?:works|worked|working|writes|currently works|studied|studies|lives) (?:at|for|as|in) .*(?:reach|contact|follow|email|@|\[email).*").likely().at_tail(),
        line(r"(?:view|see|read|more|all|older) (?:all )?(?:posts|articles|stories|posts written|columns)? ?(?:by|from) (?-i:[A-Z])[^.]*").likely().at_tail(),
        line(r"(?:my|his|her|their) (?:main |research )?(?:areas?|fields?) of (?:interest|expertise|research) (?:include|are|is|cover)[^.!?]*\.?").likely().at_tail(),
        look(introductions).likely().at_tail(),
        look(about_blocks).around(),
    ],
};

/// What author box plugins call their boxes.
const MARKS: &[&str] = &[
    ".saboxplugin-wrap",
    ".abh_box",
    ".pp-author-boxes-wrapper",
    ".author-bio",
    ".author-box",
    ".about-author",
    ".m-a-box",
];

/// The heading of the box, by language.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "about the author", "about author", "about the authors", "about the writer", "about the contributor",
    "author bio", "author information", "author profile", "meet the author", "über den autor", "über die autorin",
    "zum autor", "zur person", "über den verfasser", "à propos de l'auteur", "a propos de l'auteur", "l'auteur",
    "sobre el autor", "sobre la autora", "acerca del autor", "acerca de la autora", "sobre o autor",
    "sobre a autora", "sull'autore", "l'autore", "informazioni sull'autore", "over de auteur", "om författaren",
    "om forfatteren", "om skribenten", "tietoa kirjoittajasta", "o autorze", "o autorovi", "o autorce", "об авторе",
    "про автора", "за автора", "a szerzőről", "despre autor", "σχετικά με τον συντάκτη", "yazar hakkında",
    "o autoru", "عن الكاتب", "عن المؤلف", "درباره نویسنده", "על המחבר", "この記事を書いた人", "この記事を書いたライター", "著者について",
    "著者プロフィール", "投稿者プロフィール", "ライタープロフィール", "作者简介", "作者簡介", "关于作者", "關於作者", "글쓴이", "저자 소개", "về tác giả",
    "tentang penulis", "เกี่ยวกับผู้เขียน", "लेखक के बारे में",
];

/// Trades of those who write, in lower case.
#[rustfmt::skip]
const TRADES: &[&str] = &[
    "reporter", "writer", "editor", "journalist", "columnist", "correspondent", "author", "blogger", "contributor",
    "freelance", "producer", "publisher", "professor", "lecturer", "fellow", "analyst", "scholar", "researcher",
    "critic", "commentator", "founder", "co-founder", "activist", "teacher", "consultant", "attorney", "economist",
    "historian", "strategist", "director", "student", "pastor", "speaker", "host", "photographer", "redakteur",
    "redakteurin", "journalistin", "autor", "autorin", "periodista", "jornalista", "giornalista", "journaliste",
    "redacteur", "columnista", "colunista", "embed", "intern", "apprentice",
];

/// Verbs that follow the name in an introduction.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "is", "was", "covers", "writes", "reports", "works", "joined", "has", "contributes", "blogs", "edits", "teaches",
    "specializes", "lives", "ist", "schreibt", "arbeitet", "est", "écrit", "es", "escribe", "é", "escreve",
];

/// Claims "X is a reporter at Y." where the text never speaks of X.
fn introductions(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    for index in count.saturating_sub(END).max(1)..count {
        let shown = page.shown(index);
        if shown.len() > LONGEST || shown.len() < 25 {
            continue;
        }
        if let Some(name) = introduced(shown)
            && !is_spoken_of(page, index, name)
        {
            claims.block(page, index);
        }
    }
}

/// Returns the last name of the person whom a line introduces.
fn introduced(shown: &str) -> Option<&str> {
    let plain = |word: &str| starts_name(word) && !word.ends_with(':') && !is_pronoun(word);
    let (first, rest) = shown.split_once(' ')?;
    if !plain(first) || goes_on_in_lower_case(rest) {
        return None;
    }
    let words = || {
        shown
            .split(' ')
            .filter(|word| !word.is_empty() && !word.starts_with("(@"))
    };
    let named = words()
        .take_while(|word| plain(word) || is_particle(word))
        .take(NAME_WORDS + 1)
        .count();
    if !(2..=NAME_WORDS).contains(&named) {
        return None;
    }
    let mut words = words().skip(named - 1);
    let (name, verb) = (words.next()?, words.next()?);
    if !VERBS.contains(&verb) || !starts_name(name) {
        return None;
    }
    let lower = shown.to_lowercase();
    let head = &lower[..lower.floor_char_boundary(220)];
    let trade = head
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| {
            TRADES.contains(&word)
                || word
                    .strip_suffix('s')
                    .is_some_and(|one| TRADES.contains(&one))
        });
    let covers = matches!(
        verb,
        "covers" | "writes" | "reports" | "contributes" | "blogs" | "schreibt" | "edits"
    );
    let copula = matches!(verb, "is" | "was" | "has" | "ist" | "est" | "es" | "é");
    let next = words.next().unwrap_or_default().to_lowercase();
    let seems = !copula || ARTICLES.contains(&next.as_str()) || TRADES.contains(&next.as_str());
    ((trade && seems) || covers).then_some(name)
}

/// Tells whether the second word is none of a name; most lines are told by it.
fn goes_on_in_lower_case(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_lowercase()) && {
        let second = rest.split(' ').next().unwrap_or_default();
        !is_particle(second) && !is_domain(second)
    }
}

/// Tells whether a word begins a sentence about something else.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "It" | "He"
            | "She"
            | "This"
            | "That"
            | "The"
            | "There"
            | "They"
            | "We"
            | "I"
            | "You"
            | "A"
            | "An"
            | "In"
            | "Update"
            | "But"
            | "And"
    )
}

/// What follows "is" in an introduction.
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "a", "an", "the", "one", "currently", "also", "head", "been", "senior", "chief", "executive", "managing", "our",
    "associate", "assistant", "president", "co-author", "emeritus", "ein", "eine", "un", "une", "una", "um", "uma",
    "written", "covered", "worked",
];

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van" | "von" | "der" | "la" | "and" | "del" | "al" | "bin"
    )
}

/// Running text above speaks of the person; a line as short as a byline does not count.
fn is_spoken_of(page: &Page<'_>, index: usize, name: &str) -> bool {
    let name = name.trim_matches([',', '.', '(', ')']);
    (0..index).any(|above| {
        let shown = page.shown(above);
        shown.len() > 80 && shown.contains(name) && introduced(shown) != Some(name)
    })
}

/// Claims an address of electronic mail; below a sentence it is the author's.
fn addresses(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    for index in count.saturating_sub(END).max(1)..count {
        let shown = page.shown(index);
        if shown.len() > 80 || memchr::memchr(b'@', shown.as_bytes()).is_none() {
            continue;
        }
        let address = shown.split_whitespace().count() <= 3;
        let mail = shown.split_whitespace().any(|word| {
            word.split_once('@')
                .is_some_and(|(user, host)| !user.is_empty() && is_domain(host))
        });
        if address && mail {
            let above = page.before(index).unwrap_or_default();
            let signed = above.len() >= 60 && ends_sentence(above);
            claims.block_as(
                page,
                index,
                if signed {
                    Strength::Likely
                } else {
                    Strength::Hint
                },
            );
        }
    }
}

static HEADING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ABOUT.iter().copied()));

/// Claims what stands under "About the author" where nothing but a line or two follows.
fn about_blocks(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    for index in count.saturating_sub(4).max(1)..count {
        if !HEADING.has(page.shown(index)) {
            continue;
        }
        claims.block_as(page, index, Strength::Likely);
        for below in (index + 1)..count {
            let strength = if page.shown(below).len() <= LONGEST {
                Strength::Likely
            } else {
                Strength::Hint
            };
            claims.block_as(page, below, strength);
        }
    }
}
