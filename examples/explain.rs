//! Says of each line of a text why it is removed or kept.
//!
//! `cargo run --example explain -- article.txt`, or without a file for a text of its own.
#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use std::error::Error;
use std::fs;

use undross::resolve::resolve;
use undross::{Capture, Plan, process};

const PAGE: &str = "\
The minister resigned on Monday. A successor has not been named.

Share

The harbour stays closed until the storm has passed.

[ad_2]
Source link
";

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = match std::env::args_os().nth(1) {
        Some(path) => fs::read(path)?,
        None => PAGE.into(),
    };
    let plan = Plan::default();
    let capture = Capture::of_bytes("page-1", bytes);
    let outcome = process(&capture, &plan);
    let page = outcome.page();

    // A rule only claims a line. What becomes of the claim is decided with the whole page in view.
    let claims = plan.claims(page, outcome.judgement());
    let verdicts = resolve(page, &plan, &claims);
    for (index, block) in page.blocks().iter().enumerate() {
        let removed = |removal: &undross::outcome::Removal<'_>| removal.span.covers(block.shown());
        let mark = match outcome.removals().iter().any(removed) {
            true => '-',
            false => ' ',
        };
        println!("{mark} {:>3} {}", block.number(), page.shown(index));
        for (claim, because) in claims.iter().zip(&verdicts) {
            if claim.block() == index {
                let rule = &plan.rules()[claim.rule()].id;
                let strength = claim.strength.as_str();
                println!("      {rule} ({strength}): {}", because.as_str());
            }
        }
    }
    Ok(())
}
