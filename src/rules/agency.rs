use std::sync::LazyLock;

use crate::edit::Span;
use crate::page::{Page, Signs, ends_sentence};
use crate::rule::{Claims, Rule, Strength, each, line, phrases};
use crate::rules::gate::Starts;
use crate::rules::names::{agencies, are_names, is_agency, starts_name};

/// Longest line, in bytes, that lists who helped with a report.
const LONGEST: usize = 700;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "agency",
    summary: "who reported, edited and distributed a story",
    about: "News agencies close a story with \"(Reporting by X; Editing by Y)\", \"X contributed to this report.\", \
            a short code or their bare name. Datelines such as \"LONDON (Reuters) -\", and sentences about \
            reporting or about what contributed to a report, stay.",
    topic: &["news agency", "news agencies"],
    find: &[
        phrases(&[
            "our standards: the thomson reuters trust principles", "our standards: thomson reuters trust principles",
            "nuestros estándares: los principios de confianza de thomson reuters",
            "les normes de thomson reuters : les « trust principles » de thomson reuters",
            "unsere werte: die thomson reuters trust principles", "with news wire services",
            "from news wire services", "from wire reports", "from staff and wire reports",
            "compiled from wire services", "with wire services", "with agency inputs", "with inputs from agencies",
            "with agencies", "agencies",
        ]),
        line(r"[(\[]?(?:except for the headline, )?this (?:story|report|article|news) (?:has not been edited|has been published|is published|was published|is auto-?generated|was auto-?generated).*(?:syndicated|agency|wire) (?:feed|service|source).*"),
        line(r"[(\[]with (?:files|inputs?|additional reporting|reporting|agency inputs?|reports?|material|contributions?|information) (?:from|by) [^.;:]*[)\]]\.?"),
        line(r"[(\[](?:with|avec|mit|con|com|met|z|с|із) (?:the )?(?:associated press|ap|afp|reuters|dpa|efe|ansa|agencies|agences|agenturen|agencias|agências|inputs|wires?)[^.()]*[)\]]\.?"),
        line(r"[(\[](?:con información de|con informaciones de|com informações d[aoe]|avec les agences|mit material von|mit agenturmaterial|met medewerking van)[^()]*[)\]]\.?"),
        line(r"[a-z]{2,4}(?:/[a-z-]{2,7}){0,3} \((?:[a-z. ]{2,20}, ?){0,4}(?:afp|dpa|reuters|ap|kna|epd|sid|efe|rtr|dapd|apf)(?:, ?[a-z. ]{2,20}){0,3}\)")
            .signs(Signs::BRACKET)
            .up_to(120),
        line(r"(?:this )?(?:report|article|story) (?:by|from) (?:the )?(?:agence france-presse|afp|associated press|reuters|deutsche presse-agentur|voice of america)[^,;]*").likely().at_tail(),
        each(alone).signs(Signs::SLASH).starts(|| agencies().chain(PAPERS.iter().copied()).collect()).up_to(60).likely().at_tail(),
        each(desks).signs(Signs::BRACKET).starts(|| BARE_OPENINGS.to_vec()),
        each(contributed).words(&["ributed "]),
        each(with_files).starts(|| STARTS.to_vec()).up_to(240),
    ],
};

/// Claims agencies that stand alone after the text.
fn alone(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > 60 || index == 0 || index + 30 < page.blocks().len() {
        return;
    }
    let bare = shown.trim_matches([
        '(', ')', '[', ']', '（', '）', '【', '】', '-', '–', '—', ' ', '.', '/',
    ]);
    let mut parts = bare
        .split([',', '/', '|'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim);
    let first = parts.next().is_some_and(is_wire);
    let all = first && parts.all(|part| is_wire(part) || are_names(part, 3));
    if all || is_desk_code(bare) {
        let above = page.before(index).unwrap_or_default();
        let below_text = above.len() >= 45 || ends_sentence(above);
        claims.block_as(
            page,
            index,
            if below_text {
                Strength::Likely
            } else {
                Strength::Hint
            },
        );
    }
}

/// Papers whose stories others print, and agencies without a name.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "The Washington Post", "Washington Post", "The New York Times", "New York Times", "The Guardian",
    "Fairfax Media", "Tribune News Service", "Los Angeles Times", "Inter Press Service", "Agencies", "Agencias",
    "Agências", "Agences", "Agenturen", "news.com.au", "Telegraph, London", "Agenzie",
];

fn is_wire(part: &str) -> bool {
    is_agency(part) || PAPERS.contains(&part)
}

/// "bur-dk/pdw": the initials of an agency's desk.
fn is_desk_code(bare: &str) -> bool {
    let initials =
        |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    bare.contains('/') && bare.len() <= 20 && bare.split(['/', '-']).all(initials)
}

