//! Any bytes give a record that reads back and restores the page; any line that reads as a record is taken in peace.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use undross::record::Record;
use undross::{Capture, Plan, process};

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);

fuzz_target!(|bytes: &[u8]| {
    write(bytes);
    if let Ok(line) = std::str::from_utf8(bytes) {
        read(line);
    }
});

/// Writes the record of a capture and reads it back.
fn write(bytes: &[u8]) {
    let capture = Capture::of_bytes("bytes", bytes);
    let outcome = process(&capture, &PLAN);
    let record = Record::with_text(&capture, &outcome, &PLAN);
    let line = record.clone().to_line();
    let read: Record<'_> = serde_json::from_slice(&line).expect("a record reads back");
    assert_eq!(read, record);
    let tidy = outcome.text();
    assert!(record.text.as_ref().is_none_or(|text| *text == tidy));
    assert_eq!(read.restore(&tidy).as_deref(), Some(outcome.page().text()));
}

/// Reads a line as a record; one that is none is refused, one that is made up restores nothing false.
fn read(line: &str) {
    let Ok(record) = serde_json::from_str::<Record<'_>>(line) else {
        return;
    };
    let tidy = record.text.clone().unwrap_or_default();
    let page = record.restore(&tidy);
    let again = record.clone().to_line();
    let again: Record<'_> = serde_json::from_slice(&again).expect("a record reads back");
    assert_eq!(again.restore(&tidy), page);
}
