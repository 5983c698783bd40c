//! Any text gives the tokens of html5ever, and their places cover it.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/html/covered.rs"]
mod covered;
#[allow(dead_code, reason = "the tests name tokens too")]
#[path = "../../tests/html/ours.rs"]
mod ours;
#[path = "../../tests/html/peer.rs"]
mod peer;
#[path = "../../tests/html/plain.rs"]
mod plain;

fuzz_target!(|source: &str| {
    assert_eq!(ours::tokens(source), peer::tokens(source));
    covered::assert_covered(source);
});
