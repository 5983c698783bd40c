use crate::edit::Span;
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, each, line, phrases};

/// Bytes of words that may stand before the copied address: a label and a headline.
const LABELLED: usize = 260;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "tynt",
    summary: "what copy-and-paste trackers add to copied text",
    about: "Tynt (33Across), AddThis and the Financial Times append \"Read more: title URL#ixzz..\" to whatever a \
            reader copies. An address inside a sentence keeps all but the tracker's hash.",
    topic: &["tynt", "addthis", "#ixzz"],
    find: &[
        phrases(&["please share this article with others using the link below, do not cut & paste the article"]),
        line(r"high quality global journalism requires investment\. please share this article.*"),
        line(r"please use the sharing tools found via the .* (?:button|icon)s? at the top or side of articles.*"),
        line(r"if you wish to print this article, please use the print icon.*"),
        line(r"(?:- )?see more at: ?https?://[^ ]+"),
        each(hashes).signs(Signs::HASH),
    ],
};

/// What the script puts before its numbers.
const HASHES: [&str; 2] = ["#ixzz", "#sthash"];

/// Claims lines that end in a tracked address, and the hash of one inside a sentence.
fn hashes(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(hash) = HASHES.iter().filter_map(|hash| shown.find(hash)).min() else {
        return;
    };
    let end = shown[hash..]
        .find([' ', '\u{A0}', ')', '"', '<'])
        .map_or(shown.len(), |length| hash + length);
    let address = shown[..hash].rfind("http").unwrap_or(0);
    if is_label(shown[..address].trim()) && is_follow_line(&shown[end..]) {
        claims.block(page, index);
        return;
    }
    let start = page.blocks()[index].shown().start;
    claims.cut(Span::new(start + hash, start + end), index);
}

/// "Read more:" and a headline, in the languages of the script, or nothing.
fn is_label(before: &str) -> bool {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "read more", "see more", "more at", "more:", "learn more", "source", "via", "from", "lire la suite",
        "lire plus", "en savoir plus", "leer más", "ver más", "leia mais", "veja mais", "weiterlesen", "mehr",
        "leggi", "lees meer", "подробнее", "читать", "czytaj", "devamı", "続きを読む", "original", "full story",
        "full article", "follow us",
    ];
    let lower = before
        .trim_start_matches(['-', '–', '—', '>', '»', '*', '(', '[', ' '])
        .to_lowercase();
    lower.is_empty()
        || (lower.len() <= LABELLED && LABELS.iter().any(|label| lower.starts_with(label)))
}

/// Nothing of its own stands after the address: its bracket, or "Follow us: @x on Twitter".
fn is_follow_line(after: &str) -> bool {
    let after = after.trim_matches([' ', ')', ']', '.']).to_lowercase();
    after.is_empty()
        || after.starts_with("follow us")
        || after.starts_with("under creative commons")
}
