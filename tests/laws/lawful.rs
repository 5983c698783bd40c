//! What holds for the outcome of every capture; the fuzz targets hold random input to it too.

use undross::diff::places::places;
use undross::edit::{Edit, Span};
use undross::html::Limits;
use undross::record::Record;
use undross::{Capture, Outcome, Plan, Settings, diff, process};

use super::replay::{apply, unpatch};

/// Checks what holds for the outcome of every capture.
pub(crate) fn assert_lawful(capture: &Capture<'_>, plan: &Plan) {
    let outcome = process(capture, plan);
    let page = outcome.page().text();
    let removals: Vec<Edit> = outcome
        .removals()
        .iter()
        .map(|removal| Edit::remove(removal.span))
        .collect();
    assert_orderly(page, &removals);
    let kept = apply(page, &removals);
    assert_eq!(outcome.kept(), kept, "only removals take from the page");
    let mut tidy = kept.clone();
    for rewrite in outcome.rewrites() {
        assert_orderly(&tidy, &rewrite.edits);
        tidy = apply(&tidy, &rewrite.edits);
    }
    assert_eq!(outcome.text(), tidy, "the passes make the tidy text");
    let diff = diff::unified(&outcome, "page");
    assert_eq!(unpatch(&kept, &diff), page, "the diff can be reversed");
    assert_restorable(capture, plan, &tidy, page);
    assert_placed(capture, &outcome);
}

/// Removals have places in the source, which are where the record says.
fn assert_placed(capture: &Capture<'_>, outcome: &Outcome<'_>) {
    for place in places(capture, outcome).iter().flatten() {
        let (lines, bytes) = (place.lines, &place.bytes);
        let ordered = (lines.start_line, lines.start_column) <= (lines.end_line, lines.end_column);
        assert!(ordered && lines.start_line > 0, "{lines:?}");
        let raw = capture.bytes.get(bytes.clone());
        assert!(raw.is_some(), "{bytes:?} leaves the capture");
        if std::str::from_utf8(&capture.bytes).is_ok() && outcome.reading().encoding() == "utf-8" {
            assert_eq!(raw, Some(place.text.as_bytes()));
        }
    }
}

/// Edits are ordered, disjoint, on character boundaries, and each changes something.
fn assert_orderly(text: &str, edits: &[Edit]) {
    let mut at = 0;
    for Edit { span, now } in edits {
        assert!(
            at <= span.start && span.start <= span.end,
            "{span:?} after {at}"
        );
        let was = text.get(span.start..span.end);
        assert!(
            was.is_some(),
            "{span:?} cuts a character or leaves the text"
        );
        assert_ne!(was, Some(now.as_ref()), "{span:?} changes nothing");
        at = span.end;
    }
}

/// The record survives JSON, rebuilds the page, and points into the capture.
fn assert_restorable(capture: &Capture<'_>, plan: &Plan, tidy: &str, page: &str) {
    let outcome = process(capture, plan);
    let record = Record::new(capture, &outcome, plan);
    let json = serde_json::to_string(&record).unwrap();
    let read: Record = serde_json::from_str(&json).unwrap();
    assert_eq!(read, record);
    assert_eq!(read.restore(tidy).as_deref(), Some(page));
    // A page may show text elsewhere than its source says it, so that the order of places is its own.
    let mut at = 0;
    for removal in &record.removals {
        assert_eq!(removal.text, Span::new(removal.start, removal.end).of(page));
        for &(start, end) in &removal.raw {
            assert!(
                at <= start && start <= end && end <= record.bytes,
                "{start}..{end}"
            );
            at = if record.kind == "html" { 0 } else { end };
        }
    }
}

/// Makes a plan whose limits on pages any page goes past.
pub(crate) fn narrow() -> Plan {
    let limits = Limits {
        depth: 4,
        attributes: 1,
        formatting: 1,
        nodes: 40,
        steps: 64,
        blocks: 6,
        lines: 9,
    };
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    Plan::new(&settings).unwrap()
}
