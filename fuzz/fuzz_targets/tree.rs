//! Any text gives the tree of scraper, unless a limit or an element that never closes keeps it from it.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/html/trees.rs"]
mod trees;

fuzz_target!(|source: &str| {
    // After a numeric reference without a semicolon scraper forgets that `<pre>` drops a line feed.
    let is_compared = !source.contains("&#");
    if is_compared && undross::html::parse(source.into()).damage.is_empty() {
        assert_eq!(trees::fault(source), None);
    }
});
