mod headings;
mod one_liners;

use std::sync::LazyLock;

use crate::page::{Page, Signs, ends_sentence, starts_lower};
use crate::rule::{Claims, Rule, Strength, each, element, line, look, phrases};
use crate::rules::dates::is_date;
use crate::rules::gate::Phrases;
use headings::HINTS;
use one_liners::REMARKS;

pub(super) use headings::HEADINGS;

/// Headlines that go with a heading between paragraphs.
const INSIDE: usize = 12;
/// Headlines that go with a heading after the text.
const AFTER: usize = 25;
/// Headlines for which one paragraph above is enough.
const FEW: usize = 6;
/// Bytes of a headline.
const HEADLINE: std::ops::RangeInclusive<usize> = 12..=170;
/// Bytes up to which a line right before running text is rather its subheading.
const SUBHEADING: usize = 45;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "related",
    summary: "links to other stories",
    about: "News systems print \"Related\", \"Most popular\" or \"More from X\" and a few headlines between the \
            paragraphs or below them, or one headline behind \"READ MORE:\". Sentences, subheadings right before \
            their text, and \"most popular\" in a sentence stay.",
    topic: &["related articles", "most popular articles"],
    find: &[
        element(MARKS),
        phrases(HEADINGS).likely(),
        phrases(HINTS).hint(),
        line(r"(?:more|also|other (?:stories|articles|posts)|older (?:stories|articles|posts)|recent (?:stories|articles|posts)|latest) (?:from|by) (?-i:[A-Z])[^.!?]*:?").likely(),
        line(r"(?-i:MORE|RELATED|READ|LATEST|TRENDING) (?-i:STORIES|COVERAGE|NEWS|ARTICLES|CONTENT|HEADLINES|TOPICS|VIDEOS|LINKS|POSTS|READING)(?: (?:about|on|from|in) .*)?:?").likely(),
        line(r"(?-i:MORE ON|MORE FROM|MORE IN) [^a-z]+:?").likely(),
        look(lists).around(),
        each(one_liners::labelled).starts(one_liners::openings).up_to(one_liners::LONGEST),
        each(one_liners::remarks).starts(|| REMARKS.to_vec()).up_to(one_liners::LONGEST),
        each(one_liners::arrows).signs(Signs::ANGLE.or(Signs::LATIN)),
        each(one_liners::bracketed).signs(Signs::SQUARE),
        each(one_liners::rich_links).ends(|| vec!["more"]),
    ],
};

/// What Jetpack, YARPP, Outbrain, Taboola and others call their lists.
const MARKS: &[&str] = &[
    ".jp-relatedposts",
    "#jp-relatedposts",
    ".yarpp",
    ".yarpp-related",
    ".crp_related",
    ".OUTBRAIN",
    ".trc_related_container",
    ".related-posts",
    ".relatedposts",
    "#related-posts",
    ".related-articles",
    ".related-stories",
    ".related-post",
    ".related-content",
    ".recommended-articles",
    ".zergnet-widget",
    ".rp4wp-related-posts",
];

/// Claims the headlines under a heading.
fn lists(page: &Page<'_>, claims: &mut Claims) {
    let last = (0..page.blocks().len())
        .rev()
        .find(|&index| page.is_prose(index));
    let (mut index, mut above, mut counted) = (0, 0, 0);
    while index < page.blocks().len() {
        index += 1;
        if !is_heading(page.shown(index - 1)) {
            continue;
        }
        above += (counted..index).filter(|&at| page.is_prose(at)).count();
        counted = index;
        let listed = page.blocks().len() > index && is_listed(page.shown(index));
        if above > 0 && listed {
            let end = list_end(page, index, last);
            // Without running text above, the headlines are the content, as on a front page.
            if end - index <= FEW || above > 1 {
                (index..end).for_each(|at| claims.block_as(page, at, Strength::Likely));
                (index, counted) = (end, end);
            }
        }
    }
}

fn is_listed(shown: &str) -> bool {
    is_headline(shown) || is_furniture(shown)
}

/// Tells whether a line heads links to other stories.
pub(super) fn is_heading(shown: &str) -> bool {
    if shown.len() > 60 {
        return false;
    }
    if matches!(
        shown,
        "MORE:" | "More:" | "Read more:" | "Read More:" | "READ MORE:" | "MORE" | "Read also"
    ) {
        return true;
    }
    HEADING.has(shown)
        || (may_be_more(shown)
            && crate::fold::fold(shown).starts_with("more from ")
            && !ends_sentence(shown))
}

/// A letter of "more" is as much as folding keeps of it.
fn may_be_more(shown: &str) -> bool {
    memchr::memchr2(b'm', b'M', shown.as_bytes()).is_some()
}

static HEADING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(HEADINGS.iter().copied()));

/// Returns the block after the last headline of a list; `last` is the page's last running text.
fn list_end(page: &Page<'_>, start: usize, last: Option<usize>) -> usize {
    let mut end = start;
    while end < page.blocks().len() && end - start < AFTER && is_listed(page.shown(end)) {
        end += 1;
    }
    if last.is_none_or(|last| last < end) {
        return end;
    }
    if end - start > INSIDE {
        return start;
    }
    let apart = end > start && (page.gap_before(end - 1) || !page.gap_before(start - 1));
    let doubtful = apart && page.shown(end - 1).len() <= SUBHEADING && page.is_prose(end);
    end - usize::from(doubtful)
}

/// A line of a headline's length that is no sentence, no list item and no quotation.
pub(super) fn is_headline(shown: &str) -> bool {
    HEADLINE.contains(&shown.len())
        && (!ends_sentence(shown)
            || shown.ends_with(['?', '؟', '!', '…', '\'', '’', '"', '”', ')']))
        && !shown.ends_with([':', ','])
        && !starts_lower(shown)
        && !shown.starts_with(['•', '*', '-', '#', '|'])
        && !has_seam(shown)
}

/// A full stop after a whole word stands inside: two sentences.
pub(super) fn has_seam(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit([' ', '.']).next().unwrap_or_default();
        word.len() > 3 && word.chars().any(char::is_lowercase)
    })
}

/// Lines between the headlines of a list: a date, a duration, an author.
fn is_furniture(shown: &str) -> bool {
    let clock = shown.len() <= 5 && shown.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let author = shown.len() <= 40 && (shown.starts_with("By ") || shown.starts_with("by "));
    clock || author || is_date(shown)
}
