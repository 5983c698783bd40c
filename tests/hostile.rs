//! Hostile inputs at small scale: what comes of them. `cargo xtask hostile` measures the same in full size.

use undross::outcome::Status;
use undross::record::Record;
use undross::{Capture, Plan, diff, process};

use crate::laws::assert_lawful;
use inputs::{Fate, HONEST, HOSTILE, Hostile};

mod inputs;

/// Bytes of an input: above every limit on lines and samples in the source.
const SMALL: usize = 24 << 10;

#[test]
fn hostile_inputs_keep_every_law() {
    let plan = Plan::default();
    for hostile in HOSTILE {
        assert!(
            SMALL < hostile.full,
            "{} is measured in small",
            hostile.name
        );
        let capture = Capture::of_bytes(hostile.name, hostile.make(SMALL));
        assert_lawful(&capture, &plan);
    }
}

#[test]
fn honest_sentences_survive_hostile_company() {
    let plan = Plan::default();
    let wrong: Vec<String> = HOSTILE
        .iter()
        .filter_map(|hostile| wrong_fate(hostile, &plan))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Says what is wrong with what became of an input.
fn wrong_fate(hostile: &Hostile, plan: &Plan) -> Option<String> {
    let capture = Capture::of_bytes(hostile.name, hostile.make(SMALL));
    let outcome = process(&capture, plan);
    if let Status::Failed(_) = outcome.status() {
        return (!outcome.removals().is_empty())
            .then(|| format!("{}: failed, and yet something is removed", hostile.name));
    }
    let text = outcome.text();
    let surviving = match hostile.fate {
        Fate::Walled => &HONEST[..1],
        _ => &HONEST[..],
    };
    if let Some(lost) = surviving.iter().find(|honest| !text.contains(*honest)) {
        return Some(format!("{}: lost {lost:?}", hostile.name));
    }
    let wrong = match hostile.fate {
        Fate::Whole => !outcome.removals().is_empty(),
        Fate::Bare => {
            text != format!(
                "{}
",
                HONEST.join(
                    "

"
                )
            )
        }
        Fate::Any | Fate::Walled => false,
    };
    wrong.then(|| {
        let diff: String = diff::unified(&outcome, "now").chars().take(300).collect();
        format!(
            "{}: should come out {:?}\n{diff}",
            hostile.name, hostile.fate
        )
    })
}

#[test]
fn nothing_at_all_is_an_outcome_too() {
    let plan = Plan::default();
    for bytes in [&b""[..], b"\n", b"\xEF\xBB\xBF", b"\xFF\xFE", b" ", b"\0"] {
        let capture = Capture::of_bytes("nothing", bytes);
        let outcome = process(&capture, &plan);
        assert!(outcome.removals().is_empty(), "{bytes:?}");
        let record = Record::new(&capture, &outcome, &plan);
        assert_eq!(
            record.restore(&outcome.text()).as_deref(),
            Some(outcome.page().text()),
            "{bytes:?}"
        );
    }
}

#[test]
fn bytes_without_text_are_called_binary() {
    let plan = Plan::default();
    let picture: Vec<u8> = (0..40_000_u32).map(|at| ((at * 7919) >> 3) as u8).collect();
    for bytes in [vec![0; 10_000], picture] {
        let capture = Capture::of_bytes("binary", bytes);
        let outcome = process(&capture, &plan);
        assert!(matches!(outcome.status(), Status::Failed(_)));
        assert!(outcome.removals().is_empty() && outcome.rewrites().is_empty());
    }
}
