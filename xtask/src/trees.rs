//! `cargo xtask trees`: our trees of real pages beside those of scraper.

use std::process::ExitCode;

use undross::decode::decode;

use crate::{pages, shell};

#[path = "../../tests/html/trees.rs"]
mod compared;

pub(crate) const ARGUMENTS: &str = "[--gold DIR]";

/// Compares the trees of every page; says which differ, and where first.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let folder = shell::data("pages", shell::option(arguments, "--gold")?)?;
    let (mut count, mut faults, mut damaged) = (0, 0, 0);
    for page in pages::find(&folder)? {
        let bytes = page.bytes()?;
        count += 1;
        let source = decode(&bytes, None).text;
        // Scraper reads such a page as the standard says; we end what never closes, and hold to limits.
        if let Some(damage) = undross::html::parse(source.as_ref().into()).damage.first() {
            damaged += 1;
            println!("{}/{}: not compared: {damage}", page.dataset, page.id);
            continue;
        }
        if let Some(fault) = compared::fault(&source) {
            faults += 1;
            println!("{}/{}: {fault}", page.dataset, page.id);
        }
    }
    println!("{count} pages, {faults} with another tree or misplaced text, {damaged} not compared");
    Ok(ExitCode::from(u8::from(faults > 0)))
}
