use std::sync::LazyLock;

use regex::Regex;

use super::php_error;
use crate::needles::Needles;
use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, look};

pub(super) static RULE: Rule = Rule {
    id: "php-trace",
    summary: "call stacks that follow PHP errors",
    about: "An uncaught exception of PHP is followed by \"Stack trace:\", numbered frames and \"thrown in\"; Xdebug \
            prints a table \"Call Stack\". Frames count by their shape, headings only beside frames or an error. \
            Traces that a sentence announces, and pages about debugging, stay.",
    topic: &[
        " php",
        "php error",
        "stack trace",
        "call stack",
        "error message",
        "debugging",
        "backtrace",
        "exception",
        "xdebug",
        "the error",
        "this error",
        "deprecated",
    ],
    find: &[
        look(find_traces).words(&WORDS).fills_pages(),
        look(find_numbered).signs(Signs::HASH).fills_pages(),
    ],
};

/// What a line is within a trace.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A frame or an ending: nothing else looks like this.
    Frame,
    /// "Stack trace:", "Call Stack": a heading only beside frames.
    Heading,
    /// A header of Xdebug's table.
    Header,
    /// A cell of Xdebug's table on a line of its own.
    Cell,
    /// Nothing of a trace.
    Other,
}

static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&[
        r"#[0-9]{1,3}:? +(?:\{main\}|\[internal function\]:? .*|(?:/|[A-Za-z]:[\\/]|phar:|\.\.\.|…)[^ ].*\([0-9]+\): .*|.*\.(?:php|inc|phtml|module)\([0-9]+\)(?:: .*)?)",
        r"#[0-9]{1,3} +.*\) called at \[.*:[0-9]+\]",
        r"(?:#[0-9]{1,3}:? .*\([0-9]+\): .*)?#[0-9]{1,3} \{main\}(?: +thrown in .*)?",
        r"thrown in .+ on line [0-9]+(?:<br ?/?>)?",
        r"Stack trace: ?#0 .*",
        r"[0-9]+ ?[0-9]+\.[0-9]{4} ?[0-9]{5,12} ?[^ ].*\(.*\) ?(?:\.\.\.|…|/|[A-Za-z]:\\)[^ ]*[:(][0-9]+\)?",
        r"[0-9]+\.[0-9]{4} +[0-9]{5,12} +[0-9]+\. .+\) [^ ]+:[0-9]+",
        r"Call [Ss]tack:? ?# ?Time ?Memory ?Function ?Location.*",
    ])
});
static HEADING: LazyLock<Regex> =
    LazyLock::new(|| compiled(&[r"(?:PHP )?Stack trace:?", r"Call [Ss]tack:?", r"Backtrace:"]));
static HEADER: LazyLock<Regex> =
    LazyLock::new(|| compiled(&[r"# ?Time ?(?:Memory ?)?Function ?Location"]));
static CELL: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&[
        r"[0-9]{1,3}",
        r"[0-9]+\.[0-9]{2,8}",
        r"[0-9]{5,12}",
        r"\{main\}\( ?\)",
        r"[A-Za-z_\\>:-]+\(.*\)?",
        r"(?:\.\.\.|…|/|[A-Za-z]:\\)[^ ]*[:(][0-9]+\)?",
        r"#",
        r"Time",
        r"Memory",
        r"Function",
        r"Location",
    ])
});

fn compiled(patterns: &[&str]) -> Regex {
    Regex::new(&format!("^(?:{})$", patterns.join("|"))).expect("a fixed pattern")
}

/// Words of traces, on pages without numbered frames too.
const WORDS: [&str; 3] = ["thrown in", "all Stack", "all stack"];

/// Claims traces on pages with a first frame and none of the words.
fn find_numbered(page: &Page<'_>, claims: &mut Claims) {
    static WORD: LazyLock<Needles> = LazyLock::new(|| Needles::new(&WORDS));
    let text = page.looked_at().as_bytes();
    let numbered = |at: usize| matches!(text.get(at + 1), Some(b'0' | b'1'));
    if memchr::memchr_iter(b'#', text).any(numbered) && !WORD.occur(page.looked_at()) {
        find_traces(page, claims);
    }
}

fn find_traces(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    let mut index = 0;
    while index < count {
        let end = run_end(page, index);
        if end > index && is_trace(page, index, end) {
            (index..end).for_each(|part| claims.block(page, part));
        }
        index = end.max(index + 1);
    }
}

/// End of the run of trace lines that starts at `index`.
fn run_end(page: &Page<'_>, index: usize) -> usize {
    let mut table = false;
    (index..page.blocks().len())
        .find(|&at| match part(page.shown(at)) {
            Part::Other => true,
            Part::Cell => {
                let opens = page.shown(at) == "#" && page.after(at) == Some("Time");
                table |= opens;
                !table
            }
            Part::Header => {
                table = true;
                false
            }
            Part::Frame | Part::Heading => false,
        })
        .unwrap_or(page.blocks().len())
}

/// Tells whether a run of trace lines is one: it has frames or a table, or an error above and a heading.
fn is_trace(page: &Page<'_>, start: usize, end: usize) -> bool {
    let frames = (start..end).any(|at| matches!(part(page.shown(at)), Part::Frame | Part::Header))
        || (start..end).any(|at| page.shown(at) == "Location");
    let first = (0..start)
        .rev()
        .find(|&above| !php_error::is_error(page.shown(above)))
        .map_or(0, |above| above + 1);
    (frames || first < start) && !php_error::is_announced(page, first)
}

fn part(line: &str) -> Part {
    if FRAME.is_match(line) {
        Part::Frame
    } else if HEADER.is_match(line) {
        Part::Header
    } else if HEADING.is_match(line) {
        Part::Heading
    } else if CELL.is_match(line) {
        Part::Cell
    } else {
        Part::Other
    }
}
