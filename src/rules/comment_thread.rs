//! Readers' comments printed after, or in the middle of, an article.

mod stamps;

use crate::page::Page;
use crate::rule::{Claims, Rule, each, line, look, phrases};

/// Bytes of running text that make what stands above a thread an article: a forum's thread is its content.
const ARTICLE: usize = 1500;
/// How much more the readers may say than the article: above that, what they say is the page.
const MOST_SAID: usize = 2;
/// Stamps that a weak heading needs below it.
const WEAK_NEEDS: usize = 2;
/// Most blocks between two stamps: a comment longer than this is no comment.
const LONGEST_COMMENT: usize = 12;
/// Blocks below the heading within which the first stamp stands.
const FIRST_STAMP: usize = 3;
/// Blocks after the last stamp that still belong to its comment.
const LAST_COMMENT: usize = 1;

pub(super) static RULE: Rule = Rule {
    id: "comment-thread",
    summary: "readers' comments under an article",
    about: "Blogs and newspapers print comments below a counted heading (\"3 thoughts on ..\") as a name, a time and \
            a text. They go from the heading to the end of the thread, and only where names and times follow one \
            another; an interview, a live blog and letters with their own heading stay.",
    topic: &[],
    find: &[
        look(claim_threads).around().likely(),
        line(PING).likely(),
        each(claim_stamps)
            .ends(|| stamps::ANSWERS.to_vec())
            .up_to(110)
            .hint(),
        phrases(ACTIONS).hint(),
    ],
};

/// Pings of other sites, which WordPress lists among the comments.
const PING: &str = concat!(
    r"(?:pingback|trackback|pingbacks?/trackbacks?|ping|spätné upozornenie|spätné odkazy|уведомление|παράθεμα|πίνγκμπακ|التنبيهات|تنبيه|פינגבק|פינגבאק|ピンバック|トラックバック|引用通告|핑백|geri bildirim|zpětný ping|notificação de retorno|trackback url) ?: ?[^?]*",
    r"|(?:pingbacks?|trackbacks?) ?(?:/|&|and) ?(?:pingbacks?|trackbacks?)(?: [^.?!]*)?",
);

/// Buttons of one comment.
#[rustfmt::skip] // Many to a row, by language.
const ACTIONS: &[&str] = &[
    "log in to reply", "report this comment", "report", "flag", "flag comment", "permalink", "reply to this comment", "in reply to", "like reply", "show replies", "view replies", "hide replies", "show more replies", "load more", "recommend", "recommended", "upvote", "downvote", "helpful", "show more comments", "view reply",
    "melden", "kommentar melden", "zum antworten anmelden", "signaler un abus", "signaler", "denunciar", "responder citar mensaje", "segnala", "melden als ongepast", "zgłoś", "zgłoś nadużycie", "nahlásit", "nahlásiť", "пожаловаться", "şikayet et", "anmäl", "rapporter", "通報", "通報する", "举报", "신고", "laporkan",
];

/// Tells whether a line is the name and time of a comment.
pub(super) fn is_stamp(shown: &str) -> bool {
    stamps::is_stamp(shown)
}

/// Tells whether a line heads comments, or ends them with the form.
pub(super) fn is_heading(shown: &str) -> bool {
    stamps::heading(shown).is_some() || stamps::is_end(shown)
}

/// What a line says of a thread.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Counts answers to something that it names.
    Strong,
    /// Says that comments follow.
    Weak,
}

/// Claims every heading with the stamped comments below it.
fn claim_threads(page: &Page<'_>, claims: &mut Claims) {
    let (mut index, mut prose) = (0, 0);
    while index < page.blocks().len() {
        prose += prose_bytes(page, index);
        let Some(end) = thread_below(page, index, prose) else {
            index += 1;
            continue;
        };
        let said: usize = (index..end).map(|at| prose_bytes(page, at)).sum();
        if said <= prose * MOST_SAID {
            (index..end).for_each(|at| claims.block(page, at));
        }
        index = end;
    }
}

/// Finds the end of a thread whose heading stands here, below that much running text.
fn thread_below(page: &Page<'_>, index: usize, prose: usize) -> Option<usize> {
    if prose < ARTICLE {
        return None;
    }
    let heading = stamps::heading(page.shown(index))?;
    thread_end(page, index, heading)
}

fn prose_bytes(page: &Page<'_>, index: usize) -> usize {
    if page.is_prose(index) {
        page.shown(index).len()
    } else {
        0
    }
}

/// Finds the block after the thread below a heading; none where no thread follows.
fn thread_end(page: &Page<'_>, heading_at: usize, heading: Heading) -> Option<usize> {
    let mut stamped = Vec::new();
    let mut last = heading_at;
    let mut index = heading_at + 1;
    while index < page.blocks().len() && index - last <= LONGEST_COMMENT {
        let shown = page.shown(index);
        if stamps::is_end(shown) {
            return enough(&stamped, heading).then_some(index);
        }
        if stamped.is_empty() && index - heading_at > FIRST_STAMP {
            return None;
        }
        if stamps::is_stamp(shown) {
            stamped.push(index);
            last = index;
        }
        index += 1;
    }
    enough(&stamped, heading).then(|| (last + LAST_COMMENT + 1).min(page.blocks().len()))
}

/// Claims the times of comments that carry the link to answer them.
fn claim_stamps(page: &Page<'_>, index: usize, claims: &mut Claims) {
    if stamps::is_answerable(page.shown(index)) {
        claims.block(page, index);
    }
}

fn enough(stamped: &[usize], heading: Heading) -> bool {
    match heading {
        Heading::Strong => !stamped.is_empty(),
        Heading::Weak => stamped.len() >= WEAK_NEEDS,
    }
}
