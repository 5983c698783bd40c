//! Cleans a string, and prints what was removed, by which rules and why.
//!
//! `cargo run --example string`
#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use undross::{Capture, Plan, process};

const PAGE: &str = "\
[ad_1]
The minister resigned on Monday. A successor has not been named.

The harbour stays closed until the storm has passed.
[ad_2]
Source link
";

fn main() {
    // A plan is compiled once and serves all captures and threads.
    let plan = Plan::default();
    let capture = Capture::of_text("page-1", PAGE);
    let outcome = process(&capture, &plan);

    println!("The tidy text:\n\n{}", outcome.text());
    println!("What was removed:\n");
    // The spans of removals are byte ranges of the page text, which is what the capture says once it is decoded.
    let page = outcome.page().text();
    for removal in outcome.removals() {
        println!("{:?}", removal.span.of(page));
        println!(
            "    {} ({}): {}",
            removal.rules.join(", "),
            removal.strength.as_str(),
            removal.because.as_str()
        );
    }
}
