//! Rebuilds a page from its tidy text and the record of what was done to it.
//!
//! `cargo run --example restore`
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use undross::record::Record;
use undross::{Capture, Plan, process};

const PAGE: &str = "\
[ad_1]
The minister resigned on Monday. The cafÃ© on the quay is open again.
[ad_2]
Source link
";

fn main() -> Result<(), Box<dyn Error>> {
    let plan = Plan::default();
    let capture = Capture::of_text("page-1", PAGE);
    let outcome = process(&capture, &plan);

    // Two things are kept: the tidy text, and its record as one line of JSON.
    let tidy = outcome.text();
    let line = Record::new(&capture, &outcome, &plan).to_line();

    // Later, and without the capture, they give the page back, byte for byte.
    let record: Record<'_> = serde_json::from_slice(&line)?;
    let page = record
        .restore(&tidy)
        .ok_or("the text is not that of the record")?;
    assert_eq!(page, PAGE);

    println!("The tidy text:\n\n{tidy}");
    println!("The page that it and its record give:\n\n{page}");

    // The hash in the record tells that another text is not the one it was made with.
    let other = tidy.replace("Monday", "Sunday");
    assert_eq!(record.restore(&other), None);
    Ok(())
}