/// What a desk's note begins with, in lower case.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "(reporting by ", "(additional reporting by ", "(writing by ", "(editing by ", "(reporting and writing by ",
    "(with additional reporting by ", "(compiled by ", "(edited by ", "(reporting and editing by ",
    "(writing and editing by ", "(written by ", "(reporting from ", "(production by ", "(created by ",
    "(redacción de ", "(reporte de ", "(reportage de ", "(reportagem de ", "(bericht von ", "(editado por ",
    "(traducido por ", "(traducción de ", "(edição de ", "(editing di ", "(redigiert von ", "(edité par ",
    "(édité par ",
];

/// What a line begins with that is such a note without its bracket.
const BARE_OPENINGS: [&str; 4] = [
    "reporting by ",
    "additional reporting by ",
    "writing by ",
    "with additional reporting by ",
];

/// Claims "(Reporting by X; Editing by Y)", as a line or at the end of one.
fn desks(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(start) = desk_start(shown) else {
        return;
    };
    let block = page.blocks()[index].shown();
    if start == 0 {
        claims.block(page, index);
    } else if ends_sentence(shown[..start].trim_end()) {
        let kept = shown[..start].trim_end().len();
        claims.cut(Span::new(block.start + kept, block.end), index);
    }
}

/// Finds where the desk's note begins; it runs to the end of the line.
fn desk_start(shown: &str) -> Option<usize> {
    static BARE: LazyLock<Starts> = LazyLock::new(|| Starts::new(BARE_OPENINGS));
    static OPENING: LazyLock<Starts> = LazyLock::new(|| Starts::new(OPENINGS.iter().copied()));
    let opens = |at: &usize| OPENING.find(&shown[*at..]).is_some();
    if let Some(start) = memchr::memchr_iter(b'(', shown.as_bytes()).find(opens) {
        let closed = shown.trim_end_matches('.').ends_with([')', ']']);
        return (closed || is_unclosed(&shown[start..])).then_some(start);
    }
    BARE.find(shown)?;
    let names = &shown[shown.to_ascii_lowercase().find(" by ")? + 4..];
    let twice = ["diting by ", "riting by ", "; additional "]
        .iter()
        .any(|words| shown.to_ascii_lowercase().contains(words));
    let only = || shown.len() < 200 && are_names(names, 14);
    (starts_name(names) && shown.len() < LONGEST && (twice || only())).then_some(0)
}

/// A note that lost its closing bracket still names an editor.
fn is_unclosed(note: &str) -> bool {
    note.len() < LONGEST && note.to_ascii_lowercase().contains("diting by ")
}

const HELPED: [&str; 3] = [
    "contributed to this ",
    "contributed reporting",
    "contributed to the reporting",
];

/// Claims "X and Y contributed to this report.".
fn contributed(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let Some(at) = shown.find("contributed ") else {
        return;
    };
    let (who, what) = shown.split_at(at);
    if !HELPED.iter().any(|words| what.contains(words)) {
        return;
    }
    let report = ["report", "story", "article", "post", "piece", "reporting"];
    let named = report.iter().any(|word| {
        let rest = what
            .trim_start_matches("contributed to this ")
            .trim_start_matches("contributed to the ");
        let rest = rest.trim_start_matches("contributed ");
        rest.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['.', ')', ',']) || rest.starts_with(" from ")
        })
    });
    if named && shown.len() <= LONGEST && what.len() <= 90 && mostly_names(who) {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// At least half of the words are names.
fn mostly_names(who: &str) -> bool {
    let words = who.split_whitespace().count();
    let names = who
        .split_whitespace()
        .filter(|word| starts_name(word))
        .count();
    words > 0 && names * 2 >= words && who.starts_with(|c: char| !c.is_lowercase())
}

/// What a line begins with that names who helped, in lower case.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "with files from ", "with inputs from ", "with input from ", "with additional reporting by ",
    "with reporting by ", "additional reporting by ", "additional reporting: ", "contributing: ",
    "contributing reporters: ", "with reports from ", "with reporting from ", "con información de ",
    "com informações da ", "com informações de ", "com informações do ", "avec l'afp", "avec afp",
    "avec reuters", "mit material von ", "mit informationen von ", "con informazioni di ", "edited by ",
    "editing by ", "compiled by ", "theo reuters", "theo afp", "theo ap",
];

/// Claims "With files from X", "Additional reporting by X", "Contributing: X".
fn with_files(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    if shown.len() > 240 {
        return;
    }
    let bare = shown.trim_start_matches(['(', '[', '*', '-', '–', '—', '•', ' ']);
    static START: LazyLock<Starts> = LazyLock::new(|| Starts::new(STARTS.iter().copied()));
    let Some(start) = START.find(bare).map(|start| STARTS[start]) else {
        return;
    };
    let rest = bare
        .get(start.len()..)
        .unwrap_or_default()
        .trim_matches([' ', '.', ')', ']', ':']);
    if rest.is_empty() || rest == "agencies" || are_names(rest, 16) {
        let sure = !start.starts_with("ed") && !start.starts_with("compiled");
        claims.block_as(
            page,
            index,
            if sure {
                Strength::Likely
            } else {
                Strength::Hint
            },
        );
    }
}
