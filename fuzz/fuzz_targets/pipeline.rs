//! Any bytes keep every law, as what they look like and as a page within narrow limits.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use undross::capture::Kind;
use undross::{Capture, Plan};

#[path = "../../tests/laws/lawful.rs"]
mod lawful;
#[path = "../../tests/laws/replay.rs"]
mod replay;

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);
static NARROW: LazyLock<Plan> = LazyLock::new(lawful::narrow);

fuzz_target!(|bytes: &[u8]| {
    let capture = Capture::of_bytes("bytes", bytes);
    lawful::assert_lawful(&capture, &PLAN);
    let page = Capture {
        kind: Kind::Html,
        ..capture
    };
    lawful::assert_lawful(&page, &PLAN);
    lawful::assert_lawful(&page, &NARROW);
});
