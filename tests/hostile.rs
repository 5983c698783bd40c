//! Hostile inputs at small scale: what comes of them. `cargo xtask hostile` measures the same in full size.

use undross::capture::Kind;
use undross::outcome::Status;
use undross::record::Record;
use undross::{Capture, Plan, diff, process};

use crate::laws::assert_lawful;
use inputs::{Fate, HONEST, HOSTILE, Hostile};
use pages::PAGES;

mod inputs;
mod pages;

/// Bytes of an input: above every limit on lines and samples in the source.
const SMALL: usize = 24 << 10;

#[test]
fn hostile_inputs_keep_every_law() {
    let plan = Plan::default();
    for hostile in HOSTILE.iter().chain(PAGES) {
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
        .chain(PAGES)
        .filter_map(|hostile| wrong_fate(hostile, &plan))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Says what is wrong with what became of an input.
fn wrong_fate(hostile: &Hostile, plan: &Plan) -> Option<String> {
    let is_page = matches!(hostile.fate, Fate::Page | Fate::Unseen);
    let capture = Capture {
        kind: if is_page { Kind::Html } else { Kind::Auto },
        ..Capture::of_bytes(hostile.name, hostile.make(SMALL))
    };
    let outcome = process(&capture, plan);
    if let Status::Failed(_) = outcome.status() {
        return (!outcome.removals().is_empty())
            .then(|| format!("{}: failed, and yet something is removed", hostile.name));
    }
    let text = match hostile.fate {
        Fate::Page | Fate::Unseen => outcome.page().text().to_owned(),
        _ => outcome.text(),
    };
    let surviving = match hostile.fate {
        Fate::Walled | Fate::Unseen => &HONEST[..1],
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
        Fate::Page | Fate::Unseen => outcome.page().kind() != "html",
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
    let noise = random_bytes(3 << 20);
    let mut marked = b"\xFF\xFE".to_vec();
    marked.extend_from_slice(&noise[..40_000]);
    let mut elf = b"\x7FELF\x02\x01\x01".to_vec();
    elf.resize(64, 0);
    let mut object = [0; 64];
    object[..20]
        .copy_from_slice(b"\xCF\xFA\xED\xFE\x07\0\0\x01\x03\0\0\0\x02\0\0\0\x10\x12\x05\x19");
    let png = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01".to_vec();
    let gzip = b"\x1F\x8B\x08\0\0\0\0\0\0\x03".to_vec();
    let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".to_vec();
    for bytes in [
        noise,
        marked,
        elf,
        object.to_vec(),
        png,
        gzip,
        pdf,
        vec![0; 10_000],
    ] {
        let (head, outcome) = (bytes[..10].to_owned(), status(bytes));
        assert!(
            matches!(outcome, Status::Failed(_)),
            "{}",
            head.escape_ascii()
        );
    }
}

#[test]
fn text_with_odd_bytes_stays_text() {
    let line = "Η ζωή είναι ωραία, and a line in English.\n";
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut marked = b"\xFF\xFE".to_vec();
    marked.extend::<Vec<u8>>(wide(line));
    let mut padded = line.as_bytes().to_vec();
    padded.resize(9_000, 0);
    let shifted = "\x1B$)C\n\x0E0!\x0F a \x0E0!\x0F b \x0E0!\x0F c\n".into();
    let manual = "N\x08NA\x08AM\x08ME\x08E\n    ls - list directory contents\n".into();
    let bell = b"Done.\x07\x1A".to_vec();
    let colours = "\x1B[31mred\x1B[0m ".repeat(400).into();
    for bytes in [wide(line), marked, padded, shifted, manual, bell, colours] {
        let head: Vec<u8> = bytes.iter().copied().take(40).collect();
        assert_eq!(status(bytes), Status::Ok, "{}", head.escape_ascii());
    }
}

fn status(bytes: Vec<u8>) -> Status {
    let plan = Plan::default();
    let capture = Capture::of_bytes("bytes", bytes);
    let outcome = process(&capture, &plan);
    if let Status::Failed(_) = outcome.status() {
        assert!(outcome.removals().is_empty() && outcome.rewrites().is_empty());
    }
    outcome.status().clone()
}

/// Returns bytes without a pattern, always the same ones.
fn random_bytes(count: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(count).collect()
}
